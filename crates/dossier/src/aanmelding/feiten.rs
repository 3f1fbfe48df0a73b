//! P1: registration and duty of care, from first contact to admission or refusal.

use std::sync::Arc;

use base::{Date, Sector, SwvCode, Vestigingscode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::aanmelding::opdracht::is_late;
use crate::berekend::Berekend;
use crate::gebeurtenis::Fold;
use crate::herreken::Herrekend;
use crate::kaart::{genoemd, kaart, met_velden, over_zaak};
use crate::refusal::Refusal;
use crate::soort::{Onderwijskeuze, Schoolsoort};
use crate::staat::{Aanmelding, Afloop, Dossier, Feit, Gedaan, Opschorting};

pub use crate::aanmelding::afloopfeiten::{
    AanbodAanvaard, AanbodAfgewezen, AanbodGedaan, AanmeldingIngetrokken, BereidGevonden, FeitelijkGeweigerd,
    Getoond, Geweigerd, Overleg, Toegelaten, Weigeringsgrond,
};
pub use crate::aanmelding::contact::EerstContactGemeld;
pub use crate::aanmelding::schoolnu::{SchoolNu, VanBuiten};
use crate::aanmelding::schoolnu::{typed_at_registration, without_school};
pub use crate::aanmelding::tijdelijkfeiten::{
    TijdelijkGeplaatst, TijdelijkRechtGewijzigd, TijdelijkePlaatsingGeeindigd,
};

/// Who registered the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Indiener {
    /// Somebody with authority, by number in the file, on the own page.
    Ouder(u32),
    /// The school entered a registration that the parents made in writing.
    SchoolNamensOuders,
}

/// Outcome of `aanmelding.beslistermijn`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beslistermijn {
    /// Last day for the decision; none while the clock stands still.
    pub uiterlijk: Option<Date>,
    /// The term can still be extended.
    pub verlenging_mogelijk: bool,
    /// Days that the clock stood still.
    pub opgeschorte_dagen: i64,
    /// The clock stands still now.
    pub opgeschort_nu: bool,
}

/// Outcome of `aanmelding.tijdelijke_plaatsing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkRecht {
    /// There is a right, if no decision comes before.
    pub recht: bool,
    /// From when.
    pub vanaf: Option<Date>,
    /// The child is then admitted by the law itself, and there is no temporary place (WPO 40(16), WEC 40(24)).
    pub toelating: bool,
}

/// Before, what kind of place it was stood in the steps of the computation alone.
pub(super) fn with_admission(stored: Value) -> Result<Value, serde_json::Error> {
    let mut event: serde_json::Map<String, Value> = serde_json::from_value(stored)?;
    let Some(right) = event.get_mut("tijdelijk_recht") else { return Ok(event.into()) };
    let steps = right.get("berekening").and_then(|done| done.get("stappen")).and_then(Value::as_array);
    let says = |step: &Value| step.get("omschrijving").is_some_and(|words| words == "Toegelaten vanaf");
    let admitted = steps.is_some_and(|steps| steps.iter().any(says));
    if let Some(outcome) = right.get_mut("uitkomst").and_then(Value::as_object_mut) {
        outcome.insert("toelating".to_owned(), Value::Bool(admitted));
    }
    Ok(event.into())
}

/// Before, a registration did not say which education was asked.
fn without_choice(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("onderwijs", Value::Null)])
}

/// A written registration was received: the duty of care begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aangemeld {
    /// Number in the file.
    pub aanmelding: u32,
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Which education is asked, at a school that gives more than one; nothing elsewhere, and in a fact of before that was asked.
    pub onderwijs: Option<Onderwijskeuze>,
    /// Whose admission rules apply.
    pub sector: Sector,
    /// Public authority or private.
    pub openbaar: bool,
    /// Partnership of the school, where known: it watches over refusals and doubles.
    pub swv: Option<SwvCode>,
    /// Day of receipt.
    pub ontvangen_op: Date,
    /// From when a place is asked.
    pub gewenst_per: Option<Date>,
    /// Other schools, as the parents state them.
    pub andere_scholen: Vec<String>,
    /// R1.6a applies.
    pub minderjarige_asielzoeker: bool,
    /// Less than the lead time before the wished date: stays valid (R1.1).
    pub laat: bool,
    /// Who registered the child.
    pub ingediend_door: Indiener,
    /// What the parents said about support, in their words; may be empty.
    pub toelichting_ouders: String,
    /// Where the child goes to school now.
    pub school_nu: SchoolNu,
    /// It came by the open form.
    pub van_buiten: Option<VanBuiten>,
    /// The term.
    pub termijn: Berekend<Beslistermijn>,
    /// The right to a temporary place.
    pub tijdelijk_recht: Berekend<TijdelijkRecht>,
}

kaart! {
    Aangemeld, "aangemeld", versie 4 [with_admission, without_choice, without_school];
    over aanmelding; deel B; lezers allen; zin |event| sleutels::aanmelding::AangemeldBij { school: &event.schoolnaam }.tekst();
    terugnemen nee; vervangen nee; herrekenen (herreken_aangemeld); brief OntvangstAanmelding; bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt (|event| typed_at_registration(event)); verhuld [Leeg ["school_nu", "school"]];
    redenen geen; geboortedatum nee;
}

fn herreken_aangemeld(event: &mut Aangemeld, anew: &mut Herrekend<'_>) -> Result<(), Refusal> {
    event.ontvangen_op = anew.feiten.ontvangen_op;
    event.minderjarige_asielzoeker = anew.feiten.minderjarige_asielzoeker;
    event.onderwijs = anew.feiten.plek.keuze;
    event.gewenst_per = anew.gewenst_per;
    event.school_nu.clone_from(&anew.school_nu);
    event.andere_scholen.clone_from(&anew.andere_scholen);
    event.laat = is_late(event.ontvangen_op, event.gewenst_per, anew.ctx)?;
    event.tijdelijk_recht = anew.first_right(&event.tijdelijk_recht)?;
    event.termijn = anew.term()?;
    Ok(())
}

impl Fold for Aangemeld {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.aanmeldingen.push(Aanmelding {
            nr: self.aanmelding,
            volgnummer: feit.volgnummer,
            feit: Arc::clone(self),
            termijn: self.termijn.clone(),
            tijdelijk_recht: self.tijdelijk_recht.clone(),
            verlenging: None,
            opschortingen: Vec::new(),
            behoefte: None,
            aanbiedingen: Vec::new(),
            keuzes: Vec::new(),
            gezag_nagekeken: None,
            tijdelijke_plaatsing: None,
            getoond: Vec::new(),
            verklaring_vervallen: None,
            verklaring_nagegaan: None,
            zonder_verklaring: Vec::new(),
            leeftijd: None,
            voorwaarde: None,
            plek_vastgesteld: None,
            niet_gekomen: None,
            feitelijk_geweigerd: Vec::new(),
            weigering_gemeld_op: None,
            weigering_opgepakt: None,
            gekomen: None,
            opp_termijn: None,
            opp_gemeld: None,
            afloop: None,
            herroepen: None,
        });
    }
}

/// The school assessed whether extra ondersteuning is needed (R1.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OndersteuningsbehoefteVastgesteld {
    /// Registration.
    pub aanmelding: u32,
    /// Extra ondersteuning is needed; language arrears alone is not.
    pub extra_ondersteuning: bool,
    /// In words.
    pub toelichting: String,
    /// Only support for language arrears is needed.
    pub alleen_taal: bool,
}

kaart! {
    OndersteuningsbehoefteVastgesteld, "ondersteuningsbehoefte_vastgesteld", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| if event.extra_ondersteuning {
        sleutels::aanmelding::extra_ondersteuning_nodig()
    } else {
        sleutels::aanmelding::geen_extra_ondersteuning_nodig()
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.toelichting]); verhuld [NietVermeld ["toelichting"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(OndersteuningsbehoefteVastgesteld, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.behoefte = Some(Gedaan::op(feit, self));
});

/// Information was asked; the clock stands still (R1.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieGevraagd {
    /// Registration.
    pub aanmelding: u32,
    /// What is missing.
    pub wat: Vec<String>,
    /// Why it is needed.
    pub waarom: String,
    /// Day of the invitation.
    pub uitnodiging_op: Date,
    /// Last day on which it can be given.
    pub tot_en_met: Date,
    /// The term as it stands now: without a last day.
    pub termijn: Berekend<Beslistermijn>,
    /// Last day to decide when nothing comes.
    pub uiterlijk_zonder_antwoord: Option<Date>,
}

kaart! {
    InformatieGevraagd, "informatie_gevraagd", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::informatie_gevraagd();
    terugnemen nee; vervangen nee; herrekenen (herreken_gevraagd); brief VerzoekOmInformatie; bijlagen geen; houder handelend;
    getypt (|event| genoemd(&event.wat, [&event.waarom])); verhuld geen;
    redenen geen; geboortedatum nee;
}

fn herreken_gevraagd(event: &mut InformatieGevraagd, anew: &mut Herrekend<'_>) -> Result<(), Refusal> {
    anew.feiten.opschortingen.push((event.uitnodiging_op, None));
    anew.antwoord_tot = Some(event.tot_en_met);
    event.termijn = anew.term()?;
    event.uiterlijk_zonder_antwoord = anew.without_answer(event.tot_en_met)?;
    Ok(())
}

over_zaak!(InformatieGevraagd, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    aanmelding.opschortingen.push(Opschorting {
        feit: Arc::clone(self),
        uiterlijk_zonder_antwoord: self.uiterlijk_zonder_antwoord,
        onvoldoende: None,
        ingeleverd: Vec::new(),
        bekeken: 0,
        geeindigd_op: None,
        compleet: None,
    });
    aanmelding.termijn = self.termijn.clone();
});

/// The information came; the clock runs again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieOntvangen {
    /// Registration.
    pub aanmelding: u32,
    /// First day on which the clock runs again: that of completion, or the one after the time for it.
    pub op: Date,
    /// It is complete; false when the time lapsed without it and the school decides all the same.
    pub compleet: bool,
    /// The term as it runs now.
    pub termijn: Berekend<Beslistermijn>,
}

kaart! {
    InformatieOntvangen, "informatie_ontvangen", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |event| if event.compleet {
        sleutels::aanmelding::informatie_ontvangen()
    } else {
        sleutels::aanmelding::informatie_bleef_uit()
    };
    terugnemen nee; vervangen nee; herrekenen (herreken_ontvangen); brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

fn herreken_ontvangen(event: &mut InformatieOntvangen, anew: &mut Herrekend<'_>) -> Result<(), Refusal> {
    anew.feiten.end_open(event.op);
    anew.antwoord_tot = None;
    event.termijn = anew.term()?;
    Ok(())
}

over_zaak!(InformatieOntvangen, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(self.op);
        open.compleet = Some(self.compleet);
    }
    aanmelding.termijn = self.termijn.clone();
});

/// Something came and not enough: the parents can complete it as long as their time runs, and the clock stands still on (WPO 63(4),
/// WEC 61(5), Awb 4:5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieOnvoldoende {
    /// Registration.
    pub aanmelding: u32,
    /// Day on which it came.
    pub op: Date,
    /// What is still missing.
    pub nog_nodig: String,
}

kaart! {
    InformatieOnvoldoende, "informatie_onvoldoende", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::informatie_onvoldoende();
    terugnemen ja; vervangen nee; herrekenen nee; brief InformatieNietCompleet; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.nog_nodig]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(InformatieOnvoldoende, aanmelding, aanmelding_mut, |self, aanmelding, _feit| {
    if let Some(open) = aanmelding.opschortingen.iter_mut().find(|o| o.geeindigd_op.is_none()) {
        open.bleek_onvoldoende(self);
    }
});

/// The registration is not handled: the information did not come (Awb 4:5, WPO 63).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuitenBehandelingGesteld {
    /// Registration.
    pub aanmelding: u32,
    /// Why.
    pub reden: String,
    /// Last day to object.
    pub bezwaar_uiterlijk: Date,
}

kaart! {
    BuitenBehandelingGesteld, "buiten_behandeling_gesteld", versie 1 [];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::buiten_behandeling_gesteld();
    terugnemen nee; vervangen nee; herrekenen nee; brief BuitenBehandeling; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen [reden]; geboortedatum nee;
}

over_zaak!(BuitenBehandelingGesteld, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(feit.on);
    }
    let bezwaar_uiterlijk = self.bezwaar_uiterlijk;
    aanmelding.afloop = Some(Afloop::BuitenBehandeling { op: feit.on, bezwaar_uiterlijk });
});

/// The term was extended, once, as short as can be, with notice to the parents (R1.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeslistermijnVerlengd {
    /// Registration.
    pub aanmelding: u32,
    /// By how many weeks; nothing in a fact of before a school could choose: as many as the law allows.
    pub weken: Option<u8>,
    /// Why.
    pub reden: String,
    /// The term as it runs now.
    pub termijn: Berekend<Beslistermijn>,
    /// The last day to decide if the parents answer on the last day that they have; nothing when the clock runs.
    pub uiterlijk_zonder_antwoord: Option<Date>,
}

/// Before, every extension was the longest, and no last day was named while the clock stood still.
fn longest(stored: Value) -> Result<Value, serde_json::Error> {
    met_velden(stored, [("weken", Value::Null), ("uiterlijk_zonder_antwoord", Value::Null)])
}

kaart! {
    BeslistermijnVerlengd, "beslistermijn_verlengd", versie 2 [longest];
    over aanmelding; deel B; lezers allen; zin |_| sleutels::aanmelding::beslistermijn_verlengd();
    terugnemen nee; vervangen nee; herrekenen (herreken_verlengd); brief Verlenging; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen [reden]; geboortedatum nee;
}

fn herreken_verlengd(event: &mut BeslistermijnVerlengd, anew: &mut Herrekend<'_>) -> Result<(), Refusal> {
    anew.feiten.verlengd = true;
    anew.feiten.verlenging_weken = event.weken;
    event.termijn = anew.term()?;
    event.uiterlijk_zonder_antwoord =
        anew.antwoord_tot.map(|day| anew.without_answer(day)).transpose()?.flatten();
    Ok(())
}

over_zaak!(BeslistermijnVerlengd, aanmelding, aanmelding_mut, |self, aanmelding, feit| {
    aanmelding.verlenging = Some(Gedaan::op(feit, self));
    aanmelding.termijn = self.termijn.clone();
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.uiterlijk_zonder_antwoord = self.uiterlijk_zonder_antwoord.or(open.uiterlijk_zonder_antwoord);
    }
});
