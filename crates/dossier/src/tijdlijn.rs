//! The timeline: each fact in one plain sentence, and the part of the file to which it belongs.

use base::Date;
use sleutels::Tekst;

use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::staat::{Dossier, Feit, Inhoud};
use crate::toegang::Deel;

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regel {
    /// Number of the fact.
    pub volgnummer: u64,
    /// The date it is about.
    pub op: Date,
    /// What happened.
    pub tekst: Tekst,
    /// The kind of letter, where a letter was recorded: lists of letters name it in their own way.
    pub brief: Option<String>,
    /// The part of the file.
    pub deel: Deel,
    /// The case it is about; none when it is about the child.
    pub onderwerp: Option<Onderwerp>,
    /// Corrected or taken back later.
    pub verbeterd: bool,
}

impl Dossier {
    /// The timeline, newest first.
    pub fn tijdlijn(&self) -> Vec<Regel> {
        let mut regels: Vec<Regel> = self.feiten.iter().map(|feit| self.line(feit)).collect();
        regels.sort_by_key(|regel| std::cmp::Reverse((regel.op, regel.volgnummer)));
        regels
    }

    fn line(&self, feit: &Feit) -> Regel {
        let (deel, tekst) = match &feit.inhoud {
            Inhoud::Leesbaar(gebeurtenis) => (gebeurtenis.deel(), gebeurtenis.zin()),
            Inhoud::Vernietigd { .. } => (Deel::B, sleutels::algemeen::vernietigd()),
            Inhoud::Onbekend { .. } => (Deel::B, sleutels::algemeen::nieuwere_versie()),
        };
        Regel {
            volgnummer: feit.volgnummer,
            op: feit.on,
            tekst,
            brief: kind_of_letter(&feit.inhoud),
            deel,
            onderwerp: self.onderwerp_van(feit),
            verbeterd: self.correction(feit.volgnummer).is_some(),
        }
    }
}

fn kind_of_letter(inhoud: &Inhoud) -> Option<String> {
    match inhoud {
        Inhoud::Leesbaar(Gebeurtenis::BriefVastgelegd(brief)) => Some(brief.soort.clone()),
        Inhoud::Leesbaar(_) | Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
    }
}

impl Dossier {
    /// The case that a fact is about; of a correction, the case that the wrong fact is about.
    fn onderwerp_van(&self, feit: &Feit) -> Option<Onderwerp> {
        match &feit.inhoud {
            Inhoud::Leesbaar(Gebeurtenis::Gecorrigeerd(correction)) => {
                // The wrong fact stands before its correction, so this ends.
                let wrong =
                    self.feit(correction.volgnummer).filter(|wrong| wrong.volgnummer < feit.volgnummer);
                wrong.and_then(|wrong| self.onderwerp_van(wrong))
            }
            Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.onderwerp(),
            Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
        }
    }
}
