//! The parts that letters share: who writes to whom, about which child, on what ground, and what
//! the reader can do.

use base::{Date, DossierNummer, Vindplaats};
use serde::{Deserialize, Serialize};

use crate::{NietLeeg, Tekst};

/// What stands in every letter, whatever it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Briefhoofd {
    /// Who writes.
    pub afzender: Afzender,
    /// Who reads.
    pub ontvanger: Ontvanger,
    /// Whom it is about.
    pub kind: Kind,
    /// Number of the file; never the PGN.
    pub dossier: DossierNummer,
    /// Date of the letter, which is the day it is sent.
    pub datum: Date,
    /// Date of the letter that it takes the place of, because something in that one was wrong.
    #[serde(default)]
    pub vervangt: Option<Date>,
    /// Whom to call.
    pub contact: Contact,
    /// What the letter rests on, for 'Wat zegt de wet'.
    pub wet: NietLeeg<Rechtsgrond>,
    /// Paragraphs that the organisation adds; they never replace anything.
    #[serde(default)]
    pub eigen_alineas: Vec<Tekst>,
    /// Documents sent along.
    #[serde(default)]
    pub bijlagen: Vec<Tekst>,
    /// Others who get this letter, as the reader may know them.
    #[serde(default)]
    pub afschrift_aan: Vec<Tekst>,
}

/// The sender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Afzender {
    /// Name of the organisation.
    pub organisatie: Tekst,
    /// Where post goes; absent for who may not know.
    #[serde(default)]
    pub adres: Option<Adres>,
    /// Who signs.
    pub ondertekenaar: Tekst,
    /// In what function, such as `directeur, namens het schoolbestuur`.
    pub functie: Tekst,
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adres {
    /// Street and number, or a post box.
    pub straat: Tekst,
    /// Postcode and town.
    pub plaats: Tekst,
}

/// The reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ontvanger {
    /// Name as on the envelope.
    pub naam: Tekst,
    /// Absent when the letter is handed over or read on the reader's own page.
    pub adres: Option<Adres>,
    /// The whole salutation without the comma: `Beste mevrouw De Zonnevis`.
    pub aanhef: Tekst,
}

/// The child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The name the child goes by.
    pub voornaam: Tekst,
    /// Surname with its prefix: `de Zonnevis`.
    pub achternaam: Tekst,
}

/// A person who answers questions about the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// `mevrouw Zonnedauw`.
    pub naam: Tekst,
    /// `intern begeleider`.
    pub functie: Tekst,
    /// Telephone number.
    pub telefoon: Tekst,
    /// Days and hours on which somebody answers.
    pub bereikbaar: Option<Tekst>,
    /// Mail address.
    pub e_mail: Option<Tekst>,
}

/// One thing the law says, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rechtsgrond {
    /// The rule in plain Dutch, one sentence.
    pub tekst: Tekst,
    /// Where it stands.
    pub vindplaats: Vindplaats,
}

/// Something the reader can do, or somebody who helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// What it is called.
    pub naam: Tekst,
    /// What happens there, in plain sentences.
    pub wat: Tekst,
    /// Last day, where there is one.
    pub uiterlijk: Option<Date>,
    /// Address, telephone number or web address.
    pub waar: Tekst,
    /// Costs nothing.
    pub gratis: bool,
}

/// A route that closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteMetTermijn {
    /// What it is called.
    pub naam: Tekst,
    /// What happens there, in plain sentences.
    pub wat: Tekst,
    /// Length of the term in words: `zes weken`.
    pub termijn: Tekst,
    /// Last day.
    pub uiterlijk: Date,
    /// Address, telephone number or web address.
    pub waar: Tekst,
    /// Costs nothing.
    pub gratis: bool,
}

/// All routes against a school's decision. None can be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rechtsmiddelen {
    /// A talk with the school.
    pub praten: Route,
    /// The ouder- en jeugdsteunpunt.
    pub steunpunt: Route,
    /// The onderwijsconsulent.
    pub onderwijsconsulent: Route,
    /// Objection with the board.
    pub bezwaar: RouteMetTermijn,
    /// The Geschillencommissie passend onderwijs.
    pub geschillencommissie: RouteMetTermijn,
    /// What objecting does to the decision meanwhile; nothing in letters of before.
    #[serde(default)]
    pub werking: Option<Tekst>,
    /// Others.
    #[serde(default)]
    pub andere: Vec<Route>,
}

/// Something that the sender needs from the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GevraagdStuk {
    /// What is missing.
    pub wat: Tekst,
    /// Why it is needed.
    pub waarom: Tekst,
}

/// A talk that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overleg {
    /// When.
    pub datum: Date,
    /// With whom: `u en de vader van Sam`, `de groepsleerkracht`.
    pub met: Tekst,
    /// What was said, in whole sentences.
    pub inhoud: Tekst,
    /// Nobody of them came: what stands there tells that.
    #[serde(default)]
    pub niemand_kwam: bool,
}

/// A talk to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gesprek {
    /// When.
    pub datum: Date,
    /// At what time: `15.30 uur`.
    pub tijd: Tekst,
    /// Where.
    pub plaats: Tekst,
    /// Who will be there besides the reader.
    pub met: Tekst,
}

/// A possibility that was looked at, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AndereMogelijkheid {
    /// School or form of support.
    pub mogelijkheid: Tekst,
    /// What came of it.
    pub uitkomst: Tekst,
}

/// A school that is willing to admit the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GevondenSchool {
    /// Its name, as it stands in a sentence: `basisschool Het Nest`.
    pub naam: Tekst,
    /// Its town.
    pub plaats: Tekst,
    /// Day on which it said that it is willing.
    pub bereid_op: Date,
    /// First day on which the child can start there, where somebody said so.
    pub begint_op: Option<Date>,
    /// What it offers the child, where somebody wrote that down.
    #[serde(default)]
    pub biedt: Vec<Tekst>,
}

/// Why no other school had to be found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitzondering {
    /// It never had the duty to find another school: an institute for cluster 1 or 2 (WEC 40(22)).
    #[serde(default)]
    pub zonder_plicht: bool,
    /// The exception as a sentence: `De groepen van onze school zijn vol.`
    pub uitzondering: Tekst,
    /// Why it holds here.
    pub toelichting: NietLeeg<Tekst>,
    /// What now: who helps to find a place.
    pub vervolg: NietLeeg<Tekst>,
}

/// Where the child can go after a refusal or removal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Vervolgplek {
    /// A school was found.
    School(GevondenSchool),
    /// The law knows an exception here.
    Uitzondering(Uitzondering),
}

/// Whether a letter about a TLV is for the parents or for the school that applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lezer {
    /// Parents, or the guardian.
    Ouders,
    /// The school that applied.
    School,
}
