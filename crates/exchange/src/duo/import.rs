//! What every import gives: usable rows with a fingerprint, unusable rows with a reason, and the
//! difference with what is known.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use base::{Brin, Vestigingscode};
use sha2::{Digest, Sha256};

use crate::grenzen;

/// The layouts of reference data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Soort {
    /// Locations of primary schools.
    DuoVestigingen,
    /// Locations of sbo, so and vso.
    DuoVestigingenSo,
    /// Locations of secondary schools.
    DuoVestigingenVo,
    /// Pupils per location and year.
    DuoLeerlingen,
    /// Schools of all sectors with coordinates.
    DuoGeo,
    /// Postcodes with their partnerships.
    Pc4Swv,
}

impl Soort {
    /// The name of the kind. The three files of locations have one name on the command line, the first: their header
    /// tells which of the three it is.
    pub fn naam(self) -> &'static str {
        match self {
            Self::DuoVestigingen => "duo-vestigingen",
            Self::DuoVestigingenSo => "duo-vestigingen-so",
            Self::DuoVestigingenVo => "duo-vestigingen-vo",
            Self::DuoLeerlingen => "duo-leerlingen",
            Self::DuoGeo => "duo-geo",
            Self::Pc4Swv => "pc4-swv",
        }
    }

    /// What it is, for a message to a user.
    pub fn omschrijving(self) -> &'static str {
        match self {
            Self::DuoVestigingen => "het DUO-bestand met vestigingen van basisscholen",
            Self::DuoVestigingenSo => "het DUO-bestand met vestigingen van sbo, so en vso",
            Self::DuoVestigingenVo => "het DUO-bestand met vestigingen van het voortgezet onderwijs",
            Self::DuoLeerlingen => "het DUO-bestand met leerlingen per vestiging en jaar",
            Self::DuoGeo => "de geojson met scholen en hun ligging",
            Self::Pc4Swv => "de tabel van postcodes en samenwerkingsverbanden",
        }
    }
}

impl fmt::Display for Soort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.naam())
    }
}

/// A row that cannot be used, at its first wrong column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onbruikbaar {
    /// Line in the file, from 1; the header is line 1.
    pub regel: u32,
    /// Name of the column.
    pub kolom: String,
    /// What stands there, cut short.
    pub waarde: String,
    /// Why that cannot be used, in Dutch.
    pub reden: String,
}

impl Onbruikbaar {
    pub(super) fn new(regel: u32, kolom: &str, waarde: &str, reden: impl Into<String>) -> Self {
        Self {
            regel,
            kolom: kolom.to_owned(),
            waarde: waarde.chars().take(grenzen::GETOONDE_WAARDE).collect(),
            reden: reden.into(),
        }
    }
}

/// SHA-256 over all columns of a row of the source, also those that are not read: the names in
/// alphabetical order, each with its value. Another order of columns changes nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vingerafdruk([u8; 32]);

impl Vingerafdruk {
    pub(super) fn van<'a>(gesorteerd: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut hash = Sha256::new();
        for part in gesorteerd.flat_map(|(naam, waarde)| [naam, waarde]) {
            // The length in front keeps 'ab' + 'c' apart from 'a' + 'bc'.
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part.as_bytes());
        }
        Self(hash.finalize().into())
    }
}

impl fmt::Display for Vingerafdruk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Vingerafdruk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vingerafdruk({self})")
    }
}

/// A text that is no fingerprint of 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is geen vingerafdruk van 64 hexadecimale cijfers")]
pub struct VingerafdrukFout(pub String);

impl FromStr for Vingerafdruk {
    type Err = VingerafdrukFout;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || VingerafdrukFout(text.chars().take(70).collect());
        let hex = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * index..2 * index + 2).filter(|_| hex).ok_or_else(wrong)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(bytes))
    }
}

/// A typed row, known by a code.
pub trait Rij {
    /// What the row is known by.
    type Code: Ord + Clone + fmt::Debug + fmt::Display + FromStr;

    /// In a damaged row the code can be told from what else stands there, in whatever column.
    const OVERAL_TE_HERKENNEN: bool = false;

    /// The code of this row.
    fn code(&self) -> &Self::Code;

    /// The code in a field of a damaged row.
    fn herken(veld: &str) -> Option<Self::Code> {
        veld.trim().parse().ok()
    }

    /// Whether something else in a damaged row says that none of these codes is the one that should stand there.
    fn weerspreekt(_velden: &[&str], _codes: &[Self::Code]) -> bool {
        false
    }
}

/// A row that names an institution, and locations of other ones alone: one of the two is wrong, and nobody knows which.
pub(super) fn andere_instelling(velden: &[&str], codes: &[Vestigingscode]) -> bool {
    let is_code = |veld: &str| veld.bytes().enumerate().all(|(plek, b)| b.is_ascii_digit() == (plek < 2));
    let velden = velden.iter().map(|veld| veld.trim()).filter(|veld| is_code(veld));
    let instellingen: Vec<Brin> = velden.filter_map(|veld| veld.parse().ok()).collect();
    !instellingen.is_empty() && !codes.iter().any(|code| instellingen.contains(&code.brin()))
}

/// A code of a location as DUO gives them, two figures, two letters and two figures: in a damaged row a place of six letters
/// must not pass for one.
pub(super) fn herken_vestiging(veld: &str) -> Option<Vestigingscode> {
    let code: Vestigingscode = veld.trim().parse().ok()?;
    let is_figuur = |plek: usize| !matches!(plek, 2 | 3);
    let past = code.as_str().bytes().enumerate().all(|(plek, b)| b.is_ascii_digit() == is_figuur(plek));
    past.then_some(code)
}

/// A usable row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gelezen<T> {
    /// Line in the file, from 1.
    pub regel: u32,
    /// Of all columns of the source.
    pub vingerafdruk: Vingerafdruk,
    /// The row itself.
    pub rij: T,
}

/// A file, read.
#[derive(Debug, Clone)]
pub struct Import<T: Rij> {
    /// Which kind of file it turned out to be.
    pub soort: Soort,
    /// Usable rows in the order of the file; each code once.
    pub rijen: Vec<Gelezen<T>>,
    /// The other rows, each once.
    pub onbruikbaar: Vec<Onbruikbaar>,
    /// Columns that the layout does not know; part of the fingerprints, otherwise unused.
    pub onbekende_kolommen: Vec<String>,
    /// Codes that stand on unusable rows only, in whatever column: such a location is in the file, so it has not lapsed.
    pub alleen_onbruikbaar: BTreeSet<T::Code>,
    /// Lines of unusable rows in which no code can be read, or none that fits the rest of the row: of each, one thing that seems to have
    /// lapsed may be in the file.
    pub zonder_code: Vec<u32>,
}

impl<T: Rij> Import<T> {
    /// Rows under the header.
    pub fn gelezen(&self) -> usize {
        self.rijen.len() + self.onbruikbaar.len()
    }
}

/// Collects rows and refuses a code that was there already.
pub(super) struct Verzamelaar<T: Rij> {
    soort: Soort,
    kolom_code: &'static str,
    rijen: Vec<Gelezen<T>>,
    onbruikbaar: Vec<Onbruikbaar>,
    codes_onbruikbaar: BTreeSet<T::Code>,
    zonder_code: Vec<u32>,
    regel_van: BTreeMap<T::Code, u32>,
}

impl<T: Rij> Verzamelaar<T> {
    pub(super) fn new(soort: Soort, kolom_code: &'static str) -> Self {
        Self {
            soort,
            kolom_code,
            rijen: Vec::new(),
            onbruikbaar: Vec::new(),
            codes_onbruikbaar: BTreeSet::new(),
            zonder_code: Vec::new(),
            regel_van: BTreeMap::new(),
        }
    }

    pub(super) fn neem(&mut self, gelezen: Gelezen<T>) {
        let code = gelezen.rij.code().clone();
        if let Some(eerste) = self.regel_van.get(&code) {
            let reden = format!("deze code staat ook op regel {eerste}; de eerste telt");
            self.onbruikbaar.push(Onbruikbaar::new(gelezen.regel, self.kolom_code, &code.to_string(), reden));
            return;
        }
        self.regel_van.insert(code, gelezen.regel);
        self.rijen.push(gelezen);
    }

    /// `velden`: what stands in the row, whatever is wrong with it. A separator too many puts the code in another column.
    pub(super) fn weiger<'a>(&mut self, fout: Onbruikbaar, velden: impl IntoIterator<Item = &'a str>) {
        let velden: Vec<&str> = velden.into_iter().collect();
        let codes: Vec<T::Code> = velden.iter().filter_map(|veld| T::herken(veld)).collect();
        if codes.is_empty() || T::weerspreekt(&velden, &codes) {
            self.zonder_code.push(fout.regel);
        }
        self.codes_onbruikbaar.extend(codes);
        self.onbruikbaar.push(fout);
    }

    pub(super) fn klaar(self, onbekende_kolommen: Vec<String>) -> Import<T> {
        let regel_van = self.regel_van;
        Import {
            soort: self.soort,
            rijen: self.rijen,
            onbruikbaar: self.onbruikbaar,
            onbekende_kolommen,
            zonder_code: self.zonder_code,
            alleen_onbruikbaar: self
                .codes_onbruikbaar
                .into_iter()
                .filter(|c| !regel_van.contains_key(c))
                .collect(),
        }
    }
}

/// What an import would change. Each list is in the order of the codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta<C> {
    /// Not known yet.
    pub nieuw: Vec<C>,
    /// Known with another fingerprint.
    pub gewijzigd: Vec<C>,
    /// Known with the same fingerprint.
    pub ongewijzigd: Vec<C>,
    /// Known, and no longer in the file, not even on an unusable row.
    pub vervallen: Vec<C>,
}

/// Compares an import with the fingerprints of what is known.
pub fn delta<T: Rij>(bekend: &BTreeMap<T::Code, Vingerafdruk>, import: &Import<T>) -> Delta<T::Code> {
    let nu: BTreeMap<&T::Code, Vingerafdruk> =
        import.rijen.iter().map(|gelezen| (gelezen.rij.code(), gelezen.vingerafdruk)).collect();
    let mut delta = Delta { nieuw: vec![], gewijzigd: vec![], ongewijzigd: vec![], vervallen: vec![] };
    for (code, afdruk) in &nu {
        let lijst = match bekend.get(*code) {
            None => &mut delta.nieuw,
            Some(oud) if oud == afdruk => &mut delta.ongewijzigd,
            Some(_) => &mut delta.gewijzigd,
        };
        lijst.push((*code).clone());
    }
    let weg = |code: &&T::Code| !nu.contains_key(*code) && !import.alleen_onbruikbaar.contains(*code);
    delta.vervallen = bekend.keys().filter(weg).cloned().collect();
    delta
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_written_and_read() {
        let afdruk = Vingerafdruk::van([("NAAM", "De Sneeuwhaas")].into_iter());
        assert_eq!(afdruk.to_string().parse::<Vingerafdruk>().unwrap(), afdruk);
        assert!("12é4".repeat(14).parse::<Vingerafdruk>().is_err());
        assert!("AB".repeat(32).parse::<Vingerafdruk>().is_err());
    }

    #[test]
    fn moving_a_letter_to_the_next_column_is_a_change() {
        let van = |a, b| Vingerafdruk::van([("A", a), ("B", b)].into_iter());
        assert_ne!(van("ab", "c"), van("a", "bc"));
    }
}
