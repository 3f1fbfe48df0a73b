//! Letters about a toelaatbaarheidsverklaring (process P4). Legal source: `law.md` R2.

use base::{Date, Eurocent};
use serde::{Deserialize, Serialize};

use crate::{Briefhoofd, GevraagdStuk, Lezer, NietLeeg, Route, Tekst};

/// What was asked of the partnership. Of leerwegondersteunend onderwijs it decides that it is meant for the pupil, and no other
/// school is needed for it (WVO 2.42, 2.43).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verklaring {
    /// A toelaatbaarheidsverklaring.
    Tlv,
    /// An aanwijzing for leerwegondersteunend onderwijs.
    Aanwijzing,
}

/// Somebody who advises on the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adviseur {
    /// Name; absent while nobody is chosen.
    pub naam: Option<Tekst>,
    /// Discipline: `orthopedagoog`.
    pub discipline: Tekst,
}

/// The request is complete (R2.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OntvangstTlvAanvraag {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// For whom this copy is.
    pub lezer: Lezer,
    /// The school that applies.
    pub school: Tekst,
    /// Where the child could go with it: `het speciaal onderwijs`.
    pub gevraagd: Tekst,
    /// Day on which the request was complete.
    pub compleet_op: Date,
    /// Length of the term: `acht weken`.
    pub beslistermijn: Tekst,
    /// Last day for the decision.
    pub beslissen_uiterlijk: Date,
    /// Who advises.
    pub adviseurs: NietLeeg<Adviseur>,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// Something is missing in the request; to the school that applies (R2.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerzoekOmAanvulling {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// The school that applies.
    pub school: Tekst,
    /// Day of receipt of the request.
    pub ontvangen_op: Date,
    /// What is missing and why it is needed.
    pub gevraagd: NietLeeg<GevraagdStuk>,
    /// Last day to hand it in.
    pub aanleveren_uiterlijk: Date,
    /// How to hand it in.
    pub hoe: Tekst,
    /// First day on which the term stands still.
    pub stil_vanaf: Date,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// An expert's advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deskundigenadvies {
    /// Who; two names for a joint advice.
    pub naam: Tekst,
    /// Discipline: `orthopedagoog`.
    pub discipline: Tekst,
    /// Day of the advice.
    pub datum: Date,
    /// The advice in plain words.
    pub advies: NietLeeg<Tekst>,
}

/// The parents' copy of the advices (R2.9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfschriftDeskundigenadvies {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// The school that applies.
    pub school: Tekst,
    /// The advices.
    pub adviezen: NietLeeg<Deskundigenadvies>,
    /// Day of the advice that was taken back, and in whose place this one comes.
    pub vervangt_advies: Option<Date>,
    /// Day until which a reaction is taken along.
    pub reageren_uiterlijk: Date,
    /// How to react.
    pub hoe: Tekst,
    /// Last day for the decision.
    pub beslissen_uiterlijk: Date,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum Tlvbesluit {
    /// Granted.
    Verleend {
        /// Number, unique per partnership.
        nummer: Tekst,
        /// Where the child may go: `het speciaal onderwijs (so)`.
        schoolsoort: Tekst,
        /// Funding category with its word: `1 (laag)`; absent for sbo, pro.
        categorie: Option<Tekst>,
        /// The category that the school asked, where it is another one.
        gevraagde_categorie: Option<Tekst>,
        /// First day.
        van: Date,
        /// Last day.
        tot_en_met: Date,
        /// What happens next, and who does it.
        vervolg: NietLeeg<Tekst>,
    },
    /// Refused.
    Geweigerd {
        /// What was asked: `het speciaal onderwijs (so)`.
        gevraagd: Tekst,
        /// What is possible instead, and who does it.
        vervolg: NietLeeg<Tekst>,
    },
}

/// Another category that was asked of a declaration that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Categoriewijziging {
    /// Number of the declaration that runs.
    pub nummer: Tekst,
    /// The category that it has, with its word: `1 (laag)`.
    pub nu: Tekst,
    /// The category that was asked.
    pub gevraagd: Tekst,
}

/// A need of the child and what it means for the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behoefte {
    /// The need.
    pub behoefte: Tekst,
    /// The reason in plain words.
    pub reden: Tekst,
}

/// How to object to a decision of the partnership (R2.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bezwaarclausule {
    /// To whom, with the address.
    pub bij: Tekst,
    /// Length of the term: `zes weken`.
    pub termijn: Tekst,
    /// Day on which the letter is sent; the term starts on the next day.
    pub verzonden_op: Date,
    /// Last day.
    pub uiterlijk: Date,
    /// What to write.
    pub inhoud: NietLeeg<Tekst>,
    /// Whether the decision waits for the objection.
    pub schorst: bool,
    /// Who advises on it and how the objector is heard.
    pub hoorzitting: NietLeeg<Tekst>,
    /// What to do when it cannot wait.
    pub spoed: Option<Route>,
    /// Who helps, free of charge.
    pub hulp: NietLeeg<Route>,
}

/// The decision (R2.3–R2.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BesluitTlv {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// For whom this copy is.
    pub lezer: Lezer,
    /// The school that applied.
    pub school: Tekst,
    /// Day of receipt of the request.
    pub aanvraag_van: Date,
    /// Day of the decision.
    pub besloten_op: Date,
    /// Who decided, in what office and on whose behalf (Awb 10:10); absent where the program does not know that person any more.
    pub besloten_door: Option<Tekst>,
    /// The partnership that decides, by name and code.
    pub verband: Tekst,
    /// Why that one decides, in a sentence.
    pub bevoegd: Tekst,
    /// The decision.
    pub besluit: Tlvbesluit,
    /// Another category was asked, and nothing else; absent of a declaration for itself.
    pub wijziging: Option<Categoriewijziging>,
    /// The reasons per need.
    pub behoeften: NietLeeg<Behoefte>,
    /// Both advices, or one joint advice.
    pub adviezen: NietLeeg<Deskundigenadvies>,
    /// What whoever decided wrote about the advices; absent where that is nothing.
    pub weging_adviezen: Option<Tekst>,
    /// Why the decision deviates from an advice; absent when it does not.
    pub afwijking: Option<Tekst>,
    /// What the parents think and what was done with it.
    pub mening_ouders: Tekst,
    /// What whoever decided wrote about what parents and pupil think; absent where that is nothing.
    pub weging_meningen: Option<Tekst>,
    /// Why the decision did not wait for the parents' reaction to an advice; absent when it did.
    pub niet_gewacht: Option<Tekst>,
    /// What the child thinks and what was done with it.
    pub mening_kind: Option<Tekst>,
    /// How to object.
    pub bezwaar: Bezwaarclausule,
}

/// A declaration is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntrekkingTlv {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// For whom this copy is.
    pub lezer: Lezer,
    /// The school that had applied.
    pub school: Tekst,
    /// Number of the declaration.
    pub nummer: Tekst,
    /// Where the child could go with it: `het speciaal onderwijs (so)`.
    pub schoolsoort: Tekst,
    /// Day on which it was granted.
    pub verleend_op: Date,
    /// Day of this decision.
    pub ingetrokken_op: Date,
    /// First day on which it holds no more.
    pub per: Date,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// What those whom it touches said of it, and what was done with that.
    pub gehoord: Tekst,
    /// What it means for the child.
    pub vervolg: NietLeeg<Tekst>,
    /// How to object.
    pub bezwaar: Bezwaarclausule,
}

/// The request was forwarded to the partnership that decides (Awb 2:3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoorzendingTlv {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// For whom this copy is.
    pub lezer: Lezer,
    /// The school that applied.
    pub school: Tekst,
    /// Day of receipt of the request.
    pub aanvraag_van: Date,
    /// The partnership that decides.
    pub naar: Tekst,
    /// Telephone of its loket.
    pub telefoon_naar: Option<Tekst>,
    /// What changed since the request was sent.
    pub redenen: NietLeeg<Tekst>,
    /// Last day for the decision there.
    pub beslissen_uiterlijk: Date,
    /// Who helps.
    pub hulp: NietLeeg<Route>,
}

/// The request is not dealt with (Awb 4:5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanvraagNietBehandeld {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// For whom this copy is.
    pub lezer: Lezer,
    /// The school that applied.
    pub school: Tekst,
    /// Day of receipt of the request.
    pub aanvraag_van: Date,
    /// Day on which more was asked.
    pub gevraagd_op: Date,
    /// Last day on which it could be handed in.
    pub aanleveren_was_uiterlijk: Date,
    /// Something came, and it was not enough.
    pub er_kwam_iets: bool,
    /// What was asked and why it is needed.
    pub ontbreekt: NietLeeg<GevraagdStuk>,
    /// Why nothing can be decided without it.
    pub redenen: NietLeeg<Tekst>,
    /// Term within which this had to be made known: `vier weken`.
    pub bekend_binnen: Tekst,
    /// Where the child stands now.
    pub plek_nu: Tekst,
    /// How to object.
    pub bezwaar: Bezwaarclausule,
}

/// An expert hears that the decision deviates from the own advice (Awb 3:43).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MededelingAfwijking {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// Day of the advice.
    pub advies_van: Date,
    /// What was decided, in one sentence.
    pub besluit: Tekst,
    /// Day of the decision.
    pub besloten_op: Date,
    /// Day on which it is made known.
    pub bekend_op: Date,
    /// How.
    pub wijze: Tekst,
    /// Why it deviates.
    pub redenen: NietLeeg<Tekst>,
    /// Last day on which school and parents can object.
    pub bezwaar_uiterlijk: Date,
    /// With whom (Awb 3:45 lid 2).
    pub bezwaar_bij: Tekst,
}

/// The decision comes later (R2.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BerichtVanVertraging {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// For whom this copy is.
    pub lezer: Lezer,
    /// The school that applied.
    pub school: Tekst,
    /// Day of receipt of the request.
    pub aanvraag_van: Date,
    /// Last day as it was.
    pub eerst_uiterlijk: Date,
    /// Last day now.
    pub beslissen_uiterlijk: Date,
    /// Until when the reader can give what was asked of them; none where nothing is asked of this reader.
    pub antwoord_tot: Option<Date>,
    /// Why.
    pub redenen: NietLeeg<Tekst>,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}

/// What the partnership thinks of a notice of default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum Standpunt {
    /// It is right: the decision is late.
    Terecht {
        /// Day on which the decision should have been there.
        had_gemoeten_op: Date,
        /// Why it is late.
        redenen: NietLeeg<Tekst>,
        /// First day that counts for the penalty, when there is still no decision; none where the letter came from somebody else
        /// than the applicant, and no penalty runs by it.
        dwangsom_vanaf: Option<Date>,
    },
    /// It came too early: the term still runs.
    TeVroeg {
        /// Why the term still runs.
        redenen: NietLeeg<Tekst>,
    },
}

/// A period with its penalty per day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dwangsomtrede {
    /// `dag 1 tot en met 14`.
    pub periode: Tekst,
    /// Per day.
    pub per_dag_eurocent: Eurocent,
}

/// The penalty for a late decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dwangsom {
    /// Who gets it, where that is not the reader (by law it is the applicant): `de school`.
    pub aan: Option<Tekst>,
    /// Time that is left after the notice: `twee weken`.
    pub na: Tekst,
    /// Periods with their amounts.
    pub treden: NietLeeg<Dwangsomtrede>,
    /// Most that is paid.
    pub hooguit_eurocent: Eurocent,
    /// When nothing is paid (Awb 4:17 lid 5).
    pub geen: Tekst,
}

/// Days with the penalty for each, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dwangsomdagen {
    /// `dag 1 tot en met 14`.
    pub periode: Tekst,
    /// Per day.
    pub per_dag_eurocent: Eurocent,
    /// Together.
    pub samen_eurocent: Eurocent,
}

/// The penalty for a late decision is laid down (Awb 4:18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BesluitDwangsom {
    /// Head.
    pub hoofd: Briefhoofd,
    /// What was asked.
    pub verklaring: Verklaring,
    /// The school that asked, and to whose board it is paid.
    pub school: Tekst,
    /// Day of receipt of the notice of default.
    pub ontvangen_op: Date,
    /// Last day to decide without a penalty.
    pub zonder_dwangsom_tot: Date,
    /// Day on which the decision on the request was made known; none where it was not.
    pub bekend_op: Option<Date>,
    /// Why there is no decision of this partnership and none will come: the request was taken back, or forwarded.
    pub zonder_besluit: Option<Tekst>,
    /// First day of the penalty.
    pub van: Date,
    /// Last day of it.
    pub tot_en_met: Date,
    /// How it is made up; empty where none is due.
    pub treden: Vec<Dwangsomdagen>,
    /// How much is due.
    pub bedrag_eurocent: Eurocent,
    /// Why none is due (Awb 4:17 lid 5); empty where it is.
    pub niet_verschuldigd: Vec<Tekst>,
    /// Time to pay: `zes weken`.
    pub betalen_binnen: Tekst,
    /// Last day to pay.
    pub betalen_uiterlijk: Date,
    /// How to object.
    pub bezwaar: Bezwaarclausule,
}

/// Answer to a notice of default (R2.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReactieIngebrekestelling {
    /// Head.
    pub hoofd: Briefhoofd,
    /// About what: `de aanvraag voor een toelaatbaarheidsverklaring (TLV)`.
    pub betreft: Tekst,
    /// Day of receipt of the notice.
    pub ontvangen_op: Date,
    /// What we think of it.
    pub standpunt: Standpunt,
    /// Last day for the decision now.
    pub beslissen_uiterlijk: Date,
    /// The penalty that applies when it is late.
    pub dwangsom: Dwangsom,
    /// What the reader can do and who helps.
    pub routes: NietLeeg<Route>,
}
