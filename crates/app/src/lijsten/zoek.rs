//! What people type into one box to find a child: a name, a date of birth, a number, or some of these together.

use base::{Date, dates};

use crate::projectie::number_key;

/// A date of birth in what was typed, and what stands beside it.
pub(super) fn split(typed: &str) -> (Option<Date>, String) {
    let words: Vec<&str> = typed.split_whitespace().collect();
    // As three words, `3 maart 2016` and `3 3 2016`, or as one.
    for count in [3, 1] {
        for (at, some) in words.windows(count).enumerate() {
            if let Some(day) = day(some) {
                let rest = words.iter().take(at).chain(words.iter().skip(at + count));
                return (Some(day), rest.copied().collect::<Vec<_>>().join(" "));
            }
        }
    }
    (None, words.join(" "))
}

/// Words to search by; of a number of a file without its year it does not matter how many zeros stand before it.
pub(super) fn words(typed: &str) -> String {
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let as_kept = |word: &str| if number(word) { number_key(word).to_owned() } else { word.to_owned() };
    let words: Vec<String> = typed.split_whitespace().map(as_kept).collect();
    // Nothing but zeros is no number of a file: it finds nothing, and not every child.
    if words.iter().all(String::is_empty) { typed.to_owned() } else { words.join(" ") }
}

fn day(words: &[&str]) -> Option<Date> {
    let [day, month, year] = words else { return dates::parse_typed(&words.join(" ")) };
    let month = dates::month_number(month).map_or_else(|| (*month).to_owned(), |number| number.to_string());
    dates::parse_typed(&format!("{day}-{month}-{year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_of_birth_is_found_in_what_people_type() {
        let born: Date = "2016-03-03".parse().unwrap();
        let written =
            ["3-3-2016", "03/03/2016", "3.3.2016", "3 3 2016", "2016-03-03", "3 maart 2016", "3 mrt. 2016"];
        for typed in written {
            assert_eq!(split(typed), (Some(born), String::new()), "{typed}");
            assert_eq!(
                split(&format!(" Sam {typed} zonnevis")),
                (Some(born), "Sam zonnevis".to_owned()),
                "{typed}"
            );
        }
        for typed in ["Sam de Zonnevis", "3-3", "31-2-2016", "4217", "3 ma 2016", "99DD00"] {
            assert_eq!(split(typed), (None, typed.to_owned()), "{typed}");
        }
    }

    #[test]
    fn zeros_before_a_number_say_nothing_and_zeros_alone_find_nothing() {
        for (typed, sought) in
            [("004217", "4217"), ("4217", "4217"), ("sam 0012", "sam 12"), ("00", "00"), ("", "")]
        {
            assert_eq!(words(typed), sought, "{typed}");
        }
    }
}
