//! With a form in which somebody writes the reasons of a decision: whether somebody from whom it is secret where the child is may have them as
//! they are. It is asked only where there is such a person, and nobody is ticked.

use dossier::opdracht::Opdrachtnaam;
use web_base::form::Formulier;
use web_base::onderdelen::Veld;

use super::stap::Stap;
use super::vorm::{Groep, Vorm};
use super::werk::Werk;

/// How the names of these boxes begin.
const VELD: &str = "vrij_voor_";

/// The form with the boxes behind it, where they are asked.
pub(super) fn gevraagd(werk: &Werk, stap: &dyn Stap, vorm: Vorm) -> Vorm {
    if werk.is_gezin() || !stap.opdracht().schrijft_redenen() || !werk.mag(Opdrachtnaam::GeefTekstVrij) {
        return vorm;
    }
    let readers = werk.open.vrij_te_geven_aan();
    if readers.is_empty() {
        return vorm;
    }
    let asked = Groep::new("Voor wie is geheim waar het kind is").tekst(
        "In de brief aan deze persoon staan uw redenen niet, tenzij u hier zegt dat het kan. Lees ze eerst alsof u die persoon bent: ook een straat, een bushalte of een bijnaam van de school zegt waar het kind is. U kunt het ook later zeggen, bij Gegevens.",
    );
    vorm.groep(readers.iter().fold(asked, |groep, (nr, naam)| {
        let words = format!("Mijn redenen mogen zo ook naar {naam}: er staat niets in over waar het kind is");
        groep.veld(Veld::checkbox(&format!("{VELD}{nr}"), words))
    }))
}

/// A form of this act has this box.
pub(super) fn is_veld(opdracht: Opdrachtnaam, naam: &str) -> bool {
    opdracht.schrijft_redenen() && naam.strip_prefix(VELD).is_some_and(|nr| nr.parse::<u32>().is_ok())
}

/// Who was ticked, by number in the file.
pub(super) fn aangevinkt(formulier: &Formulier) -> Vec<u32> {
    let ticked = formulier.names().filter(|naam| !formulier.text(naam).is_empty());
    ticked.filter_map(|naam| naam.strip_prefix(VELD)?.parse().ok()).collect()
}
