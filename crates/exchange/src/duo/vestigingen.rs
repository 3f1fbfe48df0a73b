//! DUO's locations of schools: one layout in three files, of primary schools, of sbo, so and vso, and of secondary schools.
//!
//! The files differ in one column, by which each is known. A file of the one says nothing about the schools of another.

use base::{BevoegdGezagNummer, Brin, Gemeentecode, Postcode, Vestigingscode};

use super::csvlezer::{self, Indeling, Regel};
use super::import::{andere_instelling, herken_vestiging};
use super::{BestandFout, Import, Plaatsnaam, Rij, Soort, SoortVestiging};

/// The column by which the file of sbo, so and vso is known.
const SOORT_PO: &str = "SOORT PRIMAIR ONDERWIJS";
/// The column by which the file of secondary schools is known.
const SOORT_VO: &str = "ONDERWIJSSTRUCTUUR";
/// For which pupils a school for so or vso is: 1 or 2 make it an institute, to which another law applies.
const CLUSTER: &str = "CLUSTER";
/// Digits of a telephone number with its leading zero.
const CIJFERS_TELEFOON: usize = 10;
/// Digits of the shortest number that can be called from everywhere: 14 and an area.
const MINSTE_CIJFERS: usize = 5;

/// Months as a Dutch spreadsheet writes them.
const MAANDEN: [&str; 12] =
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

pub(super) const INDELING: Indeling = Indeling {
    soort: Soort::DuoVestigingen,
    scheiding: b';',
    kolommen: &[
        "PROVINCIE",
        "BEVOEGD GEZAG NUMMER",
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "VESTIGINGSNAAM",
        "STRAATNAAM",
        "HUISNUMMER-TOEVOEGING",
        "POSTCODE",
        "PLAATSNAAM",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "DENOMINATIE",
        "TELEFOONNUMMER",
        "INTERNETADRES",
        "STRAATNAAM CORRESPONDENTIEADRES",
        "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
        "POSTCODE CORRESPONDENTIEADRES",
        "PLAATSNAAM CORRESPONDENTIEADRES",
    ],
    // The cluster, of which only the file of so and vso tells, and areas for other purposes: those are part of the
    // fingerprint, not of the row.
    ook: &[
        CLUSTER,
        "NODAAL GEBIED CODE",
        "NODAAL GEBIED NAAM",
        "RPA-GEBIED CODE",
        "RPA-GEBIED NAAM",
        "WGR-GEBIED CODE",
        "WGR-GEBIED NAAM",
        "COROPGEBIED CODE",
        "COROPGEBIED NAAM",
        "ONDERWIJSGEBIED CODE",
        "ONDERWIJSGEBIED NAAM",
        "RMC-REGIO CODE",
        "RMC-REGIO NAAM",
        "VAKANTIEREGIO",
    ],
    eigen: &[],
    jaren: None,
    kolom_code: "VESTIGINGSCODE",
};

/// Where a letter goes. A part that the source leaves out is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adres {
    /// Street, as the source writes it (cut to 24 characters there).
    pub straat: Option<String>,
    /// House number with what follows it: `3-A`.
    pub huisnummer: Option<String>,
    /// Postcode.
    pub postcode: Option<Postcode>,
    /// Place.
    pub plaats: Option<Plaatsnaam>,
}

/// The file of sbo, so and vso. Without the cluster an institute would be an ordinary school.
pub(super) const INDELING_SO: Indeling =
    Indeling { soort: Soort::DuoVestigingenSo, eigen: &[SOORT_PO, CLUSTER], ..INDELING };

/// The file of secondary schools.
pub(super) const INDELING_VO: Indeling =
    Indeling { soort: Soort::DuoVestigingenVo, eigen: &[SOORT_VO], ..INDELING };

/// A location of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VestigingRij {
    /// Code of the location.
    pub vestiging: Vestigingscode,
    /// Code of the school; the first four characters of the location.
    pub brin: Brin,
    /// The board.
    pub bevoegd_gezag: BevoegdGezagNummer,
    /// What is taught there. Of a secondary school the file tells more than is kept: practical education too is
    /// secondary education.
    pub soort: SoortVestiging,
    /// Name of the location.
    pub naam: String,
    /// Street, or nothing.
    pub straat: Option<String>,
    /// House number with what follows it, or nothing.
    pub huisnummer: Option<String>,
    /// Postcode of the building.
    pub postcode: Postcode,
    /// Place of the building.
    pub plaats: Plaatsnaam,
    /// Municipality by number.
    pub gemeente: Gemeentecode,
    /// Municipality by name.
    pub gemeentenaam: Option<Plaatsnaam>,
    /// Province by name.
    pub provincie: Option<String>,
    /// Denomination as DUO words it.
    pub denominatie: Option<String>,
    /// Telephone number, as published; a zero that a spreadsheet took is put back.
    pub telefoon: Option<String>,
    /// Website, as published, often without `https://`.
    pub website: Option<String>,
    /// Where letters go; `None` when the source gives nothing.
    pub correspondentie: Option<Adres>,
    /// Noord, Midden or Zuid: which school holidays.
    pub vakantieregio: Option<String>,
}

impl Rij for VestigingRij {
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

/// Reads a locations CSV (an empty field is one blank); the header tells of which schools.
pub fn lees(bytes: &[u8]) -> Result<Import<VestigingRij>, BestandFout> {
    let kop = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let heeft = |naam: &str| kop.windows(naam.len()).any(|deel| deel == naam.as_bytes());
    if heeft(SOORT_VO) {
        csvlezer::lees(bytes, &INDELING_VO, |regel| rij(regel, Some(SoortVestiging::Vo)))
    } else if heeft(SOORT_PO) {
        csvlezer::lees(bytes, &INDELING_SO, |regel| {
            let soort = soort_so(regel);
            rij(regel, soort)
        })
    } else {
        csvlezer::lees(bytes, &INDELING, |regel| rij(regel, Some(SoortVestiging::Bo)))
    }
}

/// A primary school in the file of the others would be ended by nobody: its row is not used.
fn soort_so(regel: &mut Regel<'_>) -> Option<SoortVestiging> {
    let soort = match regel.veld(SOORT_PO) {
        "SBAO" | "SBO" => Some(SoortVestiging::Sbo),
        "SO" => Some(SoortVestiging::So),
        "(V)SO" | "SO/VSO" | "SO-VSO" | "SOVSO" => Some(SoortVestiging::SoVso),
        "VSO" => Some(SoortVestiging::Vso),
        _ => None,
    };
    if soort.is_none() {
        regel.keur_af(SOORT_PO, "is geen soort die in dit bestand hoort; verwacht: SBAO, SO, (V)SO of VSO");
    }
    if is_instelling(regel)? { soort.map(|_| SoortVestiging::InstellingC12) } else { soort }
}

/// Whether the cluster makes it an institute. One that is for both kinds of pupils, or has another cluster, is under no one
/// law: nobody guesses under which.
fn is_instelling(regel: &mut Regel<'_>) -> Option<bool> {
    let cluster = regel.veld(CLUSTER);
    let alle = |van: [&str; 2]| cluster.split('/').all(|deel| van.contains(&deel.trim()));
    let is_instelling = match cluster {
        "" => Some(false),
        _ if alle(["1", "2"]) => Some(true),
        _ if alle(["3", "4"]) => Some(false),
        _ => None,
    };
    if is_instelling.is_none() {
        regel.keur_af(CLUSTER, "is geen cluster; verwacht: 1, 2, 1/2, 3, 4, 3/4 of niets");
    }
    is_instelling
}

fn rij(regel: &mut Regel<'_>, soort: Option<SoortVestiging>) -> Option<VestigingRij> {
    let bevoegd_gezag = regel.code("BEVOEGD GEZAG NUMMER");
    let (brin, vestiging) = school(regel, "INSTELLINGSCODE", "VESTIGINGSCODE");
    let naam = regel.tekst("VESTIGINGSNAAM");
    let postcode = regel.code("POSTCODE");
    let plaats = regel.tekst("PLAATSNAAM").map(Plaatsnaam::new);
    let gemeente = regel.code("GEMEENTENUMMER");
    let correspondentie = correspondentie(regel);
    Some(VestigingRij {
        vestiging: vestiging?,
        brin: brin?,
        bevoegd_gezag: bevoegd_gezag?,
        soort: soort?,
        naam: naam?,
        straat: regel.tekst_of_leeg("STRAATNAAM"),
        huisnummer: regel.tekst_of_leeg("HUISNUMMER-TOEVOEGING").map(geen_datum),
        postcode: postcode?,
        plaats: plaats?,
        gemeente: gemeente?,
        gemeentenaam: regel.tekst_of_leeg("GEMEENTENAAM").map(Plaatsnaam::new),
        provincie: regel.tekst_of_leeg("PROVINCIE"),
        denominatie: regel.tekst_of_leeg("DENOMINATIE"),
        telefoon: telefoon(regel)?,
        website: regel.tekst_of_leeg("INTERNETADRES"),
        correspondentie,
        vakantieregio: regel.tekst_of_leeg("VAKANTIEREGIO"),
    })
}

/// The house number again, where a spreadsheet took it for a date: 1-3 became 1-mrt, and 3-45 mrt-45.
fn geen_datum(huisnummer: String) -> String {
    let maand = |naam: &str| (1_usize..).zip(MAANDEN).find(|(_, maand)| *maand == naam).map(|(nr, _)| nr);
    let getal = |deel: &str| deel.parse::<u8>().ok();
    let Some((voor, na)) = huisnummer.split_once('-') else { return huisnummer };
    match (getal(voor), maand(na), maand(voor), getal(na)) {
        (Some(nummer), Some(maand), _, _) => format!("{nummer}-{maand}"),
        (_, _, Some(maand), Some(nummer)) => format!("{maand}-{nummer}"),
        _ => huisnummer,
    }
}

/// The number, when there is one. A spreadsheet takes the zero in front from a number; what else is no number would stand in a
/// letter to parents.
#[expect(clippy::option_option, reason = "no number is not the same as a wrong one")]
fn telefoon(regel: &mut Regel<'_>) -> Option<Option<String>> {
    let Some(nummer) = regel.tekst_of_leeg("TELEFOONNUMMER") else { return Some(None) };
    let cijfers = nummer.bytes().filter(u8::is_ascii_digit).count();
    if cijfers == nummer.len() && cijfers + 1 == CIJFERS_TELEFOON && !nummer.starts_with('0') {
        return Some(Some(format!("0{nummer}")));
    }
    let tekens = nummer.chars().all(|teken| teken.is_ascii_digit() || "+-/() .".contains(teken));
    if tekens && cijfers >= MINSTE_CIJFERS && nummer.starts_with(['0', '+', '(', '1']) {
        return Some(Some(nummer));
    }
    regel.keur_af(
        "TELEFOONNUMMER",
        "is geen telefoonnummer; verwacht: tien cijfers met een 0 vooraan, of niets",
    );
    None
}

/// School and location; the location must belong to the school.
pub(super) fn school(
    regel: &mut Regel<'_>,
    kolom_brin: &str,
    kolom_vestiging: &str,
) -> (Option<Brin>, Option<Vestigingscode>) {
    let brin: Option<Brin> = regel.code(kolom_brin);
    let vestiging: Option<Vestigingscode> = regel.code(kolom_vestiging);
    if let (Some(brin), Some(vestiging)) = (&brin, &vestiging)
        && vestiging.brin() != *brin
    {
        regel.keur_af(kolom_vestiging, format!("hoort niet bij instellingscode {brin}"));
    }
    (brin, vestiging)
}

/// `None` when the source gives nothing.
fn correspondentie(regel: &mut Regel<'_>) -> Option<Adres> {
    let postcode = regel.code_of_leeg("POSTCODE CORRESPONDENTIEADRES");
    let straat = regel.tekst_of_leeg("STRAATNAAM CORRESPONDENTIEADRES");
    let huisnummer = regel.tekst_of_leeg("HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES").map(geen_datum);
    let plaats = regel.tekst_of_leeg("PLAATSNAAM CORRESPONDENTIEADRES").map(Plaatsnaam::new);
    let iets = postcode.is_some() || straat.is_some() || huisnummer.is_some() || plaats.is_some();
    iets.then_some(Adres { straat, huisnummer, postcode, plaats })
}
