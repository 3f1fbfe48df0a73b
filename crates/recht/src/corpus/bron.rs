//! Where the corpus says something stands in the law, with the date of the text that was read.

use base::{Date, Vindplaats, Zekerheid};
use serde::{Deserialize, Serialize};

use super::CorpusError;
use super::datum;

/// A place in the law, and which text of it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bron {
    /// The place itself.
    pub vindplaats: Vindplaats,
    /// Date of the consolidation that was read; `None` for a source that is no law.
    pub versie: Option<Date>,
}

impl Bron {
    /// Address of the article at wetten.overheid.nl in the version that was read.
    pub fn address(&self) -> Option<String> {
        self.vindplaats.address(&self.versie?.to_string())
    }
}

/// A source as it stands in a corpus file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BronTekst {
    /// By which the rest of its file points at it; sources of a rule have one.
    #[serde(default)]
    pub(crate) id: String,
    /// Belongs to every outcome of the rule, also where no step names it.
    #[serde(default)]
    pub(crate) algemeen: bool,
    wet: String,
    #[serde(default)]
    bwb: String,
    #[serde(default)]
    artikel: String,
    lid: Option<String>,
    onderdeel: Option<String>,
    #[serde(default, with = "datum::optional")]
    versie: Option<Date>,
    zekerheid: Zekerheid,
    /// For the lawyers who read the file; shown nowhere.
    #[serde(default, rename = "toelichting")]
    _toelichting: Option<String>,
}

impl BronTekst {
    /// The source, when it is complete: a law has an identifier and the date of the text read.
    pub(crate) fn read(self, bestand: &str) -> Result<Bron, CorpusError> {
        let names_law = self.bwb.starts_with("BWBR") && self.versie.is_some() && !self.artikel.is_empty();
        let names_policy = self.bwb.is_empty() && self.versie.is_none();
        if !names_law && !names_policy {
            return Err(CorpusError::BronIncomplete { bestand: bestand.to_owned(), wet: self.wet });
        }
        let vindplaats = Vindplaats {
            wet: self.wet,
            bwb: self.bwb,
            artikel: self.artikel,
            lid: self.lid,
            onderdeel: self.onderdeel,
            zekerheid: self.zekerheid,
        };
        Ok(Bron { vindplaats, versie: self.versie })
    }
}
