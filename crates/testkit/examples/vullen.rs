//! Measures the demo: `cargo run --release -p testkit --example vullen -- 5000`.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::{App, Moment};
use base::Timestamp;
use demo::dossiers::{Wereld, histories};
use demo::regio::Regio;
use demo::{Opties, fill};
use dossier::toegang::Matrix;
use recht::Wet;
use storage_sql::testing::Home;
use storage_sql::{Options, Secret, SqlStorage};

fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// So many per second.
fn rate(count: u64, time: Duration) -> u128 {
    u128::from(count) * 1_000_000 / time.as_micros().max(1)
}

fn tell(dossiers: usize, moment: Moment) {
    let (wet, matrix) = (Wet::load().expect("the law"), Matrix::load().expect("the matrix"));
    let regio = Regio::new(1, dossiers);
    let wereld = Wereld { regio: &regio, wet: &wet, matrix: &matrix, vandaag: moment.vandaag };
    let begin = Instant::now();
    let facts: usize =
        histories(wereld, dossiers).map(|history| history.expect("a story").feiten.len()).sum();
    let (facts, time) = (u64::try_from(facts).unwrap_or(0), begin.elapsed());
    say(&format!("told alone: {facts} facts in {time:.1?}: {} a second", rate(facts, time)));
}

#[tokio::main]
async fn main() {
    let dossiers = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(5_000);
    let begin: Timestamp = "2026-11-25T09:00:00Z".parse().expect("an instant");
    let moment = Moment::of(begin);
    tell(dossiers, moment);
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), begin);
    let storage = SqlStorage::open(place.address(), options).await.expect("a database");
    let app = Arc::new(App::new(Arc::new(storage), testkit::letters()).expect("law and matrix"));
    let started = Instant::now();
    let report = fill(&app, Opties { dossiers, zaad: 1 }, moment, &|_| {}).await.expect("the demo");
    let time = started.elapsed();
    app.storage.close().await;
    let size = place.file().and_then(|file| std::fs::metadata(file).ok()).map_or(0, |found| found.len());
    say(&format!(
        "stored: {} files, {} facts, {} letters in {time:.1?}: {} facts a second; {} MB, {} bytes a file",
        report.dossiers,
        report.gebeurtenissen,
        report.brieven,
        rate(report.gebeurtenissen, time),
        size / 1_000_000,
        size / report.dossiers.max(1),
    ));
}
