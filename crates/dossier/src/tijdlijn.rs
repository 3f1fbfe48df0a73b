//! The timeline: each fact in one plain sentence, and the part of the file to which it belongs.

use base::{Date, OrganisatieId, Organisatiesoort, PersoonId, today_in_nl};
use sleutels::Tekst;

use crate::beurt::Onderwerp;
use crate::elders::verzwijgt_school;
use crate::gebeurtenis::Gebeurtenis;
use crate::rol::{Actor, Rol};
use crate::staat::{Dossier, Feit, Inhoud};
use crate::toegang::{Deel, Leesrecht};

/// Who recorded a fact, as far as whoever reads the line may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The role in which it was done.
    pub rol: Rol,
    /// What somebody around the child is called in the file; none of who does this for their work.
    pub naam: Option<String>,
    /// Who does this for their work, for readers who do too; a family hears of the organisation and the role.
    pub persoon: Option<PersoonId>,
    /// For which organisation; none of a family, and none where it would tell where the child is.
    pub organisatie: Option<OrganisatieId>,
}

impl Door {
    /// The same without what would tell from where it was done.
    #[must_use]
    pub fn alleen_rol(&self) -> Self {
        Self { rol: self.rol, naam: None, persoon: None, organisatie: None }
    }

    /// As somebody reads it who may know of everybody, with what the file calls the people around the child.
    fn of(actor: &Actor, gezien: &Dossier) -> Self {
        let known = || {
            let mut people = gezien.personen.iter().rev();
            people.find(|persoon| persoon.account.as_ref() == Some(&actor.persoon))
        };
        let family = actor.organisatie.kind() == Organisatiesoort::Gezin;
        Self {
            rol: actor.rol,
            naam: if family { known().map(|persoon| persoon.naam.clone()) } else { None },
            persoon: (!family).then(|| actor.persoon.clone()),
            organisatie: (!family).then(|| actor.organisatie.clone()),
        }
    }

    /// What a family is told of it.
    fn voor_gezin(self, recht: &Leesrecht) -> Self {
        let organisatie = self.organisatie.filter(|_| !recht.is_afgeschermd());
        Self { persoon: None, organisatie, ..self }
    }
}

/// What a line of the timeline is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Regelsoort {
    /// Something that was done or happened.
    Handeling,
    /// A letter that was made.
    Brief,
    /// That a letter was printed or left.
    Verzending,
    /// A correction.
    Verbetering,
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regel {
    /// Number of the fact.
    pub volgnummer: u64,
    /// What it is of.
    pub soort: Regelsoort,
    /// The date it is about.
    pub op: Date,
    /// The day on which it was recorded.
    pub vastgelegd_op: Date,
    /// What happened.
    pub tekst: Tekst,
    /// Who recorded it; of a correction, who corrected.
    pub door: Door,
    /// What somebody typed with it, each part by itself; of a correction, what stands there now. Words are not told to a parent
    /// from whom the places of the child are secret, but for reasons that were released for them: nobody looked through them for places.
    pub woorden: Vec<Tekst>,
    /// The kind of letter, where a letter was recorded: lists of letters name it in their own way.
    pub brief: Option<String>,
    /// The part of the file; of a correction, that of the fact that it corrects.
    pub deel: Deel,
    /// The case it is about; none when it is about the child.
    pub onderwerp: Option<Onderwerp>,
    /// Corrected or taken back later.
    pub verbeterd: bool,
    /// Taken back later: nothing stands in its place.
    pub teruggenomen: bool,
}

impl Regel {
    /// The line of the act that this letter belongs to, among these: the newest before it about the same case that is of its day, or was
    /// recorded on the same one. None of what is no letter, and of one that was made later by itself.
    pub fn handeling<'a>(&self, regels: &'a [Self]) -> Option<&'a Self> {
        let of_it = |other: &&Self| {
            let act = matches!(other.soort, Regelsoort::Handeling | Regelsoort::Verbetering);
            act && other.onderwerp == self.onderwerp
                && (other.op == self.op || other.vastgelegd_op == self.vastgelegd_op)
                && other.volgnummer < self.volgnummer
        };
        let acts = regels.iter().filter(of_it);
        acts.max_by_key(|other| other.volgnummer).filter(|_| self.soort == Regelsoort::Brief)
    }

    /// The letter of another line, written to somebody else on the same day.
    fn is_copy_of(&self, other: &Self) -> bool {
        let letter = self.brief.is_some() && self.brief == other.brief;
        let says = (self.op, &self.tekst, self.onderwerp, self.deel, self.verbeterd);
        letter && says == (other.op, &other.tekst, other.onderwerp, other.deel, other.verbeterd)
    }
}

impl Dossier {
    /// The timeline, newest first.
    pub fn tijdlijn(&self) -> Vec<Regel> {
        self.lines(self, |_| true)
    }

    /// The timeline as somebody reads it, newest first.
    pub fn tijdlijn_voor(&self, recht: &Leesrecht) -> Vec<Regel> {
        let hidden = |feit: &Feit| recht.is_afgeschermd() && self.is_about_secrecy(feit);
        let mut regels = self.lines(&self.voor(recht), |feit| recht.leest_feit(self, feit) && !hidden(feit));
        if recht.is_gezin() {
            for regel in &mut regels {
                regel.door = regel.door.clone().voor_gezin(recht);
            }
        }
        if recht.eigen_persoon().is_some() {
            // Each parent has a copy of a letter, and each copy its fact: for a family it is one letter.
            let all = std::mem::take(&mut regels);
            for regel in all {
                let same = |told: &Regel| regel.is_copy_of(told);
                if !regels.iter().any(same) {
                    regels.push(regel);
                }
            }
        }
        if recht.is_afgeschermd() {
            for regel in &mut regels {
                let free = self.vrije_redenen(regel.volgnummer, recht);
                regel.woorden.retain(|woord| Some(woord) == free.as_ref());
            }
        }
        regels
    }

    /// The reasons in a fact that were released for whoever reads.
    fn vrije_redenen(&self, volgnummer: u64, recht: &Leesrecht) -> Option<Tekst> {
        recht.eigen_persoon().filter(|nr| self.is_vrijgegeven(volgnummer, *nr))?;
        Some(Tekst::letterlijk(self.redenen_in(self.feit(volgnummer)?)?))
    }

    /// Since when an address is secret tells the parent something from whom it is.
    fn is_about_secrecy(&self, feit: &Feit) -> bool {
        match &feit.inhoud {
            Inhoud::Leesbaar(Gebeurtenis::GeheimhoudingGezet(_)) => true,
            Inhoud::Leesbaar(Gebeurtenis::Gecorrigeerd(correction)) => {
                let corrected = self.feiten.iter().find(|other| other.volgnummer == correction.volgnummer);
                corrected.is_some_and(|other| {
                    matches!(other.inhoud, Inhoud::Leesbaar(Gebeurtenis::GeheimhoudingGezet(_)))
                })
            }
            Inhoud::Leesbaar(_) | Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => false,
        }
    }

    /// The lines of the facts that are read, for somebody who knows the people of the file as `gezien` has them.
    fn lines(&self, gezien: &Self, reads: impl Fn(&Feit) -> bool) -> Vec<Regel> {
        let read = self.feiten.iter().filter(|feit| reads(feit));
        let mut regels: Vec<Regel> = read.map(|feit| self.line(feit, gezien)).collect();
        regels.sort_by_key(|regel| std::cmp::Reverse((regel.op, regel.volgnummer)));
        regels
    }

    fn line(&self, feit: &Feit, gezien: &Self) -> Regel {
        let plaats = self.plaats(feit);
        let correction = self.correction(feit.volgnummer);
        let tekst = match &feit.inhoud {
            Inhoud::Leesbaar(gebeurtenis) => gebeurtenis.zin(),
            Inhoud::Vernietigd { .. } => sleutels::algemeen::vernietigd(),
            Inhoud::Onbekend { .. } => sleutels::algemeen::nieuwere_versie(),
        };
        let door = Door::of(&feit.actor, gezien);
        // Who recorded it works at the school that it may not name.
        let door = if verzwijgt_school(&feit.inhoud) { door.alleen_rol() } else { door };
        Regel {
            volgnummer: feit.volgnummer,
            soort: kind_of_line(&feit.inhoud),
            op: feit.on,
            vastgelegd_op: today_in_nl(feit.recorded_at),
            tekst,
            door,
            woorden: words(&feit.inhoud),
            brief: kind_of_letter(&feit.inhoud),
            deel: plaats.deel,
            onderwerp: plaats.onderwerp,
            verbeterd: correction.is_some(),
            teruggenomen: correction.is_some_and(|correction| correction.nieuw.is_none()),
        }
    }
}

/// What was typed into a fact. A correction says what stands there now, in the sentence of that fact and its words.
fn words(inhoud: &Inhoud) -> Vec<Tekst> {
    let Inhoud::Leesbaar(gebeurtenis) = inhoud else { return Vec::new() };
    let typed = |fact: &Gebeurtenis| fact.getypt().into_iter().map(Tekst::letterlijk).collect::<Vec<_>>();
    let Gebeurtenis::Gecorrigeerd(correction) = gebeurtenis else { return typed(gebeurtenis) };
    let Some(nieuw) = correction.nieuw.as_ref().and_then(|nieuw| nieuw.lees().ok()) else {
        return Vec::new();
    };
    std::iter::once(nieuw.zin()).chain(typed(&nieuw)).collect()
}

fn kind_of_line(inhoud: &Inhoud) -> Regelsoort {
    match inhoud {
        Inhoud::Leesbaar(Gebeurtenis::BriefVastgelegd(_)) => Regelsoort::Brief,
        Inhoud::Leesbaar(Gebeurtenis::PostVerwerkt(_)) => Regelsoort::Verzending,
        Inhoud::Leesbaar(Gebeurtenis::Gecorrigeerd(_)) => Regelsoort::Verbetering,
        Inhoud::Leesbaar(_) | Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => Regelsoort::Handeling,
    }
}

fn kind_of_letter(inhoud: &Inhoud) -> Option<String> {
    match inhoud {
        Inhoud::Leesbaar(Gebeurtenis::BriefVastgelegd(brief)) => Some(brief.soort.clone()),
        Inhoud::Leesbaar(_) | Inhoud::Vernietigd { .. } | Inhoud::Onbekend { .. } => None,
    }
}
