//! What a family is told of a registration.

use base::Date;
use sleutels::mijn;

use crate::aanmelding::keuze::Ouderkeuze;
use crate::aanmelding::staat::{Aanmelding, AanmeldingFase, Afloop};
use crate::gezin::{Beslissing, Gezinszaak, Verloop, Verteld};

impl Gezinszaak for Aanmelding {
    fn verloop(&self, naam: &str, on: Date) -> Verteld<Verloop> {
        let school = self.schoolnaam.as_str();
        let running = self.lopende_keuzes();
        if running.contains(&Ouderkeuze::Intrekken) {
            return Verloop::met_dag(mijn::AanmeldingEenWilIntrekken { school, naam }.tekst());
        }
        Verloop::met_dag(match self.fase_op(on) {
            AanmeldingFase::Ontvangen => mijn::AanmeldingOntvangen { school, naam }.tekst(),
            AanmeldingFase::WachtOpInformatie => mijn::AanmeldingWacht { school }.tekst(),
            AanmeldingFase::BehoefteVastgesteld => mijn::AanmeldingBehoefte { school, naam }.tekst(),
            AanmeldingFase::AanbodGedaan if !running.is_empty() => {
                mijn::AanmeldingAanbodEenJa { school, naam }.tekst()
            }
            AanmeldingFase::AanbodGedaan => mijn::AanmeldingAanbod { school, naam }.tekst(),
            AanmeldingFase::Toegelaten
            | AanmeldingFase::Elders
            | AanmeldingFase::Geweigerd
            | AanmeldingFase::BuitenBehandeling
            | AanmeldingFase::Ingetrokken => return Verteld::Niets("it has ended; the decision says how"),
        })
    }

    fn beslissing(&self, naam: &str) -> Verteld<Beslissing> {
        let school = self.schoolnaam.as_str();
        let Some(afloop) = &self.afloop else { return Verteld::Niets("nothing was decided yet") };
        let (wat, op, bezwaar) = match afloop {
            Afloop::Toegelaten { op, per } => {
                (mijn::Toegelaten { naam, school, per: *per }.tekst(), *op, None)
            }
            Afloop::Geweigerd { op, bezwaar_uiterlijk, .. } => {
                (mijn::Geweigerd { school, naam }.tekst(), *op, Some(*bezwaar_uiterlijk))
            }
            Afloop::BuitenBehandeling { op, bezwaar_uiterlijk } => {
                (mijn::BuitenBehandeling { school }.tekst(), *op, Some(*bezwaar_uiterlijk))
            }
            Afloop::Elders { op, schoolnaam } => {
                (mijn::Elders { naam, school: schoolnaam }.tekst(), *op, None)
            }
            Afloop::Ingetrokken { op } => (mijn::ingetrokken(), *op, None),
        };
        Beslissing::van_school(wat, op, bezwaar)
    }
}
