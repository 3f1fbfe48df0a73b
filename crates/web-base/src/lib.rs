//! What every page is built from, and knows no page: fields and forms, the shell, who asks, what goes wrong, lists.
//!
//! A room of its own because it seldom changes: an edit of a page builds the pages alone.
//!
//! | module | what |
//! |---|---|
//! | [`onderdelen`] | the parts: fields, tables, terms, 'Waarom?' … |
//! | [`pagina`], [`menu`] | the shell around a page |
//! | [`query`], [`form`] | what came in: the query of an address, the fields of a form |
//! | [`session`] | who asks: [`session::Bezoeker`], [`session::Aangemeld`], [`session::Kijker`] |
//! | [`lijst`], [`csv`] | a list declared once, and its file for a spreadsheet |
//! | [`error`] | what goes wrong, as a page or as problem details |
//! | [`api`] | what tells a program from a person |
//! | [`state`] | the program, the clock and the settings of this installation |
//! | [`assets`] | styles, script and pictures, by digest |
//! | [`limits`] | every limit, in one place |
// A test names what it looks at.
#![cfg_attr(not(test), deny(clippy::wildcard_enum_match_arm))]

// The templates of the shell name this room from here and from `web`.
extern crate self as web_base;

pub mod api;
pub mod assets;
pub mod csv;
pub mod error;
pub mod form;
pub mod lijst;
pub mod limits;
pub mod menu;
pub mod onderdelen;
pub mod pagina;
pub mod query;
pub mod session;
pub mod state;
