//! A registration through the whole program: access, law, file, lists, durable commit; without and with the letters
//! that are made beside it. Against a floor in the same run: a transaction of the same database that adds one row.
//!
//! `cargo bench -p cli --bench aanmelden`

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use app::aanmelden::{NieuwKind, NieuweAanmelding, NieuweOuder};
use app::dossiers::Uitvoering;
use base::dates;
use dossier::Rol;
use dossier::leven::feiten::Contactgegevens;
use dossier::soort::Relatie;
use storage::{Append, StreamId};
use testkit::TestApp;

/// Registrations, or rows, of one client alone and of all together.
const ALONE: usize = 200;
const TOGETHER: usize = 6_400;
/// Clients at the same time.
const CLIENTS: usize = 32;

fn say(line: &str) {
    drop(writeln!(io::stdout(), "{line}"));
}

fn kind(number: usize) -> NieuwKind {
    NieuwKind {
        roepnaam: format!("Kind{number}"),
        achternaam: format!("Zonnevis{}", number % 977),
        // Some 1,400 days: the children of a primary school are not all born on one.
        geboortedatum: dates::plus_days("2016-02-06".parse().expect("a date"), day_of_birth(number)),
        adres: dossier::staat::Adres {
            straat: "Lijsterlaan 12".to_owned(),
            postcode: "9901ZZ".parse().ok(),
            plaats: "Ochtendstad".to_owned(),
            ..dossier::staat::Adres::default()
        },
        ouders: vec![NieuweOuder {
            naam: "mevrouw I. Zonnevis".to_owned(),
            relatie: Relatie::Gezagsouder,
            brondocument: "uittreksel".to_owned(),
            contact: Contactgegevens::default(),
            taal: String::new(),
            tolk: false,
            geheim: false,
        }],
        ..NieuwKind::default()
    }
}

fn day_of_birth(number: usize) -> i32 {
    i32::try_from(number % 1_400).unwrap_or_default()
}

async fn register(test: &TestApp, number: usize) {
    let moment = test.moment();
    let registration = NieuweAanmelding {
        vestiging: test.school().school.vestiging.clone(),
        onderwijs: None,
        ontvangen_op: moment.vandaag,
        gewenst_per: None,
        andere_scholen: Vec::new(),
        minderjarige_asielzoeker: false,
        toelichting_ouders: String::new(),
    };
    let (ib, kind) = (test.as_(Rol::Ib), kind(number));
    let app = &test.app;
    let done = app.meld_nieuw_kind_aan(&ib, moment, &kind, &registration, true, Uitvoering::default()).await;
    done.expect("a registration");
}

/// The floor: one event without lists, letters or law.
async fn bare(test: &TestApp, number: usize) {
    let stream: StreamId = StreamId::organisatie(&format!("school/{number:06}").parse().expect("a code"));
    let moment = test.moment();
    let event = storage::NewEvent {
        event_type: "Vloer".to_owned(),
        event_version: 1,
        on: moment.vandaag,
        holder: test.school().organisatie(),
        actor: storage::Actor {
            persoon: test.as_(Rol::Ib).actor.persoon,
            rol: "ib".to_owned(),
            organisatie: test.school().organisatie(),
        },
        by: None,
        payload: vec![b'x'; 1_500],
        blobs: Vec::new(),
    };
    test.app.storage.append(Append::new(stream, 0, moment.at, vec![event])).await.expect("an append");
}

/// Times of `count` rounds from number `first` by `clients` at once, and how long all of it took.
async fn measure<F, Fut>(
    test: &Arc<TestApp>,
    first: usize,
    count: usize,
    clients: usize,
    act: F,
) -> (Vec<Duration>, Duration)
where
    F: Fn(Arc<TestApp>, usize) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    let next = Arc::new(AtomicUsize::new(0));
    let start = Instant::now();
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (test, next) = (Arc::clone(test), Arc::clone(&next));
            tokio::spawn(async move {
                let mut times = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        return times;
                    }
                    let begin = Instant::now();
                    act(Arc::clone(&test), first + number).await;
                    times.push(begin.elapsed());
                }
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.expect("a client"));
    }
    let took = start.elapsed();
    all.sort_unstable();
    (all, took)
}

fn tell(what: &str, (times, took): &(Vec<Duration>, Duration), floor: Option<f64>) -> f64 {
    let rate = f64::from(u32::try_from(times.len()).unwrap_or(u32::MAX)) / took.as_secs_f64();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    let ratio = floor.map_or_else(String::new, |floor| format!("  {:.2} × floor", rate / floor));
    say(&format!("{what:<52} {rate:>7.0}/s  p50 {:>9.2?}  p95 {:>9.2?}{ratio}", at(50), at(95)));
    rate
}

async fn round(name: &str, test: Arc<TestApp>) {
    // Every child is another one: a possible double takes another way.
    for (first, clients, count) in [(0, 1, ALONE), (ALONE, CLIENTS, TOGETHER)] {
        let floor =
            measure(&test, first, count, clients, |test, number| async move { bare(&test, number).await });
        let floor = tell(&format!("{name}, {clients} clients: floor, one event"), &floor.await, None);
        let alone =
            measure(
                &test,
                first,
                count,
                clients,
                |test, number| async move { register(&test, number).await },
            );
        tell(&format!("{name}, {clients} clients: registration"), &alone.await, Some(floor));
    }
    let before = open_letters(&test).await;
    let writer = tokio::spawn(write_letters(Arc::clone(&test)));
    let beside = measure(&test, ALONE + TOGETHER, TOGETHER, CLIENTS, |test, number| async move {
        register(&test, number).await;
    })
    .await;
    writer.abort();
    let made = before + TOGETHER - open_letters(&test).await;
    tell(&format!("{name}, {CLIENTS} clients: with {made} letters beside it"), &beside, None);
}

/// Makes letters as the running program does; whoever measures stops it.
async fn write_letters(test: Arc<TestApp>) {
    test.app.make_open_letters(test.moment()).await.expect("letters");
}

/// Acts whose letters are still to be made.
async fn open_letters(test: &TestApp) -> usize {
    let (mut count, mut last) = (0, None);
    loop {
        let open = test.app.storage.unfinished(last.as_ref(), 1_000).await.expect("what is open");
        let Some(newest) = open.last() else { return count };
        count += open.len();
        last = Some(newest.clone());
    }
}

#[tokio::main]
async fn main() {
    round("SQLite", Arc::new(TestApp::sqlite_with(typesetter::letters()).await)).await;
    if let Some(test) = TestApp::postgres_with(typesetter::letters()).await {
        round("PostgreSQL", Arc::new(test)).await;
    }
}
