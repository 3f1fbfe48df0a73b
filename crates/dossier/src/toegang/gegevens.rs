//! What somebody reads of the child itself who has only a case of it: what was given with that case, and what they recorded
//! themselves. Where the child lives later, and how its people are reached then, others were told.

use base::{Date, OrganisatieId, dates};

use crate::staat::{Adres, Dossier, Inhoud, Persoon};

/// The data of a child as some schools were given them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BekendeGegevens {
    /// Where the child lived.
    pub adres: Option<Adres>,
    /// The people around it who still stand there, as they were to be reached.
    pub mensen: Vec<Persoon>,
}

impl Dossier {
    /// What these schools know of the child itself on a day: as it stood at their last registration and while it was
    /// their pupil, with what they recorded themselves.
    pub fn bekend_bij(&self, scholen: &[OrganisatieId], on: Date) -> BekendeGegevens {
        let until = self.known_until(scholen);
        let mut then = Self::new(self.nummer.clone());
        for feit in &self.feiten {
            if feit.volgnummer <= until || scholen.contains(&feit.holder) {
                then.apply(feit.as_ref().clone());
            }
        }
        // Who has authority now, and who has died, is needed by everybody who writes to them.
        let now = |persoon: &Persoon| {
            let known = self.persoon(persoon.nr).filter(|known| known.is_current(on))?;
            Some(Persoon {
                contact: persoon.contact.clone(),
                brondocument: persoon.brondocument.clone(),
                ..known.clone()
            })
        };
        let mut mensen: Vec<Persoon> = Vec::new();
        for persoon in &then.personen {
            if !mensen.iter().any(|known| known.nr == persoon.nr) {
                mensen.extend(now(persoon));
            }
        }
        BekendeGegevens { adres: then.leerling.map(|leerling| leerling.adres), mensen }
    }

    /// The last fact of which these schools were told as far as it is about the child itself.
    fn known_until(&self, scholen: &[OrganisatieId]) -> u64 {
        let registered = self.aanmeldingen.iter().filter(|a| scholen.contains(&a.vestiging.organisatie()));
        let registered = registered.map(|a| a.volgnummer).max().unwrap_or_default();
        let pupil = self.inschrijvingen.iter().filter(|i| scholen.contains(&i.vestiging.organisatie()));
        let left = pupil.filter_map(|i| i.tot).max();
        let told = self.feiten.iter().filter(|feit| {
            let open = matches!(feit.inhoud, Inhoud::Leesbaar(_));
            open && left.is_some_and(|left| dates::today_in_nl(feit.recorded_at) < left)
        });
        told.map(|feit| feit.volgnummer).max().unwrap_or_default().max(registered)
    }
}
