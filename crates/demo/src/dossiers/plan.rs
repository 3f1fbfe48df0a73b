//! Plans: being made, lying before the parents, adopted in few words or over several rounds, without agreement, changed, and ended.

use std::collections::BTreeSet;

use base::Date;
use dossier::leven::stem::Stem;
use dossier::opdracht::Opdracht;
use dossier::opdracht::velden::{Rijgroep, Rijplaats, Rijwaarde};
use dossier::plan::concept::{DeelConcept, Doelvelden};
use dossier::plan::feiten::Plandoel;
use dossier::plan::opdracht::{
    BeeindigPlan, EvalueerPlan, LegInbrengVast, LegOverlegVast, LichtToeAanLeerling, SluitCyclusAf,
    StartPlan, StelLeerlingInGelegenheid, StelPlanVast, StemIn, WeigerInstemming,
};
use dossier::plan::soort::{Doelresultaat, Hoorwijze, Planeinde, Plansoort, Planvervolg};
use dossier::plan::uitgevoerd::Doeluitkomst;

use super::teksten;
use super::verteller::{Stap, Verteller, plus};

/// The plan of each story.
const PLAN: u32 = 1;

/// Begun, and nothing written that the family saw.
pub(super) fn in_de_maak(v: &mut Verteller<'_>) -> Stap {
    begin(v, 20, Plansoort::Opp)
}

/// A first version lies there, and one of the parents said yes.
pub(super) fn ligt_voor(v: &mut Verteller<'_>) -> Stap {
    begin(v, 30, Plansoort::Opp)?;
    let op = v.dag(6);
    deel(v, op, 1)?;
    let day = v.dag(5);
    gevraagd(v, day)?;
    let own = eigen(v);
    v.een_ouder(v.dag(4), |van| stem(&own, van, 1, true))
}

/// In few words: the pupil chose to say nothing.
pub(super) fn kort(v: &mut Verteller<'_>) -> Stap {
    begin(v, 110, Plansoort::OppLicht)?;
    let op = v.dag(100);
    deel(v, op, 0)?;
    let day = v.dag(98);
    gevraagd(v, day)?;
    let said = LegInbrengVast { plan: PLAN, op: day, zag_af: true, wijze: None, woorden: String::new() };
    v.ib(day, said)?;
    gesproken(v, day)?;
    stemmen(v, v.dag(95), 1, true)?;
    vast(v, v.dag(94), false)
}

/// Over three rounds with goals, and evaluated.
pub(super) fn rondes(v: &mut Verteller<'_>) -> Stap {
    vastgesteld(v, 270)?;
    for geleden in [190, 120, 50] {
        let op = v.dag(geleden);
        let resultaat = v.worp.kies(Doelresultaat::ALL);
        let toelichting = v.tekst(teksten::DOEL_BEREIKT);
        let rows = (1..=2).map(|doel| {
            let waarde = Doeluitkomst { doel, resultaat, toelichting: toelichting.clone() };
            Rijwaarde {
                rij: Rijplaats { lijst: "uitkomsten", nr: doel, naam: Doelvelden::rij(doel) },
                waarde,
            }
        });
        v.ib(op, SluitCyclusAf { plan: PLAN, op, uitkomsten: rows.collect() })?;
    }
    let op = v.dag(40);
    let personen = v.dossier.ouders_op(op).map(|persoon| persoon.nr).collect();
    let conclusie = v.tekst(teksten::EVALUATIES);
    let looked = EvalueerPlan {
        plan: PLAN,
        op,
        personen,
        met_leerling: true,
        waarom_niet: String::new(),
        conclusie,
        vervolg: Planvervolg::Doorgaan,
    };
    v.ib(op, looked)
}

/// Everybody said no, and the rest was adopted.
pub(super) fn zonder_instemming(v: &mut Verteller<'_>) -> Stap {
    gehoord(v, 60)?;
    stemmen(v, v.dag(50), 1, false)?;
    vast(v, v.dag(40), true)
}

/// One of the parents agrees and the other does not.
pub(super) fn oneens(v: &mut Verteller<'_>) -> Stap {
    gehoord(v, 40)?;
    let op = v.dag(30);
    let own = eigen(v);
    v.een_ouder(op, |van| stem(&own, van, 1, true))?;
    let said: Vec<Stem> =
        v.dossier.plan(PLAN).into_iter().flat_map(|plan| &plan.stemmen).map(|said| said.van).collect();
    let together = v.dossier.beslissen_samen(op);
    let silent = |van: &u32| !said.iter().any(|one| one.is_zelfde(Stem::Persoon(*van), &v.dossier.personen));
    let Some(other) = together.iter().map(|persoon| persoon.nr).rfind(silent) else { return Ok(()) };
    v.ib(v.dag(20), stem(&BTreeSet::new(), Some(other), 1, false))
}

/// Adopted before, and another version lies there.
pub(super) fn bijstelling(v: &mut Verteller<'_>) -> Stap {
    vastgesteld(v, 160)?;
    let op = v.dag(5);
    deel(v, op, 3)
}

/// The help is not needed any more.
pub(super) fn gestopt(v: &mut Verteller<'_>) -> Stap {
    vastgesteld(v, 200)?;
    let toelichting = v.tekst(&["{naam} werkt weer mee met de groep.", "De doelen zijn behaald."]);
    v.ib(v.dag(15), BeeindigPlan { plan: PLAN, reden: Planeinde::NietMeerNodig, toelichting })
}

/// A plan that the law does not know.
pub(super) fn handelingsplan(v: &mut Verteller<'_>) -> Stap {
    begin(v, 60, Plansoort::Handelingsplan)?;
    let op = v.dag(55);
    deel(v, op, 1)?;
    vast(v, v.dag(50), false)
}

fn begin(v: &mut Verteller<'_>, geleden: i32, soort: Plansoort) -> Stap {
    v.leerling(geleden + 30)?;
    let vestiging = v.school.school.vestiging.clone();
    v.ib(v.dag(geleden), StartPlan { vestiging, soort, onderwijs: None, uit_plan: None })
}

/// Written, and everybody heard.
fn gehoord(v: &mut Verteller<'_>, geleden: i32) -> Stap {
    begin(v, geleden, Plansoort::Opp)?;
    let op = v.dag(geleden - 5);
    deel(v, op, 2)?;
    let day = v.dag(geleden - 6);
    gevraagd(v, day)?;
    let woorden = v.tekst(teksten::LEERLINGEN);
    let wijze = Some(v.worp.kies(Hoorwijze::ALL));
    v.ib(day, LegInbrengVast { plan: PLAN, op: day, zag_af: false, wijze, woorden })?;
    let invloed = v.tekst(teksten::UITLEG_AAN_LEERLING);
    v.ib(day, LichtToeAanLeerling { plan: PLAN, op: day, invloed })?;
    gesproken(v, day)
}

/// The same, with agreement and adopted.
fn vastgesteld(v: &mut Verteller<'_>, geleden: i32) -> Stap {
    gehoord(v, geleden)?;
    stemmen(v, v.dag(geleden - 8), 1, true)?;
    vast(v, v.dag(geleden - 9), false)
}

fn vast(v: &mut Verteller<'_>, op: Date, zonder_handelingsdeel: bool) -> Stap {
    v.ib(op, StelPlanVast { plan: PLAN, zonder_handelingsdeel })
}

fn gevraagd(v: &mut Verteller<'_>, op: Date) -> Stap {
    let hoe =
        v.tekst(&["{naam} mocht kiezen: praten, tekenen of schrijven.", "In een gesprek met plaatjes."]);
    v.ib(op, StelLeerlingInGelegenheid { plan: PLAN, op, door: "de leerkracht".to_owned(), hoe })
}

fn gesproken(v: &mut Verteller<'_>, op: Date) -> Stap {
    let personen = v.dossier.ouders_op(op).map(|persoon| persoon.nr).collect();
    let woorden =
        v.tekst(&["De ouders herkennen {naam} in het plan.", "De ouders vragen om elke week te bellen."]);
    v.ib(op, LegOverlegVast { plan: PLAN, op, personen, waarom_niet: String::new(), woorden })
}

/// Lays a version before the parents, with so many goals.
fn deel(v: &mut Verteller<'_>, op: Date, doelen: u32) -> Stap {
    let last = plus(op, 330);
    let goals = (1..=doelen).map(|nr| {
        let waarde = Plandoel {
            wat: v.tekst(teksten::DOELEN),
            wie: "de leerkracht".to_owned(),
            hoe: String::new(),
            tot_en_met: plus(op, 280),
            meten: "met een lijst van wat is gelukt".to_owned(),
        };
        Rijwaarde { rij: Rijplaats { lijst: "doelen", nr, naam: Doelvelden::rij(nr) }, waarde }
    });
    let doelen = goals.collect();
    let written = DeelConcept {
        plan: PLAN,
        uit_versie: None,
        bestemming: v
            .worp
            .kies(&["vmbo, basisberoepsgerichte leerweg", "vmbo, kaderberoepsgerichte leerweg"])
            .to_string(),
        onderbouwing: v.tekst(&[
            "{naam} leert met de handen en werkt graag door.",
            "De toetsen van twee jaar wijzen daarop.",
        ]),
        wijkt_af: false,
        afwijkingen: String::new(),
        soort_arbeid: String::new(),
        belemmerend: v.tekst(&["Veel geluid leidt {naam} af.", "{naam} wordt snel moe."]),
        bevorderend: v.tekst(&["Vaste gezichten helpen.", "{naam} leert graag samen met een maatje."]),
        begeleiding: v.tekst(teksten::BEHOEFTEN),
        van: Some(op),
        tot_en_met: Some(last),
        cyclus_weken: 10,
        doelen,
    };
    v.ib(op, written)
}

/// Those who answer on a page of their own.
fn eigen(v: &Verteller<'_>) -> BTreeSet<u32> {
    let people = v.dossier.personen.iter();
    people.filter(|persoon| v.dossier.antwoordt_zelf(persoon)).map(|persoon| persoon.nr).collect()
}

fn stemmen(v: &mut Verteller<'_>, op: Date, versie: u32, ja: bool) -> Stap {
    let own = eigen(v);
    v.samen(op, |van| stem(&own, van, versie, ja))
}

/// A yes or a no to the help as it stands in a version.
fn stem(own: &BTreeSet<u32>, van: Option<u32>, handelingsdeel: u32, ja: bool) -> Opdracht {
    let van = van.unwrap_or(1);
    let namens = !own.contains(&van);
    let van = Stem::Persoon(van);
    if ja {
        return StemIn { plan: PLAN, van, handelingsdeel, namens }.into();
    }
    let reden = "Wij willen dat de hulp in de klas is.".to_owned();
    WeigerInstemming { plan: PLAN, van, handelingsdeel, reden, namens }.into()
}
