//! The forms by which parents decide together, as a school fills them for one of them: who of them said it.

use dossier::soort::Relatie;
use teksten::{Tekst, aanmelding};
use web_base::onderdelen::{Optie, Veld};

use super::afloop::words_field;
use crate::weg::vorm::{Groep, Vorm};
use crate::weg::werk::Werk;

/// Those with authority, as a choice.
fn parents(werk: &Werk) -> Vec<Optie> {
    let has = |relatie: Relatie| relatie.has_gezag();
    let people = werk.beeld().mensen.iter().filter(|persoon| has(persoon.relatie));
    let current = people.filter(|persoon| persoon.is_current(werk.vandaag()));
    current.map(|persoon| Optie::new(persoon.nr.to_string(), persoon.naam.as_str())).collect()
}

/// Who of them it is, for a school; none where a parent acts, or where there is one alone.
pub(super) fn parent_field(werk: &Werk, naam: &str, vraag: Tekst) -> Option<Veld> {
    let people = parents(werk);
    if werk.is_gezin() || people.len() < 2 {
        return None;
    }
    let taal = werk.taal();
    let field = Veld::radio(naam, taal.zeg(vraag), people);
    Some(field.required_or(taal.zeg(aanmelding::ouder_gevraagd_leeg())).asked_here())
}

/// The form by which one of them lets the registration go on.
pub(super) fn doorgaan_vorm(werk: &Werk) -> Vorm {
    let zeg = |tekst: Tekst| werk.taal().zeg(tekst);
    let mut groep = Groep::new(zeg(aanmelding::doorgaan_kop())).tekst(zeg(aanmelding::doorgaan_gevolg()));
    if let Some(van) = parent_field(werk, "van", aanmelding::intrekken_van()) {
        groep = groep.veld(van);
    }
    let reden = words_field(werk, "reden", aanmelding::doorgaan_waarom());
    Vorm::new(zeg(aanmelding::doorgaan_knop())).groep(groep.veld(reden))
}

/// The form by which a school goes on without the answer of one of them.
pub(super) fn zonder_ouder_vorm(werk: &Werk) -> Vorm {
    let wie = Veld::radio("persoon", "Welke ouder gaf geen antwoord?", parents(werk));
    let reden =
        Veld::textarea("reden", "Wat deed u om deze ouder te bereiken, of waarom vraagt u het niet?", 4)
            .hint("Bijvoorbeeld: op 3 maart een brief gestuurd naar het laatste adres, en twee keer gebeld.")
            .required_or("Schrijf op wat u deed, of waarom u deze ouder niet vraagt.");
    Vorm::new("Verdergaan zonder dit antwoord").groep(
        Groep::new("Een ouder van wie geen antwoord komt")
            .tekst("Zei deze ouder op papier ja of nee, leg dan dat antwoord vast en kies dit niet. Zei hij of zij niets, dan schrijft u hier op waarom u verdergaat. Een ouder met een eigen pagina krijgt eerst tijd om zelf te antwoorden. Er blijft in het dossier staan wat u deed.")
            .veld(wie.required_or("Kies de ouder."))
            .veld(reden),
    )
}
