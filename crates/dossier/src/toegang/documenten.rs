//! The documents of a file that somebody may open: found by the cards of the facts, so that those of a new process are found too.

use super::Leesrecht;
use crate::gebeurtenis::Gebeurtenis;
use crate::kaart::{Bijlageplek, Documentplek};
use crate::staat::{Dossier, Feit};

impl Dossier {
    /// The documents of the facts that somebody reads, or that they see by another way (`ook`), as far as they read every part that
    /// may stand in them, with what each came with; oldest first.
    pub fn documenten<'a>(
        &'a self,
        recht: &'a Leesrecht,
        ook: impl Fn(&Feit) -> bool + 'a,
    ) -> impl Iterator<Item = (&'a Gebeurtenis, Bijlageplek<'a>, Documentplek<'a>)> {
        let stored = self.feiten.iter().filter_map(move |feit| {
            let event = feit.gebeurtenis()?;
            let stored = event.bijlagen();
            let opens = !stored.is_empty() && (recht.leest_feit(self, feit) || ook(feit));
            opens.then(|| stored.into_iter().map(move |plek| (event, plek)))
        });
        let documents = stored.flatten().filter_map(|(event, plek)| Some((event, plek, plek.document?)));
        documents.filter(|(_, _, document)| document.delen.iter().all(|deel| recht.leest(*deel)))
    }
}
