//! The work of experts: their tasks, how much each has, and what waits for one who left.

use std::collections::BTreeSet;

use super::given::{account, at, day, handeling, other_school, persoon, swv};
use super::work::{loket, task, with_queue};
use super::{Bench, fresh};
use crate::queries::{ToewijzingQuery, ToewijzingSort, Werklast, ZonderRolQuery};
use crate::{Account, Direction, Page, Rol, Scope};

/// An expert sees own tasks, oldest first; the SWV sees who has how much.
pub async fn experts_see_their_tasks_and_the_swv_their_load(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_queue(&*store).await;
    let of = |who: &str, gereed| ToewijzingQuery {
        persoon: persoon(who),
        scope: Scope::new(loket(), day("2026-03-02")),
        gereed,
        soort: None,
        sort: ToewijzingSort::ToegewezenOp,
        direction: Direction::Up,
        page: Page::first(10),
    };
    let tasks = store.toewijzingen(&of("a-specht", false)).await.unwrap();
    let numbers: Vec<_> = tasks.rows.iter().map(|row| row.dossier.dossier.to_string()).collect();
    assert_eq!(
        (numbers.as_slice(), tasks.total),
        (["2026-000001", "2026-000002"].map(str::to_owned).as_slice(), 2)
    );
    assert_eq!(tasks.rows[0].toewijzing, task("a-specht", "2026-02-12", None));
    assert_eq!(store.toewijzingen(&of("b-uil", false)).await.unwrap().total, 0);
    assert_eq!(store.toewijzingen(&of("b-uil", true)).await.unwrap().total, 1);
    let files = async |query: ToewijzingQuery| {
        let found = store.toewijzingen(&query).await.unwrap();
        found.rows.into_iter().map(|row| row.dossier.dossier.to_string()).collect::<Vec<_>>()
    };
    let kind = ToewijzingQuery { soort: Some("arrangement".to_owned()), ..of("a-specht", false) };
    assert_eq!(files(kind).await, ["2026-000002"]);
    let down = |sort| ToewijzingQuery { sort, direction: Direction::Down, ..of("a-specht", false) };
    assert_eq!(files(down(ToewijzingSort::ToegewezenOp)).await, ["2026-000002", "2026-000001"]);
    // Without a last day at the end, in both directions.
    assert_eq!(files(down(ToewijzingSort::Uiterlijk)).await, ["2026-000001", "2026-000002"]);
    for sort in ToewijzingSort::ALL {
        for gereed in [false, true] {
            let found = store.toewijzingen(&ToewijzingQuery { sort, ..of("b-uil", gereed) }).await.unwrap();
            assert_eq!(found.total, u64::from(gereed), "{sort:?}");
        }
    }
    let by_name = ToewijzingQuery { sort: ToewijzingSort::Naam, ..of("a-specht", false) };
    assert_eq!(files(by_name).await, ["2026-000002", "2026-000001"]);
    let load = store.werklast(&swv(), &BTreeSet::new()).await.unwrap();
    let oudste = Some(day("2026-02-12"));
    assert_eq!(load, [Werklast { persoon: persoon("a-specht"), open: 2, oudste }]);
    assert_eq!(store.werklast(&"PO3001".parse().unwrap(), &BTreeSet::new()).await.unwrap(), []);
}

/// What waits for an expert who left is found by who left: the role ended, or the account is blocked.
pub async fn tasks_of_who_left_are_found(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_queue(&*store).await;
    let log = handeling("rol_gegeven", "a-specht");
    let held = |who: &str, van: &str, tot: Option<&str>| Rol {
        id: 0,
        account: persoon(who),
        rol: "deskundige".to_owned(),
        organisatie: swv().organisatie(),
        groep: None,
        van: day(van),
        tot: tot.map(day),
        vak: None,
    };
    for who in ["a-specht", "b-uil"] {
        store.create_account(&account(who), &log).await.unwrap();
    }
    store.add_rol(&held("a-specht", "2026-01-01", Some("2026-03-01")), &log).await.unwrap();
    // Another role there, or the same elsewhere, is another thing.
    let other = Rol { rol: "loket".to_owned(), ..held("a-specht", "2026-01-01", None) };
    let elsewhere = Rol { organisatie: other_school(), ..held("a-specht", "2026-01-01", None) };
    for rol in [other, elsewhere, held("b-uil", "2026-01-01", Some("2026-02-01"))] {
        store.add_rol(&rol, &log).await.unwrap();
    }
    let left = async |on: &str, limit| {
        let query = ZonderRolQuery {
            scope: Scope::new(loket(), day(on)),
            rol: "deskundige".to_owned(),
            organisatie: swv().organisatie(),
            page: Page::first(limit),
        };
        let found = store.toewijzingen_zonder_rol(&query).await.unwrap();
        let named = found.rows.iter().map(|row| (row.dossier.dossier.to_string(), row.toewijzing.clone()));
        (named.collect::<Vec<_>>(), found.total)
    };
    let tasks = [
        ("2026-000001".to_owned(), task("a-specht", "2026-02-12", None)),
        ("2026-000002".to_owned(), task("a-specht", "2026-02-21", None)),
    ];
    assert_eq!(left("2026-02-28", 10).await, (Vec::new(), 0), "still there");
    assert_eq!(left("2026-03-02", 10).await, (tasks.to_vec(), 2), "the one with a last day first");
    assert_eq!(left("2026-03-02", 1).await, (tasks[..1].to_vec(), 2));
    store.add_rol(&held("a-specht", "2026-03-02", None), &log).await.unwrap();
    assert_eq!(left("2026-03-02", 10).await, (Vec::new(), 0), "and back");
    let blocked = Account { geblokkeerd_op: Some(at(5)), ..account("a-specht") };
    assert!(store.update_account(&blocked, &log).await.unwrap());
    assert_eq!(left("2026-03-02", 10).await.1, 2);
}
