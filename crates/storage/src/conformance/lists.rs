//! Lists of files.

use super::given::{
    append, at, day, dossier, event, first, nummer, other_school, persoon, projection, relatie, school,
    stream,
};
use super::{Bench, fresh};
use crate::queries::{DossierFilter, DossierQuery, DossierSort, Kind};
use crate::{
    Append, Betrokkene, BeurtRij, Direction, DossierRij, Page, Payload, Projection, RelatieRij, Rows, Scope,
    Storage, StorageError, ZaakRij,
};

fn seen_by_school() -> Scope {
    Scope::organisatie(school(), day("2026-03-02"))
}

fn query(scope: Scope, filter: DossierFilter) -> DossierQuery {
    DossierQuery { scope, filter, sort: DossierSort::Naam, direction: Direction::Up, page: Page::first(50) }
}

/// Numbers of the files in a list.
fn numbers(rows: &Rows<Kind>) -> Vec<String> {
    rows.rows.iter().map(|row| row.dossier.dossier.to_string()).collect()
}

async fn found(store: &dyn Storage, scope: Scope, filter: DossierFilter) -> Vec<String> {
    numbers(&store.dossiers(&query(scope, filter)).await.unwrap())
}

fn expected(files: &[u32]) -> Vec<String> {
    files.iter().map(|n| nummer(*n).to_string()).collect()
}

/// A relation in time is what makes a file visible: to an organisation, to a person, of a kind.
pub async fn only_files_with_a_relation_on_the_day_are_seen(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut left = projection(dossier(2, "Bo", "de Snoek"));
    left.relaties[0].tot = Some(day("2026-03-01"));
    let mut asked = projection(dossier(3, "Co", "de Karper"));
    asked.relaties = vec![
        relatie(Betrokkene::Organisatie(other_school()), "school_gevraagd", "2026-02-01"),
        relatie(Betrokkene::Persoon(persoon("ouder-7")), "gezagsouder", "2026-02-01"),
        relatie(Betrokkene::Persoon(persoon("ouder-7")), "contact", "2026-02-01"),
    ];
    for rows in [projection(dossier(1, "Sam", "de Zonnevis")), left, asked] {
        store.append(first(rows)).await.unwrap();
    }
    let all = DossierFilter::default;
    let on = |date: &str| Scope::organisatie(school(), day(date));
    assert_eq!(found(&*store, on("2026-02-28"), all()).await, expected(&[2, 1]));
    assert_eq!(found(&*store, on("2026-03-01"), all()).await, expected(&[1]));
    assert_eq!(found(&*store, on("2026-01-11"), all()).await, expected(&[]));
    let parent = Scope::persoon(persoon("ouder-7"), day("2026-03-01"));
    assert_eq!(found(&*store, parent.clone(), all()).await, expected(&[3]));
    let both = Scope { organisaties: vec![school(), other_school()], ..parent.clone() };
    assert_eq!(found(&*store, both.clone(), all()).await, expected(&[3, 1]));
    let as_parent = Scope { soorten: vec!["gezagsouder".to_owned()], ..both };
    assert_eq!(found(&*store, as_parent, all()).await, expected(&[3]));
    let nobody = Scope { organisaties: Vec::new(), persoon: None, ..parent };
    assert_eq!(found(&*store, nobody, all()).await, expected(&[]));
    let relaties = store.relaties(&nummer(3)).await.unwrap();
    assert_eq!(relaties.len(), 3);
    assert_eq!(store.relaties(&nummer(9)).await.unwrap(), []);
}

/// Every word typed must begin a word of the name, whatever accents and order.
pub async fn files_are_found_by_the_beginning_of_words(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let names = [(1, "Sam", "de Zonnevis"), (2, "Zoë", "van 't Hóf-Ümit"), (3, "Samira", "Zonnedauw")];
    for (n, given, family) in names {
        store.append(first(projection(dossier(n, given, family)))).await.unwrap();
    }
    let search = async |text: &str| {
        let filter = DossierFilter { zoek: Some(text.to_owned()), ..DossierFilter::default() };
        found(&*store, seen_by_school(), filter).await
    };
    assert_eq!(search("zonne").await, expected(&[1, 3]));
    assert_eq!(search("zonnev sam").await, expected(&[1]));
    assert_eq!(search("SAM").await, expected(&[1, 3]));
    assert_eq!(search("zoe umit").await, expected(&[2]));
    assert_eq!(search("onnevis").await, expected(&[]));
    assert_eq!(search("zonnevis%").await, expected(&[1]));
    assert_eq!(search("--").await, expected(&[]));
    assert_eq!(search("  ").await, expected(&[1, 2, 3]));
}

fn registration(fase: &str) -> ZaakRij {
    ZaakRij {
        zaak: "aanmelding-1".to_owned(),
        deel: "B".to_owned(),
        volgorde: 1,
        fase: Some(fase.to_owned()),
        vestiging: Some("17BM01".parse().unwrap()),
        aangemeld_op: Some(day("2026-02-20")),
    }
}

fn request(fase: &str) -> ZaakRij {
    let (zaak, deel) = ("aanvraag-1".to_owned(), "H".to_owned());
    ZaakRij { zaak, deel, volgorde: 0, vestiging: None, aangemeld_op: None, ..registration(fase) }
}

fn turn(nr: u32, about: &ZaakRij, rol: &str, uiterlijk: Option<&str>) -> BeurtRij {
    BeurtRij {
        nr,
        soort: "besluiten".to_owned(),
        zaak: about.zaak.clone(),
        deel: about.deel.clone(),
        rol: rol.to_owned(),
        organisatie: other_school(),
        persoon: None,
        van: day("2026-02-01"),
        uiterlijk: uiterlijk.map(day),
        tot: None,
        grond: "art. 40 lid 6 WPO".to_owned(),
    }
}

fn reading(delen: &[&str]) -> Scope {
    Scope { delen: delen.iter().map(|deel| (*deel).to_owned()).collect(), ..seen_by_school() }
}

/// Every field of the filter narrows the list.
pub async fn every_filter_narrows(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let other = DossierRij {
        geboortedatum: Some(day("2012-01-02")),
        vestiging: None,
        groep: Some("1b".to_owned()),
        stand: "geopend".to_owned(),
        ..dossier(2, "Bo", "de Snoek")
    };
    let mut bo = projection(other.clone());
    bo.zaken = vec![registration("ontvangen")];
    bo.beurten = vec![turn(1, &bo.zaken[0], "loket", Some("2026-04-01"))];
    store.append(first(projection(dossier(1, "Sam", "de Zonnevis")))).await.unwrap();
    store.append(first(bo)).await.unwrap();
    let all = DossierFilter::default;
    let filters = [
        DossierFilter { geboortedatum: other.geboortedatum, ..all() },
        DossierFilter { vestiging: Some("17BM01".parse().unwrap()), ..all() },
        DossierFilter { groep: other.groep.clone(), ..all() },
        DossierFilter { fase: Some("ontvangen".to_owned()), ..all() },
        DossierFilter { wacht_op_rol: Some("loket".to_owned()), ..all() },
        DossierFilter { volgende_tot_en_met: Some(day("2026-04-01")), ..all() },
    ];
    for filter in filters {
        assert_eq!(found(&*store, reading(&["B"]), filter.clone()).await, expected(&[2]), "{filter:?}");
    }
    let early = DossierFilter { volgende_tot_en_met: Some(day("2026-03-31")), ..all() };
    assert_eq!(found(&*store, reading(&["B"]), early).await, expected(&[]));
    assert_eq!(store.dossier_row(&nummer(2)).await.unwrap(), Some(other));
}

/// Phase, school, dates and whose turn it is tell of cases: each viewer gets those of the parts that they read and of the
/// cases that a relation of theirs opens, in rows as in filters.
pub async fn a_list_tells_of_the_cases_that_the_viewer_may_know_of(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut rows = projection(DossierRij { vestiging: None, ..dossier(1, "Sam", "de Zonnevis") });
    rows.zaken = vec![request("gestart"), registration("ontvangen")];
    rows.beurten = vec![
        turn(1, &rows.zaken[0], "loket", Some("2026-04-01")),
        turn(2, &rows.zaken[1], "ib", Some("2026-05-01")),
    ];
    let mut elsewhere = relatie(Betrokkene::Organisatie(other_school()), "aanmelding", "2026-01-12");
    elsewhere.zaak = Some("aanmelding-1".to_owned());
    elsewhere.lopend = false;
    rows.relaties.push(elsewhere);
    store.append(first(rows)).await.unwrap();
    let seen = async |scope: Scope| {
        let found = store.dossiers(&query(scope, DossierFilter::default())).await.unwrap().rows;
        let tell = |row: &Kind| (row.fase.clone(), row.volgende_datum, row.wacht_op_rol.clone());
        found.iter().map(tell).collect::<Vec<_>>()
    };
    let told = |fase: &str, datum: Option<&str>, rol: Option<&str>| {
        vec![(fase.to_owned(), datum.map(day), rol.map(str::to_owned))]
    };
    assert_eq!(seen(reading(&["B", "H"])).await, told("gestart", Some("2026-04-01"), Some("loket")));
    let of_registration = told("ontvangen", Some("2026-05-01"), Some("ib"));
    assert_eq!(seen(reading(&["B"])).await, of_registration);
    assert_eq!(seen(reading(&["H"])).await, told("gestart", Some("2026-04-01"), Some("loket")));
    assert_eq!(seen(reading(&[])).await, told("ingeschreven", None, None));
    let other = Scope { organisaties: vec![other_school()], ..reading(&["B", "H"]) };
    assert_eq!(seen(other.clone()).await, of_registration);
    assert_eq!(seen(Scope { alleen_lopend: true, ..other.clone() }).await, []);
    let phase = |fase: &str| DossierFilter { fase: Some(fase.to_owned()), ..DossierFilter::default() };
    assert_eq!(found(&*store, other.clone(), phase("gestart")).await, expected(&[]));
    assert_eq!(found(&*store, other, phase("ontvangen")).await, expected(&[1]));
    assert_eq!(found(&*store, reading(&["H"]), phase("ontvangen")).await, expected(&[]));
    let rows = store.dossiers(&query(reading(&["H"]), DossierFilter::default())).await.unwrap().rows;
    assert_eq!((&rows[0].vestiging, rows[0].aangemeld_op), (&None, None));
    let rows = store.dossiers(&query(reading(&["B"]), DossierFilter::default())).await.unwrap().rows;
    assert_eq!((&rows[0].vestiging, rows[0].aangemeld_op), (&"17BM01".parse().ok(), Some(day("2026-02-20"))));
}

/// Rows without a value come last in both directions; every page knows the total.
pub async fn a_list_is_sorted_and_cut_into_pages(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    for (n, date) in [(1, Some("2026-05-01")), (2, None), (3, Some("2026-04-01")), (4, Some("2026-05-01"))] {
        let mut rows = projection(dossier(n, "Sam", "de Zonnevis"));
        rows.beurten = vec![turn(1, &registration("ontvangen"), "ib", date)];
        store.append(first(rows)).await.unwrap();
    }
    let sorted = async |direction, page| {
        let sort = DossierSort::VolgendeDatum;
        let query =
            DossierQuery { sort, direction, page, ..query(reading(&["B"]), DossierFilter::default()) };
        let rows = store.dossiers(&query).await.unwrap();
        (numbers(&rows), rows.total)
    };
    assert_eq!(sorted(Direction::Up, Page::first(9)).await, (expected(&[3, 1, 4, 2]), 4));
    assert_eq!(sorted(Direction::Down, Page::first(9)).await, (expected(&[4, 1, 3, 2]), 4));
    assert_eq!(sorted(Direction::Up, Page { offset: 2, limit: 1 }).await, (expected(&[4]), 4));
    assert_eq!(sorted(Direction::Up, Page { offset: 7, limit: 1 }).await, (expected(&[]), 4));
    for sort in DossierSort::ALL {
        let query = DossierQuery { sort, ..query(reading(&["B"]), DossierFilter::default()) };
        assert_eq!(store.dossiers(&query).await.unwrap().total, 4, "{sort:?}");
    }
}

/// An append brings all rows of its file and removes those of before.
pub async fn rows_are_replaced_as_a_whole(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.append(first(projection(dossier(1, "Sam", "de Zonnevis")))).await.unwrap();
    let renamed = projection(dossier(1, "Sam", "Zonnedauw"));
    store.append(Append { projection: Some(renamed), ..append(1, 1, "naam") }).await.unwrap();
    let search = |text: &str| DossierFilter { zoek: Some(text.to_owned()), ..DossierFilter::default() };
    assert_eq!(found(&*store, seen_by_school(), search("zonnevis")).await, expected(&[]));
    assert_eq!(found(&*store, seen_by_school(), search("zonnedauw")).await, expected(&[1]));
    store.append(append(1, 2, "zonder lijst")).await.unwrap();
    assert_eq!(found(&*store, seen_by_school(), search("zonnedauw")).await, expected(&[1]));
    store.append(Append { projection: Some(Projection::default()), ..append(1, 3, "weg") }).await.unwrap();
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), None);
}

/// More rows than go to the database at a time, with and without what may be missing.
pub async fn many_rows_of_one_append_come_back_as_they_went(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut rows = projection(dossier(1, "Sam", "de Zonnevis"));
    rows.relaties = (0..17)
        .map(|n| match n % 2 {
            0 => relatie(
                Betrokkene::Organisatie(format!("school/99AA{n:02}").parse().unwrap()),
                "a",
                "2026-01-12",
            ),
            _ => RelatieRij {
                tot: Some(day("2026-02-01")),
                ..relatie(Betrokkene::Persoon(persoon(&format!("p-{n}"))), "b", "2026-01-12")
            },
        })
        .collect();
    let mut append = first(rows.clone());
    append.events = (0..17).map(|n| event(&format!("{{\"n\":{n}}}"))).collect();
    store.append(append).await.unwrap();
    let found = store.relaties(&nummer(1)).await.unwrap();
    assert_eq!(found.len(), 17);
    assert!(rows.relaties.iter().all(|row| found.contains(row)));
    let events = store.load(&stream(1)).await.unwrap();
    let read: Vec<Payload> = events.iter().map(|event| event.payload.clone()).collect();
    let sent = (0..17).map(|n| Payload::Readable(format!("{{\"n\":{n}}}").into_bytes()));
    assert_eq!(read, sent.collect::<Vec<_>>());
    assert!(events.windows(2).all(|pair| pair[0].position < pair[1].position));
}

/// The same name and birth date may be the same child; who has nothing to do with a file does not hear of it.
pub async fn possible_doubles_share_name_and_birth_date(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let elsewhere = DossierRij { vestiging: None, ..dossier(2, "Sam", "De Zonnevís") };
    let younger = DossierRij { geboortedatum: Some(day("2019-05-04")), ..dossier(3, "Sam", "de Zonnevis") };
    for row in [dossier(1, "Sam", "de Zonnevis"), elsewhere, younger] {
        store.append(first(projection(row))).await.unwrap();
    }
    let born = day("2017-05-04");
    let doubles = async |scope: Scope, name: &str| {
        let found = store.possible_doubles(&scope, name, born).await.unwrap();
        found.into_iter().map(|row| row.dossier.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(doubles(seen_by_school(), "sam de zonnevis").await, expected(&[1, 2]));
    assert_eq!(doubles(seen_by_school(), "bo de snoek").await, expected(&[]));
    let before = Scope { on: day("2020-01-01"), ..seen_by_school() };
    assert_eq!(doubles(before, "sam de zonnevis").await, expected(&[]));
    let nobody = Scope { organisaties: Vec::new(), ..seen_by_school() };
    assert_eq!(doubles(nobody, "sam de zonnevis").await, expected(&[]));
}

/// What changes by itself is found from its day on, until its rows are replaced.
pub async fn rows_that_change_by_the_calendar_are_found_from_their_day(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let changing = |n, day_of_change: Option<&str>| {
        projection(DossierRij { wijzigt_op: day_of_change.map(day), ..dossier(n, "Sam", "de Zonnevis") })
    };
    for (n, on) in [(1, Some("2026-05-01")), (2, None), (3, Some("2026-04-01")), (4, Some("2026-05-02"))] {
        store.append(first(changing(n, on))).await.unwrap();
    }
    let outdated = async |on: &str, after: Option<u32>, limit| {
        let after = after.map(nummer);
        let found = store.outdated(day(on), after.as_ref(), limit).await.unwrap();
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(outdated("2026-03-31", None, 9).await, expected(&[]));
    assert_eq!(outdated("2026-05-01", None, 9).await, expected(&[1, 3]));
    assert_eq!(outdated("2026-05-02", None, 2).await, expected(&[1, 3]));
    assert_eq!(outdated("2026-05-02", Some(3), 2).await, expected(&[4]));
    assert!(store.replace_projection(&nummer(3), 1, &changing(3, None)).await.unwrap());
    assert_eq!(outdated("2026-05-01", None, 9).await, expected(&[1]));
}

/// After clearing, rows come back file by file; a file that moved on keeps its newer rows.
pub async fn lists_are_rebuilt_unless_the_file_moved_on(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let old = projection(dossier(1, "Sam", "de Zonnevis"));
    store.append(first(old.clone())).await.unwrap();
    store.clear_lists().await.unwrap();
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), None);
    assert!(store.replace_projection(&nummer(1), 1, &old).await.unwrap());
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), old.dossier);
    let newer = projection(dossier(1, "Sam", "Zonnedauw"));
    let changed = Append { recorded_at: at(2), projection: Some(newer.clone()), ..append(1, 1, "naam") };
    store.append(changed).await.unwrap();
    assert!(!store.replace_projection(&nummer(1), 1, &old).await.unwrap());
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), newer.dossier);
    let wrong = store.replace_projection(&nummer(2), 0, &old).await.unwrap_err();
    assert!(matches!(wrong, StorageError::Misuse { .. }), "{wrong}");
    assert_eq!(store.head(&stream(2)).await.unwrap(), 0);
}
