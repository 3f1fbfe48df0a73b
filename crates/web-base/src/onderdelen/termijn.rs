//! A legal date as people read it: the day, and how long there still is. The last day itself counts.

use askama::Template;
use base::Date;
use base::dates::days_between;

use super::short_date;

/// Days before the last day from which a term asks attention.
const SOON_DAYS: i32 = 7;

/// `uiterlijk ma 13 apr, nog 12 dagen`.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/termijn.html")]
pub struct Termijn {
    datum: Option<String>,
    iso: String,
    rest: String,
    ernst: Ernst,
    in_tabel: bool,
}

/// How pressing a term is. Its words say the same as its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ernst {
    /// The last day has passed.
    Laat,
    /// A week or less.
    Gauw,
    /// Longer.
    Rustig,
}

impl Ernst {
    fn class(self) -> &'static str {
        match self {
            Self::Laat => "termijn-laat",
            Self::Gauw => "termijn-gauw",
            Self::Rustig => "termijn-rustig",
        }
    }
}

impl Termijn {
    /// A term whose last day is `uiterlijk`, seen on a date.
    pub fn of(uiterlijk: Date, on: Date) -> Self {
        let days = days_between(on, uiterlijk);
        let rest = match days {
            ..-1 => format!("{} dagen te laat", -days),
            -1 => "1 dag te laat".to_owned(),
            0 => "vandaag nog".to_owned(),
            1 => "nog 1 dag".to_owned(),
            _ => format!("nog {days} dagen"),
        };
        let ernst = match days {
            ..0 => Ernst::Laat,
            0..=SOON_DAYS => Ernst::Gauw,
            _ => Ernst::Rustig,
        };
        Self {
            datum: Some(short_date(uiterlijk, on)),
            iso: uiterlijk.to_string(),
            rest,
            ernst,
            in_tabel: false,
        }
    }

    /// No last day, or none yet: a dash.
    pub fn none() -> Self {
        Self { datum: None, iso: String::new(), rest: String::new(), ernst: Ernst::Rustig, in_tabel: true }
    }

    /// [`Self::of`] where there is a last day, otherwise [`Self::none`].
    pub fn maybe(uiterlijk: Option<Date>, on: Date) -> Self {
        uiterlijk.map_or_else(Self::none, |day| Self::of(day, on))
    }

    /// Two lines under a heading that says 'Uiterlijk'.
    #[must_use]
    pub fn in_table(mut self) -> Self {
        self.in_tabel = true;
        self
    }

    /// How pressing it is.
    pub fn severity(&self) -> Ernst {
        self.ernst
    }
}

is_html!(Termijn);
