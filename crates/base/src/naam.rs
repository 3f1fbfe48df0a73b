//! Names as they are searched and compared: people type accents, case, prefixes, hyphens and apostrophes as they come.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Marks that people type for an apostrophe: straight, curly, modifier letter, grave, acute, prime, full width.
const APOSTROPHES: [char; 14] = [
    '\'', '\u{2018}', '\u{2019}', '\u{201b}', '\u{02bb}', '\u{02bc}', '\u{02b9}', '\u{02ca}', '\u{02cb}',
    '`', '\u{00b4}', '\u{2032}', '\u{2035}', '\u{ff07}',
];
/// Prefixes as they are written, and as they are shortened: who types a name leaves them out.
const PREFIXES: [&str; 22] = [
    "v", "vd", "van", "vande", "vanden", "vander", "d", "de", "den", "der", "t", "het", "te", "ten", "ter",
    "in", "op", "el", "al", "la", "le", "von",
];
/// Letters from which a name is long enough for one slip to be more likely than another name.
const ONE_SLIP: usize = 6;
/// And for two.
const TWO_SLIPS: usize = 14;

/// A name reduced to what a search compares: lower case, without diacritics and apostrophes, every other run of
/// anything that is no letter or digit as one space; `y` as `ij` and `ue` as `u`, for one name is written both ways.
/// `Ëlodie van ʼt Hóf-Ümit` → `elodie van t hof umit`.
pub fn normalise(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let plain = name.chars().filter(|ch| !APOSTROPHES.contains(ch) && !is_unseen(*ch));
    // Lower case first: `ẞ` must meet `ß` below.
    for ch in plain.nfkd().flat_map(char::to_lowercase).filter(|ch| !is_combining_mark(*ch)) {
        let folded = match ch {
            'ø' => "o",
            'ł' => "l",
            'đ' => "d",
            'ı' => "i",
            'æ' => "ae",
            'œ' => "oe",
            'ß' => "ss",
            'y' => "ij",
            _ if APOSTROPHES.contains(&ch) => "",
            _ => {
                if ch.is_alphanumeric() {
                    out.push(ch);
                } else if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
                ""
            }
        };
        out.push_str(folded);
        // `Müller` and `Mueller`.
        if out.ends_with("ue") {
            out.pop();
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The same without spaces: `Jan-Peter`, `Jan Peter` and `Janpeter` are one, `De Vries` and `Devries` too.
pub fn key(name: &str) -> String {
    normalise(name).replace(' ', "")
}

/// The name from each of its words on, without spaces: what a search is the begin of.
pub fn keys(name: &str) -> Vec<String> {
    let whole = normalise(name);
    let starts = whole.match_indices(' ').map(|(at, _)| at).chain([0]).filter(|_| !whole.is_empty());
    starts.map(|at| whole.split_at(at).1.replace(' ', "")).collect()
}

/// How somebody is addressed before their name, and the first of the ways in which that is written.
const AANSPREKINGEN: [(&str, &str); 8] = [
    ("mevrouw ", "mevrouw "),
    ("mevr. ", "mevrouw "),
    ("mw. ", "mevrouw "),
    ("de heer ", "de heer "),
    ("meneer ", "de heer "),
    ("dhr. ", "de heer "),
    ("de heer/mevrouw ", ""),
    ("mr. ", ""),
];

/// How a name begins that says how its bearer is addressed.
fn aanspreking(name: &str) -> Option<&'static (&'static str, &'static str)> {
    let begins = |form: &str| name.get(..form.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(form));
    AANSPREKINGEN.iter().filter(|(form, _)| begins(form)).max_by_key(|(form, _)| form.len())
}

/// A name without how its bearer is addressed: `mevrouw J. Meidoorn` is J. Meidoorn.
pub fn zonder_aanspreking(name: &str) -> &str {
    let name = name.trim();
    aanspreking(name).and_then(|(form, _)| name.get(form.len()..)).map_or(name, str::trim)
}

/// Two ways of writing the name of one person, as surely as a name can say it: the same name, and not one of a woman and one of a man. A
/// surname with an initial is of both parents as soon as one of the two is written without how they are addressed.
pub fn is_same_person(one: &str, other: &str) -> bool {
    let address = |name: &str| aanspreking(name.trim()).map_or("", |(_, address)| *address);
    let (of_one, of_other) = (address(one), address(other));
    let (one, other) = (zonder_aanspreking(one), zonder_aanspreking(other));
    let sure = match (of_one, of_other) {
        ("", _) | (_, "") => has_given_name(one) && has_given_name(other),
        (of_one, of_other) => of_one == of_other,
    };
    sure && is_same(one, other)
}

/// A given name stands in it in full, before the surname.
fn has_given_name(name: &str) -> bool {
    let words = normalise(name);
    let own = |word: &&str| !PREFIXES.contains(word);
    let full = words.split(' ').next().is_some_and(|first| first.chars().count() > 1 && own(&first));
    full && words.split(' ').filter(own).count() > 1
}

/// Two names have a word in common that is no prefix and no single letter: one surname, or one given name.
pub fn shares_word(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = normalise(name);
        let own = words.split(' ').filter(|word| word.chars().count() > 1 && !PREFIXES.contains(word));
        own.map(str::to_owned).collect()
    };
    let other = words(other);
    words(one).iter().any(|word| other.contains(word))
}

/// Two ways of writing that are one name.
pub fn is_same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

/// Two names that may be of one person: the same but for prefixes, or but for a slip of typing.
///
/// One letter may be missing, too many, another or at the place of its neighbour; of long names two.
pub fn is_near(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    let length = one.chars().count().min(other.chars().count());
    let slips = match length {
        TWO_SLIPS.. => 2,
        ONE_SLIP.. => 1,
        _ => 0,
    };
    one == other || strsim::osa_distance(&one, &other) <= slips
}

/// Without prefixes and spaces; a name of prefixes alone stays whole.
fn bare(name: &str) -> String {
    let words = normalise(name);
    let kept: String = words.split(' ').filter(|word| !PREFIXES.contains(word)).collect();
    if kept.is_empty() { words.replace(' ', "") } else { kept }
}

/// It takes no room on a screen, or turns around what comes after it: it can make two names look alike that are not.
/// The two joiners are left: some scripts need them.
pub fn hides(ch: char) -> bool {
    is_unseen(ch) && !matches!(ch, '\u{200c}' | '\u{200d}')
}

/// It takes no room on a screen.
fn is_unseen(ch: char) -> bool {
    matches!(ch, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_compare_as_people_search_them() {
        assert_eq!(normalise("Ëlodie van 't Hóf-Ümit"), "elodie van t hof umit");
        assert_eq!(normalise("  Şahin Çelik "), "sahin celik");
        assert_eq!(normalise("Bjørn Łukasz Straße"), "bjorn lukasz strasse");
        assert_eq!(normalise("STRAẞE ÆRØ"), "strasse aero");
        assert_eq!(normalise("IJsvogel"), "ijsvogel");
        assert_eq!(normalise("Queeny"), "qunij");
    }

    #[test]
    fn one_person_is_one_name_and_not_a_woman_and_a_man() {
        assert!(is_same_person("mevrouw J. Meidoorn", "mw. J. Méidoorn"));
        assert!(is_same_person("Jip van Meidoorn", "dhr. Jip van Meidoorn"));
        assert!(is_same_person("de heer/mevrouw Jip Meidoorn", "Jip Meidoorn"));
        assert!(!is_same_person("mevrouw J. Meidoorn", "de heer J. Meidoorn"));
        assert!(!is_same_person("mevrouw Jip Meidoorn", "de heer Jip Meidoorn"));
        // One initial and one surname are of both parents.
        for of_both in ["J. Meidoorn", "J.B. Meidoorn", "Meidoorn", "van Meidoorn"] {
            assert!(!is_same_person(of_both, &format!("mevrouw {of_both}")), "{of_both}");
            assert!(!is_same_person(of_both, of_both), "{of_both}");
            assert!(!is_same_person(&format!("de heer/mevrouw {of_both}"), &format!("de heer {of_both}")));
        }
        assert!(!is_same_person("J. Meidoorn", "Jip Meidoorn"));
    }

    #[test]
    fn how_somebody_is_addressed_is_no_part_of_a_name() {
        for name in ["mevrouw J. Meidoorn", "Mevr. J. Meidoorn", "de heer J. Meidoorn", " J. Meidoorn"] {
            assert_eq!(zonder_aanspreking(name), "J. Meidoorn", "{name}");
        }
        assert_eq!(zonder_aanspreking("de Heer"), "de Heer");
        assert_eq!(zonder_aanspreking("Ünal"), "Ünal");
    }

    #[test]
    fn a_longer_given_name_and_names_that_changed_places_share_a_word() {
        for other in ["Noor Elise Appelvink", "Appelvink Noor", "Nora Appelvink", "N. van Áppelvink"] {
            assert!(shares_word("Noor Appelvink", other), "{other}");
        }
        for other in ["Nora Meidoorn", "de van der", "", "N. M."] {
            assert!(!shares_word("Noor de Appelvink", other), "{other}");
        }
    }

    #[test]
    fn every_mark_that_is_typed_for_an_apostrophe_is_the_same() {
        for mark in APOSTROPHES {
            assert_eq!(normalise(&format!("O{mark}Brien van {mark}t Hof")), "obrien van t hof", "{mark:?}");
        }
    }

    #[test]
    fn a_hyphen_of_any_kind_a_space_and_nothing_are_the_same() {
        for between in [
            "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", " ", "\u{a0}",
            "\u{ad}", "",
        ] {
            assert!(is_same(&format!("Jan{between}Peter"), "Janpeter"), "{between:?}");
        }
        assert!(is_same("De Vries", "Devries") && !is_same("De Vries", "De Vriese"));
    }

    #[test]
    fn names_that_are_written_two_ways_find_each_other() {
        assert!(is_same("Müller", "Mueller") && is_same("Muller", "Mueller"));
        assert!(is_same("Bruijn", "Bruyn") && is_same("Bruĳn", "bruÿn"));
        // Half of it typed is the begin of the whole.
        assert!(normalise("Bruyns").starts_with(&normalise("brui")));
        assert!(normalise("Mueller").starts_with(&normalise("mue")));
    }

    #[test]
    fn a_prefix_left_out_or_a_slip_is_near_and_another_name_is_not() {
        let near = [
            ("Sam van de Zonnevis", "Sam vd Zonnevis"),
            ("Sam de Zonnevis", "Sam Zonnevis"),
            ("Sam de Zonnevis", "Sam de Zonnvis"),
            ("Sam de Zonnevis", "Sma de Zonnevis"),
            ("Noor Uil", "Noor Uill"),
        ];
        for (one, other) in near {
            assert!(is_near(one, other) && is_near(other, one), "{one} and {other}");
        }
        let far = [
            ("Sam de Zonnevis", "Bo de Zonnevis"),
            ("Bo Uil", "Bo Aal"),
            ("Sam de Zonnevis", "Sam de Zeeduivel"),
        ];
        for (one, other) in far {
            assert!(!is_near(one, other), "{one} and {other}");
        }
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(name in "\\PC{0,40}") {
            let once = normalise(&name);
            prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn a_name_is_near_itself(name in "\\PC{0,40}") {
            prop_assert!(is_near(&name, &name) && is_same(&name, &name));
        }
    }
}
