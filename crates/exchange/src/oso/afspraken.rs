//! The rules that the standard sets beside its schema, for a dossier from a school to a samenwerkingsverband.
//!
//! Each is named as the published rules name it. Those on what may not be in the dossier at all are not here: that is left
//! out and told (see `weglaten`).

use super::boom::{Blok, datum};
use super::kop::Categorie;
use super::weglaten::{blokken, is_true};
use super::{OsoFout, Reden};

/// Blocks of the child that a dossier of this kind may not have, with the rule.
const NIET_BIJ_PO: [(&str, &str); 8] = [
    ("eindtoets_basisonderwijs", "PaO.EB01"),
    ("bevorderd", "PaO.VM01"),
    ("examenresultaat", "PaO.VM02"),
    ("resultaatvakkenvo", "PaO.VM03"),
    ("certificaat", "PaO.VM04"),
    ("competenties", "PaO.VM05"),
    ("stage", "PaO.VM06"),
    ("overigvombo", "PaO.VM07"),
];
const NIET_BIJ_VO: [(&str, &str); 4] = [
    ("vanpeuterspeelzaal", "PaO.VV01"),
    ("naampeuterspeelzaal", "PaO.VV02"),
    ("voorschools", "PaO.VV03"),
    ("vroegschools", "PaO.VV04"),
];

struct Keuring {
    fouten: Vec<OsoFout>,
}

impl Keuring {
    fn eis(&mut self, goed: bool, blok: Blok<'_, '_>, afspraak: &'static str, tekst: &'static str) {
        if !goed {
            self.fouten.push(blok.fout(Reden::Afspraak { afspraak, tekst }));
        }
    }
}

/// Everything that goes against a rule.
pub(super) fn keur(dossier: Blok<'_, '_>) -> Vec<OsoFout> {
    let mut keuring = Keuring { fouten: Vec::new() };
    for metadata in dossier.alle("metadata") {
        head(&mut keuring, dossier, metadata);
    }
    for school in dossier.alle("huidigeschool") {
        let adres = school.alle("adreslijst").iter().any(|lijst| !lijst.alle("adres").is_empty());
        keuring.eis(adres, school, "PaO.SL01", "bij de school moet een adres staan");
        let bereik =
            school.alle("communicatielijst").iter().any(|lijst| !lijst.alle("communicatie").is_empty());
        keuring.eis(bereik, school, "PaO.SL02", "bij de school moet een telefoonnummer of e-mailadres staan");
        for kind in school.alle("leerling") {
            child(&mut keuring, dossier, kind);
            everywhere(&mut keuring, kind);
        }
    }
    keuring.fouten
}

fn text(blok: Blok<'_, '_>, naam: &str) -> Option<String> {
    blok.alle(naam).first().map(|blok| blok.ruwe_tekst().trim().to_owned())
}

fn head(keuring: &mut Keuring, dossier: Blok<'_, '_>, metadata: Blok<'_, '_>) {
    let deel = text(metadata, "deeldossier");
    let las = deel.is_none_or(|deel| matches!(deel.as_str(), "LAS" | "LASLVS"));
    keuring.eis(las, metadata, "PaO.MD01", "het dossier moet een deel van soort LAS hebben");
    let versie = text(metadata, "validatieversie").is_none_or(|versie| versie == "2019.1.1");
    keuring.eis(versie, metadata, "PaO.MD02", "de validatieversie moet 2019.1.1 zijn");
    let soort = text(dossier, "overdrachtsoort").is_none_or(|soort| soort == "swv-dossier");
    keuring.eis(soort, dossier, "PaO.SO03", "de soort overdracht moet 'swv-dossier' zijn");
    let uitlevering = metadata.alle("categorie_uitlevering");
    keuring.eis(
        !uitlevering.is_empty(),
        metadata,
        "PaO.MD03",
        "het blok categorie_uitlevering ontbreekt: daarin staat wat de ouders niet willen delen",
    );
    let kind = dossier.alle("huidigeschool").into_iter().flat_map(|school| school.alle("leerling")).next();
    for blok in uitlevering {
        let own = Categorie::ALLE.iter().filter(|categorie| !categorie.elementen().is_empty());
        for categorie in own {
            for gezegd in blok.alle(&format!("cat_{}", categorie.naam())) {
                let leeg = gezegd.ruwe_tekst().trim() == "VERPLICHT"
                    && blokken(dossier, kind, *categorie).is_empty();
                keuring.eis(!leeg, gezegd, "OS.cat", "deze gegevens zijn verplicht en staan er niet in");
            }
        }
    }
}

fn child(keuring: &mut Keuring, dossier: Blok<'_, '_>, kind: Blok<'_, '_>) {
    let there = |naam: &str| !kind.alle(naam).is_empty();
    keuring.eis(there("voornaam"), kind, "PaO.LL01", "het kind moet een voornaam hebben");
    keuring.eis(there("geboortedatum"), kind, "PaO.LL02", "de geboortedatum van het kind ontbreekt");
    keuring.eis(there("adresgeheim"), kind, "PaO.LL04", "er moet staan of het adres van het kind geheim is");
    let geheim = is_true(kind, "adresgeheim");
    let adres = kind.alle("adreslijst").iter().any(|lijst| !lijst.alle("adres").is_empty());
    keuring.eis(
        geheim || adres || there("adresbuitenland"),
        kind,
        "PaO.LL05",
        "bij het kind moet een adres staan, of dat het geheim is",
    );
    let aansprakelijk = is_true(kind, "verzorgersaansprakelijk");
    keuring.eis(
        !aansprakelijk || there("verzorger"),
        kind,
        "PaO.OV01",
        "de verzorgers zijn aansprakelijk maar er staat geen verzorger bij",
    );
    let metadata = dossier.alle("metadata").into_iter().next();
    let said = |naam: &str| metadata.and_then(|metadata| text(metadata, naam)).unwrap_or_default();
    let loopbaan =
        kind.alle("schoolloopbaanlijst").iter().any(|lijst| !lijst.alle("schoolloopbaan").is_empty());
    let kept = metadata.is_some_and(|metadata| {
        let blocks = metadata.alle("categorie_uitlevering");
        let career = blocks.into_iter().find_map(|blok| text(blok, "cat_schoolloopbaan"));
        career.is_some_and(|uitlevering| matches!(uitlevering.as_str(), "OPT-UIT" | "VERBODEN"))
    });
    keuring.eis(loopbaan || kept, kind, "PaO.SL01", "de schoolloopbaan ontbreekt");
    let closed: &[(&'static str, &'static str)] = match said("overstap").as_str() {
        "POSWV" => &NIET_BIJ_PO,
        "VOSWV" => &NIET_BIJ_VO,
        _ => &[],
    };
    for (naam, afspraak) in closed.iter().copied() {
        for blok in kind.alle(naam) {
            keuring.eis(false, blok, afspraak, "dit hoort niet in een dossier van deze soort");
        }
    }
    birth(keuring, kind, &said("datum"));
}

/// A child is born before somebody writes about it.
fn birth(keuring: &mut Keuring, kind: Blok<'_, '_>, dossier_van: &str) {
    let Some(gemaakt) = datum(dossier_van) else { return };
    for blok in kind.alle("geboortedatum") {
        let later = datum(blok.ruwe_tekst().trim()).is_some_and(|geboren| geboren > gemaakt);
        keuring.eis(!later, blok, "", "het kind is geboren na de dag waarop het dossier is gemaakt");
    }
}

/// What holds wherever it stands under the child.
fn everywhere(keuring: &mut Keuring, blok: Blok<'_, '_>) {
    match blok.naam() {
        "adres" => address(keuring, blok),
        "communicatie" => mail(keuring, blok),
        "verzorger" => {
            let overleden = blok.alle("overlijdensdatum").is_empty() || is_true(blok, "overleden");
            keuring.eis(
                overleden,
                blok,
                "OS.overleden",
                "er staat een overlijdensdatum bij iemand die leeft",
            );
        }
        "resultaat" => {
            let iets = ["toetsscore", "referentiescore", "document"];
            let iets = iets.iter().any(|naam| !blok.alle(naam).is_empty());
            keuring.eis(iets, blok, "PaO.TR01", "bij een toets moet een score of een bijlage staan");
        }
        "toetsscore" => {
            let iets =
                ["aantalopgaven", "aantalgoed", "aantalfout", "aantalgelezen", "tijd", "vaardigheidsscore"];
            let iets = iets.iter().any(|naam| !blok.alle(naam).is_empty());
            keuring.eis(iets, blok, "PaO.TR02", "in deze score staat geen getal");
        }
        "score" => {
            let iets = !blok.alle("waarde").is_empty() || !blok.alle("kwalificatie").is_empty();
            keuring.eis(iets, blok, "PaO.CL01", "in deze score staat geen waarde");
        }
        _ => {}
    }
    for kind in blok.kinderen() {
        everywhere(keuring, kind);
    }
}

/// In the Netherlands a postcode has one shape.
fn address(keuring: &mut Keuring, adres: Blok<'_, '_>) {
    let here = text(adres, "land").is_none_or(|land| land == "6030");
    for postcode in adres.alle("postcode").into_iter().filter(|_| here) {
        let goed = postcode.ruwe_tekst().trim().parse::<base::Postcode>().is_ok();
        keuring.eis(goed, postcode, "", "dit is geen postcode, zoals 1354EV");
    }
}

fn mail(keuring: &mut Keuring, communicatie: Blok<'_, '_>) {
    if text(communicatie, "soort").is_none_or(|soort| soort != "e-mail") {
        return;
    }
    for nummer in communicatie.alle("nummer") {
        let adres = nummer.ruwe_tekst();
        let goed = adres.trim().split_once('@').is_some_and(|(naam, domein)| {
            let teken = |c: char| c.is_ascii_alphanumeric() || "!#$%*+=?^_`{|}~.-".contains(c);
            let deel = |deel: &str| {
                !deel.is_empty()
                    && !deel.starts_with('-')
                    && !deel.ends_with('-')
                    && deel.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            };
            !naam.is_empty() && naam.chars().all(teken) && domein.split('.').all(deel)
        });
        keuring.eis(goed && adres.trim().len() <= 256, nummer, "", "dit is geen e-mailadres");
    }
}
