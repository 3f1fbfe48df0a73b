//! P1b: removal and suspension.

use std::sync::Arc;

use base::{Date, Sector, Vestigingscode, dates};
use recht::Plicht;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aanmelding::feiten::BereidGevonden;
use crate::algemeen::verstuurd::nog_niet_verstuurd;
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Fold;
use crate::kaart::{kaart, met_velden, over_zaak};
use crate::opdracht::{Besluitvorming, Opdracht};
use crate::refusal::Refusal;
use crate::soort::ZonderSchool;
use crate::staat::{Dossier, Feit, Gedaan, Schorsing, Verwijdering};
use crate::verwijdering::opdracht::Schors;
use crate::verwijdering::verbeteren;

pub use crate::verwijdering::gesproken::OudersEnLeraarGehoord;

/// Outcome of `leerplicht.periode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leerplichttijd {
    /// From when the Leerplichtwet holds for the pupil.
    pub van: Date,
    /// First day on which it does not any more, kwalificatieplicht included.
    pub tot: Date,
}

/// The board intends to remove the pupil; the parents are told why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerwijderingVoorgenomen {
    /// Number in the file.
    pub verwijdering: u32,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Whose rules apply.
    pub sector: Sector,
    /// What the law asks of a removal from this school on that day, of what not every act asks.
    pub plichten: Vec<Plicht>,
    /// Why.
    pub redenen: String,
    /// When the Leerplichtwet holds for the pupil, where another school is needed for such a pupil alone (WEC 40(18), WVO 8.15(2)).
    /// Nothing where the law asks one for every pupil (WPO 40(11)), and in facts of before.
    pub leerplicht: Option<Berekend<Leerplichttijd>>,
    /// The working day for which the letter invites those who are heard; nothing in facts of before.
    pub gesprek_op: Option<Date>,
}

/// Before, every removal asked another school.
fn for_every_pupil(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("leerplicht", Value::Null)])
}

/// Before, the day of the talk was computed anew where it was asked for.
fn without_a_day(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("gesprek_op", Value::Null)])
}

/// Before, it followed from the sector: so the acts had it on the days of such facts.
fn by_its_sector(stored: Value) -> Result<Value, serde_json::Error> {
    let plichten: &[Plicht] = match serde_json::from_value(stored.get("sector").cloned().unwrap_or_default())?
    {
        Sector::Po => &[Plicht::VerwijderingHorenLeraar],
        Sector::So => &[
            Plicht::VerwijderingHorenLeraar,
            Plicht::VerwijderingHorenWieZelfBeslist,
            Plicht::VerwijderingSchoolBijLeerplicht,
        ],
        Sector::Vo => &[
            Plicht::VerwijderingHorenLeerling,
            Plicht::VerwijderingHorenMeerderjarige,
            Plicht::VerwijderingSchoolBijLeerplicht,
            Plicht::VerwijderingInspectie,
            Plicht::VerwijderingInspectieMelden,
            Plicht::VerwijderingBekendLeerling,
        ],
    };
    met_velden(stored, [("plichten", serde_json::to_value(plichten)?)])
}

kaart! {
    VerwijderingVoorgenomen, "verwijdering_voorgenomen", versie 4 [for_every_pupil, without_a_day, by_its_sector];
    over verwijdering; deel B; lezers allen; zin |_| sleutels::verwijdering::voornemen();
    terugnemen nee; vervangen nee; herrekenen nee; brief Voornemen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.redenen]); verhuld [NietVermeld ["redenen"]];
    redenen [redenen]; geboortedatum (verbeteren::voornemen);
}

/// What of a removal not every act asks.
const VERWIJDERPLICHTEN: [Plicht; 8] = [
    Plicht::VerwijderingHorenLeerling,
    Plicht::VerwijderingHorenLeraar,
    Plicht::VerwijderingHorenMeerderjarige,
    Plicht::VerwijderingHorenWieZelfBeslist,
    Plicht::VerwijderingSchoolBijLeerplicht,
    Plicht::VerwijderingInspectie,
    Plicht::VerwijderingInspectieMelden,
    Plicht::VerwijderingBekendLeerling,
];

/// Which of it the law asks of a school of this sector today.
pub(super) fn plichten(sector: Sector, ctx: &Besluitvorming<'_>) -> Vec<Plicht> {
    let asked = |plicht: &Plicht| ctx.wet.eist(*plicht, sector, ctx.vandaag);
    VERWIJDERPLICHTEN.into_iter().filter(asked).collect()
}

impl VerwijderingVoorgenomen {
    /// The law asked this on the day of the intention.
    pub fn eist(&self, plicht: Plicht) -> bool {
        self.plichten.contains(&plicht)
    }
}

impl Fold for VerwijderingVoorgenomen {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.verwijderingen.push(Verwijdering {
            nr: self.verwijdering,
            feit: Arc::clone(self),
            voorgenomen_op: feit.on,
            gehoord_op: None,
            gesprekken: Vec::new(),
            verzettingen: Vec::new(),
            overleg_begonnen_op: None,
            inspectie_geraadpleegd_op: None,
            bereid: None,
            besluit: None,
            herroepen: None,
            gemeld_aan_ben_w: None,
            gemeld_aan_inspectie: None,
            ingetrokken_op: None,
            bezwaar_later: None,
            elders_vastgesteld: None,
        });
    }
}

/// The Inspectie was consulted beforehand (vo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectieGeraadpleegd {
    /// Removal.
    pub verwijdering: u32,
    /// What came of it.
    pub uitkomst: String,
}

kaart! {
    InspectieGeraadpleegd, "inspectie_geraadpleegd", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |_| sleutels::verwijdering::inspectie_geraadpleegd();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.uitkomst]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(InspectieGeraadpleegd, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.inspectie_geraadpleegd_op = Some(feit.on);
});

/// Another school is willing to take the pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolBereidGevonden {
    /// Removal.
    pub verwijdering: u32,
    /// Which, with what shows it.
    pub school: BereidGevonden,
}

kaart! {
    SchoolBereidGevonden, "school_bereid_gevonden", versie 5 [BereidGevonden::upcast, BereidGevonden::upcast_condition, BereidGevonden::upcast_outcome, BereidGevonden::upcast_place];
    over verwijdering; deel B; lezers allen; zin |event| sleutels::verwijdering::SchoolBereid { school: &event.school.schoolnaam }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.school.schoolnaam, &event.school.plaats, &event.school.contact, &event.school.bewijs, &event.school.voorwaarde]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(SchoolBereidGevonden, verwijdering, verwijdering_mut, |self, verwijdering, _feit| {
    verwijdering.bereid = Some(Arc::clone(self));
});

/// How a school was looked for without success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zoektocht {
    /// Since when.
    pub sinds: Date,
    /// Which schools were asked, and what they said.
    pub hoe: String,
}

/// By what no other school is asked, though the pupil is of the age for which one is (LPW 4a, 4b, WEC 40(18)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vrijgesteld {
    /// What.
    pub waarom: ZonderSchool,
    /// What shows it.
    pub blijkt: String,
}

/// The pupil is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verwijderd {
    /// Removal.
    pub verwijdering: u32,
    /// First day on which the pupil is no longer enrolled.
    pub per: Date,
    /// Why, for the parents.
    pub motivering: String,
    /// Last day to object.
    pub bezwaar_uiterlijk: Date,
    /// The search of an institute for cluster 1 or 2 that found no school (WEC 40(18)).
    pub zoektocht: Option<Zoektocht>,
    /// What the school knows of the pupil by which no other school is asked.
    pub vrijgesteld: Option<Vrijgesteld>,
    /// Insufficient progress is a ground of it (Uitvoeringsbesluit WVO 2020 8.12); none where no article asks, and in facts of before.
    pub vorderingen: Option<bool>,
}

/// Before, nobody said whether progress was a ground.
fn of_no_progress(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("vorderingen", Value::Null)])
}

/// Before, that was asked of nobody.
fn free_of_nothing(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("vrijgesteld", Value::Null)])
}

/// What was typed with a removal.
fn removed(event: &Verwijderd) -> Vec<&str> {
    let searched = event.zoektocht.as_ref().map(|search| search.hoe.as_str());
    let free = event.vrijgesteld.as_ref().map(|free| free.blijkt.as_str());
    [Some(event.motivering.as_str()), searched, free].into_iter().flatten().collect()
}

/// Before, nobody was removed without another school.
fn with_school(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("zoektocht", Value::Null)])
}

kaart! {
    Verwijderd, "verwijderd", versie 4 [with_school, free_of_nothing, of_no_progress];
    over verwijdering; deel B; lezers allen; zin |event| sleutels::verwijdering::VerwijderdPer { per: event.per }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief Verwijdering; bijlagen geen; houder handelend;
    getypt (|event| removed(event)); verhuld geen;
    redenen [motivering]; geboortedatum nee;
}

over_zaak!(Verwijderd, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.besluit = Some(Gedaan::op(feit, self));
});

/// The intention to remove was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerwijderingIngetrokken {
    /// Removal.
    pub verwijdering: u32,
    /// Why.
    pub reden: String,
}

kaart! {
    VerwijderingIngetrokken, "verwijdering_ingetrokken", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |_| sleutels::verwijdering::voornemen_ingetrokken();
    terugnemen nee; vervangen nee; herrekenen nee; brief VoornemenIngetrokken; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld [NietVermeld ["reden"]];
    redenen [reden]; geboortedatum nee;
}

over_zaak!(VerwijderingIngetrokken, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.ingetrokken_op = Some(feit.on);
});

/// The removal was reported to burgemeester en wethouders (LPW 18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GemeldAanBenW {
    /// Removal.
    pub verwijdering: u32,
    /// Municipality, by name.
    pub gemeente: String,
}

kaart! {
    GemeldAanBenW, "gemeld_aan_ben_w", versie 1 [];
    over verwijdering; deel B; lezers allen; zin |event| sleutels::verwijdering::GemeldGemeente { gemeente: &event.gemeente }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief MeldingGemeente; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.gemeente]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(GemeldAanBenW, verwijdering, verwijdering_mut, |self, verwijdering, feit| {
    verwijdering.gemeld_aan_ben_w = Some(feit.on);
});

/// What was reported to the Inspectie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InspectieMelding {
    /// Removal with this number.
    Verwijdering(u32),
    /// Suspension with this number.
    Schorsing(u32),
}

impl InspectieMelding {
    /// The case that was reported.
    pub fn onderwerp(self) -> Onderwerp {
        match self {
            Self::Verwijdering(nr) => Onderwerp::Verwijdering(nr),
            Self::Schorsing(nr) => Onderwerp::Schorsing(nr),
        }
    }
}

/// A report to the Inspectie, with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GemeldAanInspectie {
    /// About what.
    pub over: InspectieMelding,
}

kaart! {
    GemeldAanInspectie, "gemeld_aan_inspectie", versie 1 [];
    over (|event| Some(event.over.onderwerp())); deel B; lezers allen; zin |event| match event.over {
        InspectieMelding::Verwijdering(_) => sleutels::verwijdering::verwijdering_gemeld_inspectie(),
        InspectieMelding::Schorsing(_) => sleutels::verwijdering::schorsing_gemeld_inspectie(),
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief MeldingInspectie; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

impl Fold for GemeldAanInspectie {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        match self.over {
            InspectieMelding::Verwijdering(nr) => {
                if let Some(verwijdering) = dossier.verwijdering_mut(nr) {
                    verwijdering.gemeld_aan_inspectie = Some(feit.on);
                }
            }
            InspectieMelding::Schorsing(nr) => {
                if let Some(schorsing) = dossier.schorsing_mut(nr) {
                    schorsing.gemeld_op = Some(feit.on);
                }
            }
        }
    }
}

/// Outcome of `schorsing.toets`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchorsingToets {
    /// Not longer than the law allows.
    pub toegestaan: bool,
    /// The Inspectie must be told.
    pub melding_inspectie: bool,
    /// Days, both ends included, with those of a suspension that this one follows or precedes.
    pub dagen: i64,
}

/// The pupil is suspended, in writing with reasons (R1.11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geschorst {
    /// Number in the file.
    pub schorsing: u32,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// Why, as told to the parents.
    pub redenen: String,
    /// The rule's answer.
    pub toets: Berekend<SchorsingToets>,
    /// The removal of which the board consults the Inspectie in those days: then it may last longer than a week (WVO 8.15(4)).
    pub tijdens_overleg: Option<u32>,
    /// Whose rules apply; nothing in facts of before.
    pub sector: Option<Sector>,
}

/// Before, no suspension lasted longer than a week.
fn a_week_at_most(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("tijdens_overleg", Value::Null)])
}

/// Before, a suspension did not say whose rules apply; the time of a consultation is known in secondary education alone.
fn of_no_sector(stored: Value) -> Result<Value, serde_json::Error> {
    let mut velden: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    let leans = velden.get("tijdens_overleg").is_some_and(|over| !over.is_null());
    velden.insert("sector".to_owned(), serde_json::to_value(leans.then_some(Sector::Vo))?);
    Ok(velden.into())
}

kaart! {
    Geschorst, "geschorst", versie 3 [a_week_at_most, of_no_sector];
    over (|event| Some(Onderwerp::Schorsing(event.schorsing))); deel B; lezers allen; zin |event| sleutels::verwijdering::GeschorstVan { van: event.van, tot_en_met: event.tot_en_met }.tekst();
    terugnemen (nog_niet_verstuurd); vervangen (vervang_schorsing, zelfde_schorsing, toen |_, _, _| Ok(())); herrekenen nee; brief Schorsing; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.redenen]); verhuld [NietVermeld ["redenen"]];
    redenen [redenen]; geboortedatum nee;
}

/// Another suspension.
fn vervang_schorsing(new: &Geschorst, _: &Dossier) -> Opdracht {
    let Geschorst { vestiging, van, tot_en_met, redenen, tijdens_overleg, .. } = new.clone();
    let tijdens_overleg = tijdens_overleg.is_some();
    Schors { vestiging, van, tot_en_met, redenen, tijdens_overleg, op_vrije_dag: true }.into()
}

/// The same suspension at the same school.
fn zelfde_schorsing(old: &Geschorst, new: &Geschorst) -> Result<(), Refusal> {
    if (old.schorsing, &old.vestiging) == (new.schorsing, &new.vestiging) {
        return Ok(());
    }
    Err(Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()))
}

impl Fold for Geschorst {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.schorsingen.push(Schorsing {
            nr: self.schorsing,
            feit: Arc::clone(self),
            besloten_op: dates::today_in_nl(feit.recorded_at),
            gemeld_op: None,
            einde: None,
            herroepen: None,
        });
    }
}
