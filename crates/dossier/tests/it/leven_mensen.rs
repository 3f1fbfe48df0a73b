//! P0: people around a child: in what language one talks with them, who comes along with whom, and that nobody can be reached.

use dossier::beurt::Zet;
use dossier::leven::bereik::ZoekOuders;
use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{MeldOverlijden, NodigOuderUit, VerbindPersoon, WijzigGezag};
use dossier::leven::taal::LegTaalVast;
use dossier::soort::Relatie;

use dossier::Actor;
use dossier::toegang::Kijker;

use crate::gegeven::{WATERJUFFER, Zaak, aangemeld, d, ib, kind, matrix, ouder, ouder_met_gezag, verbind};

/// The school tried to reach those with authority on a day.
pub(crate) fn gezocht(bereikt: bool, op: &str) -> ZoekOuders {
    ZoekOuders { bereikt, op: d(op), hoe: "Twee keer gebeld en langs het huis gegaan.".into() }
}

#[test]
fn in_what_language_one_talks_is_known_before_a_talk_and_an_interpreter_is_of_a_language() {
    let mut zaak = kind("2020-03-12");
    let say = |taal: &str, tolk| LegTaalVast { persoon: 1, taal: taal.into(), tolk };
    zaak.weigert(say("", true)).veld("taal");
    zaak.weigert(LegTaalVast { persoon: 7, ..say("Tigrinya", true) }).veld("persoon");
    zaak.doe(say("Tigrinya", true)).dan_is_vastgelegd(&["taal_gezegd"]);
    zaak.weigert(say("Tigrinya", true)).veld("taal");
    let known = zaak.dossier.persoon(1).and_then(|persoon| persoon.taal.clone()).expect("a language");
    assert_eq!((known.taal.as_str(), known.tolk), ("Tigrinya", true));
    zaak.doe(WijzigGezag {
        persoon: 1,
        relatie: Some(Relatie::Voogd),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    assert!(zaak.dossier.persoon(1).unwrap().taal.is_some(), "a change of authority keeps it");
    zaak.doe(say("", false)).dan_is_vastgelegd(&["taal_gezegd"]);
}

#[test]
fn a_person_of_trust_comes_along_with_a_parent_until_a_day_and_reads_nothing_by_that() {
    let mut zaak = kind("2020-03-12");
    let trusted = VerbindPersoon {
        tot: Some(d("2027-03-02")),
        namens: Some(1),
        ..verbind("mevrouw T. Kwikstaart", Relatie::Vertrouwenspersoon)
    };
    zaak.weigert(VerbindPersoon { tot: None, ..trusted.clone() }).veld("tot");
    zaak.weigert(VerbindPersoon { namens: Some(7), ..trusted.clone() }).veld("namens");
    zaak.weigert(VerbindPersoon { namens: Some(1), ..ouder_met_gezag("de heer B. Mistral") }).veld("namens");
    zaak.doe(trusted.clone()).doe(VerbindPersoon { namens: None, ..trusted });
    assert_eq!(zaak.dossier.persoon(2).unwrap().namens, Some(1), "of the mother");
    assert_eq!(zaak.dossier.persoon(3).unwrap().namens, None, "of the pupil");
    assert_eq!(zaak.dossier.gezag_op(zaak.vandaag).count(), 1);
    assert_eq!(zaak.dossier.ouders_op(zaak.vandaag).count(), 1, "no letter goes to them");
    zaak.weigert(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false })
        .veld("persoon");
    let change = |relatie, persoon| WijzigGezag {
        persoon,
        relatie,
        per: d("2026-03-02"),
        brondocument: "de moeder zegt het".into(),
    };
    zaak.weigert(change(Some(Relatie::Vertrouwenspersoon), 1)).veld("relatie");
    // Whoever named them takes it back: from that day on they stand here no more.
    zaak.doe(change(None, 2));
    assert!(!zaak.dossier.persoon(2).unwrap().is_current(d("2026-03-02")));
    assert!(zaak.dossier.personen_op(d("2027-03-01")).any(|persoon| persoon.nr == 3));
    assert!(!zaak.dossier.personen_op(d("2027-03-02")).any(|persoon| persoon.nr == 3));
}

#[test]
fn where_nobody_can_be_reached_the_school_goes_on_looking_and_everything_runs_on() {
    let mut zaak = aangemeld();
    let before = zaak.aan_zet();
    let term = zaak.aanmelding().termijn.uitkomst.uiterlijk;
    zaak.weigert(gezocht(true, "2026-03-02")).veld("bereikt");
    zaak.weigert(gezocht(false, "2026-03-03")).veld("op");
    zaak.doe(gezocht(false, "2026-02-27")).doe(gezocht(false, "2026-03-02"));
    zaak.dan_is_vastgelegd(&["ouders_gezocht"]);
    assert_eq!(zaak.dossier.niemand_bereikbaar(), Some((d("2026-02-27"), d("2026-03-02"))));
    let turn =
        zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet == Zet::OudersZoeken).expect("a turn");
    assert_eq!((turn.rol.code(), turn.uiterlijk), ("ib", Some(d("2026-03-16"))));
    assert_eq!(zaak.aanmelding().termijn.uitkomst.uiterlijk, term, "no term stands still by it");
    assert!(before.iter().all(|turn| zaak.aan_zet().contains(turn)), "nobody else has less to do");
    assert_eq!(zaak.dossier.gezag_op(zaak.vandaag).count(), 1, "nobody takes it over");
    // Who was reached was reached after the last time that nobody was.
    zaak.weigert(gezocht(true, "2026-03-01")).veld("op");
    zaak.doe(gezocht(true, "2026-03-02"));
    assert_eq!(zaak.aan_zet(), before);
    // Where nothing runs the turn stands at the child itself.
    let mut quiet = kind("2020-03-12");
    quiet.doe(gezocht(false, "2026-03-02"));
    assert_eq!(quiet.aan_zet(), [("ouders_zoeken", "ib")]);
    quiet.doe(MeldOverlijden { wie: Overledene::Leerling, op: d("2026-03-02") });
    assert_eq!(quiet.aan_zet(), []);
}

#[test]
fn what_is_of_one_parent_is_not_read_by_another() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(ouder_met_gezag("de heer P. Waterhoen"));
    let say = |persoon| LegTaalVast { persoon, taal: "Tigrinya".into(), tolk: true };
    let reads = |zaak: &Zaak, wie: Actor| {
        let kijker = Kijker::from(wie);
        let recht = matrix().leesrecht(&kijker, &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag);
        recht.leest_feit(&zaak.dossier, zaak.dossier.feiten.last().expect("a fact"))
    };
    // Person 1 is the parent with the account.
    zaak.doe(say(1));
    assert!(reads(&zaak, ouder()) && reads(&zaak, ib(WATERJUFFER)));
    zaak.doe(say(2));
    assert!(!reads(&zaak, ouder()), "in what language one talks with the other");
    assert!(reads(&zaak, ib(WATERJUFFER)));
    zaak.doe(gezocht(false, "2026-03-02"));
    assert!(!reads(&zaak, ouder()), "how the school tried to reach them");
    assert!(reads(&zaak, ib(WATERJUFFER)));
}
