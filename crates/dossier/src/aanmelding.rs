//! P1, registration and duty of care: its facts, its acts, and a registration as it stands.
//!
//! A process is a folder, so that what belongs together is read and changed together; what all processes share stands
//! in [`crate::gebeurtenis`], [`crate::opdracht`], [`crate::staat`] and [`crate::beurt`].

pub mod afloop;
pub mod afloopfeiten;
mod betrokkenheid;
mod beurten;
pub mod feiten;
pub mod opdracht;
pub mod staat;
pub mod tijdelijk;
pub mod weigering;

use crate::beurt::Onderwerp;
use crate::proces::Proces;
use crate::staat::Dossier;
use crate::toegang::Zaak;

pub(crate) const PROCES: Proces = Proces {
    code: "aanmelding",
    naam: "aanmelding en zorgplicht",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken,
};

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let registrations = dossier.aanmeldingen.iter().map(|a| Zaak {
        onderwerp: Onderwerp::Aanmelding(a.nr),
        vestiging: &a.vestiging,
        begonnen_op: a.ontvangen_op,
    });
    registrations.collect()
}
