//! A file that is too large stops nothing else of its form.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;

use super::{PDF, Toneel, hidden};

/// A film of the sports day, by mistake.
const LARGE: usize = 40 * 1024 * 1024;

#[tokio::test]
async fn a_file_that_is_too_large_is_told_beside_its_field_and_everything_typed_is_there() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let ib = toneel.ib().await;
    let form = ib.get(&toneel.page()).await;
    let field = form.body.split("name=\"bijlage-").nth(1).unwrap().split('"').next().unwrap();
    let field = format!("bijlage-{field}");
    let own = hidden(&form);
    let mut typed: Vec<(&str, &str)> =
        own.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    typed.push(("ondersteuningsbehoefte", "Rust en een kleine groep."));
    let large = ib.upload(&toneel.page(), &typed, (&field, "sportdag.pdf", &vec![b' '; LARGE])).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", large.body);
    large.assert_says("sportdag.pdf: dit bestand is groter dan 15 MB");
    large.assert_says("Rust en een kleine groep.</textarea>");
    ib.upload(&toneel.page(), &[], (&field, "plan.pdf", PDF)).await.assert_leads_to(&toneel.page());
}

#[tokio::test]
async fn what_was_typed_before_a_form_was_too_large_comes_back() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(dossier::Rol::Loket).await;
    let long = "plan ".repeat(20_000);
    let typed = [("waarom", "Anders weten wij te weinig."), ("wat", long.as_str())];
    let page = loket.post(&toneel.below("aanvulling"), &typed).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    page.assert_says("Anders weten wij te weinig.</textarea>");
    page.assert_says("plan plan plan");
}
