//! Which act can be done in which phase, and by whose rules it is refused there: one row per act, one column per phase.

use std::collections::BTreeMap;

use dossier::aanmelding::afloop::{
    AanvaardAanbod, LaatToe, MeldFeitelijkeWeigering, StelBuitenBehandeling, TrekAanmeldingIn, Weiger,
    WijsAanbodAf,
};
use dossier::aanmelding::feiten::Weigeringsgrond;
use dossier::aanmelding::opdracht::{OntvangInformatie, PlaatsTijdelijk, VerlengBeslistermijn};
use dossier::algemeen::correctie::CorrigeerOntvangst;
use dossier::soort::{Adviesuitkomst, Discipline, TlvSoort};
use dossier::tlv::besluit::{
    GebruikTlv, LaatTlvVerlopen, MeldVertraging, NeemBesluit, Uitspraak, VraagCategorieWijziging,
};
use dossier::tlv::opdracht::{
    BeeindigToewijzing, OntvangAanvulling, TekenAdvies, TrekTlvAanvraagIn, VraagTlvAan,
};
use dossier::verwijdering::opdracht::{
    HoorOudersEnLeraar, MeldAanBenW, RaadpleegInspectie, TrekVoornemenIn, Verwijder,
};
use dossier::{Actor, Opdracht};

use crate::gegeven::{
    LIBEL, SWV_PO, WATERJUFFER, Zaak, aanbod, aangemeld, aangevraagd, advies, behoefte, behoefte_vastgesteld,
    bereid, besluitnemer, bijlage, d, deskundige, directie, geadviseerd, ib, in_gebreke, ingeschreven,
    laat_toe, loket, maak_bekend, meld_aan, ouder, persoon, schrijf_in, start, toewijzing, trek_in,
    uitzondering, verleen, verleend, vestiging, vind_school, volledig, voornemen, vraag_aanvulling,
    vraag_informatie, weiger, zienswijze,
};
use base::Sector;
use dossier::soort::Schoolsoort;

/// What an act comes to: nothing in the way, or the code of the refusal, with the field where one is wrong.
fn uitkomst(zaak: &Zaak, actor: &Actor, opdracht: &Opdracht) -> String {
    let mut zaak = zaak.clone();
    match zaak.als(actor.clone()).vraag(opdracht.clone()) {
        Ok(_) => ".".to_owned(),
        Err(refusal) => match refusal.veld {
            Some(veld) => format!("veld {veld}"),
            None => refusal.code.to_owned(),
        },
    }
}

/// Compares a row of signs with what happens; `signs` says what each sign stands for.
#[track_caller]
fn rij(fasen: &[(&str, Zaak)], signs: &[(char, &str)], actor: &Actor, opdracht: &Opdracht, row: &str) {
    let words: BTreeMap<char, &str> = signs.iter().copied().chain([('.', ".")]).collect();
    assert_eq!(row.chars().count(), fasen.len(), "{}", opdracht.naam());
    for ((fase, zaak), sign) in fasen.iter().zip(row.chars()) {
        assert_eq!(uitkomst(zaak, actor, opdracht), words[&sign], "{} in {fase}", opdracht.naam());
    }
}

fn na(mut zaak: Zaak, actor: Actor, opdracht: impl Into<Opdracht>) -> Zaak {
    zaak.als(actor).doe(opdracht);
    zaak
}

/// A registration in each phase in which something can still be decided.
fn lopende_aanmeldingen() -> Vec<(&'static str, Zaak)> {
    let school = || ib(WATERJUFFER);
    vec![
        ("aanmelding_ontvangen", aangemeld()),
        ("aanmelding_wacht_op_informatie", na(aangemeld(), school(), vraag_informatie("2026-03-16"))),
        ("aanmelding_behoefte_vastgesteld", behoefte_vastgesteld()),
        ("aanmelding_aanbod_gedaan", na(behoefte_vastgesteld(), school(), aanbod("2026-08-01"))),
    ]
}

/// A registration in each phase in which nothing more is decided.
fn afgeronde_aanmeldingen() -> Vec<(&'static str, Zaak)> {
    let offered = || na(behoefte_vastgesteld(), ib(WATERJUFFER), aanbod("2026-08-01"));
    let yes = AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: String::new() };
    let mut lapsed = na(aangemeld(), ib(WATERJUFFER), vraag_informatie("2026-03-16"));
    lapsed.op("2026-03-17");
    let unhandled = StelBuitenBehandeling { aanmelding: 1, reden: "Er kwam niets.".into() };
    let withdrawn = TrekAanmeldingIn { van: None, aanmelding: 1, reden: String::new() };
    vec![
        ("aanmelding_toegelaten", na(aangemeld(), ib(WATERJUFFER), laat_toe("2026-08-01"))),
        ("aanmelding_elders", na(offered(), ouder(), yes)),
        (
            "aanmelding_geweigerd",
            na(aangemeld(), ib(WATERJUFFER), weiger(uitzondering("geen_plaatsruimte_po"))),
        ),
        ("aanmelding_buiten_behandeling", na(lapsed, ib(WATERJUFFER), unhandled)),
        ("aanmelding_ingetrokken", na(aangemeld(), ouder(), withdrawn)),
    ]
}

/// The acts on a registration that a school does.
fn opdrachten_school() -> Vec<Opdracht> {
    vec![
        behoefte(true).into(),
        vraag_informatie("2026-03-23").into(),
        OntvangInformatie { aanmelding: 1, op: d("2026-03-02"), compleet: true, nog_nodig: String::new() }
            .into(),
        VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "Het onderzoek is er nog niet.".into() }
            .into(),
        PlaatsTijdelijk {
            aanmelding: 1,
            per: d("2026-03-02"),
            groep: String::new(),
            zonder_verklaring: String::new(),
            ertussen: "Het kind was ziek.".into(),
        }
        .into(),
        aanbod("2026-08-01").into(),
        laat_toe("2026-08-01").into(),
        weiger(Weigeringsgrond::AndereSchool(bereid("De IJsvogel"))).into(),
        weiger(uitzondering("geen_plaatsruimte_po")).into(),
        StelBuitenBehandeling { aanmelding: 1, reden: "Er kwam niets.".into() }.into(),
        CorrigeerOntvangst {
            aanmelding: 1,
            ontvangen_op: d("2026-03-01"),
            minderjarige_asielzoeker: None,
            onderwijs: None,
            gewenst_per: meld_aan().gewenst_per,
            nu_naar_school: None,
            andere_scholen: meld_aan().andere_scholen,
            recht_vervalt: false,
            waarom: "de bus".into(),
        }
        .into(),
    ]
}

/// Those that a parent does.
fn opdrachten_ouder() -> Vec<Opdracht> {
    vec![
        AanvaardAanbod { van: None, aanmelding: 1, aanbod: 1, toelichting: "Goed.".into() }.into(),
        WijsAanbodAf { van: None, aanmelding: 1, aanbod: 1, reden: "Te ver.".into() }.into(),
        TrekAanmeldingIn { van: None, aanmelding: 1, reden: "Wij gaan verhuizen.".into() }.into(),
        MeldFeitelijkeWeigering { aanmelding: 1, op: d("2026-03-02"), wat: "Nee gezegd.".into() }.into(),
    ]
}

#[test]
fn the_phases_of_the_tables_are_what_they_are_called() {
    let registrations = lopende_aanmeldingen().into_iter().chain(afgeronde_aanmeldingen());
    for (fase, zaak) in registrations {
        assert_eq!(zaak.aanmelding().fase().code(), fase);
    }
    for (fase, zaak) in aanvragen() {
        assert_eq!(zaak.aanvraag().fase().code(), fase);
    }
    for (fase, zaak) in verwijderingen() {
        assert_eq!(zaak.dossier.verwijderingen[0].fase().code(), fase);
    }
}

#[test]
fn a_school_does_what_the_phase_of_the_registration_allows() {
    let fasen = lopende_aanmeldingen();
    let signs = [
        ('l', "al_gevraagd"),
        ('n', "niets_gevraagd"),
        ('v', "veld per"),
        ('b', "behoefte_niet_vastgesteld"),
        ('o', "aanbod_open"),
        ('w', "wacht_op_informatie"),
        ('r', "weigeren_onrechtmatig"),
        ('t', "nog_tijd"),
    ];
    // Received, waiting for information, need assessed, offer made.
    let rows = [
        "....", // assess the need
        ".l..", // ask for information
        "n.nn", // record that it came
        "....", // extend the term
        "vvvv", // temporary place: not before ten weeks
        "bb.o", // offer another school
        "....", // admit
        "rw..", // refuse: another school is willing, after the need was assessed
        "....", // refuse: no room, which waits for nothing
        "ntnn", // not handle
        "....", // correct the day of receipt
    ];
    for (opdracht, row) in opdrachten_school().iter().zip(rows) {
        rij(&fasen, &signs, &ib(WATERJUFFER), opdracht, row);
        rij(&fasen, &signs, &directie(WATERJUFFER), opdracht, row);
    }
}

#[test]
fn parents_answer_an_offer_that_is_there_and_withdraw_or_tell_at_any_time() {
    let fasen = lopende_aanmeldingen();
    let signs = [('a', "veld aanbod")];
    for (opdracht, row) in opdrachten_ouder().iter().zip(["aaa.", "aaa.", "....", "...."]) {
        rij(&fasen, &signs, &ouder(), opdracht, row);
    }
}

#[test]
fn nothing_at_all_is_done_on_a_registration_that_has_ended() {
    let fasen = afgeronde_aanmeldingen();
    for opdracht in opdrachten_school().iter().chain(&opdrachten_ouder()) {
        for actor in [ib(WATERJUFFER), directie(WATERJUFFER), ouder()] {
            for (fase, zaak) in &fasen {
                let found = uitkomst(zaak, &actor, opdracht);
                assert_eq!(found, "aanmelding_afgerond", "{} in {fase}", opdracht.naam());
            }
        }
    }
}

#[test]
fn a_registration_that_is_not_there_is_no_registration() {
    let zaak = aangemeld();
    for nr in [0, 2, u32::MAX] {
        let all: [Opdracht; 5] = [
            LaatToe { aanmelding: nr, ..laat_toe("2026-08-01") }.into(),
            Weiger { aanmelding: nr, ..weiger(uitzondering("geen_plaatsruimte_po")) }.into(),
            TrekAanmeldingIn { van: None, aanmelding: nr, reden: "x".into() }.into(),
            VerlengBeslistermijn { aanmelding: nr, weken: 4, reden: "x".into() }.into(),
            OntvangInformatie {
                aanmelding: nr,
                op: d("2026-03-02"),
                compleet: true,
                nog_nodig: String::new(),
            }
            .into(),
        ];
        for opdracht in all {
            assert_eq!(
                uitkomst(&zaak, &ib(WATERJUFFER), &opdracht),
                "veld aanmelding",
                "{}",
                opdracht.naam()
            );
        }
    }
}

/// A request in each phase, in the order of the state machine.
fn aanvragen() -> Vec<(&'static str, Zaak)> {
    let mut started = ingeschreven();
    started.doe(start(TlvSoort::So)).doe(zienswijze(1, Some(true)));
    let waiting = na(aangevraagd(), loket(SWV_PO), vraag_aanvulling("2026-03-16"));
    let advising = na(aangevraagd(), loket(SWV_PO), toewijzing("p-vink", Discipline::Orthopedagoog));
    let refusal = NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking: "Sbo past.".into(), ..verleen() };
    let refused = na(geadviseerd(), besluitnemer(SWV_PO), refusal);
    let used = na(verleend(), ib(LIBEL), gebruik(LIBEL, "2026-08-01"));
    let mut late = verleend();
    late.op("2028-08-01");
    let withdrawn = trek_in("2026-03-02", "2026-08-01");
    let given_up = TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() };
    vec![
        ("tlv_gestart", started),
        ("tlv_aangevraagd", aangevraagd()),
        ("tlv_wacht_op_aanvulling", waiting),
        ("tlv_advisering", advising),
        ("tlv_geadviseerd", geadviseerd()),
        ("tlv_verleend", na(geadviseerd(), besluitnemer(SWV_PO), verleen())),
        ("tlv_geweigerd", refused.clone()),
        ("tlv_verleend_bekend", verleend()),
        ("tlv_geweigerd_bekend", na(refused, loket(SWV_PO), maak_bekend(d("2026-03-02")))),
        ("tlv_gebruikt", used),
        ("tlv_verlopen", na(late, loket(SWV_PO), LaatTlvVerlopen { aanvraag: 1 })),
        ("tlv_ingetrokken", na(verleend(), besluitnemer(SWV_PO), withdrawn)),
        ("tlv_buiten_behandeling", crate::p4_behandelen::niet_behandeld()),
        ("tlv_aanvraag_ingetrokken", na(aangevraagd(), ib(WATERJUFFER), given_up)),
    ]
}

fn gebruik(school: &str, per: &str) -> GebruikTlv {
    GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(school),
        schoolnaam: "De school".into(),
        per: d(per),
        elders: false,
    }
}

#[test]
fn the_school_that_applies_does_what_the_phase_of_the_request_allows() {
    let fasen = aanvragen();
    let signs = [('f', "verkeerde_fase"), ('b', "al_besloten")];
    let school = ib(WATERJUFFER);
    let invoer = volledig(&fasen[0].1, 1);
    rij(&fasen, &signs, &school, &VraagTlvAan { aanvraag: 1, invoer }.into(), ".ffffbbfffffff");
    let bijlagen = vec![bijlage("inzet_tot_nu_toe")];
    let answer = OntvangAanvulling { aanvraag: 1, op: d("2026-03-02"), antwoorden: Vec::new(), bijlagen };
    rij(&fasen, &signs, &school, &answer.into(), "ff.ffbbfffffff");
    let given_up = TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() };
    rij(&fasen, &signs, &school, &given_up.into(), ".....bbfffffff");
    rij(&fasen, &signs, &school, &zienswijze(1, Some(true)).into(), ".....bbbbbbbbb");
    rij(&fasen, &signs, &ouder(), &zienswijze(1, Some(false)).into(), ".....bbbbbbbbb");
}

#[test]
fn the_partnership_does_what_the_phase_of_the_request_allows() {
    let fasen = aanvragen();
    let signs =
        [('f', "verkeerde_fase"), ('p', "veld persoon"), ('t', "nog_niet_te_laat"), ('g', "nog_geldig")];
    let desk = loket(SWV_PO);
    let row = |opdracht: Opdracht, row: &str| rij(&fasen, &signs, &desk, &opdracht, row);
    row(vraag_aanvulling("2026-03-23").into(), "f.f..fffffffff");
    row(toewijzing("p-raaf", Discipline::Arts).into(), "f.f..fffffffff");
    let ended = BeeindigToewijzing { aanvraag: 1, persoon: persoon("p-vink"), reden: "verlof".into() };
    row(ended.into(), "fpp.pfffffffff");
    row(maak_bekend(d("2026-03-02")).into(), "fffff..fffffff");
    let delay = MeldVertraging { aanvraag: 1, nieuwe_datum: d("2026-06-01"), reden: "ziekte".into() };
    row(delay.into(), "f....fffffffff");
    let notice = in_gebreke("2026-03-02");
    // Decided is not made known: until it is, somebody can say that it is late.
    row(notice.into(), "ftttttttttftff");
    row(LaatTlvVerlopen { aanvraag: 1 }.into(), "fffffffgfgfgff");
}

#[test]
fn who_decides_does_so_when_two_experts_have_advised_and_withdraws_what_was_granted() {
    let fasen = aanvragen();
    let signs = [('f', "verkeerde_fase"), ('d', "deskundigen_ontbreken"), ('p', "veld per")];
    let head = besluitnemer(SWV_PO);
    // A yes waits for no supplement; a no does.
    rij(&fasen, &signs, &head, &verleen().into(), "fddd...fffffff");
    let refusal = NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking: "Sbo past.".into(), ..verleen() };
    rij(&fasen, &signs, &head, &refusal.into(), "fdfd...fffffff");
    let withdrawn = trek_in("2026-03-02", "2028-07-31");
    rij(&fasen, &signs, &head, &withdrawn.into(), "fffffff.f.fpff");
}

#[test]
fn experts_advise_while_they_are_asked() {
    let fasen = aanvragen();
    let signs = [('f', "verkeerde_fase"), ('o', "veld door"), ('n', "niets_te_tekenen")];
    let expert = deskundige("p-vink");
    let given = advies(&["p-vink"], Adviesuitkomst::Toelaatbaar, Some(1));
    rij(&fasen, &signs, &expert, &given.into(), "ffo.ffffffffff");
    rij(&fasen, &signs, &expert, &TekenAdvies { aanvraag: 1, voorstel: 1 }.into(), "ffnnffffffffff");
    let stranger = advies(&["p-kauw"], Adviesuitkomst::Toelaatbaar, Some(1));
    rij(&fasen, &signs, &deskundige("p-kauw"), &stranger.into(), "ffooffffffffff");
}

#[test]
fn a_school_places_with_a_declaration_that_was_made_known_and_asks_another_category_where_the_child_is() {
    let fasen = aanvragen();
    let signs =
        [('f', "verkeerde_fase"), ('b', "al_besloten"), ('p', "niet_geplaatst"), ('g', "geen_verklaring")];
    rij(&fasen, &signs, &ib("99SO01"), &gebruik("99SO01", "2026-09-01").into(), "fffffbb.f.fgff");
    let asked = VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        categorie: 2,
        reden: "Meer hulp.".into(),
    };
    rij(&fasen, &signs, &ib(LIBEL), &asked.into(), "ppppppppp.pppp");
}

/// A removal from a basisschool in each phase. Parents and teacher are heard a week after the intention.
fn verwijderingen() -> Vec<(&'static str, Zaak)> {
    let mut intended = ingeschreven();
    intended.als(directie(WATERJUFFER)).doe(voornemen(WATERJUFFER, Sector::Po)).op("2026-03-09");
    let head = || directie(WATERJUFFER);
    let heard = na(intended.clone(), head(), gehoord());
    let found = na(heard.clone(), head(), vind_school("De IJsvogel"));
    let removed = na(found.clone(), head(), weg("2026-04-01"));
    let reported = na(removed.clone(), head(), gemeente());
    let given_up = TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".into() };
    vec![
        ("verwijdering_voorgenomen", intended.clone()),
        ("verwijdering_gehoord", heard),
        ("verwijdering_school_gevonden", found),
        ("verwijdering_verwijderd", removed),
        ("verwijdering_gemeld", reported),
        ("verwijdering_ingetrokken", na(intended, head(), given_up)),
    ]
}

fn gehoord() -> HoorOudersEnLeraar {
    crate::gegeven::horen("2026-03-09")
}

fn weg(per: &str) -> Verwijder {
    Verwijder {
        verwijdering: 1,
        per: d(per),
        motivering: "De veiligheid.".into(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    }
}

fn gemeente() -> MeldAanBenW {
    MeldAanBenW { verwijdering: 1, gemeente: "Nevelhuizen".into() }
}

#[test]
fn a_removal_goes_by_hearing_finding_deciding_and_reporting_in_that_order() {
    let fasen = verwijderingen();
    let signs = [
        ('a', "verwijdering_afgerond"),
        ('h', "niet_gehoord"),
        ('s', "geen_school"),
        ('n', "niet_verwijderd"),
        ('g', "al_gemeld"),
        ('l', "loopt_al"),
        // In primary education the Inspectie is not consulted (WVO 8.15(4) is of secondary education).
        ('o', "overleg_niet_nodig"),
    ];
    let asked = RaadpleegInspectie { verwijdering: 1, op: d("2026-03-09"), uitkomst: "Geen bezwaar.".into() };
    let given_up = TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".into() };
    let rows: [(Opdracht, &str); 6] = [
        (gehoord().into(), "...aaa"),
        (asked.into(), "oooaaa"),
        (vind_school("De IJsvogel").into(), "...aaa"),
        (weg("2026-04-01").into(), "hs.aaa"),
        (given_up.into(), "...aaa"),
        (gemeente().into(), "nnn.gn"),
    ];
    for (opdracht, row) in rows {
        rij(&fasen, &signs, &directie(WATERJUFFER), &opdracht, row);
    }
    let again: Opdracht = voornemen(WATERJUFFER, Sector::Po).into();
    rij(&fasen[..3], &signs, &directie(WATERJUFFER), &again, "lll");
    rij(&fasen[5..], &signs, &directie(WATERJUFFER), &again, ".");
}

#[test]
fn an_act_that_is_refused_leaves_no_trace() {
    let fasen = aanvragen().into_iter().chain(lopende_aanmeldingen()).chain(afgeronde_aanmeldingen());
    for (fase, mut zaak) in fasen {
        let before = zaak.dossier.clone();
        for opdracht in opdrachten_school() {
            let asked = zaak.vraag(opdracht.clone());
            assert_eq!(zaak.dossier, before, "{} in {fase}: a question", opdracht.naam());
            if asked.is_err() {
                assert!(zaak.probeer(&opdracht).is_err(), "{} in {fase}", opdracht.naam());
                assert_eq!(zaak.dossier, before, "{} in {fase}", opdracht.naam());
            }
        }
    }
}

#[test]
fn a_child_that_left_for_another_school_is_no_longer_removed_by_the_old_one() {
    let (_, mut zaak) = verwijderingen().swap_remove(2);
    zaak.als(ib("99BB00")).op_school(schrijf_in("99BB00", Schoolsoort::Basisschool, "2026-03-09"));
    zaak.op("2026-03-10").dan_is_aan_zet(&[]);
}
