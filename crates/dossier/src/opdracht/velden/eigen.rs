//! What an act knows of the school of whoever acts: nobody types it, so these kinds have no fields.

use base::{Sector, SwvCode, Vestigingscode};
use verband::School;

use super::{Bron, Invulling, Leesfout, Mis, Omgeving, Veld, Waarden};
use crate::aanmelding::feiten::{Indiener, VanBuiten};
use crate::rol::{Actor, Rol};
use crate::soort::Schoolsoort;

/// Under which name it is said that somebody acts for no school.
const VESTIGING: &str = "vestiging";

macro_rules! eigen {
    ($($(#[$doc:meta])* $name:ident -> $waarde:ty, $of:expr;)+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Invulling for $name {
            type Waarde = $waarde;

            fn velden(_naam: &'static str) -> Vec<Veld> {
                Vec::new()
            }

            fn lees(
                _naam: &'static str,
                _bron: &Bron<'_>,
                omgeving: &Omgeving<'_>,
                fouten: &mut Vec<Leesfout>,
            ) -> Option<$waarde> {
                if omgeving.school.is_none() && !fouten.iter().any(|fout| fout.veld == VESTIGING) {
                    let wat = Mis::Vorm(sleutels::algemeen::vorm_eigen_school());
                    fouten.push(Leesfout { veld: VESTIGING, wat });
                }
                omgeving.school.map($of)
            }

            fn proef(omgeving: &Omgeving<'_>) -> Option<$waarde> {
                omgeving.school.map($of)
            }

            fn schrijf(_naam: &str, _waarde: &$waarde) -> Waarden {
                Vec::new()
            }
        })+
    };
}

eigen! {
    /// Its code.
    Vestiging -> Vestigingscode, |school: &School| school.vestiging.clone();
    /// Its name.
    Schoolnaam -> String, |school: &School| school.naam.clone();
    /// Its kind.
    Soort -> Schoolsoort, |school: &School| school.schoolsoort;
    /// Whose rules on admission hold there.
    Regels -> Sector, School::sector;
    /// Its partnership.
    Verband -> Option<SwvCode>, |school: &School| school.swv().cloned();
    /// Its partnership of secondary education, where it has one: a school for so and vso belongs to two.
    VerbandVo -> Option<SwvCode>, |school: &School| school.swv_vo.clone();
    /// A school registers what the parents wrote.
    NamensOuders -> Indiener, |_school: &School| Indiener::SchoolNamensOuders;
    /// Nobody types that a registration came by the open form: the program says it of one that it kept.
    NietVanBuiten -> Option<VanBuiten>, |_school: &School| None;
    /// It is a public authority.
    Openbaar -> bool, |school: &School| school.openbaar;
}

/// Entered by somebody in the name of whose words they are: not by the family itself.
#[derive(Debug, Clone, Copy)]
pub struct Namens;

impl Invulling for Namens {
    type Waarde = bool;

    fn velden(_naam: &'static str) -> Vec<Veld> {
        Vec::new()
    }

    fn lees(
        _naam: &'static str,
        _bron: &Bron<'_>,
        omgeving: &Omgeving<'_>,
        _fouten: &mut Vec<Leesfout>,
    ) -> Option<bool> {
        Self::proef(omgeving)
    }

    fn proef(omgeving: &Omgeving<'_>) -> Option<bool> {
        let family = |actor: &Actor| matches!(actor.rol, Rol::Ouder | Rol::Leerling);
        Some(!omgeving.actor.is_some_and(family))
    }

    fn schrijf(_naam: &str, _waarde: &bool) -> Waarden {
        Vec::new()
    }
}
