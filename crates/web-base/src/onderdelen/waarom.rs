//! 'Waarom?': the steps that led to a date or an outcome, the places in the law, and how sure we are.

use askama::Template;
use base::{Date, Sector, Vindplaats};
use dossier::Berekening;
use dossier::berekend::wet_van;
use recht::Toetsing;
use teksten::{Taal, schil};

use super::Bronlink;

/// Steps and sources, open on the page.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "onderdelen/uitleg.html")]
pub struct Uitleg {
    inleiding: String,
    stappen: Vec<Uitlegstap>,
    bronnen: Vec<Bronlink>,
    /// The language of the page; the steps and sources of the law are Dutch.
    taal: Taal,
}

/// One step.
#[derive(Debug, Clone)]
pub struct Uitlegstap {
    omschrijving: String,
    resultaat: String,
    artikel: Option<String>,
}

/// Steps and sources, folded behind a question.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/waarom.html")]
pub struct Waarom {
    vraag: String,
    waarover: String,
    inleiding: String,
    stappen: Vec<Uitlegstap>,
    bronnen: Vec<Bronlink>,
    /// The language of the page; the steps and sources of the law are Dutch.
    taal: Taal,
}

impl Uitleg {
    /// A computation as it is told about a school of a sector: a rule that stands in several acts cites that of its own, where it
    /// has one.
    pub fn in_sector(berekening: &Berekening, sector: Sector) -> Self {
        let own = |place: &&Vindplaats| place.wet == wet_van(sector);
        let bronnen: Vec<Bronlink> = berekening
            .vindplaatsen
            .iter()
            .filter(own)
            .map(|place| Bronlink::on(place, berekening.op))
            .collect();
        let all = Self::from(berekening);
        if bronnen.is_empty() {
            return all;
        }
        let cited =
            |step: &dossier::berekend::Stap| berekening.vindplaatsen.get(step.vindplaats?).filter(own);
        let steps = all.stappen.into_iter().zip(&berekening.stappen);
        let stappen = steps
            .map(|(told, step)| Uitlegstap { artikel: cited(step).map(ToString::to_string), ..told })
            .collect();
        Self { stappen, bronnen, ..all }
    }

    /// An explanation in words alone.
    pub fn text(inleiding: impl Into<String>) -> Self {
        Self { inleiding: inleiding.into(), ..Self::default() }
    }

    /// Adds a step, with the article that it rests on in words.
    #[must_use]
    pub fn step(mut self, omschrijving: &str, resultaat: &str, artikel: Option<String>) -> Self {
        let step =
            Uitlegstap { omschrijving: omschrijving.to_owned(), resultaat: resultaat.to_owned(), artikel };
        self.stappen.push(step);
        self
    }

    /// Begins with a sentence before the steps, and before what stood there.
    #[must_use]
    pub fn preceded_by(self, inleiding: impl Into<String>) -> Self {
        let inleiding: String = inleiding.into();
        let inleiding =
            if self.inleiding.is_empty() { inleiding } else { format!("{inleiding}. {}", self.inleiding) };
        Self { inleiding, ..self }
    }

    /// On a page in this language: the law's own words stay Dutch, and say so.
    #[must_use]
    pub fn on_page_in(self, taal: Taal) -> Self {
        Self { taal, ..self }
    }

    /// Adds a source.
    #[must_use]
    pub fn source(mut self, bron: Bronlink) -> Self {
        self.bronnen.push(bron);
        self
    }

    /// Folds it behind 'Waarom?'; `waarover` is what a screen reader adds: `deze datum`.
    pub fn folded(self, waarover: impl Into<String>) -> Waarom {
        Waarom {
            vraag: self.taal.zeg(schil::waarom()),
            waarover: waarover.into(),
            inleiding: self.inleiding,
            stappen: self.stappen,
            bronnen: self.bronnen,
            taal: self.taal,
        }
    }
}

impl Waarom {
    /// Asks something else than 'Waarom?'.
    #[must_use]
    pub fn asking(self, vraag: impl Into<String>) -> Self {
        Self { vraag: vraag.into(), ..self }
    }
}

impl<T> From<&Toetsing<T>> for Uitleg {
    fn from(toetsing: &Toetsing<T>) -> Self {
        let article =
            |at: Option<usize>| toetsing.vindplaatsen.get(at?).map(|bron| bron.vindplaats.to_string());
        let step = |stap: &recht::Stap| Uitlegstap {
            omschrijving: stap.omschrijving.clone(),
            resultaat: stap.resultaat.clone(),
            artikel: article(stap.vindplaats),
        };
        Self {
            inleiding: String::new(),
            stappen: toetsing.stappen.iter().map(step).collect(),
            bronnen: toetsing.vindplaatsen.iter().map(Bronlink::from).collect(),
            taal: Taal::Nl,
        }
    }
}

impl From<&Berekening> for Uitleg {
    fn from(berekening: &Berekening) -> Self {
        let on: Date = berekening.op;
        let article = |at: Option<usize>| berekening.vindplaatsen.get(at?).map(ToString::to_string);
        let step = |stap: &dossier::berekend::Stap| Uitlegstap {
            omschrijving: stap.omschrijving.clone(),
            resultaat: stap.resultaat.clone(),
            artikel: article(stap.vindplaats),
        };
        Self {
            inleiding: String::new(),
            stappen: berekening.stappen.iter().map(step).collect(),
            bronnen: berekening.vindplaatsen.iter().map(|place| Bronlink::on(place, on)).collect(),
            taal: Taal::Nl,
        }
    }
}

is_html!(Uitleg, Waarom);
