//! What a family is told of a plan.

use base::{Date, SwvCode, Vestigingscode};
use recht::Wet;
use sleutels::{Tekst, mijn};

use crate::beurt::Zet;
use crate::geschil;
use crate::gezin::{Beslisser, Beslissing, Gevraagd, Gezinslid, Gezinszaak, Verloop, Verteld};
use crate::plan::staat::{Plan, PlanFase};
use crate::woord::Woord;

impl Gezinszaak for Plan {
    fn verloop(&self, naam: &str, _on: Date) -> Verteld<Verloop> {
        let (school, soort) = (self.schoolnaam.as_str(), self.soort.woord());
        match self.fase() {
            PlanFase::Gestart => Verloop::met_dag(mijn::PlanGestart { school, naam, soort }.tekst()),
            PlanFase::Voorgelegd => Verloop::met_dag(mijn::PlanVoorgelegd { school, naam, soort }.tekst()),
            PlanFase::Bijstelling => {
                Verloop::zonder_dag(mijn::PlanBijstelling { school, naam, soort }.tekst())
            }
            PlanFase::Vastgesteld => Verloop::zonder_dag(mijn::PlanLoopt { school, naam, soort }.tekst()),
            PlanFase::ZonderHandelingsdeel => {
                Verloop::zonder_dag(mijn::PlanZonderHandelingsdeel { school, naam, soort }.tekst())
            }
            PlanFase::Beeindigd => Verteld::Niets("it is over; the outcome says so"),
        }
    }

    fn beslissing(&self, naam: &str) -> Verteld<Beslissing> {
        let soort = self.soort.woord();
        if let Some(ended) = &self.beeindigd {
            return Beslissing::van_school(mijn::PlanGestopt { naam, soort }.tekst(), ended.op, None);
        }
        let Some(last) = self.laatst_vastgesteld() else {
            return Verteld::Niets("nothing was adopted yet");
        };
        let wat = if last.besluit.handelingsdeel {
            mijn::PlanVastgesteld { naam, soort }.tekst()
        } else {
            mijn::PlanVastgesteldZonder { naam, soort }.tekst()
        };
        Beslissing::van_school(wat, last.besluit.op, None)
    }

    /// Each answers for themselves, by whichever record they stand in the file.
    fn is_gedaan(&self, zet: Zet, lid: &Gezinslid<'_>) -> bool {
        let Some(part) = self.te_beoordelen().filter(|_| zet == Zet::InstemmingGeven) else { return false };
        self.stemmen_over(part.versie).iter().any(|said| said.van.is_zelfde(lid.stem(), lid.mensen))
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
        if self.is_beeindigd() {
            return Verteld::Niets("it is over");
        }
        Verteld::Wel(mijn::LatenWetenPlan { soort: self.soort.woord() }.tekst())
    }

    /// Whoever makes it.
    fn leest_woorden(&self) -> Zet {
        Zet::WoordenLezen
    }

    /// The child is a pupil of its school.
    fn aanspreekschool(&self) -> Option<&Vestigingscode> {
        None
    }

    fn verband(&self) -> Option<SwvCode> {
        None
    }

    fn is_voor_commissie(&self) -> bool {
        self.soort.is_opp()
    }

    /// WPO 43(2), WEC 45(2) and WVO 2020 12.34(2) name the plan itself; of a pupil who acts alone as elsewhere.
    fn noemt_commissie(&self, wet: &Wet, leerling_op: Option<Date>) -> bool {
        let for_pupil = |on| geschil::oordeelt_voor_leerling(wet, self.sector, on);
        self.soort.is_opp() && leerling_op.is_none_or(for_pupil)
    }

    fn is_voor_de_rechter(&self) -> bool {
        false
    }
}
