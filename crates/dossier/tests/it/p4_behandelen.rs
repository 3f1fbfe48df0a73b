//! P4, a request that the partnership does not decide on: another one decides since the child went elsewhere (Awb 2:3), or what the
//! school was asked for is not enough (Awb 4:5).

use dossier::soort::{Bekendmakingswijze, Discipline, Schoolsoort};
use dossier::staat::TlvFase;
use dossier::tlv::aanvulling::LaatAanvullingVervallen;
use dossier::tlv::behandelen::{BeoordeelAanvulling, StelAanvraagBuitenBehandeling};
use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::opdracht::{OntvangAanvulling, VraagAanvulling};
use dossier::toegang::Kijker;

use crate::gegeven::{
    IJSVOGEL, SWV_PO, WATERJUFFER, Zaak, aangevraagd, besluitnemer, bijlage, d, geadviseerd, ib, loket,
    maak_bekend, matrix, ouder, schrijf_in, swv, toewijzing, verleen, vraag_aanvulling, wet_woonplaats,
};

/// The partnership to which De IJsvogel belongs in these stories.
const ELDERS: &str = "PO9904";

/// The child becomes a pupil of a school of another partnership.
pub(crate) fn verhuist(zaak: &mut Zaak, per: &str) {
    zaak.op_school(dossier::leven::opdracht::SchrijfIn {
        swv: Some(swv(ELDERS)),
        ..schrijf_in(IJSVOGEL, Schoolsoort::Basisschool, per)
    });
}

/// Given a request of which the child went to a school elsewhere after it was sent.
pub(crate) fn naar_elders() -> Zaak {
    let mut zaak = geadviseerd();
    zaak.op("2026-03-23");
    verhuist(&mut zaak, "2026-03-23");
    zaak
}

fn door() -> ZendTlvDoor {
    ZendTlvDoor { aanvraag: 1, waarom: "Sam gaat nu naar De IJsvogel.".into() }
}

/// The same, forwarded.
pub(crate) fn doorgezonden() -> Zaak {
    let mut zaak = naar_elders();
    zaak.als(loket(SWV_PO)).doe(door());
    zaak
}

/// Given a request of which nothing came that was asked by 16 March.
pub(crate) fn niets_gekomen() -> Zaak {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16")).op("2026-03-17");
    zaak
}

/// Given a request that the school added something to.
pub(crate) fn aangevuld() -> Zaak {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16")).op("2026-03-12");
    zaak.als(ib(WATERJUFFER)).doe(OntvangAanvulling {
        aanvraag: 1,
        op: d("2026-03-12"),
        antwoorden: Vec::new(),
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    });
    zaak
}

pub(crate) fn niet_behandelen(reden: &str) -> StelAanvraagBuitenBehandeling {
    StelAanvraagBuitenBehandeling { aanvraag: 1, reden: reden.into(), wijze: Bekendmakingswijze::Post }
}

pub(crate) fn genoeg(genoeg: bool) -> BeoordeelAanvulling {
    let toelichting = if genoeg { String::new() } else { "Het verslag is van vorig jaar.".into() };
    BeoordeelAanvulling { aanvraag: 1, genoeg, toelichting }
}

/// The same, and it was not enough: the request is not dealt with.
pub(crate) fn niet_behandeld() -> Zaak {
    let mut zaak = aangevuld();
    zaak.als(loket(SWV_PO)).doe(genoeg(false)).als(besluitnemer(SWV_PO)).op("2026-03-17");
    zaak.doe(niet_behandelen("Zonder verslag van dit jaar is er geen advies mogelijk."));
    zaak
}

#[test]
fn nobody_decides_on_a_child_that_went_to_a_school_of_another_partnership() {
    let mut zaak = geadviseerd();
    zaak.als(besluitnemer(SWV_PO));
    assert!(zaak.vraag(verleen()).is_ok(), "while the child is here");
    zaak.als(loket(SWV_PO)).weigert(door()).met("zelf_bevoegd").op_grond_van("art. 2:3 lid 1 Awb");
    let mut zaak = naar_elders();
    zaak.als(besluitnemer(SWV_PO))
        .weigert(verleen())
        .met("ander_swv_bevoegd")
        .op_grond_van("art. 40 lid 11 WEC");
}

#[test]
fn a_decision_is_not_made_known_by_a_partnership_that_decides_no_more() {
    let mut zaak = geadviseerd();
    zaak.op("2026-03-23").als(besluitnemer(SWV_PO)).doe(verleen());
    let today = zaak.vandaag;
    zaak.als(loket(SWV_PO));
    assert!(zaak.vraag(maak_bekend(today)).is_ok());
    verhuist(&mut zaak, "2026-03-23");
    zaak.als(loket(SWV_PO)).weigert(maak_bekend(today)).met("ander_swv_bevoegd");
    zaak.doe(door()).dan_staat(&[("aanvraag-1", "tlv_aangevraagd")]);
    assert_eq!(zaak.aanvraag().besluit, None, "what nobody was told of falls");
}

#[test]
fn a_forwarded_request_goes_on_at_the_partnership_that_decides_with_a_term_of_its_own() {
    let mut zaak = naar_elders();
    zaak.beleid.tlv_beslistermijn_weken = Some(2);
    zaak.als(loket(SWV_PO)).doe(door());
    zaak.dan_is_vastgelegd(&["tlv_doorgezonden"]);
    assert_eq!(zaak.brieven_gevraagd(), ["tlv_doorgezonden"]);
    let request = zaak.aanvraag();
    assert_eq!(request.swv.uitkomst, swv(ELDERS));
    assert_eq!(
        (request.ontvangen_op, request.verzonden_op()),
        (Some(d("2026-03-23")), Some(d("2026-03-02")))
    );
    let term = request.termijn.clone().expect("a term").uitkomst;
    // Eight weeks after 23 March; the other partnership promised nothing.
    assert_eq!((term.uiterlijk, term.beloofd), (Some(d("2026-05-18")), None));
    zaak.dan_is_aan_zet(&[("deskundigen_toewijzen", "loket", "swv/PO9904", "2026-04-20")]);
    // Who advised the first partnership does not count for the second.
    zaak.als(besluitnemer(ELDERS)).weigert(verleen()).met("deskundigen_ontbreken");
    zaak.als(loket(SWV_PO)).weigert(vraag_aanvulling("2026-04-06")).met("andere_organisatie");
    zaak.als(loket(ELDERS)).doe(vraag_aanvulling("2026-04-06"));
    zaak.op("2026-04-06").doe(LaatAanvullingVervallen { aanvraag: 1, waarom: "Het is er al.".into() });
    let term = zaak.aanvraag().termijn.clone().expect("a term").uitkomst;
    assert!(
        term.uiterlijk.is_some_and(|last| last > d("2026-05-18")),
        "it stood still for what this one asked"
    );
}

#[test]
fn from_the_day_on_which_another_partnership_decides_the_desk_has_one_turn_to_forward() {
    let open = |zaak: &Zaak| -> Vec<(&'static str, String)> {
        let turns = zaak.dossier.beurten_op(zaak.ctx().wet, zaak.vandaag).into_iter();
        let own = turns.filter(|beurt| beurt.is_open(zaak.vandaag) && beurt.onderwerp.is_some());
        own.map(|b| (b.zet.code(), b.van.to_string())).collect()
    };
    let decides = ("besluit_nemen", "2026-03-02".to_owned());
    assert_eq!(open(&geadviseerd()), std::slice::from_ref(&decides));
    let zaak = naar_elders();
    assert_eq!(open(&zaak), [("aanvraag_doorsturen", "2026-03-23".to_owned())]);
    let why = zaak.dossier.beurten_op(zaak.ctx().wet, zaak.vandaag).remove(0).grond;
    assert_eq!(crate::gegeven::nl(&why), "PO9904 gaat er nu over");
    assert!(!open(&doorgezonden()).iter().any(|(zet, _)| *zet == "aanvraag_doorsturen"));
    // A place elsewhere that begins later changes who decides on that day, and not before.
    let mut later = geadviseerd();
    verhuist(&mut later, "2026-04-13");
    assert_eq!(open(&later), [decides]);
    assert_eq!(open(later.op("2026-04-13")), [("aanvraag_doorsturen", "2026-04-13".to_owned())]);
}

#[test]
fn a_law_that_begins_later_changes_whose_turn_it_is_on_its_first_day_whoever_asks_when() {
    let mut zaak = geadviseerd();
    let home = &mut zaak.dossier.leerling.as_mut().expect("a child").adres;
    home.swv_po = Some(swv(ELDERS));
    let wet = wet_woonplaats("2026-04-13");
    let read = |asked: &str, on: &str| -> Vec<(&'static str, String, Option<String>)> {
        let turns = zaak.dossier.beurten_op(&wet, d(asked)).into_iter();
        let open = turns.filter(|beurt| beurt.is_open(d(on)) && beurt.onderwerp.is_some());
        open.map(|b| (b.zet.code(), b.van.to_string(), b.uiterlijk.map(|day| day.to_string()))).collect()
    };
    let (before, forward) = (read("2026-03-23", "2026-04-12"), "2026-04-13".to_owned());
    assert_eq!(before.iter().map(|turn| turn.0).collect::<Vec<_>>(), ["besluit_nemen"]);
    let from_then_on = [("aanvraag_doorsturen", forward.clone(), Some(forward))];
    for asked in ["2026-03-23", "2026-04-12", "2026-04-13", "2026-05-01"] {
        assert_eq!(read(asked, "2026-04-12"), before, "asked on {asked}");
        assert_eq!(read(asked, "2026-04-13"), from_then_on, "asked on {asked}");
        assert_eq!(read(asked, "2026-05-01"), from_then_on, "asked on {asked}: it was due on the first day");
    }
}

#[test]
fn a_law_that_begins_and_says_the_same_cuts_no_turn() {
    let zaak = naar_elders();
    let turns = |wet: &recht::Wet| zaak.dossier.beurten_op(wet, zaak.vandaag);
    // The child is at a school of the partnership of which its home is, as it was.
    let mut home = zaak.clone();
    let adres = &mut home.dossier.leerling.as_mut().expect("a child").adres;
    adres.swv_po = Some(swv(ELDERS));
    let later = wet_woonplaats("2026-04-13");
    assert_eq!(home.dossier.beurten_op(&later, zaak.vandaag), turns(zaak.ctx().wet));
}

#[test]
fn a_partnership_that_decides_no_more_asks_no_expert_and_no_supplement() {
    let mut zaak = naar_elders();
    zaak.als(loket(SWV_PO));
    zaak.weigert(toewijzing("p-raaf", Discipline::Arts)).met("ander_swv_bevoegd");
    zaak.weigert(vraag_aanvulling("2026-04-06")).met("ander_swv_bevoegd");
}

#[test]
fn lists_tell_who_forwarded_a_request_what_stood_when_it_left() {
    let mut zaak = doorgezonden();
    zaak.op("2026-03-24").als(loket(ELDERS)).doe(vraag_aanvulling("2026-04-06"));
    let (betrokken, matrix) = (zaak.dossier.betrokkenen(), matrix());
    let zaken: Vec<_> = zaak.dossier.onderwerpen().collect();
    let all = matrix.zichten(&betrokken, &zaken, zaak.vandaag);
    let fase = |who: dossier::Actor| {
        let blik = matrix.blik(who.rol).expect("a list");
        let own = |zicht: &&dossier::toegang::Zicht<'_>| zicht.blik == blik && *zicht.wie == blik.wie(&who);
        let zicht = all.iter().find(own).expect("a sight");
        let kijker = Kijker { actor: who, groep: String::new() };
        let recht = matrix.leesrecht(&kijker, &zaak.dossier, &betrokken, zaak.vandaag);
        // What a list tells is what the page of the same reader tells.
        let page = zaak.dossier.voor(&recht).aanvraag(1).map(dossier::staat::TlvAanvraag::fase);
        assert_eq!(zicht.dossier(&zaak.dossier).aanvraag(1).map(dossier::staat::TlvAanvraag::fase), page);
        page
    };
    assert_eq!(fase(loket(SWV_PO)), Some(TlvFase::Aangevraagd));
    assert_eq!(fase(loket(ELDERS)), Some(TlvFase::WachtOpAanvulling));
}

#[test]
fn a_partnership_that_forwarded_a_request_reads_nothing_that_comes_after() {
    let mut zaak = doorgezonden();
    zaak.als(loket(ELDERS)).doe(toewijzing("p-raaf", Discipline::Arts));
    let before = zaak.tijdlijn_van(loket(SWV_PO)).join(" ");
    assert!(before.contains("doorgestuurd naar PO9904"), "{before}");
    assert!(!before.contains("arts"), "{before}");
    let now = zaak.tijdlijn_van(loket(ELDERS)).join(" ");
    assert!(now.contains("arts") && now.contains("doorgestuurd"), "{now}");
    let can = |actor| {
        let kijker = Kijker { actor, groep: String::new() };
        let betrokken = zaak.dossier.betrokkenen();
        matrix().mag(&kijker, &betrokken, "wijs_deskundige_toe", zaak.vandaag).toegestaan
    };
    assert!(can(loket(ELDERS)) && !can(loket(SWV_PO)));
    assert!(zaak.tijdlijn_van(ouder()).join(" ").contains("doorgestuurd"));
}

#[test]
fn whether_a_supplement_is_enough_is_said_and_it_is_not_asked_for_twice() {
    let mut zaak = aangevuld();
    let turns: Vec<&str> = zaak.aan_zet().into_iter().map(|(zet, _)| zet).collect();
    assert!(turns.contains(&"aanvulling_beoordelen"), "{turns:?}");
    zaak.als(loket(SWV_PO))
        .weigert(BeoordeelAanvulling { toelichting: String::new(), ..genoeg(false) })
        .veld("toelichting");
    let again = VraagAanvulling { tot_en_met: d("2026-03-26"), ..vraag_aanvulling("2026-03-16") };
    zaak.weigert(again.clone()).veld("wat").op_grond_van("art. 4:5 lid 1 Awb");
    zaak.doe(genoeg(true));
    assert!(!zaak.aan_zet().iter().any(|(zet, _)| *zet == "aanvulling_beoordelen"));
    zaak.weigert(genoeg(false)).met("niets_te_beoordelen");
    // Something else can still be asked; and what was not needed any more may be asked after all.
    assert!(zaak.vraag(vraag_aanvulling("2026-03-26")).is_ok());
    let mut dropped = aangevraagd();
    dropped.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    dropped.doe(LaatAanvullingVervallen { aanvraag: 1, waarom: "Toch niet.".into() });
    assert!(dropped.vraag(again).is_ok());
}

#[test]
fn a_request_is_left_only_after_the_chance_to_add_and_while_it_is_not_enough() {
    let head = || besluitnemer(SWV_PO);
    let act = || niet_behandelen("Er is te weinig.");
    let article = "art. 4:5 lid 1 Awb";
    aangevraagd().als(head()).weigert(act()).met("niets_gevraagd").op_grond_van(article);
    let mut waits = aangevraagd();
    waits.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16")).als(head());
    waits.op("2026-03-16").weigert(act()).met("nog_tijd").op_grond_van(article);
    assert!(waits.op("2026-03-17").vraag(act()).is_ok(), "the first day after it");
    let mut came = aangevuld();
    came.als(head()).weigert(act()).met("niet_beoordeeld").op_grond_van(article);
    let mut enough = came.clone();
    enough.als(loket(SWV_PO)).doe(genoeg(true)).als(head()).weigert(act()).met("genoeg");
    came.als(loket(SWV_PO)).doe(genoeg(false)).als(head());
    came.op("2026-03-16").weigert(act()).met("nog_tijd").op_grond_van(article);
    assert!(came.op("2026-03-17").vraag(act()).is_ok(), "the time that was given is over");
}

#[test]
fn what_was_not_enough_within_its_time_is_added_to_and_the_clock_stood_still_all_the_while() {
    let more = || OntvangAanvulling {
        aanvraag: 1,
        op: d("2026-03-16"),
        antwoorden: Vec::new(),
        bijlagen: vec![bijlage("inzet_tot_nu_toe")],
    };
    let mut zaak = aangevuld();
    zaak.als(loket(SWV_PO)).doe(genoeg(false)).dan_staat(&[("aanvraag-1", "tlv_wacht_op_aanvulling")]);
    assert!(zaak.aanvraag().termijn.clone().expect("a term").uitkomst.opgeschort_nu);
    assert!(zaak.aan_zet().iter().any(|(zet, _)| *zet == "aanvulling_geven"), "the school can add");
    zaak.op("2026-03-16").als(ib(WATERJUFFER)).doe(more());
    let mut at_once = aangevraagd();
    at_once.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16")).op("2026-03-16");
    at_once.als(ib(WATERJUFFER)).doe(more());
    let last = |zaak: &Zaak| zaak.aanvraag().termijn.clone().expect("a term").uitkomst.uiterlijk;
    assert_eq!(last(&zaak), last(&at_once), "the request was completed on 16 March and not before");
    // Of what came anew it is said anew whether it is enough; after the time for it nothing opens again.
    zaak.op("2026-03-17")
        .als(besluitnemer(SWV_PO))
        .weigert(niet_behandelen("Te weinig."))
        .met("niet_beoordeeld");
    zaak.als(loket(SWV_PO)).doe(genoeg(false)).dan_staat(&[("aanvraag-1", "tlv_aangevraagd")]);
    zaak.als(besluitnemer(SWV_PO));
    assert!(zaak.vraag(niet_behandelen("Er is te weinig.")).is_ok());
}

#[test]
fn what_the_first_partnership_asked_is_not_asked_by_the_second() {
    let mut zaak = aangevuld();
    zaak.als(loket(SWV_PO)).doe(genoeg(false)).op("2026-03-23");
    verhuist(&mut zaak, "2026-03-23");
    zaak.als(loket(SWV_PO)).doe(door());
    zaak.als(besluitnemer(ELDERS)).weigert(niet_behandelen("Er is te weinig.")).met("niets_gevraagd");
    zaak.als(loket(ELDERS));
    assert!(!zaak.aan_zet().iter().any(|(zet, _)| *zet == "aanvulling_beoordelen"));
    assert!(zaak.vraag(vraag_aanvulling("2026-04-06")).is_ok(), "it asks the same for itself");
}

#[test]
fn that_a_request_is_not_dealt_with_is_known_within_four_weeks() {
    let act = || niet_behandelen("Er kwam niets.");
    // Nothing came by Monday 16 March; what came on Thursday 12 March was not enough by then.
    let mut came = aangevuld();
    came.als(loket(SWV_PO)).doe(genoeg(false));
    for (mut zaak, last, late) in
        [(niets_gekomen(), "2026-04-13", "2026-04-14"), (came, "2026-04-13", "2026-04-14")]
    {
        zaak.als(besluitnemer(SWV_PO)).op(last);
        assert!(zaak.vraag(act()).is_ok(), "{last}");
        zaak.op(late).weigert(act()).met("te_laat").op_grond_van("art. 4:5 lid 4 Awb");
    }
}

#[test]
fn a_request_that_is_not_dealt_with_ends_with_an_objection_and_a_turn_of_the_school() {
    let mut zaak = niet_behandeld();
    zaak.dan_staat(&[("aanvraag-1", "tlv_buiten_behandeling")]);
    assert_eq!(zaak.brieven_gevraagd(), ["tlv_buiten_behandeling"]);
    let ended = zaak.aanvraag().buiten_behandeling.clone().expect("a decision");
    assert_eq!(ended.bekend.bezwaar_uiterlijk.uitkomst, d("2026-04-28"));
    zaak.dan_is_aan_zet(&[("vervolg_bepalen", "ib", "school/99AA00", "2026-04-28")]);
    assert!(TlvFase::BuitenBehandeling.is_afgelopen());
    let told = zaak.tijdlijn_van(ouder()).join(" ");
    assert!(told.contains("niet behandeld") && told.contains("geen advies mogelijk"), "{told}");
    zaak.als(besluitnemer(SWV_PO)).weigert(verleen()).met("verkeerde_fase");
    zaak.als(ib(WATERJUFFER));
    assert!(zaak.vraag(crate::gegeven::start(dossier::soort::TlvSoort::So)).is_ok(), "it can be asked anew");
}
