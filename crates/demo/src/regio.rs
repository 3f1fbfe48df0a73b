//! The fictional region: partnerships, boards, schools, municipalities and the people who work there.
//!
//! Everything follows from a seed and a size, and nothing of it exists: codes lie in blocks that the
//! field does not use, telephone numbers begin with 000, names are birds, fish, trees and weather.

use base::{BevoegdGezagNummer, Gemeentecode, OrganisatieId, Postcode, SwvCode, Vestigingscode};
use dossier::soort::Schoolsoort;
use dossier::staat::Adres;
use verband::{Beleid, ExtraVraag, School, TlvSoort};

use crate::worp::Worp;

mod kind;
pub(crate) mod namen;
mod personeel;

pub use kind::{Kind, Ouder};
pub use personeel::{Deskundige, Medewerker};

use namen::{PLAATS_EEN, PLAATS_TWEE, SCHOOLNAMEN, STRATEN};

/// Files per school, and schools per partnership, as the command line promises.
const DOSSIERS_PER_SCHOOL: usize = 15;
const SCHOLEN_PER_VERBAND: usize = 120;
/// Fewest schools: one of every kind, and a few more to go to.
const MINST_SCHOLEN: usize = 12;
/// Most partnerships of a sector: their codes have two free digits.
const MEEST_VERBANDEN: usize = 99;
/// Boards per partnership.
const BESTUREN: usize = 10;
/// Municipalities per partnership.
const GEMEENTEN: usize = 3;
/// Postcodes per municipality.
const POSTCODES: usize = 10;
/// The first postcode of the first partnership.
const EERSTE_POSTCODE: usize = 9901;
/// Streams of chance that no file uses: those of files count from 0.
const STROOM_REGIO: u64 = u64::MAX;

/// A region of one or more partnerships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regio {
    /// What it follows from.
    pub zaad: u64,
    /// Pairs of partnerships, in order of code.
    pub verbanden: Vec<Verband>,
    /// Every school; those of a partnership stand together.
    pub scholen: Vec<Demoschool>,
}

/// The two partnerships of one area: primary and special, and secondary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verband {
    /// Which, from 0.
    pub nr: usize,
    /// Partnership of primary and special schools.
    pub po: SwvCode,
    /// Partnership of secondary schools.
    pub vo: SwvCode,
    /// Name of the area.
    pub naam: String,
    /// Boards of its schools.
    pub besturen: Vec<Bestuur>,
    /// Municipalities it consists of.
    pub gemeenten: Vec<Gemeente>,
    /// Experts who advise both partnerships.
    pub deskundigen: Vec<Deskundige>,
}

/// A board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bestuur {
    /// Its number.
    pub nummer: BevoegdGezagNummer,
    /// Its name.
    pub naam: String,
    /// A board of public schools.
    pub openbaar: bool,
}

/// A municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gemeente {
    /// Its code.
    pub code: Gemeentecode,
    /// Its name.
    pub naam: String,
    /// The four digits of its postcodes, each with its place.
    pub postcodes: Vec<(u16, String)>,
}

/// A school with its place in the region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demoschool {
    /// Which, from 0.
    pub nr: usize,
    /// In which area.
    pub verband: usize,
    /// The school.
    pub school: School,
    /// A school for praktijkonderwijs.
    pub praktijkonderwijs: bool,
}

/// What stories need of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plek {
    /// A mainstream primary school.
    Basis,
    /// A school for special primary education.
    Sbo,
    /// A special school for primary age.
    So,
    /// A special school for secondary age.
    Vso,
    /// A secondary school.
    Vo,
    /// A secondary school for praktijkonderwijs.
    Praktijk,
}

impl Plek {
    /// A school of this kind.
    pub fn is(self, school: &Demoschool) -> bool {
        let soort = school.school.schoolsoort;
        match self {
            Self::Basis => soort == Schoolsoort::Basisschool,
            Self::Sbo => soort == Schoolsoort::Sbo,
            Self::So => matches!(soort, Schoolsoort::So | Schoolsoort::SoVso),
            Self::Vso => matches!(soort, Schoolsoort::Vso | Schoolsoort::SoVso),
            Self::Vo => soort == Schoolsoort::Vo && !school.praktijkonderwijs,
            Self::Praktijk => school.praktijkonderwijs,
        }
    }
}

/// A code of an invented thing; the formats here make nothing else.
pub(crate) fn code<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().expect("an invented code has the shape of a code")
}

/// The kinds of forty schools: 27 mainstream primary, 3 sbo, 2 so, 1 so and vso, 1 vso, 6 secondary of
/// which one for praktijkonderwijs. The first ten have one of each.
fn kind_of(at: usize) -> (Schoolsoort, bool) {
    match at % 40 {
        1 | 14 | 27 => (Schoolsoort::Sbo, false),
        2 => (Schoolsoort::SoVso, false),
        3 | 10 | 17 | 24 | 31 => (Schoolsoort::Vo, false),
        4 | 20 => (Schoolsoort::So, false),
        5 => (Schoolsoort::Vso, false),
        6 => (Schoolsoort::Vo, true),
        _ => (Schoolsoort::Basisschool, false),
    }
}

impl Regio {
    /// The region that so many files need.
    pub fn new(zaad: u64, dossiers: usize) -> Self {
        let schools = dossiers.div_ceil(DOSSIERS_PER_SCHOOL).max(MINST_SCHOLEN);
        let pairs = schools.div_ceil(SCHOLEN_PER_VERBAND).min(MEEST_VERBANDEN);
        let per_pair = schools.div_ceil(pairs).max(MINST_SCHOLEN);
        let mut worp = Worp::new(zaad, STROOM_REGIO);
        let verbanden: Vec<Verband> = (0..pairs).map(|nr| Verband::new(nr, &mut worp)).collect();
        let mut scholen = Vec::with_capacity(pairs * per_pair);
        for verband in &verbanden {
            let first = worp.onder(SCHOOLNAMEN.len());
            for at in 0..per_pair {
                let nr = scholen.len();
                // The schools of the pages in the manual keep their names in every region.
                let name = if verband.nr == 0 { at } else { first + at };
                scholen.push(Demoschool::new(nr, at, name, verband, &mut worp));
            }
        }
        Self { zaad, verbanden, scholen }
    }

    /// The area of a school.
    pub fn verband_of(&self, school: &Demoschool) -> &Verband {
        &self.verbanden[school.verband]
    }

    /// The area of a partnership.
    pub fn verband_met(&self, swv: &SwvCode) -> Option<&Verband> {
        self.verbanden.iter().find(|verband| verband.po == *swv || verband.vo == *swv)
    }

    /// The school with this code.
    pub fn school(&self, vestiging: &Vestigingscode) -> Option<&Demoschool> {
        self.scholen.get(number_of(vestiging)?).filter(|found| found.school.vestiging == *vestiging)
    }

    /// The schools of an area; every area has as many.
    pub fn scholen_van(&self, verband: usize) -> &[Demoschool] {
        let width = self.scholen.len() / self.verbanden.len();
        &self.scholen[verband * width..(verband + 1) * width]
    }

    /// The first school of a kind: where the accounts of the demo work.
    pub fn thuisschool(&self, plek: Plek) -> &Demoschool {
        self.scholen.iter().find(|school| plek.is(school)).unwrap_or(&self.scholen[0])
    }

    /// Any school of a kind in an area, another than the one given.
    pub fn andere_school(
        &self,
        plek: Plek,
        verband: usize,
        niet: &Demoschool,
        worp: &mut Worp,
    ) -> &Demoschool {
        let fits = |school: &&Demoschool| plek.is(school) && school.nr != niet.nr;
        let found: Vec<&Demoschool> = self.scholen_van(verband).iter().filter(fits).collect();
        if found.is_empty() { self.thuisschool(plek) } else { worp.kies(&found) }
    }

    /// An address in an area.
    pub fn adres(&self, verband: usize, worp: &mut Worp) -> Adres {
        let verband = &self.verbanden[verband];
        let gemeente = worp.kies_uit(&verband.gemeenten);
        let (pc4, plaats) = worp.kies_uit(&gemeente.postcodes);
        Adres {
            straat: street(worp),
            postcode: Some(postcode(*pc4, worp)),
            plaats: plaats.clone(),
            gemeente: Some(gemeente.code.clone()),
            swv_po: Some(verband.po.clone()),
            swv_vo: Some(verband.vo.clone()),
            buitenland: false,
        }
    }
}

impl Verband {
    fn new(nr: usize, worp: &mut Worp) -> Self {
        let besturen = (0..BESTUREN).map(|at| Bestuur::new(nr * BESTUREN + at)).collect();
        let gemeenten = (0..GEMEENTEN).map(|at| Gemeente::new(nr, at)).collect();
        Self {
            nr,
            po: code(&format!("PO99{:02}", nr + 1)),
            vo: code(&format!("VO99{:02}", nr + 1)),
            naam: place(nr * 7 + 1),
            besturen,
            gemeenten,
            deskundigen: personeel::deskundigen(nr, worp),
        }
    }

    /// The support point for parents and pupils of the area.
    pub fn steunpunt(&self) -> OrganisatieId {
        code(&format!("steunpunt/{}", self.po))
    }

    /// The youth care organisation of the area.
    pub fn jeugdhulp(&self) -> OrganisatieId {
        code(&format!("jeugdhulp/{}", self.po))
    }

    /// The policy of both partnerships: a promise of six weeks and two questions of their own.
    pub fn beleid(&self) -> Beleid {
        let kinds = [TlvSoort::Sbo, TlvSoort::So, TlvSoort::Vso, TlvSoort::Pro];
        let question = |id: &str, vraag: &str| ExtraVraag {
            id: id.to_owned(),
            vraag: vraag.to_owned(),
            voor: kinds.into_iter().collect(),
        };
        Beleid {
            tlv_beslistermijn_weken: Some(6),
            onafhankelijke_deskundigen: true,
            extra_vragen: vec![
                question("swv_vervoer", "Hoe komt het kind naar die school?"),
                question(
                    "swv_terugkijken",
                    "Wanneer bekijkt u samen met de ouders of terugkeer naar regulier onderwijs kan?",
                ),
            ],
            accentkleur: "#2f6b4f".to_owned(),
            telefoon_loket: format!("000-99{:02}100", self.nr + 1),
            postadres: format!("Postbus {}, 9901 ZZ Ochtendstad", self.nr + 1),
            steunpunt: format!("Ouder- en jeugdsteunpunt {}, 000-99{:02}200", self.naam, self.nr + 1),
            minste_letters_reden: verband::grenzen::MINSTE_LETTERS_REDEN,
        }
    }
}

impl Bestuur {
    fn new(nr: usize) -> Self {
        let openbaar = nr.is_multiple_of(4);
        let name = PLAATS_EEN[(nr * 3 + 2) % PLAATS_EEN.len()];
        let kind = if openbaar { "Openbaar onderwijs" } else { "Scholengroep" };
        // No board has a number below 10000.
        Self { nummer: code(&format!("{}", 1000 + nr)), naam: format!("{kind} {name}veld"), openbaar }
    }
}

impl Gemeente {
    fn new(verband: usize, at: usize) -> Self {
        let nr = verband * GEMEENTEN + at;
        let places = [place(nr * 11 + 3), place(nr * 11 + 4), place(nr * 11 + 5)];
        let postcodes = (0..POSTCODES)
            .map(|pc| (first_postcode(verband) + at * POSTCODES + pc, places[pc % places.len()].clone()));
        Self {
            code: code(&format!("{}", 9001 + nr)),
            naam: place(nr * 5 + 2),
            postcodes: postcodes.map(|(pc4, place)| (u16::try_from(pc4).unwrap_or(9999), place)).collect(),
        }
    }
}

/// Three areas fit above the first postcode; the others count down from it.
fn first_postcode(verband: usize) -> usize {
    let width = GEMEENTEN * POSTCODES;
    if verband < 3 { EERSTE_POSTCODE + verband * width } else { EERSTE_POSTCODE - (verband - 2) * width }
}

/// The name of a place: every pair of halves once before any comes back.
fn place(nr: usize) -> String {
    let (one, two) = (nr % PLAATS_EEN.len(), (nr / PLAATS_EEN.len() + nr) % PLAATS_TWEE.len());
    format!("{}{}", PLAATS_EEN[one], PLAATS_TWEE[two])
}

fn street(worp: &mut Worp) -> String {
    format!("{} {}", worp.kies(STRATEN), worp.tussen(1, 180))
}

fn postcode(pc4: u16, worp: &mut Worp) -> Postcode {
    let letter = |worp: &mut Worp| char::from(worp.kies(b"ABCDEGHJKLMNPRTVWXZ"));
    let (one, two) = (letter(worp), letter(worp));
    code(&format!("{pc4}{one}{two}"))
}

/// How many schools share the first two digits of their codes.
const PER_BLOK: usize = 26 * 26;

/// `99AA00`, `99AB00` … `99ZZ00`, `98AA00`: no school has a code that begins with more than 50.
fn location(nr: usize) -> Vestigingscode {
    let letter = |at: usize| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at % 26]);
    code(&format!("{}{}{}00", 99 - nr / PER_BLOK, letter(nr / 26), letter(nr)))
}

/// The number of the school with a code, as [`location`] gave it.
fn number_of(vestiging: &Vestigingscode) -> Option<usize> {
    let (digits, rest) = vestiging.as_str().split_at_checked(2)?;
    let block = 99_usize.checked_sub(digits.parse().ok()?)?;
    let letter = |byte: &u8| usize::from(byte.wrapping_sub(b'A'));
    let [one, two, ..] = rest.as_bytes() else { return None };
    Some(block * PER_BLOK + letter(one) * 26 + letter(two))
}

impl Demoschool {
    fn new(nr: usize, at: usize, name: usize, verband: &Verband, worp: &mut Worp) -> Self {
        let (schoolsoort, praktijkonderwijs) = kind_of(at);
        let bestuur = match schoolsoort {
            Schoolsoort::Vo => &verband.besturen[7 + at % 3],
            _ => &verband.besturen[at % 7],
        };
        let gemeente = &verband.gemeenten[at % GEMEENTEN];
        let (pc4, plaats) = worp.kies_uit(&gemeente.postcodes);
        let postcode = postcode(*pc4, worp);
        let school = School {
            vestiging: location(nr),
            naam: school_name(schoolsoort, praktijkonderwijs, name),
            schoolsoort,
            openbaar: bestuur.openbaar,
            bestuur: Some(bestuur.nummer.clone()),
            swv_po: Some(verband.po.clone()),
            swv_vo: Some(verband.vo.clone()),
            postcode: Some(postcode.clone()),
            plaats: plaats.clone(),
            gemeente: Some(gemeente.code.clone()),
            adres: street(worp),
            telefoon: format!("000-{:07}", 1_000_000 + nr),
        };
        Self { nr, verband: verband.nr, school, praktijkonderwijs }
    }

    /// The school as an organisation.
    pub fn organisatie(&self) -> OrganisatieId {
        self.school.vestiging.organisatie()
    }
}

fn school_name(soort: Schoolsoort, praktijkonderwijs: bool, name: usize) -> String {
    let own = SCHOOLNAMEN[name % SCHOOLNAMEN.len()];
    match soort {
        Schoolsoort::Basisschool => format!("Basisschool {own}"),
        Schoolsoort::Sbo => format!("SBO {own}"),
        Schoolsoort::So => format!("SO {own}"),
        Schoolsoort::Vso => format!("VSO {own}"),
        Schoolsoort::SoVso => format!("SO-VSO {own}"),
        Schoolsoort::Vo if praktijkonderwijs => format!("Praktijkschool {own}"),
        Schoolsoort::Vo => format!("College {own}"),
        Schoolsoort::InstellingC12 => format!("Instelling {own}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn six_hundred_files_make_forty_schools_of_every_kind() {
        let regio = Regio::new(1, 600);
        assert_eq!((regio.scholen.len(), regio.verbanden.len()), (40, 1));
        let count = |soort| regio.scholen.iter().filter(|school| school.school.schoolsoort == soort).count();
        assert_eq!(count(Schoolsoort::Basisschool), 27);
        assert_eq!(count(Schoolsoort::Sbo), 3);
        assert_eq!(count(Schoolsoort::So) + count(Schoolsoort::Vso) + count(Schoolsoort::SoVso), 4);
        assert_eq!(count(Schoolsoort::Vo), 6);
        assert_eq!(regio.scholen[0].school.naam, "Basisschool De Regenboog");
        assert_eq!(regio.scholen[0].school.vestiging.as_str(), "99AA00");
    }

    #[test]
    fn the_region_grows_with_the_files_and_every_code_is_there_once() {
        let regio = Regio::new(1, 100_000);
        assert_eq!(regio.verbanden.len(), 56);
        assert!(regio.scholen.len() >= 6_667);
        let codes: BTreeSet<&Vestigingscode> =
            regio.scholen.iter().map(|school| &school.school.vestiging).collect();
        assert_eq!(codes.len(), regio.scholen.len());
        let postcodes = regio
            .verbanden
            .iter()
            .flat_map(|verband| &verband.gemeenten)
            .flat_map(|gemeente| &gemeente.postcodes);
        let postcodes: Vec<u16> = postcodes.map(|(pc4, _)| *pc4).collect();
        assert_eq!(postcodes.iter().collect::<BTreeSet<_>>().len(), postcodes.len());
        assert!(regio.verbanden.iter().all(|verband| verband.beleid().check(8).is_ok()));
        let own = |nr: usize| regio.scholen_van(nr).iter().all(|school| school.verband == nr);
        assert!((0..regio.verbanden.len()).all(own));
    }

    #[test]
    fn the_smallest_region_has_a_school_of_every_kind() {
        let regio = Regio::new(3, 1);
        for plek in [Plek::Basis, Plek::Sbo, Plek::So, Plek::Vso, Plek::Vo, Plek::Praktijk] {
            assert!(plek.is(regio.thuisschool(plek)), "{plek:?}");
        }
    }

    #[test]
    fn codes_lie_where_the_field_has_none() {
        let regio = Regio::new(9, 2_000);
        for Demoschool { school, .. } in &regio.scholen {
            assert!(school.vestiging.as_str().starts_with("99"));
            assert!(school.telefoon.starts_with("000-"));
            assert!(school.bestuur.as_ref().is_some_and(|bestuur| bestuur.as_str().len() == 4));
            assert_eq!(regio.school(&school.vestiging).map(|found| &found.school), Some(school));
        }
    }

    /// The names in the manual and in screenshots are those of this region.
    #[test]
    fn the_region_of_the_first_seed_stays_what_it_is() {
        let text = format!("{:?}", Regio::new(1, 600));
        let digest = storage::Digest::of(text.as_bytes()).to_string();
        assert_eq!(&digest[..16], "235344e1be3f8516");
    }

    #[test]
    fn the_same_seed_makes_the_same_region() {
        assert_eq!(Regio::new(5, 900), Regio::new(5, 900));
        assert_ne!(Regio::new(5, 900), Regio::new(6, 900));
    }
}
