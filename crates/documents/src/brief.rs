//! All letters, as one type: how the list in the first page of this room becomes one.

use crate::{Brief, Rechtsgrond};

/// Declares the letters: the type, the name of the kind, which is that of its template, and its examples in `voorbeelden/`.
macro_rules! letters {
    ($($(#[$doc:meta])* $name:ident => $soort:literal, [$($voorbeeld:literal),+];)+) => {
        /// A letter, ready to be made. As JSON the field `brief` says which one it is.
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = "brief")]
        pub enum Brief {
            $($(#[$doc])* #[serde(rename = $soort)] $name(Box<$name>),)+
        }

        impl Brief {
            /// Name of the kind of letter, as in the JSON and as the template file is called.
            pub fn soort(&self) -> &'static str {
                match self { $(Self::$name(_) => $soort,)+ }
            }

            /// What every letter has.
            pub fn hoofd(&self) -> &Briefhoofd {
                match self { $(Self::$name(letter) => &letter.hoofd,)+ }
            }
        }

        $(impl From<$name> for Brief {
            fn from(letter: $name) -> Self {
                Self::$name(Box::new(letter))
            }
        })+

        /// The words of every letter, by [`Brief::soort`], and `stijl`, which all of them use.
        pub const TEMPLATES: &[(&str, &str)] = &[
            $(($soort, include_str!(concat!("../templates/", $soort, ".typ"))),)+
            ("stijl", include_str!("../templates/stijl.typ")),
        ];

        /// Names and texts of the examples, in the order in which people look through them.
        #[cfg(any(test, feature = "samples"))]
        pub(crate) const VOORBEELDEN: &[(&str, &str)] =
            &[$($(($voorbeeld, include_str!(concat!("../voorbeelden/", $voorbeeld, ".json"))),)+)+];
    };
}

impl Brief {
    /// What the letter rests on: its own ground first, then what the head names.
    pub fn rechtsgronden(&self) -> Vec<&Rechtsgrond> {
        let own = if let Self::Weigering(letter) = self { Some(&letter.grond) } else { None };
        own.into_iter().chain(self.hoofd().wet.as_slice()).collect()
    }
}
