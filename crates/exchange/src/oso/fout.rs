//! Why a dossier is refused: line, element, reason. Never a value: a message must not carry a
//! child's data to where messages end up.

use std::fmt;

use crate::grenzen;

/// Faults that are told one by one; of the rest is told how many.
const HOOGSTENS: usize = 100;

/// A dossier that is refused as a whole, with everything that is wrong with it. Nothing of it was used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct OsoGeweigerd {
    /// In the order of the file; at least one.
    pub fouten: Vec<OsoFout>,
}

impl OsoGeweigerd {
    /// One line for each fault.
    pub fn regels(&self) -> Vec<String> {
        let mut regels: Vec<String> = self.fouten.iter().take(HOOGSTENS).map(OsoFout::to_string).collect();
        if self.fouten.len() > HOOGSTENS {
            regels.push(format!("… en nog {} fouten", self.fouten.len() - HOOGSTENS));
        }
        regels
    }
}

impl fmt::Display for OsoGeweigerd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dit OSO-dossier is geweigerd. {}", self.regels().join("\n"))
    }
}

impl From<OsoFout> for OsoGeweigerd {
    fn from(fout: OsoFout) -> Self {
        Self { fouten: vec![fout] }
    }
}

/// Something that is wrong with a dossier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct OsoFout {
    /// Line in the file, from 1.
    pub regel: u32,
    /// Path of the element, or empty when the file is no XML at all.
    pub element: String,
    /// What is wrong.
    pub reden: Reden,
}

impl fmt::Display for OsoFout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Regel {}", self.regel)?;
        if !self.element.is_empty() {
            write!(f, ", element {}", self.element)?;
        }
        write!(f, ": {}", self.reden)
    }
}

/// The namespace of another year of this standard says its year.
fn of_a_year(namespace: &str) -> String {
    let rest = namespace.split_once("/oso_gegevensset/").map(|(_, rest)| rest);
    match rest.and_then(|rest| rest.split('/').next()).filter(|year| year.chars().all(|c| c.is_ascii_digit()))
    {
        Some(year) => {
            format!(
                "dit is versie {year} van de OSO-standaard, en alleen {} wordt gelezen: ",
                super::STANDAARDVERSIE
            )
        }
        None => String::new(),
    }
}

/// What is wrong with a dossier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reden {
    /// No bytes, or blanks only.
    #[error("het bestand is leeg")]
    Leeg,
    /// Larger than the limit.
    #[error("het bestand is groter dan {} MB", grenzen::OSO_BESTAND / 1024 / 1024)]
    TeGroot,
    /// Another encoding.
    #[error(
        "de tekens zijn niet te lezen: het bestand moet in UTF-8, UTF-16, ISO-8859-1 of windows-1252 staan, zoals het zelf zegt"
    )]
    Codering,
    /// A DOCTYPE or ENTITY.
    #[error(
        "het bestand bevat een DTD (<!DOCTYPE of <!ENTITY); een OSO-dossier heeft die niet en hij is gevaarlijk"
    )]
    Dtd,
    /// Elements nested too deep.
    #[error("de elementen zitten dieper dan {} lagen in elkaar", grenzen::OSO_DIEPTE)]
    TeDiep,
    /// Too many elements.
    #[error("het dossier heeft meer dan {} elementen", grenzen::OSO_ELEMENTEN)]
    TeVeelElementen,
    /// A tag with too much in it.
    #[error("de tag is langer dan {} tekens", grenzen::OSO_TAG)]
    TeLangeTag,
    /// Too many attributes.
    #[error("het element heeft meer dan {} attributen", grenzen::OSO_ATTRIBUTEN)]
    TeVeelAttributen,
    /// Not well-formed.
    #[error("geen geldige XML: {0}")]
    GeenXml(&'static str),
    /// Another root element.
    #[error("dit is geen OSO-dossier; het buitenste element moet 'dossier' heten")]
    GeenDossier,
    /// Another namespace, often that of another year.
    #[error("{}verkeerde naamruimte '{gevonden}'; verwacht: '{}'", of_a_year(gevonden), super::NAAMRUIMTE)]
    Naamruimte {
        /// The namespace found, cut short.
        gevonden: String,
    },
    /// A list of pupils for learning material.
    #[error(
        "dit is EDEXML (een lijst van leerlingen) en geen OSO-dossier; Leerrecht leest dat niet. Laat het leerlingvolgsysteem een OSO-dossier maken"
    )]
    Edexml,
    /// Another version of the standard.
    #[error("versie '{gevonden}' van de OSO-standaard; alleen {} wordt gelezen", super::STANDAARDVERSIE)]
    Standaardversie {
        /// The version found, cut short.
        gevonden: String,
    },
    /// Not meant for a samenwerkingsverband.
    #[error(
        "dit is een dossier voor '{gevonden}'; alleen een dossier voor het samenwerkingsverband (POSWV of VOSWV) wordt gelezen"
    )]
    Overstap {
        /// The kind found, cut short.
        gevonden: String,
    },
    /// A mandatory element is not there.
    #[error("het verplichte element '{0}' ontbreekt")]
    Ontbreekt(String),
    /// A mandatory element is empty.
    #[error("dit verplichte element is leeg")]
    LeegElement,
    /// An element that may occur once occurs more often.
    #[error("het element komt vaker dan één keer voor")]
    Dubbel,
    /// Elements where text should be.
    #[error("hier staan elementen waar tekst hoort")]
    GeenTekst,
    /// Too much text.
    #[error("de tekst is langer dan {} bytes", grenzen::OSO_TEKST)]
    TeLangeTekst,
    /// A date that does not exist.
    #[error("dit is geen bestaande datum van de vorm JJJJ-MM-DD tussen 1900 en 2200")]
    Datum,
    /// No boolean.
    #[error("hier hoort true of false")]
    JaNee,
    /// No whole number.
    #[error("hier hoort een heel getal")]
    Getal,
    /// Not a value of the code list.
    #[error("deze waarde is niet toegestaan; verwacht: {0}")]
    Codelijst(&'static str),
    /// Not the shape of the code.
    #[error("dit is geen {0}")]
    Code(&'static str),
    /// No decimal number.
    #[error("hier hoort een getal, zoals 103.5")]
    Decimaal,
    /// Text beyond the length that the standard gives.
    #[error("de tekst is langer dan {0} tekens")]
    TeLang(usize),
    /// Not a value of a numbered list.
    #[error("deze waarde staat niet in codelijst {nummer}{}", of_list(.waarden))]
    Lijst {
        /// Number of the list.
        nummer: u8,
        /// Its values, where they are few.
        waarden: String,
    },
    /// Against a rule beside the schema.
    #[error("{tekst}{}", of_list(.afspraak))]
    Afspraak {
        /// The rule, as the standard names it; empty for one of our own.
        afspraak: &'static str,
        /// What it asks.
        tekst: &'static str,
    },
    /// An element that the standard does not have here.
    #[error("de standaard kent dit element hier niet")]
    Onbekend,
    /// An attribute that the standard does not have here.
    #[error("de standaard kent dit attribuut hier niet")]
    OnbekendAttribuut,
    /// Text between elements.
    #[error("hier staat tekst tussen de elementen")]
    LosseTekst,
    /// More text than a file holds.
    #[error("het dossier heeft meer dan {} kB tekst buiten de bijlagen", grenzen::OSO_TEKST_SAMEN / 1024)]
    TeVeelTekst,
    /// Without this part there is nothing to take over.
    #[error("zonder dit deel kan een dossier niet worden overgenomen")]
    Achtergehouden,
    /// A dossier of one kind of school for another.
    #[error("dit is een dossier van {van}; uw school is een {is}")]
    Schoolsoort {
        /// The kind in the dossier.
        van: &'static str,
        /// The kind of the school, in words.
        is: String,
    },
    /// Base64 that cannot be decoded.
    #[error("de inhoud van de bijlage is geen geldige base64")]
    Base64,
    /// One attachment too large.
    #[error("de bijlage is uitgepakt groter dan {} MB", grenzen::OSO_BIJLAGE / 1024 / 1024)]
    BijlageTeGroot,
    /// All attachments together too large.
    #[error("de bijlagen zijn samen groter dan {} MB", grenzen::OSO_BIJLAGEN_SAMEN / 1024 / 1024)]
    BijlagenTeGroot,
    /// Too many attachments.
    #[error("het dossier heeft meer dan {} bijlagen", grenzen::OSO_BIJLAGEN)]
    TeVeelBijlagen,
}

fn of_list(more: &str) -> String {
    if more.is_empty() { String::new() } else { format!(" ({more})") }
}
