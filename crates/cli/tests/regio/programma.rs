//! The real program with the settings of the manual, in a folder of its own.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use storage_sql::testing::{Home, Place};
use tempfile::TempDir;

use crate::handleiding;

/// Where the public files are, by the name the manual uses.
const FOLDERS: [&str; 3] = ["duo", "geo", "oso-2019.1"];

/// An installation.
pub(crate) struct Programma {
    pub(crate) folder: TempDir,
    home: Home,
    place: Place,
}

/// How a command ended.
pub(crate) struct Afloop {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program while it answers.
pub(crate) struct Dienst {
    child: Child,
    pub(crate) host: String,
}

/// A public file, or `None` with a loud line.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
pub(crate) fn public_file(name: &str) -> Option<PathBuf> {
    let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    let found = FOLDERS.iter().map(|folder| data.join(folder).join(name)).find(|path| path.exists());
    if found.is_none() {
        eprintln!("SKIPPED: {name} is not there");
    }
    found
}

impl Programma {
    /// Nothing but settings, and an empty database where that is a server.
    pub(crate) async fn installed(home: Home) -> Self {
        let folder = TempDir::new().unwrap();
        let place = home.place().await;
        let settings = handleiding::settings(place.address(), &folder.path().display().to_string());
        std::fs::write(folder.path().join("leerrecht.toml"), settings).unwrap();
        Self { folder, home, place }
    }

    /// The file of the database, where it is one.
    pub(crate) fn database_file(&self) -> Option<PathBuf> {
        self.place.file()
    }

    /// Another empty database of the same kind.
    pub(crate) async fn empty_database(&self) -> Place {
        self.home.place().await
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// The program, with nothing around it but its settings.
    pub(crate) fn command(&self, words: &[String]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leerrecht"));
        command.env_clear().env("LEERRECHT_CONFIG", self.path("leerrecht.toml"));
        command.args(words).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, words: &[String]) -> Afloop {
        Afloop::of(&mut self.command(words))
    }

    /// Runs a command that must go well; what it prints for programs.
    #[track_caller]
    pub(crate) fn json(&self, words: &[String]) -> Value {
        self.run(&with(words, &["--json"])).json()
    }

    /// Starts the program and waits for its address.
    pub(crate) fn serve(&self) -> Dienst {
        Dienst::started(&mut self.command(&handleiding::command("serve")))
    }
}

impl Afloop {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        let done = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
    }

    /// What was printed for programs by a command that went well.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        serde_json::from_str(&self.out).unwrap()
    }
}

impl Dienst {
    /// Starts the program and waits for its address.
    pub(crate) fn started(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let host = line.trim().strip_prefix("Leerrecht antwoordt op http://").unwrap_or_default().to_owned();
        assert!(!host.is_empty(), "the program did not start: '{line}'");
        Self { child, host }
    }

    /// Asks the program to stop as a service manager does; its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        let mut rest = String::new();
        if let Some(mut out) = self.child.stdout.take() {
            out.read_to_string(&mut rest).unwrap();
        }
        self.child.wait().unwrap().code()
    }
}

impl Drop for Dienst {
    fn drop(&mut self) {
        // Gone already when it was asked to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command with more words.
pub(crate) fn with(words: &[String], more: &[&str]) -> Vec<String> {
    words.iter().cloned().chain(more.iter().map(ToString::to_string)).collect()
}
