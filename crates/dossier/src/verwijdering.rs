//! P1b, removal and suspension: its facts, its acts, and a removal as it stands.

mod betrokkenheid;
mod beurten;
pub mod feiten;
pub mod opdracht;
pub mod staat;

use crate::beurt::Onderwerp;
use crate::proces::Proces;
use crate::staat::Dossier;
use crate::toegang::Zaak;

pub(crate) const PROCES: Proces = Proces {
    code: "verwijdering",
    naam: "verwijdering en schorsing",
    beurten: beurten::beurten,
    betrokkenen: betrokkenheid::betrokkenen,
    zaken,
};

fn zaken(dossier: &Dossier) -> Vec<Zaak<'_>> {
    let removals = dossier.verwijderingen.iter().map(|v| Zaak {
        onderwerp: Onderwerp::Verwijdering(v.nr),
        vestiging: &v.vestiging,
        begonnen_op: v.voorgenomen_op,
    });
    let suspensions = dossier.schorsingen.iter().map(|s| Zaak {
        onderwerp: Onderwerp::Schorsing(s.nr),
        vestiging: &s.vestiging,
        begonnen_op: s.van,
    });
    removals.chain(suspensions).collect()
}
