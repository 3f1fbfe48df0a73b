//! Which acts of a removal and of a suspension have their time.

use crate::mogelijk::{Gelegenheid, Zaakdaad, Zaakdaden};
use crate::opdracht::Opdrachtnaam;
use crate::verwijdering::staat::{Schorsing, Verwijdering};

impl Zaakdaden for Verwijdering {
    const DADEN: &'static [Zaakdaad<Self>] = &[
        // Who is heard may be heard again, and another school may be found after the first: what was recorded last counts.
        (Opdrachtnaam::HoorOudersEnLeraar, intended),
        (Opdrachtnaam::VerzetGesprek, intended),
        // The Inspectie is consulted about who has to be at school (WVO 8.15(4)), and told of every removal (8.15(5)), where the law of the school says so.
        (Opdrachtnaam::BeginOverleg, |zaak, nu| {
            intended(zaak, nu) && zaak.needs_inspectie(nu.op) && zaak.overleg_begonnen_op.is_none()
        }),
        (Opdrachtnaam::RaadpleegInspectie, |zaak, nu| intended(zaak, nu) && zaak.needs_inspectie(nu.op)),
        (Opdrachtnaam::VindBereideSchool, intended),
        (Opdrachtnaam::Verwijder, intended),
        (Opdrachtnaam::MeldAanBenW, |zaak, nu| removed(zaak, nu) && zaak.gemeld_aan_ben_w.is_none()),
        (Opdrachtnaam::MeldAanInspectie, |zaak, nu| removed(zaak, nu) && zaak.needs_melding_inspectie()),
        (Opdrachtnaam::StelEldersVast, |zaak, nu| removed(zaak, nu) && zaak.elders_vastgesteld.is_none()),
        (Opdrachtnaam::TrekVoornemenIn, intended),
        (Opdrachtnaam::HerroepVerwijdering, removed),
    ];
}

/// Intended by the own school, and neither decided nor withdrawn.
fn intended(zaak: &Verwijdering, nu: &Gelegenheid<'_>) -> bool {
    !nu.is_andere_school(&zaak.vestiging) && zaak.besluit.is_none() && zaak.ingetrokken_op.is_none()
}

/// Decided by the own school.
fn removed(zaak: &Verwijdering, nu: &Gelegenheid<'_>) -> bool {
    !nu.is_andere_school(&zaak.vestiging) && zaak.verwijderd().is_some() && zaak.ingetrokken_op.is_none()
}

impl Zaakdaden for Schorsing {
    const DADEN: &'static [Zaakdaad<Self>] = &[
        (Opdrachtnaam::MeldAanInspectie, |zaak, nu| {
            !nu.is_andere_school(&zaak.vestiging) && zaak.melding_nodig() && zaak.gemeld_op.is_none()
        }),
        (Opdrachtnaam::BeeindigSchorsing, |zaak, nu| {
            !nu.is_andere_school(&zaak.vestiging) && zaak.laatste_dag().is_some_and(|last| nu.op <= last)
        }),
        (Opdrachtnaam::HerroepSchorsing, |zaak, nu| {
            !nu.is_andere_school(&zaak.vestiging) && zaak.laatste_dag().is_some()
        }),
    ];
}
