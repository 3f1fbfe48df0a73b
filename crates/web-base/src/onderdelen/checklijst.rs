//! What is done, what is missing, what was known already and what is not needed.

use askama::Template;
use base::Date;
use dossier::tlv::checklist::{Checklist, Punt, Stand};
use teksten::Taal;

use super::Bronlink;

/// The checklist beside a request. With [`Checklijst::refreshed_from`] the script keeps it up to date while
/// somebody types; without script it is up to date after each save.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/checklijst.html")]
pub struct Checklijst {
    punten: Vec<Checkpunt>,
    ververs: Option<String>,
}

/// One point.
#[derive(Debug, Clone)]
pub struct Checkpunt {
    /// The question.
    pub vraag: String,
    /// The field of the form that answers it, as [`super::Veld::id_of`] names it.
    pub veld: Option<String>,
    /// How it stands.
    pub stand: Checkstand,
    /// What the file knew, or why it is not needed; may be empty.
    pub uitleg: String,
    /// Where the law asks for it.
    pub bron: Option<Bronlink>,
}

/// How a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checkstand {
    /// Answered here.
    Ingevuld,
    /// The file knew it.
    Bekend,
    /// Must still be answered.
    Ontbreekt,
    /// Was asked, is not there, and stops nothing.
    MagOntbreken,
    /// Not needed here.
    NietNodig,
}

impl Checkstand {
    fn class(self) -> &'static str {
        match self {
            Self::Ingevuld => "stand-ingevuld",
            Self::Bekend => "stand-bekend",
            Self::Ontbreekt => "stand-ontbreekt",
            Self::MagOntbreken | Self::NietNodig => "stand-niet-nodig",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Ingevuld => "ingevuld",
            Self::Bekend => "al bekend",
            Self::Ontbreekt => "ontbreekt nog",
            Self::MagOntbreken => "mag ontbreken",
            Self::NietNodig => "niet nodig",
        }
    }
}

impl Checklijst {
    /// The list of a request; articles are linked to the law of `on`.
    pub fn of(checklist: &Checklist, on: Date) -> Self {
        Self { punten: checklist.punten.iter().map(|punt| point(punt, on)).collect(), ververs: None }
    }

    /// Lets the script fetch the list again from an address after each field that was saved.
    #[must_use]
    pub fn refreshed_from(mut self, address: impl Into<String>) -> Self {
        self.ververs = Some(address.into());
        self
    }

    fn samenvatting(&self) -> String {
        match self.punten.iter().filter(|punt| punt.stand == Checkstand::Ontbreekt).count() {
            0 => "Alles is compleet.".to_owned(),
            1 => "Er ontbreekt nog 1 punt.".to_owned(),
            missing => format!("Er ontbreken nog {missing} punten."),
        }
    }
}

fn point(punt: &Punt, on: Date) -> Checkpunt {
    let (stand, uitleg) = match &punt.stand {
        Stand::Ingevuld => (Checkstand::Ingevuld, String::new()),
        Stand::Bekend(bekend) => (Checkstand::Bekend, bekend.waarde.clone()),
        Stand::Ontbreekt if punt.blokkeert => (Checkstand::Ontbreekt, String::new()),
        Stand::Ontbreekt => (Checkstand::MagOntbreken, String::new()),
        Stand::NietNodig(reden) => (Checkstand::NietNodig, Taal::Nl.zeg(reden)),
    };
    Checkpunt {
        vraag: punt.vraag.clone(),
        veld: Some(super::Veld::id_of(&punt.code)),
        stand,
        uitleg,
        bron: punt.vindplaats.as_ref().map(|vindplaats| Bronlink::on(vindplaats, on)),
    }
}

is_html!(Checklijst);
