//! P2, the plan: its stories, what the law refuses, whose turn it is, and what it brings to the tests of every process.

use base::dates;
use dossier::beurt::{Beurt, Zet};
use dossier::leven::opdracht::WijzigGezag;
use dossier::leven::stem::Stem;
use dossier::opdracht::velden::{Rijgroep, Rijplaats, Rijwaarde};
use dossier::plan::concept::{DeelConcept, Doelvelden};
use dossier::plan::feiten::Plandoel;
use dossier::plan::opdracht::{
    AdviseerOverPlan, BeeindigPlan, EvalueerPlan, LegInbrengVast, LegOverlegVast, LichtToeAanLeerling,
    SluitCyclusAf, StartPlan, StelLeerlingInGelegenheid, StelPlanVast, StemIn, WeigerInstemming,
};
use dossier::plan::soort::{Doelresultaat, Hoorwijze, Planeinde, Plansoort, Planvervolg};
use dossier::plan::staat::PlanFase;
use dossier::plan::uitgevoerd::Doeluitkomst;
use dossier::soort::{Relatie, Schoolsoort};
use dossier::{Actor, Dossier, Opdracht, Rol};
use proptest::prelude::*;

use crate::feiten_tabel::{Bij, Feitrij};
use crate::gegeven::{
    IJSVOGEL, LIBEL, WATERJUFFER, Zaak, actor, d, directie, ib, ingeschreven, kind, ouder, ouder_met_gezag,
    schrijf_in, schrijf_uit, vestiging,
};
use crate::velden::{Rij, Soort, rij};
use crate::wandeling::last;
use crate::willekeur::Vulling;
use crate::{Doet, Proef};

mod aanvraag;
mod randen;
mod regels;
mod samen;
mod wandelen;

use wandelen::{getypt, neemt, stappen, willekeurig};

/// What the plan brings to the tests that walk over all processes.
pub(crate) const PROEF: Proef = Proef {
    verhalen: || vec![een_jaar(), zonder_instemming(), in_speciaal_onderwijs(), klein_plan()],
    feiten: &FEITEN,
    tekeningen: &[("plan", include_str!("../../../../docs/state-machines/plan.md"))],
    codes: &[PlanFase::CODES],
    fasen,
    neemt,
    willekeurig,
    stappen: &[stappen],
    zijwegen,
    doet: DOET,
    van_wie: &VAN_WIE,
    getypt,
    anders_gelezen: &[],
};

const PLAN: &str = "plan";

const FEITEN: [Feitrij; 17] = [
    ("plan_gestart", PLAN, "C", "geen", Bij::Handelend),
    ("uitstroom_beschreven", PLAN, "C", "geen", Bij::School),
    ("factoren_beschreven", PLAN, "D", "geen", Bij::School),
    ("handelingsdeel_beschreven", PLAN, "F", "geen", Bij::School),
    ("concept_gedeeld", PLAN, "C", "soms", Bij::School),
    ("leerling_in_gelegenheid_gesteld", PLAN, "C", "geen", Bij::School),
    ("leerling_gehoord", PLAN, "C", "geen", Bij::School),
    ("leerling_zag_af", PLAN, "C", "geen", Bij::School),
    ("uitleg_aan_leerling", PLAN, "C", "geen", Bij::School),
    ("overleg_gevoerd", PLAN, "C", "geen", Bij::School),
    ("handelingsdeel_ingestemd", PLAN, "F", "geen", Bij::School),
    ("instemming_geweigerd", PLAN, "F", "brief", Bij::School),
    ("commissie_geadviseerd", PLAN, "C", "geen", Bij::School),
    ("plan_vastgesteld", PLAN, "C", "soms", Bij::Handelend),
    ("cyclus_afgesloten", PLAN, "F", "geen", Bij::School),
    ("plan_geevalueerd", PLAN, "F", "geen", Bij::School),
    ("plan_beeindigd", PLAN, "C", "geen", Bij::Handelend),
];

const DOET: &[Doet] = &[
    (&[Rol::Ib, Rol::Directie], &["start_plan", "stel_plan_vast", "beeindig_plan"]),
    (
        &[Rol::Ib, Rol::CommissieBegeleiding],
        &[
            "deel_concept",
            "stel_leerling_in_gelegenheid",
            "leg_inbreng_vast",
            "licht_toe_aan_leerling",
            "leg_overleg_vast",
        ],
    ),
    (&[Rol::CommissieBegeleiding], &["adviseer_over_plan"]),
    (&[Rol::Ib, Rol::CommissieBegeleiding, Rol::Ouder, Rol::Leerling], &["stem_in", "weiger_instemming"]),
    (&[Rol::Leerkracht, Rol::Ib, Rol::CommissieBegeleiding], &["sluit_cyclus_af", "evalueer_plan"]),
];

const VAN_WIE: [(Rol, &[Zet]); 3] = [
    (
        Rol::Ib,
        &[
            Zet::PlanMaken,
            Zet::LeerlingVragen,
            Zet::LeerlingUitleggen,
            Zet::OudersSpreken,
            Zet::PlanVaststellen,
            Zet::CyclusAfsluiten,
            Zet::PlanEvalueren,
            Zet::PlanVervolgen,
        ],
    ),
    (Rol::CommissieBegeleiding, &[Zet::PlanAdviseren]),
    (Rol::Ouder, &[Zet::InstemmingGeven]),
];

/// A plan of a school is begun.
fn begin(school: &str, soort: Plansoort) -> StartPlan {
    StartPlan { vestiging: vestiging(school), soort, onderwijs: None, uit_plan: None }
}

/// A goal as it stands in a row of a form.
fn doel(nr: u32, tot_en_met: &str) -> Rijwaarde<Plandoel> {
    let waarde = Plandoel {
        wat: "Sam leest zelf een bladzijde.".into(),
        wie: "juf Bries".into(),
        hoe: "Elke dag tien minuten samen.".into(),
        tot_en_met: d(tot_en_met),
        meten: "met een leestoets".into(),
    };
    Rijwaarde { rij: Rijplaats { lijst: "doelen", nr, naam: Doelvelden::rij(nr) }, waarde }
}

/// Everything that the law asks to stand in it.
fn concept(plan: u32) -> DeelConcept {
    DeelConcept {
        plan,
        uit_versie: None,
        bestemming: "vmbo, basisberoepsgerichte leerweg".into(),
        onderbouwing: "Sam leert met de handen.".into(),
        wijkt_af: false,
        afwijkingen: String::new(),
        soort_arbeid: String::new(),
        belemmerend: "Veel geluid leidt Sam af.".into(),
        bevorderend: "Vaste gezichten helpen.".into(),
        begeleiding: "Drie keer in de week lezen in een klein groepje.".into(),
        van: Some(d("2026-03-16")),
        tot_en_met: Some(d("2026-12-18")),
        cyclus_weken: 10,
        doelen: vec![doel(1, "2026-07-10")],
    }
}

fn gevraagd(plan: u32, zaak: &Zaak) -> StelLeerlingInGelegenheid {
    StelLeerlingInGelegenheid {
        plan,
        op: zaak.vandaag,
        door: "juf Bries".into(),
        hoe: "Sam mocht kiezen: praten of tekenen.".into(),
    }
}

fn gezegd(plan: u32, zaak: &Zaak) -> LegInbrengVast {
    LegInbrengVast {
        plan,
        op: zaak.vandaag,
        zag_af: false,
        wijze: Some(Hoorwijze::Tekening),
        woorden: "Ik wil bij het raam zitten.".into(),
    }
}

/// All parents; nobody where the pupil decides.
fn ouders(zaak: &Zaak) -> Vec<u32> {
    if zaak.dossier.handelt_zelf(zaak.vandaag) {
        return Vec::new();
    }
    zaak.dossier.ouders_op(zaak.vandaag).map(|persoon| persoon.nr).collect()
}

fn overleg(plan: u32, zaak: &Zaak) -> LegOverlegVast {
    LegOverlegVast {
        plan,
        op: zaak.vandaag,
        personen: ouders(zaak),
        waarom_niet: String::new(),
        woorden: "Zij vinden het een goed plan.".into(),
    }
}

fn versie(zaak: &Zaak, plan: u32) -> u32 {
    let part = zaak.dossier.plan(plan).and_then(|plan| plan.te_beoordelen().map(|part| part.versie));
    part.unwrap_or(1)
}

fn stem_in(zaak: &Zaak, plan: u32, van: u32, namens: bool) -> StemIn {
    StemIn { plan, van: Stem::van_nummer(van), handelingsdeel: versie(zaak, plan), namens }
}

fn weiger(zaak: &Zaak, plan: u32, van: u32, namens: bool) -> WeigerInstemming {
    WeigerInstemming {
        plan,
        van: Stem::van_nummer(van),
        handelingsdeel: versie(zaak, plan),
        reden: "Te weinig uren.".into(),
        namens,
    }
}

fn vast(plan: u32) -> StelPlanVast {
    StelPlanVast { plan, zonder_handelingsdeel: false }
}

fn uitkomst(nr: u32, doel: u32) -> Rijwaarde<Doeluitkomst> {
    let waarde =
        Doeluitkomst { doel, resultaat: Doelresultaat::Deels, toelichting: "Een halve bladzijde.".into() };
    Rijwaarde { rij: Rijplaats { lijst: "uitkomsten", nr, naam: Doelvelden::rij(nr) }, waarde }
}

fn cyclus(plan: u32, zaak: &Zaak) -> SluitCyclusAf {
    SluitCyclusAf { plan, op: zaak.vandaag, uitkomsten: vec![uitkomst(1, 1)] }
}

fn evaluatie(plan: u32, zaak: &Zaak) -> EvalueerPlan {
    EvalueerPlan {
        plan,
        op: zaak.vandaag,
        personen: ouders(zaak),
        met_leerling: true,
        waarom_niet: String::new(),
        conclusie: "Het gaat beter met lezen.".into(),
        vervolg: Planvervolg::Bijstellen,
    }
}

fn stop(plan: u32) -> BeeindigPlan {
    BeeindigPlan { plan, reden: Planeinde::NietMeerNodig, toelichting: "Sam leest mee met de groep.".into() }
}

/// Everybody was heard about the version that lies there; nobody has agreed.
fn gehoord(zaak: &mut Zaak, plan: u32) {
    let (asked, said, talk) = (gevraagd(plan, zaak), gezegd(plan, zaak), overleg(plan, zaak));
    let op = zaak.vandaag;
    zaak.als(ib(WATERJUFFER)).doe(asked).doe(said);
    zaak.doe(LichtToeAanLeerling { plan, op, invloed: "Sam zit nu bij het raam.".into() }).doe(talk);
}

/// An ontwikkelingsperspectief of a basisschool lies before the parent, and everybody was heard.
fn ligt_voor() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp)).doe(concept(1));
    gehoord(&mut zaak, 1);
    zaak
}

/// The same, adopted with the agreement of the parent.
fn vastgesteld() -> Zaak {
    let mut zaak = ligt_voor();
    let yes = stem_in(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(yes);
    zaak.als(ib(WATERJUFFER)).doe(vast(1));
    zaak
}

/// A plan is made, agreed to, carried out, evaluated and ended.
fn een_jaar() -> Zaak {
    let mut zaak = vastgesteld();
    zaak.op("2026-05-26");
    let over = cyclus(1, &zaak);
    zaak.doe(over).op("2026-06-15");
    let looked = evaluatie(1, &zaak);
    zaak.doe(looked);
    zaak.doe(DeelConcept { bestemming: "vmbo, kaderberoepsgerichte leerweg".into(), ..concept(1) });
    gehoord(&mut zaak, 1);
    zaak.doe(vast(1)).op("2026-12-18").doe(stop(1));
    zaak
}

/// A parent says no, and the rest is adopted; another version finds agreement.
fn zonder_instemming() -> Zaak {
    let mut zaak = ligt_voor();
    let no = weiger(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(no);
    zaak.als(ib(WATERJUFFER)).doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    zaak.op("2026-03-20").doe(DeelConcept { begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    gehoord(&mut zaak, 1);
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.doe(yes).doe(vast(1));
    zaak
}

/// In special education the commissie advises, and the pupil chooses to say nothing.
fn in_speciaal_onderwijs() -> Zaak {
    let mut zaak = kind("2018-03-12");
    zaak.op_school(schrijf_in(LIBEL, Schoolsoort::So, "2026-02-23")).als(ib(LIBEL));
    zaak.doe(begin(LIBEL, Plansoort::OppLicht)).doe(DeelConcept { doelen: Vec::new(), ..concept(1) });
    let (asked, said, talk) = (gevraagd(1, &zaak), gezegd(1, &zaak), overleg(1, &zaak));
    zaak.doe(asked).doe(LegInbrengVast {
        zag_af: true,
        wijze: None,
        woorden: "Weet ik niet.".into(),
        ..said
    });
    let op = zaak.vandaag;
    zaak.doe(talk).als(commissie(LIBEL)).doe(AdviseerOverPlan {
        plan: 1,
        op,
        advies: "Wij zijn het eens.".into(),
    });
    let yes = stem_in(&zaak, 1, 1, true);
    zaak.als(ib(LIBEL)).doe(yes).doe(vast(1));
    zaak
}

/// A plan that the law does not know grows into one that it does.
fn klein_plan() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.doe(begin(WATERJUFFER, Plansoort::Handelingsplan));
    zaak.doe(DeelConcept { bestemming: String::new(), onderbouwing: String::new(), ..concept(1) })
        .doe(vast(1));
    zaak.doe(StartPlan { uit_plan: Some(1), ..begin(WATERJUFFER, Plansoort::Opp) });
    zaak.doe(BeeindigPlan { reden: Planeinde::AnderPlan, toelichting: String::new(), ..stop(1) });
    zaak
}

fn commissie(school: &str) -> Actor {
    actor("p-commissie", Rol::CommissieBegeleiding, &format!("school/{school}"))
}

fn fasen(dossier: &Dossier) -> Vec<(String, String)> {
    let code =
        |plan: &dossier::plan::staat::Plan| (format!("plan {}", plan.nr), plan.fase().code().to_owned());
    dossier.plannen.iter().map(code).collect()
}

fn zijwegen() -> Vec<Zaak> {
    let mut all = Vec::new();
    for mut zaak in [ingeschreven_met_plan(), ligt_voor()] {
        all.push(zaak.doe(stop(1)).clone());
    }
    let mut left_out = ligt_voor();
    let no = weiger(&left_out, 1, 1, true);
    left_out.doe(no).doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    all.push(left_out.clone().doe(stop(1)).clone());
    // The parent says yes after all.
    let mut after_all = left_out.clone();
    let yes = stem_in(&after_all, 1, 1, true);
    all.push(after_all.doe(yes).doe(vast(1)).clone());
    // Another version, and the parent still does not agree.
    left_out.op("2026-03-20").doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    gehoord(&mut left_out, 1);
    all.push(left_out.doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true }).clone());
    let mut changed = vastgesteld();
    changed.op("2026-03-20").doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    all.push(changed.doe(stop(1)).clone());
    all
}

fn ingeschreven_met_plan() -> Zaak {
    let mut zaak = ingeschreven();
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp));
    zaak
}
