//! Names as they are searched: people's names vary in accents, case, prefixes and hyphens.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A name reduced to what a search compares: lower case, without diacritics, every run of
/// anything that is no letter or digit as one space. `Ëlodie van 't Hóf-Ümit` → `elodie van t hof umit`.
pub fn normalise(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for ch in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        let folded = match ch {
            'ø' | 'Ø' => "o",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' => "d",
            'ı' => "i",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ß' => "ss",
            _ => {
                if ch.is_alphanumeric() {
                    out.extend(ch.to_lowercase().filter(|c| !is_combining_mark(*c)));
                } else if !out.is_empty() && !out.ends_with(' ') && ch != '\'' && ch != '’' {
                    out.push(' ');
                }
                continue;
            }
        };
        out.push_str(folded);
    }
    out.truncate(out.trim_end().len());
    out
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
        assert_eq!(normalise("IJsvogel"), "ijsvogel");
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(name in "\\PC{0,40}") {
            let once = normalise(&name);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
