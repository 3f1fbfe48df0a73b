//! The read log.

use super::given::{at, nummer, other_school, persoon, school};
use super::{Bench, fresh};
use crate::{Direction, Inzage, InzageQuery, InzageTelling, KijkerQuery, Page};

fn view(n: u32, who: &str, seconds: i64) -> Inzage {
    Inzage {
        at: at(seconds),
        dossier: nummer(n),
        persoon: persoon(who),
        rol: "ib".to_owned(),
        organisatie: school(),
        delen: "A,C,E".to_owned(),
        doel: "gesprek met ouders".to_owned(),
    }
}

/// Views are there after reopening, newest first, page by page.
pub async fn views_of_a_file_are_listed_newest_first(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    store.log_reads(&[]).await.unwrap();
    store.log_reads(&[view(1, "m-zonnedauw", 1), view(2, "m-zonnedauw", 1)]).await.unwrap();
    store.log_reads(&[view(1, "j-ijsvogel", 2)]).await.unwrap();
    store.log_reads(&[view(1, "m-zonnedauw", 3)]).await.unwrap();
    store.close().await;
    let store = site.open().await;
    let newest = store.reads(&InzageQuery::newest(nummer(1), Page::first(2))).await.unwrap();
    assert_eq!(newest.total, 3);
    assert_eq!(newest.rows, [view(1, "m-zonnedauw", 3), view(1, "j-ijsvogel", 2)]);
    let rest = store.reads(&InzageQuery::newest(nummer(1), Page { offset: 2, limit: 2 })).await.unwrap();
    assert_eq!(rest.rows, [view(1, "m-zonnedauw", 1)]);
    let beyond = store.reads(&InzageQuery::newest(nummer(1), Page { offset: 9, limit: 2 })).await.unwrap();
    assert_eq!((beyond.rows.len(), beyond.total), (0, 3));
    assert_eq!(store.reads(&InzageQuery::newest(nummer(7), Page::first(2))).await.unwrap().total, 0);
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
}

/// Views are narrowed to a period, a role and a part, and run from old to new when asked.
pub async fn views_are_filtered(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let other = Inzage { rol: "directie".to_owned(), delen: "K1,N".to_owned(), ..view(1, "j-ijsvogel", 2) };
    let views = [view(1, "m-zonnedauw", 1), other, view(1, "m-zonnedauw", 3)];
    store.log_reads(&views).await.unwrap();
    let all = InzageQuery::newest(nummer(1), Page::first(9));
    let listed = async |query: InzageQuery| {
        let found = store.reads(&query).await.unwrap();
        assert_eq!(found.total, found.rows.len() as u64);
        found.rows.into_iter().map(|row| row.at.as_second()).collect::<Vec<_>>()
    };
    let seconds = |wanted: &[i64]| wanted.iter().map(|n| at(*n).as_second()).collect::<Vec<_>>();
    let upwards = InzageQuery { direction: Direction::Up, ..all.clone() };
    assert_eq!(listed(upwards).await, seconds(&[1, 2, 3]));
    let period = InzageQuery { van: Some(at(2)), tot: Some(at(3)), ..all.clone() };
    assert_eq!(listed(period).await, seconds(&[2]));
    assert_eq!(listed(InzageQuery { rol: Some("ib".to_owned()), ..all.clone() }).await, seconds(&[3, 1]));
    let part = |deel: &str| InzageQuery { deel: Some(deel.to_owned()), ..all.clone() };
    assert_eq!(listed(part("N")).await, seconds(&[2]));
    assert_eq!(listed(part("C")).await, seconds(&[3, 1]));
    let of = |who| InzageQuery { organisaties: vec![who], ..all.clone() };
    assert_eq!(listed(of(school())).await, seconds(&[3, 2, 1]));
    assert_eq!(listed(of(other_school())).await, seconds(&[]));
    let without = |who| InzageQuery { zonder: Some(who), ..all.clone() };
    assert_eq!(listed(without(school())).await, seconds(&[]));
    assert_eq!(listed(without(other_school())).await, seconds(&[3, 2, 1]));
    let but = |who| InzageQuery { behalve: vec![persoon(who), persoon("x-niemand")], ..without(school()) };
    assert_eq!(listed(but("j-ijsvogel")).await, seconds(&[2]));
    assert_eq!(listed(but("n-wulp")).await, seconds(&[]));
    // A part is a whole code, not a letter of one.
    assert_eq!(listed(part("K")).await, seconds(&[]));
}

/// Per organisation and period: who looked how often, and in how many files.
pub async fn views_are_counted_per_reader(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    for seconds in 1..=3 {
        store.log_reads(&[view(1, "m-zonnedauw", seconds)]).await.unwrap();
    }
    let elsewhere = Inzage { organisatie: other_school(), ..view(1, "j-ijsvogel", 4) };
    store.log_reads(&[view(2, "m-zonnedauw", 20), elsewhere]).await.unwrap();
    let telling = |who: &str, organisatie, aantal, dossiers, laatst| InzageTelling {
        persoon: persoon(who),
        rol: "ib".to_owned(),
        organisatie,
        aantal,
        dossiers,
        laatst: at(laatst),
    };
    let pattern = store.read_pattern(&school(), (at(2), at(21)), None).await.unwrap();
    assert_eq!(pattern, [telling("m-zonnedauw", school(), 3, 2, 20)]);
    assert_eq!(store.read_pattern(&school(), (at(21), at(30)), None).await.unwrap(), []);
    let without = store.read_pattern(&school(), (at(2), at(21)), Some("gesprek met ouders")).await.unwrap();
    assert_eq!(without, [], "every look was for that");
    let one = KijkerQuery {
        organisatie: school(),
        persoon: persoon("m-zonnedauw"),
        rol: "ib".to_owned(),
        van: at(2),
        tot: at(21),
        zonder: None,
        page: Page::first(2),
    };
    let other_purpose = KijkerQuery { zonder: Some("gesprek met ouders".to_owned()), ..one.clone() };
    assert_eq!(store.reads_by(&other_purpose).await.unwrap().total, 0);
    let seen = store.reads_by(&one).await.unwrap();
    assert_eq!(
        (seen.total, seen.rows.iter().map(|row| row.at).collect::<Vec<_>>()),
        (3, vec![at(20), at(3)])
    );
    for other in [
        KijkerQuery { rol: "loket".to_owned(), ..one.clone() },
        KijkerQuery { persoon: persoon("j-ijsvogel"), ..one.clone() },
        KijkerQuery { organisatie: other_school(), ..one.clone() },
        KijkerQuery { van: at(21), tot: at(30), ..one },
    ] {
        assert_eq!(store.reads_by(&other).await.unwrap().total, 0);
    }
}
