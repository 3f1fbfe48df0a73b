//! What comes after a request that brought no place: it was refused or taken back, or its declaration ran out or was withdrawn.
//! The child is still at a school, and that school says how it goes on: with a new request, or without.

use base::{Date, Vestigingscode, dates};
use serde::{Deserialize, Serialize};
use verband::grenzen::{DAGEN_TOT_VERVOLG, RENEWAL_MONTHS};

use crate::kaart::{kaart, over_zaak};
use crate::leven::stem::Stem;
use crate::opdracht::velden::{Tekst, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::soort::TlvSoort;
use crate::staat::{Aanmelding, Afloop, Dossier, Gedaan, Persoon, TlvAanvraag, TlvFase};
use crate::tlv::opdracht::find;

/// The school said how it goes on without a new request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VervolgBepaald {
    /// Request.
    pub aanvraag: u32,
    /// How: what the child gets now, and where.
    pub hoe: String,
}

kaart! {
    VervolgBepaald, "vervolg_bepaald", versie 1 [];
    over aanvraag; deel H; lezers allen; zin |_| sleutels::tlv::vervolg_bepaald();
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.hoe]); verhuld geen;
    redenen geen; geboortedatum nee;
}

over_zaak!(VervolgBepaald, aanvraag, aanvraag_mut, |self, aanvraag, feit| {
    aanvraag.vervolg = Some(Gedaan::op(feit, self));
});

/// Whose it is to say how it goes on, since when, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vervolg<'a> {
    /// The school where the child is.
    pub school: &'a Vestigingscode,
    /// First day on which it can be said.
    pub van: Date,
    /// Last day.
    pub uiterlijk: Date,
}

/// What a declaration that was granted leads to, and whether the parents have to do something: its letter and the own page of the
/// parents tell it from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NaVerklaring {
    /// The pupil stays at the school that asked: that decides on its own lessons (WVO 2.42 lid 4).
    ZelfdeSchool,
    /// The school of practical education decides, which can be the one that asked (WVO 2.30 lid 7).
    Praktijkschool,
    /// The pupil is at such a school already, and the declaration follows on another.
    Verlengd,
    /// The school that asked is the one at which the child is registered for such a place.
    Aangemeld,
    /// The parents still register the child somewhere.
    NogAanmelden,
}

impl NaVerklaring {
    /// Of this request, as the registrations of the child stand.
    pub fn of(aanvraag: &TlvAanvraag, aanmeldingen: &[Aanmelding]) -> Self {
        match aanvraag.soort {
            TlvSoort::Lwoo => Self::ZelfdeSchool,
            TlvSoort::Pro => Self::Praktijkschool,
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso if aanvraag.verlenging_van.is_some() => {
                Self::Verlengd
            }
            TlvSoort::Sbo | TlvSoort::So | TlvSoort::Vso => {
                let mut here = aanmeldingen.iter().filter(|aanmelding| {
                    aanmelding.vestiging == aanvraag.vestiging && aanmelding.afloop.is_none()
                });
                if here.any(|aanmelding| aanmelding.schoolsoort.past_bij(aanvraag.soort)) {
                    Self::Aangemeld
                } else {
                    Self::NogAanmelden
                }
            }
        }
    }
}

impl TlvAanvraag {
    /// The parents still have to register the child with this declaration, on a day: it was made known, nobody uses it, and no
    /// registration runs or led to a place at a school that it is for.
    pub fn moet_nog_aanmelden(&self, aanmeldingen: &[Aanmelding], on: Date) -> bool {
        let open = self.fase_op(on) == TlvFase::VerleendBekend
            && self.gebruik.is_none()
            && self.intrekking.is_none()
            && self.andere_categorie.is_none();
        let busy = |a: &&Aanmelding| {
            let lives = a.afloop.is_none() || matches!(a.afloop, Some(Afloop::Toegelaten { .. }));
            lives && a.schoolsoort.past_bij(self.soort)
        };
        let asked = match NaVerklaring::of(self, aanmeldingen) {
            NaVerklaring::NogAanmelden | NaVerklaring::Praktijkschool => true,
            NaVerklaring::ZelfdeSchool | NaVerklaring::Verlengd | NaVerklaring::Aangemeld => false,
        };
        open && asked && !aanmeldingen.iter().any(|a| busy(&a))
    }

    /// Until when somebody can react to the last advice, as the copy of it asks, on a day; none where they did, by whichever record among
    /// these people, or where that is over.
    pub fn reactie_gevraagd_tot(&self, stem: Stem, mensen: &[Persoon], on: Date) -> Option<Date> {
        let waits = matches!(self.fase_op(on), TlvFase::Advisering | TlvFase::Geadviseerd);
        let until = self.reactietijd_tot().filter(|until| waits && on <= *until)?;
        let last = self.adviezen.iter().map(|advies| advies.op).max()?;
        let said = self.zienswijzen.iter().any(|said| said.van.is_zelfde(stem, mensen) && said.op >= last);
        (!said).then_some(until)
    }
}

impl Dossier {
    /// How it goes on after this request, where somebody has to say that: not while it runs, and not once it was said, a new
    /// request was begun, or another school was offered.
    pub fn vervolg<'a>(&'a self, aanvraag: &'a TlvAanvraag) -> Option<Vervolg<'a>> {
        // Nothing came of what was never asked.
        aanvraag.ontvangen_op?;
        let (van, uiterlijk) = asked(aanvraag)?;
        let used = aanvraag.gebruik.as_ref().map(|gebruik| &gebruik.vestiging);
        let enrolled = |school: &&Vestigingscode| {
            self.inschrijvingen.iter().any(|i| i.vestiging.organisatie() == school.organisatie())
        };
        let placed = used.filter(enrolled);
        if aanvraag.fase() == TlvFase::Gebruikt && placed.is_none() {
            // A school with a file of its own hears of it there.
            return None;
        }
        let school = placed.unwrap_or(&aanvraag.vestiging);
        let said = aanvraag.vervolg.is_some() || self.begun_anew(aanvraag, school);
        (!said && !self.offered_since(school, van)).then_some(Vervolg { school, van, uiterlijk })
    }

    /// The same school asks again, and did not take that back.
    fn begun_anew(&self, aanvraag: &TlvAanvraag, school: &Vestigingscode) -> bool {
        let later = self.aanvragen.iter().filter(|later| later.nr > aanvraag.nr);
        let here = |later: &TlvAanvraag| later.vestiging.organisatie() == school.organisatie();
        // Another category is asked of a declaration that goes on.
        let other = |later: &TlvAanvraag| later.andere_categorie.is_none();
        later.into_iter().any(|later| here(later) && other(later) && !later.fase().liep_op_niets_uit())
            || aanvraag.wordt_verlengd(&self.aanvragen)
    }

    /// A place elsewhere was offered by that school.
    fn offered_since(&self, school: &Vestigingscode, van: Date) -> bool {
        let own = self.aanmeldingen.iter().filter(|a| a.vestiging.organisatie() == school.organisatie());
        own.flat_map(|aanmelding| &aanmelding.aanbiedingen).any(|aanbod| aanbod.op >= van)
    }
}

/// Since when and by when, by how the request ended. A declaration that still holds is looked at before it runs out.
fn asked(aanvraag: &TlvAanvraag) -> Option<(Date, Date)> {
    let soon = |day: Date| (day, dates::plus_days(day, DAGEN_TOT_VERVOLG).unwrap_or(day));
    match aanvraag.fase() {
        // Of another category nothing came: the declaration that the child has goes on, and with it the place.
        TlvFase::AanvraagIngetrokken | TlvFase::BuitenBehandeling | TlvFase::GeweigerdBekend
            if aanvraag.andere_categorie.is_some() =>
        {
            None
        }
        TlvFase::AanvraagIngetrokken => aanvraag.aanvraag_ingetrokken_op.map(soon),
        TlvFase::BuitenBehandeling => aanvraag
            .buiten_behandeling
            .as_ref()
            .map(|ended| (ended.bekend.op, ended.bekend.bezwaar_uiterlijk.uitkomst)),
        // As long as one can object, the school thinks about that too.
        TlvFase::GeweigerdBekend => {
            aanvraag.bekendmaking.as_ref().map(|bekend| (bekend.op, bekend.bezwaar_uiterlijk.uitkomst))
        }
        TlvFase::TlvIngetrokken => aanvraag.ingetrokken_per().map(soon),
        TlvFase::Verlopen => aanvraag.verlopen_op.map(soon),
        TlvFase::VerleendBekend | TlvFase::Gebruikt => {
            let last = aanvraag.verleend()?.tot_en_met;
            let used = aanvraag.gebruik.is_some();
            // Nobody renews what nobody used: it runs out, and then it is to be said how it goes on.
            if used {
                Some((dates::plus_months(last, -RENEWAL_MONTHS)?, last))
            } else {
                Some(soon(dates::plus_days(last, 1)?))
            }
        }
        TlvFase::Gestart
        | TlvFase::Aangevraagd
        | TlvFase::WachtOpAanvulling
        | TlvFase::Advisering
        | TlvFase::Geadviseerd
        | TlvFase::Verleend
        | TlvFase::Geweigerd => None,
    }
}

daad! {
    /// Says how it goes on without a new request.
    BepaalVervolg,
    /// Request.
    aanvraag {
        /// How: what the child gets now, and where.
        hoe: Tekst,
    }
}

impl Decide for BepaalVervolg {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let aanvraag = find(dossier, self.aanvraag)?;
        let asked = dossier.vervolg(aanvraag).filter(|asked| asked.van <= ctx.vandaag);
        let own = asked.filter(|asked| asked.school.organisatie() == ctx.actor.organisatie);
        if own.is_none() {
            return Err(Refusal::new("geen_vervolg", sleutels::tlv::geen_vervolg()));
        }
        let hoe = invoer::text("hoe", &self.hoe)?;
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, VervolgBepaald { aanvraag: aanvraag.nr, hoe })])
    }
}
