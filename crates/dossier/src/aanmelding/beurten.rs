//! Whose turn it is in a registration.

use base::{Date, Sector, SwvCode, dates};

use crate::beurt::{Beurt, Onderwerp, Step, Zet, article};
use crate::opdracht::regels::sector_of;
use crate::rol::Rol;
use crate::soort::Schoolsoort;
use crate::staat::{Aanmelding, AanmeldingFase, DAGEN_OM_TE_ANTWOORDEN, Dossier, Inschrijving};

/// The turns of every registration.
pub(super) fn beurten(dossier: &Dossier, beurten: &mut Vec<Beurt>) {
    for aanmelding in &dossier.aanmeldingen {
        dossier.registration_turns(aanmelding, beurten);
    }
}

impl Dossier {
    fn registration_turns(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let school = aanmelding.vestiging.organisatie();
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let uiterlijk = aanmelding.termijn.uitkomst.uiterlijk;
        let grond = article(aanmelding.termijn.berekening.vindplaats());
        let begin = aanmelding.behoefte.as_ref().map_or(aanmelding.ontvangen_op, |behoefte| behoefte.op);
        let step = |zet, van| Step::new(zet, over, van).because(grond.clone());
        match aanmelding.fase() {
            AanmeldingFase::Ontvangen => beurten
                .push(step(Zet::BehoefteVaststellen, begin).until(uiterlijk).by(Rol::Ib, school.clone())),
            AanmeldingFase::BehoefteVastgesteld => beurten
                .push(step(Zet::AanmeldingBeslissen, begin).until(uiterlijk).by(Rol::Ib, school.clone())),
            AanmeldingFase::AanbodGedaan => {
                let since = aanmelding.open_aanbod().map_or(begin, |aanbod| aanbod.op);
                let answer = [dates::plus_days(since, DAGEN_OM_TE_ANTWOORDEN), uiterlijk];
                beurten.push(
                    Step::new(Zet::AanbodBeantwoorden, over, since)
                        .because(sleutels::aanmelding::beurt_plek_voorgesteld())
                        .until(answer.into_iter().flatten().min())
                        .by(Rol::Ouder, self.gezin()),
                );
                // The term of the school runs on while the parents think.
                beurten
                    .push(step(Zet::AanmeldingBeslissen, begin).until(uiterlijk).by(Rol::Ib, school.clone()));
            }
            AanmeldingFase::WachtOpInformatie => self.information_turns(aanmelding, beurten),
            AanmeldingFase::Toegelaten
            | AanmeldingFase::Elders
            | AanmeldingFase::Geweigerd
            | AanmeldingFase::BuitenBehandeling
            | AanmeldingFase::Ingetrokken => return,
        }
        self.temporary_turn(aanmelding, beurten);
        if let (Some(first), Some(swv)) =
            (aanmelding.feitelijk_geweigerd.first(), self.toezicht_swv(aanmelding))
        {
            let step = Step::new(Zet::WeigeringOppakken, over, *first)
                .because(sleutels::aanmelding::beurt_zonder_besluit());
            beurten.push(step.by(Rol::Loket, swv.organisatie()));
        }
    }

    fn information_turns(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let Some(gevraagd) = aanmelding.open_opschorting() else { return };
        let over = Onderwerp::Aanmelding(aanmelding.nr);
        let lapsed = dates::plus_days(gevraagd.tot_en_met, 1);
        let asked = Step::new(Zet::InformatieGeven, over, gevraagd.uitnodiging_op)
            .because(sleutels::aanmelding::beurt_informatie_gevraagd());
        let mut given = asked.until(Some(gevraagd.tot_en_met)).by(Rol::Ouder, self.gezin());
        given.tot = lapsed;
        beurten.push(given);
        if let Some(lapsed) = lapsed {
            let step = Step::new(Zet::InformatieVerwerken, over, lapsed)
                .because(sleutels::aanmelding::beurt_antwoordtijd_voorbij())
                .until(gevraagd.uiterlijk_zonder_antwoord);
            beurten.push(step.by(Rol::Ib, aanmelding.vestiging.organisatie()));
        }
    }

    fn temporary_turn(&self, aanmelding: &Aanmelding, beurten: &mut Vec<Beurt>) {
        let recht = &aanmelding.tijdelijk_recht;
        let Some(vanaf) = recht.uitkomst.vanaf.filter(|_| recht.uitkomst.recht) else { return };
        if aanmelding.tijdelijke_plaatsing.is_some() {
            return;
        }
        let Some(vanaf) = self.not_enrolled_from(aanmelding.sector, vanaf) else { return };
        let step = Step::new(Zet::TijdelijkPlaatsen, Onderwerp::Aanmelding(aanmelding.nr), vanaf)
            .because(article(recht.berekening.vindplaats()))
            .until(Some(vanaf));
        beurten.push(step.by(Rol::Ib, aanmelding.vestiging.organisatie()));
    }

    /// First day from `on` on which the child is enrolled at no school of this sector; none while it is
    /// enrolled without an end.
    fn not_enrolled_from(&self, sector: Sector, on: Date) -> Option<Date> {
        let in_sector = |i: &&Inschrijving| sector_of(i.schoolsoort) == sector;
        let mut day = on;
        while let Some(inschrijving) = self.inschrijving_op(day).filter(in_sector) {
            day = inschrijving.tot?;
        }
        Some(day)
    }

    /// The partnership that watches over a registration: that of the school, else that of the child's
    /// address.
    pub(crate) fn toezicht_swv<'a>(&'a self, aanmelding: &'a Aanmelding) -> Option<&'a SwvCode> {
        let adres = self.leerling.as_ref().map(|leerling| &leerling.adres);
        let secondary = matches!(aanmelding.schoolsoort, Schoolsoort::Vo | Schoolsoort::Vso);
        let by_address =
            adres.and_then(|adres| if secondary { adres.swv_vo.as_ref() } else { adres.swv_po.as_ref() });
        aanmelding.swv.as_ref().or(by_address)
    }
}
