//! The term of a registration, and the right to a temporary place while nothing is decided (R1.6 to R1.8).

use base::{Date, Sector};
use recht::soort::Onderwijs;
use recht::{Eenheid, aanmelding as recht_aanmelding};

use super::{keep, wrong_input};
use crate::aanmelding::feiten::{Beslistermijn, TijdelijkRecht};
use crate::aanmelding::onderwijs::Onderwijsplek;
use crate::berekend::Berekend;
use crate::opdracht::{Besluitvorming, invoer};
use crate::refusal::Refusal;
use crate::staat::Aanmelding;

/// A suspension: day of the invitation, and the day on which it ended.
pub type Opgeschort = (Date, Option<Date>);

/// What the term of a registration depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermijnFeiten {
    /// Day of receipt.
    pub ontvangen_op: Date,
    /// Whose rules apply.
    pub sector: Sector,
    /// Which place is asked.
    pub plek: Onderwijsplek,
    /// Public authority or private.
    pub openbaar: bool,
    /// R1.6a applies.
    pub minderjarige_asielzoeker: bool,
    /// The term was extended.
    pub verlengd: bool,
    /// By how many weeks; nothing is as many as the law allows.
    pub verlenging_weken: Option<u8>,
    /// When the clock stood still.
    pub opschortingen: Vec<Opgeschort>,
}

impl TermijnFeiten {
    /// As they stand in a registration.
    pub fn of(aanmelding: &Aanmelding) -> Self {
        Self {
            ontvangen_op: aanmelding.ontvangen_op,
            sector: aanmelding.sector,
            plek: aanmelding.plek(),
            openbaar: aanmelding.openbaar,
            minderjarige_asielzoeker: aanmelding.minderjarige_asielzoeker,
            verlengd: aanmelding.verlenging.is_some(),
            verlenging_weken: aanmelding.verlenging.as_ref().and_then(|longer| longer.weken),
            opschortingen: aanmelding
                .opschortingen
                .iter()
                .map(|o| (o.uitnodiging_op, o.geeindigd_op))
                .collect(),
        }
    }

    /// Ends the suspension that runs.
    pub fn end_open(&mut self, op: Date) {
        for (_, end) in self.opschortingen.iter_mut().filter(|(_, end)| end.is_none()) {
            *end = Some(op);
        }
    }
}

/// R1.6, R1.6a, R1.7: the term of a registration, on the law of the day of receipt.
pub fn beslistermijn(
    ctx: &Besluitvorming<'_>,
    feiten: &TermijnFeiten,
) -> Result<Berekend<Beslistermijn>, Refusal> {
    let invoer = recht_aanmelding::BeslistermijnInvoer {
        ontvangen_op: feiten.ontvangen_op,
        sector: feiten.sector,
        openbaar: feiten.openbaar,
        verlengd: feiten.verlengd,
        verlenging_weken: feiten.verlenging_weken.map(i32::from),
        minderjarige_asielzoeker: feiten.minderjarige_asielzoeker,
        opschortingen: suspensions(&feiten.opschortingen),
    };
    let toetsing = recht_aanmelding::beslistermijn(ctx.wet, feiten.ontvangen_op, &invoer)
        .map_err(|fout| wrong_input(&fout))?;
    keep(toetsing, |uitkomst| Beslistermijn {
        uiterlijk: uitkomst.uiterlijk,
        verlenging_mogelijk: uitkomst.verlenging_mogelijk,
        opgeschorte_dagen: i64::from(uitkomst.opgeschorte_dagen),
        opgeschort_nu: uitkomst.opgeschort_nu,
    })
}

/// The last day to decide if nothing comes in by the day until which the parents can answer.
pub fn without_answer(
    ctx: &Besluitvorming<'_>,
    feiten: &TermijnFeiten,
    tot_en_met: Date,
) -> Result<Option<Date>, Refusal> {
    let mut lapsed = feiten.clone();
    lapsed.end_open(invoer::day_after(tot_en_met));
    Ok(beslistermijn(ctx, &lapsed)?.uitkomst.uiterlijk)
}

/// By how many weeks a term can be extended at most (WPO 40(6), WEC 40(7), WVO 8.8(2)).
pub fn langste_verlenging(ctx: &Besluitvorming<'_>, on: Date) -> Option<u8> {
    let kaart = ctx.wet.regel("aanmelding.beslistermijn");
    let versies = kaart.iter().flat_map(|kaart| &kaart.versies);
    let figures = versies.filter(|versie| versie.periode.contains(on)).flat_map(|versie| versie.parameters);
    let mut most = figures.filter(|parameter| parameter.naam == "verlenging");
    most.next()
        .and_then(|parameter| parameter.aantal(Eenheid::Weken).ok())
        .and_then(|weken| weken.try_into().ok())
}

pub(super) fn suspensions(opgeschort: &[Opgeschort]) -> Vec<recht::Opschorting> {
    opgeschort
        .iter()
        .map(|(uitnodiging_op, geeindigd_op)| recht::Opschorting {
            uitnodiging_op: *uitnodiging_op,
            geeindigd_op: *geeindigd_op,
        })
        .collect()
}

/// R1.8: the right to a temporary place, as long as nothing is decided.
pub fn tijdelijke_plaatsing(
    ctx: &Besluitvorming<'_>,
    feiten: &TermijnFeiten,
    toelaatbaar_vanaf: Date,
    ingeschreven_in_zelfde_sector: bool,
) -> Result<Berekend<TijdelijkRecht>, Refusal> {
    let invoer = recht_aanmelding::TijdelijkePlaatsingInvoer {
        ontvangen_op: feiten.ontvangen_op,
        toelaatbaar_vanaf: toelaatbaar_vanaf.max(feiten.ontvangen_op),
        ingeschreven_in_zelfde_sector,
        besloten_op: None,
        minderjarige_asielzoeker: feiten.minderjarige_asielzoeker,
        sector: feiten.plek.onderwijs(),
    };
    let toetsing = recht_aanmelding::tijdelijke_plaatsing(ctx.wet, feiten.ontvangen_op, &invoer)
        .map_err(|fout| wrong_input(&fout))?;
    // WEC 40(24) speaks of special education; whether it holds for special secondary education too is not sure, and there a
    // child keeps the place that it can have.
    let sure = feiten.plek.onderwijs() != Onderwijs::Vso;
    keep(toetsing, |uitkomst| TijdelijkRecht {
        recht: uitkomst.recht,
        vanaf: uitkomst.vanaf,
        toelating: sure && uitkomst.soort == Some(recht_aanmelding::Plaatssoort::Toelating),
    })
}
