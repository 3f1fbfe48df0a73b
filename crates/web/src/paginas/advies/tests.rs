//! An advice of two experts, over the forms of the pages.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::soort::TlvSoort;
use dossier::staat::TlvFase;

use crate::paginas::aanvraag::tests::{Toneel, hidden, send};

#[tokio::test]
async fn two_experts_sign_one_advice_each_in_their_own_name() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let request = toneel.request().await;
    let category = if matches!(request.soort, TlvSoort::So | TlvSoort::Vso) { "1" } else { "" };
    let experts = toneel.experts().await;
    let asked: Vec<_> = experts
        .iter()
        .filter(|expert| request.toewijzingen_open().any(|t| t.persoon == expert.actor.persoon))
        .collect();
    let [own, other] = asked.as_slice() else { panic!("two experts are asked") };
    let browser = toneel.proef.browser(own).await;
    let address = toneel.below("advies");
    let fields =
        [("uitkomst", "toelaatbaar"), ("categorie", category), ("tekst", "Samen bekeken."), ("samen", "ja")];
    send(&browser, &address, &address, &fields).await.assert_leads_to(&toneel.page());
    browser.get(&address).await.assert_says("Het is een advies zodra");
    assert!(toneel.request().await.adviezen.is_empty(), "nobody signs for another");
    let sign = format!("{address}/tekenen");
    send(&browser, &address, &sign, &[]).await.assert_refused();
    let second = toneel.proef.browser(other).await;
    let naam = |kijker: &dossier::toegang::Kijker| {
        let mine = request.toewijzingen.iter().find(|t| t.persoon == kijker.actor.persoon);
        mine.expect("asked").naam.clone()
    };
    // What there is to do says so, with the name of who wrote and of whom is waited for.
    second.get(&toneel.page()).await.assert_says(&format!("Meetekenen met {}, of zelf adviseren", naam(own)));
    second.get("/vandaag").await.assert_says("Een advies meetekenen");
    let waits = browser.get(&toneel.page()).await;
    waits.assert_says("Samen bekeken.");
    waits.assert_says(&format!("Nog geen advies: {} heeft het nog niet getekend.", naam(other)));
    waits.assert_says(&format!("<b>Aan zet:</b> {}", naam(other)));
    let form = second.get(&address).await;
    form.assert_says(&format!("Meetekenen met {}", naam(own)));
    form.assert_says("Samen bekeken.");
    // Whoever is asked to sign has no other advice of two to offer.
    form.assert_silent_on("Wie tekent?");
    let stale = hidden(&form);
    let other_text: Vec<_> =
        fields.iter().map(|(k, v)| (*k, if *k == "tekst" { "Anders." } else { v })).collect();
    send(&browser, &address, &address, &other_text).await.assert_leads_to(&toneel.page());
    let old: Vec<(&str, &str)> = stale.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let page = second.post(&sign, &old).await;
    page.assert_refused();
    page.assert_says("Uw collega heeft het advies intussen gewijzigd");
    send(&second, &address, &sign, &[]).await.assert_leads_to(&toneel.page());
    send(&second, &toneel.page(), &sign, &[]).await.assert_leads_to(&toneel.page());
    let request = toneel.request().await;
    assert_eq!(request.adviezen[0].door.len(), 2);
    assert_eq!(request.fase(), TlvFase::Geadviseerd);
}

#[tokio::test]
async fn an_expert_reads_no_draft_of_another_and_why_an_assignment_ends_is_kept_for_nobody() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let request = toneel.request().await;
    let experts = toneel.experts().await;
    let asked: Vec<_> = experts
        .iter()
        .filter(|expert| request.toewijzingen_open().any(|t| t.persoon == expert.actor.persoon))
        .collect();
    let [own, other] = asked.as_slice() else { panic!("two experts are asked") };
    let (own, other) = (toneel.proef.browser(own).await, toneel.proef.browser(other).await);
    for (act, field, refused) in [
        ("breng_advies_uit", "tekst", false),
        ("herzie_advies", "waarom", false),
        ("beeindig_toewijzing", "reden", true),
    ] {
        let draft = format!("/concept?formulier={act}-1&dossier={}", toneel.nummer);
        let typed = [("veld", field), ("versie", "0"), ("waarde", "van mij alleen")];
        let mine = own.post(&draft, &typed).await;
        assert_eq!(mine.status == StatusCode::OK, !refused, "{act}: {}", mine.body);
        let theirs =
            other.post(&draft, &[("veld", field), ("versie", "0"), ("waarde", "van een ander")]).await;
        theirs.assert_silent_on("van mij alleen");
        assert_eq!(theirs.status, mine.status, "{act}: each has an own draft, or nobody has one");
    }
}

#[tokio::test]
async fn an_advice_is_until_a_day_on_which_a_declaration_can_end_and_a_no_has_no_category() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let request = toneel.request().await;
    let experts = toneel.experts().await;
    let asked = experts.iter().find(|expert| request.toewijzingen[0].persoon == expert.actor.persoon);
    let browser = toneel.proef.browser(asked.expect("an expert")).await;
    let address = toneel.below("advies");
    let page = browser.get(&address).await;
    page.assert_says("31 juli");
    page.assert_silent_on("type=\"date\"");
    let no = [("uitkomst", "niet_toelaatbaar"), ("tekst", "Het kan hier."), ("samen", "nee")];
    let with_category = send(&browser, &address, &address, &[&no[..], &[("categorie", "2")]].concat()).await;
    if matches!(request.soort, TlvSoort::So | TlvSoort::Vso) {
        with_category.assert_refused();
        with_category.assert_says("hoort geen categorie");
    }
    send(&browser, &address, &address, &no).await.assert_leads_to(&toneel.page());
}
