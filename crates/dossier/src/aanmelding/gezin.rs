//! What a family is told of a registration.

use base::{Date, SwvCode, Vestigingscode, dates};
use recht::Wet;
use sleutels::{Tekst, mijn};
use verband::grenzen::DAGEN_OM_TE_ANTWOORDEN;

use crate::aanmelding::keuze::{Ouderkeuze, Ouderwoord, Wiens};
use crate::aanmelding::staat::{Aanmelding, AanmeldingFase, Afloop};
use crate::beurt::Zet;
use crate::geschil;
use crate::gezin::{Beslisser, Beslissing, Gevraagd, Gezinslid, Gezinszaak, Verloop, Verteld};
use crate::opdracht::Opdrachtnaam;
use crate::soort::Inleverwijze;
use crate::staat::Persoon;

impl Aanmelding {
    /// The parents handed in what was asked, and the school looks at it; what is to come on paper did not come yet.
    fn is_ingeleverd(&self) -> bool {
        let handed = self.open_opschorting().and_then(|asked| asked.te_bekijken());
        handed.is_some_and(|handed| handed.wijze != Inleverwijze::Papier)
    }

    /// What this parent wants and another has not said yet, with the last day of that answer: it is told to who said it, and not of 'a
    /// parent'.
    fn wacht_op_een_ander(&self, lid: &Gezinslid<'_>) -> Option<Tekst> {
        let yes = |keuze: &Ouderkeuze| {
            self.woord_van(*keuze, lid.persoon).is_some_and(|said| said.woord == Ouderwoord::Ja)
        };
        let keuze = self.lopende_keuzes().into_iter().find(yes)?;
        let silent = |one: &&Persoon| one.relatie.has_gezag() && self.woord_van(keuze, one.nr).is_none();
        let others = lid.mensen.iter().filter(silent);
        let last = others.filter_map(|one| self.antwoord_uiterlijk(keuze, one)).max();
        let dag = last.filter(|dag| lid.op <= *dag)?;
        let (school, naam) = (self.schoolnaam.as_str(), lid.naam);
        Some(match keuze {
            Ouderkeuze::Intrekken => mijn::AanmeldingUWilIntrekken { naam, school, dag }.tekst(),
            Ouderkeuze::Aanbod(_) => mijn::AanmeldingAanbodUJa { school, naam, dag }.tekst(),
        })
    }

    /// That there is an offer, for a parent who cannot answer it: no answer is promised.
    fn aanbod_zonder_antwoord(&self, lid: &Gezinslid<'_>) -> Option<Tekst> {
        self.open_aanbod().filter(|_| !lid.mag(Opdrachtnaam::AanvaardAanbod))?;
        Some(mijn::AanmeldingAanbodGesloten { school: &self.schoolnaam, naam: lid.naam }.tekst())
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
                let wat = mijn::Toegelaten { naam, school, per: *per }.tekst();
                return Beslissing::van_school_als_openbaar(wat, *op);
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

    fn verloop_voor(&self, lid: &Gezinslid<'_>) -> Option<Tekst> {
        self.wacht_op_een_ander(lid).or_else(|| self.aanbod_zonder_antwoord(lid))
    }

    fn gevraagd(&self, _lid: &Gezinslid<'_>) -> Vec<Gevraagd> {
        Vec::new()
    }

    fn is_te_lezen(&self) -> bool {
        true
    }

    fn beslisser(&self) -> Beslisser {
        Beslisser::School
    }

    fn te_kiezen(&self) -> Verteld<Tekst> {
        Verteld::Wel(mijn::LatenWetenAanmelding { school: &self.schoolnaam }.tekst())
    }

    fn leest_woorden(&self) -> Zet {
        Zet::WoordenLezen
    }

    fn aanspreekschool(&self) -> Option<&Vestigingscode> {
        Some(&self.vestiging)
    }

    fn verband(&self) -> Option<SwvCode> {
        self.swv.clone()
    }

    /// It runs, or it ended in a way to which parents can object.
    fn is_voor_commissie(&self) -> bool {
        match self.afloop {
            None | Some(Afloop::Geweigerd { .. } | Afloop::BuitenBehandeling { .. }) => true,
            Some(Afloop::Toegelaten { .. } | Afloop::Elders { .. } | Afloop::Ingetrokken { .. }) => false,
        }
    }

    fn noemt_commissie(&self, wet: &Wet, leerling_op: Option<Date>) -> bool {
        let for_pupil = |on| geschil::oordeelt_voor_leerling(wet, self.sector, on);
        geschil::noemt_aanmelding(wet, self) && leerling_op.is_none_or(for_pupil)
    }

    fn is_voor_de_rechter(&self) -> bool {
        false
    }
}
