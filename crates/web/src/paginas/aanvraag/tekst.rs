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

#[cfg(test)]
mod tests {
    use super::*;

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
