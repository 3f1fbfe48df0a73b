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
