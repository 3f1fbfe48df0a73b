//! Letters that a decision of the school is revoked.

use documents::{HerroepenBesluit, HerroepenLezer};
use dossier::aanmelding::herroepen::HerroepWeigering;
use dossier::algemeen::herroeping::Herroeping;
use dossier::leven::opdracht::SchrijfUit;
use dossier::soort::{Herroepgrond, Uitschrijfreden};
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::herroepen::{HerroepSchorsing, HerroepVerwijdering};
use dossier::verwijdering::opdracht::{MeldAanBenW, MeldAanInspectie};
use verband::Schoolsoort;

use crate::letter;
use crate::school::{ready_to_remove, removal, schors};
use crate::wereld::{SCHOOL, Wereld, articles, day, directie, ib, meld_aan, readers, text_of, vol};

fn herroeping(aanleiding: Herroepgrond, gehoord_op: Option<&str>) -> Herroeping {
    Herroeping {
        aanleiding,
        gehoord_op: gehoord_op.map(day),
        reden: "De Wilg heeft toch geen plaats voor Sam.".to_owned(),
    }
}

#[tokio::test]
async fn a_revoked_removal_is_told_to_the_parents_and_to_the_municipality_that_was_told_of_it() {
    let mut wereld = ready_to_remove().await;
    wereld.silently(&directie(), removal());
    wereld.silently(&directie(), MeldAanBenW { verwijdering: 1, gemeente: "Ochtendstad".to_owned() });
    wereld.vandaag = day("2026-11-27");
    let revoked = HerroepVerwijdering {
        verwijdering: 1,
        herroeping: herroeping(Herroepgrond::Bezwaar, Some("2026-11-26")),
        terug_op: None,
        openbaar: false,
    };
    let letters = wereld.letters(&directie(), revoked).await;
    let told: Vec<_> = readers(&letters).into_iter().map(|(kind, people, _)| (kind, people)).collect();
    let kind = "besluit_herroepen";
    assert_eq!(told, [(kind, vec![1]), (kind, vec![2]), (kind, vec![])]);
    let of_parents = letter!(letters, 0, BesluitHerroepen);
    let HerroepenBesluit::Verwijdering { per, weer_op, elders, uitgeschreven_per } = of_parents.besluit
    else {
        panic!("a removal")
    };
    // The twenty-seventh is a Friday.
    assert_eq!((per, weer_op, elders), (day("2026-11-21"), Some(day("2026-11-30")), false));
    assert_eq!(uitgeschreven_per, None);
    assert_eq!((of_parents.besloten_op, of_parents.herroepen_op), (day("2026-11-09"), day("2026-11-27")));
    assert_eq!(of_parents.ook_gemeld_aan.len(), 1);
    assert_eq!(articles(&letters[0].brief), ["art. 63 lid 3 WPO"]);
    let of_municipality = letter!(letters, 2, BesluitHerroepen);
    assert_eq!(of_municipality.lezer, HerroepenLezer::Instantie);
    assert!(!text_of(&letters[2].brief).contains("geen plaats"), "it need not know why");
    assert!(of_municipality.hoofd.ontvanger.naam.as_str().contains("Ochtendstad"));
}

#[tokio::test]
async fn a_revoked_removal_of_a_child_that_left_by_itself_says_that_it_was_deregistered() {
    let mut wereld = ready_to_remove().await;
    wereld.silently(&directie(), removal());
    let abroad = SchrijfUit {
        vestiging: SCHOOL.parse().unwrap(),
        per: day("2026-11-12"),
        grond: Uitschrijfreden::Buitenland,
        blijkt: "De ouders schreven het.".to_owned(),
        verzoek_van: Some(1),
    };
    wereld.silently(&ib(), abroad);
    wereld.vandaag = day("2026-11-27");
    let revoked = HerroepVerwijdering {
        verwijdering: 1,
        herroeping: herroeping(Herroepgrond::Bezwaar, Some("2026-11-26")),
        terug_op: None,
        openbaar: false,
    };
    let letters = wereld.letters(&directie(), revoked).await;
    let said = text_of(&letters[0].brief);
    assert!(!said.contains("welkom") && !said.contains("bleef vanaf"), "{said}");
    let HerroepenBesluit::Verwijdering { weer_op, uitgeschreven_per, .. } =
        letter!(letters, 0, BesluitHerroepen).besluit
    else {
        panic!("a removal")
    };
    assert_eq!((weer_op, uitgeschreven_per), (None, Some(day("2026-11-12"))));
}

#[tokio::test]
async fn a_revoked_suspension_is_told_to_the_pupil_in_vo_and_to_the_inspectie_that_was_told_of_it() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol_at(Schoolsoort::Vo);
    let suspension = schors("2026-10-05", "2026-10-09");
    wereld.silently(&directie(), suspension);
    wereld.silently(&directie(), MeldAanInspectie { over: InspectieMelding::Schorsing(1) });
    wereld.vandaag = day("2026-10-06");
    let revoked = HerroepSchorsing {
        schorsing: 1,
        herroeping: herroeping(Herroepgrond::EigenBeweging, None),
        openbaar: false,
    };
    let letters = wereld.letters(&directie(), revoked).await;
    let family = vec!["gezin/2026-004217"];
    let kind = "besluit_herroepen";
    let expected =
        [(kind, vec![1], vec![]), (kind, vec![2], vec![]), (kind, vec![], family), (kind, vec![], vec![])];
    assert_eq!(readers(&letters), expected);
    let of_pupil = letter!(letters, 2, BesluitHerroepen);
    assert_eq!((of_pupil.lezer, of_pupil.na_bezwaar), (HerroepenLezer::Leerling, false));
    let HerroepenBesluit::Schorsing { weer_op, .. } = of_pupil.besluit else { panic!("a suspension") };
    assert_eq!(weer_op, Some(day("2026-10-07")));
    assert_eq!(letter!(letters, 3, BesluitHerroepen).lezer, HerroepenLezer::Instantie);
}

#[tokio::test]
async fn a_revoked_refusal_says_by_when_it_is_decided_anew() {
    let mut wereld = Wereld::with_family("2026-03-02").await;
    wereld.silently(&ib(), meld_aan("2026-03-02"));
    let refused = dossier::aanmelding::afloop::Weiger {
        aanmelding: 1,
        grond: vol(),
        motivering: "Groep 3 is vol, met dertig kinderen.".to_owned(),
        overleg: None,
    };
    wereld.silently(&ib(), refused);
    wereld.vandaag = day("2026-03-16");
    let revoked =
        HerroepWeigering { aanmelding: 1, herroeping: herroeping(Herroepgrond::Bezwaar, Some("2026-03-12")) };
    let letters = wereld.letters(&ib(), revoked).await;
    let letter = letter!(letters, 0, BesluitHerroepen);
    let HerroepenBesluit::Weigering { beslissen_uiterlijk, te_laat, tijdelijke_plek } = letter.besluit else {
        panic!("a refusal")
    };
    assert_eq!((beslissen_uiterlijk, te_laat, tijdelijke_plek), (Some(day("2026-04-13")), false, false));
    assert_eq!((letter.besloten_op, letter.na_bezwaar), (day("2026-03-02"), true));
}
