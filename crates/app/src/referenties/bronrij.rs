//! Rows of the files as the store keeps them: the facts that Leerrecht uses, whatever the source.

use std::collections::BTreeMap;

use base::{BevoegdGezagNummer, Gemeentecode, Postcode};
use exchange::duo::{LeerlingenRij, Pc4Rij, Plaatsnaam, SchoolpuntRij, SoortVestiging, VestigingRij};
use serde::{Deserialize, Serialize};
use verband::Schoolsoort;

use crate::AppError;
use crate::organisaties::{Postcodegebied, to_json};

/// What one file says of one school location; what it does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Bronrij {
    pub(crate) naam: String,
    pub(crate) schoolsoort: Option<Schoolsoort>,
    pub(crate) openbaar: Option<bool>,
    pub(crate) bestuur: Option<BevoegdGezagNummer>,
    pub(crate) postcode: Option<Postcode>,
    pub(crate) plaats: String,
    pub(crate) gemeente: Option<Gemeentecode>,
    pub(crate) adres: String,
    pub(crate) telefoon: String,
    pub(crate) website: String,
    /// Pupils per year; none for one to four, which is not published.
    pub(crate) leerlingen: BTreeMap<i16, Option<u32>>,
    /// Millionths of a degree north and east.
    pub(crate) punt: Option<(i32, i32)>,
}

impl Bronrij {
    /// The last year with a count.
    pub(crate) fn latest_pupils(&self) -> Option<(i16, Option<u32>)> {
        self.leerlingen.last_key_value().map(|(year, number)| (*year, *number))
    }
}

/// The columns of a reference.
pub(crate) struct Inhoud {
    pub(crate) naam: String,
    pub(crate) ook_te_vinden_als: String,
    pub(crate) swv: Option<String>,
    pub(crate) bestuur: Option<String>,
    pub(crate) gemeente: Option<String>,
    pub(crate) gegevens: String,
}

/// A row of a file that the store can keep.
pub(crate) trait AlsReferentie {
    fn inhoud(&self) -> Result<Inhoud, AppError>;
}

fn school(row: Bronrij) -> Result<Inhoud, AppError> {
    let gegevens = to_json(&row)?;
    Ok(Inhoud {
        naam: row.naam,
        ook_te_vinden_als: row.plaats,
        swv: None,
        bestuur: row.bestuur.map(Into::into),
        gemeente: row.gemeente.map(Into::into),
        gegevens,
    })
}

/// Street and house number on one line.
fn adres(straat: Option<&str>, huisnummer: Option<&str>) -> String {
    straat.into_iter().chain(huisnummer).collect::<Vec<_>>().join(" ")
}

/// Public or private by the denomination; not said where it is not known.
fn openbaar(denominatie: Option<&str>) -> Option<bool> {
    match denominatie {
        None | Some("onbekend") => None,
        Some(denominatie) => Some(denominatie == "Openbaar"),
    }
}

fn leesbaar(naam: Option<&Plaatsnaam>) -> String {
    naam.map(|naam| naam.leesbaar.clone()).unwrap_or_default()
}

impl AlsReferentie for VestigingRij {
    fn inhoud(&self) -> Result<Inhoud, AppError> {
        school(Bronrij {
            naam: self.naam.clone(),
            schoolsoort: Some(kind_of_location(self.soort)),
            openbaar: openbaar(self.denominatie.as_deref()),
            bestuur: Some(self.bevoegd_gezag.clone()),
            postcode: Some(self.postcode.clone()),
            plaats: self.plaats.leesbaar.clone(),
            gemeente: Some(self.gemeente.clone()),
            adres: adres(self.straat.as_deref(), self.huisnummer.as_deref()),
            telefoon: self.telefoon.clone().unwrap_or_default(),
            website: self.website.clone().unwrap_or_default(),
            ..Bronrij::default()
        })
    }
}

impl AlsReferentie for LeerlingenRij {
    fn inhoud(&self) -> Result<Inhoud, AppError> {
        school(Bronrij {
            naam: self.naam.clone(),
            schoolsoort: Some(kind_of_location(self.soort)),
            openbaar: openbaar(self.denominatie.as_deref()),
            bestuur: self.bevoegd_gezag.clone(),
            gemeente: Some(self.gemeente.clone()),
            leerlingen: self.leerlingen.iter().map(|(year, aantal)| (*year, aantal.bekend())).collect(),
            ..Bronrij::default()
        })
    }
}

impl AlsReferentie for SchoolpuntRij {
    fn inhoud(&self) -> Result<Inhoud, AppError> {
        school(Bronrij {
            naam: self.naam.clone(),
            schoolsoort: Some(kind_of_point(&self.soort)),
            openbaar: openbaar(self.denominatie.as_deref()),
            postcode: Some(self.postcode.clone()),
            plaats: self.plaats.leesbaar.clone(),
            adres: adres(self.straat.as_deref(), self.huisnummer.as_deref()),
            website: self.website.clone().unwrap_or_default(),
            punt: Some((self.punt.breedte, self.punt.lengte)),
            ..Bronrij::default()
        })
    }
}

fn kind_of_location(soort: SoortVestiging) -> Schoolsoort {
    match soort {
        SoortVestiging::Bo => Schoolsoort::Basisschool,
        SoortVestiging::Sbo => Schoolsoort::Sbo,
        SoortVestiging::So => Schoolsoort::So,
        SoortVestiging::SoVso => Schoolsoort::SoVso,
        SoortVestiging::Vso => Schoolsoort::Vso,
        SoortVestiging::Vo => Schoolsoort::Vo,
        SoortVestiging::InstellingC12 => Schoolsoort::InstellingC12,
    }
}

/// The kind of school by DUO's word for it; the words for secondary education are many.
fn kind_of_point(soort: &str) -> Schoolsoort {
    match soort {
        "basisschool" => Schoolsoort::Basisschool,
        "SBAO" => Schoolsoort::Sbo,
        "SO" => Schoolsoort::So,
        "(V)SO" => Schoolsoort::SoVso,
        "VSO" => Schoolsoort::Vso,
        _ => Schoolsoort::Vo,
    }
}

impl AlsReferentie for Pc4Rij {
    fn inhoud(&self) -> Result<Inhoud, AppError> {
        let area = Postcodegebied {
            pc4: self.pc4.to_string(),
            swv_po: self.swv_po.clone(),
            swv_vo: self.swv_vo.clone(),
            gemeente: self.gemeente.clone(),
            gemeentenaam: leesbaar(self.gemeentenaam.as_ref()),
            plaats: leesbaar(self.plaats.as_ref()),
            punt: self.punt.map(|punt| (punt.breedte, punt.lengte)),
        };
        let gegevens = to_json(&area)?;
        let codes = [&area.swv_po, &area.swv_vo].into_iter().flatten().map(ToString::to_string);
        Ok(Inhoud {
            naam: if area.plaats.is_empty() { area.pc4 } else { area.plaats },
            // A partnership is known when some postcode belongs to it.
            ook_te_vinden_als: codes.collect::<Vec<_>>().join(" "),
            swv: area.swv_po.map(Into::into),
            bestuur: None,
            gemeente: area.gemeente.map(Into::into),
            gegevens,
        })
    }
}
