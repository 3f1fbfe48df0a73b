//! The word for a code, as part of a sentence: by key, in no language.

use sleutels::{Tekst, woorden};

use crate::plan::soort::{Doelresultaat, Hoorwijze, Planeinde, Plansoort, Planvervolg};
use crate::plan::staat::PlanFase;
use crate::rol::Rol;
use crate::soort::{
    Adviesuitkomst, Bekendmakingswijze, Discipline, GrondZonderOuder, Poststap, Relatie, Schoolsoort,
    TlvSoort, Uitschrijfreden,
};
use crate::staat::{AanmeldingFase, TlvFase, VerwijderingFase};
use crate::toegang::Deel;

/// A value of a closed list that a sentence can name.
pub trait Woord {
    /// The word for it.
    fn woord(self) -> Tekst;
}

/// A word that is chosen by the code of the value.
macro_rules! woord_bij_code {
    ($($soort:ty => $woord:expr;)+) => {
        $(impl Woord for $soort {
            fn woord(self) -> Tekst {
                let by_code: fn(&str) -> Tekst = $woord;
                by_code(self.code())
            }
        })+
    };
}

woord_bij_code! {
    Uitschrijfreden => |code| woorden::Uitschrijfreden { code }.tekst();
    GrondZonderOuder => |code| woorden::GrondZonderOuder { code }.tekst();
    Relatie => |code| woorden::Relatie { code }.tekst();
    TlvSoort => |code| woorden::TlvSoort { code }.tekst();
    Discipline => |code| woorden::Discipline { code }.tekst();
    Adviesuitkomst => |code| woorden::Adviesuitkomst { code }.tekst();
    Bekendmakingswijze => |code| woorden::Bekendmakingswijze { code }.tekst();
    Poststap => |code| woorden::Poststap { code }.tekst();
    AanmeldingFase => |code| woorden::AanmeldingFase { code }.tekst();
    VerwijderingFase => |code| woorden::VerwijderingFase { code }.tekst();
    Rol => |code| woorden::Rol { code }.tekst();
    TlvFase => |code| woorden::TlvFase { code }.tekst();
    PlanFase => |code| woorden::PlanFase { code }.tekst();
    Plansoort => |code| woorden::Plansoort { code }.tekst();
    Hoorwijze => |code| woorden::Hoorwijze { code }.tekst();
    Doelresultaat => |code| woorden::Doelresultaat { code }.tekst();
    Planvervolg => |code| woorden::Planvervolg { code }.tekst();
    Planeinde => |code| woorden::Planeinde { code }.tekst();
    Deel => |code| woorden::Deel { code }.tekst();
    Schoolsoort => |code| woorden::Schoolsoort { code }.tekst();
}

/// A number of things, as a sentence counts them.
pub(crate) fn aantal(dingen: usize) -> i32 {
    i32::try_from(dingen).unwrap_or(i32::MAX)
}
