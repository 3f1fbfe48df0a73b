//! One child's file, tested as people tell it: given what happened, when somebody asks something, then
//! these facts, or a refusal with its article. Every fact that a test adds goes through its stored form.

mod aanmelding;
mod aanmelding_afloop;
mod beurten;
mod correctie;
mod eigenschappen;
mod gegeven;
mod golden;
mod kaarten;
mod leven;
mod relaties;
mod tlv;
mod tlv_besluit;
mod toegang;
mod toestanden;
mod verhalen;
mod verwijdering;
mod wandeling;
mod woorden;
