//! The demo in a real database, seen through the program.

use std::sync::Arc;

use app::lijsten::Kinderlijst;
use app::projectie::project;
use app::vandaag::Beurtenlijst;
use app::{App, AppError, Moment};
use base::{Timestamp, dates};
use demo::dossiers::Verhaallijn;
use demo::{DemoFout, Opties, fill};
use dossier::Rol;
use storage::{Page, StreamId};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};
use testkit::{Demogebied, TestApp};

async fn empty() -> (Arc<App>, Moment, Place) {
    let begin: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), begin);
    let storage = SqlStorage::open(place.address(), options).await.unwrap();
    (Arc::new(App::new(Arc::new(storage), testkit::letters()).unwrap()), Moment::of(begin), place)
}

/// Roles that have work in files today; the others have pages of their own.
const WERKEN_IN_DOSSIERS: [Rol; 9] = [
    Rol::Leerkracht,
    Rol::Ib,
    Rol::Directie,
    Rol::CommissieBegeleiding,
    Rol::BevoegdGezag,
    Rol::Loket,
    Rol::Deskundige,
    Rol::Besluitnemer,
    Rol::Ouder,
];

#[tokio::test]
async fn everybody_who_works_in_files_has_something_to_see_today() {
    let (demo, all) = (Demogebied::sqlite().await, Beurtenlijst::default());
    for rol in dossier::rol::ROLLEN.into_iter().filter(|rol| *rol != Rol::Leerling) {
        let mut most = 0;
        let mut offered = 0;
        for account in demo.verslag.accounts.iter().filter(|account| account.rol == rol) {
            let kijker = demo.kijker(account).await;
            let vandaag =
                demo.app.vandaag(&kijker, demo.moment, &all, Page::first(50), Page::first(1)).await.unwrap();
            // A teacher has no turns and knows of no case: the children of the group are there.
            let all = Kinderlijst::default();
            let children = match rol {
                Rol::Leerkracht => {
                    demo.app.kinderen(&kijker, demo.moment, &all, Page::first(1)).await.unwrap().total
                }
                _ => 0,
            };
            most = most.max(vandaag.van_u.total + vandaag.van_anderen.total + children);
            offered += 1;
        }
        assert!(offered >= 1, "nobody to choose in the role {rol}");
        assert!(most >= 1 || !WERKEN_IN_DOSSIERS.contains(&rol), "nothing to see today for {rol}");
    }
}

#[tokio::test]
async fn every_file_can_be_opened_and_the_log_is_whole() {
    let demo = Demogebied::sqlite().await;
    assert_eq!(demo.verslag.dossiers, u64::try_from(Demogebied::DOSSIERS).unwrap());
    let streams = demo.app.storage.streams("dossier", None, 1_000).await.unwrap();
    assert_eq!(streams.len(), Demogebied::DOSSIERS);
    let mut facts = 0;
    for nummer in streams.iter().filter_map(StreamId::as_dossier) {
        let dossier = demo.app.load_dossier(&nummer).await.unwrap().unwrap();
        assert!(!dossier.alleen_lezen && dossier.leerling.is_some());
        facts += dossier.versie;
    }
    assert_eq!(facts, demo.verslag.gebeurtenissen);
    let report = demo.app.verify(None, &|_| {}).await.unwrap();
    assert_eq!(report.fouten, []);
    // Numbers given out from now on come after those of the demo.
    let next = demo.app.next_dossier_nummer(demo.moment).await.unwrap();
    assert!(demo.app.load_dossier(&next).await.unwrap().is_none(), "{next}");
}

#[tokio::test]
async fn the_lists_are_those_that_a_rebuild_makes() {
    let demo = Demogebied::sqlite().await;
    let ib = demo.verslag.accounts.iter().find(|account| account.rol == Rol::Ib).unwrap();
    let loket = demo.verslag.accounts.iter().find(|account| account.rol == Rol::Loket).unwrap();
    let (ib, loket) = (demo.kijker(ib).await, demo.kijker(loket).await);
    let mut seen = Vec::new();
    for _ in 0..2 {
        let mut rows = Vec::new();
        for kijker in [&ib, &loket] {
            let all = Kinderlijst::default();
            rows.push(demo.app.kinderen(kijker, demo.moment, &all, Page::first(200)).await.unwrap());
        }
        seen.push(rows);
        demo.app.rebuild_lists(demo.moment, &|_| {}).await.unwrap();
    }
    assert!(seen[0].iter().all(|rows| rows.total > 10));
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn no_row_changes_before_the_day_that_it_names() {
    let demo = Demogebied::sqlite().await;
    let today = demo.moment.vandaag;
    let mut named = 0;
    for stream in demo.app.storage.streams("dossier", None, 1_000).await.unwrap() {
        let dossier = demo.app.load_dossier(&stream.as_dossier().unwrap()).await.unwrap().unwrap();
        let betrokken = demo.app.betrokkenen(&dossier, demo.moment).await.unwrap();
        let on = |vandaag| {
            let beurten = dossier.beurten_op(&demo.app.wet, vandaag);
            project(&dossier, (&betrokken, &beurten), &demo.app.matrix, Moment { vandaag, ..demo.moment })
        };
        let now = on(today);
        let changes = now.dossier.as_ref().and_then(|row| row.wijzigt_op);
        named += usize::from(changes.is_some());
        let eve = changes.and_then(|day| dates::plus_days(day, -1));
        let later = [1, 7, 30, 100, 300].into_iter().filter_map(|days| dates::plus_days(today, days));
        for day in later.chain(eve).filter(|day| changes.is_none_or(|changes| *day < changes)) {
            assert_eq!(on(day), now, "{stream} on {day}");
        }
    }
    assert!(named > 20, "{named}");
}

#[tokio::test]
async fn the_families_of_the_demo_have_letters_and_a_page() {
    let demo = Demogebied::sqlite().await;
    assert!(demo.verslag.brieven >= 3, "{}", demo.verslag.brieven);
    let mut letters = 0;
    for account in demo.verslag.accounts.iter().filter(|account| account.rol == Rol::Ouder) {
        let kijker = demo.kijker(account).await;
        let children = demo.app.mijn_kinderen(&kijker, demo.moment).await.unwrap();
        let [(nummer, _)] = children.as_slice() else { panic!("{children:?}") };
        let file = demo.app.open(&kijker, nummer, demo.moment).await.unwrap();
        let child = file.mijn().unwrap();
        if let Some(brief) = child.brieven.first() {
            let (_, bytes) = file.brief(brief.volgnummer).await.unwrap();
            assert!(bytes.starts_with(b"%PDF"));
            letters += 1;
        }
    }
    assert!(letters >= 3, "{letters}");
}

#[tokio::test]
async fn a_database_that_holds_anything_never_becomes_a_demo() {
    let (app, moment, _place) = empty().await;
    let opties = Opties { dossiers: 1, zaad: 1 };
    fill(&app, opties, moment, &|_| {}).await.unwrap();
    let again = fill(&app, opties, moment, &|_| {}).await;
    assert!(
        matches!(again, Err(DemoFout::App(AppError::Storage(storage::StorageError::NotEmpty)))),
        "{again:?}"
    );
}

#[tokio::test]
async fn the_database_names_the_accounts_to_choose_from() {
    let demo = Demogebied::sqlite().await;
    let about = demo.app.storage.instantie().await.unwrap().demo.unwrap();
    let about: serde_json::Value = serde_json::from_str(&about).unwrap();
    let first = demo.verslag.accounts.first().unwrap();
    assert_eq!(about["accounts"][0], first.account.as_str());
    assert_eq!(first.naam, "M. Zonnedauw");
    for account in &demo.verslag.accounts {
        let stored =
            demo.app.storage.account(&account.account).await.unwrap().expect("the account is stored");
        assert_eq!(stored.naam, account.naam);
        assert!(account.ziet.ends_with('.'), "{}", account.ziet);
    }
}

#[tokio::test]
async fn a_test_asks_for_a_situation_and_goes_on_from_there() {
    let test = TestApp::sqlite().await;
    goes_on(&test).await;
}

#[tokio::test]
async fn a_test_asks_for_a_situation_on_postgres_too() {
    if let Some(test) = TestApp::postgres().await {
        goes_on(&test).await;
    }
}

async fn goes_on(test: &TestApp) {
    let first = test.given(Verhaallijn::BehoefteVast).await;
    let second = test.given(Verhaallijn::TlvGeadviseerd).await;
    assert_ne!(first, second);
    let ib = test.as_(Rol::Ib);
    let (all, page) = (Beurtenlijst::default(), Page::first(10));
    let own = test.app.eigen_beurten(&ib, test.moment(), &all, page).await.unwrap();
    assert_eq!(own.rows[0].dossier, first);
    let decides = test.as_(Rol::Besluitnemer);
    let turns = test.app.eigen_beurten(&decides, test.moment(), &all, page).await.unwrap();
    assert_eq!(turns.rows[0].dossier, second);
    assert!(test.ouder(&first).await.is_some());
    let before = test.moment().vandaag;
    let later = test.dagen_later(7);
    assert_eq!(base::dates::days_between(before, later.vandaag), 7);
    assert_eq!((test.klok())(), later.at);
}
