//! P1b: removal and suspension.

use base::{Date, Sector, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::aanmelding::feiten::BereidGevonden;
use crate::berekend::Berekend;
use crate::gebeurtenis::Fold;
use crate::staat::{Dossier, Feit, Schorsing, Verwijdering};

/// The board intends to remove the pupil; the parents are told why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerwijderingVoorgenomen {
    /// Number in the file.
    pub verwijdering: u32,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Whose rules apply.
    pub sector: Sector,
    /// Why.
    pub redenen: String,
}

impl Fold for VerwijderingVoorgenomen {
    fn fold(&self, dossier: &mut Dossier, feit: &Feit) {
        dossier.verwijderingen.push(Verwijdering {
            nr: self.verwijdering,
            vestiging: self.vestiging.clone(),
            schoolnaam: self.schoolnaam.clone(),
            sector: self.sector,
            voorgenomen_op: feit.on,
            redenen: self.redenen.clone(),
            gehoord_op: None,
            inspectie_geraadpleegd_op: None,
            bereide_school: None,
            verwijderd: None,
            bezwaar_uiterlijk: None,
            gemeld_aan_ben_w: None,
            gemeld_aan_inspectie: None,
            ingetrokken_op: None,
        });
    }
}

/// Declares an event about one removal, with how it changes that removal.
macro_rules! over_verwijdering {
    ($name:ident, |$self:ident, $verwijdering:ident, $feit:ident| $body:block) => {
        impl Fold for $name {
            fn fold(&$self, dossier: &mut Dossier, $feit: &Feit) {
                if let Some($verwijdering) = dossier.verwijdering_mut($self.verwijdering) $body
            }
        }
    };
}

/// Group teacher and parents were heard (WPO 40(11)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OudersEnLeraarGehoord {
    /// Removal.
    pub verwijdering: u32,
    /// What the parents said.
    pub ouders: String,
    /// What the teacher said.
    pub leraar: String,
}

over_verwijdering!(OudersEnLeraarGehoord, |self, verwijdering, feit| {
    verwijdering.gehoord_op = Some(feit.on);
});

/// The Inspectie was consulted beforehand (vo).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectieGeraadpleegd {
    /// Removal.
    pub verwijdering: u32,
    /// What came of it.
    pub uitkomst: String,
}

over_verwijdering!(InspectieGeraadpleegd, |self, verwijdering, feit| {
    verwijdering.inspectie_geraadpleegd_op = Some(feit.on);
});

/// Another school is willing to take the pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolBereidGevonden {
    /// Removal.
    pub verwijdering: u32,
    /// Which, with what shows it.
    pub school: BereidGevonden,
}

over_verwijdering!(SchoolBereidGevonden, |self, verwijdering, _feit| {
    verwijdering.bereide_school = Some(self.school.schoolnaam.clone());
});

/// The pupil is removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verwijderd {
    /// Removal.
    pub verwijdering: u32,
    /// First day on which the pupil is no longer enrolled.
    pub per: Date,
    /// Why, for the parents.
    pub motivering: String,
    /// Last day to object.
    pub bezwaar_uiterlijk: Date,
}

over_verwijdering!(Verwijderd, |self, verwijdering, feit| {
    verwijdering.verwijderd = Some((feit.on, self.per));
    verwijdering.bezwaar_uiterlijk = Some(self.bezwaar_uiterlijk);
});

/// The intention to remove was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerwijderingIngetrokken {
    /// Removal.
    pub verwijdering: u32,
    /// Why.
    pub reden: String,
}

over_verwijdering!(VerwijderingIngetrokken, |self, verwijdering, feit| {
    verwijdering.ingetrokken_op = Some(feit.on);
});

/// The removal was reported to burgemeester en wethouders (LPW 18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GemeldAanBenW {
    /// Removal.
    pub verwijdering: u32,
    /// Municipality, by name.
    pub gemeente: String,
}

over_verwijdering!(GemeldAanBenW, |self, verwijdering, feit| {
    verwijdering.gemeld_aan_ben_w = Some(feit.on);
});

/// What was reported to the Inspectie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InspectieMelding {
    /// Removal with this number.
    Verwijdering(u32),
    /// Suspension with this number.
    Schorsing(u32),
}

/// A report to the Inspectie, with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GemeldAanInspectie {
    /// About what.
    pub over: InspectieMelding,
}

impl Fold for GemeldAanInspectie {
    fn fold(&self, dossier: &mut Dossier, feit: &Feit) {
        match self.over {
            InspectieMelding::Verwijdering(nr) => {
                if let Some(verwijdering) = dossier.verwijdering_mut(nr) {
                    verwijdering.gemeld_aan_inspectie = Some(feit.on);
                }
            }
            InspectieMelding::Schorsing(nr) => {
                if let Some(schorsing) = dossier.schorsingen.iter_mut().find(|s| s.nr == nr) {
                    schorsing.gemeld_op = Some(feit.on);
                }
            }
        }
    }
}

/// Outcome of `schorsing.toets`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchorsingToets {
    /// Not longer than the law allows.
    pub toegestaan: bool,
    /// The Inspectie must be told.
    pub melding_inspectie: bool,
    /// Days, both ends included, with those of a suspension that this one follows or precedes.
    pub dagen: i64,
}

/// The pupil is suspended, in writing with reasons (R1.11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geschorst {
    /// Number in the file.
    pub schorsing: u32,
    /// School.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// First day.
    pub van: Date,
    /// Last day.
    pub tot_en_met: Date,
    /// Why, as told to the parents.
    pub redenen: String,
    /// The rule's answer.
    pub toets: Berekend<SchorsingToets>,
}

impl Fold for Geschorst {
    fn fold(&self, dossier: &mut Dossier, _feit: &Feit) {
        dossier.schorsingen.push(Schorsing {
            nr: self.schorsing,
            vestiging: self.vestiging.clone(),
            schoolnaam: self.schoolnaam.clone(),
            van: self.van,
            tot_en_met: self.tot_en_met,
            redenen: self.redenen.clone(),
            melding_nodig: self.toets.uitkomst.melding_inspectie,
            gemeld_op: None,
        });
    }
}
