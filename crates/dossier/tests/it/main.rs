//! One child's file, tested as people tell it: given what happened, when somebody asks something, then
//! these facts, or a refusal with its article. Every fact that a test adds goes through its stored form.

mod aanmelding;
mod aanmelding_afloop;
mod andere_organisatie;
mod beurten;
mod correctie;
mod dagen;
mod eigenschappen;
mod fasen;
mod gegeven;
mod golden;
mod kaarten;
mod leven;
mod tlv;
mod tlv_besluit;
mod toegang;
mod toestanden;
mod velden;
mod verhalen;
mod verwijdering;
mod wandeling;
mod woorden;
