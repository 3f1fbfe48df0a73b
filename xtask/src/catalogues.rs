//! The catalogues of texts (`teksten/LANGUAGE/PROCESS.ftl`) as the generator and the checker read them.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};

use crate::repo::File;

const FOLDER: &str = "teksten/";
/// The language from which the keys are made.
pub(crate) const SOURCE: &str = "nl";

/// One file of texts.
pub(crate) struct Catalogue {
    pub(crate) path: String,
    pub(crate) language: String,
    pub(crate) process: String,
    pub(crate) messages: Vec<Text>,
    /// What was written in it that is no text we use: a line and what is wrong.
    pub(crate) wrong: Vec<(Option<usize>, String)>,
}

/// One sentence.
pub(crate) struct Text {
    pub(crate) key: String,
    pub(crate) line: Option<usize>,
    /// Variables in the order in which they occur first, with the kind that the comment gives.
    pub(crate) variables: Vec<(String, Kind)>,
    /// The sentence as a reader of the code wants to see it, on one line.
    pub(crate) shown: String,
    /// Its words without what is filled in, each piece apart.
    pub(crate) pieces: Vec<Piece>,
}

/// Words that stand together in a sentence: what is filled in and the variants of a choice stand between pieces.
pub(crate) struct Piece {
    pub(crate) words: String,
    /// The number for which these words are, where they are a variant of a choice by number: `[1] 1 dag`.
    pub(crate) counts: Option<String>,
}

/// What may be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Day,
    ShortDay,
    Number,
    Sentence,
}

impl Kind {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "tekst" => Some(Self::Text),
            "dag" => Some(Self::Day),
            "kort" => Some(Self::ShortDay),
            "getal" => Some(Self::Number),
            "zin" => Some(Self::Sentence),
            _ => None,
        }
    }
}

/// Every catalogue, in the order of their paths.
pub(crate) fn read(files: &[File]) -> Vec<Catalogue> {
    files.iter().filter_map(catalogue).collect()
}

fn catalogue(file: &File) -> Option<Catalogue> {
    let (language, process) = file.path.strip_prefix(FOLDER)?.strip_suffix(".ftl")?.split_once('/')?;
    let mut wrong = Vec::new();
    let resource = fluent_syntax::parser::parse(file.text.as_str()).unwrap_or_else(|(partly, errors)| {
        wrong.extend(errors.iter().map(|error| (line_at(&file.text, error.pos.start), error.to_string())));
        partly
    });
    let mut messages = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => messages.push(text(message, &file.text, &mut wrong)),
            Entry::Term(term) => wrong.push((None, format!("'-{}' is a term", term.id.name))),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    let (language, process) = (language.to_owned(), process.to_owned());
    Some(Catalogue { path: file.path.clone(), language, process, messages, wrong })
}

fn line_at(text: &str, position: usize) -> Option<usize> {
    Some(text.get(..position)?.lines().count().max(1))
}

fn text(message: &Message<&str>, source: &str, wrong: &mut Vec<(Option<usize>, String)>) -> Text {
    let key = message.id.name;
    let start = format!("{key} =");
    let line = source.lines().position(|line| line.starts_with(&start)).map(|index| index + 1);
    let mut read = Reading {
        kinds: kinds(message),
        variables: Vec::new(),
        shown: String::new(),
        pieces: Vec::new(),
        wrong: Vec::new(),
    };
    match &message.value {
        Some(pattern) => read.pattern(pattern, None),
        None => read.wrong.push("says nothing".to_owned()),
    }
    if !message.attributes.is_empty() {
        read.wrong.push("has an attribute".to_owned());
    }
    wrong.extend(read.wrong.into_iter().map(|what| (line, format!("'{key}' {what}"))));
    let shown = read.shown.split_whitespace().collect::<Vec<_>>().join(" ");
    Text { key: key.to_owned(), line, variables: read.variables, shown, pieces: read.pieces }
}

/// `# $dag: dag` in the comment above a message.
fn kinds(message: &Message<&str>) -> BTreeMap<String, Option<Kind>> {
    let lines = message.comment.iter().flat_map(|comment| &comment.content);
    let kind = |line: &&str| {
        let (name, kind) = line.strip_prefix('$')?.split_once(':')?;
        Some((name.to_owned(), Kind::from_word(kind.trim())))
    };
    lines.filter_map(kind).collect()
}

struct Reading {
    kinds: BTreeMap<String, Option<Kind>>,
    variables: Vec<(String, Kind)>,
    shown: String,
    pieces: Vec<Piece>,
    wrong: Vec<String>,
}

impl Reading {
    fn pattern(&mut self, pattern: &Pattern<&str>, counts: Option<&str>) {
        // A sentence over several lines is one piece, and so are the lines around nothing.
        let mut words = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.shown.push_str(value);
                    words.push_str(value);
                    continue;
                }
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.variable(inline);
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.variable(selector);
                    for variant in variants {
                        self.shown.push_str(" | ");
                        let counts = match &variant.key {
                            VariantKey::NumberLiteral { value } => Some(*value),
                            VariantKey::Identifier { .. } => None,
                        };
                        self.pattern(&variant.value, counts);
                    }
                }
            }
            self.piece(&mut words, counts);
        }
        self.piece(&mut words, counts);
    }

    fn piece(&mut self, words: &mut String, counts: Option<&str>) {
        let words = std::mem::take(words);
        if !words.trim().is_empty() {
            self.pieces.push(Piece { words, counts: counts.map(str::to_owned) });
        }
    }

    fn variable(&mut self, inline: &InlineExpression<&str>) {
        let InlineExpression::VariableReference { id } = inline else {
            self.wrong.push("uses more than texts, variables and a choice by a variable".to_owned());
            return;
        };
        self.shown.push_str(&format!("{{ ${} }}", id.name));
        let kind = match self.kinds.get(id.name) {
            Some(Some(kind)) => *kind,
            Some(None) => {
                self.wrong.push(format!(
                    "gives '${}' a kind that is none of tekst, dag, kort, getal, zin",
                    id.name
                ));
                Kind::Text
            }
            None => Kind::Text,
        };
        if !self.variables.iter().any(|(known, _)| known == id.name) {
            self.variables.push((id.name.to_owned(), kind));
        }
    }
}

/// `KopNu` or `kop_nu`: how the code calls a text.
pub(crate) fn rust_name(text: &Text) -> String {
    if text.variables.is_empty() {
        return text.key.replace('-', "_");
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
    };
    text.key.split('-').filter_map(word).collect()
}

/// The keys of one process as Rust.
pub(crate) fn keys(catalogue: &Catalogue) -> String {
    let Catalogue { path, process, messages, .. } = catalogue;
    let (fixed, filled): (Vec<&Text>, Vec<&Text>) =
        messages.iter().partition(|text| text.variables.is_empty());
    let mut rust = format!("//! The keys of `{path}`. Generated by `cargo xtask generate`; do not edit.\n");
    if filled
        .iter()
        .any(|text| text.variables.iter().any(|(_, kind)| matches!(kind, Kind::Day | Kind::ShortDay)))
    {
        rust.push_str("\nuse base::Date;\n");
    }
    if !fixed.is_empty() {
        let lines = fixed.iter().map(|text| {
            format!("    /// {}\n    {} = \"{process}/{}\";\n", text.shown, rust_name(text), text.key)
        });
        rust.push_str(&format!("\nvaste_teksten! {{\n{}}}\n", lines.collect::<String>()));
    }
    if !filled.is_empty() {
        let lines = filled.iter().map(|text| filled_key(process, text));
        rust.push_str(&format!("\nteksten_met! {{\n{}}}\n", lines.collect::<String>()));
    }
    rust
}

fn filled_key(process: &str, text: &Text) -> String {
    let field = |(name, kind): &(String, Kind)| match kind {
        Kind::Text => format!("{name}: &'a str as Tekst"),
        Kind::Day => format!("{name}: Date as Dag"),
        Kind::ShortDay => format!("{name}: Date as Kort"),
        Kind::Number => format!("{name}: i32 as Getal"),
        Kind::Sentence => format!("{name}: crate::Tekst as Zin"),
    };
    let fields: Vec<String> = text.variables.iter().map(field).collect();
    let borrows = text.variables.iter().any(|(_, kind)| *kind == Kind::Text);
    let lifetime = if borrows { "['a]" } else { "" };
    let (name, key) = (rust_name(text), &text.key);
    format!(
        "    /// {}\n    {name}{lifetime} = \"{process}/{key}\" {{ {} }};\n",
        text.shown,
        fields.join(", ")
    )
}

/// The modules of keys.
pub(crate) fn processes(catalogues: &[Catalogue]) -> String {
    let head =
        "//! The keys of every catalogue. Generated by `cargo xtask generate`; do not edit.\n\n".to_owned();
    let dutch = catalogues.iter().filter(|catalogue| catalogue.language == SOURCE);
    dutch.fold(head, |rust, catalogue| rust + &format!("pub mod {};\n", catalogue.process))
}

/// The list of catalogues per language.
pub(crate) fn embedded(catalogues: &[Catalogue]) -> String {
    let mut rust =
        "//! The catalogues, embedded. Generated by `cargo xtask generate`; do not edit.\n".to_owned();
    let mut per_language: BTreeMap<&str, String> = BTreeMap::new();
    for Catalogue { language, process, path, .. } in catalogues {
        let line = format!("    (\"{process}\", include_str!(\"../../../{path}\")),\n");
        per_language.entry(language).or_default().push_str(&line);
    }
    for (language, lines) in per_language {
        let name = language.to_uppercase();
        rust.push_str(&format!(
            "\n/// Process and text of every catalogue in `{language}`.\n#[rustfmt::skip]\npub(crate) const {name}: &[(&str, &str)] = &[\n{lines}];\n"
        ));
    }
    rust
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Catalogue {
        read(&[File::new("teksten/nl/proef.ftl", text)]).pop().unwrap()
    }

    #[test]
    fn keys_follow_from_the_catalogue_and_each_variable_has_its_type() {
        let rust = keys(&one("groet = Dag\n# $op: dag\ntot-dan = Tot { $op }, { $naam }\n"));
        assert!(rust.contains("    /// Dag\n    groet = \"proef/groet\";\n"), "{rust}");
        let filled = "    /// Tot { $op }, { $naam }\n    TotDan['a] = \"proef/tot-dan\" { op: Date as Dag, naam: &'a str as Tekst };\n";
        assert!(rust.contains(filled), "{rust}");
    }

    #[test]
    fn what_no_page_could_write_is_wrong() {
        let wrong = |text: &str| one(text).wrong.len();
        assert_eq!(wrong("a = { $n ->\n    [1] een\n   *[x] { $n }\n}\n"), 0);
        assert_eq!(wrong("a = { b }\nb = x\n"), 1);
        assert_eq!(wrong("a = { NUMBER($n) }\n"), 1);
        assert_eq!(wrong("-a = x\n"), 1);
        assert_eq!(wrong("a = x\n    .b = y\n"), 1);
        assert_eq!(wrong("# $n: kleur\na = { $n }\n"), 1);
        assert_eq!(wrong("a { x\n"), 1);
    }
}
