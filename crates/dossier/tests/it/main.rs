//! One child's file, tested as people tell it: given what happened, when somebody asks something, then
//! these facts, or a refusal with its article. Every fact that a test adds goes through its stored form.

mod aanmelding;
mod aanmelding_afloop;
mod andere_categorie;
mod andere_organisatie;
mod beurt_kan;
mod beurten;
mod buitenstaander;
mod correctie;
mod dagen;
mod derde_lezing;
mod documenten;
mod dwangsom;
mod eerst_beslissen;
mod eigenschappen;
mod einde;
mod elders;
mod fasen;
mod feiten_tabel;
mod gegeven;
mod gezag_einde;
mod gezin;
mod golden;
mod kaarten;
mod kalender;
mod leesrecht;
mod leven;
mod overleg;
mod p0_verhalen;
mod p1_verhalen;
mod p1b_verhalen;
mod p4_aanvulling;
mod p4_advies;
mod p4_verhalen;
mod p4_vervolg;
mod p4_zienswijze;
mod plaatsnamen;
mod plek;
mod post;
mod redenen;
mod relaties;
mod relaties_einde;
mod samen;
mod termijnen;
mod teruggenomen;
mod tlv;
mod tlv_besluit;
mod tlv_deskundigen;
mod tlv_opnieuw;
mod toegang;
mod toegang_per_stap;
mod toegang_wandeling;
mod toestanden;
mod uitkomsten;
mod velden;
mod velden_dicht;
mod verbeter_wandeling;
mod verbeteringen;
mod verhalen;
mod verwijdering;
mod wandeling;
mod wie_deed;
mod willekeur;
mod woorden;

use dossier::Opdracht;
use dossier::beurt::Beurt;

/// What a process brings to the tests that walk over all of them.
pub(crate) struct Proef {
    /// Its stories: every kind of fact happens in one.
    pub(crate) verhalen: fn() -> Vec<gegeven::Zaak>,
    /// Its rows in the table of facts.
    pub(crate) feiten: &'static [feiten_tabel::Feitrij],
    /// Its drawings, each with its name.
    pub(crate) tekeningen: &'static [toestanden::Tekening],
    /// The codes of the phases of its cases.
    pub(crate) codes: &'static [&'static [&'static str]],
    /// Its cases in a file, each with the code of its phase.
    pub(crate) fasen: fn(&dossier::Dossier) -> Vec<(String, String)>,
    /// With what one of its turns is taken, by whoever has it.
    pub(crate) neemt: fn(&gegeven::Zaak, &Beurt) -> Vec<Opdracht>,
}

/// Every process; the first four together.
pub(crate) const PROEVEN: &[Proef] = &[Proef {
    verhalen: verhalen::eerste,
    feiten: &feiten_tabel::FEITEN,
    tekeningen: &toestanden::TEKENINGEN,
    codes: &toestanden::CODES,
    fasen: toestanden::fasen,
    neemt: beurt_kan::neemt,
}];
