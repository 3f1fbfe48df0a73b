//! What was asked of the school is not needed any more: the samenwerkingsverband says so, and the clock runs on.

use app::inzage::Doel;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::TlvFase;
use web_base::error::Fout;
use web_base::onderdelen::{Feiten, Veld};

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

const ACT: Opdrachtnaam = Opdrachtnaam::LaatAanvullingVervallen;

/// Records why.
pub(super) fn drop_it<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    let waits = gezien.aanvraag.fase_op(gezien.werk.vandaag()) == TlvFase::WachtOpAanvulling;
    if aan.is_none() && (!gezien.by_swv(&gezien.werk.kijker) || !waits) {
        return Err(Fout::NietGevonden);
    }
    let asked = gezien.aanvraag.open_aanvulling().map(|asked| asked.wat.join("; "));
    Aanvraagstap {
        titel: "De aanvulling is niet meer nodig".into(),
        vooraf: vec!["U vroeg de school om een aanvulling. Kunt u toch zonder beslissen? Dan loopt de termijn vanaf vandaag weer.".to_owned()],
        feiten: Feiten::new().with_some("Gevraagd", asked),
        velden: vec![
            Veld::textarea("waarom", "Waarom is de aanvulling niet meer nodig?", 3)
                .hint("De school en de ouders lezen dit op hun pagina.")
                .required_or("Schrijf op waarom de aanvulling niet meer nodig is."),
        ],
        knop: "Leg vast".into(),
        gevolg: "De school hoeft dan niets meer te sturen.",
        gedaan: ("", "vervallen"),
        ..Aanvraagstap::of(gezien, ACT, Doel::Aanvulling)
    }
    .klaar()
}
