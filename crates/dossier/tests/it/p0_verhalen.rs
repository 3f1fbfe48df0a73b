//! P0 told: what a life event changes in who is concerned, who is asked, which partnership decides and what still runs.

use dossier::leven::feiten::Overledene;
use dossier::leven::opdracht::{
    MeldMeerderjarig, MeldOverlijden, MeldPleegzorg, NodigOuderUit, OntvangNummer, SchrijfUit, SluitOuderAan,
    VerbindPersoon, Verhuis, WijzigGezag, ZetGeheimhouding,
};
use dossier::leven::stem::Stem;
use dossier::soort::{Relatie, Schoolsoort, SwvGrond, TlvSoort};
use dossier::staat::Adres;
use dossier::tlv::opdracht::GeefZienswijze;
use dossier::toegang::{RelatieSoort, Wie};
use dossier::{Actor, Rol};

use crate::gegeven::{
    IJSVOGEL, WATERJUFFER, Zaak, aangemeld, aangevraagd, actor, behoefte, behoefte_vastgesteld, d, directie,
    ib, ingeschreven, kind, meld_aan, meld_aan_bij, nl, ouder, ouder_met_gezag, persoon, schors, schrijf_in,
    start, swv, verbind, vestiging, vraag_informatie, zienswijze,
};
use crate::leven::{nieuwe_naam, overleden};

const GEZIN: &str = "gezin/2026-000017";
const SCHOOL: &str = "school/99AA00";

fn adres(postcode: &str, po: &str, vo: &str) -> Adres {
    Adres {
        swv_po: Some(swv(po)),
        swv_vo: Some(swv(vo)),
        ..Adres::of_postcode(postcode.parse().expect("a postcode"))
    }
}

fn uit(per: &str) -> SchrijfUit {
    crate::gegeven::schrijf_uit(vestiging(WATERJUFFER), d(per))
}

/// Names of who has authority on a day.
fn gezag(zaak: &Zaak, op: &str) -> Vec<String> {
    zaak.dossier.gezag_op(d(op)).map(|persoon| persoon.naam.clone()).collect()
}

/// Given Sam with two parents who both have authority and an own page.
fn twee_ouders() -> (Zaak, Actor) {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    zaak.doe(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false });
    let other = actor("p-ander", Rol::Ouder, GEZIN);
    zaak.als(other.clone()).doe(SluitOuderAan { persoon: 2, account: persoon("p-ander") });
    zaak.als(ib(WATERJUFFER));
    (zaak, other)
}

#[test]
fn a_parent_is_connected_invited_and_joins_with_a_code_that_still_works() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw")).dan_is_vastgelegd(&["persoon_verbonden"]);
    zaak.doe(NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false });
    zaak.dan_is_vastgelegd(&["ouder_uitgenodigd"]);
    let other = actor("p-ander", Rol::Ouder, GEZIN);
    assert_eq!(zaak.leest(other.clone(), ""), "-", "an invitation is no page yet");
    let join = SluitOuderAan { persoon: 2, account: persoon("p-ander") };
    for (day, allowed) in [("2026-03-17", false), ("2026-03-16", true)] {
        zaak.op(day).als(other.clone());
        assert_eq!(zaak.vraag(join.clone()).is_ok(), allowed, "{day}");
    }
    zaak.doe(join).dan_is_vastgelegd(&["ouder_aangesloten"]);
    assert_eq!(zaak.leest(other, ""), zaak.leest(ouder(), ""));
    assert_eq!(zaak.dossier.persoon(2).and_then(|p| p.account.clone()), Some(persoon("p-ander")));
}

#[test]
fn who_may_have_a_page_of_their_own() {
    for (relatie, page, authority) in [
        (Relatie::Gezagsouder, true, true),
        // What the order leaves must be recorded for them: nothing follows by itself.
        (Relatie::GezagsouderBeperkt, false, true),
        (Relatie::Voogd, true, true),
        (Relatie::Gemachtigde, false, false),
        (Relatie::OuderZonderGezag, false, false),
        (Relatie::Pleegouder, false, false),
        (Relatie::Vertrouwenspersoon, false, false),
    ] {
        let mut zaak = kind("2020-03-12");
        zaak.doe(VerbindPersoon { tot: Some(d("2030-01-01")), ..verbind("mevrouw L. Regen", relatie) });
        let invite = NodigOuderUit { persoon: 2, geldig_tot_en_met: d("2026-03-16"), werkt_hier: false };
        assert_eq!(zaak.vraag(invite).is_ok(), page, "{relatie:?}");
        let has = zaak.dossier.gezag_op(zaak.vandaag).any(|persoon| persoon.nr == 2);
        assert_eq!(has, authority, "{relatie:?}: authority");
    }
}

#[test]
fn authority_ends_for_one_parent_and_stays_with_the_other() {
    let (mut zaak, other) = twee_ouders();
    zaak.op("2026-04-01").doe(WijzigGezag {
        persoon: 2,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-20"),
        brondocument: "beschikking van de rechtbank".into(),
    });
    zaak.dan_is_vastgelegd(&["gezag_gewijzigd"]);
    assert_eq!(gezag(&zaak, "2026-03-19"), ["mevrouw M. Zonnedauw", "de heer K. Zonnedauw"]);
    assert_eq!(gezag(&zaak, "2026-03-20"), ["mevrouw M. Zonnedauw"]);
    assert_eq!(zaak.leest(other, ""), "-");
    assert_ne!(zaak.leest(ouder(), ""), "-");
    zaak.doe(start(TlvSoort::So)).als(ib(WATERJUFFER)).weigert(zienswijze(2, Some(true))).veld("van");
}

#[test]
fn an_authorised_person_acts_until_the_last_day_of_the_authorisation() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(VerbindPersoon {
        van: d("2026-01-01"),
        tot: Some(d("2026-04-01")),
        ..verbind("mevrouw T. Kwikstaart", Relatie::Gemachtigde)
    });
    let around = |op: &str| zaak.dossier.personen_op(d(op)).any(|persoon| persoon.nr == 2);
    assert_eq!(
        ["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"].map(around),
        [false, true, true, false]
    );
}

#[test]
fn a_child_that_moves_before_it_is_sent_goes_to_the_partnership_of_the_new_home() {
    let mut zaak = aangemeld();
    zaak.doe(behoefte(true)).op("2026-03-09");
    zaak.doe(Verhuis { per: d("2026-03-05"), adres: adres("9998ZZ", "PO9904", "VO9905") });
    zaak.dan_is_vastgelegd(&["verhuisd"]);
    zaak.doe(start(TlvSoort::So));
    assert_eq!(zaak.aanvraag().swv.uitkomst.to_string(), "PO9904");
    assert_eq!(zaak.aanvraag().swv_grond, SwvGrond::Woonplaats);
}

#[test]
fn a_pupil_that_moves_stays_with_the_partnership_of_its_school() {
    for soort in [TlvSoort::Sbo, TlvSoort::So] {
        let mut zaak = ingeschreven();
        zaak.doe(Verhuis { per: d("2026-03-01"), adres: adres("9998ZZ", "PO9904", "VO9905") });
        zaak.doe(start(soort));
        assert_eq!(zaak.aanvraag().swv.uitkomst.to_string(), "PO9901", "{soort:?}");
        assert_eq!(zaak.aanvraag().swv_grond, SwvGrond::Inschrijving, "{soort:?}");
    }
}

#[test]
fn the_newest_move_counts_in_whatever_order_moves_are_told() {
    let moves = [("2026-01-05", "9991ZZ"), ("2026-02-02", "9992ZZ"), ("2026-03-02", "9993ZZ")];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut zaak = kind("2020-03-12");
        for which in order {
            let (per, postcode) = moves[which];
            zaak.doe(Verhuis { per: d(per), adres: adres(postcode, "PO9904", "VO9905") });
        }
        let home = zaak.dossier.leerling.as_ref().expect("a child").adres.postcode.clone();
        assert_eq!(home, "9993ZZ".parse().ok(), "{order:?}");
    }
}

#[test]
fn foster_care_changes_where_the_child_lives_and_not_who_decides() {
    let mut zaak = kind("2020-03-12");
    zaak.doe(verbind("familie Bries", Relatie::Pleegouder));
    zaak.doe(MeldPleegzorg { per: d("2026-02-01"), persoon: 2 }).dan_is_vastgelegd(&["onder_pleegzorg"]);
    assert_eq!(zaak.dossier.pleegzorg_sinds, Some(d("2026-02-01")));
    assert_eq!(gezag(&zaak, "2026-03-02"), ["mevrouw M. Zonnedauw"]);
    for nr in [0, 1, 3] {
        zaak.weigert(MeldPleegzorg { per: d("2026-02-01"), persoon: nr }).veld("persoon");
    }
}

#[test]
fn on_the_eighteenth_birthday_and_not_before_the_pupil_takes_the_place_of_the_parents() {
    let mut zaak = kind("2008-03-12");
    zaak.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2025-08-01")).doe(start(TlvSoort::So));
    zaak.op("2025-03-11").weigert(MeldMeerderjarig { handelingsbekwaam: true }).met("nog_minderjarig");
    zaak.op("2026-03-12").doe(MeldMeerderjarig { handelingsbekwaam: true });
    assert_eq!(gezag(&zaak, "2026-03-11"), ["mevrouw M. Zonnedauw"]);
    assert_eq!(gezag(&zaak, "2026-03-12"), [""; 0]);
    assert_eq!(zaak.leest(ouder(), ""), "-", "the page of the parents closes");
    zaak.weigert(zienswijze(1, Some(true))).veld("van");
    let own = GeefZienswijze { van: Stem::Leerling, ..zienswijze(1, Some(true)) };
    zaak.doe(own);
    assert!(!zaak.aan_zet().contains(&("zienswijze_geven", "ouder")));
}

#[test]
fn of_a_pupil_of_age_who_cannot_look_after_the_own_interests_the_parents_stay() {
    let mut zaak = kind("2008-03-02");
    zaak.doe(MeldMeerderjarig { handelingsbekwaam: false });
    assert!(!zaak.dossier.handelt_zelf(d("2026-03-02")));
    assert_eq!(gezag(&zaak, "2026-03-02"), ["mevrouw M. Zonnedauw"]);
    assert_ne!(zaak.leest(ouder(), ""), "-");
}

#[test]
fn a_new_name_is_the_only_name_on_every_line_of_the_file() {
    let mut zaak = behoefte_vastgesteld();
    zaak.doe(nieuwe_naam()).dan_is_vastgelegd(&["naam_of_geslacht_gewijzigd"]);
    assert_eq!(zaak.dossier.naam(), "Samira Zonnedauw");
    for language in [teksten::Taal::Nl, teksten::Taal::En] {
        for line in zaak.dossier.tijdlijn() {
            let text = language.zeg(&line.tekst);
            assert!(!text.contains("Zonnevis"), "{text}");
        }
    }
}

#[test]
fn a_secret_address_is_secret_for_whom_it_was_made_so_until_it_is_no_longer() {
    let (mut zaak, _) = twee_ouders();
    let secret =
        |geheim, voor_personen: Vec<u32>| ZetGeheimhouding { geheim, voor_personen, bron: "BRP".into() };
    let hidden = |zaak: &Zaak| [1, 2, 3].map(|nr| zaak.dossier.is_geheim_voor(nr));
    assert_eq!(hidden(&zaak), [false, false, false]);
    zaak.doe(secret(true, vec![2])).dan_is_vastgelegd(&["geheimhouding_gezet"]);
    assert_eq!(hidden(&zaak), [false, true, false]);
    zaak.doe(secret(true, vec![1, 2]));
    assert_eq!(hidden(&zaak), [true, true, false]);
    zaak.doe(secret(true, Vec::new()));
    assert_eq!(hidden(&zaak), [true, true, true], "from everybody outside school and partnership");
    zaak.doe(secret(false, Vec::new()));
    assert_eq!(hidden(&zaak), [false, false, false]);
    zaak.weigert(secret(true, vec![2, 9])).veld("voor_personen");
}

#[test]
fn a_personal_number_passes_the_check_of_its_last_digit_and_is_told_to_nobody() {
    let zaak = kind("2020-03-12");
    for (pgn, right) in [
        ("111222333", true),
        ("123456782", true),
        ("111 222 333", true),
        ("111222334", false),
        ("123456789", false),
        ("000000000", false),
        ("11122233", false),
        ("1112223330", false),
        ("11122233a", false),
        ("", false),
    ] {
        assert_eq!(zaak.vraag(OntvangNummer { pgn: pgn.into() }).is_ok(), right, "{pgn:?}");
    }
    let mut zaak = zaak;
    zaak.doe(OntvangNummer { pgn: "111222333".into() });
    assert_eq!(zaak.dossier.nummer_ontvangen, Some(d("2026-03-02")));
    assert!(!format!("{:?}", zaak.dossier).contains("111222333"), "not in what is printed");
    let told = zaak.dossier.tijdlijn().into_iter().any(|line| nl(&line.tekst).contains("111222333"));
    assert!(!told, "not on the timeline");
}

#[test]
fn after_a_childs_death_every_step_stops_at_once_in_every_process() {
    let mut removal = ingeschreven();
    removal.als(directie(WATERJUFFER)).doe(schors("2026-03-02", "2026-03-04"));
    removal.doe(crate::gegeven::voornemen(WATERJUFFER, base::Sector::Po));
    let mut waiting = behoefte_vastgesteld();
    waiting.doe(vraag_informatie("2026-03-16"));
    for mut zaak in [removal, waiting, aangevraagd(), behoefte_vastgesteld(), crate::gegeven::verleend()] {
        assert!(!zaak.aan_zet().is_empty());
        zaak.als(ib(WATERJUFFER)).doe(overleden(Overledene::Leerling)).dan_is_aan_zet(&[]);
        assert!(zaak.dossier.beurten().is_empty(), "nor does anything open by the calendar");
        assert_eq!(zaak.zorgplicht_op("2026-03-02"), [""; 0]);
        assert_eq!(zaak.brieven_gevraagd(), [""; 0], "a person writes");
    }
}

#[test]
fn a_parent_who_died_is_asked_nothing_and_the_other_still_is() {
    let (mut zaak, other) = twee_ouders();
    zaak.doe(start(TlvSoort::So)).legt_voor(1).doe(overleden(Overledene::Persoon(1)));
    assert_eq!(gezag(&zaak, "2026-03-02"), ["de heer K. Zonnedauw"]);
    assert_eq!(zaak.leest(ouder(), ""), "-");
    zaak.weigert(zienswijze(1, Some(true))).veld("van");
    assert!(zaak.aan_zet().contains(&("zienswijze_geven", "ouder")));
    zaak.als(other).doe(zienswijze(2, Some(true)));
    assert!(!zaak.aan_zet().contains(&("zienswijze_geven", "ouder")));
    zaak.weigert(MeldOverlijden { wie: Overledene::Persoon(1), op: d("2026-03-02") }).met("al_gemeld");
    zaak.weigert(MeldOverlijden { wie: Overledene::Persoon(7), op: d("2026-03-02") }).veld("wie");
}

#[test]
fn a_child_changes_schools_and_each_school_has_it_on_its_own_days() {
    let mut zaak = ingeschreven();
    zaak.doe(uit("2026-04-01")).dan_is_vastgelegd(&["uitgeschreven"]);
    zaak.als(ib(IJSVOGEL)).op_school(schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, "2026-04-07"));
    for (day, school) in [
        ("2025-07-31", None),
        ("2025-08-01", Some(WATERJUFFER)),
        ("2026-03-31", Some(WATERJUFFER)),
        ("2026-04-01", None),
        ("2026-04-06", None),
        ("2026-04-07", Some(IJSVOGEL)),
    ] {
        assert_eq!(zaak.school_op(day).as_deref(), school, "{day}");
    }
    let schools = |op: &str| -> Vec<String> {
        let enrolled =
            zaak.dossier.betrokkenen().into_iter().filter(|b| b.soort == RelatieSoort::Inschrijving);
        let now = enrolled.filter(|b| b.is_current(d(op)));
        now.filter_map(|b| match b.wie {
            Wie::Organisatie(school) => Some(school.to_string()),
            Wie::Persoon { .. } => None,
        })
        .collect()
    };
    assert_eq!(schools("2026-03-31"), [SCHOOL]);
    assert_eq!(schools("2026-04-03"), [""; 0]);
    assert_eq!(schools("2026-04-07"), ["school/99BB00"]);
}

#[test]
fn leaving_a_school_gives_the_right_to_a_place_only_where_a_registration_runs() {
    let mut zaak = ingeschreven();
    zaak.als(ib(IJSVOGEL)).doe(meld_aan_bij(IJSVOGEL, Schoolsoort::Basisschool));
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, None);
    zaak.als(ib(WATERJUFFER)).doe(uit("2026-04-01"));
    zaak.dan_is_vastgelegd(&["uitgeschreven", "tijdelijk_recht_gewijzigd"]);
    assert_eq!(zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf, Some(d("2026-05-12")));
    let mut without = ingeschreven();
    without.doe(uit("2026-04-01")).dan_is_vastgelegd(&["uitgeschreven"]);
}

#[test]
fn a_school_registers_its_own_former_pupil_again() {
    let mut zaak = ingeschreven();
    zaak.doe(uit("2026-03-02")).doe(meld_aan());
    assert_eq!(
        zaak.aanmelding().tijdelijk_recht.uitkomst.vanaf,
        Some(d("2026-05-12")),
        "it has no school now"
    );
    zaak.dan_is_aan_zet(&[("behoefte_vaststellen", "ib", SCHOOL, "2026-03-30")]);
}
