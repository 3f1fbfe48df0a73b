//! The school takes a request back.

use app::inzage::Doel;
use dossier::opdracht::Opdrachtnaam;
use web_base::onderdelen::Veld;

use super::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

pub(super) fn stap<'g>(gezien: &'g Gezien, _aan: Aan<'_>) -> Gemaakt<'g> {
    let vooraf = if gezien.aanvraag.ontvangen_op.is_some() {
        "De aanvraag ligt bij het samenwerkingsverband. Trekt u de aanvraag in, dan beslist het er niet meer over."
    } else {
        "De aanvraag is nog niet verstuurd. Trekt u de aanvraag in, dan blijft in het dossier staan dat u eraan begon."
    };
    let reden = Veld::textarea("reden", "Waarom trekt u de aanvraag in?", 4)
        .required_or("Schrijf op waarom u de aanvraag intrekt.");
    Aanvraagstap {
        titel: "Aanvraag intrekken".into(),
        vooraf: vec![vooraf.to_owned()],
        velden: vec![reden],
        knop: "Aanvraag intrekken".into(),
        gedaan: ("", "ingetrokken"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::TrekTlvAanvraagIn, Doel::AanvraagIntrekken)
    }
    .klaar()
}
