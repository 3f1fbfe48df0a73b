//! P1, second half: offers, and how a registration ends.

use std::sync::Arc;

use base::{Date, Vestigingscode, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aanmelding::staat::Antwoord;
use crate::aanmelding::verbeteren::{
    not_begun, offer_taken_back, onbeantwoord, vervang_aanbod, vervang_toelating, vervang_weigering,
    zelfde_aanbod, zelfde_toelating, zelfde_weigering,
};
use crate::algemeen::verstuurd::nog_niet_verstuurd;
use crate::berekend::Berekend;
use crate::kaart::{genoemd, kaart, over_zaak};
use crate::soort::AndereSchoolsoort;
use crate::staat::{Aanbod, Afloop};

/// Another school was offered that is willing to take the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodGedaan {
    /// Registration.
    pub aanmelding: u32,
    /// Number of the offer within the registration.
    pub aanbod: u32,
    /// School that is willing.
    pub school: BereidGevonden,
    /// What it offers.
    pub wat: String,
    /// From when.
    pub per: Date,
    /// Other possibilities that were looked at.
    pub andere_mogelijkheden: Vec<String>,
    /// Consultation with the parents.
    pub overleg: Overleg,
}

kaart! {
    AanbodGedaan, "aanbod_gedaan", versie 5 [BereidGevonden::upcast, BereidGevonden::upcast_condition, BereidGevonden::upcast_outcome, BereidGevonden::upcast_place];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::PlekAangeboden { school: &event.school.schoolnaam }.tekst();
    terugnemen (offer_taken_back); vervangen (vervang_aanbod, zelfde_aanbod, toen onbeantwoord); herrekenen nee; brief Aanbod; bijlagen geen; houder handelend;
    getypt (|event| offered(event)); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(AanbodGedaan, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.aanbiedingen.push(Aanbod {
        nr: self.aanbod,
        feit: Arc::clone(self),
        op: feit.on,
        antwoord: None,
    });
});

/// The parents accepted the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodAanvaard {
    /// Registration.
    pub aanmelding: u32,
    /// Offer.
    pub aanbod: u32,
    /// How they let it be known, where the school entered it.
    pub toelichting: String,
}

kaart! {
    AanbodAanvaard, "aanbod_aanvaard", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::aanbod_ja();
    terugnemen nee; vervangen nee; herrekenen nee; brief AanbodAangenomen; bijlagen geen; houder school;
    getypt (|event| vec![&event.toelichting]); verhuld [Leeg ["toelichting"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(AanbodAanvaard, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    if let Some(aanbod) = aanmelding.aanbiedingen.iter_mut().find(|a| a.nr == self.aanbod) {
        aanbod.antwoord = Some(Antwoord::Aanvaard(feit.on));
        let schoolnaam = aanbod.school.schoolnaam.clone();
        aanmelding.afloop = Some(Afloop::Elders { op: feit.on, schoolnaam });
    }
});

/// The parents said no to the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodAfgewezen {
    /// Registration.
    pub aanmelding: u32,
    /// Offer.
    pub aanbod: u32,
    /// Why, if they said so.
    pub reden: String,
}

kaart! {
    AanbodAfgewezen, "aanbod_afgewezen", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::aanbod_nee();
    terugnemen nee; vervangen nee; herrekenen nee; brief AanbodNietAangenomen; bijlagen geen; houder school;
    getypt (|event| vec![&event.reden]); verhuld [Leeg ["reden"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(AanbodAfgewezen, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    if let Some(aanbod) = aanmelding.aanbiedingen.iter_mut().find(|a| a.nr == self.aanbod) {
        aanbod.antwoord = Some(Antwoord::Afgewezen(feit.on, self.reden.clone()));
    }
});

/// The child is admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toegelaten {
    /// Registration.
    pub aanmelding: u32,
    /// First day at school.
    pub per: Date,
    /// Group; may be empty.
    pub groep: String,
    /// Last day to adopt the ontwikkelingsperspectief, where one is needed (R3.2).
    pub opp_uiterlijk: Option<Berekend<Option<Date>>>,
}

kaart! {
    Toegelaten, "toegelaten", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::ToegelatenPer { per: event.per }.tekst();
    terugnemen (not_begun); vervangen (vervang_toelating, zelfde_toelating, toen |_, _, _| Ok(())); herrekenen nee; brief Toelating; bijlagen geen; houder handelend;
    getypt geen; verhuld [Leeg ["groep"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(Toegelaten, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.afloop = Some(Afloop::Toegelaten { op: feit.on, per: self.per });
    aanmelding.opp_termijn.clone_from(&self.opp_uiterlijk);
});

/// Another school that is willing to take the child, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BereidGevonden {
    /// Name.
    pub schoolnaam: String,
    /// Code, where it is one of ours.
    pub vestiging: Option<Vestigingscode>,
    /// The town in which it is, where it was typed by its name: the register says it of one of ours. Empty in facts of before.
    pub plaats: String,
    /// Whom to ask there, and how, where it was typed by its name. Empty in facts of before.
    pub contact: String,
    /// Of what kind it is: not every kind counts. Nothing in facts of before that was asked.
    pub soort: Option<AndereSchoolsoort>,
    /// Day on which it said so.
    pub bereid_op: Date,
    /// What shows it: a letter, a mail, a name.
    pub bewijs: String,
    /// The day of what a place there waits for, where the law asks it: the inquiry of the commission of an institute for cluster 1 or 2
    /// (WEC 41(4)), the leave of the municipality for mbo (LPW 3b(1)). Nothing elsewhere, and in facts of before.
    pub voorwaarde_op: Option<Date>,
    /// What shows it; empty where nothing is asked.
    pub voorwaarde: String,
    /// It is a yes: the child qualifies for the institute, or has leave. Nothing where nothing is asked, and in facts of before.
    pub voorwaarde_ja: Option<bool>,
    /// Last day for which it holds: the commission judges for a period (WEC 41(2)a), leave for mbo is for a school year (LPW 3b(1)).
    pub voorwaarde_tot_en_met: Option<Date>,
}

impl BereidGevonden {
    /// Before, nobody asked of what kind it is.
    pub(crate) fn with_kind(school: &mut Value) {
        if let Some(velden) = school.as_object_mut() {
            velden.insert("soort".to_owned(), Value::Null);
        }
    }

    /// Before, nobody asked by what the place can be had.
    pub(crate) fn with_condition(school: &mut Value) {
        if let Some(velden) = school.as_object_mut() {
            velden.insert("voorwaarde_op".to_owned(), Value::Null);
            velden.insert("voorwaarde".to_owned(), Value::String(String::new()));
        }
    }

    /// Before, nobody asked whether it was a yes, and until when it holds.
    pub(crate) fn with_outcome(school: &mut Value) {
        if let Some(velden) = school.as_object_mut() {
            velden.insert("voorwaarde_ja".to_owned(), Value::Null);
            velden.insert("voorwaarde_tot_en_met".to_owned(), Value::Null);
        }
    }

    /// Before, nobody asked where a school is that was typed by its name.
    pub(crate) fn with_place(school: &mut Value) {
        if let Some(velden) = school.as_object_mut() {
            velden.insert("plaats".to_owned(), Value::String(String::new()));
            velden.insert("contact".to_owned(), Value::String(String::new()));
        }
    }

    /// The same of a fact that holds such a school in this field.
    pub(crate) fn upcast_place(stored: Value) -> Result<Value, serde_json::Error> {
        let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
        if let Some(school) = event.get_mut("school") {
            Self::with_place(school);
        }
        Ok(event.into())
    }

    /// The same of a fact that holds such a school in this field.
    pub(crate) fn upcast_outcome(stored: Value) -> Result<Value, serde_json::Error> {
        let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
        if let Some(school) = event.get_mut("school") {
            Self::with_outcome(school);
        }
        Ok(event.into())
    }

    /// The same of a fact that holds such a school in this field.
    pub(crate) fn upcast_condition(stored: Value) -> Result<Value, serde_json::Error> {
        let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
        if let Some(school) = event.get_mut("school") {
            Self::with_condition(school);
        }
        Ok(event.into())
    }

    /// The same of a fact of before that asked of what kind it is.
    pub(crate) fn upcast(stored: Value) -> Result<Value, serde_json::Error> {
        let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
        if let Some(school) = event.get_mut("school") {
            Self::with_kind(school);
        }
        Ok(event.into())
    }
}

/// A refusal of before, with another school or without.
fn with_kind(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    if let Some(school) = event.get_mut("grond").and_then(|grond| grond.get_mut("andere_school")) {
        BereidGevonden::with_kind(school);
    }
    Ok(event.into())
}

/// A refusal of before, with what its other school waits for or without.
fn with_condition(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    if let Some(school) = event.get_mut("grond").and_then(|grond| grond.get_mut("andere_school")) {
        BereidGevonden::with_condition(school);
    }
    Ok(event.into())
}

/// A refusal of before, with whether its other school can be had or without.
fn with_outcome(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    if let Some(school) = event.get_mut("grond").and_then(|grond| grond.get_mut("andere_school")) {
        BereidGevonden::with_outcome(school);
    }
    Ok(event.into())
}

/// A refusal of before, with the town of its other school or without.
fn with_place(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    if let Some(school) = event.get_mut("grond").and_then(|grond| grond.get_mut("andere_school")) {
        BereidGevonden::with_place(school);
    }
    Ok(event.into())
}

/// Consultation with the parents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overleg {
    /// When.
    pub op: Date,
    /// With whom.
    pub met: String,
    /// What came of it.
    pub uitkomst: String,
}

/// The lawful ground of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weigeringsgrond {
    /// Another school is willing to take the child (R1.4).
    AndereSchool(BereidGevonden),
    /// An exception of R1.5, by its id in the corpus.
    Uitzondering {
        /// Id of the ground.
        grond: String,
        /// How it applies here, as one text: of before each thing that shows it was asked by itself.
        onderbouwing: String,
        /// What shows it, in the order of the ground.
        bewijs: Vec<Getoond>,
    },
}

/// One thing that shows a ground of refusal, as it was asked and answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Getoond {
    /// Code of the question in the corpus.
    pub punt: String,
    /// The question, as it was asked.
    pub vraag: String,
    /// The answer; a day as `2026-03-02`.
    pub antwoord: String,
}

impl Getoond {
    /// The question and its answer, a day in words.
    pub fn in_woorden(&self) -> String {
        let day = self.antwoord.parse().map(dates::long_nl);
        format!("{} {}", self.vraag, day.unwrap_or_else(|_| self.antwoord.clone()))
    }
}

impl Weigeringsgrond {
    /// What shows an exception, one thing per line; nothing of another school.
    pub fn uitleg(&self) -> String {
        match self {
            Self::AndereSchool(_) => String::new(),
            Self::Uitzondering { onderbouwing, bewijs, .. } => {
                let own = std::iter::once(onderbouwing.clone()).filter(|text| !text.is_empty());
                own.chain(bewijs.iter().map(Getoond::in_woorden)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// A refusal of before, in which what shows an exception was one text.
fn with_evidence(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    let exception = event.get_mut("grond").and_then(|grond| grond.get_mut("uitzondering"));
    if let Some(exception) = exception.and_then(Value::as_object_mut) {
        exception.insert("bewijs".to_owned(), Value::Array(Vec::new()));
    }
    Ok(event.into())
}

/// The child is refused, lawfully.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geweigerd {
    /// Registration.
    pub aanmelding: u32,
    /// On which ground.
    pub grond: Weigeringsgrond,
    /// The ground in words with its article, as it stands in the letter.
    pub grond_tekst: String,
    /// Why, for the parents.
    pub motivering: String,
    /// Consultation with the parents; always when another school was found.
    pub overleg: Option<Overleg>,
    /// Last day to object.
    pub bezwaar_uiterlijk: Date,
}

kaart! {
    Geweigerd, "geweigerd", versie 6 [with_kind, with_condition, with_outcome, with_evidence, with_place];
    over aanmelding; deel B; lezers allen; zin |event| match &event.grond {
        Weigeringsgrond::AndereSchool(school) => sleutels::aanmelding::GeweigerdAndereSchool { school: &school.schoolnaam }.tekst(),
        Weigeringsgrond::Uitzondering { .. } => sleutels::aanmelding::geweigerd_uitzondering(),
    };
    terugnemen (nog_niet_verstuurd); vervangen (vervang_weigering, zelfde_weigering, nu nog_niet_verstuurd); herrekenen nee; brief Weigering; bijlagen geen; houder handelend;
    getypt (|event| refused(event)); verhuld geen;
    redenen [motivering]; geboortedatum nee;
}

over_zaak!(Geweigerd, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.afloop = Some(Afloop::Geweigerd {
        op: feit.on,
        grond: self.grond.clone(),
        bezwaar_uiterlijk: self.bezwaar_uiterlijk,
    });
});

/// The child was turned away in fact, without a lawful decision. No legal effect: the duty of care
/// stays; the SWV gets a task, the parents see their routes, it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeitelijkGeweigerd {
    /// Registration, where there was one.
    pub aanmelding: u32,
    /// When.
    pub op: Date,
    /// What happened, in the words of who reports it.
    pub wat: String,
}

kaart! {
    FeitelijkGeweigerd, "feitelijk_geweigerd", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::feitelijk_geweigerd();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.wat]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(FeitelijkGeweigerd, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.feitelijk_geweigerd.push(self.op);
    aanmelding.weigering_gemeld_op = Some(dates::today_in_nl(feit.recorded_at));
    aanmelding.weigering_opgepakt = None;
});

/// The parents withdrew the registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanmeldingIngetrokken {
    /// Registration.
    pub aanmelding: u32,
    /// Why, if they said so.
    pub reden: String,
}

kaart! {
    AanmeldingIngetrokken, "aanmelding_ingetrokken", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::aanmelding_ingetrokken();
    terugnemen nee; vervangen nee; herrekenen nee; brief Intrekking; bijlagen geen; houder school;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(AanmeldingIngetrokken, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(feit.on);
    }
    aanmelding.afloop = Some(Afloop::Ingetrokken { op: feit.on });
});

/// A talk: with whom, and what came of it.
fn talk(overleg: &Overleg) -> [&str; 2] {
    [&overleg.met, &overleg.uitkomst]
}

/// What was typed with an offer.
fn offered(event: &AanbodGedaan) -> Vec<&str> {
    let school = &event.school;
    let found = [&school.schoolnaam, &school.plaats, &school.contact, &school.bewijs, &school.voorwaarde];
    let found = found.into_iter().chain([&event.wat]).map(String::as_str);
    let looked = genoemd(&event.andere_mogelijkheden, []);
    found.chain(looked).chain(talk(&event.overleg)).collect()
}

/// What was typed with a refusal.
fn refused(event: &Geweigerd) -> Vec<&str> {
    let shown = match &event.grond {
        Weigeringsgrond::AndereSchool(school) => {
            vec![school.plaats.as_str(), &school.contact, &school.bewijs, &school.voorwaarde]
        }
        Weigeringsgrond::Uitzondering { onderbouwing, bewijs, .. } => {
            let own = Some(onderbouwing.as_str()).filter(|text| !text.is_empty());
            own.into_iter().chain(bewijs.iter().map(|getoond| getoond.antwoord.as_str())).collect()
        }
    };
    let talked = event.overleg.iter().flat_map(talk);
    shown.into_iter().chain([event.motivering.as_str()]).chain(talked).collect()
}
