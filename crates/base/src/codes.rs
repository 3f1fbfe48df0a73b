//! The codes by which the field knows schools, boards, regions and files.
//!
//! Each is a checked newtype: a value of the type has the right shape. Whether it exists is a
//! question for the reference data.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that does not have the shape of the code it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{given}' is geen {what}; verwacht: {expected}")]
pub struct CodeError {
    /// Name of the code, in Dutch.
    pub what: &'static str,
    /// What was given, cut to 40 characters.
    pub given: String,
    /// The shape expected, in Dutch.
    pub expected: &'static str,
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $what:literal, $expected:literal, $clean:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = CodeError;

            fn from_str(text: &str) -> Result<Self, CodeError> {
                let clean: fn(&str) -> Option<String> = $clean;
                clean(text.trim()).map(Self).ok_or_else(|| CodeError {
                    what: $what,
                    given: text.chars().take(40).collect(),
                    expected: $expected,
                })
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;

            fn try_from(text: String) -> Result<Self, CodeError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
    };
}

/// Upper case, when every character is an ASCII letter or digit and the length is right.
fn alphanumeric(text: &str, length: usize) -> Option<String> {
    let fits = text.len() == length && text.bytes().all(|b| b.is_ascii_alphanumeric());
    fits.then(|| text.to_ascii_uppercase())
}

/// Digits only, at most `most` of them, with leading zeros up to `pad`.
fn digits(text: &str, most: usize, pad: usize) -> Option<String> {
    let fits = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| format!("{text:0>pad$}"))
}

/// `PO2401`: sector, then four digits.
fn swv(text: &str) -> Option<String> {
    let upper = alphanumeric(text, 6)?;
    let (sector, number) = upper.split_at(2);
    let known = matches!(sector, "PO" | "VO") && number.bytes().all(|b| b.is_ascii_digit());
    known.then_some(upper)
}

/// `9306TC`, also given as `9306 TC`.
fn postcode(text: &str) -> Option<String> {
    let joined: String = text.chars().filter(|c| *c != ' ').collect();
    let upper = alphanumeric(&joined, 6)?;
    let (number, letters) = upper.split_at(4);
    let fits = number.bytes().all(|b| b.is_ascii_digit())
        && !number.starts_with('0')
        && letters.bytes().all(|b| b.is_ascii_uppercase());
    fits.then_some(upper)
}

/// `2026-004217`: year, dash, six digits or more.
fn dossier_nummer(text: &str) -> Option<String> {
    let (year, number) = text.split_once('-')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let fits = year.len() == 4 && (6..=9).contains(&number.len()) && digits(year) && digits(number);
    fits.then(|| text.to_owned())
}

/// Lower-case letters, digits, `-`, `_`, with one `/` between kind and code.
fn organisatie(text: &str) -> Option<String> {
    let (kind, code) = text.split_once('/')?;
    let known = Organisatiesoort::from_code(kind).is_some();
    let fits = !code.is_empty()
        && code.len() <= 40
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    (known && fits).then(|| text.to_owned())
}

fn persoon(text: &str) -> Option<String> {
    let fits = !text.is_empty()
        && text.len() <= 40
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    fits.then(|| text.to_owned())
}

code!(
    /// Instellingscode (BRIN): four characters.
    Brin, "instellingscode (BRIN)", "vier letters of cijfers, zoals 32JK", |t| alphanumeric(t, 4)
);
code!(
    /// Vestigingscode: the BRIN and two characters more.
    Vestigingscode, "vestigingscode", "zes letters of cijfers, zoals 32JK00", |t| alphanumeric(t, 6)
);
code!(
    /// Number of a bevoegd gezag (board) at DUO.
    BevoegdGezagNummer, "nummer van een bevoegd gezag", "een tot vijf cijfers, zoals 40631", |t| digits(t, 5, 0)
);
code!(
    /// Municipality code of the CBS, four digits.
    Gemeentecode, "gemeentecode", "een tot vier cijfers, zoals 0034", |t| digits(t, 4, 4)
);
code!(
    /// Code of a samenwerkingsverband.
    SwvCode, "code van een samenwerkingsverband", "PO of VO met vier cijfers, zoals PO2401", swv
);
code!(
    /// Dutch postcode without a space.
    Postcode, "postcode", "vier cijfers en twee letters, zoals 1315AB", postcode
);
code!(
    /// Number of a child's file: ours alone, never the PGN.
    DossierNummer, "dossiernummer", "jaar en volgnummer, zoals 2026-004217", dossier_nummer
);
code!(
    /// An organisation that can hold data or act: `school/32JK00`, `swv/PO2401`, `bestuur/40631`.
    OrganisatieId, "organisatie", "soort en code, zoals school/32JK00", organisatie
);
code!(
    /// A person known to the system: a professional's or a parent's account, or somebody around a child.
    PersoonId, "persoon", "kleine letters, cijfers en streepjes", persoon
);

impl Vestigingscode {
    /// The school (instelling) that the location belongs to.
    pub fn brin(&self) -> Brin {
        Brin(self.0.chars().take(4).collect())
    }

    /// The location as an organisation.
    pub fn organisatie(&self) -> OrganisatieId {
        OrganisatieId(format!("school/{}", self.0))
    }

    /// Stands where somebody may not know which location it is: another one for another. No instelling has such a code, for
    /// each begins with a figure.
    pub fn plaatsvervanger(nr: usize) -> Self {
        Self(format!("GEH{:03}", nr % 1000))
    }

    /// It stands in the place of another ([`Self::plaatsvervanger`]).
    pub fn is_plaatsvervanger(&self) -> bool {
        self.0.strip_prefix("GEH").is_some_and(|nr| nr.bytes().all(|b| b.is_ascii_digit()))
    }
}

impl SwvCode {
    /// `true` for a partnership of primary and special schools.
    pub fn is_po(&self) -> bool {
        self.0.starts_with("PO")
    }

    /// The partnership as an organisation.
    pub fn organisatie(&self) -> OrganisatieId {
        OrganisatieId(format!("swv/{}", self.0))
    }

    /// Stands where somebody may not know which partnership it is: one of the same sector, and another one for another. No
    /// partnership has such a number.
    #[must_use]
    pub fn plaatsvervanger(&self, nr: usize) -> Self {
        Self(format!("{}009{}", if self.is_po() { "PO" } else { "VO" }, nr % 10))
    }

    /// It stands in the place of another ([`Self::plaatsvervanger`]).
    pub fn is_plaatsvervanger(&self) -> bool {
        self.0.get(2..).is_some_and(|number| number.starts_with("009"))
    }
}

impl BevoegdGezagNummer {
    /// The board as an organisation.
    pub fn organisatie(&self) -> OrganisatieId {
        OrganisatieId(format!("bestuur/{}", self.0))
    }
}

impl DossierNummer {
    /// The parents and the pupil of this file as an organisation: who acts on the own page.
    pub fn gezin(&self) -> OrganisatieId {
        OrganisatieId(format!("gezin/{}", self.0))
    }
}

impl Postcode {
    /// The four digits by which the law divides the country over partnerships.
    pub fn pc4(&self) -> &str {
        self.0.get(..4).unwrap_or_default()
    }
}

impl OrganisatieId {
    /// What kind of organisation it is.
    pub fn kind(&self) -> Organisatiesoort {
        let kind = self.0.split_once('/').map_or("", |(kind, _)| kind);
        // None is made of another kind; what could not be told would see no file.
        Organisatiesoort::from_code(kind).unwrap_or(Organisatiesoort::Beheer)
    }

    /// What stands after the kind.
    pub fn code(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, code)| code)
    }

    /// The location, where this organisation is one.
    pub fn vestiging(&self) -> Option<Vestigingscode> {
        (self.kind() == Organisatiesoort::School).then(|| self.code().parse().ok()).flatten()
    }

    /// The partnership, where this organisation is one.
    pub fn swv(&self) -> Option<SwvCode> {
        (self.kind() == Organisatiesoort::Swv).then(|| self.code().parse().ok()).flatten()
    }

    /// The file of this family, where this organisation is one.
    pub fn dossier(&self) -> Option<DossierNummer> {
        (self.kind() == Organisatiesoort::Gezin).then(|| self.code().parse().ok()).flatten()
    }

    /// It stands in the place of a school or partnership of which somebody may not know.
    pub fn is_plaatsvervanger(&self) -> bool {
        let school = self.vestiging().is_some_and(|code| code.is_plaatsvervanger());
        school || self.swv().is_some_and(|code| code.is_plaatsvervanger())
    }
}

macro_rules! organisatiesoorten {
    ($($(#[$doc:meta])* $variant:ident = $code:literal;)+) => {
        /// What kind of organisation holds data or acts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Organisatiesoort {
            $($(#[$doc])* $variant,)+
        }

        impl Organisatiesoort {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it is stored, and stands before the code of an organisation.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The kind with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}

organisatiesoorten! {
    /// A location of a school.
    School = "school";
    /// A board.
    Bestuur = "bestuur";
    /// A samenwerkingsverband.
    Swv = "swv";
    /// A municipality.
    Gemeente = "gemeente";
    /// Youth help.
    Jeugdhulp = "jeugdhulp";
    /// A support point of parents.
    Steunpunt = "steunpunt";
    /// The parents and the pupil of one file.
    Gezin = "gezin";
    /// Who runs the program.
    Beheer = "beheer";
    /// An institute that is no location of a school.
    Instelling = "instelling";
}

/// The three sectors in which the law arranges admission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// Primary: basisschool and sbo (WPO).
    Po,
    /// All schools under the WEC, vso included.
    So,
    /// Secondary (WVO 2020).
    Vo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_cleaned_or_refused() {
        assert_eq!("9306 tc".parse::<Postcode>().unwrap().as_str(), "9306TC");
        assert_eq!("34".parse::<Gemeentecode>().unwrap().as_str(), "0034");
        assert_eq!("po2401".parse::<SwvCode>().unwrap().as_str(), "PO2401");
        assert_eq!("32JK00".parse::<Vestigingscode>().unwrap().brin().as_str(), "32JK");
        let wrong = "Europoort".parse::<SwvCode>().unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "'Europoort' is geen code van een samenwerkingsverband; verwacht: PO of VO met vier cijfers, zoals PO2401"
        );
        assert!("0306TC".parse::<Postcode>().is_err());
        assert!("ÀB00".parse::<Brin>().is_err());
        assert!("2026-17".parse::<DossierNummer>().is_err());
    }

    #[test]
    fn organisations_know_what_they_are() {
        let school: OrganisatieId = "school/32JK00".parse().unwrap();
        assert_eq!(school.vestiging().unwrap().as_str(), "32JK00");
        assert_eq!(school.swv(), None);
        for kind in Organisatiesoort::ALL {
            let organisatie: OrganisatieId = format!("{}/PO2401", kind.code()).parse().unwrap();
            assert_eq!((organisatie.kind(), organisatie.code()), (*kind, "PO2401"));
        }
        assert!("zomaar/iets".parse::<OrganisatieId>().is_err());
        assert!("swv/PO 24".parse::<OrganisatieId>().is_err());
    }

    #[test]
    fn what_stands_in_the_place_of_a_code_is_one_and_is_known() {
        let (school, swv): (Vestigingscode, SwvCode) = ("32JK00".parse().unwrap(), "VO2401".parse().unwrap());
        assert!(!school.is_plaatsvervanger() && !swv.is_plaatsvervanger());
        assert!(!school.organisatie().is_plaatsvervanger() && !swv.organisatie().is_plaatsvervanger());
        for nr in [0, 9, 1234] {
            let (school, swv) = (Vestigingscode::plaatsvervanger(nr), swv.plaatsvervanger(nr));
            assert_eq!(school.as_str().parse().as_ref(), Ok(&school));
            assert_eq!((swv.as_str().parse().as_ref(), swv.is_po()), (Ok(&swv), false));
            assert!(school.is_plaatsvervanger() && swv.is_plaatsvervanger());
            assert!(school.organisatie().is_plaatsvervanger() && swv.organisatie().is_plaatsvervanger());
        }
        assert_ne!(Vestigingscode::plaatsvervanger(0), Vestigingscode::plaatsvervanger(1));
    }
}
