//! The school puts the name or the date of birth right of the child for which a request was sent: with a yes of who decides.

use app::inzage::Doel;
use dossier::opdracht::Opdrachtnaam;
use dossier::tlv::identiteit::Identiteit;
use web_base::onderdelen::Veld;

use super::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Begin, Gemaakt, Stap};

/// What the fields begin with: what was agreed or asked last, or as it stands.
fn begin(gezien: &Gezien) -> Begin {
    let asked = gezien.aanvraag.te_beoordelen_verbetering().map(|asked| &asked.gevraagd.kind);
    let Some(kind) = asked.or(gezien.aanvraag.is_voor()) else { return Vec::new() };
    let Identiteit { roepnaam, voorvoegsel, achternaam, geboortedatum } = kind.clone();
    vec![
        ("roepnaam".into(), roepnaam),
        ("voorvoegsel".into(), voorvoegsel),
        ("achternaam".into(), achternaam),
        ("geboortedatum".into(), geboortedatum.to_string()),
    ]
}

pub(super) fn stap<'g>(gezien: &'g Gezien, _aan: Aan<'_>) -> Gemaakt<'g> {
    Aanvraagstap {
        titel: "Naam of geboortedatum verbeteren".into(),
        vooraf: vec![
            "De aanvraag is verstuurd: het samenwerkingsverband beslist over dit kind. Het zegt eerst of het hetzelfde kind is; daarna legt u hier de verbetering vast.".to_owned(),
            "Is het een ander kind? Trek dan de aanvraag in, en begin een dossier voor dat kind.".to_owned(),
        ],
        velden: vec![
            Veld::text("roepnaam", "Roepnaam").required_or("Vul de roepnaam in."),
            Veld::text("voorvoegsel", "Tussenvoegsel"),
            Veld::text("achternaam", "Achternaam").required_or("Vul de achternaam in."),
            Veld::date("geboortedatum", "Geboortedatum").required_or("Vul de geboortedatum in."),
            Veld::textarea("waarom", "Wat was er mis, en waaruit blijkt dat?", 3)
                .hint("Het samenwerkingsverband en de ouders lezen dit.")
                .required_or("Schrijf op wat er mis was."),
        ],
        begin: begin(gezien),
        gedaan: ("", "verbeter-kind"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::VerbeterKind, Doel::Aanvraag)
    }
    .klaar()
}
