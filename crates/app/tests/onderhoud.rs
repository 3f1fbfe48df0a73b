//! Lists, seals, backup, expiry, health and the log of who looked, on a real store.

#[path = "onderhoud/bewaard.rs"]
mod bewaard;
#[path = "accounts/hulp.rs"]
mod hulp;
#[path = "accounts/vastleggen.rs"]
mod vastleggen;
#[path = "onderhoud/zegels.rs"]
mod zegels;

use std::sync::{Arc, Barrier};
use std::thread::JoinHandle;

use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use app::inzage::{Inzagelijst, Meekijker};
use app::onderhoud::{Herbouwd, last_seal_in};
use app::{App, AppError, Letters, Moment};
use base::{DossierNummer, OrganisatieId, PersoonId, Timestamp};
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::eigenpagina::EigenPaginaBeeindigd;
use dossier::leven::feiten::{
    Contactgegevens, GeheimhoudingGezet, Ingeschreven, OuderAangesloten, PersoonVerbonden, Uitgeschreven,
};
use dossier::soort::{Relatie, Schoolsoort};
use dossier::staat::Adres;
use dossier::toegang::{Deel, Kijker};
use dossier::{Actor, Rol};
use hulp::{moment, open, refused, school};
use storage::queries::{Direction, DossierFilter, DossierQuery, DossierSort};
use storage::{DestroyKey, Lezer, ListsAfter, Page, Rows, Scope, StreamId};
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};
use teksten::{Taal, Tekst};
use vastleggen::record;

fn monday() -> Moment {
    moment("2026-11-23T09:00:00Z")
}

/// So many files, all of them listed.
fn all(dossiers: u64) -> Herbouwd {
    Herbouwd { dossiers, in_geen_lijst: Vec::new() }
}

fn ijsvogel() -> OrganisatieId {
    "school/99ZZ00".parse().unwrap()
}

fn nummer(at: u32) -> DossierNummer {
    format!("2026-{at:06}").parse().unwrap()
}

/// A child at De IJsvogel with two parents of whom the first has an own page; no lists yet.
async fn child(app: &App, at: u32, parent: &PersoonId) -> DossierNummer {
    let dossier = nummer(at);
    let born = "2018-05-04".parse().unwrap();
    let opened = DossierGeopend {
        meerderjarig_per: None,
        roepnaam: "Sam".to_owned(),
        voorvoegsel: "de".to_owned(),
        achternaam: format!("Zonnevis {at}"),
        geboortedatum: born,
        geslacht: None,
        adres: Adres::default(),
    };
    let person = |persoon: u32| PersoonVerbonden {
        persoon,
        naam: "mevrouw A. Zonnevis".to_owned(),
        relatie: Relatie::Gezagsouder,
        van: born,
        tot: None,
        brondocument: "verklaring".to_owned(),
        contact: Contactgegevens::default(),
        namens: None,
    };
    let enrolled = Ingeschreven {
        vestiging: "99ZZ00".parse().unwrap(),
        schoolnaam: "De IJsvogel".to_owned(),
        schoolsoort: Schoolsoort::Basisschool,
        swv: Some("PO9901".parse().unwrap()),
        groep: "5b".to_owned(),
        per: "2026-08-01".parse().unwrap(),
    };
    let connected = OuderAangesloten { persoon: 1, account: parent.clone() };
    let events = vec![opened.into(), person(1).into(), person(2).into(), connected.into(), enrolled.into()];
    record(app, &dossier, monday(), events).await.unwrap();
    dossier
}

fn viewer(persoon: &PersoonId, rol: Rol, organisatie: &OrganisatieId) -> Kijker {
    Actor { persoon: persoon.clone(), rol, organisatie: organisatie.clone() }.into()
}

async fn person(app: &App, naam: &str, e_mail: &str) -> PersoonId {
    let rol = NieuweRol { rol: Rol::Ib, organisatie: ijsvogel(), groep: None, van: None, tot: None };
    let nieuw = NieuwAccount { naam: naam.to_owned(), e_mail: e_mail.to_owned(), rol };
    app.create_account(Beheer::Machine, &nieuw, monday()).await.unwrap().account
}

async fn with_school() -> (std::sync::Arc<App>, storage_sql::testing::Place) {
    let (app, place) = open().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    (app, place)
}

async fn listed(app: &App) -> Vec<String> {
    let query = DossierQuery {
        scope: Scope::new(Lezer::organisatie("ib", &ijsvogel(), ""), monday().vandaag),
        filter: DossierFilter::default(),
        sort: DossierSort::Naam,
        direction: Direction::Up,
        page: Page::first(200),
    };
    app.storage.dossiers(&query).await.unwrap().rows.into_iter().map(|row| row.dossier.weergavenaam).collect()
}

#[tokio::test]
async fn a_list_follows_the_calendar() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let dossier = child(&app, 1, &parent).await;
    child(&app, 2, &parent).await;
    let leaves =
        Uitgeschreven::door_besluit("99ZZ00".parse().unwrap(), "2026-12-24".parse().unwrap(), "verhuisd");
    record(&app, &dossier, monday(), vec![leaves.into()]).await.unwrap();
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    let groep = async || app.storage.dossier_row(&dossier).await.unwrap().unwrap().groep;
    // Rows of what changes on a day are made four weeks before it; until the day they say what is so.
    assert_eq!(app.refresh_lists(moment("2026-11-25T12:00:00Z")).await.unwrap(), all(0));
    assert_eq!(app.refresh_lists(moment("2026-11-26T12:00:00Z")).await.unwrap(), all(1));
    assert_eq!(app.refresh_lists(moment("2026-12-23T12:00:00Z")).await.unwrap(), all(0));
    assert_eq!(groep().await.as_deref(), Some("5b"));
    assert_eq!(app.refresh_lists(moment("2026-12-23T23:30:00Z")).await.unwrap(), all(1));
    assert_eq!(groep().await, None);
    assert_eq!(app.refresh_lists(moment("2026-12-31T12:00:00Z")).await.unwrap(), all(0));
}

#[tokio::test]
async fn a_program_that_stood_still_for_weeks_follows_the_calendar_before_anybody_asks() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let dossier = child(&app, 1, &parent).await;
    let leaves =
        Uitgeschreven::door_besluit("99ZZ00".parse().unwrap(), "2026-12-24".parse().unwrap(), "verhuisd");
    record(&app, &dossier, monday(), vec![leaves.into()]).await.unwrap();
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    // Rows were due on 26 November: two weeks on every list still has what it shows.
    assert_eq!(app.catch_up_lists(moment("2026-12-09T12:00:00Z")).await.unwrap(), all(0));
    assert_eq!(app.catch_up_lists(moment("2026-12-10T12:00:00Z")).await.unwrap(), all(1));
    assert_eq!(app.catch_up_lists(moment("2026-12-10T12:00:00Z")).await.unwrap(), all(0));
}

/// Given a file that cannot be read any more and whose day of change came; when the calendar is followed, also at a start long after; then
/// the others have their rows, it is named and is in no list, and it stops nothing again.
#[tokio::test]
async fn a_damaged_file_holds_up_no_other_and_no_start() {
    let (app, place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let (damaged, whole) = (child(&app, 1, &parent).await, child(&app, 2, &parent).await);
    let leaves =
        Uitgeschreven::door_besluit("99ZZ00".parse().unwrap(), "2026-12-24".parse().unwrap(), "verhuisd");
    for dossier in [&damaged, &whole] {
        record(&app, dossier, monday(), vec![leaves.clone().into()]).await.unwrap();
    }
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    storage_sql::testing::damage(&place.file().unwrap(), &damaged);
    let later = moment("2027-01-11T09:00:00Z");
    let made = app.catch_up_lists(later).await.unwrap();
    assert_eq!(made, Herbouwd { dossiers: 2, in_geen_lijst: vec![damaged.clone()] });
    assert_eq!(app.storage.dossier_row(&damaged).await.unwrap(), None);
    assert_eq!(app.storage.dossier_row(&whole).await.unwrap().unwrap().groep, None);
    assert_eq!(app.catch_up_lists(later).await.unwrap(), all(0));
    assert_eq!(app.refresh_lists(later).await.unwrap(), all(0));
}

#[tokio::test]
async fn lists_that_another_matrix_made_are_made_anew() {
    let (app, _place) = with_school().await;
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), Some(Herbouwd::default()));
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    child(&app, 1, &parent).await;
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), None);
    assert!(listed(&app).await.is_empty(), "the events went in without rows");
    app.storage.set_lists_made_by("een andere matrix").await.unwrap();
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), Some(all(1)));
    assert_eq!(listed(&app).await.len(), 1);
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), None);
}

#[tokio::test]
async fn lists_are_rebuilt_from_the_log() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    for at in 1..=3 {
        child(&app, at, &parent).await;
    }
    assert!(listed(&app).await.is_empty());
    let seen = std::sync::Mutex::new(Vec::new());
    let progress = |progress: storage::Progress| seen.lock().unwrap().push((progress.done, progress.total));
    assert_eq!(app.rebuild_lists(monday(), &progress).await.unwrap(), all(3));
    assert_eq!(seen.into_inner().unwrap(), [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(listed(&app).await, ["Sam de Zonnevis 1", "Sam de Zonnevis 2", "Sam de Zonnevis 3"]);
}

/// The same program twice on one database, as two commands at once are.
async fn open_twice() -> (Arc<App>, Arc<App>, Place) {
    let place = Home::sqlite().place().await;
    let open = async || {
        let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
        let storage = SqlStorage::open(place.address(), options).await.unwrap();
        Arc::new(App::new(Arc::new(storage), Letters::none()).unwrap())
    };
    let (one, other) = (open().await, open().await);
    (one, other, place)
}

/// Makes every list as another command does, on a thread of its own.
fn make_lists(
    app: Arc<App>,
    progress: impl Fn(storage::Progress) + Send + Sync + 'static,
) -> JoinHandle<Herbouwd> {
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(app.rebuild_lists(monday(), &progress)).unwrap()
    })
}

/// What a command does that is stopped at its first file.
fn stop(_: storage::Progress) {
    std::panic::resume_unwind(Box::new("stopped"));
}

#[tokio::test]
async fn two_that_make_the_lists_at_once_take_no_file_from_each_other() {
    let (app, other, _place) = open_twice().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    for at in 1..=80 {
        child(&app, at, &"p-2".parse().unwrap()).await;
    }
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    assert_eq!(listed(&app).await.len(), 80);
    let (halfway, on) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let first = make_lists(Arc::clone(&app), {
        let (halfway, on) = (Arc::clone(&halfway), Arc::clone(&on));
        move |progress| {
            if progress.done == 60 {
                halfway.wait();
                on.wait();
            }
        }
    });
    halfway.wait();
    // Nobody misses a file while they are made.
    assert_eq!(listed(&other).await.len(), 80);
    let second = make_lists(other, stop);
    assert!(second.join().is_err());
    on.wait();
    assert_eq!(first.join().unwrap(), all(80));
    assert_eq!(listed(&app).await.len(), 80);
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), None);
}

#[tokio::test]
async fn lists_of_which_the_making_was_stopped_are_made_at_the_next_start() {
    let (app, other, _place) = open_twice().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), Some(Herbouwd::default()));
    child(&app, 1, &"p-2".parse().unwrap()).await;
    let stopped = make_lists(other, stop);
    assert!(stopped.join().is_err());
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), Some(all(1)));
    assert_eq!(listed(&app).await.len(), 1);
}

/// Found by an operator: on a full disk files that were whole left every list for good, as damaged ones.
#[tokio::test]
async fn a_full_disk_keeps_no_file_out_of_the_lists() {
    let (app, _other, place) = open_twice().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    for at in 1..=40 {
        child(&app, at, &"p-2".parse().unwrap()).await;
    }
    // The file may not grow, as on a disk that is full.
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH).most_pages(1);
    let full = SqlStorage::open(place.address(), options).await.unwrap();
    let full = App::new(Arc::new(full), Letters::none()).unwrap();
    let refused = full.rebuild_lists(monday(), &|_| ()).await;
    assert!(matches!(refused, Err(AppError::Storage(storage::StorageError::DiskFull))), "{refused:?}");
    drop(full);
    // There is room again: the next start makes them.
    assert_eq!(app.renew_lists(monday(), &|_| ()).await.unwrap(), Some(all(40)));
    assert_eq!(listed(&app).await.len(), 40);
}

#[tokio::test]
async fn a_backup_and_the_newest_ring_bring_everything_back_but_what_was_destroyed() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let (kept, gone) = (child(&app, 1, &parent).await, child(&app, 2, &parent).await);
    let mut backup = Vec::new();
    let written = app.backup(&mut backup, monday(), &|_| ()).await.unwrap();
    assert!(written.in_logboek);
    let written = written.aantallen;
    assert_eq!(written.gebeurtenissen, 10);
    let (stream, holder) = (StreamId::dossier(&gone), ijsvogel());
    app.storage
        .destroy_key(DestroyKey { stream, holder, at: monday().at, lists: ListsAfter::Delete })
        .await
        .unwrap();
    let mut ring = Vec::new();
    app.backup_ring(&mut ring, monday()).await.unwrap();
    let (other, _place) = open().await;
    let restored =
        other.restore(&mut backup.as_slice(), &mut ring.as_slice(), monday(), &|_| ()).await.unwrap();
    assert_eq!((restored.aantallen, restored.lijsten), (written, all(2)));
    assert_eq!(other.load_dossier(&kept).await.unwrap().unwrap().naam(), "Sam de Zonnevis 1");
    assert_eq!(other.load_dossier(&gone).await.unwrap().unwrap().naam(), "gegevens vernietigd");
    assert_eq!(listed(&other).await, ["Sam de Zonnevis 1"]);
    assert_eq!(other.verify(None, &|_| ()).await.unwrap().fouten, []);
    let again = other.restore(&mut backup.as_slice(), &mut ring.as_slice(), monday(), &|_| ()).await;
    assert!(matches!(again, Err(AppError::Storage(storage::StorageError::NotEmpty))));
}

#[tokio::test]
async fn a_backup_that_was_cut_off_brings_nothing() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    child(&app, 1, &parent).await;
    let mut backup = Vec::new();
    app.backup(&mut backup, monday(), &|_| ()).await.unwrap();
    let (other, _place) = open().await;
    let half = &backup[..backup.len() / 2];
    let restored = other.restore(&mut &half[..], &mut std::io::empty(), monday(), &|_| ()).await;
    assert!(restored.is_err());
    assert_eq!(other.load_dossier(&nummer(1)).await.unwrap(), None);
}

#[tokio::test]
async fn a_clock_that_ran_ahead_leaves_no_lists_behind_once_they_are_made_anew() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let dossier = child(&app, 1, &parent).await;
    let leaves =
        Uitgeschreven::door_besluit("99ZZ00".parse().unwrap(), "2026-12-24".parse().unwrap(), "verhuisd");
    record(&app, &dossier, monday(), vec![leaves.into()]).await.unwrap();
    let ahead = moment("2050-11-23T09:00:00Z");
    let row = async || app.storage.dossier_row(&nummer(1)).await.unwrap();
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    let right = row().await;
    app.rebuild_lists(ahead, &|_| ()).await.unwrap();
    let wrong = row().await;
    assert_ne!(right, wrong, "the day decides what stands in a row");
    // The round that follows the calendar sees nothing to do: the rows are ahead of it.
    app.refresh_lists(monday()).await.unwrap();
    assert_eq!(row().await, wrong);
    assert_eq!(app.rebuild_lists(monday(), &|_| ()).await.unwrap(), all(1));
    assert_eq!(row().await, right);
}

#[tokio::test]
async fn sealing_completes_the_file_outside_after_a_crash() {
    let (empty, _other) = open().await;
    assert_eq!(empty.seal(0, monday()).await.unwrap(), Vec::<String>::new());
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    child(&app, 1, &parent).await;
    let first = app.seal(0, monday()).await.unwrap();
    child(&app, 2, &parent).await;
    // The first line never reached the file: both come now, and then none.
    let both = app.seal(last_seal_in("half a li"), monday()).await.unwrap();
    assert_eq!((first.len(), both.len(), &both[0]), (1, 2, &first[0]));
    let file = format!("{}\n", both.join("\n"));
    assert_eq!(last_seal_in(&file), 2);
    assert_eq!(
        last_seal_in(&format!("{file}{}", &both[0][..40])),
        2,
        "a line that was cut off does not count"
    );
    assert_eq!(app.seal(2, monday()).await.unwrap(), Vec::<String>::new());
    assert_eq!(app.verify(Some(&file), &|_| ()).await.unwrap().fouten, []);
    let health = app.health(0, monday()).await;
    assert_eq!(health.laatste_zegel, Some((2, monday().at)));
}

#[tokio::test]
async fn health_tells_what_works() {
    let (app, _place) = with_school().await;
    let health = app.health(0, monday()).await;
    assert!(health.is_goed() && !health.schijf_vol && !health.demo && health.schema.is_some());
    app.storage.close().await;
    let health = app.health(0, monday()).await;
    assert!(!health.bereikbaar && !health.schrijfbaar && !health.schijf_vol && health.schema.is_none());
}

#[tokio::test]
async fn lapsed_links_and_sessions_go() {
    let (app, _place) = with_school().await;
    person(&app, "Juf Merel", "merel@school.example").await;
    assert_eq!(app.expire(monday()).await.unwrap().aanmelden, 0);
    assert_eq!(app.expire(moment("2026-12-02T09:00:00Z")).await.unwrap().aanmelden, 1);
}

fn nl(tekst: &Tekst) -> String {
    Taal::Nl.zeg(tekst)
}

/// Who looked, as somebody reads it.
async fn lookers(
    app: &Arc<App>,
    kijker: &Kijker,
    dossier: &DossierNummer,
) -> Result<Rows<Meekijker>, AppError> {
    app.open(kijker, dossier, monday()).await?.meekijkers(&Inzagelijst::default(), Page::first(9)).await
}

#[tokio::test]
async fn every_view_is_one_row_and_parents_read_who_looked() {
    let (app, _place) = with_school().await;
    let merel = person(&app, "Juf Merel", "merel@school.example").await;
    let anouk = person(&app, "Anouk", "anouk@thuis.example").await;
    let dossier = child(&app, 1, &anouk).await;
    let ib = viewer(&merel, Rol::Ib, &ijsvogel());
    let parent = viewer(&anouk, Rol::Ouder, &dossier.gezin());
    app.log_read(&ib, &dossier, &[Deel::H, Deel::A, Deel::B, Deel::A], "aanvraag voorbereiden", monday())
        .await
        .unwrap();
    app.log_read(&parent, &dossier, &[Deel::K1], "eigen voorbereiding", monday()).await.unwrap();
    app.log_read(&ib, &dossier, &[], "niets", monday()).await.unwrap();
    let told = lookers(&app, &parent, &dossier).await.unwrap();
    assert_eq!(told.total, 1);
    let view = &told.rows[0];
    assert_eq!(
        (view.naam.as_str(), nl(&view.rol).as_str(), nl(&view.organisatie).as_str()),
        ("Juf Merel", "intern begeleider", "De IJsvogel")
    );
    assert_eq!(
        (view.delen.as_slice(), nl(&view.doel).as_str()),
        ([Deel::A, Deel::B, Deel::H].as_slice(), "aanvraag voorbereiden")
    );
    assert_eq!(view.op, monday().at);
}

/// Given a page that somebody else had opened and the school closed; when the right parent comes in; then they read what that one saw, without
/// a name, and of the other parent nothing.
#[tokio::test]
async fn whose_page_somebody_else_had_opened_reads_what_that_one_saw() {
    let (app, _place) = with_school().await;
    let wrong = person(&app, "De Buurman", "buurman@thuis.example").await;
    let anouk = person(&app, "Anouk", "anouk@thuis.example").await;
    let other = person(&app, "Bram", "bram@thuis.example").await;
    let dossier = child(&app, 1, &wrong).await;
    let family = |who| viewer(who, Rol::Ouder, &dossier.gezin());
    app.log_read(&family(&wrong), &dossier, &[Deel::A], "kindpagina", monday()).await.unwrap();
    let reden = "een ander had deze pagina geopend".to_owned();
    let closed = EigenPaginaBeeindigd { persoon: 1, account: wrong.clone(), reden };
    let right = OuderAangesloten { persoon: 1, account: anouk.clone() };
    let beside = OuderAangesloten { persoon: 2, account: other.clone() };
    record(&app, &dossier, monday(), vec![closed.into(), right.into(), beside.into()]).await.unwrap();
    app.log_read(&family(&other), &dossier, &[Deel::A], "kindpagina", monday()).await.unwrap();
    let told = lookers(&app, &family(&anouk), &dossier).await.unwrap();
    let names: Vec<_> = told.rows.iter().map(|view| view.naam.as_str()).collect();
    assert_eq!((told.total, names), (1, vec!["iemand anders"]));
    assert_eq!(told.rows[0].delen, [Deel::A]);
    assert_eq!(lookers(&app, &family(&other), &dossier).await.unwrap().rows[0].naam, "Bram");
}

#[tokio::test]
async fn the_log_is_for_those_of_this_file_and_of_this_role() {
    let (app, _place) = with_school().await;
    let merel = person(&app, "Juf Merel", "merel@school.example").await;
    let dossier = child(&app, 1, &"p-2".parse().unwrap()).await;
    let stranger = viewer(&merel, Rol::Ib, &"school/99ZZ01".parse().unwrap());
    let elsewhere = lookers(&app, &stranger, &dossier).await;
    assert!(matches!(elsewhere, Err(AppError::NotFound)));
    let teacher = Kijker { groep: "5b".to_owned(), ..viewer(&merel, Rol::Leerkracht, &ijsvogel()) };
    let looked = lookers(&app, &teacher, &dossier).await;
    assert!(matches!(looked, Err(AppError::Forbidden { .. })));
    let missing = lookers(&app, &teacher, &nummer(9)).await;
    assert!(matches!(missing, Err(AppError::NotFound)));
}

#[tokio::test]
async fn a_purpose_is_a_line_that_parents_can_read() {
    let (app, _place) = with_school().await;
    let ib = viewer(&"p-1".parse().unwrap(), Rol::Ib, &ijsvogel());
    for wrong in ["", "a\0b", "a\u{202e}b", &"x".repeat(10_000)] {
        assert_eq!(
            refused(app.log_read(&ib, &nummer(1), &[Deel::A], wrong, monday()).await).veld,
            Some("doel")
        );
    }
}

#[tokio::test]
async fn a_secret_address_hides_from_a_parent_where_others_looked_from() {
    let (app, _place) = with_school().await;
    let merel = person(&app, "Juf Merel", "merel@school.example").await;
    let anouk = person(&app, "Anouk", "anouk@thuis.example").await;
    let dossier = child(&app, 1, &anouk).await;
    let secret = GeheimhoudingGezet { geheim: true, voor_personen: vec![1], bron: "school".to_owned() };
    record(&app, &dossier, monday(), vec![secret.into()]).await.unwrap();
    let ib = viewer(&merel, Rol::Ib, &ijsvogel());
    app.log_read(&ib, &dossier, &[Deel::A], "aanvraag voorbereiden", monday()).await.unwrap();
    let parent = viewer(&anouk, Rol::Ouder, &dossier.gezin());
    let told = lookers(&app, &parent, &dossier).await.unwrap().rows;
    assert_eq!((told[0].naam.as_str(), nl(&told[0].organisatie).as_str()), ("", "een school"));
    let school = lookers(&app, &ib, &dossier).await.unwrap().rows;
    assert_eq!(nl(&school[0].organisatie), "De IJsvogel");
}

#[tokio::test]
async fn a_privacy_officer_sees_patterns_of_the_own_organisation() {
    let (app, _place) = with_school().await;
    let merel = person(&app, "Juf Merel", "merel@school.example").await;
    let ib = viewer(&merel, Rol::Ib, &ijsvogel());
    for at in 1..=3 {
        app.log_read(&ib, &nummer(at), &[Deel::E], "dossier bekeken", monday()).await.unwrap();
    }
    let officer = viewer(&"p-9".parse().unwrap(), Rol::PrivacyOfficer, &ijsvogel());
    let (from, to) = ("2026-11-23".parse().unwrap(), "2026-11-24".parse().unwrap());
    let seen = app.kijkpatroon(&officer, (from, to), true).await.unwrap();
    assert_eq!((seen[0].naam.as_str(), seen[0].aantal, seen[0].dossiers), ("Juf Merel", 3, 3));
    assert_eq!(refused(app.kijkpatroon(&officer, (to, from), true).await).veld, Some("tot"));
    assert!(matches!(app.kijkpatroon(&ib, (from, to), true).await, Err(AppError::Forbidden { .. })));
    let neighbour = viewer(&"p-9".parse().unwrap(), Rol::PrivacyOfficer, &"school/99ZZ01".parse().unwrap());
    assert_eq!(app.kijkpatroon(&neighbour, (from, to), true).await.unwrap(), []);
    let evening = moment("2026-11-23T21:00:00Z");
    app.log_read(&ib, &nummer(1), &[Deel::E], "dossier bekeken", evening).await.unwrap();
    let patterns = app.kijkpatronen(&officer, (from, to), true).await.unwrap();
    assert_eq!((patterns[0].wie.aantal, patterns[0].buiten_werktijd), (4, 1));
    let long = "2027-06-01".parse().unwrap();
    assert_eq!(refused(app.kijkpatronen(&officer, (from, long), true).await).veld, Some("tot"));
}
