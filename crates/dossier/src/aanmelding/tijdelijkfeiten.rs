//! What is recorded of a temporary place: that the right to it changed, that the child got it, and that it ended (R1.8).

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aanmelding::feiten::{TijdelijkRecht, with_admission};
use crate::aanmelding::staat::TijdelijkePlaatsing;
use crate::berekend::Berekend;
use crate::brief::Briefvraag;
use crate::herreken::Herrekend;
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::refusal::Refusal;

/// The child's enrolment changed, and with it the right to a temporary place (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkRechtGewijzigd {
    /// Registration.
    pub aanmelding: u32,
    /// The right as it is now.
    pub tijdelijk_recht: Berekend<TijdelijkRecht>,
}

kaart! {
    TijdelijkRechtGewijzigd, "tijdelijk_recht_gewijzigd", versie 2 [with_admission];
    over aanmelding; deel B; lezers allen; zin |event| if event.tijdelijk_recht.uitkomst.recht {
        if event.tijdelijk_recht.uitkomst.toelating {
            sleutels::aanmelding::toegelaten_door_de_wet()
        } else {
            sleutels::aanmelding::recht_op_tijdelijke_plek()
        }
    } else {
        sleutels::aanmelding::geen_tijdelijke_plek_nodig()
    };
    terugnemen nee; vervangen nee; herrekenen (herreken_recht); brief geen; bijlagen geen; houder school;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

fn herreken_recht(event: &mut TijdelijkRechtGewijzigd, anew: &mut Herrekend<'_>) -> Result<(), Refusal> {
    event.tijdelijk_recht = anew.right(&event.tijdelijk_recht)?;
    Ok(())
}

over_zaak!(TijdelijkRechtGewijzigd, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.tijdelijk_recht = self.tijdelijk_recht.clone();
});

/// The child has a temporary place (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkGeplaatst {
    /// Registration.
    pub aanmelding: u32,
    /// First day.
    pub per: Date,
    /// Group; may be empty.
    pub groep: String,
    /// What happened on the days between the one on which the place began by law and this one; empty where there are none.
    pub ertussen: String,
}

/// Before, nobody asked.
fn nobody_asked(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("ertussen", Value::String(String::new()))])
}

kaart! {
    TijdelijkGeplaatst, "tijdelijk_geplaatst", versie 2 [nobody_asked];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::TijdelijkGeplaatst { per: event.per }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief TijdelijkePlaatsing; bijlagen geen; houder handelend;
    getypt (|event| if event.ertussen.is_empty() { Vec::new() } else { vec![&event.ertussen] }); verhuld [Leeg ["groep"], Leeg ["ertussen"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(TijdelijkGeplaatst, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.tijdelijke_plaatsing = Some(TijdelijkePlaatsing { feit: Arc::clone(self), tot: None });
});

/// The temporary place ended with the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkePlaatsingGeeindigd {
    /// Registration.
    pub aanmelding: u32,
    /// First day on which the child is no longer enrolled there.
    pub per: Date,
    /// It became definitive.
    pub definitief: bool,
}

kaart! {
    TijdelijkePlaatsingGeeindigd, "tijdelijke_plaatsing_geeindigd", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| if event.definitief { sleutels::aanmelding::tijdelijke_plek_werd_vast() } else { sleutels::aanmelding::tijdelijke_plek_geeindigd() };
    terugnemen nee; vervangen nee; herrekenen nee; brief (|event| (!event.definitief).then_some(Briefvraag::EindeTijdelijk(event))); bijlagen geen; houder school;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(TijdelijkePlaatsingGeeindigd, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    if let Some(plaatsing) = aanmelding.tijdelijke_plaatsing.as_mut() {
        plaatsing.tot = Some(self.per);
    }
});
