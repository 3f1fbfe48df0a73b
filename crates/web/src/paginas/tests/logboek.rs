//! The log of an organisation on its page, as a file and over the interface: the same, and for the same eyes.

use axum::http::StatusCode;
use dossier::Rol;

use super::api::parsed;
use super::rows;
use crate::weg::proef::Proef;

#[tokio::test]
async fn the_log_of_an_organisation_tells_what_was_done_there_and_nothing_about_a_child() {
    let proef = Proef::start().await;
    let baas = proef.kit.as_(Rol::Organisatiebeheerder);
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &baas.actor.organisatie)).await;
    assert_eq!(ib.get("/kinderen.csv").await.status, StatusCode::OK);
    let wrong = [("swv", "PO9901"), ("nummer", "2026-99999"), ("geboortedatum", "02-03-2016")];
    ib.post("/tlv-controle", &wrong).await;
    let boss = proef.browser(&baas).await;
    let page = boss.get("/logboek").await;
    page.assert_says("lijst als bestand opgehaald");
    page.assert_says("verklaring gecontroleerd en niet gevonden");
    page.assert_says("ingelogd");
    assert!(!page.body.contains("99999"), "{}", page.body);
    let narrowed = boss.get("/logboek?wat=lijst_opgehaald").await;
    narrowed.assert_says("kinderen");
    let file = rows(&boss.get("/logboek.csv?wat=lijst_opgehaald").await);
    let listed = parsed(&boss.get("/api/v1/logboek?wat=lijst_opgehaald&richting=af").await);
    // Taking the file out is a line by itself, which the interface tells and the file does not yet.
    let told = listed["rijen"].as_array().unwrap();
    assert_eq!(told.len(), file.len() + 1);
    assert_eq!((told[0]["over"].as_str(), told[1]["over"].as_str()), (Some("logboek"), Some("kinderen")));
    assert_eq!(told[1]["wie"].as_str(), file.last().map(|row| row[2].as_str()));
    assert_eq!(boss.get("/api/v1/logboek?persoon=Juf%20Merel").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(boss.get("/api/v1/logboek?van=gisteren").await.status, StatusCode::BAD_REQUEST);
    for address in ["/logboek", "/logboek.csv", "/api/v1/logboek"] {
        assert_eq!(ib.get(address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
    ib.get("/vandaag").await.assert_silent_on("/logboek");
}

/// Given somebody who asks for what is not theirs, again and again; then the log of their organisation tells it once a day, with the
/// kind of page and without the number of a file; and a list that a program fetches stands there too.
#[tokio::test]
async fn what_was_refused_and_what_a_program_fetched_stand_in_the_log() {
    let proef = Proef::start().await;
    let (dossier, swv) = request(&proef).await;
    let own = proef.kit.as_(Rol::Organisatiebeheerder);
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &own.actor.organisatie)).await;
    let strange = proef.given(demo::dossiers::Verhaallijn::NetAangemeld).await;
    let boss_of_swv = proef.browser(&proef.kit.as_at(Rol::Organisatiebeheerder, &swv)).await;
    for _ in 0..3 {
        assert_eq!(boss_of_swv.get(&format!("/kind/{strange}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(ib.get("/register").await.status, StatusCode::FORBIDDEN);
        assert_eq!(ib.get("/api/v1/dossiers").await.status, StatusCode::OK);
    }
    let boss = proef.browser(&own).await;
    let refused = rows(&boss.get("/logboek.csv?wat=geweigerd").await);
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(refused[0].iter().any(|cell| cell == "/register"), "{refused:?}");
    let fetched = rows(&boss.get("/logboek.csv?wat=lijst_gevraagd").await);
    assert!(fetched.iter().any(|row| row.iter().any(|cell| cell == "kinderen")), "{fetched:?}");
    let of_swv = boss_of_swv.get("/logboek.csv?wat=geweigerd").await;
    assert!(of_swv.body.contains("/kind/{nummer}"), "{}", of_swv.body);
    for number in [strange.as_str(), dossier.nummer.as_str()] {
        assert!(!of_swv.body.contains(number), "{}", of_swv.body);
    }
}

/// A request that was sent, and its partnership.
async fn request(proef: &Proef) -> (dossier::Dossier, base::OrganisatieId) {
    let nummer = proef.given(demo::dossiers::Verhaallijn::TlvAangevraagd).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let swv = dossier.aanvraag(1).unwrap().swv_organisatie();
    (dossier, swv)
}

#[tokio::test]
async fn a_privacy_officer_reads_who_looked_how_often_and_nobody_else_does() {
    let proef = Proef::start().await;
    let (dossier, swv) = request(&proef).await;
    let loket = proef.browser(&proef.kit.as_at(Rol::Loket, &swv)).await;
    let looked = loket.get(&format!("/kind/{}/aanvraag/1", dossier.nummer)).await;
    assert_eq!(looked.status, StatusCode::OK);
    let officer = proef.browser(&proef.kit.as_at(Rol::PrivacyOfficer, &swv)).await;
    let page = officer.get("/inzagen?van=2026-11-01&tot=2026-11-30").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("Buiten werktijd");
    page.assert_says(Rol::Loket.label());
    page.assert_silent_on(dossier.nummer.as_str());
    assert_eq!(officer.get("/inzagen?van=2020-01-01").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(loket.get("/inzagen").await.status, StatusCode::FORBIDDEN);
    loket.get("/vandaag").await.assert_silent_on("/inzagen");
}

#[tokio::test]
async fn counts_are_for_who_directs_or_controls_and_name_no_child() {
    let proef = Proef::start().await;
    let (dossier, swv) = request(&proef).await;
    for rol in [Rol::Controller, Rol::DirecteurSwv] {
        let page = proef.browser(&proef.kit.as_at(rol, &swv)).await.get("/aantallen").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        page.assert_says("minder dan 5 keer");
        page.assert_says("Er is te weinig om te tellen.");
        page.assert_silent_on(dossier.nummer.as_str());
        page.assert_silent_on(&dossier.leerling.as_ref().unwrap().achternaam);
    }
    let desk = proef.browser(&proef.kit.as_at(Rol::Loket, &swv)).await;
    assert_eq!(desk.get("/aantallen").await.status, StatusCode::FORBIDDEN);
    let head = proef.at_school_of(&dossier.nummer, Rol::Directie).await;
    let page = head.get("/aantallen").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_silent_on("minder dan");
}
