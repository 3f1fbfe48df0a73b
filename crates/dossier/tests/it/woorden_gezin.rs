//! P0: somebody of the family lets the school know something at any moment; the school reads it, says so, and may answer.

use dossier::beurt::{Onderwerp, Zet};
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::leven::woorden::{LaatWeten, ZegGezien};
use dossier::soort::{Relatie, TlvSoort};
use dossier::{Gebeurtenis, Refusal};

use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, aangemeld, aangevraagd, actor, d, directie, ib, ingeschreven, kind,
    loket, ouder, start, verbind,
};

pub(crate) fn laat_weten(woorden: &str) -> LaatWeten {
    LaatWeten { woorden: woorden.into(), over: None, alleen_school: false }
}

pub(crate) fn gezien(woorden: u32, antwoord: &str) -> ZegGezien {
    ZegGezien { woorden, antwoord: antwoord.into() }
}

fn leest(zaak: &Zaak, wie: dossier::Actor, wat: &str) -> bool {
    zaak.tijdlijn_van(wie).iter().any(|line| line.contains(wat))
}

#[test]
fn what_a_parent_lets_the_school_know_is_the_turn_of_the_school_until_it_said_that_it_read_it() {
    let mut zaak = ingeschreven();
    zaak.als(ouder()).weigert(laat_weten(" ")).veld("woorden");
    zaak.doe(laat_weten("Sam is deze week bij zijn oma.")).dan_is_vastgelegd(&["iets_gezegd"]);
    zaak.dan_is_aan_zet(&[("woorden_lezen", "ib", "school/99AA00", "2026-03-09")]);
    assert_eq!(zaak.dossier.feiten.last().unwrap().holder.to_string(), "school/99AA00");
    // Said twice, read in one turn, each by itself.
    zaak.op("2026-03-04").doe(laat_weten("En hij is verkouden."));
    zaak.dan_is_aan_zet(&[("woorden_lezen", "ib", "school/99AA00", "2026-03-09")]);
    zaak.weigert(gezien(1, "")).veld("woorden");
    zaak.als(directie(WATERJUFFER)).doe(gezien(1, "")).dan_is_vastgelegd(&["woorden_gezien"]);
    zaak.weigert(gezien(1, "")).met("al_gezien");
    zaak.weigert(gezien(7, "")).veld("woorden");
    zaak.dan_is_aan_zet(&[("woorden_lezen", "ib", "school/99AA00", "2026-03-11")]);
    zaak.doe(gezien(2, "Beterschap."));
    assert_eq!(zaak.aan_zet(), []);
    for line in ["Sam is deze week", "verkouden", "Beterschap."] {
        assert!(leest(&zaak, ouder(), line) && leest(&zaak, ib(WATERJUFFER), line), "{line}");
        assert!(!leest(&zaak, ib(IJSVOGEL), line) && !leest(&zaak, loket(SWV_PO), line), "{line}");
    }
    let answered = zaak.dossier.woorden[1].gezien.as_ref().map(|seen| seen.antwoord.as_str());
    assert_eq!(answered, Some("Beterschap."));
}

#[test]
fn nobody_fills_a_file_by_letting_the_school_know_things() {
    let mut zaak = ingeschreven();
    zaak.als(ouder());
    let (per_day, unread) = verband::grenzen::MEESTE_WOORDEN;
    for nr in 0..per_day {
        zaak.doe(laat_weten(&format!("Dag {nr}")));
    }
    zaak.weigert(laat_weten("Nog iets")).met("genoeg_geschreven");
    zaak.op("2026-03-03");
    for nr in per_day..unread {
        zaak.doe(laat_weten(&format!("Dag {nr}")));
    }
    zaak.op("2026-03-04").weigert(laat_weten("Nog iets")).met("eerst_gelezen");
    zaak.als(ib(WATERJUFFER)).doe(gezien(1, ""));
    zaak.als(ouder()).doe(laat_weten("Nog iets"));
}

#[test]
fn what_is_meant_for_the_school_alone_nobody_else_of_the_family_reads() {
    let mut zaak = ingeschreven();
    zaak.doe(crate::gegeven::ouder_met_gezag("de heer B. Mistral"));
    let account = crate::gegeven::persoon("p-mistral");
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account });
    let other = || actor("p-mistral", dossier::Rol::Ouder, "gezin/2026-000017");
    zaak.als(ouder()).doe(laat_weten("Sam is verkouden."));
    zaak.doe(LaatWeten { alleen_school: true, ..laat_weten("Wij logeren in Wilgendorp.") });
    zaak.als(ib(WATERJUFFER)).doe(gezien(2, "Wij zeggen niets."));
    assert!(leest(&zaak, other(), "Sam is verkouden."));
    for line in ["Wij logeren in Wilgendorp.", "Wij zeggen niets."] {
        assert!(leest(&zaak, ouder(), line) && leest(&zaak, ib(WATERJUFFER), line), "{line}");
        assert!(!leest(&zaak, other(), line), "{line}");
    }
}

#[test]
fn about_a_request_the_partnership_reads_it_too_and_about_a_registration_it_does_not() {
    let mut zaak = aangevraagd();
    zaak.als(ouder())
        .doe(LaatWeten { over: Some(Onderwerp::Aanvraag(1)), ..laat_weten("Sam sliep vannacht niet.") });
    let alone = laat_weten("Hij is bang voor het onderzoek.");
    zaak.doe(LaatWeten { over: Some(Onderwerp::Aanvraag(1)), alleen_school: true, ..alone });
    for line in ["Sam sliep vannacht niet.", "Hij is bang voor het onderzoek."] {
        assert!(leest(&zaak, loket(SWV_PO), line), "{line}");
    }
    assert!(zaak.aan_zet().contains(&("woorden_lezen", "ib")));
    zaak.weigert(LaatWeten { over: Some(Onderwerp::Aanvraag(2)), ..laat_weten("x") }).veld("over");
    zaak.weigert(LaatWeten { over: Some(Onderwerp::Aanmelding(1)), ..laat_weten("x") }).veld("over");
    let mut zaak = aangemeld();
    zaak.als(ouder())
        .doe(LaatWeten { over: Some(Onderwerp::Aanmelding(1)), ..laat_weten("Wij verhuizen misschien.") });
    assert!(leest(&zaak, ib(WATERJUFFER), "Wij verhuizen misschien."));
    assert!(!leest(&zaak, loket(SWV_PO), "Wij verhuizen misschien."));
}

#[test]
fn nobody_writes_it_for_another_and_where_no_school_reads_nothing_is_promised() {
    let mut zaak = ingeschreven();
    zaak.weigert(laat_weten("Namens de moeder.")).met("alleen_zelf");
    zaak.als(actor("p-vreemd", dossier::Rol::Ouder, "gezin/2026-000017"));
    zaak.weigert(laat_weten("x")).met("alleen_zelf");
    // A file that a school opened is kept there.
    let mut opened = kind("2020-03-12");
    opened.als(ouder()).doe(laat_weten("Wij zoeken een school."));
    assert_eq!(opened.aan_zet(), [("woorden_lezen", "ib")]);
    // A pupil who left is read by nobody.
    let mut left = ingeschreven();
    left.doe(crate::gegeven::schrijf_uit(crate::gegeven::vestiging(WATERJUFFER), d("2026-03-02")));
    let answer: Result<_, Refusal> = left.als(ouder()).op("2026-12-02").vraag(laat_weten("x"));
    assert_eq!(answer.unwrap_err().code, "geen_school");
}

#[test]
fn a_parent_from_whom_places_are_secret_writes_and_learns_nothing_by_it() {
    let mut zaak = aangemeld();
    zaak.doe(ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "BRP".into() });
    zaak.als(ouder()).doe(laat_weten("Hoe gaat het met Sam?"));
    let unknown = LaatWeten { over: Some(Onderwerp::Aanmelding(1)), ..laat_weten("x") };
    zaak.weigert(unknown).veld("over");
    zaak.als(ib(WATERJUFFER)).doe(gezien(1, "Goed. Sam zit nu op de Wilgenlaan."));
    // Of what was typed nothing stands on the timeline of such a parent, and the answer of a school may name a place.
    let told = zaak.tijdlijn_van(ouder());
    assert!(told.iter().any(|line| line == "Ouder of leerling liet de school iets weten"), "{told:?}");
    assert!(told.iter().all(|line| !line.contains("Wilgenlaan")), "{told:?}");
}

#[test]
fn whoever_recorded_much_today_goes_on_tomorrow_by_whatever_form() {
    let mut zaak = aangemeld();
    zaak.als(ouder());
    let contact = || dossier::aanmelding::contact::MeldEersteContact {
        school: "De Strandloper".into(),
        op: d("2026-02-27"),
        gezegd: "Er is geen plek.".into(),
    };
    for _ in 0..verband::grenzen::MEESTE_FEITEN_GEZIN {
        zaak.doe(contact());
    }
    zaak.weigert(contact()).met("genoeg_vandaag");
    zaak.weigert(laat_weten("x")).met("genoeg_vandaag");
    // Another parent and the school are not held up by it.
    zaak.als(ib(WATERJUFFER)).doe(verbind("familie Bries", Relatie::Pleegouder));
    let tomorrow = base::dates::plus_days(zaak.vandaag, 1).unwrap().to_string();
    zaak.als(ouder()).op(&tomorrow).doe(contact());
}

#[test]
fn what_is_for_the_school_alone_is_read_there_and_says_so_and_nobody_else_hears_that_it_is_there() {
    let mut zaak = ingeschreven();
    zaak.doe(start(TlvSoort::So)).doe(crate::gegeven::ouder_met_gezag("de heer B. Mistral"));
    let other = actor("p-mistral", dossier::Rol::Ouder, "gezin/2026-000017");
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account: other.persoon.clone() });
    zaak.als(ouder()).doe(LaatWeten { alleen_school: true, ..laat_weten("Wij gaan morgen weg.") });
    for (who, reads) in [
        (ib(WATERJUFFER), true),
        (ouder(), true),
        (other.clone(), false),
        (loket(SWV_PO), false),
        (crate::gegeven::besluitnemer(SWV_PO), false),
        (actor("p-bestuur", dossier::Rol::BevoegdGezag, "bestuur/12345"), false),
    ] {
        assert_eq!(leest(&zaak, who.clone(), "Wij gaan morgen weg."), reads, "{who:?}");
    }
    let told = zaak.tijdlijn_van(ib(WATERJUFFER));
    assert!(told.iter().any(|line| line.contains("alleen voor de school")), "{told:?}");
    // Nor that there is something to read.
    let turn =
        zaak.dossier.beurten().into_iter().find(|beurt| beurt.zet.leest_woorden()).expect("to be read");
    let knows = |who: dossier::Actor| {
        let kijker = dossier::toegang::Kijker { actor: who, groep: String::new() };
        let matrix = crate::gegeven::matrix();
        matrix.leesrecht(&kijker, &zaak.dossier, &zaak.dossier.betrokkenen(), zaak.vandaag).ziet_beurt(&turn)
    };
    assert!(knows(ib(WATERJUFFER)));
    assert!(!knows(other) && !knows(ouder()));
}

#[test]
fn a_carer_writes_about_a_registration_and_hears_of_no_request() {
    let mut zaak = ingeschreven();
    zaak.doe(verbind("familie Bries", Relatie::Pleegouder)).doe(start(TlvSoort::So));
    zaak.doe(crate::verzorger::staat_toe(2, dossier::soort::Verzorgerslezing::OokPlan));
    let account = crate::gegeven::persoon("p-bries");
    zaak.feit(dossier::leven::feiten::OuderAangesloten { persoon: 2, account });
    zaak.als(actor("p-bries", dossier::Rol::Ouder, "gezin/2026-000017"));
    zaak.weigert(LaatWeten { over: Some(Onderwerp::Aanvraag(1)), ..laat_weten("x") }).veld("over");
    zaak.doe(laat_weten("Sam slaapt slecht."));
    assert!(zaak.dossier.beurten().iter().any(|beurt| beurt.zet == Zet::WoordenLezen));
    // The answer is read by who asked, and what the mother wrote is hers.
    zaak.als(ib(WATERJUFFER)).doe(gezien(1, "Wij letten erop."));
    zaak.als(ouder()).doe(laat_weten("Thuis speelt er iets."));
    let carer = actor("p-bries", dossier::Rol::Ouder, "gezin/2026-000017");
    assert!(leest(&zaak, carer.clone(), "Wij letten erop."));
    assert!(!leest(&zaak, carer, "Thuis speelt er iets."));
}

#[test]
fn words_of_the_shapes_of_before_are_about_the_same_case_and_read_by_the_same_people() {
    let of = |text: &str, version| {
        let read = Gebeurtenis::decode("iets_gezegd", version, text.as_bytes()).expect("a fact of before");
        let Gebeurtenis::IetsGezegd(said) = &read else { panic!("{read:?}") };
        assert_eq!(read.onderwerp(), said.over);
        (said.over, said.ook_verband)
    };
    let first =
        r#"{"nr":1,"persoon":1,"school":"school/99AA00","aanmelding":null,"aanvraag":4,"woorden":"x"}"#;
    assert_eq!(of(first, 1), (Some(Onderwerp::Aanvraag(4)), true));
    let second = |verwijdering: &str, schorsing: &str| {
        let cases = r#""aanmelding":null,"aanvraag":null"#;
        format!(
            r#"{{"nr":1,"persoon":1,"school":"school/99AA00",{cases},"verwijdering":{verwijdering},"schorsing":{schorsing},"woorden":"x","alleen_school":true}}"#
        )
    };
    assert_eq!(of(&second("2", "null"), 2), (Some(Onderwerp::Verwijdering(2)), false));
    assert_eq!(of(&second("null", "3"), 2), (Some(Onderwerp::Schorsing(3)), false));
    assert_eq!(of(&second("null", "null"), 2), (None, false));
}

#[test]
fn what_is_written_about_a_case_is_read_by_whom_that_case_names() {
    let mut zaak = ingeschreven();
    zaak.als(directie(WATERJUFFER)).doe(crate::gegeven::schors("2026-03-02", "2026-03-03"));
    let over = Onderwerp::Schorsing(1);
    zaak.als(ouder()).doe(LaatWeten { over: Some(over), ..laat_weten("Waarom?") });
    assert_eq!(
        zaak.dossier.gezinszaak(over).map(dossier::gezin::Gezinszaak::leest_woorden),
        Some(Zet::WoordenLezenDirectie)
    );
    assert!(zaak.aan_zet().contains(&("woorden_lezen_directie", "directie")));
    assert!(!zaak.aan_zet().contains(&("woorden_lezen", "ib")));
}
