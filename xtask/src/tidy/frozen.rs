//! What has been released is never edited: law as it was read, migrations, golden files of events.

use crate::finding::Finding;
use crate::repo::Since;

pub(crate) const NAME: &str = "frozen";

/// `true` for a path whose files are frozen once released.
fn is_frozen(path: &str) -> bool {
    path.starts_with("corpus/")
        || path.starts_with("crates/storage-sql/migrations/")
        || path.contains("/golden/")
}

/// Reports frozen files that were changed or deleted since a point at which they were already there.
pub(crate) fn check(since: &[Since]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (point, change) in
        since.iter().flat_map(|since| since.changes.iter().map(move |change| (&since.point, change)))
    {
        let known = findings.iter().any(|finding| finding.file == change.path);
        if is_frozen(&change.path) && !known {
            findings.push(finding(point, &change.path, change.letter));
        }
    }
    findings
}

fn finding(point: &str, path: &str, letter: char) -> Finding {
    let how = if letter == 'D' { "deleted" } else { "changed" };
    Finding {
        file: path.to_owned(),
        line: None,
        check: NAME,
        what: format!("a frozen file was {how} since {point}"),
        why: "stored files and receipts rest on it: whoever checks a decision later must find the same text"
            .to_owned(),
        fix: format!(
            "put it back (`git checkout {} -- {path}`) and write the correction as a new file beside it",
            point.trim_start_matches("release ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Change;

    fn since(point: &str, changes: &[(char, &str)]) -> Since {
        let changes = changes
            .iter()
            .map(|(letter, path)| Change { path: (*path).to_owned(), letter: *letter })
            .collect();
        Since { point: point.to_owned(), changes }
    }

    #[test]
    fn changed_law_migrations_and_golden_files_are_found_once() {
        let history = [
            since(
                "release v1.0.0",
                &[
                    ('M', "corpus/regels/a.toml"),
                    ('D', "crates/storage-sql/migrations/0001.sql"),
                    ('M', "README.md"),
                ],
            ),
            since(
                "origin/main",
                &[('M', "corpus/regels/a.toml"), ('M', "crates/dossier/tests/golden/aangemeld-1.json")],
            ),
        ];
        let found = check(&history);
        let whats: Vec<(&str, &str)> = found.iter().map(|f| (f.file.as_str(), f.what.as_str())).collect();
        assert_eq!(
            whats,
            [
                ("corpus/regels/a.toml", "a frozen file was changed since release v1.0.0"),
                ("crates/storage-sql/migrations/0001.sql", "a frozen file was deleted since release v1.0.0"),
                (
                    "crates/dossier/tests/golden/aangemeld-1.json",
                    "a frozen file was changed since origin/main"
                ),
            ]
        );
        assert!(found[0].fix.contains("git checkout v1.0.0 -- corpus/regels/a.toml"));
    }
}
