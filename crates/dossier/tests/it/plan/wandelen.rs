//! What the plan brings to the tests that walk over all processes: its acts filled with anything, its steps, what is typed.

use super::*;

/// With what a turn is taken.
pub(super) fn neemt(zaak: &Zaak, beurt: &Beurt) -> Vec<Opdracht> {
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
pub(super) fn stappen(zaak: &Zaak, variant: u8) -> Vec<(Actor, Opdracht)> {
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

pub(super) fn willekeurig(v: &Vulling) -> Vec<Opdracht> {
    let mut all = geschreven(v);
    all.extend(gezegd_erover(v));
    all.extend(besloten(v));
    all
}

/// What is written.
fn geschreven(v: &Vulling) -> Vec<Opdracht> {
    let (plan, op) = (v.nr, v.dag(0));
    let goal = Plandoel {
        wat: v.tekst(0),
        wie: v.tekst(1),
        hoe: v.tekst(2),
        tot_en_met: v.dag(1),
        meten: v.tekst(0),
    };
    let goal = Rijwaarde { waarde: goal, ..doel(1, "2026-07-10") };
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
            uit_versie: None,
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
    ]
}

/// What is said of it.
fn gezegd_erover(v: &Vulling) -> Vec<Opdracht> {
    let (plan, op) = (v.nr, v.dag(0));
    vec![
        StelLeerlingInGelegenheid { plan, op, door: v.tekst(0), hoe: v.tekst(1) }.into(),
        LegInbrengVast { plan, op, zag_af: v.ja, wijze: Some(v.kies(Hoorwijze::ALL)), woorden: v.tekst(2) }
            .into(),
        LichtToeAanLeerling { plan, op, invloed: v.tekst(0) }.into(),
        LegOverlegVast { plan, op, personen: vec![v.nr], waarom_niet: v.tekst(2), woorden: v.tekst(1) }
            .into(),
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
    ]
}

/// What is decided, and what came of it.
fn besloten(v: &Vulling) -> Vec<Opdracht> {
    let (plan, op) = (v.nr, v.dag(0));
    let came = Doeluitkomst { doel: v.nr, resultaat: v.kies(Doelresultaat::ALL), toelichting: v.tekst(0) };
    let came = Rijwaarde { waarde: came, ..uitkomst(1, 1) };
    vec![
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

pub(super) fn getypt() -> Vec<Rij> {
    let mut all = van_het_plan();
    all.extend(van_wie_gehoord_is());
    all
}

/// What stands in the plan, and what came of its goals.
fn van_het_plan() -> Vec<Rij> {
    use Soort::{MagRegel, MagTekst, Regel, Tekst};
    let (begun, holds) = (ingeschreven_met_plan(), vastgesteld());
    let today = d("2026-03-02");
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

/// What is said of it.
fn van_wie_gehoord_is() -> Vec<Rij> {
    use Soort::{MagTekst, Regel, Tekst};
    let (begun, laid) = (ingeschreven_met_plan(), ligt_voor());
    let mut special = in_speciaal_onderwijs();
    special.doe(DeelConcept { begeleiding: "Meer.".into(), ..concept(1) });
    let today = d("2026-03-02");
    let parent = crate::velden::by(laid.clone(), ouder());
    let mut of_two = ingeschreven();
    of_two.doe(ouder_met_gezag("de heer K. Zonnedauw"));
    of_two.doe(begin(WATERJUFFER, Plansoort::Opp)).doe(concept(1));
    vec![
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
            waarom_niet: String::new(),
            woorden,
        }),
        rij("waarom_niet", MagTekst, &of_two, move |waarom_niet| LegOverlegVast {
            plan: 1,
            op: today,
            personen: vec![1],
            waarom_niet,
            woorden: "Goed.".into(),
        }),
        rij("advies", Tekst, &special, move |advies| AdviseerOverPlan { plan: 1, op: today, advies }),
        rij("reden", MagTekst, &parent, |reden| WeigerInstemming {
            plan: 1,
            van: Stem::Persoon(1),
            handelingsdeel: 1,
            reden,
            namens: false,
        }),
    ]
}
