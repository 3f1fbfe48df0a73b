//! Choosing a notice by e-mail, as people see it.

use app::dossiers::Uitvoering;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::leven::bereikbaar::ZegDigitaalBereikbaar;
use testkit::{Brievenbus, TestApp};

use crate::weg::proef::Proef;

#[tokio::test]
async fn a_parent_turns_notices_on_with_the_code_that_came_in_and_off_again() {
    let (bus, weg) = Brievenbus::new();
    let proef = Proef::on(TestApp::sqlite().await.with_mail(weg));
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    ouder.get(&format!("/mijn/{nummer}")).await.assert_says("href=\"/berichten\"");
    let page = ouder.get("/berichten").await;
    page.assert_says("U krijgt geen berichten.");
    page.assert_silent_on("/berichten/aan");
    ouder.post("/berichten/code", &[("e_mail", "geen adres")]).await.assert_refused();
    let asked = ouder.post("/berichten/code", &[("e_mail", "ouder@thuis.example")]).await;
    asked.assert_leads_to("/berichten?na=code");
    proef.kit.app.send_mail(proef.kit.moment()).await.unwrap();
    let [mail] = &bus.leeg()[..] else { panic!("one mail") };
    let code = mail.tekst.split_once(": ").and_then(|(_, code)| code.lines().next()).expect("a code");
    let waits = ouder.get("/berichten").await;
    waits.assert_says("Wij sturen een code naar ouder@thuis.example.");
    waits.assert_silent_on(code);
    let wrong = ouder.post("/berichten/aan", &[("code", "K7QM-2XPA-9DRT-HW4C")]).await;
    wrong.assert_refused();
    wrong.assert_says("klopt niet, of hij werkt niet meer");
    ouder.post("/berichten/aan", &[("code", code)]).await.assert_leads_to("/berichten?na=aan");
    ouder.get("/berichten?na=aan").await.assert_says("U krijgt berichten op ouder@thuis.example.");
    ouder.post("/berichten/uit", &[]).await.assert_leads_to("/berichten?na=uit");
    let off = ouder.get("/berichten?na=uit").await;
    off.assert_says("U krijgt geen berichten.");
    off.assert_silent_on("ouder@thuis.example");
}

#[tokio::test]
async fn where_no_mail_is_sent_the_page_says_so_and_asks_nothing() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    ib.get("/vandaag").await.assert_says("href=\"/berichten\"");
    let page = ib.get("/berichten").await;
    page.assert_says("Deze website kan nog geen e-mail versturen.");
    page.assert_silent_on("/berichten/code");
    let asked = ib.post("/berichten/code", &[("e_mail", "ib@school.example")]).await;
    asked.assert_refused();
    asked.assert_says("deze website kan nog geen e-mail versturen");
}

#[tokio::test]
async fn who_gets_decisions_on_the_page_is_asked_how_they_come_before_notices_go_off() {
    let (bus, weg) = Brievenbus::new();
    let proef = Proef::on(TestApp::sqlite().await.with_mail(weg));
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let ouder = proef.browser(&kijker).await;
    ouder.post("/berichten/code", &[("e_mail", "ouder@thuis.example")]).await;
    proef.kit.app.send_mail(proef.kit.moment()).await.unwrap();
    let mail = bus.leeg().remove(0);
    let code = mail.tekst.split_once(": ").and_then(|(_, code)| code.lines().next()).expect("a code");
    ouder.post("/berichten/aan", &[("code", code)]).await.assert_leads_to("/berichten?na=aan");
    let asks = "Hoe wilt u besluiten over uw kind dan krijgen?";
    ouder.get("/berichten").await.assert_silent_on(asks);
    let agrees = ZegDigitaalBereikbaar { ja: true, geen_bericht: false };
    let open = proef.kit.app.open(&kijker, &nummer, proef.kit.moment()).await.unwrap();
    open.doe(agrees, Uitvoering::default()).await.unwrap();
    ouder.get("/berichten").await.assert_says(asks);
    let refused = ouder.post("/berichten/uit", &[]).await;
    refused.assert_refused();
    refused.assert_says("tenzij u zegt dat u dat niet wilt");
    ouder.get("/berichten").await.assert_says("U krijgt berichten op ouder@thuis.example.");
    ouder.post("/berichten/uit", &[("besluiten", "papier")]).await.assert_leads_to("/berichten?na=uit");
    let dossier = proef.kit.dossier(&nummer).await;
    assert!(dossier.personen.iter().all(|persoon| !persoon.is_digitaal_bereikbaar()), "on paper");
}
