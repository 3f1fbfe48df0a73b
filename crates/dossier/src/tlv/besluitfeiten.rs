//! P4, second half: the decision, made known, used, ended.

use std::sync::Arc;

use base::{Date, OrganisatieId, Vestigingscode};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sleutels::Tekst;

use crate::berekend::{Berekend, Berekening};
use crate::beurt::Onderwerp;
use crate::elders::NIET_GENOEMD;
use crate::gebeurtenis::Fold;
use crate::kaart::{Lezers, kaart, met_velden, over_zaak};
use crate::soort::{Afzender, Bekendmakingswijze, TlvSoort};
use crate::staat::{Besluit, Dossier, Feit, Gedaan};
use crate::tlv::dwangsom::Dwangsomperiode;
use crate::tlv::wijziging;
use crate::woord::Woord;

/// Outcome of `tlv.beslistermijn`, shortened by the SWV's promise where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvTermijn {
    /// Last day of the law's term; none while the clock stands still.
    pub uiterlijk: Option<Date>,
    /// Last day that the SWV promised, where that is earlier.
    pub beloofd: Option<Date>,
    /// Days that the clock stood still.
    pub opgeschorte_dagen: i64,
    /// The clock stands still now.
    pub opgeschort_nu: bool,
}

/// Outcome of `tlv.geldigheid`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geldigheid {
    /// The period is lawful.
    pub geldig: bool,
    /// First lawful last day.
    pub vroegste_einddatum: Date,
}

/// The declaration is granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvVerleend {
    /// Request.
    pub aanvraag: u32,
    /// Number, unique in the SWV.
    pub nummer: String,
    /// What it admits to.
    pub soort: TlvSoort,
    /// Funding category 1, 2 or 3 (so and vso).
    pub categorie: Option<u8>,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// Why, in plain Dutch.
    pub motivering: String,
    /// Why it deviates from an advice; empty when it does not.
    pub afwijking: String,
    /// Why it did not wait for the reaction of the parents to an advice; empty when it did.
    pub eerder: String,
    /// The rule's answer on the experts.
    pub deskundigen: Arc<Berekening>,
    /// The rule's answer on the duration; none for pro and lwoo, which know no such rule.
    pub geldigheid: Option<Berekend<Geldigheid>>,
}

kaart! {
    TlvVerleend, "tlv_verleend", versie 2 [waited];
    over aanvraag; deel H; lezers (|event| Lezers::NaBekendmaking(Onderwerp::Aanvraag(event.aanvraag))); zin |event| sleutels::tlv::Verleend { nummer: &event.nummer }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.eerder]); verhuld [NietVermeld ["motivering"], NietVermeld ["afwijking"]];
    redenen [motivering]; geboortedatum nee;
}

impl Fold for TlvVerleend {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        decided(dossier, self.aanvraag, Besluit::Verleend(Gedaan::op(feit, self)));
    }
}

/// A decision is there. That the one before it would be made known on a later day holds no more.
fn decided(dossier: &mut Dossier, nr: u32, besluit: Besluit) {
    vervallen(dossier, nr);
    if let Some(aanvraag) = dossier.aanvraag_mut(nr) {
        aanvraag.besloten_over = aanvraag.is_voor().cloned();
        aanvraag.besluit = Some(besluit);
    }
}

/// The decision that nobody knows of yet holds no more, nor that it would be made known on a later day.
pub(super) fn vervallen(dossier: &mut Dossier, nr: u32) {
    let Some(aanvraag) = dossier.aanvraag_mut(nr) else { return };
    aanvraag.besluit = None;
    aanvraag.bekendmaking = None;
    aanvraag.dwangsom = aanvraag.dwangsom_hooguit;
}

/// The first shape did not ask whether the parents had reacted.
fn waited(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("eerder", Value::String(String::new()))])
}

/// The declaration is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvGeweigerd {
    /// Request.
    pub aanvraag: u32,
    /// Why, in plain Dutch.
    pub motivering: String,
    /// Why it deviates from an advice; empty when it does not.
    pub afwijking: String,
    /// Why it did not wait for the reaction of the parents to an advice; empty when it did.
    pub eerder: String,
    /// The rule's answer on the experts.
    pub deskundigen: Arc<Berekening>,
}

kaart! {
    TlvGeweigerd, "tlv_geweigerd", versie 2 [waited];
    over aanvraag; deel H; lezers (|event| Lezers::NaBekendmaking(Onderwerp::Aanvraag(event.aanvraag))); zin |_| sleutels::tlv::geweigerd();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.eerder]); verhuld [NietVermeld ["motivering"], NietVermeld ["afwijking"]];
    redenen [motivering]; geboortedatum nee;
}

impl Fold for TlvGeweigerd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        decided(dossier, self.aanvraag, Besluit::Geweigerd(Gedaan::op(feit, self)));
    }
}

/// The decision was made known: the objection term starts on the next day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bekendgemaakt {
    /// Request.
    pub aanvraag: u32,
    /// The day.
    pub op: Date,
    /// How.
    pub wijze: Bekendmakingswijze,
    /// Last day to object (R2.8).
    pub bezwaar_uiterlijk: Berekend<Date>,
    /// The days for which a penalty is due because it came late; none where none ran, and in the first shape.
    pub dwangsom: Option<Dwangsomperiode>,
}

kaart! {
    Bekendgemaakt, "bekendgemaakt", versie 2 [penalty_unknown];
    over aanvraag; deel H; lezers (|event| Lezers::Vanaf(event.op)); zin |event| sleutels::tlv::Bekendgemaakt { op: event.op, wijze: event.wijze.woord() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief Besluit; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

/// The first shape did not say whether a penalty ran.
fn penalty_unknown(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("dwangsom", Value::Null)])
}

impl Fold for Bekendgemaakt {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        let Some(aanvraag) = dossier.aanvraag_mut(self.aanvraag) else { return };
        aanvraag.bekendmaking = Some(Arc::clone(self));
        aanvraag.bekendgemaakt_met = Some(feit.volgnummer);
        aanvraag.dwangsom = self.dwangsom;
        wijziging::vervang(dossier, self.aanvraag);
    }
}

/// The SWV told both parties that the decision comes later, and when (Awb 4:14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VertragingGemeld {
    /// Request.
    pub aanvraag: u32,
    /// New reasonable date.
    pub nieuwe_datum: Date,
    /// Why.
    pub reden: String,
}

kaart! {
    VertragingGemeld, "vertraging_gemeld", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::Vertraging { uiterlijk: event.nieuwe_datum }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief Vertraging; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen [reden]; geboortedatum nee;
}

over_zaak!(VertragingGemeld, aanvraag, aanvraag_mut, |self, aanvraag, _feit| {
    aanvraag.vertraagd_tot = Some(self.nieuwe_datum);
});

/// A notice of default came in (Awb 4:17): a penalty may start to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IngebrekestellingOntvangen {
    /// Request.
    pub aanvraag: u32,
    /// Received on.
    pub ontvangen_op: Date,
    /// In what capacity it was sent: only the applicant's starts a penalty (Awb 4:17 lid 1 and 3).
    pub afzender: Afzender,
    /// From whom.
    pub van: String,
    /// Last day to decide: without a penalty where the applicant sent it, else before its sender can go to court.
    pub beslissen_uiterlijk: Date,
    /// The days for which a penalty is due if nothing is decided; none where another than the applicant sent it, and in the first
    /// shapes.
    pub dwangsom: Option<Dwangsomperiode>,
}

kaart! {
    IngebrekestellingOntvangen, "ingebrekestelling_ontvangen", versie 3 [of_applicant, penalty_unknown];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::ingebrekestelling();
    terugnemen nee; vervangen nee; herrekenen nee; brief ReactieIngebrekestelling; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.van]); verhuld geen;
    redenen geen; geboortedatum nee;
}

/// The first shape took every sender for the applicant.
fn of_applicant(oud: Value) -> Result<Value, serde_json::Error> {
    met_velden(oud, [("afzender", Afzender::Aanvrager.code().into())])
}

over_zaak!(IngebrekestellingOntvangen, aanvraag, aanvraag_mut, |self, aanvraag, _feit| {
    // The first one counts; a second changes nothing (Awb 4:17).
    aanvraag.ingebreke_gesteld_op.get_or_insert(self.ontvangen_op);
    if self.afzender == Afzender::Aanvrager {
        aanvraag.ingebreke_van_aanvrager_op.get_or_insert(self.ontvangen_op);
        let first = aanvraag.zonder_dwangsom_tot.is_none();
        aanvraag.zonder_dwangsom_tot.get_or_insert(self.beslissen_uiterlijk);
        if first {
            (aanvraag.dwangsom, aanvraag.dwangsom_hooguit) = (self.dwangsom, self.dwangsom);
        }
    }
});

/// A school placed the child with the declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvGebruikt {
    /// Request.
    pub aanvraag: u32,
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// First day.
    pub per: Date,
}

kaart! {
    TlvGebruikt, "tlv_gebruikt", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| placed(event);
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, dossier| of_elsewhere(event, dossier));
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

fn placed(event: &TlvGebruikt) -> Tekst {
    if event.schoolnaam == NIET_GENOEMD {
        return sleutels::tlv::geplaatst_elders();
    }
    sleutels::tlv::Geplaatst { school: &event.schoolnaam }.tekst()
}

/// A school that is not concerned with the child by this file says that it uses the declaration: then the school that asked for it
/// holds that fact, and can say that it is not so.
fn of_elsewhere(event: &TlvGebruikt, dossier: &Dossier) -> Option<OrganisatieId> {
    let aanvraag = dossier.aanvraag(event.aanvraag)?;
    (!dossier.kent_hier(&event.vestiging)).then(|| aanvraag.vestiging.organisatie())
}

over_zaak!(TlvGebruikt, aanvraag, aanvraag_mut, |self, aanvraag, _feit| {
    aanvraag.eerder_gebruik.extend(aanvraag.gebruik.take());
    aanvraag.gebruik = Some(Arc::clone(self));
});

/// The declaration ran out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlvVerlopen {
    /// Request.
    pub aanvraag: u32,
}

kaart! {
    TlvVerlopen, "tlv_verlopen", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::verlopen();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(TlvVerlopen, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.verlopen_op = Some(feit.on);
});

/// The school of placement asks for another funding category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategorieWijzigingAangevraagd {
    /// Request.
    pub aanvraag: u32,
    /// Category asked.
    pub categorie: u8,
    /// Why.
    pub reden: String,
}

kaart! {
    CategorieWijzigingAangevraagd, "categorie_wijziging_aangevraagd", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |event| sleutels::tlv::AndereCategorie { categorie: event.categorie.into() }.tekst();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.reden]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(CategorieWijzigingAangevraagd, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.categorie_wijziging_gevraagd.push((feit.on, self.categorie));
});
