//! An exception of the law is used with all that shows it, and with nothing less.

use std::collections::BTreeSet;

use base::Sector;
use dossier::aanmelding::afloop::Weiger;
use dossier::aanmelding::feiten::{Getoond, Weigeringsgrond};
use dossier::aanmelding::leeftijd::geen_plek_meer;
use dossier::opdracht::regels::gronden;
use dossier::soort::{Bewijsveld, Schoolsoort};
use recht::Bewijssoort;

use crate::gegeven::{
    LIBEL, WINDVEER, Zaak, behoefte, bewezen, d, ib, kind, meld_aan, meld_aan_bij, uitzondering, weiger, wet,
};

/// Registrations at every kind of school, and of who is too old: every exception holds for one of them.
fn gevallen() -> Vec<Zaak> {
    let at = |geboren: &str, school: &str, soort| {
        let mut zaak = kind(geboren);
        zaak.als(ib(school)).doe(meld_aan_bij(school, soort));
        zaak
    };
    let mut primary = kind("2020-03-12");
    primary.doe(meld_aan());
    let mut old = kind("2008-10-12");
    old.doe(meld_aan()).doe(behoefte(false));
    let mut special = at("2008-10-12", LIBEL, Schoolsoort::So);
    special.doe(behoefte(false));
    vec![
        primary,
        at("2020-03-12", LIBEL, Schoolsoort::Sbo),
        at("2020-03-12", LIBEL, Schoolsoort::So),
        at("2020-03-12", LIBEL, Schoolsoort::InstellingC12),
        at("2013-03-12", WINDVEER, Schoolsoort::Vo),
        old,
        special,
    ]
}

fn met(id: &str, bewijs: Vec<Getoond>) -> Weiger {
    let grond = Weigeringsgrond::Uitzondering { grond: id.into(), onderbouwing: String::new(), bewijs };
    Weiger { overleg: None, ..weiger(grond) }
}

#[test]
fn a_ground_is_used_with_all_that_shows_it_and_with_nothing_less() {
    let mut seen = BTreeSet::new();
    for zaak in gevallen() {
        let ctx = zaak.ctx();
        let geen_plek = geen_plek_meer(&zaak.dossier, zaak.aanmelding(), &ctx).expect("the law").is_some();
        for ground in gronden(&ctx, (zaak.aanmelding(), geen_plek)) {
            seen.insert(ground.id.clone());
            zaak.vraag(met(&ground.id, bewezen(&ground.id)))
                .unwrap_or_else(|no| panic!("{}: {no:?}", ground.id));
            for punt in &ground.bewijs {
                let cannot_be: &[&str] = match punt.soort {
                    Bewijssoort::Tekst => &["", " "],
                    Bewijssoort::Dag => &["", "gisteren", "2026-03-03"],
                    Bewijssoort::Keuze => &["", "anders"],
                };
                for wrong in cannot_be {
                    let mut given = bewezen(&ground.id);
                    let own = given.iter_mut().find(|given| given.punt == punt.id).expect("an answer");
                    own.antwoord = (*wrong).to_owned();
                    let no = zaak.vraag(met(&ground.id, given)).expect_err("it shows nothing");
                    assert_eq!(no.veld, Some(punt.id.as_str()), "{} {wrong:?}", ground.id);
                    assert_eq!(no.vindplaats.as_deref(), Some(&punt.bron.vindplaats), "{}", ground.id);
                }
            }
        }
    }
    let sectors = [Sector::Po, Sector::So, Sector::Vo];
    let all = sectors.into_iter().flat_map(|sector| wet().gronden_weigering(sector, d("2026-03-02")));
    assert_eq!(seen, all.map(|ground| ground.id.clone()).collect());
}

#[test]
fn every_question_of_the_corpus_has_a_field_and_every_field_a_question() {
    let sectors = [Sector::Po, Sector::So, Sector::Vo];
    let all = sectors.into_iter().flat_map(|sector| wet().gronden_weigering(sector, d("2026-03-02")));
    let asked: BTreeSet<&str> = all.flat_map(|ground| &ground.bewijs).map(|punt| punt.id.as_str()).collect();
    assert_eq!(asked, Bewijsveld::ALL.iter().map(|veld| veld.code()).collect());
}

#[test]
fn what_was_shown_is_kept_with_its_question_and_nothing_that_another_ground_asks() {
    let mut zaak = gevallen().remove(0);
    let mut given = bewezen("geen_plaatsruimte_po");
    // A day as people type it.
    given[1].antwoord = "2-3-2026".into();
    given.extend(bewezen("te_oud_po"));
    zaak.doe(met("geen_plaatsruimte_po", given));
    let dossier::staat::Afloop::Geweigerd { grond, .. } = zaak.aanmelding().afloop.clone().expect("an end")
    else {
        panic!("refused")
    };
    let Weigeringsgrond::Uitzondering { bewijs, .. } = &grond else { panic!("an exception") };
    assert!(bewijs.iter().all(|one| !one.vraag.is_empty() && one.punt != "bewijs_leeftijd"), "{bewijs:?}");
    assert!(grond.uitleg().contains("Op welke dag telde u dat? maandag 2 maart 2026"), "{}", grond.uitleg());
    let told = zaak.dossier.tijdlijn().into_iter().next().expect("a line");
    assert!(
        told.woorden.iter().any(|words| crate::gegeven::nl(words).contains("Groep 3 is vol")),
        "{:?}",
        told.woorden
    );
    // The same words come back when the refusal is put right.
    assert_eq!(uitzondering("te_oud_po"), uitzondering("te_oud_po"));
}
