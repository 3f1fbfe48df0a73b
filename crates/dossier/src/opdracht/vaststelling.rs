//! What was decided, on its way to the log.

use base::{Date, OrganisatieId, Timestamp};

use super::{Besluitvorming, Opdrachtnaam};
use crate::gebeurtenis::Gebeurtenis;
use crate::rol::Actor;
use crate::staat::{Daadplek, Dossier, Feit, Inhoud};

/// An event that was decided and is not yet recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vaststelling {
    /// The date it is about.
    pub on: Date,
    /// By which act; none until the act as a whole was decided ([`Dossier::decide`]), and of what no act records.
    pub daad: Option<Daadplek>,
    /// Under whose key its contents will stand.
    pub holder: OrganisatieId,
    /// What it says.
    pub gebeurtenis: Gebeurtenis,
}

impl Vaststelling {
    /// An event held as its card says: by the organisation of whoever acts, or by whose case it is. What a parent sends to
    /// a school is the school's.
    pub fn new(
        on: Date,
        dossier: &Dossier,
        ctx: &Besluitvorming<'_>,
        gebeurtenis: impl Into<Gebeurtenis>,
    ) -> Self {
        let gebeurtenis = gebeurtenis.into();
        let holder = gebeurtenis.houder(dossier).unwrap_or_else(|| ctx.actor.organisatie.clone());
        Self { on, daad: None, holder, gebeurtenis }
    }

    /// An event held by an organisation that is known otherwise: a letter is held by whoever writes it.
    pub fn held_by(on: Date, holder: OrganisatieId, gebeurtenis: impl Into<Gebeurtenis>) -> Self {
        Self { on, daad: None, holder, gebeurtenis: gebeurtenis.into() }
    }

    /// All that an act records, each at its place among the others.
    pub(super) fn van_daad(daad: Opdrachtnaam, decided: Vec<Self>) -> Vec<Self> {
        let placed = decided.into_iter().zip(0..);
        placed.map(|(one, plaats)| Self { daad: Some(Daadplek { daad, plaats }), ..one }).collect()
    }

    /// The fact that it becomes, recorded at an instant by somebody.
    pub fn feit(self, volgnummer: u64, recorded_at: Timestamp, actor: &Actor) -> Feit {
        let Self { on, daad, holder, gebeurtenis } = self;
        Feit {
            volgnummer,
            recorded_at,
            on,
            actor: actor.clone(),
            daad,
            holder,
            inhoud: Inhoud::Leesbaar(gebeurtenis),
        }
    }
}
