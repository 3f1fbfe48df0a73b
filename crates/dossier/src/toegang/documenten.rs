//! The documents of a file that somebody may open: found by the cards of the facts, so that those of a new process are found too.

use super::Leesrecht;
use crate::gebeurtenis::Gebeurtenis;
use crate::kaart::{Bijlageplek, Documentplek};
use crate::staat::{Dossier, Feit};

impl Dossier {
    /// The documents of the facts that somebody reads, or that they see by another way (`ook`), as far as they read every part that
    /// may stand in them; oldest first.
    pub fn documenten<'a>(
        &'a self,
        recht: &'a Leesrecht,
        ook: impl Fn(&Feit) -> bool + 'a,
    ) -> impl Iterator<Item = (Bijlageplek<'a>, Documentplek<'a>)> {
        let seen = self.feiten.iter().filter(move |feit| recht.leest_feit(self, feit) || ook(feit));
        let stored = seen.filter_map(|feit| feit.gebeurtenis()).flat_map(Gebeurtenis::bijlagen);
        let documents = stored.filter_map(|plek| Some((plek, plek.document?)));
        documents.filter(|(_, document)| document.delen.iter().all(|deel| recht.leest(*deel)))
    }
}
