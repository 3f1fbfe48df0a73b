//! Files that are closed to whoever asks a list, though its reader sees them: by how many rows there are nobody is told what a row would say.

use std::collections::BTreeSet;

use base::DossierNummer;

use super::given::{day, dossier, first, nummer, persoon, projection, seen_by_school, swv, tlv};
use super::post::{letters, with_letters};
use super::work::{listed, loket, named, queue, turns, with_queue, with_turns};
use super::{Bench, fresh};
use crate::queries::{
    AanvraagQuery, BeurtQuery, DossierFilter, DossierQuery, DossierSort, PostQuery, TlvQuery, TlvSort,
    ToewijzingQuery, ToewijzingSort,
};
use crate::{Direction, Page, Scope, Storage};

fn zonder(files: &[u32]) -> BTreeSet<DossierNummer> {
    files.iter().map(|n| nummer(*n)).collect()
}

/// The files of a list, read page after page of one row; each page says the same total.
async fn walked(store: &dyn Storage, query: DossierQuery) -> Vec<String> {
    let mut found = Vec::new();
    let mut totals = BTreeSet::new();
    for offset in 0..10 {
        let page = Page { offset, limit: 1 };
        let rows = store.dossiers(&DossierQuery { page, ..query.clone() }).await.unwrap();
        totals.insert(rows.total);
        found.extend(rows.rows.into_iter().map(|row| row.dossier.dossier.to_string()));
    }
    assert_eq!(totals, BTreeSet::from([found.len() as u64]), "{query:?}");
    found
}

/// In every order and on every page, with a filter and a search, and in what a filter offers.
pub async fn a_file_that_is_left_out_is_on_no_page_in_no_total_and_no_choice(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut alone = projection(dossier(2, "Bo", "de Snoek"));
    "geweigerd".clone_into(&mut alone.gezien[0].fase);
    for rows in
        [projection(dossier(1, "Sam", "de Zonnevis")), alone, projection(dossier(3, "Bo", "de Karper"))]
    {
        store.append(first(rows)).await.unwrap();
    }
    let query = |closed: &[u32], zoek: Option<&str>| DossierQuery {
        scope: Scope { zonder: zonder(closed), ..seen_by_school() },
        filter: DossierFilter { zoek: zoek.map(str::to_owned), ..DossierFilter::default() },
        sort: DossierSort::Dossier,
        direction: Direction::Up,
        page: Page::first(10),
    };
    let files = |files: &[u32]| files.iter().map(|n| nummer(*n).to_string()).collect::<Vec<_>>();
    for sort in DossierSort::ALL {
        for direction in [Direction::Up, Direction::Down] {
            let asked = DossierQuery { sort, direction, ..query(&[2], None) };
            assert_eq!(walked(&*store, asked).await.len(), 2, "{sort:?}");
        }
    }
    assert_eq!(walked(&*store, query(&[2], None)).await, files(&[1, 3]));
    assert_eq!(walked(&*store, query(&[], Some("bo"))).await, files(&[2, 3]));
    assert_eq!(walked(&*store, query(&[2, 9], Some("bo"))).await, files(&[3]));
    let all = [seen_by_school(), Scope { zonder: zonder(&[2]), ..seen_by_school() }];
    let mut phases = Vec::new();
    for scope in &all {
        phases.push(store.phases(scope, &["geweigerd"]).await.unwrap().len());
    }
    assert_eq!(phases, [1, 0]);
}

/// Turns, requests, tasks, declarations and letters.
pub async fn the_work_of_a_file_that_is_left_out_is_in_no_list(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_turns(&*store).await;
    let closed = |scope: Scope, files: &[u32]| Scope { zonder: zonder(files), ..scope };
    let without = BeurtQuery { scope: closed(seen_by_school(), &[2]), ..turns() };
    assert_eq!(listed(&*store, without.clone()).await, named(&[(1, 1), (1, 3)]));
    let soon = BeurtQuery { van_na: Some(day("2020-01-01")), ..without };
    assert_eq!(listed(&*store, soon).await, named(&[(1, 1), (1, 3)]));
    let mut kinds = Vec::new();
    for files in [&[][..], &[1, 2]] {
        let of = [closed(seen_by_school(), files)];
        kinds.push(store.turn_kinds(&of, &["besluiten"]).await.unwrap().len());
    }
    assert_eq!(kinds, [1, 0]);

    let (_site, store) = fresh(bench).await;
    with_queue(&*store).await;
    let desk = closed(Scope::new(loket(), day("2026-03-02")), &[1]);
    let found = store.aanvragen(&AanvraagQuery { scope: desk.clone(), ..queue() }).await.unwrap();
    assert_eq!((found.rows.len(), found.total), (1, 1));
    let tasks = ToewijzingQuery {
        persoon: persoon("a-specht"),
        scope: desk,
        gereed: false,
        soort: None,
        sort: ToewijzingSort::ToegewezenOp,
        direction: Direction::Up,
        page: Page { offset: 5, limit: 1 },
    };
    assert_eq!(store.toewijzingen(&tasks).await.unwrap().total, 1);
    assert_eq!(store.werklast(&swv(), &zonder(&[1])).await.unwrap()[0].open, 1);

    let (_site, store) = fresh(bench).await;
    let mut rows = projection(dossier(1, "Sam", "de Zonnevis"));
    rows.tlvs = vec![tlv("17", "2024-08-01", "2025-07-31", "verlopen")];
    store.append(first(rows)).await.unwrap();
    let mut totals = Vec::new();
    for files in [&[][..], &[1]] {
        let declarations = TlvQuery {
            swv: swv(),
            status: None,
            soort: None,
            geldig_op: None,
            zonder: zonder(files),
            sort: TlvSort::Van,
            direction: Direction::Down,
            page: Page { offset: 3, limit: 1 },
        };
        totals.push(store.tlvs(&declarations).await.unwrap().total);
    }
    assert_eq!(totals, [1, 0]);

    let (_site, store) = fresh(bench).await;
    with_letters(&*store).await;
    let letters = |files: &[u32]| PostQuery {
        scope: closed(seen_by_school(), files),
        page: Page { offset: 9, limit: 1 },
        ..letters()
    };
    let all = store.post(&letters(&[])).await.unwrap().total;
    let rest = store.post(&letters(&[1])).await.unwrap().total;
    assert!(0 < rest && rest < all, "{rest} of {all}");
}
