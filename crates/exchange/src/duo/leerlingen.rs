//! DUO's pupils per location and year, for basisschool, sbo and (v)so, closed locations included.

use std::collections::BTreeMap;

use base::{BevoegdGezagNummer, Brin, Gemeentecode, Vestigingscode};

use super::csvlezer::{self, Indeling, Regel};
use super::import::{andere_instelling, herken_vestiging};
use super::vestigingen::school;
use super::{BestandFout, Import, Plaatsnaam, Rij, Soort};

const JAAR: &str = "LEERLINGEN_";

pub(super) const INDELING: Indeling = Indeling {
    soort: Soort::DuoLeerlingen,
    scheiding: b';',
    kolommen: &[
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "NAAM_VESTIGING",
        "SOORT_VESTIGING",
        "DENOMINATIE_VESTIGING",
        "BEVOEGD_GEZAG_NUMMER",
        "GEMEENTECODE_VESTIGING",
        "GEMEENTENAAM_VESTIGING",
    ],
    ook: &[],
    eigen: &[],
    jaren: Some(JAAR),
    kolom_code: "VESTIGINGSCODE",
};

/// What is taught at a location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SoortVestiging {
    /// Basisschool.
    Bo,
    /// Speciaal basisonderwijs.
    Sbo,
    /// Speciaal onderwijs.
    So,
    /// Speciaal and voortgezet speciaal onderwijs.
    SoVso,
    /// Voortgezet speciaal onderwijs.
    Vso,
    /// Secondary education, practical education too; not in the file of pupils.
    Vo,
    /// An institute for cluster 1 or 2; the file of pupils calls it a school for so or vso.
    InstellingC12,
}

impl SoortVestiging {
    fn van(tekst: &str) -> Option<Self> {
        match tekst {
            "BO" => Some(Self::Bo),
            "SBO" => Some(Self::Sbo),
            "SO" => Some(Self::So),
            "SO/VSO" | "SO-VSO" => Some(Self::SoVso),
            "VSO" => Some(Self::Vso),
            _ => None,
        }
    }
}

/// A number of pupils as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aantal {
    /// This many.
    Bekend(u32),
    /// `<5`: one to four, held back so that no child can be recognised. Never count it as nought.
    MinderDanVijf,
}

impl Aantal {
    fn van(tekst: &str) -> Option<Self> {
        if tekst == "<5" {
            return Some(Self::MinderDanVijf);
        }
        let cijfers = tekst.len() <= 6 && tekst.bytes().all(|b| b.is_ascii_digit());
        tekst.parse().ok().filter(|_| cijfers).map(Self::Bekend)
    }

    /// The number, where it is published.
    pub fn bekend(self) -> Option<u32> {
        match self {
            Self::Bekend(aantal) => Some(aantal),
            Self::MinderDanVijf => None,
        }
    }
}

/// Pupils of one location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeerlingenRij {
    /// Code of the location.
    pub vestiging: Vestigingscode,
    /// Code of the school.
    pub brin: Brin,
    /// Name, cut to 30 characters by the source.
    pub naam: String,
    /// What is taught there.
    pub soort: SoortVestiging,
    /// Denomination as DUO words it.
    pub denominatie: Option<String>,
    /// The board; `None` where the source gives 0, for closed locations.
    pub bevoegd_gezag: Option<BevoegdGezagNummer>,
    /// Municipality by number, with its leading zeros.
    pub gemeente: Gemeentecode,
    /// Municipality by name.
    pub gemeentenaam: Option<Plaatsnaam>,
    /// Pupils on the counting day (1 October) of each year in the header; a closed location has 0.
    pub leerlingen: BTreeMap<i16, Aantal>,
}

impl Rij for LeerlingenRij {
    type Code = Vestigingscode;
    const OVERAL_TE_HERKENNEN: bool = true;

    fn herken(veld: &str) -> Option<Vestigingscode> {
        herken_vestiging(veld)
    }

    fn weerspreekt(velden: &[&str], codes: &[Vestigingscode]) -> bool {
        andere_instelling(velden, codes)
    }

    fn code(&self) -> &Vestigingscode {
        &self.vestiging
    }
}

/// Reads the pupils CSV; the years come from the header.
pub fn lees(bytes: &[u8]) -> Result<Import<LeerlingenRij>, BestandFout> {
    csvlezer::lees(bytes, &INDELING, rij)
}

fn rij(regel: &mut Regel<'_>) -> Option<LeerlingenRij> {
    let (brin, vestiging) = school(regel, "INSTELLINGSCODE", "VESTIGINGSCODE");
    let naam = regel.tekst("NAAM_VESTIGING");
    let soort = soort(regel);
    let bevoegd_gezag: Option<BevoegdGezagNummer> = regel.code("BEVOEGD_GEZAG_NUMMER");
    let gemeente = regel.code("GEMEENTECODE_VESTIGING");
    let leerlingen = aantallen(regel);
    Some(LeerlingenRij {
        vestiging: vestiging?,
        brin: brin?,
        naam: naam?,
        soort: soort?,
        denominatie: regel.tekst_of_leeg("DENOMINATIE_VESTIGING"),
        bevoegd_gezag: Some(bevoegd_gezag?).filter(|nummer| nummer.as_str().bytes().any(|b| b != b'0')),
        gemeente: gemeente?,
        gemeentenaam: regel.tekst_of_leeg("GEMEENTENAAM_VESTIGING").map(Plaatsnaam::new),
        leerlingen: leerlingen?,
    })
}

fn soort(regel: &mut Regel<'_>) -> Option<SoortVestiging> {
    let soort = SoortVestiging::van(regel.veld("SOORT_VESTIGING"));
    if soort.is_none() {
        regel.keur_af("SOORT_VESTIGING", "is geen bekende soort; verwacht: BO, SBO, SO, SO/VSO of VSO");
    }
    soort
}

fn aantallen(regel: &mut Regel<'_>) -> Option<BTreeMap<i16, Aantal>> {
    let mut aantallen = BTreeMap::new();
    for (kolom, jaar) in regel.jaren(JAAR) {
        if let Some(aantal) = Aantal::van(regel.veld(&kolom)) {
            aantallen.insert(jaar, aantal);
        } else {
            regel.keur_af(&kolom, "is geen aantal leerlingen; verwacht: een heel getal of <5");
            return None;
        }
    }
    Some(aantallen)
}
