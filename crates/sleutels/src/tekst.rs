//! A sentence as a value that knows no language yet.

use base::Date;

/// A sentence of a catalogue with its arguments, or words that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tekst {
    sleutel: &'static str,
    waarden: Vec<(&'static str, Waarde)>,
}

/// What is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waarde {
    /// A name, a code to choose by, or what somebody wrote.
    Tekst(String),
    /// A day, in full.
    Dag(Date),
    /// A day, cut short.
    Kort(Date),
    /// A count.
    Getal(i32),
    /// Another sentence, or a part of one: the word for a code.
    Zin(Box<Tekst>),
}

impl Tekst {
    /// A sentence by its key, `mijn/kop-nu`: catalogue and message.
    pub(crate) fn of(sleutel: &'static str, waarden: Vec<(&'static str, Waarde)>) -> Self {
        Self { sleutel, waarden }
    }

    /// Words that no catalogue holds: of the law, of a person, of a program. They are said as they are, in every language.
    pub fn letterlijk(woorden: impl Into<String>) -> Self {
        Self { sleutel: "", waarden: vec![("", Waarde::Tekst(woorden.into()))] }
    }

    /// Nothing to say.
    pub fn leeg() -> Self {
        Self::letterlijk("")
    }

    /// Nothing is said.
    pub fn is_leeg(&self) -> bool {
        self.als_letterlijk() == Some("")
    }

    /// The words themselves, where no catalogue holds them.
    pub fn als_letterlijk(&self) -> Option<&str> {
        match self.waarden.as_slice() {
            [(_, Waarde::Tekst(woorden))] if self.sleutel.is_empty() => Some(woorden),
            _ => None,
        }
    }

    /// Catalogue and message, `mijn/kop-nu`; empty for words that no catalogue holds.
    pub fn sleutel(&self) -> &'static str {
        self.sleutel
    }

    /// What is filled in for a variable.
    pub fn waarde(&self, naam: &str) -> Option<&Waarde> {
        self.waarden.iter().find(|(known, _)| *known == naam).map(|(_, waarde)| waarde)
    }
}

/// Keys of sentences without variables: a function each.
macro_rules! vaste_teksten {
    ($($(#[$about:meta])* $naam:ident = $sleutel:literal;)*) => {
        $($(#[$about])* pub fn $naam() -> $crate::Tekst {
            $crate::Tekst::of($sleutel, Vec::new())
        })*
    };
}

/// Keys of sentences with variables: a struct each, so that none is forgotten and no two change places.
macro_rules! teksten_met {
    ($($(#[$about:meta])* $naam:ident $([$leeft:lifetime])? = $sleutel:literal {
        $($veld:ident: $soort:ty as $als:ident),+
    };)*) => {
        $($(#[$about])* #[derive(Debug, Clone)]
        pub struct $naam$(<$leeft>)? {
            $(#[doc = concat!("`$", stringify!($veld), "`")] pub $veld: $soort,)+
        }

        impl$(<$leeft>)? $naam$(<$leeft>)? {
            /// The sentence.
            pub fn tekst(self) -> $crate::Tekst {
                let waarden = vec![$((stringify!($veld), $crate::Waarde::$als(self.$veld.into()))),+];
                $crate::Tekst::of($sleutel, waarden)
            }
        })*
    };
}
