//! Who may do what: each act names the roles that do it, the part of the file that it adds to, and the relations by which
//! it may be done. Being concerned with a child in one way gives no act that belongs to another.

use base::Date;
use sleutels::Tekst;

use super::{Betrokkenheid, Deel, Handeling, Kijker, Matrix, RelatieSoort, Toegang};
use crate::beurt::Onderwerp;
use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::Opdracht;
use crate::rol::Rol;
use crate::staat::Dossier;
use crate::woord::Woord;

/// One way in which a command may be given.
#[derive(Debug)]
pub(super) struct Handelingsregel {
    /// The part that it adds to.
    pub(super) deel: Deel,
    /// Who gives it.
    pub(super) rollen: Vec<Rol>,
    /// By what of these.
    pub(super) relaties: Vec<RelatieSoort>,
    /// Also when the case of the relation is over: the letter about how it ended, a mistake in what was recorded.
    pub(super) na_afloop: bool,
}

/// These roles, with `of` between them.
fn one_of(rollen: impl Iterator<Item = Rol>) -> Tekst {
    let pair = |een: Tekst, ander: Tekst| sleutels::woorden::Of { een, ander }.tekst();
    rollen.map(Woord::woord).reduce(pair).unwrap_or_else(Tekst::leeg)
}

impl Matrix {
    /// Whether somebody may give a command on a file, whatever it says.
    ///
    /// For a file that does not exist yet there are no relations: then only the role decides.
    pub fn mag(&self, kijker: &Kijker, betrokken: &[Betrokkenheid], opdracht: &str, on: Date) -> Toegang {
        self.first_of(kijker, betrokken, (opdracht, None, None), on)
    }

    /// Whether somebody may give this command on this file: a correction asks the part and the case of the fact that
    /// it corrects.
    pub fn mag_op(
        &self,
        kijker: &Kijker,
        betrokken: &[Betrokkenheid],
        (dossier, opdracht): (&Dossier, &Opdracht),
        on: Date,
    ) -> Toegang {
        let fact = if let Opdracht::Corrigeer(correction) = opdracht {
            dossier.feit(correction.volgnummer).and_then(|feit| feit.gebeurtenis())
        } else {
            None
        };
        let deel = fact.map(Gebeurtenis::deel);
        let over = fact.and_then(Gebeurtenis::onderwerp);
        self.first_of(kijker, betrokken, (opdracht.naam(), deel, over), on)
    }

    /// The parts of a file that a command of a role adds to.
    pub fn delen_van(&self, opdracht: &str, rol: Rol) -> Vec<Deel> {
        let regels = self.opdrachten.get(opdracht).map(Vec::as_slice).unwrap_or_default();
        let theirs = regels.iter().filter(|regel| regel.rollen.contains(&rol));
        theirs.map(|regel| regel.deel).collect()
    }

    fn first_of(
        &self,
        kijker: &Kijker,
        betrokken: &[Betrokkenheid],
        (opdracht, deel, over): (&str, Option<Deel>, Option<Onderwerp>),
        on: Date,
    ) -> Toegang {
        let rol = kijker.actor.rol;
        let cel = format!("{} × {opdracht}", rol.label());
        let no = |reden: Tekst| Toegang { toegestaan: false, alleen_eigen: false, cel: cel.clone(), reden };
        let Some(regels) = self.opdrachten.get(opdracht) else {
            return no(sleutels::toegang::geen_handeling());
        };
        if !regels.iter().any(|regel| regel.rollen.contains(&rol)) {
            let mut rollen: Vec<Rol> = Vec::new();
            for wie in regels.iter().flat_map(|regel| &regel.rollen) {
                if !rollen.contains(wie) {
                    rollen.push(*wie);
                }
            }
            return no(sleutels::toegang::DitDoet { wie: one_of(rollen.into_iter()) }.tekst());
        }
        let mine = regels.iter().filter(|regel| regel.rollen.contains(&rol));
        let mut refused = None;
        for regel in mine.filter(|regel| deel.is_none_or(|deel| deel == regel.deel)) {
            if betrokken.is_empty() {
                return Toegang { toegestaan: true, alleen_eigen: false, cel, reden: Tekst::leeg() };
            }
            let mut toegang = self.by_relation(regel, kijker, betrokken, over, on);
            if toegang.toegestaan {
                return toegang;
            }
            if opdracht == "meld_aan" && toegang.reden == sleutels::toegang::niet_door_deze_relatie() {
                toegang.reden = sleutels::toegang::ouders_melden_aan();
            }
            refused.get_or_insert(toegang);
        }
        refused.unwrap_or_else(|| no(sleutels::toegang::niet_dit_deel()))
    }

    fn by_relation(
        &self,
        regel: &Handelingsregel,
        kijker: &Kijker,
        betrokken: &[Betrokkenheid],
        over: Option<Onderwerp>,
        on: Date,
    ) -> Toegang {
        let opens = |b: &&Betrokkenheid| over.is_none_or(|onderwerp| b.zaken.bevat(onderwerp));
        let named = |b: &&Betrokkenheid| regel.relaties.contains(&b.soort) && opens(b);
        let weigh = |gives: &dyn Fn(&&Betrokkenheid) -> bool| {
            self.weigh(kijker, betrokken.iter().filter(gives), regel.deel, Handeling::Vastleggen, on)
        };
        let by_these = weigh(&|b| named(b) && (regel.na_afloop || b.handelt));
        if by_these.toegestaan {
            return by_these;
        }
        if weigh(&named).toegestaan {
            return Toegang { reden: sleutels::toegang::zaak_is_afgerond(), ..by_these };
        }
        let otherwise = weigh(&|_| true);
        if otherwise.toegestaan {
            return Toegang { reden: sleutels::toegang::niet_door_deze_relatie(), ..by_these };
        }
        otherwise
    }
}
