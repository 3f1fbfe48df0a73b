//! Whether what somebody saw of a file still stands, for what they want to do with it.
//!
//! Two people work on one file at the same time, often without a word to each other that may be said: a parent notes a
//! first contact, another school decides. Who may not read a fact is neither stopped by it nor told of it. What of such a fact
//! stands in the way of an act, the act itself refuses: it is decided on the file of that moment.

use super::{Kennis, Leesrecht};
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::staat::{Dossier, Feit};

impl Dossier {
    /// Whether nothing happened after a version that somebody may read and that concerns what they do: of the same case, or
    /// of the child itself. An act that is about no case is about the file as a whole.
    pub fn is_ongewijzigd_sinds(&self, versie: u64, over: Option<Onderwerp>, recht: &Leesrecht) -> bool {
        let mut later = self.feiten.iter().rev().take_while(|feit| feit.volgnummer > versie);
        versie <= self.versie && !later.any(|feit| self.clashes(feit, over, recht))
    }

    fn clashes(&self, feit: &Feit, over: Option<Onderwerp>, recht: &Leesrecht) -> bool {
        // A letter that was made or left meanwhile changes nothing of what somebody saw.
        if matches!(feit.gebeurtenis(), Some(Gebeurtenis::BriefVastgelegd(_) | Gebeurtenis::PostVerwerkt(_)))
        {
            return false;
        }
        let plaats = self.plaats(feit);
        let elsewhere = over.is_some() && plaats.onderwerp.is_some() && plaats.onderwerp != over;
        !elsewhere && recht.kent(&plaats) == Kennis::Gelezen
    }
}
