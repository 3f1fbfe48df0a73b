//! Taking the own advice back, to advise anew before the decision.

use app::inzage::Doel;
use dossier::opdracht::Opdrachtnaam;
use web_base::onderdelen::Veld;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

pub(super) fn stap<'g>(gezien: &'g Gezien, _aan: Aan<'_>) -> Gemaakt<'g> {
    let waarom = Veld::textarea("waarom", "Wat klopt er niet?", 4)
        .required_or("Schrijf op wat er niet klopt in uw advies.");
    Aanvraagstap {
        titel: "Advies herzien".into(),
        vooraf: vec![
            "U neemt uw advies terug en geeft daarna een nieuw advies. Dat kan tot er is beslist.".to_owned(),
            "Gaf u het advies samen met een ander? Dan tekent u allebei opnieuw.".to_owned(),
        ],
        velden: vec![waarom],
        knop: "Advies terugnemen".into(),
        gevolg: "Het oude advies en wat u hier opschrijft, blijven te lezen, ook voor de ouders. Van het nieuwe advies krijgen zij een afschrift.",
        gedaan: ("/advies", "teruggenomen"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::HerzieAdvies, Doel::AdviesGeven)
    }
    .klaar()
}
