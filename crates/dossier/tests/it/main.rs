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
mod eerste_dag;
mod eigenschappen;
mod einde;
mod elders;
mod fasen;
mod feiten_tabel;
mod geen_zijdeur;
mod gegeven;
mod gezag_einde;
mod gezag_nagekeken;
mod gezin;
mod golden;
mod herroepen;
mod identiteit;
mod inleveren;
mod kaarten;
mod kalender;
mod leerling_zelf;
mod leesrecht;
mod leven;
mod leven_mensen;
mod meegedeeld;
mod mogelijk;
mod na_toelating;
mod niet_bekend;
mod omweg;
mod overleg;
mod p0_verhalen;
mod p1_verhalen;
mod p1b_verhalen;
mod p4_aanvulling;
mod p4_advies;
mod p4_behandelen;
mod p4_verhalen;
mod p4_vervolg;
mod p4_zienswijze;
mod plaatsnamen;
mod plan;
mod plek;
mod plichten;
mod post;
mod rechtens;
mod redenen;
mod relaties;
mod relaties_einde;
mod samen;
mod termijnen;
mod teruggenomen;
mod tijdelijke_plek;
mod tlv;
mod tlv_besluit;
mod tlv_deskundigen;
mod tlv_opnieuw;
mod toegang;
mod toegang_per_stap;
mod toegang_wandeling;
mod toestanden;
mod twee_dossiers;
mod twee_keer;
mod uitkomsten;
mod uitschrijven;
mod velden;
mod velden_dicht;
mod verbandwissel;
mod verbeter_wandeling;
mod verbeterd_besluit;
mod verbeteringen;
mod verhalen;
mod verwijdering;
mod verwijdering_gesprek;
mod verzorger;
mod voorwaarde;
mod vrijgave;
mod wandeling;
mod weigering_bewijs;
mod wie_deed;
mod wie_gehoord;
mod willekeur;
mod woorden;
mod woorden_gezin;

use dossier::beurt::{Beurt, Zet};
use dossier::{Opdracht, Rol};

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
    /// Each of its acts, filled with anything.
    pub(crate) willekeurig: fn(&willekeur::Vulling) -> Vec<Opdracht>,
    /// What may be done next on a random walk, and by whom, in one variant: about its last case, today or around it. A walk chooses
    /// one of these first, so that an act that is always possible takes no steps from other processes.
    pub(crate) stappen: &'static [wandeling::Stappen],
    /// Files that go where no story goes, so that every arrow of its drawings is taken.
    pub(crate) zijwegen: fn() -> Vec<gegeven::Zaak>,
    /// Which roles do which of its acts, as access says.
    pub(crate) doet: &'static [Doet],
    /// Whose each of its turns is.
    pub(crate) van_wie: &'static [(Rol, &'static [Zet])],
    /// A row per line and text that is typed in its acts.
    pub(crate) getypt: fn() -> Vec<velden::Rij>,
    /// Lines and texts of its acts without such a row, with why.
    pub(crate) anders_gelezen: &'static [velden_dicht::Anders],
}

/// These roles do these acts, and no other role does.
pub(crate) type Doet = (&'static [Rol], &'static [&'static str]);

/// Every process; the first four together.
pub(crate) const PROEVEN: &[Proef] = &[
    Proef {
        verhalen: verhalen::eerste,
        feiten: &feiten_tabel::FEITEN,
        tekeningen: &toestanden::TEKENINGEN,
        codes: &toestanden::CODES,
        fasen: toestanden::fasen,
        neemt: beurt_kan::neemt,
        willekeurig: willekeur::eerste,
        stappen: &[wandeling::registration, wandeling::removal, wandeling::request],
        zijwegen: wandeling::zijwegen,
        doet: toegang_wandeling::DOET,
        van_wie: &beurten::VAN_WIE,
        getypt: velden::eerste,
        anders_gelezen: &velden_dicht::ANDERS,
    },
    plan::PROEF,
];
