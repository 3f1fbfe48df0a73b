//! Characters that cannot be printed. A letter must not lose one silently, and a lasting,
//! accessible PDF may not hold one: each becomes a square and is reported.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// What stands where a character could not be printed.
const SQUARE: char = '\u{25A1}';

/// Takes out what is no text: control characters go, other line breaks become plain ones, and
/// characters without an agreed meaning become squares. Returns those.
pub(crate) fn tidy(data: &mut Value) -> BTreeSet<char> {
    let mut replaced = BTreeSet::new();
    each_text(data, &mut |text| {
        if !text.chars().any(|c| sort(c) != Sort::Text) {
            return;
        }
        *text = text
            .chars()
            .filter_map(|c| match sort(c) {
                Sort::Text => Some(c),
                Sort::LineBreak => Some('\n'),
                Sort::Space => Some(' '),
                Sort::Nothing => None,
                Sort::NoMeaning => {
                    replaced.insert(c);
                    Some(SQUARE)
                }
            })
            .collect();
    });
    replaced
}

#[derive(PartialEq)]
enum Sort {
    Text,
    LineBreak,
    Space,
    Nothing,
    NoMeaning,
}

fn sort(c: char) -> Sort {
    match c {
        '\n' | '\t' => Sort::Text,
        '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sort::LineBreak,
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Sort::Space,
        // Marks that turn the reading direction around would let a text print as another text;
        // soft hyphens and byte order marks have no place in a text that is kept for years.
        '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{AD}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFC}' => Sort::Nothing,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FDD0}'..='\u{FDEF}' => Sort::NoMeaning,
        _ if c.is_control() => Sort::Nothing,
        _ if u32::from(c) & 0xFFFE == 0xFFFE => Sort::NoMeaning,
        _ => Sort::Text,
    }
}

/// The characters on the pages that did not come out. `covered` says whether any font has a
/// character at all. Never a character of ASCII, so that replacing them leaves codes alone.
pub(crate) fn missing(document: &PagedDocument, covered: impl Fn(char) -> bool) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        missing_in(&page.frame, &covered, &mut found);
    }
    found
}

fn missing_in(frame: &Frame, covered: &impl Fn(char) -> bool, found: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing_in(&group.frame, covered, found),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let cluster = text.text.get(glyph.range()).unwrap_or(&text.text);
                    found.extend(culprits(cluster, covered));
                }
            }
            _ => {}
        }
    }
}

/// Which characters of a cluster to blame: those that no font has, or else the marks that no font
/// has together with their letter, or else the one character that it is.
fn culprits(cluster: &str, covered: &impl Fn(char) -> bool) -> Vec<char> {
    let candidates: Vec<char> = cluster.chars().filter(|c| !c.is_ascii() && *c != SQUARE).collect();
    let unknown: Vec<char> = candidates.iter().copied().filter(|c| !covered(*c)).collect();
    if !unknown.is_empty() {
        return unknown;
    }
    let marks: Vec<char> = cluster.chars().skip(1).filter(|c| candidates.contains(c)).collect();
    if marks.is_empty() { candidates } else { marks }
}

/// Puts a square in the place of each of `characters`; what only changes the character before it
/// (joiners, variants, skin tones) goes with it.
pub(crate) fn replace(data: &mut Value, characters: &BTreeSet<char>) {
    each_text(data, &mut |text| {
        if text.chars().any(|c| characters.contains(&c)) {
            *text = with_squares(text, characters);
        }
    });
}

fn with_squares(text: &str, characters: &BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_joiner = false;
    for c in text.chars() {
        let follows_square = out.ends_with(SQUARE);
        if is_modifier(c) && (follows_square || characters.contains(&c)) {
            after_joiner = c == '\u{200D}';
        } else if !characters.contains(&c) {
            out.push(c);
            after_joiner = false;
        } else if !(follows_square && after_joiner) {
            out.push(SQUARE);
            after_joiner = false;
        }
    }
    out
}

/// Whether a character only changes the one before it, so that nobody misses it.
pub(crate) fn is_modifier(c: char) -> bool {
    matches!(c,
        '\u{200C}' | '\u{200D}' | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

fn each_text(data: &mut Value, change: &mut impl FnMut(&mut String)) {
    match data {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_text(field, change)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_private_ones_become_squares() {
        let mut data = serde_json::json!({ "a": ["x\u{0}\u{202E}\u{3000}y\u{2028}z\u{E000}\u{FFFF}\tq"] });
        let replaced = tidy(&mut data);
        assert_eq!(data["a"][0], "x y\nz□□\tq");
        assert_eq!(replaced, BTreeSet::from(['\u{E000}', '\u{FFFF}']));
    }

    #[test]
    fn the_letter_under_a_mark_is_not_to_blame() {
        let covered = |c: char| c != '😀';
        assert_eq!(culprits("a\u{1DC0}", &covered), ['\u{1DC0}']);
        assert_eq!(culprits("é\u{1DC0}", &covered), ['\u{1DC0}']);
        assert_eq!(culprits("é😀", &covered), ['😀']);
        assert_eq!(culprits("李", &covered), ['李']);
    }

    #[test]
    fn a_family_is_one_square_and_two_faces_are_two() {
        let mut data = Value::from("👩🏽‍👧 😀😀❤️ !");
        let characters = BTreeSet::from(['👩', '👧', '🏽', '😀', '❤']);
        replace(&mut data, &characters);
        assert_eq!(data, "□ □□□ !");
    }
}
