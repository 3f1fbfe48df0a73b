//! Reading Rust text just well enough to tell code from comments and string literals, so that a checker
//! neither trips over a word in a comment nor overlooks one in code.

/// What a stretch of Rust text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Comment,
    Literal,
}

/// The code alone: comments and the insides of literals become spaces, so that lines and columns stay.
pub(crate) fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (kind, piece) in pieces(text) {
        match kind {
            Kind::Code => out.push_str(piece),
            Kind::Comment | Kind::Literal => {
                out.extend(piece.chars().map(|c| if c == '\n' { c } else { ' ' }));
            }
        }
    }
    out
}

/// The contents of the plain string literals, in order. Escapes are left as they stand.
pub(crate) fn string_literals(text: &str) -> Vec<&str> {
    pieces(text)
        .into_iter()
        .filter(|(kind, _)| *kind == Kind::Literal)
        .filter_map(|(_, piece)| {
            let (start, end) = (piece.find('"')? + 1, piece.rfind('"')?);
            piece.get(start..end)
        })
        .collect()
}

/// The part of a file that goes into the product: everything before a trailing `#[cfg(test)] mod … {`.
/// (An item after the test module is refused by clippy's `items_after_test_module`.)
pub(crate) fn production_part(text: &str) -> &str {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        if line.trim_end() == "#[cfg(test)]" {
            let next = lines.clone().find(|next| !next.starts_with("#["));
            if next.is_some_and(|next| next.starts_with("mod ") && next.trim_end().ends_with('{')) {
                return text.get(..at).unwrap_or(text);
            }
        }
        at += line.len();
    }
    text
}

/// The name that follows each `daad! {`: on a line of its own, before a comma or an opening brace.
pub(crate) fn declared_acts(code: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let line = line.trim();
        if line == "daad! {" {
            inside = true;
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            let name = line.trim_end_matches([',', '{', ' ']);
            inside = false;
            if name.starts_with(char::is_uppercase) && name.chars().all(is_word_character) {
                found.push((index + 1, name));
            }
        }
    }
    found
}

/// Where `word` stands in `text` as a word of its own: lines from one. `word` may hold any characters;
/// only at an end that is a letter, digit or underscore must a different kind of character follow.
pub(crate) fn lines_with_word(text: &str, word: &str) -> Vec<usize> {
    text.lines().enumerate().filter(|(_, line)| has_word(line, word)).map(|(number, _)| number + 1).collect()
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|part| part.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|part| part.chars().next());
        let joins = |edge: Option<char>, neighbour: Option<char>| {
            edge.is_some_and(is_word_character) && neighbour.is_some_and(is_word_character)
        };
        !joins(word.chars().next(), before) && !joins(word.chars().next_back(), after)
    })
}

pub(crate) fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn pieces(text: &str) -> Vec<(Kind, &str)> {
    let mut out = Vec::new();
    let (mut at, mut code_from) = (0, 0);
    let mut previous = ' ';
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((kind, length)) = special(rest, previous) {
            out.push((Kind::Code, text.get(code_from..at).unwrap_or_default()));
            out.push((kind, rest.get(..length).unwrap_or(rest)));
            at += length.min(rest.len());
            code_from = at;
            previous = ' ';
        } else {
            previous = rest.chars().next().unwrap_or(' ');
            at += previous.len_utf8();
        }
    }
    out.push((Kind::Code, text.get(code_from..).unwrap_or_default()));
    out
}

/// The comment or literal that starts here, with its length.
fn special(rest: &str, previous: char) -> Option<(Kind, usize)> {
    if rest.starts_with("//") {
        return Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return Some((Kind::Comment, block_comment(rest)));
    }
    if is_word_character(previous) {
        return None;
    }
    string(rest).or_else(|| character(rest)).map(|length| (Kind::Literal, length))
}

/// Length of a block comment; they nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(left) = rest.get(at..).filter(|left| !left.is_empty()) {
        if left.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if left.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += left.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Length of a string literal with its prefix, raw or not.
fn string(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c| !matches!(c, 'b' | 'c' | 'r'))?;
    let raw = rest.get(..prefix)?.contains('r');
    let after_prefix = rest.get(prefix..)?;
    let hashes = after_prefix.len() - after_prefix.trim_start_matches('#').len();
    let opens = after_prefix.get(hashes..)?.starts_with('"');
    if prefix > 2 || !opens || (hashes > 0 && !raw) {
        return None;
    }
    let body_at = prefix + hashes + 1;
    let body = rest.get(body_at..)?;
    let close = if raw { format!("\"{}", "#".repeat(hashes)) } else { "\"".to_owned() };
    let end = if raw { body.find(&close) } else { unescaped(body, '"') };
    Some(end.map_or(rest.len(), |end| body_at + end + close.len()))
}

/// Length of a character literal; `None` for a lifetime.
fn character(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'').or_else(|| rest.strip_prefix("b'"))?;
    let prefix = rest.len() - body.len();
    let first = body.chars().next()?;
    if first == '\\' {
        return unescaped(body, '\'').map(|end| prefix + end + 1);
    }
    let after = body.get(first.len_utf8()..)?;
    after.starts_with('\'').then_some(prefix + first.len_utf8() + 1)
}

/// Position of the first `end` that no backslash stands before.
fn unescaped(body: &str, end: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        if c == end && !escaped {
            return Some(at);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_become_spaces() {
        let text = "let a = \"HashMap // no\"; // HashMap\nlet b = 'x'; /* f64 /* f32 */ */ fn c<'a>(d: &'a str) {}\n";
        let code = code_only(text);
        assert!(!code.contains("HashMap") && !code.contains("f64") && !code.contains("f32"), "{code}");
        assert!(code.contains("fn c<'a>(d: &'a str)"), "{code}");
        assert_eq!(code.lines().count(), text.lines().count());
    }

    #[test]
    fn raw_strings_and_escapes_end_where_they_end() {
        let text = r##"f(r#"a "quoted" b"#, "c\"d", b"e", '\'', "g")"##;
        assert_eq!(string_literals(text), ["a \"quoted\" b", "c\\\"d", "e", "g"]);
        assert!(code_only(text).starts_with("f("));
        assert!(code_only(text).ends_with(')'));
    }

    #[test]
    fn an_identifier_that_ends_in_r_opens_no_raw_string() {
        assert_eq!(string_literals("for \"x\" in bar(\"y\")"), ["x", "y"]);
        assert_eq!(code_only("let r = 1; r + br").trim(), "let r = 1; r + br");
    }

    #[test]
    fn only_a_trailing_test_module_is_left_out() {
        let text = "//! Why.\nfn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n";
        assert_eq!(production_part(text), "//! Why.\nfn a() {}\n\n");
        let elsewhere = "#[cfg(test)]\nmod tests;\nfn a() {}\n";
        assert_eq!(production_part(elsewhere), elsewhere);
        let helper = "#[cfg(test)]\nfn helper() {}\nfn a() {}\n";
        assert_eq!(production_part(helper), helper);
    }

    #[test]
    fn words_are_whole_words() {
        assert_eq!(lines_with_word("a\nstrand::x rand\n", "rand"), [2]);
        assert!(lines_with_word("strand brand", "rand").is_empty());
        assert_eq!(lines_with_word("use std::fs;", "std::fs"), [1]);
        assert!(lines_with_word("use std::fsx;", "std::fs").is_empty());
    }
}
