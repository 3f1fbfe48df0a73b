//! What a command prints: data on standard output, everything for people on standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::exit::{Exit, os_reason};

/// Prints for people, or JSON for programs.
#[derive(Debug, Default)]
pub(crate) struct Uitvoer {
    json: bool,
    /// A result was printed.
    said: AtomicBool,
    /// Why standard output took no more.
    lost: Mutex<Option<io::Error>>,
}

#[expect(clippy::unused_self, reason = "a command prints through the printer it was given, and nowhere else")]
impl Uitvoer {
    pub(crate) fn new(json: bool) -> Self {
        Self { json, said: AtomicBool::default(), lost: Mutex::default() }
    }

    /// The result: the JSON object for programs, the text for people.
    pub(crate) fn result(&self, json: &Value, text: &str) {
        if self.json {
            self.line(&json.to_string());
        } else {
            self.line(text);
        }
    }

    /// A JSON document, whoever reads it.
    pub(crate) fn document(&self, json: &Value) {
        if self.json {
            self.line(&json.to_string());
        } else {
            self.line(&format!("{json:#}"));
        }
    }

    /// One line on standard output, at once: the address of a server that answers.
    pub(crate) fn line(&self, text: &str) {
        self.said.store(true, Ordering::Relaxed);
        let mut out = io::stdout().lock();
        let written = writeln!(out, "{text}").and_then(|()| out.flush());
        if let (Err(error), Ok(mut lost)) = (written, self.lost.lock()) {
            *lost = Some(error);
        }
    }

    /// Whether everything printed has arrived. A reader that has seen enough (`head`) is no failure.
    pub(crate) fn arrived(&self) -> Result<(), Exit> {
        let lost = self.lost.lock().ok().and_then(|mut lost| lost.take());
        match lost {
            Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(Exit::outside(format!(
                "het resultaat is niet te schrijven: {}. Maak ruimte of schrijf het ergens anders heen",
                os_reason(&error)
            ))),
            _ => Ok(()),
        }
    }

    /// Something that a person should know while a command works.
    pub(crate) fn note(&self, text: &str) {
        if !self.json {
            self.wrong(text);
        }
    }

    /// Lines that say what is wrong, as they are. Where nobody can read them nothing is lost by going on.
    pub(crate) fn wrong(&self, lines: &str) {
        drop(writeln!(io::stderr().lock(), "{lines}"));
    }

    pub(crate) fn error(&self, exit: &Exit) {
        if !exit.tekst.is_empty() {
            self.wrong(&format!("leerrecht: {}", exit.tekst));
            // A program that got no result gets the reason as one.
            if self.json && !self.said.load(Ordering::Relaxed) {
                self.line(&json!({ "fout": exit.tekst, "einde": exit.number() }).to_string());
            }
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

/// How many of what: one of it is called otherwise.
pub(crate) fn count(aantal: usize, een: &str, meer: &str) -> String {
    format!("{aantal} {}", if aantal == 1 { een } else { meer })
}

/// Says something that the person has to know and that stops nothing.
pub(crate) fn warn(text: &str) {
    drop(writeln!(io::stderr().lock(), "Let op: {text}"));
}
