//! The engine of the letters: typst, which lays out the templates of `documents` as tagged PDF.
//!
//! A room of its own because the typesetter is half of what has to be built for the whole program: only what really makes
//! letters waits for it.
//!
//! ```
//! let letters = typesetter::letters();
//! let sample = documents::samples().remove(0);
//! let pdf = letters.render(&sample.brief, &documents::Huisstijl::default()).unwrap();
//! assert!(pdf.bytes().starts_with(b"%PDF"));
//! ```
#![deny(missing_docs)]

mod engine;
mod glyphs;
mod join;

use documents::Letters;

pub use engine::Typesetter;

#[cfg(test)]
mod tests;

/// Letters by the typesetter.
pub fn letters() -> Letters {
    Letters::by(Typesetter::new())
}
