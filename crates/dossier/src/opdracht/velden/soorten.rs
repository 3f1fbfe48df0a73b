//! The kinds of one field: text, day, choice, number.

use std::marker::PhantomData;

use base::{Date, Vestigingscode, dates};

use super::{Bron, Invulling, Leesfout, Mis, Omgeving, Veld, Veldsoort, Waarden};
use crate::leven::feiten::Geslacht;
use crate::plan::soort::{Doelresultaat, Hoorwijze, Planeinde, Plansoort, Planvervolg};
use crate::soort::{
    Adviesuitkomst, Afzender, AndereSchoolsoort, Bekendmakingswijze, Discipline, Geheimkring,
    GrondZonderOuder, Herroepgrond, Inleverwijze, Onderwijskeuze, Poststap, Relatie, Schoolgang, TlvSoort,
    Toelatingsvoorwaarde, Uitschrijfreden, Verzorgerslezing, ZonderSchool,
};

/// A value to try an act with.
const PROEF: &str = "proef";

pub(crate) fn one(naam: &'static str, soort: Veldsoort, verplicht: bool) -> Vec<Veld> {
    vec![Veld { naam, soort, verplicht }]
}

/// What stands in one field.
#[expect(clippy::needless_pass_by_value, reason = "a value or a reference to one: who calls has either")]
pub(crate) fn geschreven(naam: &str, waarde: impl ToString) -> Waarden {
    vec![(naam.to_owned(), waarde.to_string())]
}

/// What stands in a field that may stay empty.
fn if_any<T>(waarde: Option<&T>, said: impl Fn(&T) -> String) -> String {
    waarde.map(said).unwrap_or_default()
}

/// Yes or no, as a field says it.
fn ja_nee(waarde: bool) -> &'static str {
    if waarde { "ja" } else { "nee" }
}

/// What stands there; named as missing when nothing does.
fn filled(naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> Option<String> {
    let text = bron(naam);
    if text.trim().is_empty() {
        fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
        return None;
    }
    Some(text)
}

fn day(naam: &'static str, text: String, fouten: &mut Vec<Leesfout>) -> Option<Date> {
    let day = dates::parse_typed(text.trim());
    if day.is_none() {
        fouten.push(Leesfout { veld: naam, wat: Mis::GeenDatum(text) });
    }
    day
}

/// One of a closed list of codes.
pub fn choice(
    naam: &'static str,
    codes: &[&'static str],
    bron: &Bron<'_>,
    fouten: &mut Vec<Leesfout>,
) -> Option<&'static str> {
    let text = bron(naam);
    let found = codes.iter().copied().find(|code| *code == text);
    if found.is_none() {
        fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
    }
    found
}

fn items(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

fn expected(naam: &'static str, what: sleutels::Tekst) -> Leesfout {
    Leesfout { veld: naam, wat: Mis::Vorm(what) }
}

/// What stands in a field that may stay empty; what cannot be read is named with what was expected instead of it.
#[expect(clippy::option_option, reason = "nothing was read, or it was read that nothing is there")]
pub(super) fn may<T>(
    naam: &'static str,
    bron: &Bron<'_>,
    fouten: &mut Vec<Leesfout>,
    read: impl Fn(&str) -> Option<T>,
    wanted: impl Fn(&str) -> sleutels::Tekst,
) -> Option<Option<T>> {
    let text = bron(naam);
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let read = read(text);
    if read.is_none() {
        fouten.push(expected(naam, wanted(text)));
    }
    read.map(Some)
}

/// What stands in a field that must be filled in; what cannot be read is none of the choices.
pub(super) fn must<T>(
    naam: &'static str,
    bron: &Bron<'_>,
    fouten: &mut Vec<Leesfout>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let read = read(bron(naam).trim());
    if read.is_none() {
        fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
    }
    read
}

/// Declares kinds of one field: what the act keeps of it, what it holds, whether it must be filled in, how it is read, a
/// value to try the act with, and what stands in the field where the act has a value.
macro_rules! invullingen {
    ($($(#[$doc:meta])* $name:ident -> $waarde:ty, $soort:expr, $verplicht:literal,
        |$naam:ident, $bron:ident, $fouten:ident| $lees:expr, |$omgeving:ident| $proef:expr, |$waarde_van:ident| $schrijf:expr;)+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl $crate::opdracht::velden::Invulling for $name {
            type Waarde = $waarde;

            fn velden(naam: &'static str) -> Vec<$crate::opdracht::velden::Veld> {
                $crate::opdracht::velden::one(naam, $soort, $verplicht)
            }

            fn lees(
                $naam: &'static str,
                $bron: &$crate::opdracht::velden::Bron<'_>,
                _omgeving: &$crate::opdracht::velden::Omgeving<'_>,
                $fouten: &mut Vec<$crate::opdracht::velden::Leesfout>,
            ) -> Option<$waarde> {
                $lees
            }

            fn proef($omgeving: &$crate::opdracht::velden::Omgeving<'_>) -> Option<$waarde> {
                $proef
            }

            fn schrijf(naam: &str, $waarde_van: &$waarde) -> $crate::opdracht::velden::Waarden {
                $crate::opdracht::velden::geschreven(naam, $schrijf)
            }
        })+
    };
}

pub(super) use invullingen;

invullingen! {
    /// A text that must be there.
    Tekst -> String, Veldsoort::Tekst, true,
    |naam, bron, fouten| filled(naam, bron, fouten), |_omgeving| Some(PROEF.to_owned()),
    |text| text;
    /// A text that may stay empty, at least when a parent writes it.
    MagTekst -> String, Veldsoort::Tekst, false,
    |naam, bron, _fouten| Some(bron(naam)), |_omgeving| Some(PROEF.to_owned()),
    |text| text;
    /// A line that must be there.
    Regel -> String, Veldsoort::Regel, true,
    |naam, bron, fouten| filled(naam, bron, fouten), |_omgeving| Some(PROEF.to_owned()),
    |text| text;
    /// A line that may stay empty.
    MagRegel -> String, Veldsoort::Regel, false,
    |naam, bron, _fouten| Some(bron(naam)), |_omgeving| Some(String::new()),
    |text| text;
    /// Items, one per line, at least one.
    Regels -> Vec<String>, Veldsoort::Regels, true,
    |naam, bron, fouten| filled(naam, bron, fouten).map(|text| items(&text)),
    |_omgeving| Some(vec![PROEF.to_owned()]),
    |lines| lines.join("\n");
    /// Items, one per line, or none.
    MagRegels -> Vec<String>, Veldsoort::Regels, false,
    |naam, bron, _fouten| Some(items(&bron(naam))), |_omgeving| Some(Vec::new()),
    |lines| lines.join("\n");
    /// A day that has come.
    Dag -> Date, Veldsoort::Datum, true,
    |naam, bron, fouten| day(naam, filled(naam, bron, fouten)?, fouten), |omgeving| Some(omgeving.vandaag),
    |day| day;
    /// A day to come.
    KomendeDag -> Date, Veldsoort::Datum, true,
    |naam, bron, fouten| day(naam, filled(naam, bron, fouten)?, fouten),
    |omgeving| Some(dates::plus_days(omgeving.vandaag, 1).unwrap_or(omgeving.vandaag)),
    |day| day;
    /// A day, where there is one.
    MagDag -> Option<Date>, Veldsoort::Datum, false,
    |naam, bron, fouten| {
        let text = bron(naam);
        if text.trim().is_empty() { Some(None) } else { day(naam, text, fouten).map(Some) }
    },
    |_omgeving| Some(None),
    |day| if_any(day.as_ref(), ToString::to_string);
    /// Yes or no.
    JaNee -> bool, Veldsoort::JaNee, true,
    |naam, bron, fouten| choice(naam, &["ja", "nee"], bron, fouten).map(|code| code == "ja"),
    |_omgeving| Some(true),
    |yes| ja_nee(*yes);
    /// Ticked or not.
    Vinkje -> bool, Veldsoort::JaNee, false,
    |naam, bron, _fouten| Some(!matches!(bron(naam).trim(), "" | "nee")), |_omgeving| Some(false),
    |yes| if *yes { "ja" } else { "" };
    /// The code of a school, where it is known.
    MagVestiging -> Option<Vestigingscode>, Veldsoort::Vestiging, false,
    |naam, bron, fouten| may(naam, bron, fouten, |text| text.parse::<Vestigingscode>().ok(), |text| {
        sleutels::algemeen::VormVestiging { gegeven: text }.tekst()
    }),
    |_omgeving| Some(None),
    |code| if_any(code.as_ref(), ToString::to_string);
    /// A number in the file: of a person, an offer, a fact.
    Nummer -> u32, Veldsoort::Nummer, true,
    |naam, bron, fouten| {
        let code = filled(naam, bron, fouten)?.trim().parse::<u32>();
        code.map_err(|_| fouten.push(expected(naam, sleutels::algemeen::vorm_nummer()))).ok()
    },
    |_omgeving| None,
    |nr| nr;
    /// A funding category.
    Categorie -> u8, Veldsoort::Nummer, true,
    |naam, bron, fouten| {
        let code = filled(naam, bron, fouten)?.trim().parse::<u8>();
        code.map_err(|_| fouten.push(expected(naam, sleutels::algemeen::vorm_categorie()))).ok()
    },
    |_omgeving| None,
    |nr| nr;
    /// Of what kind another school is, where somebody says it.
    MagSchoolsoort -> Option<AndereSchoolsoort>, Veldsoort::Keuze(AndereSchoolsoort::CODES), false,
    |naam, bron, fouten| may(naam, bron, fouten, AndereSchoolsoort::from_code, |_text| {
        sleutels::algemeen::vorm_keuze()
    }),
    |_omgeving| Some(Some(AndereSchoolsoort::InstellingC12)),
    |soort| if_any(soort.as_ref(), |soort| soort.code().to_owned());
    /// Which education is asked, at a school that gives more than one.
    MagOnderwijs -> Option<Onderwijskeuze>, Veldsoort::Keuze(Onderwijskeuze::CODES), false,
    |naam, bron, fouten| may(naam, bron, fouten, Onderwijskeuze::from_code, |_text| {
        sleutels::algemeen::vorm_keuze()
    }),
    |omgeving| Some(
        omgeving.school.and_then(|school| Onderwijskeuze::bij(school.schoolsoort).first().copied())
    ),
    |keuze| if_any(keuze.as_ref(), |keuze| keuze.code().to_owned());
    /// Yes or no, or as it stands.
    MagJaNee -> Option<bool>, Veldsoort::JaNee, false,
    |naam, bron, fouten| may(
        naam,
        bron,
        fouten,
        |text| match text {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        },
        |_text| sleutels::algemeen::vorm_keuze(),
    ),
    |_omgeving| Some(None),
    |yes| if_any(yes.as_ref(), |yes| ja_nee(*yes).to_owned());
    /// A number of weeks.
    Weken -> u8, Veldsoort::Aantal, true,
    |naam, bron, fouten| {
        let weken = filled(naam, bron, fouten)?.trim().parse::<u8>();
        weken.map_err(|_| fouten.push(expected(naam, sleutels::algemeen::vorm_weken()))).ok()
    },
    |_omgeving| Some(1),
    |weken| weken;
    /// People of this file, or nobody.
    Personen -> Vec<u32>, Veldsoort::Nummers("voor_persoon_"), false,
    |naam, bron, fouten| {
        let codes: Result<Vec<u32>, _> = bron(naam).split_whitespace().map(str::parse).collect();
        codes.map_err(|_| fouten.push(expected(naam, sleutels::algemeen::vorm_nummers()))).ok()
    },
    |_omgeving| Some(Vec::new()),
    |nrs| nrs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    /// Gender, where the family wants it known.
    MagGeslacht -> Option<Geslacht>, Veldsoort::Keuze(&["man", "vrouw", "onbekend"]), false,
    |naam, bron, fouten| may(
        naam,
        bron,
        fouten,
        |text| match text {
            "man" => Some(Geslacht::Man),
            "vrouw" => Some(Geslacht::Vrouw),
            "onbekend" => Some(Geslacht::Onbekend),
            _ => None,
        },
        |_text| sleutels::algemeen::vorm_keuze(),
    ),
    |_omgeving| Some(None),
    |geslacht| match geslacht { None => "", Some(Geslacht::Man) => "man", Some(Geslacht::Vrouw) => "vrouw", Some(Geslacht::Onbekend) => "onbekend" };
}

/// A closed list of the core that a field can choose from.
pub trait Gesloten: Copy + 'static {
    /// Its codes.
    const CODES: &'static [&'static str];
    /// The value with this code.
    fn of(code: &str) -> Option<Self>;
    /// Its code.
    fn gesloten_code(self) -> &'static str;
}

macro_rules! gesloten {
    ($($name:ty),+) => {
        $(impl Gesloten for $name {
            const CODES: &'static [&'static str] = <$name>::CODES;

            fn of(code: &str) -> Option<Self> {
                <$name>::from_code(code)
            }

            fn gesloten_code(self) -> &'static str {
                self.code()
            }
        })+
    };
}

gesloten!(
    Relatie,
    Toelatingsvoorwaarde,
    Bekendmakingswijze,
    Afzender,
    Poststap,
    Adviesuitkomst,
    Discipline,
    TlvSoort,
    ZonderSchool,
    Geheimkring,
    Schoolgang,
    AndereSchoolsoort,
    GrondZonderOuder,
    Inleverwijze,
    Uitschrijfreden,
    Verzorgerslezing,
    Herroepgrond,
    Plansoort,
    Hoorwijze,
    Doelresultaat,
    Planvervolg,
    Planeinde
);

/// One of a closed list.
#[derive(Debug, Clone, Copy)]
pub struct Keuze<T>(PhantomData<T>);

impl<T: Gesloten> Invulling for Keuze<T> {
    type Waarde = T;

    fn velden(naam: &'static str) -> Vec<Veld> {
        one(naam, Veldsoort::Keuze(T::CODES), true)
    }

    fn lees(
        naam: &'static str,
        bron: &Bron<'_>,
        _omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<T> {
        choice(naam, T::CODES, bron, fouten).and_then(T::of)
    }

    fn proef(_omgeving: &Omgeving<'_>) -> Option<T> {
        T::CODES.first().and_then(|code| T::of(code))
    }

    fn schrijf(naam: &str, waarde: &T) -> Waarden {
        geschreven(naam, waarde.gesloten_code())
    }
}

/// One of a closed list, or nothing.
#[derive(Debug, Clone, Copy)]
pub struct MagKeuze<T>(PhantomData<T>);

impl<T: Gesloten> Invulling for MagKeuze<T> {
    type Waarde = Option<T>;

    fn velden(naam: &'static str) -> Vec<Veld> {
        one(naam, Veldsoort::Keuze(T::CODES), false)
    }

    fn lees(
        naam: &'static str,
        bron: &Bron<'_>,
        _omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<Option<T>> {
        may(naam, bron, fouten, T::of, |_text| sleutels::algemeen::vorm_keuze())
    }

    fn proef(_omgeving: &Omgeving<'_>) -> Option<Option<T>> {
        Some(None)
    }

    fn schrijf(naam: &str, waarde: &Option<T>) -> Waarden {
        geschreven(naam, if_any(waarde.as_ref(), |one| one.gesloten_code().to_owned()))
    }
}

/// The codes of [`RelatieOfNiets`]: every relation that somebody can be given, and none any more.
const RELATIE_OF_NIETS: [&str; 8] = [
    "gezagsouder",
    "gezagsouder_beperkt",
    "voogd",
    "ouder_zonder_gezag",
    "pleegouder",
    "gemachtigde",
    "vertrouwenspersoon",
    "niet_meer",
];

invullingen! {
    /// Who somebody is to the child from now on, or that they stand no longer around it.
    RelatieOfNiets -> Option<Relatie>, Veldsoort::Keuze(&RELATIE_OF_NIETS), true,
    |naam, bron, fouten| choice(naam, &RELATIE_OF_NIETS, bron, fouten).map(Relatie::from_code),
    |_omgeving| Some(None),
    |relatie| relatie.map_or("niet_meer", Relatie::code);
}

/// The codes of [`MetGezag`]: every relation that has authority, and a carer (WPO 1, WEC 1).
const MET_GEZAG: [&str; 4] = ["gezagsouder", "gezagsouder_beperkt", "voogd", "pleegouder"];

invullingen! {
    /// Who somebody who registers a child is to it: has authority, or cares for it.
    MetGezag -> Relatie, Veldsoort::Keuze(&MET_GEZAG), true,
    |naam, bron, fouten| choice(naam, &MET_GEZAG, bron, fouten).and_then(Relatie::from_code),
    |_omgeving| MET_GEZAG.first().and_then(|code| Relatie::from_code(code)),
    |relatie| relatie.code();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_changes_may_become_anything_that_somebody_can_be() {
        let (last, relations) = RELATIE_OF_NIETS.split_last().unwrap();
        let all: Vec<&str> = Relatie::te_kiezen().map(Relatie::code).collect();
        assert_eq!((relations, *last), (&all[..], "niet_meer"));
    }
}
