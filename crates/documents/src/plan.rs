//! The letters of a plan (process P2): a version to read, what was adopted, and that somebody does not agree. Legal source: WPO 40a, WEC 41a,
//! WVO 2020 2.44.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, NietLeeg, Route, Tekst};

/// What a plan says of the pupil, without the help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planinhoud {
    /// Expected destination after this school, with why.
    pub uitstroom: Vec<Tekst>,
    /// What the pupil learns otherwise than the whole programme.
    pub anders: Vec<Tekst>,
    /// Kind of work, in praktijkonderwijs.
    pub arbeid: Option<Tekst>,
    /// What hinders.
    pub belemmerend: Vec<Tekst>,
    /// What helps.
    pub bevorderend: Vec<Tekst>,
}

/// The help that a plan gives: its action part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planhulp {
    /// What help.
    pub begeleiding: NietLeeg<Tekst>,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// After how long is looked what came of the goals: `tien weken`; none in the short form.
    pub ronde: Option<Tekst>,
    /// With which goals.
    pub doelen: Vec<Doelregel>,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doelregel {
    /// What is to be reached.
    pub wat: Tekst,
    /// How; none where nobody said, or where it stands with what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hoe: Option<Tekst>,
    /// Who sees to it.
    pub wie: Tekst,
    /// Until and including which day.
    pub tot_en_met: Date,
    /// How is measured whether it is reached.
    pub meten: Tekst,
}

/// Something that was said of a plan on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planwoorden {
    /// When.
    pub op: Date,
    /// What.
    pub wat: NietLeeg<Tekst>,
}

/// A version of a plan, to read before it is adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanConcept {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// What kind of plan, in words.
    pub plansoort: Tekst,
    /// It was adopted before: this is another version.
    pub bijstelling: bool,
    /// To the pupil who decides.
    pub aan_leerling: bool,
    /// What it says.
    pub inhoud: Planinhoud,
    /// The help.
    pub hulp: Planhulp,
    /// Yes or no is asked of the help.
    pub vraagt_instemming: bool,
    /// Until when an answer is waited for.
    pub antwoord_uiterlijk: Date,
    /// The reader answers on a page of their own.
    pub eigen_pagina: bool,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// A plan was adopted: the plan itself, with who was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanBesluit {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// What kind of plan, in words.
    pub plansoort: Tekst,
    /// Day of adoption.
    pub vastgesteld_op: Date,
    /// It was adopted before: this is another version.
    pub bijstelling: bool,
    /// To the pupil who decides.
    pub aan_leerling: bool,
    /// What it says.
    pub inhoud: Planinhoud,
    /// The help that holds; none where there never was agreement.
    pub geldende_hulp: Option<Planhulp>,
    /// The help of this version was left out, since there is no agreement on it.
    pub zonder_instemming: bool,
    /// What the pupil said; none where the pupil chose to say nothing, or nobody asks it of this plan.
    pub inbreng: Option<Planwoorden>,
    /// What was done with it.
    pub invloed: Option<Planwoorden>,
    /// The talks with the parents.
    pub gesprekken: Vec<Planwoorden>,
    /// What the commissie advised.
    pub commissieadvies: Option<Planwoorden>,
    /// Until when the plan is looked at together for the first time.
    pub evaluatie_uiterlijk: Date,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// Somebody does not agree to the help in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeenInstemming {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// What kind of plan, in words.
    pub plansoort: Tekst,
    /// When it was said.
    pub gezegd_op: Date,
    /// To the pupil who decides.
    pub aan_leerling: bool,
    /// Since when the help of before holds, which goes on; none where there is none.
    pub geldt_sinds: Option<Date>,
    /// Others are asked as well.
    pub met_anderen: bool,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}
