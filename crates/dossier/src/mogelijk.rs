//! What can be done with a case now, and by whom: asked by its page, by programs and by tests, and answered here alone.
//!
//! Three answers belong to an act of a case. It has its time, or it has not: that is a row of the kind of case ([`Zaakdaden`]), which reads
//! the case as it stands and knows no law. What the law has against an act that has its time, [`Dossier::decide`] says. Who may give it at
//! all, access says. A walk holds the rows against `decide`: what it takes is offered.
//!
//! [`Dossier::decide`]: crate::Dossier::decide

use base::{Date, OrganisatieId, Organisatiesoort, Vestigingscode};

use crate::beurt::{Beurt, Onderwerp, Zet};
use crate::opdracht::Opdrachtnaam;
use crate::proces::Zaken;
use crate::rol::{Actor, Rol};
use crate::soort::Schoolsoort;
use crate::staat::Dossier;

/// Who asks what can be done, when, and of which file as they see it.
#[derive(Debug, Clone, Copy)]
pub struct Gelegenheid<'a> {
    /// Who asks.
    pub wie: &'a Actor,
    /// The day.
    pub op: Date,
    /// The cases of which they may know.
    pub zaken: &'a Zaken,
    /// The open turns.
    pub beurten: &'a [Beurt],
    /// Of what kind the school is where the child is a pupil on the day, if it is at one.
    pub op_school: Option<Schoolsoort>,
    /// The child died: little runs on.
    pub overleden: bool,
}

impl Gelegenheid<'_> {
    /// Whoever asks works at this organisation.
    pub(crate) fn is_bij(&self, organisatie: &OrganisatieId) -> bool {
        self.wie.organisatie == *organisatie
    }

    /// Whoever asks works at a school, and not at this one: being concerned with the same child does not make its case theirs.
    pub(crate) fn is_andere_school(&self, vestiging: &Vestigingscode) -> bool {
        self.wie.organisatie.kind() == Organisatiesoort::School && !self.is_bij(&vestiging.organisatie())
    }

    /// Whoever asks is an expert: for their own advice alone.
    pub(crate) fn is_deskundige(&self) -> bool {
        self.wie.rol == Rol::Deskundige
    }

    /// The organisation of whoever asks has one of these turns in a case, begun: one that begins later tells what is not known yet.
    pub(crate) fn is_aan_zet(&self, onderwerp: Onderwerp, zetten: &[Zet]) -> bool {
        let own = |beurt: &&Beurt| beurt.onderwerp == Some(onderwerp) && self.is_bij(&beurt.organisatie);
        self.beurten.iter().filter(own).any(|beurt| zetten.contains(&beurt.zet) && beurt.van <= self.op)
    }
}

impl Dossier {
    /// What can be done with a case of the whole file: [`Zaken::mogelijk`].
    pub fn mogelijk(&self, over: Onderwerp, wie: &Actor, op: Date) -> Vec<Opdrachtnaam> {
        let beurten = self.beurten();
        self.zaken.mogelijk(over, &self.nu(wie, op, (&self.zaken, &beurten)))
    }

    /// Who asks, when, of these cases with these turns.
    pub fn nu<'a>(
        &self,
        wie: &'a Actor,
        op: Date,
        (zaken, beurten): (&'a Zaken, &'a [Beurt]),
    ) -> Gelegenheid<'a> {
        let op_school = self.inschrijving_op(op).map(|place| place.schoolsoort);
        Gelegenheid { wie, op, zaken, beurten, op_school, overleden: self.overleden_op.is_some() }
    }
}

/// An act of a kind of case, and whether a case as it stands has its time for it.
pub(crate) type Zaakdaad<T> = (Opdrachtnaam, fn(&T, &Gelegenheid<'_>) -> bool);

/// The acts of a kind of case. A kind without them does not compile; an act that names a case of the kind and has no row fails a test.
pub(crate) trait Zaakdaden: Sized + 'static {
    /// In the order in which they are offered.
    const DADEN: &'static [Zaakdaad<Self>];
}

/// Those that have their time.
pub(crate) fn van<T: Zaakdaden>(zaak: &T, nu: &Gelegenheid<'_>) -> Vec<Opdrachtnaam> {
    T::DADEN.iter().filter(|(_, has_time)| has_time(zaak, nu)).map(|(daad, _)| *daad).collect()
}

/// The acts of a kind of case, in the order in which they are offered.
pub(crate) fn alle<T: Zaakdaden>() -> Vec<Opdrachtnaam> {
    T::DADEN.iter().map(|(daad, _)| *daad).collect()
}
