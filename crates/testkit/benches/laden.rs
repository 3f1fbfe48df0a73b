//! Loading a file of sixty facts: read, decrypt, decode, replay. The floor in the same run is the store alone, which reads
//! and decrypts.
//!
//! `cargo bench -p testkit --bench laden`

use std::io::{self, Write};
use std::time::{Duration, Instant};

use app::dossiers::Uitvoering;
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::leven::opdracht::SchrijfIn;
use storage::StreamId;
use testkit::TestApp;

/// Facts in the file.
const FACTS: u64 = 60;
/// How often it is loaded.
const ROUNDS: usize = 2_000;

fn say(line: &str) {
    drop(writeln!(io::stdout(), "{line}"));
}

/// A child at school that changes group until its file has so many facts.
async fn file(test: &TestApp) -> DossierNummer {
    let nummer = test.given(Verhaallijn::Toegelaten).await;
    let dossier = test.dossier(&nummer).await;
    let aanmelding = dossier.aanmeldingen.first().expect("a registration").clone();
    let per = dossier.inschrijvingen.last().expect("an enrolment").van.max(test.moment().vandaag);
    test.zet_dag(per);
    let ib = test.as_at(Rol::Ib, &aanmelding.vestiging.organisatie());
    let mut versie = dossier.versie;
    while versie < FACTS {
        let step = SchrijfIn {
            vestiging: aanmelding.vestiging.clone(),
            swv: aanmelding.swv.clone(),
            schoolnaam: aanmelding.schoolnaam.clone(),
            schoolsoort: aanmelding.schoolsoort,
            groep: format!("groep {versie}"),
            per,
            verklaring: String::new(),
        };
        let done =
            test.app.execute(&ib, test.moment(), &nummer, vec![step.into()], Uitvoering::default()).await;
        versie = done.expect("another group").dossier.versie;
    }
    nummer
}

fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    say(&format!("{what:<48} p50 {:>9.2?}  p95 {:>9.2?}", at(50), at(95)));
}

async fn round(name: &str, test: TestApp) {
    let nummer = file(&test).await;
    let stream = StreamId::dossier(&nummer);
    let (mut floor, mut whole) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let events = test.app.storage.load(&stream).await.expect("the events");
        floor.push(begin.elapsed());
        assert!(events.len() as u64 >= FACTS);
        let begin = Instant::now();
        test.app.load_dossier(&nummer).await.expect("the file").expect("it is there");
        whole.push(begin.elapsed());
    }
    tell(&format!("{name}: floor, {FACTS} events read and decrypted"), floor);
    tell(&format!("{name}: the file, decoded and replayed"), whole);
}

#[tokio::main]
async fn main() {
    Box::pin(round("SQLite", TestApp::sqlite().await)).await;
    if let Some(test) = TestApp::postgres().await {
        Box::pin(round("PostgreSQL", test)).await;
    }
}
