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
    ("concept_gedeeld", PLAN, "C", "geen", Bij::School),
    ("leerling_in_gelegenheid_gesteld", PLAN, "C", "geen", Bij::School),
    ("leerling_gehoord", PLAN, "C", "geen", Bij::School),
    ("leerling_zag_af", PLAN, "C", "geen", Bij::School),
    ("uitleg_aan_leerling", PLAN, "C", "geen", Bij::School),
    ("overleg_gevoerd", PLAN, "C", "geen", Bij::School),
    ("handelingsdeel_ingestemd", PLAN, "F", "geen", Bij::School),
    ("instemming_geweigerd", PLAN, "F", "geen", Bij::School),
    ("commissie_geadviseerd", PLAN, "C", "geen", Bij::School),
    ("plan_vastgesteld", PLAN, "C", "geen", Bij::Handelend),
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
            "adviseer_over_plan",
        ],
    ),
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

fn overleg(plan: u32, zaak: &Zaak) -> LegOverlegVast {
    let personen = zaak.dossier.ouders_op(zaak.vandaag).map(|persoon| persoon.nr).collect();
    LegOverlegVast { plan, op: zaak.vandaag, personen, woorden: "Zij vinden het een goed plan.".into() }
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
    let personen = zaak.dossier.ouders_op(zaak.vandaag).map(|persoon| persoon.nr).collect();
    EvalueerPlan {
        plan,
        op: zaak.vandaag,
        personen,
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

/// With what a turn is taken.
fn neemt(zaak: &Zaak, beurt: &Beurt) -> Vec<Opdracht> {
    let Some(dossier::beurt::Onderwerp::Plan(plan)) = beurt.onderwerp else { return Vec::new() };
    let today = zaak.vandaag;
    let asked = || zaak.dossier.stemmen_op(today);
    match beurt.zet {
        Zet::PlanMaken => vec![later(zaak, plan).into()],
        Zet::PlanVervolgen => vec![later(zaak, plan).into(), stop(plan).into()],
        Zet::LeerlingVragen => vec![gevraagd(plan, zaak).into()],
        Zet::LeerlingUitleggen => {
            vec![LichtToeAanLeerling { plan, op: today, invloed: "Het raam.".into() }.into()]
        }
        Zet::OudersSpreken => vec![overleg(plan, zaak).into()],
        Zet::PlanAdviseren => vec![AdviseerOverPlan { plan, op: today, advies: "Goed.".into() }.into()],
        // Who spoke can change their mind while another, who has no page, has not spoken.
        Zet::InstemmingGeven => {
            let words = asked().into_iter().flat_map(|van| {
                let yes = StemIn { van, ..stem_in(zaak, plan, 1, false) };
                [yes.into(), WeigerInstemming { van, ..weiger(zaak, plan, 1, false) }.into()]
            });
            words.collect()
        }
        Zet::PlanVaststellen => {
            let without = StelPlanVast { plan, zonder_handelingsdeel: true };
            vec![vast(plan).into(), without.into()]
        }
        Zet::CyclusAfsluiten => vec![cyclus(plan, zaak).into()],
        Zet::PlanEvalueren => {
            let nobody =
                EvalueerPlan { personen: Vec::new(), waarom_niet: "ziek".into(), ..evaluatie(plan, zaak) };
            vec![evaluatie(plan, zaak).into(), nobody.into()]
        }
        _ => Vec::new(),
    }
}

/// A version for the time that follows.
fn later(zaak: &Zaak, plan: u32) -> DeelConcept {
    let day = |days| dates::plus_days(zaak.vandaag, days).expect("a day");
    let mut goal = doel(1, "2026-07-10");
    goal.waarde.tot_en_met = day(60);
    let begeleiding = format!("Lezen, zoals afgesproken op {}.", zaak.vandaag);
    DeelConcept {
        van: Some(zaak.vandaag),
        tot_en_met: Some(day(90)),
        doelen: vec![goal],
        begeleiding,
        ..concept(plan)
    }
}

/// On a random walk: about the last plan, by whoever is there.
fn stappen(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
    let plan = last(zaak.dossier.plannen.len());
    let even = variant.is_multiple_of(2);
    let op = zaak.vandaag;
    let small = if even { Plansoort::Opp } else { Plansoort::Groeidocument };
    let said = LegInbrengVast { zag_af: variant.is_multiple_of(3), ..gezegd(plan, zaak) };
    let school: Vec<Opdracht> = vec![
        begin(WATERJUFFER, small).into(),
        later(zaak, plan).into(),
        gevraagd(plan, zaak).into(),
        said.into(),
        LichtToeAanLeerling { plan, op, invloed: "Het raam.".into() }.into(),
        overleg(plan, zaak).into(),
        StelPlanVast { plan, zonder_handelingsdeel: even }.into(),
        cyclus(plan, zaak).into(),
        evaluatie(plan, zaak).into(),
    ];
    let mut all: Vec<(Actor, Opdracht)> = school.into_iter().map(|act| (ib(WATERJUFFER), act)).collect();
    let word = if even { stem_in(zaak, plan, 1, false).into() } else { weiger(zaak, plan, 1, false).into() };
    all.push((ouder(), word));
    if variant.is_multiple_of(16) {
        all.push((directie(WATERJUFFER), stop(plan).into()));
    }
    all
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

fn willekeurig(v: &Vulling) -> Vec<Opdracht> {
    let (plan, op) = (v.nr, v.dag(0));
    let goal = Plandoel {
        wat: v.tekst(0),
        wie: v.tekst(1),
        hoe: v.tekst(2),
        tot_en_met: v.dag(1),
        meten: v.tekst(0),
    };
    let goal = Rijwaarde { waarde: goal, ..doel(1, "2026-07-10") };
    let came = Doeluitkomst { doel: v.nr, resultaat: v.kies(Doelresultaat::ALL), toelichting: v.tekst(0) };
    let came = Rijwaarde { waarde: came, ..uitkomst(1, 1) };
    vec![
        StartPlan {
            vestiging: v.school(),
            soort: v.kies(Plansoort::ALL),
            onderwijs: None,
            uit_plan: v.ja.then_some(v.nr),
        }
        .into(),
        DeelConcept {
            plan,
            bestemming: v.tekst(0),
            onderbouwing: v.tekst(1),
            wijkt_af: v.ja,
            afwijkingen: v.tekst(2),
            soort_arbeid: v.tekst(0),
            belemmerend: v.tekst(1),
            bevorderend: v.tekst(2),
            begeleiding: v.tekst(0),
            van: v.ja.then_some(op),
            tot_en_met: Some(v.dag(1)),
            cyclus_weken: u8::try_from(v.nr % 200).expect("few"),
            doelen: vec![goal],
        }
        .into(),
        StelLeerlingInGelegenheid { plan, op, door: v.tekst(0), hoe: v.tekst(1) }.into(),
        LegInbrengVast { plan, op, zag_af: v.ja, wijze: Some(v.kies(Hoorwijze::ALL)), woorden: v.tekst(2) }
            .into(),
        LichtToeAanLeerling { plan, op, invloed: v.tekst(0) }.into(),
        LegOverlegVast { plan, op, personen: vec![v.nr], woorden: v.tekst(1) }.into(),
        AdviseerOverPlan { plan, op, advies: v.tekst(2) }.into(),
        StemIn { plan, van: Stem::van_nummer(v.nr), handelingsdeel: v.nr, namens: v.ja }.into(),
        WeigerInstemming {
            plan,
            van: Stem::van_nummer(v.nr),
            handelingsdeel: v.nr,
            reden: v.tekst(0),
            namens: v.ja,
        }
        .into(),
        StelPlanVast { plan, zonder_handelingsdeel: v.ja }.into(),
        SluitCyclusAf { plan, op, uitkomsten: vec![came] }.into(),
        EvalueerPlan {
            plan,
            op,
            personen: vec![v.nr],
            met_leerling: v.ja,
            waarom_niet: v.tekst(0),
            conclusie: v.tekst(1),
            vervolg: v.kies(Planvervolg::ALL),
        }
        .into(),
        BeeindigPlan { plan, reden: v.kies(Planeinde::ALL), toelichting: v.tekst(2) }.into(),
    ]
}

fn getypt() -> Vec<Rij> {
    use Soort::{MagRegel, MagTekst, Regel, Tekst};
    let (begun, laid, holds) = (ingeschreven_met_plan(), ligt_voor(), vastgesteld());
    let mut special = in_speciaal_onderwijs();
    special.doe(DeelConcept { begeleiding: "Meer.".into(), ..concept(1) });
    let today = d("2026-03-02");
    let parent = crate::velden::by(laid.clone(), ouder());
    let goal = |waarde: Plandoel| DeelConcept {
        doelen: vec![Rijwaarde { waarde, ..doel(1, "2026-07-10") }],
        ..concept(1)
    };
    let of_goal = || doel(1, "2026-07-10").waarde;
    vec![
        rij("wat", Tekst, &begun, move |wat| goal(Plandoel { wat, ..of_goal() })),
        rij("wie", Regel, &begun, move |wie| goal(Plandoel { wie, ..of_goal() })),
        rij("hoe", MagTekst, &begun, move |hoe| goal(Plandoel { hoe, ..of_goal() })),
        rij("meten", Regel, &begun, move |meten| goal(Plandoel { meten, ..of_goal() })),
        rij("toelichting", MagTekst, &holds, move |toelichting| {
            let waarde = Doeluitkomst { toelichting, ..uitkomst(1, 1).waarde };
            SluitCyclusAf { plan: 1, op: today, uitkomsten: vec![Rijwaarde { waarde, ..uitkomst(1, 1) }] }
        }),
        rij("bestemming", MagRegel, &begun, |bestemming| DeelConcept { bestemming, ..concept(1) }),
        rij("onderbouwing", MagTekst, &begun, |onderbouwing| DeelConcept { onderbouwing, ..concept(1) }),
        rij("afwijkingen", MagTekst, &begun, |afwijkingen| DeelConcept { afwijkingen, ..concept(1) }),
        rij("soort_arbeid", MagRegel, &begun, |soort_arbeid| DeelConcept { soort_arbeid, ..concept(1) }),
        rij("belemmerend", MagTekst, &begun, |belemmerend| DeelConcept { belemmerend, ..concept(1) }),
        rij("bevorderend", MagTekst, &begun, |bevorderend| DeelConcept { bevorderend, ..concept(1) }),
        rij("begeleiding", Tekst, &begun, |begeleiding| DeelConcept { begeleiding, ..concept(1) }),
        rij("door", Regel, &begun, move |door| StelLeerlingInGelegenheid {
            plan: 1,
            op: today,
            door,
            hoe: "zo".into(),
        }),
        rij("hoe", Tekst, &begun, move |hoe| StelLeerlingInGelegenheid {
            plan: 1,
            op: today,
            door: "ik".into(),
            hoe,
        }),
        rij("woorden", Tekst, &laid, move |woorden| LegInbrengVast {
            plan: 1,
            op: today,
            zag_af: false,
            wijze: Some(Hoorwijze::Gesprek),
            woorden,
        }),
        rij("invloed", Tekst, &laid, move |invloed| LichtToeAanLeerling { plan: 1, op: today, invloed }),
        rij("woorden", Tekst, &laid, move |woorden| LegOverlegVast {
            plan: 1,
            op: today,
            personen: vec![1],
            woorden,
        }),
        rij("advies", Tekst, &special, move |advies| AdviseerOverPlan { plan: 1, op: today, advies }),
        rij("reden", MagTekst, &parent, |reden| WeigerInstemming {
            plan: 1,
            van: Stem::Persoon(1),
            handelingsdeel: 1,
            reden,
            namens: false,
        }),
        rij("waarom_niet", MagTekst, &holds, move |waarom_niet| EvalueerPlan {
            plan: 1,
            op: today,
            personen: vec![1],
            met_leerling: true,
            waarom_niet,
            conclusie: "Goed.".into(),
            vervolg: Planvervolg::Doorgaan,
        }),
        rij("conclusie", Tekst, &holds, move |conclusie| EvalueerPlan {
            plan: 1,
            op: today,
            personen: vec![1],
            met_leerling: true,
            waarom_niet: String::new(),
            conclusie,
            vervolg: Planvervolg::Doorgaan,
        }),
        rij("toelichting", MagTekst, &begun, |toelichting| BeeindigPlan { toelichting, ..stop(1) }),
    ]
}

#[test]
fn a_plan_is_due_six_weeks_after_the_enrolment_or_after_the_need_that_came_up_later() {
    let mut young = kind("2018-03-12");
    young.op_school(schrijf_in(WATERJUFFER, Schoolsoort::Basisschool, "2026-02-23"));
    young.doe(begin(WATERJUFFER, Plansoort::Opp));
    assert_eq!(young.dossier.plannen[0].uiterlijk, Some(d("2026-04-07")), "Easter Monday is no last day");
    assert!(young.dossier.plannen[0].termijn.is_some());
    let later = ingeschreven_met_plan();
    assert_eq!(later.dossier.plannen[0].uiterlijk, Some(d("2026-04-13")));
    assert!(later.dossier.plannen[0].termijn.is_none(), "the law names no day for it");
    let mut small = ingeschreven();
    small.doe(begin(WATERJUFFER, Plansoort::Handelingsplan));
    assert_eq!(small.dossier.plannen[0].uiterlijk, None);
}

#[test]
fn one_ontwikkelingsperspectief_runs_at_a_time_and_another_plan_beside_it() {
    let mut zaak = ingeschreven_met_plan();
    zaak.weigert(begin(WATERJUFFER, Plansoort::OppLicht)).met("opp_loopt_al");
    zaak.doe(begin(WATERJUFFER, Plansoort::Groeidocument))
        .doe(stop(1))
        .doe(begin(WATERJUFFER, Plansoort::Opp));
}

#[test]
fn a_school_where_the_child_is_no_pupil_begins_no_plan_and_goes_on_with_none() {
    let mut zaak = ingeschreven_met_plan();
    zaak.als(ib(IJSVOGEL)).weigert(begin(IJSVOGEL, Plansoort::Opp)).met("niet_ingeschreven");
    zaak.weigert(concept(1)).met("andere_organisatie");
    zaak.als(ib(WATERJUFFER)).doe(schrijf_uit(vestiging(WATERJUFFER), d("2026-03-02")));
    zaak.weigert(concept(1)).met("geen_leerling");
    assert!(!zaak.aan_zet().iter().any(|(zet, _)| zet.starts_with("plan_")), "{:?}", zaak.aan_zet());
    zaak.doe(BeeindigPlan { reden: Planeinde::VanSchool, ..stop(1) });
}

#[test]
fn a_goal_lies_within_the_time_of_the_help_and_a_refusal_names_its_row() {
    let zaak = ingeschreven_met_plan();
    let after = DeelConcept { doelen: vec![doel(1, "2026-07-10"), doel(2, "2026-12-19")], ..concept(1) };
    let refusal = zaak.weigert(after).veld("tot_en_met").0;
    assert_eq!(refusal.rij.map(|rij| rij.nr), Some(2));
    let before = DeelConcept { doelen: vec![doel(1, "2026-03-15")], ..concept(1) };
    assert_eq!(zaak.weigert(before).0.rij.map(|rij| rij.nr), Some(1));
    let turned = DeelConcept { tot_en_met: Some(d("2026-03-15")), doelen: Vec::new(), ..concept(1) };
    assert!(zaak.weigert(turned).veld("tot_en_met").0.rij.is_none());
}

#[test]
fn text_of_any_writing_is_kept_as_it_was_typed() {
    let mut zaak = ingeschreven_met_plan();
    let typed = "<b>Sam</b> leest \u{1F4DA} و يكتب";
    zaak.doe(DeelConcept { begeleiding: typed.into(), ..concept(1) });
    let part = zaak.dossier.plannen[0].delen.handelingsdeel.as_ref().expect("an action part");
    assert_eq!(part.begeleiding, typed);
}

#[test]
fn what_did_not_change_is_not_recorded_again_and_keeps_its_version() {
    let mut zaak = ligt_voor();
    zaak.weigert(concept(1)).met("niets_veranderd");
    zaak.doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    let kinds: Vec<&str> = zaak.nieuw.iter().map(dossier::Gebeurtenis::event_type).collect();
    assert_eq!(kinds, ["uitstroom_beschreven", "concept_gedeeld"]);
    let plan = &zaak.dossier.plannen[0];
    assert_eq!(plan.te_beoordelen().map(|part| part.versie), Some(1));
    assert_eq!(plan.laatste_versie().map(|laid| laid.nr), Some(2));
    assert_eq!(plan.als_concept(), DeelConcept { bestemming: "havo".into(), ..concept(1) });
}

#[test]
fn a_plan_is_not_adopted_before_the_pupil_could_speak_and_heard_what_was_done_with_it() {
    let mut zaak = ingeschreven();
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp)).doe(concept(1));
    let (talk, yes) = (overleg(1, &zaak), stem_in(&zaak, 1, 1, true));
    zaak.doe(talk).doe(yes);
    zaak.weigert(vast(1)).met("plan_onvolledig");
    let said = gezegd(1, &zaak);
    zaak.weigert(said.clone()).met("niet_gevraagd").op_grond_van("art. 40a lid 6 WPO");
    let asked = gevraagd(1, &zaak);
    zaak.doe(asked);
    zaak.weigert(vast(1)).met("plan_onvolledig");
    zaak.doe(said).weigert(vast(1)).met("plan_onvolledig");
    let op = zaak.vandaag;
    zaak.doe(LichtToeAanLeerling { plan: 1, op, invloed: "Het raam.".into() }).doe(vast(1));
}

#[test]
fn for_another_version_everybody_is_heard_again() {
    let mut zaak = vastgesteld();
    zaak.op("2026-03-20").doe(DeelConcept { bestemming: "havo".into(), ..concept(1) });
    zaak.weigert(vast(1)).met("plan_onvolledig");
    gehoord(&mut zaak, 1);
    // The action part did not change: what was agreed still stands.
    zaak.doe(vast(1));
    assert_eq!(zaak.dossier.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[test]
fn an_agreement_of_a_part_that_changed_counts_no_more() {
    let mut zaak = ligt_voor();
    let old = stem_in(&zaak, 1, 1, false);
    zaak.als(ouder()).doe(old.clone());
    zaak.als(ib(WATERJUFFER)).doe(DeelConcept { begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    zaak.weigert(vast(1)).met("wacht_op_instemming").op_grond_van("art. 40a lid 2 WPO");
    zaak.als(ouder()).weigert(old).met("plan_veranderd");
}

#[test]
fn without_agreement_the_rest_is_adopted_and_what_held_before_holds() {
    let zaak = ligt_voor();
    zaak.weigert(vast(1)).met("wacht_op_instemming");
    let mut silent = zaak.clone();
    silent.op("2026-03-16").weigert(vast(1)).met("wacht_op_instemming");
    silent.op("2026-03-17").weigert(vast(1)).veld("zonder_handelingsdeel");
    silent.doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    let plan = &silent.dossier.plannen[0];
    assert_eq!((plan.fase(), plan.geldend_handelingsdeel()), (PlanFase::ZonderHandelingsdeel, None));
    let mut changed = vastgesteld();
    changed.op("2026-03-20").doe(DeelConcept { begeleiding: "Elke dag lezen.".into(), ..concept(1) });
    gehoord(&mut changed, 1);
    let no = weiger(&changed, 1, 1, true);
    changed.doe(no).doe(StelPlanVast { plan: 1, zonder_handelingsdeel: true });
    let holds = changed.dossier.plannen[0].geldend_handelingsdeel().map(|(_, part)| part.versie);
    assert_eq!(holds, Some(1));
}

#[test]
fn where_one_parent_agrees_and_the_other_does_not_nothing_is_adopted() {
    let mut zaak = ingeschreven();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp)).doe(concept(1));
    gehoord(&mut zaak, 1);
    let (yes, no) = (stem_in(&zaak, 1, 1, true), weiger(&zaak, 1, 2, true));
    zaak.doe(yes).weigert(vast(1)).met("wacht_op_instemming");
    zaak.doe(no).weigert(StelPlanVast { plan: 1, zonder_handelingsdeel: true }).met("ouders_oneens");
    // The last word of each counts.
    let yes = stem_in(&zaak, 1, 2, true);
    zaak.doe(yes).doe(vast(1));
}

#[test]
fn nobody_agrees_for_another_and_nobody_without_authority() {
    let mut zaak = ligt_voor();
    zaak.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    let other = stem_in(&zaak, 1, 2, false);
    zaak.als(ouder()).weigert(other).veld("van");
    let pupil = stem_in(&zaak, 1, 0, false);
    zaak.weigert(pupil).veld("van");
    zaak.als(ib(WATERJUFFER)).doe(WijzigGezag {
        persoon: 2,
        relatie: Some(Relatie::OuderZonderGezag),
        per: d("2026-03-02"),
        brondocument: "beschikking".into(),
    });
    let without = stem_in(&zaak, 1, 2, true);
    zaak.weigert(without).veld("van").op_grond_van("art. 40a lid 2 WPO");
}

#[test]
fn in_special_education_the_commissie_advises_first_and_elsewhere_nobody_asks_it() {
    let mut zaak = in_speciaal_onderwijs();
    zaak.doe(DeelConcept { bestemming: "dagbesteding".into(), doelen: Vec::new(), ..concept(1) });
    assert!(zaak.aan_zet().contains(&("plan_adviseren", "commissie_begeleiding")), "{:?}", zaak.aan_zet());
    zaak.weigert(vast(1)).met("geen_advies").op_grond_van("art. 41a lid 1 WEC");
    let op = zaak.vandaag;
    ligt_voor().weigert(AdviseerOverPlan { plan: 1, op, advies: "Goed.".into() }).met("geen_commissie");
}

#[test]
fn each_goal_gets_one_result_and_a_new_round_begins() {
    let mut zaak = vastgesteld();
    zaak.op("2026-05-26");
    assert!(zaak.aan_zet().contains(&("cyclus_afsluiten", "ib")), "{:?}", zaak.aan_zet());
    let none = SluitCyclusAf { uitkomsten: Vec::new(), ..cyclus(1, &zaak) };
    zaak.weigert(none).veld("uitkomsten");
    let unknown = SluitCyclusAf { uitkomsten: vec![uitkomst(1, 2)], ..cyclus(1, &zaak) };
    zaak.weigert(unknown).veld("doel");
    let over = cyclus(1, &zaak);
    zaak.doe(over);
    assert!(!zaak.aan_zet().contains(&("cyclus_afsluiten", "ib")));
    assert_eq!(zaak.dossier.plannen[0].einde_cyclus(), Some(d("2026-08-04")));
}

#[test]
fn a_plan_is_evaluated_in_every_school_year_with_parents_and_pupil() {
    let mut zaak = vastgesteld();
    let due = |zaak: &Zaak| {
        let turns = zaak.dossier.beurten().into_iter();
        turns.filter(|turn| turn.zet == Zet::PlanEvalueren).map(|turn| turn.uiterlijk).collect::<Vec<_>>()
    };
    assert_eq!(due(&zaak), [Some(d("2026-07-31"))]);
    zaak.op("2026-06-15");
    let alone = EvalueerPlan { met_leerling: false, ..evaluatie(1, &zaak) };
    zaak.weigert(alone).veld("waarom_niet").op_grond_van("art. 40a lid 4 WPO");
    let both = evaluatie(1, &zaak);
    zaak.doe(both);
    assert_eq!(due(&zaak), [Some(d("2027-07-31"))]);
}

#[test]
fn the_begin_and_the_end_of_an_ontwikkelingsperspectief_are_known_for_the_register_and_of_other_plans_none() {
    assert_eq!(een_jaar().dossier.plannen[0].begin_register(), Some(d("2026-03-02")));
    assert_eq!(klein_plan().dossier.plannen[0].begin_register(), None);
}

#[test]
fn a_plan_that_is_made_here_takes_the_turn_of_the_admission() {
    let mut zaak = crate::gegeven::behoefte_vastgesteld();
    zaak.doe(crate::gegeven::laat_toe("2026-03-09")).op("2026-03-10");
    assert!(zaak.dossier.beurten().iter().any(|turn| turn.zet == Zet::OppMelden));
    let promised =
        zaak.dossier.beurten().into_iter().find(|turn| turn.zet == Zet::OppMelden).and_then(|t| t.uiterlijk);
    zaak.doe(begin(WATERJUFFER, Plansoort::Opp));
    assert!(!zaak.dossier.beurten().iter().any(|turn| turn.zet == Zet::OppMelden));
    assert_eq!(zaak.dossier.plannen[0].uiterlijk, promised);
    let op = zaak.vandaag;
    zaak.weigert(dossier::aanmelding::opp::MeldOpp { aanmelding: 1, op }).met("plan_loopt_hier");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_adopted_with_an_action_part_to_which_somebody_did_not_agree_as_it_stands(
        steps in crate::wandeling::stappen(50)
    ) {
        let zaak = crate::wandeling::loop_door(&steps);
        let mut dossier = Dossier::new(zaak.dossier.nummer.clone());
        for feit in &zaak.dossier.feiten {
            if let Some(dossier::Gebeurtenis::PlanVastgesteld(adopted)) = feit.gebeurtenis() {
                let plan = dossier.plan(adopted.plan).expect("a plan");
                let part = plan.te_beoordelen().filter(|_| plan.soort.is_opp() && adopted.handelingsdeel);
                for (nr, word) in part.iter().flat_map(|part| dossier.gezegd_over(plan, part.versie, feit.on)) {
                    prop_assert_eq!(word, Some(true), "{:?} of {:?}", nr, plan.feit);
                }
            }
            dossier.apply((**feit).clone());
        }
    }

    #[test]
    fn no_ontwikkelingsperspectief_is_adopted_without_the_opportunity_of_the_pupil(
        steps in crate::wandeling::stappen(50)
    ) {
        let zaak = crate::wandeling::loop_door(&steps);
        for plan in zaak.dossier.plannen.iter().filter(|plan| plan.soort.is_opp()) {
            for adopted in &plan.vaststellingen {
                prop_assert!(adopted.ronde.heeft_inbreng(), "{:?}", adopted.besluit);
            }
        }
    }
}
