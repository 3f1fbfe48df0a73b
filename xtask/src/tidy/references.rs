//! Where something stands in the law is said from the corpus: an article in the words of a page, a letter or a sentence goes on being
//! cited on the day on which the law has another number for it, and nobody reads how sure it is.

use std::collections::BTreeSet;

use crate::catalogues;
use crate::finding::Finding;
use crate::repo::File;
use crate::rust_text::{production_part, string_literals};

pub(crate) const NAME: &str = "references";

/// Rooms that tell people what the law says.
const ROOMS: [&str; 4] = ["crates/app/", "crates/web/", "crates/web-base/", "crates/documents/"];

/// Folders of templates: of pages, and of letters.
const TEMPLATES: [&str; 2] = ["templates/", "crates/documents/templates/"];

/// Words before the number of an article.
const ARTICLES: [&str; 6] = ["art", "artt", "artikel", "artikelen", "article", "articles"];

/// Acts, as citations name them, without a year.
const ACTS: [&str; 10] = ["WPO", "WEC", "WVO", "LPW", "Leerplichtwet", "Awb", "BW", "WMS", "BROD", "UB"];

/// What asks the corpus for a place in the law, before the name of a row.
const ASKED: [&str; 2] = [".artikel(\"", ".artikel_in(\""];

/// Looks for a citation in what the program says, and for a row that is asked for and is not there.
pub(crate) fn check(files: &[File]) -> Vec<Finding> {
    let rows = rows(files);
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| !file.is_test_code()) {
        if file.is("rs") && ROOMS.iter().any(|room| file.path.starts_with(room)) {
            findings.extend(in_rust(file));
            findings.extend(unknown_rows(file, &rows));
        } else if TEMPLATES.iter().any(|folder| file.path.starts_with(folder)) {
            let lines = file.text.lines().enumerate();
            findings.extend(
                lines.filter_map(|(at, line)| Some(cited(file.path.clone(), Some(at + 1), &citation(line)?))),
            );
        }
    }
    for catalogue in catalogues::read(files) {
        for text in &catalogue.messages {
            let found = text.pieces.iter().find_map(|piece| citation(&piece.words));
            findings.extend(found.map(|found| cited(catalogue.path.clone(), text.line, &found)));
        }
    }
    findings
}

fn in_rust(file: &File) -> Vec<Finding> {
    let production = production_part(&file.text);
    let literals = string_literals(production).into_iter();
    let found = literals.filter_map(|literal| Some((literal, citation(literal)?)));
    found.map(|(literal, found)| cited(file.path.clone(), line_of(production, literal), &found)).collect()
}

/// The line on which a text begins that stands in another one.
fn line_of(text: &str, part: &str) -> Option<usize> {
    let before = text.get(..text.find(part)?)?;
    Some(before.matches('\n').count() + 1)
}

/// The first citation in a text: an article with its number, or an act with one behind it.
fn citation(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "()<>,;\"".contains(c))
        .map(|word| word.trim_end_matches(['.', ':', '?']))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let act = ACTS.contains(word);
        if !act && !ARTICLES.contains(&word.to_lowercase().as_str()) {
            return None;
        }
        // The year is part of the name of an act.
        let named = at + usize::from(act && words.get(at + 1).is_some_and(|next| is_year(next)));
        let number = words.get(named + 1).filter(|number| is_number(number))?;
        let name = words.get(at..=named)?.join(" ");
        Some(format!("{name} {number}"))
    })
}

/// `2020`.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `8.6`, `40`, `3b`, `4:18`, `1:253q`.
fn is_number(word: &str) -> bool {
    let starts = word.starts_with(|c: char| c.is_ascii_digit());
    starts && !is_year(word) && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == ':')
}

/// The names of the rows of the corpus that have a place in the law.
fn rows(files: &[File]) -> BTreeSet<&str> {
    let lists = ["corpus/bepalingen/", "corpus/parameters/"];
    let corpus = files.iter().filter(|file| lists.iter().any(|folder| file.path.starts_with(folder)));
    let lines = corpus.flat_map(|file| file.text.lines());
    lines.filter_map(|line| line.strip_prefix("naam = \"")?.split('"').next()).collect()
}

fn unknown_rows(file: &File, rows: &BTreeSet<&str>) -> Vec<Finding> {
    let production = production_part(&file.text);
    let asked = ASKED.iter().flat_map(|call| {
        production.match_indices(call).filter_map(|(at, call)| {
            let name = production.get(at + call.len()..)?.split('"').next()?;
            let line = production.get(..at)?.matches('\n').count() + 1;
            Some((name, line))
        })
    });
    let unknown = asked.filter(|(name, _)| !rows.contains(name));
    unknown
        .map(|(name, line)| Finding {
            file: file.path.clone(),
            line: Some(line),
            check: NAME,
            what: format!("the corpus has no '{name}'"),
            why: "a page that cites a row that is not there says 'de wet', and nobody sees that".to_owned(),
            fix: "name a row of corpus/bepalingen or corpus/parameters, or add it after reading the article"
                .to_owned(),
        })
        .collect()
}

fn cited(file: String, line: Option<usize>, found: &str) -> Finding {
    Finding {
        file,
        line,
        check: NAME,
        what: format!("'{found}' is cited in words of its own"),
        why: "where something stands in the law is said by a row of corpus/, with its dates and how sure we are of it".to_owned(),
        fix: "fill it in: `App::artikel` or `Werk::artikel` with the name of the row, a variable of the sentence, or `Step::by_law`"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<(Option<usize>, String)> {
        check(&[File::new(path, text)]).into_iter().map(|finding| (finding.line, finding.what)).collect()
    }

    #[test]
    fn an_article_in_words_of_a_page_is_found_with_its_line() {
        for (text, what) in [
            ("f(\"U beslist daarop (WVO 2020 8.6 lid 2).\")", "WVO 2020 8.6"),
            ("f(\"Dat mag (art. 4:18 Awb).\")", "art 4:18"),
            ("f(\"Zie artikel 40 lid 3.\")", "artikel 40"),
            ("f(\"toestemming van de gemeente, LPW 3b\")", "LPW 3b"),
            ("f(\"Uitvoeringsbesluit WVO 2020 8.12 lid 2\")", "WVO 2020 8.12"),
            ("f(\"een reden van art. 10 Leerplichtwet 1969\")", "art 10"),
        ] {
            let expected = format!("'{what}' is cited in words of its own");
            assert_eq!(
                found("crates/web/src/a.rs", &format!("//! Why.\n{text}\n")),
                [(Some(2), expected)],
                "{text}"
            );
        }
    }

    #[test]
    fn an_article_in_a_catalogue_or_a_template_is_found_in_each_language() {
        let what = |words: &str| vec![(Some(1), format!("'{words}' is cited in words of its own"))];
        assert_eq!(found("teksten/nl/x.ftl", "a = geldt niet (art. 3:40 Awb)"), what("art 3:40"));
        assert_eq!(found("teksten/en/x.ftl", "a = has no effect (article 3:40)"), what("article 3:40"));
        assert_eq!(found("templates/paginas/a.html", "<p>Volgens artikel 8.6</p>"), what("artikel 8.6"));
    }

    #[test]
    fn an_act_by_name_a_filled_in_article_a_comment_and_a_test_cite_nothing() {
        for (path, text) in [
            ("crates/web/src/a.rs", "f(\"Dat staat in het Uitvoeringsbesluit WVO 2020.\")"),
            ("crates/web/src/a.rs", "f(\"volgens de Leerplichtwet 1969\")"),
            ("crates/web/src/a.rs", "f(\"Dat mag ({}).\")"),
            ("crates/web/src/a.rs", "grond.starts_with(\"art. \")"),
            ("crates/web/src/a.rs", "// art. 4:18 Awb\nf(\"Dat mag.\")"),
            ("crates/web/src/a/tests.rs", "f(\"art. 4:18 Awb\")"),
            ("crates/dossier/src/a.rs", "f(\"art. 4:18 Awb\")"),
            ("teksten/nl/x.ftl", "a = geldt niet ({ $artikel })"),
        ] {
            assert_eq!(found(path, text), [], "{text}");
        }
    }

    #[test]
    fn a_row_that_is_asked_for_is_in_the_corpus() {
        let page =
            File::new("crates/web/src/a.rs", "werk.artikel(\"a.b\"); werk.artikel_in(\"a.c\", sector)");
        let corpus = File::new("corpus/bepalingen/a.toml", "[[bepaling]]\nnaam = \"a.b\"\n");
        let what: Vec<String> = check(&[page, corpus]).into_iter().map(|finding| finding.what).collect();
        assert_eq!(what, ["the corpus has no 'a.c'"]);
    }
}
