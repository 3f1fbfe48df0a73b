//! Random secrets: given out once, kept as a digest.

use std::fmt;

use storage::{Digest, StorageError};

use crate::AppError;

/// Length of a secret in bytes: 256 bits, so guessing needs no counting of attempts.
const BYTES: usize = 32;

/// A secret of 64 hexadecimal digits: a one-time link, a session or a program's key. Safe in a URL.
#[derive(Clone, PartialEq, Eq)]
pub struct Geheim(String);

impl Geheim {
    /// A new one, from the operating system.
    pub(crate) fn random() -> Result<Self, AppError> {
        Ok(Self(storage::ids::to_hex(&random_bytes::<BYTES>()?)))
    }

    /// Reads one; `None` for a text that cannot be one, whatever its length.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Digest::from_hex(text).map(|_| Self(text.to_owned()))
    }

    /// The secret itself, to hand it over once.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What the store keeps.
    pub(crate) fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }
}

impl fmt::Debug for Geheim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Geheim(…)")
    }
}

/// Bytes that nobody can predict.
pub(crate) fn random_bytes<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| StorageError::Unavailable { reason: error.to_string() })?;
    Ok(bytes)
}

/// A short name that is no secret and does not repeat: `p-` and twenty hexadecimal digits.
pub(crate) fn random_name(prefix: &str) -> Result<String, AppError> {
    Ok(format!("{prefix}-{}", storage::ids::to_hex(&random_bytes::<10>()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_and_shows_itself_nowhere() {
        let secret = Geheim::random().unwrap();
        assert_eq!(Geheim::parse(secret.expose()).as_ref(), Some(&secret));
        assert_ne!(secret, Geheim::random().unwrap());
        assert_eq!(format!("{secret:?}"), "Geheim(…)");
        for wrong in ["", "00", "\0", "é", &"A".repeat(64), &"0".repeat(1_000_000)] {
            assert_eq!(Geheim::parse(wrong), None);
        }
    }
}
