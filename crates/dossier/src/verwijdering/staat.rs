//! Removals and suspensions as they stand (P1b).

use std::sync::Arc;

use base::{Date, Sector, dates};
use recht::Plicht;
use verband::grenzen::DAGEN_TOT_GESPREK;

use crate::opdracht::regels::sector_of;
use crate::staat::{Dossier, Gedaan, begint_met};
use crate::verwijdering::einde::SchorsingGeeindigd;
use crate::verwijdering::elders::EldersVastgesteld;
use crate::verwijdering::feiten::{
    Geschorst, OudersEnLeraarGehoord, SchoolBereidGevonden, Verwijderd, VerwijderingVoorgenomen,
};
use crate::verwijdering::gesprek::GesprekVerzet;
use crate::verwijdering::herroepen::{SchorsingHerroepen, VerwijderingHerroepen};

base::code_enum! {
    /// Where a removal stands. Drawn in `docs/state-machines/verwijdering.md`.
    VerwijderingFase {
        /// Intended; teacher and parents have not been heard.
        Voorgenomen = "verwijdering_voorgenomen", "voornemen verwijdering";
        /// Heard; another school is looked for.
        Gehoord = "verwijdering_gehoord", "gehoord over verwijdering";
        /// Another school is willing.
        SchoolGevonden = "verwijdering_school_gevonden", "school gevonden voor verwijdering";
        /// Removed; the municipality has not been told.
        Verwijderd = "verwijdering_verwijderd", "verwijderd, nog te melden";
        /// Removed and reported.
        Gemeld = "verwijdering_gemeld", "verwijderd en gemeld";
        /// The intention was withdrawn.
        Ingetrokken = "verwijdering_ingetrokken", "voornemen ingetrokken";
        /// The decision was revoked: the pupil was not removed.
        Herroepen = "verwijdering_herroepen", "verwijdering herroepen";
    }
}

/// A removal, from intention to report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verwijdering {
    /// Number in the file.
    pub nr: u32,
    /// What was intended: by which school, by whose rules, why.
    pub feit: Arc<VerwijderingVoorgenomen>,
    /// Intended on.
    pub voorgenomen_op: Date,
    /// Talk about removal held on: the last one.
    pub gehoord_op: Option<Date>,
    /// Every talk that was recorded, in order: who was heard, and what they said. A later one takes nothing of an earlier one away.
    pub gesprekken: Vec<Gedaan<OudersEnLeraarGehoord>>,
    /// Each time that the talk was moved, in order.
    pub verzettingen: Vec<Verzetting>,
    /// The consultation with the Inspectie began on (before).
    pub overleg_begonnen_op: Option<Date>,
    /// Inspectie consulted on (before).
    pub inspectie_geraadpleegd_op: Option<Date>,
    /// School that is willing.
    pub bereid: Option<Arc<SchoolBereidGevonden>>,
    /// The decision.
    pub besluit: Option<Gedaan<Verwijderd>>,
    /// It was revoked.
    pub herroepen: Option<Gedaan<VerwijderingHerroepen>>,
    /// Reported to the municipality on.
    pub gemeld_aan_ben_w: Option<Date>,
    /// Reported to the Inspectie on (after).
    pub gemeld_aan_inspectie: Option<Date>,
    /// Withdrawn on.
    pub ingetrokken_op: Option<Date>,
    /// Last day to object, where its letter left on a later day than its date.
    pub bezwaar_later: Option<Date>,
    /// The school saw that the pupil is at another school.
    pub elders_vastgesteld: Option<Arc<EldersVastgesteld>>,
}

/// The talk was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verzetting {
    /// To which day, and why.
    pub feit: Arc<GesprekVerzet>,
    /// The day for which was invited before it.
    pub was: Date,
    /// How many talks were recorded before it.
    pub na_gesprekken: usize,
}

begint_met! {
    Verwijdering: VerwijderingVoorgenomen;
    Schorsing: Geschorst;
}

impl Schorsing {
    /// The Inspectie must be told: not of one that never was.
    pub fn melding_nodig(&self) -> bool {
        self.toets.uitkomst.melding_inspectie && self.laatste_dag().is_some()
    }

    /// Whose rules apply: as the fact says, and of a fact of before as the newest enrolment there does. None where nothing says it.
    pub fn sector(&self, dossier: &Dossier) -> Option<Sector> {
        let enrolled = || dossier.inschrijvingen.iter().rev().find(|i| i.vestiging == self.vestiging);
        self.feit.sector.or_else(|| enrolled().map(|inschrijving| sector_of(inschrijving.schoolsoort)))
    }
}

impl Verwijdering {
    /// Nobody came on a day for which they were invited: none of the parents, or the pupil who is heard in their place.
    pub fn niemand_kwam(&self) -> bool {
        !self.gesprekken.is_empty() && self.gesprekken.iter().all(|heard| heard.niemand_kwam())
    }

    /// The pupil came to a talk, or let know otherwise what they think.
    pub fn hoorde_leerling(&self) -> bool {
        self.gesprekken.iter().any(|heard| heard.hoorde_leerling())
    }

    /// The numbers of the parents who came to a talk, or let know otherwise what they think.
    pub fn kwamen(&self) -> impl Iterator<Item = u32> {
        self.gesprekken.iter().filter_map(|heard| heard.kwamen.as_ref()).flatten().copied()
    }

    /// The last time that the talk was moved.
    pub fn laatste_verzetting(&self) -> Option<&Verzetting> {
        self.verzettingen.last()
    }

    /// The decision that holds: none was taken, or it was revoked, where there is none.
    fn geldend_besluit(&self) -> Option<&Gedaan<Verwijderd>> {
        self.besluit.as_ref().filter(|_| self.herroepen.is_none())
    }

    /// Decided on, and from which day, where that holds.
    pub fn verwijderd(&self) -> Option<(Date, Date)> {
        self.geldend_besluit().map(|besluit| (besluit.op, besluit.per))
    }

    /// Last day to object to the removal.
    pub fn bezwaar_uiterlijk(&self) -> Option<Date> {
        let stands = self.geldend_besluit().map(|besluit| besluit.bezwaar_uiterlijk)?;
        Some(self.bezwaar_later.map_or(stands, |later| later.max(stands)))
    }

    /// The name of the school that is willing to take the pupil.
    pub fn bereide_school(&self) -> Option<&str> {
        self.bereid.as_ref().map(|found| found.school.schoolnaam.as_str())
    }

    /// The working day for which the parents are invited: that of the letter of the intention, or the one to which the talk was moved. A
    /// fact of before says none: a week later.
    pub fn dag_van_gesprek(&self) -> Date {
        self.laatste_verzetting().map_or_else(|| self.eerste_dag_van_gesprek(), |moved| moved.feit.op)
    }

    /// The working day of the letter of the intention.
    pub(super) fn eerste_dag_van_gesprek(&self) -> Date {
        let week = || dates::plus_days(self.voorgenomen_op, DAGEN_TOT_GESPREK).unwrap_or(self.voorgenomen_op);
        self.feit.gesprek_op.unwrap_or_else(week)
    }

    /// The day for which those were invited who came or did not come to a talk of this day.
    pub fn uitgenodigd_voor(&self, op: Date) -> Date {
        let mut moved = self.verzettingen.iter().rev().map(|moved| moved.feit.op);
        moved.find(|day| *day <= op).unwrap_or_else(|| self.eerste_dag_van_gesprek())
    }

    /// The Leerplichtwet holds for the pupil on a day, as far as it matters: by some acts every pupil is meant.
    pub fn is_leerplichtig(&self, on: Date) -> bool {
        self.leerplicht.as_ref().is_none_or(|period| period.uitkomst.van <= on && on < period.uitkomst.tot)
    }

    /// The Leerplichtwet holds for the pupil when the board decides or when the pupil leaves. The law does not say which of the two days counts
    /// (WEC 40(18), WVO 2020 8.15(2), (4)), so that what it asks is asked on both.
    pub fn is_leerplichtig_bij(&self, besluit: Date, per: Date) -> bool {
        self.is_leerplichtig(besluit) || self.is_leerplichtig(per)
    }

    /// The Leerplichtwet has ended for the pupil on a day.
    pub fn is_free_from(&self, on: Date) -> bool {
        self.leerplicht.as_ref().is_some_and(|period| period.uitkomst.tot <= on)
    }

    /// Another school has to be willing before the pupil is removed on a day, and none is (R1.10).
    pub fn needs_school(&self, on: Date) -> bool {
        self.bereid.is_none() && self.is_leerplichtig(on)
    }

    /// The law asks that the Inspectie is consulted about this pupil, for whom the Leerplichtwet holds on a day (R1.10).
    pub fn asks_overleg(&self, on: Date) -> bool {
        self.eist(Plicht::VerwijderingInspectie) && self.is_leerplichtig(on)
    }

    /// The Inspectie is consulted first, and has not been yet.
    pub fn needs_inspectie(&self, on: Date) -> bool {
        self.inspectie_geraadpleegd_op.is_none() && self.asks_overleg(on)
    }

    /// The Inspectie is told of a removal, and has not been yet.
    pub fn needs_melding_inspectie(&self) -> bool {
        self.eist(Plicht::VerwijderingInspectieMelden) && self.gemeld_aan_inspectie.is_none()
    }

    /// Where it stands.
    pub fn fase(&self) -> VerwijderingFase {
        if self.ingetrokken_op.is_some() {
            VerwijderingFase::Ingetrokken
        } else if self.herroepen.is_some() {
            VerwijderingFase::Herroepen
        } else if self.besluit.is_some() {
            if self.gemeld_aan_ben_w.is_some() && !self.needs_melding_inspectie() {
                VerwijderingFase::Gemeld
            } else {
                VerwijderingFase::Verwijderd
            }
        } else if self.gehoord_op.is_none() {
            VerwijderingFase::Voorgenomen
        } else if self.bereid.is_some() {
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
    /// What was decided: by which school, for which days, why.
    pub feit: Arc<Geschorst>,
    /// When it was decided and written, which is not the day on which it begins: from here the time to object runs.
    pub besloten_op: Date,
    /// The Inspectie was told on.
    pub gemeld_op: Option<Date>,
    /// It ended before its last day.
    pub einde: Option<Gedaan<SchorsingGeeindigd>>,
    /// It was revoked.
    pub herroepen: Option<Gedaan<SchorsingHerroepen>>,
}
