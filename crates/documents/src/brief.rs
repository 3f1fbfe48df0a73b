//! All letters, as one type.

use serde::{Deserialize, Serialize};

use crate::{
    AanbodAndereSchool, AfschriftDeskundigenadvies, BerichtVanVertraging, BesluitTlv, Briefhoofd,
    BuitenBehandeling, EindeTijdelijkePlaatsing, MeldingInspectie, MeldingVerwijdering, OntvangstTlvAanvraag,
    OntvangstbevestigingAanmelding, ReactieIngebrekestelling, Rechtsgrond, Schorsing, TijdelijkePlaatsing,
    Toelating, UitnodigingEigenPagina, VerlengingBeslistermijn, Verwijdering, VerzoekOmAanvulling,
    VerzoekOmInformatie, VoornemenVerwijdering, Weigering,
};

macro_rules! letters {
    ($($(#[$doc:meta])* $name:ident => $soort:literal,)+) => {
        /// A letter, ready to be made. As JSON the field `brief` says which one it is.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    };
}

letters! {
    /// The registration has come in.
    OntvangstbevestigingAanmelding => "ontvangstbevestiging_aanmelding",
    /// Something is missing in a registration.
    VerzoekOmInformatie => "verzoek_om_informatie",
    /// The term for the decision is extended.
    VerlengingBeslistermijn => "verlenging_beslistermijn",
    /// Another school is proposed.
    AanbodAndereSchool => "aanbod_andere_school",
    /// The child is admitted.
    Toelating => "toelating",
    /// The child gets a temporary place.
    TijdelijkePlaatsing => "tijdelijke_plaatsing",
    /// The temporary place ends.
    EindeTijdelijkePlaatsing => "einde_tijdelijke_plaatsing",
    /// The child is refused.
    Weigering => "weigering",
    /// The registration is not handled further.
    BuitenBehandeling => "buiten_behandeling",
    /// The board intends to remove the child.
    VoornemenVerwijdering => "voornemen_verwijdering",
    /// The child is removed.
    Verwijdering => "verwijdering",
    /// A removal reported to the municipality.
    MeldingVerwijdering => "melding_verwijdering",
    /// The child is suspended.
    Schorsing => "schorsing",
    /// A suspension or removal reported to the Inspectie.
    MeldingInspectie => "melding_inspectie",
    /// A request for a TLV is complete.
    OntvangstTlvAanvraag => "ontvangst_tlv_aanvraag",
    /// Something is missing in a request for a TLV.
    VerzoekOmAanvulling => "verzoek_om_aanvulling",
    /// The parents' copy of the experts' advice.
    AfschriftDeskundigenadvies => "afschrift_deskundigenadvies",
    /// The decision on a TLV.
    BesluitTlv => "besluit_tlv",
    /// The decision comes later.
    BerichtVanVertraging => "bericht_van_vertraging",
    /// Answer to a notice of default.
    ReactieIngebrekestelling => "reactie_ingebrekestelling",
    /// Invitation to one's own page.
    UitnodigingEigenPagina => "uitnodiging_eigen_pagina",
}

impl Brief {
    /// What the letter rests on: its own ground first, then what the head names.
    pub fn rechtsgronden(&self) -> Vec<&Rechtsgrond> {
        let own = match self {
            Self::Weigering(letter) => Some(&letter.grond),
            _ => None,
        };
        own.into_iter().chain(self.hoofd().wet.as_slice()).collect()
    }
}
