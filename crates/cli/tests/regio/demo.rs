//! The demo as somebody starts it, with letters as they are really typeset: other tests make them without typst.

use std::path::Path;
use std::process::{Command, Stdio};

use storage_sql::testing::{damage, demo_without_mark, lists_of_another_version, rows_of_readers};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::programma::{Afloop, Dienst};

/// Enough for every story that the role chooser tells; more would only take longer.
const FILES: &str = "110";

#[test]
fn a_parent_in_the_demo_reads_a_letter_that_was_really_typeset() {
    let folder = TempDir::new().unwrap();
    let dienst = demo(folder.path());
    let mut mother = Browser::new(&dienst.host);
    mother.go("/demo").press("R. Zilverspar ouder", &[]).sees("Mila").sees("Besluit op de aanvraag");
    let letter = mother.opens_letter();
    assert!(letter.starts_with(b"%PDF-1."), "{}", String::from_utf8_lossy(&letter[..letter.len().min(80)]));
    if let Some(text) = text_of(&folder.path().join("brief.pdf"), &letter) {
        for read in ["mevrouw R. Zilverspar", "Mila Roerdomp", "toelaatbaarheidsverklaring"] {
            assert!(text.contains(read), "'{read}' is not in the letter:\n{text}");
        }
    }
    assert_eq!(dienst.stop(), Some(0), "the demo ends well when it is told to stop");
}

#[test]
fn lists_that_another_version_made_are_made_anew_before_anybody_asks() {
    let folder = TempDir::new().unwrap();
    assert_eq!(asked(demo(folder.path())).stop(), Some(0));
    let file = folder.path().join("demo.db");
    let seen = rows_of_readers(&file);
    assert!(seen.is_some_and(|rows| rows > 100), "{seen:?}");
    for command in ["serve", "migreer"] {
        lists_of_another_version(&file);
        let address = format!("sqlite:{}", file.display());
        let mut program = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
        program.env_clear().current_dir(folder.path()).stdin(Stdio::null());
        program.args([command, "--database", &address]);
        if command == "serve" {
            let dienst = asked(Dienst::started(program.args(["--adres", "127.0.0.1:0"])));
            // The database is one of the demo; the command was another.
            assert_eq!(Browser::fetch(&dienst.host, "/demo", "text/html").0, 404);
            assert_eq!(dienst.stop(), Some(0));
        } else {
            assert!(program.output().unwrap().status.success());
        }
        assert_eq!(rows_of_readers(&file), seen, "{command}");
    }
}

#[test]
fn a_file_that_is_in_no_list_is_named_and_keeps_nobody_from_the_others() {
    let folder = TempDir::new().unwrap();
    assert_eq!(asked(demo(folder.path())).stop(), Some(0));
    let file = folder.path().join("demo.db");
    let seen = rows_of_readers(&file).unwrap();
    damage(&file, &"2026-000005".parse().unwrap());
    let address = format!("sqlite:{}", file.display());
    let mut program = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
    program.env_clear().current_dir(folder.path()).stdin(Stdio::null());
    let made = program.args(["lijsten", "--database", &address]).output().unwrap();
    let said = String::from_utf8(made.stderr).unwrap();
    assert_eq!(made.status.code(), Some(1), "{said}");
    assert!(said.contains("1 van de ") && said.contains("2026-000005"), "{said}");
    let left = rows_of_readers(&file).unwrap();
    assert!(left < seen && left > seen / 2, "{left} of {seen}");
    for words in [&["migreer"][..], &["--json", "migreer"]] {
        lists_of_another_version(&file);
        let mut program = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
        program.env_clear().current_dir(folder.path()).stdin(Stdio::null());
        let migrated = Afloop::of(program.args(words).args(["--database", &address]));
        assert_eq!(migrated.code, Some(1), "{words:?}: {}", migrated.err);
        assert!(migrated.err.contains("2026-000005"), "{words:?}: {}", migrated.err);
        if words.len() > 1 {
            let object: serde_json::Value = serde_json::from_str(&migrated.out).unwrap();
            assert_eq!(object["in_geen_lijst"], serde_json::json!(["2026-000005"]));
        }
    }
}

#[test]
fn a_demo_of_an_older_version_says_so_and_is_set_aside_when_asked() {
    let folder = TempDir::new().unwrap();
    let begun = |flags: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
        command
            .env_clear()
            .env("XDG_DATA_HOME", folder.path())
            .current_dir(folder.path())
            .stdin(Stdio::null());
        command.args(["demo", "--dossiers", "20", "--adres", "127.0.0.1:0"]).args(flags);
        command
    };
    assert_eq!(asked(Dienst::started(&mut begun(&[]))).stop(), Some(0));
    let file = folder.path().join("leerrecht/demo-20-1.db");
    demo_without_mark(&file);
    let kept = std::fs::read(&file).unwrap();
    let refused = Afloop::of(&mut begun(&[]));
    assert_eq!(refused.code, Some(2), "{}", refused.err);
    for said in ["oudere versie", "--opnieuw", "niets weggegooid", "demo-20-1.db"] {
        assert!(refused.err.contains(said), "{said}: {}", refused.err);
    }
    assert_eq!(std::fs::read(&file).unwrap(), kept, "nothing was changed by looking");
    assert_eq!(asked(Dienst::started(&mut begun(&["--opnieuw"]))).stop(), Some(0));
    let aside = folder.path().join("leerrecht/demo-20-1.db.oud-1");
    assert_eq!(std::fs::read(&aside).unwrap(), kept, "the old one is there as it was");
    assert!(folder.path().join("leerrecht/demo-20-1.db.oud-1.sleutel").exists(), "with its key");
    // What somebody names is never moved.
    let named = format!("sqlite:{}", aside.display());
    let refused = Afloop::of(&mut begun(&["--opnieuw", "--database", &named]));
    assert_eq!(refused.code, Some(2), "{}", refused.err);
    assert!(refused.err.contains("--database"), "{}", refused.err);
    let refused = Afloop::of(&mut begun(&["--database", &named]));
    assert!(refused.err.contains("oudere versie") && !refused.err.contains("--opnieuw"), "{}", refused.err);
    assert!(aside.exists(), "and it stands where it stood");
}

/// A program that answered once, so that it is there to be stopped.
fn asked(dienst: Dienst) -> Dienst {
    Browser::new(&dienst.host).go("/inloggen");
    dienst
}

/// A demo with nothing around it, on a free port and a database of its own.
fn demo(folder: &Path) -> Dienst {
    let database = format!("sqlite:{}", folder.join("demo.db").display());
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
    command.env_clear().current_dir(folder).stdin(Stdio::null());
    command.args(["demo", "--dossiers", FILES, "--adres", "127.0.0.1:0", "--database", &database]);
    Dienst::started(&mut command)
}

/// What somebody reads in a PDF, or `None` with a loud line.
#[expect(clippy::print_stderr, reason = "a skipped check must be seen")]
fn text_of(file: &Path, pdf: &[u8]) -> Option<String> {
    std::fs::write(file, pdf).unwrap();
    let Ok(read) = Command::new("pdftotext").arg(file).arg("-").output() else {
        eprintln!("SKIPPED: pdftotext is not installed, so nobody reads the letter");
        return None;
    };
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    Some(String::from_utf8(read.stdout).unwrap())
}
