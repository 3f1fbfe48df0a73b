//! Whose turn it is: every open step with who must act, by when, and why.
//!
//! Turns are dated segments computed from the file. Nothing is stored as 'late' or 'days left', so
//! the calendar needs no event: a segment that starts on a later day is simply not there yet.

use base::{Date, OrganisatieId, PersoonId};
use sleutels::Tekst;

use crate::proces::PROCESSEN;
use crate::rol::Rol;
use crate::staat::Dossier;

mod band;

pub use crate::proces::Onderwerp;

base::code_enum! {
    /// What has to be done.
    Zet {
        /// Assess the need.
        BehoefteVaststellen = "behoefte_vaststellen", "Vaststellen of er extra ondersteuning nodig is";
        /// Decide on a registration.
        AanmeldingBeslissen = "aanmelding_beslissen", "Beslissen op de aanmelding";
        /// Give the information asked.
        InformatieGeven = "informatie_geven", "Informatie geven aan de school";
        /// Record what came, or go on without.
        InformatieVerwerken = "informatie_verwerken", "Vastleggen of de informatie er is";
        /// Answer an offer.
        AanbodBeantwoorden = "aanbod_beantwoorden", "Antwoord geven op het aanbod";
        /// Register at the school of which the place was accepted.
        EldersAanmelden = "elders_aanmelden", "Het kind aanmelden bij de andere school";
        /// See whether the child has a place there.
        PlekNagaan = "plek_nagaan", "Nagaan of het kind een plek heeft op de andere school";
        /// See the child in on its first day.
        EersteDag = "eerste_dag", "Nagaan of het kind op de eerste dag komt";
        /// Give the child a temporary place.
        TijdelijkPlaatsen = "tijdelijk_plaatsen", "Het kind tijdelijk plaatsen";
        /// Take up a refusal in fact.
        WeigeringOppakken = "weigering_oppakken", "Een weigering zonder besluit oppakken";
        /// Hear parents and teacher.
        OudersEnLeraarHoren = "ouders_en_leraar_horen", "Ouders en leraar horen";
        /// Consult the Inspectie.
        InspectieRaadplegen = "inspectie_raadplegen", "Overleggen met de Inspectie";
        /// Look for another school.
        AndereSchoolZoeken = "andere_school_zoeken", "Een andere school zoeken";
        /// Decide on a removal.
        VerwijderingBeslissen = "verwijdering_beslissen", "Beslissen over de verwijdering";
        /// Tell the municipality.
        GemeenteMelden = "gemeente_melden", "De verwijdering melden aan de gemeente";
        /// Tell the Inspectie.
        InspectieMelden = "inspectie_melden", "Melden aan de Inspectie";
        /// Fill the request.
        AanvraagInvullen = "aanvraag_invullen", "De aanvraag afmaken";
        /// Say what one thinks of the request.
        ZienswijzeGeven = "zienswijze_geven", "Zeggen wat u van de aanvraag vindt";
        /// Assign experts.
        DeskundigenToewijzen = "deskundigen_toewijzen", "Twee deskundigen om advies vragen";
        /// Give what is missing.
        AanvullingGeven = "aanvulling_geven", "De aanvraag aanvullen";
        /// Record what came, or go on without.
        AanvullingVerwerken = "aanvulling_verwerken", "Vastleggen of de aanvulling er is";
        /// Advise.
        Adviseren = "adviseren", "Advies geven";
        /// Decide.
        BesluitNemen = "besluit_nemen", "Beslissen op de aanvraag";
        /// Make the decision known.
        BesluitBekendmaken = "besluit_bekendmaken", "Het besluit bekendmaken";
        /// See to a place.
        PlaatsingRegelen = "plaatsing_regelen", "Een plek regelen met de verklaring";
        /// Think about what comes after the declaration.
        VerlengingBekijken = "verlenging_bekijken", "Bekijken wat er nodig is na de verklaring";
    }
}

/// One open step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beurt {
    /// What has to be done.
    pub zet: Zet,
    /// About what.
    pub onderwerp: Onderwerp,
    /// By which role.
    pub rol: Rol,
    /// At which organisation.
    pub organisatie: OrganisatieId,
    /// By whom, where that is one person.
    pub persoon: Option<PersoonId>,
    /// First day of the turn.
    pub van: Date,
    /// First day on which somebody else's turn takes over by the calendar alone.
    pub tot: Option<Date>,
    /// Last day, that day included.
    pub uiterlijk: Option<Date>,
    /// Why that day, in a few words or by its article; empty where nothing is to be said.
    pub grond: Tekst,
}

impl Beurt {
    /// Open on a date.
    pub fn is_open(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }
}

impl Dossier {
    pub(crate) fn gezin(&self) -> OrganisatieId {
        self.nummer.gezin()
    }

    /// Every step that is open now or opens by the calendar alone, earliest first.
    pub fn beurten(&self) -> Vec<Beurt> {
        if self.overleden_op.is_some() {
            return Vec::new();
        }
        let mut beurten = Vec::new();
        for proces in PROCESSEN {
            (proces.beurten)(self, &mut beurten);
        }
        // A school that had nothing to do with the child any more when its step would open.
        beurten.retain(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot));
        beurten.sort_by_key(|beurt| (beurt.uiterlijk.unwrap_or(Date::MAX), beurt.van, beurt.zet));
        beurten
    }
}

/// Where in the law, as every language cites it.
pub(crate) fn article(vindplaats: Option<&base::Vindplaats>) -> Tekst {
    vindplaats.map_or_else(Tekst::leeg, |place| Tekst::letterlijk(place.to_string()))
}

impl Beurt {
    /// Until a day at the latest on which nobody has it any more.
    pub(crate) fn ending(self, tot: Option<Date>) -> Self {
        Self { tot: self.tot.or(tot), ..self }
    }
}

/// A turn in the making, before it is known whose it is.
pub(crate) struct Step {
    zet: Zet,
    onderwerp: Onderwerp,
    van: Date,
    uiterlijk: Option<Date>,
    grond: Tekst,
}

impl Step {
    pub(crate) fn new(zet: Zet, onderwerp: Onderwerp, van: Date) -> Self {
        Self { zet, onderwerp, van, uiterlijk: None, grond: Tekst::leeg() }
    }

    pub(crate) fn until(mut self, uiterlijk: Option<Date>) -> Self {
        self.uiterlijk = uiterlijk;
        self
    }

    pub(crate) fn because(mut self, grond: Tekst) -> Self {
        self.grond = grond;
        self
    }

    pub(crate) fn by(self, rol: Rol, organisatie: OrganisatieId) -> Beurt {
        Beurt {
            zet: self.zet,
            onderwerp: self.onderwerp,
            rol,
            organisatie,
            persoon: None,
            van: self.van,
            tot: None,
            uiterlijk: self.uiterlijk,
            grond: self.grond,
        }
    }
}
