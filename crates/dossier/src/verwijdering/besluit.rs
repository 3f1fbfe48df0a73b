//! P1b: the decision to remove a pupil. What the law asks before it of a pupil for whom the Leerplichtwet holds ('vindt niet plaats dan nadat': WPO
//! 40(11), WEC 40(18), WVO 8.15(2)) is asked of the day on which somebody decides and of the day on which the pupil leaves: the law does not say
//! which of the two counts (ADR 0054).

use base::{Date, Schooljaar, Sector, dates};
use recht::Wet;
use verband::grenzen::MAANDEN_TOT_VERWIJDERING;

use crate::aanmelding::elders::{Vanaf, refuse_unlawful};
use crate::aanmelding::tijdelijk::right_after_leaving;
use crate::leven::feiten::Uitgeschreven;
use crate::leven::uitschrijving::refuse_temporary;
use crate::opdracht::velden::{KomendeDag, MagDag, MagJaNee, MagKeuze, MagTekst, Tekst, daad, eigen};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer, regels};
use crate::refusal::Refusal;
use crate::soort::{Schoolsoort, SchorsingEinde, ZonderSchool};
use crate::staat::{Dossier, Verwijdering};
use crate::verwijdering::einde::end_of_consultation;
use crate::verwijdering::feiten::{Verwijderd, Vrijgesteld, Zoektocht};
use crate::verwijdering::gehoord::refuse_unheard;
use crate::verwijdering::opdracht::open;

/// When nobody is removed because of insufficient progress.
const VORDERINGEN: &str = "verwijdering.vorderingen";
/// On which day the Leerplichtwet has to hold, as it is read here.
const LEERPLICHT_DAG: &str = "verwijdering.leerplicht_dag";

daad! {
    /// Removes the pupil.
    Verwijder,
    /// Removal.
    verwijdering {
        /// First day on which the pupil is no longer enrolled.
        per: KomendeDag,
        /// Why, for the parents.
        motivering: Tekst,
        /// Insufficient progress is a ground of it, where the law has a rule for that. None where it has none.
        vorderingen: MagJaNee,
        /// Since when a school was looked for, where none was found.
        gezocht_sinds: MagDag,
        /// Which schools were asked, and what they said.
        gezocht: MagTekst,
        /// Why no other school is asked, where that is so by something that the file does not know.
        zonder_school: MagKeuze<ZonderSchool>,
        /// What shows it.
        zonder_school_blijkt: MagTekst,
        /// The school is a public authority: objections go by the Awb.
        openbaar: eigen::Openbaar,
    }
}

/// What else than another school lets a pupil be removed.
#[derive(Default)]
struct Uitweg {
    zoektocht: Option<Zoektocht>,
    vrijgesteld: Option<Vrijgesteld>,
}

impl Uitweg {
    /// The Leerplichtwet does not hold for the pupil, so that the Inspectie is not consulted either (WVO 8.15(4)).
    fn is_free(&self) -> bool {
        self.vrijgesteld.as_ref().is_some_and(|free| match free.waarom {
            ZonderSchool::Startkwalificatie | ZonderSchool::PraktijkOfVso => true,
            ZonderSchool::InstellingVerlaten => false,
        })
    }
}

impl Verwijder {
    /// What still stands in the way of this removal, if anything.
    fn missing(
        &self,
        (dossier, verwijdering): (&Dossier, &Verwijdering),
        uitweg: &Uitweg,
        ctx: &Besluitvorming<'_>,
    ) -> Option<Refusal> {
        let artikel = |naam| regels::artikel(ctx, naam, verwijdering.sector, verwijdering.voorgenomen_op);
        if verwijdering.gehoord_op.is_none() {
            return Some(
                Refusal::new("niet_gehoord", sleutels::verwijdering::niet_gehoord())
                    .because(artikel("verwijdering.horen"))
                    .instead(sleutels::verwijdering::eerst_gesprek()),
            );
        }
        // The parents were invited for a day: whoever spoke with the school before it can still come then (R1.10).
        let talk = verwijdering.dag_van_gesprek();
        let from = dossier.beslist_vanaf(verwijdering);
        let waits = || {
            // The law asks that they were heard; that the day is waited for all the same is a rule of this program.
            let open = dossier.nog_te_horen(verwijdering);
            let why = match open {
                Some(_) => sleutels::verwijdering::GesprekKomtNog { op: talk }.tekst(),
                None => sleutels::verwijdering::GesprekKomtNogGehoord { op: talk }.tekst(),
            };
            Refusal::new("gesprek_komt_nog", why)
                .because(open.and_then(|one| one.artikel(ctx)))
                .instead(sleutels::verwijdering::BeslissenVanaf { op: from }.tekst())
        };
        if ctx.vandaag < talk {
            return Some(waits());
        }
        // What came of the day to which it was moved is said before it is decided, by whoever was heard before it.
        if verwijdering.wacht_op_gesprek() {
            return Some(
                Refusal::new(
                    "verzet_gesprek_niet_vastgelegd",
                    sleutels::verwijdering::VerzetGesprekOpen { op: talk }.tekst(),
                )
                .because(artikel("verwijdering.horen"))
                .instead(sleutels::verwijdering::verzet_gesprek_vastleggen()),
            );
        }
        if let Err(refusal) = refuse_unheard(dossier, verwijdering, ctx) {
            return Some(refusal);
        }
        if ctx.vandaag < from {
            return Some(waits());
        }
        self.asked_first(verwijdering, uitweg, ctx)
    }

    /// What is asked first of a pupil for whom the Leerplichtwet holds: the consultation with the Inspectie, and a school that is willing.
    fn asked_first(
        &self,
        verwijdering: &Verwijdering,
        uitweg: &Uitweg,
        ctx: &Besluitvorming<'_>,
    ) -> Option<Refusal> {
        let artikel = |naam| regels::artikel(ctx, naam, verwijdering.sector, verwijdering.voorgenomen_op);
        let asked =
            |on: fn(&Verwijdering, Date) -> bool| on(verwijdering, self.per) || on(verwijdering, ctx.vandaag);
        // It holds today, and not any more when the pupil leaves: which of the two days counts is read here, and is not said by the law.
        let free = verwijdering.leerplicht.as_ref().map(|period| period.uitkomst.tot);
        let free = free.filter(|_| !verwijdering.is_leerplichtig(self.per));
        if asked(Verwijdering::needs_inspectie) && !uitweg.is_free() {
            let code = "inspectie_niet_geraadpleegd";
            return Some(match free {
                Some(op) => Refusal::new(code, sleutels::verwijdering::geen_overleg_op_besluitdag())
                    .because(artikel(LEERPLICHT_DAG))
                    .instead(sleutels::verwijdering::EerstInspectieOfVanaf { op }.tekst()),
                None => Refusal::new(code, sleutels::verwijdering::geen_overleg_inspectie())
                    .because(artikel("verwijdering.inspectie"))
                    .instead(sleutels::verwijdering::eerst_inspectie()),
            });
        }
        let otherwise = uitweg.zoektocht.is_some() || uitweg.vrijgesteld.is_some();
        (asked(Verwijdering::needs_school) && !otherwise).then(|| match free {
            Some(op) => Refusal::new("geen_school", sleutels::verwijdering::geen_school_op_besluitdag())
                .because(artikel(LEERPLICHT_DAG))
                .instead(sleutels::verwijdering::VerderZoekenOfVanaf { op }.tekst()),
            None => Refusal::new("geen_school", sleutels::verwijdering::geen_school())
                .because(artikel("verwijdering.andere_school"))
                .instead(sleutels::verwijdering::verder_zoeken()),
        })
    }

    /// The search that lets an institute for cluster 1 or 2 remove without another school: long enough, and shown (WEC 40(18)).
    fn zoektocht(
        &self,
        verwijdering: &Verwijdering,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Zoektocht>, Refusal> {
        let needed = verwijdering.bereid.is_none() && verwijdering.is_leerplichtig_bij(ctx.vandaag, self.per);
        let Some(sinds) = self.gezocht_sinds.filter(|_| needed) else { return Ok(None) };
        let on = verwijdering.voorgenomen_op;
        let here = dossier.inschrijving_op(ctx.vandaag).filter(|i| i.vestiging == verwijdering.vestiging);
        let Some((here, figure)) = here.and_then(|i| Some((i, zoeken_hooguit(ctx.wet, i.schoolsoort)?)))
        else {
            return Err(Refusal::field("gezocht_sinds", sleutels::verwijdering::alleen_instelling_zoekt())
                .because(regels::artikel(ctx, "verwijdering.andere_school", verwijdering.sector, on))
                .instead(sleutels::verwijdering::verder_zoeken()));
        };
        let sinds = invoer::happened("gezocht_sinds", sinds, here.van, ctx)?;
        let weken = regels::getal(ctx, figure, on)?;
        let until = dates::plus_days(sinds, 7 * i32::from(weken)).unwrap_or(Date::MAX);
        if ctx.vandaag < until {
            let short = sleutels::verwijdering::TeKortGezocht { weken: weken.into(), vanaf: until };
            return Err(Refusal::field("gezocht_sinds", short.tekst())
                .because(regels::vindplaats(ctx, figure, on))
                .instead(sleutels::verwijdering::verder_zoeken()));
        }
        Ok(Some(Zoektocht { sinds, hoe: invoer::text("gezocht", &self.gezocht)? }))
    }

    /// What the school says of the pupil that the file does not know, and by which no other school is asked: only where the law has it
    /// for this school and this age.
    fn vrijgesteld(
        &self,
        verwijdering: &Verwijdering,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Vrijgesteld>, Refusal> {
        let holds = verwijdering.is_leerplichtig_bij(ctx.vandaag, self.per);
        let Some(waarom) = self.zonder_school.filter(|_| holds) else { return Ok(None) };
        let naam = bepaling(waarom);
        let Some(artikel) = regels::artikel(ctx, naam, verwijdering.sector, self.per) else {
            return Err(Refusal::field("zonder_school", sleutels::verwijdering::zonder_school_niet_hier())
                .instead(sleutels::verwijdering::verder_zoeken()));
        };
        let still = match (waarom, dossier.leerling.as_ref()) {
            // Nobody is free of the kwalificatieplicht before it begins (LPW 4b).
            (ZonderSchool::Startkwalificatie | ZonderSchool::PraktijkOfVso, Some(leerling)) => {
                let last = regels::schoolplicht_tot_en_met(ctx, leerling.geboortedatum)?;
                Some(last).filter(|last| self.per <= *last)
            }
            (ZonderSchool::Startkwalificatie | ZonderSchool::PraktijkOfVso, None)
            | (ZonderSchool::InstellingVerlaten, _) => None,
        };
        if let Some(tot_en_met) = still {
            let still = sleutels::verwijdering::NogSchoolplichtig { tot_en_met };
            return Err(Refusal::field("zonder_school", still.tekst())
                .because(Some(artikel))
                .instead(sleutels::verwijdering::verder_zoeken()));
        }
        let blijkt = invoer::text("zonder_school_blijkt", &self.zonder_school_blijkt)?;
        Ok(Some(Vrijgesteld { waarom, blijkt }))
    }

    /// Whether insufficient progress is a ground, where the law asks it: then nobody is removed in the course of a school year, and is no
    /// pupil any more from the first day of the next one (Uitvoeringsbesluit WVO 2020 8.12(2)).
    fn vorderingen(
        &self,
        verwijdering: &Verwijdering,
        per: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<bool>, Refusal> {
        let Some(artikel) = regels::artikel(ctx, VORDERINGEN, verwijdering.sector, per) else {
            return Ok(None);
        };
        let Some(vorderingen) = self.vorderingen else {
            return Err(Refusal::field("vorderingen", sleutels::verwijdering::vorderingen_kies())
                .because(Some(artikel))
                .instead(sleutels::verwijdering::vorderingen_ja_of_nee()));
        };
        if vorderingen && per != Schooljaar::of(per).first_day() {
            let next = Schooljaar::of(ctx.vandaag).next().first_day();
            return Err(Refusal::field("per", sleutels::verwijdering::vorderingen_in_het_jaar())
                .because(Some(artikel))
                .instead(sleutels::verwijdering::VorderingenVanaf { per: next }.tekst()));
        }
        Ok(Some(vorderingen))
    }

    /// First day on which the pupil is no longer enrolled: a decision works from the day on which it is made known (Awb 3:40), so the
    /// child is a pupil today; and it is no decision about a year that nobody knows yet.
    fn first_day(&self, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
        let per = invoer::not_before("per", self.per, invoer::day_after(ctx.vandaag))?;
        let last = dates::plus_months(ctx.vandaag, MAANDEN_TOT_VERWIJDERING).unwrap_or(Date::MAX);
        invoer::not_after("per", per, last)
    }
}

/// The figure that says how long a school of a kind searches at most before it removes without another school; none where the law has no
/// such end.
pub fn zoeken_hooguit(wet: &Wet, soort: Schoolsoort) -> Option<&'static str> {
    wet.cijfer_bij(&["verwijdering.zoeken_cluster_1_2"], soort)
}

/// The law of this sector has a rule for a removal because of insufficient progress, so that it is asked.
pub fn vraagt_vorderingen(sector: Sector, ctx: &Besluitvorming<'_>) -> bool {
    regels::artikel(ctx, VORDERINGEN, sector, ctx.vandaag).is_some()
}

/// Where it stands that a pupil can be removed without another school.
pub fn bepaling(waarom: ZonderSchool) -> &'static str {
    match waarom {
        ZonderSchool::Startkwalificatie => "verwijdering.zonder_school_startkwalificatie",
        ZonderSchool::PraktijkOfVso => "verwijdering.zonder_school_diploma",
        ZonderSchool::InstellingVerlaten => "verwijdering.zonder_school_instelling",
    }
}

impl Decide for Verwijder {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        refuse_temporary(dossier, &verwijdering.vestiging, ctx)?;
        let uitweg = Uitweg {
            zoektocht: self.zoektocht(verwijdering, dossier, ctx)?,
            vrijgesteld: self.vrijgesteld(verwijdering, dossier, ctx)?,
        };
        if let Some(refusal) = self.missing((dossier, verwijdering), &uitweg, ctx) {
            return Err(refusal);
        }
        let per = self.first_day(ctx)?;
        let found = verwijdering.bereid.as_ref().filter(|_| verwijdering.is_leerplichtig(per));
        if let Some(found) = found.filter(|_| uitweg.vrijgesteld.is_none()) {
            refuse_unlawful(dossier, &found.school, Vanaf::Dag(per), ctx)
                .map_err(|refusal| Refusal { veld: Some("per"), ..refusal })?;
        }
        let removed = Verwijderd {
            verwijdering: verwijdering.nr,
            per,
            motivering: invoer::reason("motivering", &self.motivering, ctx)?,
            vorderingen: self.vorderingen(verwijdering, per, ctx)?,
            bezwaar_uiterlijk: regels::bezwaar_toelating(ctx, self.openbaar)?,
            zoektocht: uitweg.zoektocht,
            vrijgesteld: uitweg.vrijgesteld,
        };
        let vestiging = verwijdering.vestiging.clone();
        let left = Uitgeschreven::door_besluit(vestiging, per, "verwijderd");
        let mut events = vec![
            Vaststelling::new(ctx.vandaag, dossier, ctx, removed),
            Vaststelling::new(ctx.vandaag, dossier, ctx, left),
        ];
        events.extend(right_after_leaving(dossier, &verwijdering.vestiging, ctx)?);
        // Whoever is no pupil any more on the next school day does not come back.
        let ends = end_of_consultation(dossier, verwijdering.nr, SchorsingEinde::Besloten, ctx);
        events.extend(
            ends.into_iter().filter(|_| regels::werkdag_vanaf(ctx, invoer::day_after(ctx.vandaag)) < per),
        );
        Ok(events)
    }
}
