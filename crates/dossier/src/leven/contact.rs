//! Somebody around the child is reached otherwise from a day on: another telephone is no mistake in what was recorded before. The
//! school records it, or a parent of themselves on the own page (AVG 16).

use std::sync::Arc;

use base::Date;
use serde::{Deserialize, Serialize};

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::leven::feiten::Contactgegevens;
use crate::leven::opdracht::{check_contact, current};
use crate::opdracht::velden::{Contact, Dag, daad};
use crate::opdracht::{Besluitvorming, Decide, Opdracht, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::staat::{Dossier, Feit, Persoon};

/// Somebody around the child is reached otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactGewijzigd {
    /// Who, by number in the file.
    pub persoon: u32,
    /// From when.
    pub per: Date,
    /// How they can be reached from then on.
    pub contact: Contactgegevens,
}

kaart! {
    ContactGewijzigd, "contact_gewijzigd", versie 1 [];
    over kind; deel A; lezers allen; zin |event| sleutels::leven::ContactGewijzigd { per: event.per }.tekst();
    terugnemen ja; vervangen (vervang_contact); herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt geen; verhuld geen;
    redenen geen; geboortedatum nee;
}

/// Other data, or from another day.
fn vervang_contact(new: &ContactGewijzigd, _: &Dossier) -> Opdracht {
    let ContactGewijzigd { persoon, per, contact } = new.clone();
    WijzigContact { persoon, per, contact }.into()
}

impl Fold for ContactGewijzigd {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, _feit: &Feit) {
        for persoon in dossier.personen.iter_mut().filter(|persoon| persoon.nr == self.persoon) {
            // What is recorded late, of a day before a change that is known, changes nothing any more.
            if persoon.contact_sinds.is_none_or(|since| since <= self.per) {
                persoon.contact = self.contact.clone();
                persoon.contact_sinds = Some(self.per);
            }
        }
    }
}

daad! {
    /// Records that somebody around the child is reached otherwise.
    WijzigContact,
    /// Whose.
    persoon {
        /// From when.
        per: Dag,
        /// How they can be reached from then on.
        contact: Contact,
    }
}

impl WijzigContact {
    /// A parent says how they are reached themselves. Where letters go is not changed here: with an address a move can come, and that
    /// is asked by the school.
    fn refuse_another(
        &self,
        persoon: &Persoon,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
    ) -> Result<(), Refusal> {
        if !matches!(ctx.actor.rol, Rol::Ouder | Rol::Leerling) {
            return Ok(());
        }
        if dossier.eigen_persoon(ctx.actor, ctx.vandaag) != Some(self.persoon) {
            return Err(Refusal::new("alleen_zelf", sleutels::leven::alleen_eigen_contact()));
        }
        if self.contact.adres.trim() != persoon.contact.adres {
            return Err(Refusal::field("adres", sleutels::leven::adres_via_school())
                .instead(sleutels::leven::verhuizing_melden()));
        }
        if check_contact(&self.contact)? == persoon.contact {
            return Err(Refusal::field("telefoon", sleutels::leven::staat_al_zo()));
        }
        Ok(())
    }
}

impl Decide for WijzigContact {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = current(dossier, self.persoon, ctx)?;
        self.refuse_another(persoon, dossier, ctx)?;
        let per = invoer::happened("per", self.per, persoon.van, ctx)?;
        let contact = check_contact(&self.contact)?;
        let fact = ContactGewijzigd { persoon: self.persoon, per, contact };
        Ok(vec![Vaststelling::new(per, dossier, ctx, fact)])
    }
}
