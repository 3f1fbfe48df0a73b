//! What a dossier says about itself: kind, categories, and what the parents saw and thought.

use std::collections::BTreeMap;

use base::Date;

use super::boom::Blok;
use super::{OsoFout, Reden, STANDAARDVERSIE, Waarde};

/// From where to where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overstap {
    /// A primary or special school to its samenwerkingsverband.
    Poswv,
    /// A secondary school to its samenwerkingsverband.
    Voswv,
}

/// What the sender did with a category of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Uitlevering {
    /// Belongs in a dossier of this kind.
    Verplicht,
    /// May be in it.
    Optioneel,
    /// May not be in it.
    Verboden,
    /// The parents kept it out.
    OptUit,
}

macro_rules! categorieen {
    ($($(#[$doc:meta])* $variant:ident = $naam:literal,)*) => {
        /// The main blocks of a dossier.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Categorie {
            $($(#[$doc])* $variant,)*
        }

        impl Categorie {
            /// All of them, in the order of the standard.
            pub const ALLE: &[Self] = &[$(Self::$variant),*];

            /// The name in the standard, without `cat_`.
            pub fn naam(self) -> &'static str {
                match self {
                    $(Self::$variant => $naam,)*
                }
            }
        }
    };
}

categorieen! {
    /// Metadata.
    Metadata = "metadata",
    /// What the parents saw and thought.
    Ouderinzage = "ouderinzage",
    /// The school.
    School = "school",
    /// The child.
    Leerling = "leerling",
    /// Parents and others who care.
    OudersVerzorgers = "oudersverzorgers",
    /// Early education.
    Vve = "vve",
    /// School years.
    Schoolloopbaan = "schoolloopbaan",
    /// Advice on the next school.
    Overstapadvies = "overstapadvies",
    /// Support.
    Onderwijsondersteuning = "onderwijsondersteuning",
    /// Absence.
    Verzuim = "verzuim",
    /// Final test of primary school.
    EindtoetsBo = "eindtoetsbo",
    /// Test results.
    Toetsresultaten = "toetsresultaten",
    /// Plans of action.
    Handelingsplannen = "handelingsplannen",
    /// Marks.
    Cijferlijsten = "cijferlijsten",
    /// Data for vocational education.
    Vombo = "vombo",
    /// Other documents.
    BijlageDocs = "bijlagedocs",
}

impl Categorie {
    /// The elements under `leerling` (or `dossier`) that only this category fills.
    pub(super) fn elementen(self) -> &'static [&'static str] {
        match self {
            Self::Ouderinzage => &["inzage"],
            Self::Vve => &["vanpeuterspeelzaal", "naampeuterspeelzaal", "voorschools", "vroegschools"],
            Self::OudersVerzorgers => &["verzorger", "verzorgersaansprakelijk", "aansprakelijkeinstelling"],
            Self::Schoolloopbaan => &["schoolloopbaanlijst"],
            Self::Overstapadvies => &["overstapadvies"],
            Self::Onderwijsondersteuning => &["onderwijsondersteuning"],
            Self::Verzuim => &["verzuim"],
            Self::EindtoetsBo => &["eindtoets_basisonderwijs"],
            Self::Toetsresultaten => &["toetslijst"],
            Self::Handelingsplannen => &["handelingsplan"],
            Self::Cijferlijsten => &["cijferlijstlijst"],
            Self::Vombo => &[
                "bevorderd",
                "examenresultaat",
                "resultaatvakkenvo",
                "certificaat",
                "competenties",
                "stage",
                "overigvombo",
            ],
            Self::BijlageDocs => &["overigdocumentlijst"],
            Self::Metadata | Self::School | Self::Leerling => &[],
        }
    }
}

/// What a dossier says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Which part, such as `LASLVS`.
    pub deeldossier: Waarde<String>,
    /// The program that made it.
    pub pakketnaam: Waarde<String>,
    /// Version of that program.
    pub pakketversie: Waarde<String>,
    /// The day on which it was made.
    pub datum: Waarde<Date>,
    /// Version of the validation rules.
    pub validatieversie: Waarde<String>,
    /// From where to where.
    pub overstap: Waarde<Overstap>,
    /// Kind of transfer, such as `swv-dossier`.
    pub overdrachtsoort: Waarde<String>,
    /// What the sender did with each category; empty when the block is left out.
    pub categorieen: BTreeMap<Categorie, Waarde<Uitlevering>>,
    /// Categories that the parents kept out, or that are forbidden, and that were in the dossier all the same. Nothing of
    /// them was read.
    pub strijdig: Vec<Categorie>,
}

impl Metadata {
    /// The categories with which this was done, in the order of the standard.
    pub(super) fn met_uitlevering(&self, uitlevering: Uitlevering) -> Vec<Categorie> {
        self.categorieen
            .iter()
            .filter(|(_, waarde)| waarde.waarde == uitlevering)
            .map(|(categorie, _)| *categorie)
            .collect()
    }
}

/// An answer of the parents (code list 37).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Antwoord {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// Not known.
    Onbekend,
}

/// What the parents saw and thought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inzage {
    /// Not final yet.
    pub voorlopig: Waarde<bool>,
    /// They have seen it.
    pub inzage: Option<Waarde<bool>>,
    /// When.
    pub datum: Option<Waarde<Date>>,
    /// They agree with the contents (not: with sending it).
    pub akkoord: Option<Waarde<Antwoord>>,
    /// Why they do not, in their words.
    pub reden_niet_akkoord: Option<Waarde<String>>,
    /// They consent to sending it.
    pub toestemming: Option<Waarde<Antwoord>>,
}

pub(super) fn metadata(dossier: Blok<'_, '_>) -> Result<Metadata, OsoFout> {
    let blok = dossier.verplicht("metadata")?;
    let versie = blok.verplichte_tekst("standaardversie")?.waarde;
    if versie != STANDAARDVERSIE {
        let gevonden = versie.chars().take(40).collect();
        return Err(blok.verplicht("standaardversie")?.fout(Reden::Standaardversie { gevonden }));
    }
    let categorieen = categorieen(blok)?;
    let overdrachtsoort = dossier.verplichte_tekst("overdrachtsoort")?;
    Ok(Metadata {
        deeldossier: blok.verplichte_tekst("deeldossier")?,
        pakketnaam: blok.verplichte_tekst("pakketnaam")?,
        pakketversie: blok.verplichte_tekst("pakketversie")?,
        datum: blok.verplichte_datum("datum")?,
        validatieversie: blok.verplichte_tekst("validatieversie")?,
        overstap: overstap(blok)?,
        overdrachtsoort,
        categorieen,
        strijdig: Vec::new(),
    })
}

fn overstap(metadata: Blok<'_, '_>) -> Result<Waarde<Overstap>, OsoFout> {
    let Waarde { waarde, herkomst } = metadata.verplichte_tekst("overstap")?;
    let soort = match waarde.as_str() {
        "POSWV" => Overstap::Poswv,
        "VOSWV" => Overstap::Voswv,
        ander => {
            let gevonden = ander.chars().take(40).collect();
            return Err(metadata.verplicht("overstap")?.fout(Reden::Overstap { gevonden }));
        }
    };
    Ok(Waarde { waarde: soort, herkomst })
}

fn categorieen(metadata: Blok<'_, '_>) -> Result<BTreeMap<Categorie, Waarde<Uitlevering>>, OsoFout> {
    let mut categorieen = BTreeMap::new();
    let Some(blok) = metadata.een("categorie_uitlevering")? else { return Ok(categorieen) };
    let reden = Reden::Codelijst("VERPLICHT, OPTIONEEL, VERBODEN of OPT-UIT");
    for categorie in Categorie::ALLE {
        let element = format!("cat_{}", categorie.naam());
        let uitlevering = blok.als(&element, &reden, |tekst| match tekst {
            "VERPLICHT" => Some(Uitlevering::Verplicht),
            "OPTIONEEL" => Some(Uitlevering::Optioneel),
            "VERBODEN" => Some(Uitlevering::Verboden),
            "OPT-UIT" => Some(Uitlevering::OptUit),
            _ => None,
        })?;
        let uitlevering = uitlevering.ok_or_else(|| blok.ontbreekt(&element))?;
        let achtergehouden = matches!(uitlevering.waarde, Uitlevering::OptUit | Uitlevering::Verboden);
        let onmisbaar = [Categorie::Metadata, Categorie::School, Categorie::Leerling].contains(categorie);
        if achtergehouden && onmisbaar {
            return Err(blok.verplicht(&element)?.fout(Reden::Achtergehouden));
        }
        categorieen.insert(*categorie, uitlevering);
    }
    Ok(categorieen)
}

pub(super) fn inzage(blok: Blok<'_, '_>) -> Result<Inzage, OsoFout> {
    let antwoord = |naam| {
        blok.als(naam, &Reden::Codelijst("Ja, Nee of Onbekend"), |tekst| match tekst {
            "Ja" => Some(Antwoord::Ja),
            "Nee" => Some(Antwoord::Nee),
            "Onbekend" => Some(Antwoord::Onbekend),
            _ => None,
        })
    };
    Ok(Inzage {
        voorlopig: blok.ja_nee("voorlopigdossier")?.ok_or_else(|| blok.ontbreekt("voorlopigdossier"))?,
        inzage: blok.ja_nee("inzage")?,
        datum: blok.datum("inzagedatum")?,
        akkoord: antwoord("akkoord")?,
        reden_niet_akkoord: blok.tekst("redennietakkoord")?,
        toestemming: antwoord("toestemming")?,
    })
}
