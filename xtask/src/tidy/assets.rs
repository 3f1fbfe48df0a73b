//! No dead templates and no dead static files: each is named by code or by another one that is.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::string_literals;

pub(crate) const NAME: &str = "assets";
const TEMPLATES: &str = "templates/";
const STATIC: &str = "static/";

/// Checks both folders.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let literals: Vec<&str> =
        files.iter().filter(|file| file.is("rs")).flat_map(|file| string_literals(&file.text)).collect();
    let mut findings = dead_templates(files, &literals);
    findings.extend(dead_static(files, &literals));
    findings
}

fn dead_templates(files: &[File], literals: &[&str]) -> Vec<Finding> {
    let templates: Vec<(&str, &File)> =
        files.iter().filter_map(|file| Some((template_name(file)?, file))).collect();
    let named_by_code = |name: &str| {
        let full = format!("{TEMPLATES}{name}");
        // A macro may add the ending: `include_str!(concat!("../templates/", $soort, ".typ"))`.
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let names = |literal: &str| literal == name || literal == stem || literal.ends_with(&full);
        literals.iter().any(|literal| names(literal) || embeds(literal, &full))
    };
    let mut alive: BTreeSet<&str> =
        templates.iter().map(|(name, _)| *name).filter(|name| named_by_code(name)).collect();
    loop {
        let living = templates.iter().filter(|(name, _)| alive.contains(name));
        let named: BTreeSet<String> =
            living.flat_map(|(name, file)| named_by_template(name, &file.text)).collect();
        let before = alive.len();
        alive.extend(templates.iter().map(|(name, _)| *name).filter(|name| named.contains(*name)));
        if alive.len() == before {
            break;
        }
    }
    let dead = templates.iter().filter(|(name, _)| !alive.contains(name));
    dead.map(|(_, file)| finding(file, "no Rust file and no living template names this template")).collect()
}

/// The name of a template inside its folder: `templates/` at the root or `crates/ROOM/templates/`.
fn template_name(file: &File) -> Option<&str> {
    file.path.strip_prefix(TEMPLATES).or_else(|| {
        let (room, name) = file.path.strip_prefix("crates/")?.split_once("/templates/")?;
        (!room.contains('/')).then_some(name)
    })
}

/// A literal that names a folder, as `#[folder = "…"]` does, takes in everything below it.
fn embeds(literal: &str, full: &str) -> bool {
    let folder = literal.trim_end_matches('/');
    let below = folder.rsplit_once("templates/").map(|(_, rest)| format!("{TEMPLATES}{rest}/"));
    below.is_some_and(|below| !below.ends_with("//") && full.starts_with(&below))
}

/// The templates that a template names between quotation marks: from the root of the folder, or beside itself.
fn named_by_template(name: &str, text: &str) -> Vec<String> {
    let beside = name.rsplit_once('/').map(|(folder, _)| folder);
    let quoted =
        text.split(['"', '\'']).filter(|text| text.contains('.') && !text.contains(char::is_whitespace));
    quoted.flat_map(|text| [text.trim_start_matches('/').to_owned(), resolve(beside, text)]).collect()
}

/// `brieven` and `../stijl.typ` → `stijl.typ`.
fn resolve(folder: Option<&str>, path: &str) -> String {
    let mut parts: Vec<&str> = folder.map(|folder| folder.split('/').collect()).unwrap_or_default();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn dead_static(files: &[File], literals: &[&str]) -> Vec<Finding> {
    let naming = |file: &&File| template_name(file).is_some() || file.path.starts_with(STATIC);
    let texts: Vec<&File> = files.iter().filter(naming).collect();
    let named = |file: &File| {
        let name = file.path.strip_prefix(STATIC).unwrap_or(&file.path);
        let last = name.rsplit('/').next().unwrap_or(name);
        let in_another = |other: &&File| other.path != file.path && other.text.contains(last);
        literals.iter().any(|literal| literal.contains(name)) || texts.iter().any(in_another)
    };
    let dead = files.iter().filter(|file| file.path.starts_with(STATIC) && !named(file));
    dead.map(|file| finding(file, "no Rust file, template or other static file names this file")).collect()
}

fn finding(file: &File, what: &str) -> Finding {
    Finding {
        file: file.path.clone(),
        line: None,
        check: NAME,
        what: what.to_owned(),
        why: "what nobody sees is still read, translated and checked for accessibility".to_owned(),
        fix: "delete it, or name it where it is used".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dead(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<File> = files.iter().map(|(path, text)| File::new(path, text)).collect();
        check(&files).into_iter().map(|finding| finding.file).collect()
    }

    #[test]
    fn a_template_lives_through_code_or_through_a_living_template() {
        let files = [
            ("crates/web/src/a.rs", "#[template(path = \"kind/pagina.html\")]"),
            ("templates/kind/pagina.html", "{% extends \"basis.html\" %}"),
            ("templates/basis.html", "{% include 'deel/kop.html' %}"),
            ("templates/deel/kop.html", ""),
            ("templates/oud.html", "{% include \"alleen-oud.html\" %}"),
            ("templates/alleen-oud.html", ""),
        ];
        assert_eq!(dead(&files), ["templates/oud.html", "templates/alleen-oud.html"]);
    }

    #[test]
    fn letters_name_what_stands_beside_them() {
        let files = [
            ("crates/documents/src/a.rs", "include_str!(\"../../../templates/brieven/besluit.typ\")"),
            ("templates/brieven/besluit.typ", "#import \"../stijl.typ\": brief\n#import \"delen.typ\": slot"),
            ("templates/stijl.typ", ""),
            ("templates/brieven/delen.typ", ""),
            ("templates/brieven/oud.typ", ""),
        ];
        assert_eq!(dead(&files), ["templates/brieven/oud.typ"]);
    }

    #[test]
    fn a_room_may_keep_its_own_templates() {
        let files = [
            (
                "crates/documents/src/a.rs",
                "brieven! { Besluit = \"besluit\" } include_str!(\"../templates/stijl.typ\")",
            ),
            ("crates/documents/templates/besluit.typ", ""),
            ("crates/documents/templates/stijl.typ", ""),
            ("crates/documents/templates/oud.typ", ""),
        ];
        assert_eq!(dead(&files), ["crates/documents/templates/oud.typ"]);
    }

    #[test]
    fn a_folder_taken_in_whole_lives_whole() {
        let files = [
            ("crates/documents/src/a.rs", "#[folder = \"$CARGO_MANIFEST_DIR/../../templates/brieven\"]"),
            ("templates/brieven/besluit.typ", ""),
            ("templates/pagina.html", ""),
        ];
        assert_eq!(dead(&files), ["templates/pagina.html"]);
    }

    #[test]
    fn a_static_file_is_named_somewhere() {
        let files = [
            ("templates/basis.html", "<link href=\"/static/stijl.css\">"),
            ("static/stijl.css", "url(\"letters.woff2\")"),
            ("static/letters.woff2", ""),
            ("static/oud.js", "// oud.js"),
        ];
        assert_eq!(dead(&files), ["templates/basis.html", "static/oud.js"]);
    }
}
