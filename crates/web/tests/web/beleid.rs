//! The policy of a samenwerkingsverband, by its director and nobody else.

use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use axum::http::StatusCode;
use dossier::Rol;

use crate::hulp::{Browser, PASSWORD, Programma, now, role};

const E_MAIL: &str = "directeur@swv.example";

async fn director(programma: &Programma) -> Browser {
    let rol = NieuweRol { organisatie: "swv/PO9901".parse().unwrap(), ..role(Rol::DirecteurSwv) };
    let nieuw = NieuwAccount { naam: "R. Roerdomp".to_owned(), e_mail: E_MAIL.to_owned(), rol };
    let made = programma.app.create_account(Beheer::Machine, &nieuw, now()).await.unwrap();
    let chosen = programma.app.open_link(made.link.expose(), now()).await.unwrap().choose(PASSWORD).unwrap();
    programma.app.activate(chosen, now()).await.unwrap();
    let mut browser = programma.browser();
    let page = browser.post("/inloggen", &[("e_mail", E_MAIL), ("wachtwoord", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    browser
}

const SIX_WEEKS: [(&str, &str); 6] = [
    ("versie", "0"),
    ("tlv_beslistermijn_weken", "6"),
    ("onafhankelijke_deskundigen", "nee"),
    ("vraag_1", "Is de zwemles geregeld?"),
    ("voor_1_so", "ja"),
    ("waarom", "De ondersteuningsplanraad stemde in."),
];

#[tokio::test]
async fn the_director_settles_the_policy_and_sees_every_version() {
    let programma = Programma::start().await;
    let mut browser = director(&programma).await;
    let page = browser.get("/beleid").await;
    page.assert_says("Er is nog niets vastgesteld: alleen de wet geldt.");
    assert_eq!(browser.post("/beleid", &SIX_WEEKS).await.location(), "/beleid?na=vastgesteld");
    let page = browser.get("/beleid?na=vastgesteld").await;
    page.assert_says("Het beleid is vastgesteld.");
    page.assert_says("value=\"6\"");
    page.assert_says("Is de zwemles geregeld?");
    page.assert_says("De ondersteuningsplanraad stemde in.");
    let beleid = programma.app.beleid(&"PO9901".parse().unwrap()).await.unwrap();
    assert_eq!(beleid.tlv_beslistermijn_weken, Some(6));
    assert!(!beleid.onafhankelijke_deskundigen);
    assert_eq!(beleid.extra_vragen[0].id, "swv_vraag_1");
    // The same form once more is the same request.
    assert_eq!(browser.post("/beleid", &SIX_WEEKS).await.location(), "/beleid?na=vastgesteld");
    assert_eq!(programma.app.beleid_stand(&"PO9901".parse().unwrap()).await.unwrap(), 1);
    // Another on what was there before: somebody (this director) was first, and nothing typed is lost.
    let mut late = SIX_WEEKS.to_vec();
    late[1].1 = "5";
    let again = browser.post("/beleid", &late).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.body);
    again.assert_says("Iemand anders stelde net een andere versie vast.");
    again.assert_says("Nieuw is: ");
    again.assert_says("De ondersteuningsplanraad stemde in.");
    again.assert_says("Is de zwemles geregeld?");
    again.assert_says("name=\"versie\" value=\"1\"");
    assert_eq!(programma.app.beleid_stand(&"PO9901".parse().unwrap()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_policy_form_of_somebody_else_or_without_its_version_settles_nothing() {
    let programma = Programma::start().await;
    let mut browser = director(&programma).await;
    let without: Vec<(&str, &str)> = SIX_WEEKS.into_iter().skip(1).collect();
    let page = browser.post("/beleid", &without).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST, "{}", page.body);
    let taken: Vec<(&str, &str)> = SIX_WEEKS.into_iter().chain([("merk", "0000000000000000")]).collect();
    assert_eq!(browser.post("/beleid", &taken).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(programma.app.beleid_stand(&"PO9901".parse().unwrap()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_policy_against_the_law_is_refused_beside_its_field() {
    let programma = Programma::start().await;
    let mut browser = director(&programma).await;
    for (veld, waarde, says) in [
        ("tlv_beslistermijn_weken", "20", "20 weken is langer dan de wettelijke termijn van 8 weken"),
        ("tlv_beslistermijn_weken", "zes", "is geen heel aantal weken, zoals 6."),
        ("accentkleur", "blauw", "is geen kleur van de vorm #0b5a6f"),
        ("voor_1_so", "", "Kies hieronder voor welke aanvragen de vraag geldt."),
        ("waarom", "", "Schrijf op waarom het beleid verandert."),
    ] {
        let mut fields = SIX_WEEKS.to_vec();
        fields.retain(|(naam, _)| *naam != veld);
        fields.push((veld, waarde));
        let page = browser.post("/beleid", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{veld}");
        page.assert_says(says);
        page.assert_says("Is de zwemles geregeld?");
    }
    assert_eq!(programma.app.beleid_stand(&"PO9901".parse().unwrap()).await.unwrap(), 0);
}

#[tokio::test]
async fn nobody_else_sees_or_settles_it() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Juf Merel", Rol::Ib).await;
    assert_eq!(browser.get("/beleid").await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post("/beleid", &SIX_WEEKS).await.status, StatusCode::FORBIDDEN);
}
