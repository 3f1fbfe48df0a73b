//! Stands in for the engine in builds without it, so that callers need no feature of their own.

use crate::{Brief, DocumentError, Huisstijl, Pdf};

/// Makes no letters: see [`DocumentError::NotBuilt`].
#[derive(Debug, Default)]
pub struct Letters;

impl Letters {
    /// The engine that makes nothing.
    pub fn new() -> Self {
        Self
    }

    /// Always [`DocumentError::NotBuilt`].
    pub fn render(&self, _brief: &Brief, _huisstijl: &Huisstijl) -> Result<Pdf, DocumentError> {
        Err(DocumentError::NotBuilt)
    }
}
