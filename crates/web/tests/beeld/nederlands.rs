//! Finds Dutch on a page that should be in another language, in three ways that fail for different mistakes.
//!
//! Words of the Dutch catalogues that the other language does not use; words that stand in Rust or in a template; and, where
//! no school writes anything (labels, headings, buttons, choices), words that only Dutch has.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::gezegd::{self, Gezegd};

/// Shorter pieces, `van`, may be part of a name.
const PIECE: usize = 12;
/// A shorter part of a sentence may be written by a school too.
const PART: usize = 30;
/// A shorter literal can be a code.
const LITERAL: usize = 4;
/// A piece that a school may write in words of its own.
const ALSO_WRITTEN: &str = "het samenwerkingsverband";
/// What is the same in every language, and stands in a template.
const IN_EVERY_LANGUAGE: [&str; 2] = ["Leerrecht", "· Leerrecht"];
/// Where the program speaks and no school or parent does.
const OWN_ELEMENTS: [&str; 15] = [
    "title",
    "h2",
    "h3",
    "legend",
    "label",
    "button",
    "th",
    "summary",
    "dt",
    "caption",
    "option",
    "uitleg",
    "aria-label",
    "placeholder",
    "data-woorden",
];
/// Words that Dutch has and English has not. No part of a name, such as 'de' or 'van', is among them.
const ONLY_DUTCH: [&str; 44] = [
    "het",
    "een",
    "niet",
    "wordt",
    "worden",
    "zijn",
    "dat",
    "deze",
    "heeft",
    "hebt",
    "hebben",
    "moet",
    "mag",
    "kunt",
    "kunnen",
    "bij",
    "naar",
    "aan",
    "uw",
    "wie",
    "waar",
    "waarom",
    "welke",
    "hoe",
    "nog",
    "geen",
    "wel",
    "voor",
    "zonder",
    "ook",
    "maar",
    "als",
    "dan",
    "nu",
    "zo",
    "tot",
    "uit",
    "om",
    "kan",
    "meer",
    "ouders",
    "leerling",
    "aanmelding",
    "aanvraag",
];

/// What is Dutch and may not be on a page in English.
pub(crate) struct Nederlands {
    catalogus: BTreeSet<String>,
    /// Whole texts of Rust and templates.
    letterlijk: BTreeSet<String>,
    /// Parts of longer ones.
    delen: BTreeSet<String>,
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every catalogue of a language, as one text; not what only operators read.
fn catalogue(language: &str) -> String {
    let folder = repository().join("teksten").join(language);
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let read = files.filter(|path| !path.ends_with("beheer.ftl"));
    read.map(|path| std::fs::read_to_string(path).expect("a catalogue") + "\n").collect()
}

/// The words of a catalogue between what is filled in.
fn pieces(catalogue: &str) -> BTreeSet<String> {
    let lines = catalogue.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let said = lines.filter_map(|line| {
        let case = line.trim_start_matches('*').starts_with('[');
        line.split_once(if case { "] " } else { " = " }).map(|(_, said)| said)
    });
    let between = said.flat_map(|said| said.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)));
    between.map(|piece| piece.trim().to_owned()).collect()
}

/// The texts between quotes of a source file, without its tests.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in lines {
        let plain = line.replace("\\\"", "'");
        found.extend(plain.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

/// The texts between the tags of a template, and what its tags say.
fn texts(template: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = template;
    while let Some((before, code)) = rest.split_once(['{']).filter(|(_, code)| code.starts_with(['{', '%'])) {
        plain.push_str(before);
        plain.push('{');
        let end = if code.starts_with('{') { "}}" } else { "%}" };
        rest = code.split_once(end).map_or("", |(_, rest)| rest);
        plain.push('}');
    }
    plain.push_str(rest);
    gezegd::said(&plain).into_iter().map(|said| said.woorden).collect()
}

/// Everything that Rust and templates of the pages say themselves.
fn sources() -> Vec<String> {
    let root = repository();
    let rooms = ["crates/web/src", "crates/web-base/src", "crates/app/src", "templates"];
    let mut waiting: Vec<PathBuf> = rooms.iter().map(|room| root.join(room)).collect();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let inside = std::fs::read_dir(path).expect("a folder");
            waiting.extend(inside.map(|file| file.expect("a file").path()));
            continue;
        }
        if path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let is_template = path.extension().is_some_and(|ending| ending == "html");
        found.extend(if is_template { texts(&text) } else { literals(&text) });
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn has_dutch_word(text: &str) -> bool {
    words(text).any(|word| ONLY_DUTCH.contains(&word.as_str()))
}

impl Nederlands {
    /// All of it that English does not say too: a legal noun may be kept.
    pub(crate) fn lees() -> Self {
        let english = catalogue("en");
        let kept = |piece: &String| english.contains(piece.as_str());
        let long = |piece: &String| piece.chars().count() >= PIECE && *piece != ALSO_WRITTEN;
        let catalogus =
            pieces(&catalogue("nl")).into_iter().filter(long).filter(|piece| !kept(piece)).collect();
        let (mut letterlijk, mut delen) = (BTreeSet::new(), BTreeSet::new());
        for text in sources() {
            let parts: Vec<&str> = text.split(['{', '}']).step_by(2).map(str::trim).collect();
            if let [whole] = parts.as_slice()
                && whole.chars().filter(|letter| letter.is_alphabetic()).count() >= LITERAL
                && !IN_EVERY_LANGUAGE.contains(whole)
            {
                letterlijk.insert((*whole).to_owned());
            }
            let long = |part: &&str| part.chars().count() >= PART && has_dutch_word(part);
            delen.extend(parts.into_iter().filter(long).map(str::to_owned));
        }
        letterlijk.retain(|text| {
            !english.contains(&format!("= {text}\n")) && !english.contains(&format!("] {text}\n"))
        });
        delen.retain(|text| !kept(text));
        Self { catalogus, letterlijk, delen }
    }

    /// How much is looked for.
    pub(crate) fn counted(&self) -> [usize; 3] {
        [self.catalogus.len(), self.letterlijk.len(), self.delen.len()]
    }

    /// The Dutch on a page, each with where it stands.
    pub(crate) fn left_on(&self, page: &str) -> Vec<String> {
        gezegd::said(page).iter().filter_map(|said| self.wrong_with(said)).collect()
    }

    fn wrong_with(&self, said: &Gezegd) -> Option<String> {
        let text = said.woorden.as_str();
        let catalogued = self.catalogus.iter().any(|piece| text.contains(piece.as_str()));
        let own = OWN_ELEMENTS.contains(&said.in_.as_str());
        let why = if catalogued {
            "of the Dutch catalogue"
        } else if self.letterlijk.contains(text) || self.delen.iter().any(|part| text.contains(part.as_str()))
        {
            "of the code"
        } else if own && has_dutch_word(text) {
            "Dutch words"
        } else {
            return None;
        };
        Some(format!("<{}> {text:?}: {why}", said.in_))
    }
}

#[test]
fn each_way_finds_dutch_and_lets_english_and_names_be() {
    let dutch = Nederlands::lees();
    assert!(dutch.counted().iter().all(|count| *count > 100), "{:?}", dutch.counted());
    let found = |page: &str| dutch.left_on(page).len();
    // Of the catalogue, also in the middle of something else.
    assert_eq!(found("<p>x U hoeft nu niets te doen. x</p>"), 1);
    assert_eq!(found("<p lang=\"nl\">U hoeft nu niets te doen.</p>"), 0);
    // Of Rust and of a template, for who works with files.
    assert_eq!(found("<p>Terug naar Aanvragen</p><td>Kinderen</td>"), 1);
    assert_eq!(found("<h1>Wat wordt er nog gevraagd?</h1><h2>Wat wordt er nog gevraagd?</h2>"), 1);
    assert_eq!(found("<label>Hoe heet het?</label><button aria-label=\"als het kan\">x</button>"), 2);
    assert_eq!(found("<p class=\"uitleg\" id=\"veld-a-uitleg\">Eén per regel, niet meer.</p>"), 1);
    let english = "<h1>Robin van de Zonnevis</h1><p>Een school schreef dit.</p><label>Which school?</label>";
    assert_eq!(found(english), 0, "{:?}", dutch.left_on(english));
}
