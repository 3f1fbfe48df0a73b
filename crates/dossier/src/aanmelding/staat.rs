//! A registration as it stands (P1).

use std::sync::Arc;

use base::{Date, PersoonId};

use crate::aanmelding::feiten::{
    AanbodGedaan, Aangemeld, Beslistermijn, BeslistermijnVerlengd, EerstContactGemeld, InformatieGevraagd,
    InformatieOnvoldoende, OndersteuningsbehoefteVastgesteld, TijdelijkGeplaatst, TijdelijkRecht,
    Weigeringsgrond,
};
use crate::aanmelding::gekomen::NietGekomen;
use crate::aanmelding::herroepen::WeigeringHerroepen;
use crate::aanmelding::inleveren::InformatieIngeleverd;
use crate::aanmelding::keuze::OuderKoos;
use crate::aanmelding::leeftijd::LeeftijdVerantwoord;
use crate::aanmelding::oppakken::WeigeringOpgepakt;
use crate::aanmelding::plek::PlekVastgesteld;
use crate::aanmelding::verklaring::VerklaringGetoond;
use crate::aanmelding::vervallen::{VerklaringNagegaan, VerklaringVervallen};
use crate::aanmelding::voorwaarde::VoorwaardeVastgesteld;
use crate::aanmelding::zonder::ZonderVerklaring;
use crate::berekend::{Berekend, Berekening};
use crate::leven::nagekeken::GezagNagekeken;
use crate::staat::{Gedaan, Inschrijving, begint_met};

/// What a parent told of a first contact, and who told it: own words stay of whoever said them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EersteContact {
    /// The account of the parent.
    pub van: PersoonId,
    /// What was told.
    pub inhoud: EerstContactGemeld,
}

/// A request for information that stops the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opschorting {
    /// What was asked, and until when.
    pub feit: Arc<InformatieGevraagd>,
    /// Last day to decide when nothing comes: a term that is extended while it stands still moves it.
    pub uiterlijk_zonder_antwoord: Option<Date>,
    /// What came last that was not enough, while the parents had time.
    pub onvoldoende: Option<Arc<InformatieOnvoldoende>>,
    /// What parents handed in, or said to bring, oldest first.
    pub ingeleverd: Vec<Gedaan<InformatieIngeleverd>>,
    /// How much of that the school looked at when it said what is still needed.
    pub bekeken: usize,
    /// First day on which the clock ran again.
    pub geeindigd_op: Option<Date>,
    /// All that was asked came; none as long as that was not recorded.
    pub compleet: Option<bool>,
}

impl Opschorting {
    /// What was handed in last, or said to come, of which the school said nothing yet.
    pub fn te_bekijken(&self) -> Option<&Gedaan<InformatieIngeleverd>> {
        self.ingeleverd.iter().skip(self.bekeken).next_back()
    }

    /// More is needed: what was handed in so far was looked at.
    pub(super) fn bleek_onvoldoende(&mut self, said: &Arc<InformatieOnvoldoende>) {
        self.onvoldoende = Some(Arc::clone(said));
        self.bekeken = self.ingeleverd.len();
    }
}

/// An offer of a place at another school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aanbod {
    /// Number within the registration.
    pub nr: u32,
    /// What was offered.
    pub feit: Arc<AanbodGedaan>,
    /// When offered.
    pub op: Date,
    /// The parents' answer.
    pub antwoord: Option<Antwoord>,
}

/// The parents' answer to an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Antwoord {
    /// Accepted on a date.
    Aanvaard(Date),
    /// Rejected on a date; the reason may be empty.
    Afgewezen(Date, String),
}

/// A temporary placement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TijdelijkePlaatsing {
    /// From when, in which group.
    pub feit: Arc<TijdelijkGeplaatst>,
    /// First day on which it no longer holds.
    pub tot: Option<Date>,
}

/// How a registration ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Afloop {
    /// Admitted.
    Toegelaten {
        /// Decided on.
        op: Date,
        /// First day at school.
        per: Date,
    },
    /// The parents accepted an offer elsewhere.
    Elders {
        /// Accepted on.
        op: Date,
        /// School.
        schoolnaam: String,
    },
    /// Refused, lawfully.
    Geweigerd {
        /// Decided on.
        op: Date,
        /// On which ground.
        grond: Weigeringsgrond,
        /// Last day to object.
        bezwaar_uiterlijk: Date,
    },
    /// Not handled: information did not come.
    BuitenBehandeling {
        /// Decided on.
        op: Date,
        /// Last day to object.
        bezwaar_uiterlijk: Date,
    },
    /// Withdrawn by the parents.
    Ingetrokken {
        /// On.
        op: Date,
    },
}

base::code_enum! {
    /// Where a registration stands. Drawn in `docs/state-machines/aanmelding.md`.
    AanmeldingFase {
        /// Received; the need is not assessed yet.
        Ontvangen = "aanmelding_ontvangen", "aangemeld";
        /// Information was asked; the clock stands still.
        WachtOpInformatie = "aanmelding_wacht_op_informatie", "wacht op informatie";
        /// The need is assessed; a decision is due.
        BehoefteVastgesteld = "aanmelding_behoefte_vastgesteld", "behoefte vastgesteld";
        /// Another school was offered; the parents answer.
        AanbodGedaan = "aanmelding_aanbod_gedaan", "aanbod gedaan";
        /// Admitted.
        Toegelaten = "aanmelding_toegelaten", "toegelaten";
        /// A place elsewhere was accepted.
        Elders = "aanmelding_elders", "naar een andere school";
        /// Refused.
        Geweigerd = "aanmelding_geweigerd", "geweigerd";
        /// Not handled.
        BuitenBehandeling = "aanmelding_buiten_behandeling", "buiten behandeling";
        /// Withdrawn.
        Ingetrokken = "aanmelding_ingetrokken", "ingetrokken";
    }
}

impl AanmeldingFase {
    /// Nothing more is decided.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Self::Toegelaten | Self::Elders | Self::Geweigerd | Self::BuitenBehandeling | Self::Ingetrokken
        )
    }
}

/// One registration at one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aanmelding {
    /// Number in the file.
    pub nr: u32,
    /// Number of the fact that opened it.
    pub volgnummer: u64,
    /// What was registered: where, by whose rules, for when.
    pub feit: Arc<Aangemeld>,
    /// The term as it runs now.
    pub termijn: Berekend<Beslistermijn>,
    /// The right to a temporary place.
    pub tijdelijk_recht: Berekend<TijdelijkRecht>,
    /// The term was extended: when, and by how much.
    pub verlenging: Option<Gedaan<BeslistermijnVerlengd>>,
    /// Requests for information.
    pub opschortingen: Vec<Opschorting>,
    /// The assessed need (R1.3).
    pub behoefte: Option<Gedaan<OndersteuningsbehoefteVastgesteld>>,
    /// Offers of another school.
    pub aanbiedingen: Vec<Aanbod>,
    /// What each of those with authority said of what they decide together.
    pub keuzes: Vec<Gedaan<OuderKoos>>,
    /// What its school saw of the authority of who wrote it on the open form.
    pub gezag_nagekeken: Option<Arc<GezagNagekeken>>,
    /// Temporary placement.
    pub tijdelijke_plaatsing: Option<TijdelijkePlaatsing>,
    /// Declarations of elsewhere that the parents showed.
    pub getoond: Vec<Arc<VerklaringGetoond>>,
    /// One with which it was admitted had been withdrawn in its own file.
    pub verklaring_vervallen: Option<Gedaan<VerklaringVervallen>>,
    /// How it goes on after that.
    pub verklaring_nagegaan: Option<Arc<VerklaringNagegaan>>,
    /// Why a place was given without one.
    pub zonder_verklaring: Vec<Arc<ZonderVerklaring>>,
    /// On what an admission outside the usual age rests.
    pub leeftijd: Option<Arc<LeeftijdVerantwoord>>,
    /// What the law asked before the admission, as the school saw it.
    pub voorwaarde: Option<Arc<VoorwaardeVastgesteld>>,
    /// The school saw that the child is at the school of which the place was accepted.
    pub plek_vastgesteld: Option<Arc<PlekVastgesteld>>,
    /// The child did not come on its first day, and what the school did; nothing once it came.
    pub niet_gekomen: Option<Gedaan<NietGekomen>>,
    /// By which day the letter of the admission promised a plan, where one is needed (R3.2).
    pub opp_termijn: Option<Berekend<Option<Date>>>,
    /// The school said that the plan is there, adopted on this day.
    pub opp_gemeld: Option<Date>,
    /// The child came, on this day.
    pub gekomen: Option<Date>,
    /// The school turned the child away in fact, without lawful ground, on these dates.
    pub feitelijk_geweigerd: Vec<Date>,
    /// When the last of them was reported: from here the partnership has its days.
    pub weigering_gemeld_op: Option<Date>,
    /// The partnership took up what was reported last; nothing once more is reported.
    pub weigering_opgepakt: Option<Gedaan<WeigeringOpgepakt>>,
    /// How it ended.
    pub afloop: Option<Afloop>,
    /// A refusal was revoked: the last time that one was.
    pub herroepen: Option<Gedaan<WeigeringHerroepen>>,
}

begint_met! {
    Aanmelding: Aangemeld;
    Opschorting: InformatieGevraagd;
    Aanbod: AanbodGedaan;
    TijdelijkePlaatsing: TijdelijkGeplaatst;
}

impl Aanmelding {
    /// Where it stands.
    pub fn fase(&self) -> AanmeldingFase {
        match &self.afloop {
            Some(Afloop::Toegelaten { .. }) => AanmeldingFase::Toegelaten,
            Some(Afloop::Elders { .. }) => AanmeldingFase::Elders,
            Some(Afloop::Geweigerd { .. }) => AanmeldingFase::Geweigerd,
            Some(Afloop::BuitenBehandeling { .. }) => AanmeldingFase::BuitenBehandeling,
            Some(Afloop::Ingetrokken { .. }) => AanmeldingFase::Ingetrokken,
            None if self.open_opschorting().is_some() => AanmeldingFase::WachtOpInformatie,
            None => self.fase_without_request(),
        }
    }

    /// Where it stands on a day: what was asked for holds nothing up once the time for it is over, recorded or not (R1.7).
    pub fn fase_op(&self, on: Date) -> AanmeldingFase {
        let fase = self.fase();
        if fase == AanmeldingFase::WachtOpInformatie && self.wacht_op(on).is_none() {
            self.fase_without_request()
        } else {
            fase
        }
    }

    fn fase_without_request(&self) -> AanmeldingFase {
        if self.open_aanbod().is_some() {
            AanmeldingFase::AanbodGedaan
        } else if self.behoefte.is_some() {
            AanmeldingFase::BehoefteVastgesteld
        } else {
            AanmeldingFase::Ontvangen
        }
    }

    /// The request for information of which nobody recorded yet whether it came.
    pub fn open_opschorting(&self) -> Option<&Opschorting> {
        self.opschortingen.iter().find(|opschorting| opschorting.geeindigd_op.is_none())
    }

    /// The request for information that stops the clock on a day: the parents still have time.
    pub fn wacht_op(&self, on: Date) -> Option<&Opschorting> {
        self.open_opschorting().filter(|asked| on <= asked.tot_en_met)
    }

    /// The last day to decide as it runs on a day; none while the clock stands still. Where the time for information is over,
    /// the clock runs again by itself.
    pub fn beslissen_uiterlijk_op(&self, on: Date) -> Option<Date> {
        let lapsed = self.open_opschorting().filter(|asked| on > asked.tot_en_met);
        lapsed.map_or(self.termijn.uitkomst.uiterlijk, |asked| asked.uiterlijk_zonder_antwoord)
    }

    /// The computation from which this day follows; none of a day that somebody chose, or that rests on another's.
    pub fn berekening_van(&self, dag: Date) -> Option<&Berekening> {
        let place = &self.tijdelijk_recht;
        if self.termijn.uitkomst.uiterlijk == Some(dag) {
            Some(self.termijn.berekening.as_ref())
        } else if place.uitkomst.recht && place.uitkomst.vanaf == Some(dag) {
            Some(place.berekening.as_ref())
        } else {
            None
        }
    }

    /// The offer that the parents have not answered.
    pub fn open_aanbod(&self) -> Option<&Aanbod> {
        self.aanbiedingen.iter().rev().find(|aanbod| aanbod.antwoord.is_none())
    }

    /// The first day at a school since the parents said yes to a place elsewhere: until then the school that offered it sees to
    /// one (R1.4). None while the child has no place, and of a registration that ended otherwise.
    pub(crate) fn plek_sinds_ja(&self, inschrijvingen: &[Inschrijving]) -> Option<Date> {
        let Some(Afloop::Elders { op, .. }) = self.afloop else { return None };
        let places = inschrijvingen.iter().filter(|place| place.tot.is_none_or(|tot| op < tot));
        let places = places.filter(|place| !self.is_tijdelijke_plek(place));
        let told = self.plek_vastgesteld.as_ref().map(|plek| plek.van.max(op));
        places.map(|place| place.van.max(op)).chain(told).min()
    }

    /// The temporary place of this registration, which was not made a lasting one: it ends with the registration, so that the child is at no
    /// school by it.
    pub(crate) fn is_tijdelijke_plek(&self, place: &Inschrijving) -> bool {
        let since = self.tijdelijke_plaatsing.as_ref().map(|plaatsing| plaatsing.feit.per);
        self.toegelaten_per().is_none() && place.vestiging == self.vestiging && Some(place.van) == since
    }

    /// The first day at this school, where the child is admitted.
    pub fn toegelaten_per(&self) -> Option<Date> {
        let Some(Afloop::Toegelaten { per, .. }) = self.afloop else { return None };
        Some(per)
    }

    /// The day on which it was decided, where it was.
    pub fn besloten_op(&self) -> Option<Date> {
        match self.afloop.as_ref()? {
            Afloop::Toegelaten { op, .. }
            | Afloop::Elders { op, .. }
            | Afloop::Geweigerd { op, .. }
            | Afloop::BuitenBehandeling { op, .. }
            | Afloop::Ingetrokken { op } => Some(*op),
        }
    }
}
