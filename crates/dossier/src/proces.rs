//! What a process is to the rest of the house: what it adds to turns and to who is concerned, its cases, and what a list
//! tells of them.
//!
//! Whatever walks over all processes walks over [`PROCESSEN`], and a case says everything of itself in one [`Zaak`], so
//! that a new one is a folder and its lines in the register.

use std::fmt;

use base::{Date, OrganisatieId, Organisatiesoort, Sector, SwvCode, Vestigingscode};

use crate::beurt::Beurt;
use crate::elders::NIET_GENOEMD;
use crate::staat::Dossier;
use crate::toegang::Betrokkenheid;

pub use crate::register::{Onderwerp, PROCESSEN, Zaken};

/// A process: what it adds to what is computed of a file.
#[derive(Debug)]
pub struct Proces {
    /// Its name in addresses, catalogues and folders.
    pub code: &'static str,
    /// Its name for people.
    pub naam: &'static str,
    /// Of what its phases are, in a list in which those of all processes stand.
    pub lijstnaam: &'static str,
    /// Its open steps.
    pub(crate) beurten: fn(&Dossier, &mut Vec<Beurt>),
    /// Who is concerned with the child by it.
    pub(crate) betrokkenen: fn(&Dossier, &mut Vec<Betrokkenheid>),
    /// Its cases.
    pub(crate) zaken: for<'a> fn(&'a Dossier) -> Vec<Zaak<'a>>,
    /// The schools that it names in this file, in any fact: they are hidden from whom they must be secret.
    pub(crate) scholen: fn(&Dossier) -> Vec<String>,
    /// The municipalities that its facts name: each tells where the child lives.
    pub(crate) gemeenten: fn(&Dossier) -> Vec<String>,
    /// The phases of its cases that a list can show: code and words.
    pub(crate) lijstfasen: fn() -> Vec<(&'static str, &'static str)>,
}

/// Declares the kinds of case, each with what it is in the file: the name in addresses and lists, the part of the file in
/// which they begin (what follows can stand in others), the process, where they stand in a file, how one of them is found there,
/// the word for it, and what is said where none is. Its state says what a family is told of it ([`crate::gezin::Gezinszaak`]), and how
/// its decision is made known ([`crate::bekend::Besluitzaak`]).
macro_rules! onderwerpen {
    (($d:tt) $($(#[$doc:meta])* $variant:ident($staat:ty) = $naam:literal, $deel:ident, $proces:ident, $alle:ident, $een:ident, $een_mut:ident, $woord:path, $niet:path;)+) => {
        /// The cases of a file, by kind and in order of their number: those of the whole file, or those that somebody may
        /// know of.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Zaken {
            $($(#[$doc])* pub $alle: Vec<$staat>,)+
        }

        impl Zaken {
            $(
                /// The case of this kind with this number.
                pub fn $een(&self, nr: u32) -> Option<&$staat> {
                    self.$alle.iter().find(|zaak| zaak.nr == nr)
                }

                /// The same, for a fact that changes it.
                pub(crate) fn $een_mut(&mut self, nr: u32) -> Option<&mut $staat> {
                    self.$alle.iter_mut().find(|zaak| zaak.nr == nr)
                }
            )+

            /// Whose a case is.
            pub fn houder_van(&self, onderwerp: Onderwerp) -> Option<$crate::proces::Zaakhouder<'_>> {
                use $crate::proces::Zaakstaat as _;
                match onderwerp { $(Onderwerp::$variant(nr) => self.$een(nr).map(|zaak| zaak.van())),+ }
            }

            /// The school where a case was begun; none of a case that is no school's.
            pub fn vestiging_van(&self, onderwerp: Onderwerp) -> Option<&::base::Vestigingscode> {
                self.houder_van(onderwerp)?.vestiging()
            }

            /// How the decision of a case was made known; none as long as it was not, and of a kind of case that knows no such decision.
            pub fn bekend(&self, onderwerp: Onderwerp) -> Option<$crate::bekend::Bekendstand> {
                self.besluitzaak(onderwerp)?.bekend()
            }

            /// What runs while the decision of a case is awaited.
            pub(crate) fn beslisdagen(&self, onderwerp: Onderwerp) -> Option<$crate::bekend::Beslisdagen> {
                self.besluitzaak(onderwerp).map(|zaak| zaak.beslisdagen())
            }

            /// A case, by what it says of a decision.
            pub(crate) fn besluitzaak(&self, onderwerp: Onderwerp) -> Option<&dyn $crate::bekend::Besluitzaak> {
                match onderwerp { $(Onderwerp::$variant(nr) => self.$een(nr).map(|zaak| zaak as &dyn $crate::bekend::Besluitzaak)),+ }
            }

            /// The same, for a fact that changes it.
            pub(crate) fn besluitzaak_mut(&mut self, onderwerp: Onderwerp) -> Option<&mut dyn $crate::bekend::Besluitzaak> {
                match onderwerp { $(Onderwerp::$variant(nr) => self.$een_mut(nr).map(|zaak| zaak as &mut dyn $crate::bekend::Besluitzaak)),+ }
            }

            /// The days on which the calendar alone makes a case another, beside those of turns.
            pub fn wisseldagen(&self) -> Vec<::base::Date> {
                use $crate::proces::Zaakstaat as _;
                let mut all = Vec::new();
                $(all.extend(self.$alle.iter().flat_map(|zaak| zaak.wisseldagen()));)+
                all
            }

            /// Every case, by name.
            pub fn namen(&self) -> Vec<Onderwerp> {
                let mut all = Vec::new();
                $(all.extend(self.$alle.iter().map(|zaak| Onderwerp::$variant(zaak.nr)));)+
                all
            }

            /// The acts of a case that have their time now for whoever asks, in the order in which they are offered: what the law
            /// has against one says `decide`, and whether this role may give it says access.
            pub fn mogelijk(&self, over: Onderwerp, nu: &$crate::mogelijk::Gelegenheid<'_>) -> Vec<$crate::opdracht::Opdrachtnaam> {
                let mut all = match over {
                    $(Onderwerp::$variant(nr) => {
                        self.$een(nr).map(|zaak| $crate::mogelijk::van(zaak, nu)).unwrap_or_default()
                    })+
                };
                all.retain(|daad| !nu.overleden || daad.loopt_door_na_overlijden());
                all
            }

            /// Those of which somebody may know.
            #[must_use]
            pub fn alleen(&self, mag: impl Fn(Onderwerp) -> bool) -> Self {
                Self {
                    $($alle: {
                        let seen = self.$alle.iter().filter(|zaak| mag(Onderwerp::$variant(zaak.nr)));
                        seen.cloned().collect()
                    },)+
                }
            }

            /// Every case, as its family is told of it.
            pub fn van_gezin(&self) -> Vec<(Onderwerp, &dyn $crate::gezin::Gezinszaak)> {
                let mut all: Vec<(Onderwerp, &dyn $crate::gezin::Gezinszaak)> = Vec::new();
                $(for zaak in &self.$alle {
                    all.push((Onderwerp::$variant(zaak.nr), zaak));
                })+
                all
            }

            /// One of them.
            pub fn gezinszaak(&self, over: Onderwerp) -> Option<&dyn $crate::gezin::Gezinszaak> {
                self.van_gezin().into_iter().find(|(onderwerp, _)| *onderwerp == over).map(|(_, zaak)| zaak)
            }

            /// What goes on in them on a day, as a family is told that calls its child so.
            pub fn verlopen(&self, naam: &str, on: ::base::Date) -> Vec<(Onderwerp, $crate::gezin::Verloop)> {
                let all = self.van_gezin().into_iter();
                all.filter_map(|(onderwerp, zaak)| Some((onderwerp, zaak.verloop(naam, on).wel()?))).collect()
            }

            /// What was decided in them, as a family is told, with the case of each.
            pub fn besloten(&self, naam: &str) -> Vec<(Onderwerp, $crate::gezin::Beslissing)> {
                let all = self.van_gezin().into_iter();
                all.filter_map(|(onderwerp, zaak)| Some((onderwerp, zaak.beslissing(naam).wel()?))).collect()
            }

            /// The same without the cases.
            pub fn beslissingen(&self, naam: &str) -> Vec<$crate::gezin::Beslissing> {
                self.besloten(naam).into_iter().map(|(_, beslissing)| beslissing).collect()
            }
        }

        /// The case of which a fact or an act holds the number, by the name of that field: the one under which a file finds it.
        macro_rules! onderwerp_van {
            $(($een, $d nr:expr) => { $crate::proces::Onderwerp::$variant($d nr) };)+
        }
        pub(crate) use onderwerp_van;

        /// A case, by its kind and its number in the file.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Onderwerp {
            $($(#[$doc])* $variant(u32),)+
        }

        impl Onderwerp {
            /// The part of the file in which each kind of case begins.
            pub(crate) const DELEN: &[$crate::toegang::Deel] = &[$($crate::toegang::Deel::$deel),+];

            /// No such case is in the file, or none of which whoever asks may know: the answer is the same.
            pub fn niet_in_dossier(self) -> $crate::refusal::Refusal {
                match self { $(Self::$variant(_) => $crate::refusal::Refusal::field(stringify!($een), $niet())),+ }
            }

            /// A case of each kind, all with this number.
            pub fn van_elke_soort(nr: u32) -> impl Iterator<Item = Self> {
                [$(Self::$variant(nr)),+].into_iter()
            }

            /// The part of the file in which it begins: who may not read that knows of no such case. Its facts have their own.
            pub fn deel(self) -> $crate::toegang::Deel {
                match self { $(Self::$variant(_) => $crate::toegang::Deel::$deel),+ }
            }

            /// Every act of a case of its kind, in the order in which they are offered.
            pub fn daden(self) -> Vec<$crate::opdracht::Opdrachtnaam> {
                match self { $(Self::$variant(_) => $crate::mogelijk::alle::<$staat>()),+ }
            }

            /// Its number in the file.
            pub fn nr(self) -> u32 {
                match self { $(Self::$variant(nr) => nr),+ }
            }

            /// The code of its process.
            pub fn proces(self) -> &'static str {
                match self { $(Self::$variant(_) => $crate::$proces::PROCES.code),+ }
            }

            /// A kind of case in words, by its name in addresses and lists.
            pub fn soort_in_woorden(soort: &str) -> Option<::sleutels::Tekst> {
                match soort {
                    $($naam => Some($woord()),)+
                    _ => None,
                }
            }

            /// Its kind in words, inside a sentence.
            pub fn woord(self) -> ::sleutels::Tekst {
                match self { $(Self::$variant(_) => $woord()),+ }
            }

            /// The name of its kind, in addresses and lists.
            pub fn soort(self) -> &'static str {
                match self { $(Self::$variant(_) => $naam),+ }
            }
        }

        /// As [`Onderwerp`] writes itself.
        impl ::std::str::FromStr for Onderwerp {
            type Err = $crate::proces::GeenOnderwerp;

            fn from_str(text: &str) -> Result<Self, $crate::proces::GeenOnderwerp> {
                let (soort, nr) = text.split_once('-').ok_or($crate::proces::GeenOnderwerp)?;
                let nr = nr.parse().map_err(|_| $crate::proces::GeenOnderwerp)?;
                match soort {
                    $($naam => Ok(Self::$variant(nr)),)+
                    _ => Err($crate::proces::GeenOnderwerp),
                }
            }
        }
    };
}

pub(crate) use onderwerpen;

/// `aanmelding-1`: as in the address of its page.
impl fmt::Display for Onderwerp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.soort(), self.nr())
    }
}

/// A text that names no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a case")]
pub struct GeenOnderwerp;

/// Whose a case is: who keeps it, writes in it and may act in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zaakhouder<'a> {
    /// A school: its board looks along.
    School(&'a Vestigingscode),
    /// Another organisation: a partnership, a municipality, a committee, the family itself.
    Organisatie(&'a OrganisatieId),
}

impl<'a> Zaakhouder<'a> {
    /// As an organisation.
    pub fn organisatie(self) -> OrganisatieId {
        match self {
            Self::School(vestiging) => vestiging.organisatie(),
            Self::Organisatie(organisatie) => organisatie.clone(),
        }
    }

    /// The school, where it is one.
    pub fn vestiging(self) -> Option<&'a Vestigingscode> {
        match self {
            Self::School(vestiging) => Some(vestiging),
            Self::Organisatie(_) => None,
        }
    }
}

/// A kind of case, by what every room asks of each of them. Nothing here has a default.
pub(crate) trait Zaakstaat {
    /// The kinds of organisation that act in it, beside the family: of each kind the one whose it is, and not another.
    const HANDELEN: &'static [Organisatiesoort];
    /// Whose it is.
    fn van(&self) -> Zaakhouder<'_>;
    /// The days on which the calendar alone makes it another, beside those of its turns: what a list tells of it is made anew on them.
    fn wisseldagen(&self) -> Vec<Date>;
}

/// A case, as everything that walks over all cases sees it: whose it is, since when, who else knows of it, and what a
/// list tells of it.
#[derive(Debug, Clone, Copy)]
pub struct Zaak<'a> {
    /// Which.
    pub onderwerp: Onderwerp,
    /// Whose it is.
    pub van: Zaakhouder<'a>,
    /// The name of that school or organisation, as it was then.
    pub schoolnaam: &'a str,
    /// When it was begun.
    pub begonnen_op: Date,
    /// Whose rules apply to it.
    pub sector: Option<Sector>,
    /// The partnership of that school, where known and where it is a school's.
    pub swv: Option<&'a SwvCode>,
    /// What it is to a partnership.
    pub verband: Verband<'a>,
    /// First day on which the board of its school looks at it no more: it ended, and who decided it reads on while parents
    /// can object. None while it runs.
    pub(crate) gelezen_tot: Option<Date>,
    /// The day on which the child was a pupil of that school, where the case is about a pupil: no correction takes that from under it.
    pub(crate) leerling_op: Option<Date>,
    /// It has ended: nobody has a turn in it but one that its end asks for.
    pub afgelopen: bool,
    /// What a list tells of the case with this number; none where lists are silent about it.
    pub(crate) lijst: fn(&Dossier, u32) -> Option<InLijst>,
}

impl<'a> Zaak<'a> {
    /// The school whose it is; none of a case that is no school's.
    pub fn vestiging(&self) -> Option<&'a Vestigingscode> {
        self.van.vestiging()
    }

    /// The partnership that it falls under: the one that decides on it, or else that of its school.
    pub fn valt_onder(&self) -> Option<&'a SwvCode> {
        match self.verband {
            Verband::Verzonden { aan, .. } | Verband::NogNietVerzonden(aan) => Some(aan),
            Verband::VanSchool | Verband::AlleenSchool => self.swv,
        }
    }
}

/// What a case is to a partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verband<'a> {
    /// A matter of the school; known to a partnership that judges a request of that school.
    VanSchool,
    /// A matter of the school alone: a partnership reads of it what a request tells, and nothing of the case itself.
    AlleenSchool,
    /// Sent.
    Verzonden {
        /// To this one.
        aan: &'a SwvCode,
        /// Received on.
        op: Date,
    },
    /// Meant for this one, and not sent.
    NogNietVerzonden(&'a SwvCode),
}

/// Which of the cases that a reader may know of says in a list how the child stands: the first of these, the newest of
/// those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voorrang {
    /// Others are asked to decide on it, or will be.
    Gevraagd,
    /// It runs.
    Loopt,
    /// It was decided, and that is how the child stands.
    Besloten,
    /// It is over: it says something of a child that is at no school, and nothing of another.
    Voorbij,
}

/// What a list tells of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLijst {
    /// Before which others.
    pub voorrang: Voorrang,
    /// Its phase: a code.
    pub fase: &'static str,
    /// The days on which the calendar alone makes it another phase, and which, in order: the time for what was asked is over.
    pub daarna: Vec<(Date, &'static str)>,
    /// Its phase for whoever did not decide on it, as long as the decision was not made known; and the day on which it is, where that
    /// is known.
    pub nog_niet_bekend: Option<(&'static str, Option<Date>)>,
    /// First day on which it is told no more, where the calendar brings one.
    pub tot: Option<Date>,
    /// The child is told to be at its school, where it is enrolled nowhere.
    pub houdt_kind: bool,
    /// The day on which the child was registered by it.
    pub aangemeld_op: Option<Date>,
}

impl InLijst {
    /// Its phase on a day, for whoever decided on it or for others: a code.
    pub fn fase_op(&self, on: Date, besliste: bool) -> &'static str {
        let unknown = |tot: Option<Date>| !besliste && tot.is_none_or(|tot| on < tot);
        if let Some((fase, _)) = self.nog_niet_bekend.filter(|(_, tot)| unknown(*tot)) {
            return fase;
        }
        let come = self.daarna.iter().rev().find(|(van, _)| *van <= on);
        come.map_or(self.fase, |(_, fase)| fase)
    }

    /// The days on which the calendar alone changes what is told.
    pub fn dagen(&self) -> impl Iterator<Item = Date> {
        self.daarna.iter().map(|(day, _)| *day).chain(self.tot)
    }
}

/// Every phase that a list can show of a case, in order: code and words.
pub fn lijstfasen() -> impl Iterator<Item = (&'static str, &'static str)> {
    PROCESSEN.iter().flat_map(|proces| (proces.lijstfasen)())
}

/// The process whose cases can be in this phase; none of how a child stands without a case.
pub fn proces_van_fase(code: &str) -> Option<&'static Proces> {
    PROCESSEN.iter().find(|proces| (proces.lijstfasen)().iter().any(|(fase, _)| *fase == code))
}

impl Dossier {
    /// Every case in the file.
    pub fn zaken(&self) -> impl Iterator<Item = Zaak<'_>> {
        PROCESSEN.iter().flat_map(|proces| (proces.zaken)(self))
    }

    /// The case with this name, where it is in the file.
    pub fn zaak(&self, onderwerp: Onderwerp) -> Option<Zaak<'_>> {
        self.zaken().find(|zaak| zaak.onderwerp == onderwerp)
    }

    /// Every case in the file, by name.
    pub fn onderwerpen(&self) -> impl Iterator<Item = Onderwerp> {
        self.zaken().map(|zaak| zaak.onderwerp)
    }

    /// What lists tell of the cases of this file, in the order in which one of them says how the child stands.
    pub fn in_lijsten(&self) -> Vec<(Zaak<'_>, InLijst)> {
        let newest_first = PROCESSEN.iter().flat_map(|proces| (proces.zaken)(self).into_iter().rev());
        let told = newest_first.filter_map(|zaak| Some((zaak, (zaak.lijst)(self, zaak.onderwerp.nr())?)));
        let mut all: Vec<_> = told.collect();
        all.sort_by_key(|(_, told)| told.voorrang);
        all
    }

    /// Every school that the file names, by name; one can come twice.
    pub fn schoolnamen(&self) -> Vec<String> {
        let named = PROCESSEN.iter().flat_map(|proces| (proces.scholen)(self));
        named.filter(|naam| naam != NIET_GENOEMD).collect()
    }

    /// The name of every municipality that the file holds, wherever it stands.
    pub fn gemeentenamen(&self) -> Vec<String> {
        PROCESSEN.iter().flat_map(|proces| (proces.gemeenten)(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_that_the_calendar_changes_on_several_days_is_told_as_each_day_says() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let told = InLijst {
            voorrang: Voorrang::Loopt,
            fase: "plan",
            daarna: vec![(day("2026-04-01"), "evalueren"), (day("2026-06-01"), "te_laat")],
            nog_niet_bekend: None,
            tot: Some(day("2026-08-01")),
            houdt_kind: false,
            aangemeld_op: None,
        };
        let phases =
            ["2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01"].map(|on| told.fase_op(day(on), true));
        assert_eq!(phases, ["plan", "evalueren", "evalueren", "te_laat"]);
        assert_eq!(told.dagen().collect::<Vec<_>>(), ["2026-04-01", "2026-06-01", "2026-08-01"].map(day));
    }
}
