//! The languages, and what each writes in its own way.

use std::borrow::Borrow;

use base::Date;
use base::dates::{long_nl, short_nl};

use crate::Tekst;
use crate::catalogus;

/// A language in which a family can read its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Taal {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
    /// Dutch in Hebrew letters: no language, but it runs from right to left.
    #[cfg(feature = "testing")]
    Proef,
}

impl Taal {
    /// The languages that one can choose.
    pub const KEUZES: [Self; 2] = [Self::Nl, Self::En];

    /// The code, as `lang` in a page and as the name of its folder.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            #[cfg(feature = "testing")]
            Self::Proef => "he",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        #[cfg(feature = "testing")]
        if code == Self::Proef.code() {
            return Some(Self::Proef);
        }
        Self::KEUZES.into_iter().find(|taal| taal.code() == code)
    }

    /// The name, in the language itself.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
            #[cfg(feature = "testing")]
            Self::Proef => "Proef",
        }
    }

    /// It is written from right to left.
    pub fn is_rtl(self) -> bool {
        match self {
            Self::Nl | Self::En => false,
            #[cfg(feature = "testing")]
            Self::Proef => true,
        }
    }

    /// Another language than the one in which the law is written and people here write.
    pub fn is_translated(self) -> bool {
        self != Self::Nl
    }

    /// A text in this language.
    pub fn zeg(self, tekst: impl Borrow<Tekst>) -> String {
        catalogus::write(self, tekst.borrow())
    }

    /// A day cut short: `di 3 mrt 2026`.
    pub fn korte_dag(self, dag: Date) -> String {
        match self {
            Self::Nl => short_nl(dag),
            Self::En => short_en(dag),
            #[cfg(feature = "testing")]
            Self::Proef => mirrored(&short_nl(dag)),
        }
    }

    /// A day in full.
    pub fn dag(self, dag: Date) -> String {
        match self {
            Self::Nl => long_nl(dag),
            Self::En => long_en(dag),
            #[cfg(feature = "testing")]
            Self::Proef => mirrored(&long_nl(dag)),
        }
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Tuesday 3 March 2026`
fn long_en(dag: Date) -> String {
    let weekday = name(&WEEKDAYS, dag.weekday().to_monday_zero_offset());
    let month = name(&MONTHS, dag.month() - 1);
    format!("{weekday} {} {month} {}", dag.day(), dag.year())
}

/// `Tue 3 Mar 2026`
fn short_en(dag: Date) -> String {
    let weekday = name(&WEEKDAYS, dag.weekday().to_monday_zero_offset());
    let month = name(&MONTHS, dag.month() - 1);
    let short = |name: &'static str| name.get(..3).unwrap_or(name);
    format!("{} {} {} {}", short(weekday), dag.day(), short(month), dag.year())
}

fn name(names: &[&'static str], index: i8) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

/// Each Latin letter as one of the Hebrew letters: what nobody wrote in the test language keeps its Latin letters.
#[cfg(feature = "testing")]
pub(crate) fn mirrored(text: &str) -> String {
    let letter = |letter: char| match letter.to_ascii_lowercase() {
        latin @ 'a'..='z' => char::from_u32(u32::from(latin) - u32::from('a') + 0x05D0).unwrap_or(letter),
        _ => letter,
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_code_and_nothing_else_is_one() {
        for taal in Taal::KEUZES {
            assert_eq!(Taal::from_code(taal.code()), Some(taal));
        }
        assert_eq!(Taal::from_code("fr"), None);
        assert_eq!(Taal::from_code(""), None);
    }

    #[test]
    fn a_short_day_is_written_as_the_language_does() {
        let days = "2026-12-31".parse::<Date>().map(|dag| (Taal::Nl.korte_dag(dag), Taal::En.korte_dag(dag)));
        assert_eq!(days.ok(), Some(("do 31 dec 2026".to_owned(), "Thu 31 Dec 2026".to_owned())));
    }

    #[test]
    fn a_day_is_written_as_the_language_does() {
        let days = |text: &str| text.parse::<Date>().map(|dag| (Taal::Nl.dag(dag), Taal::En.dag(dag)));
        let written = |nl: &str, en: &str| Some((nl.to_owned(), en.to_owned()));
        assert_eq!(days("2026-01-05").ok(), written("maandag 5 januari 2026", "Monday 5 January 2026"));
        assert_eq!(
            days("2026-12-31").ok(),
            written("donderdag 31 december 2026", "Thursday 31 December 2026")
        );
    }
}
