//! About which case an act is, whichever act it is: what happened in another case is no clash for whoever does it.
//!
//! An act says it by the field that holds the number: that of a kind of case has the name under which the file finds one.

use super::Opdrachtnaam;
use crate::aanmelding::afloop::Weiger;
use crate::aanmelding::opdracht::StelBehoefteVast;
use crate::aanmelding::vervallen::MeldVerklaringVervallen;
use crate::algemeen::correctie::Corrigeer;
use crate::algemeen::opdracht::NeemOsoOver;
use crate::beurt::Onderwerp;
use crate::leven::opdracht::{NodigOuderUit, SluitOuderAan};
use crate::staat::Dossier;
use crate::tlv::besluit::GebruikTlv;
use crate::verwijdering::opdracht::MeldAanInspectie;

/// About which case an act is.
pub(crate) trait Over {
    /// The case; none when it is about the child itself, or begins a case.
    fn over_zaak(&self, dossier: &Dossier) -> Option<Onderwerp>;

    /// The same of an act of which only the number is known: of its case, or of the fact that it is about.
    fn zaak_met(nr: Option<u64>, dossier: &Dossier) -> Option<Onderwerp>;
}

/// Says it of an act by the name of the field with the number; without one, or where it is of a person (`persoon`, `wie`), it is about
/// no case. A name of another field does not compile.
macro_rules! over {
    (@act $act:ident, $dossier:ident) => { None };
    // A person is no case.
    (@act $act:ident, $dossier:ident, persoon) => { None };
    (@act $act:ident, $dossier:ident, wie) => { None };
    (@act $act:ident, $dossier:ident, volgnummer) => { $dossier.zaak_van_feit($act.volgnummer) };
    (@act $act:ident, $dossier:ident, $een:ident) => { Some($crate::register::onderwerp_van!($een, $act.$een)) };
    (@nummer $nr:ident, $dossier:ident) => { None };
    (@nummer $nr:ident, $dossier:ident, persoon) => { None };
    (@nummer $nr:ident, $dossier:ident, wie) => { None };
    (@nummer $nr:ident, $dossier:ident, volgnummer) => { $nr.and_then(|nr| $dossier.zaak_van_feit(nr)) };
    (@nummer $nr:ident, $dossier:ident, $een:ident) => {
        $nr.and_then(|nr| u32::try_from(nr).ok()).map(|nr| $crate::register::onderwerp_van!($een, nr))
    };
    ($act:ident $(, $veld:ident)?) => {
        impl $crate::opdracht::over::Over for $act {
            fn over_zaak(&self, _dossier: &$crate::staat::Dossier) -> Option<$crate::beurt::Onderwerp> {
                let _act = self;
                $crate::opdracht::over::over!(@act _act, _dossier $(, $veld)?)
            }

            fn zaak_met(_nr: Option<u64>, _dossier: &$crate::staat::Dossier) -> Option<$crate::beurt::Onderwerp> {
                $crate::opdracht::over::over!(@nummer _nr, _dossier $(, $veld)?)
            }
        }
    };
}
pub(crate) use over;

// Acts that are written by hand.
over!(NeemOsoOver);
over!(NodigOuderUit);
over!(SluitOuderAan);
over!(Corrigeer, volgnummer);
over!(StelBehoefteVast, aanmelding);
over!(Weiger, aanmelding);
over!(GebruikTlv, aanvraag);
over!(MeldVerklaringVervallen, aanmelding);

impl Over for MeldAanInspectie {
    fn over_zaak(&self, _: &Dossier) -> Option<Onderwerp> {
        Some(self.over.onderwerp())
    }

    /// A removal by its number; that a suspension is reported is said by the act itself.
    fn zaak_met(nr: Option<u64>, _: &Dossier) -> Option<Onderwerp> {
        nr.and_then(|nr| u32::try_from(nr).ok()).map(Onderwerp::Verwijdering)
    }
}

/// The case that an act is about, by the name of the act and the number of its case or fact: what a form knows before
/// anything of it is read.
pub fn zaak_van(dossier: &Dossier, opdracht: &str, over: Option<u64>) -> Option<Onderwerp> {
    Opdrachtnaam::met_naam(opdracht)?.zaak(dossier, over)
}

impl Dossier {
    /// The case that a fact is about; of a correction, that of the wrong fact.
    pub(crate) fn zaak_van_feit(&self, volgnummer: u64) -> Option<Onderwerp> {
        self.plaats(self.feit(volgnummer)?).onderwerp
    }
}
