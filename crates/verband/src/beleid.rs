//! The policy settings of a samenwerkingsverband.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::TlvSoort;

/// Most extra questions a partnership may add: a form is not a place to grow without limit.
pub const MOST_EXTRA_QUESTIONS: usize = 20;
/// Longest question in characters.
pub const MOST_QUESTION_LENGTH: usize = 300;

/// Everything a samenwerkingsverband may decide for itself, with the law's own value as default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Beleid {
    /// Promised term for a TLV decision in weeks; only a term shorter than the law's has effect.
    pub tlv_beslistermijn_weken: Option<u16>,
    /// Experts may not work for the applicant (policy, on by default; not in the statute).
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
}

impl Default for Beleid {
    fn default() -> Self {
        Self {
            tlv_beslistermijn_weken: None,
            onafhankelijke_deskundigen: true,
            extra_vragen: Vec::new(),
            accentkleur: String::new(),
            telefoon_loket: String::new(),
            postadres: String::new(),
            steunpunt: String::new(),
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
    /// Not `#rrggbb`.
    #[error("'{0}' is geen kleur van de vorm #0b5a6f")]
    Kleur(String),
}

impl Beleid {
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
        assert!(Beleid::default().onafhankelijke_deskundigen);
    }

    #[test]
    fn a_longer_term_than_the_law_is_refused() {
        let beleid = Beleid { tlv_beslistermijn_weken: Some(10), ..Beleid::default() };
        assert_eq!(beleid.check(8), Err(BeleidFout::TermijnLangerDanWet { weken: 10, wet: 8 }));
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
