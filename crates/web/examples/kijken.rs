//! Looks at the pages.
use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use app::{App, Moment};
use base::Timestamp;
use dossier::Rol;
use std::sync::Arc;
use storage_sql::testing::Home;
use storage_sql::{Options, Secret, SqlStorage};
use web::{Settings, WebState};

#[tokio::main]
async fn main() {
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::generate().unwrap(), Timestamp::UNIX_EPOCH);
    let storage = SqlStorage::open(place.address(), options).await.unwrap();
    let app = Arc::new(App::new(Arc::new(storage)).unwrap());
    let at: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
    let done =
        testkit::demo::fill(&app, testkit::demo::Opties { dossiers: 150, zaad: 1 }, Moment::of(at), &|_| {})
            .await
            .unwrap();
    let first = &done.accounts[0];
    let rol =
        NieuweRol { rol: Rol::Ib, organisatie: first.organisatie.clone(), groep: None, van: None, tot: None };
    let made = app
        .create_account(
            Beheer::Machine,
            &NieuwAccount { naam: "M. Zonnedauw".into(), e_mail: "mz@x.example".into(), rol },
            Moment::of(at),
        )
        .await
        .unwrap();
    println!("Zonnedauw {} {}", first.naam, made.link.expose());
    let settings = Settings {
        demo: true,
        hulp: "bel 030-0000000 of mail hulp@swv.example".to_owned(),
        ..Settings::default()
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:7411").await.unwrap();
    let state = WebState::new(app, Arc::new(move || at), settings);
    web::serve(state, listener, std::future::pending()).await.unwrap();
}
