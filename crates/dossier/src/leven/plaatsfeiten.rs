//! P0: a place at a school, and its end.

use std::sync::Arc;

use base::{Date, SwvCode, Vestigingscode, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::brief::Briefvraag;
use crate::gebeurtenis::Fold;
use crate::kaart::{kaart, met_velden};
use crate::leven::verbeteren::{vervang_inschrijving, vervang_uitschrijving};
use crate::soort::{Schoolsoort, Uitschrijfreden};
use crate::staat::{Dossier, Feit, Inschrijving};
use crate::woord::Woord;

/// The child was enrolled at a school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ingeschreven {
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Partnership of the school for this sector, where known.
    pub swv: Option<SwvCode>,
    /// Group or class; empty when unknown.
    pub groep: String,
    /// First day.
    pub per: Date,
}

kaart! {
    Ingeschreven, "ingeschreven", versie 1 [];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::Ingeschreven { school: &event.schoolnaam }.tekst();
    terugnemen nee; vervangen (vervang_inschrijving); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld [Leeg ["groep"]];
    redenen geen; geboortedatum nee;
}

impl Fold for Ingeschreven {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        for earlier in
            dossier.inschrijvingen.iter_mut().filter(|i| i.van <= self.per && i.runs_after(self.per))
        {
            earlier.tot = Some(self.per);
        }
        // An enrolment recorded late, about an earlier school, ends where the next one starts.
        let next = dossier.inschrijvingen.iter().map(|i| i.van).filter(|van| *van > self.per).min();
        let place = dossier.inschrijvingen.iter().take_while(|i| i.van <= self.per).count();
        dossier.inschrijvingen.insert(
            place,
            Inschrijving {
                vestiging: self.vestiging.clone(),
                schoolnaam: self.schoolnaam.clone(),
                schoolsoort: self.schoolsoort,
                swv: self.swv.clone(),
                groep: self.groep.clone(),
                van: self.per,
                tot: next,
                vastgelegd_op: dates::today_in_nl(feit.recorded_at),
                uitgeschreven: false,
                nagaan: false,
                nagegaan_op: None,
                verklaring: None,
            },
        );
    }
}

/// The enrolment ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitgeschreven {
    /// Where.
    pub vestiging: Vestigingscode,
    /// First day on which the child is no longer enrolled.
    pub per: Date,
    /// Why, in a few words, where another fact ended it or nobody asked for a ground; empty otherwise.
    pub reden: String,
    /// On which ground of the law; none where another fact ended it, and in the first shape.
    pub grond: Option<Uitschrijfreden>,
    /// What the school saw; empty where there is no ground, and after a death.
    pub blijkt: String,
    /// Who asked for it, by number in the file; none where the pupil did, where nobody is known who could, and after a death.
    pub verzoek_van: Option<u32>,
    /// The child still had to be at a school, and nobody knows by this at which: its school finds out.
    pub nagaan: bool,
}

/// The first shape named no ground.
fn zonder_grond(stored: Value) -> Result<Value, serde_json::Error> {
    let none = [
        ("grond", Value::Null),
        ("blijkt", Value::from("")),
        ("verzoek_van", Value::Null),
        ("nagaan", Value::from(false)),
    ];
    met_velden(stored, none)
}

/// The second shape had one ground for three exemptions (LPW 5): which it was stands in what the school saw.
fn een_van_drie(stored: Value) -> Result<Value, serde_json::Error> {
    if stored.get("grond").and_then(Value::as_str) != Some("vrijstelling") {
        return Ok(stored);
    }
    let seen = stored.get("blijkt").and_then(Value::as_str).unwrap_or_default();
    let reden = format!("vrijgesteld van inschrijving op een school (art. 5 Leerplichtwet 1969). {seen}");
    let nothing = [("grond", Value::Null), ("blijkt", Value::from("")), ("reden", Value::from(reden.trim()))];
    met_velden(stored, nothing)
}

impl Uitgeschreven {
    /// Whoever has authority is told, also who did not ask for it; not after a death, nor where a decision ended the place and its letter
    /// says so.
    fn uitschrijfbrief(&self) -> Option<Briefvraag<'_>> {
        let ground = self.grond.filter(|grond| *grond != Uitschrijfreden::Overleden);
        ground.map(|_| Briefvraag::Uitschrijving(self))
    }

    /// Another fact ends the place: a decision, which says itself why.
    pub fn door_besluit(vestiging: Vestigingscode, per: Date, reden: &str) -> Self {
        let (reden, blijkt) = (reden.to_owned(), String::new());
        Self { vestiging, per, reden, grond: None, blijkt, verzoek_van: None, nagaan: false }
    }
}

kaart! {
    Uitgeschreven, "uitgeschreven", versie 3 [zonder_grond, een_van_drie];
    over kind; deel A; lezers allen; zin |event| match event.grond {
        Some(grond) => sleutels::leven::UitgeschrevenOm { grond: grond.woord(), per: event.per }.tekst(),
        None => sleutels::leven::Uitgeschreven { reden: &event.reden }.tekst(),
    };
    terugnemen ja; vervangen (vervang_uitschrijving); herrekenen nee; brief (|event| event.uitschrijfbrief()); bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt (|event| if event.grond.is_some() { vec![&event.blijkt] } else { vec![&event.reden] }); verhuld [NietVermeld ["blijkt"]];
    redenen geen; geboortedatum nee;
}

impl Fold for Uitgeschreven {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        for open in dossier.inschrijvingen.iter_mut().filter(|i| i.vestiging == self.vestiging) {
            if open.runs_after(self.per) {
                open.tot = Some(self.per.max(open.van));
                open.uitgeschreven = true;
                open.nagaan = self.nagaan;
            }
            // Another school has the child from that day on: its place ended this one already.
            open.uitgeschreven |= open.tot == Some(self.per);
        }
    }
}
