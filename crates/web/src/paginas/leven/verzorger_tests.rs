//! A carer of the child: who has authority says on the own page what they read, the school invites, and they read no more than that.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::soort::Verzorgerslezing;

use super::leerling_tests::in_with_code;
use super::tests::Toneel;

/// A carer whom the school adds, by number in the file.
async fn carer(toneel: &Toneel) -> u32 {
    let fields = [
        ("naam", "de heer P. Pelikaan"),
        ("relatie", "pleegouder"),
        ("van", "1-11-2026"),
        ("brondocument", "besluit van de rechter"),
    ];
    toneel.done("gegevens/persoon", &fields, "De persoon is toegevoegd.").await;
    toneel.dossier().await.personen.last().unwrap().nr
}

#[tokio::test]
async fn a_parent_allows_a_carer_to_read_and_the_carer_comes_to_a_page_of_their_own() {
    // Given a carer, and a parent with a page.
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let nr = carer(&toneel).await;
    let kijker = toneel.proef().kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let parent = toneel.proef().browser(&kijker).await;
    let invite = format!("persoon/{nr}/uitnodigen");
    toneel
        .ib
        .get(&format!("/kind/{}/{invite}", toneel.nummer))
        .await
        .assert_says("zei nog niet wat deze pleegouder");
    // When the parent says what the carer may read.
    let own = format!("/mijn/{}", toneel.nummer);
    parent.get(&own).await.assert_says("Wat mag de heer P. Pelikaan lezen?");
    let form = format!("{own}/verzorger/{nr}");
    parent.get(&form).await.assert_says("Medische gegevens, aanvragen en besluiten");
    parent.fill(&form, &[("wat", "")]).await.assert_refused();
    parent.fill(&form, &[("wat", "aanmelding")]).await.assert_leads_to(&format!("{own}?na=lezing"));
    let said = toneel.dossier().await.persoon(nr).unwrap().lezing.clone();
    assert_eq!(said.first().map(|(_, said)| said.wat), Some(Verzorgerslezing::Aanmelding));
    // Then the school invites, and the carer reads of the registration and is offered what is theirs to do.
    let made = toneel.fill(&invite, &[("geldig_tot_en_met", "20-12-2026")]).await;
    made.assert_says("Deze code staat alleen nu op uw scherm.");
    let code = made.body.split("name=\"code\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let browser = in_with_code(&toneel, code, "p.pelikaan@thuis.example").await;
    browser.get("/mijn").await.assert_leads_to(&own);
    let page = browser.get(&own).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    // Who cares for the child is called no parent, on the own page and in the timeline.
    page.assert_says("ouder of verzorger");
    let line = browser.get(&format!("/kind/{}/tijdlijn", toneel.nummer)).await;
    line.assert_says("de heer P. Pelikaan, pleegouder");
    page.assert_says("Aanmelden bij een school");
    page.assert_silent_on("Hoe krijgt u besluiten");
    page.assert_silent_on("Wat mag de heer P. Pelikaan lezen?");
    // Taken back, the page is closed.
    parent.fill(&form, &[("wat", "niets")]).await.assert_leads_to(&format!("{own}?na=lezing"));
    assert_ne!(browser.get(&own).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_school_records_what_a_parent_without_a_page_allows() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let nr = carer(&toneel).await;
    toneel.page().await.assert_says("Wat deze persoon mag lezen");
    let pad = format!("persoon/{nr}/lezing");
    let fields = [("wat", "ook_plan"), ("van", "1"), ("blijkt", "")];
    toneel.fill(&pad, &fields).await.assert_refused();
    let fields = [("wat", "ook_plan"), ("van", "1"), ("blijkt", "brief van de moeder")];
    toneel.done(&pad, &fields, "Vastgelegd wat deze persoon mag lezen.").await;
    // Of a parent nothing is asked.
    let page = toneel.ib.get(&format!("/kind/{}/persoon/1/lezing", toneel.nummer)).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
