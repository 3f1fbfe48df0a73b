//! A legal date as people read it: the day, and how long there still is. The last day itself counts.

use askama::Template;
use base::Date;
use base::dates::days_between;
use teksten::{Taal, schil};

use super::datum::day_in;

/// Days before the last day from which a term asks attention.
const SOON_DAYS: i32 = 7;

/// `uiterlijk ma 13 apr, nog 12 dagen`.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "onderdelen/termijn.html")]
pub struct Termijn {
    /// The last day, and the day on which it is looked at.
    dagen: Option<(Date, Date)>,
    /// The day is one that this program proposes.
    voorgesteld: bool,
    ernst: Ernst,
    in_tabel: bool,
    taal: Taal,
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
        let ernst = match days_between(on, uiterlijk) {
            ..0 => Ernst::Laat,
            0..=SOON_DAYS => Ernst::Gauw,
            _ => Ernst::Rustig,
        };
        Self { dagen: Some((uiterlijk, on)), voorgesteld: false, ernst, in_tabel: false, taal: Taal::Nl }
    }

    /// A day that this program proposes on the way to a last day, which alone says how pressing it is: nobody is late by a proposal. Once
    /// that last day has passed it is the day by which somebody is late, and no proposal is left.
    pub fn proposed(voorstel: Date, uiterlijk: Date, on: Date) -> Self {
        let last = Self::of(uiterlijk, on);
        if last.ernst == Ernst::Laat {
            return last;
        }
        Self { voorgesteld: true, ernst: last.ernst, ..Self::of(voorstel, on) }
    }

    /// As a list knows it: a last day or none, and the one on the way to which it is proposed where it is.
    pub fn listed(uiterlijk: Option<Date>, einddag: Option<Date>, on: Date) -> Self {
        match (uiterlijk, einddag) {
            (Some(voorstel), Some(einddag)) => Self::proposed(voorstel, einddag, on),
            (last, _) => Self::maybe(last, on),
        }
    }

    /// No last day, or none yet: a dash.
    pub fn none() -> Self {
        Self { dagen: None, voorgesteld: false, ernst: Ernst::Rustig, in_tabel: true, taal: Taal::Nl }
    }

    /// The same on a page in this language.
    #[must_use]
    pub fn in_taal(self, taal: Taal) -> Self {
        Self { taal, ..self }
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

    fn dag(&self, uiterlijk: &Date, on: &Date) -> String {
        day_in(self.taal, *uiterlijk, *on)
    }

    /// How long there still is, or how late it is.
    fn rest(&self, uiterlijk: &Date, on: &Date) -> String {
        let dagen = days_between(*on, *uiterlijk);
        self.taal.zeg(if self.voorgesteld {
            schil::dag_voorgesteld()
        } else if dagen < 0 {
            schil::DagenTeLaat { dagen: -dagen }.tekst()
        } else {
            schil::NogDagen { dagen }.tekst()
        })
    }

    /// How pressing it is.
    pub fn severity(&self) -> Ernst {
        self.ernst
    }
}

is_html!(Termijn);
