//! The families of the demo: five children whose parents can be chosen in the demo.

use dossier::leven::feiten::Geslacht;

use super::Verhaallijn;
use crate::regio::Kind;
use crate::worp::Worp;

/// A family whose parent has an account in the demo.
#[derive(Debug, PartialEq, Eq)]
pub struct Voorbeeld {
    /// The account of the parent.
    pub account: &'static str,
    /// Name of the parent.
    pub ouder: &'static str,
    /// What happens.
    pub verhaallijn: Verhaallijn,
    /// What the parent sees, in one Dutch sentence.
    pub ziet: &'static str,
    kind: (&'static str, &'static str, &'static str),
    geslacht: Geslacht,
}

/// The families.
pub const VOORBEELDEN: &[Voorbeeld] = &[
    Voorbeeld {
        account: "ouder-sam",
        ouder: "A. Roodborst",
        verhaallijn: Verhaallijn::InformatieOpen,
        ziet: "De school van Sam vraagt u om informatie; zolang staat de tijd voor het besluit stil.",
        kind: ("Sam", "de", "Zonnevis"),
        geslacht: Geslacht::Man,
    },
    Voorbeeld {
        account: "ouder-noor",
        ouder: "J. Meidoorn",
        verhaallijn: Verhaallijn::AanbodOpen,
        ziet: "Voor Noor is een plek op een andere school gevonden en u mag ja of nee zeggen.",
        kind: ("Noor", "", "Appelvink"),
        geslacht: Geslacht::Vrouw,
    },
    Voorbeeld {
        account: "ouder-bram",
        ouder: "S. Wielewaal",
        verhaallijn: Verhaallijn::TlvGestart,
        ziet: "De school van Bram wil een verklaring aanvragen en vraagt wat u daarvan vindt.",
        kind: ("Bram", "", "IJsvogel"),
        geslacht: Geslacht::Man,
    },
    Voorbeeld {
        account: "ouder-jaap",
        ouder: "L. Dodaars",
        verhaallijn: Verhaallijn::TlvEenAdvies,
        ziet: "De aanvraag voor Jaap ligt bij de deskundigen; één advies kunt u al lezen.",
        kind: ("Jaap", "", "Kievit"),
        geslacht: Geslacht::Man,
    },
    Voorbeeld {
        account: "ouder-mila",
        ouder: "R. Zilverspar",
        verhaallijn: Verhaallijn::TlvVerleendBekend,
        ziet: "Voor Mila is een verklaring verleend; u leest het besluit en tot wanneer u bezwaar kunt maken.",
        kind: ("Mila", "", "Roerdomp"),
        geslacht: Geslacht::Vrouw,
    },
];

impl Voorbeeld {
    /// The family of a story, where it has one.
    pub(super) fn of(verhaallijn: Verhaallijn) -> Option<&'static Self> {
        VOORBEELDEN.iter().find(|voorbeeld| voorbeeld.verhaallijn == verhaallijn)
    }

    /// The child.
    pub(super) fn kind(&self, worp: &mut Worp) -> Kind {
        Kind::named(self.kind, self.geslacht, self.ouder, worp)
    }
}
