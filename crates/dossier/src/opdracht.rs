//! Commands: what somebody asks to be added to a file, and the decision whether that is lawful.
//!
//! Each command is a struct with [`Decide`] in the module of its process. What must be looked up
//! (a school, a person's account, a number from the register) is looked up first and stands in the
//! command; the law and the SWV's policy come with [`Besluitvorming`].

use base::{Date, OrganisatieId, Organisatiesoort, SwvCode};
use recht::Wet;
use verband::Beleid;

use crate::opdracht::velden::Daad;
use crate::proces::Zaakstaat;
use crate::refusal::Refusal;
use crate::rol::Actor;
use crate::staat::Dossier;

pub mod aanvulsel;
mod geheim;
pub mod invoer;
mod lijst;
pub(crate) mod over;
pub mod regels;
mod vaststelling;
pub mod velden;

pub use lijst::{OPDRACHTEN, Opdracht, Opdrachtnaam};
pub use over::zaak_van;
pub use vaststelling::Vaststelling;

/// The circumstances in which a command is decided.
#[derive(Debug, Clone, Copy)]
pub struct Besluitvorming<'a> {
    /// The law.
    pub wet: &'a Wet,
    /// Policy of the competent SWV; the default where none applies.
    pub beleid: &'a Beleid,
    /// Today in the Netherlands.
    pub vandaag: Date,
    /// Who asks.
    pub actor: &'a Actor,
}

/// Decides one kind of command.
pub trait Decide {
    /// The new events, or why not.
    fn decide(&self, dossier: &Dossier, ctx: &Besluitvorming<'_>) -> Result<Vec<Vaststelling>, Refusal>;
}

/// Refuses an act on a case of one school, or one partnership, by another, and by whoever has no part in such a case
/// ([`Zaakstaat::HANDELEN`]). Being concerned with the same child does not make it theirs.
pub(crate) fn refuse_outsider<Z: Zaakstaat>(
    ctx: &Besluitvorming<'_>,
    eigenaar: &OrganisatieId,
) -> Result<(), Refusal> {
    let actor = ctx.actor.organisatie.kind();
    if actor != eigenaar.kind() && Z::HANDELEN.contains(&actor) {
        return Ok(());
    }
    refuse_other_school(ctx, eigenaar)
}

/// Refuses whoever is neither this organisation nor the family, which acts in every case of its child: of an act by which something begins,
/// or that is about the child itself, there is no case in which others have a part.
pub(crate) fn refuse_other_school(ctx: &Besluitvorming<'_>, eigenaar: &OrganisatieId) -> Result<(), Refusal> {
    let actor = &ctx.actor.organisatie;
    if actor == eigenaar || actor.kind() == Organisatiesoort::Gezin {
        return Ok(());
    }
    let reden = if eigenaar.kind() == Organisatiesoort::Swv {
        sleutels::algemeen::ander_samenwerkingsverband()
    } else {
        sleutels::algemeen::andere_school()
    };
    Err(Refusal::new("andere_organisatie", reden).instead(sleutels::algemeen::overleggen()))
}

/// The acts whose fields are declared: a form, a draft, a trial and a JSON body follow from that.
pub fn daden() -> impl Iterator<Item = &'static Daad> + Clone {
    lijst::DECLARATIES.iter().copied().flatten()
}

/// The declaration of an act, where its fields are declared.
pub fn daad_van(naam: &str) -> Option<&'static Daad> {
    daden().find(|daad| daad.naam == naam)
}

impl Dossier {
    /// Decides a command on this file: the events to record, or why it cannot be.
    ///
    /// Who may give the command is decided before, by [`crate::toegang`].
    pub fn decide(
        &self,
        opdracht: &Opdracht,
        ctx: &Besluitvorming<'_>,
    ) -> Result<Vec<Vaststelling>, Refusal> {
        if let Some(closed) = self.gesloten_voor(opdracht.naam(), ctx.actor) {
            return Err(closed);
        }
        if let Some(enough) = self.genoeg_voor_vandaag(ctx.actor, ctx.vandaag) {
            return Err(enough);
        }
        if self.alleen_lezen {
            return Err(Refusal::new("nieuwer_dossier", sleutels::algemeen::nieuwer_dossier())
                .instead(sleutels::algemeen::lezen()));
        }
        if matches!(opdracht, Opdracht::OpenDossier(_)) == (self.versie > 0) {
            return Err(if self.versie > 0 {
                Refusal::new("dossier_bestaat", sleutels::algemeen::dossier_bestaat())
            } else {
                Refusal::new("geen_dossier", sleutels::algemeen::geen_dossier())
            });
        }
        self.refuse_after_death(opdracht, ctx.actor)?;
        let decided = opdracht.as_decide().decide(self, ctx)?;
        Ok(Vaststelling::van_daad(opdracht.welke(), decided))
    }

    /// The partnership by whose policy a command is decided: the one that its case falls under, or that of the school at which it
    /// begins one. None for what no policy is asked of, and where that school has no partnership.
    pub fn beleid_van<'a>(&'a self, opdracht: &'a Opdracht) -> Option<&'a SwvCode> {
        opdracht.beleid_van(self)
    }
}
