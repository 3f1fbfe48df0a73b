//! DUO's schools of all sectors with their place on the map, as geojson.
//!
//! A code that occurs more than once (a building with several house numbers) has the first point in
//! the file; the later features are reported as unusable, each with the line of the first.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use base::{Brin, Postcode, Vestigingscode};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::codering::{Codering, decodeer};
use super::import::{Verzamelaar, herken_vestiging};
use super::punt::micrograden;
use super::{BestandFout, Gelezen, Import, Onbruikbaar, Plaatsnaam, Punt, Rij, Soort, Vingerafdruk};
use crate::grenzen;
use crate::regels::Regels;

/// Every property that a feature must have, in the order in which they are looked at.
const KOLOMMEN: [&str; 16] = [
    "naam",
    "type",
    "denominatie",
    "internetadres",
    "straat",
    "huisnummer",
    "huisletter",
    "huisnummertoevoeging",
    "postcode",
    "plaats",
    "gemeente",
    "provincie",
    "brin_nummer",
    "vestigingscode",
    "onderwijsgebied",
    "leerlingen",
];
const PUNT: &str = "geometry.coordinates";

/// A school with its place on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolpuntRij {
    /// Code of the location.
    pub vestiging: Vestigingscode,
    /// Code of the school.
    pub brin: Brin,
    /// Name.
    pub naam: String,
    /// Kind as DUO words it: `basisschool`, `SBAO`, `(V)SO`, `VBO/MAVO` …
    pub soort: String,
    /// Denomination.
    pub denominatie: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Street.
    pub straat: Option<String>,
    /// House number with letter and addition: `12 A bis`.
    pub huisnummer: Option<String>,
    /// Postcode.
    pub postcode: Postcode,
    /// Place.
    pub plaats: Plaatsnaam,
    /// Municipality by name.
    pub gemeentenaam: Option<Plaatsnaam>,
    /// Province by name.
    pub provincie: Option<String>,
    /// Pupils; `None` where the source has null, which is not nought.
    pub leerlingen: Option<u32>,
    /// Where it stands.
    pub punt: Punt,
}

/// DUO's words for secondary education, of which one school can have several.
const VO: [&str; 6] = ["VBO", "MAVO", "HAVO", "VWO", "PRO", "BRUGJAAR"];
/// Its words for other schools.
const OVERIG: [&str; 5] = ["basisschool", "SBAO", "SO", "(V)SO", "VSO"];

/// A word that says of what kind a school is: another (MBO, a slip) makes no school of any kind.
fn is_kind(soort: &str) -> bool {
    OVERIG.contains(&soort) || soort.split('/').all(|part| VO.contains(&part))
}

impl Rij for SchoolpuntRij {
    type Code = Vestigingscode;
    const OVERAL_TE_HERKENNEN: bool = true;

    fn herken(veld: &str) -> Option<Vestigingscode> {
        herken_vestiging(veld)
    }

    fn code(&self) -> &Vestigingscode {
        &self.vestiging
    }
}

// Members that geojson allows beside these (`crs`, `name`, `bbox`, `id`) carry nothing that is used.
#[derive(Deserialize)]
struct Verzameling<'a> {
    #[serde(borrow, rename = "type")]
    soort: Cow<'a, str>,
    #[serde(borrow)]
    features: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Feature<'a> {
    #[serde(borrow)]
    properties: BTreeMap<Cow<'a, str>, &'a RawValue>,
    #[serde(borrow)]
    geometry: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Meetkunde<'a> {
    #[serde(borrow, rename = "type")]
    soort: Cow<'a, str>,
    #[serde(borrow)]
    coordinates: Vec<&'a RawValue>,
}

/// Reads the geojson of schools (UTF-8, WGS 84).
pub fn lees(bytes: &[u8]) -> Result<Import<SchoolpuntRij>, BestandFout> {
    let tekst = decodeer(bytes, Codering::Json, Soort::DuoGeo)?;
    let tekst = tekst.as_ref();
    let geen = |regel, reden| BestandFout::GeenGeojson { regel, reden };
    let verzameling: Verzameling<'_> = serde_json::from_str(tekst).map_err(|fout| {
        let reden = if fout.is_data() { "er is geen lijst 'features'" } else { "geen geldige JSON" };
        geen(u32::try_from(fout.line()).unwrap_or(u32::MAX), reden)
    })?;
    if verzameling.soort != "FeatureCollection" {
        return Err(geen(1, "'type' is geen 'FeatureCollection'"));
    }
    let regels = Regels::van(tekst.as_bytes());
    let mut verzamelaar = Verzamelaar::new(Soort::DuoGeo, "vestigingscode");
    let mut onbekend = Vec::new();
    for (index, ruw) in verzameling.features.iter().enumerate() {
        let regel = regels.nummer(ruw.get().as_ptr().addr().saturating_sub(tekst.as_ptr().addr()));
        let feature = serde_json::from_str::<Feature<'_>>(ruw.get());
        if let (0, Ok(feature)) = (index, &feature) {
            onbekend = kolommen(feature)?;
        }
        match feature {
            Ok(feature) => neem(&mut verzamelaar, regel, &feature),
            Err(_) => verzamelaar.weiger(
                Onbruikbaar::new(regel, "properties", "", "dit is geen feature met eigenschappen"),
                [],
            ),
        }
    }
    let import = verzamelaar.klaar(onbekend);
    if import.gelezen() == 0 { Err(BestandFout::GeenRijen { soort: Soort::DuoGeo }) } else { Ok(import) }
}

/// The first feature stands for the header: the unknown properties, or what is missing.
fn kolommen(eerste: &Feature<'_>) -> Result<Vec<String>, BestandFout> {
    let gevonden: Vec<String> = eerste.properties.keys().map(ToString::to_string).collect();
    let ontbreekt: Vec<String> = KOLOMMEN
        .iter()
        .filter(|naam| !eerste.properties.contains_key(**naam))
        .map(|naam| (*naam).to_owned())
        .collect();
    if !ontbreekt.is_empty() {
        return Err(BestandFout::Kop { soort: Soort::DuoGeo, ontbreekt, gevonden, lijkt_op: None });
    }
    Ok(gevonden.into_iter().filter(|naam| !KOLOMMEN.contains(&naam.as_str())).collect())
}

fn neem(verzamelaar: &mut Verzamelaar<SchoolpuntRij>, regel: u32, feature: &Feature<'_>) {
    let mut lezer = Lezer { feature, fout: None };
    let rij = lezer.rij();
    match (lezer.fout, rij) {
        (None, Some(rij)) => {
            let geometry = feature.geometry.map_or("null", RawValue::get);
            let velden = feature.properties.iter().map(|(naam, ruw)| (naam.as_ref(), ruw.get()));
            let vingerafdruk = Vingerafdruk::van(velden.chain([(PUNT, geometry)]));
            verzamelaar.neem(Gelezen { regel, vingerafdruk, rij });
        }
        (fout, _) => {
            let fout = fout.unwrap_or_else(|| Fout {
                kolom: PUNT,
                waarde: String::new(),
                reden: "niet te lezen".to_owned(),
            });
            let code = tekst_van(feature.properties.get("vestigingscode")).unwrap_or_default();
            verzamelaar
                .weiger(Onbruikbaar::new(regel, fout.kolom, &fout.waarde, fout.reden), [code.as_str()]);
        }
    }
}

/// A JSON string or number as text; `None` for null, a list or an object.
fn tekst_van(ruw: Option<&&RawValue>) -> Option<String> {
    let ruw = ruw?.get();
    match ruw.as_bytes().first()? {
        b'"' => serde_json::from_str::<String>(ruw).ok(),
        b'-' | b'0'..=b'9' => Some(ruw.to_owned()),
        _ => None,
    }
}

struct Fout {
    kolom: &'static str,
    waarde: String,
    reden: String,
}

/// One feature while it is being read. The properties are read in the order of [`KOLOMMEN`], so the
/// first thing wrong is the first wrong column.
struct Lezer<'a> {
    feature: &'a Feature<'a>,
    fout: Option<Fout>,
}

impl Lezer<'_> {
    fn veld(&self, kolom: &str) -> Option<String> {
        let tekst = tekst_van(self.feature.properties.get(kolom))?;
        let tekst = tekst.trim();
        (!tekst.is_empty()).then(|| tekst.to_owned())
    }

    fn keur_af(&mut self, kolom: &'static str, reden: impl Into<String>) {
        if self.fout.is_none() {
            let ruw = self.feature.properties.get(kolom).map_or("", |ruw| ruw.get()).to_owned();
            self.fout = Some(Fout { kolom, waarde: self.veld(kolom).unwrap_or(ruw), reden: reden.into() });
        }
    }

    fn keur_vorm(&mut self, kolom: &'static str) {
        match self.feature.properties.get(kolom) {
            None => self.keur_af(kolom, "ontbreekt"),
            Some(ruw) if ruw.get().len() > grenzen::VELD => {
                self.keur_af(kolom, format!("is langer dan {} bytes", grenzen::VELD));
            }
            Some(ruw) if ruw.get().starts_with(['[', '{', 't', 'f']) => {
                self.keur_af(kolom, "is geen tekst of getal");
            }
            Some(_) if self.veld(kolom).is_some_and(|tekst| tekst.chars().any(char::is_control)) => {
                self.keur_af(kolom, "bevat een stuurteken");
            }
            Some(_) => {}
        }
    }

    fn tekst(&mut self, kolom: &'static str) -> Option<String> {
        self.keur_vorm(kolom);
        self.veld(kolom)
    }

    fn verplicht(&mut self, kolom: &'static str) -> Option<String> {
        let tekst = self.tekst(kolom);
        if tekst.is_none() {
            self.keur_af(kolom, "is leeg");
        }
        tekst
    }

    fn code<C: FromStr<Err: Display>>(&mut self, kolom: &'static str) -> Option<C> {
        let gelezen = self.verplicht(kolom)?.parse::<C>();
        gelezen.map_err(|fout| self.keur_af(kolom, fout.to_string())).ok()
    }

    fn rij(&mut self) -> Option<SchoolpuntRij> {
        let naam = self.verplicht("naam");
        let soort = self.verplicht("type");
        if soort.as_deref().is_some_and(|soort| !is_kind(soort)) {
            self.keur_af("type", "is geen soort school die hier bekend is");
        }
        let [denominatie, website, straat] =
            ["denominatie", "internetadres", "straat"].map(|kolom| self.tekst(kolom));
        let delen = ["huisnummer", "huisletter", "huisnummertoevoeging"].map(|kolom| self.tekst(kolom));
        let postcode = self.code("postcode");
        let plaats = self.verplicht("plaats").map(Plaatsnaam::new);
        let [gemeente, provincie] = ["gemeente", "provincie"].map(|kolom| self.tekst(kolom));
        let (brin, vestiging) = self.school();
        self.keur_vorm("onderwijsgebied");
        let leerlingen = self.leerlingen();
        let punt = self.punt();
        let huisnummer = delen.into_iter().flatten().collect::<Vec<_>>().join(" ");
        Some(SchoolpuntRij {
            vestiging: vestiging?,
            brin: brin?,
            naam: naam?,
            soort: soort?,
            denominatie,
            website,
            straat,
            huisnummer: Some(huisnummer).filter(|nummer| !nummer.is_empty()),
            postcode: postcode?,
            plaats: plaats?,
            gemeentenaam: gemeente.map(Plaatsnaam::new),
            provincie,
            leerlingen,
            punt: punt?,
        })
    }

    fn school(&mut self) -> (Option<Brin>, Option<Vestigingscode>) {
        let brin: Option<Brin> = self.code("brin_nummer");
        let vestiging: Option<Vestigingscode> = self.code("vestigingscode");
        if let (Some(brin), Some(vestiging)) = (&brin, &vestiging)
            && vestiging.brin() != *brin
        {
            self.keur_af("vestigingscode", format!("hoort niet bij instellingscode {brin}"));
        }
        (brin, vestiging)
    }

    /// `None` for null; also for what is no number, which makes the row unusable.
    fn leerlingen(&mut self) -> Option<u32> {
        let tekst = self.tekst("leerlingen")?;
        let aantal = tekst.parse().ok().filter(|_| tekst.bytes().all(|b| b.is_ascii_digit()));
        if aantal.is_none() {
            self.keur_af("leerlingen", "is geen aantal leerlingen; verwacht: een heel getal of null");
        }
        aantal
    }

    fn punt(&mut self) -> Option<Punt> {
        let ruw = self.feature.geometry.map_or("null", RawValue::get);
        let punt = self.feature.geometry.and_then(|ruw| punt_van(ruw.get()));
        if punt.is_none() && self.fout.is_none() {
            let reden = "is geen punt in Nederland; verwacht: [lengte, breedte] in graden".to_owned();
            self.fout = Some(Fout { kolom: PUNT, waarde: ruw.to_owned(), reden });
        }
        punt
    }
}

fn punt_van(geometry: &str) -> Option<Punt> {
    let meetkunde: Meetkunde<'_> = serde_json::from_str(geometry).ok()?;
    // A third number is a height.
    let [lengte, breedte, ..] = meetkunde.coordinates.as_slice() else { return None };
    let punt = Punt { breedte: micrograden(breedte.get())?, lengte: micrograden(lengte.get())? };
    (meetkunde.soort == "Point" && punt.ligt_in_nederland()).then_some(punt)
}
