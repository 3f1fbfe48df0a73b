//! Which cases of a file somebody's relation opens: a school where a child is only registered knows its own cases, an
//! expert the request that was given to them.

use std::collections::BTreeSet;

use base::{Date, OrganisatieId, SwvCode, Vestigingscode};

use crate::proces::{Onderwerp, Verband, Zaak};
use crate::staat::{Dossier, Inschrijving, Overname};

/// The cases of a file that a relation opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Zaken {
    /// All of them, and those that come.
    Alle,
    /// These.
    Alleen(BTreeSet<Onderwerp>),
}

impl Zaken {
    /// This case is one of them.
    pub fn bevat(&self, onderwerp: Onderwerp) -> bool {
        match self {
            Self::Alle => true,
            Self::Alleen(zaken) => zaken.contains(&onderwerp),
        }
    }
}

impl Dossier {
    /// The schools of these cases.
    pub fn scholen_van(&self, zaken: &BTreeSet<Onderwerp>) -> Vec<OrganisatieId> {
        let these = self.zaken().filter(|zaak| zaken.contains(&zaak.onderwerp));
        these.filter_map(|zaak| zaak.vestiging()).map(Vestigingscode::organisatie).collect()
    }

    fn zaken_waar(&self, opens: impl Fn(&Zaak<'_>) -> bool) -> Zaken {
        if self.zaken().all(|zaak| opens(&zaak)) {
            return Zaken::Alle;
        }
        Zaken::Alleen(self.zaken().filter(opens).map(|zaak| zaak.onderwerp).collect())
    }

    /// What a school where the child is no pupil knows of: its own cases.
    pub(crate) fn zaken_van(&self, school: &Vestigingscode) -> Zaken {
        self.zaken_waar(|zaak| zaak.van.organisatie() == school.organisatie())
    }

    /// What the school of a pupil knows of by its place: its own cases, and what came with the child, of the schools where it was a
    /// pupil before. What passes between the parents and another school where the child is registered it does not hear, neither while the
    /// child goes nowhere else nor once it is admitted there: of a school that the child goes to later it knows the first day, and that is
    /// about the child itself. A request of a school where the child was no pupil, which gave the declaration with which it came, came with it.
    pub(crate) fn zaken_van_leerling(&self, place: &Inschrijving) -> Zaken {
        self.zaken_waar(|zaak| self.comes_with_place(zaak, place))
    }

    fn comes_with_place(&self, zaak: &Zaak<'_>, place: &Inschrijving) -> bool {
        let school = &place.vestiging;
        let known = |at: &Vestigingscode| {
            at.organisatie() == school.organisatie() || self.came_from(at, place, zaak.begonnen_op)
        };
        zaak.vestiging().is_some_and(known) || self.came_with(zaak.onderwerp, school)
    }

    /// The child was a pupil of another school before this place, by a place that had not ended on a day.
    fn came_from(&self, other: &Vestigingscode, place: &Inschrijving, on: Date) -> bool {
        self.inschrijvingen.iter().any(|before| {
            before.vestiging.organisatie() == other.organisatie()
                && before.van < place.van
                && before.tot.is_none_or(|tot| on < tot)
        })
    }

    /// A school knows of a case on a day: what it may fill in from what the file already has.
    pub(crate) fn is_bekend_bij(&self, school: &Vestigingscode, onderwerp: Onderwerp, on: Date) -> bool {
        let Some(zaak) = self.zaken().find(|zaak| zaak.onderwerp == onderwerp) else { return false };
        zaak.van.organisatie() == school.organisatie()
            || self.plekken_op(school, on).any(|place| self.comes_with_place(&zaak, place))
    }

    /// A school knows a dossier that was taken over: by itself, or by a school where its pupil was before.
    pub fn is_overname_bekend_bij(&self, school: &Vestigingscode, overname: &Overname, on: Date) -> bool {
        let source = &overname.inhoud.vestiging;
        source.organisatie() == school.organisatie()
            || self.plekken_op(school, on).any(|place| self.came_from(source, place, overname.op))
    }

    /// The child is a pupil of a school on a day, or becomes one later.
    fn was_leerling_van(&self, school: &Vestigingscode, on: Date) -> bool {
        self.plekken_op(school, on).next().is_some()
    }

    /// The places of the child at a school that have not ended on a day.
    fn plekken_op(&self, school: &Vestigingscode, on: Date) -> impl Iterator<Item = &Inschrijving> {
        let here = school.organisatie();
        let same_school = move |i: &&Inschrijving| i.vestiging.organisatie() == here;
        self.inschrijvingen.iter().filter(same_school).filter(move |i| i.tot.is_none_or(|tot| on < tot))
    }

    /// The child was ever registered or enrolled at a school, by this file, or a request is of that school.
    pub(crate) fn kent_hier(&self, school: &Vestigingscode) -> bool {
        let here = |vestiging: &Vestigingscode| vestiging.organisatie() == school.organisatie();
        self.inschrijvingen.iter().any(|i| here(&i.vestiging))
            || self.aanmeldingen.iter().any(|a| here(&a.vestiging))
            || self.aanvragen.iter().any(|a| here(&a.vestiging))
    }

    /// The child came to a school with the declaration of a request, or came there from a school that placed it with it.
    fn came_with(&self, onderwerp: Onderwerp, school: &Vestigingscode) -> bool {
        let Onderwerp::Aanvraag(nr) = onderwerp else { return false };
        let here = |vestiging: &Vestigingscode| vestiging.organisatie() == school.organisatie();
        let came_after = |day: Date| self.inschrijvingen.iter().any(|i| here(&i.vestiging) && i.van > day);
        self.aanvraag(nr).is_some_and(|aanvraag| {
            aanvraag.plaatsingen().any(|gebruik| {
                here(&gebruik.vestiging)
                    || self.was_leerling_van(&gebruik.vestiging, gebruik.per) && came_after(gebruik.per)
            })
        })
    }

    /// What a partnership knows of to which a school sent a case: what was sent to it, and what else that school does for the child.
    pub(crate) fn zaken_bij(&self, swv: &SwvCode, school: &Vestigingscode) -> Zaken {
        self.zaken_waar(|zaak| match zaak.verband {
            Verband::Verzonden { aan, .. } => aan == swv,
            Verband::NogNietVerzonden(_) | Verband::AlleenSchool => false,
            Verband::VanSchool => zaak.van.organisatie() == school.organisatie(),
        })
    }

    /// One case and no other.
    pub(crate) fn alleen(&self, onderwerp: Onderwerp) -> Zaken {
        self.zaken_waar(|zaak| zaak.onderwerp == onderwerp)
    }
}
