//! Removals and suspensions as they stand (P1b).

use base::{Date, Sector, Vestigingscode};

base::code_enum! {
    /// Where a removal stands. Drawn in `docs/state-machines/verwijdering.md`.
    VerwijderingFase {
        /// Intended; teacher and parents have not been heard.
        Voorgenomen = "verwijdering_voorgenomen", "voornemen verwijdering";
        /// Heard; another school is looked for.
        Gehoord = "verwijdering_gehoord", "ouders en leraar gehoord";
        /// Another school is willing.
        SchoolGevonden = "verwijdering_school_gevonden", "andere school gevonden";
        /// Removed; the municipality has not been told.
        Verwijderd = "verwijdering_verwijderd", "verwijderd, nog te melden";
        /// Removed and reported.
        Gemeld = "verwijdering_gemeld", "verwijderd en gemeld";
        /// The intention was withdrawn.
        Ingetrokken = "verwijdering_ingetrokken", "voornemen ingetrokken";
    }
}

/// A removal, from intention to report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verwijdering {
    /// Number in the file.
    pub nr: u32,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Whose rules apply.
    pub sector: Sector,
    /// Intended on.
    pub voorgenomen_op: Date,
    /// Why.
    pub redenen: String,
    /// Parents and teacher heard on.
    pub gehoord_op: Option<Date>,
    /// Inspectie consulted on (vo, before).
    pub inspectie_geraadpleegd_op: Option<Date>,
    /// School that is willing: name.
    pub bereide_school: Option<String>,
    /// Removed on, from which day.
    pub verwijderd: Option<(Date, Date)>,
    /// Last day to object to the removal.
    pub bezwaar_uiterlijk: Option<Date>,
    /// Reported to the municipality on.
    pub gemeld_aan_ben_w: Option<Date>,
    /// Reported to the Inspectie on (vo, after).
    pub gemeld_aan_inspectie: Option<Date>,
    /// Withdrawn on.
    pub ingetrokken_op: Option<Date>,
}

impl Verwijdering {
    /// In vo the Inspectie is consulted first (R1.10), and has not been yet.
    pub fn needs_inspectie(&self) -> bool {
        self.sector == Sector::Vo && self.inspectie_geraadpleegd_op.is_none()
    }

    /// Where it stands.
    pub fn fase(&self) -> VerwijderingFase {
        if self.ingetrokken_op.is_some() {
            VerwijderingFase::Ingetrokken
        } else if self.verwijderd.is_some() {
            let inspectie = self.sector != Sector::Vo || self.gemeld_aan_inspectie.is_some();
            if self.gemeld_aan_ben_w.is_some() && inspectie {
                VerwijderingFase::Gemeld
            } else {
                VerwijderingFase::Verwijderd
            }
        } else if self.gehoord_op.is_none() {
            VerwijderingFase::Voorgenomen
        } else if self.bereide_school.is_some() {
            VerwijderingFase::SchoolGevonden
        } else {
            VerwijderingFase::Gehoord
        }
    }
}

/// A suspension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schorsing {
    /// Number in the file.
    pub nr: u32,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// Why, as told to the parents in writing.
    pub redenen: String,
    /// The Inspectie must be told.
    pub melding_nodig: bool,
    /// The Inspectie was told on.
    pub gemeld_op: Option<Date>,
}
