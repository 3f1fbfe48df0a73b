//! Which cases of a file somebody's relation opens: a school where a child is only registered knows its own cases, an
//! expert the request that was given to them.

use std::collections::BTreeSet;

use base::{Date, SwvCode, Vestigingscode};

use crate::beurt::Onderwerp;
use crate::staat::{Dossier, TlvAanvraag};

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

/// A case, where it was begun and when.
struct Zaak<'a> {
    onderwerp: Onderwerp,
    vestiging: &'a Vestigingscode,
    begonnen_op: Date,
}

impl Dossier {
    /// Every case in the file.
    pub fn onderwerpen(&self) -> impl Iterator<Item = Onderwerp> {
        self.zaken().map(|zaak| zaak.onderwerp)
    }

    fn zaken(&self) -> impl Iterator<Item = Zaak<'_>> {
        let registrations = self.aanmeldingen.iter().map(|a| Zaak {
            onderwerp: Onderwerp::Aanmelding(a.nr),
            vestiging: &a.vestiging,
            begonnen_op: a.ontvangen_op,
        });
        let removals = self.verwijderingen.iter().map(|v| Zaak {
            onderwerp: Onderwerp::Verwijdering(v.nr),
            vestiging: &v.vestiging,
            begonnen_op: v.voorgenomen_op,
        });
        let suspensions = self.schorsingen.iter().map(|s| Zaak {
            onderwerp: Onderwerp::Schorsing(s.nr),
            vestiging: &s.vestiging,
            begonnen_op: s.van,
        });
        let requests = self.aanvragen.iter().map(|a| Zaak {
            onderwerp: Onderwerp::Aanvraag(a.nr),
            vestiging: &a.vestiging,
            begonnen_op: a.gestart_op,
        });
        registrations.chain(removals).chain(suspensions).chain(requests)
    }

    fn zaken_waar(&self, opens: impl Fn(&Zaak<'_>) -> bool) -> Zaken {
        if self.zaken().all(|zaak| opens(&zaak)) {
            return Zaken::Alle;
        }
        Zaken::Alleen(self.zaken().filter(opens).map(|zaak| zaak.onderwerp).collect())
    }

    /// What a school where the child is no pupil knows of: its own cases.
    pub(super) fn zaken_van(&self, school: &Vestigingscode) -> Zaken {
        self.zaken_waar(|zaak| zaak.vestiging.organisatie() == school.organisatie())
    }

    /// What the school of a pupil knows of: everything but what passes between the parents and another school where
    /// the child is registered and never became a pupil. It hears of that when the child is enrolled there.
    pub(super) fn zaken_van_leerling_op(&self, school: &Vestigingscode) -> Zaken {
        self.zaken_waar(|zaak| {
            zaak.vestiging.organisatie() == school.organisatie() || self.was_leerling_tijdens(zaak)
        })
    }

    /// The child was a pupil of the school of a case when that was begun, or became one later.
    fn was_leerling_tijdens(&self, zaak: &Zaak<'_>) -> bool {
        let same_school =
            |vestiging: &Vestigingscode| vestiging.organisatie() == zaak.vestiging.organisatie();
        self.inschrijvingen
            .iter()
            .any(|i| same_school(&i.vestiging) && i.tot.is_none_or(|tot| zaak.begonnen_op < tot))
    }

    /// What a partnership knows of on a request: what was sent to it, and what else that school does for the child.
    pub(super) fn zaken_bij(&self, aanvraag: &TlvAanvraag) -> Zaken {
        self.zaken_waar(|zaak| match zaak.onderwerp {
            Onderwerp::Aanvraag(nr) => self
                .aanvraag(nr)
                .is_some_and(|other| other.ontvangen_op.is_some() && swv(other) == swv(aanvraag)),
            _ => zaak.vestiging.organisatie() == aanvraag.vestiging.organisatie(),
        })
    }

    /// One case and no other.
    pub(super) fn alleen(&self, onderwerp: Onderwerp) -> Zaken {
        self.zaken_waar(|zaak| zaak.onderwerp == onderwerp)
    }
}

fn swv(aanvraag: &TlvAanvraag) -> &SwvCode {
    &aanvraag.swv.uitkomst
}
