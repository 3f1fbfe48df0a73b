//! What somebody reads of the child itself who has only a case of it: what was given with that case, and what they recorded
//! themselves. Where the child lives later, and how its people are reached then, others were told.

use base::{Date, OrganisatieId, dates};

use crate::leven::feiten::Contactgegevens;
use crate::staat::{Adres, Dossier, Feit, Inhoud, Persoon};

/// The data of a child as somebody knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BekendeGegevens {
    /// Where the child lives.
    pub adres: Option<Adres>,
    /// The people around it.
    pub mensen: Vec<Persoon>,
}

/// Which facts of the child itself some schools were given: what stood there at their last registration and while it was
/// their pupil, and what they recorded themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gegeven {
    scholen: Vec<OrganisatieId>,
    /// Number of the last fact of which they were told.
    tot_en_met: u64,
}

impl Gegeven {
    /// They were given what this fact says.
    pub(super) fn bevat(&self, feit: &Feit) -> bool {
        feit.volgnummer <= self.tot_en_met || self.scholen.contains(&feit.holder)
    }
}

impl Dossier {
    /// What these schools were given of the child itself; and what was given of it before by something that ended with that fact.
    pub(super) fn gegeven_aan(&self, scholen: Vec<OrganisatieId>, geeindigd: Option<u64>) -> Gegeven {
        let tot_en_met = self.known_until(&scholen).max(geeindigd.unwrap_or_default());
        Gegeven { scholen, tot_en_met }
    }

    /// The people around the child by name, without where they or the child are to be found.
    pub(super) fn namen_op(&self, on: Date) -> BekendeGegevens {
        let named = |persoon: &Persoon| Persoon {
            contact: Contactgegevens::default(),
            contact_sinds: None,
            brondocument: String::new(),
            taal: None,
            ..persoon.clone()
        };
        BekendeGegevens { adres: None, mensen: self.personen_op(on).map(named).collect() }
    }

    /// Address and people as they stand in the file as it was given. Who has authority now, and who has died, is needed by
    /// everybody who writes to them.
    pub(super) fn zoals_gegeven(&self, gegeven: &Self, on: Date) -> BekendeGegevens {
        let now = |persoon: &Persoon| {
            let known = self.persoon(persoon.nr).filter(|known| known.is_current(on))?;
            Some(Persoon {
                contact: persoon.contact.clone(),
                contact_sinds: persoon.contact_sinds,
                brondocument: persoon.brondocument.clone(),
                taal: persoon.taal.clone(),
                ..known.clone()
            })
        };
        let mut mensen: Vec<Persoon> = Vec::new();
        for persoon in &gegeven.personen {
            if !mensen.iter().any(|known| known.nr == persoon.nr) {
                mensen.extend(now(persoon));
            }
        }
        BekendeGegevens { adres: gegeven.leerling.as_ref().map(|leerling| leerling.adres.clone()), mensen }
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
