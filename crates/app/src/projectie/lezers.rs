//! Who sees a file in lists, and what those tell them: worked out when the file changes, with the access matrix, so that
//! a list asks for the rows of one reader and for no rights.

use std::borrow::Cow;
use std::collections::BTreeSet;

use base::{Date, OrganisatieId, PersoonId};
use dossier::beurt::{Onderwerp, Zet};
use dossier::proces::{Verband, Zaak};
use dossier::toegang::{Betrokkenheid, Blik, Deel, Kijker, Kring, Matrix, RelatieSoort, Wie, Zicht};
use dossier::{Beurt, Dossier, Rol};
use storage::{AanvraagRij, GezienRij, Lezer, Projection, TaakRij, VerzoekRij};

use super::post::letters;
use super::zaken::Stand;
use super::{has_rows, is_near};
use crate::inzage::codes;

/// Through whose eyes somebody sees lists of children and requests; `None` when they see none.
pub(crate) fn lezer(matrix: &Matrix, kijker: &Kijker) -> Option<Lezer> {
    let blik = matrix.blik(kijker.actor.rol)?;
    Some(reader(blik.code(), &blik.wie(&kijker.actor), group_of(blik, kijker)?))
}

/// The group of whoever looks, where this way of looking is of a group: then who has none sees nothing.
fn group_of<'k>(blik: &Blik, kijker: &'k Kijker) -> Option<&'k str> {
    match blik.eigen_groep {
        true if kijker.groep.is_empty() => None,
        true => Some(&kijker.groep),
        false => Some(""),
    }
}

/// Those who see the files of a school in lists as people of that school.
pub(crate) fn lezers_van(matrix: &Matrix, school: &OrganisatieId) -> Vec<Lezer> {
    let here = matrix.blikken().iter().filter(|blik| !blik.eigen_groep && !blik.is_personal());
    here.map(|blik| Lezer::organisatie(blik.code(), school, "")).collect()
}

/// The list of the own turns of somebody: those of their role at their organisation, those of their group, or those of nobody else
/// ([`Kring`]). `None` for who has no group where turns are of one.
pub(crate) fn eigen_lijst(kijker: &Kijker) -> Option<Lezer> {
    let actor = &kijker.actor;
    let whose = match actor.rol.kring() {
        Kring::Samen => "",
        Kring::Groep(_) if kijker.groep.is_empty() => return None,
        Kring::Groep(_) => &kijker.groep,
        Kring::Persoon(_) => actor.persoon.as_str(),
    };
    Some(own_turns(actor.rol, &actor.organisatie, whose))
}

/// The list of the own turns of everybody with a role at an organisation; `None` where turns of that role are of a group or of one person.
pub(crate) fn lijst_samen(rol: Rol, organisatie: &OrganisatieId) -> Option<Lezer> {
    (rol.kring() == Kring::Samen).then(|| own_turns(rol, organisatie, ""))
}

/// The list of the turns for which somebody waits; `None` where they read of no case, or have no group where that is asked.
pub(crate) fn van_anderen(matrix: &Matrix, kijker: &Kijker) -> Option<Lezer> {
    let blik = matrix.blik(kijker.actor.rol).filter(|blik| !blik.zaken.is_empty())?;
    Some(waits(kijker.actor.rol, &blik.wie(&kijker.actor), group_of(blik, kijker)?))
}

/// The children of a parent; of a pupil the own file. By the one relation or the other, one person has one list.
pub(crate) fn ouder(persoon: &PersoonId) -> Lezer {
    Lezer::persoon(RelatieSoort::Gezag.code(), persoon)
}

/// By this somebody has a page of their own about the child.
fn is_own_page(soort: RelatieSoort) -> bool {
    matches!(
        soort,
        RelatieSoort::Gezag
            | RelatieSoort::Leerling
            | RelatieSoort::Verzorging
            | RelatieSoort::VerzorgingPlan
    )
}

fn reader(name: &str, wie: &Wie, groep: &str) -> Lezer {
    match wie {
        Wie::Organisatie(organisatie) => Lezer::organisatie(name, organisatie, groep),
        Wie::Persoon { persoon, voor: None } => Lezer::persoon(name, persoon),
        Wie::Persoon { persoon, voor: Some(voor) } => Lezer::organisatie(name, voor, persoon.as_str()),
    }
}

fn own_turns(rol: Rol, organisatie: &OrganisatieId, whose: &str) -> Lezer {
    Lezer::organisatie(&format!("eigen {}", rol.code()), organisatie, whose)
}

fn waits(rol: Rol, wie: &Wie, groep: &str) -> Lezer {
    reader(&format!("wacht {}", rol.code()), wie, groep)
}

/// Adds to the rows of a file who sees them.
pub(super) fn add_readers(
    projection: &mut Projection,
    dossier: &Dossier,
    beurten: &[Beurt],
    betrokken: &[Betrokkenheid],
    matrix: &Matrix,
    today: Date,
) {
    if projection.dossier.is_none() {
        return;
    }
    let onderwerpen: Vec<Onderwerp> = dossier.onderwerpen().collect();
    let told = Told { stand: Stand::of(dossier), beurten, betrokken, dicht: closed_to(dossier), today };
    for zicht in matrix.zichten(betrokken, &onderwerpen, today) {
        let lezer = reader(zicht.blik.code(), zicht.wie, zicht.groep);
        let given = zicht.dossier(dossier);
        match &given {
            Cow::Borrowed(_) => projection.gezien.extend(told.to(&zicht, &lezer)),
            Cow::Owned(given) => {
                let then = Told { stand: Stand::of(given), dicht: closed_to(given), ..told };
                projection.gezien.extend(then.to(&zicht, &lezer));
            }
        }
        projection.taken.extend(told.waiting(&zicht));
        projection.post.extend(letters(matrix, dossier, &zicht, &lezer));
        let asked = requests(projection, &zicht, &lezer);
        projection.verzoeken.extend(asked);
        // Who has a case of the child alone was given its people as they were then, and is not told of who came later.
        let knows = zicht.kent_gegevens && projection.ouderzoekers.last() != Some(&lezer);
        projection.ouderzoekers.extend(knows.then(|| lezer.clone()));
        if projection.zoekers.last() != Some(&lezer) {
            projection.zoekers.push(lezer);
        }
    }
    projection.taken.extend(told.own());
    projection.gezien.extend(parents(betrokken, &told));
}

/// Accounts of parents from whom it is secret where the child is: they answer no offer of a school.
fn closed_to(dossier: &Dossier) -> Vec<PersoonId> {
    let hidden = dossier.personen.iter().filter(|persoon| dossier.is_geheim_voor(persoon.nr));
    hidden.filter_map(|persoon| persoon.account.clone()).collect()
}

/// What can be told of a file, before it is known to whom.
struct Told<'a> {
    stand: Stand<'a>,
    beurten: &'a [Beurt],
    betrokken: &'a [Betrokkenheid],
    dicht: Vec<PersoonId>,
    today: Date,
}

impl Told<'_> {
    /// What one reader is told, for each stretch of days in which that is the same.
    fn to(&self, zicht: &Zicht<'_>, lezer: &Lezer) -> Vec<GezienRij> {
        let turns: Vec<&Beurt> = self.beurten.iter().filter(|beurt| zicht.ziet_beurt(beurt)).collect();
        let begins = zicht.van.max(self.today);
        let within =
            |day: &Date| *day > begins && is_near(*day, self.today) && zicht.tot.is_none_or(|tot| *day < tot);
        let of_turns = turns.iter().flat_map(|beurt| [Some(beurt.van), beurt.tot]).flatten();
        let days: BTreeSet<Date> = of_turns.chain(self.stand.days()).filter(within).collect();
        let starts = [zicht.van].into_iter().chain(days.iter().copied());
        let ends = days.iter().copied().map(Some).chain([zicht.tot]);
        starts.zip(ends).map(|stretch| self.row(zicht, &turns, stretch, lezer)).collect()
    }

    /// What one reader is told during a stretch of days, and from which parts of the file that comes.
    fn row(
        &self,
        zicht: &Zicht<'_>,
        turns: &[&Beurt],
        (van, tot): (Date, Option<Date>),
        lezer: &Lezer,
    ) -> GezienRij {
        let (stand, on, knows) = (&self.stand, van.max(self.today), zicht.kent_gegevens);
        let cases: Vec<_> = stand.cases(on).filter(|(zaak, _)| zicht.ziet(zaak.onderwerp)).collect();
        let phase = cases.iter().find(|(_, told)| stand.says(told, on, knows));
        let school = stand.school(on, knows);
        let held = cases.iter().find(|(_, told)| school.is_none() && told.houdt_kind);
        let registered = cases.iter().filter(|(_, told)| told.aangemeld_op.is_some());
        let registered = registered.max_by_key(|(_, told)| told.aangemeld_op);
        let open: Vec<&Beurt> = turns.iter().copied().filter(|beurt| beurt.is_open(on)).collect();
        let next = open.iter().filter(|beurt| beurt.uiterlijk.is_some()).min_by_key(|beurt| beurt.uiterlijk);
        let told = [phase, held, registered].into_iter().flatten().map(|(zaak, _)| zaak.onderwerp.deel());
        let delen = told.chain([open.first(), next].into_iter().flatten().map(|beurt| beurt.zet.deel()));
        GezienRij {
            lezer: lezer.clone(),
            van,
            tot,
            fase: phase
                .map_or_else(
                    || stand.code(on, knows),
                    |(zaak, told)| told.fase_op(on, decides(zaak, zicht.wie)),
                )
                .to_owned(),
            vestiging: school.or_else(|| held.and_then(|(zaak, _)| zaak.vestiging().cloned())),
            groep: stand.groep(on, knows),
            aangemeld_op: registered.and_then(|(_, told)| told.aangemeld_op),
            volgende_datum: next.and_then(|beurt| beurt.uiterlijk),
            volgende_einddag: next.and_then(|beurt| beurt.einddag),
            wacht_op_rol: open.first().map(|beurt| beurt.rol.code().to_owned()),
            delen: codes(delen.collect::<BTreeSet<Deel>>().into_iter()),
        }
    }

    /// The turns of others for which those who look this way wait: not those of the own role at the own organisation,
    /// nor of the same expert.
    fn waiting(&self, zicht: &Zicht<'_>) -> Vec<TaakRij> {
        let mut all = Vec::new();
        for (nr, beurt) in self.turns() {
            if !zicht.ziet_beurt(beurt) {
                continue;
            }
            let Some((van, tot)) = both(beurt, zicht).filter(|(_, tot)| self.is_to_come(*tot)) else {
                continue;
            };
            let others = zicht.blik.rollen.iter().filter(|rol| !is_own(beurt, **rol, zicht.wie));
            let groep = self.stand.groep(self.today, zicht.kent_gegevens);
            all.extend(others.map(|rol| TaakRij {
                lezer: waits(*rol, zicht.wie, zicht.groep),
                nr,
                groep: groep.clone(),
                van,
                tot,
            }));
        }
        all
    }

    /// The turns of which rows are made, each with its number in the file.
    fn turns(&self) -> impl Iterator<Item = (u32, &Beurt)> {
        (1_u32..).zip(self.beurten).filter(move |(_, beurt)| has_rows(beurt, self.today))
    }

    fn is_to_come(&self, tot: Option<Date>) -> bool {
        tot.is_none_or(|tot| tot > self.today)
    }

    /// Each turn in the list of those whose turn it is. One that is of a person or of a group stands there as long as the relation holds
    /// by which it is.
    fn own(&self) -> Vec<TaakRij> {
        let mut all: Vec<TaakRij> = Vec::new();
        for (nr, beurt) in self.turns().filter(|(_, beurt)| self.is_to_come(beurt.tot)) {
            let by = match beurt.rol.kring() {
                Kring::Samen => {
                    let lezer = own_turns(beurt.rol, &beurt.organisatie, "");
                    let groep = self.group_for(&beurt.organisatie);
                    all.push(TaakRij { lezer, nr, groep, van: beurt.van, tot: beurt.tot });
                    continue;
                }
                Kring::Groep(by) | Kring::Persoon(by) => by,
            };
            for relation in self.betrokken.iter().filter(|relation| relation.soort == by) {
                let Some((whose, groep)) = self.turn_of(beurt, relation) else { continue };
                let van = beurt.van.max(relation.van);
                let tot = [beurt.tot, relation.tot].into_iter().flatten().min();
                let lezer = own_turns(beurt.rol, &beurt.organisatie, whose);
                let known = all.iter().any(|row| row.nr == nr && row.lezer == lezer && row.van == van);
                if !known && tot.is_none_or(|tot| van < tot) && self.is_to_come(tot) {
                    all.push(TaakRij { lezer, nr, groep, van, tot });
                }
            }
        }
        all
    }

    /// In whose list of a role a turn stands by a relation, a group or a person, with the group that it tells; none when it is not theirs.
    fn turn_of<'b>(&self, beurt: &Beurt, relation: &'b Betrokkenheid) -> Option<(&'b str, Option<String>)> {
        match &relation.wie {
            Wie::Organisatie(organisatie) => {
                let theirs = *organisatie == beurt.organisatie && !relation.groep.is_empty();
                theirs.then(|| (relation.groep.as_str(), self.group_for(organisatie)))
            }
            Wie::Persoon { persoon, voor } => {
                let theirs = beurt.persoon.as_ref().is_none_or(|of| of == persoon);
                let here = voor.as_ref().is_none_or(|voor| *voor == beurt.organisatie);
                let closed = matches!(beurt.zet, Zet::AanbodBeantwoorden | Zet::IntrekkingBeantwoorden)
                    && self.dicht.contains(persoon);
                let groep = || self.stand.groep(self.today, !self.dicht.contains(persoon));
                (theirs && here && !closed).then(|| (persoon.as_str(), groep()))
            }
        }
    }

    /// The group of the child, for an organisation that may know of it.
    fn group_for(&self, organisatie: &OrganisatieId) -> Option<String> {
        let knows = self.betrokken.iter().any(|relation| {
            relation.wie == Wie::Organisatie(organisatie.clone())
                && relation.kent_gegevens()
                && relation.is_current(self.today)
        });
        self.stand.groep(self.today, knows)
    }
}

/// Those who look decide on this case, or advise whoever does.
fn decides(zaak: &Zaak<'_>, wie: &Wie) -> bool {
    let Verband::Verzonden { aan, .. } = zaak.verband else { return false };
    match wie {
        Wie::Organisatie(organisatie) => *organisatie == aan.organisatie(),
        Wie::Persoon { voor, .. } => voor.as_ref().is_some_and(|voor| *voor == aan.organisatie()),
    }
}

/// A turn of those who look this way: of their role at their organisation, where turns are of a group of this group, else of this person.
fn is_own(beurt: &Beurt, rol: Rol, wie: &Wie) -> bool {
    beurt.rol == rol
        && match rol.kring() {
            Kring::Samen | Kring::Groep(_) => *wie == Wie::Organisatie(beurt.organisatie.clone()),
            Kring::Persoon(_) => match wie {
                Wie::Organisatie(_) => false,
                Wie::Persoon { persoon, voor } => {
                    beurt.persoon.as_ref().is_none_or(|of| of == persoon)
                        && voor.as_ref().is_none_or(|voor| beurt.organisatie == *voor)
                }
            },
        }
}

/// The days that a turn and a sight of the file have in common.
fn both(beurt: &Beurt, zicht: &Zicht<'_>) -> Option<(Date, Option<Date>)> {
    let van = beurt.van.max(zicht.van);
    let tot = [beurt.tot, zicht.tot].into_iter().flatten().min();
    tot.is_none_or(|tot| van < tot).then_some((van, tot))
}

/// The requests of a file in the list of a partnership or an expert, whose work they are.
fn requests(projection: &Projection, zicht: &Zicht<'_>, lezer: &Lezer) -> Vec<VerzoekRij> {
    let works = [RelatieSoort::Swv, RelatieSoort::Deskundige];
    if !works.iter().any(|soort| zicht.blik.relaties.contains(soort)) {
        return Vec::new();
    }
    // One that was forwarded is the work of another, and its row tells what that one does.
    let gone = |row: &AanvraagRij| {
        zicht.afgesloten.contains_key(&Onderwerp::Aanvraag(row.aanvraag))
            && *zicht.wie != Wie::Organisatie(row.swv.organisatie())
    };
    let seen = projection.aanvragen.iter().filter(|row| zicht.ziet(Onderwerp::Aanvraag(row.aanvraag)));
    let seen = seen.filter(|row| !gone(row));
    let row = |aanvraag| VerzoekRij { lezer: lezer.clone(), aanvraag, van: zicht.van, tot: zicht.tot };
    seen.map(|seen| row(seen.aanvraag)).collect()
}

/// A parent has no list, but a page with their children.
fn parents(betrokken: &[Betrokkenheid], told: &Told<'_>) -> Vec<GezienRij> {
    let mut all: Vec<GezienRij> = Vec::new();
    for relation in betrokken.iter().filter(|b| is_own_page(b.soort)) {
        let Wie::Persoon { persoon, .. } = &relation.wie else { continue };
        let (lezer, van, tot) = (ouder(persoon), relation.van, relation.tot);
        let known = all.iter().any(|row| row.lezer == lezer && row.van == van);
        if !known && told.is_to_come(tot) {
            all.push(GezienRij {
                lezer,
                van,
                tot,
                fase: told.stand.code(van.max(told.today), true).to_owned(),
                vestiging: None,
                groep: None,
                aangemeld_op: None,
                volgende_datum: None,
                volgende_einddag: None,
                wacht_op_rol: None,
                delen: String::new(),
            });
        }
    }
    all
}

#[cfg(test)]
mod tests;
