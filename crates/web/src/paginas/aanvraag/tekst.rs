//! A text that somebody typed, in paragraphs, or its beginning.

use askama::Template;

/// Paragraphs.
#[derive(Debug, Clone, Default, Template)]
#[template(source = "{% for alinea in alineas %}<p>{{ alinea }}</p>{% endfor %}", ext = "html")]
pub(in crate::paginas) struct Tekst {
    alineas: Vec<String>,
}

impl askama::filters::HtmlSafe for Tekst {}

impl Tekst {
    /// A paragraph for each line that is not empty.
    pub(in crate::paginas) fn of(text: &str) -> Self {
        Self {
            alineas: text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        }
    }
}

/// The beginning of a text on one line, cut at a word.
pub(in crate::paginas) fn shorten(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let head: String = line.chars().take(most).collect();
    let whole = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    format!("{} …", whole.trim_end_matches([',', ';', ':']))
}

/// An answer as one reads it: a day at its end in words.
pub(super) fn in_words(waarde: &str) -> String {
    let (words, last) = waarde.rsplit_once(' ').unwrap_or(("", waarde));
    match base::dates::parse_typed(last.trim()) {
        Some(day) => format!("{words} {}", base::dates::long_nl(day)).trim().to_owned(),
        None => waarde.to_owned(),
    }
}

/// Of whom the same was told before each; none where it is told there first, or where there is nothing to tell.
pub(super) fn same_before<W, T: PartialEq>(all: &[(W, Vec<T>)]) -> Vec<Option<&W>> {
    let before = |(at, (_, told)): (usize, &(W, Vec<T>))| {
        let mut earlier = all.iter().take(at);
        let same = earlier.find(|(_, other)| !told.is_empty() && other == told);
        same.map(|(who, _)| who)
    };
    all.iter().enumerate().map(before).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_of_one_is_told_of_no_other_again() {
        let all = [("a", vec![1, 2]), ("b", vec![1, 2]), ("c", vec![]), ("d", vec![]), ("e", vec![2])];
        assert_eq!(same_before(&all), [None, Some(&"a"), None, None, None]);
    }

    #[test]
    fn a_day_in_an_answer_is_read_as_a_day() {
        let paper = "op papier ontvangen op 2026-10-09";
        assert_eq!(in_words(paper), "op papier ontvangen op vrijdag 9 oktober 2026");
        assert_eq!(in_words("2026-10-09"), "vrijdag 9 oktober 2026");
        assert_eq!(in_words("in de klas en op het plein"), "in de klas en op het plein");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(shorten("kort en\ngoed", 20), "kort en goed");
        assert_eq!(shorten("Sam heeft rust, ruimte en regelmaat nodig", 17), "Sam heeft rust …");
    }

    #[test]
    fn what_was_typed_is_never_markup() {
        assert_eq!(Tekst::of("a\n\n<b>").render().unwrap(), "<p>a</p><p>&#60;b&#62;</p>");
    }
}
