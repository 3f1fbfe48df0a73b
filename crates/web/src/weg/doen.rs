//! A closed list of things that can be done on a page, each with its address and its words.

/// Declares `Doen`: per thing its address and its command in the access matrix. What it is called, what it means and
/// what is said when it was done stand in the catalogue of its process, by that command.
macro_rules! doen {
    (naam $naam:expr; uitleg $uitleg:expr; gedaan $gedaan:expr;
    $(#[$doc:meta] $variant:ident = $code:literal, $opdracht:ident;)+) => {
        /// One thing that can be done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Doen {
            $(#[$doc] $variant,)+
        }

        impl Doen {
            /// Everything, in the order in which a page shows it.
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// By the last part of its address.
            pub(super) fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|doen| doen.code() == code)
            }

            /// Last part of its address.
            pub(super) fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The command, as the access matrix knows it.
            pub(super) fn opdracht(self) -> dossier::opdracht::Opdrachtnaam {
                match self { $(Self::$variant => dossier::opdracht::Opdrachtnaam::$opdracht),+ }
            }

            /// What a person can do, as a link and as the heading of its form.
            pub(super) fn tekst(self) -> teksten::Tekst {
                let said: fn(&str) -> teksten::Tekst = $naam;
                said(self.opdracht().naam())
            }

            /// What it means, in one line.
            pub(super) fn uitleg(self) -> teksten::Tekst {
                let said: fn(&str) -> teksten::Tekst = $uitleg;
                said(self.opdracht().naam())
            }

            /// What happened, afterwards.
            pub(super) fn gedaan(self) -> teksten::Tekst {
                let said: fn(&str) -> teksten::Tekst = $gedaan;
                said(self.opdracht().naam())
            }
        }

        /// What an act is called on a page, where it is one of these.
        pub(crate) fn genoemd(opdracht: dossier::opdracht::Opdrachtnaam) -> Option<teksten::Tekst> {
            Doen::ALL.iter().copied().find(|doen| doen.opdracht() == opdracht).map(Doen::tekst)
        }

        #[cfg(test)]
        mod doen_tests {
            use super::Doen;

            #[test]
            fn every_one_has_an_address_of_its_own() {
                for doen in Doen::ALL.iter().copied() {
                    assert_eq!(Doen::from_code(doen.code()), Some(doen));
                }
            }

            #[test]
            fn every_one_has_words_of_its_own_in_each_language() {
                for taal in teksten::Taal::KEUZES {
                    for said in [Doen::tekst, Doen::uitleg, Doen::gedaan] {
                        let words: std::collections::BTreeSet<String> =
                            Doen::ALL.iter().map(|doen| taal.zeg(said(*doen))).collect();
                        assert_eq!(words.len(), Doen::ALL.len(), "{words:?}: one falls back on another");
                    }
                }
            }
        }
    };
}

pub(crate) use doen;
