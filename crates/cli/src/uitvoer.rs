//! What a command prints: data on standard output, everything for people on standard error.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the one place that prints")]

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;

use crate::exit::Exit;

/// Prints for people, or JSON for programs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Uitvoer {
    json: bool,
}

#[expect(clippy::unused_self, reason = "a command prints through the printer it was given, and nowhere else")]
impl Uitvoer {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    /// The result: the JSON object for programs, the text for people.
    pub(crate) fn result(&self, json: &Value, text: &str) {
        if self.json {
            println!("{json}");
        } else {
            println!("{text}");
        }
    }

    /// A JSON document, whoever reads it.
    pub(crate) fn document(&self, json: &Value) {
        if self.json {
            println!("{json}");
        } else {
            println!("{json:#}");
        }
    }

    /// One line on standard output, at once: the address of a server that answers.
    pub(crate) fn line(&self, text: &str) {
        println!("{text}");
    }

    /// Something that a person should know while a command works.
    pub(crate) fn note(&self, text: &str) {
        if !self.json {
            eprintln!("{text}");
        }
    }

    /// Lines that say what is wrong, as they are.
    pub(crate) fn wrong(&self, lines: &str) {
        eprintln!("{lines}");
    }

    pub(crate) fn error(&self, exit: &Exit) {
        if !exit.tekst.is_empty() {
            eprintln!("leerrecht: {}", exit.tekst);
        }
    }

    /// A progress bar on a terminal; nothing elsewhere.
    pub(crate) fn bar(&self, what: &str) -> ProgressBar {
        if self.json || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(0).with_message(what.to_owned());
        if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len} ({eta})") {
            bar.set_style(style);
        }
        bar
    }
}
