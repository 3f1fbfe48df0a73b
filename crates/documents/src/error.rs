//! What can go wrong when a letter is made.

/// Why there is no PDF. No variant carries what stands in the letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The program was wired without an engine.
    #[error(
        "deze versie van het programma kan geen brieven maken; vraag de beheerder om de volledige versie"
    )]
    NotBuilt,
    /// All texts together are too long.
    #[error(
        "de brief '{soort}' is te groot ({bytes} bytes; hooguit {hooguit}): zet lange stukken in een bijlage"
    )]
    TeGroot {
        /// Kind of letter, as in [`crate::Brief::soort`].
        soort: &'static str,
        /// Size of the input as JSON.
        bytes: usize,
        /// The limit.
        hooguit: usize,
    },
    /// The letter could not be laid out or is no accessible, lasting PDF: an error of ours.
    #[error("de brief '{soort}' kon niet worden opgemaakt; meld dit aan de beheerder ({details})")]
    Opmaak {
        /// Kind of letter, as in [`crate::Brief::soort`].
        soort: &'static str,
        /// For the programmer: template, line and message, without what stands in the letter.
        details: String,
    },
    /// A finished letter could not be put into one file with others.
    #[error("brief {welke} is niet te lezen om samen met andere te printen; print hem apart")]
    Samenvoegen {
        /// Which of them, from 1.
        welke: usize,
    },
}
