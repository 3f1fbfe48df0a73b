//! P1: the word of each person with authority about what they decide together: ending a registration, or accepting a place
//! elsewhere.
//!
//! Who has authority together exercises it together (BW 1:251, 1:251b, 1:252), and a court decides where they differ (BW
//! 1:253a). So the word of one counts for that one: it is kept as their wish, and only with the word of all is it what the
//! parents want.

use base::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::kaart::{Lezers, kaart, met_velden, over_zaak};
use crate::soort::GrondZonderOuder;
use crate::staat::{Aanmelding, Dossier, Gedaan, Persoon};

/// What parents decide together about a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ouderkeuze {
    /// To withdraw it.
    Intrekken,
    /// To accept the offer with this number.
    Aanbod(u32),
}

/// What one of them said of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ouderwoord {
    /// Wants it.
    Ja,
    /// Does not want it, or no longer.
    Nee,
    /// Nothing: the school could not ask, says why, and went on without.
    NietBereikt,
}

/// One of those with authority said what they want with a registration. It counts for that one alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OuderKoos {
    /// Registration.
    pub aanmelding: u32,
    /// What it is about.
    pub keuze: Ouderkeuze,
    /// Whose word, by number in the file.
    pub van: u32,
    /// What they said.
    pub woord: Ouderwoord,
    /// Their words; of who was not reached, why the school went on without.
    pub toelichting: String,
    /// Entered by the school in their name.
    pub namens: bool,
    /// Of who was not reached: on what the school goes on. Nothing was kept of it before.
    pub grond: Option<GrondZonderOuder>,
    /// The court that decided, where that is the ground; empty elsewhere, and in facts of before.
    pub gerecht: String,
    /// On which day it decided.
    pub uitspraak_op: Option<Date>,
}

/// Before, no court and no day of a decision were asked.
fn without_court(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("gerecht", Value::String(String::new())), ("uitspraak_op", Value::Null)])
}

/// Before, no ground was asked.
fn without_ground(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("grond", Value::Null)])
}

kaart! {
    OuderKoos, "ouder_koos", versie 3 [without_ground, without_court];
    over aanmelding; deel B; lezers (|event| Lezers::Woorden(event.eigen())); zin |event| event.in_woorden();
    terugnemen nee; vervangen nee; herrekenen nee; brief AndereOuderGevraagd; bijlagen geen; houder school;
    getypt (|event| vec![&event.toelichting, &event.gerecht]); verhuld [Leeg ["toelichting"], Leeg ["gerecht"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(OuderKoos, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.keuzes.push(Gedaan::op(feit, self));
});

impl OuderKoos {
    /// Whose own words these are; none where they are the school's about somebody.
    fn eigen(&self) -> Option<u32> {
        match self.woord {
            Ouderwoord::Ja | Ouderwoord::Nee => Some(self.van),
            Ouderwoord::NietBereikt => None,
        }
    }

    /// What happened, in one sentence.
    pub fn in_woorden(&self) -> sleutels::Tekst {
        match (self.keuze, self.woord) {
            (Ouderkeuze::Intrekken, Ouderwoord::Ja) => sleutels::aanmelding::ouder_wil_intrekken(),
            (Ouderkeuze::Intrekken, Ouderwoord::Nee) => sleutels::aanmelding::ouder_wil_doorgaan(),
            (Ouderkeuze::Aanbod(_), Ouderwoord::Ja) => sleutels::aanmelding::ouder_aanbod_ja(),
            (Ouderkeuze::Aanbod(_), Ouderwoord::Nee) => sleutels::aanmelding::ouder_aanbod_nee(),
            (Ouderkeuze::Intrekken | Ouderkeuze::Aanbod(_), Ouderwoord::NietBereikt) => {
                sleutels::aanmelding::ouder_niet_bereikt()
            }
        }
    }
}

impl OuderKoos {
    /// What they said, after their name.
    pub fn na_naam(&self) -> sleutels::Tekst {
        match (self.keuze, self.woord) {
            (Ouderkeuze::Intrekken, Ouderwoord::Ja) => sleutels::aanmelding::ouder_woord_wilde_intrekken(),
            (Ouderkeuze::Intrekken, Ouderwoord::Nee) => sleutels::aanmelding::ouder_woord_wilde_doorgaan(),
            (Ouderkeuze::Aanbod(_), Ouderwoord::Ja) => sleutels::aanmelding::ouder_woord_zei_ja(),
            (Ouderkeuze::Aanbod(_), Ouderwoord::Nee) => sleutels::aanmelding::ouder_woord_zei_nee(),
            (Ouderkeuze::Intrekken | Ouderkeuze::Aanbod(_), Ouderwoord::NietBereikt) => {
                sleutels::aanmelding::ouder_woord_zei_niets()
            }
        }
    }
}

/// Whose word it was that ended a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wiens {
    /// Of whoever decides alone.
    Alleen,
    /// Of everybody with authority.
    Samen,
    /// Of one or some; another was not heard.
    Een,
}

impl Aanmelding {
    /// Whose word it was, of a choice that was made.
    pub fn wiens_woord(&self, keuze: Ouderkeuze) -> Wiens {
        let said = self.gezegd(keuze);
        if said.is_empty() {
            Wiens::Alleen
        } else if said.iter().any(|said| said.woord == Ouderwoord::NietBereikt) {
            Wiens::Een
        } else {
            Wiens::Samen
        }
    }

    /// What was said of a choice, oldest first: of withdrawing since somebody last wanted to go on. A no to an offer ends the offer.
    pub fn gezegd(&self, keuze: Ouderkeuze) -> Vec<&Gedaan<OuderKoos>> {
        let all: Vec<_> = self.keuzes.iter().filter(|said| said.keuze == keuze).collect();
        let closed = match keuze {
            Ouderkeuze::Intrekken => all.iter().rposition(|said| said.woord == Ouderwoord::Nee),
            Ouderkeuze::Aanbod(_) => None,
        };
        all.into_iter().skip(closed.map_or(0, |at| at + 1)).collect()
    }

    /// What one of them said of a choice last; none where they said nothing.
    pub fn woord_van(&self, keuze: Ouderkeuze, nr: u32) -> Option<&Gedaan<OuderKoos>> {
        self.gezegd(keuze).into_iter().rev().find(|said| said.van == nr)
    }

    /// The choices of which somebody spoke and not everybody: they wait for the others.
    pub fn lopende_keuzes(&self) -> Vec<Ouderkeuze> {
        if self.afloop.is_some() {
            return Vec::new();
        }
        let offer = self.open_aanbod().map(|aanbod| Ouderkeuze::Aanbod(aanbod.nr));
        let all = [Some(Ouderkeuze::Intrekken), offer].into_iter().flatten();
        all.filter(|keuze| !self.gezegd(*keuze).is_empty()).collect()
    }

    /// The choice of the offer that was accepted; none while none was.
    pub fn aangenomen_keuze(&self) -> Option<Ouderkeuze> {
        let yes = |aanbod: &&crate::staat::Aanbod| {
            matches!(aanbod.antwoord, Some(crate::aanmelding::staat::Antwoord::Aanvaard(_)))
        };
        self.aanbiedingen.iter().find(yes).map(|aanbod| Ouderkeuze::Aanbod(aanbod.nr))
    }

    /// One said yes to the last offer and another no.
    pub fn ouders_oneens(&self) -> bool {
        let Some(last) = self.aanbiedingen.last() else { return false };
        let said = self.gezegd(Ouderkeuze::Aanbod(last.nr));
        let by = |woord| said.iter().filter(move |said| said.woord == woord).map(|said| said.van);
        by(Ouderwoord::Nee).any(|no| by(Ouderwoord::Ja).any(|yes| yes != no))
    }
}

impl Dossier {
    /// Those with authority on a day who said nothing yet of a choice.
    pub fn nog_te_vragen(&self, aanmelding: &Aanmelding, keuze: Ouderkeuze, on: Date) -> Vec<&Persoon> {
        self.nog_niet_gehoord(self.gezag_op(on), aanmelding.gezegd(keuze).iter().map(|said| said.van))
    }

    /// Those on whom a choice waits still, of those who said nothing of it: a withdrawal also on who stands as dead since so short a time.
    pub(super) fn nog_op_te_wachten(
        &self,
        aanmelding: &Aanmelding,
        keuze: Ouderkeuze,
        on: Date,
    ) -> Vec<&Persoon> {
        let mut all = self.pas_zonder_gezag(on);
        if keuze == Ouderkeuze::Intrekken {
            all.extend(self.pas_overleden(on));
        }
        self.nog_niet_gehoord(all, aanmelding.gezegd(keuze).iter().map(|said| said.van))
    }

    /// This person is among those who spoke.
    pub(super) fn is_gehoord(&self, said: &[&Gedaan<OuderKoos>], persoon: &Persoon) -> bool {
        self.is_een_van(persoon, said.iter().map(|said| said.van))
    }
}
