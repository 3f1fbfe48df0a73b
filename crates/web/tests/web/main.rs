//! The web room as a browser or a program meets it: every address, with a real store behind it.

mod accounts;
mod addresses;
mod api;
mod beleid;
mod code;
mod hostile;
mod hulp;
mod logs;
mod rules;
mod static_files;
mod stoppen;
mod verlopen;
