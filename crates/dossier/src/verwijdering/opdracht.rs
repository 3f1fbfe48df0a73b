//! P1b: removal and suspension.

use base::{Date, Sector, Vestigingscode, dates};
use verband::grenzen::{DAGEN_NA_SCHORSING, DAGEN_TOT_SCHORSING};

use crate::aanmelding::afloop::check_bereid;
use crate::aanmelding::tijdelijk::right_after_leaving;
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::leven::feiten::Uitgeschreven;
use crate::opdracht::regels::sector_of;
use crate::opdracht::velden::{Bereid, Dag, KomendeDag, MagDag, MagTekst, Regel, Tekst, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_outsider, regels};
use crate::refusal::Refusal;
use crate::soort::Schoolsoort;
use crate::staat::{Dossier, Verwijdering, VerwijderingFase};
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, Geschorst, InspectieGeraadpleegd, InspectieMelding, Leerplichttijd,
    OudersEnLeraarGehoord, SchoolBereidGevonden, Verwijderd, VerwijderingIngetrokken,
    VerwijderingVoorgenomen, Zoektocht,
};
use crate::woord::Woord;

/// The removal with this number, as long as it is not carried out or withdrawn.
fn open<'a>(dossier: &'a Dossier, nr: u32, ctx: &Besluitvorming<'_>) -> Result<&'a Verwijdering, Refusal> {
    let verwijdering = find(dossier, nr, ctx)?;
    match verwijdering.fase() {
        VerwijderingFase::Verwijderd | VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken => {
            Err(Refusal::new(
                "verwijdering_afgerond",
                sleutels::verwijdering::Afgerond { fase: verwijdering.fase().woord() }.tekst(),
            ))
        }
        VerwijderingFase::Voorgenomen | VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden => {
            Ok(verwijdering)
        }
    }
}

fn find<'a>(dossier: &'a Dossier, nr: u32, ctx: &Besluitvorming<'_>) -> Result<&'a Verwijdering, Refusal> {
    let verwijdering =
        dossier.verwijdering(nr).ok_or_else(|| Onderwerp::Verwijdering(nr).niet_in_dossier())?;
    refuse_outsider(ctx, &verwijdering.vestiging.organisatie())?;
    Ok(verwijdering)
}

/// A removal from this school that is intended and neither carried out nor withdrawn.
pub(crate) fn intended<'a>(dossier: &'a Dossier, vestiging: &Vestigingscode) -> Option<&'a Verwijdering> {
    dossier
        .verwijderingen
        .iter()
        .find(|v| v.vestiging == *vestiging && v.ingetrokken_op.is_none() && v.verwijderd().is_none())
}

daad! {
    /// Tells the parents that the board intends to remove the pupil.
    NeemVerwijderingVoor {
        /// School; must be the one of enrolment.
        vestiging: eigen::Vestiging,
        /// Whose rules apply.
        sector: eigen::Regels,
        /// Why.
        redenen: Tekst,
    }
}

impl NeemVerwijderingVoor {
    /// When the Leerplichtwet holds for the pupil, where the law asks that; not in primary education (WPO 40(11)).
    fn leerplicht(
        &self,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Berekend<Leerplichttijd>>, Refusal> {
        let born = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
        born.filter(|_| self.sector != Sector::Po).map(|born| regels::leerplicht(ctx, born)).transpose()
    }
}

impl Decide for NeemVerwijderingVoor {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_outsider(ctx, &self.vestiging.organisatie())?;
        let enrolled = dossier.inschrijving_op(ctx.vandaag).filter(|i| i.vestiging == self.vestiging);
        let Some(enrolled) = enrolled else {
            return Err(Refusal::new("niet_ingeschreven", sleutels::verwijdering::niet_ingeschreven()));
        };
        if sector_of(enrolled.schoolsoort) != self.sector {
            return Err(Refusal::field("sector", sleutels::verwijdering::andere_sector()));
        }
        if intended(dossier, &self.vestiging).is_some() {
            return Err(Refusal::new("loopt_al", sleutels::verwijdering::loopt_al()));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            VerwijderingVoorgenomen {
                verwijdering: dossier.next_nr("verwijdering_voorgenomen"),
                vestiging: self.vestiging.clone(),
                schoolnaam: enrolled.schoolnaam.clone(),
                sector: self.sector,
                redenen: invoer::text("redenen", &self.redenen)?,
                leerplicht: self.leerplicht(dossier, ctx)?,
            },
        )])
    }
}

daad! {
    /// Records that those were heard who have to be heard before a removal.
    HoorOudersEnLeraar,
    /// Removal.
    verwijdering {
        /// When.
        op: Dag,
        /// What the parents said.
        ouders: MagTekst,
        /// What the teacher said.
        leraar: MagTekst,
        /// What the pupil said.
        leerling: MagTekst,
    }
}

impl Decide for HoorOudersEnLeraar {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let op = invoer::happened("op", self.op, verwijdering.voorgenomen_op, ctx)?;
        let vo = verwijdering.sector == Sector::Vo;
        // In secondary education the pupil is heard, and of age nobody but the pupil.
        let of_age = vo && dossier.is_van_leeftijd(regels::getal(ctx, "meerderjarig.leeftijd", op)?, op);
        let heard = |veld, words: &str, must: bool| {
            if must { invoer::text(veld, words) } else { invoer::optional_text(veld, words) }
        };
        let fact = OudersEnLeraarGehoord {
            verwijdering: verwijdering.nr,
            leerling: heard("leerling", &self.leerling, vo)?,
            ouders: heard("ouders", &self.ouders, !of_age)?,
            leraar: heard("leraar", &self.leraar, !vo)?,
        };
        Ok(vec![Vaststelling::new(op, dossier, ctx, fact)])
    }
}

daad! {
    /// Records that the Inspectie was consulted beforehand (vo).
    RaadpleegInspectie,
    /// Removal.
    verwijdering {
        /// When.
        op: Dag,
        /// What came of it.
        uitkomst: Tekst,
    }
}

impl Decide for RaadpleegInspectie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let op = invoer::happened("op", self.op, verwijdering.voorgenomen_op, ctx)?;
        let uitkomst = invoer::text("uitkomst", &self.uitkomst)?;
        Ok(vec![Vaststelling::new(
            op,
            dossier,
            ctx,
            InspectieGeraadpleegd { verwijdering: verwijdering.nr, uitkomst },
        )])
    }
}

daad! {
    /// Records that another school is willing to take the pupil.
    VindBereideSchool,
    /// Removal.
    verwijdering {
        /// Which, with what shows it.
        school: Bereid,
    }
}

impl Decide for VindBereideSchool {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let since = (&verwijdering.vestiging, verwijdering.schoolnaam.as_str(), verwijdering.voorgenomen_op);
        let school = check_bereid(&self.school, since, verwijdering.sector, ctx)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            SchoolBereidGevonden { verwijdering: verwijdering.nr, school },
        )])
    }
}

daad! {
    /// Removes the pupil.
    Verwijder,
    /// Removal.
    verwijdering {
        /// First day on which the pupil is no longer enrolled.
        per: KomendeDag,
        /// Why, for the parents.
        motivering: Tekst,
        /// Since when a school was looked for, where none was found.
        gezocht_sinds: MagDag,
        /// Which schools were asked, and what they said.
        gezocht: MagTekst,
        /// The school is a public authority: objections go by the Awb.
        openbaar: eigen::Openbaar,
    }
}

impl Verwijder {
    /// What still stands in the way of this removal, if anything.
    fn missing(verwijdering: &Verwijdering, searched: bool, ctx: &Besluitvorming<'_>) -> Option<Refusal> {
        let artikel = |naam| regels::artikel(ctx, naam, verwijdering.sector, verwijdering.voorgenomen_op);
        if verwijdering.gehoord_op.is_none() {
            return Some(
                Refusal::new("niet_gehoord", sleutels::verwijdering::niet_gehoord())
                    .because(artikel("verwijdering.horen"))
                    .instead(sleutels::verwijdering::eerst_gesprek()),
            );
        }
        // The parents were invited for a day: whoever spoke with the school before it can still come then (R1.10).
        let talk = regels::werkdag_vanaf(ctx, verwijdering.dag_van_gesprek());
        if ctx.vandaag < talk {
            return Some(
                Refusal::new("gesprek_komt_nog", sleutels::verwijdering::GesprekKomtNog { op: talk }.tekst())
                    .because(artikel("verwijdering.horen"))
                    .instead(sleutels::verwijdering::BeslissenVanaf { op: talk }.tekst()),
            );
        }
        if verwijdering.needs_inspectie(ctx.vandaag) {
            return Some(
                Refusal::new("inspectie_niet_geraadpleegd", sleutels::verwijdering::geen_overleg_inspectie())
                    .because(artikel("verwijdering.inspectie"))
                    .instead(sleutels::verwijdering::eerst_inspectie()),
            );
        }
        (verwijdering.needs_school(ctx.vandaag) && !searched).then(|| {
            Refusal::new("geen_school", sleutels::verwijdering::geen_school())
                .because(artikel("verwijdering.andere_school"))
                .instead(sleutels::verwijdering::verder_zoeken())
        })
    }
}

impl Verwijder {
    /// The search that lets an institute for cluster 1 or 2 remove without another school: long enough, and shown (WEC 40(18)).
    fn zoektocht(
        &self,
        verwijdering: &Verwijdering,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Zoektocht>, Refusal> {
        let Some(sinds) = self.gezocht_sinds.filter(|_| verwijdering.needs_school(ctx.vandaag)) else {
            return Ok(None);
        };
        let artikel = || {
            regels::artikel(
                ctx,
                "verwijdering.andere_school",
                verwijdering.sector,
                verwijdering.voorgenomen_op,
            )
        };
        let here = dossier.inschrijving_op(ctx.vandaag).filter(|i| i.vestiging == verwijdering.vestiging);
        let Some(here) = here.filter(|i| i.schoolsoort == Schoolsoort::InstellingC12) else {
            return Err(Refusal::field("gezocht_sinds", sleutels::verwijdering::alleen_instelling_zoekt())
                .because(artikel())
                .instead(sleutels::verwijdering::verder_zoeken()));
        };
        let sinds = invoer::happened("gezocht_sinds", sinds, here.van, ctx)?;
        let weken = regels::getal(ctx, "verwijdering.zoeken_cluster_1_2", verwijdering.voorgenomen_op)?;
        let until = dates::plus_days(sinds, 7 * i32::from(weken)).unwrap_or(Date::MAX);
        if ctx.vandaag < until {
            let short = sleutels::verwijdering::TeKortGezocht { weken: weken.into(), vanaf: until };
            return Err(Refusal::field("gezocht_sinds", short.tekst())
                .because(regels::vindplaats(
                    ctx,
                    "verwijdering.zoeken_cluster_1_2",
                    verwijdering.voorgenomen_op,
                ))
                .instead(sleutels::verwijdering::verder_zoeken()));
        }
        Ok(Some(Zoektocht { sinds, hoe: invoer::text("gezocht", &self.gezocht)? }))
    }
}

impl Decide for Verwijder {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let zoektocht = self.zoektocht(verwijdering, dossier, ctx)?;
        if let Some(refusal) = Self::missing(verwijdering, zoektocht.is_some(), ctx) {
            return Err(refusal);
        }
        // A decision works from the day on which it is made known (Awb 3:40): the child is a pupil today.
        let first = invoer::day_after(ctx.vandaag);
        let per = invoer::plannable("per", invoer::not_before("per", self.per, first)?, ctx)?;
        let removed = Verwijderd {
            verwijdering: verwijdering.nr,
            per,
            motivering: invoer::text("motivering", &self.motivering)?,
            bezwaar_uiterlijk: regels::bezwaar_toelating(ctx, self.openbaar)?,
            zoektocht,
        };
        let vestiging = verwijdering.vestiging.clone();
        let left = Uitgeschreven { vestiging, per, reden: "verwijderd".to_owned() };
        let mut events = vec![
            Vaststelling::new(ctx.vandaag, dossier, ctx, removed),
            Vaststelling::new(ctx.vandaag, dossier, ctx, left),
        ];
        events.extend(right_after_leaving(dossier, &verwijdering.vestiging, ctx)?);
        Ok(events)
    }
}

daad! {
    /// Withdraws the intention to remove.
    TrekVoornemenIn,
    /// Removal.
    verwijdering {
        /// Why.
        reden: Tekst,
    }
}

impl Decide for TrekVoornemenIn {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let reden = invoer::text("reden", &self.reden)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            VerwijderingIngetrokken { verwijdering: verwijdering.nr, reden },
        )])
    }
}

daad! {
    /// Records the report of a removal to burgemeester en wethouders.
    MeldAanBenW,
    /// Removal.
    verwijdering {
        /// Municipality, by name.
        gemeente: Regel,
    }
}

impl Decide for MeldAanBenW {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = find(dossier, self.verwijdering, ctx)?;
        if verwijdering.verwijderd().is_none() {
            return Err(Refusal::new("niet_verwijderd", sleutels::verwijdering::niet_verwijderd()));
        }
        if verwijdering.gemeld_aan_ben_w.is_some() {
            return Err(Refusal::new("al_gemeld", sleutels::verwijdering::al_gemeld_gemeente()));
        }
        let gemeente = invoer::line("gemeente", &self.gemeente)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            GemeldAanBenW { verwijdering: verwijdering.nr, gemeente },
        )])
    }
}

/// Records a report to the Inspectie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeldAanInspectie {
    /// About what.
    pub over: InspectieMelding,
}

impl Decide for MeldAanInspectie {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let (happened, reported) = match self.over {
            InspectieMelding::Verwijdering(nr) => {
                let verwijdering = find(dossier, nr, ctx)?;
                (verwijdering.verwijderd().is_some(), verwijdering.gemeld_aan_inspectie.is_some())
            }
            InspectieMelding::Schorsing(nr) => {
                let schorsing =
                    dossier.schorsing(nr).ok_or_else(|| Onderwerp::Schorsing(nr).niet_in_dossier())?;
                refuse_outsider(ctx, &schorsing.vestiging.organisatie())?;
                (true, schorsing.gemeld_op.is_some())
            }
        };
        if !happened {
            return Err(Refusal::new("niet_verwijderd", sleutels::verwijdering::niet_verwijderd()));
        }
        if reported {
            return Err(Refusal::new("al_gemeld", sleutels::verwijdering::al_gemeld_inspectie()));
        }
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, GemeldAanInspectie { over: self.over })])
    }
}

daad! {
    /// Suspends the pupil.
    Schors {
        /// School; must be the one of enrolment.
        vestiging: eigen::Vestiging,
        /// First day.
        van: Dag,
        /// Last day.
        tot_en_met: Dag,
        /// Why, as told to the parents in writing.
        redenen: Tekst,
    }
}

impl Schors {
    /// First and last day of the suspension together with those by the same school that it follows or
    /// that follow it: a row of short ones is one long one.
    fn row(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> (Date, Date) {
        let (mut van, mut tot_en_met) = (self.van, self.tot_en_met);
        let mut others: Vec<_> =
            dossier.schorsingen.iter().filter(|s| s.vestiging == self.vestiging).collect();
        others.sort_by_key(|schorsing| schorsing.van);
        for earlier in others.iter().rev().filter(|s| s.tot_en_met < self.van) {
            if regels::follows(ctx, earlier.tot_en_met, van) {
                van = earlier.van;
            }
        }
        for later in others.iter().filter(|s| s.van > self.tot_en_met) {
            if regels::follows(ctx, tot_en_met, later.van) {
                tot_en_met = later.tot_en_met;
            }
        }
        (van, tot_en_met)
    }
}

impl Decide for Schors {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_outsider(ctx, &self.vestiging.organisatie())?;
        let enrolled = dossier.inschrijving_op(self.van).filter(|i| i.vestiging == self.vestiging);
        let Some(enrolled) = enrolled else {
            return Err(Refusal::new("niet_ingeschreven", sleutels::verwijdering::niet_ingeschreven()));
        };
        // Decided and told in writing before it begins, or soon after a child was sent home.
        let earliest = dates::plus_days(ctx.vandaag, -DAGEN_NA_SCHORSING).unwrap_or(ctx.vandaag);
        let latest = dates::plus_days(ctx.vandaag, DAGEN_TOT_SCHORSING).unwrap_or(Date::MAX);
        invoer::not_after("van", invoer::not_before("van", self.van, earliest)?, latest)?;
        invoer::not_before("tot_en_met", self.tot_en_met, self.van)?;
        let overlap =
            dossier.schorsingen.iter().find(|s| s.van <= self.tot_en_met && self.van <= s.tot_en_met);
        if let Some(earlier) = overlap {
            return Err(Refusal::field(
                "van",
                sleutels::verwijdering::AlGeschorst { tot_en_met: earlier.tot_en_met }.tekst(),
            ));
        }
        let (first, last) = self.row(dossier, ctx);
        let toets = regels::schorsing(ctx, first, last)?;
        if !toets.uitkomst.toegestaan {
            let dagen = i32::try_from(toets.uitkomst.dagen).unwrap_or(i32::MAX);
            let reden = if (first, last) == (self.van, self.tot_en_met) {
                sleutels::verwijdering::TeLang { dagen }.tekst()
            } else {
                sleutels::verwijdering::SamenTeLang { dagen }.tekst()
            };
            return Err(Refusal::field("tot_en_met", reden)
                .because(toets.berekening.vindplaats_in(sector_of(enrolled.schoolsoort)).cloned())
                .instead(sleutels::verwijdering::korter_of_praten()));
        }
        Ok(vec![Vaststelling::new(
            self.van,
            dossier,
            ctx,
            Geschorst {
                schorsing: dossier.next_nr("geschorst"),
                vestiging: self.vestiging.clone(),
                schoolnaam: enrolled.schoolnaam.clone(),
                van: self.van,
                tot_en_met: self.tot_en_met,
                redenen: invoer::text("redenen", &self.redenen)?,
                toets,
            },
        )])
    }
}
