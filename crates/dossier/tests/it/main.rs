//! One child's file, tested as people tell it: given what happened, when somebody asks something, then
//! these facts, or a refusal with its article. Every fact that a test adds goes through its stored form.

mod aanmelding;
mod aanmelding_afloop;
mod andere_organisatie;
mod beurt_kan;
mod beurten;
mod correctie;
mod dagen;
mod eigenschappen;
mod einde;
mod fasen;
mod feiten_tabel;
mod gegeven;
mod golden;
mod kaarten;
mod leven;
mod p0_verhalen;
mod p1_verhalen;
mod p1b_verhalen;
mod p4_advies;
mod p4_verhalen;
mod termijnen;
mod tlv;
mod tlv_besluit;
mod toegang;
mod toegang_per_stap;
mod toegang_wandeling;
mod toestanden;
mod velden;
mod verbeter_wandeling;
mod verbeteringen;
mod verhalen;
mod verwijdering;
mod wandeling;
mod willekeur;
mod woorden;
