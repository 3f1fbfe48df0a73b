//! What is done, what is missing, what was known already and what is not needed.

use askama::Template;
use base::Date;
use dossier::tlv::checklist::{Checklist, Punt, Stand};
use teksten::{Taal, Tekst, schil};

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
    /// Who is asked said so, and it is no yes of everybody.
    Gezegd,
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
            Self::Bekend | Self::Gezegd => "stand-bekend",
            Self::Ontbreekt => "stand-ontbreekt",
            Self::MagOntbreken | Self::NietNodig => "stand-niet-nodig",
        }
    }

    fn word(self) -> Tekst {
        match self {
            Self::Ingevuld => schil::punt_ingevuld(),
            Self::Bekend => schil::punt_bekend(),
            Self::Gezegd => schil::punt_gezegd(),
            Self::Ontbreekt => schil::punt_ontbreekt(),
            Self::MagOntbreken => schil::punt_mag_ontbreken(),
            Self::NietNodig => schil::punt_niet_nodig(),
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
        let missing = self.punten.iter().filter(|punt| punt.stand == Checkstand::Ontbreekt).count();
        let aantal = i32::try_from(missing).unwrap_or(i32::MAX);
        Taal::Nl.zeg(schil::PuntenOntbreken { aantal }.tekst())
    }
}

fn point(punt: &Punt, on: Date) -> Checkpunt {
    let (stand, uitleg) = match &punt.stand {
        Stand::Ingevuld => (Checkstand::Ingevuld, String::new()),
        Stand::Bekend(bekend) => (Checkstand::Bekend, bekend.waarde.clone()),
        Stand::Gezegd(said) => (Checkstand::Gezegd, said.waarde.replace('\n', "; ")),
        // What some said is told where it is no answer of everybody.
        Stand::Ontbreekt if punt.blokkeert => (Checkstand::Ontbreekt, punt.gezegd.join("; ")),
        Stand::Ontbreekt => (Checkstand::MagOntbreken, punt.gezegd.join("; ")),
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
