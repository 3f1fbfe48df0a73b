//! The rows of the lists: what a list shows of a file and no more.
//!
//! Lists are in the clear inside the database, so they hold no free text and no diagnosis. They
//! are computed by the core from the events of one file and replaced as a whole with each append.

use base::{Date, DossierNummer, OrganisatieId, PersoonId, SwvCode, Timestamp, Vestigingscode};

/// All list rows of one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Projection {
    /// The file itself; `None` keeps it out of every list of files.
    pub dossier: Option<DossierRij>,
    /// Normalised words by which the child is found (`base::naam::normalise`), each with all that follows it.
    pub zoeksleutels: Vec<String>,
    /// Who finds the child by them.
    pub zoekers: Vec<Lezer>,
    /// The same of the names of the people around the child.
    pub oudersleutels: Vec<String>,
    /// Who finds the child by those: who may know of these people.
    pub ouderzoekers: Vec<Lezer>,
    /// Who sees the file in lists, and what those tell them.
    pub gezien: Vec<GezienRij>,
    /// Whose turn it is and will be.
    pub beurten: Vec<BeurtRij>,
    /// In whose list each turn stands.
    pub taken: Vec<TaakRij>,
    /// Requests to the SWV.
    pub aanvragen: Vec<AanvraagRij>,
    /// In whose list each request stands.
    pub verzoeken: Vec<VerzoekRij>,
    /// Requests given to experts.
    pub toewijzingen: Vec<ToewijzingRij>,
    /// Toelaatbaarheidsverklaringen.
    pub tlvs: Vec<TlvRij>,
    /// Letters in the lists of the organisation that wrote them.
    pub post: Vec<PostRij>,
}

/// Through whose eyes a list is made: a way of looking, and who looks that way.
///
/// Who may see what is worked out when a file changes; a list then asks for the rows of one reader and for no rights.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lezer(String);

impl Lezer {
    /// Whoever looks in one way at an organisation, or at one group there.
    pub fn organisatie(blik: &str, organisatie: &OrganisatieId, groep: &str) -> Self {
        Self(format!("{blik}@{organisatie}#{groep}"))
    }

    /// One person who looks in one way.
    pub fn persoon(blik: &str, persoon: &PersoonId) -> Self {
        Self(format!("{blik}:{persoon}"))
    }

    /// As it was stored.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the lists tell one reader of a file during some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GezienRij {
    /// The reader.
    pub lezer: Lezer,
    /// First day.
    pub van: Date,
    /// First day on which it no longer holds; `None` while it has no end.
    pub tot: Option<Date>,
    /// Phase of the first case of which the reader may know, else how the child stands.
    pub fase: String,
    /// School of enrolment, else of a running registration, as far as the reader may know of it.
    pub vestiging: Option<Vestigingscode>,
    /// Group or class there, as far as the reader may know of it.
    pub groep: Option<String>,
    /// When the child was registered last, as far as the reader may know.
    pub aangemeld_op: Option<Date>,
    /// The next legal date of which the reader may know.
    pub volgende_datum: Option<Date>,
    /// Where that one is proposed by the program: see [`BeurtRij::einddag`].
    pub volgende_einddag: Option<Date>,
    /// Role whose turn it is, as far as the reader may know.
    pub wacht_op_rol: Option<String>,
    /// The parts of the file from which this comes, besides identity: their codes, with a comma between.
    pub delen: String,
}

/// A turn in the list of one reader during some days: as their own turn, or as one that they wait for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaakRij {
    /// The reader.
    pub lezer: Lezer,
    /// The turn, see [`BeurtRij::nr`].
    pub nr: u32,
    /// Group or class of the child, as far as the reader may know of it.
    pub groep: Option<String>,
    /// First day.
    pub van: Date,
    /// First day on which it no longer holds; `None` while it has no end.
    pub tot: Option<Date>,
}

/// A request in the list of one reader during some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerzoekRij {
    /// The reader.
    pub lezer: Lezer,
    /// The request, see [`AanvraagRij::aanvraag`].
    pub aanvraag: u32,
    /// First day.
    pub van: Date,
    /// First day on which it no longer holds; `None` while it has no end.
    pub tot: Option<Date>,
}

/// A letter in the list of one reader during some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRij {
    /// The reader.
    pub lezer: Lezer,
    /// First day.
    pub van: Date,
    /// First day on which it no longer holds; `None` while it has no end.
    pub tot: Option<Date>,
    /// Number of the letter within the file.
    pub brief: u64,
    /// Kind of letter, a code of the core.
    pub soort: String,
    /// The case it is about, unique within the file: `aanmelding-1`.
    pub zaak: String,
    /// Date of the letter.
    pub datum: Date,
    /// The day on which it has to leave, where something counts from that day.
    pub dag: Option<Date>,
    /// Names of the people to whom it goes, with a comma between.
    pub aan: String,
    /// Those of them of whom no address is known, likewise.
    pub zonder_adres: String,
    /// Characters that could not be printed in it.
    pub vierkantjes: String,
    /// Organisations to which it goes, with a space between.
    pub organisaties: String,
    /// How it stands, a code of the core.
    pub stand: String,
    /// What was done with it last, a code of the core.
    pub stap: Option<String>,
    /// Number of that step within the file.
    pub stap_nr: Option<u64>,
    /// On which day that was done.
    pub stap_op: Option<Date>,
    /// Who recorded that.
    pub door: Option<PersoonId>,
    /// The day since when nothing is to be done with it; `None` while it waits.
    pub gesloten_op: Option<Date>,
}

/// One file in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierRij {
    /// The number.
    pub dossier: DossierNummer,
    /// Name as shown: `Sam de Zonnevis`.
    pub weergavenaam: String,
    /// Name as sorted, normalised: `zonnevis sam de`.
    pub sorteernaam: String,
    /// Whole name normalised: finds possible doubles.
    pub naam_norm: String,
    /// Date of birth.
    pub geboortedatum: Option<Date>,
    /// School of enrolment now.
    pub vestiging: Option<Vestigingscode>,
    /// Group or class there.
    pub groep: Option<String>,
    /// How the child stands, apart from any case: `ingeschreven`, `overleden`, a code of the core.
    pub stand: String,
    /// Last event.
    pub gewijzigd_op: Timestamp,
    /// The first day on which the rows of this file have to be made anew although nothing happened: a place begins or ends, a declaration
    /// lapses, or rows of such a day are made for the first time. `None` when they stay as they are.
    pub wijzigt_op: Option<Date>,
}

/// One turn: who has to do something, from when and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeurtRij {
    /// Number within the file, unique.
    pub nr: u32,
    /// What has to be done, a code of the core.
    pub soort: String,
    /// The case it is about, unique within the file: `aanmelding-1`.
    pub zaak: String,
    /// Role that has to do it.
    pub rol: String,
    /// Organisation of that role.
    pub organisatie: OrganisatieId,
    /// One person, where it is no matter for colleagues.
    pub persoon: Option<PersoonId>,
    /// First day of the turn.
    pub van: Date,
    /// Last day on which it may be done.
    pub uiterlijk: Option<Date>,
    /// The last day of the law, where the one above was promised.
    pub wettelijk: Option<Date>,
    /// After a notice of default: the last day on which it costs no penalty. Such a turn goes before the others.
    pub in_gebreke_tot: Option<Date>,
    /// Where the last day above is one that the program proposes: the last day on the way to which it is.
    pub einddag: Option<Date>,
    /// It goes on where another turn with the same to do ends by the calendar alone, and begins for nobody.
    pub vervolg: bool,
    /// First day on which the turn is over; `None` while it is open.
    pub tot: Option<Date>,
    /// Ground in one line: article or agreement.
    pub grond: String,
    /// When what is told by it was recorded last; `None` where only the calendar brought it.
    pub nieuws_op: Option<Timestamp>,
    /// Who recorded that.
    pub nieuws_door: Option<PersoonId>,
}

/// A request to an SWV, in its queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AanvraagRij {
    /// Number within the file, unique.
    pub aanvraag: u32,
    /// The SWV asked.
    pub swv: SwvCode,
    /// The school that asks.
    pub vestiging: Option<Vestigingscode>,
    /// What is asked: `tlv`, `arrangement` …
    pub soort: String,
    /// Phase of the request, a code of the core.
    pub fase: String,
    /// Day of receipt.
    pub ontvangen_op: Date,
    /// Last day to decide; `None` while suspended.
    pub uiterlijk: Option<Date>,
    /// See [`BeurtRij::wettelijk`].
    pub wettelijk: Option<Date>,
    /// See [`BeurtRij::in_gebreke_tot`].
    pub in_gebreke_tot: Option<Date>,
    /// The term is suspended now.
    pub opgeschort: bool,
    /// Everything needed to decide is there.
    pub volledig: bool,
    /// Who at the SWV handles it.
    pub behandelaar: Option<PersoonId>,
    /// The funding category that is asked in the place of the one of a declaration; `None` of any other request.
    pub andere_categorie: Option<u64>,
    /// How far the advice of the experts is, a code of the core.
    pub adviesstand: String,
    /// Advices that are there.
    pub adviezen: u32,
    /// Advices that there are going to be.
    pub adviezen_nodig: u32,
    /// Who advised, by name, with a comma between.
    pub geadviseerd: String,
    /// For whose advice it waits, likewise.
    pub wacht_op_advies: String,
    /// First day on which it was closed; `None` while open.
    pub gesloten_op: Option<Date>,
}

/// A request given to an expert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToewijzingRij {
    /// Number of the request within the file.
    pub aanvraag: u32,
    /// The expert.
    pub persoon: PersoonId,
    /// Since when.
    pub toegewezen_op: Date,
    /// When the advice was given or the task was taken back.
    pub gereed_op: Option<Date>,
}

/// A toelaatbaarheidsverklaring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlvRij {
    /// The SWV that gave it.
    pub swv: SwvCode,
    /// Its number, unique within the SWV.
    pub nummer: String,
    /// Number of the request within the file.
    pub aanvraag: u32,
    /// Name as shown.
    pub weergavenaam: String,
    /// Date of birth of the child.
    pub geboortedatum: Option<Date>,
    /// `sbo`, `so`, `vso`.
    pub soort: String,
    /// Funding category, where there is one.
    pub categorie: Option<String>,
    /// First day.
    pub van: Date,
    /// Last day of validity, included (a 31 July).
    pub tot_en_met: Date,
    /// Status, a code of the core.
    pub status: String,
}
