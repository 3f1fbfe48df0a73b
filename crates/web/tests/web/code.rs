//! The code from the letter.

use axum::http::StatusCode;
use dossier::Rol;

use crate::hulp::{PASSWORD, Programma};

#[tokio::test]
async fn a_parent_without_a_right_code_keeps_what_was_typed() {
    let programma = Programma::start().await;
    let mut browser = programma.browser();
    let empty = browser.post("/code", &[("naam", "A. IJsvogel")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["code", "geboortedatum", "e_mail", "wachtwoord"] {
        empty.assert_says(&format!("<a href=\"#veld-{field}\">"));
    }
    empty.assert_says("value=\"A. IJsvogel\"");
    let fields = [
        ("code", "K7QM-2XPA-9DRT-HW4C"),
        ("geboortedatum", "13-7-2017"),
        ("naam", "A. IJsvogel"),
        ("e_mail", "a.ijsvogel@thuis.example"),
        ("wachtwoord", PASSWORD),
        ("nogmaals", PASSWORD),
    ];
    let unknown = browser.post("/code", &fields).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    unknown.assert_says("value=\"K7QM-2XPA-9DRT-HW4C\"");
    assert!(!unknown.body.contains(PASSWORD));
}

#[tokio::test]
async fn somebody_who_is_signed_in_needs_no_second_account() {
    let programma = Programma::start().await;
    let page = programma.signed_in("Juf Merel", Rol::Ib).await.get("/code").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("U gebruikt het account waarmee u nu bent ingelogd.");
    assert!(!page.body.contains("name=\"wachtwoord\""));
}

/// Given somebody who cannot sign in; then the page says apart what a parent does and what who works with files does, and each page of
/// a code leads to the other.
#[tokio::test]
async fn who_cannot_sign_in_reads_what_is_for_them() {
    let programma = Programma::start().await;
    let mut browser = programma.browser();
    let page = browser.get("/inloggen").await;
    let place = |words: &str| page.body.find(words).unwrap_or_else(|| panic!("{words}: {}", page.body));
    let (parents, work) =
        (place("<h2>Bent u ouder of leerling?</h2>"), place("<h2>Werkt u met dossiers?</h2>"));
    for words in ["href=\"/code\"", "href=\"/code/wachtwoord\"", "om een nieuwe code"] {
        assert!((parents..work).contains(&place(words)), "{words}");
    }
    assert!(place("Vraag de beheerder van uw organisatie") > work);
    browser.get("/code").await.assert_says("href=\"/code/wachtwoord\"");
    browser.get("/code/wachtwoord").await.assert_says("href=\"/code\"");
}
