//! Reads a page as the net needs it: where its links lead, what its forms would send, and what a person would see.

use std::fmt::Write;

/// A form as it stands in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// Where it goes.
    pub(crate) action: String,
    /// It is sent with `POST`.
    pub(crate) posts: bool,
    /// What it sends when nothing is typed.
    pub(crate) fields: Vec<(String, String)>,
}

/// A tag, or the text between two.
pub(crate) enum Piece<'a> {
    Open(&'a str, Vec<(&'a str, String)>),
    Close(&'a str),
    Text(&'a str),
}

/// Splits a page into tags and texts. Our templates quote their attributes; whatever does not fit is text.
pub(crate) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        if !text.is_empty() {
            found.push(Piece::Text(text));
        }
        let end = end_of_tag(tag);
        let inside = &tag[1..end];
        if let Some(name) = inside.strip_prefix('/') {
            found.push(Piece::Close(name.trim()));
        } else if inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
            found.push(opened(inside));
        }
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    found.push(Piece::Text(rest));
    found
}

/// Where a tag ends: at the first `>` outside quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    let closes = |letter: char| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    };
    tag.find(closes).unwrap_or(tag.len() - 1)
}

fn opened(inside: &str) -> Piece<'_> {
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while let Some((head, tail)) = next_attribute(rest.trim_start()) {
        attributes.push(head);
        rest = tail;
    }
    Piece::Open(name.trim_end_matches('/'), attributes)
}

fn next_attribute(text: &str) -> Option<((&str, String), &str)> {
    let end = text.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() || name == "/" {
        return None;
    }
    let Some(value) = rest.strip_prefix("=\"") else { return Some(((name, String::new()), rest)) };
    let (value, rest) = value.split_once('"').unwrap_or((value, ""));
    Some(((name, decoded(value)), rest))
}

/// The text that an escaped one stands for.
pub(crate) fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let known = after.split_once(';').and_then(|(name, tail)| Some((entity(name)?, tail)));
        let (letter, tail) = known.unwrap_or(('&', after));
        plain.push(letter);
        rest = tail;
    }
    plain + rest
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => char::from_u32(name.strip_prefix('#')?.parse().ok()?),
    }
}

pub(crate) fn attribute<'a>(attributes: &'a [(&str, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// Every address inside this program that a page leads to, in order, without what stands behind `#`.
pub(crate) fn links(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in pieces(html) {
        let Piece::Open(_, attributes) = piece else { continue };
        for name in ["href", "data-levend"] {
            let Some(address) = attribute(&attributes, name) else { continue };
            let address = address.split('#').next().unwrap_or_default();
            if address.starts_with('/') && !address.starts_with("//") {
                found.push(address.to_owned());
            }
        }
    }
    found
}

/// Every form of a page, with what it would send untouched. A form without an action goes back to its page.
pub(crate) fn forms(html: &str, page: &str) -> Vec<Form> {
    let mut found: Vec<Form> = Vec::new();
    let mut inside = false;
    let mut area: Option<String> = None;
    let mut choice: Option<(String, Option<String>)> = None;
    for piece in pieces(html) {
        match piece {
            Piece::Open("form", attributes) => {
                let action = attribute(&attributes, "action").filter(|action| !action.is_empty());
                let posts = attribute(&attributes, "method") == Some("post");
                found.push(Form { action: action.unwrap_or(page).to_owned(), posts, fields: Vec::new() });
                inside = true;
            }
            Piece::Close("form") => inside = false,
            Piece::Open("input", attributes) if inside => push(&mut found, input(&attributes)),
            Piece::Open("textarea", attributes) if inside => {
                area = attribute(&attributes, "name").map(str::to_owned);
            }
            Piece::Text(text) => {
                let typed = area.take().map(|name| (name, decoded(text.trim_start_matches('\n'))));
                push(&mut found, typed);
            }
            Piece::Close("textarea") => push(&mut found, area.take().map(|name| (name, String::new()))),
            Piece::Open("select", attributes) if inside => {
                choice = attribute(&attributes, "name").map(|name| (name.to_owned(), None));
            }
            Piece::Open("option", attributes) => {
                if let Some((_, chosen)) = &mut choice {
                    choose(chosen, &attributes);
                }
            }
            Piece::Close("select") => {
                push(&mut found, choice.take().map(|(name, value)| (name, value.unwrap_or_default())));
            }
            Piece::Open(..) | Piece::Close(_) => {}
        }
    }
    found
}

fn push(forms: &mut [Form], field: Option<(String, String)>) {
    if let (Some(form), Some(field)) = (forms.last_mut(), field) {
        form.fields.push(field);
    }
}

/// What an input sends untouched: a box or choice that is off sends nothing, a button only when it is pressed.
fn input(attributes: &[(&str, String)]) -> Option<(String, String)> {
    let name = attribute(attributes, "name")?;
    let off = match attribute(attributes, "type").unwrap_or("text") {
        "checkbox" | "radio" => attribute(attributes, "checked").is_none(),
        "submit" | "button" | "file" => true,
        _ => false,
    };
    (!off).then(|| (name.to_owned(), attribute(attributes, "value").unwrap_or_default().to_owned()))
}

fn choose(chosen: &mut Option<String>, attributes: &[(&str, String)]) {
    let value = attribute(attributes, "value").unwrap_or_default();
    if chosen.is_none() || attribute(attributes, "selected").is_some() {
        *chosen = Some(value.to_owned());
    }
}

/// What a person would see of a page and could type in it, a line per piece; without what stands around each page.
pub(crate) fn seen(page: &str) -> String {
    let html =
        page.split_once("<main").map_or(page, |(_, main)| main.split_once('>').map_or(main, |(_, own)| own));
    let html = html.split_once("</main>").map_or(html, |(own, _)| own);
    let mut lines = String::new();
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => {
                let words = decoded(text).split_whitespace().collect::<Vec<_>>().join(" ");
                if !words.is_empty() {
                    let _ = writeln!(lines, "{words}");
                }
            }
            Piece::Open("a", attributes) => {
                let _ = writeln!(lines, "-> {}", attribute(&attributes, "href").unwrap_or_default());
            }
            Piece::Open(tag @ ("input" | "textarea" | "select" | "button" | "option"), attributes) => {
                let said = ["type", "name", "value", "checked", "selected", "required"];
                let said = attributes.iter().filter(|(name, _)| said.contains(name));
                let said: Vec<String> = said.map(|(name, value)| format!("{name}={value}")).collect();
                let _ = writeln!(lines, "[{tag} {}]", said.join(" "));
            }
            Piece::Open(..) | Piece::Close(_) => {}
        }
    }
    lines
}
