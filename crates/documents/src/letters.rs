//! Making letters, by whatever engine the program was wired with.

use crate::{Brief, DocumentError, Huisstijl, Pdf};

/// Turns a letter into a tagged, lasting PDF.
///
/// The same letter and house style give the same bytes: an engine has no clock, no files and no network. What it prints
/// is [`printed`](crate::printed), in the words of [`TEMPLATES`](crate::TEMPLATES).
pub trait Engine: Send + Sync {
    /// Makes a letter.
    fn render(&self, brief: &Brief, huisstijl: &Huisstijl) -> Result<Pdf, DocumentError>;

    /// Puts finished letters one after the other in one file to print, each beginning on a sheet of its own. The pages are those of
    /// the letters; the tags, which a printer does not read, are left out.
    fn join(&self, letters: &[Vec<u8>]) -> Result<Vec<u8>, DocumentError>;
}

/// Makes letters, from several threads at a time.
///
/// The engine stands behind a trait object, so that no room above waits for the typesetter when it is built, and none
/// has its hundreds of types in sight.
pub struct Letters(Option<Box<dyn Engine>>);

impl Letters {
    /// Letters by this engine.
    pub fn by(engine: impl Engine + 'static) -> Self {
        Self(Some(Box::new(engine)))
    }

    /// No letters: each answers [`DocumentError::NotBuilt`].
    pub fn none() -> Self {
        Self(None)
    }

    /// Whether letters can be made here.
    pub fn can_be_made(&self) -> bool {
        self.0.is_some()
    }

    /// Makes a letter.
    pub fn render(&self, brief: &Brief, huisstijl: &Huisstijl) -> Result<Pdf, DocumentError> {
        self.0.as_ref().ok_or(DocumentError::NotBuilt)?.render(brief, huisstijl)
    }

    /// Puts finished letters one after the other in one file.
    pub fn join(&self, letters: &[Vec<u8>]) -> Result<Vec<u8>, DocumentError> {
        self.0.as_ref().ok_or(DocumentError::NotBuilt)?.join(letters)
    }
}
