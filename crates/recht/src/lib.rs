//! The law: dated text files with sources, and the rules that work them out.
//!
//! The corpus holds what the law says: terms, amounts, lists, dates, citations and how sure we are of each. This
//! crate loads it once ([`Wet::load`]), picks the version in force on a day, and has one plain function per
//! rule: typed input in, [`Toetsing`] out, with the outcome, the reasoning in plain Dutch, the places in the law
//! and a receipt. Not in force is an answer, not an error and not a no. A decision keeps the receipt; nobody
//! ever asks the law again to know what was decided.
//!
//! Two doors lead to the same rules:
//!
//! - the typed functions, one module per legal matter ([`aanmelding`], [`tlv`], [`opp`], [`bezwaar`],
//!   [`schorsing`], [`verzuim`], [`leerplicht`], [`ondersteuningsplan`], [`reserve`], [`verevening`]);
//! - [`openbaar`], any rule by its name with JSON in and out, behind the command line and the HTTP interface.
//!
//! [`Wet`] further gives what is law without being a rule: the Algemene termijnenwet, figures
//! ([`Wet::parameter`]), grounds of refusal, requirements of a request and a decision, and what is expected.
//!
//! # How to add a rule
//!
//! 1. Write `corpus/regels/<name>/<first day>.toml`: what it is for (plain Dutch), its `[[invoer]]` and
//!    `[[uitkomst]]`, each `[[parameter]]` with unit and source, each `[[vindplaats]]` with the date of the text
//!    that was read and its certainty, and the name of the algorithm. No term, amount or date of law stands in
//!    code.
//! 2. Write a module with the input and outcome as types (keys as in the file) and a unit struct `Regel` that
//!    implements the crate's `Rule` trait. `parameters` takes every figure and source of the file: what nobody
//!    takes, or what is not there, fails the loading. `check` finds what no description of a single field can
//!    say is wrong; `apply` works the rule out and writes a step for each thing a reader wants to follow, with
//!    the source that it rests on. Put the statute's dated address in the doc comment of the line that
//!    implements it.
//! 3. Add the rule to the list in `wet.rs`, and a typed function with a doc comment at the end of the module.
//! 4. Run `cargo xtask generate`, which embeds the file.
//! 5. Add table tests with the dates worked out by hand, the boundary days and each kind of wrong input. The
//!    tests in `tests/it/corpus.rs` check the description against the types by themselves.
//!
//! # How to change a rule
//!
//! Files of the corpus are frozen once merged. New law is a new file beside the old one: the old version ends
//! where the new one starts. A mistake is corrected by a new file that names the one it replaces
//! (`vervangt = "regels/…/2014-08-01.toml"`). What works out differently gets a new algorithm name; the old
//! algorithm stays for the old versions.
#![deny(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::wildcard_enum_match_arm
)]

pub mod aanmelding;
pub mod bezwaar;
mod corpus;
mod corpus_files;
mod invoer;
pub mod leerplicht;
pub mod ondersteuningsplan;
pub mod openbaar;
pub mod opp;
mod opschorting;
mod plicht;
pub mod reserve;
mod rule;
mod schooljaar;
pub mod schorsing;
pub mod soort;
mod termijnenwet;
pub mod tlv;
mod toetsing;
pub mod verevening;
pub mod verzuim;
mod wet;

pub use corpus::bepalingen::Bepaling;
pub use corpus::bron::Bron;
pub use corpus::lijsten::{
    Bewijspunt, Bewijssoort, Eis, Leertijd, Uitschrijfgrond, Verwacht, Voorwaarde, Weigeringsgrond,
};
pub use corpus::parameter::{Eenheid, Parameter, ParameterFout, Waarde};
pub use corpus::schema::{Aanwezigheid, Uitkomstveld, Veld, Vorm};
pub use corpus::tijdlijn::Periode;
pub use corpus::{CorpusError, FOLDERS, render_file_list};
pub use invoer::decimaal::{Decimaal, DecimaalError};
pub use invoer::{InvoerFout, MAX_INVOER_BYTES, Veldfout};
pub use opschorting::Opschorting;
pub use plicht::Plicht;
pub use termijnenwet::{GeenWerkdag, Termijnenwet};
pub use toetsing::{Bewijs, Oordeel, Stap, Toetsing, Uitslag};
pub use wet::{Regelkaart, Versiekaart, Wet};
