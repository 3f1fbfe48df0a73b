//! What a family is told of a registration.

use base::{Date, dates};
use sleutels::mijn;
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use crate::aanmelding::keuze::{Ouderkeuze, Wiens};
use crate::aanmelding::staat::{Aanmelding, AanmeldingFase, Afloop};
use crate::gezin::{Beslissing, Gezinszaak, Verloop, Verteld};
use crate::soort::Inleverwijze;

impl Aanmelding {
    /// The parents handed in what was asked, and the school looks at it; what is to come on paper did not come yet.
    fn is_ingeleverd(&self) -> bool {
        let handed = self.open_opschorting().and_then(|asked| asked.te_bekijken());
        handed.is_some_and(|handed| handed.wijze != Inleverwijze::Papier)
    }
}

impl Gezinszaak for Aanmelding {
    fn verloop(&self, naam: &str, on: Date) -> Verteld<Verloop> {
        let school = self.schoolnaam.as_str();
        let running = self.lopende_keuzes();
        let asked = self.gezegd(Ouderkeuze::Intrekken).first().map(|said| said.op);
        let until = asked.and_then(|since| dates::plus_days(since, DAGEN_OM_TE_ANTWOORDEN));
        // Once the time is over the registration goes on as it was.
        if running.contains(&Ouderkeuze::Intrekken) && until.is_none_or(|until| on <= until) {
            return Verloop::met_dag(mijn::AanmeldingEenWilIntrekken { school, naam }.tekst());
        }
        Verloop::met_dag(match self.fase_op(on) {
            AanmeldingFase::Ontvangen => mijn::AanmeldingOntvangen { school, naam }.tekst(),
            AanmeldingFase::WachtOpInformatie if self.is_ingeleverd() => {
                mijn::AanmeldingWachtIngeleverd { school }.tekst()
            }
            AanmeldingFase::WachtOpInformatie => mijn::AanmeldingWacht { school }.tekst(),
            AanmeldingFase::BehoefteVastgesteld if self.ouders_oneens() => {
                let elders = self.aanbiedingen.last().map_or("", |last| last.school.schoolnaam.as_str());
                mijn::AanmeldingPlekGaatNietDoor { elders, school, naam }.tekst()
            }
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
            // Neither is a decision of the school.
            Afloop::Elders { op, schoolnaam } => {
                return Beslissing::van_gezin(mijn::Elders { naam, school: schoolnaam }.tekst(), *op);
            }
            Afloop::Ingetrokken { op } => {
                let wat = match self.wiens_woord(Ouderkeuze::Intrekken) {
                    Wiens::Alleen => mijn::ingetrokken(),
                    Wiens::Samen => mijn::ingetrokken_samen(),
                    Wiens::Een => mijn::ingetrokken_een(),
                };
                return Beslissing::van_gezin(wat, *op);
            }
        };
        Beslissing::van_school(wat, op, bezwaar)
    }
}
