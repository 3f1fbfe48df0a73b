//! What pupil, parents and commissie say of a plan, and what they agree to.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::kaart::{Lezers, kaart, met_velden, over_zaak};
use crate::leven::stem::Stem;
use crate::plan::soort::Hoorwijze;
use crate::plan::staat::{Inbreng, Planstem};
use crate::staat::Gedaan;

/// The pupil was offered the opportunity to say freely what they think of the plan (WPO 40a(6), WEC 41a(7), WVO 2020 2.44(5)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeerlingInGelegenheidGesteld {
    /// Plan.
    pub plan: u32,
    /// Who asked the pupil.
    pub door: String,
    /// How, with what support.
    pub hoe: String,
}

kaart! {
    LeerlingInGelegenheidGesteld, "leerling_in_gelegenheid_gesteld", versie 1 [];
    over plan; deel C; lezers allen; zin |_| sleutels::plan::leerling_gevraagd();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.door, &event.hoe]); verhuld [NietVermeld ["door"], NietVermeld ["hoe"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(LeerlingInGelegenheidGesteld, plan, plan_mut, |self, plan, feit| {
    plan.ronde.gelegenheid = Some(Gedaan::op(feit, self));
});

/// The pupil said what they think, in a way of their own choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeerlingGehoord {
    /// Plan.
    pub plan: u32,
    /// The way that the pupil chose.
    pub wijze: Hoorwijze,
    /// In the words of the pupil.
    pub woorden: String,
}

kaart! {
    LeerlingGehoord, "leerling_gehoord", versie 1 [];
    over plan; deel C; lezers (|_event| Lezers::Woorden(None)); zin |_| sleutels::plan::leerling_gehoord();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.woorden]); verhuld [NietVermeld ["woorden"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(LeerlingGehoord, plan, plan_mut, |self, plan, feit| {
    plan.ronde.inbreng = Some(Inbreng::Gehoord(Gedaan::op(feit, self)));
    // What was explained was of other words.
    plan.ronde.uitleg = None;
});

/// The pupil chose to say nothing of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeerlingZagAf {
    /// Plan.
    pub plan: u32,
    /// What the pupil said of that; may be empty.
    pub woorden: String,
}

kaart! {
    LeerlingZagAf, "leerling_zag_af", versie 1 [];
    over plan; deel C; lezers (|_event| Lezers::Woorden(None)); zin |_| sleutels::plan::leerling_zag_af();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.woorden]); verhuld [NietVermeld ["woorden"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(LeerlingZagAf, plan, plan_mut, |self, plan, feit| {
    plan.ronde.inbreng = Some(Inbreng::ZagAf(Gedaan::op(feit, self)));
    plan.ronde.uitleg = None;
});

/// The pupil heard what was done with what they said (WPO 40a(7), (8)c, WEC 41a(8)-(9), WVO 2020 2.44(6), (7)c).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UitlegAanLeerling {
    /// Plan.
    pub plan: u32,
    /// How it changed the plan, or why not.
    pub invloed: String,
}

kaart! {
    UitlegAanLeerling, "uitleg_aan_leerling", versie 1 [];
    over plan; deel C; lezers allen; zin |_| sleutels::plan::uitleg_aan_leerling();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.invloed]); verhuld [NietVermeld ["invloed"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(UitlegAanLeerling, plan, plan_mut, |self, plan, feit| {
    plan.ronde.uitleg = Some(Gedaan::op(feit, self));
});

/// The school talked with the parents, or with the pupil who decides, aiming at agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlegGevoerd {
    /// Plan.
    pub plan: u32,
    /// The version that lay there; none of a talk of before that was asked.
    pub versie: Option<u32>,
    /// With whom.
    pub met: Vec<Stem>,
    /// Of those whose word counts, who was not spoken with though they could be there.
    pub zonder: Vec<Stem>,
    /// Why not; empty where nobody is named.
    pub waarom_niet: String,
    /// What was said.
    pub woorden: String,
}

/// Before, a talk with one counted for all, and for every version.
fn with_those_named(stored: Value) -> Result<Value, serde_json::Error> {
    let (nobody, no_reason) = (Value::Array(Vec::new()), Value::String(String::new()));
    met_velden(stored, [("versie", Value::Null), ("zonder", nobody), ("waarom_niet", no_reason)])
}

kaart! {
    OverlegGevoerd, "overleg_gevoerd", versie 2 [with_those_named];
    over plan; deel C; lezers allen; zin |_| sleutels::plan::overleg_gevoerd();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.waarom_niet, &event.woorden]); verhuld [NietVermeld ["waarom_niet"], NietVermeld ["woorden"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(OverlegGevoerd, plan, plan_mut, |self, plan, feit| {
    plan.gespreksronde().overleg.push(Gedaan::op(feit, self));
});

/// Somebody agrees to the action part as it stands in a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandelingsdeelIngestemd {
    /// Plan.
    pub plan: u32,
    /// The version in which the action part last changed.
    pub versie: u32,
    /// Whose word it is.
    pub van: Stem,
    /// Entered by the school, by what they signed.
    pub namens: bool,
}

kaart! {
    HandelingsdeelIngestemd, "handelingsdeel_ingestemd", versie 1 [];
    over plan; deel F; lezers allen; zin |event| sleutels::plan::Ingestemd { versie: i32::try_from(event.versie).unwrap_or(i32::MAX) }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(HandelingsdeelIngestemd, plan, plan_mut, |self, plan, feit| {
    plan.stemmen.push(Planstem {
        op: feit.on,
        versie: self.versie,
        van: self.van,
        ja: true,
        reden: String::new(),
        namens: self.namens,
    });
});

/// Somebody does not agree to the action part as it stands in a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstemmingGeweigerd {
    /// Plan.
    pub plan: u32,
    /// The version in which the action part last changed.
    pub versie: u32,
    /// Whose word it is.
    pub van: Stem,
    /// Why, in their own words; may be empty.
    pub reden: String,
    /// Entered by the school, by what they wrote or said.
    pub namens: bool,
}

kaart! {
    InstemmingGeweigerd, "instemming_geweigerd", versie 1 [];
    over plan; deel F; lezers (|event| Lezers::Woorden(event.van.persoon())); zin |event| sleutels::plan::Geweigerd { versie: i32::try_from(event.versie).unwrap_or(i32::MAX) }.tekst();
    terugnemen ja; vervangen nee; herrekenen nee; brief GeenInstemming; bijlagen geen; houder school;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(InstemmingGeweigerd, plan, plan_mut, |self, plan, feit| {
    plan.stemmen.push(Planstem {
        op: feit.on,
        versie: self.versie,
        van: self.van,
        ja: false,
        reden: self.reden.clone(),
        namens: self.namens,
    });
});

/// The commissie voor de begeleiding, or of an institute, advises on the plan (WEC 40b(2)a, 41(2)c, 41a(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommissieGeadviseerd {
    /// Plan.
    pub plan: u32,
    /// Of which version.
    pub versie: u32,
    /// What it advises.
    pub advies: String,
}

kaart! {
    CommissieGeadviseerd, "commissie_geadviseerd", versie 1 [];
    over plan; deel C; lezers allen; zin |_| sleutels::plan::commissie_geadviseerd();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder school;
    getypt (|event| vec![&event.advies]); verhuld [NietVermeld ["advies"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(CommissieGeadviseerd, plan, plan_mut, |self, plan, feit| {
    plan.ronde.advies = Some(Gedaan::op(feit, self));
});
