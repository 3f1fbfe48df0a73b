//! Requests for a declaration up to the decision.

use std::collections::BTreeMap;

use base::{Date, SwvCode};
use dossier::leven::stem::Stem;
use dossier::soort::{Adviesuitkomst, Afzender, TlvSoort};
use dossier::tlv::besluit::{MeldVertraging, OntvangIngebrekestelling};
use dossier::tlv::checklist::{self, Stemvraag, TlvInvoer};
use dossier::tlv::herzien::HerzieAdvies;
use dossier::tlv::opdracht::{
    BeeindigToewijzing, BrengAdviesUit, GeefZienswijze, OntvangAanvulling, StartTlvAanvraag, VraagAanvulling,
    VraagTlvAan, WijsDeskundigeToe,
};
use dossier::tlv::zienswijze::LegAanvraagVoor;
use dossier::{Actor, Besluitvorming};

use super::teksten;
use super::verteller::{Stap, Verteller};
use crate::regio::{Deskundige, Plek};

/// Which two experts of an area advise, by their place in its list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Koppel(pub(super) usize, pub(super) usize);

impl Verteller<'_> {
    /// What a school asks for its pupil.
    fn soort(&mut self) -> TlvSoort {
        if let Some(soort) = self.vraagt {
            soort
        } else if Plek::Vo.is(self.school) {
            TlvSoort::Vso
        } else if self.worp.kans(55) {
            TlvSoort::Sbo
        } else {
            TlvSoort::So
        }
    }

    /// A pupil with a request that was started so many days ago.
    pub(super) fn start(&mut self, geleden: i32) -> Stap {
        self.leerling(geleden + 45)?;
        let soort = self.soort();
        self.start_aanvraag(self.dag(geleden), soort, None)
    }

    /// Starts a request for the child as it is enrolled.
    pub(super) fn start_aanvraag(&mut self, op: Date, soort: TlvSoort, verlenging_van: Option<u32>) -> Stap {
        let opdracht = StartTlvAanvraag {
            vestiging: self.school.school.vestiging.clone(),
            schoolnaam: self.school.school.naam.clone(),
            soort,
            gevraagde_school_swv: None,
            landelijk_swv: None,
            school_swv_vo: self.school.school.swv_vo.clone(),
            verlenging_van,
        };
        self.ib(op, opdracht)
    }

    /// The school lays before the parents what it filled in so far.
    fn leg_voor(&mut self, nr: u32, op: Date) -> Stap {
        let mut invoer = TlvInvoer { antwoorden: BTreeMap::new(), ..TlvInvoer::default() };
        for (code, stuk) in self.missing(nr, op, &invoer) {
            if Stemvraag::of(&code).is_none() {
                let answer = self.answer_on(&code, stuk.then_some(op));
                invoer.antwoorden.insert(code, answer);
            }
        }
        self.ib(op, LegAanvraagVoor { aanvraag: nr, invoer })
    }

    /// Everybody with authority reads the request and says what they think of it, and mostly the pupil too.
    pub(super) fn zienswijzen(&mut self, nr: u32, op: Date) -> Stap {
        self.leg_voor(nr, op)?;
        let people: Vec<u32> = self.dossier.gezag_op(op).map(|persoon| persoon.nr).collect();
        for persoon in people {
            let against = self.worp.kans(8);
            let tekst = self.tekst(if against { teksten::ZIENSWIJZEN_TEGEN } else { teksten::ZIENSWIJZEN });
            let parent = self.ouder_actor().filter(|_| persoon == 1);
            let namens = parent.is_none();
            let actor = parent.unwrap_or_else(|| self.school.ib());
            let van = Stem::Persoon(persoon);
            let opdracht = GeefZienswijze { aanvraag: nr, van, tekst, eens: Some(!against), namens };
            self.doe(op, actor, vec![opdracht.into()])?;
        }
        if self.worp.kans(70) {
            let tekst = self.tekst(teksten::LEERLINGEN);
            let van = Stem::Leerling;
            self.ib(op, GeefZienswijze { aanvraag: nr, van, tekst, eens: None, namens: true })?;
        }
        Ok(())
    }

    /// Answers what the checklist still asks, and sends the request.
    pub(super) fn verzend(&mut self, nr: u32, op: Date) -> Stap {
        let mut invoer = TlvInvoer { antwoorden: BTreeMap::new(), ..TlvInvoer::default() };
        for (code, stuk) in self.missing(nr, op, &invoer) {
            // What the parents read is what is sent.
            let laid = self.laid(nr, &code);
            let answer = laid.unwrap_or_else(|| self.answer_on(&code, stuk.then_some(op)));
            invoer.antwoorden.insert(code, answer);
        }
        self.ib(op, VraagTlvAan { aanvraag: nr, invoer })
    }

    fn laid(&self, nr: u32, code: &str) -> Option<String> {
        let laid = self.dossier.aanvraag(nr)?.ligt_voor()?;
        laid.feit.antwoorden.iter().find(|given| given.vraag == code).map(|given| given.waarde.clone())
    }

    /// What is still asked, and whether that is a document: here it came on paper.
    fn missing(&self, nr: u32, op: Date, invoer: &TlvInvoer) -> Vec<(String, bool)> {
        let Some(aanvraag) = self.dossier.aanvraag(nr) else { return Vec::new() };
        let (beleid, actor) = (self.beleid_of(nr), self.school.ib());
        let ctx = Besluitvorming { wet: self.wereld.wet, beleid, vandaag: op, actor: &actor };
        let list = checklist::tlv(&self.dossier, aanvraag, invoer, &ctx);
        list.ontbreekt().map(|punt| (punt.code.clone(), punt.stuk)).collect()
    }

    /// A document came on paper that day. The throw is taken all the same, so that the rest of a story stays as it was.
    fn answer_on(&mut self, code: &str, on_paper: Option<Date>) -> String {
        let answer = self.answer(code);
        on_paper.map_or(answer, |day| day.to_string())
    }

    fn answer(&mut self, code: &str) -> String {
        match code {
            "ondersteuningsbehoefte" => self.tekst(teksten::BEHOEFTEN),
            "inzet_tot_nu_toe" => self.tekst(teksten::INZET),
            "gevraagde_categorie" => self.tekst(&["Laag: categorie 1.", "Midden: categorie 2."]),
            "gevraagde_periode" => {
                self.tekst(&["Twee hele schooljaren.", "Tot het einde van de basisschooltijd."])
            }
            "leerachterstand" => {
                "Inzichtelijk rekenen 0,55; begrijpend lezen 0,50; technisch lezen 0,40; spellen 0,45."
                    .to_owned()
            }
            "iq" => "71, dit schooljaar gemeten door een psycholoog van de begeleidingsdienst.".to_owned(),
            "korter_dan_een_jaar_in_nederland" => "Ja, al langer dan een heel schooljaar.".to_owned(),
            "swv_vervoer" => self.tekst(&[
                "Op de fiets, samen met een buurkind.",
                "De ouders brengen {naam} in de eerste weken.",
            ]),
            "swv_terugkijken" => self.tekst(&[
                "Elk half jaar, bij de bespreking van het plan.",
                "Aan het einde van het eerste schooljaar.",
            ]),
            _ => {
                self.tekst(&["Ja, vastgesteld aan het begin van het schooljaar en besproken met de ouders."])
            }
        }
    }

    /// Started, seen by the parents and sent so many days ago: the usual way to a decision.
    pub(super) fn verzonden(&mut self, geleden: i32) -> Stap {
        self.start(geleden + 16)?;
        self.zienswijzen(1, self.dag(geleden + 9))?;
        self.verzend(1, self.dag(geleden))
    }

    /// The partnership that decides on a request.
    pub(super) fn swv(&self, nr: u32) -> SwvCode {
        let found = self.dossier.aanvraag(nr).map(|aanvraag| aanvraag.swv.uitkomst.clone());
        found.unwrap_or_else(|| self.verband().po.clone())
    }

    /// The loket of the partnership that decides on a request.
    pub(super) fn loket(&self, nr: u32) -> Actor {
        self.verband().loket(&self.swv(nr))
    }

    /// Any pair that the law accepts; those of the demo's accounts come first in its files.
    pub(super) fn koppel(&mut self) -> Koppel {
        if self.thuis && self.worp.kans(60) {
            return Koppel(0, 1);
        }
        Koppel(self.worp.kies(&[0, 2]), self.worp.kies(&[1, 3, 4, 5]))
    }

    fn expert(&self, at: usize) -> Deskundige {
        self.verband().deskundigen[at].clone()
    }

    /// Both experts of a pair are asked.
    pub(super) fn wijs_toe(&mut self, nr: u32, op: Date, koppel: Koppel) -> Stap {
        let ask = [koppel.0, koppel.1].map(|at| self.assignment(nr, at).into());
        self.doe(op, self.loket(nr), ask.into())
    }

    fn assignment(&self, nr: u32, at: usize) -> WijsDeskundigeToe {
        let Deskundige { account, naam, discipline } = self.expert(at);
        WijsDeskundigeToe { aanvraag: nr, persoon: account, naam, discipline, onafhankelijk: true }
    }

    /// The funding category of this child's requests; none where the law has none.
    pub(super) fn categorie(&self, nr: u32) -> Option<u8> {
        let soort = self.dossier.aanvraag(nr)?.soort;
        let letters = self.kind.roepnaam.chars().count() + self.kind.achternaam.chars().count();
        let categorie = match letters % 6 {
            0 => 3,
            1 | 2 => 2,
            _ => 1,
        };
        matches!(soort, TlvSoort::So | TlvSoort::Vso).then_some(categorie)
    }

    /// One expert advises.
    pub(super) fn adviseer(&mut self, nr: u32, op: Date, at: usize, uitkomst: Adviesuitkomst) -> Stap {
        let positive = uitkomst == Adviesuitkomst::Toelaatbaar;
        let tekst = self.tekst(if positive { teksten::ADVIES_JA } else { teksten::ADVIES_NEE });
        let categorie = self.categorie(nr).filter(|_| positive);
        self.advies(
            op,
            at,
            BrengAdviesUit { aanvraag: nr, door: Vec::new(), uitkomst, categorie, tot_en_met: None, tekst },
        )
    }

    /// The expert signs, also where another is asked to sign too.
    fn advies(&mut self, op: Date, at: usize, mut opdracht: BrengAdviesUit) -> Stap {
        let expert = self.expert(at);
        opdracht.door.push(expert.account.clone());
        let actor = expert.actor(&self.swv(opdracht.aanvraag));
        self.doe(op, actor, vec![opdracht.into()])
    }

    /// The expert takes the own advice back.
    fn herzie(&mut self, nr: u32, op: Date, at: usize) -> Stap {
        let actor = self.expert(at).actor(&self.swv(nr));
        let waarom = "Er stond een fout in: de school gaf al meer hulp dan ik schreef.".to_owned();
        self.doe(op, actor, vec![HerzieAdvies { aanvraag: nr, waarom }.into()])
    }

    /// Sent so many days ago, and advised by both: four days to assign, two weeks to advise.
    pub(super) fn geadviseerd(&mut self, geleden: i32, uitkomsten: [Adviesuitkomst; 2]) -> Stap {
        self.verzonden(geleden)?;
        let koppel = self.koppel();
        self.wijs_toe(1, self.dag(geleden - 4), koppel)?;
        self.adviseer(1, self.dag(geleden - 14), koppel.0, uitkomsten[0])?;
        self.adviseer(1, self.dag(geleden - 18), koppel.1, uitkomsten[1])
    }
}

/// Both experts say yes.
pub(super) const JA: [Adviesuitkomst; 2] = [Adviesuitkomst::Toelaatbaar; 2];
/// Both say no.
pub(super) const NEE: [Adviesuitkomst; 2] = [Adviesuitkomst::NietToelaatbaar; 2];
/// They differ.
pub(super) const VERDEELD: [Adviesuitkomst; 2] =
    [Adviesuitkomst::Toelaatbaar, Adviesuitkomst::NietToelaatbaar];

pub(super) fn gestart(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(2, 25);
    v.start(geleden)?;
    // Half of them wait for what the parents think, and so does the family that one can choose.
    if geleden % 2 == 0 || v.voorbeeld.is_some() { v.leg_voor(1, v.dag(geleden - 1)) } else { Ok(()) }
}

pub(super) fn met_zienswijze(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(9, 25);
    v.start(geleden)?;
    v.zienswijzen(1, v.dag(geleden - 7))
}

pub(super) fn aangevraagd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(1, 15);
    v.verzonden(geleden)
}

pub(super) fn blijft_liggen(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(36, 46);
    v.verzonden(geleden)
}

fn ask_completion(v: &mut Verteller<'_>, op: Date, tot_en_met: Date) -> Stap {
    let (wat, waarom) = (v.regels(teksten::AANVULLING), v.tekst(teksten::AANVULLING_WAAROM));
    v.doe(op, v.loket(1), vec![VraagAanvulling { aanvraag: 1, wat, waarom, tot_en_met }.into()])
}

pub(super) fn aanvulling_open(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(10, 30);
    v.verzonden(geleden)?;
    let over = v.worp.tussen(1, 10);
    ask_completion(v, v.dag(4), v.datum(over))
}

pub(super) fn aanvulling_verlopen(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(24, 34);
    v.verzonden(geleden)?;
    ask_completion(v, v.dag(16), v.datum(-2))
}

pub(super) fn aangevuld(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(18, 34);
    v.verzonden(geleden)?;
    ask_completion(v, v.dag(geleden - 5), v.datum(9 - geleden))?;
    let op = v.dag(geleden - 10);
    let answer = "De evaluatie is toegevoegd: twee van de drie doelen zijn gehaald.".to_owned();
    let antwoorden = vec![("inzet_tot_nu_toe".to_owned(), answer)];
    v.ib(op, OntvangAanvulling { aanvraag: 1, op, antwoorden, bijlagen: Vec::new() })
}

pub(super) fn geen_advies(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(8, 38);
    v.verzonden(geleden)?;
    let koppel = v.koppel();
    v.wijs_toe(1, v.dag(geleden - 4), koppel)
}

/// Either of the two writes, and the other has not signed yet.
pub(super) fn voorgelegd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(18, 42);
    v.verzonden(geleden)?;
    let koppel = v.koppel();
    v.wijs_toe(1, v.dag(geleden - 4), koppel)?;
    let (writes, signs) = if v.worp.kans(50) { (koppel.0, koppel.1) } else { (koppel.1, koppel.0) };
    let joint = BrengAdviesUit {
        aanvraag: 1,
        door: vec![v.expert(signs).account.clone()],
        uitkomst: Adviesuitkomst::Toelaatbaar,
        categorie: v.categorie(1),
        tot_en_met: None,
        tekst: v.tekst(teksten::ADVIES_JA),
    };
    v.advies(v.dag(geleden - 14), writes, joint)
}

pub(super) fn een_advies(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(18, 42);
    v.verzonden(geleden)?;
    one_advice(v, geleden)
}

/// Either of the two advises first.
fn one_advice(v: &mut Verteller<'_>, geleden: i32) -> Stap {
    let koppel = v.koppel();
    v.wijs_toe(1, v.dag(geleden - 4), koppel)?;
    let at = if v.worp.kans(50) { koppel.0 } else { koppel.1 };
    v.adviseer(1, v.dag(geleden - 14), at, Adviesuitkomst::Toelaatbaar)
}

pub(super) fn deskundige_vervangen(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(22, 40);
    v.verzonden(geleden)?;
    v.wijs_toe(1, v.dag(geleden - 4), Koppel(0, 1))?;
    v.adviseer(1, v.dag(geleden - 11), 0, Adviesuitkomst::Toelaatbaar)?;
    v.herzie(1, v.dag(geleden - 12), 0)?;
    v.adviseer(1, v.dag(geleden - 12), 0, Adviesuitkomst::Toelaatbaar)?;
    let op = v.dag(geleden - 16);
    let reden = "Op eigen verzoek, door ziekte.".to_owned();
    let stops = BeeindigToewijzing { aanvraag: 1, persoon: v.expert(1).account, reden };
    let next = v.assignment(1, 3);
    v.doe(op, v.loket(1), vec![stops.into(), next.into()])
}

pub(super) fn geadviseerd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(24, 46);
    v.geadviseerd(geleden, JA)
}

pub(super) fn vertraagd(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(62, 68);
    v.verzonden(geleden)?;
    one_advice(v, geleden)?;
    let reden = v.tekst(teksten::VERTRAGING);
    let nieuwe_datum = v.datum(9);
    v.doe(v.dag(geleden - 50), v.loket(1), vec![MeldVertraging { aanvraag: 1, nieuwe_datum, reden }.into()])
}

pub(super) fn in_gebreke(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(64, 70);
    v.geadviseerd(geleden, JA)?;
    let op = v.dag(4);
    let van = v.school.school.naam.clone();
    v.doe(
        op,
        v.loket(1),
        vec![
            OntvangIngebrekestelling { aanvraag: 1, ontvangen_op: op, afzender: Afzender::Aanvrager, van }
                .into(),
        ],
    )
}

pub(super) fn vso(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(20, 40);
    v.vraagt = Some(TlvSoort::Vso);
    v.verzonden(geleden)?;
    one_advice(v, geleden)
}

pub(super) fn pro(v: &mut Verteller<'_>) -> Stap {
    let geleden = v.worp.tussen(2, 20);
    v.vraagt = Some(TlvSoort::Pro);
    v.verzonden(geleden)
}
