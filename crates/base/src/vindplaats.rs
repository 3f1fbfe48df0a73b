//! Where something stands in the law, and how sure we are that it stands there.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How sure we are of a rule, surest first. A user sees the word wherever the rule decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zekerheid {
    /// Read in the consolidated text in force.
    Wettekst,
    /// Read in the consolidation of 2015 only.
    #[serde(rename = "wettekst_2015")]
    Wettekst2015,
    /// Read on an official or semi-official page.
    Website,
    /// Policy: a choice of ministry, sector or SWV, not law.
    Beleid,
    /// Known in the field, not verified.
    Kennis,
    /// Entered by the user's own organisation.
    DoorGebruiker,
}

impl Zekerheid {
    /// The word a user sees.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wettekst => "wettekst",
            Self::Wettekst2015 => "wettekst 2015, nog te bevestigen",
            Self::Website => "van een website, nog te bevestigen",
            Self::Beleid => "beleid, geen wet",
            Self::Kennis => "uit kennis, niet nagelezen",
            Self::DoorGebruiker => "ingevoerd door het samenwerkingsverband",
        }
    }
}

/// A place in the law.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Vindplaats {
    /// Short name: `WPO`, `WEC`, `WVO 2020`, `Awb`.
    pub wet: String,
    /// BWB id at wetten.overheid.nl; empty for policy that is no law.
    pub bwb: String,
    /// Article; empty where the whole text is meant.
    pub artikel: String,
    /// Paragraph (lid), where one is meant.
    pub lid: Option<String>,
    /// Letter of that paragraph (onderdeel), where what stands under the others is about something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onderdeel: Option<String>,
    /// How sure we are.
    pub zekerheid: Zekerheid,
}

impl Vindplaats {
    /// The same place as a whole, where not one of its letters is meant.
    #[must_use]
    pub fn without_letter(&self) -> Self {
        Self { onderdeel: None, ..self.clone() }
    }

    /// The address of the article at wetten.overheid.nl in the consolidation of `version`
    /// (`2026-08-01`), or `None` for a source that is no law.
    pub fn address(&self, version: &str) -> Option<String> {
        if self.bwb.is_empty() {
            return None;
        }
        Some(format!("https://wetten.overheid.nl/{}/{version}#Artikel{}", self.bwb, self.artikel))
    }
}

impl fmt::Display for Vindplaats {
    /// `art. 40 lid 6 WPO`, `art. 40 lid 5 onder b WPO`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.artikel.is_empty() {
            return f.write_str(&self.wet);
        }
        write!(f, "art. {}", self.artikel)?;
        if let Some(lid) = &self.lid {
            write!(f, " lid {lid}")?;
        }
        if let Some(onderdeel) = &self.onderdeel {
            write!(f, " onder {onderdeel}")?;
        }
        write!(f, " {}", self.wet)
    }
}
