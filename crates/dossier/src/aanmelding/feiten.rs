//! P1: registration and duty of care, from first contact to admission or refusal.

use base::{Date, Sector, SwvCode, Vestigingscode};
use serde::{Deserialize, Serialize};

use crate::aanmelding::staat::{Antwoord, Behoefte, TijdelijkePlaatsing};
use crate::berekend::Berekend;
use crate::gebeurtenis::Fold;
use crate::soort::Schoolsoort;
use crate::staat::{Aanbod, Aanmelding, Afloop, Dossier, EersteContact, Feit, Opschorting};

/// A parent reports a first contact with a school. No legal effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EerstContactGemeld {
    /// School, in the parent's words.
    pub school: String,
    /// When.
    pub op: Date,
    /// What was said.
    pub gezegd: String,
}

impl Fold for EerstContactGemeld {
    fn fold(&self, dossier: &mut Dossier, _feit: &Feit) {
        dossier.contacten.push(EersteContact {
            school: self.school.clone(),
            op: self.op,
            gezegd: self.gezegd.clone(),
        });
    }
}

/// Who registered the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Indiener {
    /// Somebody with authority, by number in the file, on the own page.
    Ouder(u32),
    /// The school entered a registration that the parents made in writing.
    SchoolNamensOuders,
}

/// Outcome of `aanmelding.beslistermijn`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beslistermijn {
    /// Last day for the decision; none while the clock stands still.
    pub uiterlijk: Option<Date>,
    /// The term can still be extended.
    pub verlenging_mogelijk: bool,
    /// Days that the clock stood still.
    pub opgeschorte_dagen: i64,
    /// The clock stands still now.
    pub opgeschort_nu: bool,
}

/// Outcome of `aanmelding.tijdelijke_plaatsing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkRecht {
    /// There is a right, if no decision comes before.
    pub recht: bool,
    /// From when.
    pub vanaf: Option<Date>,
}

/// A written registration was received: the duty of care begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aangemeld {
    /// Number in the file.
    pub aanmelding: u32,
    /// Where.
    pub vestiging: Vestigingscode,
    /// Name of the school.
    pub schoolnaam: String,
    /// Kind of school.
    pub schoolsoort: Schoolsoort,
    /// Whose admission rules apply.
    pub sector: Sector,
    /// Public authority or private.
    pub openbaar: bool,
    /// Partnership of the school, where known: it watches over refusals and doubles.
    pub swv: Option<SwvCode>,
    /// Day of receipt.
    pub ontvangen_op: Date,
    /// From when a place is asked.
    pub gewenst_per: Option<Date>,
    /// Other schools, as the parents state them.
    pub andere_scholen: Vec<String>,
    /// R1.6a applies.
    pub minderjarige_asielzoeker: bool,
    /// Less than the lead time before the wished date: stays valid (R1.1).
    pub laat: bool,
    /// Who registered the child.
    pub ingediend_door: Indiener,
    /// What the parents said about support, in their words; may be empty.
    pub toelichting_ouders: String,
    /// The term.
    pub termijn: Berekend<Beslistermijn>,
    /// The right to a temporary place.
    pub tijdelijk_recht: Berekend<TijdelijkRecht>,
}

impl Fold for Aangemeld {
    fn fold(&self, dossier: &mut Dossier, feit: &Feit) {
        dossier.aanmeldingen.push(Aanmelding {
            nr: self.aanmelding,
            volgnummer: feit.volgnummer,
            vestiging: self.vestiging.clone(),
            schoolnaam: self.schoolnaam.clone(),
            schoolsoort: self.schoolsoort,
            sector: self.sector,
            openbaar: self.openbaar,
            swv: self.swv.clone(),
            ontvangen_op: self.ontvangen_op,
            gewenst_per: self.gewenst_per,
            andere_scholen: self.andere_scholen.clone(),
            minderjarige_asielzoeker: self.minderjarige_asielzoeker,
            ingediend_door: self.ingediend_door,
            termijn: self.termijn.clone(),
            tijdelijk_recht: self.tijdelijk_recht.clone(),
            verlengd_op: None,
            opschortingen: Vec::new(),
            behoefte: None,
            aanbiedingen: Vec::new(),
            tijdelijke_plaatsing: None,
            feitelijk_geweigerd: Vec::new(),
            afloop: None,
        });
    }
}

/// Declares an event about one registration, with how it changes that registration.
macro_rules! over_aanmelding {
    ($name:ident, |$self:ident, $aanmelding:ident, $feit:ident| $body:block) => {
        impl Fold for $name {
            fn fold(&$self, dossier: &mut Dossier, $feit: &Feit) {
                if let Some($aanmelding) = dossier.aanmelding_mut($self.aanmelding) $body
            }
        }
    };
}

/// The school assessed whether extra ondersteuning is needed (R1.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OndersteuningsbehoefteVastgesteld {
    /// Registration.
    pub aanmelding: u32,
    /// Extra ondersteuning is needed; language arrears alone is not.
    pub extra_ondersteuning: bool,
    /// In words.
    pub toelichting: String,
    /// Only support for language arrears is needed.
    pub alleen_taal: bool,
}

over_aanmelding!(OndersteuningsbehoefteVastgesteld, |self, aanmelding, feit| {
    aanmelding.behoefte = Some(Behoefte {
        extra_ondersteuning: self.extra_ondersteuning,
        toelichting: self.toelichting.clone(),
        op: feit.on,
    });
});

/// Information was asked; the clock stands still (R1.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieGevraagd {
    /// Registration.
    pub aanmelding: u32,
    /// What is missing.
    pub wat: Vec<String>,
    /// Why it is needed.
    pub waarom: String,
    /// Day of the invitation.
    pub uitnodiging_op: Date,
    /// Last day on which it can be given.
    pub tot_en_met: Date,
    /// The term as it stands now: without a last day.
    pub termijn: Berekend<Beslistermijn>,
    /// Last day to decide when nothing comes.
    pub uiterlijk_zonder_antwoord: Option<Date>,
}

over_aanmelding!(InformatieGevraagd, |self, aanmelding, _feit| {
    aanmelding.opschortingen.push(Opschorting {
        uitnodiging_op: self.uitnodiging_op,
        wat: self.wat.clone(),
        tot_en_met: self.tot_en_met,
        uiterlijk_zonder_antwoord: self.uiterlijk_zonder_antwoord,
        geeindigd_op: None,
        compleet: None,
    });
    aanmelding.termijn = self.termijn.clone();
});

/// The information came; the clock runs again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformatieOntvangen {
    /// Registration.
    pub aanmelding: u32,
    /// First day on which the clock runs again: that of completion, or the one after the time for it.
    pub op: Date,
    /// It is complete; false when the time lapsed without it and the school decides all the same.
    pub compleet: bool,
    /// The term as it runs now.
    pub termijn: Berekend<Beslistermijn>,
}

over_aanmelding!(InformatieOntvangen, |self, aanmelding, _feit| {
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(self.op);
        open.compleet = Some(self.compleet);
    }
    aanmelding.termijn = self.termijn.clone();
});

/// The registration is not handled: the information did not come (Awb 4:5, WPO 63).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuitenBehandelingGesteld {
    /// Registration.
    pub aanmelding: u32,
    /// Why.
    pub reden: String,
    /// Last day to object.
    pub bezwaar_uiterlijk: Date,
}

over_aanmelding!(BuitenBehandelingGesteld, |self, aanmelding, feit| {
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(feit.on);
    }
    let bezwaar_uiterlijk = self.bezwaar_uiterlijk;
    aanmelding.afloop = Some(Afloop::BuitenBehandeling { op: feit.on, bezwaar_uiterlijk });
});

/// The term was extended, once, with notice to the parents (R1.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeslistermijnVerlengd {
    /// Registration.
    pub aanmelding: u32,
    /// Why.
    pub reden: String,
    /// The term as it runs now.
    pub termijn: Berekend<Beslistermijn>,
}

over_aanmelding!(BeslistermijnVerlengd, |self, aanmelding, feit| {
    aanmelding.verlengd_op = Some(feit.on);
    aanmelding.termijn = self.termijn.clone();
});

/// The child's enrolment changed, and with it the right to a temporary place (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkRechtGewijzigd {
    /// Registration.
    pub aanmelding: u32,
    /// The right as it is now.
    pub tijdelijk_recht: Berekend<TijdelijkRecht>,
}

over_aanmelding!(TijdelijkRechtGewijzigd, |self, aanmelding, _feit| {
    aanmelding.tijdelijk_recht = self.tijdelijk_recht.clone();
});

/// The child has a temporary place (R1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkGeplaatst {
    /// Registration.
    pub aanmelding: u32,
    /// First day.
    pub per: Date,
    /// Group; may be empty.
    pub groep: String,
}

over_aanmelding!(TijdelijkGeplaatst, |self, aanmelding, _feit| {
    aanmelding.tijdelijke_plaatsing =
        Some(TijdelijkePlaatsing { per: self.per, groep: self.groep.clone(), tot: None });
});

/// The temporary place ended with the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TijdelijkePlaatsingGeeindigd {
    /// Registration.
    pub aanmelding: u32,
    /// First day on which the child is no longer enrolled there.
    pub per: Date,
    /// It became definitive.
    pub definitief: bool,
}

over_aanmelding!(TijdelijkePlaatsingGeeindigd, |self, aanmelding, _feit| {
    if let Some(plaatsing) = aanmelding.tijdelijke_plaatsing.as_mut() {
        plaatsing.tot = Some(self.per);
    }
});

/// Another school was offered that is willing to take the child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodGedaan {
    /// Registration.
    pub aanmelding: u32,
    /// Number of the offer within the registration.
    pub aanbod: u32,
    /// School that is willing.
    pub school: BereidGevonden,
    /// What it offers.
    pub wat: String,
    /// From when.
    pub per: Date,
    /// Other possibilities that were looked at.
    pub andere_mogelijkheden: Vec<String>,
    /// Consultation with the parents.
    pub overleg: Overleg,
}

over_aanmelding!(AanbodGedaan, |self, aanmelding, feit| {
    aanmelding.aanbiedingen.push(Aanbod {
        nr: self.aanbod,
        schoolnaam: self.school.schoolnaam.clone(),
        vestiging: self.school.vestiging.clone(),
        op: feit.on,
        per: self.per,
        antwoord: None,
    });
});

/// The parents accepted the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodAanvaard {
    /// Registration.
    pub aanmelding: u32,
    /// Offer.
    pub aanbod: u32,
    /// How they let it be known, where the school entered it.
    pub toelichting: String,
}

over_aanmelding!(AanbodAanvaard, |self, aanmelding, feit| {
    if let Some(aanbod) = aanmelding.aanbiedingen.iter_mut().find(|a| a.nr == self.aanbod) {
        aanbod.antwoord = Some(Antwoord::Aanvaard(feit.on));
        let schoolnaam = aanbod.schoolnaam.clone();
        aanmelding.afloop = Some(Afloop::Elders { op: feit.on, schoolnaam });
    }
});

/// The parents said no to the offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanbodAfgewezen {
    /// Registration.
    pub aanmelding: u32,
    /// Offer.
    pub aanbod: u32,
    /// Why, if they said so.
    pub reden: String,
}

over_aanmelding!(AanbodAfgewezen, |self, aanmelding, feit| {
    if let Some(aanbod) = aanmelding.aanbiedingen.iter_mut().find(|a| a.nr == self.aanbod) {
        aanbod.antwoord = Some(Antwoord::Afgewezen(feit.on, self.reden.clone()));
    }
});

/// The child is admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toegelaten {
    /// Registration.
    pub aanmelding: u32,
    /// First day at school.
    pub per: Date,
    /// Group; may be empty.
    pub groep: String,
    /// Last day to adopt the ontwikkelingsperspectief, where one is needed (R3.2).
    pub opp_uiterlijk: Option<Berekend<Option<Date>>>,
}

over_aanmelding!(Toegelaten, |self, aanmelding, feit| {
    aanmelding.afloop = Some(Afloop::Toegelaten { op: feit.on, per: self.per });
});

/// Another school that is willing to take the child, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BereidGevonden {
    /// Name.
    pub schoolnaam: String,
    /// Code, where it is one of ours.
    pub vestiging: Option<Vestigingscode>,
    /// Day on which it said so.
    pub bereid_op: Date,
    /// What shows it: a letter, a mail, a name.
    pub bewijs: String,
}

/// Consultation with the parents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overleg {
    /// When.
    pub op: Date,
    /// With whom.
    pub met: String,
    /// What came of it.
    pub uitkomst: String,
}

/// The lawful ground of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weigeringsgrond {
    /// Another school is willing to take the child (R1.4).
    AndereSchool(BereidGevonden),
    /// An exception of R1.5, by its id in the corpus.
    Uitzondering {
        /// Id of the ground.
        grond: String,
        /// How it applies here.
        onderbouwing: String,
    },
}

/// The child is refused, lawfully.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Geweigerd {
    /// Registration.
    pub aanmelding: u32,
    /// On which ground.
    pub grond: Weigeringsgrond,
    /// The ground in words with its article, as it stands in the letter.
    pub grond_tekst: String,
    /// Why, for the parents.
    pub motivering: String,
    /// Consultation with the parents; always when another school was found.
    pub overleg: Option<Overleg>,
    /// Last day to object.
    pub bezwaar_uiterlijk: Date,
}

over_aanmelding!(Geweigerd, |self, aanmelding, feit| {
    aanmelding.afloop = Some(Afloop::Geweigerd {
        op: feit.on,
        grond: self.grond.clone(),
        bezwaar_uiterlijk: self.bezwaar_uiterlijk,
    });
});

/// The child was turned away in fact, without a lawful decision. No legal effect: the duty of care
/// stays; the SWV gets a task, the parents see their routes, it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeitelijkGeweigerd {
    /// Registration, where there was one.
    pub aanmelding: u32,
    /// When.
    pub op: Date,
    /// What happened, in the words of who reports it.
    pub wat: String,
}

over_aanmelding!(FeitelijkGeweigerd, |self, aanmelding, _feit| {
    aanmelding.feitelijk_geweigerd.push(self.op);
});

/// The parents withdrew the registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AanmeldingIngetrokken {
    /// Registration.
    pub aanmelding: u32,
    /// Why, if they said so.
    pub reden: String,
}

over_aanmelding!(AanmeldingIngetrokken, |self, aanmelding, feit| {
    for open in aanmelding.opschortingen.iter_mut().filter(|o| o.geeindigd_op.is_none()) {
        open.geeindigd_op = Some(feit.on);
    }
    aanmelding.afloop = Some(Afloop::Ingetrokken { op: feit.on });
});
