//! Notices to authorities: what the law asks and no more. Legal source: `law.md` R1.10, R1.11.

use base::{Date, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Tekst};

/// A removal reported to the mayor and aldermen. Without reasons: they need not know them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeldingVerwijdering {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Its code.
    pub vestiging: Vestigingscode,
    /// Date of birth, to know which child it is.
    pub geboortedatum: Date,
    /// Day of the decision.
    pub besloten_op: Date,
    /// Last day at this school.
    pub laatste_dag: Date,
    /// The school that is willing; absent where there is none.
    pub nieuwe_school: Option<NieuweSchool>,
    /// The pupil is of age and knows of it; the parents need not.
    #[serde(default)]
    pub leerling_alleen: bool,
}

/// A school that said that it will admit a pupil who is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NieuweSchool {
    /// Its name.
    pub naam: Tekst,
    /// Day on which it said so.
    pub bereid_op: Date,
    /// First day on which the pupil goes there, where the school that removed knows that it does.
    pub vanaf: Option<Date>,
}

/// What the Inspectie is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum InspectieAanleiding {
    /// A suspension.
    Schorsing {
        /// First day.
        van: Date,
        /// Last day; both days count.
        tot_en_met: Date,
    },
    /// The intention to remove, before the decision.
    VoornemenVerwijdering {
        /// Day on which the parents were told.
        gemeld_op: Date,
        /// Day by which the board would like an answer.
        overleg_graag_voor: Date,
    },
    /// That intention is withdrawn.
    VoornemenIngetrokken {
        /// Day on which it was reported.
        gemeld_op: Date,
        /// Day on which it was withdrawn.
        ingetrokken_op: Date,
    },
    /// A removal.
    Verwijdering {
        /// Day of the decision.
        besloten_op: Date,
        /// Last day at this school.
        laatste_dag: Date,
    },
}

/// A suspension, an intended removal or a removal reported to the Inspectie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeldingInspectie {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Its code.
    pub vestiging: Vestigingscode,
    /// What it is about.
    pub aanleiding: InspectieAanleiding,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// The pupil is of age and hears of it; the parents do not.
    #[serde(default)]
    pub leerling_alleen: bool,
}
