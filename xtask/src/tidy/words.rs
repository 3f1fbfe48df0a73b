//! Words that may appear nowhere in what is tracked; the list is `xtask/banned-words.txt`.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::is_word_character;

pub(crate) const NAME: &str = "words";
const LIST: &str = "xtask/banned-words.txt";

/// Files that no person writes: their random-looking digests may spell anything.
const NOT_WRITTEN: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// A row of the list.
#[derive(Debug, PartialEq, Eq)]
struct Banned<'a> {
    word: &'a str,
    why: &'a str,
}

/// Checks every file for every word on the list.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let Some(list) = files.iter().find(|file| file.path == LIST) else {
        return vec![list_finding(None, "the list of banned words is missing")];
    };
    let (banned, mut findings) = read_list(&list.text);
    let written =
        |file: &&File| file.path != LIST && !NOT_WRITTEN.iter().any(|name| file.path.ends_with(name));
    for file in files.iter().filter(written) {
        findings.extend(banned.iter().flat_map(|banned| occurrences(file, banned)));
    }
    findings
}

/// `word  # why`, one a line; empty lines and lines that begin with `# ` are for people.
fn read_list(text: &str) -> (Vec<Banned<'_>>, Vec<Finding>) {
    let mut banned = Vec::new();
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with("# ") {
            continue;
        }
        match line.split_once("  # ").map(|(word, why)| (word.trim(), why.trim())) {
            Some((word, why)) if !word.is_empty() && !why.is_empty() => banned.push(Banned { word, why }),
            _ => findings.push(list_finding(Some(index + 1), "the line is not of the form `word  # why`")),
        }
    }
    (banned, findings)
}

fn list_finding(line: Option<usize>, what: &str) -> Finding {
    Finding {
        file: LIST.to_owned(),
        line,
        check: NAME,
        what: what.to_owned(),
        why: "a ban without a reason is not understood, and then worked around".to_owned(),
        fix: "write the word, two spaces, `# ` and the reason".to_owned(),
    }
}

fn occurrences(file: &File, banned: &Banned<'_>) -> Vec<Finding> {
    let lines = file.text.lines().enumerate().filter(|(_, line)| contains(line, banned.word));
    lines
        .map(|(index, _)| Finding {
            file: file.path.clone(),
            line: Some(index + 1),
            check: NAME,
            what: format!("contains '{}'", banned.word),
            why: banned.why.to_owned(),
            fix: "do what it stands for now, or leave it out".to_owned(),
        })
        .collect()
}

/// A word that begins or ends with a letter must stand on its own there; one that begins with `/` (a path)
/// must not continue a longer path or address.
fn contains(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|part| part.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|part| part.chars().next());
        let continues = |c: char| is_word_character(c) || matches!(c, '.' | '-' | '/' | '}');
        let joined_before = before.is_some_and(|c| {
            if word.starts_with('/') {
                continues(c)
            } else {
                word.starts_with(is_word_character) && is_word_character(c)
            }
        });
        let joined_after = word.ends_with(is_word_character) && after.is_some_and(is_word_character);
        !joined_before && !joined_after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(Option<usize>, String)> {
        let list = File::new(
            LIST,
            "# For people.\n\nLATER  # do it now\n/scratch/  # exists on one machine\n#[skip(  # say why\n",
        );
        check(&[list, File::new("a.rs", text)]).into_iter().map(|f| (f.line, f.what)).collect()
    }

    #[test]
    fn a_banned_word_is_found_with_its_line() {
        assert_eq!(lines("fine\n// LATER: this\n"), [(Some(2), "contains 'LATER'".to_owned())]);
        assert!(lines("LATERAL, later, XLATER\n").is_empty());
    }

    #[test]
    fn an_absolute_path_is_found_but_no_part_of_an_address() {
        for wrong in ["cd /scratch/x", "\"/scratch/x\"", "sqlite:/scratch/x", "(/scratch/)"] {
            assert_eq!(lines(wrong).len(), 1, "{wrong}");
        }
        for fine in ["https://example.org/scratch/x", "docs/scratch/x", "../scratch/x", "${dir}/scratch/x"] {
            assert!(lines(fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn signs_are_words_too() {
        assert_eq!(lines("#[skip(x)]").len(), 1);
    }

    #[test]
    fn a_list_without_reasons_is_itself_found() {
        let list = File::new(LIST, "LATER\n");
        assert_eq!(check(&[list])[0].line, Some(1));
        assert_eq!(check(&[])[0].what, "the list of banned words is missing");
    }
}
