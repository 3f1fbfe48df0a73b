//! What a family is told of a removal, and of a suspension.

use base::{Date, SwvCode, Vestigingscode, dates};
use recht::Wet;
use sleutels::{Tekst, mijn};
use verband::grenzen::DAGEN_TOT_NAGAAN;

use crate::beurt::{Onderwerp, Zet};
use crate::geschil;
use crate::gezin::{Beslisser, Beslissing, Gevraagd, Gezinslid, Gezinszaak, Verloop, Verteld};
use crate::leven::gezag::is_zelfde_mens;
use crate::leven::leerling::LEERLING;
use crate::opdracht::Opdrachtnaam;
use crate::staat::Persoon;
use crate::verwijdering::staat::{Schorsing, Verwijdering, VerwijderingFase};

impl Gezinszaak for Verwijdering {
    fn verloop(&self, naam: &str, on: Date) -> Verteld<Verloop> {
        match self.told(naam, on, self.niemand_kwam()) {
            Some(wat) => Verloop::met_dag(wat),
            None => Verteld::Niets("it is over for the family; the decision says how"),
        }
    }

    /// To whoever was not heard it is not told that the school heard them, whoever else it heard.
    fn verloop_voor(&self, lid: &Gezinslid<'_>) -> Option<Tekst> {
        self.told(lid.naam, lid.op, !self.hoorde(lid)).filter(|_| is_heard(lid))
    }

    /// One that was withdrawn is told too, because the letter about it was read.
    fn beslissing(&self, naam: &str) -> Verteld<Beslissing> {
        let school = self.schoolnaam.as_str();
        if let Some(revoked) = &self.herroepen {
            let wat = mijn::VerwijderingHerroepen { naam, school }.tekst();
            return Beslissing::van_school(wat, revoked.op, None);
        }
        match (self.verwijderd(), self.ingetrokken_op) {
            (Some((op, per)), _) => {
                let wat = mijn::Verwijderd { naam, per, school }.tekst();
                Beslissing::van_school(wat, op, self.bezwaar_uiterlijk())
            }
            (None, Some(op)) => {
                Beslissing::van_school(mijn::VerwijderingIngetrokken { naam, school }.tekst(), op, None)
            }
            (None, None) => Verteld::Niets("nothing was decided yet"),
        }
    }

    /// Who writes about it has said what they were asked.
    fn is_gedaan(&self, zet: Zet, lid: &Gezinslid<'_>) -> bool {
        let mut own = lid.woorden.iter().filter(|said| said.feit.persoon == lid.persoon);
        zet == Zet::GesprekVoeren && own.any(|said| said.feit.over == Some(Onderwerp::Verwijdering(self.nr)))
    }

    /// Until it is decided, what they think, of who did not say it: the day of the talk alone ends nothing. After it, until the school looks
    /// whether the pupil is there: to speak with the school that is willing.
    fn gevraagd(&self, lid: &Gezinslid<'_>) -> Vec<Gevraagd> {
        let Some((_, per)) = self.verwijderd() else { return self.asks_still(lid).into_iter().collect() };
        let until = dates::plus_days(per, DAGEN_TOT_NAGAAN).unwrap_or(per);
        let asks = self.elders_vastgesteld.is_none() && !lid.school_geheim && lid.op <= until;
        let willing = self.bereid.iter().filter(|_| asks);
        let asked = willing.map(|bereid| {
            let wat = mijn::SpreekAf { school: &bereid.school.schoolnaam, naam: lid.naam }.tekst();
            Gevraagd { daad: None, wat, uiterlijk: None }
        });
        asked.collect()
    }

    fn is_te_lezen(&self) -> bool {
        true
    }

    fn beslisser(&self) -> Beslisser {
        Beslisser::School
    }

    fn te_kiezen(&self) -> Verteld<Tekst> {
        if self.ingetrokken_op.is_some() || self.herroepen.is_some() {
            return Verteld::Niets("the school took it back");
        }
        Verteld::Wel(mijn::LatenWetenVerwijdering { school: &self.schoolnaam }.tekst())
    }

    /// Who hears the parents and decides.
    fn leest_woorden(&self) -> Zet {
        Zet::WoordenLezenDirectie
    }

    /// The child is a pupil of its school.
    fn aanspreekschool(&self) -> Option<&Vestigingscode> {
        None
    }

    fn verband(&self) -> Option<SwvCode> {
        None
    }

    fn is_voor_commissie(&self) -> bool {
        true
    }

    fn noemt_commissie(&self, wet: &Wet, leerling_op: Option<Date>) -> bool {
        let for_pupil = |on| geschil::oordeelt_voor_leerling(wet, self.sector, on);
        geschil::noemt_verwijdering(wet, self) && leerling_op.is_none_or(for_pupil)
    }

    fn is_voor_de_rechter(&self) -> bool {
        false
    }
}

impl Verwijdering {
    /// What goes on until it is decided; `stil`: the school did not hear what they think.
    fn told(&self, naam: &str, on: Date, stil: bool) -> Option<Tekst> {
        let school = self.schoolnaam.as_str();
        let op = self.dag_van_gesprek();
        Some(match self.fase() {
            VerwijderingFase::Voorgenomen if on <= op => {
                mijn::VerwijderingGesprek { school, naam, op }.tekst()
            }
            VerwijderingFase::Gehoord | VerwijderingFase::SchoolGevonden
                if on <= op && self.wacht_op_gesprek() && stil =>
            {
                mijn::VerwijderingGesprek { school, naam, op }.tekst()
            }
            VerwijderingFase::Voorgenomen => mijn::VerwijderingVoorgenomen { school, naam }.tekst(),
            // On which the board decides without another school (WEC 40(18), WVO 2020 8.15(2)).
            VerwijderingFase::Gehoord if !self.needs_school(on) && stil => {
                mijn::VerwijderingBeslistZonderGesprek { school, naam }.tekst()
            }
            VerwijderingFase::Gehoord if !self.needs_school(on) => {
                mijn::VerwijderingBeslist { school, naam }.tekst()
            }
            VerwijderingFase::Gehoord if stil => mijn::VerwijderingZonderGesprek { school, naam }.tekst(),
            VerwijderingFase::Gehoord => mijn::VerwijderingGehoord { school, naam }.tekst(),
            // The school decides on the day for which it invited at the earliest.
            VerwijderingFase::SchoolGevonden if on < op => {
                mijn::VerwijderingBeslistVanaf { school, naam, op }.tekst()
            }
            VerwijderingFase::SchoolGevonden => mijn::VerwijderingSchoolGevonden { school, naam }.tekst(),
            VerwijderingFase::Verwijderd
            | VerwijderingFase::Gemeld
            | VerwijderingFase::Ingetrokken
            | VerwijderingFase::Herroepen => return None,
        })
    }

    /// The school recorded what they think. Where nobody was asked who came, all of them did.
    fn hoorde(&self, lid: &Gezinslid<'_>) -> bool {
        if lid.persoon == LEERLING {
            return self.hoorde_leerling();
        }
        let own = lid.mensen.iter().find(|one| one.nr == lid.persoon);
        let same = |nr: u32| {
            let other = || lid.mensen.iter().find(|one| one.nr == nr);
            nr == lid.persoon || own.zip(other()).is_some_and(|(own, other)| is_zelfde_mens(own, other))
        };
        self.gesprekken.iter().any(|talk| match &talk.kwamen {
            Some(came) => came.iter().copied().any(same),
            None => !talk.ouders.is_empty(),
        })
    }

    /// The day for which they were invited is over, and the school can still hear who did not say what they think.
    fn asks_still(&self, lid: &Gezinslid<'_>) -> Option<Gevraagd> {
        let open = self.besluit.is_none() && self.ingetrokken_op.is_none();
        let asks = open && self.dag_van_gesprek() < lid.op && is_heard(lid) && !lid.school_geheim;
        let said = self.hoorde(lid) || self.is_gedaan(Zet::GesprekVoeren, lid);
        (asks && !said).then(|| Gevraagd {
            daad: Some(Opdrachtnaam::LaatWeten),
            wat: mijn::verwijdering_nog_zeggen(),
            uiterlijk: None,
        })
    }
}

impl Gezinszaak for Schorsing {
    fn verloop(&self, _naam: &str, _on: Date) -> Verteld<Verloop> {
        Verteld::Niets("it is a decision at once, and nothing runs in it for a family")
    }

    fn beslissing(&self, naam: &str) -> Verteld<Beslissing> {
        let (van, school) = (self.van, self.schoolnaam.as_str());
        if let Some(revoked) = &self.herroepen {
            let wat = mijn::SchorsingHerroepen { naam, van, school }.tekst();
            return Beslissing::van_school(wat, revoked.op, None);
        }
        let Some(tot_en_met) = self.laatste_dag() else {
            return Verteld::Niets("it was ended before it began; the letter says so");
        };
        let wat = mijn::Geschorst { naam, van, tot_en_met, school }.tekst();
        Beslissing::van_school_als_openbaar(wat, self.besloten_op)
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
        if self.laatste_dag().is_none() {
            return Verteld::Niets("it was ended before it began");
        }
        Verteld::Wel(mijn::LatenWetenSchorsing { van: self.van }.tekst())
    }

    /// Who decides on it.
    fn leest_woorden(&self) -> Zet {
        Zet::WoordenLezenDirectie
    }

    /// The child is a pupil of its school.
    fn aanspreekschool(&self) -> Option<&Vestigingscode> {
        None
    }

    fn verband(&self) -> Option<SwvCode> {
        None
    }

    fn is_voor_commissie(&self) -> bool {
        false
    }

    fn noemt_commissie(&self, _wet: &Wet, _leerling_op: Option<Date>) -> bool {
        true
    }

    fn is_voor_de_rechter(&self) -> bool {
        true
    }
}

/// They are one of those who are heard: what the law calls a parent, or the pupil.
fn is_heard(lid: &Gezinslid<'_>) -> bool {
    let parent = |one: &Persoon| one.nr == lid.persoon && one.relatie.is_ouder_in_onderwijs();
    lid.persoon == LEERLING || lid.mensen.iter().any(parent)
}
