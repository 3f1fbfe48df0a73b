//! What decides how rows of lists are written has a digest: it follows from what the sources say, and from nothing else.

use std::path::Path;

#[path = "../bronnen.rs"]
mod bronnen;

use bronnen::{BRONNEN, digest};

/// The digest of two files as they are written here.
fn of(rust: &str, law: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = place.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    put("src/beurt.rs", rust);
    put("src/tests.rs", rust);
    put("src/tests/meer.rs", rust);
    put("corpus/termijn.toml", law);
    digest(place.path(), &["src", "corpus"]).unwrap()
}

#[test]
fn another_line_of_the_program_or_of_the_law_is_another_digest() {
    let was = of("let a = 1;\n", "weken = 6\n");
    assert_ne!(was, of("let a = 2;\n", "weken = 6\n"));
    assert_ne!(was, of("let a = 1;\n", "weken = 10\n"));
    assert_ne!(was, of("let a = 1;\nlet b = 2;\n", "weken = 6\n"));
    // What moves from one file to the next is other too.
    assert_ne!(of("a\nb\n", "c\n"), of("a\n", "b\nc\n"));
}

#[test]
fn what_is_said_about_a_line_makes_no_row_anew() {
    let was = of("let a = 1;\n", "weken = 6\n");
    assert_eq!(was, of("// Why.\n\n    let a = 1;\n", "# Since 2014.\nweken = 6\n"));
    assert_ne!(of("a\n", "b\n"), of("#[must_use]\na\n", "b\n"), "an attribute is no comment");
}

#[test]
fn tests_decide_nothing() {
    let place = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(place.path().join("src/tests")).unwrap();
    std::fs::write(place.path().join("src/a.rs"), "a").unwrap();
    let was = digest(place.path(), &["src"]).unwrap();
    std::fs::write(place.path().join("src/tests.rs"), "b").unwrap();
    std::fs::write(place.path().join("src/tests/c.rs"), "c").unwrap();
    assert_eq!(digest(place.path(), &["src"]).unwrap(), was);
}

#[test]
fn the_program_says_the_digest_of_its_own_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(digest(root, &BRONNEN).unwrap(), env!("LIJSTEN_BRONNEN"));
    for bron in BRONNEN {
        assert!(root.join(bron).exists(), "{bron} is there");
    }
}
