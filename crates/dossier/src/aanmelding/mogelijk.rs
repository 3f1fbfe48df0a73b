//! Which acts of a registration have their time.

use base::Date;

use crate::aanmelding::feiten::Weigeringsgrond;
use crate::aanmelding::keuze::Ouderkeuze;
use crate::aanmelding::staat::{Aanmelding, Afloop};
use crate::mogelijk::{Gelegenheid, Zaakdaad, Zaakdaden};
use crate::opdracht::Opdrachtnaam;

impl Zaakdaden for Aanmelding {
    const DADEN: &'static [Zaakdaad<Self>] = &[
        (Opdrachtnaam::StelBehoefteVast, runs),
        (Opdrachtnaam::AanvaardAanbod, |zaak, nu| runs(zaak, nu) && zaak.open_aanbod().is_some()),
        (Opdrachtnaam::WijsAanbodAf, |zaak, nu| runs(zaak, nu) && zaak.open_aanbod().is_some()),
        (Opdrachtnaam::LeverInformatieIn, |zaak, nu| runs(zaak, nu) && zaak.open_opschorting().is_some()),
        (Opdrachtnaam::OntvangInformatie, |zaak, nu| runs(zaak, nu) && zaak.open_opschorting().is_some()),
        (Opdrachtnaam::PlaatsTijdelijk, can_have_a_temporary_place),
        (Opdrachtnaam::ToonVerklaring, |zaak, nu| runs(zaak, nu) && !zaak.plek().verklaringen().is_empty()),
        (Opdrachtnaam::StelPlekVast, |zaak, nu| {
            let waits = zaak.is_zonder_plek() || zaak.is_toegelaten_voor_later(nu.op);
            own(zaak, nu) && waits && zaak.plek_vastgesteld.is_none()
        }),
        (Opdrachtnaam::MeldVerklaringVervallen, |zaak, nu| {
            let shown = zaak.is_toegelaten() && !zaak.getoond.is_empty();
            own(zaak, nu) && shown && zaak.verklaring_vervallen.is_none()
        }),
        (Opdrachtnaam::GaVerklaringNa, |zaak, nu| own(zaak, nu) && zaak.verklaring_na_te_gaan().is_some()),
        (Opdrachtnaam::MeldNietGekomen, awaited),
        (Opdrachtnaam::MeldGekomen, awaited),
        (Opdrachtnaam::MeldOpp, |zaak, nu| {
            let promised = zaak.is_toegelaten() && zaak.opp_uiterlijk().is_some();
            let here =
                nu.zaken.plannen.iter().any(|plan| {
                    plan.vestiging == zaak.vestiging && plan.soort.is_opp() && !plan.is_beeindigd()
                });
            own(zaak, nu) && promised && zaak.opp_gemeld.is_none() && !here
        }),
        (Opdrachtnaam::LaatToe, runs),
        (Opdrachtnaam::DoeAanbod, runs),
        (Opdrachtnaam::VraagInformatie, |zaak, nu| runs(zaak, nu) && zaak.open_opschorting().is_none()),
        (Opdrachtnaam::VerlengBeslistermijn, runs),
        (Opdrachtnaam::Weiger, runs),
        (Opdrachtnaam::StelBuitenBehandeling, |zaak, nu| runs(zaak, nu) && !zaak.opschortingen.is_empty()),
        (Opdrachtnaam::TrekAanmeldingIn, runs),
        (Opdrachtnaam::LaatAanmeldingDoorgaan, |zaak, nu| {
            runs(zaak, nu) && zaak.lopende_keuzes().contains(&Ouderkeuze::Intrekken)
        }),
        (Opdrachtnaam::GaVerderZonderOuder, |zaak, nu| runs(zaak, nu) && !zaak.lopende_keuzes().is_empty()),
        // The school where the child is now may tell what another school did.
        (Opdrachtnaam::MeldFeitelijkeWeigering, |zaak, _| zaak.afloop.is_none()),
        // Whatever became of the registration, but an admission.
        (Opdrachtnaam::PakWeigeringOp, |zaak, nu| {
            own(zaak, nu) && !zaak.feitelijk_geweigerd.is_empty() && !zaak.is_toegelaten()
        }),
        (Opdrachtnaam::HerroepWeigering, |zaak, nu| {
            own(zaak, nu) && matches!(zaak.afloop, Some(Afloop::Geweigerd { .. }))
        }),
        (Opdrachtnaam::CorrigeerOntvangst, runs),
    ];
}

/// Of the school that was asked, or of who is no school.
fn own(zaak: &Aanmelding, nu: &Gelegenheid<'_>) -> bool {
    !nu.is_andere_school(&zaak.vestiging)
}

/// It has no end yet.
fn runs(zaak: &Aanmelding, nu: &Gelegenheid<'_>) -> bool {
    own(zaak, nu) && zaak.afloop.is_none()
}

/// The child has the right to a temporary place, or is at no school that counts, so that the rule is asked anew; it has none yet, and was
/// not admitted by the law itself (WPO 40(7), (16)).
fn can_have_a_temporary_place(zaak: &Aanmelding, nu: &Gelegenheid<'_>) -> bool {
    let right = zaak.tijdelijk_recht.uitkomst;
    // Where the file knows of no place, what the parents said counts.
    let now = nu.op_school.or_else(|| zaak.school_nu.schoolsoort());
    let at_school = now.is_some_and(|soort| zaak.plek().soort().telt_inschrijving_bij(soort));
    runs(zaak, nu) && zaak.tijdelijke_plaatsing.is_none() && !right.toelating && (right.recht || !at_school)
}

/// The child was admitted, its first day is there, and nobody said that it came.
fn awaited(zaak: &Aanmelding, nu: &Gelegenheid<'_>) -> bool {
    own(zaak, nu) && zaak.is_verwacht(nu.op) && zaak.gekomen.is_none()
}

impl Aanmelding {
    /// The parents accepted a place at another school, or the school refused because one is willing.
    pub fn is_elders(&self) -> bool {
        matches!(
            self.afloop,
            Some(Afloop::Elders { .. } | Afloop::Geweigerd { grond: Weigeringsgrond::AndereSchool(_), .. })
        )
    }

    /// The child was admitted and its first day is there.
    fn is_verwacht(&self, on: Date) -> bool {
        matches!(self.afloop, Some(Afloop::Toegelaten { per, .. }) if per <= on)
    }

    pub(super) fn is_toegelaten(&self) -> bool {
        matches!(self.afloop, Some(Afloop::Toegelaten { .. }))
    }
}
