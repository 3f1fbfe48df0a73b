//! The finished letter.

/// A tagged PDF (PDF/UA-1 and PDF/A-2a are asked of the engine, which refuses what breaks them).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    bytes: Vec<u8>,
    pages: usize,
    replaced: Vec<char>,
}

impl Pdf {
    /// What an engine made: the file, its number of pages, and the characters it could not print.
    pub fn new(bytes: Vec<u8>, pages: usize, replaced: Vec<char>) -> Self {
        Self { bytes, pages, replaced }
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// Characters that no font here can print, in order of code point. In the letter each became
    /// a square, and the letter says so; whoever sends it should know before sending.
    pub fn replaced(&self) -> &[char] {
        &self.replaced
    }
}
