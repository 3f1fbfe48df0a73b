//! The policy settings of a samenwerkingsverband.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::TlvSoort;
use crate::grenzen::MINSTE_LETTERS_REDEN;

/// Most extra questions a partnership may add: a form is not a place to grow without limit.
pub const MOST_EXTRA_QUESTIONS: usize = 20;
/// Longest question in characters.
pub const MOST_QUESTION_LENGTH: usize = 300;
/// Most letters that a partnership may ask of every reason: a bound is no essay.
pub const MOST_REASON_LETTERS: u16 = 200;

/// Everything a samenwerkingsverband may decide for itself, with the law's own value as default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Beleid {
    /// Promised term for a TLV decision in weeks; only a term shorter than the law's has effect.
    pub tlv_beslistermijn_weken: Option<u16>,
    /// Experts may not work for the applicant. Not in the statute, so that it holds nowhere but where a partnership adopted it.
    pub onafhankelijke_deskundigen: bool,
    /// Questions beside those of the law.
    pub extra_vragen: Vec<ExtraVraag>,
    /// Accent colour of the region, `#rrggbb`; empty for the product's own.
    pub accentkleur: String,
    /// Telephone of the loket, for letters and parents' pages.
    pub telefoon_loket: String,
    /// Where letters and objections go, on one line: `Postbus 12, 1300 AA Almere`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postadres: String,
    /// Name and telephone of the ouder- en jeugdsteunpunt.
    pub steunpunt: String,
    /// Fewest letters and digits in a reason; never fewer than what holds where nobody settled anything.
    #[serde(skip_serializing_if = "is_usual")]
    pub minste_letters_reden: u16,
}

/// What was adopted before this could be settled stays as it was written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives the field by reference")]
fn is_usual(letters: &u16) -> bool {
    *letters == MINSTE_LETTERS_REDEN
}

impl Default for Beleid {
    fn default() -> Self {
        Self {
            tlv_beslistermijn_weken: None,
            onafhankelijke_deskundigen: false,
            extra_vragen: Vec::new(),
            accentkleur: String::new(),
            telefoon_loket: String::new(),
            postadres: String::new(),
            steunpunt: String::new(),
            minste_letters_reden: MINSTE_LETTERS_REDEN,
        }
    }
}

/// A question that this partnership adds to the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraVraag {
    /// Stable code: lower case letters, digits and `_`, starting with `swv_`.
    pub id: String,
    /// The question in plain Dutch.
    pub vraag: String,
    /// For which requests it is asked.
    pub voor: BTreeSet<TlvSoort>,
}

/// A setting that cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BeleidFout {
    /// A promise of no time at all.
    #[error("een beloofde termijn van 0 weken kan niet: geef 1 week of meer, of laat het leeg")]
    TermijnNul,
    /// A promise longer than the law's term promises nothing.
    #[error(
        "{weken} weken is langer dan de wettelijke termijn van {wet} weken: beleid mag alleen korter beloven"
    )]
    TermijnLangerDanWet {
        /// Given.
        weken: u16,
        /// The law's.
        wet: u16,
    },
    /// The question cannot be kept under this code.
    #[error("vraag '{id}': {reden}")]
    Vraag {
        /// Code of the question.
        id: String,
        /// What is wrong.
        reden: &'static str,
    },
    /// Too many.
    #[error("{gegeven} extra vragen is te veel: hooguit {MOST_EXTRA_QUESTIONS}")]
    TeVeelVragen {
        /// How many were given.
        gegeven: usize,
    },
    /// Fewer than holds for everybody, or more than a bound may be.
    #[error("{0} letters kan niet: vraag er {MINSTE_LETTERS_REDEN} tot en met {MOST_REASON_LETTERS}")]
    LettersReden(u16),
    /// Not `#rrggbb`.
    #[error("'{0}' is geen kleur van de vorm #0b5a6f")]
    Kleur(String),
}

impl Beleid {
    /// The same policy, with a code for each question that no other question ever had: a question in the same words keeps
    /// the code that it had in an earlier version, and one in other words gets a new one. An answer is kept under the code, so
    /// no answer ever comes to stand under a question that was not asked.
    #[must_use]
    pub fn with_codes(mut self, eerder: &[&Self]) -> Self {
        let asked: Vec<&ExtraVraag> = eerder.iter().flat_map(|beleid| &beleid.extra_vragen).collect();
        let mut taken: BTreeSet<String> = asked.iter().map(|vraag| vraag.id.clone()).collect();
        let given = self.extra_vragen.iter().map(|vraag| vraag.id.clone());
        taken.extend(given.filter(|id| !id.is_empty()));
        for vraag in &mut self.extra_vragen {
            let has_id = |other: &&&ExtraVraag| other.id == vraag.id;
            let had_it = asked.iter().rev().find(|other| other.vraag == vraag.vraag);
            let of_another = asked.iter().any(|other| has_id(&other) && other.vraag != vraag.vraag);
            if let Some(same) =
                asked.iter().filter(has_id).find(|other| other.vraag == vraag.vraag).or(had_it)
            {
                vraag.id.clone_from(&same.id);
            } else if vraag.id.is_empty() || of_another {
                vraag.id = first_free(&mut taken);
            }
        }
        self
    }

    /// Checks that every setting only strengthens what the law gives.
    ///
    /// `wettelijke_weken` is the law's own term for a TLV decision.
    pub fn check(&self, wettelijke_weken: u16) -> Result<(), BeleidFout> {
        match self.tlv_beslistermijn_weken {
            Some(0) => return Err(BeleidFout::TermijnNul),
            Some(weken) if weken > wettelijke_weken => {
                return Err(BeleidFout::TermijnLangerDanWet { weken, wet: wettelijke_weken });
            }
            _ => {}
        }
        if !(MINSTE_LETTERS_REDEN..=MOST_REASON_LETTERS).contains(&self.minste_letters_reden) {
            return Err(BeleidFout::LettersReden(self.minste_letters_reden));
        }
        if self.extra_vragen.len() > MOST_EXTRA_QUESTIONS {
            return Err(BeleidFout::TeVeelVragen { gegeven: self.extra_vragen.len() });
        }
        let mut seen = BTreeSet::new();
        for vraag in &self.extra_vragen {
            vraag.check()?;
            if !seen.insert(vraag.id.as_str()) {
                return Err(BeleidFout::Vraag { id: vraag.id.clone(), reden: "staat er twee keer in" });
            }
        }
        check_colour(&self.accentkleur)
    }
}

/// The first code of a question that was never used; it is taken then.
fn first_free(taken: &mut BTreeSet<String>) -> String {
    let mut codes = (1..=taken.len() + 1).map(|nr| format!("swv_vraag_{nr}"));
    let code = codes.find(|code| !taken.contains(code));
    let code = code.unwrap_or_default();
    taken.insert(code.clone());
    code
}

impl ExtraVraag {
    fn check(&self) -> Result<(), BeleidFout> {
        let wrong = |reden| Err(BeleidFout::Vraag { id: self.id.clone(), reden });
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if !self.id.starts_with("swv_") || self.id.len() > 40 || !self.id.bytes().all(plain) {
            return wrong("de code begint met swv_ en heeft verder kleine letters, cijfers en _");
        }
        if self.vraag.trim().is_empty() || self.vraag.chars().count() > MOST_QUESTION_LENGTH {
            return wrong("de vraag is leeg of langer dan 300 tekens");
        }
        if self.voor.is_empty() {
            return wrong("kies voor welke aanvragen de vraag geldt");
        }
        Ok(())
    }
}

fn check_colour(colour: &str) -> Result<(), BeleidFout> {
    let hex = colour.strip_prefix('#').unwrap_or_default();
    if colour.is_empty() || (hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit())) {
        Ok(())
    } else {
        Err(BeleidFout::Kleur(colour.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn question(id: &str) -> ExtraVraag {
        ExtraVraag { id: id.into(), vraag: "Is de zwemles geregeld?".into(), voor: [TlvSoort::So].into() }
    }

    #[test]
    fn the_default_policy_is_the_law() {
        assert_eq!(Beleid::default().check(8), Ok(()));
        // What the statute does not ask is nobody's word where nobody adopted it.
        assert!(!Beleid::default().onafhankelijke_deskundigen);
    }

    #[test]
    fn a_longer_term_than_the_law_is_refused() {
        let beleid = Beleid { tlv_beslistermijn_weken: Some(10), ..Beleid::default() };
        assert_eq!(beleid.check(8), Err(BeleidFout::TermijnLangerDanWet { weken: 10, wet: 8 }));
    }

    #[test]
    fn a_policy_asks_for_longer_reasons_and_never_for_shorter_ones() {
        let asks = |minste_letters_reden| Beleid { minste_letters_reden, ..Beleid::default() }.check(8);
        for right in [MINSTE_LETTERS_REDEN, 40, MOST_REASON_LETTERS] {
            assert_eq!(asks(right), Ok(()));
        }
        for wrong in [0, MINSTE_LETTERS_REDEN - 1, MOST_REASON_LETTERS + 1] {
            assert_eq!(asks(wrong), Err(BeleidFout::LettersReden(wrong)));
        }
    }

    fn asking(questions: &[(&str, &str)]) -> Beleid {
        let one = |(id, text): &(&str, &str)| ExtraVraag { vraag: (*text).into(), ..question(id) };
        Beleid { extra_vragen: questions.iter().map(one).collect(), ..Beleid::default() }
    }

    fn codes(beleid: &Beleid) -> Vec<&str> {
        beleid.extra_vragen.iter().map(|vraag| vraag.id.as_str()).collect()
    }

    #[test]
    fn a_code_is_never_that_of_another_question() {
        let first = asking(&[("", "Taxi?"), ("", "Tolk?")]).with_codes(&[]);
        assert_eq!(codes(&first), ["swv_vraag_1", "swv_vraag_2"]);
        // One lapses, and a new one comes: it does not get the answers to the one that lapsed.
        let second = asking(&[("swv_vraag_2", "Tolk?"), ("", "Jeugdhulp?")]).with_codes(&[&first]);
        assert_eq!(codes(&second), ["swv_vraag_2", "swv_vraag_3"]);
        // In other words it is another question, also at the same place.
        let third = asking(&[("swv_vraag_2", "Zwemles?")]).with_codes(&[&second, &first]);
        assert_eq!(codes(&third), ["swv_vraag_4"]);
        // What was asked before and comes back is the same question.
        let again = asking(&[("", "Taxi?")]).with_codes(&[&third, &second, &first]);
        assert_eq!(codes(&again), ["swv_vraag_1"]);
        // A program may choose its own, once.
        assert_eq!(codes(&asking(&[("swv_zwem", "Zwemles?")]).with_codes(&[&first])), ["swv_zwem"]);
    }

    proptest! {
        #[test]
        fn one_code_is_one_question_through_every_version(
            versions in proptest::collection::vec(proptest::collection::vec((0_u8..4, 0_u8..4), 0..4), 1..6)
        ) {
            let mut adopted: Vec<Beleid> = Vec::new();
            for version in versions {
                let given = version.iter().map(|(id, text)| (format!("swv_vraag_{id}"), format!("Vraag {text}?")));
                let given: Vec<(String, String)> = given.collect();
                let given: Vec<(&str, &str)> = given.iter().map(|(id, text)| (if *id == "swv_vraag_0" { "" } else { id.as_str() }, text.as_str())).collect();
                let before: Vec<&Beleid> = adopted.iter().collect();
                let next = asking(&given).with_codes(&before);
                // A code that is given twice is refused when it is adopted.
                if next.check(8).is_ok() {
                    adopted.insert(0, next);
                }
            }
            let mut words = std::collections::BTreeMap::new();
            for vraag in adopted.iter().flat_map(|beleid| &beleid.extra_vragen) {
                let text = words.entry(vraag.id.clone()).or_insert_with(|| vraag.vraag.clone());
                prop_assert_eq!(text, &vraag.vraag);
            }
        }
    }

    #[test]
    fn extra_questions_have_a_code_of_their_own() {
        let double =
            Beleid { extra_vragen: vec![question("swv_zwem"), question("swv_zwem")], ..Beleid::default() };
        assert!(matches!(double.check(8), Err(BeleidFout::Vraag { .. })));
        let law = Beleid { extra_vragen: vec![question("behoefte")], ..Beleid::default() };
        assert!(law.check(8).is_err());
    }

    proptest! {
        #[test]
        fn an_accepted_promise_never_exceeds_the_law(weken in 0u16..30, wet in 1u16..20) {
            let beleid = Beleid { tlv_beslistermijn_weken: Some(weken), ..Beleid::default() };
            prop_assert_eq!(beleid.check(wet).is_ok(), weken >= 1 && weken <= wet);
        }
    }
}
