//! Postcodes and the partnerships that they belong to, in two layouts: the table of the Regeling
//! regio-indeling of 2015, and a wider table with municipality, province and coordinates.

use std::fmt;
use std::str::FromStr;

use base::{Gemeentecode, SwvCode};

use super::csvlezer::{self, Indeling, Regel};
use super::punt::micrograden;
use super::{BestandFout, Import, Plaatsnaam, Punt, Rij, Soort};

pub(super) const MASTER: Indeling = Indeling {
    soort: Soort::Pc4Swv,
    scheiding: b',',
    kolommen: &[
        "pc4",
        "lat",
        "lon",
        "gemeentecode",
        "gemeentenaam",
        "provincienaam",
        "plaats",
        "swv_po",
        "swv_vo",
    ],
    ook: &["coord_bron", "coord_in_gemeente", "gemeente_bron", "provinciecode"],
    eigen: &[],
    jaren: None,
    kolom_code: "pc4",
};

pub(super) const TABEL_2015: Indeling = Indeling {
    soort: Soort::Pc4Swv,
    scheiding: b',',
    kolommen: &["pc4", "gemeente_2015", "swv_po", "swv_vo"],
    ook: &[],
    eigen: &[],
    jaren: None,
    kolom_code: "pc4",
};

/// The four digits of a postcode.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pc4(String);

/// A text that is not the four digits of a postcode.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is geen postcode van vier cijfers, zoals 1315")]
pub struct Pc4Fout(pub String);

impl Pc4 {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pc4 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Pc4 {
    type Err = Pc4Fout;

    fn from_str(text: &str) -> Result<Self, Pc4Fout> {
        let clean = text.trim();
        let fits = clean.len() == 4 && clean.bytes().all(|b| b.is_ascii_digit()) && !clean.starts_with('0');
        if fits { Ok(Self(clean.to_owned())) } else { Err(Pc4Fout(text.chars().take(40).collect())) }
    }
}

/// One postcode. What a layout does not have, or leaves empty, is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pc4Rij {
    /// The four digits.
    pub pc4: Pc4,
    /// Partnership for primary and special schools; `None` where the wide table knows none.
    pub swv_po: Option<SwvCode>,
    /// Partnership for secondary schools; `None` where the wide table knows none.
    pub swv_vo: Option<SwvCode>,
    /// Municipality by number (wide table only).
    pub gemeente: Option<Gemeentecode>,
    /// Municipality by name.
    pub gemeentenaam: Option<Plaatsnaam>,
    /// Province by name (wide table only).
    pub provincie: Option<String>,
    /// Place (wide table only).
    pub plaats: Option<Plaatsnaam>,
    /// Middle of the postcode (wide table only).
    pub punt: Option<Punt>,
}

impl Rij for Pc4Rij {
    type Code = Pc4;

    fn code(&self) -> &Pc4 {
        &self.pc4
    }
}

/// Reads either table: the one of which the header has most.
pub fn lees(bytes: &[u8]) -> Result<Import<Pc4Rij>, BestandFout> {
    let kop = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let kop = String::from_utf8_lossy(kop.strip_prefix(b"\xef\xbb\xbf").unwrap_or(kop));
    let namen: Vec<&str> = kop.split([',', ';']).map(|naam| naam.trim().trim_matches('"')).collect();
    let mist = |indeling: &Indeling| {
        let er = |kolom: &&&str| namen.iter().any(|naam| naam.eq_ignore_ascii_case(kolom));
        indeling.kolommen.iter().filter(|kolom| !er(kolom)).count()
    };
    if mist(&TABEL_2015) < mist(&MASTER) {
        csvlezer::lees(bytes, &TABEL_2015, rij_2015)
    } else {
        csvlezer::lees(bytes, &MASTER, rij_master)
    }
}

/// In the statutory table a postcode without partnerships says nothing: both are needed.
fn rij_2015(regel: &mut Regel<'_>) -> Option<Pc4Rij> {
    let pc4 = regel.code("pc4");
    let (swv_po, swv_vo) = (swv(regel, "swv_po", true), swv(regel, "swv_vo", false));
    for kolom in ["swv_po", "swv_vo"] {
        regel.tekst(kolom);
    }
    Some(Pc4Rij {
        pc4: pc4?,
        swv_po,
        swv_vo,
        gemeente: None,
        gemeentenaam: regel.tekst_of_leeg("gemeente_2015").map(Plaatsnaam::new),
        provincie: None,
        plaats: None,
        punt: None,
    })
}

/// In the wide table a postcode of after 2015 still has its municipality and point.
fn rij_master(regel: &mut Regel<'_>) -> Option<Pc4Rij> {
    let pc4 = regel.code("pc4");
    let punt = punt(regel);
    let gemeente = regel.code_of_leeg("gemeentecode");
    let (swv_po, swv_vo) = (swv(regel, "swv_po", true), swv(regel, "swv_vo", false));
    Some(Pc4Rij {
        pc4: pc4?,
        swv_po,
        swv_vo,
        gemeente,
        gemeentenaam: regel.tekst_of_leeg("gemeentenaam").map(Plaatsnaam::new),
        provincie: regel.tekst_of_leeg("provincienaam"),
        plaats: regel.tekst_of_leeg("plaats").map(Plaatsnaam::new),
        punt,
    })
}

/// `None` where nothing stands; also for a wrong code, which makes the row unusable.
fn swv(regel: &mut Regel<'_>, kolom: &str, po: bool) -> Option<SwvCode> {
    let code: SwvCode = regel.code_of_leeg(kolom)?;
    if code.is_po() != po {
        let verwacht = if po { "PO" } else { "VO" };
        regel.keur_af(kolom, format!("hoort bij de andere sector; verwacht: {verwacht} met vier cijfers"));
    }
    Some(code)
}

/// `None` where nothing stands; also for a wrong point, which makes the row unusable.
fn punt(regel: &mut Regel<'_>) -> Option<Punt> {
    if regel.veld("lat").is_empty() && regel.veld("lon").is_empty() {
        return None;
    }
    let [breedte, lengte] = ["lat", "lon"].map(|kolom| {
        let graden = micrograden(regel.veld(kolom));
        if graden.is_none() {
            regel.keur_af(kolom, "is geen aantal graden, zoals 52.370757");
        }
        graden
    });
    let punt = Punt { breedte: breedte?, lengte: lengte? };
    if !punt.ligt_in_nederland() {
        regel.keur_af("lat", "het punt ligt niet in Nederland");
    }
    Some(punt)
}
