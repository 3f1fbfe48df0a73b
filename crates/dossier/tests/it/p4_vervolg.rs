//! P4, after a request that brought no place: the school where the child is says how it goes on.

use base::Date;
use dossier::soort::{Schoolsoort, TlvSoort};
use dossier::tlv::besluit::{LaatTlvVerlopen, NeemBesluit, Uitspraak};
use dossier::tlv::opdracht::{TrekTlvAanvraagIn, VraagAanvulling};
use dossier::tlv::vervolg::BepaalVervolg;

use crate::gegeven::{
    IJSVOGEL, LIBEL, SWV_PO, WATERJUFFER, Zaak, aangevraagd, besluitnemer, d, geadviseerd, ib, ingeschreven,
    loket, maak_bekend, schrijf_in, start, trek_in, verleen, verleend,
};
use crate::tlv::aangevuld;

pub(crate) fn geweigerd() -> Zaak {
    let mut zaak = geadviseerd();
    let afwijking = "Sbo past beter.".to_owned();
    zaak.als(besluitnemer(SWV_PO)).doe(NeemBesluit { uitspraak: Uitspraak::Weiger, afwijking, ..verleen() });
    let today: Date = zaak.vandaag;
    zaak.als(loket(SWV_PO)).doe(maak_bekend(today)).als(ib(WATERJUFFER));
    zaak
}

fn zonder() -> BepaalVervolg {
    BepaalVervolg { aanvraag: 1, hoe: "Sam blijft hier, met hulp in de klas.".into() }
}

#[test]
fn after_a_refusal_the_school_has_a_turn_until_it_says_how_it_goes_on() {
    let mut zaak = geweigerd();
    // As long as one can object.
    zaak.dan_is_aan_zet(&[("vervolg_bepalen", "ib", "school/99AA00", "2026-04-13")]);
    zaak.als(ib(IJSVOGEL)).weigert(zonder()).met("geen_vervolg");
    zaak.als(ib(WATERJUFFER)).weigert(BepaalVervolg { hoe: " ".into(), ..zonder() }).veld("hoe");
    zaak.doe(zonder()).dan_is_vastgelegd(&["vervolg_bepaald"]).dan_is_aan_zet(&[]);
    zaak.weigert(zonder()).met("geen_vervolg");
}

#[test]
fn a_new_request_takes_the_turn_and_taking_that_back_gives_it_back() {
    let mut zaak = geweigerd();
    zaak.doe(start(TlvSoort::Sbo));
    assert!(!zaak.aan_zet().contains(&("vervolg_bepalen", "ib")));
    zaak.doe(TrekTlvAanvraagIn { aanvraag: 2, reden: "Toch niet.".into() });
    assert_eq!(zaak.aan_zet(), [("vervolg_bepalen", "ib")]);
}

#[test]
fn a_declaration_that_was_withdrawn_or_ran_out_leaves_a_turn_with_the_school_where_the_child_is() {
    let mut withdrawn = verleend();
    withdrawn.als(besluitnemer(SWV_PO)).doe(trek_in("2026-03-02", "2026-08-01"));
    assert!(withdrawn.aan_zet().is_empty(), "it still holds");
    withdrawn.op("2026-08-01");
    withdrawn.dan_is_aan_zet(&[("vervolg_bepalen", "ib", "school/99AA00", "2026-08-15")]);
    let mut unused = verleend();
    unused.op("2028-08-01");
    unused.dan_is_aan_zet(&[("verlenging_bekijken", "ib", "school/99AA00", "2028-08-15")]);
    unused.als(loket(SWV_PO)).doe(LaatTlvVerlopen { aanvraag: 1 });
    unused.dan_is_aan_zet(&[("vervolg_bepalen", "ib", "school/99AA00", "2028-08-15")]);
    unused.als(ib(WATERJUFFER)).doe(zonder()).dan_is_aan_zet(&[]);
}

#[test]
fn nobody_is_asked_for_a_child_that_left_and_nothing_of_what_was_never_sent() {
    let mut gone = geweigerd();
    gone.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-03-03")).op("2026-03-03");
    assert!(gone.aan_zet().is_empty(), "{:?}", gone.aan_zet());
    let mut begun = ingeschreven();
    begun.doe(start(TlvSoort::So)).doe(TrekTlvAanvraagIn { aanvraag: 1, reden: "Het gaat beter.".into() });
    begun.weigert(zonder()).met("geen_vervolg");
}

#[test]
fn what_a_supplement_replaced_and_why_it_was_asked_stay_to_be_read() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(VraagAanvulling {
        aanvraag: 1,
        wat: vec!["het groeidocument".into()],
        waarom: "Wij missen wat de hulp opleverde.".into(),
        tot_en_met: d("2026-03-16"),
    });
    zaak.als(ib(WATERJUFFER)).op("2026-03-09").doe(aangevuld("2026-03-09"));
    let aanvraag = zaak.aanvraag();
    let now = aanvraag.antwoorden.iter().find(|antwoord| antwoord.vraag == "inzet_tot_nu_toe").unwrap();
    assert_eq!(now.waarde, "Twee jaar hulp in de klas.");
    let before = &aanvraag.oude_antwoorden[0];
    assert_eq!(
        (before.antwoord.waarde.as_str(), before.tot),
        ("zie het verslag", d("2026-03-09")),
        "what stood there"
    );
    for who in [ib(WATERJUFFER), loket(SWV_PO), crate::gegeven::ouder()] {
        let told = zaak.tijdlijn_van(who);
        assert!(told.iter().any(|line| line.contains("Wij missen wat de hulp opleverde.")), "{told:?}");
    }
}

#[test]
fn what_parents_said_of_an_offer_is_left_out_for_who_may_not_know_the_places() {
    let hidden = |json: &str, name: &str| {
        let event = dossier::Gebeurtenis::decode(name, 1, json.as_bytes()).unwrap();
        event.verhuld().iter().map(|field| field.pad.join(".")).collect::<Vec<_>>()
    };
    let no = include_str!("../golden/aanbod_afgewezen.v1.json");
    assert_eq!(hidden(no, "aanbod_afgewezen"), ["reden"]);
    let yes = include_str!("../golden/aanbod_aanvaard.v1.json");
    assert_eq!(hidden(yes, "aanbod_aanvaard"), ["toelichting"]);
}
