//! Parents hand in on their own page what was asked: the school gets the turn to look at it, and no clock runs by it.

use dossier::Rol;
use dossier::aanmelding::inleveren::LeverInformatieIn;
use dossier::aanmelding::opdracht::OntvangInformatie;
use dossier::gebeurtenis::Gebeurtenis;
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::soort::Inleverwijze;
use dossier::tlv::feiten::Bijlage;
use dossier::tlv::inleveren::LeverAanvullingIn;

use crate::gegeven::{
    SWV_PO, WATERJUFFER, aangemeld, aangevraagd, d, ib, loket, ouder, vraag_aanvulling, vraag_informatie,
};

/// What a parent hands in on the own page, in the first registration.
pub(crate) fn hier(woorden: &str) -> LeverInformatieIn {
    LeverInformatieIn {
        aanmelding: 1,
        wijze: Inleverwijze::Hier,
        woorden: woorden.into(),
        bijlagen: Vec::new(),
    }
}

/// The same for a supplement of the first request.
pub(crate) fn voor_aanvulling(woorden: &str) -> LeverAanvullingIn {
    let LeverInformatieIn { wijze, woorden, bijlagen, .. } = hier(woorden);
    LeverAanvullingIn { aanvraag: 1, wijze, woorden, bijlagen }
}

#[test]
fn what_parents_hand_in_gives_the_school_the_turn_and_ends_no_clock() {
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-16")).als(ouder()).op("2026-03-05").doe(hier("Zie het verslag."));
    let open = |zaak: &crate::gegeven::Zaak| {
        let open = zaak.dossier.beurten().into_iter().filter(|beurt| beurt.is_open(zaak.vandaag));
        open.map(|beurt| beurt.zet.code()).collect::<Vec<_>>()
    };
    assert!(open(&zaak).contains(&"informatie_verwerken"), "{:?}", open(&zaak));
    assert!(!open(&zaak).contains(&"informatie_geven"));
    // The family is not told that it still has to give something.
    let told = zaak.dossier.zaken.verlopen("Sam", zaak.vandaag).into_iter().map(|(_, told)| told.wat);
    let looks = sleutels::mijn::AanmeldingWachtIngeleverd { school: "De Waterjuffer" }.tekst();
    assert_eq!(told.collect::<Vec<_>>(), [looks]);
    let aanmelding = zaak.dossier.aanmelding(1).unwrap();
    assert!(aanmelding.wacht_op(zaak.vandaag).is_some(), "the school has not looked at it");
    assert_eq!(aanmelding.termijn.uitkomst.uiterlijk, None);
    // Not enough: the parents have their turn again.
    zaak.als(ib(WATERJUFFER)).doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-05"),
        compleet: false,
        nog_nodig: "De laatste bladzijde.".into(),
    });
    assert!(open(&zaak).contains(&"informatie_geven"));
    assert!(!open(&zaak).contains(&"informatie_verwerken"));
}

/// Given a parent who hands in again and again for one question; then documents and bytes together have an end, for this parent and question alone.
#[test]
fn what_one_parent_hands_in_for_one_question_has_an_end() {
    let document = |nr: u64, lengte: u64| Bijlage {
        vraag: String::new(),
        naam: format!("blad {nr}.pdf"),
        soort: "application/pdf".into(),
        blob: format!("blob-{nr}"),
        vingerafdruk: "0".repeat(64),
        lengte,
    };
    let with = |count: u64, lengte: u64| LeverInformatieIn {
        bijlagen: (0..count).map(|nr| document(nr, lengte)).collect(),
        ..hier("Zie de bladen.")
    };
    let (most, bytes) = verband::grenzen::MEESTE_INGELEVERD;
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-16")).als(ouder());
    zaak.weigert(with(most + 1, 1)).met("te_veel_ingeleverd");
    zaak.weigert(with(2, bytes / 2 + 1)).met("te_veel_ingeleverd");
    zaak.doe(with(most, 1));
    zaak.weigert(with(1, 1)).met("te_veel_ingeleverd");
    // Words still come, and a new question has its own room.
    zaak.doe(hier("Meer heb ik niet."));
    zaak.als(ib(WATERJUFFER)).doe(OntvangInformatie {
        aanmelding: 1,
        op: d("2026-03-02"),
        compleet: true,
        nog_nodig: String::new(),
    });
    zaak.doe(vraag_informatie("2026-03-16")).als(ouder()).doe(with(most, 1));
    // The same for a supplement of a request.
    let mut request = aangevraagd();
    request.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    let LeverInformatieIn { bijlagen, .. } = with(most + 1, 1);
    let heap = LeverAanvullingIn { bijlagen, ..voor_aanvulling("Zie de bladen.") };
    request.als(ouder()).weigert(heap).met("te_veel_ingeleverd");
}

#[test]
fn what_comes_on_paper_is_still_to_come() {
    let mut zaak = aangemeld();
    let paper = LeverInformatieIn { wijze: Inleverwijze::Papier, ..hier("") };
    zaak.doe(vraag_informatie("2026-03-16")).als(ouder()).doe(paper);
    let open: Vec<_> = zaak.dossier.beurten().into_iter().filter(|b| b.is_open(zaak.vandaag)).collect();
    for code in ["informatie_geven", "informatie_verwerken"] {
        assert!(open.iter().any(|beurt| beurt.zet.code() == code), "{code}");
    }
}

#[test]
fn nothing_is_handed_in_without_contents_for_another_or_where_nothing_is_asked() {
    let mut zaak = aangemeld();
    zaak.als(ouder()).weigert(hier("Zie het verslag."));
    zaak.als(ib(WATERJUFFER)).doe(vraag_informatie("2026-03-16"));
    zaak.weigert(hier("Zie het verslag."));
    zaak.als(ouder()).weigert(hier(" ")).veld("woorden");
}

#[test]
fn what_one_parent_hands_in_is_closed_to_one_from_whom_places_are_secret() {
    let mut zaak = aangemeld();
    zaak.doe(vraag_informatie("2026-03-16")).als(ouder()).doe(hier("Wij wonen nu in Verweghem."));
    let handed = zaak.dossier.feiten.last().unwrap().clone();
    let Some(Gebeurtenis::InformatieIngeleverd(given)) = handed.gebeurtenis() else { panic!() };
    let lezers = dossier::kaart::Kaart::lezers(&**given);
    assert_eq!(lezers, dossier::kaart::Lezers::Ingeleverd(1));
    assert_eq!(ouder().rol, Rol::Ouder);
    // Who is kept from the places of the child by name hands nothing in on this page.
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![1], bron: "Beschikking.".into() };
    zaak.als(ib(WATERJUFFER)).doe(secret).als(ouder()).weigert(hier("Nog iets."));
}

#[test]
fn the_partnership_reads_nothing_that_parents_handed_in_at_the_school() {
    let mut zaak = aangevraagd();
    zaak.als(loket(SWV_PO)).doe(vraag_aanvulling("2026-03-16"));
    let before = zaak.dossier.aanvraag(1).unwrap().termijn.clone();
    zaak.als(ouder()).doe(voor_aanvulling("Hier is het verslag."));
    assert_eq!(zaak.dossier.aanvraag(1).unwrap().termijn, before);
    let fact = zaak.dossier.feiten.last().unwrap();
    assert_eq!(fact.holder, zaak.dossier.aanvraag(1).unwrap().vestiging.organisatie());
}
