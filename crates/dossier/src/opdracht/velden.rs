//! The fields of an act, declared once with the act: from this come the reader of its form, its draft, its trial, its JSON
//! body and the schema of that.
//!
//! [`daad!`](crate::opdracht::velden::daad) declares the struct of an act with a kind per field ([`Invulling`]): what is
//! typed there, whether it may stay empty, and a value with which the act can be tried before anybody typed anything. What
//! the act makes of it stays in its `Decide`.

use base::{Date, Vestigingscode, dates};

use crate::aanmelding::feiten::{BereidGevonden, Overleg};
use crate::opdracht::Opdracht;

/// What stands in a field, by its name; empty when nothing does.
pub type Bron<'a> = dyn Fn(&str) -> String + 'a;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Veldsoort {
    /// One line of text.
    Regel,
    /// A text of several lines.
    Tekst,
    /// Items, one per line.
    Regels,
    /// A date.
    Datum,
    /// `ja` or `nee`.
    JaNee,
    /// One of these codes.
    Keuze(&'static [&'static str]),
    /// A vestigingscode.
    Vestiging,
    /// A number in the file.
    Nummer,
}

/// A field of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Veld {
    /// Its name, in forms, drafts, JSON and refusals.
    pub naam: &'static str,
    /// What it holds.
    pub soort: Veldsoort,
    /// It may not stay empty.
    pub verplicht: bool,
}

/// What is wrong with a field, before the act is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leesfout {
    /// The field.
    pub veld: &'static str,
    /// What.
    pub wat: Mis,
}

/// What can be wrong with the text of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mis {
    /// Nothing was filled in, or none of the choices.
    Leeg,
    /// This is no date.
    GeenDatum(String),
    /// It has not the shape that it needs; says what is expected.
    Vorm(String),
}

/// One kind of field, or a few that belong together.
pub trait Invulling {
    /// What the act keeps of it.
    type Waarde;
    /// The fields, for one with this name.
    fn velden(naam: &'static str) -> Vec<Veld>;
    /// Reads them; what is wrong is added to `fouten`, and the value is then of no use.
    fn lees(naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> Self::Waarde;
    /// A value in which nothing is wrong, to try the act with.
    fn proef(vandaag: Date) -> Self::Waarde;
}

/// An act with declared fields.
pub trait Ingevuld: Into<Opdracht> + Sized {
    /// Its name.
    const NAAM: &'static str;
    /// Its fields, in order.
    fn velden() -> Vec<Veld>;
    /// Reads the act about a case or fact with this number.
    fn lees(over: u32, bron: &Bron<'_>) -> Result<Self, Vec<Leesfout>>;
    /// The act with values in which nothing is wrong: what is refused then stands in the file or the law.
    fn proef(over: u32, vandaag: Date) -> Self;
}

/// An act with declared fields, whichever it is.
#[derive(Debug, Clone, Copy)]
pub struct Daad {
    /// Its name.
    pub naam: &'static str,
    /// Its fields.
    pub velden: fn() -> Vec<Veld>,
    /// Reads it.
    pub lees: fn(u32, &Bron<'_>) -> Result<Opdracht, Vec<Leesfout>>,
    /// Makes one to try.
    pub proef: fn(u32, Date) -> Opdracht,
}

impl Daad {
    /// The declaration of an act.
    pub const fn of<D: Ingevuld>() -> Self {
        Self {
            naam: D::NAAM,
            velden: D::velden,
            lees: |over, bron| D::lees(over, bron).map(Into::into),
            proef: |over, vandaag| D::proef(over, vandaag).into(),
        }
    }
}

/// Declares an act about a case: its name, the field that holds the number of the case, and its fields with their kinds.
macro_rules! daad {
    ($(#[$doc:meta])* $name:ident = $code:literal, $(#[$over_doc:meta])* $over:ident {
        $($(#[$veld_doc:meta])* $veld:ident: $soort:ty,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $(#[$over_doc])*
            pub $over: u32,
            $($(#[$veld_doc])* pub $veld: <$soort as $crate::opdracht::velden::Invulling>::Waarde,)*
        }

        impl $crate::opdracht::velden::Ingevuld for $name {
            const NAAM: &'static str = $code;

            fn velden() -> Vec<$crate::opdracht::velden::Veld> {
                let mut velden = Vec::new();
                $(velden.extend(<$soort as $crate::opdracht::velden::Invulling>::velden(stringify!($veld)));)*
                velden
            }

            fn lees(
                over: u32,
                bron: &$crate::opdracht::velden::Bron<'_>,
            ) -> Result<Self, Vec<$crate::opdracht::velden::Leesfout>> {
                let mut fouten = Vec::new();
                let gelezen = Self {
                    $over: over,
                    $($veld: <$soort as $crate::opdracht::velden::Invulling>::lees(
                        stringify!($veld),
                        bron,
                        &mut fouten,
                    ),)*
                };
                if fouten.is_empty() { Ok(gelezen) } else { Err(fouten) }
            }

            fn proef(over: u32, vandaag: base::Date) -> Self {
                Self {
                    $over: over,
                    $($veld: <$soort as $crate::opdracht::velden::Invulling>::proef(vandaag),)*
                }
            }
        }
    };
}

pub(crate) use daad;

/// A value to try an act with.
const PROEF: &str = "proef";

fn one(naam: &'static str, soort: Veldsoort, verplicht: bool) -> Vec<Veld> {
    vec![Veld { naam, soort, verplicht }]
}

fn required(naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> String {
    let text = bron(naam);
    if text.trim().is_empty() {
        fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
    }
    text
}

fn day(naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> Option<Date> {
    let text = bron(naam);
    if text.trim().is_empty() {
        return None;
    }
    let day = dates::parse_typed(text.trim());
    if day.is_none() {
        fouten.push(Leesfout { veld: naam, wat: Mis::GeenDatum(text) });
    }
    day
}

fn required_day(naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> Date {
    if bron(naam).trim().is_empty() {
        fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
    }
    day(naam, bron, fouten).unwrap_or_default()
}

/// One of a closed list of codes.
pub fn choice(
    naam: &'static str,
    codes: &[&'static str],
    bron: &Bron<'_>,
    fouten: &mut Vec<Leesfout>,
) -> &'static str {
    let text = bron(naam);
    let found = codes.iter().copied().find(|code| *code == text);
    if found.is_none() {
        fouten.push(Leesfout { veld: naam, wat: Mis::Leeg });
    }
    found.unwrap_or_default()
}

fn items(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

macro_rules! invulling {
    ($(#[$doc:meta])* $name:ident -> $waarde:ty, $soort:expr, $verplicht:literal,
        |$naam:ident, $bron:ident, $fouten:ident| $lees:expr, |$vandaag:ident| $proef:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Invulling for $name {
            type Waarde = $waarde;

            fn velden(naam: &'static str) -> Vec<Veld> {
                one(naam, $soort, $verplicht)
            }

            fn lees($naam: &'static str, $bron: &Bron<'_>, $fouten: &mut Vec<Leesfout>) -> $waarde {
                $lees
            }

            fn proef($vandaag: Date) -> $waarde {
                $proef
            }
        }
    };
}

invulling!(
    /// A text that must be there.
    Tekst -> String, Veldsoort::Tekst, true,
    |naam, bron, fouten| required(naam, bron, fouten), |_vandaag| PROEF.to_owned()
);
invulling!(
    /// A text that may stay empty, at least when a parent writes it.
    MagTekst -> String, Veldsoort::Tekst, false,
    |naam, bron, _fouten| bron(naam), |_vandaag| PROEF.to_owned()
);
invulling!(
    /// A line that must be there.
    Regel -> String, Veldsoort::Regel, true,
    |naam, bron, fouten| required(naam, bron, fouten), |_vandaag| PROEF.to_owned()
);
invulling!(
    /// A line that may stay empty.
    MagRegel -> String, Veldsoort::Regel, false,
    |naam, bron, _fouten| bron(naam), |_vandaag| String::new()
);
invulling!(
    /// Items, one per line, at least one.
    Regels -> Vec<String>, Veldsoort::Regels, true,
    |naam, bron, fouten| items(&required(naam, bron, fouten)), |_vandaag| vec![PROEF.to_owned()]
);
invulling!(
    /// Items, one per line, or none.
    MagRegels -> Vec<String>, Veldsoort::Regels, false,
    |naam, bron, _fouten| items(&bron(naam)), |_vandaag| Vec::new()
);
invulling!(
    /// A day that has come.
    Dag -> Date, Veldsoort::Datum, true,
    |naam, bron, fouten| required_day(naam, bron, fouten), |vandaag| vandaag
);
invulling!(
    /// A day to come.
    KomendeDag -> Date, Veldsoort::Datum, true,
    |naam, bron, fouten| required_day(naam, bron, fouten), |vandaag| dates::plus_days(vandaag, 1).unwrap_or(vandaag)
);
invulling!(
    /// Yes or no.
    JaNee -> bool, Veldsoort::JaNee, true,
    |naam, bron, fouten| choice(naam, &["ja", "nee"], bron, fouten) == "ja", |_vandaag| true
);
invulling!(
    /// The code of a school, where it is known.
    MagVestiging -> Option<Vestigingscode>, Veldsoort::Vestiging, false,
    |naam, bron, fouten| {
        let text = bron(naam);
        if text.trim().is_empty() {
            return None;
        }
        let code = text.trim().parse::<Vestigingscode>();
        code.map_err(|error| fouten.push(Leesfout { veld: naam, wat: Mis::Vorm(error.to_string()) })).ok()
    },
    |_vandaag| None
);

/// Another school that is willing to take the child, with what shows it: four fields of their own names.
#[derive(Debug, Clone, Copy)]
pub struct Bereid;

impl Invulling for Bereid {
    type Waarde = BereidGevonden;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        let fields = [
            Regel::velden("schoolnaam"),
            MagVestiging::velden("andere_vestiging"),
            Dag::velden("bereid_op"),
            Tekst::velden("bewijs"),
        ];
        fields.concat()
    }

    fn lees(_naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> BereidGevonden {
        BereidGevonden {
            schoolnaam: Regel::lees("schoolnaam", bron, fouten),
            vestiging: MagVestiging::lees("andere_vestiging", bron, fouten),
            bereid_op: Dag::lees("bereid_op", bron, fouten),
            bewijs: Tekst::lees("bewijs", bron, fouten),
        }
    }

    fn proef(vandaag: Date) -> BereidGevonden {
        BereidGevonden {
            schoolnaam: Regel::proef(vandaag),
            vestiging: None,
            bereid_op: vandaag,
            bewijs: Tekst::proef(vandaag),
        }
    }
}

/// A talk with the parents: three fields of their own names.
#[derive(Debug, Clone, Copy)]
pub struct OverlegMetOuders;

impl Invulling for OverlegMetOuders {
    type Waarde = Overleg;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        [Dag::velden("overleg_op"), Regel::velden("overleg_met"), Tekst::velden("overleg_uitkomst")].concat()
    }

    fn lees(_naam: &'static str, bron: &Bron<'_>, fouten: &mut Vec<Leesfout>) -> Overleg {
        Overleg {
            op: Dag::lees("overleg_op", bron, fouten),
            met: Regel::lees("overleg_met", bron, fouten),
            uitkomst: Tekst::lees("overleg_uitkomst", bron, fouten),
        }
    }

    fn proef(vandaag: Date) -> Overleg {
        Overleg { op: vandaag, met: Regel::proef(vandaag), uitkomst: Tekst::proef(vandaag) }
    }
}

#[cfg(test)]
mod tests;
