//! Correcting: an earlier fact was wrong. It stays in the log; the file is computed as if the right
//! one stood in its place.

use base::{Date, dates};
use verband::grenzen::DAGEN_NA_GEVRAAGDE_DAG;

use crate::aanmelding::feiten::{Indiener, SchoolNu, TijdelijkRecht};
use crate::aanmelding::onderwijs::{Onderwijsplek, chosen};
use crate::aanmelding::opdracht::{open, refuse_too_young};
use crate::aanmelding::schoolnu::Plaatsvraag;
use crate::aanmelding::tijdelijk::place_of_right;
use crate::algemeen::feiten::{Gecorrigeerd, Vervanging};
use crate::algemeen::geboortedatum;
use crate::algemeen::geheel::{Geheel, toelating_van};
use crate::algemeen::grenzen::{self, bewaak};
use crate::algemeen::{opnieuw, overlijden, personen};
use crate::gebeurtenis::Gebeurtenis;
use crate::herreken::{Herrekend, Zoals};
use crate::leven::elders;
use crate::opdracht::velden::{
    Dag, MagDag, MagJaNee, MagKeuze, MagOnderwijs, MagRegels, Tekst, Vinkje, daad,
};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::Schoolgang;
use crate::staat::{Aanmelding, Dossier, Feit, Inhoud};
use crate::toegang::Deel;

/// Puts another fact in the place of a wrong one, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrigeer {
    /// Number in the file of the fact that was wrong.
    pub volgnummer: u64,
    /// Why.
    pub waarom: String,
    /// The act that should have been done: of the kind that would record the fact; none to take it back.
    pub nieuw: Option<Box<Opdracht>>,
}

/// No such fact is in the file, or none that whoever asks reads: the answer is the same.
pub fn feit_niet_in_dossier() -> Refusal {
    Refusal::field("volgnummer", sleutels::algemeen::niet_in_dossier())
}

/// The fact with this number, when it can be read and the one who corrects belongs to its holder.
fn correctable<'a>(
    dossier: &'a Dossier,
    volgnummer: u64,
    ctx: &Besluitvorming<'_>,
) -> Result<(&'a Feit, &'a Gebeurtenis), Refusal> {
    let feit: &Feit = dossier.feit(volgnummer).ok_or_else(feit_niet_in_dossier)?;
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else {
        return Err(Refusal::new("niet_leesbaar", sleutels::algemeen::niet_leesbaar()));
    };
    if feit.holder != ctx.actor.organisatie {
        return Err(Refusal::new("andere_houder", sleutels::algemeen::andere_houder())
            .instead(sleutels::algemeen::organisatie_verbetert()));
    }
    // Who only finds out where the child is, puts that right, and its own deregistration (access: no word on authority or secrecy).
    let left = matches!(gebeurtenis, Gebeurtenis::Uitgeschreven(_) | Gebeurtenis::SchoolNagegaan(_));
    if gebeurtenis.deel() == Deel::A && !left && dossier.zoekt_alleen(&feit.holder, ctx.vandaag) {
        return Err(Refusal::new("uitgeschreven", sleutels::algemeen::kind_is_uitgeschreven())
            .instead(sleutels::algemeen::nieuwe_school_verbetert()));
    }
    // What a parent told about a school stands in that school's part of the file, and stays theirs. What a stranger's school said of
    // a declaration is for the school that holds it.
    let of_family = matches!(feit.actor.rol, Rol::Ouder | Rol::Leerling);
    if of_family && feit.actor.organisatie != ctx.actor.organisatie {
        return Err(Refusal::new("van_een_ander", sleutels::algemeen::van_een_ander())
            .instead(sleutels::algemeen::diegene_verbetert()));
    }
    Ok((feit, gebeurtenis))
}

pub(super) fn replacement(
    volgnummer: u64,
    waarom: &str,
    nieuw: &Gebeurtenis,
) -> Result<Gecorrigeerd, Refusal> {
    let payload = nieuw.encode().and_then(|bytes| serde_json::from_slice(&bytes));
    let gegevens = payload
        .map_err(|_| Refusal::new("niet_vast_te_leggen", sleutels::algemeen::niet_vast_te_leggen()))?;
    Ok(Gecorrigeerd {
        volgnummer,
        waarom: waarom.to_owned(),
        nieuw: Some(Vervanging {
            event_type: nieuw.event_type().to_owned(),
            event_version: nieuw.event_version(),
            gegevens,
        }),
    })
}

pub(super) fn taken_back(volgnummer: u64, waarom: &str) -> Gecorrigeerd {
    Gecorrigeerd { volgnummer, waarom: waarom.to_owned(), nieuw: None }
}

/// One correction of each fact that an act recorded, so that they say what the right act would have said: another of the same kind in
/// its place, nothing where that act says nothing of the kind, and what only that act says besides.
fn corrections(
    dossier: &Dossier,
    (geheel, waarom): (&Geheel<'_>, &str),
    right: Vec<Vaststelling>,
    ctx: &Besluitvorming<'_>,
) -> Result<Vec<Vaststelling>, Refusal> {
    let mut left = right;
    let mut events = Vec::new();
    for feit in geheel.feiten() {
        let same = left.iter().position(|one| one.gebeurtenis.event_type() == feit.inhoud.event_type());
        let now = effective(dossier, feit);
        let correction = match same.map(|place| left.remove(place)) {
            Some(nieuw) if now.as_ref() != Some(&nieuw.gebeurtenis) => {
                replacement(feit.volgnummer, waarom, &nieuw.gebeurtenis)?
            }
            None if now.is_some() => taken_back(feit.volgnummer, waarom),
            Some(_) | None => continue,
        };
        events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, correction));
    }
    events.extend(left);
    Ok(events)
}

impl Corrigeer {
    /// What was recorded, perhaps by another act, may stand there again after a mistaken correction.
    fn restored(
        &self,
        dossier: &Dossier,
        (geheel, waarom): (&Geheel<'_>, &str),
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        let mut events = Vec::new();
        for feit in geheel.feiten() {
            let corrected = dossier.correction(feit.volgnummer).is_some();
            if let Some(said) = feit.gebeurtenis().filter(|_| corrected || feit.volgnummer == self.volgnummer)
            {
                let correction = replacement(feit.volgnummer, waarom, said)?;
                events.push(Vaststelling::new(ctx.vandaag, dossier, ctx, correction));
            }
        }
        Ok(events)
    }

    /// It is taken back, with what was recorded at once, and with what leans on it.
    fn back(
        dossier: &Dossier,
        (feit, old, waarom): (&Feit, &Gebeurtenis, &str),
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        old.terug_te_nemen().ok_or_else(not_so)?(dossier, feit, ctx)?;
        let whole = old.besluit().and_then(|_| old.daad(dossier));
        let whole = whole.map(|act| Geheel::of(dossier, feit, (old, &act), ctx));
        let mut facts = whole.as_ref().map_or_else(|| vec![feit], |whole| whole.feiten().collect());
        facts.extend(overlijden::steunt_op(dossier, feit));
        facts.extend(elders::steunt_op(dossier, feit));
        let standing = facts.into_iter().filter(|one| effective(dossier, one).is_some() || one == &feit);
        let correction =
            |one: &Feit| Vaststelling::new(ctx.vandaag, dossier, ctx, taken_back(one.volgnummer, waarom));
        Ok(standing.map(correction).collect())
    }
}

fn not_so() -> Refusal {
    Refusal::new("niet_te_verbeteren", sleutels::algemeen::niet_te_verbeteren())
        .instead(sleutels::algemeen::nieuwe_stap())
}

impl Corrigeer {
    /// The facts that correct it, whoever the child is by them: who asks says that it may be called so.
    pub(crate) fn feiten(
        &self,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        let (feit, old) = correctable(dossier, self.volgnummer, ctx)?;
        // The first day and the group of an enrolment by admission are those of the admission.
        let of_admission = self.nieuw.as_deref().and_then(|act| toelating_van(dossier, feit, act));
        if let Some((admission, act)) = of_admission {
            let nieuw = Some(Box::new(act));
            let of_admission = Self { volgnummer: admission.volgnummer, waarom: self.waarom.clone(), nieuw };
            return of_admission.feiten(dossier, ctx);
        }
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        grenzen::refuse_beside_decision(dossier, feit)?;
        overlijden::refuse_revived(dossier, feit)?;
        let Some(act) = self.nieuw.as_deref() else {
            let mut events = Self::back(dossier, (feit, old, &waarom), ctx)?;
            events.extend(opnieuw::gevraagd(dossier, (feit, &waarom), ctx));
            return bewaak(dossier, (feit, &events), ctx).map(|()| events);
        };
        let was = old.daad(dossier).ok_or_else(not_so)?;
        if was.welke() != act.welke() {
            return Err(Refusal::field("nieuw", sleutels::algemeen::zelfde_soort()));
        }
        let act = &grenzen::keep_unasked(&was, act);
        if let Some(still) = old.besluit() {
            still(dossier, feit, ctx)?;
        }
        let geheel = Geheel::of(dossier, feit, (old, &was), ctx);
        let undone = was == *act;
        let mut events = if undone {
            self.restored(dossier, (&geheel, &waarom), ctx)?
        } else {
            let right = geheel.anew(feit, (old, act), ctx)?;
            corrections(dossier, (&geheel, &waarom), right, ctx)?
        };
        events.extend(geboortedatum::volgt(dossier, (&events, &waarom), ctx)?);
        if events.is_empty() {
            return Err(Refusal::field("nieuw", sleutels::algemeen::datum_staat_er_al()));
        }
        if let Gebeurtenis::DossierGeopend(_) = old {
            personen::refuse_of_age(dossier, &events, ctx)?;
        }
        if !undone || !grenzen::is_slip_of_today(dossier, feit.volgnummer, ctx) {
            bewaak(dossier, (feit, &events), ctx)?;
        }
        Ok(events)
    }
}

impl Decide for Corrigeer {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let events = self.feiten(dossier, ctx)?;
        grenzen::refuse_other_child(dossier, &events, ctx)?;
        Ok(events)
    }
}

daad! {
    /// Corrects what a registration says: the day of receipt, that the child seeks asylum, which education is asked, from when, and at
    /// which other schools. Every term that was computed from it is computed anew.
    CorrigeerOntvangst,
    /// Registration, not decided yet.
    aanmelding {
        /// The right day.
        ontvangen_op: Dag,
        /// R1.6a applies; empty is as it stands.
        minderjarige_asielzoeker: MagJaNee,
        /// Which education is asked; empty is as it stands.
        onderwijs: MagOnderwijs,
        /// From when a place is asked; empty where the parents named no day.
        gewenst_per: MagDag,
        /// Whether the child goes to a school now; empty is as it stands.
        nu_naar_school: MagKeuze<Schoolgang>,
        /// The other schools that the parents named; empty where they named none.
        andere_scholen: MagRegels,
        /// The right to a temporary place had arisen by the wrong day, and had not by the right one: that it goes is meant.
        recht_vervalt: Vinkje,
        /// Why.
        waarom: Tekst,
    }
}

impl CorrigeerOntvangst {
    /// What a registration says, with another day of receipt.
    pub fn op_dag(aanmelding: &Aanmelding, ontvangen_op: Date, waarom: impl Into<String>) -> Self {
        Self {
            aanmelding: aanmelding.nr,
            ontvangen_op,
            minderjarige_asielzoeker: None,
            onderwijs: None,
            gewenst_per: aanmelding.gewenst_per,
            nu_naar_school: None,
            andere_scholen: aanmelding.andere_scholen.clone(),
            recht_vervalt: false,
            waarom: waarom.into(),
        }
    }

    /// What the registration should have said; refuses what says nothing new.
    fn right(&self, aanmelding: &Aanmelding, ctx: &Besluitvorming<'_>) -> Result<Zoals, Refusal> {
        let keuze = match self.onderwijs {
            Some(_) => chosen(aanmelding.schoolsoort, self.onderwijs)?,
            None => aanmelding.onderwijs,
        };
        let asielzoeker = self.minderjarige_asielzoeker.unwrap_or(aanmelding.minderjarige_asielzoeker);
        let andere_scholen = invoer::lines("andere_scholen", &self.andere_scholen)?;
        let school_nu = self.school_nu(aanmelding);
        self.refuse_wish_of_school(aanmelding)?;
        let gewenst_per = self.gewenst_per.filter(|per| aanmelding.gewenst_per != Some(*per));
        gewenst_per.map(|per| invoer::plannable("gewenst_per", per, ctx)).transpose()?;
        let same = self.ontvangen_op == aanmelding.ontvangen_op
            && asielzoeker == aanmelding.minderjarige_asielzoeker
            && keuze == aanmelding.onderwijs
            && self.gewenst_per == aanmelding.gewenst_per
            && school_nu == aanmelding.school_nu
            && andere_scholen == aanmelding.andere_scholen;
        if same {
            return Err(Refusal::field("ontvangen_op", sleutels::algemeen::datum_staat_er_al()));
        }
        Ok(Zoals {
            ontvangen_op: self.ontvangen_op,
            minderjarige_asielzoeker: asielzoeker,
            plek: Onderwijsplek { keuze, ..aanmelding.plek() },
            gewenst_per: self.gewenst_per,
            school_nu,
            andere_scholen,
        })
    }

    /// Where the child goes to school, put right: who goes to none has no name of one.
    fn school_nu(&self, aanmelding: &Aanmelding) -> SchoolNu {
        let stands = aanmelding.school_nu.clone();
        match self.nu_naar_school.filter(|gang| stands.gang != Some(*gang)) {
            None => stands,
            Some(gang @ (Schoolgang::School | Schoolgang::Buitenland)) => {
                SchoolNu { gang: Some(gang), ..stands }
            }
            Some(gang @ (Schoolgang::Geen | Schoolgang::Onbekend)) => {
                SchoolNu { gang: Some(gang), ..SchoolNu::default() }
            }
        }
    }

    /// From when a place is asked, is for the parents to say: what they wrote themselves, no school makes later (WPO 40(2), WVO 2020 8.8(1)).
    fn refuse_wish_of_school(&self, aanmelding: &Aanmelding) -> Result<(), Refusal> {
        let by_parent =
            matches!(aanmelding.ingediend_door, Indiener::Ouder(_)) || aanmelding.van_buiten.is_some();
        let sooner = self.gewenst_per.zip(aanmelding.gewenst_per).is_some_and(|(now, was)| now <= was);
        if !by_parent || sooner || self.gewenst_per == aanmelding.gewenst_per {
            return Ok(());
        }
        Err(Refusal::field("gewenst_per", sleutels::algemeen::wens_van_ouders())
            .instead(sleutels::algemeen::ouders_opnieuw_aanmelden()))
    }

    /// No school puts a child that is at home off by another wish: it goes no further than an admission may, from the day that was asked
    /// first.
    fn refuse_far_wish(
        &self,
        dossier: &Dossier,
        aanmelding: &Aanmelding,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let later = self.gewenst_per.filter(|per| aanmelding.gewenst_per.is_none_or(|was| was < *per));
        let first = dossier.feit(aanmelding.volgnummer).and_then(|feit| feit.gebeurtenis());
        let (Some(per), Some(Gebeurtenis::Aangemeld(first))) = (later, first) else { return Ok(()) };
        if !aanmelding.is_thuis(dossier, ctx.vandaag) {
            return Ok(());
        }
        let of_age = regels::toelaatbaar_vanaf(ctx, dossier, aanmelding.vraag(), first.ontvangen_op)?;
        let begins = first.gewenst_per.unwrap_or(first.ontvangen_op).max(of_age);
        let last = dates::plus_days(begins, DAGEN_NA_GEVRAAGDE_DAG).unwrap_or(Date::MAX);
        if per <= last {
            return Ok(());
        }
        let late = sleutels::aanmelding::EersteDagTeLaat { uiterlijk: last }.tekst();
        Err(Refusal::field("gewenst_per", late).instead(sleutels::algemeen::ouders_opnieuw_aanmelden()))
    }

    fn check_day(
        &self,
        aanmelding: &Aanmelding,
        born: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let ontvangen_op = invoer::happened("ontvangen_op", self.ontvangen_op, born, ctx)?;
        let by_parent = matches!(aanmelding.ingediend_door, Indiener::Ouder(_));
        if by_parent && ontvangen_op > aanmelding.ontvangen_op {
            return Err(Refusal::field("ontvangen_op", sleutels::algemeen::zelf_ingediend()));
        }
        // The parents confirmed it on the open form and were told that day: by then it was here.
        let came = aanmelding.van_buiten.as_ref().map(|from| from.bevestigd_op);
        if let Some(dag) = came.filter(|came| ontvangen_op > *came) {
            return Err(Refusal::field("ontvangen_op", sleutels::algemeen::BevestigdOp { dag }.tekst()));
        }
        if let Some(first) =
            aanmelding.opschortingen.first().filter(|first| ontvangen_op > first.uitnodiging_op)
        {
            let asked = sleutels::algemeen::AlGevraagdOp { op: first.uitnodiging_op }.tekst();
            return Err(Refusal::field("ontvangen_op", asked));
        }
        refuse_too_young(aanmelding.schoolsoort, ontvangen_op, born, ctx)
    }
}

impl CorrigeerOntvangst {
    /// The right to a temporary place follows from the day of receipt (WPO 40(7), WEC 40(8), WVO 8.13(1)), and a wrong day gives none.
    /// Where it had arisen by that day the family was told so, and nobody takes it away unseen; a place that the child has, stays until
    /// there is a decision, by whatever day it was given.
    fn refuse_silent_loss(
        &self,
        aanmelding: &Aanmelding,
        becomes: Option<TijdelijkRecht>,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let arisen =
            |outcome: &TijdelijkRecht| outcome.vanaf.filter(|van| outcome.recht && *van <= ctx.vandaag);
        let was = arisen(&aanmelding.tijdelijk_recht.uitkomst);
        let still = becomes.as_ref().and_then(arisen).is_some();
        let Some(vanaf) = was.filter(|_| !still && !self.recht_vervalt) else { return Ok(()) };
        if aanmelding.tijdelijke_plaatsing.is_some() {
            return Ok(());
        }
        let lost = sleutels::algemeen::RechtZouVervallen { vanaf };
        Err(Refusal::field("recht_vervalt", lost.tekst())
            .because(place_of_right(aanmelding, &aanmelding.tijdelijk_recht.berekening, ctx))
            .instead(sleutels::algemeen::recht_vervalt_aanvinken()))
    }
}

/// The right to a temporary place that a fact says.
fn right_in(event: &Gebeurtenis) -> Option<TijdelijkRecht> {
    if let Gebeurtenis::Aangemeld(registered) = event {
        return Some(registered.tijdelijk_recht.uitkomst);
    }
    let Gebeurtenis::TijdelijkRechtGewijzigd(changed) = event else { return None };
    Some(changed.tijdelijk_recht.uitkomst)
}

/// A term that was extended is not that of a minor asylum seeker (WPO 40(15), WEC 40(23), WVO 8.8(9)): what was done stays, and the tick
/// is put right before it is done.
fn refuse_extended(aanmelding: &Aanmelding, right: &Zoals) -> Result<(), Refusal> {
    if right.minderjarige_asielzoeker && aanmelding.verlenging.is_some() {
        return Err(Refusal::field("minderjarige_asielzoeker", sleutels::algemeen::termijn_al_verlengd())
            .instead(sleutels::algemeen::nu_beslissen_zonder_vinkje()));
    }
    Ok(())
}

impl Decide for CorrigeerOntvangst {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanmelding = open(dossier, self.aanmelding, ctx)?;
        let born = dossier.leerling.as_ref().map_or(Date::MIN, |leerling| leerling.geboortedatum);
        self.check_day(aanmelding, born, ctx)?;
        let right = self.right(aanmelding, ctx)?;
        self.refuse_far_wish(dossier, aanmelding, ctx)?;
        refuse_extended(aanmelding, &right)?;
        let waarom = invoer::reason("waarom", &self.waarom, ctx)?;
        let soort = right.plek.soort();
        let vraag = Plaatsvraag { soort, gewenst_per: right.gewenst_per, nu: right.school_nu.schoolsoort() };
        let vroegst = regels::toelaatbaar_vanaf(ctx, dossier, vraag, right.ontvangen_op)?;
        // With another day alone, the answer of then tells whether the child was enrolled.
        let day_alone = right.plek == aanmelding.plek()
            && right.minderjarige_asielzoeker == aanmelding.minderjarige_asielzoeker
            && right.school_nu == aanmelding.school_nu;
        let known = dossier.inschrijving_op(right.ontvangen_op).map(|place| place.schoolsoort);
        let said = || right.school_nu.schoolsoort();
        let enrolled = known.or_else(said).is_some_and(|at| soort.telt_inschrijving_bij(at));
        let mut anew = Herrekend::from(aanmelding, right, (vroegst, (!day_alone).then_some(enrolled)), ctx);
        let (mut corrections, mut becomes) = (Vec::new(), None);
        for feit in &dossier.feiten {
            let Some(nieuw) =
                effective(dossier, feit).map(|current| anew.event(current)).transpose()?.flatten()
            else {
                continue;
            };
            becomes = right_in(&nieuw).or(becomes);
            let correction = replacement(feit.volgnummer, &waarom, &nieuw)?;
            corrections.push(Vaststelling::new(ctx.vandaag, dossier, ctx, correction));
        }
        self.refuse_silent_loss(aanmelding, becomes, ctx)?;
        Ok(corrections)
    }
}

/// What a fact says, with an earlier correction in its place.
pub(crate) fn effective(dossier: &Dossier, feit: &Feit) -> Option<Gebeurtenis> {
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return None };
    match dossier.correction(feit.volgnummer) {
        None => Some(gebeurtenis.clone()),
        Some(correction) => correction.nieuw.as_ref()?.lees().ok(),
    }
}
