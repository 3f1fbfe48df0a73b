//! Who comes into the file with authority while a registration runs gets the receipt of it.

use dossier::leven::opdracht::VerbindPersoon;
use dossier::soort::Relatie;

use crate::gegeven::{IJSVOGEL, Zaak, d, ib, kind, meld_aan, ouder_met_gezag, uitzondering, verbind, weiger};

/// Given a registration, and another parent who came into the file after it.
pub(crate) fn later() -> Zaak {
    let mut zaak = kind("2019-03-12");
    zaak.doe(ouder_met_gezag("mevrouw O. IJsbeer")).dan_is_vastgelegd(&["persoon_verbonden"]);
    zaak.doe(meld_aan()).doe(ouder_met_gezag("de heer B. IJsbeer"));
    zaak
}

#[test]
fn who_comes_with_authority_while_a_registration_runs_is_told_of_it_and_nobody_else_is() {
    let mut zaak = later();
    zaak.dan_is_vastgelegd(&["persoon_verbonden", "aanmelding_meegedeeld"]);
    assert_eq!(zaak.brieven_gevraagd(), ["aanmelding_meegedeeld"]);
    // Who has none, or not yet, or does not have it any more, is told nothing.
    let none = verbind("mevrouw P. IJsbeer", Relatie::OuderZonderGezag);
    let not_yet = VerbindPersoon { van: d("2026-04-01"), ..ouder_met_gezag("mevrouw Q. IJsbeer") };
    let over = VerbindPersoon { tot: Some(d("2026-03-02")), ..ouder_met_gezag("mevrouw R. IJsbeer") };
    for other in [none, not_yet, over] {
        zaak.doe(other).dan_is_vastgelegd(&["persoon_verbonden"]);
    }
    zaak.doe(weiger(uitzondering("geen_plaatsruimte_po")));
    zaak.doe(ouder_met_gezag("mevrouw S. IJsbeer")).dan_is_vastgelegd(&["persoon_verbonden"]);
}

/// Another school that keeps the data of the child has no receipt of a registration that is not its own to send.
#[test]
fn the_receipt_is_of_the_school_at_which_the_registration_runs() {
    let mut zaak = kind("2019-03-12");
    zaak.doe(ouder_met_gezag("mevrouw O. IJsbeer")).doe(meld_aan());
    zaak.als(ib(IJSVOGEL));
    let told = zaak.vraag(ouder_met_gezag("de heer B. IJsbeer")).expect("somebody is added");
    assert_eq!(told.len(), 1);
}
