//! Letters about a registration (process P1). Legal source per letter: `law.md` R1.

use base::Date;
use serde::{Deserialize, Serialize};

use crate::{
    AndereMogelijkheid, Briefhoofd, GevondenSchool, GevraagdStuk, NietLeeg, Overleg, Rechtsgrond,
    Rechtsmiddelen, Route, Tekst, Vervolgplek,
};

/// The registration has come in (R1.1, R1.6, R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OntvangstbevestigingAanmelding {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school, as it stands in a sentence: `basisschool De Regenboog`.
    pub school: Tekst,
    /// Day of receipt.
    pub ontvangen_op: Date,
    /// From when the parents want a place, where they said so.
    pub gewenst_vanaf: Option<Date>,
    /// Other schools, as the parents stated them.
    #[serde(default)]
    pub andere_scholen: Vec<Tekst>,
    /// What the school looks at.
    pub onderzoek: NietLeeg<Tekst>,
    /// Length of the term: `zes weken`.
    pub beslistermijn: Tekst,
    /// Last day for the decision.
    pub beslissen_uiterlijk: Date,
    /// By how much it may be extended, where it may: `hooguit vier weken`.
    pub verlenging: Option<Tekst>,
    /// When the right to a temporary place arises; none where no place can come.
    pub tijdelijke_plaats: Option<TijdelijkePlaatsUitleg>,
    /// Why no place can come at this school any more, where none can.
    #[serde(default)]
    pub geen_plek: Option<Tekst>,
    /// A child is admitted there with a declaration alone (WPO 40(8), WEC 40(10), (12), WVO 2020 2.30(7)).
    #[serde(default)]
    pub verklaring_nodig: bool,
    /// An institute for cluster 1 or 2: its commission inquires first (WEC 41(4)), and it looks for no other school (WEC 40(22)).
    #[serde(default)]
    pub onderzoek_eerst: bool,
    /// What parents can be asked to declare of the foundation of the school: `respecteert of onderschrijft`. Who refuses that is refused
    /// without another school (WPO 40(5)(b), WEC 40(6)(b), WVO 2020 8.9(3)(b)); none at a public school.
    #[serde(default)]
    pub grondslag: Option<Tekst>,
    /// So is who does not meet the conditions of the law for admission (WVO 2020 8.9(3)(c)).
    #[serde(default)]
    pub voorwaarden: bool,
    /// Somebody else with authority registered the child: the reader did not.
    #[serde(default)]
    pub door_ander: bool,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// When a child without a school gets a temporary place (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkePlaatsUitleg {
    /// Length of the term: `tien weken`.
    pub na: Tekst,
    /// First day of that place.
    pub vanaf: Date,
    /// Kind of school at which the child must not be enrolled, without an article: `basisschool`.
    pub soort_school: Tekst,
    /// Without a decision the child is admitted, wherever it is enrolled: no temporary place (WPO 40 lid 16, WEC 40 lid 24).
    pub toegelaten: bool,
    /// That place waits for a declaration (WEC 40(9), WVO 2020 8.13(2)).
    #[serde(default)]
    pub eerst_verklaring: bool,
}

/// Something is missing (R1.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerzoekOmInformatie {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day of receipt of the registration.
    pub ontvangen_op: Date,
    /// What is missing and why it is needed.
    pub gevraagd: NietLeeg<GevraagdStuk>,
    /// Last day to hand it in.
    pub aanleveren_uiterlijk: Date,
    /// How to hand it in.
    pub hoe: Tekst,
    /// First day on which the term stands still.
    pub stil_vanaf: Date,
    /// Term within which a decision not to go on is made known: `vier weken`.
    pub stoppen_binnen: Option<Tekst>,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// What parents gave is not all that was asked, and they still have time (R1.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieNietCompleet {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day on which something came.
    pub kregen_op: Date,
    /// What is still missing.
    pub nog_nodig: NietLeeg<Tekst>,
    /// Last day to hand it in.
    pub aanleveren_uiterlijk: Date,
    /// How to hand it in.
    pub hoe: Tekst,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// The term is extended, once (R1.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerlengingBeslistermijn {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day of receipt of the registration.
    pub ontvangen_op: Date,
    /// Last day as it was.
    pub eerst_uiterlijk: Date,
    /// Length of the extension: `twee weken`.
    pub verlenging: Tekst,
    /// Last day now; while the clock stands still, if the parents answer on the last day that they have.
    pub beslissen_uiterlijk: Date,
    /// Until when the parents can give what was asked; absent when the clock runs.
    pub antwoord_tot: Option<Date>,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// When the right to a temporary place arises; absent where the child goes to such a school.
    pub tijdelijke_plaats: Option<TijdelijkePlaatsUitleg>,
    /// What the parents can do and who helps.
    pub hulp: NietLeeg<Route>,
}

/// Another school is proposed (R1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodAndereSchool {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school of registration.
    pub school: Tekst,
    /// The school proposed.
    pub aanbod: GevondenSchool,
    /// Why this school.
    pub redenen: NietLeeg<Tekst>,
    /// Talks with the parents.
    pub overleg: NietLeeg<Overleg>,
    /// What else was looked at; when empty the letter says that nothing was.
    #[serde(default)]
    pub andere_mogelijkheden: Vec<AndereMogelijkheid>,
    /// Day by which the parents are asked to answer.
    pub reageren_uiterlijk: Date,
    /// How to answer.
    pub hoe: Tekst,
    /// Last day for the decision on the registration.
    pub beslissen_uiterlijk: Date,
    /// What the parents can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// The plan (OPP) that follows an admission (R3.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OppAfspraak {
    /// Length of the term: `zes weken`.
    pub binnen: Tekst,
    /// Last day.
    pub uiterlijk: Date,
    /// That day is over already: the child is admitted into the past, and the duty stays.
    pub voorbij: bool,
    /// Every child of this school has a plan, also one that needs nothing more than the school gives.
    pub elk_kind: bool,
}

/// The child is admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toelating {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day of receipt of the registration.
    pub ontvangen_op: Date,
    /// First school day.
    pub vanaf: Date,
    /// Since when the child had a temporary place there, where it did: that place is for good now.
    #[serde(default)]
    pub tijdelijk_sinds: Option<Date>,
    /// Group or class: `groep 5`.
    pub groep: Tekst,
    /// Why: what the school can offer.
    pub redenen: NietLeeg<Tekst>,
    /// The plan to come; absent where there is no need for extra support.
    pub opp: Option<OppAfspraak>,
    /// Practical matters of the first day.
    #[serde(default)]
    pub praktisch: Vec<Tekst>,
    /// How to object, at a public school (Awb 3:45).
    #[serde(default)]
    pub bezwaar: Option<Route>,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// A temporary place, because there was no decision in time (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkePlaatsing {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day of receipt of the registration.
    pub ontvangen_op: Date,
    /// After what time the right arose, and from when; `vanaf` is the first day of the place.
    pub recht: TijdelijkePlaatsUitleg,
    /// Group or class.
    pub groep: Tekst,
    /// Last day for the decision, where it is known.
    pub beslissen_uiterlijk: Option<Date>,
    /// Term for the plan after a definitive place: `zes weken`; absent where there is none.
    pub opp_binnen: Option<Tekst>,
    /// At this school every pupil has such a plan, whatever it needs.
    #[serde(default)]
    pub elk_kind: bool,
    /// Practical matters of the first day.
    #[serde(default)]
    pub praktisch: Vec<Tekst>,
    /// How to object, at a public school (Awb 3:45).
    #[serde(default)]
    pub bezwaar: Option<Route>,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// Which decision ends a temporary place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EindeGrond {
    /// The child was refused.
    Weigering,
    /// The registration is not handled further.
    BuitenBehandeling,
}

/// The temporary place ends (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EindeTijdelijkePlaatsing {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// The decision behind it.
    pub grond: EindeGrond,
    /// Day of that decision.
    pub besluit_van: Date,
    /// Last day on which the child is enrolled.
    pub laatste_dag: Date,
    /// First day on which it no longer is.
    pub uitgeschreven_per: Date,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// Where the child can go, and who arranges what.
    pub vervolg: NietLeeg<Tekst>,
    /// All routes.
    pub routes: Rechtsmiddelen,
}

/// The child is refused (R1.4, R1.5, R1.9, R8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weigering {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day of receipt of the registration.
    pub ontvangen_op: Date,
    /// Day of the decision.
    pub besloten_op: Date,
    /// The ground, with its article.
    pub grond: Rechtsgrond,
    /// Why, in plain words.
    pub redenen: NietLeeg<Tekst>,
    /// The school found, or the exception.
    pub vervolgplek: Vervolgplek,
    /// Talks with the parents; on an exception the law asks none, and where there was none the letter tells of none.
    #[serde(default)]
    pub overleg: Vec<Overleg>,
    /// What else was looked at.
    #[serde(default)]
    pub andere_mogelijkheden: Vec<AndereMogelijkheid>,
    /// The school of an offer that waited for an answer: it is awaited no longer.
    #[serde(default)]
    pub open_aanbod: Option<Tekst>,
    /// All routes.
    pub routes: Rechtsmiddelen,
}

/// The registration is not handled further, for lack of information (R1.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuitenBehandeling {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// Day of receipt of the registration.
    pub ontvangen_op: Date,
    /// Day on which the information was asked for.
    pub gevraagd_op: Date,
    /// Last day on which it could be handed in.
    pub aanleveren_was_uiterlijk: Date,
    /// What is still missing and why it is needed.
    pub ontbreekt: NietLeeg<GevraagdStuk>,
    /// Why no decision is possible without it.
    pub redenen: NietLeeg<Tekst>,
    /// Term within which this had to be made known, where the law sets one: `vier weken`.
    pub stoppen_binnen: Option<Tekst>,
    /// The week in which parents register for the first year of secondary education (WVO 2020 8.8(8)): `25 maart tot en met 31 maart`.
    #[serde(default)]
    pub vaste_week: Option<Tekst>,
    /// All routes.
    pub routes: Rechtsmiddelen,
}

/// What those with authority decide together about a registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Oudervraag {
    /// To withdraw it.
    Intrekken,
    /// To accept a place at another school.
    Aanbod {
        /// That school.
        naam: Tekst,
        /// From when.
        vanaf: Date,
    },
}

/// One of those with authority wants something: another of them is asked (BW 1:253a).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VraagAndereOuder {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// What is wanted.
    pub vraag: Oudervraag,
    /// Who wants it.
    pub wie: Tekst,
    /// On which day that was said.
    pub gezegd_op: Date,
    /// Last day to answer.
    pub antwoord_uiterlijk: Date,
    /// Last day for the decision on the registration, where the clock runs.
    pub beslissen_uiterlijk: Option<Date>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// How a choice of those with authority ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ouderafloop {
    /// The registration is withdrawn.
    Ingetrokken,
    /// It is not: one of them wants it to go on.
    LooptDoor,
    /// A place at another school is accepted.
    Aangenomen {
        /// That school.
        naam: Tekst,
        /// From when.
        vanaf: Date,
    },
    /// A place at another school is not accepted.
    NietAangenomen {
        /// That school.
        naam: Tekst,
    },
}

/// What came of a choice of those with authority, and whose word it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfloopDoorOuders {
    /// Head.
    pub hoofd: Briefhoofd,
    /// The school.
    pub school: Tekst,
    /// It goes to a pupil who acts themselves.
    pub aan_leerling: bool,
    /// What came of it.
    pub afloop: Ouderafloop,
    /// On which day.
    pub op: Date,
    /// Whose word it was.
    pub door: Tekst,
    /// Last day for the decision on a registration that runs on, where the clock runs.
    pub beslissen_uiterlijk: Option<Date>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}
