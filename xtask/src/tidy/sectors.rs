//! Whether a duty of law holds is never asked of a sector or a kind of school, in the core, in letters or on pages: a row of the corpus says it, with its article, its
//! dates and how sure we are of it. Where a kind of school says something else, the file stands here with what that is.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{code_only, lines_with_word, production_part};

pub(crate) const NAME: &str = "sectors";

/// Rooms that decide, and rooms that say what was decided.
const ROOMS: [&str; 6] = [
    "crates/dossier/src/",
    "crates/verband/src/",
    "crates/app/src/",
    "crates/documents/src/",
    "crates/web/src/",
    "crates/web-base/src/",
];

/// What names one sector or one kind of school.
const ONE_OF_THEM: [&str; 10] = [
    "Sector::Po",
    "Sector::So",
    "Sector::Vo",
    "Schoolsoort::Basisschool",
    "Schoolsoort::Sbo",
    "Schoolsoort::So",
    "Schoolsoort::SoVso",
    "Schoolsoort::Vso",
    "Schoolsoort::Vo",
    "Schoolsoort::InstellingC12",
];

/// Files that name one, with what it decides there. This list only becomes shorter.
const ALLOWED: &[(&str, &str)] = &[
    ("crates/dossier/src/berekend.rs", "what the act of a sector is called"),
    ("crates/dossier/src/soort.rs", "two lists of kinds beside each other, and which education a kind gives"),
    (
        "crates/dossier/src/verwijdering/feiten.rs",
        "facts of before, of which the sector said what the law asked",
    ),
    (
        "crates/dossier/src/aanmelding/onderwijs.rs",
        "which education a school gives; the rows of a declaration in vso have a name of their own",
    ),
    (
        "crates/dossier/src/aanmelding/voorwaarde.rs",
        "that a registration is for the first year of secondary education",
    ),
    (
        "crates/dossier/src/opdracht/regels/bevoegd.rs",
        "to which partnership a school belongs: what the rule is asked with",
    ),
    ("crates/dossier/src/leven/verbandwissel.rs", "to which partnerships a school belongs"),
    (
        "crates/dossier/src/aanmelding/opdracht.rs",
        "who has the duty of care is read from a file, and reading asks no law: still decided by kind",
    ),
    (
        "crates/app/src/organisaties/samenvoegen.rs",
        "a register: which kinds of school belong to a partnership, and where DUO lists them",
    ),
    ("crates/app/src/referenties/verplaatst.rs", "a register: which schools belong to no partnership"),
    ("crates/app/src/referenties/bronrij.rs", "what a kind is called in the files of DUO"),
    ("crates/app/src/oso.rs", "to which kinds of school a dossier of OSO goes"),
    ("crates/app/src/brieven/woorden.rs", "a class or a group, as people say it"),
    (
        "crates/app/src/brieven/aanmelding.rs",
        "the figures of a rule have a name per sector; of a minor asylum seeker the letter repeats what the rule decided",
    ),
    (
        "crates/app/src/brieven/besluit.rs",
        "whether the decree names how many experts advise: two words, of which one row of the corpus is the source",
    ),
    (
        "crates/app/src/brieven/wetten.rs",
        "which education a declaration is for: the row of a longer stay is asked for that one",
    ),
    (
        "crates/web/src/paginas/aanmelding/bevestiging.rs",
        "which partnership of an address belongs to a registration",
    ),
];

/// Looks for a sector or a kind of school by name in the core.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let core = |file: &&File| {
        file.is("rs") && !file.is_test_code() && ROOMS.iter().any(|room| file.path.starts_with(room))
    };
    let mut findings = Vec::new();
    for file in files.iter().filter(core) {
        let code = code_only(production_part(&file.text));
        let mut lines: Vec<usize> =
            ONE_OF_THEM.iter().flat_map(|word| lines_with_word(&code, word)).collect();
        lines.sort_unstable();
        lines.dedup();
        let allowed = ALLOWED.iter().any(|(path, _)| *path == file.path);
        match (allowed, lines.is_empty()) {
            (false, false) => findings.extend(lines.into_iter().map(|line| asked(file, line))),
            (true, true) => findings.push(idle(file)),
            (true, false) | (false, true) => {}
        }
    }
    findings
}

fn asked(file: &File, line: usize) -> Finding {
    Finding {
        file: file.path.clone(),
        line: Some(line),
        check: NAME,
        what: "a sector or a kind of school is asked by name".to_owned(),
        why: "what the law asks of one school and not of another stands in corpus/, with its article, dates and certainty"
            .to_owned(),
        fix: "make it a row of corpus/bepalingen and a `recht::Plicht` (`Wet::eist`, `Wet::eist_bij`), or give the figure its `scholen` (`Wet::cijfer_bij`)"
            .to_owned(),
    }
}

fn idle(file: &File) -> Finding {
    Finding {
        file: file.path.clone(),
        line: None,
        check: NAME,
        what: "this file names no sector and no kind of school any more".to_owned(),
        why: "an exception that is not needed lets the next one in unseen".to_owned(),
        fix: "take it out of ALLOWED in xtask/src/tidy/sectors.rs".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<(Option<usize>, String)> {
        check(&[File::new(path, text)]).into_iter().map(|finding| (finding.line, finding.what)).collect()
    }

    #[test]
    fn a_sector_or_a_kind_that_decides_is_found_with_its_line_in_each_room_that_decides_or_tells() {
        let asked = "a sector or a kind of school is asked by name".to_owned();
        let text = "//! Why.\nfn a(s: Sector) -> bool {\n    s == Sector::Vo\n}\n";
        assert_eq!(found("crates/dossier/src/a.rs", text), [(Some(3), asked.clone())]);
        let text = "matches!(soort, Schoolsoort::So | Schoolsoort::Vso)\n";
        for room in ["verband", "app", "documents", "web", "web-base"] {
            assert_eq!(found(&format!("crates/{room}/src/a.rs"), text), [(Some(1), asked.clone())], "{room}");
        }
    }

    #[test]
    fn a_kind_that_is_passed_on_a_word_and_a_test_decide_nothing() {
        for text in [
            "soort.is_some_and(Schoolsoort::is_primair)",
            "AndereSchoolsoort::Vo",
            "// of Sector::Vo alone\nlet a = \"Sector::Vo\";",
            "#[cfg(test)]\nmod tests {\n    fn a() { Sector::Vo; }\n}\n",
        ] {
            assert_eq!(found("crates/dossier/src/a.rs", text), [], "{text}");
        }
        assert_eq!(found("crates/dossier/src/a/tests.rs", "Sector::Vo"), []);
        assert_eq!(found("crates/exchange/src/a.rs", "Sector::Vo"), []);
    }

    #[test]
    fn an_allowed_file_may_name_one_and_has_to() {
        assert_eq!(found("crates/dossier/src/berekend.rs", "Sector::Po => \"WPO\""), []);
        let idle = "this file names no sector and no kind of school any more".to_owned();
        assert_eq!(found("crates/dossier/src/berekend.rs", "fn a() {}"), [(None, idle)]);
    }
}
