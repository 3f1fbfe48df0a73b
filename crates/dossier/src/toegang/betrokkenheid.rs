//! Who is concerned with a child, since when and until when: computed from the file.

use base::{Date, OrganisatieId, PersoonId, Vestigingscode, dates};
use verband::grenzen::MONTHS_AFTER_DECISION;

use super::Deel;
use super::zaken::Zaken;
use crate::proces::PROCESSEN;
use crate::rol::Actor;
use crate::staat::Dossier;

/// First day on which a case that was decided on this day is looked at no more by whoever decided.
pub(crate) fn gelezen_tot(besloten_op: Date) -> Option<Date> {
    dates::plus_months(besloten_op, MONTHS_AFTER_DECISION)
}

base::code_enum! {
    /// How an organisation or person is concerned with a child.
    RelatieSoort {
        /// School of enrolment.
        Inschrijving = "inschrijving", "school van inschrijving";
        /// School that opened the file of a child that no school has yet.
        Opening = "opening", "school die het dossier opende";
        /// School of registration, or with another case of its own that is not finished.
        Aanmelding = "aanmelding", "school van aanmelding";
        /// Board of one of those schools.
        Bestuur = "bestuur", "bestuur van de school";
        /// Partnership with a request, or with a task on a refusal.
        Swv = "swv", "samenwerkingsverband";
        /// Partnership of a request that was taken back or forwarded: it reads who asked what, and why it went.
        SwvIngetrokken = "swv_ingetrokken", "samenwerkingsverband, van een aanvraag die is ingetrokken of doorgezonden";
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
        /// Parent whose authority a court limits: what the order leaves must be recorded, and nothing follows by itself.
        GezagBeperkt = "gezag_beperkt", "ouder met beperkt gezag";
        /// Carer of the child, who reads of registrations and places by the word of who has authority.
        Verzorging = "verzorging", "pleegouder of verzorger";
        /// The same, who also reads the plan and the support at school.
        VerzorgingPlan = "verzorging_plan", "pleegouder of verzorger, ook van het plan";
        /// Acts in a parent's name, as written: nothing follows by itself.
        Machtiging = "machtiging", "gemachtigde";
        /// The pupil.
        Leerling = "leerling", "leerling";
        /// Investigation of the read log.
        OnderzoekInzage = "onderzoek_inzage", "onderzoek naar inzage";
    }
}

impl RelatieSoort {
    /// Of one person, not of everybody with a role at an organisation.
    pub fn is_personal(self) -> bool {
        match self {
            Self::Deskundige
            | Self::Begeleiding
            | Self::Toestemming
            | Self::UitnodigingOuders
            | Self::OnderzoekInzage
            | Self::Gezag
            | Self::GezagBeperkt
            | Self::Verzorging
            | Self::VerzorgingPlan
            | Self::Machtiging
            | Self::Leerling => true,
            Self::Inschrijving
            | Self::Opening
            | Self::Aanmelding
            | Self::Bestuur
            | Self::Swv
            | Self::SwvIngetrokken
            | Self::Leerplicht
            | Self::Bezwaar
            | Self::Tafel => false,
        }
    }

    /// Opens a part of the file, whatever the matrix gives the role: nobody decides any more on what was taken back, so that opens
    /// nothing of the child but who it is; and a carer reads what they may by who has authority.
    pub(crate) fn opent(self, deel: Deel) -> bool {
        let only: &[Deel] = match self {
            Self::SwvIngetrokken => &[Deel::A, Deel::H],
            Self::Verzorging => &[Deel::A, Deel::B],
            Self::VerzorgingPlan => &[Deel::A, Deel::B, Deel::C, Deel::F, Deel::G],
            Self::Inschrijving
            | Self::Opening
            | Self::Aanmelding
            | Self::Bestuur
            | Self::Swv
            | Self::Deskundige
            | Self::Begeleiding
            | Self::Leerplicht
            | Self::Toestemming
            | Self::Bezwaar
            | Self::Tafel
            | Self::UitnodigingOuders
            | Self::Gezag
            | Self::GezagBeperkt
            | Self::Machtiging
            | Self::Leerling
            | Self::OnderzoekInzage => Deel::ALL,
        };
        only.contains(&deel)
    }
}

/// Who is concerned.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wie {
    /// Everybody with a role there.
    Organisatie(OrganisatieId),
    /// One person.
    Persoon {
        /// Who.
        persoon: PersoonId,
        /// Acting for whom, where an organisation gave them the work: the same person who acts for another has nothing
        /// of it.
        voor: Option<OrganisatieId>,
    },
}

impl Wie {
    /// Somebody by themselves, for whomever they act.
    pub fn persoon(persoon: &PersoonId) -> Self {
        Self::Persoon { persoon: persoon.clone(), voor: None }
    }

    /// Whoever acts is this one.
    pub fn is(&self, actor: &Actor) -> bool {
        match self {
            Self::Organisatie(organisatie) => *organisatie == actor.organisatie,
            Self::Persoon { persoon, voor } => {
                *persoon == actor.persoon && voor.as_ref().is_none_or(|voor| *voor == actor.organisatie)
            }
        }
    }
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
    /// Something may be done by it: its case runs, or there is something to do that follows from it. Reading may last longer.
    pub handelt: bool,
    /// Group of the child at that school; empty where that means nothing.
    pub groep: String,
    /// The cases that this relation opens.
    pub zaken: Zaken,
    /// Also opens what others recorded of the child itself; a school of registration has only what it recorded.
    pub kent_kind: bool,
    /// Number of the last fact that was given by it, where the giving ended and reading goes on: nothing that came later, of the
    /// child or of the case, is known through it.
    pub gegeven_tot_en_met: Option<u64>,
}

impl Betrokkenheid {
    /// Of this person, or of the organisation in whose name they act.
    pub fn is_of(&self, actor: &Actor) -> bool {
        self.wie.is(actor)
    }

    /// Opens what is recorded of the child itself as it stands now. Who has only a case of the child reads what was given
    /// with that case.
    pub fn kent_gegevens(&self) -> bool {
        self.kent_kind || self.soort == RelatieSoort::Opening
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
            handelt: true,
            groep: String::new(),
            zaken: dossier.zaken_van(school),
            kent_kind: false,
            gegeven_tot_en_met: None,
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
