//! What no correction does to the people around a child: nobody becomes somebody else, nobody loses authority by one, and no day of birth
//! puts the parents of a minor out.

use base::{Date, dates};
use verband::grenzen::{DAGEN_OM_TE_ANTWOORDEN, MAANDEN_ZAAK_VAN_OUDERS};

use crate::algemeen::grenzen::met;
use crate::gebeurtenis::Gebeurtenis;
use crate::leven::feiten::PersoonVerbonden;
use crate::opdracht::{Besluitvorming, Vaststelling, regels};
use crate::refusal::Refusal;
use crate::staat::{Dossier, Feit, Persoon};

/// So many letters of a name are a slip of the pen; more is another name.
const MOST_LETTERS_OF_A_SLIP: usize = 2;

/// The correction of a person leaves who it is, and the authority that they have.
pub(super) fn bewaak(
    (voor, na): (&Dossier, &Dossier),
    feit: &Feit,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some(Gebeurtenis::PersoonVerbonden(said)) = feit.gebeurtenis() else { return Ok(()) };
    refuse_other_person((voor.persoon(said.persoon), na.persoon(said.persoon)), (feit, said), ctx)?;
    refuse_lost_authority((voor, na), said.persoon, ctx.vandaag)
}

/// A person is who was recorded, also after many corrections: another one gets a place in the file of the own. Who has no page yet can be
/// put right as a whole on the day on which they were recorded: a letter, a word and a view are of who stood there.
fn refuse_other_person(
    (voor, na): (Option<&Persoon>, Option<&Persoon>),
    (feit, said): (&Feit, &PersoonVerbonden),
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let Some((voor, na)) = voor.zip(na).filter(|(voor, na)| voor.naam != na.naam) else { return Ok(()) };
    if letters_between(&said.naam, &na.naam) <= MOST_LETTERS_OF_A_SLIP {
        return Ok(());
    }
    let page = voor.account.is_some();
    if !page && dates::today_in_nl(feit.recorded_at) == ctx.vandaag {
        return Ok(());
    }
    let reden = if page {
        sleutels::algemeen::heeft_eigen_pagina()
    } else {
        sleutels::algemeen::wordt_iemand_anders()
    };
    Err(Refusal::field("naam", reden).instead(sleutels::algemeen::nieuwe_persoon()))
}

/// How many letters have to be added, left out or changed to make the one name the other.
fn letters_between(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.to_lowercase().chars().enumerate() {
        let mut next = vec![at + 1];
        for ((same, above), found) in row.iter().zip(row.iter().skip(1)).zip(&other) {
            let left = next.last().copied().unwrap_or_default();
            next.push((same + usize::from(letter != *found)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Authority changes from a day, by what shows it (BW 1:245, 1:253a), and not as if it never had been, or only since later.
fn refuse_lost_authority((voor, na): (&Dossier, &Dossier), nr: u32, vandaag: Date) -> Result<(), Refusal> {
    let has = |persoon: &&Persoon| persoon.relatie.has_gezag() && persoon.is_current(vandaag);
    let since = |dossier: &Dossier| {
        let own = dossier.personen.iter().filter(|persoon| persoon.nr == nr && persoon.relatie.has_gezag());
        own.map(|persoon| persoon.van).min()
    };
    let begins_later = since(voor).is_some_and(|was| since(na).is_none_or(|now| now > was));
    let ends_sooner = voor.persoon(nr).filter(has).is_some_and(|was| {
        !na.persoon(nr).filter(has).is_some_and(|now| match (was.tot, now.tot) {
            (None, Some(_)) => false,
            (Some(was), Some(now)) => now >= was,
            (_, None) => true,
        })
    });
    if !begins_later && !ends_sooner {
        return Ok(());
    }
    Err(Refusal::new("houdt_gezag", sleutels::algemeen::verbetering_neemt_gezag_af())
        .instead(sleutels::algemeen::gezag_wijzigen_met_bewijs()))
}

/// A pupil of age decides, and the parents are out (BW 1:233, 1:245). No correction of a day of birth does that to parents who have
/// authority, and no slip of the same day either: first it is recorded of each of them, with what shows it, and they are told. Nor does it
/// make the day so near that nobody could object before.
pub(super) fn refuse_of_age(
    voor: &Dossier,
    events: &[Vaststelling],
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let na = met(voor, events, ctx);
    // While something runs in which the parents decide or are heard, no correction takes it out of their hands before it can be over.
    let runs = voor.zaken().any(|zaak| !zaak.afgelopen);
    let near = if runs {
        dates::plus_months(ctx.vandaag, MAANDEN_ZAAK_VAN_OUDERS)
    } else {
        dates::plus_days(ctx.vandaag, DAGEN_OM_TE_ANTWOORDEN)
    };
    let near = near.unwrap_or(Date::MAX);
    let (Some(becomes), was) = (na.handelt_zelf_vanaf(), voor.handelt_zelf_vanaf()) else { return Ok(()) };
    let sooner = becomes <= near && was.is_none_or(|was| becomes < was);
    if !sooner || voor.gezag_op(ctx.vandaag).next().is_none() {
        return Ok(());
    }
    let of_age = dates::plus_days(ctx.vandaag, DAGEN_OM_TE_ANTWOORDEN).is_none_or(|soon| becomes <= soon);
    if !of_age {
        let soon = sleutels::algemeen::MaaktMeerderjarigTijdensZaak { op: becomes }.tekst();
        return Err(Refusal::new("maakt_meerderjarig", soon)
            .because(regels::vindplaats(ctx, "meerderjarig.leeftijd", ctx.vandaag))
            .instead(sleutels::algemeen::eerst_zaak_afmaken()));
    }
    Err(Refusal::new("maakt_meerderjarig", sleutels::algemeen::verbetering_maakt_meerderjarig())
        .because(regels::vindplaats(ctx, "meerderjarig.leeftijd", ctx.vandaag))
        .instead(sleutels::algemeen::eerst_gezag_van_ouders_wijzigen()))
}
