//! Whatever leaves of a file is on record: who looked is written down before a page, letter or document is sent.

use app::lijst::Page;
use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::toegang::Deel;

use crate::weg::proef::{Browser, Proef};

/// The pages of a child with a request that is decided, each with the role that opens it.
const PAGES: [(Rol, &str); 12] = [
    (Rol::Ib, ""),
    (Rol::Ib, "/tijdlijn"),
    (Rol::Ib, "/gegevens"),
    (Rol::Ib, "/gegevens/naam"),
    (Rol::Ib, "/aanvraag/1"),
    (Rol::Ib, "/aanvraag/nieuw"),
    (Rol::Ib, "/aanvraag/1/zienswijze"),
    (Rol::Ib, "/inzage"),
    (Rol::Ib, "/inzage.csv"),
    (Rol::Directie, "/verwijdering/nieuw"),
    (Rol::Loket, ""),
    (Rol::Besluitnemer, "/aanvraag/1"),
];

async fn looks(proef: &Proef, nummer: &base::DossierNummer) -> u64 {
    let query = storage::InzageQuery::newest(nummer.clone(), Page::first(1));
    proef.kit.app.storage.reads(&query).await.unwrap().total
}

async fn browser(proef: &Proef, nummer: &base::DossierNummer, rol: Rol) -> Browser {
    match rol {
        Rol::Loket | Rol::Besluitnemer => proef.as_(rol).await,
        _ => proef.at_school_of(nummer, rol).await,
    }
}

#[tokio::test]
async fn every_page_letter_and_document_of_a_file_is_on_record_before_it_is_sent() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let mut before = looks(&proef, &nummer).await;
    let mut must_count = async |what: &str, status: StatusCode| {
        let now = looks(&proef, &nummer).await;
        assert_eq!(status, StatusCode::OK, "{what}");
        assert_eq!(now, before + 1, "{what}");
        before = now;
    };
    for (rol, below) in PAGES {
        let address = format!("/kind/{nummer}{below}");
        let answer = browser(&proef, &nummer, rol).await.get(&address).await;
        must_count(&address, answer.status).await;
    }
    let declaration = proef.kit.dossier(&nummer).await.aanvragen[0].verleend().cloned();
    let number = &declaration.unwrap().nummer;
    let answer = proef.as_(Rol::Loket).await.get(&format!("/register/{number}")).await;
    must_count("the register", answer.status).await;
}

/// Every list that tells of a request, page and file, each with a role that has it.
const LISTS: [(Rol, &str); 7] = [
    (Rol::Loket, "/loket?toon=alles"),
    (Rol::Besluitnemer, "/loket.csv?toon=alles"),
    (Rol::Ib, "/kinderen"),
    (Rol::Directie, "/kinderen.csv"),
    (Rol::Loket, "/vandaag"),
    (Rol::Besluitnemer, "/register"),
    (Rol::Loket, "/register.csv"),
];

#[tokio::test]
async fn a_list_that_tells_of_a_request_is_on_record_once_a_day_per_person() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let mut seen = std::collections::BTreeSet::new();
    for (rol, address) in LISTS {
        let before = looks(&proef, &nummer).await;
        let browser = browser(&proef, &nummer, rol).await;
        let answer = browser.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let tells = answer.body.contains(nummer.as_str());
        let is_new = tells && seen.insert(rol);
        assert_eq!(looks(&proef, &nummer).await, before + u64::from(is_new), "{address}");
        browser.get(address).await;
        assert_eq!(looks(&proef, &nummer).await, before + u64::from(is_new), "{address} again");
    }
    assert!(seen.len() > 2, "{seen:?}: too few lists tell of the request");
}

#[tokio::test]
async fn who_puts_something_right_is_on_record_with_the_parts_of_the_facts_that_were_shown() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGebruikt).await;
    let placed = proef.kit.dossier(&nummer).await;
    let line = placed.tijdlijn().into_iter().find(|regel| regel.deel == Deel::H).unwrap();
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let address = format!("/kind/{nummer}/verbeteren/{}", line.volgnummer);
    assert_eq!(ib.get(&address).await.status, StatusCode::OK);
    let query = storage::InzageQuery::newest(nummer.clone(), Page::first(1));
    let seen = proef.kit.app.storage.reads(&query).await.unwrap();
    let Some(last) = seen.rows.first() else { panic!("nothing on record") };
    assert_eq!(last.doel, "iets verbeteren");
    assert!(last.delen.contains('H'), "{:?}", last.delen);
}
