//! To whom an act is something new: who got a letter, and whose turn began.

use std::time::Duration;

use base::{Date, PersoonId};
use dossier::algemeen::feiten::BriefVastgelegd;
use dossier::beurt::{Onderwerp, Zet};
use dossier::gebeurtenis::Feitsoort;
use dossier::opdracht::Vaststelling;
use dossier::{Actor, Beurt, Dossier, Rol};
use recht::Wet;
use storage::{Aangeschreven, Aankondiging};

use crate::Moment;

/// How long a notice rests: an act and its letters, and what somebody does one after the other, are one notice.
const RUST: Duration = Duration::from_mins(10);

/// What is the same turn before and after an act.
type Sleutel = (Zet, Option<Onderwerp>, Option<PersoonId>);

/// The turns that were open before an act, and whether the child had died by then.
pub(crate) struct Stond(Vec<Sleutel>, bool);

impl Stond {
    /// As they stand in a file on a day.
    pub(crate) fn of(dossier: &Dossier, wet: &Wet, on: Date) -> Self {
        let open = dossier.beurten_op(wet, on).iter().filter(|beurt| beurt.is_open(on)).map(key).collect();
        Self(open, dossier.overleden_op.is_some())
    }

    /// The file said that the child had died.
    pub(crate) fn is_of_dead(&self) -> bool {
        self.1
    }
}

fn key(beurt: &Beurt) -> Sleutel {
    (beurt.zet, beurt.onderwerp, beurt.persoon.clone())
}

/// Who is told of these facts, on the file as it stands after them. After the death of the child nobody is told anything,
/// also not of what waited.
pub(crate) fn aankondiging(
    (after, wet): (&Dossier, &Wet),
    decided: &[Vaststelling],
    stond: &Stond,
    actor: &Actor,
    moment: Moment,
) -> Aankondiging {
    if after.overleden_op.is_some() {
        return Aankondiging::Nooit;
    }
    let mut told: Vec<Aangeschreven> =
        letters(after, decided, moment.vandaag).map(Aangeschreven::Persoon).collect();
    if stond.is_of_dead() {
        // The death was a mistake. What waited to be told was thrown away: the family hears that there is something to look at.
        let family = after.beslissers_op(moment.vandaag).filter_map(|persoon| persoon.account.clone());
        told.extend(family.map(Aangeschreven::Persoon));
    }
    for beurt in after.beurten_op(wet, moment.vandaag) {
        if beurt.is_open(moment.vandaag) && !stond.0.contains(&key(&beurt)) {
            whose(after, &beurt, actor, moment.vandaag, &mut told);
        }
    }
    // Whoever is told twice is told once.
    let mut each: Vec<Aangeschreven> = Vec::new();
    for one in told {
        if !each.contains(&one) {
            each.push(one);
        }
    }
    Aankondiging::Aan { wie: each, vanaf: super::after(moment.at, RUST) }
}

/// The accounts of those to whom a letter was written.
fn letters<'a>(
    after: &'a Dossier,
    decided: &'a [Vaststelling],
    on: Date,
) -> impl Iterator<Item = PersoonId> + 'a {
    let letters = decided.iter().filter_map(|fact| BriefVastgelegd::uit(&fact.gebeurtenis));
    let readers = letters.flat_map(|brief| &brief.aan_personen).filter_map(|nr| after.persoon(*nr));
    readers.filter(move |persoon| persoon.is_current(on)).filter_map(|persoon| persoon.account.clone())
}

/// Whose turn it is, but for whoever brought it about themselves.
fn whose(after: &Dossier, beurt: &Beurt, actor: &Actor, on: Date, told: &mut Vec<Aangeschreven>) {
    if let Some(persoon) = &beurt.persoon {
        if *persoon != actor.persoon {
            told.push(Aangeschreven::Persoon(persoon.clone()));
        }
        return;
    }
    if matches!(beurt.rol, Rol::Ouder | Rol::Leerling) {
        let parents = after.beslissers_op(on).filter_map(|ouder| ouder.account.clone());
        told.extend(parents.filter(|ouder| *ouder != actor.persoon).map(Aangeschreven::Persoon));
        return;
    }
    if beurt.rol != actor.rol || beurt.organisatie != actor.organisatie {
        told.push(Aangeschreven::Rol {
            rol: beurt.rol.code().to_owned(),
            organisatie: beurt.organisatie.clone(),
            on,
        });
    }
}
