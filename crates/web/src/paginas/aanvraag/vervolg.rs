//! The school says how it goes on after a request that brought no place.

use app::inzage::Doel;
use dossier::opdracht::Opdrachtnaam;
use web_base::onderdelen::Veld;

use super::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

pub(super) fn stap<'g>(gezien: &'g Gezien, _aan: Aan<'_>) -> Gemaakt<'g> {
    let hoe = Veld::textarea("hoe", "Hoe gaat het verder?", 5)
        .hint("Bijvoorbeeld: welke hulp het kind nu krijgt, op welke school, en wanneer u opnieuw kijkt.")
        .required_or("Schrijf op hoe het verder gaat.");
    Aanvraagstap {
        titel: "Wij gaan verder zonder".into(),
        vooraf: vec![
            "Met deze aanvraag komt er geen plek, of de verklaring loopt af. Het kind is op uw school: u zegt hoe het verder gaat.".to_owned(),
            "Is er toch een verklaring nodig? Begin dan een nieuwe aanvraag. Dan hoeft u hier niets in te vullen.".to_owned(),
        ],
        velden: vec![hoe],
        gevolg: "De ouders en wie deze aanvraag mag lezen, lezen dit mee.",
        gedaan: ("", "vervolg"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::BepaalVervolg, Doel::AanvraagVervolg)
    }
    .klaar()
}
