//! The end of a place at a school. As long as a child has to be enrolled it leaves the list only at the request of who has authority or
//! cares for it, and only for a reason that the law knows (LPW 10); where nobody knows by that where it goes to school, its school finds
//! out.

use std::sync::Arc;

use base::{Date, Vestigingscode, dates};
use recht::{Leertijd, Uitschrijfgrond};
use serde::{Deserialize, Serialize};
use verband::grenzen::{DAGEN_LEERLING_TERUG, MAANDEN_TOT_UITSCHRIJVEN};

use crate::aanmelding::afloop::has_temporary;
use crate::aanmelding::leeftijd;
use crate::aanmelding::tijdelijk::{place_of_right, right_after_leaving};
use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::leven::feiten::Uitgeschreven;
use crate::opdracht::velden::{Dag, Keuze, MagNummer, MagTekst, Tekst, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school, regels};
use crate::refusal::Refusal;
use crate::soort::{Relatie, Schoolsoort, Uitschrijfreden};
use crate::staat::{Aanmelding, Dossier, Feit, Inschrijving, Persoon};
use crate::verwijdering::opdracht::intended;

daad! {
    /// Takes a pupil off the list of the school.
    SchrijfUit {
        /// Where.
        vestiging: eigen::Vestiging,
        /// First day no longer enrolled.
        per: Dag,
        /// On which ground of the law.
        grond: Keuze<Uitschrijfreden>,
        /// What the school saw; nothing after a death.
        blijkt: MagTekst,
        /// Who asked for it, by number in the file: where more than one person can.
        verzoek_van: MagNummer,
    }
}

/// A ground and what the law says of it.
pub type Mogelijkegrond<'a> = (Uitschrijfreden, &'a Uitschrijfgrond);

/// In which time of the Leerplichtwet the child is on a day; none where nobody knows when it was born.
fn leertijd(dossier: &Dossier, per: Date, ctx: &Besluitvorming<'_>) -> Result<Option<Leertijd>, Refusal> {
    let Some(leerling) = &dossier.leerling else { return Ok(None) };
    let period = regels::leerplicht(ctx, leerling.geboortedatum)?.uitkomst;
    let last = regels::schoolplicht_tot_en_met(ctx, leerling.geboortedatum)?;
    Ok(Some(if per < period.van || period.tot <= per {
        Leertijd::Vrij
    } else if per <= last {
        Leertijd::Leerplicht
    } else {
        Leertijd::Kwalificatieplicht
    }))
}

/// The grounds on which this child can leave a school of this kind on this day, in the order of the corpus. Of one that died there is one.
///
/// # Errors
/// A figure of the law is missing.
pub fn gronden<'a>(
    dossier: &Dossier,
    soort: Schoolsoort,
    per: Date,
    ctx: &Besluitvorming<'a>,
) -> Result<Vec<Mogelijkegrond<'a>>, Refusal> {
    let died = dossier.overleden_op.is_some_and(|died| per >= died);
    let tijd = leertijd(dossier, per, ctx)?;
    let born = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
    let too_old = match born {
        Some(born) => leeftijd::is_te_oud(soort, (born, per), ctx)?,
        None => false,
    };
    let holds = |reden: Uitschrijfreden| match reden {
        Uitschrijfreden::Overleden => died,
        Uitschrijfreden::TeOud => too_old && !died,
        Uitschrijfreden::AndereSchool
        | Uitschrijfreden::Ongeschikt
        | Uitschrijfreden::Richting
        | Uitschrijfreden::SchoolBuitenland
        | Uitschrijfreden::TrekkendBestaan
        | Uitschrijfreden::VrijstellingGemeente
        | Uitschrijfreden::Startkwalificatie
        | Uitschrijfreden::ProOfVsoAfgerond
        | Uitschrijfreden::Buitenland
        | Uitschrijfreden::OpVerzoek => !died,
    };
    let all = ctx.wet.gronden_uitschrijving(per);
    let known = all.filter(|grond| tijd.is_none_or(|tijd| grond.tijdens.contains(&tijd)));
    let known = known.filter_map(|grond| Some((Uitschrijfreden::from_code(&grond.id)?, grond)));
    Ok(known.filter(|(reden, _)| holds(*reden)).collect())
}

/// Those at whose request a child is deregistered: who has authority over it, and who cares for it (LPW 2(1)); nobody else once the
/// pupil is of age (LPW 1b).
pub fn verzoekers(dossier: &Dossier, on: Date) -> Vec<&Persoon> {
    if dossier.handelt_zelf(on) {
        return Vec::new();
    }
    let asks = |persoon: &&Persoon| {
        persoon.is_current(on) && (persoon.relatie.has_gezag() || persoon.relatie == Relatie::Pleegouder)
    };
    dossier.personen.iter().filter(asks).collect()
}

/// A temporary place ends with a decision on the registration, and neither by deregistering nor by a removal (WPO 40(7), WEC 40(8)-(9), WVO
/// 2020 8.13(4)).
pub(crate) fn refuse_temporary(
    dossier: &Dossier,
    vestiging: &Vestigingscode,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let undecided = |a: &&Aanmelding| a.vestiging == *vestiging && a.afloop.is_none() && has_temporary(a);
    let Some(aanmelding) = dossier.aanmeldingen.iter().find(undecided) else { return Ok(()) };
    Err(Refusal::new("tijdelijke_plek", sleutels::leven::tijdelijke_plek_loopt())
        .because(place_of_right(aanmelding, &aanmelding.tijdelijk_recht.berekening, ctx))
        .instead(sleutels::leven::eerst_toelaten()))
}

impl SchrijfUit {
    /// The ground, where it holds for this child on that day.
    fn ground<'a>(
        &self,
        dossier: &Dossier,
        soort: Schoolsoort,
        ctx: &Besluitvorming<'a>,
    ) -> Result<&'a Uitschrijfgrond, Refusal> {
        let holding = gronden(dossier, soort, self.per, ctx)?;
        if let Some((_, ground)) = holding.iter().find(|(reden, _)| *reden == self.grond) {
            return Ok(ground);
        }
        if self.by_death(dossier) {
            return Err(Refusal::field("grond", sleutels::leven::grond_overleden_kiezen()));
        }
        let all = ctx.wet.gronden_uitschrijving(self.per);
        let article = all.filter(|ground| ground.id == Uitschrijfreden::AndereSchool.code());
        // All its reasons, and not the one that is named first.
        let article = article.map(|ground| ground.bron.vindplaats.without_letter()).next();
        let tijd = leertijd(dossier, self.per, ctx)?;
        let (why, instead) = match (self.grond, tijd) {
            (Uitschrijfreden::Overleden, _) => (
                sleutels::leven::geen_overlijden_vastgelegd(),
                sleutels::leven::eerst_overlijden_vastleggen(),
            ),
            (_, Some(Leertijd::Leerplicht | Leertijd::Kwalificatieplicht)) => {
                (sleutels::leven::nog_leerplichtig(), sleutels::leven::naar_school_of_vrijstelling())
            }
            (_, Some(Leertijd::Vrij) | None) => {
                (sleutels::leven::grond_geldt_niet(), sleutels::leven::andere_grond_kiezen())
            }
        };
        Err(Refusal::field("grond", why).because(article).instead(instead))
    }

    /// Who asked for it: named where more than one person can.
    fn asker(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Option<u32>, Refusal> {
        let can = verzoekers(dossier, ctx.vandaag);
        match (self.verzoek_van, &can[..]) {
            (None, []) => Ok(None),
            (None, [one]) => Ok(Some(one.nr)),
            (None, _) => Err(Refusal::field("verzoek_van", sleutels::leven::wie_vroeg_erom())),
            (Some(nr), can) if can.iter().any(|persoon| persoon.nr == nr) => Ok(Some(nr)),
            (Some(_), _) => Err(Refusal::field("verzoek_van", sleutels::leven::mag_niet_vragen())),
        }
    }

    /// What is recorded: the ground, what the school saw, who asked.
    fn left(
        &self,
        dossier: &Dossier,
        soort: Schoolsoort,
        per: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Uitgeschreven, Refusal> {
        let ground = self.ground(dossier, soort, ctx)?;
        let died = self.grond == Uitschrijfreden::Overleden;
        let obliged = leertijd(dossier, per, ctx)?.is_some_and(|tijd| tijd != Leertijd::Vrij);
        // One that begins later is none until then.
        let elsewhere = self.is_elsewhere(dossier);
        Ok(Uitgeschreven {
            vestiging: self.vestiging.clone(),
            per,
            reden: String::new(),
            grond: Some(self.grond),
            blijkt: if died { String::new() } else { invoer::reason("blijkt", &self.blijkt, ctx)? },
            verzoek_van: if died { None } else { self.asker(dossier, ctx)? },
            nagaan: ground.nagaan && obliged && !elsewhere,
        })
    }
}

impl SchrijfUit {
    /// The child died, and is a pupil until then: a place that ended before it died ended by something else.
    fn by_death(&self, dossier: &Dossier) -> bool {
        dossier.overleden_op.is_some_and(|died| self.per >= died)
    }

    /// Who was a pupil was one: a deregistration ends that from a day, and does not undo it (LPW 10, WVO 8.12(2)). Days that have gone by
    /// go with it for so far as a school hears late that a child left; of a child that is at another school since, that school tells it.
    fn refuse_backwards(
        &self,
        dossier: &Dossier,
        running: &Inschrijving,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        if self.per >= ctx.vandaag || self.is_elsewhere(dossier) {
            return Ok(());
        }
        let here = |day: Date| {
            dossier.inschrijvingen.iter().any(|i| i.vestiging == self.vestiging && i.is_current(day))
        };
        let missed = |a: &Aanmelding| a.vestiging == self.vestiging && a.niet_gekomen.is_some();
        let before = dates::plus_days(self.per, -1).unwrap_or(self.per);
        if !here(before) && self.per <= running.van && !dossier.aanmeldingen.iter().any(missed) {
            return Err(Refusal::field("per", sleutels::leven::was_leerling_vanaf_die_dag())
                .instead(sleutels::leven::dag_na_laatste_schooldag()));
        }
        let suspended =
            dossier.schorsingen.iter().filter(|s| s.vestiging == self.vestiging && s.laatste_dag().is_some());
        if let Some(op) = suspended.map(|s| s.van).find(|van| self.per <= *van && *van <= ctx.vandaag) {
            return Err(Refusal::field("per", sleutels::algemeen::ToenNogLeerling { op }.tekst())
                .instead(sleutels::algemeen::andere_dag_kiezen()));
        }
        let earliest = dates::plus_days(ctx.vandaag, -DAGEN_LEERLING_TERUG).unwrap_or(self.per);
        if !here(self.per) || self.per >= earliest {
            return Ok(());
        }
        Err(Refusal::field(
            "per",
            sleutels::leven::UitschrijvenTeVerTerug { dagen: DAGEN_LEERLING_TERUG }.tekst(),
        )
        .instead(sleutels::leven::dag_na_laatste_schooldag()))
    }

    /// A child that goes to another school is a pupil of this one until its first day there: not for a day it is without a school (LPW 10,
    /// WVO 8.12). And what lets a child go is there, and no plan of years ahead.
    fn refuse_too_early(
        &self,
        dossier: &Dossier,
        running: &Inschrijving,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let article = |grond: Uitschrijfreden| {
            let mut all = ctx.wet.gronden_uitschrijving(self.per);
            all.find(|ground| ground.id == grond.code()).map(|ground| ground.bron.vindplaats.clone())
        };
        let next = dossier.volgende_school(running).map(|next| next.van);
        let next = next.filter(|van| self.grond == Uitschrijfreden::AndereSchool && self.per < *van);
        if let Some(per) = next {
            return Err(Refusal::field("per", sleutels::leven::NogNietDaar { per }.tekst())
                .because(article(self.grond))
                .instead(sleutels::leven::UitschrijvenVanaf { per }.tekst()));
        }
        let last = dates::plus_months(ctx.vandaag, MAANDEN_TOT_UITSCHRIJVEN).unwrap_or(Date::MAX);
        if self.per > last && !self.is_elsewhere(dossier) {
            return Err(Refusal::field(
                "per",
                sleutels::algemeen::DagTeVer { dag: self.per, laatste: last }.tekst(),
            )
            .because(article(self.grond))
            .instead(sleutels::leven::uitschrijven_als_het_zo_is()));
        }
        Ok(())
    }

    /// From that day on the child is at another school.
    fn is_elsewhere(&self, dossier: &Dossier) -> bool {
        dossier.inschrijvingen.iter().any(|i| i.vestiging != self.vestiging && i.is_current(self.per))
            || dossier.is_elders_toegelaten(&self.vestiging, self.per)
    }

    /// Deregistration is no way round the rules on removal.
    fn refuse_removal_in_disguise(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<(), Refusal> {
        let elsewhere = self.is_elsewhere(dossier);
        let Some(verwijdering) = intended(dossier, &self.vestiging).filter(|_| !elsewhere) else {
            return Ok(());
        };
        let artikel = regels::artikel(
            ctx,
            "verwijdering.andere_school",
            verwijdering.sector,
            verwijdering.voorgenomen_op,
        );
        Err(Refusal::new("verwijdering_loopt", sleutels::leven::verwijdering_loopt())
            .because(artikel)
            .instead(sleutels::leven::afmaken_of_intrekken()))
    }
}

impl Decide for SchrijfUit {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let here = || dossier.inschrijvingen.iter().filter(|i| i.vestiging == self.vestiging);
        let leaves = || here().find(|i| i.tot == Some(self.per) && dossier.volgende_school(i).is_some());
        let Some(running) = here().find(|i| i.runs_after(self.per.max(i.van))).or_else(leaves) else {
            return Err(Refusal::field("vestiging", sleutels::leven::niet_ingeschreven()));
        };
        let per = invoer::plannable("per", invoer::not_before("per", self.per, running.van)?, ctx)?;
        let by_death = self.by_death(dossier);
        if !by_death {
            self.refuse_backwards(dossier, running, ctx)?;
            refuse_temporary(dossier, &self.vestiging, ctx)?;
            self.refuse_removal_in_disguise(dossier, ctx)?;
            self.refuse_too_early(dossier, running, ctx)?;
        }
        let left = self.left(dossier, running.schoolsoort, per, ctx)?;
        let mut events = vec![Vaststelling::new(per, dossier, ctx, left)];
        let elsewhere = dossier.inschrijvingen.iter().any(|i| {
            i.vestiging != self.vestiging
                && i.is_current(per)
                && running.schoolsoort.telt_inschrijving_bij(i.schoolsoort)
        }) || dossier.is_elders_toegelaten(&self.vestiging, per);
        if !by_death && !elsewhere {
            events.extend(right_after_leaving(dossier, &self.vestiging, ctx)?);
        }
        Ok(events)
    }
}

/// A school that deregistered a child that had to be at a school found out where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolNagegaan {
    /// Which school found out.
    pub vestiging: Vestigingscode,
    /// Where the child goes to school, or who knows of it and looks for a place, and from whom the school knows that.
    pub hoe: String,
}

kaart! {
    SchoolNagegaan, "school_nagegaan", versie 1 [];
    over kind; deel A; lezers allen; zin |_| sleutels::leven::school_nagegaan();
    terugnemen ja; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder (|event, _| Some(event.vestiging.organisatie()));
    getypt (|event| vec![&event.hoe]); verhuld [NietVermeld ["hoe"]];
    redenen geen; geboortedatum nee;
}

impl Fold for SchoolNagegaan {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        for left in dossier.inschrijvingen.iter_mut().filter(|i| i.vestiging == self.vestiging && i.nagaan) {
            left.nagegaan_op = Some(feit.on);
        }
    }
}

daad! {
    /// Records where a child is that left this school without a known other one.
    GaSchoolNa {
        /// Which school found out.
        vestiging: eigen::Vestiging,
        /// Where the child goes to school, or who knows of it, and from whom the school knows that.
        hoe: Tekst,
    }
}

impl Decide for GaSchoolNa {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let open = |i: &&Inschrijving| i.nagaan && i.nagegaan_op.is_none();
        let left = dossier.inschrijvingen.iter().filter(open).find(|i| i.vestiging == self.vestiging);
        if left.is_none() {
            return Err(Refusal::new("niets_na_te_gaan", sleutels::leven::niets_na_te_gaan()));
        }
        let fact =
            SchoolNagegaan { vestiging: self.vestiging.clone(), hoe: invoer::reason("hoe", &self.hoe, ctx)? };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}
