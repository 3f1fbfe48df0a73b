//! Text and lists that cannot be empty, with the limits on what comes from outside.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Most characters in one [`Tekst`].
pub const MAX_TEKENS: usize = 20_000;
/// Most items in one [`NietLeeg`].
pub const MAX_ITEMS: usize = 500;

/// A text with at least one visible character. A line break in it is a line break in the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tekst(String);

/// A text that cannot stand in a letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TekstError {
    /// Nothing to read.
    #[error("hier ontbreekt tekst: vul minstens één woord in")]
    Leeg,
    /// More than [`MAX_TEKENS`] characters.
    #[error("deze tekst is te lang ({0} tekens; hooguit {MAX_TEKENS}): verdeel hem over alinea's")]
    TeLang(usize),
}

impl Tekst {
    /// The text without white space around it.
    pub fn new(text: &str) -> Result<Self, TekstError> {
        let text = text.trim();
        if !text.chars().any(|c| !c.is_whitespace() && !c.is_control()) {
            return Err(TekstError::Leeg);
        }
        let length = text.chars().count();
        if length > MAX_TEKENS {
            return Err(TekstError::TeLang(length));
        }
        Ok(Self(text.to_owned()))
    }

    /// A sentence of this room, which has something to read in it.
    pub(crate) fn vast(sentence: &'static str) -> Self {
        Self(sentence.to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Tekst {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Tekst {
    type Error = TekstError;

    fn try_from(text: String) -> Result<Self, TekstError> {
        Self::new(&text)
    }
}

impl From<Tekst> for String {
    fn from(text: Tekst) -> Self {
        text.0
    }
}

/// A list with at least one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<T>", into = "Vec<T>")]
#[serde(bound(serialize = "T: Clone + Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct NietLeeg<T>(Vec<T>);

/// A list that cannot stand in a letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NietLeegError {
    /// No items.
    #[error("hier moet minstens één onderdeel staan")]
    Leeg,
    /// More than [`MAX_ITEMS`] items.
    #[error("hier staan te veel onderdelen ({0}; hooguit {MAX_ITEMS})")]
    TeVeel(usize),
}

impl<T> NietLeeg<T> {
    /// The list, when it has one item or more.
    pub fn new(items: Vec<T>) -> Result<Self, NietLeegError> {
        match items.len() {
            0 => Err(NietLeegError::Leeg),
            n if n > MAX_ITEMS => Err(NietLeegError::TeVeel(n)),
            _ => Ok(Self(items)),
        }
    }

    /// A first item and any that follow.
    pub fn of(first: T, mut rest: Vec<T>) -> Result<Self, NietLeegError> {
        rest.insert(0, first);
        Self::new(rest)
    }

    /// A list of one.
    pub(crate) fn een(item: T) -> Self {
        Self(vec![item])
    }

    /// Changes each item.
    pub(crate) fn each(&mut self, change: impl FnMut(&mut T)) {
        self.0.iter_mut().for_each(change);
    }

    /// The first item, and this one behind it.
    pub(crate) fn keep_first_and(&mut self, next: T) {
        self.0.truncate(1);
        self.0.push(next);
    }

    /// The items.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T> TryFrom<Vec<T>> for NietLeeg<T> {
    type Error = NietLeegError;

    fn try_from(items: Vec<T>) -> Result<Self, NietLeegError> {
        Self::new(items)
    }
}

impl<T> From<NietLeeg<T>> for Vec<T> {
    fn from(list: NietLeeg<T>) -> Self {
        list.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_anything_to_read_is_refused() {
        for empty in ["", "   ", "\n\t", "\u{0}\u{7}"] {
            assert_eq!(Tekst::new(empty), Err(TekstError::Leeg));
        }
        assert_eq!(Tekst::new("  Sam ").unwrap().as_str(), "Sam");
        assert_eq!(Tekst::new(&"a".repeat(MAX_TEKENS + 1)), Err(TekstError::TeLang(MAX_TEKENS + 1)));
    }

    #[test]
    fn an_empty_list_is_refused_wherever_it_comes_from() {
        assert_eq!(NietLeeg::<u8>::new(vec![]), Err(NietLeegError::Leeg));
        assert!(serde_json::from_str::<NietLeeg<u8>>("[]").is_err());
        assert!(serde_json::from_str::<NietLeeg<Tekst>>(r#"[" "]"#).is_err());
        assert_eq!(NietLeeg::of(1, vec![2]).unwrap().as_slice(), [1, 2]);
        assert!(NietLeeg::new(vec![0_u8; MAX_ITEMS + 1]).is_err());
    }
}
