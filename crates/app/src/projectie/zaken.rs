//! How a child stands on a day, and what lists tell of its cases on that day, to those who may know of them.

use std::collections::BTreeSet;

use base::{Date, Vestigingscode};
use dossier::Dossier;
use dossier::proces::{InLijst, Voorrang, Zaak};
use dossier::soort::Kindstand;
use dossier::staat::Inschrijving;

/// What lists tell of a file, on any day.
pub(super) struct Stand<'a> {
    dossier: &'a Dossier,
    /// In the order in which one of them says how the child stands.
    told: Vec<(Zaak<'a>, InLijst)>,
}

impl<'a> Stand<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        Self { dossier, told: dossier.in_lijsten() }
    }

    /// The place of the child at a school, for who may know of it.
    fn enrolled(&self, on: Date, kent_gegevens: bool) -> Option<&'a Inschrijving> {
        self.dossier.inschrijving_op(on).filter(|_| kent_gegevens)
    }

    /// How the child stands, apart from any case: the phase that a list shows to who may know of no case.
    pub(super) fn code(&self, on: Date, kent_gegevens: bool) -> &'static str {
        match (self.dossier.overleden_op, self.enrolled(on, kent_gegevens)) {
            (Some(_), _) => Kindstand::Overleden,
            (None, Some(_)) => Kindstand::Ingeschreven,
            (None, None) => Kindstand::Geopend,
        }
        .code()
    }

    /// The school where the child is enrolled.
    pub(super) fn school(&self, on: Date, kent_gegevens: bool) -> Option<Vestigingscode> {
        self.enrolled(on, kent_gegevens).map(|i| i.vestiging.clone())
    }

    /// The group or class there.
    pub(super) fn groep(&self, on: Date, kent_gegevens: bool) -> Option<String> {
        self.enrolled(on, kent_gegevens).map(|i| i.groep.clone()).filter(|groep| !groep.is_empty())
    }

    /// What is told on a day of each case that is told of, in the same order.
    pub(super) fn cases(&self, on: Date) -> impl Iterator<Item = &(Zaak<'a>, InLijst)> {
        self.told.iter().filter(move |(_, told)| told.tot.is_none_or(|tot| on < tot))
    }

    /// A case says how the child stands: nothing is decided after a death, and what is over says nothing of a child that
    /// is at a school, as far as the reader knows.
    pub(super) fn says(&self, told: &InLijst, on: Date, kent_gegevens: bool) -> bool {
        let over = told.voorrang == Voorrang::Voorbij && self.enrolled(on, kent_gegevens).is_some();
        self.dossier.overleden_op.is_none() && !over
    }

    /// The days on which the calendar alone changes any of this.
    pub(super) fn days(&self) -> BTreeSet<Date> {
        let places = self.dossier.inschrijvingen.iter().flat_map(|i| [Some(i.van), i.tot]);
        let told = self.told.iter().flat_map(|(_, told)| told.dagen());
        places.flatten().chain(told).collect()
    }
}
