//! Letters in the lists of the organisation that wrote them.

use super::given::{day, dossier, first, lezer, other_school, persoon, post, projection, seen_by_school};
use super::{Bench, fresh};
use crate::queries::{PostQuery, PostSort};
use crate::{Direction, Lezer, Page, PostRij, Projection, Scope, Storage};

pub(super) async fn with_letters(store: &dyn Storage) {
    let with =
        |n, naam, post: Vec<PostRij>| Projection { post, ..projection(dossier(n, naam, "de Zonnevis")) };
    let left = PostRij {
        stand: "verzonden".to_owned(),
        stap: Some("post".to_owned()),
        stap_nr: Some(8),
        stap_op: Some(day("2026-02-11")),
        door: Some(persoon("l-reiger")),
        gesloten_op: Some(day("2026-02-11")),
        ..post(7, "2026-02-10")
    };
    let free = PostRij { soort: "aanbod".to_owned(), dag: None, ..post(5, "2026-02-20") };
    let printed = PostRij { stand: "afgedrukt".to_owned(), ..post(9, "2026-02-15") };
    let elsewhere = PostRij { lezer: Lezer::organisatie("ib", &other_school(), ""), ..post(4, "2026-02-01") };
    let over = PostRij { tot: Some(day("2026-03-01")), ..post(6, "2026-02-02") };
    for rows in [
        with(1, "Sam", vec![post(4, "2026-02-25"), left, free]),
        with(2, "Bo", vec![printed, elsewhere, over]),
    ] {
        store.append(first(rows)).await.unwrap();
    }
}

pub(super) fn letters() -> PostQuery {
    PostQuery {
        scope: seen_by_school(),
        open: true,
        stand: None,
        soort: None,
        dag_tot_en_met: None,
        sort: PostSort::Datum,
        direction: Direction::Up,
        page: Page::first(10),
    }
}

/// What an organisation sends, filtered and sorted: what has no day to leave comes last, and what left is asked for.
pub async fn letters_are_filtered_and_sorted(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_letters(&*store).await;
    let asked = async |query: PostQuery| {
        let rows = store.post(&query).await.unwrap().rows;
        rows.into_iter().map(|row| row.post.brief).collect::<Vec<_>>()
    };
    assert_eq!(asked(letters()).await, [9, 5, 4]);
    assert_eq!(asked(PostQuery { direction: Direction::Down, ..letters() }).await, [4, 5, 9]);
    assert_eq!(asked(PostQuery { open: false, ..letters() }).await, [7, 9, 5, 4]);
    assert_eq!(asked(PostQuery { sort: PostSort::Dag, ..letters() }).await, [9, 4, 5]);
    assert_eq!(asked(PostQuery { sort: PostSort::Soort, ..letters() }).await, [5, 4, 9]);
    assert_eq!(asked(PostQuery { sort: PostSort::Naam, ..letters() }).await, [9, 4, 5]);
    let narrow = [
        (PostQuery { stand: Some("afgedrukt".to_owned()), ..letters() }, vec![9]),
        (PostQuery { open: false, stand: Some("verzonden".to_owned()), ..letters() }, vec![7]),
        (PostQuery { soort: Some("aanbod".to_owned()), ..letters() }, vec![5]),
        (PostQuery { dag_tot_en_met: Some(day("2026-02-15")), ..letters() }, vec![9]),
    ];
    for (query, found) in narrow {
        assert_eq!(asked(query.clone()).await, found, "{query:?}");
    }
    let other = Scope::new(Lezer::organisatie("ib", &other_school(), ""), day("2026-03-02"));
    assert_eq!(asked(PostQuery { scope: other, ..letters() }).await, [4]);
    let before = Scope::new(lezer(), day("2026-02-28"));
    assert_eq!(asked(PostQuery { scope: before, ..letters() }).await, [6, 9, 5, 4]);
    let rows = store.post(&PostQuery { page: Page { offset: 2, limit: 1 }, ..letters() }).await.unwrap();
    assert_eq!((rows.rows[0].weergavenaam.as_str(), rows.total), ("Sam de Zonnevis", 3));
    assert_eq!(rows.rows[0].post, post(4, "2026-02-25"));
}
