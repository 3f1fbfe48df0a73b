//! Which dossiers that a school took over somebody sees of a child, and how much of them.

use std::sync::Arc;

use dossier::Rol;
use dossier::staat::Overname;
use dossier::tlv::feiten::{Antwoord, Herkomst};
use dossier::toegang::Deel;

use super::{Blik, Documentbeeld};

impl Blik<'_> {
    /// The dossiers that were taken over and that this person sees, with the documents that they may open.
    pub(super) fn takeovers(&self, documenten: &[Documentbeeld]) -> Vec<Overname> {
        let seen = self.dossier.overnames.iter().filter(|overname| self.sees_takeover(overname));
        let mut seen: Vec<Overname> = seen.map(|overname| self.of_takeover(overname)).collect();
        for overname in &mut seen {
            let opens = |blob: &str| documenten.iter().any(|known| known.blob == blob);
            if overname.inhoud.bijlagen.iter().any(|bijlage| !opens(&bijlage.blob)) {
                Arc::make_mut(&mut overname.inhoud).bijlagen.retain(|bijlage| opens(&bijlage.blob));
            }
        }
        seen
    }

    /// A dossier that a school took over is of that school, of the schools to which its pupil went, of whoever judges a request of
    /// that school, and of whoever reads a request that leans on it.
    pub(super) fn sees_takeover(&self, overname: &Overname) -> bool {
        let school = &overname.inhoud.vestiging;
        let leans_on = |antwoord: &Antwoord| matches!(antwoord.herkomst, Herkomst::Dossier { volgnummer, .. } if volgnummer == overname.volgnummer);
        let mut requests = self.gezien.aanvragen.iter();
        let of_answers = requests.clone().any(|aanvraag| aanvraag.antwoorden.iter().any(leans_on));
        let mut of_request =
            || requests.any(|aanvraag| aanvraag.vestiging.organisatie() == school.organisatie());
        if !self.reads(Deel::E) {
            return false;
        }
        if of_answers {
            return true;
        }
        if matches!(self.kijker.actor.rol, Rol::Loket | Rol::Besluitnemer | Rol::Deskundige) {
            return of_request();
        }
        self.recht.eigen_persoon().is_some()
            || school.organisatie() == self.kijker.actor.organisatie
            || self.recht.kent_kind() && self.came_along(overname)
    }

    /// The child brought it to the school of whoever looks.
    fn came_along(&self, overname: &Overname) -> bool {
        let here = self.kijker.actor.organisatie.vestiging();
        here.is_some_and(|here| self.dossier.is_overname_bekend_bij(&here, overname, self.moment.vandaag))
    }

    /// A dossier that was taken over, with the blocks of which this person reads the part. Who lives where a family reads only of
    /// itself, and nobody from whom the address is secret.
    fn of_takeover(&self, overname: &Overname) -> Overname {
        let of_people = self.recht.eigen_persoon().is_none() && !self.recht.is_afgeschermd();
        let mut inhoud = (*overname.inhoud).clone();
        inhoud.ontvangen.retain(|blok| {
            self.reads(blok.deel) && (of_people || blok.deel != Deel::A && blok.naam != "huisarts")
        });
        Overname { inhoud: Arc::new(inhoud), ..overname.clone() }
    }
}
