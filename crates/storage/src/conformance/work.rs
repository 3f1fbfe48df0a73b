//! Work lists: turns, the queue of an SWV, tasks of experts, TLVs.

use std::collections::BTreeSet;

use super::given::{
    append, day, dossier, first, lezer, other_school, persoon, projection, school, seen_by_school, swv, tlv,
    vestiging,
};
use super::{Bench, fresh};
use crate::queries::{Aanvraag, AanvraagQuery, AanvraagSort, BeurtQuery, BeurtSort, Tlv, TlvQuery, TlvSort};
use crate::{
    AanvraagRij, Append, BeurtRij, Direction, DossierRij, Lezer, Page, Projection, Rows, Scope, Storage,
    TaakRij, TlvRij, ToewijzingRij, VerzoekRij,
};

fn beurt(nr: u32, organisatie: &base::OrganisatieId, uiterlijk: Option<&str>) -> BeurtRij {
    BeurtRij {
        nr,
        soort: "besluiten".to_owned(),
        zaak: "aanmelding-1".to_owned(),
        rol: "ib".to_owned(),
        organisatie: organisatie.clone(),
        persoon: None,
        van: day("2026-02-01"),
        uiterlijk: uiterlijk.map(day),
        wettelijk: None,
        in_gebreke_tot: None,
        einddag: None,
        vervolg: false,
        tot: None,
        grond: "art. 40 lid 6 WPO".to_owned(),
        nieuws_op: None,
        nieuws_door: None,
    }
}

/// Turns in the list of [`lezer`], as long as they are open.
fn with_turns_of(row: DossierRij, beurten: Vec<BeurtRij>) -> Projection {
    let groep = row.groep.clone();
    let task = |beurt: &BeurtRij| TaakRij {
        lezer: lezer(),
        nr: beurt.nr,
        groep: groep.clone(),
        van: beurt.van,
        tot: beurt.tot,
    };
    Projection { taken: beurten.iter().map(task).collect(), beurten, ..projection(row) }
}

pub(super) async fn with_turns(store: &dyn Storage) {
    let one = with_turns_of(
        dossier(1, "Sam", "de Zonnevis"),
        vec![
            beurt(1, &school(), Some("2026-04-01")),
            BeurtRij { tot: Some(day("2026-03-02")), ..beurt(2, &school(), Some("2026-03-01")) },
            BeurtRij { persoon: Some(persoon("j-ijsvogel")), ..beurt(3, &school(), None) },
        ],
    );
    let two = DossierRij { groep: Some("8".to_owned()), ..dossier(2, "Bo", "de Snoek") };
    let turn = BeurtRij { rol: "directie".to_owned(), ..beurt(1, &school(), Some("2026-03-10")) };
    let two = with_turns_of(two, vec![turn]);
    let mut foreign =
        with_turns_of(dossier(3, "Co", "de Karper"), vec![beurt(1, &other_school(), Some("2026-03-01"))]);
    foreign.taken[0].lezer = Lezer::organisatie("ib", &other_school(), "");
    for rows in [one, two, foreign] {
        store.append(first(rows)).await.unwrap();
    }
}

pub(super) fn turns() -> BeurtQuery {
    BeurtQuery {
        scope: seen_by_school(),
        soort: None,
        uiterlijk_tot_en_met: None,
        groep: None,
        van_tot_en_met: None,
        van_na: None,
        sort: BeurtSort::Uiterlijk,
        direction: Direction::Up,
        page: Page::first(10),
    }
}

pub(super) async fn listed(store: &dyn Storage, query: BeurtQuery) -> Vec<(String, u32)> {
    let Rows { rows, total, .. } = store.beurten(&query).await.unwrap();
    assert_eq!(total, rows.len() as u64);
    rows.into_iter().map(|row| (row.dossier.to_string(), row.beurt.nr)).collect()
}

pub(super) fn named(turns: &[(u32, u32)]) -> Vec<(String, u32)> {
    turns.iter().map(|(n, nr)| (format!("2026-{n:06}"), *nr)).collect()
}

/// The open turns of a list, the most urgent first, those without a last day at the end.
pub async fn turns_come_by_their_last_day(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_turns(&*store).await;
    let on = |date: &str| BeurtQuery { scope: Scope::new(lezer(), day(date)), ..turns() };
    assert_eq!(listed(&*store, turns()).await, named(&[(2, 1), (1, 1), (1, 3)]));
    assert_eq!(listed(&*store, on("2026-03-01")).await, named(&[(1, 2), (2, 1), (1, 1), (1, 3)]));
    assert_eq!(listed(&*store, on("2026-01-31")).await, []);
    let elsewhere = Scope::new(Lezer::organisatie("ib", &other_school(), ""), day("2026-03-02"));
    assert_eq!(listed(&*store, BeurtQuery { scope: elsewhere, ..turns() }).await, named(&[(3, 1)]));
    let soon = BeurtQuery { uiterlijk_tot_en_met: Some(day("2026-03-15")), ..turns() };
    assert_eq!(listed(&*store, soon).await, named(&[(2, 1)]));
    let group = BeurtQuery { groep: Some("8".to_owned()), ..turns() };
    assert_eq!(listed(&*store, group).await, named(&[(2, 1)]));
    let since = |van_na: &str| BeurtQuery { van_na: Some(day(van_na)), ..turns() };
    assert_eq!(listed(&*store, since("2020-01-01")).await, named(&[(2, 1), (1, 1), (1, 3)]));
    assert_eq!(listed(&*store, since("2026-12-31")).await, []);
    let page = store.beurten(&BeurtQuery { page: Page { offset: 1, limit: 1 }, ..turns() }).await.unwrap();
    assert_eq!((page.rows[0].beurt.clone(), page.total), (beurt(1, &school(), Some("2026-04-01")), 3));
    assert_eq!(
        (page.rows[0].weergavenaam.as_str(), page.rows[0].groep.as_deref()),
        ("Sam de Zonnevis", Some("5a"))
    );
    // What begins soon comes in the order in which it begins, whatever its last day.
    let begins = |nr, van: &str, uiterlijk| BeurtRij { van: day(van), ..beurt(nr, &school(), uiterlijk) };
    let later =
        vec![begins(1, "2026-02-20", Some("2026-03-05")), begins(2, "2026-02-10", Some("2026-03-30"))];
    store.append(first(with_turns_of(dossier(4, "Di", "de Baars"), later))).await.unwrap();
    assert_eq!(listed(&*store, since("2026-02-05")).await, named(&[(4, 2), (4, 1)]));
    // What goes on by another last day does not begin then, and stands in the list of what is to be done all the same.
    let proposed =
        BeurtRij { einddag: Some(day("2026-04-13")), ..begins(1, "2026-02-06", Some("2026-03-09")) };
    let goes_on = BeurtRij { vervolg: true, ..begins(2, "2026-02-12", Some("2026-04-13")) };
    let both = with_turns_of(dossier(5, "Ko", "de Karper"), vec![proposed.clone(), goes_on]);
    store.append(first(both)).await.unwrap();
    assert_eq!(listed(&*store, since("2026-02-05")).await, named(&[(5, 1), (4, 2), (4, 1)]));
    let told = store.beurten(&since("2026-02-05")).await.unwrap().rows.remove(0).beurt;
    assert_eq!(told, proposed, "with the last day on the way to which that day is proposed");
    let all = listed(&*store, turns()).await;
    assert!(named(&[(5, 1), (5, 2)]).iter().all(|turn| all.contains(turn)), "{all:?}");
}

/// Who looks ahead is told of what is open today and of what begins by a day, whether or not it ends before that day.
pub async fn turns_that_begin_later_are_told_beside_those_that_are_open(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let from = |nr, van: &str, tot: Option<&str>, last| BeurtRij {
        van: day(van),
        tot: tot.map(day),
        ..beurt(nr, &school(), Some(last))
    };
    let rows = vec![
        from(1, "2026-01-01", Some("2026-03-02"), "2026-03-01"),
        from(2, "2026-01-01", Some("2026-03-03"), "2026-03-02"),
        from(3, "2026-03-20", Some("2026-04-01"), "2026-03-31"),
        from(4, "2026-06-01", None, "2026-08-01"),
        from(5, "2026-06-02", None, "2026-08-02"),
    ];
    store.append(first(with_turns_of(dossier(1, "Sam", "de Zonnevis"), rows))).await.unwrap();
    let until = |day| BeurtQuery { van_tot_en_met: day, ..turns() };
    assert_eq!(listed(&*store, until(None)).await, named(&[(1, 2)]));
    // A day that went by leaves out nothing that is open.
    assert_eq!(listed(&*store, until(Some(day("2026-02-01")))).await, named(&[(1, 2)]));
    let ahead = until(Some(day("2026-06-01")));
    for sort in BeurtSort::ALL {
        let found = listed(&*store, BeurtQuery { sort, ..ahead.clone() }).await;
        assert_eq!(found, named(&[(1, 2), (1, 3), (1, 4)]), "{sort:?}");
    }
    let page =
        store.beurten(&BeurtQuery { page: Page { offset: 1, limit: 1 }, ..ahead.clone() }).await.unwrap();
    assert_eq!((page.rows[0].beurt.nr, page.total), (3, 3));
    let begins = BeurtQuery { van_na: Some(day("2026-03-02")), ..ahead };
    assert_eq!(listed(&*store, begins).await, named(&[(1, 3), (1, 4)]));
}

/// Turns in their order: number of the file, number of the turn.
type Order<'a> = &'a [(u32, u32)];

/// Turns are narrowed to a kind and sorted by each column.
pub async fn turns_are_filtered_and_sorted(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let about =
        |nr, soort: &str, uiterlijk| BeurtRij { soort: soort.to_owned(), ..beurt(nr, &school(), uiterlijk) };
    let one = vec![
        about(1, "besluit_nemen", Some("2026-04-01")),
        about(2, "besluit_nemen", Some("2026-03-20")),
        about(3, "adviseren", None),
    ];
    let one = with_turns_of(dossier(1, "Sam", "de Zonnevis"), one);
    let two = DossierRij { groep: None, ..dossier(2, "Bo", "de Snoek") };
    let two = with_turns_of(two, vec![about(1, "besluit_nemen_later", Some("2026-03-10"))]);
    for rows in [one, two] {
        store.append(first(rows)).await.unwrap();
    }
    let all = turns();
    let kind = |soort: &str| BeurtQuery { soort: Some(soort.to_owned()), ..all.clone() };
    assert_eq!(listed(&*store, kind("besluit_nemen")).await, named(&[(1, 2), (1, 1)]));
    assert_eq!(listed(&*store, kind("besluit%nemen")).await, []);
    let expected: [(BeurtSort, Order<'_>, Order<'_>); 4] = [
        (BeurtSort::Uiterlijk, &[(2, 1), (1, 2), (1, 1), (1, 3)], &[(1, 1), (1, 2), (2, 1), (1, 3)]),
        (BeurtSort::Soort, &[(1, 3), (1, 2), (1, 1), (2, 1)], &[(2, 1), (1, 2), (1, 1), (1, 3)]),
        (BeurtSort::Naam, &[(2, 1), (1, 2), (1, 1), (1, 3)], &[(1, 2), (1, 1), (1, 3), (2, 1)]),
        (BeurtSort::Groep, &[(1, 2), (1, 1), (1, 3), (2, 1)], &[(1, 2), (1, 1), (1, 3), (2, 1)]),
    ];
    assert_eq!(expected.map(|(sort, ..)| sort), BeurtSort::ALL);
    for (sort, up, down) in expected {
        for (direction, order) in [(Direction::Up, up), (Direction::Down, down)] {
            let query = BeurtQuery { sort, direction, ..all.clone() };
            assert_eq!(listed(&*store, query).await, named(order), "{sort:?} {direction:?}");
        }
    }
}

/// Of the kinds and phases that are asked about, those that are there for these readers on the day.
pub async fn the_kinds_and_phases_that_are_there_are_told(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_turns(&*store).await;
    let asked = ["adviseren", "besluiten"];
    let kinds = async |lezers: &[Lezer], on: &str| {
        let of: Vec<Scope> = lezers.iter().map(|lezer| Scope::new(lezer.clone(), day(on))).collect();
        store.turn_kinds(&of, &asked).await.unwrap()
    };
    assert_eq!(kinds(&[lezer()], "2026-03-02").await, ["besluiten"]);
    assert_eq!(kinds(&[], "2026-03-02").await, Vec::<String>::new());
    assert_eq!(kinds(&[lezer()], "2026-01-31").await, Vec::<String>::new(), "before they began");
    let other = Lezer::organisatie("ib", &other_school(), "");
    assert_eq!(kinds(&[Lezer::organisatie("x", &school(), ""), other], "2026-03-02").await, ["besluiten"]);
    let scope = turns().scope;
    let all = crate::queries::DossierQuery {
        scope: scope.clone(),
        filter: crate::queries::DossierFilter::default(),
        sort: crate::queries::DossierSort::Naam,
        direction: Direction::Up,
        page: Page::first(10),
    };
    let fase = store.dossiers(&all).await.unwrap().rows[0].fase.clone();
    assert_eq!(store.phases(&scope, &["nergens", &fase]).await.unwrap(), [fase]);
}

fn aanvraag(aanvraag: u32, ontvangen_op: &str, uiterlijk: Option<&str>) -> AanvraagRij {
    AanvraagRij {
        aanvraag,
        swv: swv(),
        vestiging: Some(vestiging()),
        soort: "tlv".to_owned(),
        fase: "ontvangen".to_owned(),
        ontvangen_op: day(ontvangen_op),
        uiterlijk: uiterlijk.map(day),
        wettelijk: None,
        in_gebreke_tot: None,
        opgeschort: uiterlijk.is_none(),
        volledig: true,
        behandelaar: None,
        andere_categorie: None,
        adviesstand: "vragen".to_owned(),
        adviezen: 0,
        adviezen_nodig: 2,
        geadviseerd: String::new(),
        wacht_op_advies: String::new(),
        gesloten_op: None,
    }
}

/// The desk of [`swv`].
pub(super) fn loket() -> Lezer {
    Lezer::organisatie("loket", &swv().organisatie(), "")
}

pub(super) async fn with_queue(store: &dyn Storage) {
    let with = |n, naam, aanvragen: Vec<AanvraagRij>| {
        let verzoek = |row: &AanvraagRij| VerzoekRij {
            lezer: if row.swv == swv() {
                loket()
            } else {
                Lezer::organisatie("loket", &row.swv.organisatie(), "")
            },
            aanvraag: row.aanvraag,
            van: day("2026-01-01"),
            tot: None,
        };
        let verzoeken = aanvragen.iter().map(verzoek).collect();
        Projection { aanvragen, verzoeken, ..projection(dossier(n, naam, "de Zonnevis")) }
    };
    let closed =
        AanvraagRij { gesloten_op: Some(day("2026-03-02")), ..aanvraag(2, "2026-01-05", Some("2026-03-02")) };
    let handled = AanvraagRij {
        behandelaar: Some(persoon("l-reiger")),
        fase: "advies".to_owned(),
        andere_categorie: Some(3),
        adviesstand: "deel".to_owned(),
        adviezen: 1,
        geadviseerd: "A. Specht".to_owned(),
        wacht_op_advies: "B. Uil".to_owned(),
        soort: "arrangement".to_owned(),
        vestiging: Some("17BM01".parse().unwrap()),
        ..aanvraag(1, "2026-02-20", None)
    };
    let elsewhere = AanvraagRij { swv: "PO3001".parse().unwrap(), ..aanvraag(1, "2026-02-01", None) };
    let mut one = with(1, "Sam", vec![aanvraag(1, "2026-02-10", Some("2026-04-07")), closed]);
    one.toewijzingen =
        vec![task("a-specht", "2026-02-12", None), task("b-uil", "2026-02-11", Some("2026-02-28"))];
    let mut two = with(2, "Bo", vec![handled]);
    two.toewijzingen = vec![task("a-specht", "2026-02-21", None)];
    for rows in [one, two, with(3, "Co", vec![elsewhere])] {
        store.append(first(rows)).await.unwrap();
    }
}

pub(super) fn task(who: &str, toegewezen_op: &str, gereed_op: Option<&str>) -> ToewijzingRij {
    ToewijzingRij {
        aanvraag: 1,
        persoon: persoon(who),
        toegewezen_op: day(toegewezen_op),
        gereed_op: gereed_op.map(day),
    }
}

pub(super) fn queue() -> AanvraagQuery {
    AanvraagQuery {
        scope: Scope::new(loket(), day("2026-03-02")),
        open: true,
        soort: None,
        fase: None,
        vestiging: None,
        adviesstand: None,
        sort: AanvraagSort::Uiterlijk,
        direction: Direction::Up,
        page: Page::first(10),
    }
}

/// The open requests of one SWV, filtered and sorted; the term of a suspended one comes last.
pub async fn the_queue_of_an_swv_is_filtered_and_sorted(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_queue(&*store).await;
    let asked = async |query: AanvraagQuery| {
        let name = |row: Aanvraag| (row.dossier.dossier.to_string(), row.aanvraag.aanvraag);
        store.aanvragen(&query).await.unwrap().rows.into_iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(asked(queue()).await, named(&[(1, 1), (2, 1)]));
    let received = AanvraagQuery { sort: AanvraagSort::OntvangenOp, direction: Direction::Down, ..queue() };
    assert_eq!(asked(received).await, named(&[(2, 1), (1, 1)]));
    assert_eq!(asked(AanvraagQuery { open: false, ..queue() }).await, named(&[(1, 2), (1, 1), (2, 1)]));
    let narrow = [
        AanvraagQuery { soort: Some("arrangement".to_owned()), ..queue() },
        AanvraagQuery { fase: Some("advies".to_owned()), ..queue() },
        AanvraagQuery { vestiging: Some("17BM01".parse().unwrap()), ..queue() },
        AanvraagQuery { adviesstand: Some("deel".to_owned()), ..queue() },
    ];
    for query in narrow {
        assert_eq!(asked(query.clone()).await, named(&[(2, 1)]), "{query:?}");
    }
    for sort in AanvraagSort::ALL {
        assert_eq!(asked(AanvraagQuery { sort, ..queue() }).await.len(), 2, "{sort:?}");
    }
    let before = Scope::new(loket(), day("2025-12-31"));
    assert_eq!(asked(AanvraagQuery { scope: before, ..queue() }).await, []);
    assert_eq!(asked(AanvraagQuery { scope: seen_by_school(), ..queue() }).await, []);
    let rows = store.aanvragen(&queue()).await.unwrap();
    assert_eq!(rows.rows[0].aanvraag, aanvraag(1, "2026-02-10", Some("2026-04-07")));
    let of_experts = &rows.rows[1].aanvraag;
    assert_eq!((of_experts.adviezen, of_experts.adviezen_nodig), (1, 2));
    assert_eq!(of_experts.andere_categorie, Some(3));
    assert_eq!([of_experts.geadviseerd.as_str(), &of_experts.wacht_op_advies], ["A. Specht", "B. Uil"]);
}

/// Who was given notice of default goes before whoever has an earlier last day, in the queue and among turns; and the days are kept.
pub async fn default_cases_go_before_the_others(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let late = |uiterlijk| AanvraagRij {
        wettelijk: Some(day("2026-04-20")),
        in_gebreke_tot: Some(day("2026-03-20")),
        ..aanvraag(1, "2026-02-10", uiterlijk)
    };
    let with = |n, row: AanvraagRij| {
        let turn = BeurtRij {
            uiterlijk: row.uiterlijk,
            wettelijk: row.wettelijk,
            in_gebreke_tot: row.in_gebreke_tot,
            ..beurt(1, &swv().organisatie(), None)
        };
        let turns = with_turns_of(dossier(n, "Sam", "de Zonnevis"), vec![turn]);
        let seen = VerzoekRij { lezer: loket(), aanvraag: 1, van: day("2026-01-01"), tot: None };
        Projection { aanvragen: vec![row], verzoeken: vec![seen], ..turns }
    };
    for rows in [
        with(1, aanvraag(1, "2026-02-01", Some("2026-03-05"))),
        with(2, late(Some("2026-04-10"))),
        with(3, late(Some("2026-04-09"))),
        with(4, aanvraag(1, "2026-02-01", None)),
    ] {
        store.append(first(rows)).await.unwrap();
    }
    let queue = store.aanvragen(&queue()).await.unwrap().rows;
    let order: Vec<_> = queue.iter().map(|row| row.dossier.dossier.to_string()).collect();
    assert_eq!(order, ["2026-000003", "2026-000002", "2026-000001", "2026-000004"]);
    assert_eq!(queue[0].aanvraag, late(Some("2026-04-09")));
    assert_eq!(listed(&*store, turns()).await, named(&[(3, 1), (2, 1), (1, 1), (4, 1)]));
    let turn = store.beurten(&turns()).await.unwrap().rows[0].beurt.clone();
    assert_eq!((turn.wettelijk, turn.in_gebreke_tot), (Some(day("2026-04-20")), Some(day("2026-03-20"))));
    // A filter by day looks at the day alone.
    let soon = BeurtQuery { uiterlijk_tot_en_met: Some(day("2026-04-09")), ..turns() };
    assert_eq!(listed(&*store, soon).await, named(&[(3, 1), (1, 1)]));
}

/// TLVs are found by number, and listed by status and day.
pub async fn an_swv_finds_its_tlvs(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut rows = projection(dossier(1, "Sam", "de Zonnevis"));
    rows.tlvs = vec![
        tlv("17", "2024-08-01", "2025-07-31", "verlopen"),
        tlv("18", "2025-08-01", "2027-07-31", "geldig"),
    ];
    store.append(first(rows.clone())).await.unwrap();
    store.append(Append { projection: Some(rows), ..append(1, 1, "nog eens") }).await.unwrap();
    let found = store.find_tlv(&swv(), "17").await.unwrap().unwrap();
    assert_eq!(
        found,
        Tlv { dossier: super::given::nummer(1), tlv: tlv("17", "2024-08-01", "2025-07-31", "verlopen") }
    );
    assert_eq!(store.find_tlv(&"PO3001".parse().unwrap(), "17").await.unwrap(), None);
    let all = TlvQuery {
        swv: swv(),
        status: None,
        soort: None,
        geldig_op: None,
        zonder: BTreeSet::new(),
        sort: TlvSort::Van,
        direction: Direction::Down,
        page: Page::first(10),
    };
    let numbers = async |query: TlvQuery| {
        store.tlvs(&query).await.unwrap().rows.into_iter().map(|row| row.tlv.nummer).collect::<Vec<_>>()
    };
    assert_eq!(numbers(all.clone()).await, ["18", "17"]);
    assert_eq!(numbers(TlvQuery { status: Some("verlopen".to_owned()), ..all.clone() }).await, ["17"]);
    assert_eq!(numbers(TlvQuery { geldig_op: Some(day("2025-07-31")), ..all.clone() }).await, ["17"]);
    assert_eq!(numbers(TlvQuery { geldig_op: Some(day("2025-08-01")), ..all }).await, ["18"]);
}

/// TLVs are narrowed to a kind, and sorted by each column; the number decides between equals.
pub async fn tlvs_are_filtered_and_sorted(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut sam = projection(dossier(1, "Sam", "de Zonnevis"));
    sam.tlvs = vec![
        tlv("17", "2024-08-01", "2025-07-31", "verlopen"),
        tlv("18", "2025-08-01", "2027-07-31", "bekend"),
    ];
    let mut bo = projection(dossier(2, "Bo", "de Snoek"));
    bo.tlvs = vec![TlvRij { soort: "sbo".to_owned(), ..tlv("16", "2024-08-01", "2026-07-31", "bekend") }];
    for rows in [sam, bo] {
        store.append(first(rows)).await.unwrap();
    }
    let numbers = async |soort: Option<&str>, sort, direction| {
        let soort = soort.map(str::to_owned);
        let page = Page::first(10);
        let query = TlvQuery {
            swv: swv(),
            status: None,
            soort,
            geldig_op: None,
            zonder: BTreeSet::new(),
            sort,
            direction,
            page,
        };
        let Rows { rows, total, .. } = store.tlvs(&query).await.unwrap();
        assert_eq!(total, rows.len() as u64);
        rows.into_iter().map(|row| row.tlv.nummer).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Some("sbo"), TlvSort::Van, Direction::Up).await, ["16"]);
    let expected = [
        (TlvSort::Van, ["16", "17", "18"], ["18", "16", "17"]),
        (TlvSort::TotEnMet, ["17", "16", "18"], ["18", "16", "17"]),
        (TlvSort::Nummer, ["16", "17", "18"], ["18", "17", "16"]),
        (TlvSort::Naam, ["16", "17", "18"], ["17", "18", "16"]),
        (TlvSort::Soort, ["16", "17", "18"], ["17", "18", "16"]),
        (TlvSort::Status, ["16", "18", "17"], ["17", "16", "18"]),
    ];
    assert_eq!(expected.map(|(sort, ..)| sort), TlvSort::ALL);
    for (sort, up, down) in expected {
        assert_eq!(numbers(None, sort, Direction::Up).await, up, "{sort:?}");
        assert_eq!(numbers(None, sort, Direction::Down).await, down, "{sort:?}");
    }
}
