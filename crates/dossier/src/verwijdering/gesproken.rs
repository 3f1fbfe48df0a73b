//! P1b: what was said in a talk about a removal, and who came to it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::kaart::{kaart, met_velden, over_zaak};
use crate::staat::Gedaan;
use crate::verwijdering::verbeteren;

/// Who has to be heard before a removal was heard: parents and group teacher (WPO 40(11), WEC 40(18)), in secondary education the
/// pupil, and until eighteen the parents (WVO 8.15(3)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OudersEnLeraarGehoord {
    /// Removal.
    pub verwijdering: u32,
    /// What the parents said; empty where they have not to be heard.
    pub ouders: String,
    /// What the teacher said; empty in secondary education.
    pub leraar: String,
    /// What the pupil said; empty where nobody wrote it down.
    pub leerling: String,
    /// The parents who came, or let know otherwise what they think, by number: none of them, where they had the chance on the day for
    /// which they were invited and did not take it. Nothing where no parent has to be heard or is known, and in facts of before.
    pub kwamen: Option<Vec<u32>>,
    /// The pupil came, or let know otherwise what they think; false where they had the chance on the day for which they were invited and
    /// did not take it. Nothing where no pupil has to be heard, and in facts of before.
    pub leerling_kwam: Option<bool>,
}

impl OudersEnLeraarGehoord {
    /// They were invited, and no parent came.
    pub fn geen_ouder_kwam(&self) -> bool {
        self.kwamen.as_ref().is_some_and(Vec::is_empty)
    }

    /// The pupil was invited, and did not come.
    pub fn leerling_kwam_niet(&self) -> bool {
        self.leerling_kwam == Some(false)
    }

    /// No parent came, or the pupil did not who is heard in their place.
    pub fn niemand_kwam(&self) -> bool {
        self.geen_ouder_kwam() || self.kwamen.is_none() && self.leerling_kwam_niet()
    }

    /// The pupil was heard. Where nobody was asked whether the pupil came, what it said tells so.
    pub fn hoorde_leerling(&self) -> bool {
        self.leerling_kwam.unwrap_or(!self.leerling.is_empty())
    }
}

/// Before, nobody wrote down what the pupil said.
fn with_pupil(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("leerling", Value::String(String::new()))])
}

/// Before, nobody asked which of the parents came.
fn whoever_came(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("kwamen", Value::Null)])
}

/// Before, nobody asked whether the pupil came.
fn pupil_or_not(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("leerling_kwam", Value::Null)])
}

kaart! {
    OudersEnLeraarGehoord, "ouders_en_leraar_gehoord", versie 4 [with_pupil, whoever_came, pupil_or_not];
    over verwijdering; deel B; lezers allen; zin |event| if event.geen_ouder_kwam() {
        sleutels::verwijdering::niemand_kwam()
    } else if event.niemand_kwam() {
        sleutels::verwijdering::leerling_kwam_niet()
    } else {
        sleutels::verwijdering::gehoord()
    };
    terugnemen (verbeteren::nog_niet_besloten); vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.leerling, &event.ouders, &event.leraar]); verhuld geen;
    redenen geen; geboortedatum (verbeteren::gehoord);
}

over_zaak!(OudersEnLeraarGehoord, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.gehoord_op = Some(feit.on);
    verwijdering.gesprekken.push(Gedaan::op(feit, self));
});
