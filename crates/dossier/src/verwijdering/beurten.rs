//! Whose turn it is in a removal, and after a suspension that the Inspectie must know of.

use base::{Date, dates};
use verband::grenzen::DAGEN_TOT_NAGAAN;

use crate::beurt::{Beurt, Onderwerp, Step, Zet};
use crate::staat::{Dossier, Verwijdering, VerwijderingFase};
use crate::verwijdering::eersthoren::first_heard;

/// The turns of every removal and suspension.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for verwijdering in &dossier.verwijderingen {
        let since = beurten.len();
        removal_turns(verwijdering, dossier, beurten);
        first_heard(dossier, verwijdering, (&mut *beurten, since));
        beurten.extend(elsewhere_turn(dossier, verwijdering));
        if verwijdering.besluit.is_none() {
            let ends = dossier.band_eindigt(&verwijdering.vestiging);
            for beurt in beurten.iter_mut().skip(since) {
                beurt.tot = [beurt.tot, ends].into_iter().flatten().min();
            }
        }
    }
    for schorsing in dossier.schorsingen.iter().filter(|s| s.melding_nodig() && s.gemeld_op.is_none()) {
        // Forthwith: from the day on which it was decided, also where it begins later (WPO 40c(3), WEC 40a, WVO 8.14).
        let since = schorsing.besloten_op.min(schorsing.van);
        let step = Step::new(Zet::InspectieMelden, Onderwerp::Schorsing(schorsing.nr), since);
        beurten.push(
            step.until(Some(schorsing.van))
                .because(sleutels::verwijdering::BeurtSchorsingMelden { dagen: schorsing.dagen() }.tekst())
                .by(schorsing.vestiging.organisatie()),
        );
    }
}

/// From the day on which a pupil leaves the school that removed it, that school sees whether it is at another one: reported or not. A
/// child of four is watched too, until some days after it has to be at school.
fn elsewhere_turn(dossier: &Dossier, verwijdering: &Verwijdering) -> Option<Beurt> {
    let (_, per) = verwijdering.verwijderd().filter(|_| verwijdering.watches_elsewhere(dossier))?;
    let zet = match verwijdering.fase() {
        VerwijderingFase::Gemeld => Zet::EldersNagaan,
        VerwijderingFase::Verwijderd => Zet::EldersNagaanVoorMelding,
        VerwijderingFase::Voorgenomen
        | VerwijderingFase::Gehoord
        | VerwijderingFase::SchoolGevonden
        | VerwijderingFase::Ingetrokken
        | VerwijderingFase::Herroepen => return None,
    };
    let begins = verwijdering.leerplicht.as_ref().map(|period| period.uitkomst.van).filter(|van| per < *van);
    let because = match begins {
        Some(per) => sleutels::verwijdering::BeurtStraksNaarSchool { per }.tekst(),
        None => sleutels::verwijdering::beurt_niet_zonder_school(),
    };
    let step = Step::new(zet, Onderwerp::Verwijdering(verwijdering.nr), per)
        .until(dates::plus_days(begins.unwrap_or(per), DAGEN_TOT_NAGAAN))
        .because(because);
    Some(step.by(verwijdering.vestiging.organisatie()))
}

fn removal_turns(verwijdering: &Verwijdering, dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    let school = verwijdering.vestiging.organisatie();
    let over = Onderwerp::Verwijdering(verwijdering.nr);
    let step = |zet, van| Step::new(zet, over, van);
    let heard = verwijdering.gehoord_op.unwrap_or(verwijdering.voorgenomen_op);
    match verwijdering.fase() {
        VerwijderingFase::Voorgenomen => {
            talk_turns(verwijdering, dossier, beurten);
            beurten.extend(consulting_turn(verwijdering));
        }
        VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden => {
            let mut steps = Vec::new();
            steps_to_a_decision((verwijdering, dossier.beslist_vanaf(verwijdering)), heard, &mut steps);
            // Nobody decides before what came of the other day is recorded.
            if verwijdering.wacht_op_gesprek() {
                talk_turns(verwijdering, dossier, beurten);
                steps.retain(|step| step.zet != Zet::VerwijderingBeslissen);
            }
            beurten.extend(steps);
        }
        VerwijderingFase::Verwijderd => {
            let decided = verwijdering.verwijderd().map_or(verwijdering.voorgenomen_op, |(op, _)| op);
            if verwijdering.gemeld_aan_ben_w.is_none() {
                let melden = step(Zet::GemeenteMelden, decided)
                    .until(Some(decided))
                    .because(sleutels::verwijdering::beurt_meteen_melden());
                beurten.push(melden.by(school.clone()));
            }
            if verwijdering.needs_melding_inspectie() {
                let melden = step(Zet::InspectieMelden, decided)
                    .until(Some(decided))
                    .because(sleutels::verwijdering::beurt_melden_na_besluit());
                beurten.push(melden.by(school));
            }
        }
        VerwijderingFase::Gemeld | VerwijderingFase::Ingetrokken | VerwijderingFase::Herroepen => {}
    }
}

/// The letter invites for a day: until then it is the turn of the parents to come or to write.
fn talk_turns(verwijdering: &Verwijdering, dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    let invited = verwijdering.dag_van_gesprek();
    let talk = |zet| {
        Step::new(zet, Onderwerp::Verwijdering(verwijdering.nr), verwijdering.voorgenomen_op)
            .until(Some(invited))
            .because(sleutels::verwijdering::beurt_eerst_horen())
    };
    beurten.push(talk(Zet::OudersEnLeraarHoren).by(verwijdering.vestiging.organisatie()));
    // Who wrote what they think has done what is asked; they can come all the same.
    let alone = dossier.hoort_leerling_alleen_vanaf(verwijdering).is_some_and(|per| per <= invited);
    let who = dossier.gehoorden(verwijdering, (invited, invited), alone);
    // A pupil who is heard beside the parents has no page of their own on which the turn stands.
    let mut asked = who.into_iter().filter(|one| alone || one.ouder.is_some()).peekable();
    if asked.peek().is_some() && asked.all(|one| one.kwam() || one.schreef()) {
        return;
    }
    let theirs = talk(Zet::GesprekVoeren).by(dossier.gezin());
    beurten.push(theirs.ending(dates::plus_days(invited, 1)));
}

/// A consultation that began before the talk: whoever began it records how it ended.
fn consulting_turn(verwijdering: &Verwijdering) -> Option<Beurt> {
    let begun = verwijdering.overleg_begonnen_op.filter(|begun| verwijdering.is_in_overleg(*begun))?;
    let step = Step::new(Zet::InspectieRaadplegen, Onderwerp::Verwijdering(verwijdering.nr), begun);
    let because = sleutels::verwijdering::beurt_eerst_overleg();
    Some(step.because(because).by(verwijdering.vestiging.organisatie()))
}

/// What the law still asks comes before the decision, as long as it asks it: for a pupil whom the Leerplichtwet lets go the board
/// decides from that day on, and never before whoever was invited had the time to be heard (`earliest`).
fn steps_to_a_decision(
    (verwijdering, earliest): (&Verwijdering, Date),
    heard: Date,
    beurten: &mut Vec<Beurt>,
) {
    let over = Onderwerp::Verwijdering(verwijdering.nr);
    if let Some(begins) = before_the_law(verwijdering, heard) {
        // Of a pupil of four: until the Leerplichtwet holds the board decides, and from then on it looks for a school.
        let decides = heard.max(earliest);
        let school = verwijdering.vestiging.organisatie();
        let because = sleutels::verwijdering::beurt_niet_leerplichtig();
        let decide = Step::new(Zet::VerwijderingBeslissen, over, decides).because(because);
        beurten.push(decide.by(school).ending(Some(begins)));
        return steps_to_a_decision((verwijdering, earliest), begins.max(decides), beurten);
    }
    let tomorrow = dates::plus_days(heard, 1).unwrap_or(heard);
    let needed = verwijdering.needs_school(heard) || verwijdering.needs_school(tomorrow);
    let first = if needed && !verwijdering.is_free_from(heard) {
        let because = sleutels::verwijdering::beurt_zonder_school_niet();
        Some((Zet::AndereSchoolZoeken, because))
    } else if verwijdering.needs_inspectie(heard) {
        Some((Zet::InspectieRaadplegen, sleutels::verwijdering::beurt_eerst_overleg()))
    } else {
        None
    };
    let free = verwijdering.leerplicht.as_ref().map(|period| period.uitkomst.tot).filter(|_| first.is_some());
    let school = || verwijdering.vestiging.organisatie();
    let waits = first.is_some();
    if let Some((zet, because)) = first {
        beurten.push(Step::new(zet, over, heard).because(because).by(school()).ending(free));
    }
    let decides = heard.max(earliest);
    let from = if waits { free.map(|free| free.max(decides)) } else { Some(decides) };
    if let Some(from) = from {
        let because = if verwijdering.bereid.is_some() {
            sleutels::verwijdering::beurt_er_is_een_school()
        } else {
            sleutels::verwijdering::beurt_niet_leerplichtig()
        };
        let step = Step::new(Zet::VerwijderingBeslissen, over, from).because(because);
        beurten.push(step.by(school()));
    }
}

/// The day before the Leerplichtwet holds for a pupil for whom it does not hold yet: a removal that is decided then takes effect when
/// it does.
fn before_the_law(verwijdering: &Verwijdering, on: Date) -> Option<Date> {
    let begins = verwijdering.leerplicht.as_ref()?.uitkomst.van;
    dates::plus_days(begins, -1).filter(|day| on < *day && verwijdering.bereid.is_none())
}
