//! Names of streams, who acts, and digests.

use std::fmt;
use std::str::FromStr;

use base::{CodeError, DossierNummer, OrganisatieId, PersoonId, SwvCode, Vestigingscode};
use sha2::{Digest as _, Sha256};

/// The name of a stream of events: kind and code with a slash between them.
///
/// `dossier/2026-004217`, `school/32JK00`, `verband/PO2401`, `organisatie/gemeente/0034`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId(String);

impl StreamId {
    /// The stream of a child's file.
    pub fn dossier(nummer: &DossierNummer) -> Self {
        Self(format!("dossier/{nummer}"))
    }

    /// The stream of a school location.
    pub fn school(vestiging: &Vestigingscode) -> Self {
        Self(format!("school/{vestiging}"))
    }

    /// The stream of a samenwerkingsverband.
    pub fn verband(swv: &SwvCode) -> Self {
        Self(format!("verband/{swv}"))
    }

    /// The stream of any other organisation.
    pub fn organisatie(organisatie: &OrganisatieId) -> Self {
        Self(format!("organisatie/{organisatie}"))
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `dossier`, `school`, `verband` or `organisatie`.
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or("", |(kind, _)| kind)
    }

    /// What stands after the kind.
    pub fn code(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, code)| code)
    }

    /// The number of the file, where this is the stream of one.
    pub fn as_dossier(&self) -> Option<DossierNummer> {
        (self.kind() == "dossier").then(|| self.code().parse().ok()).flatten()
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for StreamId {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let wrong = || CodeError {
            what: "stroom",
            given: text.chars().take(40).collect(),
            expected: "soort en code, zoals dossier/2026-004217",
        };
        let (kind, code) = text.split_once('/').ok_or_else(wrong)?;
        match kind {
            "dossier" => code.parse().map(|nummer| Self::dossier(&nummer)),
            "school" => code.parse().map(|vestiging| Self::school(&vestiging)),
            "verband" => code.parse().map(|swv| Self::verband(&swv)),
            "organisatie" => code.parse().map(|organisatie| Self::organisatie(&organisatie)),
            _ => Err(wrong()),
        }
    }
}

/// Who does something, in which role and for which organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The person; the program itself acts as `systeem`.
    pub persoon: PersoonId,
    /// The role that the person chose to act in.
    pub rol: String,
    /// The organisation of that role.
    pub organisatie: OrganisatieId,
}

/// A SHA-256 digest; shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// All zeros: what stands before the first event of a stream and before the first seal.
    pub const ZERO: Self = Self([0; 32]);

    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Takes over stored bytes; `None` unless there are 32.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).as_deref().and_then(Self::from_slice)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Lower-case hexadecimal digits as bytes; `None` for anything else, an odd number of digits included.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let value = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_named_after_what_they_are_about() {
        let file: StreamId = "dossier/2026-004217".parse().unwrap();
        assert_eq!(file.as_dossier().unwrap().as_str(), "2026-004217");
        let other: StreamId = "organisatie/gemeente/0034".parse().unwrap();
        assert_eq!((other.kind(), other.code()), ("organisatie", "gemeente/0034"));
        assert_eq!(other.as_dossier(), None);
        for wrong in ["dossier/17", "dossier", "zaak/2026-004217", "verband/XX2401", "organisatie/0034"] {
            assert!(wrong.parse::<StreamId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn hexadecimal_digits_read_back() {
        let digest = Digest::of(b"leerrecht");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
        assert_eq!(from_hex("0aff"), Some(vec![10, 255]));
        for wrong in ["0", "0g", "AA", "é"] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }
}
