//! The experts of a request: who was asked, who advised, and for whom it waits.

use base::PersoonId;

use crate::soort::Adviesstand;
use crate::staat::TlvAanvraag;
use crate::tlv::staat::{Adviesvoorstel, Toewijzing};

/// How many experts advise at least. Whether those who were asked are the ones of the law is asked of the rule (`tlv.deskundigen`).
pub(super) const PAAR: usize = 2;

impl TlvAanvraag {
    /// Another expert has to be asked: fewer than a pair advise, or those who do are no pair of the law.
    pub fn vraagt_deskundige(&self) -> bool {
        self.toewijzingen_geldig().count() < PAAR || self.geen_paar
    }

    /// How far the advice is.
    pub fn adviesstand(&self) -> Adviesstand {
        if self.vraagt_deskundige() {
            Adviesstand::Vragen
        } else if self.adviseurs().next().is_none() {
            Adviesstand::Geen
        } else if self.toewijzingen_open().next().is_some() {
            Adviesstand::Deel
        } else {
            Adviesstand::Compleet
        }
    }

    /// How many advices there are going to be: of everybody who was asked, and of a pair at least.
    pub fn adviezen_nodig(&self) -> usize {
        let missing = usize::from(self.geen_paar);
        PAAR.max(self.toewijzingen_geldig().count() + missing)
    }

    /// The experts for whom the request waits now. Whoever wrote an advice of two waits for the other.
    pub fn wacht_op_deskundigen(&self) -> impl Iterator<Item = &Toewijzing> {
        let wrote = self.open_voorstel().map(|voorstel| &voorstel.door);
        self.toewijzingen_open().filter(move |asked| wrote != Some(&asked.persoon))
    }

    /// Assignments that hold: not ended.
    pub fn toewijzingen_geldig(&self) -> impl Iterator<Item = &Toewijzing> {
        self.toewijzingen.iter().filter(|toewijzing| toewijzing.beeindigd_op.is_none())
    }

    /// Assignments by the partnership that has it now, also those that ended.
    pub fn toewijzingen_hier(&self) -> impl Iterator<Item = &Toewijzing> {
        let forwarded = self.eerdere_verbanden.last().map(|before| before.volgnummer);
        self.toewijzingen.iter().filter(move |asked| forwarded.is_none_or(|fact| fact < asked.volgnummer))
    }

    /// Assignments without an advice yet.
    pub fn toewijzingen_open(&self) -> impl Iterator<Item = &Toewijzing> {
        self.toewijzingen_geldig().filter(|toewijzing| !self.has_advies_van(&toewijzing.persoon))
    }

    /// Assigned experts who have advised.
    pub fn adviseurs(&self) -> impl Iterator<Item = &Toewijzing> {
        self.toewijzingen_geldig().filter(|toewijzing| self.has_advies_van(&toewijzing.persoon))
    }

    /// This expert has advised, apart or together.
    pub fn has_advies_van(&self, persoon: &PersoonId) -> bool {
        self.adviezen.iter().any(|advies| advies.door.contains(persoon))
    }

    /// The advice of two that waits for the signature of this expert.
    pub fn te_tekenen_door(&self, persoon: &PersoonId) -> Option<&Adviesvoorstel> {
        self.open_voorstel().filter(|voorstel| voorstel.aan == *persoon)
    }

    /// The advice of two that still waits for the second signature.
    pub fn open_voorstel(&self) -> Option<&Adviesvoorstel> {
        self.adviesvoorstel.as_ref().filter(|voorstel| !voorstel.achterhaald)
    }

    /// One of the two advised, or will not: there is nothing left to sign. The writer keeps the text until the own
    /// advice is there.
    pub(crate) fn drop_proposal_of(&mut self, persoon: &PersoonId) {
        self.adviesvoorstel.take_if(|voorstel| voorstel.door == *persoon);
        if let Some(voorstel) = self.adviesvoorstel.as_mut().filter(|voorstel| voorstel.aan == *persoon) {
            voorstel.achterhaald = true;
        }
    }
}
