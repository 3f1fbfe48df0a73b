//! One example of every letter, for previews and tests; of some more than one. They stand as JSON in `voorbeelden/`, read
//! as letters that were stored are read. The people and organisations do not exist; the region is PO9901. The terms and
//! articles are examples too: the real ones come from the rules. No program carries them (feature `samples`).

use crate::Brief;

/// An example of a letter.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Name that can be a file name: the kind of letter, with what is special about it.
    pub naam: &'static str,
    /// The letter.
    pub brief: Brief,
}

macro_rules! voorbeelden {
    ($($naam:literal,)+) => {
        /// Names and texts, in the order in which people look through them.
        const VOORBEELDEN: &[(&str, &str)] =
            &[$(($naam, include_str!(concat!("../voorbeelden/", $naam, ".json"))),)+];
    };
}

voorbeelden! {
    "ontvangstbevestiging_aanmelding",
    "verzoek_om_informatie",
    "verlenging_beslistermijn",
    "aanbod_andere_school",
    "toelating",
    "toelating_speciaal",
    "tijdelijke_plaatsing",
    "einde_tijdelijke_plaatsing",
    "weigering",
    "weigering_school_vol",
    "buiten_behandeling",
    "voornemen_verwijdering",
    "verwijdering",
    "melding_verwijdering",
    "schorsing",
    "melding_inspectie_schorsing",
    "melding_inspectie_voornemen",
    "uitnodiging_eigen_pagina_ouder",
    "uitnodiging_eigen_pagina_leerling",
    "ontvangst_tlv_aanvraag",
    "verzoek_om_aanvulling",
    "afschrift_deskundigenadvies",
    "besluit_tlv_verleend",
    "besluit_tlv_verleend_school",
    "besluit_tlv_geweigerd",
    "bericht_van_vertraging",
    "reactie_ingebrekestelling",
    "reactie_ingebrekestelling_te_vroeg",
}

/// An example of every letter; of some more than one.
///
/// # Panics
/// When a file in `voorbeelden/` is not a letter any more.
pub fn samples() -> Vec<Sample> {
    let read = |&(naam, json): &(&'static str, &str)| {
        let brief =
            serde_json::from_str(json).unwrap_or_else(|error| panic!("voorbeelden/{naam}.json: {error}"));
        Sample { naam, brief }
    };
    VOORBEELDEN.iter().map(read).collect()
}

/// The example of that name.
pub fn sample(naam: &str) -> Option<Brief> {
    samples().into_iter().find(|sample| sample.naam == naam).map(|sample| sample.brief)
}
