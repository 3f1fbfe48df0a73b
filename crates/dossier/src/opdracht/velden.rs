//! The fields of an act, declared once with the act: from this come the reader of its form, its draft, its trial, its JSON
//! body and the schema of that.
//!
//! [`daad!`](crate::opdracht::velden::daad) declares the struct of an act with a kind per field ([`Invulling`]): what is
//! typed there, whether it may stay empty, and a value with which the act can be tried before anybody typed anything. What
//! nobody types because it follows from who acts is a kind too, one without fields ([`eigen`]). What the act makes of it
//! stays in its `Decide`.

use base::Date;
use verband::School;

use crate::opdracht::Opdracht;
use crate::rol::Actor;

pub mod eigen;
mod partijen;
mod rijen;
mod samen;
mod soorten;

pub use partijen::{
    Account, Eens, Gebonden, Later, MagCategorie, MagNummer, MagSwv, MagZaak, Ondertekenaars, Toevoeging,
    Uitspreken, VanStem, Volgnummer,
};
pub use rijen::{Rijen, Rijfout, Rijgroep, Rijplaats, Rijvorm, Rijwaarde, per_rij, rijveld};
pub(crate) use samen::samen;
pub use samen::{Bereid, Contact, Herroepen, OverlegMetOuders, Woonadres};
pub use soorten::{
    Categorie, Dag, JaNee, Keuze, KomendeDag, MagDag, MagGeslacht, MagJaNee, MagKeuze, MagOnderwijs,
    MagRegel, MagRegels, MagSchoolsoort, MagTekst, MagVestiging, MetGezag, Nummer, Personen, Regel, Regels,
    RelatieOfNiets, Tekst, Vinkje, Weken, choice,
};
pub(crate) use soorten::{geschreven, one};

/// What stands in fields, by their names.
pub type Waarden = Vec<(String, String)>;

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
    /// The account of somebody who works with files.
    Account,
    /// Code of a partnership.
    Verband,
    /// Whose words: `leerling`, or `persoon-2`.
    Stem,
    /// A case of the file: `aanmelding-1`.
    Zaak,
    /// A number in the file.
    Nummer,
    /// How many.
    Aantal,
    /// Numbers in the file, one per line. A form ticks them one by one, in boxes whose names begin so.
    Nummers(&'static str),
    /// Rows of fields of their own.
    Rijen(Rijvorm),
}

/// What an act is told besides what somebody typed: when it is done, and by which school.
#[derive(Debug, Clone, Copy)]
pub struct Omgeving<'a> {
    /// Today in the Netherlands.
    pub vandaag: Date,
    /// The school of whoever acts, where they work at one.
    pub school: Option<&'a School>,
    /// Who acts.
    pub actor: Option<&'a Actor>,
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

impl Veld {
    /// A box or field of a form with this name belongs to it.
    pub fn is_van(&self, naam: &str) -> bool {
        if let Veldsoort::Nummers(begin) = self.soort {
            return naam.strip_prefix(begin).is_some_and(|nr| nr.parse::<u32>().is_ok());
        }
        naam == self.naam || self.rij_van(naam).is_some()
    }
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
    Vorm(sleutels::Tekst),
    /// Something is wrong in one of its rows.
    Rij(Box<Rijfout>),
}

/// One kind of field, or a few that belong together.
pub trait Invulling {
    /// What the act keeps of it.
    type Waarde;
    /// Nobody types it.
    const LATER: bool = false;
    /// The fields, for one with this name.
    fn velden(naam: &'static str) -> Vec<Veld>;
    /// Reads them; none when something is wrong, which is added to `fouten`.
    fn lees(
        naam: &'static str,
        bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<Self::Waarde>;
    /// A value in which nothing is wrong, to try the act with; none where only the file has one.
    fn proef(omgeving: &Omgeving<'_>) -> Option<Self::Waarde>;
    /// What stands in the fields where the act has this value: what was recorded wrongly is put right in the same form. Nothing of
    /// what nobody types.
    fn schrijf(naam: &str, waarde: &Self::Waarde) -> Waarden;
}

/// An act with declared fields.
pub trait Ingevuld: Into<Opdracht> + Sized {
    /// It has a field that nobody types.
    const LATER: bool = false;
    /// Its fields, in order.
    fn velden() -> Vec<Veld>;
    /// Reads the act about a case or fact with this number.
    fn lees(over: u32, bron: &Bron<'_>, omgeving: &Omgeving<'_>) -> Result<Self, Vec<Leesfout>>;
    /// The act with values in which nothing is wrong: what is refused then stands in the file or the law. None where
    /// only the file has such a value, or whoever acts works at no school.
    fn proef(over: u32, omgeving: &Omgeving<'_>) -> Option<Self>;
    /// What stands in its fields where this was filled in.
    fn schrijf(&self) -> Waarden;
}

/// An act with declared fields, whichever it is.
#[derive(Debug, Clone, Copy)]
pub struct Daad {
    /// Its name.
    pub naam: &'static str,
    /// Its fields.
    pub velden: fn() -> Vec<Veld>,
    /// Reads it.
    pub lees: fn(u32, &Bron<'_>, &Omgeving<'_>) -> Result<Opdracht, Vec<Leesfout>>,
    /// Makes one to try.
    pub proef: fn(u32, &Omgeving<'_>) -> Option<Opdracht>,
}

impl Daad {
    /// The declaration of an act; its name is that of the list of acts.
    pub(crate) const fn of<D: Ingevuld>(naam: &'static str) -> Self {
        Self {
            naam,
            velden: D::velden,
            lees: |over, bron, omgeving| D::lees(over, bron, omgeving).map(Into::into),
            proef: |over, omgeving| D::proef(over, omgeving).map(Into::into),
        }
    }
}

/// What was read, when everything was.
pub(crate) fn gelezen<T>(read: Option<T>, fouten: Vec<Leesfout>) -> Result<T, Vec<Leesfout>> {
    match read {
        Some(read) if fouten.is_empty() => Ok(read),
        _ => Err(fouten),
    }
}

/// Declares an act (what it is called stands in the list of acts): the field that holds the number of the case, the fact or the person
/// that it is about, which says by its name what that is (none for an act about the file as a whole; see [`mod@super::over`]), and its fields with their kinds. After `lees` only the reader: the struct is written by hand.
macro_rules! daad {
    (lees $name:ident $(, $over:ident $(: $over_type:ty)?)? { $($veld:ident: $soort:ty,)* }) => {
        $crate::opdracht::over::over!($name $(, $over)?);

        impl $crate::opdracht::velden::Ingevuld for $name {
            const LATER: bool = false $(|| <$soort as $crate::opdracht::velden::Invulling>::LATER)*;

            fn velden() -> Vec<$crate::opdracht::velden::Veld> {
                let fields: Vec<Vec<$crate::opdracht::velden::Veld>> =
                    vec![$(<$soort as $crate::opdracht::velden::Invulling>::velden(stringify!($veld)),)*];
                fields.concat()
            }

            fn lees(
                _over: u32,
                _bron: &$crate::opdracht::velden::Bron<'_>,
                _omgeving: &$crate::opdracht::velden::Omgeving<'_>,
            ) -> Result<Self, Vec<$crate::opdracht::velden::Leesfout>> {
                let mut _fouten = Vec::new();
                $(let $veld = <$soort as $crate::opdracht::velden::Invulling>::lees(
                    stringify!($veld),
                    _bron,
                    _omgeving,
                    &mut _fouten,
                );)*
                let read = || Some(Self { $($over: From::from(_over),)? $($veld: $veld?,)* });
                $crate::opdracht::velden::gelezen(read(), _fouten)
            }

            fn proef(_over: u32, _omgeving: &$crate::opdracht::velden::Omgeving<'_>) -> Option<Self> {
                Some(Self {
                    $($over: From::from(_over),)?
                    $($veld: <$soort as $crate::opdracht::velden::Invulling>::proef(_omgeving)?,)*
                })
            }

            fn schrijf(&self) -> $crate::opdracht::velden::Waarden {
                let fields: Vec<$crate::opdracht::velden::Waarden> = vec![
                    $(<$soort as $crate::opdracht::velden::Invulling>::schrijf(stringify!($veld), &self.$veld),)*
                ];
                fields.concat()
            }
        }
    };
    ($(#[$doc:meta])* $name:ident $(, $(#[$over_doc:meta])* $over:ident $(: $over_type:ty)?)? {
        $($(#[$veld_doc:meta])* $veld:ident: $soort:ty,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$over_doc])* pub $over: $crate::opdracht::velden::daad!(@over $($over_type)?),)?
            $($(#[$veld_doc])* pub $veld: <$soort as $crate::opdracht::velden::Invulling>::Waarde,)*
        }

        $crate::opdracht::velden::daad! { lees $name $(, $over)? { $($veld: $soort,)* } }
    };
    (@over) => { u32 };
    (@over $over_type:ty) => { $over_type };
}

pub(crate) use daad;

#[cfg(test)]
mod tests;
