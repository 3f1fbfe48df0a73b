//! What a parent cannot do from whom it is kept secret where the child is. Every act that changes something for the child is
//! closed, with the same words whatever is asked: an answer that depends on the school would tell which school it is.

use crate::refusal::Refusal;
use crate::rol::{Actor, Rol};
use crate::staat::Dossier;

/// The own words of a parent: they change nothing for the child, and what is answered tells nothing of it. An act that
/// is not named here is closed.
const OWN_WORDS: [&str; 3] = ["sluit_ouder_aan", "meld_eerste_contact", "geef_zienswijze"];

impl Dossier {
    /// The places of the child are kept secret from this person around it by name.
    pub fn is_geheim_op_naam(&self, nr: u32) -> bool {
        self.geheimhouding.as_ref().is_some_and(|geheim| geheim.voor_personen.contains(&nr))
    }

    /// Why a parent from whom the places of the child are secret cannot do something; none for whoever may.
    pub fn gesloten_voor(&self, opdracht: &str, actor: &Actor) -> Option<Refusal> {
        if actor.rol != Rol::Ouder || OWN_WORDS.contains(&opdracht) {
            return None;
        }
        let own = self.personen.iter().filter(|persoon| persoon.account.as_ref() == Some(&actor.persoon));
        own.map(|persoon| persoon.nr).any(|nr| self.is_geheim_op_naam(nr)).then(closed)
    }
}

fn closed() -> Refusal {
    Refusal::new("niet_hier", sleutels::algemeen::niet_op_deze_pagina())
        .instead(sleutels::algemeen::steunpunt_bellen())
}
