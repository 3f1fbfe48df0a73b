//! A form that is sent after its session ended: its text comes back to whoever typed it, and to nobody else.

use axum::http::StatusCode;
use dossier::Rol;

use crate::hulp::{Antwoord, Browser, PASSWORD, Programma};

/// The name that was typed: it may stand on no page of somebody else.
const NAME: &str = "Zeekoet";
const FIELDS: [(&str, &str); 4] = [
    ("roepnaam", "Robin"),
    ("achternaam", NAME),
    ("concept", "/concept?formulier=aanmelden"),
    ("toelichting_ouders", "Hij houdt van rust & van water."),
];

async fn sign_in(browser: &mut Browser, who: &str, parcel: &[String]) -> Antwoord {
    let mut fields = vec![("e_mail", who), ("wachtwoord", PASSWORD), ("naar", "/aanmelden")];
    fields.extend(parcel.iter().map(|part| ("pakket", part.as_str())));
    browser.post("/inloggen", &fields).await
}

/// The sealed parts in a page.
fn parcel(page: &Antwoord) -> Vec<String> {
    let parts = page.body.split("name=\"pakket\" value=\"").skip(1);
    parts.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// A form that was sent after an hour and a half, and the page that answers it.
async fn sent_too_late(programma: &Programma) -> (Browser, Antwoord) {
    let mut browser = programma.signed_in("An Alk", Rol::Ib).await;
    assert_eq!(browser.get("/aanmelden").await.status, StatusCode::OK);
    programma.later(90);
    let page = browser.post("/aanmelden", &FIELDS).await;
    (browser, page)
}

#[tokio::test]
async fn whoever_signs_in_again_is_back_in_the_form_with_everything_typed() {
    let programma = Programma::start().await;
    let (mut browser, page) = sent_too_late(&programma).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", page.body);
    page.assert_says("Wat u typte is niet weg");
    assert!(!page.body.contains(NAME), "sealed: {}", page.body);
    let held = parcel(&page);
    assert!(!held.is_empty());
    // A wrong password loses nothing.
    let wrong = browser
        .post("/inloggen", &[("e_mail", "an.alk@school.example"), ("wachtwoord", "x"), ("pakket", &held[0])])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(parcel(&wrong), held[..1]);
    let back = sign_in(&mut browser, "an.alk@school.example", &held).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/aanmelden"));
    let form = browser.get("/aanmelden").await;
    form.assert_says("value=\"Zeekoet\"");
    form.assert_says("Hij houdt van rust &#38; van water.");
    form.assert_says("Het is nog niet vastgelegd.");
}

#[tokio::test]
async fn somebody_else_who_signs_in_there_gets_nothing_of_it() {
    let programma = Programma::start().await;
    programma.member("Bo Bergeend", "bo.bergeend@school.example", Rol::Ib).await;
    let (mut browser, page) = sent_too_late(&programma).await;
    let held = parcel(&page);
    let other = sign_in(&mut browser, "bo.bergeend@school.example", &held).await;
    assert_eq!((other.status, other.location()), (StatusCode::SEE_OTHER, "/"));
    let form = browser.get("/aanmelden").await;
    assert!(!form.body.contains(NAME), "{}", form.body);
}

#[tokio::test]
async fn nothing_is_held_after_signing_out_nor_for_whoever_never_signed_in() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Cis Ceder", Rol::Ib).await;
    let cookie = browser.cookie.clone();
    browser.post("/uitloggen", &[]).await;
    browser.cookie = cookie;
    for mut browser in [browser, programma.browser()] {
        let page = browser.post("/aanmelden", &FIELDS).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/inloggen"), "{}", page.body);
    }
}

#[tokio::test]
async fn a_parcel_opens_for_an_hour_and_a_changed_one_never() {
    let programma = Programma::start().await;
    let (mut browser, page) = sent_too_late(&programma).await;
    let held = parcel(&page);
    let mut changed = held.clone();
    changed[0].replace_range(60..62, if &held[0][60..62] == "00" { "01" } else { "00" });
    let back = sign_in(&mut browser, "an.alk@school.example", &changed).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/"));
    programma.later(61);
    let late = sign_in(&mut browser, "an.alk@school.example", &held).await;
    assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, "/"));
    assert!(!browser.get("/aanmelden").await.body.contains(NAME));
}

/// The form, sent too late to an address that shows no page, from a page that the browser names.
async fn sent_from(browser: &mut Browser, referer: &str) -> Antwoord {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(FIELDS).finish();
    let request = axum::http::Request::post("/register/2026-00001/intrekken")
        .header("host", "leerrecht.example")
        .header("origin", "https://leerrecht.example")
        .header("referer", referer)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(body));
    browser.send(request.unwrap()).await
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site_whatever_the_parcel_says() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("An Alk", Rol::Ib).await;
    programma.later(90);
    let page = sent_from(&mut browser, "https://leerrecht.example//evil.example/x").await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", page.body);
    let back = sign_in(&mut browser, "an.alk@school.example", &parcel(&page)).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/"));
}

#[tokio::test]
async fn a_part_of_a_page_leads_back_to_the_page_on_which_it_stands() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("An Alk", Rol::Ib).await;
    programma.later(90);
    let page = sent_from(&mut browser, "https://leerrecht.example/aanmelden").await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", page.body);
    let back = sign_in(&mut browser, "an.alk@school.example", &parcel(&page)).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/aanmelden"));
    browser.get("/aanmelden").await.assert_says("value=\"Zeekoet\"");
}

#[tokio::test]
async fn a_form_without_a_draft_is_not_held() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Dot Duin", Rol::Ib).await;
    programma.later(90);
    let page = browser.post("/kind/2026-000001/gegevens/nummer", &[("pgn", "111222333")]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/inloggen"), "{}", page.body);
}

#[tokio::test]
async fn whoever_was_away_too_long_is_asked_to_sign_in_in_their_own_language() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Eef Eend", Rol::Ib).await;
    browser.post("/mijn/taal", &[("taal", "en")]).await;
    programma.later(90);
    let page = browser.post("/aanmelden", &FIELDS).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    page.assert_says("<html lang=\"en\">");
    page.assert_says("What you typed is not lost");
    assert!(!page.body.contains("action=\"/mijn/taal\""), "a choice would lose what was typed");
    browser.get("/inloggen").await.assert_says("<h1>Sign in</h1>");
}

#[tokio::test]
async fn nobody_signed_in_reads_as_chosen_or_as_the_browser_asks() {
    let programma = Programma::start().await;
    let mut browser = programma.browser();
    let ask = |language: &str| {
        axum::http::Request::get("/code")
            .header("accept", "text/html")
            .header("accept-language", language)
            .body(axum::body::Body::empty())
            .unwrap()
    };
    let page = browser.send(ask("uk,en-GB;q=0.8,nl;q=0.5")).await;
    page.assert_says("<h1>To the page of your child</h1>");
    page.assert_says("name=\"terug\" value=\"/code\"");
    browser.send(ask("fr")).await.assert_says("<h1>Naar de pagina van uw kind</h1>");
    let refused = browser.post("/code", &[("code", "x")]).await;
    refused.assert_says("Vul de geboortedatum van uw kind in.");
    let chosen = browser.post("/mijn/taal", &[("taal", "en"), ("terug", "/inloggen?naar=%2Fcode")]).await;
    assert_eq!(chosen.location(), "/inloggen?naar=%2Fcode");
    let refused = browser.post("/code", &[("code", "x")]).await;
    refused.assert_says("Fill in the date of birth of your child.");
    refused.assert_says("This is not right: this is not a code from the letter.");
    let wrong = browser.post("/inloggen", &[("e_mail", "niemand@school.example"), ("wachtwoord", "x")]).await;
    wrong.assert_says("the e-mail address or the password is not right");
}

/// What the form says of whoever opened it.
fn mark(page: &Antwoord) -> String {
    let after = page.body.split("name=\"merk\" value=\"").nth(1).expect("a mark");
    after.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_form_whose_session_was_ended_in_another_tab_comes_back_to_whoever_opened_it_alone() {
    let programma = Programma::start().await;
    programma.member("Bo Bergeend", "bo.bergeend@school.example", Rol::Ib).await;
    let mut browser = programma.signed_in("Eef Els", Rol::Ib).await;
    let mark = mark(&browser.get("/aanmelden").await);
    browser.post("/uitloggen", &[]).await;
    let typed: Vec<(&str, &str)> = FIELDS.into_iter().chain([("merk", mark.as_str())]).collect();
    let page = browser.post("/aanmelden", &typed).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", page.body);
    assert!(!page.body.contains(NAME), "sealed: {}", page.body);
    let held = parcel(&page);
    let other = sign_in(&mut browser, "bo.bergeend@school.example", &held).await;
    assert_eq!((other.status, other.location()), (StatusCode::SEE_OTHER, "/"));
    assert!(!browser.get("/aanmelden").await.body.contains(NAME));
    browser.post("/uitloggen", &[]).await;
    let back = sign_in(&mut browser, "eef.els@school.example", &held).await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/aanmelden"));
    browser.get("/aanmelden").await.assert_says("value=\"Zeekoet\"");
}

#[tokio::test]
async fn the_script_hears_that_the_session_ended() {
    let programma = Programma::start().await;
    let mut browser = programma.browser();
    let request = axum::http::Request::post("/concept?formulier=aanmelden")
        .header("host", "leerrecht.example")
        .header("origin", "https://leerrecht.example")
        .header("sec-fetch-site", "same-origin")
        .header("accept", "application/json")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("veld=roepnaam&versie=0&waarde=Robin"))
        .unwrap();
    let answer = browser.send(request).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", answer.body);
    assert!(answer.body.contains("niet_ingelogd"), "{}", answer.body);
}
