//! What ended lets do nothing more, by a page and by a program alike.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::leven::opdracht::ZetGeheimhouding;
use serde_json::json;

use crate::weg::proef::Proef;

#[tokio::test]
async fn a_registration_that_the_parents_withdrew_does_not_let_its_school_take_the_child() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let parent = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    parent
        .fill(&format!("/kind/{nummer}/aanmelding/1/intrekken"), &[("reden", "")])
        .await
        .assert_leads_to("/");
    assert_eq!(ib.get(&format!("/kind/{nummer}")).await.status, StatusCode::OK, "it reads on for a while");
    let versie = proef.kit.dossier(&nummer).await.versie;
    let today = proef.kit.moment().vandaag.to_string();
    let address = format!("/api/v1/dossiers/{nummer}/opdrachten/meld_aan");
    let body = json!({ "versie": versie, "velden": { "ontvangen_op": today } });
    let refused = ib.json(&address, "k", &body).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
    assert!(refused.body.contains("melden de ouders zelf aan"), "{}", refused.body);
    let page = ib.get(&format!("/kind/{nummer}/aanmelding/nieuw")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    page.assert_says("melden de ouders zelf aan");
    assert_eq!(proef.kit.dossier(&nummer).await.versie, versie);
}

#[tokio::test]
async fn what_is_secret_by_name_answers_that_parent_alike_for_every_school() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let own = &dossier.inschrijving_op(proef.kit.moment().vandaag).unwrap().vestiging;
    let registered = &dossier.aanmeldingen[0].vestiging;
    let ib = proef.kit.as_at(Rol::Ib, &own.organisatie());
    let kijker = proef.kit.ouder(&nummer).await.unwrap();
    let is_own = |nr: &u32| dossier.persoon(*nr).unwrap().account.as_ref() == Some(&kijker.actor.persoon);
    let nr = dossier.personen.iter().map(|persoon| persoon.nr).find(is_own).unwrap();
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![nr], bron: "BRP".to_owned() };
    let open = proef.kit.app.open(&ib, &nummer, proef.kit.moment()).await.unwrap();
    open.doe(hide, app::dossiers::Uitvoering::default()).await.unwrap();
    let parent = proef.browser(&kijker).await;
    let versie = proef.kit.dossier(&nummer).await.versie;
    let mut answers = Vec::new();
    for (key, school) in [("a", own), ("b", registered)] {
        let fields = [("versie", versie.to_string()), ("vestiging", school.to_string())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = parent.post(&format!("/kind/{nummer}/aanmelding/nieuw"), &fields).await;
        let address = format!("/api/v1/dossiers/{nummer}/opdrachten/meld_aan");
        let body = json!({ "versie": versie, "velden": { "vestiging": school.to_string() } });
        let program = parent.json(&address, key, &body).await;
        assert_eq!((page.status, program.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
        answers.push((page.body, program.body));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(proef.kit.dossier(&nummer).await.versie, versie);
}

#[tokio::test]
async fn a_draft_is_for_whoever_may_send_it_and_keeps_no_number_of_the_child() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::Ingeschreven).await;
    let (ib, directie) =
        (proef.at_school_of(&nummer, Rol::Ib).await, proef.at_school_of(&nummer, Rol::Directie).await);
    let drafts = format!("/api/v1/dossiers/{nummer}/concepten");
    // The first fact is about who the child is, which a director reads and does not write.
    let typed = json!({ "versie": 0, "waarde": "ouder 2 is verhuisd" });
    let kept = ib.put(&format!("{drafts}/corrigeer-1/velden/waarom"), &typed).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    assert_eq!(directie.get(&format!("{drafts}/corrigeer-1")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ib.get(&format!("{drafts}/corrigeer-9999")).await.status, StatusCode::NOT_FOUND);
    let number = json!({ "versie": 0, "waarde": "111222333" });
    for form in ["ontvang_nummer", "corrigeer-1"] {
        let refused = ib.put(&format!("{drafts}/{form}/velden/pgn"), &number).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}: {}", refused.body);
        ib.get(&format!("{drafts}/{form}")).await.assert_silent_on("111222333");
    }
}

/// The parents accepted a place elsewhere: the registration has ended, and what comes after it is on its page.
#[tokio::test]
async fn after_a_yes_to_a_place_elsewhere_the_school_says_that_the_child_is_there() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodAanvaard).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let page = format!("/kind/{nummer}/aanmelding/1");
    ib.get(&page).await.assert_says(&format!("href=\"{page}/plek\""));
    let today = proef.kit.moment().vandaag.to_string();
    let seen = [("van", today.as_str()), ("hoe", "De andere school belde.")];
    ib.fill(&format!("{page}/plek"), &[("van", ""), ("hoe", "")]).await.assert_refused();
    ib.fill(&format!("{page}/plek"), &seen).await.assert_leads_to(&page);
    let aanmelding = proef.kit.dossier(&nummer).await.aanmelding(1).cloned().unwrap();
    assert!(aanmelding.plek_vastgesteld.is_some());
    ib.get(&format!("/kind/{nummer}/tijdlijn")).await.assert_says("De andere school belde.");
}
