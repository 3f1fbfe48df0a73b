//! Where a registration came from, and where the child went to school then: as its page tells it.

use dossier::aanmelding::feiten::Indiener;
use dossier::leven::leerling::LEERLING;
use dossier::staat::Aanmelding;
use teksten::{Taal, zaak};
use web_base::onderdelen::Inhoud;

/// Where the child went to school when it was registered, as the parents said.
pub(super) fn school_now(aanmelding: &Aanmelding, taal: Taal) -> Option<Inhoud> {
    let now = &aanmelding.school_nu;
    let gang = taal.zeg(teksten::aanmelding::NieuwNuKeuze { code: now.gang?.code() }.tekst());
    let kind = now
        .soort
        .map(|soort| taal.zeg(teksten::aanmelding::NieuwNuSoortKeuze { code: soort.code() }.tekst()));
    let parts = [now.school.clone(), kind.unwrap_or_default()];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let shown = Inhoud::from(gang);
    Some(if said.is_empty() { shown } else { shown.above(said.join(", ")) })
}

/// By whom the registration came in: what came by the open form says so, since it proves nothing. A pupil who was of age then
/// registered (WVO 2020 8.1, WEC 40(2)).
pub(super) fn by_whom(aanmelding: &Aanmelding, of_age: bool, taal: Taal) -> String {
    if let Some(from) = &aanmelding.van_buiten {
        let told = zaak::VanBuitenGeschreven {
            naam: &from.naam,
            geschreven: from.geschreven_op,
            bevestigd: from.bevestigd_op,
        };
        let told = taal.zeg(told.tekst());
        // Of a pupil who registered nobody stands as having authority.
        let unseen =
            (!of_age && aanmelding.gezag_niet_nagekeken()).then(|| taal.zeg(zaak::gezag_niet_nagekeken()));
        return [Some(told), unseen].into_iter().flatten().collect::<Vec<_>>().join(" ");
    }
    taal.zeg(match aanmelding.ingediend_door {
        Indiener::Ouder(LEERLING) => zaak::door_leerling(),
        Indiener::Ouder(_) => zaak::door_ouder(),
        Indiener::SchoolNamensOuders if of_age => zaak::door_school_leerling(),
        Indiener::SchoolNamensOuders => zaak::door_school(),
    })
}
