//! What is done in a removal, and after a registration has ended.

use dossier::Opdracht;
use dossier::aanmelding::gekomen::{MeldGekomen, MeldNietGekomen};
use dossier::aanmelding::herroepen::HerroepWeigering;
use dossier::aanmelding::opp::MeldOpp;
use dossier::aanmelding::oppakken::PakWeigeringOp;
use dossier::aanmelding::plek::StelPlekVast;
use dossier::aanmelding::vervallen::{GaVerklaringNa, MeldVerklaringVervallen};
use dossier::algemeen::herroeping::Herroeping;
use dossier::soort::{Herroepgrond, TlvSoort, ZonderSchool};
use dossier::verwijdering::elders::StelEldersVast;
use dossier::verwijdering::feiten::InspectieMelding;
use dossier::verwijdering::gesprek::VerzetGesprek;
use dossier::verwijdering::herroepen::{HerroepSchorsing, HerroepVerwijdering};
use dossier::verwijdering::opdracht::{
    BeeindigSchorsing, BeginOverleg, HoorOudersEnLeraar, MeldAanBenW, MeldAanInspectie, NeemVerwijderingVoor,
    RaadpleegInspectie, Schors, TrekVoornemenIn, Verwijder, VindBereideSchool,
};

use super::Vulling;
use crate::derde_lezing::getoond;
use crate::gegeven::{SWV_PO, swv};

pub(super) fn na_aanmelding(v: &Vulling) -> Vec<Opdracht> {
    let nr = v.nr;
    vec![
        MeldVerklaringVervallen {
            aanmelding: nr,
            swv: swv(SWV_PO),
            nummer: getoond(TlvSoort::So).nummer,
            per: v.dag(0),
        }
        .into(),
        GaVerklaringNa { aanmelding: nr, hoe: v.tekst(0) }.into(),
        StelPlekVast { aanmelding: nr, van: v.dag(0), hoe: v.tekst(0) }.into(),
        MeldNietGekomen {
            aanmelding: nr,
            sinds: v.dag(0),
            gedaan: v.tekst(0),
            wie: v.tekst(1),
            tot_en_met: v.dag(1),
        }
        .into(),
        MeldGekomen { aanmelding: nr, op: v.dag(0) }.into(),
        MeldOpp { aanmelding: nr, op: v.dag(0) }.into(),
        PakWeigeringOp { aanmelding: nr, wat: v.tekst(0), terug_op: v.ja.then(|| v.dag(0)) }.into(),
        HerroepWeigering { aanmelding: nr, herroeping: herroeping(v) }.into(),
    ]
}

fn herroeping(v: &Vulling) -> Herroeping {
    Herroeping {
        aanleiding: v.kies(Herroepgrond::ALL),
        gehoord_op: v.ja.then(|| v.dag(0)),
        reden: v.tekst(0),
    }
}

pub(super) fn verwijdering(v: &Vulling) -> Vec<Opdracht> {
    let nr = v.nr;
    let over = if v.ja { InspectieMelding::Verwijdering(nr) } else { InspectieMelding::Schorsing(nr) };
    vec![
        NeemVerwijderingVoor { vestiging: v.school(), sector: v.sector(), redenen: v.tekst(0) }.into(),
        HoorOudersEnLeraar {
            verwijdering: nr,
            op: v.dag(0),
            kwamen: if v.ja { vec![nr] } else { Vec::new() },
            leerling_kwam: v.ja,
            ouders: v.tekst(0),
            leraar: v.tekst(1),
            leerling: v.tekst(2),
        }
        .into(),
        VerzetGesprek {
            verwijdering: nr,
            op: v.dag(0),
            reden: v.tekst(0),
            akkoord: if v.ja { vec![nr] } else { Vec::new() },
            leerling_akkoord: v.ja,
        }
        .into(),
        BeginOverleg { verwijdering: nr, op: v.dag(0), met: v.tekst(0) }.into(),
        RaadpleegInspectie { verwijdering: nr, op: v.dag(0), uitkomst: v.tekst(0) }.into(),
        VindBereideSchool { verwijdering: nr, school: v.bereid() }.into(),
        Verwijder {
            verwijdering: nr,
            per: v.dag(0),
            motivering: v.tekst(0),
            vorderingen: v.ja.then_some(false),
            gezocht_sinds: v.ja.then(|| v.dag(1)),
            gezocht: v.tekst(1),
            zonder_school: v.ja.then(|| v.kies(ZonderSchool::ALL)),
            zonder_school_blijkt: v.tekst(2),
            openbaar: v.ja,
        }
        .into(),
        TrekVoornemenIn { verwijdering: nr, reden: v.tekst(0) }.into(),
        MeldAanBenW { verwijdering: nr, gemeente: v.tekst(0) }.into(),
        MeldAanInspectie { over }.into(),
        StelEldersVast { verwijdering: nr, van: v.dag(0), hoe: v.tekst(0) }.into(),
        Schors {
            vestiging: v.school(),
            van: v.dag(0),
            tot_en_met: v.dag(1),
            redenen: v.tekst(0),
            tijdens_overleg: v.ja,
            op_vrije_dag: v.ja,
        }
        .into(),
        BeeindigSchorsing { schorsing: nr, terug_op: v.dag(0), reden: v.tekst(0) }.into(),
        HerroepVerwijdering {
            verwijdering: nr,
            herroeping: herroeping(v),
            terug_op: v.ja.then(|| v.dag(1)),
            openbaar: v.ja,
        }
        .into(),
        HerroepSchorsing { schorsing: nr, herroeping: herroeping(v), openbaar: false }.into(),
    ]
}
