//! For which decisions of a school the law names the national committee for disputes (WPO 43(2), WEC 45(2), WVO 2020 12.34(2)). Of the
//! others nobody is told that the committee judges, nor that a decision on an objection waits for it.

use base::{Date, Sector};
use recht::{Plicht, Waarde, Wet};

use crate::aanmelding::feiten::Weigeringsgrond;
use crate::soort::ZonderSchool;
use crate::staat::{Aanmelding, Afloop, Verwijdering};

/// The list of the corpus: what the law does not name.
const NIET_GENOEMD: &str = "gpo.niet_genoemd";

/// The committee is named for a dispute about this registration, as it stands.
pub fn noemt_aanmelding(wet: &Wet, aanmelding: &Aanmelding) -> bool {
    match &aanmelding.afloop {
        Some(Afloop::Geweigerd { grond: Weigeringsgrond::Uitzondering { grond, .. }, op, .. }) => {
            is_named(wet, grond, *op)
        }
        Some(Afloop::BuitenBehandeling { op, .. }) => is_named(wet, "niet_behandeld", *op),
        Some(
            Afloop::Geweigerd { grond: Weigeringsgrond::AndereSchool(_), .. }
            | Afloop::Toegelaten { .. }
            | Afloop::Elders { .. }
            | Afloop::Ingetrokken { .. },
        )
        | None => true,
    }
}

/// The committee judges at the request of a pupil of age too, in the law of this sector (WEC 45(3), WVO 2020 12.34(3) name parents alone).
pub fn oordeelt_voor_leerling(wet: &Wet, sector: Sector, on: Date) -> bool {
    wet.bepaling("geschillen.niet_van_leerling", sector, on).is_none()
}

/// The committee is named for a dispute about this removal. Of a pupil for whom the Leerplichtwet does not hold not by every act: 8.15(2)
/// of that of secondary education is about no other.
pub fn noemt_verwijdering(wet: &Wet, verwijdering: &Verwijdering) -> bool {
    let Some((op, per)) = verwijdering.verwijderd() else { return true };
    let let_go = !verwijdering.is_leerplichtig(per) || verwijdering.is_vrij_verklaard();
    !(let_go && wet.eist(Plicht::GeschilBijLeerplicht, verwijdering.sector, op))
}

impl Verwijdering {
    /// The school said at the decision that the Leerplichtwet holds no more, by what the file does not know (LPW 4a(2), 4b).
    pub fn is_vrij_verklaard(&self) -> bool {
        let free = self.besluit.as_ref().and_then(|besluit| besluit.vrijgesteld.as_ref());
        free.is_some_and(|free| match free.waarom {
            ZonderSchool::Startkwalificatie | ZonderSchool::PraktijkOfVso => true,
            ZonderSchool::InstellingVerlaten => false,
        })
    }

    /// Whoever sees to young people without a diploma is told: the Leerplichtwet holds no more for the pupil, by age or by what it learned,
    /// and it has no startkwalificatie (WEC 47a(1), WVO 2020 8.21(1)).
    pub fn meldt_aan_rmc(&self, per: Date) -> bool {
        match self.besluit.as_ref().and_then(|besluit| besluit.vrijgesteld.as_ref()).map(|free| free.waarom) {
            Some(ZonderSchool::Startkwalificatie) => false,
            Some(ZonderSchool::PraktijkOfVso) => true,
            Some(ZonderSchool::InstellingVerlaten) | None => self.is_free_from(per),
        }
    }
}

/// The law names the committee for what this code of the corpus stands for.
fn is_named(wet: &Wet, code: &str, on: Date) -> bool {
    let listed =
        |waarde: &Waarde| matches!(waarde, Waarde::Lijst(codes) if codes.iter().any(|listed| listed == code));
    !wet.parameter(NIET_GENOEMD, on).is_ok_and(|parameter| listed(&parameter.waarde))
}
