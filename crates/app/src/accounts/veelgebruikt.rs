//! The passwords that people choose most: a list, compressed in the program (`data/README.md` says from where).

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

/// The list: lower case, letters and digits only, sorted, one a line.
const LIJST: &[u8] = include_bytes!("../../data/wachtwoorden.txt.gz");

/// The list as it is looked in: taken out at the first password that is chosen.
static VEELGEBRUIKT: LazyLock<Vec<Box<str>>> = LazyLock::new(|| {
    let mut text = String::new();
    // Bytes that are part of the program are always read whole; a test counts them.
    let _ = GzDecoder::new(LIJST).read_to_string(&mut text);
    text.lines().map(Box::from).collect()
});

fn is_listed(word: &str) -> bool {
    VEELGEBRUIKT.binary_search_by(|listed| listed.as_ref().cmp(word)).is_ok()
}

/// What everybody tries first: one of the list, that with digits before or behind it, or either of them again and again. The
/// password comes in lower case, letters and digits only.
pub(super) fn is_common(given: &str) -> bool {
    let unit = shortest_unit(given);
    let word = given.trim_matches(|c: char| c.is_ascii_digit());
    // Digits alone, however many, are a number that somebody keeps somewhere.
    word.is_empty()
        || [given, unit, word, shortest_unit(word)].into_iter().any(is_listed)
        || is_one_sign(unit)
}

/// The shortest text of which this is a repetition; all of it where it repeats nothing.
fn shortest_unit(text: &str) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let repeats = |end: &usize| {
        let unit = text.get(..*end).unwrap_or(text);
        text.len().is_multiple_of(unit.len()) && unit.repeat(text.len() / unit.len()) == text
    };
    ends.filter(|end| *end <= text.len() / 2).find(repeats).and_then(|end| text.get(..end)).unwrap_or(text)
}

fn is_one_sign(unit: &str) -> bool {
    unit.chars().nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_in_order() {
        assert!(VEELGEBRUIKT.len() > 49_000, "{}", VEELGEBRUIKT.len());
        assert!(VEELGEBRUIKT.is_sorted());
        for known in ["password", "welkom", "wachtwoord", "zonnebloem"] {
            assert!(is_listed(known), "{known}");
        }
    }

    #[test]
    fn a_word_again_and_again_is_that_word() {
        assert_eq!(shortest_unit("abcabcabc"), "abc");
        assert_eq!(shortest_unit("ëëëë"), "ë");
        assert_eq!(shortest_unit("abcabcabd"), "abcabcabd");
        assert_eq!(shortest_unit(""), "");
        assert!(is_common("") && is_common("aaaaaaaaaaaa") && is_common("welkomwelkom12"));
        assert!(!is_common("deijsvogelduikt") && !is_common("demerelzingtvroeg"));
    }
}
