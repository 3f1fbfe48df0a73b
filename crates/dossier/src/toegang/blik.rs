//! Ways of looking at lists: what the matrix lets a role see of children where no file is at hand, and from that, when a
//! file changes, who sees it in a list, until when, and which of its cases.
//!
//! Roles with the same rights look the same way, so a row that is made for one of them serves all.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use base::Date;

use super::{Betrokkenheid, Deel, Matrix, RelatieSoort, Rij, Wie};
use crate::beurt::{Beurt, Onderwerp, Zet};
use crate::rol::{Actor, Rol};
use crate::staat::Dossier;

/// What roles with the same rights see in lists: of which children, and of which of their cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blik {
    /// The roles that look this way, in order of the matrix; never empty.
    pub rollen: Vec<Rol>,
    /// Through these relations.
    pub relaties: Vec<RelatieSoort>,
    /// Of the own group only.
    pub eigen_groep: bool,
    /// Cases and turns that stand in these parts.
    pub zaken: BTreeSet<Deel>,
    /// Which of those parts, and of identity, are open only while a request, registration or case runs.
    pub alleen_lopend: BTreeSet<Deel>,
}

impl Blik {
    fn of(rol: Rol, rij: &Rij) -> Option<Self> {
        let readable = |deel: &Deel| rij.cellen.get(deel).filter(|cel| cel.lezen);
        readable(&Deel::A)?;
        let told = Onderwerp::DELEN.iter().copied().chain(Zet::ALL.iter().map(|zet| zet.deel()));
        let zaken: BTreeSet<Deel> = told.filter(|deel| readable(deel).is_some()).collect();
        let only_while_it_runs = |deel: &Deel| readable(deel).is_some_and(|cel| cel.alleen_lopend);
        Some(Self {
            rollen: vec![rol],
            relaties: rij.relatie.clone(),
            eigen_groep: rij.eigen_groep,
            alleen_lopend: zaken.iter().copied().chain([Deel::A]).filter(only_while_it_runs).collect(),
            zaken,
        })
    }

    fn is_like(&self, other: &Self) -> bool {
        let Self { rollen: _, relaties, eigen_groep, zaken, alleen_lopend } = self;
        (relaties, eigen_groep, zaken, alleen_lopend)
            == (&other.relaties, &other.eigen_groep, &other.zaken, &other.alleen_lopend)
    }

    /// What this way of looking is called: the code of its first role.
    pub fn code(&self) -> &'static str {
        self.rollen.first().map_or("", |rol| rol.code())
    }

    /// Those who are concerned as a person see what is given to them and not what is given to their colleagues.
    pub fn is_personal(&self) -> bool {
        self.relaties.iter().all(|soort| soort.is_personal())
    }

    /// As whom somebody looks this way.
    pub fn wie(&self, actor: &Actor) -> Wie {
        if self.is_personal() {
            Wie::Persoon { persoon: actor.persoon.clone(), voor: Some(actor.organisatie.clone()) }
        } else {
            Wie::Organisatie(actor.organisatie.clone())
        }
    }

    fn counts(&self, relation: &Betrokkenheid) -> bool {
        self.relaties.contains(&relation.soort)
            && self.is_personal() == matches!(relation.wie, Wie::Persoon { .. })
            && !(self.eigen_groep && relation.groep.is_empty())
    }

    /// A relation opens a part: something runs by it, or the part is open without that.
    fn opens(&self, deel: Deel, relation: &Betrokkenheid) -> bool {
        relation.soort.opent(deel) && (relation.lopend || !self.alleen_lopend.contains(&deel))
    }
}

/// Who sees a file in lists during a stretch of days, and of which cases they may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zicht<'a> {
    /// How they look.
    pub blik: &'a Blik,
    /// Who looks.
    pub wie: &'a Wie,
    /// Whose group looks; empty where groups are not looked at.
    pub groep: &'a str,
    /// First day.
    pub van: Date,
    /// First day on which it is over; `None` while it has no end.
    pub tot: Option<Date>,
    /// The cases of which they may know, each with the parts of which a list tells them there.
    pub zaken: BTreeMap<Onderwerp, BTreeSet<Deel>>,
    /// They may know at which school and in which group the child is; not by a case alone.
    pub kent_gegevens: bool,
    /// Of those cases, the ones of which nothing is given any more, with the number of the last fact that was.
    pub afgesloten: BTreeMap<Onderwerp, u64>,
}

impl Zicht<'_> {
    /// They may know of a case.
    pub fn ziet(&self, onderwerp: Onderwerp) -> bool {
        self.zaken.contains_key(&onderwerp)
    }

    /// They may know of what stands in a part of a case.
    pub fn leest(&self, onderwerp: Onderwerp, deel: Deel) -> bool {
        self.zaken.get(&onderwerp).is_some_and(|delen| delen.contains(&deel))
    }

    /// They may know of a turn ([`Beurtkennis`]).
    pub fn ziet_beurt(&self, beurt: &Beurt) -> bool {
        let deel = beurt.zet.deel();
        let (leest, gegeven) = match beurt.onderwerp {
            // No family looks at lists.
            None => (self.blik.zaken.contains(&deel), false),
            Some(onderwerp) => (self.leest(onderwerp, deel), !self.afgesloten.contains_key(&onderwerp)),
        };
        let eigen = *self.wie == Wie::Organisatie(beurt.organisatie.clone());
        Beurtkennis { leest, gegeven, eigen }.weet()
    }

    /// The file as lists tell it to them: of a case of which nothing is given any more what stood when the giving ended, and of the
    /// child nothing later where no other case is open to them.
    pub fn dossier<'d>(&self, dossier: &'d Dossier) -> Cow<'d, Dossier> {
        let Some(last) = self.afgesloten.values().max() else { return Cow::Borrowed(dossier) };
        let all_closed = self.zaken.keys().all(|onderwerp| self.afgesloten.contains_key(onderwerp));
        dossier.waar(|feit| match dossier.plaats(feit).onderwerp {
            Some(onderwerp) => self.afgesloten.get(&onderwerp).is_none_or(|last| feit.volgnummer <= *last),
            None => !all_closed || feit.volgnummer <= *last,
        })
    }
}

/// What decides whether somebody knows of a turn, in lists and in the file alike.
///
/// A turn of a case is known to who reads of that case what the turn tells, and is given it now; after the giving ended, what others have to
/// do was told to nobody by it. A turn about the child itself can tell where the child goes: it is given to the family, and to nobody else.
/// What somebody has to do themselves they know in both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beurtkennis {
    /// They read what it tells.
    pub(super) leest: bool,
    /// They are given it.
    pub(super) gegeven: bool,
    /// It is theirs.
    pub(super) eigen: bool,
}

impl Beurtkennis {
    pub(super) fn weet(self) -> bool {
        self.leest && (self.gegeven || self.eigen)
    }
}

impl Matrix {
    /// The ways of looking at lists of every role that reads who a child is, the same ones together. Families look at
    /// no list: it would tell what may be secret from one of them.
    pub(super) fn see(rijen: &BTreeMap<Rol, Rij>) -> Vec<Blik> {
        let mut all: Vec<Blik> = Vec::new();
        let looking = rijen.iter().filter(|(rol, _)| !matches!(rol, Rol::Ouder | Rol::Leerling));
        for blik in looking.filter_map(|(rol, rij)| Blik::of(*rol, rij)) {
            match all.iter_mut().find(|known| known.is_like(&blik)) {
                Some(known) => known.rollen.extend(blik.rollen),
                None => all.push(blik),
            }
        }
        all
    }

    /// Every way of looking at lists.
    pub fn blikken(&self) -> &[Blik] {
        &self.blikken
    }

    /// How a role looks at lists; `None` when it sees none.
    pub fn blik(&self, rol: Rol) -> Option<&Blik> {
        self.blikken.iter().find(|blik| blik.rollen.contains(&rol))
    }

    /// Who sees a file in lists from a day on: for each way of looking and each who is concerned, the stretches of days
    /// in which they see the same cases. What has ended by that day is left out.
    pub fn zichten<'a>(
        &'a self,
        betrokken: &'a [Betrokkenheid],
        onderwerpen: &[Onderwerp],
        from: Date,
    ) -> Vec<Zicht<'a>> {
        let mut all = Vec::new();
        for blik in &self.blikken {
            let mut readers: BTreeMap<(&Wie, &str), Vec<&Betrokkenheid>> = BTreeMap::new();
            for relation in betrokken.iter().filter(|b| blik.counts(b) && is_to_come(b.tot, from)) {
                let groep = if blik.eigen_groep { relation.groep.as_str() } else { "" };
                readers.entry((&relation.wie, groep)).or_default().push(relation);
            }
            for ((wie, groep), relations) in readers {
                let reader = |(van, tot, (zaken, kent_gegevens, afgesloten))| Zicht {
                    blik,
                    wie,
                    groep,
                    van,
                    tot,
                    zaken,
                    kent_gegevens,
                    afgesloten,
                };
                all.extend(stretches(blik, &relations, onderwerpen, from).into_iter().map(reader));
            }
        }
        all
    }
}

fn is_to_come(tot: Option<Date>, from: Date) -> bool {
    tot.is_none_or(|tot| tot > from)
}

type Stretch = (Date, Option<Date>, (BTreeMap<Onderwerp, BTreeSet<Deel>>, bool, BTreeMap<Onderwerp, u64>));

/// The stretches of days that the relations of one reader cut out together, each with the cases that one of them opens.
fn stretches(
    blik: &Blik,
    relations: &[&Betrokkenheid],
    onderwerpen: &[Onderwerp],
    from: Date,
) -> Vec<Stretch> {
    let days: BTreeSet<Date> = relations.iter().flat_map(|b| [Some(b.van), b.tot]).flatten().collect();
    let ends = days.iter().skip(1).copied().map(Some).chain([None]);
    let mut all: Vec<Stretch> = Vec::new();
    for (van, tot) in days.iter().copied().zip(ends) {
        let current: Vec<_> = relations.iter().filter(|b| b.is_current(van)).collect();
        if !current.iter().any(|b| blik.opens(Deel::A, b)) || !is_to_come(tot, from) {
            continue;
        }
        let opens = |onderwerp: Onderwerp, deel: Deel| {
            current.iter().any(|b| blik.opens(deel, b) && b.zaken.bevat(onderwerp))
        };
        let knows_of = |onderwerp: &Onderwerp| {
            let delen = blik.zaken.iter().copied().filter(|deel| opens(*onderwerp, *deel));
            let delen: BTreeSet<Deel> = delen.collect();
            // Who may not read with what a case begins knows of no case.
            delen.contains(&onderwerp.deel()).then_some((*onderwerp, delen))
        };
        let zaken: BTreeMap<_, _> = onderwerpen.iter().filter_map(knows_of).collect();
        // Only what opens who the child is can tell where it is.
        let knows = current.iter().any(|b| blik.opens(Deel::A, b) && b.kent_gegevens());
        let given_until = |onderwerp: &Onderwerp| {
            let by = current.iter().filter(|b| blik.opens(onderwerp.deel(), b) && b.zaken.bevat(*onderwerp));
            // Where one of them still gives, none of them ended it.
            let last: Option<Vec<u64>> = by.map(|b| b.gegeven_tot_en_met).collect();
            last?.into_iter().max().map(|last| (*onderwerp, last))
        };
        let afgesloten = zaken.keys().filter_map(given_until).collect();
        let told = (zaken, knows, afgesloten);
        match all.last_mut().filter(|last| last.1 == Some(van) && last.2 == told) {
            Some(last) => last.1 = tot,
            None => all.push((van, tot, told)),
        }
    }
    all
}

#[cfg(test)]
mod tests;
