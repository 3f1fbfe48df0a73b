//! The letters of a file, as one person sees them: which, and how each stands on its way out.

use base::Date;
use dossier::leven::leerling::LEERLING;
use dossier::soort::{Poststand, Poststap};
use dossier::staat::Brief;

use super::Blik;
use crate::brieven::is_shut;

impl Blik<'_> {
    /// A letter goes to this person of the family. What was sent to the pupil before they had a page is theirs as well.
    fn is_for(&self, brief: &Brief, own: u32) -> bool {
        let to_pupil = || brief.inhoud.aan_organisaties.contains(&self.dossier.nummer.gezin());
        brief.inhoud.aan_personen.contains(&own) || own == LEERLING && to_pupil()
    }

    /// The letters that this person sees.
    pub(super) fn letters(&self) -> Vec<Brief> {
        let visible = |brief: &&Brief| {
            let about = brief.inhoud.betreft.onderwerp();
            // A letter about the child itself was given to nobody who only knows a case of it.
            let own = brief.van == self.kijker.actor.organisatie;
            // What never left and will not any more was sent to nobody: a family is not told of it, but where it could be read.
            let never_sent = self.dossier.poststand(brief) == Poststand::Vervallen;
            let unread = |own| never_sent && !self.dossier.stond_op_pagina_van(brief, own);
            let shut = is_shut(self.dossier, self.kijker, brief.volgnummer, &brief.inhoud);
            !shut
                && (about.is_some() || own || self.recht.kent_gegevens())
                && !self.recht.eigen_persoon().is_some_and(unread)
                && self.recht.eigen_persoon().is_none_or(|own| self.is_for(brief, own))
        };
        self.gezien.brieven.iter().filter(visible).cloned().collect()
    }

    /// How a letter stands on its way out, by its number.
    pub(super) fn on_its_way(&self, brief: &Brief) -> (u64, (Poststand, Option<(Poststap, Date)>)) {
        let sent = self.gezien.verzonden(brief).map(|sent| (sent.stap, sent.op));
        // A letter that may not leave any more lapsed also for who is not told why, for a family and for who would send it.
        let told = self.recht.is_afgesloten()
            || self.recht.eigen_persoon().is_some()
            || brief.van == self.kijker.actor.organisatie;
        let lapsed = told && self.dossier.poststand(brief) == Poststand::Vervallen;
        let stand = if lapsed { Poststand::Vervallen } else { self.gezien.poststand(brief) };
        (brief.volgnummer, (stand, sent))
    }
}
