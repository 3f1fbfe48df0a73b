//! What holds in any file, whatever happened in it.

use std::sync::{Arc, LazyLock};

use base::{Date, dates};
use dossier::aanmelding::opdracht::MeldAan;
use dossier::gebeurtenis::Gebeurtenis;
use dossier::opdracht::regels;
use dossier::staat::AanmeldingFase;
use dossier::{Dossier, Feit, Inhoud, Zet};
use proptest::prelude::*;

use crate::gegeven::nl;
use crate::gegeven::{Zaak, kind, meld_aan};
use crate::verhalen;
use crate::wandeling::{loop_door, stappen};

/// The file after each of its facts, from nothing on.
fn growing(dossier: &Dossier) -> impl Iterator<Item = Dossier> {
    let mut grown = Dossier::new(dossier.nummer.clone());
    dossier.feiten.iter().map(move |feit| {
        grown.apply((**feit).clone());
        grown.clone()
    })
}

/// The stories, told once.
fn stories() -> &'static [Zaak] {
    static STORIES: LazyLock<Vec<Zaak>> = LazyLock::new(verhalen::alle);
    &STORIES
}

fn registered_on(openbaar: bool, day: Date) -> (Date, Option<Date>) {
    let mut zaak = kind("2018-03-12");
    zaak.vandaag = day;
    zaak.doe(MeldAan { ontvangen_op: day, openbaar, gewenst_per: None, ..meld_aan() });
    let aanmelding = zaak.aanmelding();
    (aanmelding.termijn.uitkomst.uiterlijk.expect("a last day"), aanmelding.tijdelijk_recht.uitkomst.vanaf)
}

fn lawful_experts(zaak: &Zaak, dossier: &Dossier) -> Result<(), TestCaseError> {
    for aanvraag in dossier.aanvragen.iter().filter(|a| a.verleend().is_some()) {
        let disciplines: Vec<_> = aanvraag.adviseurs().map(|adviseur| adviseur.discipline).collect();
        let ctx = zaak.ctx();
        let missing = regels::deskundigen(&ctx, &disciplines, aanvraag.soort).expect("the rule is in force");
        prop_assert!(missing.uitkomst.is_empty(), "granted with {disciplines:?}");
    }
    Ok(())
}

fn clock(dossier: &Dossier) -> Result<(), TestCaseError> {
    for aanmelding in dossier.aanmeldingen.iter().filter(|a| !a.fase().is_final()) {
        let waits = aanmelding.open_opschorting().is_some();
        prop_assert_eq!(
            aanmelding.termijn.uitkomst.uiterlijk.is_none(),
            waits,
            "registration {}",
            aanmelding.nr
        );
    }
    for aanvraag in &dossier.aanvragen {
        if let Some(termijn) = &aanvraag.termijn {
            prop_assert_eq!(termijn.uitkomst.uiterlijk.is_none(), aanvraag.open_aanvulling().is_some());
        }
    }
    Ok(())
}

fn turns(dossier: &Dossier, on: Date) -> Result<(), TestCaseError> {
    let all = dossier.beurten();
    for beurt in &all {
        // After an admission, a yes to an offer and a refusal because of another school somebody sees to the place.
        let of_an_end: &[AanmeldingFase] = match beurt.zet {
            Zet::EersteDag | Zet::NietGekomenNagaan | Zet::OppMelden | Zet::VerklaringNagaan => {
                &[AanmeldingFase::Toegelaten]
            }
            Zet::EldersAanmelden => &[AanmeldingFase::Elders],
            Zet::PlekNagaan => &[AanmeldingFase::Elders, AanmeldingFase::Geweigerd],
            Zet::SchoolNaAanmelding => {
                &[AanmeldingFase::Geweigerd, AanmeldingFase::BuitenBehandeling, AanmeldingFase::Ingetrokken]
            }
            _ => &[],
        };
        if !of_an_end.is_empty() {
            let nr = beurt.onderwerp.map_or(0, dossier::beurt::Onderwerp::nr);
            let fase = dossier.aanmelding(nr).map(dossier::staat::Aanmelding::fase);
            prop_assert!(fase.is_some_and(|fase| of_an_end.contains(&fase)), "{:?}", beurt);
        }
        // A turn about the child itself stands in no case.
        if let Some(over) = beurt.onderwerp {
            let ended = dossier.zaak(over).is_none_or(|zaak| zaak.afgelopen);
            prop_assert_eq!(ended, beurt.zet.is_na_afloop(), "a turn in what has ended: {:?}", beurt);
        }
        prop_assert!(!beurt.organisatie.to_string().is_empty());
        prop_assert!(beurt.tot.is_none_or(|tot| tot > beurt.van), "a turn that never is: {beurt:?}");
    }
    let mut open: Vec<_> =
        all.iter().filter(|b| b.is_open(on)).map(|b| (b.zet, b.onderwerp, b.persoon.clone())).collect();
    let count = open.len();
    open.sort();
    open.dedup();
    prop_assert_eq!(open.len(), count, "a step with two of them at once: {:?}", all);
    for aanmelding in
        dossier.aanmeldingen.iter().filter(|a| !a.fase().is_final() && dossier.overleden_op.is_none())
    {
        let over = dossier::beurt::Onderwerp::Aanmelding(aanmelding.nr);
        prop_assert!(
            all.iter().any(|b| b.onderwerp == Some(over)),
            "nobody has a turn in registration {}",
            aanmelding.nr
        );
    }
    Ok(())
}

/// Whoever was a parent when a removal was decided was heard, or was in the file when the parents were invited; and there was somebody.
fn heard_before_removed(dossier: &Dossier) -> Result<(), TestCaseError> {
    let files: Vec<Dossier> = growing(dossier).collect();
    for (at, feit) in dossier.feiten.iter().enumerate() {
        let Some(Gebeurtenis::Verwijderd(removed)) = feit.gebeurtenis() else { continue };
        let begun = dossier.feiten.iter().position(|one| {
            matches!(one.gebeurtenis(), Some(Gebeurtenis::VerwijderingVoorgenomen(event)) if event.verwijdering == removed.verwijdering)
        });
        let (Some(before), Some(begun)) = (files.get(at.wrapping_sub(1)), begun) else { continue };
        let then = before.verwijdering(removed.verwijdering).expect("it was intended");
        let (begun_on, invited) = (dossier.feiten[begun].on, &files[begun]);
        let parents: Vec<u32> = before.ouders_op(feit.on).map(|persoon| persoon.nr).collect();
        prop_assert!(before.handelt_zelf(feit.on) || !parents.is_empty(), "nobody was left to be heard");
        let came: Vec<u32> = then.kwamen().collect();
        let moved = then.laatste_verzetting();
        let told = moved.is_none_or(|moved| then.gesprekken.len() > moved.na_gesprekken);
        prop_assert!(told, "nobody said what came of the day to which the talk was moved");
        for nr in parents {
            let asked = invited.ouders_op(begun_on).any(|persoon| persoon.nr == nr);
            prop_assert!(asked || came.contains(&nr), "{nr} was neither invited nor heard");
        }
    }
    Ok(())
}

/// Ordinary suspensions with nothing but consultations and free days between them last a week together (WVO 8.14(1), WPO 40c(1)).
fn a_week_in_a_row(zaak: &Zaak) -> Result<(), TestCaseError> {
    let mut all: Vec<_> = zaak
        .dossier
        .schorsingen
        .iter()
        .filter_map(|s| Some((&s.vestiging, s.van, s.laatste_dag()?, s)))
        .collect();
    all.sort_by_key(|(school, van, ..)| ((*school).clone(), *van));
    let (mut days, mut last) = (0, None);
    for (school, van, until, suspended) in all {
        let follows =
            last.is_some_and(|(there, day)| there == school && regels::follows(&zaak.ctx(), day, van));
        let own = if suspended.tijdens_overleg.is_some() { 0 } else { dates::days_between(van, until) + 1 };
        days = if follows { days + own } else { own };
        prop_assert!(days <= 7, "{days} days in a row at {school}");
        last = Some((school, until));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_later_registration_never_gives_an_earlier_last_day(offset in 0..2500_i32, later in 0..60_i32, openbaar: bool) {
        let first = dates::plus_days(Date::constant(2021, 8, 2), offset).expect("a day");
        let second = dates::plus_days(first, later).expect("a day");
        let (early, late) = (registered_on(openbaar, first), registered_on(openbaar, second));
        prop_assert!(early.0 <= late.0);
        prop_assert!(early.1 <= late.1);
    }

    #[test]
    fn no_reachable_file_has_a_declaration_without_two_lawful_experts(stappen in stappen(80)) {
        let zaak = loop_door(&stappen);
        lawful_experts(&zaak, &zaak.dossier)?;
    }

    #[test]
    fn nobody_is_removed_unheard_and_no_suspensions_in_a_row_pass_a_week(stappen in stappen(80)) {
        let zaak = loop_door(&stappen);
        heard_before_removed(&zaak.dossier)?;
        a_week_in_a_row(&zaak)?;
    }

    #[test]
    fn the_clock_never_runs_while_it_stands_still_and_every_open_step_has_one_turn(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        for dossier in growing(&zaak.dossier) {
            clock(&dossier)?;
            turns(&dossier, zaak.vandaag)?;
        }
    }

    #[test]
    fn the_same_facts_give_the_same_file_and_no_law_is_asked(stappen in stappen(60)) {
        // `replay` takes facts alone: there is no law in its hands.
        let zaak = loop_door(&stappen);
        let stored = zaak.dossier.feiten.iter().map(|feit| {
            let Inhoud::Leesbaar(event) = &feit.inhoud else { panic!("readable") };
            let bytes = event.encode().expect("JSON");
            let read = Gebeurtenis::decode(event.event_type(), event.event_version(), &bytes).expect("reads");
            Feit { inhoud: Inhoud::Leesbaar(read), ..(**feit).clone() }
        });
        prop_assert_eq!(Dossier::replay(zaak.dossier.nummer.clone(), stored), zaak.dossier);
    }

    #[test]
    fn nothing_that_is_recorded_is_ever_deleted(stappen in stappen(60)) {
        let zaak = loop_door(&stappen);
        let mut earlier: Vec<Arc<Feit>> = Vec::new();
        for dossier in growing(&zaak.dossier) {
            prop_assert_eq!(dossier.feiten.len(), earlier.len() + 1);
            prop_assert_eq!(&dossier.feiten[..earlier.len()], &earlier[..]);
            earlier = dossier.feiten;
        }
    }

    #[test]
    fn a_file_can_be_read_whatever_was_destroyed_in_it(story in 0..stories().len(), gone in proptest::collection::vec(any::<bool>(), 60)) {
        let zaak = &stories()[story];
        let emptied = zaak.dossier.feiten.iter().zip(&gone).map(|(feit, gone)| match gone {
            true => Feit { inhoud: Inhoud::Vernietigd { event_type: feit.inhoud.event_type().into() }, ..(**feit).clone() },
            false => (**feit).clone(),
        });
        let dossier = Dossier::replay(zaak.dossier.nummer.clone(), emptied);
        prop_assert_eq!(dossier.feiten.len(), zaak.dossier.feiten.len());
        let _ = (dossier.tijdlijn(), dossier.beurten(), dossier.betrokkenen(), dossier.naam());
        let emptied = zaak.dossier.feiten.iter().zip(&gone).filter(|(_, gone)| **gone).count();
        let told = dossier.tijdlijn().iter().filter(|r| nl(&r.tekst).contains("bewaartermijn")).count();
        prop_assert_eq!(told, emptied);
    }

    #[test]
    fn a_number_is_never_given_twice_also_when_what_had_it_was_destroyed(stappen in stappen(60), gone: u64) {
        let zaak = loop_door(&stappen);
        let emptied = zaak.dossier.feiten.iter().enumerate().map(|(index, feit)| match gone >> (index % 64) & 1 {
            1 => Feit { inhoud: Inhoud::Vernietigd { event_type: feit.inhoud.event_type().into() }, ..(**feit).clone() },
            _ => (**feit).clone(),
        });
        let mut left = zaak.clone();
        left.dossier = Dossier::replay(zaak.dossier.nummer.clone(), emptied);
        let used = zaak.dossier.personen.iter().map(|p| p.nr).max().unwrap_or(0);
        left.als(crate::gegeven::ib(crate::gegeven::WATERJUFFER));
        if left.dossier.leerling.is_some() {
            left.doe(crate::gegeven::ouder_met_gezag("mevrouw L. Regen"));
            prop_assert_eq!(left.dossier.personen.last().map(|p| p.nr), Some(used + 1));
        }
    }
}

#[test]
fn a_file_without_a_readable_start_is_destroyed_and_says_so() {
    let zaak = kind("2020-03-12");
    let emptied = zaak.dossier.feiten.iter().map(|feit| Feit {
        inhoud: Inhoud::Vernietigd { event_type: feit.inhoud.event_type().into() },
        ..Arc::unwrap_or_clone(Arc::clone(feit))
    });
    let mut left = zaak.clone();
    left.dossier = Dossier::replay(zaak.dossier.nummer.clone(), emptied);
    assert_eq!(left.dossier.naam(), "gegevens vernietigd");
    left.weigert(meld_aan()).met("gegevens_vernietigd");
}
