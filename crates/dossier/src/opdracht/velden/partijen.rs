//! The kinds of field of a request: whose words, which expert, what is decided; and what is looked up when it is done.

use std::marker::PhantomData;

use base::{PersoonId, SwvCode};

use super::soorten::{invullingen, may, must};
use super::{
    Bron, Dag, Invulling, Leesfout, Omgeving, Veld, Veldsoort, Vinkje, Waarden, choice, geschreven, one,
};
use crate::beurt::Onderwerp;
use crate::leven::stem::Stem;
use crate::tlv::besluit::Uitspraak;

/// The pupil among the voices.
const LEERLING: &str = "leerling";
/// Stands before the number of a person among the voices.
const PERSOON: &str = "persoon-";

invullingen! {
    /// The account of somebody who works with files.
    Account -> PersoonId, Veldsoort::Account, true,
        |naam, bron, fouten| must(naam, bron, fouten, |text| text.parse().ok()),
        |omgeving| omgeving.actor.map(|actor| actor.persoon.clone()),
    |persoon| persoon;
    /// Number of a fact in the file.
    Volgnummer -> u64, Veldsoort::Nummer, true,
        |naam, bron, fouten| must(naam, bron, fouten, |text| text.parse().ok()),
        |_omgeving| None,
    |nr| nr;
    /// Number in the file, when there is one.
    MagNummer -> Option<u32>, Veldsoort::Nummer, false,
        |naam, bron, fouten| may(naam, bron, fouten, |text| text.parse().ok(), |_text| {
            sleutels::algemeen::vorm_nummer()
        }),
        |_omgeving| Some(None),
    |nr| nr.as_ref().map(ToString::to_string).unwrap_or_default();
    /// A case of the file, as it writes itself, when it is about one.
    MagZaak -> Option<Onderwerp>, Veldsoort::Zaak, false,
        |naam, bron, fouten| may(naam, bron, fouten, |text| text.parse().ok(), |_text| {
            sleutels::algemeen::vorm_zaak()
        }),
        |_omgeving| Some(None),
    |zaak| zaak.as_ref().map(ToString::to_string).unwrap_or_default();
    /// Funding category, when there is one.
    MagCategorie -> Option<u8>, Veldsoort::Nummer, false,
        |naam, bron, fouten| may(naam, bron, fouten, |text| text.parse().ok(), |_text| {
            sleutels::algemeen::vorm_categorie()
        }),
        |_omgeving| Some(None),
    |nr| nr.as_ref().map(ToString::to_string).unwrap_or_default();
    /// Code of a partnership, when there is one.
    MagSwv -> Option<SwvCode>, Veldsoort::Verband, false,
        |naam, bron, fouten| may(naam, bron, fouten, |text| text.parse().ok(), |text| {
            sleutels::algemeen::VormVerband { gegeven: text }.tekst()
        }),
        |_omgeving| Some(None),
    |swv| swv.as_ref().map(ToString::to_string).unwrap_or_default();
    /// Whose words: `leerling`, or `persoon-2`.
    VanStem -> Stem, Veldsoort::Stem, true,
        |naam, bron, fouten| must(naam, bron, fouten, |text| {
            let nummer = text.strip_prefix(PERSOON).and_then(|nr| nr.parse().ok());
            let pupil = (text == LEERLING).then_some(Stem::Leerling);
            nummer.map(Stem::Persoon).or(pupil)
        }),
        |_omgeving| Some(Stem::Leerling),
    |stem| VanStem::in_veld(*stem);
    /// Agrees, does not, or did not say.
    Eens -> Option<bool>, Veldsoort::Keuze(&["ja", "nee", "geen"]), false,
        |naam, bron, fouten| may(
            naam,
            bron,
            fouten,
            |text| match text {
                "ja" => Some(Some(true)),
                "nee" => Some(Some(false)),
                "geen" => Some(None),
                _ => None,
            },
            |_text| sleutels::algemeen::vorm_keuze(),
        ).map(Option::flatten),
        |_omgeving| Some(None),
    |eens| match eens { Some(true) => "ja", Some(false) => "nee", None => "geen" };
    /// What is added to a request, in words; it gets its heading when it is carried out.
    Toevoeging -> Vec<(String, String)>, Veldsoort::Tekst, false,
        |naam, bron, _fouten| Some(vec![(String::new(), bron(naam).trim().to_owned())]),
        |_omgeving| Some(vec![(String::new(), "proef".to_owned())]),
    |added| added.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n");
}

impl VanStem {
    /// Whose words they are, as a form says it.
    pub fn in_veld(stem: Stem) -> String {
        match stem {
            Stem::Leerling => LEERLING.to_owned(),
            Stem::Persoon(nr) => format!("{PERSOON}{nr}"),
        }
    }
}

/// An expert works for the applicant too: the act keeps that one does not.
#[derive(Debug, Clone, Copy)]
pub struct Gebonden;

impl Invulling for Gebonden {
    type Waarde = bool;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        one("gebonden", Veldsoort::JaNee, false)
    }

    fn lees(
        _naam: &'static str,
        bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<bool> {
        Vinkje::lees("gebonden", bron, omgeving, fouten).map(|gebonden| !gebonden)
    }

    fn proef(_omgeving: &Omgeving<'_>) -> Option<bool> {
        Some(true)
    }

    fn schrijf(_naam: &str, onafhankelijk: &bool) -> Waarden {
        Vinkje::schrijf("gebonden", &!onafhankelijk)
    }
}

/// Whoever acts, and the other expert who is asked to sign too, where there is one.
#[derive(Debug, Clone, Copy)]
pub struct Ondertekenaars;

impl Invulling for Ondertekenaars {
    type Waarde = Vec<PersoonId>;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        one("samen_met", Veldsoort::Account, false)
    }

    fn lees(
        _naam: &'static str,
        bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<Vec<PersoonId>> {
        let mut door: Vec<PersoonId> =
            omgeving.actor.map(|actor| actor.persoon.clone()).into_iter().collect();
        let other = bron("samen_met");
        if !other.trim().is_empty() {
            door.push(Account::lees("samen_met", bron, omgeving, fouten)?);
        }
        Some(door)
    }

    fn proef(omgeving: &Omgeving<'_>) -> Option<Vec<PersoonId>> {
        Some(vec![omgeving.actor?.persoon.clone()])
    }

    fn schrijf(_naam: &str, door: &Vec<PersoonId>) -> Waarden {
        door.get(1).map(|other| geschreven("samen_met", other)).unwrap_or_default()
    }
}

/// What is decided on a request. A declaration gets its number from the register when it is carried out.
#[derive(Debug, Clone, Copy)]
pub struct Uitspreken;

impl Invulling for Uitspreken {
    type Waarde = Uitspraak;

    fn velden(naam: &'static str) -> Vec<Veld> {
        [
            one(naam, Veldsoort::Keuze(&["verleen", "weiger"]), true),
            one("categorie", Veldsoort::Nummer, false),
            one("van", Veldsoort::Datum, false),
            one("tot_en_met", Veldsoort::Datum, false),
        ]
        .concat()
    }

    fn lees(
        naam: &'static str,
        bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<Uitspraak> {
        if choice(naam, &["verleen", "weiger"], bron, fouten)? == "weiger" {
            return Some(Uitspraak::Weiger);
        }
        let categorie = MagCategorie::lees("categorie", bron, omgeving, fouten);
        let van = Dag::lees("van", bron, omgeving, fouten);
        let tot_en_met = Dag::lees("tot_en_met", bron, omgeving, fouten);
        Some(Uitspraak::Verleen {
            nummer: String::new(),
            categorie: categorie?,
            van: van?,
            tot_en_met: tot_en_met?,
        })
    }

    fn proef(_omgeving: &Omgeving<'_>) -> Option<Uitspraak> {
        Some(Uitspraak::Weiger)
    }

    fn schrijf(naam: &str, uitspraak: &Uitspraak) -> Waarden {
        match uitspraak {
            Uitspraak::Weiger => geschreven(naam, "weiger"),
            Uitspraak::Verleen { nummer: _, categorie, van, tot_en_met } => [
                geschreven(naam, "verleen"),
                MagCategorie::schrijf("categorie", categorie),
                geschreven("van", van),
                geschreven("tot_en_met", tot_en_met),
            ]
            .concat(),
        }
    }
}

/// Nobody types it: it is looked up when the act is carried out.
#[derive(Debug, Clone, Copy)]
pub struct Later<T>(PhantomData<T>);

impl<T: Default> Invulling for Later<T> {
    type Waarde = T;
    const LATER: bool = true;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        Vec::new()
    }

    fn lees(
        _naam: &'static str,
        _bron: &Bron<'_>,
        _omgeving: &Omgeving<'_>,
        _fouten: &mut Vec<Leesfout>,
    ) -> Option<T> {
        Some(T::default())
    }

    fn proef(_omgeving: &Omgeving<'_>) -> Option<T> {
        Some(T::default())
    }

    fn schrijf(_naam: &str, _waarde: &T) -> Waarden {
        Vec::new()
    }
}
