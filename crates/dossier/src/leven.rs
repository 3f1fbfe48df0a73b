//! P0, a child's life and who stands around it: its facts, its acts, and the child as it stands.

pub mod bereik;
pub mod bereikbaar;
mod betrokkenheid;
mod beurten;
mod collega;
pub mod contact;
pub mod eigenpagina;
pub mod elders;
pub mod feiten;
pub mod gezag;
pub mod herstel;
pub mod inschrijving;
pub mod leerling;
pub mod nagekeken;
mod nummer;
pub mod opdracht;
mod plaatsfeiten;
pub(crate) mod spreken;
pub mod staat;
pub mod stem;
pub mod taal;
pub mod uitschrijving;
pub mod verbandwissel;
pub(crate) mod verbeteren;
pub mod vermeld;
pub mod verzorger;
pub mod woorden;

use crate::proces::Proces;

/// A life has no cases of its own; its steps stand at the case that runs.
pub(crate) const PROCES: Proces = Proces {
    code: "leven",
    naam: "het kind en wie eromheen staat",
    lijstnaam: "Kind",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken: |_| Vec::new(),
    scholen: |dossier| {
        let told = dossier.elders_toegelaten.iter().map(|told| told.schoolnaam.clone());
        dossier.inschrijvingen.iter().map(|i| i.schoolnaam.clone()).chain(told).collect()
    },
    gemeenten: |_| Vec::new(),
    lijstfasen: Vec::new,
};
