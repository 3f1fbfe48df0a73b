//! The dossier held against the schema and the closed lists of the standard, before anything is taken from it: every
//! fault with its line and its element.

use super::boom::{Blok, datum};
use super::schema::{self, Elementvorm, Schemaelement};
use super::{OsoFout, Reden, afspraken};
use crate::grenzen;

/// Everything that is wrong with a dossier, in the order of the file.
pub(super) fn keur(dossier: Blok<'_, '_>) -> Vec<OsoFout> {
    let mut fouten = Vec::new();
    let mut lengte = 0;
    block(dossier, "dossier", &mut lengte, &mut fouten);
    if lengte > grenzen::OSO_TEKST_SAMEN {
        fouten.push(dossier.fout(Reden::TeVeelTekst));
    }
    fouten.extend(afspraken::keur(dossier));
    fouten.sort_by_key(|fout| fout.regel);
    fouten
}

fn block(blok: Blok<'_, '_>, soort: &str, lengte: &mut usize, fouten: &mut Vec<OsoFout>) {
    let may = schema::blok(soort);
    if blok.ruwe_tekst().chars().any(|c| !c.is_whitespace()) {
        fouten.push(blok.fout(Reden::LosseTekst));
    }
    attributes(blok, fouten);
    for element in may {
        let found = blok.alle(element.naam);
        if element.verplicht && !blok.heeft(element.naam) {
            fouten.push(blok.ontbreekt(element.naam));
        }
        if let (Some(second), false) = (found.get(1), element.vaker) {
            fouten.push(second.fout(Reden::Dubbel));
        }
    }
    for kind in blok.kinderen() {
        match may.iter().find(|element| element.naam == kind.naam()) {
            None => fouten.push(kind.fout(Reden::Onbekend)),
            Some(Schemaelement { vorm: Elementvorm::Blok(soort), .. }) => block(kind, soort, lengte, fouten),
            Some(element) => leaf(kind, blok.naam(), element, lengte, fouten),
        }
    }
}

/// The one attribute of the standard says a code in words.
fn attributes(blok: Blok<'_, '_>, fouten: &mut Vec<OsoFout>) {
    let known = |naam: &String| naam == "omschrijving" && ["land", "nationaliteit"].contains(&blok.naam());
    if blok.attributen().iter().any(|naam| !known(naam)) {
        fouten.push(blok.fout(Reden::OnbekendAttribuut));
    }
}

fn leaf(
    kind: Blok<'_, '_>,
    ouder: &str,
    element: &Schemaelement,
    lengte: &mut usize,
    fouten: &mut Vec<OsoFout>,
) {
    attributes(kind, fouten);
    if kind.heeft_elementen() {
        return fouten.push(kind.fout(Reden::GeenTekst));
    }
    let text = kind.ruwe_tekst();
    let text = text.trim();
    if text.is_empty() {
        // One that may be left out says nothing, and the reader tells that it is empty.
        if element.verplicht && element.vorm != Elementvorm::MagLeeg {
            fouten.push(kind.fout(Reden::LeegElement));
        }
        return;
    }
    if element.naam == "bestandsinhoud" {
        return;
    }
    *lengte = lengte.saturating_add(text.len() + REGEL);
    if text.len() > grenzen::OSO_TEKST {
        return fouten.push(kind.fout(Reden::TeLangeTekst));
    }
    if let Some(reden) = misfit(text, element.vorm) {
        return fouten.push(kind.fout(reden));
    }
    let lijst = schema::codelijst(ouder, element.naam);
    if let Some(lijst) = lijst.filter(|lijst| !lijst.waarden.contains(&text)) {
        let waarden = (lijst.waarden.len() <= MOST_TOLD).then(|| lijst.waarden.join(", "));
        fouten.push(kind.fout(Reden::Lijst { nummer: lijst.nummer, waarden: waarden.unwrap_or_default() }));
    }
}

/// What a line costs beside its text, where it is kept: its place and its number.
const REGEL: usize = 100;
/// Values of a list that a message still names.
const MOST_TOLD: usize = 9;

/// Why a text is not of a shape.
fn misfit(text: &str, vorm: Elementvorm) -> Option<Reden> {
    let decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    match vorm {
        Elementvorm::Tekst | Elementvorm::MagLeeg | Elementvorm::Blok(_) => None,
        Elementvorm::Hoogstens(most) => (text.chars().count() > most).then_some(Reden::TeLang(most)),
        Elementvorm::Datum => datum(text).is_none().then_some(Reden::Datum),
        Elementvorm::JaNee => (!["true", "false", "1", "0"].contains(&text)).then_some(Reden::JaNee),
        Elementvorm::Getal(bounds) => {
            let number = text.parse::<i64>().ok();
            let fits = number
                .is_some_and(|number| bounds.is_none_or(|(least, most)| (least..=most).contains(&number)));
            (!fits).then_some(Reden::Getal)
        }
        Elementvorm::Decimaal => {
            let fits = text.chars().all(decimal) && text.parse::<f64>().is_ok();
            (!fits).then_some(Reden::Decimaal)
        }
        Elementvorm::Patroon(patroon) => (!schema::past(patroon, text)).then(|| shape(patroon)),
    }
}

fn shape(patroon: &'static str) -> Reden {
    Reden::Code(match patroon {
        "ddLL" => "instellingscode (BRIN) van twee cijfers en twee hoofdletters, zoals 32JK",
        "dd" => "vestigingsnummer van twee cijfers, zoals 00",
        "dddd-dddd" => "schooljaar, zoals 2025-2026",
        "dddd-07-31" => "31 juli van een jaar, zoals 2026-07-31",
        "dd-dd-dddd" => "datum van de gemeente, zoals 17-03-2018",
        _ => "code van de goede vorm",
    })
}
