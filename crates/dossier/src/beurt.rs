//! Whose turn it is: every open step with who must act, by when, and why.
//!
//! Turns are dated segments computed from the file. Nothing is stored as 'late' or 'days left', so
//! the calendar needs no event: a segment that starts on a later day is simply not there yet.

use base::{Date, OrganisatieId, PersoonId, dates};
use recht::Wet;
use sleutels::Tekst;
use verband::grenzen::{DAGEN_VOOR_EEN_STAP, MAANDEN_DAT_EEN_ZAAK_LOOPT};

use crate::gebeurtenis::Gebeurtenis;
use crate::opdracht::Opdrachtnaam;
use crate::proces::PROCESSEN;
use crate::rol::Rol;
use crate::staat::{Dossier, Feit};
use crate::tlv::doorzenden::doorsturen;

mod band;

pub use crate::register::{Onderwerp, Zet};

/// With what a turn is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aanpak {
    /// By one of these acts.
    Opdrachten(&'static [Opdrachtnaam]),
    /// By nothing that the program has for who has the turn: what they do, and what ends it.
    Buiten(&'static str),
}

/// Declares what has to be done: the code, whose turn it is, in which part of the file it stands, whether it comes `tijdens` or `na_afloop` of its case, its
/// sentence, and with which acts it is taken, or why with none. A turn of parents or pupil says too, after `vraagt`, what is
/// asked of them on their own page. One that a list tells of however far ahead it begins says, after `ver`, which list. Nothing is left
/// to a default.
macro_rules! zetten {
    (@aanpak met [$($opdracht:ident),+]) => {
        $crate::beurt::Aanpak::Opdrachten(&[$($crate::opdracht::Opdrachtnaam::$opdracht),+])
    };
    (@aanpak buiten $waarom:literal) => { $crate::beurt::Aanpak::Buiten($waarom) };
    (@vraagt Ouder) => { compile_error!("say after `vraagt` what is asked of the parents") };
    (@vraagt Leerling) => { compile_error!("say after `vraagt` what is asked of the pupil") };
    (@vraagt $rol:ident) => { None };
    (@vraagt $rol:ident $vraag:path) => { Some($vraag()) };
    (@wet) => { None };
    (@wet $wet:path) => { Some($wet()) };
    (@ver) => { false };
    (@ver $lijst:literal) => { true };
    (@wanneer tijdens) => { false };
    (@wanneer na_afloop) => { true };
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $rol:ident, $deel:ident, $wanneer:ident, $zin:path, $hoe:ident $met:tt $(, vraagt $vraag:path)? $(, wet $wet:path)? $(, ver $lijst:literal)?;)+) => {
        /// What has to be done.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize,
        )]
        pub enum Zet {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl Zet {
            /// Every value, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored code, also used in forms.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }

            /// Whose turn it is.
            pub fn rol(self) -> $crate::rol::Rol {
                match self { $(Self::$variant => $crate::rol::Rol::$rol),+ }
            }

            /// The part of the file that tells of it: who may not read that hears of no such turn.
            pub fn deel(self) -> $crate::toegang::Deel {
                match self { $(Self::$variant => $crate::toegang::Deel::$deel),+ }
            }

            /// It comes after its case has ended: the end asked for it.
            pub fn is_na_afloop(self) -> bool {
                match self { $(Self::$variant => $crate::beurt::zetten!(@wanneer $wanneer)),+ }
            }

            /// What is asked of a family, in their words; none of a turn of others.
            pub fn vraag(self) -> Option<::sleutels::Tekst> {
                match self { $(Self::$variant => $crate::beurt::zetten!(@vraagt $rol $($vraag)?)),+ }
            }

            /// What the law asks with it, in a few words before the article of its last day; none where the name of the turn says it.
            pub fn wet(self) -> Option<::sleutels::Tekst> {
                match self { $(Self::$variant => $crate::beurt::zetten!(@wet $($wet)?)),+ }
            }

            /// A list of its own tells of it however far ahead it begins; lists tell of others when they begin soon.
            pub fn is_ver(self) -> bool {
                match self { $(Self::$variant => $crate::beurt::zetten!(@ver $($lijst)?)),+ }
            }

            /// With what it is taken.
            pub fn aanpak(self) -> $crate::beurt::Aanpak {
                match self { $(Self::$variant => $crate::beurt::zetten!(@aanpak $hoe $met)),+ }
            }
        }

        impl $crate::woord::Woord for Zet {
            fn woord(self) -> ::sleutels::Tekst {
                match self { $(Self::$variant => $zin()),+ }
            }
        }
    };
}

pub(crate) use zetten;

/// One open step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beurt {
    /// What has to be done.
    pub zet: Zet,
    /// About what; none where it is about the child itself.
    pub onderwerp: Option<Onderwerp>,
    /// By which role.
    pub rol: Rol,
    /// At which organisation.
    pub organisatie: OrganisatieId,
    /// By whom, where that is one person.
    pub persoon: Option<PersoonId>,
    /// First day of the turn.
    pub van: Date,
    /// First day on which somebody else's turn takes over by the calendar alone.
    pub tot: Option<Date>,
    /// Last day, that day included.
    pub uiterlijk: Option<Date>,
    /// The last day of the decision that this is a step towards, where the day above is a proposal of the program; none elsewhere.
    pub einddag: Option<Date>,
    /// Why that day, in a few words or by its article; empty where nothing is to be said.
    pub grond: Tekst,
    /// The same of the last day of the decision, where the day above is a proposal; empty elsewhere.
    pub grond_einddag: Tekst,
    /// The name of the provision that its ground rests on, where the sentence cites none: who knows the law cites it (`beurten_op`).
    pub bepaling: Option<&'static str>,
    /// It goes on where the calendar alone ended a turn with the same to do, by another last day: for who has it the work did not begin.
    pub vervolg: bool,
}

impl Beurt {
    /// Open on a date.
    pub fn is_open(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }

    /// That its last day had passed when it could begin: what came before it was late already. None of what goes on.
    pub fn te_laat_begonnen(&self) -> Option<Tekst> {
        let passed = self.uiterlijk.is_some_and(|last| last < self.van) && !self.vervolg;
        passed.then(|| sleutels::algemeen::BeurtNaDeDag { van: self.van }.tekst())
    }

    /// Cites the article of its provision behind its ground, as the law has it on the first day of the turn.
    fn noemt_artikel(self, wet: Option<&Wet>) -> Self {
        let found = wet.zip(self.bepaling).and_then(|(wet, naam)| wet.bepaling_ergens(naam, self.van));
        let Some(place) = found.map(|bepaling| bepaling.bron.vindplaats.to_string()) else { return self };
        let grond = sleutels::algemeen::BeurtMetArtikel { grond: self.grond, artikel: &place }.tekst();
        Self { grond, ..self }
    }

    /// Says so behind its ground.
    fn zegt_te_laat_begonnen(self) -> Self {
        let Some(passed) = self.te_laat_begonnen() else { return self };
        Self { grond: both(self.grond, passed), ..self }
    }
}

/// Two reasons behind each other; the second alone where there is no first.
fn both(een: Tekst, ander: Tekst) -> Tekst {
    if een.is_leeg() { ander } else { sleutels::algemeen::BeurtRedenen { een, ander }.tekst() }
}

fn is_over_letter(feit: &Feit) -> bool {
    matches!(feit.gebeurtenis(), Some(Gebeurtenis::BriefVastgelegd(_) | Gebeurtenis::PostVerwerkt(_)))
}

impl Dossier {
    /// What was recorded last of what a turn tells: a fact of its case that stands in its part, or that began it. A letter is no
    /// news to who reads files. `None` where only the calendar brought the turn.
    pub fn nieuws(&self, beurt: &Beurt) -> Option<&Feit> {
        let tells = |feit: &Feit| {
            let plaats = self.plaats(feit);
            plaats.onderwerp == beurt.onderwerp
                && (plaats.deel == beurt.zet.deel() || feit.on == beurt.van)
                && !is_over_letter(feit)
        };
        self.feiten.iter().rev().map(|feit| &**feit).find(|feit| tells(feit))
    }

    /// The last day of the law beside the promised one that a turn has.
    pub fn wettelijke_dag(&self, beurt: &Beurt) -> Option<Date> {
        let dagen = self.beslisdagen(beurt.onderwerp?)?;
        dagen.wettelijk.filter(|_| beurt.uiterlijk == dagen.beloofd || beurt.einddag == dagen.beloofd)
    }

    /// A turn of who decides in a case of which a notice of default came: until when that costs no penalty.
    pub fn in_gebreke_tot(&self, beurt: &Beurt) -> Option<Date> {
        let decides = matches!(beurt.rol, Rol::Loket | Rol::Besluitnemer | Rol::Deskundige);
        self.beslisdagen(beurt.onderwerp.filter(|_| decides)?)?.in_gebreke_tot
    }

    pub(crate) fn gezin(&self) -> OrganisatieId {
        self.nummer.gezin()
    }

    /// Every step that the facts alone ask, open now or by the calendar, earliest first. Who shows turns asks [`Self::beurten_op`].
    pub fn beurten(&self) -> Vec<Beurt> {
        self.stappen(None)
    }

    fn stappen(&self, wet: Option<&Wet>) -> Vec<Beurt> {
        if self.overleden_op.is_some() {
            return Vec::new();
        }
        let mut beurten = Vec::new();
        for proces in PROCESSEN {
            (proces.beurten)(self, &mut beurten);
        }
        let own = self.handelt_zelf_vanaf();
        let mut beurten: Vec<Beurt> = beurten
            .into_iter()
            .flat_map(Beurt::after_last_day)
            .flat_map(|beurt| beurt.of_parents_until(own))
            .map(|beurt| beurt.noemt_artikel(wet).zegt_te_laat_begonnen())
            .collect();
        // A school that had nothing to do with the child any more when its step would open.
        beurten.retain(|beurt| beurt.tot.is_none_or(|tot| beurt.van < tot));
        in_order(&mut beurten);
        beurten
    }

    /// The same as the law has it: which partnership decides on a request that runs is no fact of a file, but an answer of the law of
    /// each day. A turn begins or ends on the day on which another version of that law does, so that of any day the same is read
    /// before it and on it; and a row of a list that tells it is made anew on that day.
    pub fn beurten_op(&self, wet: &Wet, vandaag: Date) -> Vec<Beurt> {
        let mut beurten = self.stappen(Some(wet));
        if self.overleden_op.is_none() {
            doorsturen(self, &mut beurten, (wet, vandaag));
            in_order(&mut beurten);
        }
        beurten
    }
}

fn in_order(beurten: &mut [Beurt]) {
    beurten.sort_by_key(|beurt| (beurt.uiterlijk.unwrap_or(Date::MAX), beurt.van, beurt.zet));
}

/// The last day on which something of a day can still run.
pub(crate) fn loopt_nog(day: Date) -> Date {
    dates::plus_months(day, MAANDEN_DAT_EEN_ZAAK_LOOPT).unwrap_or(Date::MAX)
}

/// Where in the law, as every language cites it.
pub(crate) fn article(vindplaats: Option<&base::Vindplaats>) -> Tekst {
    vindplaats.map_or_else(Tekst::leeg, |place| Tekst::letterlijk(place.to_string()))
}

impl Beurt {
    /// Of a step towards a decision the day that was proposed counts until the last day of that decision: from the next day on the
    /// step is as late as the decision. Experts keep the day that they were asked to advise by.
    fn after_last_day(mut self) -> impl Iterator<Item = Self> {
        let next = self.einddag.filter(|_| self.persoon.is_none()).and_then(|last| dates::plus_days(last, 1));
        let late = next.filter(|next| self.tot.is_none_or(|tot| *next < tot)).map(|next| {
            let late = self.vanaf(next);
            self.tot = Some(next);
            Self {
                uiterlijk: late.einddag,
                einddag: None,
                grond: late.grond_einddag,
                grond_einddag: Tekst::leeg(),
                ..late
            }
        });
        [Some(self), late].into_iter().flatten()
    }

    /// A turn of the parents is theirs until the pupil acts, and the pupil's from then on; what one parent alone was asked ends
    /// with it.
    fn of_parents_until(self, own: Option<Date>) -> impl Iterator<Item = Self> {
        let reaches = loopt_nog(self.uiterlijk.unwrap_or(self.van).max(self.van));
        let passes =
            |own: &Date| self.rol == Rol::Ouder && *own <= reaches && self.tot.is_none_or(|tot| *own < tot);
        let Some(own) = own.filter(passes) else { return [Some(self), None].into_iter().flatten() };
        let pupil = Self { rol: Rol::Leerling, van: self.van.max(own), ..self.clone() };
        let pupil = self.persoon.is_none().then_some(pupil);
        [Some(self.ending_before(own)), pupil].into_iter().flatten()
    }

    /// The same from a day on, on which the calendar alone makes it another.
    pub(crate) fn vanaf(&self, day: Date) -> Self {
        Self { van: self.van.max(day), vervolg: self.vervolg || self.van < day, ..self.clone() }
    }

    fn ending_before(self, tot: Date) -> Self {
        Self { tot: Some(tot), ..self }
    }

    /// Until a day at the latest on which nobody has it any more.
    pub(crate) fn ending(self, tot: Option<Date>) -> Self {
        Self { tot: self.tot.or(tot), ..self }
    }
}

/// A turn in the making, before it is known whose it is.
pub(crate) struct Step {
    zet: Zet,
    onderwerp: Option<Onderwerp>,
    van: Date,
    uiterlijk: Option<Date>,
    einddag: Option<Date>,
    grond: Tekst,
    grond_einddag: Tekst,
    bepaling: Option<&'static str>,
}

impl Step {
    pub(crate) fn new(zet: Zet, onderwerp: impl Into<Option<Onderwerp>>, van: Date) -> Self {
        let (onderwerp, grond) = (onderwerp.into(), Tekst::leeg());
        let grond_einddag = Tekst::leeg();
        Self { zet, onderwerp, van, uiterlijk: None, einddag: None, grond, grond_einddag, bepaling: None }
    }

    pub(crate) fn until(mut self, uiterlijk: Option<Date>) -> Self {
        self.uiterlijk = uiterlijk;
        self
    }

    /// A step towards a decision: so many days before its last day, which stays beside it; at once where no number is given. Where
    /// there is too little time for that it has the last day itself, and no day is proposed.
    pub(crate) fn in_time(self, besluit: Date, dagen: Option<i32>, voorstel: impl FnOnce() -> Tekst) -> Self {
        let before = dagen.and_then(|dagen| dates::plus_days(besluit, -dagen)).unwrap_or(self.van);
        let at_least = dates::plus_days(self.van, DAGEN_VOOR_EEN_STAP).unwrap_or(besluit);
        let proposed = before.max(at_least).min(besluit);
        // Why the last day is that day stands behind the proposal.
        let why = both(voorstel(), self.grond.clone());
        self.until(Some(proposed)).towards(besluit, why)
    }

    /// The day of this step is a proposal on the way to this last day, and why: where it is not before it, it is that day itself.
    pub(crate) fn towards(mut self, besluit: Date, voorstel: Tekst) -> Self {
        if self.uiterlijk.is_some_and(|day| day < besluit) {
            self.einddag = Some(besluit);
            self.grond_einddag = std::mem::replace(&mut self.grond, voorstel);
        }
        self
    }

    pub(crate) fn because(mut self, grond: Tekst) -> Self {
        self.grond = grond;
        self
    }

    /// The provision that its ground rests on, by its name in the corpus.
    pub(crate) fn by_law(mut self, bepaling: &'static str) -> Self {
        self.bepaling = Some(bepaling);
        self
    }

    /// A turn of the role to which its kind belongs.
    pub(crate) fn by(self, organisatie: OrganisatieId) -> Beurt {
        Beurt {
            zet: self.zet,
            onderwerp: self.onderwerp,
            rol: self.zet.rol(),
            organisatie,
            persoon: None,
            van: self.van,
            tot: None,
            uiterlijk: self.uiterlijk,
            einddag: self.einddag,
            grond: self.grond,
            grond_einddag: self.grond_einddag,
            bepaling: self.bepaling,
            vervolg: false,
        }
    }
}
