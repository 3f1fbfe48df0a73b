//! What a rule answers: the outcome, how it came about, and a receipt.

use std::collections::BTreeMap;

use base::dates::short_nl;
use base::{Date, Zekerheid};
use serde::{Deserialize, Serialize};

use crate::corpus::bron::Bron;
use crate::corpus::{Bestand, sha256_hex};

/// The answer of a rule. Not in force and left to a person are answers too, never errors and never a no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", content = "uitkomst", rename_all = "snake_case")]
pub enum Uitslag<T> {
    /// The rule is in force and says this.
    Toegepast(T),
    /// The rule, or the part of it that was asked about, starts later.
    NogNietGeldig,
    /// The rule has ended.
    Beeindigd,
    /// The law leaves it to a person.
    OordeelNodig(Oordeel),
}

impl<T> Uitslag<T> {
    /// The word of the public contract.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Toegepast(_) => "toegepast",
            Self::NogNietGeldig => "nog_niet_geldig",
            Self::Beeindigd => "beeindigd",
            Self::OordeelNodig(_) => "oordeel_nodig",
        }
    }
}

/// To whom the law leaves it, and on which ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Oordeel {
    /// Who decides.
    pub aan_wie: String,
    /// On which ground, in plain Dutch.
    pub grond: String,
}

/// One step of the reasoning, in plain Dutch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stap {
    /// What was looked at or done.
    pub omschrijving: String,
    /// What came out.
    pub resultaat: String,
    /// Place in [`Toetsing::vindplaatsen`] of what it rests on.
    pub vindplaats: Option<usize>,
}

/// The receipt: enough to recompute the outcome years later and get the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bewijs {
    /// Name of the rule.
    pub regel: String,
    /// Start of the version of the rule that was used.
    pub versie: Date,
    /// Algorithm that the version names.
    pub algoritme: String,
    /// `sha256:…` over path and hash of every corpus file that this outcome used, in order of path.
    pub regels: String,
    /// `sha256:…` over the input as canonical JSON (RFC 8785), every field of the rule present: defaults filled
    /// in, what is empty null.
    pub invoer: String,
}

/// An answer with its reasoning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toetsing<T> {
    /// Name of the rule.
    pub regel: String,
    /// The day whose law was asked.
    pub op: Date,
    /// The answer.
    pub uitslag: Uitslag<T>,
    /// First day on which the rule (or the part of it that decided) holds.
    pub geldig_van: Date,
    /// First day on which it no longer holds.
    pub geldig_tot: Option<Date>,
    /// The reasoning, in order.
    pub stappen: Vec<Stap>,
    /// The places in the law that this outcome rests on.
    pub vindplaatsen: Vec<Bron>,
    /// The receipt.
    pub bewijs: Bewijs,
}

impl<T> Toetsing<T> {
    /// What the rule says, when it is in force and does not leave it to a person.
    pub fn uitkomst(&self) -> Option<&T> {
        match &self.uitslag {
            Uitslag::Toegepast(uitkomst) => Some(uitkomst),
            Uitslag::NogNietGeldig | Uitslag::Beeindigd | Uitslag::OordeelNodig(_) => None,
        }
    }

    /// How sure we are: of several sources the least sure counts.
    pub fn zekerheid(&self) -> Option<Zekerheid> {
        self.vindplaatsen.iter().map(|bron| bron.vindplaats.zekerheid).max()
    }
}

/// Collects the steps, sources and files of one outcome while a rule works.
#[derive(Debug, Default)]
pub(crate) struct Spoor {
    pub(crate) stappen: Vec<Stap>,
    pub(crate) vindplaatsen: Vec<Bron>,
    bestanden: BTreeMap<String, String>,
}

impl Spoor {
    /// A step that rests on a source.
    pub(crate) fn stap(
        &mut self,
        omschrijving: impl Into<String>,
        resultaat: impl Into<String>,
        bron: &Bron,
    ) {
        let vindplaats = Some(self.cite(bron));
        self.push(omschrijving.into(), resultaat.into(), vindplaats);
    }

    /// A step that states a fact of the input.
    pub(crate) fn feit(&mut self, omschrijving: impl Into<String>, resultaat: impl Into<String>) {
        self.push(omschrijving.into(), resultaat.into(), None);
    }

    /// [`Self::feit`] about a date.
    pub(crate) fn datum(&mut self, omschrijving: &str, day: Date) {
        self.feit(omschrijving, short_nl(day));
    }

    fn push(&mut self, omschrijving: String, resultaat: String, vindplaats: Option<usize>) {
        self.stappen.push(Stap { omschrijving, resultaat, vindplaats });
    }

    /// Adds a source that this outcome rests on; its place among them.
    pub(crate) fn cite(&mut self, bron: &Bron) -> usize {
        if let Some(place) = self.vindplaatsen.iter().position(|known| known == bron) {
            return place;
        }
        self.vindplaatsen.push(bron.clone());
        self.vindplaatsen.len() - 1
    }

    /// Notes that a file of the corpus decided.
    pub(crate) fn uses(&mut self, bestand: &Bestand) {
        self.bestanden.insert(bestand.path.clone(), bestand.sha256.clone());
    }

    /// Hash over the files used.
    pub(crate) fn regels_hash(&self) -> String {
        let lines: Vec<String> =
            self.bestanden.iter().map(|(path, hash)| format!("{path}\n{hash}\n")).collect();
        format!("sha256:{}", sha256_hex(lines.concat().as_bytes()))
    }
}

/// `ja` or `nee`.
pub(crate) fn ja_nee(flag: bool) -> &'static str {
    if flag { "ja" } else { "nee" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_the_law_leaves_to_a_person_says_to_whom() {
        let uitslag: Uitslag<()> = Uitslag::OordeelNodig(Oordeel {
            aan_wie: "het samenwerkingsverband".to_owned(),
            grond: "het IQ valt in twee groepen tegelijk".to_owned(),
        });
        insta::assert_json_snapshot!(uitslag, @r#"
        {
          "status": "oordeel_nodig",
          "uitkomst": {
            "aan_wie": "het samenwerkingsverband",
            "grond": "het IQ valt in twee groepen tegelijk"
          }
        }
        "#);
        assert_eq!(uitslag.status(), "oordeel_nodig");
    }

    #[test]
    fn an_answer_reads_back_as_it_was_stored() {
        for uitslag in [Uitslag::Toegepast(7), Uitslag::NogNietGeldig, Uitslag::Beeindigd] {
            let stored = serde_json::to_string(&uitslag).unwrap();
            assert_eq!(serde_json::from_str::<Uitslag<i32>>(&stored).unwrap(), uitslag);
        }
    }
}
