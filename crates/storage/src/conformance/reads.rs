//! The read log.

use super::given::{at, nummer, other_school, persoon, school};
use super::{Bench, fresh};
use crate::{Inzage, InzageTelling, Page};

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
    let newest = store.reads(&nummer(1), Page::first(2)).await.unwrap();
    assert_eq!(newest.total, 3);
    assert_eq!(newest.rows, [view(1, "m-zonnedauw", 3), view(1, "j-ijsvogel", 2)]);
    let rest = store.reads(&nummer(1), Page { offset: 2, limit: 2 }).await.unwrap();
    assert_eq!(rest.rows, [view(1, "m-zonnedauw", 1)]);
    let beyond = store.reads(&nummer(1), Page { offset: 9, limit: 2 }).await.unwrap();
    assert_eq!((beyond.rows.len(), beyond.total), (0, 3));
    assert_eq!(store.reads(&nummer(7), Page::first(2)).await.unwrap().total, 0);
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
}

/// Per file: who looked how often. Per organisation and period: who looks in many files.
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
    let per_reader = store.read_counts(&nummer(1)).await.unwrap();
    let expected =
        [telling("m-zonnedauw", school(), 3, 1, 3), telling("j-ijsvogel", other_school(), 1, 1, 4)];
    assert_eq!(per_reader, expected);
    let pattern = store.read_pattern(&school(), at(2), at(21)).await.unwrap();
    assert_eq!(pattern, [telling("m-zonnedauw", school(), 3, 2, 20)]);
    assert_eq!(store.read_pattern(&school(), at(21), at(30)).await.unwrap(), []);
}
