//! What a family does in a process: its forms on the own pages, what exactly is asked of it with a turn, and what it can say
//! unasked. Each process says it with its pages ([`super::processen::Procespagina`]), or says why a family does nothing in it.
//!
//! What a family is told of a case is the core's (`dossier::gezin`), and so is what is asked with a turn (`Zet::vraag`).

use app::inleveren::Inlevering;
use app::inzage::Doel;
use app::kind::Kindbeeld;
use app::mijn::{MijnKind, Verzoek};
use dossier::beurt::{Aanpak, Zet};
use dossier::leven::stem::Stem;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use teksten::{Taal, Tekst};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Link};

use super::PROCESPAGINAS;
use super::processen::Beginpunt;
use crate::weg::Begin;
use crate::weg::vorm::Groep;
use crate::weg::werk::Werk;

/// What a family does in a process.
pub(super) enum Gezin {
    /// Nothing, because of this.
    Niets(#[expect(dead_code, reason = "told to who reads the process, and to nobody else")] &'static str),
    /// This.
    Doet(Gezinsdeel),
}

/// The part of a family in a process.
pub(super) struct Gezinsdeel {
    /// Its forms on the own pages.
    pub(super) formulieren: &'static [Gezinsvorm],
    /// What exactly is asked with a turn, line by line, and how it is given; nothing where the turn says enough.
    pub(super) gevraagd: fn(&MijnKind, &Verzoek, Taal) -> (Vec<String>, String),
    /// What it can say unasked.
    pub(super) woorden: fn(&MijnKind, Taal) -> Vec<Link>,
    /// What this parent said before.
    pub(super) gezegd: fn(&MijnKind, Taal) -> Vec<Gezegd>,
    /// The lower, the earlier that stands.
    pub(super) plaats: u8,
}

/// Something that a parent said, as it is shown back to them.
pub(super) struct Gezegd {
    /// What, in a sentence.
    pub(super) zin: String,
    /// The words that they typed with it; may be empty.
    pub(super) woorden: String,
}

impl Gezegd {
    /// A sentence with the words that were typed.
    pub(super) fn new(zin: String, woorden: &str) -> Self {
        Self { zin, woorden: woorden.trim().to_owned() }
    }
}

/// A form on the own pages of a family: one act, with its fields.
pub(super) struct Gezinsvorm {
    /// The act.
    pub(super) opdracht: Opdrachtnaam,
    /// Where, below the own page.
    pub(super) pad: &'static str,
    /// It is about one case, whose number follows in the address.
    pub(super) over_zaak: bool,
    /// Its heading.
    pub(super) titel: fn() -> Tekst,
    /// The link to it, from what is asked.
    pub(super) link: fn() -> Tekst,
    /// The word on its button.
    pub(super) knop: fn() -> Tekst,
    /// The code of what is said when it was sent.
    pub(super) na: &'static str,
    /// What is said then.
    pub(super) dank: fn() -> Tekst,
    /// Why the file is looked at when it is shown, and when it is sent.
    pub(super) doelen: [Doel; 2],
    /// Its case is one of which this family may know.
    pub(super) kent: fn(&Kindbeeld, u32) -> bool,
    /// There is something to fill in now.
    pub(super) open: fn(&Kindbeeld, u32) -> bool,
    /// Documents can be added to it: where they are kept until it is sent.
    pub(super) bestanden: Option<fn(u32) -> Inlevering>,
    /// Its fields, with what one has to know.
    pub(super) velden: fn(&Gezinsstap, &Werk) -> Groep,
    /// What stands in it before anything is typed.
    pub(super) begin: fn(&Gezinsstap, &Werk) -> Begin,
    /// What was filled in, or what is wrong with it.
    pub(super) lees: fn(&Gezinsstap, &Werk, &Formulier) -> Result<Opdracht, Fouten>,
    /// What it shows when somebody else was first: there is nothing to fill in any more.
    pub(super) voorbij: fn(&Gezinsstap, &Werk) -> Option<Groep>,
}

/// A form of a family that is open.
pub(super) struct Gezinsstap {
    pub(super) vorm: &'static Gezinsvorm,
    /// Number of the case; 0 where it is about none.
    pub(super) over: u32,
    /// Number in the file of who fills it in.
    pub(super) persoon: u32,
    /// In whose voice they say what they think.
    pub(super) stem: Stem,
    pub(super) taal: Taal,
    pub(super) doel: Doel,
    /// The case that the link to it named; empty where it named none.
    pub(super) genoemd: String,
}

impl Gezinsstap {
    /// The pupil fills it in, who acts in the parents' place.
    pub(super) fn is_leerling(&self) -> bool {
        self.stem == Stem::Leerling
    }

    /// In the language of the family.
    pub(super) fn zeg(&self, tekst: Tekst) -> String {
        self.taal.zeg(tekst)
    }
}

impl Gezinsvorm {
    /// Its address.
    pub(super) fn adres(&self, nummer: &base::DossierNummer, nr: u32) -> String {
        let over = if self.over_zaak { format!("/{nr}") } else { String::new() };
        format!("/mijn/{nummer}/{}{over}", self.pad)
    }
}

/// The parts of families, in the order of their processes.
pub(super) fn delen() -> impl Iterator<Item = &'static Gezinsdeel> {
    PROCESPAGINAS.iter().filter_map(|proces| match &proces.gezin {
        Gezin::Niets(_) => None,
        Gezin::Doet(deel) => Some(deel),
    })
}

/// Every form on the own pages.
pub(super) fn formulieren() -> impl Iterator<Item = &'static Gezinsvorm> {
    delen().flat_map(|deel| deel.formulieren)
}

/// How a family takes a turn.
pub(super) enum Manier {
    /// With a form of its own pages.
    Eigen(&'static Gezinsvorm),
    /// By beginning something at the child.
    Begin(&'static Beginpunt),
}

/// How a family takes a turn; none where it does that outside the program.
pub(super) fn manier(zet: Zet) -> Option<Manier> {
    let Aanpak::Opdrachten(acts) = zet.aanpak() else { return None };
    acts.iter().find_map(|act| manier_van(*act))
}

/// How a family does something; none where the program has no form for it.
pub(super) fn manier_van(act: Opdrachtnaam) -> Option<Manier> {
    let own = formulieren().find(|vorm| vorm.opdracht == act).map(Manier::Eigen);
    let begin = || PROCESPAGINAS.iter().flat_map(|p| p.begin).find(|begin| begin.opdracht == act);
    own.or_else(|| begin().map(Manier::Begin))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier::Rol;

    use super::*;

    #[test]
    fn every_turn_of_a_family_leads_to_where_it_is_taken() {
        let mine = |zet: &&Zet| matches!(zet.rol(), Rol::Ouder | Rol::Leerling);
        for zet in Zet::ALL.iter().filter(mine) {
            let outside = matches!(zet.aanpak(), Aanpak::Buiten(_));
            assert_eq!(manier(*zet).is_none(), outside, "{zet:?}");
        }
    }

    #[test]
    fn every_form_of_a_family_has_an_address_a_word_and_an_act_of_its_own() {
        let forms: Vec<&Gezinsvorm> = formulieren().collect();
        let names: [fn(&Gezinsvorm) -> &'static str; 3] =
            [|vorm| vorm.pad, |vorm| vorm.na, |vorm| vorm.opdracht.naam()];
        for each in names {
            let own: BTreeSet<&str> = forms.iter().map(|vorm| each(vorm)).collect();
            assert_eq!(own.len(), forms.len(), "{own:?}");
        }
        assert!(forms.iter().all(|vorm| vorm.opdracht.daad().is_some()));
    }
}
