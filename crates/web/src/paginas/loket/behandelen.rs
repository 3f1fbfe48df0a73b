//! A request that the samenwerkingsverband does not decide on: what came is not enough, or another decides.

use app::inzage::Doel;
use base::dates::short_nl;
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Bekendmakingswijze;
use dossier::tlv::behandelen::mag_niet_behandelen;
use web_base::error::Fout;
use web_base::onderdelen::{Feiten, Optie, Veld};

use crate::paginas::aanvraag::{Aanvraagstap, Gezien};
use crate::weg::{Aan, Gemaakt, Stap};

/// Nobody finds the pages but the samenwerkingsverband that decides, while there is something to do there.
pub(super) fn must_be_open(gezien: &Gezien, aan: Aan<'_>, open: bool) -> Result<(), Fout> {
    if aan.is_some() || open && gezien.by_swv(&gezien.werk.kijker) { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// What was asked last, and until when it could come.
fn asked(gezien: &Gezien) -> Feiten {
    let Some(asked) = gezien.aanvraag.aanvullingen.last() else { return Feiten::new() };
    let missing = asked.beoordeeld.as_ref().map(|said| said.toelichting.clone());
    Feiten::new()
        .with("Gevraagd", asked.wat.join("; "))
        .with("Gevraagd op", short_nl(asked.uitnodiging_op))
        .with("Kon komen tot en met", short_nl(asked.tot_en_met))
        .with_some("Wat nog ontbreekt", missing.filter(|text| !text.is_empty()))
}

/// Says whether what came is enough.
pub(super) fn judge<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    must_be_open(gezien, aan, gezien.aanvraag.te_beoordelen().is_some())?;
    Aanvraagstap {
        titel: "Is de aanvulling genoeg?".into(),
        vooraf: vec![
            "De school vulde de aanvraag aan. U kunt niet nog eens om hetzelfde vragen: u beslist, of u besluit de aanvraag niet te behandelen.".to_owned(),
            format!("Is het niet genoeg, en is de tijd om aan te vullen nog niet voorbij? Dan kan de school tot en met die dag meer aanvullen. Zolang staat de termijn stil ({}).", gezien.werk.artikel("tlv.termijn_staat_stil")),
        ],
        feiten: asked(gezien),
        velden: vec![
            Veld::yes_no("genoeg", "Kunt u hiermee beslissen?").required_or("Kies ja of nee."),
            Veld::textarea("toelichting", "Wat ontbreekt er nog?", 3)
                .hint("Alleen als het niet genoeg is. De school en de ouders lezen dit op hun pagina."),
        ],
        knop: "Leg vast".into(),
        gedaan: ("", "beoordeeld"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::BeoordeelAanvulling, Doel::Aanvulling)
    }
    .klaar()
}

/// Decides not to deal with the request.
pub(super) fn stop<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    must_be_open(gezien, aan, can_stop(gezien))?;
    let state = &gezien.werk.state;
    let binnen = state.app.duur("tlv.buiten_behandeling_bekend_binnen", gezien.werk.vandaag());
    let ways = Bekendmakingswijze::ALL.iter().map(|wijze| Optie::new(wijze.code(), wijze.label())).collect();
    Aanvraagstap {
        titel: "De aanvraag niet behandelen".into(),
        vooraf: vec![
            format!("Dit kan alleen als de school de kans had om aan te vullen en er nog niet genoeg is om te beslissen. Het moet bekend zijn binnen {binnen} nadat de aanvulling kwam, of nadat de tijd daarvoor om was ({}).", gezien.werk.artikel("tlv.buiten_behandeling_bekend_binnen")),
            "Het is een besluit: de school en de ouders kunnen bezwaar maken.".to_owned(),
        ],
        feiten: asked(gezien),
        velden: vec![
            Veld::textarea("reden", "Waarom kunt u niet beslissen?", 4)
                .hint("De school en de ouders lezen dit in de brief.")
                .required_or("Schrijf op waarom u niet kunt beslissen."),
            Veld::radio("wijze", "Hoe maakt u dit bekend?", ways).required_or("Kies hoe u het bekendmaakt."),
        ],
        knop: "Besluit om niet te behandelen".into(),
        gevolg: "Het besluit is vandaag bekend: de brief gaat vandaag op de post.",
        gedaan: ("", "niet-behandeld"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::StelAanvraagBuitenBehandeling, Doel::Aanvulling)
    }
    .klaar()
}

/// Sends the request on to the samenwerkingsverband that decides.
pub(super) fn forward<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    must_be_open(gezien, aan, gezien.naar.is_some())?;
    let feiten = Feiten::new()
        .with_some("Gaat er nu over", gezien.naar.clone())
        .with("Kreeg de aanvraag", gezien.swv.as_str());
    let titel = gezien.naar.as_ref().map(|naar| format!("De aanvraag doorsturen naar {naar}"));
    Aanvraagstap {
        titel: titel.unwrap_or_else(|| "De aanvraag doorsturen".to_owned()).into(),
        vooraf: vec![
            format!("Sinds de aanvraag werd verstuurd, veranderde er iets: nu gaat een ander samenwerkingsverband erover. U stuurt de aanvraag meteen door; de school en de ouders horen het tegelijk ({}).", gezien.werk.artikel("tlv.doorzenden")),
            "Wat u vroeg of besloot, telt dan niet meer. U leest daarna niets nieuws van dit kind.".to_owned(),
        ],
        feiten,
        velden: vec![
            Veld::textarea("waarom", "Wat is er veranderd?", 3)
                .hint("De school en de ouders lezen dit in de brief.")
                .required_or("Schrijf op wat er veranderde."),
        ],
        knop: "Stuur de aanvraag door".into(),
        gedaan: ("", "doorgezonden"),
        ..Aanvraagstap::of(gezien, Opdrachtnaam::ZendTlvDoor, Doel::Aanvraag)
    }
    .klaar()
}

/// The core says whether the request can be left.
pub(in crate::paginas) fn can_stop(gezien: &Gezien) -> bool {
    let ctx = gezien.open_file().besluitvorming_over(&gezien.aanvraag.swv.uitkomst);
    gezien.aanvraag.fase().is_in_behandeling() && mag_niet_behandelen(&gezien.aanvraag, &ctx).is_ok()
}
