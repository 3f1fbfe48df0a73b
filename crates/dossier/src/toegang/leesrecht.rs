//! What one person may read of one file, fact by fact: the one answer on which the timeline, the view of the child, and a
//! form that came too late all rest.
//!
//! A fact is read by who knows its case, reads its part there, and is among its readers; a fact of the child itself by who
//! has more to do with the child than a case, or recorded it. The part is that of the fact, so that a case can have several
//! with different readers. A correction is read by who reads the fact that it corrects.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use base::Date;

use super::blik::Beurtkennis;
use super::gegevens::{BekendeGegevens, Gegeven};
use super::{Betrokkenheid, Deel, Kijker, Matrix};
use crate::beurt::{Beurt, Onderwerp};
use crate::brief::{Briefdag, brief_dag};
use crate::gebeurtenis::Gebeurtenis;
use crate::kaart::Lezers;
use crate::rol::{Actor, Rol};
use crate::soort::Relatie;
use crate::staat::{Dossier, Feit, Persoon};

/// How somebody knows a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kennis {
    /// Not.
    Geen,
    /// What it made of the child was given to them: they see the child with it, and no line tells of it.
    Gegeven,
    /// They read it.
    Gelezen,
}

/// What one person may read of one file on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leesrecht {
    lezer: Actor,
    /// The day on which they look.
    op: Date,
    /// The parts that they read by anything.
    delen: BTreeSet<Deel>,
    /// The cases that they know of, with how they read each part there.
    zaken: BTreeMap<Onderwerp, BTreeMap<Deel, Inzicht>>,
    /// The parts of which what others recorded of the child itself is no news for them: they do more than look at a case.
    kent_kind: BTreeSet<Deel>,
    /// What they were given of the child itself, where that is not what stands in the file now: they have only a case of it.
    gegeven: Option<Gegeven>,
    /// The number in the file of a parent or pupil who looks.
    eigen_persoon: Option<u32>,
    /// They care for the child: what others around it said or handed in is not theirs to read.
    verzorger: bool,
    /// From that parent the places of the child are secret.
    afgeschermd: bool,
    /// They look only by what was given before and is given no more.
    afgesloten: bool,
}

/// How somebody reads a part of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Inzicht {
    /// Only what they contributed.
    alleen_eigen: bool,
    /// Number of the last fact that was given, where the giving ended.
    tot_en_met: Option<u64>,
}

impl Matrix {
    /// What somebody may read of a file.
    pub fn leesrecht(
        &self,
        kijker: &Kijker,
        dossier: &Dossier,
        betrokken: &[Betrokkenheid],
        on: Date,
    ) -> Leesrecht {
        let mine = |b: &&Betrokkenheid| b.is_current(on) && b.is_of(&kijker.actor);
        let knows_of = |onderwerp: Onderwerp| {
            let opens = betrokken.iter().filter(mine).filter(|b| b.zaken.bevat(onderwerp));
            let delen = self.read_as(kijker, &opens.collect::<Vec<_>>(), on);
            // Who may not read with what a case begins knows of no case.
            delen.contains_key(&onderwerp.deel()).then_some((onderwerp, delen))
        };
        let zaken: BTreeMap<_, _> = dossier.onderwerpen().filter_map(knows_of).collect();
        let ended = betrokken.iter().filter(mine).filter_map(|b| b.gegeven_tot_en_met).max();
        // By the side of what was given before and is given no more, only what opens a part itself makes the child known there.
        let opened_by = |by: &dyn Fn(&Betrokkenheid) -> bool| -> BTreeSet<Deel> {
            if ended.is_none() {
                let any = betrokken.iter().filter(mine).any(by);
                return Deel::ALL.iter().copied().filter(|_| any).collect();
            }
            self.leesbaar_door(kijker, betrokken.iter().filter(|b| by(b)), on)
        };
        let knows_child = opened_by(&Betrokkenheid::kent_gegevens).contains(&Deel::A);
        let gegeven = (!knows_child).then(|| {
            let given = |(onderwerp, delen): (&Onderwerp, &BTreeMap<Deel, Inzicht>)| {
                delen.values().any(|part| part.tot_en_met.is_none()).then_some(*onderwerp)
            };
            let mut scholen = dossier.scholen_van(&zaken.iter().filter_map(given).collect());
            scholen.push(kijker.actor.organisatie.clone());
            dossier.gegeven_aan(scholen, ended)
        });
        let afgesloten =
            ended.is_some() && !opened_by(&|b| b.gegeven_tot_en_met.is_none()).contains(&Deel::A);
        let eigen_persoon = dossier.eigen_persoon(&kijker.actor, on);
        Leesrecht {
            lezer: kijker.actor.clone(),
            op: on,
            delen: self.leesbare_delen(kijker, betrokken, on).into_iter().collect(),
            zaken,
            kent_kind: opened_by(&|b| b.kent_kind),
            gegeven,
            eigen_persoon,
            verzorger: eigen_persoon
                .and_then(|nr| dossier.persoon(nr))
                .is_some_and(|own| own.relatie == Relatie::Pleegouder),
            afgeschermd: dossier.is_geheim_voor_wie(&kijker.actor),
            afgesloten,
        }
    }

    fn leesbaar_door<'a>(
        &self,
        kijker: &Kijker,
        betrokken: impl Iterator<Item = &'a Betrokkenheid>,
        on: Date,
    ) -> BTreeSet<Deel> {
        self.read_by(kijker, betrokken, on).into_iter().map(|(deel, _)| deel).collect()
    }

    /// How somebody reads each part through these relations, all of them their own.
    fn read_as(&self, kijker: &Kijker, opens: &[&Betrokkenheid], on: Date) -> BTreeMap<Deel, Inzicht> {
        let gives = opens.iter().copied().filter(|b| b.gegeven_tot_en_met.is_none());
        let mut delen: BTreeMap<Deel, Inzicht> = BTreeMap::new();
        for (deel, alleen_eigen) in self.read_by(kijker, gives, on) {
            delen.insert(deel, Inzicht { alleen_eigen, tot_en_met: None });
        }
        let gave = opens.iter().copied().filter(|b| b.gegeven_tot_en_met.is_some());
        let tot_en_met = gave.clone().filter_map(|b| b.gegeven_tot_en_met).max();
        for (deel, alleen_eigen) in self.read_by(kijker, gave, on) {
            delen.entry(deel).or_insert(Inzicht { alleen_eigen, tot_en_met });
        }
        delen
    }
}

/// Of a fact, what decides who reads it.
pub(crate) struct Plaats<'a> {
    /// The fact, or the one that it corrects.
    pub(crate) feit: &'a Feit,
    /// The part in which it stands.
    pub(crate) deel: Deel,
    /// Who of those that read it.
    pub(crate) lezers: Lezers<'a>,
    /// The case; none when it is about the child itself.
    pub(crate) onderwerp: Option<Onderwerp>,
    /// The fact itself: when it was recorded, and by whom it is held.
    pub(crate) zelf: &'a Feit,
}

impl Leesrecht {
    /// The parts that this person reads by anything.
    pub fn leest(&self, deel: Deel) -> bool {
        self.delen.contains(&deel)
    }

    /// The parts that this person reads, in order.
    pub fn delen(&self) -> impl Iterator<Item = Deel> {
        self.delen.iter().copied()
    }

    /// This person may know of a case.
    pub fn ziet(&self, onderwerp: Onderwerp) -> bool {
        self.zaken.contains_key(&onderwerp)
    }

    /// This person may know of a turn ([`Beurtkennis`]); one about the child itself is closed to a parent from whom places are secret, and that somebody wrote to the school to the family.
    pub fn ziet_beurt(&self, beurt: &Beurt) -> bool {
        if self.is_gezin() && beurt.zet.leest_woorden() {
            return false;
        }
        let deel = beurt.zet.deel();
        let (leest, gegeven) = match beurt.onderwerp {
            None => (self.leest(deel), self.is_gezin() && !self.afgeschermd),
            Some(onderwerp) => {
                let part = self.zaken.get(&onderwerp).and_then(|delen| delen.get(&deel));
                (part.is_some(), part.is_some_and(|part| part.tot_en_met.is_none()))
            }
        };
        Beurtkennis { leest, gegeven, eigen: beurt.organisatie == self.lezer.organisatie }.weet()
    }

    /// This person looks only by what was given before and is given no more: the child is to them as it was then.
    pub fn is_afgesloten(&self) -> bool {
        self.afgesloten
    }

    /// The cases of which this person may know.
    pub fn zaken(&self) -> impl Iterator<Item = Onderwerp> {
        self.zaken.keys().copied()
    }

    /// What others recorded of the child itself is no news for this person: they do more than look at a case.
    pub fn kent_kind(&self) -> bool {
        self.kent_kind.contains(&Deel::A)
    }

    /// This person may know where the child is and lives now, and not only what was given with a case.
    pub fn kent_gegevens(&self) -> bool {
        self.gegeven.is_none() && self.leest(Deel::A)
    }

    /// The number in the file of a parent or pupil who looks.
    pub fn eigen_persoon(&self) -> Option<u32> {
        self.eigen_persoon
    }

    /// A parent or pupil looks, and nobody who does this for their work.
    pub(crate) fn is_gezin(&self) -> bool {
        matches!(self.lezer.rol, Rol::Ouder | Rol::Leerling)
    }

    /// The places of the child are secret from the parent who looks.
    pub fn is_afgeschermd(&self) -> bool {
        self.afgeschermd
    }

    /// How this person knows a fact of the file.
    pub fn kennis(&self, dossier: &Dossier, feit: &Feit) -> Kennis {
        self.kent(&dossier.plaats(feit))
    }

    /// This person reads a fact of the file.
    pub fn leest_feit(&self, dossier: &Dossier, feit: &Feit) -> bool {
        self.kennis(dossier, feit) == Kennis::Gelezen
    }

    /// How this person knows a fact that stands there.
    pub(crate) fn kent(&self, plaats: &Plaats<'_>) -> Kennis {
        if !self.is_lezer(plaats) {
            return Kennis::Geen;
        }
        let Some(onderwerp) = plaats.onderwerp else { return self.of_child(plaats) };
        match self.zaken.get(&onderwerp).and_then(|delen| delen.get(&plaats.deel)) {
            Some(part) if self.is_given(part.tot_en_met, plaats.zelf) => {
                if !part.alleen_eigen || self.is_own(plaats.feit) { Kennis::Gelezen } else { Kennis::Geen }
            }
            Some(_) | None => Kennis::Geen,
        }
    }

    /// It was recorded before the giving ended, or by those who look.
    fn is_given(&self, tot_en_met: Option<u64>, feit: &Feit) -> bool {
        tot_en_met.is_none_or(|last| feit.volgnummer <= last) || feit.holder == self.lezer.organisatie
    }

    fn of_child(&self, plaats: &Plaats<'_>) -> Kennis {
        if !self.leest(plaats.deel) {
            Kennis::Geen
        } else if self.kent_kind.contains(&plaats.deel) || plaats.zelf.holder == self.lezer.organisatie {
            Kennis::Gelezen
        } else if self.gegeven.as_ref().is_none_or(|gegeven| gegeven.bevat(plaats.zelf)) {
            Kennis::Gegeven
        } else {
            Kennis::Geen
        }
    }

    /// Is among those whom the card of the fact names.
    fn is_lezer(&self, plaats: &Plaats<'_>) -> bool {
        match plaats.lezers {
            Lezers::Ouders | Lezers::SchoolEnGezin if self.verzorger => self.is_own(plaats.feit),
            Lezers::Woorden(van) if self.verzorger => van.is_some() && van == self.eigen_persoon,
            Lezers::Ingeleverd(van) if self.verzorger => self.eigen_persoon == Some(van),
            Lezers::Allen => true,
            Lezers::Ouders => {
                let of_parents = self.lezer.rol == Rol::Ouder && !self.afgeschermd;
                self.eigen_persoon.is_some() && (of_parents || self.is_own(plaats.feit))
            }
            Lezers::Woorden(van) => !self.afgeschermd || van.is_some() && van == self.eigen_persoon,
            Lezers::NietAndereOuder(van) => self.eigen_persoon.is_none() || van == self.eigen_persoon,
            Lezers::AlleenSchool(van) => {
                self.eigen_persoon == Some(van) || plaats.zelf.holder == self.lezer.organisatie
            }
            Lezers::Vanaf(day) => day <= self.op || plaats.zelf.holder == self.lezer.organisatie,
            Lezers::SchoolEnGezin => {
                plaats.zelf.holder == self.lezer.organisatie
                    || matches!(self.lezer.rol, Rol::Ouder | Rol::Leerling)
            }
            Lezers::Ingeleverd(van) if self.is_gezin() => {
                !self.afgeschermd || self.eigen_persoon == Some(van)
            }
            Lezers::NaBekendmaking(_) | Lezers::Houder | Lezers::Ingeleverd(_) => {
                plaats.zelf.holder == self.lezer.organisatie
            }
            Lezers::Alleen(personen) => personen.contains(&&self.lezer.persoon),
            Lezers::Niemand => false,
        }
    }

    fn is_own(&self, feit: &Feit) -> bool {
        feit.actor.persoon == self.lezer.persoon
    }
}

impl Dossier {
    /// The number in the file of a parent who acts, or of the pupil.
    pub fn eigen_persoon(&self, actor: &Actor, on: Date) -> Option<u32> {
        let account = Some(&actor.persoon);
        let is_one = |persoon: &&Persoon| {
            let is_pupil = persoon.relatie == Relatie::Leerling;
            if is_pupil { actor.rol == Rol::Leerling } else { actor.rol == Rol::Ouder }
        };
        let mut people = self.personen_op(on).filter(is_one);
        people.find(|persoon| persoon.account.as_ref() == account).map(|persoon| persoon.nr)
    }

    /// What decides who reads a fact. One of which the contents are gone stands in the part of all facts of its type; where
    /// what it said decided that, only its holder reads that it was there, and nobody what was put in its place.
    pub(crate) fn plaats<'a>(&'a self, zelf: &'a Feit) -> Plaats<'a> {
        let feit = self.about(zelf);
        let (deel, lezers, onderwerp) = match feit.gebeurtenis() {
            Some(gebeurtenis) => (gebeurtenis.deel(), gebeurtenis.lezers(), gebeurtenis.onderwerp()),
            None => match Gebeurtenis::vast_deel(feit.inhoud.event_type()) {
                Some(deel) => (deel, Lezers::Allen, None),
                None if self.correction(feit.volgnummer).is_some() => (Deel::A, Lezers::Niemand, None),
                None => (Deel::A, Lezers::Houder, None),
            },
        };
        let lezers = if let Lezers::NaBekendmaking(zaak) = lezers
            && let Some(known) = self.bekend(zaak)
            && !self.is_decided_anew(zaak, feit)
        {
            Lezers::Vanaf(known.op)
        } else if let Some(day) = self.letter_day(feit) {
            Lezers::Vanaf(day)
        } else {
            lezers
        };
        Plaats { feit, deel, lezers, onderwerp, zelf }
    }

    /// The date of a letter from which something counts, of the fact that keeps it or of one about its post: it tells nobody anything
    /// before that day.
    fn letter_day(&self, feit: &Feit) -> Option<Date> {
        let counts = |soort: &str| brief_dag(soort) != Briefdag::Vrij;
        if let Some(Gebeurtenis::BriefVastgelegd(brief)) = feit.gebeurtenis() {
            return counts(&brief.soort).then_some(feit.on);
        }
        let Some(Gebeurtenis::PostVerwerkt(post)) = feit.gebeurtenis() else { return None };
        self.brief(post.brief).filter(|_| counts(&post.soort)).map(|brief| brief.op)
    }

    /// A decision that was taken anew before it was made known: that one had no effect, and is told to nobody (Awb 3:40).
    fn is_decided_anew(&self, zaak: Onderwerp, decision: &Feit) -> bool {
        self.besluit_in(zaak).is_some_and(|last| last.volgnummer > decision.volgnummer)
    }

    /// The file as somebody knows it: what its facts amount to that they read or were given. Who knows all of it has the
    /// file itself.
    ///
    /// What is left out is not seen to be missing: a fact does to the rest what it does in the whole file, or nothing.
    pub fn voor(&self, recht: &Leesrecht) -> Cow<'_, Self> {
        self.waar(|feit| recht.kennis(self, feit) != Kennis::Geen)
    }

    /// The file that these of its facts amount to.
    pub(crate) fn waar(&self, known: impl Fn(&Feit) -> bool) -> Cow<'_, Self> {
        if self.feiten.iter().all(|feit| known(feit)) {
            return Cow::Borrowed(self);
        }
        let feiten = self.feiten.iter().filter(|feit| known(feit)).cloned().collect();
        Cow::Owned(Self { versie: self.versie, alleen_lezen: self.alleen_lezen, ..self.folded(feiten) })
    }

    /// The people around the child as somebody knows them: those of the file, or as they were to be reached when they were
    /// given. `gezien` is the file as they know it.
    pub fn mensen_voor(&self, recht: &Leesrecht, gezien: &Self, on: Date) -> BekendeGegevens {
        if recht.is_afgesloten() {
            // There is nothing more to send or to say to anybody: who they are is enough.
            return gezien.namen_op(on);
        }
        if recht.gegeven.is_some() {
            return self.zoals_gegeven(gezien, on);
        }
        BekendeGegevens {
            adres: gezien.leerling.as_ref().map(|leerling| leerling.adres.clone()),
            mensen: gezien.personen_op(on).cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests;
