//! A request for a toelaatbaarheidsverklaring as it stands (P4).

use std::sync::Arc;

use base::{Date, OrganisatieId, SwvCode, dates};
use verband::grenzen::DAGEN_OM_TE_REAGEREN;

use crate::berekend::{Berekend, Berekening};
use crate::leven::stem::Stem;
use crate::soort::SwvGrond;
use crate::staat::{Gedaan, Persoon, begint_met};
use crate::tlv::aanvulling::Aanvulling;
use crate::tlv::behandelen::TlvBuitenBehandeling;
use crate::tlv::besluitfeiten::{Bekendgemaakt, TlvGebruikt, TlvGeweigerd, TlvTermijn, TlvVerleend};
use crate::tlv::checklist::Stemvraag;
use crate::tlv::deskundigen::PAAR;
use crate::tlv::doorzenden::EerderVerband;
use crate::tlv::dwangsom::{DwangsomVastgesteld, Dwangsomperiode};
use crate::tlv::feiten::{
    AdviesUitgebracht, Antwoord, Bijlage, DeskundigeToegewezen, GezamenlijkAdviesVoorgelegd, Herkomst,
    TlvAanvraagGestart, Zienswijze,
};
use crate::tlv::herzien::HerzienAdvies;
use crate::tlv::identiteit::{Identiteit, Verbetering};
use crate::tlv::intrekken::TlvIngetrokken;
use crate::tlv::vervolg::VervolgBepaald;
use crate::tlv::wijziging::Opvolger;
use crate::tlv::zienswijze::{Veranderd, Voorlegging};

pub use crate::tlv::stand::TlvStand;

base::code_enum! {
    /// Where a request stands. Drawn in `docs/state-machines/tlv.md`.
    TlvFase {
        /// The school fills it; not sent.
        Gestart = "tlv_gestart", "wordt ingevuld";
        /// Sent complete; the SWV has it.
        Aangevraagd = "tlv_aangevraagd", "compleet verzonden";
        /// The SWV asked for more; the clock stands still.
        WachtOpAanvulling = "tlv_wacht_op_aanvulling", "wacht op aanvulling";
        /// Experts are assigned and advise.
        Advisering = "tlv_advisering", "bij de deskundigen";
        /// The law's experts have advised; a decision is due.
        Geadviseerd = "tlv_geadviseerd", "klaar voor besluit";
        /// Granted, not yet made known.
        Verleend = "tlv_verleend", "verleend, nog bekend te maken";
        /// Refused, not yet made known.
        Geweigerd = "tlv_geweigerd", "geweigerd, nog bekend te maken";
        /// Granted and made known.
        VerleendBekend = "tlv_verleend_bekend", "verleend";
        /// Refused and made known.
        GeweigerdBekend = "tlv_geweigerd_bekend", "geweigerd";
        /// A school placed the child with it.
        Gebruikt = "tlv_gebruikt", "verleend en gebruikt";
        /// Ran out, or another took its place.
        Verlopen = "tlv_verlopen", "verlopen";
        /// Withdrawn by the SWV after it was granted.
        TlvIngetrokken = "tlv_ingetrokken", "ingetrokken";
        /// Not dealt with: too little to decide on, also after the school was asked for more.
        BuitenBehandeling = "tlv_buiten_behandeling", "niet behandeld";
        /// The school withdrew the request.
        AanvraagIngetrokken = "tlv_aanvraag_ingetrokken", "aanvraag ingetrokken";
    }
}

impl TlvFase {
    /// Nothing more is done with it. A declaration in use is followed by what comes after it.
    pub fn is_afgelopen(self) -> bool {
        matches!(
            self,
            Self::GeweigerdBekend
                | Self::Verlopen
                | Self::TlvIngetrokken
                | Self::BuitenBehandeling
                | Self::AanvraagIngetrokken
        )
    }

    /// It ended before anybody decided on what was asked.
    pub fn liep_op_niets_uit(self) -> bool {
        matches!(self, Self::BuitenBehandeling | Self::AanvraagIngetrokken)
    }

    /// The SWV still has to decide.
    pub fn is_in_behandeling(self) -> bool {
        matches!(self, Self::Aangevraagd | Self::WachtOpAanvulling | Self::Advisering | Self::Geadviseerd)
    }
}

/// An expert's assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toewijzing {
    /// Number of its fact.
    pub volgnummer: u64,
    /// Who was asked, and as what.
    pub feit: Arc<DeskundigeToegewezen>,
    /// Assigned on.
    pub op: Date,
    /// Ended without advice on.
    pub beeindigd_op: Option<Date>,
    /// Why, in the words of the partnership and for itself: it can be about the health of an expert. Empty while it holds.
    pub reden_einde: String,
}

/// An advice that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advies {
    /// Number of its fact.
    pub volgnummer: u64,
    /// Who advised what: one expert, or two together.
    pub feit: Arc<AdviesUitgebracht>,
    /// When.
    pub op: Date,
}

/// An advice of two that waits for the second signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adviesvoorstel {
    /// Number of its fact: the text that is signed.
    pub volgnummer: u64,
    /// It cannot be signed any more: the other advised otherwise, or the request was completed since. Its writer may
    /// lay it before the other again.
    pub achterhaald: bool,
    /// Who wrote it, who is asked to sign, and what they would advise.
    pub feit: Arc<GezamenlijkAdviesVoorgelegd>,
    /// When it was laid before that one.
    pub op: Date,
}

/// An answer that stands in the request no more: it stays to be read beside the one that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VervangenAntwoord {
    /// The answer as it was.
    pub antwoord: Antwoord,
    /// Replaced on.
    pub tot: Date,
}

/// The SWV's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Besluit {
    /// Granted.
    Verleend(Gedaan<TlvVerleend>),
    /// Refused.
    Geweigerd(Gedaan<TlvGeweigerd>),
}

impl Besluit {
    /// The day of the decision.
    pub fn op(&self) -> Date {
        match self {
            Self::Verleend(besluit) => besluit.op,
            Self::Geweigerd(besluit) => besluit.op,
        }
    }

    /// What was granted, where it was.
    pub fn verleend(&self) -> Option<&Gedaan<TlvVerleend>> {
        match self {
            Self::Verleend(besluit) => Some(besluit),
            Self::Geweigerd(_) => None,
        }
    }

    /// Why, in plain Dutch.
    pub fn motivering(&self) -> &str {
        match self {
            Self::Verleend(besluit) => &besluit.motivering,
            Self::Geweigerd(besluit) => &besluit.motivering,
        }
    }

    /// Why it did not wait for the reaction of the parents to an advice; empty when it did.
    pub fn eerder(&self) -> &str {
        match self {
            Self::Verleend(besluit) => &besluit.eerder,
            Self::Geweigerd(besluit) => &besluit.eerder,
        }
    }

    /// Why it deviates from an advice; empty when it does not.
    pub fn afwijking(&self) -> &str {
        match self {
            Self::Verleend(besluit) => &besluit.afwijking,
            Self::Geweigerd(besluit) => &besluit.afwijking,
        }
    }
}

/// One request, from start to use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlvAanvraag {
    /// Number in the file.
    pub nr: u32,
    /// What was begun: by which school, for what, and which partnership judges it.
    pub feit: Arc<TlvAanvraagGestart>,
    /// The partnership that decides, and by what rule: the one to which it was sent, or forwarded since.
    pub swv: Berekend<SwvCode>,
    /// Why that one.
    pub swv_grond: SwvGrond,
    /// Partnerships that had it before and forwarded it, oldest first.
    pub eerdere_verbanden: Vec<EerderVerband>,
    /// Started on.
    pub gestart_op: Date,
    /// Sent complete on: receipt by the SWV that decides.
    pub ontvangen_op: Option<Date>,
    /// The child for which it was sent, as it was called and born then; none before.
    pub gevraagd_voor: Option<Identiteit>,
    /// The child on which was decided last: as it was asked, or as the partnership had agreed by then.
    pub besloten_over: Option<Identiteit>,
    /// What the school asked to put right of that, oldest first.
    pub verbeteringen: Vec<Verbetering>,
    /// What the school answered.
    pub antwoorden: Vec<Antwoord>,
    /// Answers that a supplement replaced, oldest first.
    pub oude_antwoorden: Vec<VervangenAntwoord>,
    /// Documents, linked to the answer they support.
    pub bijlagen: Vec<Bijlage>,
    /// What of it was laid before parents and pupil while it was filled in, oldest first.
    pub voorgelegd: Vec<Voorlegging>,
    /// What was other when it was sent, and by a supplement since, than in the versions on which they gave a view.
    pub sinds_gelezen: Vec<Veranderd>,
    /// Views of parents and pupil.
    pub zienswijzen: Vec<Zienswijze>,
    /// The term as it runs now.
    pub termijn: Option<Berekend<TlvTermijn>>,
    /// Weeks in which the policy of the day of receipt promised a decision; none where it promised nothing shorter than the law.
    pub beloofde_weken: Option<u16>,
    /// Requests for more.
    pub aanvullingen: Vec<Aanvulling>,
    /// How many of them an earlier partnership asked.
    pub aanvullingen_van_eerder: usize,
    /// Notice of delay: new date.
    pub vertraagd_tot: Option<Date>,
    /// Notice of default received on.
    pub ingebreke_gesteld_op: Option<Date>,
    /// The first of the applicant received on: only that one makes a penalty run (Awb 4:17 lid 3).
    pub ingebreke_van_aanvrager_op: Option<Date>,
    /// Last day to decide after that notice before a penalty runs.
    pub zonder_dwangsom_tot: Option<Date>,
    /// The days for which a penalty is due: to the last for which it can be, as long as nothing was made known.
    pub dwangsom: Option<Dwangsomperiode>,
    /// The same if nothing is ever made known.
    pub dwangsom_hooguit: Option<Dwangsomperiode>,
    /// The decision by which it was laid down.
    pub dwangsom_vastgesteld: Option<Gedaan<DwangsomVastgesteld>>,
    /// Experts.
    pub toewijzingen: Vec<Toewijzing>,
    /// The experts who are left after one of them stopped are no pair of the law: nobody can decide before another is asked.
    pub geen_paar: bool,
    /// An advice of two that waits for the second signature.
    pub adviesvoorstel: Option<Adviesvoorstel>,
    /// Advices.
    pub adviezen: Vec<Advies>,
    /// Advices that were taken back, oldest first.
    pub herzien: Vec<HerzienAdvies>,
    /// Decision.
    pub besluit: Option<Besluit>,
    /// Made known.
    pub bekendmaking: Option<Arc<Bekendgemaakt>>,
    /// The number of the fact by which it was.
    pub bekendgemaakt_met: Option<u64>,
    /// Placement.
    pub gebruik: Option<Arc<TlvGebruikt>>,
    /// Placements before that one, oldest first.
    pub eerder_gebruik: Vec<Arc<TlvGebruikt>>,
    /// Change of category asked by the school of placement on.
    pub categorie_wijziging_gevraagd: Vec<(Date, u8)>,
    /// A declaration of another category takes its place.
    pub vervangen: Option<Opvolger>,
    /// Ran out on.
    pub verlopen_op: Option<Date>,
    /// Withdrawn after it was granted.
    pub intrekking: Option<Gedaan<TlvIngetrokken>>,
    /// How its school goes on after it, without a new request.
    pub vervolg: Option<Gedaan<VervolgBepaald>>,
    /// The decision not to deal with it.
    pub buiten_behandeling: Option<Gedaan<TlvBuitenBehandeling>>,
    /// The school withdrew the request on.
    pub aanvraag_ingetrokken_op: Option<Date>,
    /// The number of the fact by which it did.
    pub aanvraag_ingetrokken_met: Option<u64>,
}

begint_met! {
    TlvAanvraag: TlvAanvraagGestart;
    Toewijzing: DeskundigeToegewezen;
    Advies: AdviesUitgebracht;
    Adviesvoorstel: GezamenlijkAdviesVoorgelegd;
}

impl TlvAanvraag {
    /// What the partnership asked that decides now: what another asked before it forwarded the request is not asked by this one.
    pub fn eigen_aanvullingen(&self) -> impl DoubleEndedIterator<Item = &Aanvulling> {
        self.aanvullingen.iter().skip(self.aanvullingen_van_eerder)
    }

    /// Where it stands, as recorded.
    pub fn fase(&self) -> TlvFase {
        if self.aanvraag_ingetrokken_op.is_some() {
            return TlvFase::AanvraagIngetrokken;
        }
        if self.buiten_behandeling.is_some() {
            return TlvFase::BuitenBehandeling;
        }
        if self.intrekking.is_some() {
            return TlvFase::TlvIngetrokken;
        }
        self.fase_before_withdrawal()
    }

    pub(super) fn fase_before_withdrawal(&self) -> TlvFase {
        if self.verlopen_op.is_some() || self.vervangen.is_some() {
            return TlvFase::Verlopen;
        }
        self.fase_of_declaration()
    }

    pub(super) fn fase_of_declaration(&self) -> TlvFase {
        if self.gebruik.is_some() {
            return TlvFase::Gebruikt;
        }
        match (&self.besluit, &self.bekendmaking) {
            (Some(Besluit::Verleend(_)), Some(_)) => TlvFase::VerleendBekend,
            (Some(Besluit::Geweigerd(_)), Some(_)) => TlvFase::GeweigerdBekend,
            (Some(Besluit::Verleend(_)), None) => TlvFase::Verleend,
            (Some(Besluit::Geweigerd(_)), None) => TlvFase::Geweigerd,
            (None, _) => self.fase_before_besluit(),
        }
    }

    /// Where it stands for whoever does not know the decision.
    pub(crate) fn fase_before_besluit(&self) -> TlvFase {
        if self.ontvangen_op.is_none() {
            TlvFase::Gestart
        } else if self.open_aanvulling().is_some() {
            TlvFase::WachtOpAanvulling
        } else {
            self.fase_without_completion()
        }
    }

    pub(super) fn fase_without_completion(&self) -> TlvFase {
        if self.toewijzingen_open().next().is_some() {
            TlvFase::Advisering
        } else if self.adviseurs().count() >= PAAR && !self.geen_paar {
            TlvFase::Geadviseerd
        } else if self.adviseurs().count() > 0 {
            TlvFase::Advisering
        } else {
            TlvFase::Aangevraagd
        }
    }

    /// What somebody said of the request, last said first: the own words, and only of who has given none what the school wrote
    /// down in their name. Nobody speaks over another's own words, and one person among these people has one voice.
    pub fn zienswijzen_van<'a>(
        &'a self,
        van: Stem,
        mensen: &[Persoon],
    ) -> impl Iterator<Item = &'a Zienswijze> + use<'a> {
        let all = self.zienswijzen.iter().rev().filter(|said| said.van.is_zelfde(van, mensen));
        let all: Vec<&Zienswijze> = all.collect();
        let has_own = all.iter().any(|said| !said.namens);
        all.into_iter().filter(move |said| !(has_own && said.namens))
    }

    /// The answer to this question is what parents or pupil said: a school adds nothing to it by typing. Where nobody said
    /// anything, what it wrote of that is its own.
    pub fn is_van_een_ander(&self, vraag: &str) -> bool {
        let spoke = || match Stemvraag::of(vraag) {
            None => false,
            Some(Stemvraag::Instemming) => true,
            Some(Stemvraag::Ouders) => !self.zienswijzen.is_empty(),
            Some(Stemvraag::Leerling) => self.zienswijzen_van(Stem::Leerling, &[]).next().is_some(),
        };
        let answer = self.antwoorden.iter().find(|antwoord| antwoord.vraag == vraag);
        let of_the_file = answer.is_some_and(|antwoord| antwoord.herkomst != Herkomst::Getypt);
        Stemvraag::of(vraag).is_some() && (of_the_file || spoke())
    }

    /// The request for more of which nobody recorded yet whether it came.
    pub fn open_aanvulling(&self) -> Option<&Aanvulling> {
        self.aanvullingen.iter().find(|aanvulling| aanvulling.geeindigd_op.is_none())
    }

    /// The request for more that stops the clock on a day: the school still has time (Awb 4:15).
    pub fn wacht_op(&self, on: Date) -> Option<&Aanvulling> {
        self.open_aanvulling().filter(|asked| on <= asked.tot_en_met)
    }

    /// The partnership as an organisation.
    pub fn swv_organisatie(&self) -> OrganisatieId {
        self.swv.uitkomst.organisatie()
    }

    /// Sent complete on, to the first partnership that had it.
    pub fn verzonden_op(&self) -> Option<Date> {
        self.eerdere_verbanden.first().map(|first| first.van).or(self.ontvangen_op)
    }

    /// Where it is now: with the school until it is sent, with the partnership from then on.
    pub(crate) fn nu_bij(&self) -> OrganisatieId {
        if self.ontvangen_op.is_some() { self.swv_organisatie() } else { self.vestiging.organisatie() }
    }

    /// The declaration, where it was granted.
    pub fn verleend(&self) -> Option<&Gedaan<TlvVerleend>> {
        self.besluit.as_ref().and_then(Besluit::verleend)
    }

    /// The first day on which the declaration holds no more, because it was withdrawn.
    pub fn ingetrokken_per(&self) -> Option<Date> {
        self.intrekking.as_ref().map(|intrekking| intrekking.per)
    }

    /// Until when the parents can still react to the last advice, which was told them: not past the day by which must be decided.
    pub fn reactietijd_tot(&self) -> Option<Date> {
        let last = self.adviezen.iter().map(|advies| advies.op).max()?;
        let until = dates::plus_days(last, DAGEN_OM_TE_REAGEREN)?;
        Some(self.beslissen_uiterlijk_op(last).map_or(until, |day| until.min(day)).max(last))
    }

    /// Every placement with the declaration.
    pub fn plaatsingen(&self) -> impl Iterator<Item = &TlvGebruikt> {
        self.eerder_gebruik.iter().chain(&self.gebruik).map(|gebruik| &**gebruik)
    }

    /// Last day of a declaration that holds, or will hold, after this date; none otherwise.
    pub fn geldig_tot_en_met(&self, on: Date) -> Option<Date> {
        let running =
            matches!(self.fase_op(on), TlvFase::Verleend | TlvFase::VerleendBekend | TlvFase::Gebruikt);
        self.laatste_dag_verklaring().filter(|last| running && on <= *last)
    }

    /// Last day on which must be decided as it runs on a day: the term, or the later date of a notice of delay; none while the
    /// clock stands still. Where the time for what was asked is over, the clock runs again by itself.
    pub fn beslissen_uiterlijk_op(&self, on: Date) -> Option<Date> {
        let termijn = self.termijn_tot(on)?;
        Some(self.vertraagd_tot.map_or(termijn, |vertraagd| vertraagd.max(termijn)))
    }

    /// Last day of the term of the law as it runs on a day, whatever delay was told.
    pub fn termijn_tot(&self, on: Date) -> Option<Date> {
        let recorded = self.termijn.as_ref().and_then(|termijn| termijn.uitkomst.uiterlijk);
        let lapsed = self.open_aanvulling().filter(|asked| on > asked.tot_en_met);
        lapsed.map_or(recorded, |asked| asked.uiterlijk_zonder_antwoord)
    }

    /// The computation from which this day follows; none of a day that somebody chose, or that rests on another's.
    pub fn berekening_van(&self, dag: Date) -> Option<&Berekening> {
        let termijn = self.termijn.as_ref()?;
        let computed = [termijn.uitkomst.uiterlijk, termijn.uitkomst.beloofd];
        computed.contains(&Some(dag)).then(|| termijn.berekening.as_ref())
    }
}
