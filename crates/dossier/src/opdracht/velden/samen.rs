//! Fields that belong together and have names of their own: a school that is willing, a talk, an address.

use base::Postcode;

use super::{
    Bron, Dag, Invulling, Keuze, Leesfout, MagDag, MagJaNee, MagRegel, MagSchoolsoort, MagTekst,
    MagVestiging, Mis, Omgeving, Regel, Tekst, Veld, Veldsoort, Vinkje, Waarden, geschreven, one,
};
use crate::aanmelding::feiten::{BereidGevonden, Overleg};
use crate::algemeen::herroeping::Herroeping;
use crate::leven::feiten::Contactgegevens;
use crate::soort::Herroepgrond;
use crate::staat::Adres;

/// Declares fields that belong together and make one value.
macro_rules! samen {
    ($(#[$doc:meta])* $name:ident -> $waarde:ident { $($deel:ident: $soort:ty = $veld:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Invulling for $name {
            type Waarde = $waarde;

            fn velden(_naam: &'static str) -> Vec<Veld> {
                [$(<$soort>::velden($veld)),+].concat()
            }

            fn lees(
                _naam: &'static str,
                bron: &Bron<'_>,
                omgeving: &Omgeving<'_>,
                fouten: &mut Vec<Leesfout>,
            ) -> Option<$waarde> {
                $(let $deel = <$soort>::lees($veld, bron, omgeving, fouten);)+
                Some($waarde { $($deel: $deel?,)+ })
            }

            fn proef(omgeving: &Omgeving<'_>) -> Option<$waarde> {
                Some($waarde { $($deel: <$soort>::proef(omgeving)?,)+ })
            }

            fn schrijf(_naam: &str, waarde: &$waarde) -> $crate::opdracht::velden::Waarden {
                [$(<$soort>::schrijf($veld, &waarde.$deel)),+].concat()
            }
        }
    };
}

pub(crate) use samen;

samen!(
    /// Another school that is willing to take the child, with what shows it.
    Bereid -> BereidGevonden {
        schoolnaam: Regel = "schoolnaam",
        vestiging: MagVestiging = "andere_vestiging",
        plaats: MagRegel = "andere_plaats",
        contact: MagRegel = "andere_contact",
        soort: MagSchoolsoort = "andere_soort",
        bereid_op: Dag = "bereid_op",
        bewijs: Tekst = "bewijs",
        voorwaarde_op: MagDag = "voorwaarde_op",
        voorwaarde: MagTekst = "voorwaarde",
        voorwaarde_ja: MagJaNee = "voorwaarde_ja",
        voorwaarde_tot_en_met: MagDag = "voorwaarde_tot_en_met",
    }
);
samen!(
    /// A talk with the parents.
    OverlegMetOuders -> Overleg {
        op: Dag = "overleg_op",
        met: Regel = "overleg_met",
        uitkomst: Tekst = "overleg_uitkomst",
    }
);
samen!(
    /// Why a decision is revoked, and by what.
    Herroepen -> Herroeping {
        aanleiding: Keuze<Herroepgrond> = "aanleiding",
        gehoord_op: MagDag = "gehoord_op",
        reden: Tekst = "reden",
    }
);
samen!(
    /// How somebody can be reached.
    Contact -> Contactgegevens {
        e_mail: MagRegel = "e_mail",
        telefoon: MagRegel = "telefoon",
        adres: MagRegel = "adres",
    }
);

/// Where the child lives. Municipality and partnerships follow from the postcode and are looked up afterwards.
#[derive(Debug, Clone, Copy)]
pub struct Woonadres;

impl Invulling for Woonadres {
    type Waarde = Adres;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        let lines = ["straat", "postcode", "plaats"].map(|naam| one(naam, Veldsoort::Regel, false));
        [lines.concat(), one("buitenland", Veldsoort::JaNee, false)].concat()
    }

    /// A Dutch postcode; abroad there are others, which lead to no partnership.
    fn lees(
        _naam: &'static str,
        bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        fouten: &mut Vec<Leesfout>,
    ) -> Option<Adres> {
        let buitenland = Vinkje::lees("buitenland", bron, omgeving, fouten)?;
        let typed = bron("postcode");
        let postcode = match typed.trim().parse::<Postcode>() {
            Ok(postcode) => Some(postcode),
            Err(_) if buitenland || typed.trim().is_empty() => None,
            Err(_) => {
                let wat = sleutels::algemeen::VormPostcode { gegeven: typed.trim() }.tekst();
                fouten.push(Leesfout { veld: "postcode", wat: Mis::Vorm(wat) });
                return None;
            }
        };
        Some(Adres {
            straat: bron("straat"),
            postcode,
            plaats: bron("plaats"),
            buitenland,
            ..Adres::default()
        })
    }

    fn proef(_omgeving: &Omgeving<'_>) -> Option<Adres> {
        Some(Adres { buitenland: true, ..Adres::default() })
    }

    fn schrijf(_naam: &str, adres: &Adres) -> Waarden {
        let postcode = adres.postcode.as_ref().map(ToString::to_string).unwrap_or_default();
        let lines = [("straat", &adres.straat), ("postcode", &postcode), ("plaats", &adres.plaats)];
        let lines = lines.into_iter().flat_map(|(naam, text)| geschreven(naam, text));
        lines.chain(Vinkje::schrijf("buitenland", &adres.buitenland)).collect()
    }
}
