//! P4, another category while a declaration runs: it reaches the desk, is decided on like any request, and takes the place of the first.

use base::Date;
use dossier::beurt::Zet;
use dossier::soort::{Adviesuitkomst, Discipline, Schoolsoort};
use dossier::staat::{TlvFase, TlvStand};
use dossier::tlv::besluit::{GebruikTlv, MaakBekend, NeemBesluit, Uitspraak, VraagCategorieWijziging};
use dossier::tlv::opdracht::{BrengAdviesUit, WijsDeskundigeToe};
use verband::Beleid;

use crate::gegeven::{
    LIBEL, SWV_PO, Zaak, advies, besluitnemer, d, deskundige, geadviseerd, ib, loket, maak_bekend, nl,
    schrijf_in, toewijzing, trek_in, verleen, verleend, vestiging,
};

const SWV: &str = "swv/PO9901";

fn vraag(categorie: u8) -> VraagCategorieWijziging {
    VraagCategorieWijziging {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        categorie,
        reden: "Sam heeft de hele dag hulp nodig.".into(),
    }
}

/// Given Sam at De Libel with a declaration of category 1, in October 2026.
fn geplaatst() -> Zaak {
    let mut zaak = verleend();
    zaak.als(ib(LIBEL)).doe(GebruikTlv {
        aanvraag: 1,
        vestiging: vestiging(LIBEL),
        schoolnaam: "De Libel".into(),
        per: d("2026-08-01"),
        elders: false,
    });
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-08-01")).op("2026-10-05");
    zaak
}

/// The same, and category 3 was asked and advised.
fn gevraagd() -> Zaak {
    let mut zaak = geplaatst();
    zaak.doe(vraag(3));
    for (id, discipline) in [("p-vink", Discipline::Orthopedagoog), ("p-mees", Discipline::Arts)] {
        zaak.als(loket(SWV_PO)).doe(WijsDeskundigeToe { aanvraag: 2, ..toewijzing(id, discipline) });
        let yes = advies(&[id], Adviesuitkomst::Toelaatbaar, Some(3));
        zaak.als(deskundige(id)).doe(BrengAdviesUit { aanvraag: 2, ..yes });
    }
    zaak.als(besluitnemer(SWV_PO));
    zaak
}

fn besluit(categorie: u8, van: &str) -> NeemBesluit {
    let uitspraak = Uitspraak::Verleen {
        nummer: "PO9901-2026-002".into(),
        categorie: Some(categorie),
        van: d(van),
        tot_en_met: d("2028-07-31"),
    };
    NeemBesluit { aanvraag: 2, uitspraak, ..verleen() }
}

fn bekend(op: Date) -> MaakBekend {
    MaakBekend { aanvraag: 2, ..maak_bekend(op) }
}

/// The story: another category, in the place of the first from November.
pub(crate) fn vervangen() -> Zaak {
    let mut zaak = gevraagd();
    zaak.doe(besluit(3, "2026-11-01")).als(loket(SWV_PO)).doe(bekend(d("2026-10-05")));
    zaak
}

#[test]
fn a_request_for_another_category_is_a_turn_of_the_desk_with_a_last_day() {
    let mut zaak = geplaatst();
    zaak.doe(vraag(3));
    zaak.dan_is_vastgelegd(&["categorie_wijziging_aangevraagd", "tlv_aanvraag_gestart", "tlv_aangevraagd"]);
    assert_eq!(zaak.brieven_gevraagd(), ["tlv_aangevraagd"], "school and parents hear that it came in");
    zaak.dan_staat(&[("aanvraag-1", "tlv_gebruikt"), ("aanvraag-2", "tlv_aangevraagd")]);
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", SWV, "2026-11-02")]);
    let asked = zaak.aanvraag().andere_categorie.as_ref().expect("another category");
    assert_eq!((asked.van, asked.categorie), (1, 3));
    let twice = zaak.weigert(vraag(2)).met("loopt_al").0;
    assert_eq!(nl(&twice.reden), "over een andere categorie wordt al beslist");
}

#[test]
fn another_category_is_given_by_a_new_declaration_in_the_place_of_the_first() {
    let mut zaak = gevraagd();
    let same = NeemBesluit { afwijking: "Hulp is er al.".into(), ..besluit(1, "2026-11-01") };
    zaak.weigert(same).veld("categorie");
    zaak = vervangen();
    assert_eq!(zaak.brieven_gevraagd(), ["bekendgemaakt"]);
    let (first, second) = (zaak.dossier.aanvraag(1).unwrap(), zaak.dossier.aanvraag(2).unwrap());
    assert_eq!(first.tlv_stand(d("2026-10-31")), Some(TlvStand::Gebruikt));
    assert_eq!(first.geldig_tot_en_met(d("2026-10-05")), Some(d("2026-10-31")));
    assert_eq!(first.tlv_stand(d("2026-11-01")), Some(TlvStand::Verlopen));
    assert_eq!(first.fase_op(d("2026-11-01")), TlvFase::Verlopen);
    assert_eq!(second.fase(), TlvFase::Gebruikt, "the child is there already");
    let placed = second.gebruik.as_ref().expect("a placement");
    assert_eq!((placed.vestiging.as_str(), placed.per), (LIBEL, d("2026-11-01")));
    zaak.dan_is_aan_zet(&[]);
    zaak.op("2028-03-01").dan_is_aan_zet(&[("verlenging_bekijken", "ib", "school/99SO00", "2028-07-31")]);
}

#[test]
fn a_no_leaves_the_declaration_as_it_is_and_the_school_may_ask_again() {
    let mut zaak = gevraagd();
    zaak.doe(NeemBesluit {
        aanvraag: 2,
        uitspraak: Uitspraak::Weiger,
        afwijking: "De school krijgt al hulp.".into(),
        ..verleen()
    });
    zaak.als(loket(SWV_PO)).doe(bekend(d("2026-10-05")));
    zaak.dan_staat(&[("aanvraag-1", "tlv_gebruikt"), ("aanvraag-2", "tlv_geweigerd_bekend")]);
    assert_eq!(zaak.dossier.aanvraag(1).unwrap().geldig_tot_en_met(d("2026-10-05")), Some(d("2028-07-31")));
    zaak.als(ib(LIBEL));
    assert!(zaak.vraag(vraag(3)).is_ok());
}

#[test]
fn of_a_declaration_that_ran_out_no_other_category_is_asked() {
    let mut zaak = geplaatst();
    zaak.op("2028-08-01").weigert(vraag(3)).met("niet_meer_geldig");
}

#[test]
fn nothing_is_made_known_while_nobody_knows_where_objections_go() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO)).doe(verleen()).als(loket(SWV_PO));
    let vandaag = zaak.vandaag;
    zaak.onder(Beleid::default());
    let refusal =
        zaak.weigert(maak_bekend(vandaag)).met("geen_postadres").op_grond_van("art. 3:45 lid 2 Awb").0;
    assert_eq!(
        refusal.wat_wel.as_deref().map(nl).unwrap(),
        "Laat de directeur van het samenwerkingsverband het postadres invullen bij ‘Beleid’."
    );
    let mut known = verleend();
    known.als(besluitnemer(SWV_PO)).onder(Beleid::default());
    known.weigert(trek_in("2026-03-02", "2026-08-01")).met("geen_postadres");
}

#[test]
fn a_declaration_that_ends_on_a_day_to_come_can_be_withdrawn_from_an_earlier_one() {
    let mut zaak = vervangen();
    zaak.als(besluitnemer(SWV_PO));
    zaak.weigert(trek_in("2026-10-05", "2026-11-01")).veld("per");
    zaak.doe(trek_in("2026-10-05", "2026-10-20"));
    let first = zaak.dossier.aanvraag(1).unwrap();
    assert_eq!(first.tlv_stand(d("2026-10-19")), Some(TlvStand::Gebruikt));
    assert_eq!(first.tlv_stand(d("2026-10-20")), Some(TlvStand::Ingetrokken));
    // And again, from an earlier day alone.
    zaak.weigert(trek_in("2026-10-05", "2026-10-20")).veld("per");
    zaak.doe(trek_in("2026-10-05", "2026-10-06"));
    assert_eq!(zaak.dossier.aanvraag(1).unwrap().geldig_tot_en_met(d("2026-10-05")), Some(d("2026-10-05")));
}

#[test]
fn whoever_has_a_request_for_another_category_reads_that_the_declaration_was_withdrawn() {
    let mut zaak = geplaatst();
    zaak.doe(vraag(3));
    let why = |zaak: &Zaak| {
        let turns = zaak.dossier.beurten();
        let turn = turns.iter().find(|turn| turn.zet == Zet::DeskundigenToewijzen).expect("a turn");
        nl(&turn.grond)
    };
    assert!(!why(&zaak).contains("ingetrokken"), "{}", why(&zaak));
    zaak.als(besluitnemer(SWV_PO)).doe(trek_in("2026-10-05", "2026-10-19"));
    let told = "de verklaring waarvan een andere categorie is gevraagd, is ingetrokken per ma 19 okt 2026: \
                kijk of deze aanvraag nog zin heeft, of vraag de school haar in te trekken";
    assert!(why(&zaak).contains(told), "{}", why(&zaak));
}
