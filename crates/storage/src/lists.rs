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
    /// Normalised words by which the child is found (`base::naam::normalise`), one word each.
    pub zoeksleutels: Vec<String>,
    /// Registrations and requests.
    pub zaken: Vec<ZaakRij>,
    /// Whose turn it is and was.
    pub beurten: Vec<BeurtRij>,
    /// Who is concerned: every list joins on these.
    pub relaties: Vec<RelatieRij>,
    /// Requests to the SWV.
    pub aanvragen: Vec<AanvraagRij>,
    /// Requests given to experts.
    pub toewijzingen: Vec<ToewijzingRij>,
    /// Toelaatbaarheidsverklaringen.
    pub tlvs: Vec<TlvRij>,
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
    /// The first day on which the rows of this file say something else although nothing happened: a place begins or
    /// ends, a declaration lapses. `None` when they stay as they are.
    pub wijzigt_op: Option<Date>,
}

/// A registration or a request as a list shows it to those who may know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZaakRij {
    /// Which, unique within the file: `aanmelding-1`. Relations and turns name it too.
    pub zaak: String,
    /// Part of the file that one must be able to read to know of it.
    pub deel: String,
    /// Place among the cases of the file: the lowest that somebody may know of is the phase that they see.
    pub volgorde: u32,
    /// Phase, a code of the core; `None` where it says no more than the file itself.
    pub fase: Option<String>,
    /// The school that holds it, while a registration runs.
    pub vestiging: Option<Vestigingscode>,
    /// Day of receipt of a registration.
    pub aangemeld_op: Option<Date>,
}

/// One turn: who has to do something, from when and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeurtRij {
    /// Number within the file, unique.
    pub nr: u32,
    /// What has to be done, a code of the core.
    pub soort: String,
    /// The case it is about, see [`ZaakRij::zaak`].
    pub zaak: String,
    /// Part of the file that one must be able to read to know of it.
    pub deel: String,
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
    /// First day on which the turn is over; `None` while it is open.
    pub tot: Option<Date>,
    /// Ground in one line: article or agreement.
    pub grond: String,
}

/// An organisation or a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Betrokkene {
    /// An organisation.
    Organisatie(OrganisatieId),
    /// A person: a parent, an expert, somebody invited.
    Persoon(PersoonId),
}

/// Somebody is concerned with the file for some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatieRij {
    /// Who.
    pub betrokkene: Betrokkene,
    /// As what, a code of the core: `school_van_inschrijving`, `swv`, `gezagsouder`.
    pub soort: String,
    /// First day.
    pub van: Date,
    /// First day on which it no longer holds; `None` while it has no end.
    pub tot: Option<Date>,
    /// A request, registration or case runs.
    pub lopend: bool,
    /// The one case that it opens; `None` for every case, a name that no case has for none.
    pub zaak: Option<String>,
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
    /// The term is suspended now.
    pub opgeschort: bool,
    /// Everything needed to decide is there.
    pub volledig: bool,
    /// Who at the SWV handles it.
    pub behandelaar: Option<PersoonId>,
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
