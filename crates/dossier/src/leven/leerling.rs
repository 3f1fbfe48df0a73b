//! The pupil who is of age and acts in the parents' place (BW 1:233, 1:245; WPO 40a, WEC 40a, WVO 8.1): among the people around the
//! child from the first invitation to a page of their own, under a number that nobody else has.

use base::Date;

use crate::leven::feiten::Contactgegevens;
use crate::rol::Actor;
use crate::soort::Relatie;
use crate::staat::{Dossier, Persoon};

/// The number of the pupil among the people of a file; those around the child count from 1.
pub const LEERLING: u32 = 0;

impl Dossier {
    /// The pupil as a person with a page of their own, on a day on which they act themselves; none before they were invited.
    pub fn leerling_zelf(&self, on: Date) -> Option<&Persoon> {
        self.personen_op(on).find(|persoon| persoon.relatie == Relatie::Leerling && self.handelt_zelf(on))
    }

    /// The pupil as they come among the people of the file, for the school that invites them.
    pub fn leerling_als_persoon(&self, van: Date, door: &Actor) -> Persoon {
        Persoon {
            nr: LEERLING,
            naam: self.naam(),
            relatie: Relatie::Leerling,
            van,
            tot: None,
            brondocument: String::new(),
            gecontroleerd_door: door.persoon.clone(),
            contact: Contactgegevens::default(),
            contact_sinds: None,
            account: None,
            eerdere_accounts: Vec::new(),
            uitnodiging: None,
            digitaal: None,
            namens: None,
            taal: None,
            lezing: Vec::new(),
            overleden: false,
        }
    }

    /// Those who decide on a day and have, or can have, a page of their own: people with authority, or the pupil.
    pub fn beslissers_op(&self, on: Date) -> impl Iterator<Item = &Persoon> {
        self.gezag_op(on).chain(self.leerling_zelf(on))
    }

    /// The pupil is called otherwise: also where they stand among the people of the file.
    pub(crate) fn noem_leerling(&mut self) {
        let naam = self.naam();
        for own in self.personen.iter_mut().filter(|persoon| persoon.relatie == Relatie::Leerling) {
            own.naam.clone_from(&naam);
        }
    }
}
