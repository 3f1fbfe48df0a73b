//! Who is concerned with a child, since when and until when: computed from the file.

use base::{Date, OrganisatieId, PersoonId, Vestigingscode};

use super::zaken::Zaken;
use crate::proces::PROCESSEN;
use crate::rol::Actor;
use crate::staat::Dossier;

base::code_enum! {
    /// How an organisation or person is concerned with a child.
    RelatieSoort {
        /// School of enrolment.
        Inschrijving = "inschrijving", "school van inschrijving";
        /// School of registration, or with another case of its own that is not finished.
        Aanmelding = "aanmelding", "school van aanmelding";
        /// School that placed the child with a declaration.
        Plaatsing = "plaatsing", "school van plaatsing";
        /// Board of one of those schools.
        Bestuur = "bestuur", "bestuur van de school";
        /// Partnership with a request, or with a task on a refusal.
        Swv = "swv", "samenwerkingsverband";
        /// Expert on a request.
        Deskundige = "deskundige", "deskundige";
        /// Support worker of the child.
        Begeleiding = "begeleiding", "begeleider";
        /// Attendance officer.
        Leerplicht = "leerplicht", "leerplicht";
        /// With consent.
        Toestemming = "toestemming", "met toestemming";
        /// Objection.
        Bezwaar = "bezwaar", "bezwaar";
        /// Table.
        Tafel = "tafel", "overlegtafel";
        /// Invited by the parents.
        UitnodigingOuders = "uitnodiging_ouders", "op uitnodiging van de ouders";
        /// Parent with authority, or guardian.
        Gezag = "gezag", "ouder of voogd";
        /// The pupil.
        Leerling = "leerling", "leerling";
        /// Investigation of the read log.
        OnderzoekInzage = "onderzoek_inzage", "onderzoek naar inzage";
    }
}

impl RelatieSoort {
    /// Of one person, not of everybody with a role at an organisation.
    pub fn is_personal(self) -> bool {
        matches!(self, Self::Deskundige | Self::Gezag | Self::Leerling)
    }
}

/// Who is concerned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wie {
    /// Everybody with a role there.
    Organisatie(OrganisatieId),
    /// One person.
    Persoon(PersoonId),
}

/// One relation to a child, in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Betrokkenheid {
    /// Who.
    pub wie: Wie,
    /// How.
    pub soort: RelatieSoort,
    /// From when.
    pub van: Date,
    /// Until when (exclusive).
    pub tot: Option<Date>,
    /// A request, registration or case runs: cells marked `*` open.
    pub lopend: bool,
    /// Group of the child at that school; empty where that means nothing.
    pub groep: String,
    /// The cases that this relation opens.
    pub zaken: Zaken,
    /// Also opens what others recorded of the child itself; a school of registration has only what it recorded.
    pub kent_kind: bool,
}

impl Betrokkenheid {
    /// Of this person, or of the organisation in whose name they act.
    pub fn is_of(&self, actor: &Actor) -> bool {
        match &self.wie {
            Wie::Organisatie(organisatie) => *organisatie == actor.organisatie,
            Wie::Persoon(persoon) => *persoon == actor.persoon,
        }
    }

    /// A school sees its own case through to the end, also when the child has left meanwhile: a removal or a
    /// suspension that it still has to report, a request on which it may still be asked something.
    pub(crate) fn eigen_zaak(
        dossier: &Dossier,
        school: &Vestigingscode,
        van: Date,
        tot: Option<Date>,
    ) -> Self {
        Self {
            wie: Wie::Organisatie(school.organisatie()),
            soort: RelatieSoort::Aanmelding,
            van,
            tot,
            lopend: true,
            groep: String::new(),
            zaken: dossier.zaken_van(school),
            kent_kind: false,
        }
    }

    /// Holds on a date.
    pub fn is_current(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }
}

impl Dossier {
    /// Everybody who is or was concerned with this child, as far as the file tells.
    ///
    /// The boards of the schools are added by the caller, which knows them.
    pub fn betrokkenen(&self) -> Vec<Betrokkenheid> {
        let mut all = Vec::new();
        for proces in PROCESSEN {
            (proces.betrokkenen)(self, &mut all);
        }
        all
    }
}
