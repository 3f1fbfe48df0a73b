//! Every file of the corpus says where in the law it stands and how sure that is.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
use crate::repo::File;

pub(crate) const NAME: &str = "citations";

/// Where a corpus file keeps a place in the law: under one of these keys, or in any table that names a `wet`.
const PLACES: [&str; 2] = ["vindplaats", "vindplaatsen"];
/// What every source states.
const ALWAYS: [&str; 2] = ["wet", "zekerheid"];
/// What a place in consolidated law states besides: the article and the text that was read.
const OF_LAW: [&str; 2] = ["artikel", "versie"];
/// Certainties of what may be no consolidated law and so may have no BWB id.
const NOT_LAW: [&str; 3] = ["beleid", "kennis", "website"];
/// Folders of the corpus whose files need not rest on law themselves.
const OTHER_FOLDERS: [&str; 1] = ["corpus/toegang/"];

/// Checks the corpus.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    files
        .iter()
        .filter(|file| file.path.starts_with("corpus/") && file.is("toml"))
        .flat_map(check_file)
        .collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let table = match DeTable::parse(&file.text) {
        Ok(table) => table,
        Err(error) => return vec![unreadable(file, &error)],
    };
    let mut places = Vec::new();
    collect(table.get_ref(), &mut places);
    let legal = !OTHER_FOLDERS.iter().any(|folder| file.path.starts_with(folder));
    if places.is_empty() && legal {
        return vec![finding(
            file,
            Some(1),
            "the file names no place in the law ([[vindplaats]])".to_owned(),
        )];
    }
    places.iter().flat_map(|place| check_place(file, place)).collect()
}

/// Every table that stands under a key for places, at any depth.
fn collect<'a>(table: &'a DeTable<'a>, places: &mut Vec<&'a Spanned<DeValue<'a>>>) {
    for (key, value) in table {
        let is_place = PLACES.contains(&key.get_ref().as_ref());
        for value in tables_of(value) {
            let Some(inner) = value.get_ref().as_table() else { continue };
            if is_place || inner.contains_key("wet") {
                places.push(value);
            } else {
                collect(inner, places);
            }
        }
    }
}

/// The value itself where it is a table, its tables where it is a list.
fn tables_of<'a>(value: &'a Spanned<DeValue<'a>>) -> Vec<&'a Spanned<DeValue<'a>>> {
    match value.get_ref() {
        DeValue::Table(_) => vec![value],
        DeValue::Array(list) => list.iter().filter(|item| item.get_ref().is_table()).collect(),
        _ => Vec::new(),
    }
}

fn check_place(file: &File, place: &Spanned<DeValue<'_>>) -> Vec<Finding> {
    let line = Some(line_at(&file.text, place.span().start));
    let Some(table) = place.get_ref().as_table() else { return Vec::new() };
    // A date is no text, but it is filled in.
    let text = |key: &str| table.get(key).map_or("", |value| value.get_ref().as_str().unwrap_or("filled in"));
    let is_law = !text("bwb").is_empty();
    let asked = ALWAYS.iter().chain(OF_LAW.iter().filter(|_| is_law));
    let mut findings: Vec<Finding> = asked
        .filter(|field| text(field).is_empty())
        .map(|field| finding(file, line, format!("a place in the law has no '{field}'")))
        .collect();
    let certainty = text("zekerheid");
    if !is_law && !NOT_LAW.contains(&certainty) {
        findings.push(finding(
            file,
            line,
            format!("a place in the law with certainty '{certainty}' has no 'bwb'"),
        ));
    }
    findings
}

fn line_at(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or_default().matches('\n').count() + 1
}

fn unreadable(file: &File, error: &toml::de::Error) -> Finding {
    let line = error.span().map(|span| line_at(&file.text, span.start));
    finding(file, line, format!("the file is no TOML: {}", error.message()))
}

fn finding(file: &File, line: Option<usize>, what: String) -> Finding {
    Finding {
        file: file.path.clone(),
        line,
        check: NAME,
        what,
        why: "a user sees beside every date and refusal where it stands in the law, and how sure we are".to_owned(),
        fix: "give wet, bwb, artikel, versie (date of the consolidation read) and zekerheid; see the files beside it".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Option<usize>, String)> {
        check(&[File::new("corpus/regels/a.toml", text)]).into_iter().map(|f| (f.line, f.what)).collect()
    }

    const PLACE: &str = "wet = \"WPO\"\nbwb = \"BWBR0003420\"\nartikel = \"40\"\nversie = \"2026-08-01\"\nzekerheid = \"wettekst\"\n";

    #[test]
    fn a_complete_place_is_fine() {
        assert!(found(&format!("naam = \"a\"\n[[vindplaats]]\n{PLACE}")).is_empty());
        assert!(found(&format!("[[parameter]]\nnaam = \"b\"\n[[parameter.vindplaats]]\n{PLACE}")).is_empty());
    }

    #[test]
    fn what_is_missing_is_named_with_its_line() {
        let text = format!(
            "naam = \"a\"\n[[vindplaats]]\n{PLACE}\n[[vindplaats]]\n{}",
            PLACE.replace("versie", "versei")
        );
        assert_eq!(found(&text), [(Some(9), "a place in the law has no 'versie'".to_owned())]);
    }

    #[test]
    fn law_has_an_address_and_policy_need_not() {
        let without = PLACE.replace("BWBR0003420", "");
        assert_eq!(found(&format!("[[vindplaats]]\n{without}")).len(), 1);
        assert!(found("[[vindplaats]]\nwet = \"Plan van het SWV\"\nzekerheid = \"beleid\"\n").is_empty());
    }

    #[test]
    fn a_source_under_another_name_is_a_source_too() {
        let text = format!("[feestdagen]\n{}", PLACE.replace("artikel", "artikle"));
        assert_eq!(found(&text), [(Some(1), "a place in the law has no 'artikel'".to_owned())]);
    }

    #[test]
    fn a_rule_without_a_place_is_found() {
        assert_eq!(
            found("naam = \"a\"\n"),
            [(Some(1), "the file names no place in the law ([[vindplaats]])".to_owned())]
        );
        assert!(check(&[File::new("corpus/toegang/a.toml", "naam = \"a\"\n")]).is_empty());
    }

    #[test]
    fn a_file_that_is_no_toml_is_found_with_its_line() {
        assert_eq!(found("a = 1\nb = = 2\n")[0].0, Some(2));
    }
}
