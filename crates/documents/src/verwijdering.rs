//! Letters to parents about removal and suspension (process P1b). Legal source: `law.md` R1.10, R1.11.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{
    Briefhoofd, Gesprek, GevondenSchool, NietLeeg, Overleg, Rechtsmiddelen, Route, Tekst, Uitzondering,
    Vervolgplek,
};

/// How far the search for another school is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum StandAndereSchool {
    /// A school is willing.
    School(GevondenSchool),
    /// Still looking.
    Zoeken {
        /// What was done and what comes next.
        stand: NietLeeg<Tekst>,
    },
    /// The law knows an exception here.
    Uitzondering(Uitzondering),
}

/// Who is heard before a removal is decided on, and by that who reads the invitation: the law of primary and special education
/// hears a teacher, that of secondary education the pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gehoord {
    /// Parents read it; a teacher is heard besides them.
    OudersEnLeraar,
    /// Parents read it; the pupil is heard besides them and has an own invitation.
    OudersEnLeerling,
    /// The pupil reads it.
    Leerling,
}

/// The board intends to remove the child and hears the reader first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoornemenVerwijdering {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Who is heard, and for whom this copy is.
    pub lezer: Gehoord,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// What was tried before, where the school wrote that down.
    #[serde(default)]
    pub geprobeerd: Vec<Tekst>,
    /// The reader came to a talk, or wrote, before this letter left.
    pub al_gehoord: bool,
    /// The talk in which the reader is heard.
    pub gesprek: Gesprek,
    /// Day until which the reader can answer in writing.
    pub reageren_uiterlijk: Date,
    /// The other school.
    pub andere_school: StandAndereSchool,
    /// After how long a search without result an institute for cluster 1 or 2 can remove all the same (WEC 40(18)).
    #[serde(default)]
    pub zoekt_hooguit: Option<Tekst>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// The talk for which the reader was invited is on another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GesprekVerplaatst {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Who is heard, and for whom this copy is.
    pub lezer: Gehoord,
    /// The day for which the reader was invited.
    pub was: Date,
    /// When the board told what it intends.
    pub voornemen_van: Date,
    /// Why, in the words of the school.
    pub reden: NietLeeg<Tekst>,
    /// The reader came to an earlier talk, or wrote.
    pub al_gehoord: bool,
    /// The talk in which the reader is heard.
    pub gesprek: Gesprek,
    /// Day until which the reader can answer in writing.
    pub reageren_uiterlijk: Date,
    /// A school that is willing, where one was found.
    pub nieuwe_school: Option<GevondenSchool>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// The intention to remove is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoornemenIngetrokken {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Whose copy it is.
    #[serde(default)]
    pub aan_leerling: bool,
    /// When the board told what it intended.
    pub voornemen_van: Date,
    /// The day for which the reader was invited, where that is still to come.
    pub gesprek_vervalt: Option<Date>,
    /// Why, in the words of the school.
    pub redenen: NietLeeg<Tekst>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// The child is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verwijdering {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Whose copy it is: in secondary education the decision is made known to the pupil too (WVO 8.15(6)).
    #[serde(default)]
    pub aan_leerling: bool,
    /// Before a decision on an objection the pupil too is heard and can read what was advised: in secondary education alone (WVO 8.15(8)).
    #[serde(default)]
    pub leerling_leest_mee: bool,
    /// Day of the decision.
    pub besloten_op: Date,
    /// Last day at this school.
    pub laatste_dag: Date,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// Who was heard: parents and teacher.
    pub gehoord: NietLeeg<Overleg>,
    /// What the board did with what the parents said, where it wrote that down apart from its reasons.
    #[serde(default)]
    pub reactie_op_ouders: Option<Tekst>,
    /// The school found, or the exception.
    pub vervolgplek: Vervolgplek,
    /// Who is told of it: `de gemeente Ochtendstad`.
    pub gemeld_aan: NietLeeg<Tekst>,
    /// The day on which the pupil comes to object in the place of the parents, where that is within the time to object (WVO 2020 8.1).
    #[serde(default)]
    pub bezwaar_zelf_vanaf: Option<Date>,
    /// All routes.
    pub routes: Rechtsmiddelen,
}

/// The child is suspended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schorsing {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Whose copy it is: in secondary education the decision is made known to the pupil too (WVO 8.14(2)).
    #[serde(default)]
    pub aan_leerling: bool,
    /// It is for the time of the consultation with the Inspectie about a removal (WVO 8.15(4)).
    #[serde(default)]
    pub tijdens_overleg: bool,
    /// First day.
    pub van: Date,
    /// Last day; both days count.
    pub tot_en_met: Date,
    /// First day on which the child comes back.
    pub terug_op: Date,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// School work in those days, where the school wrote it down.
    #[serde(default)]
    pub schoolwerk: Vec<Tekst>,
    /// A talk about coming back.
    pub gesprek: Option<Gesprek>,
    /// Whether the Inspectie is told.
    pub inspectie_bericht: bool,
    /// What the parents can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// By what a suspension ends before its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchorsingVoorbij {
    /// The school ends it.
    School,
    /// The consultation with the Inspectie, for which it was, is over.
    OverlegGehouden,
    /// The intention to remove was withdrawn.
    VoornemenIngetrokken,
    /// The removal was decided on.
    Besloten,
}

/// The suspension ends earlier: when the child is back, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EindeSchorsing {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Whose copy it is.
    #[serde(default)]
    pub aan_leerling: bool,
    /// First day, as it was decided.
    pub van: Date,
    /// Last day, as it was decided.
    pub tot_en_met: Date,
    /// It never began.
    pub nooit_begonnen: bool,
    /// First day on which the child is back.
    pub terug_op: Date,
    /// By what it ends.
    pub waarom: SchorsingVoorbij,
    /// In the words of the school; empty where it follows from something else.
    pub eigen_uitleg: Vec<Tekst>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}
