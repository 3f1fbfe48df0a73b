//! P0: what a carer reads on a page of their own. To the law on education a carer is a parent (WPO 1, WEC 1) and registers the child; who
//! has authority stays who it was, and says what of the file the carer reads. Without that word nothing opens.

use std::sync::Arc;

use base::{Date, dates};
use serde::{Deserialize, Serialize};
use sleutels::Tekst;

use crate::gebeurtenis::Fold;
use crate::kaart::kaart;
use crate::leven::opdracht::current;
use crate::opdracht::velden::{Keuze, MagNummer, MagRegel, daad};
use crate::opdracht::{Besluitvorming, Decide, Vaststelling, invoer};
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::soort::{Relatie, Verzorgerslezing};
use crate::staat::{Dossier, Feit, Persoon};

/// Somebody with authority said what a carer may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LezingToegestaan {
    /// The carer, by number in the file.
    pub persoon: u32,
    /// What of the file.
    pub wat: Verzorgerslezing,
    /// Who with authority said so, by number in the file.
    pub van: u32,
    /// From what it appears, where a school recorded it; empty for a parent's own word.
    pub blijkt: String,
}

kaart! {
    LezingToegestaan, "lezing_toegestaan", versie 1 [];
    over kind; deel A; lezers allen; zin |event| said(event);
    terugnemen nee; vervangen nee; herrekenen nee; brief geen; bijlagen geen; houder handelend;
    getypt (|event| vec![&event.blijkt]); verhuld [Leeg ["blijkt"]];
    redenen geen; geboortedatum nee;
}

fn said(event: &LezingToegestaan) -> Tekst {
    match event.wat {
        Verzorgerslezing::Niets => sleutels::leven::verzorger_leest_niets(),
        Verzorgerslezing::Aanmelding => sleutels::leven::verzorger_leest_aanmelding(),
        Verzorgerslezing::OokPlan => sleutels::leven::verzorger_leest_ook_plan(),
    }
}

impl Fold for LezingToegestaan {
    fn fold(self: &Arc<Self>, dossier: &mut Dossier, feit: &Feit) {
        for persoon in dossier.personen.iter_mut().filter(|persoon| persoon.nr == self.persoon) {
            // What somebody says takes the place of what they said before.
            persoon.lezing.retain(|(_, earlier)| earlier.van != self.van);
            persoon.lezing.push((feit.on, Arc::clone(self)));
        }
    }
}

daad! {
    /// Says what of the file a carer may read on a page of their own.
    StaLezingToe,
    /// Which carer.
    persoon {
        /// What of the file.
        wat: Keuze<Verzorgerslezing>,
        /// Who with authority said so, by number in the file; a parent who acts, or who has authority alone, need not be named.
        van: MagNummer,
        /// From what it appears; asked of a school.
        blijkt: MagRegel,
    }
}

impl StaLezingToe {
    /// Whose word it is: nobody without authority gives another the file to read, and nobody says it for another.
    fn whose(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<u32, Refusal> {
        let own = dossier.eigen_persoon(ctx.actor, ctx.vandaag);
        let all: Vec<u32> = dossier.gezag_op(ctx.vandaag).map(|persoon| persoon.nr).collect();
        let alone = if let [one] = all[..] { Some(one) } else { None };
        let van = self.van.or(own).or(alone);
        let van = van.ok_or_else(|| Refusal::field("van", sleutels::leven::wie_met_gezag_zei_dit()))?;
        invoer::own_person("van", dossier, van, ctx)?;
        if !all.contains(&van) {
            return Err(Refusal::field("van", sleutels::leven::alleen_wie_gezag_heeft()));
        }
        if dossier.persoon(van).is_some_and(|persoon| dossier.is_met_naam_geheim(persoon)) {
            return Err(Refusal::field("van", sleutels::leven::woord_telt_niet_bij_geheim()));
        }
        Ok(van)
    }
}

impl Decide for StaLezingToe {
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal> {
        let persoon = current(dossier, self.persoon, ctx)?;
        if persoon.relatie != Relatie::Pleegouder {
            return Err(Refusal::field("persoon", sleutels::leven::geen_verzorger()));
        }
        if dossier.handelt_zelf(ctx.vandaag) {
            return Err(Refusal::new("leerling_zelf", sleutels::leven::leerling_beslist_zelf()));
        }
        let van = self.whose(dossier, ctx)?;
        let blijkt = if ctx.actor.rol == Rol::Ouder {
            invoer::optional_line("blijkt", &self.blijkt)?
        } else {
            invoer::line("blijkt", &self.blijkt)?
        };
        if persoon.lezing.iter().any(|(_, said)| said.van == van && said.wat == self.wat) {
            return Err(Refusal::field("wat", sleutels::leven::staat_al_zo()));
        }
        let fact = LezingToegestaan { persoon: self.persoon, wat: self.wat, van, blijkt };
        Ok(vec![Vaststelling::new(ctx.vandaag, dossier, ctx, fact)])
    }
}

impl Dossier {
    /// What a carer reads by the word of those with authority, the least that any of them allows; from which day, and the first on
    /// which it ends where that is known. None without such a word, and none of somebody else.
    pub(crate) fn lezing_van(&self, persoon: &Persoon) -> Option<(Verzorgerslezing, Date, Option<Date>)> {
        if persoon.relatie != Relatie::Pleegouder {
            return None;
        }
        let now = self.feiten.last().map_or(Date::MIN, |feit| dates::today_in_nl(feit.recorded_at));
        // The word of who lost authority or died counts no more, nor that of who may not know where the child is.
        let stands = |nr: u32| {
            let mut records = self.personen.iter().filter(|one| one.nr == nr && one.relatie.has_gezag());
            let runs = |one: &&Persoon| !one.overleden && one.tot.is_none_or(|tot| now < tot);
            records.rfind(|one| runs(one) && !self.is_met_naam_geheim(one))
        };
        let given = persoon.lezing.iter().filter_map(|(op, said)| Some((*op, said.wat, stands(said.van)?)));
        given
            .map(|(van, wat, by)| (wat, van, by.tot))
            .reduce(|one, other| {
                let tot = [one.2, other.2].into_iter().flatten().min();
                (one.0.min(other.0), one.1.max(other.1), tot)
            })
            .filter(|(wat, _, _)| *wat != Verzorgerslezing::Niets)
    }

    /// Somebody around the child has a page of their own, or can be invited to one: by what they are, or by the word of who has authority.
    pub fn mag_eigen_pagina(&self, persoon: &Persoon) -> bool {
        persoon.relatie.has_own_page() || self.lezing_van(persoon).is_some()
    }
}
