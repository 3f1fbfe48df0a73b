//! P4, the toelaatbaarheidsverklaring: its facts, its acts, the checklist, and a request as it stands.

pub mod advies;
pub mod besluit;
pub mod besluitfeiten;
mod betrokkenheid;
mod beurten;
pub mod checklist;
pub mod feiten;
pub mod opdracht;
pub mod staat;

use crate::beurt::Onderwerp;
use crate::proces::Proces;
use crate::staat::Dossier;
use crate::toegang::Zaak;

pub(crate) const PROCES: Proces = Proces {
    code: "tlv",
    naam: "toelaatbaarheidsverklaring",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken,
};

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let requests = dossier.aanvragen.iter().map(|a| Zaak {
        onderwerp: Onderwerp::Aanvraag(a.nr),
        vestiging: &a.vestiging,
        begonnen_op: a.gestart_op,
    });
    requests.collect()
}
