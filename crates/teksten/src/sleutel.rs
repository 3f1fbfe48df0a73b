//! Which sentence, with what is filled in: a value that knows no language yet.

use base::Date;

/// A sentence of a catalogue with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tekst {
    /// `mijn/kop-nu`: catalogue and message.
    pub(crate) sleutel: &'static str,
    /// Name and value of each variable.
    pub(crate) waarden: Vec<(&'static str, Waarde)>,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waarde {
    /// A name, or what somebody wrote.
    Tekst(String),
    /// A day, in full.
    Dag(Date),
    /// A count.
    Getal(i32),
}

impl From<&str> for Waarde {
    fn from(text: &str) -> Self {
        Self::Tekst(text.to_owned())
    }
}

impl From<Date> for Waarde {
    fn from(dag: Date) -> Self {
        Self::Dag(dag)
    }
}

impl From<i32> for Waarde {
    fn from(getal: i32) -> Self {
        Self::Getal(getal)
    }
}

/// Keys of sentences without variables: a function each.
macro_rules! vaste_teksten {
    ($($(#[$about:meta])* $naam:ident = $sleutel:literal;)*) => {
        $($(#[$about])* pub fn $naam() -> $crate::Tekst {
            $crate::Tekst { sleutel: $sleutel, waarden: Vec::new() }
        })*
    };
}

/// Keys of sentences with variables: a struct each, so that none is forgotten and no two change places.
macro_rules! teksten_met {
    ($($(#[$about:meta])* $naam:ident $([$leeft:lifetime])? = $sleutel:literal { $($veld:ident: $soort:ty),+ };)*) => {
        $($(#[$about])* #[derive(Debug, Clone, Copy)]
        pub struct $naam$(<$leeft>)? {
            $(#[doc = concat!("`$", stringify!($veld), "`")] pub $veld: $soort,)+
        }

        impl$(<$leeft>)? $naam$(<$leeft>)? {
            /// The sentence.
            pub fn tekst(self) -> $crate::Tekst {
                let waarden = vec![$((stringify!($veld), $crate::Waarde::from(self.$veld))),+];
                $crate::Tekst { sleutel: $sleutel, waarden }
            }
        })*
    };
}
