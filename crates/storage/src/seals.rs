//! Seals: a signed Merkle root over what was added to the log, the read log and the log of acts.
//!
//! A seal is stored in the database and, by the caller, as one line of a file outside of it. Who
//! changes the database afterwards cannot change that file; who loses the end of the database
//! finds it missing.

use std::fmt;
use std::str::FromStr;

use base::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::ids::{Digest, from_hex, to_hex};

/// What a seal covers of the log of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedActs {
    /// Highest number of that log that is sealed.
    pub to: u64,
    /// Its rows sealed by this seal.
    pub count: u64,
}

/// One seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// 1, 2, 3 … without gaps.
    pub nummer: u64,
    /// When it was put.
    pub at: Timestamp,
    /// Highest position of the log that is sealed.
    pub events_to: u64,
    /// Highest number of the read log that is sealed.
    pub reads_to: u64,
    /// Rows of the log sealed by this seal.
    pub events: u64,
    /// Rows of the read log sealed by this seal.
    pub reads: u64,
    /// What it covers of the log of acts; `None` in a seal of before that was sealed.
    pub acts: Option<SealedActs>,
    /// Merkle root over those rows: first the log, then the read log, then the acts, each in order.
    pub root: Digest,
    /// Hash of the seal before; zeros for the first.
    pub previous: Digest,
    /// Ed25519 signature over [`Seal::signed_text`].
    pub signature: [u8; 64],
}

/// How a line of a seal begins: of before acts were sealed, and since.
const WITHOUT_ACTS: &str = "leerrecht-zegel-1";
const WITH_ACTS: &str = "leerrecht-zegel-2";

impl Seal {
    /// What is signed: the line without its signature.
    pub fn signed_text(&self) -> String {
        let (kind, acts) = match self.acts {
            None => (WITHOUT_ACTS, String::new()),
            Some(acts) => (WITH_ACTS, format!(" {} {}", acts.to, acts.count)),
        };
        format!(
            "{kind} {} {} {} {} {} {}{acts} {} {}",
            self.nummer,
            self.at.as_microsecond(),
            self.events_to,
            self.reads_to,
            self.events,
            self.reads,
            self.root,
            self.previous
        )
    }

    /// The hash by which the next seal refers to this one: over the whole line.
    pub fn hash(&self) -> Digest {
        Digest::of(self.to_string().as_bytes())
    }
}

impl fmt::Display for Seal {
    /// The line for the file outside the database, without a line end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.signed_text(), to_hex(&self.signature))
    }
}

/// A line that is no seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a line of a seal")]
pub struct SealError;

impl FromStr for Seal {
    type Err = SealError;

    fn from_str(line: &str) -> Result<Self, SealError> {
        let mut parts = line.split(' ');
        let mut next = || parts.next().ok_or(SealError);
        let has_acts = match next()? {
            WITHOUT_ACTS => false,
            WITH_ACTS => true,
            _ => return Err(SealError),
        };
        let number = |text: &str| text.parse::<u64>().map_err(|_| SealError);
        let digest = |text: &str| Digest::from_hex(text).ok_or(SealError);
        let nummer = number(next()?)?;
        let micros = next()?.parse().map_err(|_| SealError)?;
        let seal = Self {
            nummer,
            at: Timestamp::from_microsecond(micros).map_err(|_| SealError)?,
            events_to: number(next()?)?,
            reads_to: number(next()?)?,
            events: number(next()?)?,
            reads: number(next()?)?,
            acts: if has_acts {
                Some(SealedActs { to: number(next()?)?, count: number(next()?)? })
            } else {
                None
            },
            root: digest(next()?)?,
            previous: digest(next()?)?,
            signature: from_hex(next()?).and_then(|bytes| bytes.try_into().ok()).ok_or(SealError)?,
        };
        (seal.to_string() == line).then_some(seal).ok_or(SealError)
    }
}

/// Computes a Merkle root row by row, in memory that grows with the logarithm of the rows.
///
/// Leaf = SHA-256(0x00 ‖ row), node = SHA-256(0x01 ‖ left ‖ right); a subtree without a partner
/// goes up unchanged. The root of nothing is zeros.
#[derive(Debug, Clone, Default)]
pub struct Merkle {
    /// Complete subtrees from large to small, each with its height.
    subtrees: Vec<(u32, Digest)>,
}

impl Merkle {
    /// Adds a row.
    pub fn push(&mut self, row: &[u8]) {
        let leaf = Sha256::new().chain_update([0]).chain_update(row).finalize();
        let (mut height, mut right) = (0, Digest(leaf.into()));
        while let Some((_, left)) = self.subtrees.pop_if(|(above, _)| *above == height) {
            right = node(left, right);
            height += 1;
        }
        self.subtrees.push((height, right));
    }

    /// The root over all rows.
    pub fn root(&self) -> Digest {
        let joined =
            self.subtrees.iter().rev().map(|(_, digest)| *digest).reduce(|right, left| node(left, right));
        joined.unwrap_or(Digest::ZERO)
    }
}

fn node(left: Digest, right: Digest) -> Digest {
    Digest(Sha256::new().chain_update([1]).chain_update(left.0).chain_update(right.0).finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal() -> Seal {
        Seal {
            nummer: 3,
            at: Timestamp::from_microsecond(1_780_000_000_000_001).unwrap(),
            events_to: 17,
            reads_to: 4,
            events: 5,
            reads: 0,
            acts: Some(SealedActs { to: 9, count: 2 }),
            root: Digest::of(b"root"),
            previous: Digest::of(b"previous"),
            signature: [7; 64],
        }
    }

    #[test]
    fn a_line_reads_back_and_a_changed_line_does_not() {
        let line = seal().to_string();
        assert_eq!(line.parse(), Ok(seal()));
        assert!(format!("{line} ").parse::<Seal>().is_err());
        assert!(line.replace(" 17 ", " 017 ").parse::<Seal>().is_err());
        assert!("leerrecht-zegel-1 3".parse::<Seal>().is_err());
        let before = Seal { acts: None, ..seal() };
        assert_eq!(before.to_string().parse(), Ok(before.clone()));
        assert_ne!(
            before.signed_text(),
            Seal { acts: Some(SealedActs { to: 0, count: 0 }), ..before }.signed_text()
        );
    }

    /// The definition, recursively: the left subtree has the largest power of two below the size.
    fn slow_root(leaves: &[Digest]) -> Digest {
        match leaves {
            [] => Digest::ZERO,
            [only] => *only,
            more => {
                let half = more.len().next_power_of_two() / 2;
                node(slow_root(&more[..half]), slow_root(&more[half..]))
            }
        }
    }

    #[test]
    fn the_root_is_that_of_the_definition_for_every_size() {
        for size in 0_u8..70 {
            let rows: Vec<[u8; 1]> = (0..size).map(|n| [n]).collect();
            let mut merkle = Merkle::default();
            for row in &rows {
                merkle.push(row);
            }
            let leaves: Vec<Digest> = rows.iter().map(|row| Digest::of(&[&[0], &row[..]].concat())).collect();
            assert_eq!(merkle.root(), slow_root(&leaves), "{size} rows");
        }
    }
}
