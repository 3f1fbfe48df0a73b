//! The samenwerkingsverband says whether another name or date of birth is of the child that a request is for.

use app::inzage::Doel;
use base::dates::short_nl;
use dossier::opdracht::Opdrachtnaam;
use dossier::tlv::identiteit::Identiteit;
use web_base::onderdelen::{Feiten, Veld};

use super::behandelen::must_be_open;
use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

/// The school asked for another name or date, and nobody answered yet.
fn open(gezien: &Gezien) -> bool {
    gezien.aanvraag.te_beoordelen_verbetering().is_some() && !gezien.aanvraag.fase().is_afgelopen()
}

fn said(kind: &Identiteit) -> String {
    format!("{}, geboren {}", kind.naam(), short_nl(kind.geboortedatum))
}

/// Both, beside each other.
fn both(gezien: &Gezien) -> Feiten {
    let Some(asked) = gezien.aanvraag.te_beoordelen_verbetering() else { return Feiten::new() };
    Feiten::new()
        .with_some("De aanvraag is voor", gezien.aanvraag.is_voor().map(said))
        .with("De school wil het zo", said(&asked.gevraagd.kind))
        .with("Gevraagd op", short_nl(asked.gevraagd.op))
        .with("Waarom", asked.gevraagd.waarom.clone())
}

pub(super) fn judge<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    must_be_open(gezien, aan, open(gezien))?;
    Aanvraagstap {
        titel: "Is het hetzelfde kind?".into(),
        vooraf: vec![
            "Een aanvraag en een verklaring zijn voor één kind. De school kan een naam of geboortedatum pas verbeteren als u zegt dat het hetzelfde kind is.".to_owned(),
            "Twijfelt u? Vraag de school wat eruit blijkt, en kies nee tot u het weet.".to_owned(),
        ],
        feiten: both(gezien),
        velden: vec![
            Veld::yes_no("akkoord", "Is dit hetzelfde kind?").required_or("Kies ja of nee."),
            Veld::textarea("toelichting", "Waarom niet?", 3)
                .hint("Alleen als u nee kiest. De school en de ouders lezen dit op hun pagina."),
        ],
        knop: "Leg vast".into(),
        gevolg: "Zegt u ja, dan staan in het register beide: waarop u besliste, en hoe het nu is.",
        gedaan: ("", "verbetering-beoordeeld"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::BeoordeelVerbetering, Doel::Aanvraag)
    }
    .klaar()
}
