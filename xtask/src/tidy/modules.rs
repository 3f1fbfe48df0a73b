//! Modules of one room that must not know each other: what the compiler allows inside a room and the house does not.

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{code_only, production_part};

pub(crate) const NAME: &str = "modules";

/// A folder, what it must not name, and the files of it that only tests see.
struct Border {
    folder: &'static str,
    unknown: &'static str,
    tests: &'static [&'static str],
    why: &'static str,
    fix: &'static str,
}

const BORDERS: &[Border] = &[
    Border {
        folder: "crates/web/src/weg",
        unknown: "crate::paginas",
        tests: &["crates/web/src/weg/proef.rs"],
        why: "the road of forms knows no page and no process: what it asked of one would be missing for the next",
        fix: "let the pages hand it over, as `Bijkomend` does",
    },
    own_page("crates/app/src/mijn"),
    own_page("crates/web/src/paginas/mijn"),
];

/// The own page of a family, which asks each case the same.
const fn own_page(folder: &'static str) -> Border {
    Border {
        folder,
        unknown: "Onderwerp::",
        tests: &[],
        why: "the own page of a family knows no kind of case: what it asked of one would be missing for the next process",
        fix: "let each kind of case answer it (`dossier::gezin::Gezinszaak`), or its pages (`Gezin`)",
    }
}

/// Checks every border.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    BORDERS.iter().flat_map(|border| files.iter().flat_map(move |file| crossings(border, file))).collect()
}

fn crossings(border: &Border, file: &File) -> Vec<Finding> {
    let inside = file.path.strip_prefix(border.folder).is_some_and(|rest| rest.starts_with(['/', '.']));
    if !inside || !file.is("rs") || file.is_test_code() || border.tests.contains(&file.path.as_str()) {
        return Vec::new();
    }
    let code = code_only(production_part(&file.text));
    let lines = code.lines().enumerate().filter(|(_, line)| line.contains(border.unknown));
    lines
        .map(|(at, _)| Finding {
            file: file.path.clone(),
            line: Some(at + 1),
            check: NAME,
            what: format!("`{}` is named here", border.unknown),
            why: border.why.to_owned(),
            fix: border.fix.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&[File::new(path, text)]).len()
    }

    #[test]
    fn the_road_names_no_page() {
        let crossing = "use crate::paginas::besides;\n";
        assert_eq!(found("crates/web/src/weg/gesloten.rs", crossing), 1);
        assert_eq!(found("crates/web/src/weg.rs", crossing), 1);
        assert_eq!(found("crates/web/src/weg/gesloten.rs", "// crate::paginas\nuse crate::weg::Los;\n"), 0);
        assert_eq!(found("crates/web/src/paginas/kind.rs", crossing), 0);
        assert_eq!(found("crates/web/src/weg/proef.rs", crossing), 0, "tests ask pages");
    }

    #[test]
    fn the_own_page_of_a_family_names_no_kind_of_case() {
        let crossing = "let Onderwerp::Aanvraag(nr) = onderwerp else { return true };\n";
        for file in
            ["crates/app/src/mijn.rs", "crates/app/src/mijn/wegen.rs", "crates/web/src/paginas/mijn.rs"]
        {
            assert_eq!(found(file, crossing), 1, "{file}");
            assert_eq!(found(file, "pub onderwerp: Onderwerp,\n"), 0, "{file}");
        }
        assert_eq!(found("crates/web/src/paginas/mijn/tests.rs", crossing), 0);
        assert_eq!(found("crates/app/src/kind.rs", crossing), 0);
    }
}
