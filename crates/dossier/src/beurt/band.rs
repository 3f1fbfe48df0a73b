//! How long a school has to do with a child, so that no step outlives it.

use base::{Date, Vestigingscode, dates};

use crate::beurt::Onderwerp;
use crate::staat::{Afloop, Dossier, TlvAanvraag, TlvFase};
use crate::toegang::gelezen_tot;

impl Dossier {
    /// First day on which a school has nothing more to do with the child: neither as its pupil nor by a registration
    /// that runs or that left it the zorgplicht. What it began and did not finish is no work of anybody then. `None`
    /// while there is no such day.
    pub(crate) fn band_eindigt(&self, school: &Vestigingscode) -> Option<Date> {
        let here = |vestiging: &Vestigingscode| vestiging.organisatie() == school.organisatie();
        let enrolled = self.inschrijvingen.iter().filter(|i| here(&i.vestiging)).map(|i| i.tot);
        let registered = self.aanmeldingen.iter().filter(|a| here(&a.vestiging)).map(|a| match a.afloop {
            // It had to see to a place elsewhere (R1.4) as long as the child is at no school, and as long as it reads the file.
            Some(Afloop::Elders { op, .. }) => {
                [a.plek_sinds_ja(&self.inschrijvingen), gelezen_tot(op)].into_iter().flatten().min()
            }
            Some(
                Afloop::Toegelaten { .. }
                | Afloop::Geweigerd { .. }
                | Afloop::BuitenBehandeling { .. }
                | Afloop::Ingetrokken { .. },
            )
            | None => a.besloten_op(),
        });
        let ends: Vec<Option<Date>> = enrolled.chain(registered).collect();
        if ends.contains(&None) { None } else { ends.into_iter().max().unwrap_or(Some(Date::MIN)) }
    }

    /// First day on which who came to a school by a day is no pupil there any more. `None` while there is no such day.
    pub(crate) fn leerling_tot(&self, school: &Vestigingscode, gekomen: Date) -> Option<Date> {
        let here = |vestiging: &Vestigingscode| vestiging.organisatie() == school.organisatie();
        let came = self.inschrijvingen.iter().filter(|i| here(&i.vestiging) && i.van <= gekomen);
        let ends: Vec<Option<Date>> = came.map(|i| i.tot).collect();
        if ends.contains(&None) { None } else { ends.into_iter().max().unwrap_or(Some(Date::MIN)) }
    }

    /// First day on which a request that was begun and never sent is left lying: its school has nothing more to do with
    /// the child.
    pub(crate) fn blijft_liggen_vanaf(&self, aanvraag: &TlvAanvraag) -> Option<Date> {
        (aanvraag.fase() == TlvFase::Gestart).then(|| self.band_eindigt(&aanvraag.vestiging)).flatten()
    }

    /// The cases that were begun and never sent, by a school that has nothing more to do with the child.
    pub fn blijven_liggen(&self, on: Date) -> impl Iterator<Item = Onderwerp> {
        let left = move |one: &&TlvAanvraag| self.blijft_liggen_vanaf(one).is_some_and(|ends| ends <= on);
        self.aanvragen.iter().filter(left).map(|one| Onderwerp::Aanvraag(one.nr))
    }

    /// Until when a school does what a declaration asks: as long as it is valid, and as long as the child is there.
    pub(crate) fn declaration_ends(&self, school: &Vestigingscode, tot_en_met: Date) -> Option<Date> {
        self.band_eindigt(school).and_then(|ends| Some(ends.max(dates::plus_days(tot_en_met, 1)?)))
    }
}
