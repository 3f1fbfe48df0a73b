//! A plan as it stands.

use std::sync::Arc;

use base::{Date, Schooljaar, dates};
use recht::soort::OppOnderdeel;

use crate::leven::stem::Stem;
use crate::plan::feiten::{
    ConceptGedeeld, FactorenBeschreven, HandelingsdeelBeschreven, PlanBeeindigd, PlanGestart,
    PlanVastgesteld, UitstroomBeschreven,
};
use crate::plan::gehoord::{
    CommissieGeadviseerd, LeerlingGehoord, LeerlingInGelegenheidGesteld, LeerlingZagAf, OverlegGevoerd,
    UitlegAanLeerling,
};
use crate::plan::uitgevoerd::{CyclusAfgesloten, PlanGeevalueerd};
use crate::staat::{Dossier, Gedaan, begint_met};

base::code_enum! {
    /// Where a plan stands. Drawn in `docs/state-machines/plan.md`.
    PlanFase {
        /// Begun; nobody of the family has seen it.
        Gestart = "plan_gestart", "plan in de maak";
        /// A first version lies before the parents.
        Voorgelegd = "plan_voorgelegd", "plan ligt bij de ouders";
        /// Adopted, with its action part.
        Vastgesteld = "plan_vastgesteld", "plan vastgesteld";
        /// Adopted without the action part of that version.
        ZonderHandelingsdeel = "plan_zonder_handelingsdeel", "plan vastgesteld zonder handelingsdeel";
        /// Adopted before; a newer version lies before the parents.
        Bijstelling = "plan_bijstelling", "nieuwe versie van het plan ligt bij de ouders";
        /// It ended.
        Beeindigd = "plan_beeindigd", "plan gestopt";
    }
}

/// The three parts of a plan, each as it last changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plandelen {
    /// Where the pupil goes after this school.
    pub uitstroom: Option<Arc<UitstroomBeschreven>>,
    /// What hinders and helps.
    pub factoren: Option<Arc<FactorenBeschreven>>,
    /// The action part.
    pub handelingsdeel: Option<Arc<HandelingsdeelBeschreven>>,
}

impl Plandelen {
    /// Which parts that the law can ask stand in it.
    pub fn aanwezig(&self) -> Vec<OppOnderdeel> {
        let out = self.uitstroom.as_deref();
        let (helps, does) = (self.factoren.as_deref(), self.handelingsdeel.as_deref());
        let written = |text: Option<&String>| text.is_some_and(|text| !text.is_empty());
        let all = [
            (
                OppOnderdeel::Uitstroombestemming,
                written(out.map(|it| &it.bestemming)) && written(out.map(|it| &it.onderbouwing)),
            ),
            (OppOnderdeel::BelemmerendeFactoren, written(helps.map(|it| &it.belemmerend))),
            (OppOnderdeel::BevorderendeFactoren, written(helps.map(|it| &it.bevorderend))),
            (OppOnderdeel::IndividueleBegeleiding, written(does.map(|it| &it.begeleiding))),
            (OppOnderdeel::SoortArbeid, written(out.map(|it| &it.soort_arbeid))),
            (OppOnderdeel::AfwijkendeOnderdelen, written(out.map(|it| &it.afwijkingen))),
        ];
        all.into_iter().filter(|(_, there)| *there).map(|(part, _)| part).collect()
    }

    /// The pupil does not follow the whole programme.
    pub fn wijkt_af(&self) -> bool {
        self.uitstroom.as_ref().is_some_and(|out| out.wijkt_af)
    }
}

/// A version that was laid before the parents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planversie {
    /// Its number: 1 is the first.
    pub nr: u32,
    /// When.
    pub op: Date,
    /// The plan as it stood in it.
    pub delen: Plandelen,
    /// That it was laid before them.
    pub feit: Arc<ConceptGedeeld>,
}

/// What the pupil said, or that they chose not to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inbreng {
    /// This.
    Gehoord(Gedaan<LeerlingGehoord>),
    /// Nothing, by their own choice.
    ZagAf(Gedaan<LeerlingZagAf>),
}

/// Who was heard since the plan was adopted last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ronde {
    /// The pupil was offered the opportunity.
    pub gelegenheid: Option<Gedaan<LeerlingInGelegenheidGesteld>>,
    /// What the pupil said.
    pub inbreng: Option<Inbreng>,
    /// The pupil heard what was done with it.
    pub uitleg: Option<Gedaan<UitlegAanLeerling>>,
    /// The talks with the parents.
    pub overleg: Vec<Gedaan<OverlegGevoerd>>,
    /// The commissie advised.
    pub advies: Option<Gedaan<CommissieGeadviseerd>>,
}

impl Ronde {
    /// The pupil said something, and it was not explained yet what was done with it.
    pub fn wacht_op_uitleg(&self) -> bool {
        matches!(self.inbreng, Some(Inbreng::Gehoord(_))) && self.uitleg.is_none()
    }

    /// The pupil was offered the opportunity, and either chose not to use it or heard what was done with what they said.
    pub fn heeft_inbreng(&self) -> bool {
        self.gelegenheid.is_some() && self.inbreng.is_some() && !self.wacht_op_uitleg()
    }
}

/// A yes or a no to the action part of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planstem {
    /// When.
    pub op: Date,
    /// The version in which the action part last changed.
    pub versie: u32,
    /// Whose.
    pub van: Stem,
    /// Agrees.
    pub ja: bool,
    /// Why not; may be empty.
    pub reden: String,
    /// Entered by the school.
    pub namens: bool,
}

/// An adoption, with who was heard before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vastgesteld {
    /// Which version, with or without the action part.
    pub besluit: Gedaan<PlanVastgesteld>,
    /// Who was heard.
    pub ronde: Ronde,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Number in the file.
    pub nr: u32,
    /// What began it.
    pub feit: Arc<PlanGestart>,
    /// When.
    pub begonnen_op: Date,
    /// As it stands now.
    pub delen: Plandelen,
    /// The versions that were laid before the parents, in order.
    pub versies: Vec<Planversie>,
    /// Who was heard since it was adopted last.
    pub ronde: Ronde,
    /// What was said of action parts, in order: the last word of each counts.
    pub stemmen: Vec<Planstem>,
    /// The adoptions, in order.
    pub vaststellingen: Vec<Vastgesteld>,
    /// The cycles that are over, in order.
    pub cycli: Vec<Gedaan<CyclusAfgesloten>>,
    /// The evaluations, in order.
    pub evaluaties: Vec<Gedaan<PlanGeevalueerd>>,
    /// It ended.
    pub beeindigd: Option<Gedaan<PlanBeeindigd>>,
}

begint_met! {
    Plan: PlanGestart;
}

impl Plan {
    /// It ended.
    pub fn is_beeindigd(&self) -> bool {
        self.beeindigd.is_some()
    }

    /// The version that was laid before the parents last.
    pub fn laatste_versie(&self) -> Option<&Planversie> {
        self.versies.last()
    }

    /// The newest adoption.
    pub fn laatst_vastgesteld(&self) -> Option<&Vastgesteld> {
        self.vaststellingen.last()
    }

    /// The version that lies before the parents and was not adopted.
    pub fn ligt_voor(&self) -> Option<&Planversie> {
        let adopted = self.laatst_vastgesteld().map_or(0, |last| last.besluit.versie);
        self.laatste_versie().filter(|last| adopted < last.nr)
    }

    /// The version of which something is still to be adopted: one that lies there, or of which the rest was adopted without its action part.
    pub fn open_versie(&self) -> Option<&Planversie> {
        let whole = |last: &Vastgesteld, versie: &Planversie| {
            versie.nr < last.besluit.versie
                || (last.besluit.versie == versie.nr && last.besluit.handelingsdeel)
        };
        let last = self.laatst_vastgesteld();
        self.laatste_versie().filter(|versie| last.is_none_or(|last| !whole(last, versie)))
    }

    /// Of this version the rest was adopted, and its action part was not.
    pub fn wacht_op_handelingsdeel(&self) -> Option<&Planversie> {
        self.open_versie().filter(|_| self.ligt_voor().is_none() && !self.is_beeindigd())
    }

    /// Who was heard about this version: before its rest was adopted, or since the adoption before it.
    pub fn ronde_van(&self, versie: &Planversie) -> &Ronde {
        match self.laatst_vastgesteld() {
            Some(last) if last.besluit.versie == versie.nr => &last.ronde,
            Some(_) | None => &self.ronde,
        }
    }

    /// The round to which a talk of today belongs: that of the version of which something is still to be adopted.
    pub(crate) fn gespreksronde(&mut self) -> &mut Ronde {
        if self.wacht_op_handelingsdeel().is_some()
            && let Some(last) = self.vaststellingen.last_mut()
        {
            return &mut last.ronde;
        }
        &mut self.ronde
    }

    /// The talks about a version: those of its round in which where the pupil goes, and why, stood as they stand in it. To the action part each
    /// says yes or no.
    pub fn gesprekken_over(&self, versie: &Planversie) -> impl Iterator<Item = &Gedaan<OverlegGevoerd>> {
        let out = versie.delen.uitstroom.as_ref().filter(|out| out.plan == self.nr).map(|out| out.versie);
        let why = versie.delen.factoren.as_ref().filter(|why| why.plan == self.nr).map(|why| why.versie);
        let changed = out.max(why);
        self.ronde_van(versie)
            .overleg
            .iter()
            .filter(move |talk| talk.versie.is_none() || changed <= talk.versie)
    }

    /// The commissie advised on this version: what it said of one before it was of another plan (WEC 41a(1)).
    pub fn is_geadviseerd(&self, versie: &Planversie) -> bool {
        self.ronde_van(versie).advies.as_ref().is_some_and(|advies| advies.versie == versie.nr)
    }

    /// The first adoption: from then on the register has it.
    pub fn begin_register(&self) -> Option<Date> {
        self.vaststellingen.first().map(|first| first.besluit.op).filter(|_| self.soort.is_opp())
    }

    /// The action part that holds, with the day from which it does: that of the newest version that was adopted with it.
    pub fn geldend_handelingsdeel(&self) -> Option<(Date, &Arc<HandelingsdeelBeschreven>)> {
        let with = self.vaststellingen.iter().rev().find(|one| one.besluit.handelingsdeel)?;
        let versie = self.versies.iter().find(|versie| versie.nr == with.besluit.versie)?;
        Some((with.besluit.op, versie.delen.handelingsdeel.as_ref()?))
    }

    /// The action part to which can be said yes or no, with the version in which it last changed: of the version that lies there, or that
    /// was adopted without it; none that holds already.
    pub fn te_beoordelen(&self) -> Option<&Arc<HandelingsdeelBeschreven>> {
        let part = self.open_versie()?.delen.handelingsdeel.as_ref()?;
        let holds = self.geldend_handelingsdeel().is_some_and(|(_, holds)| holds.versie == part.versie);
        Some(part).filter(|_| !holds && !self.is_beeindigd())
    }

    /// The last word of each who spoke of this action part.
    pub fn stemmen_over(&self, versie: u32) -> Vec<&Planstem> {
        let mut all: Vec<&Planstem> = Vec::new();
        for said in self.stemmen.iter().filter(|said| said.versie == versie) {
            all.retain(|earlier| earlier.van != said.van);
            all.push(said);
        }
        all
    }

    /// Last day on which it is evaluated in the school year that is due: that of its first adoption, or the one after the newest evaluation
    /// (WPO 40a(4), WEC 41a(4), WVO 2020 2.44(3)). None before it was adopted, and of a plan that the law does not know.
    pub fn evalueren_uiterlijk(&self) -> Option<Date> {
        let first = self.vaststellingen.first().filter(|_| self.soort.is_opp())?.besluit.op;
        let looked = self.evaluaties.iter().map(|done| Schooljaar::of(done.op).next()).max();
        Some(looked.unwrap_or_else(|| Schooljaar::of(first)).last_day())
    }

    /// The law asked this of the version that lies before the parents; before there is one, of such a plan.
    pub fn vraagt(&self, onderdeel: OppOnderdeel) -> bool {
        let asked = match self.laatste_versie() {
            Some(laid) => laid.feit.ontbreekt.as_ref(),
            None => self.gevraagd.as_ref(),
        };
        asked.is_some_and(|asked| asked.uitkomst.contains(&onderdeel))
    }

    /// Where it stands.
    pub fn fase(&self) -> PlanFase {
        if self.is_beeindigd() {
            return PlanFase::Beeindigd;
        }
        match (self.laatst_vastgesteld(), self.ligt_voor()) {
            (None, None) => PlanFase::Gestart,
            (None, Some(_)) => PlanFase::Voorgelegd,
            (Some(_), Some(_)) => PlanFase::Bijstelling,
            (Some(last), None) if last.besluit.handelingsdeel => PlanFase::Vastgesteld,
            (Some(_), None) => PlanFase::ZonderHandelingsdeel,
        }
    }

    /// The day on which the cycle that runs is over, where the action part that holds has goals and lasts so long.
    pub fn einde_cyclus(&self) -> Option<Date> {
        let (adopted, part) = self.geldend_handelingsdeel().filter(|(_, part)| !part.doelen.is_empty())?;
        let closed = self.cycli.iter().filter(|done| done.versie == part.versie).map(|done| done.op).max();
        let began = closed.unwrap_or(adopted).max(part.van);
        let ends = dates::plus_days(began, 7 * i32::from(part.cyclus_weken))?;
        (ends <= part.tot_en_met && part.cyclus_weken > 0).then_some(ends)
    }
}

impl Dossier {
    /// The plan of this school that runs and is an ontwikkelingsperspectief.
    pub fn lopend_opp(&self, vestiging: &base::Vestigingscode) -> Option<&Plan> {
        let mut own = self.plannen.iter().filter(|plan| plan.vestiging == *vestiging);
        own.find(|plan| plan.soort.is_opp() && !plan.is_beeindigd())
    }

    /// Of those whose word counts on a day, with whom nobody talked about a version, and of whom nobody said why not (WPO 40a(1), WEC 41a(1),
    /// WVO 2020 2.44(1)): one parent is not both.
    pub fn nog_niet_gesproken(&self, plan: &Plan, versie: &Planversie, on: Date) -> Vec<Stem> {
        let talks = plan.gesprekken_over(versie);
        let heard: Vec<Stem> = talks.flat_map(|talk| talk.met.iter().chain(&talk.zonder).copied()).collect();
        self.stemmen_nog_niet_gehoord(on, &heard)
    }

    /// The parents, or the pupil who decides, were spoken with about a version.
    pub fn is_overlegd(&self, plan: &Plan, versie: &Planversie, on: Date) -> bool {
        plan.gesprekken_over(versie).next().is_some() && self.nog_niet_gesproken(plan, versie, on).is_empty()
    }

    /// Who said no to the action part that lies there, and was not spoken with since. A plan that the law does not know holds without a yes:
    /// a no is talked about first.
    pub fn nee_onbesproken(&self, plan: &Plan, on: Date) -> Vec<Stem> {
        let (Some(versie), Some(part)) = (plan.open_versie(), plan.te_beoordelen()) else {
            return Vec::new();
        };
        let talks = &plan.ronde_van(versie).overleg;
        let said = plan.stemmen_over(part.versie);
        let newest = |one: Stem| said.iter().rev().find(|said| said.van.is_zelfde(one, &self.personen));
        let mut all = self.stemmen_op(on);
        all.retain(|one| {
            newest(*one).is_some_and(|no| {
                let with = |talk: &Gedaan<OverlegGevoerd>| {
                    let spoken = talk.met.iter().chain(&talk.zonder);
                    no.op <= talk.op && spoken.into_iter().any(|met| met.is_zelfde(*one, &self.personen))
                };
                !no.ja && !talks.iter().any(with)
            })
        });
        all
    }

    /// What those whose word counts on a day said of an action part: the newest word of each, by whichever record; none of who is silent.
    pub fn gezegd_over(&self, plan: &Plan, versie: u32, on: Date) -> Vec<(Stem, Option<bool>)> {
        let said = plan.stemmen_over(versie);
        let word = |one: Stem| {
            said.iter().rev().find(|said| said.van.is_zelfde(one, &self.personen)).map(|said| said.ja)
        };
        self.stemmen_op(on).into_iter().map(|one| (one, word(one))).collect()
    }
}
