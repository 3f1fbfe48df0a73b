//! P4, first half: the request, its completion and the advices.

use std::sync::Arc;

use base::{Date, PersoonId, SwvCode, Vestigingscode, dates};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::berekend::Berekend;
use crate::gebeurtenis::Fold;
use crate::kaart::{ALLES_WAT_KAN, Bijlageplek, Documentplek, Lezers, genoemd, kaart, met_velden, over_zaak};
use crate::soort::{Adviesuitkomst, Discipline, SwvGrond, TlvSoort};
use crate::staat::{Advies, Adviesvoorstel, Dossier, Feit, TlvAanvraag, Toewijzing};
use crate::tlv::aanvulling::{Aanvulafloop, Aanvulling};
use crate::tlv::besluitfeiten::TlvTermijn;
use crate::tlv::dwangsom::Dwangsomperiode;
use crate::tlv::identiteit::{Identiteit, of_the_file};
use crate::tlv::staat::VervangenAntwoord;
use crate::tlv::wijziging::GevraagdeCategorie;
use crate::woord::{Woord, aantal};

pub use crate::tlv::zienswijze::{OudersReageerden, Veranderd, Zienswijze};

/// The school started a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvAanvraagGestart {
    /// Number in the file.
    pub aanvraag: u32,
    /// School that applies.
    pub vestiging: Vestigingscode,
    /// Its name.
    pub schoolnaam: String,
    /// What is asked.
    pub soort: TlvSoort,
    /// Competent partnership and its ground (R2.2).
    pub swv: Berekend<SwvCode>,
    /// Why that one.
    pub swv_grond: SwvGrond,
    /// Renewal of this earlier request.
    pub verlenging_van: Option<u32>,
    /// Another category, where that is what is asked; none in the first shape.
    pub andere_categorie: Option<GevraagdeCategorie>,
}

kaart! {
    TlvAanvraagGestart, "tlv_aanvraag_gestart", versie 2 [for_itself];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::Begonnen { soort: event.soort.woord() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| event.andere_categorie.iter().map(|asked| asked.reden.as_str()).collect()); verhuld geen;
    redenen geen; geboortedatum nee;
}

/// In the first shape every request was for a declaration of its own.
fn for_itself(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("andere_categorie", Value::Null)])
}

impl Fold for TlvAanvraagGestart {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        dossier.aanvragen.push(TlvAanvraag {
            nr: self.aanvraag,
            feit: Arc::clone(self),
            swv: self.swv.clone(),
            swv_grond: self.swv_grond,
            eerdere_verbanden: Vec::new(),
            gestart_op: feit.on,
            ontvangen_op: None,
            gevraagd_voor: None,
            besloten_over: None,
            verbeteringen: Vec::new(),
            antwoorden: Vec::new(),
            oude_antwoorden: Vec::new(),
            bijlagen: Vec::new(),
            voorgelegd: Vec::new(),
            sinds_gelezen: Vec::new(),
            zienswijzen: Vec::new(),
            termijn: None,
            aanvullingen: Vec::new(),
            aanvullingen_van_eerder: 0,
            beloofde_weken: None,
            vertraagd_tot: None,
            ingebreke_gesteld_op: None,
            ingebreke_van_aanvrager_op: None,
            zonder_dwangsom_tot: None,
            dwangsom: None,
            dwangsom_hooguit: None,
            dwangsom_vastgesteld: None,
            toewijzingen: Vec::new(),
            geen_paar: false,
            adviesvoorstel: None,
            adviezen: Vec::new(),
            herzien: Vec::new(),
            besluit: None,
            bekendmaking: None,
            bekendgemaakt_met: None,
            gebruik: None,
            eerder_gebruik: Vec::new(),
            categorie_wijziging_gevraagd: Vec::new(),
            vervangen: None,
            verlopen_op: None,
            intrekking: None,
            vervolg: None,
            buiten_behandeling: None,
            aanvraag_ingetrokken_op: None,
            aanvraag_ingetrokken_met: None,
        });
    }
}

/// Where a value in a form comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "soort", deny_unknown_fields)]
pub enum Herkomst {
    /// Typed in this form.
    Getypt,
    /// Taken from the file: which fact, and what it is called there.
    Dossier {
        /// Number of the fact.
        volgnummer: u64,
        /// In words: 'aanmelding van di 3 mrt 2026'.
        omschrijving: String,
    },
}

/// One answered question of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Antwoord {
    /// Code of the question in the checklist.
    pub vraag: String,
    /// The question as it was asked.
    pub tekst: String,
    /// The answer.
    pub waarde: String,
    /// Where it comes from.
    pub herkomst: Herkomst,
}

/// A document with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bijlage {
    /// Code of the question it supports.
    pub vraag: String,
    /// File name as given, cleaned.
    pub naam: String,
    /// Media type: one of the allowed ones.
    pub soort: String,
    /// Where its bytes are kept.
    pub blob: String,
    /// SHA-256 of the bytes as they are stored (encrypted), hexadecimal.
    pub vingerafdruk: String,
    /// Length in bytes.
    pub lengte: u64,
}

impl Bijlage {
    /// Where its bytes are, as a fact tells of it.
    pub(crate) fn plek(&self) -> Bijlageplek<'_> {
        let document = Documentplek { naam: &self.naam, vraag: &self.vraag, delen: ALLES_WAT_KAN };
        Bijlageplek {
            blob: &self.blob,
            vingerafdruk: &self.vingerafdruk,
            lengte: self.lengte,
            document: Some(document),
        }
    }
}

/// The request was sent: complete, by the checklist of that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvAangevraagd {
    /// Request.
    pub aanvraag: u32,
    /// Answers.
    pub antwoorden: Vec<Antwoord>,
    /// Documents.
    pub bijlagen: Vec<Bijlage>,
    /// Codes of the checklist's points that were asked and met.
    pub voldaan: Vec<String>,
    /// Codes of points that were asked and not met, and do not block (agreement of parents).
    pub ontbreekt_zonder_gevolg: Vec<String>,
    /// The term (R2.7).
    pub termijn: Berekend<TlvTermijn>,
    /// For which child, as it was called and born that day; none in the first shape, where the file says it.
    pub kind: Option<Identiteit>,
    /// What is other than parents or pupil read when they gave a view, for whoever decides; nothing in the first two shapes.
    pub sinds_gelezen: Vec<Veranderd>,
}

kaart! {
    TlvAangevraagd, "tlv_aangevraagd", versie 3 [of_the_file, compared_with_nothing];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::Verzonden { punten: aantal(event.voldaan.len()) }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief OntvangstAanvraag; bijlagen (|event| event.bijlagen.iter().map(Bijlage::plek).collect()); houder handelend;
    getypt geen; verhuld [NietVermeld ["antwoorden", "*", "waarde"], Geen ["bijlagen"], Geen ["sinds_gelezen"]];
    redenen geen; geboortedatum nee;
}

/// In the first two shapes what they read was compared with nothing.
fn compared_with_nothing(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("sinds_gelezen", Value::Array(Vec::new()))])
}

impl Fold for TlvAangevraagd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        let of_the_file = dossier.leerling.as_ref().map(Identiteit::from);
        let Some(aanvraag) = dossier.aanvraag_mut(self.aanvraag) else { return };
        aanvraag.gevraagd_voor = self.kind.clone().or(of_the_file);
        self.sent(aanvraag, feit);
    }
}

impl TlvAangevraagd {
    fn sent(&self, aanvraag: &mut TlvAanvraag, feit: &Feit) {
        aanvraag.ontvangen_op = Some(feit.on);
        aanvraag.antwoorden.clone_from(&self.antwoorden);
        aanvraag.bijlagen.clone_from(&self.bijlagen);
        aanvraag.sinds_gelezen.clone_from(&self.sinds_gelezen);
        aanvraag.termijn = Some(self.termijn.clone());
        let promised = self.termijn.uitkomst.beloofd.map(|day| dates::days_between(feit.on, day) / 7);
        aanvraag.beloofde_weken = promised.and_then(|weken| weken.try_into().ok());
    }
}

/// The SWV asked for more; the clock stands still (Awb 4:5, 4:15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvullingGevraagd {
    /// Request.
    pub aanvraag: u32,
    /// What is missing.
    pub wat: Vec<String>,
    /// Why it is needed.
    pub waarom: String,
    /// Day of the invitation.
    pub uitnodiging_op: Date,
    /// Last day on which it can be given.
    pub tot_en_met: Date,
    /// The term as it stands now.
    pub termijn: Berekend<TlvTermijn>,
    /// Last day to decide when nothing comes.
    pub uiterlijk_zonder_antwoord: Option<Date>,
}

kaart! {
    AanvullingGevraagd, "aanvulling_gevraagd", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::aanvulling_gevraagd();
    terugnemen nee; vervangen nee; herrekenen nee; brief VerzoekOmAanvulling; bijlagen geen; houder handelend;
    getypt (|event| genoemd(&event.wat, [&event.waarom])); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(AanvullingGevraagd, aanvraag, aanvraag_mut, |self, aanvraag, _feit| {
    aanvraag.aanvullingen.push(Aanvulling {
        feit: Arc::clone(self),
        ingeleverd: Vec::new(),
        geeindigd_op: None,
        afloop: Aanvulafloop::Open,
        beoordeeld: None,
    });
    aanvraag.termijn = Some(self.termijn.clone());
});

/// What was missing came; the clock runs again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvullingOntvangen {
    /// Request.
    pub aanvraag: u32,
    /// First day on which the clock runs again: that of completion, or the one after the time for it.
    pub op: Date,
    /// Answers added or replaced.
    pub antwoorden: Vec<Antwoord>,
    /// Documents added.
    pub bijlagen: Vec<Bijlage>,
    /// The term as it runs now.
    pub termijn: Berekend<TlvTermijn>,
}

kaart! {
    AanvullingOntvangen, "aanvulling_ontvangen", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::aanvulling_ontvangen();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen (|event| event.bijlagen.iter().map(Bijlage::plek).collect()); houder handelend;
    getypt geen; verhuld [NietVermeld ["antwoorden", "*", "waarde"], Geen ["bijlagen"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(AanvullingOntvangen, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    let came = !self.antwoorden.is_empty() || !self.bijlagen.is_empty();
    for open in aanvraag.aanvullingen.iter_mut().filter(|a| a.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(self.op);
        open.afloop = if came { Aanvulafloop::Gekomen } else { Aanvulafloop::Niets };
        // What was said was of less than there is now.
        if came {
            open.beoordeeld = None;
        }
    }
    aanvraag.wordt_aangevuld(&self.antwoorden, &self.bijlagen);
    for antwoord in &self.antwoorden {
        let replaced = aanvraag.antwoorden.extract_if(.., |oud| oud.vraag == antwoord.vraag);
        let replaced = replaced.map(|antwoord| VervangenAntwoord { antwoord, tot: feit.on });
        aanvraag.oude_antwoorden.extend(replaced.collect::<Vec<_>>());
        aanvraag.antwoorden.push(antwoord.clone());
    }
    aanvraag.bijlagen.extend(self.bijlagen.iter().cloned());
    aanvraag.termijn = Some(self.termijn.clone());
    // It was written about less than there is now.
    if let Some(voorstel) = aanvraag.adviesvoorstel.as_mut() {
        voorstel.achterhaald = true;
    }
});

/// An expert was asked to advise (R2.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskundigeToegewezen {
    /// Request.
    pub aanvraag: u32,
    /// The expert's account.
    pub persoon: PersoonId,
    /// Name, for letters.
    pub naam: String,
    /// Lawful discipline.
    pub discipline: Discipline,
    /// Works for another than the applicant.
    pub onafhankelijk: bool,
}

kaart! {
    DeskundigeToegewezen, "deskundige_toegewezen", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::DeskundigeGevraagd { discipline: event.discipline.woord() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(DeskundigeToegewezen, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.toewijzingen.push(Toewijzing {
        volgnummer: feit.volgnummer,
        feit: Arc::clone(self),
        op: feit.on,
        beeindigd_op: None,
        reden_einde: String::new(),
    });
    // With two or more who are asked the last one made the pair, or could not have been asked.
    aanvraag.geen_paar = false;
});

/// An assignment ended without advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToewijzingBeeindigd {
    /// Request.
    pub aanvraag: u32,
    /// The expert's account.
    pub persoon: PersoonId,
    /// Why.
    pub reden: String,
    /// The experts who are left, two or more, are no pair of the law (R2.3): another has to be asked. Not said in the first shape.
    pub geen_paar: bool,
}

/// The first shape did not look at who was left.
fn nobody_looked(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("geen_paar", Value::Bool(false))])
}

kaart! {
    ToewijzingBeeindigd, "toewijzing_beeindigd", versie 2 [nobody_looked];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::geen_advies();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(ToewijzingBeeindigd, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    for open in
        aanvraag.toewijzingen.iter_mut().filter(|t| t.persoon == self.persoon && t.beeindigd_op.is_none())
    {
        open.beeindigd_op = Some(feit.on);
        open.reden_einde.clone_from(&self.reden);
    }
    aanvraag.geen_paar = self.geen_paar;
    aanvraag.drop_proposal_of(&self.persoon);
});

/// An expert lays an advice of two before the other: it is an advice when that one signs too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GezamenlijkAdviesVoorgelegd {
    /// Request.
    pub aanvraag: u32,
    /// Who wrote it, and has signed with that.
    pub door: PersoonId,
    /// Who is asked to sign.
    pub aan: PersoonId,
    /// What they would advise.
    pub uitkomst: Adviesuitkomst,
    /// Funding category (so and vso).
    pub categorie: Option<u8>,
    /// Last day advised.
    pub tot_en_met: Option<Date>,
    /// In words.
    pub tekst: String,
}

kaart! {
    GezamenlijkAdviesVoorgelegd, "gezamenlijk_advies_voorgelegd", versie 1 [];
    over aanvraag; deel H; lezers (|event| Lezers::Alleen([&event.door, &event.aan])); zin |_| sleutels::tlv::wacht_op_handtekening();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder verband;
    getypt geen; verhuld [NietVermeld ["tekst"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(GezamenlijkAdviesVoorgelegd, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.adviesvoorstel = Some(Adviesvoorstel {
        volgnummer: feit.volgnummer,
        achterhaald: false,
        feit: Arc::clone(self),
        op: feit.on,
    });
});

/// Experts advised: one, or two who sign together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviesUitgebracht {
    /// Request.
    pub aanvraag: u32,
    /// Who.
    pub door: Vec<PersoonId>,
    /// What they advise.
    pub uitkomst: Adviesuitkomst,
    /// Funding category (so and vso).
    pub categorie: Option<u8>,
    /// Last day advised.
    pub tot_en_met: Option<Date>,
    /// In words, for parents too: they get a copy (R2.9).
    pub tekst: String,
}

kaart! {
    AdviesUitgebracht, "advies_uitgebracht", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| {
        let uitkomst = event.uitkomst.woord();
        if event.door.len() > 1 { sleutels::tlv::GezamenlijkAdviesUitgebracht { uitkomst }.tekst() } else { sleutels::tlv::AdviesUitgebracht { uitkomst }.tekst() }
    };
    terugnemen nee; vervangen nee; herrekenen nee; brief AfschriftAdvies; bijlagen geen; houder verband;
    getypt geen; verhuld [NietVermeld ["tekst"]];
    redenen geen; geboortedatum nee;
}

over_zaak!(AdviesUitgebracht, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    for persoon in &self.door {
        aanvraag.drop_proposal_of(persoon);
    }
    aanvraag.adviezen.push(Advies { volgnummer: feit.volgnummer, feit: Arc::clone(self), op: feit.on });
});

/// The school withdrew the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvAanvraagIngetrokken {
    /// Request.
    pub aanvraag: u32,
    /// Why.
    pub reden: String,
    /// The days for which the partnership owes a penalty all the same, because it was late. Not said in the first shape.
    pub dwangsom: Option<Dwangsomperiode>,
}

/// In the first shape what was owed fell with the request.
fn nothing_owed(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("dwangsom", Value::Null)])
}

kaart! {
    TlvAanvraagIngetrokken, "tlv_aanvraag_ingetrokken", versie 2 [nothing_owed];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::aanvraag_ingetrokken();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(TlvAanvraagIngetrokken, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.aanvraag_ingetrokken_op = Some(feit.on);
    aanvraag.aanvraag_ingetrokken_met = Some(feit.volgnummer);
    aanvraag.dwangsom = self.dwangsom;
});
