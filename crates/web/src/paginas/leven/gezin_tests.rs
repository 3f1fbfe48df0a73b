//! What a parent says on the own page about decisions.

use demo::dossiers::Verhaallijn;

use crate::weg::proef::Proef;

#[tokio::test]
async fn a_parent_agrees_to_decisions_on_the_own_page_and_takes_it_back() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let own = format!("/mijn/{nummer}");
    let address = format!("{own}/besluiten");
    ouder.get(&own).await.assert_says(&address);
    ouder.get(&address).await.assert_says("Nu krijgt u besluiten op papier.");
    ouder.fill(&address, &[]).await.assert_refused();
    // Whoever gets decisions here hears that one is there, or says not to want that (Awb 2:10(1)).
    let no_mail = ouder.fill(&address, &[("ja", "ja")]).await;
    no_mail.assert_refused();
    no_mail.assert_says("art. 2:10 lid 1 Awb");
    let declined = [("ja", "ja"), ("geen_bericht", "ja")];
    ouder.fill(&address, &declined).await.assert_leads_to(&format!("{own}?na=besluiten"));
    ouder
        .get(&address)
        .await
        .assert_says("U zei op woensdag 25 november 2026 dat het op uw eigen pagina mag.");
    ouder.fill(&address, &declined).await.assert_says("Zo staat het er al.");
    ouder.fill(&address, &[("ja", "nee")]).await.assert_leads_to(&own);
    ouder
        .get(&address)
        .await
        .assert_says("U zei op woensdag 25 november 2026 dat u besluiten op papier wilt.");
    let said = proef.kit.dossier(&nummer).await;
    let said = said.feiten.iter().filter(|feit| feit.inhoud.event_type() == "digitaal_bereikbaar_gezegd");
    assert_eq!(said.count(), 2);
}
