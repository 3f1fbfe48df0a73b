//! The repository's own tool: `cargo xtask tidy` checks what no compiler checks (arrows between rooms,
//! licences, purity, sizes, citations, words), `cargo xtask generate` writes the files that follow from others,
//! `cargo xtask beeld` writes down what everybody in the demo region sees.
//!
//! Every checker is a pure function from texts to findings; all reading and writing is in [`repo`].
//! To add a checker: write `tidy/NAME.rs` with such a function and its tests, and one row in [`tidy::CHECKS`].

mod catalogues;
mod finding;
mod generate;
mod repo;
mod rust_text;
mod tidy;

use std::io::Write;
use std::process::{Command, ExitCode};

use repo::{Repo, RepoError};

const USAGE: &str = "usage:
  cargo xtask tidy [CHECK ...]     checks the repository; exit 1 when something is found
  cargo xtask generate [--check]   writes generated files; --check only compares, exit 1 on a difference
  cargo xtask beeld FOLDER [FILES] writes every page, form, list, CSV and letter text of the demo region, for every
                                   demo account, into a folder: compare two of them with diff -r
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let answer = match words.as_slice() {
        ["tidy", chosen @ ..] => tidy(chosen),
        ["generate"] => Repo::load().and_then(|repo| generate::write(&repo)).map(Answer::fine),
        ["generate", "--check"] => Repo::load().map(|repo| Answer::of(&generate::compare(&repo), "generate")),
        ["beeld", folder, files @ ..] if files.len() < 2 => beeld(folder, files),
        _ => Ok(Answer { text: USAGE.to_owned(), code: 2 }),
    };
    match answer {
        Ok(answer) => say(&answer.text, answer.code),
        Err(error) => say(&format!("xtask: {error}\n"), 2),
    }
}

/// What a command prints and its exit code.
struct Answer {
    text: String,
    code: u8,
}

impl Answer {
    fn fine(text: String) -> Self {
        Self { text, code: 0 }
    }

    fn of(findings: &[finding::Finding], command: &str) -> Self {
        let mut lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        lines.push(format!("{command}: {}\n", finding::count(findings)));
        Self { text: lines.concat(), code: u8::from(!findings.is_empty()) }
    }
}

fn tidy(chosen: &[&str]) -> Result<Answer, RepoError> {
    if let Some(unknown) = chosen.iter().find(|name| !tidy::CHECKS.iter().any(|check| check.name == **name)) {
        let names: Vec<&str> = tidy::CHECKS.iter().map(|check| check.name).collect();
        let text = format!("xtask: there is no check '{unknown}'; there are: {}\n", names.join(", "));
        return Ok(Answer { text, code: 2 });
    }
    let report = tidy::run(&Repo::load()?, chosen);
    let notes: Vec<String> = report.notes.iter().map(|note| format!("note: {note}\n")).collect();
    let answer = Answer::of(&report.findings, "tidy");
    Ok(Answer { text: notes.concat() + &answer.text, code: answer.code })
}

/// The walk links the whole program, which this tool does not: it stands beside the tests of `web`.
fn beeld(folder: &str, files: &[&str]) -> Result<Answer, RepoError> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.into());
    let walk = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--package", "web", "--example", "beeld", "--"])
        .arg(&folder)
        .args(files)
        .status();
    let ended = walk.map_err(|error| RepoError::Command {
        command: "cargo run --example beeld".to_owned(),
        reason: error.to_string(),
    })?;
    let text =
        if ended.success() { format!("beeld: written to {}\n", folder.display()) } else { String::new() };
    Ok(Answer { text, code: u8::from(!ended.success()) })
}

/// Prints and gives the exit code; a closed pipe is nobody's problem.
fn say(text: &str, code: u8) -> ExitCode {
    let written = std::io::stdout().write_all(text.as_bytes());
    ExitCode::from(if written.is_ok() { code } else { 2 })
}
