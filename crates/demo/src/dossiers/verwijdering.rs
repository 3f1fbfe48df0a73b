//! Removals and suspensions.

use base::Date;
use dossier::verwijdering::elders::StelEldersVast;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::opdracht::{
    HoorOudersEnLeraar, MeldAanBenW, MeldAanInspectie, NeemVerwijderingVoor, RaadpleegInspectie, Schors,
    TrekVoornemenIn, Verwijder, VindBereideSchool,
};

use super::teksten;
use super::verteller::{Stap, Verteller, plus};
use crate::regio::Plek;

impl Verteller<'_> {
    fn voornemen(&mut self, op: Date) -> Stap {
        let redenen = self.tekst(teksten::VERWIJDERING);
        let (vestiging, sector) = (self.school.school.vestiging.clone(), self.school.school.sector());
        self.directie(op, NeemVerwijderingVoor { vestiging, sector, redenen })
    }

    fn hoor(&mut self, op: Date) -> Stap {
        let (ouders, leraar) = (self.tekst(teksten::OUDERS_GEHOORD), self.tekst(teksten::LERAAR));
        let vo = Plek::Vo.is(self.school);
        let leerling = if vo { "Ik wil graag opnieuw beginnen.".to_owned() } else { String::new() };
        let leraar = if vo { String::new() } else { leraar };
        let kwamen = self.dossier.ouders_op(op).map(|persoon| persoon.nr).collect();
        let leerling_kwam = vo;
        let heard =
            HoorOudersEnLeraar { verwijdering: 1, op, kwamen, leerling_kwam, ouders, leraar, leerling };
        self.directie(op, heard)?;
        if vo {
            let uitkomst = "De inspecteur heeft meegedacht over een rustige overstap.".to_owned();
            self.directie(op, RaadpleegInspectie { verwijdering: 1, op, uitkomst })?;
        }
        Ok(())
    }

    fn vind_school(&mut self, op: Date) -> Stap {
        let school = self.bereid(op);
        self.directie(op, VindBereideSchool { verwijdering: 1, school })
    }

    fn verwijder(&mut self, op: Date) -> Stap {
        let motivering = "Wij hebben gehoord wat de ouders en de leraar vinden. Er is een school gevonden waar een nieuw begin mogelijk is.";
        let opdracht = Verwijder {
            verwijdering: 1,
            per: plus(op, 7),
            motivering: motivering.to_owned(),
            vorderingen: Some(false),
            gezocht_sinds: None,
            gezocht: String::new(),
            zonder_school: None,
            zonder_school_blijkt: String::new(),
            openbaar: self.school.school.openbaar,
        };
        self.directie(op, opdracht)
    }

    fn schors(&mut self, geleden: i32) -> Stap {
        let van = self.dag(geleden);
        let redenen = self.tekst(teksten::SCHORSING);
        let vestiging = self.school.school.vestiging.clone();
        let opdracht = Schors {
            vestiging,
            van,
            tot_en_met: plus(van, 2),
            redenen,
            tijdens_overleg: false,
            op_vrije_dag: true,
        };
        self.directie(van, opdracht)
    }
}

pub(super) fn voorgenomen(v: &mut Verteller<'_>) -> Stap {
    v.leerling(150)?;
    // The day of the talk is there, whatever weekend it moved over.
    let geleden = v.worp.tussen(12, 16);
    v.voornemen(v.dag(geleden))
}

pub(super) fn gehoord(v: &mut Verteller<'_>) -> Stap {
    v.leerling(150)?;
    let geleden = v.worp.tussen(14, 30);
    v.voornemen(v.dag(geleden))?;
    v.hoor(v.dag(geleden - 8))
}

pub(super) fn school_gevonden(v: &mut Verteller<'_>) -> Stap {
    gehoord(v)?;
    v.vind_school(v.dag(3))
}

pub(super) fn verwijderd(v: &mut Verteller<'_>) -> Stap {
    school_gevonden(v)?;
    v.verwijder(v.dag(1))
}

pub(super) fn gemeld(v: &mut Verteller<'_>) -> Stap {
    v.leerling(220)?;
    let geleden = v.worp.tussen(50, 160);
    v.voornemen(v.dag(geleden))?;
    v.hoor(v.dag(geleden - 10))?;
    v.vind_school(v.dag(geleden - 30))?;
    let op = v.dag(geleden - 36);
    v.verwijder(op)?;
    let gemeente = v.verband().gemeenten[0].naam.clone();
    v.directie(op, MeldAanBenW { verwijdering: 1, gemeente })?;
    v.directie(op, MeldAanInspectie { over: InspectieMelding::Verwijdering(1) })?;
    // The day after the first one at the other school.
    let seen = v.dag(geleden - 44);
    let hoe = "De directeur van de andere school belde.".to_owned();
    v.directie(seen, StelEldersVast { verwijdering: 1, van: v.dag(geleden - 43), hoe })
}

pub(super) fn ingetrokken(v: &mut Verteller<'_>) -> Stap {
    gehoord(v)?;
    let reden = "Met de ouders is een plan gemaakt waarmee het op onze school verder kan.".to_owned();
    v.directie(v.dag(2), TrekVoornemenIn { verwijdering: 1, reden })
}

pub(super) fn schorsing_te_melden(v: &mut Verteller<'_>) -> Stap {
    v.leerling(120)?;
    let geleden = v.worp.tussen(2, 4);
    v.schors(geleden)
}

pub(super) fn schorsing_gemeld(v: &mut Verteller<'_>) -> Stap {
    v.leerling(220)?;
    let geleden = v.worp.tussen(10, 120);
    v.schors(geleden)?;
    v.directie(v.dag(geleden), MeldAanInspectie { over: InspectieMelding::Schorsing(1) })
}
