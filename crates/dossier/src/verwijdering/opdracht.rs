//! P1b: removal and suspension.

use base::{Date, Vestigingscode, dates};
use recht::Plicht;
use verband::grenzen::DAGEN_TOT_GESPREK;

use crate::aanmelding::elders::{Vanaf, check_bereid, refuse_unlawful};
use crate::berekend::Berekend;
use crate::beurt::Onderwerp;
use crate::leven::leerling::LEERLING;
use crate::leven::uitschrijving::refuse_temporary;
use crate::opdracht::regels::sector_of;
use crate::opdracht::velden::{Bereid, Dag, MagTekst, Personen, Regel, Tekst, Vinkje, daad, eigen};
use crate::opdracht::{
    Besluitvorming, Decide, Vaststelling, invoer, refuse_other_school, refuse_outsider, regels,
};
use crate::refusal::Refusal;
use crate::soort::SchorsingEinde;
use crate::staat::{Dossier, Schorsing, Verwijdering, VerwijderingFase};
use crate::verwijdering::einde::end_of_consultation;
use crate::verwijdering::feiten::{
    GemeldAanBenW, GemeldAanInspectie, InspectieMelding, Leerplichttijd, OudersEnLeraarGehoord,
    SchoolBereidGevonden, VerwijderingIngetrokken, VerwijderingVoorgenomen, plichten,
};
use crate::verwijdering::gehoord::{Gehoorde, refuse_nobody, refuse_unread};
use crate::woord::Woord;

pub use crate::verwijdering::besluit::Verwijder;
pub use crate::verwijdering::einde::BeeindigSchorsing;
pub use crate::verwijdering::overleg::{BeginOverleg, RaadpleegInspectie};
pub use crate::verwijdering::schorsen::Schors;

/// The working day for which those who are heard are invited.
pub fn day_of_talk(ctx: &Besluitvorming<'_>) -> Date {
    let day = dates::plus_days(ctx.vandaag, DAGEN_TOT_GESPREK).unwrap_or(ctx.vandaag);
    regels::werkdag_vanaf(ctx, day)
}

/// The removal with this number, as long as it is not carried out or withdrawn.
pub(super) fn open<'a>(
    dossier: &'a Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Verwijdering, Refusal> {
    let verwijdering = find(dossier, nr, ctx)?;
    match verwijdering.fase() {
        VerwijderingFase::Verwijderd
        | VerwijderingFase::Gemeld
        | VerwijderingFase::Ingetrokken
        | VerwijderingFase::Herroepen => Err(Refusal::new(
            "verwijdering_afgerond",
            sleutels::verwijdering::Afgerond { fase: verwijdering.fase().woord() }.tekst(),
        )),
        VerwijderingFase::Voorgenomen | VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden => {
            Ok(verwijdering)
        }
    }
}

pub(super) fn find<'a>(
    dossier: &'a Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<&'a Verwijdering, Refusal> {
    let verwijdering =
        dossier.verwijdering(nr).ok_or_else(|| Onderwerp::Verwijdering(nr).niet_in_dossier())?;
    refuse_outsider::<Verwijdering>(ctx, &verwijdering.vestiging.organisatie())?;
    Ok(verwijdering)
}

/// A removal from this school that is intended and neither carried out nor withdrawn.
pub(crate) fn intended<'a>(dossier: &'a Dossier, vestiging: &Vestigingscode) -> Option<&'a Verwijdering> {
    dossier
        .verwijderingen
        .iter()
        .find(|v| v.vestiging == *vestiging && v.ingetrokken_op.is_none() && v.besluit.is_none())
}

impl Dossier {
    /// It was decided that the pupil leaves this school on a later day than this: from which.
    pub fn verwijderd_per(&self, vestiging: &Vestigingscode, on: Date) -> Option<Date> {
        let own = self.verwijderingen.iter().filter(|v| v.vestiging == *vestiging);
        own.filter_map(super::staat::Verwijdering::verwijderd).map(|(_, per)| per).find(|per| on < *per)
    }
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
    /// When the Leerplichtwet holds for the pupil, where another school is asked of such a pupil alone.
    fn leerplicht(
        &self,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Berekend<Leerplichttijd>>, Refusal> {
        let born = dossier.leerling.as_ref().map(|leerling| leerling.geboortedatum);
        let asked = ctx.wet.eist(Plicht::VerwijderingSchoolBijLeerplicht, self.sector, ctx.vandaag);
        born.filter(|_| asked).map(|born| regels::leerplicht(ctx, born)).transpose()
    }
}

impl Decide for NeemVerwijderingVoor {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        refuse_other_school(ctx, &self.vestiging.organisatie())?;
        let enrolled = dossier.inschrijving_op(ctx.vandaag).filter(|i| i.vestiging == self.vestiging);
        let Some(enrolled) = enrolled else {
            return Err(Refusal::new("niet_ingeschreven", sleutels::verwijdering::niet_ingeschreven()));
        };
        refuse_temporary(dossier, &self.vestiging, ctx)?;
        if sector_of(enrolled.schoolsoort) != self.sector {
            return Err(Refusal::field("sector", sleutels::verwijdering::andere_sector()));
        }
        if intended(dossier, &self.vestiging).is_some() {
            return Err(Refusal::new("loopt_al", sleutels::verwijdering::loopt_al()));
        }
        if let Some(per) = dossier.verwijderd_per(&self.vestiging, ctx.vandaag) {
            return Err(Refusal::new("al_verwijderd", sleutels::verwijdering::AlVerwijderd { per }.tekst()));
        }
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            VerwijderingVoorgenomen {
                verwijdering: dossier.next_nr::<VerwijderingVoorgenomen>(),
                vestiging: self.vestiging.clone(),
                schoolnaam: enrolled.schoolnaam.clone(),
                sector: self.sector,
                plichten: plichten(self.sector, ctx),
                redenen: invoer::reason("redenen", &self.redenen, ctx)?,
                leerplicht: self.leerplicht(dossier, ctx)?,
                gesprek_op: Some(day_of_talk(ctx)),
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
        /// The parents who came or let know otherwise what they think.
        kwamen: Personen,
        /// The pupil who has to be heard came, or let know otherwise what they think.
        leerling_kwam: Vinkje,
        /// What the parents said; where none came, what the school knows of why.
        ouders: MagTekst,
        /// What the teacher said.
        leraar: MagTekst,
        /// What the pupil said.
        leerling: MagTekst,
    }
}

/// A pupil of age is heard in place of the parents: by one act whoever is of age (WVO 8.15(3)), by another who decides alone too (WEC
/// 40(18), as it is read here).
pub fn hears_the_pupil_alone(
    dossier: &Dossier,
    verwijdering: &Verwijdering,
    op: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<bool, Refusal> {
    let of_age = dossier.is_van_leeftijd(regels::getal(ctx, "meerderjarig.leeftijd", op)?, op);
    // Whoever was recorded as of age and not able to decide has somebody else who does.
    let decides = dossier.meerderjarig_per.is_none() || dossier.handelt_zelf(op);
    let instead = verwijdering.eist(Plicht::VerwijderingHorenMeerderjarige)
        || decides && verwijdering.eist(Plicht::VerwijderingHorenWieZelfBeslist);
    Ok(of_age && instead)
}

impl HoorOudersEnLeraar {
    /// Which of the parents came; nothing where the pupil is heard in their place, or no parent is known.
    fn who_came(
        &self,
        (dossier, verwijdering): (&Dossier, &Verwijdering),
        op: Date,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Option<Vec<u32>>, Refusal> {
        refuse_nobody(dossier, verwijdering, op, ctx)?;
        let parents = dossier.te_horen(op, ctx.vandaag);
        let is_parent = |nr: u32| parents.iter().any(|persoon| dossier.is_een_van(persoon, [nr]));
        if let Some(other) = self.kwamen.iter().find(|nr| !is_parent(**nr)) {
            let persoon = i32::try_from(*other).unwrap_or(i32::MAX);
            return Err(Refusal::field("kwamen", sleutels::verwijdering::GeenOuder { persoon }.tekst()));
        }
        Ok((!parents.is_empty()).then(|| {
            let came =
                parents.iter().filter(|persoon| dossier.is_een_van(persoon, self.kwamen.iter().copied()));
            came.map(|persoon| persoon.nr).collect()
        }))
    }

    /// Refuses a talk that takes from somebody the chance to be heard. One of them is not all: who was not there can still come on the day
    /// for which they were invited, and write until it is over, so that without all of them it counts from that day, and without any of
    /// those for whom the letter was meant from the next (WPO 40(11), WEC 40(18), WVO 8.15(3)). What was said on a day before it is said of
    /// that day once the other is over, or where the talk was on that day first.
    fn refuse_left_out(
        &self,
        (dossier, verwijdering): (&Dossier, &Verwijdering),
        (op, alone): (Date, bool),
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        let named = |one: Gehoorde<'_>| match one.ouder {
            Some(persoon) => dossier.is_een_van(persoon, self.kwamen.iter().copied()),
            None => self.leerling_kwam,
        };
        let who = dossier.gehoorden(verwijdering, (op, ctx.vandaag), alone);
        refuse_unread(&who, named, ctx)?;
        let Some(open) = who.iter().find(|one| !one.kwam() && !named(**one)) else { return Ok(()) };
        let invited = verwijdering.dag_van_gesprek();
        let over = invited < ctx.vandaag;
        // Of who came on the day itself the school says so at once; that nobody did is known when it is over.
        let came = if alone { self.leerling_kwam } else { !self.kwamen.is_empty() };
        if came && (over || invited <= op || verwijdering.was_eerder_op(op)) || over && invited <= op {
            return Ok(());
        }
        let veld = if open.ouder.is_some() { "kwamen" } else { "leerling_kwam" };
        let refusal = if over {
            Refusal::field(veld, sleutels::verwijdering::NiemandOpEerdereDag { op: invited }.tekst())
                .instead(sleutels::verwijdering::DagVanGesprekInvullen { op: invited }.tekst())
        } else {
            let from = if came { invited } else { invoer::day_after(invited) };
            Refusal::field(veld, sleutels::verwijdering::NogUitgenodigd { op: invited }.tekst())
                .instead(sleutels::verwijdering::VastleggenVanaf { op: from }.tekst())
        };
        Err(refusal.because(open.artikel(ctx)))
    }
}

impl Decide for HoorOudersEnLeraar {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let verwijdering = open(dossier, self.verwijdering, ctx)?;
        let op = invoer::happened("op", self.op, verwijdering.voorgenomen_op, ctx)?;
        let of_age = hears_the_pupil_alone(dossier, verwijdering, op, ctx)?;
        let pupil_heard = of_age || verwijdering.eist(Plicht::VerwijderingHorenLeerling);
        let teacher_heard = verwijdering.eist(Plicht::VerwijderingHorenLeraar);
        let heard = |veld, words: &str, must: bool| {
            if must { invoer::text(veld, words) } else { invoer::optional_text(veld, words) }
        };
        let kwamen = if of_age { None } else { self.who_came((dossier, verwijdering), op, ctx)? };
        self.refuse_left_out((dossier, verwijdering), (op, of_age), ctx)?;
        let somebody = kwamen.as_ref().is_none_or(|came| !came.is_empty());
        // Whoever was heard in a talk of before need not be heard again.
        let teacher = verwijdering.gesprekken.iter().all(|talk| talk.leraar.is_empty());
        let fact = OudersEnLeraarGehoord {
            verwijdering: verwijdering.nr,
            leerling: heard("leerling", &self.leerling, pupil_heard && self.leerling_kwam)?,
            ouders: heard("ouders", &self.ouders, !of_age && somebody)?,
            leraar: heard("leraar", &self.leraar, teacher_heard && teacher)?,
            kwamen,
            leerling_kwam: pupil_heard.then_some(self.leerling_kwam),
        };
        let heard = |nr: u32| match dossier.persoon(nr) {
            Some(persoon) => fact.kwamen.iter().any(|came| dossier.is_een_van(persoon, came.iter().copied())),
            None => nr == LEERLING && fact.leerling_kwam == Some(true),
        };
        let read = dossier.gelezen_bij_horen((verwijdering.nr, op), heard, ctx);
        Ok([Vaststelling::new(op, dossier, ctx, fact)].into_iter().chain(read).collect())
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
        let school = check_bereid((dossier, &self.school), since, verwijdering.sector, ctx)?;
        // The day of the removal is not chosen yet; it is asked again of that day.
        refuse_unlawful(dossier, &school, Vanaf::Later, ctx)?;
        Ok(vec![Vaststelling::new(
            ctx.vandaag,
            dossier,
            ctx,
            SchoolBereidGevonden { verwijdering: verwijdering.nr, school },
        )])
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
        let reden = invoer::reason("reden", &self.reden, ctx)?;
        let withdrawn = VerwijderingIngetrokken { verwijdering: verwijdering.nr, reden };
        let mut events = vec![Vaststelling::new(ctx.vandaag, dossier, ctx, withdrawn)];
        let why = SchorsingEinde::VoornemenIngetrokken;
        events.extend(end_of_consultation(dossier, verwijdering.nr, why, ctx));
        Ok(events)
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
                refuse_outsider::<Schorsing>(ctx, &schorsing.vestiging.organisatie())?;
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
