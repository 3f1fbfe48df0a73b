//! Who may do what: each act names the roles that do it, the part of the file that it adds to, and the relations by which
//! it may be done. Being concerned with a child in one way gives no act that belongs to another.

use base::Date;
use sleutels::Tekst;

use super::{Betrokkenheid, Deel, Handeling, Kijker, Matrix, RelatieSoort, Toegang};
use crate::beurt::Onderwerp;
use crate::opdracht::{Opdracht, Opdrachtnaam};
use crate::rol::Rol;
use crate::staat::Dossier;
use crate::woord::Woord;

/// On what ground somebody who has the role for an act may do it with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grond<'a> {
    /// The file is opened by it: nobody is concerned with the child yet.
    NieuwDossier,
    /// They proved otherwise that they may, and no more than this.
    Bewezen(Bewezen),
    /// By how they are concerned with the child, and by nothing else: who is not concerned does nothing.
    Relaties(&'a [Betrokkenheid]),
}

/// What somebody proved who is not concerned with the child by anything that the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bewezen {
    /// A parent has the one-time code of the own page, and knows the birth date.
    Oudercode,
    /// A school has the number of a declaration, and knows the birth date.
    Verklaring,
}

impl Bewezen {
    /// The acts that it is proof for, by name.
    fn geeft(self) -> &'static [Opdrachtnaam] {
        match self {
            Self::Oudercode => &[Opdrachtnaam::SluitOuderAan],
            Self::Verklaring => &[Opdrachtnaam::GebruikTlv, Opdrachtnaam::MeldVerklaringVervallen],
        }
    }
}

impl<'a> From<&'a [Betrokkenheid]> for Grond<'a> {
    fn from(betrokken: &'a [Betrokkenheid]) -> Self {
        Self::Relaties(betrokken)
    }
}

impl<'a> From<&'a Vec<Betrokkenheid>> for Grond<'a> {
    fn from(betrokken: &'a Vec<Betrokkenheid>) -> Self {
        Self::Relaties(betrokken)
    }
}

impl<'a, const N: usize> From<&'a [Betrokkenheid; N]> for Grond<'a> {
    fn from(betrokken: &'a [Betrokkenheid; N]) -> Self {
        Self::Relaties(betrokken)
    }
}

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
    pub fn mag<'a>(&self, kijker: &Kijker, grond: impl Into<Grond<'a>>, opdracht: &str, on: Date) -> Toegang {
        self.first_of(kijker, grond.into(), (opdracht, None, None), on)
    }

    /// Whether somebody may give this command on this file: by a relation that opens its case. A correction asks the part of the
    /// fact that it corrects.
    pub fn mag_op<'a>(
        &self,
        kijker: &Kijker,
        grond: impl Into<Grond<'a>>,
        (dossier, opdracht): (&Dossier, &Opdracht),
        on: Date,
    ) -> Toegang {
        let deel = if let Opdracht::Corrigeer(correction) = opdracht {
            let feit = dossier.feit(correction.volgnummer);
            let Some((feit, fact)) = feit.and_then(|feit| Some((feit, feit.gebeurtenis()?))) else {
                // Of what cannot be read nobody can say whose it is.
                let cel = format!("{} × {}", kijker.actor.rol.label(), opdracht.naam());
                let reden = sleutels::algemeen::niet_in_dossier();
                return Toegang { toegestaan: false, alleen_eigen: false, cel, reden };
            };
            // Nobody puts right, or takes back, what they could not have recorded.
            let recorded = feit.daad.map(|plek| plek.daad.naam());
            if let Some(act) = recorded.or_else(|| fact.daad(dossier).map(|act| act.naam()))
                && !self.rol_geeft(kijker.actor.rol, act)
            {
                return self.first_of(kijker, grond.into(), (act, None, None), on);
            }
            Some(fact.deel())
        } else {
            None
        };
        let over = opdracht.over_zaak(dossier);
        self.first_of(kijker, grond.into(), (opdracht.naam(), deel, over), on)
    }

    /// A role gives a command at all, whoever is concerned with the child.
    pub fn rol_geeft(&self, rol: Rol, opdracht: &str) -> bool {
        self.opdrachten
            .get(opdracht)
            .is_some_and(|regels| regels.iter().any(|regel| regel.rollen.contains(&rol)))
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
        grond: Grond<'_>,
        (opdracht, deel, over): (&str, Option<Deel>, Option<Onderwerp>),
        on: Date,
    ) -> Toegang {
        let rol = kijker.actor.rol;
        let cel = format!("{} × {opdracht}", rol.label());
        let no = |reden: Tekst| Toegang { toegestaan: false, alleen_eigen: false, cel: cel.clone(), reden };
        let Some(regels) = self.opdrachten.get(opdracht) else {
            return no(sleutels::toegang::geen_handeling());
        };
        if !self.rol_geeft(rol, opdracht) {
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
            let by_role =
                || Toegang { toegestaan: true, alleen_eigen: false, cel: cel.clone(), reden: Tekst::leeg() };
            let mut toegang = match grond {
                Grond::NieuwDossier => by_role(),
                Grond::Bewezen(bewezen) if bewezen.geeft().iter().any(|act| act.naam() == opdracht) => {
                    by_role()
                }
                Grond::Bewezen(_) => no(sleutels::toegang::niet_betrokken()),
                Grond::Relaties(betrokken) => self.by_relation(regel, kijker, betrokken, over, on),
            };
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
