//! Files that a person can read in one sitting, each saying at its top why it exists.

use crate::finding::Finding;
use crate::generate::is_generated;
use crate::repo::File;
use crate::rust_text::production_part;

pub(crate) const NAME: &str = "sizes";

/// Most lines of the production part of a file (docs/architecture.md, "House numbers").
const MOST_LINES: usize = 500;

/// Checks every Rust file that is no test.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let ours = |file: &&File| file.is("rs") && !file.is_test_code() && !is_generated(&file.path);
    files.iter().filter(ours).flat_map(|file| [too_long(file), without_reason(file)]).flatten().collect()
}

/// Rooms in which the tests are held against the code.
const WEIGHED: [&str; 2] = ["dossier", "recht"];

/// For each of those rooms how many lines of tests stand against a line of code, in hundredths; inline tests count on neither side.
pub(crate) fn note(files: &[File]) -> String {
    let rooms = WEIGHED.map(|room| {
        let within = format!("crates/{room}/");
        let of_room = || files.iter().filter(|file| file.is("rs") && file.path.starts_with(&within));
        let tests: usize =
            of_room().filter(|file| file.is_test_code()).map(|file| file.text.lines().count()).sum();
        let made = |file: &&File| !file.is_test_code() && !is_generated(&file.path);
        let code: usize =
            of_room().filter(made).map(|file| production_part(&file.text).lines().count()).sum();
        let hundredths = (tests * 100).checked_div(code).unwrap_or_default();
        format!("{room} {}.{:02}", hundredths / 100, hundredths % 100)
    });
    format!("test lines per code line: {}", rooms.join(", "))
}

fn too_long(file: &File) -> Option<Finding> {
    let lines = production_part(&file.text).lines().count();
    (lines > MOST_LINES).then(|| Finding {
        file: file.path.clone(),
        line: Some(MOST_LINES + 1),
        check: NAME,
        what: format!("the production part has {lines} lines"),
        why: format!("above {MOST_LINES} lines nobody reads a file as a whole any more"),
        fix: "split it by subject, not by kind of item; tests above some 300 lines go to tests.rs beside the module".to_owned(),
    })
}

fn without_reason(file: &File) -> Option<Finding> {
    let first = file.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    (!first.starts_with("//!")).then(|| Finding {
        file: file.path.clone(),
        line: Some(1),
        check: NAME,
        what: "the file does not begin with `//!`".to_owned(),
        why: "a reader must know why a module exists before reading it".to_owned(),
        fix: "write one or two sentences: why this module exists and what it leaves to others".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(path: &str, text: &str) -> Vec<String> {
        check(&[File::new(path, text)]).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn only_the_production_part_counts() {
        let tests = "#[cfg(test)]\nmod tests {\n".to_owned() + &"// a\n".repeat(600) + "}\n";
        assert!(whats("crates/a/src/b.rs", &("//! Why.\n".to_owned() + &tests)).is_empty());
        let long = "//! Why.\n".to_owned() + &"fn a() {}\n".repeat(500);
        assert_eq!(whats("crates/a/src/b.rs", &long), ["the production part has 501 lines"]);
        assert!(whats("crates/a/src/b/tests.rs", &long).is_empty());
        assert!(whats("crates/a/tests/b.rs", &long).is_empty());
    }

    #[test]
    fn tests_are_held_against_code_room_by_room() {
        let inline = "//! Why.\nfn a() {}\n#[cfg(test)]\nmod tests {\n// a\n}\n";
        let files = [
            File::new("crates/dossier/src/a.rs", inline),
            File::new("crates/dossier/tests/it/a.rs", "// a\n// b\n// c\n"),
            File::new("crates/recht/src/a.rs", "//! Why.\nfn a() {}\n"),
            File::new("crates/recht/src/a/tests.rs", "// a\n"),
            File::new("crates/web/src/tests.rs", "// a\n"),
        ];
        assert_eq!(note(&files), "test lines per code line: dossier 1.50, recht 0.50");
    }

    #[test]
    fn every_module_says_why_it_exists() {
        assert_eq!(whats("crates/a/src/b.rs", "use base::Date;\n"), ["the file does not begin with `//!`"]);
        assert!(whats("crates/a/src/b.rs", "\n//! Why.\n").is_empty());
    }
}
