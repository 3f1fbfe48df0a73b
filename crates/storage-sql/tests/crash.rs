//! `kill -9` in the middle of a storm of writes loses nothing that was acknowledged.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use base::Timestamp;
use storage::{EventLog, InzageQuery, Page, ReadLog, StreamId, Upkeep};
use storage_sql::testing::{Cluster, Home};
use storage_sql::{Options, Secret, SqlStorage};

/// Acknowledged writes after which somebody is killed.
const ENOUGH: usize = 300;

/// The example `storm`, which cargo builds beside the tests.
fn storm(address: &str, from: usize) -> Child {
    let own = std::env::current_exe().unwrap();
    let target: PathBuf = own.parent().and_then(|deps| deps.parent()).unwrap().to_owned();
    let mut command = Command::new(target.join("examples/storm"));
    command.arg(address).arg(from.to_string()).stdout(Stdio::piped());
    command.spawn().unwrap()
}

/// Reads what is acknowledged; kills after enough of it and reads on to the end. A last line that
/// was cut off does not count.
fn acknowledged(child: &mut Child, kill: impl FnOnce(&mut Child)) -> Vec<String> {
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (mut lines, mut kill) = (Vec::new(), Some(kill));
    let mut line = String::new();
    while out.read_line(&mut line).unwrap() > 0 {
        if line.ends_with('\n') {
            lines.push(line.trim().to_owned());
        }
        line.clear();
        if lines.len() >= ENOUGH
            && let Some(kill) = kill.take()
        {
            kill(child);
        }
    }
    child.wait().unwrap();
    assert!(lines.len() >= ENOUGH, "the storm ended by itself after {} lines", lines.len());
    lines
}

async fn check(address: &str, lines: &[String]) {
    let store = SqlStorage::open(address, Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH));
    let store = store.await.unwrap();
    let mut heads: BTreeMap<StreamId, u64> = BTreeMap::new();
    for line in lines {
        let mut words = line.split(' ');
        let (kind, stream) = (words.next().unwrap(), words.next().unwrap());
        let stream: StreamId = stream.parse().unwrap();
        if kind == "g" {
            let sequence: u64 = words.next().unwrap().parse().unwrap();
            let head = heads.entry(stream).or_default();
            *head = sequence.max(*head);
        } else {
            let views = store
                .reads(&InzageQuery::newest(stream.as_dossier().unwrap(), Page::first(1)))
                .await
                .unwrap();
            assert_eq!(views.total, 1, "{line}");
        }
    }
    for (stream, head) in heads {
        let events = store.load(&stream).await.unwrap();
        assert!(events.len() as u64 >= head, "{stream} was acknowledged up to {head}");
    }
    let report = store.verify(None, &|_| {}).await.unwrap();
    assert_eq!(report.fouten, []);
    store.seal(Timestamp::UNIX_EPOCH).await.unwrap();
    store.close().await;
}

async fn survives_a_killed_program(home: Home, rounds: usize) {
    let place = home.place().await;
    for round in 0..rounds {
        let mut child = storm(place.address(), 1 + round * 100_000);
        let lines = acknowledged(&mut child, |child| child.kill().unwrap());
        check(place.address(), &lines).await;
    }
}

#[tokio::test]
async fn a_killed_program_loses_nothing_acknowledged_on_sqlite() {
    survives_a_killed_program(Home::sqlite(), 3).await;
}

#[tokio::test]
async fn a_killed_program_loses_nothing_acknowledged_on_postgres() {
    if let Some(home) = Home::postgres() {
        survives_a_killed_program(home, 2).await;
    }
}

#[tokio::test]
async fn a_killed_server_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let Some(cluster) = Cluster::durable(folder.path()) else { return };
    let address = cluster.database().await;
    let mut child = storm(&address, 1);
    let lines = acknowledged(&mut child, |_| {
        let server = cluster.postmaster().unwrap().to_string();
        assert!(Command::new("kill").args(["-9", &server]).status().unwrap().success());
    });
    let started = (0..100).any(|_| cluster.start(true));
    assert!(started, "the server does not start again");
    check(&address, &lines).await;
}
