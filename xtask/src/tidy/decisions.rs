//! The documents that describe the house follow the house: one paragraph with an invariant per room, and
//! decisions that are numbered, dated and have a status.

use crate::finding::Finding;
use crate::repo::{File, Room};

pub(crate) const NAME: &str = "documents";
const ARCHITECTURE: &str = "docs/architecture.md";
const DECISIONS: &str = "docs/adr/";
const STATUSES: [&str; 4] = ["proposed", "accepted", "rejected", "superseded by "];

/// Checks `docs/architecture.md` and `docs/adr/`.
pub(crate) fn check(files: &[File], rooms: &[Room]) -> Vec<Finding> {
    let text = files.iter().find(|file| file.path == ARCHITECTURE).map_or("", |file| file.text.as_str());
    let mut findings = check_rooms(text, rooms);
    let mut decisions: Vec<&File> =
        files.iter().filter(|file| file.path.starts_with(DECISIONS) && file.is("md")).collect();
    decisions.sort_by(|a, b| a.path.cmp(&b.path));
    for (index, decision) in decisions.into_iter().enumerate() {
        findings.extend(check_decision(decision, index + 1));
    }
    findings
}

fn check_rooms(text: &str, rooms: &[Room]) -> Vec<Finding> {
    let sections = sections(text);
    let mut findings = Vec::new();
    for room in rooms {
        match sections.iter().find(|section| section.room == room.name) {
            None => findings.push(architecture(
                None,
                format!("the room '{}' has no section `### {}`", room.name, room.name),
            )),
            Some(section) if !section.ends_in_invariant() => {
                findings.push(architecture(
                    Some(section.line),
                    format!("the section of '{}' does not end in a sentence 'Invariant: …'", room.name),
                ));
            }
            Some(_) => {}
        }
    }
    for section in sections.iter().filter(|section| !rooms.iter().any(|room| room.name == section.room)) {
        findings.push(architecture(
            Some(section.line),
            format!("'{}' is described but is no room", section.room),
        ));
    }
    findings
}

/// A part of the text under `### name` with the name in backticks.
struct Section<'a> {
    room: &'a str,
    line: usize,
    body: Vec<&'a str>,
}

impl Section<'_> {
    fn ends_in_invariant(&self) -> bool {
        let last = self.body.split(|line| line.trim().is_empty()).rfind(|part| !part.is_empty());
        last.is_some_and(|paragraph| paragraph.join(" ").contains("Invariant: "))
    }
}

fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut open = false;
    for (index, line) in text.lines().enumerate() {
        let room = line.strip_prefix("### `").and_then(|rest| rest.strip_suffix('`'));
        if let Some(room) = room {
            sections.push(Section { room, line: index + 1, body: Vec::new() });
            open = true;
        } else if line.starts_with('#') {
            open = false;
        } else if let Some(section) = sections.last_mut().filter(|_| open) {
            section.body.push(line);
        }
    }
    sections
}

fn architecture(line: Option<usize>, what: String) -> Finding {
    Finding {
        file: ARCHITECTURE.to_owned(),
        line,
        check: NAME,
        what,
        why: "a newcomer learns from this page where code lives and what must stay true there".to_owned(),
        fix: "describe the room in one paragraph; end with 'Invariant: …' and the test that guards it"
            .to_owned(),
    }
}

fn check_decision(file: &File, expected: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let number = format!("{expected:04}");
    let mut wrong = |line: usize, what: String| findings.push(decision(file, line, what));
    if !file.path.strip_prefix(DECISIONS).unwrap_or_default().starts_with(&format!("{number}-")) {
        wrong(1, format!("the file name does not begin with {number}-, the next number"));
    }
    let title = file.text.lines().next().unwrap_or_default();
    if !title.starts_with(&format!("# {number}. ")) {
        wrong(1, format!("the title does not begin with '# {number}. '"));
    }
    match field(&file.text, "Status: ") {
        Some((_, value)) if STATUSES.iter().any(|status| value.starts_with(status)) => {}
        Some((line, value)) => wrong(line, format!("'{value}' is no status")),
        None => wrong(1, "there is no line 'Status: …'".to_owned()),
    }
    match field(&file.text, "Date: ") {
        Some((_, value)) if is_date(value) => {}
        Some((line, value)) => wrong(line, format!("'{value}' is no date of the form 2026-11-21")),
        None => wrong(1, "there is no line 'Date: …'".to_owned()),
    }
    findings
}

fn field<'a>(text: &'a str, name: &str) -> Option<(usize, &'a str)> {
    text.lines()
        .enumerate()
        .find_map(|(index, line)| line.strip_prefix(name).map(|value| (index + 1, value.trim())))
}

fn is_date(value: &str) -> bool {
    let shape: String = value.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00"
}

fn decision(file: &File, line: usize, what: String) -> Finding {
    Finding {
        file: file.path.clone(),
        line: Some(line),
        check: NAME,
        what,
        why: "a decision is found by its number and weighed by its date and status".to_owned(),
        fix: format!(
            "title '# NNNN. …', then lines 'Status: {} …' and 'Date: YYYY-MM-DD'",
            STATUSES.join(" | ").trim()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(name: &str) -> Room {
        Room { name: name.to_owned(), manifest: String::new(), dependencies: Vec::new() }
    }

    fn whats(files: &[File], rooms: &[Room]) -> Vec<String> {
        check(files, rooms).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn every_room_has_a_section_that_ends_in_an_invariant() {
        let text = "# House\n\n### `base`\n\nValues.\n\nMore. Invariant: stands on nothing.\n\n### `recht`\n\nInvariant: x.\n\nAnd more.\n\n## Other\n\n### `weg`\n";
        let files = [File::new(ARCHITECTURE, text)];
        assert_eq!(
            whats(&files, &[room("base"), room("recht"), room("dossier")]),
            [
                "the section of 'recht' does not end in a sentence 'Invariant: …'",
                "the room 'dossier' has no section `### dossier`",
                "'weg' is described but is no room",
            ]
        );
    }

    #[test]
    fn decisions_are_numbered_dated_and_have_a_status() {
        let good = File::new("docs/adr/0001-rust.md", "# 0001. Rust\n\nStatus: accepted\nDate: 2026-11-21\n");
        assert!(whats(std::slice::from_ref(&good), &[]).is_empty());
        let bad = File::new("docs/adr/0003-law.md", "# 0003. Law\n\nStatus: fine\nDate: yesterday\n");
        assert_eq!(
            whats(&[good, bad], &[]),
            [
                "the file name does not begin with 0002-, the next number",
                "the title does not begin with '# 0002. '",
                "'fine' is no status",
                "'yesterday' is no date of the form 2026-11-21",
            ]
        );
    }
}
