//! The letter that a decision of a school is revoked. Legal source: WPO 63(3), WEC 61(3), WVO 2020 8.8(6), 8.15(8), Awb 7:11(2).

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Route, Tekst};

/// Which decision is revoked, and what that brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum HerroepenBesluit {
    /// A removal.
    Verwijdering {
        /// The first day on which the child would not have been enrolled any more.
        per: Date,
        /// The first day on which the child is back, where it left.
        weer_op: Option<Date>,
        /// It is at another school since.
        elders: bool,
        /// The first day on which it was not enrolled any more for another reason, where that was before the removal.
        uitgeschreven_per: Option<Date>,
    },
    /// A suspension.
    Schorsing {
        /// Its first day.
        van: Date,
        /// Its last day, as it was decided.
        tot_en_met: Date,
        /// The first day on which the child is back, where it was suspended.
        weer_op: Option<Date>,
    },
    /// A refusal.
    Weigering {
        /// Last day to decide; none where the clock stands still.
        beslissen_uiterlijk: Option<Date>,
        /// That day is over.
        te_laat: bool,
        /// The temporary place of the child goes on.
        tijdelijke_plek: bool,
    },
}

/// For whom a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HerroepenLezer {
    /// The parents.
    Ouders,
    /// The pupil.
    Leerling,
    /// Who was told of the decision: the municipality, the Inspectie.
    Instantie,
}

/// A decision of the school is revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BesluitHerroepen {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// For whom this copy is.
    pub lezer: HerroepenLezer,
    /// Which decision.
    pub besluit: HerroepenBesluit,
    /// The day of that decision.
    pub besloten_op: Date,
    /// It is revoked on.
    pub herroepen_op: Date,
    /// Somebody objected; else the school saw it itself.
    pub na_bezwaar: bool,
    /// The day on which who objected was heard, where they were.
    pub bezwaar_gehoord_op: Option<Date>,
    /// Why; who was told of the decision need not know it.
    pub uitleg_herroepen: Vec<Tekst>,
    /// Others who were told of the decision, and are told of this.
    pub ook_gemeld_aan: Vec<Tekst>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}
