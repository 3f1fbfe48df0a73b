//! The policy of a samenwerkingsverband, by its director and nobody else.

use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use app::organisaties::NieuwBeleid;
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

#[tokio::test]
async fn a_clash_takes_over_what_was_not_touched_and_shows_both_of_what_was() {
    let programma = Programma::start().await;
    let mut browser = director(&programma).await;
    let mut first = SIX_WEEKS;
    first[2].1 = "ja";
    browser.post("/beleid", &first).await;
    let late = [
        ("versie", "0"),
        ("tlv_beslistermijn_weken", "5"),
        ("onafhankelijke_deskundigen", "nee"),
        ("telefoon_loket", "036 000 00 00"),
        ("vraag_2", "Is de tolk geregeld?"),
        ("voor_2_so", "ja"),
        ("waarom", "Sneller."),
    ];
    let page = browser.post("/beleid", &late).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.body);
    page.assert_says("Hier stelde iemand anders net vast: &#39;6&#39;. U typte wat hier staat.");
    page.assert_says("name=\"tlv_beslistermijn_weken\" value=\"5\"");
    page.assert_says("036 000 00 00");
    page.assert_says("Is de tolk geregeld?");
    // Nobody touched these: the form has them as they are now, and sending it again undoes nothing.
    page.assert_says("Is de zwemles geregeld?");
    page.assert_says("value=\"swv_vraag_1\"");
    let independent = page.body.split("name=\"onafhankelijke_deskundigen\"").nth(1).unwrap();
    assert!(independent.split('>').next().unwrap().contains("checked"), "yes, as it is now: {independent}");
}

#[tokio::test]
async fn a_question_never_gets_the_code_of_one_that_lapsed() {
    let programma = Programma::start().await;
    let mut browser = director(&programma).await;
    browser.post("/beleid", &SIX_WEEKS).await;
    let mut next = SIX_WEEKS.to_vec();
    next[0].1 = "1";
    next[3].1 = "Kreeg het kind jeugdhulp?";
    next.push(("code_1", "swv_vraag_1"));
    assert_eq!(browser.post("/beleid", &next).await.location(), "/beleid?na=vastgesteld");
    let beleid = programma.app.beleid(&"PO9901".parse().unwrap()).await.unwrap();
    assert_eq!(beleid.extra_vragen[0].id, "swv_vraag_2");
}

#[tokio::test]
async fn what_was_kept_before_another_version_says_that_it_stands_over_it() {
    let programma = Programma::start().await;
    let mut browser = director(&programma).await;
    let kept: Vec<(&str, &str)> = SIX_WEEKS.into_iter().chain([("bewaar", "ja")]).collect();
    assert_eq!(browser.post("/beleid", &kept).await.location(), "/beleid?na=bewaard");
    assert!(!browser.get("/beleid").await.body.contains("daaroverheen"));
    let swv: base::SwvCode = "PO9901".parse().unwrap();
    let other = NieuwBeleid {
        beleid: verband::Beleid { telefoon_loket: "036 000 00 00".to_owned(), ..verband::Beleid::default() },
        waarom: "Een ander nummer.".to_owned(),
        expected: 0,
        idempotency: None,
        drafts_done: Vec::new(),
    };
    let colleague = dossier::Actor {
        persoon: "directeur-twee".parse().unwrap(),
        rol: Rol::DirecteurSwv,
        organisatie: swv.organisatie(),
    };
    programma.app.stel_beleid_vast(&colleague, &swv, other, now()).await.unwrap();
    let page = browser.get("/beleid").await;
    page.assert_says("(Een ander nummer.). Wat u eerder bewaarde, staat hieronder daaroverheen");
}
