//! Reference data.

use std::collections::BTreeMap;

use super::given::{at, day};
use super::{Bench, fresh};
use crate::references::{ReferenceField, ReferenceQuery, ReferenceSort};
use crate::{Direction, HandelingQuery, Invoerrun, Page, ReferenceUpdate, Referentie, Storage, StorageError};

fn school(code: &str, naam: &str, van: &str) -> Referentie {
    Referentie {
        soort: "vestiging".to_owned(),
        code: code.to_owned(),
        geldig_van: day(van),
        geldig_tot: None,
        naam: naam.to_owned(),
        naam_norm: base::naam::normalise(naam),
        swv: Some("PO2401".to_owned()),
        bestuur: Some("40631".to_owned()),
        gemeente: Some("0034".to_owned()),
        gegevens: "{}".to_owned(),
        vingerafdruk: format!("{code} {naam}"),
        bron: "DUO 2026-01".to_owned(),
    }
}

fn update(per: &str, geldig: Vec<Referentie>, vervallen: &[&str]) -> ReferenceUpdate {
    let run = Invoerrun {
        at: at(0),
        soort: "duo-vestigingen".to_owned(),
        bron: format!("DUO {per}"),
        gelezen: 9,
        nieuw: u64::try_from(geldig.len()).unwrap(),
        gewijzigd: 0,
        ongewijzigd: 0,
        vervallen: u64::try_from(vervallen.len()).unwrap(),
        onbruikbaar: 1,
    };
    let vervallen = vervallen.iter().map(|code| (*code).to_owned()).collect();
    ReferenceUpdate { soort: "vestiging".to_owned(), per: day(per), geldig, vervallen, run }
}

/// Carries one update out, after every run there is.
async fn import(store: &dyn Storage, wanted: ReferenceUpdate) -> Result<bool, StorageError> {
    let runs = store.import_runs(Page::first(1)).await?.total;
    store.update_references(&[wanted], runs).await
}

async fn name_on(store: &dyn Storage, code: &str, on: &str) -> Option<String> {
    store.reference("vestiging", code, day(on)).await.unwrap().map(|found| found.naam)
}

/// A change ends the version before it on its day; what lapses ends too and is never deleted.
pub async fn an_import_ends_and_replaces_versions(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let first = vec![school("32JK00", "De Ekster", "2026-01-01"), school("17BM01", "De Snoek", "2026-01-01")];
    import(&*store, update("2026-01-01", first, &[])).await.unwrap();
    let changed = vec![school("32JK00", "De Bonte Ekster", "2026-02-01")];
    import(&*store, update("2026-02-01", changed, &["17BM01"])).await.unwrap();
    assert_eq!(name_on(&*store, "32JK00", "2025-12-31").await, None);
    assert_eq!(name_on(&*store, "32JK00", "2026-01-31").await.unwrap(), "De Ekster");
    assert_eq!(name_on(&*store, "32JK00", "2026-02-01").await.unwrap(), "De Bonte Ekster");
    assert_eq!(name_on(&*store, "17BM01", "2026-01-31").await.unwrap(), "De Snoek");
    assert_eq!(name_on(&*store, "17BM01", "2026-02-01").await, None);
    let corrected = vec![school("32JK00", "De Bonte Eksters", "2026-02-01")];
    import(&*store, update("2026-02-01", corrected, &[])).await.unwrap();
    let history = store.reference_history("vestiging", "32JK00").await.unwrap();
    let periods: Vec<_> = history.iter().map(|version| (version.geldig_van, version.geldig_tot)).collect();
    assert_eq!(periods, [(day("2026-01-01"), Some(day("2026-02-01"))), (day("2026-02-01"), None)]);
    let current = store.fingerprints("vestiging").await.unwrap();
    assert_eq!(current, BTreeMap::from([("32JK00".to_owned(), "32JK00 De Bonte Eksters".to_owned())]));
    let runs = store.import_runs(Page::first(2)).await.unwrap();
    assert_eq!((runs.total, runs.rows[1].vervallen, runs.rows[0].onbruikbaar), (3, 1, 1));
}

/// An import that cannot be carried out to its end leaves nothing behind.
pub async fn an_import_that_fails_changes_nothing(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let bad =
        vec![school("32JK00", "De Ekster", "2026-01-01"), school("17BM01", "De \0 Snoek", "2026-01-01")];
    let refused = import(&*store, update("2026-01-01", bad, &[])).await.unwrap_err();
    assert!(matches!(refused, StorageError::Misuse { .. }), "{refused}");
    let other_day = vec![school("32JK00", "De Ekster", "2026-01-02")];
    assert!(import(&*store, update("2026-01-01", other_day, &[])).await.is_err());
    assert_eq!(store.fingerprints("vestiging").await.unwrap(), BTreeMap::new());
    assert_eq!(store.import_runs(Page::first(2)).await.unwrap().total, 0);
}

/// A source and what follows from it are one: where the second cannot be written, the first is not there either.
pub async fn updates_that_belong_together_are_one(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let good = update("2026-01-01", vec![school("32JK00", "De Ekster", "2026-01-01")], &[]);
    let bad = update("2026-01-01", vec![school("17BM01", "De \0 Snoek", "2026-01-01")], &[]);
    assert!(store.update_references(&[good.clone(), bad], 0).await.is_err());
    assert_eq!(store.fingerprints("vestiging").await.unwrap(), BTreeMap::new());
    assert_eq!(store.import_runs(Page::first(2)).await.unwrap().total, 0);
    assert_eq!(store.sources_of_runs("duo-vestigingen").await.unwrap(), [""; 0]);
    assert!(store.update_references(std::slice::from_ref(&good), 0).await.unwrap());
    assert_eq!(store.sources_of_runs("duo-vestigingen").await.unwrap(), [good.run.bron]);
}

/// An import that changes something stands in the log of acts, with its source; one that changes nothing does not.
pub async fn a_change_of_reference_data_is_logged(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let told = async || {
        let query = HandelingQuery::all(Page::first(9));
        let acts = store.handelingen(&query).await.unwrap().rows;
        acts.into_iter().map(|act| (act.handeling, act.toelichting)).collect::<Vec<_>>()
    };
    let first = vec![school("32JK00", "De Ekster", "2026-01-01")];
    import(&*store, update("2026-01-01", first, &[])).await.unwrap();
    let logged = [("gegevens_ingelezen".to_owned(), "DUO 2026-01-01".to_owned())];
    assert_eq!(told().await, logged);
    import(&*store, update("2026-02-01", Vec::new(), &[])).await.unwrap();
    assert_eq!(told().await, logged);
}

/// Of two imports that were worked out on the same state, one is carried out.
pub async fn the_second_of_two_importers_is_refused(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let of = |naam: &str| [update("2026-01-01", vec![school("32JK00", naam, "2026-01-01")], &[])];
    assert!(store.update_references(&of("De Ekster"), 0).await.unwrap());
    assert!(!store.update_references(&of("De Snoek"), 0).await.unwrap());
    assert_eq!(name_on(&*store, "32JK00", "2026-01-01").await.unwrap(), "De Ekster");
    assert_eq!(store.import_runs(Page::first(2)).await.unwrap().total, 1);
}

/// Things are found by the beginning of words and codes, and by where they belong.
pub async fn things_are_found_by_name_code_and_filter(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let elsewhere =
        Referentie { swv: Some("PO3001".to_owned()), ..school("01AA00", "Ëkster Zuid", "2026-01-01") };
    let all = vec![
        school("32JK00", "De Ekster", "2026-01-01"),
        school("17BM01", "De Snoek", "2026-01-01"),
        elsewhere,
    ];
    import(&*store, update("2026-01-01", all, &[])).await.unwrap();
    let everything = ReferenceQuery::all("vestiging", day("2026-03-01"), Page::first(10));
    let codes = async |query: ReferenceQuery| {
        let found = store.references(&query).await.unwrap();
        found.rows.into_iter().map(|row| row.code).collect::<Vec<_>>()
    };
    let search = |text: &str| ReferenceQuery { zoek: Some(text.to_owned()), ..everything.clone() };
    assert_eq!(codes(everything.clone()).await, ["32JK00", "17BM01", "01AA00"]);
    assert_eq!(codes(search("ekst")).await, ["32JK00", "01AA00"]);
    assert_eq!(codes(search("ekster z")).await, ["01AA00"]);
    assert_eq!(codes(search("17bm")).await, ["17BM01"]);
    assert_eq!(codes(search("'")).await, [""; 0]);
    assert_eq!(
        codes(ReferenceQuery { swv: Some("PO2401".to_owned()), ..search("ekster") }).await,
        ["32JK00"]
    );
    assert_eq!(codes(ReferenceQuery { bestuur: Some("1".to_owned()), ..everything.clone() }).await, [""; 0]);
    assert_eq!(
        codes(ReferenceQuery { gemeente: Some("0034".to_owned()), ..search("sno") }).await,
        ["17BM01"]
    );
    assert_eq!(codes(ReferenceQuery { on: day("2025-01-01"), ..everything.clone() }).await, [""; 0]);
    let second = ReferenceQuery { page: Page { offset: 2, limit: 2 }, ..everything };
    assert_eq!(store.references(&second).await.unwrap().total, 3);
}

/// What the things of a kind have together: each once, as it was on the day.
pub async fn what_things_have_is_told_once(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let with = |code: &str, swv: Option<&str>, gegevens: &str| Referentie {
        swv: swv.map(str::to_owned),
        gegevens: gegevens.to_owned(),
        ..school(code, "De Ekster", "2026-01-01")
    };
    let all = vec![
        with("32JK00", Some("PO3001"), r#"{"gemeentenaam":"Zeist"}"#),
        with("17BM01", Some("PO2401"), r#"{"gemeentenaam":"Almere"}"#),
        with("01AA00", Some("PO3001"), r#"{"gemeentenaam":"Zeist"}"#),
        with("02AA00", None, "{}"),
    ];
    import(&*store, update("2026-01-01", all, &[])).await.unwrap();
    let told = async |soort: &str, of, on: &str| store.reference_values(soort, of, day(on)).await.unwrap();
    assert_eq!(told("vestiging", ReferenceField::Swv, "2026-03-01").await, ["PO2401", "PO3001"]);
    assert_eq!(told("vestiging", ReferenceField::Gemeentenaam, "2026-03-01").await, ["Almere", "Zeist"]);
    assert_eq!(told("vestiging", ReferenceField::Swv, "2025-03-01").await, [""; 0]);
    assert_eq!(told("anders", ReferenceField::Swv, "2026-03-01").await, [""; 0]);
}

/// Things are sorted by each column; the code decides between equals and what is unknown comes last.
pub async fn things_are_sorted(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let with = |code: &str, naam: &str, swv: Option<&str>, gegevens: &str| Referentie {
        swv: swv.map(str::to_owned),
        gegevens: gegevens.to_owned(),
        ..school(code, naam, "2026-01-01")
    };
    let all = vec![
        with("32JK00", "De Ekster", Some("PO2401"), r#"{"school":{"plaats":"Almere"}}"#),
        with("17BM01", "De Snoek", Some("PO3001"), r#"{"school":{"plaats":"Zeist"}}"#),
        with("01AA00", "De Uil", None, "{}"),
    ];
    import(&*store, update("2026-01-01", all, &[])).await.unwrap();
    let expected = [
        (ReferenceSort::Naam, ["32JK00", "17BM01", "01AA00"], ["01AA00", "17BM01", "32JK00"]),
        (ReferenceSort::Code, ["01AA00", "17BM01", "32JK00"], ["32JK00", "17BM01", "01AA00"]),
        (ReferenceSort::Plaats, ["32JK00", "17BM01", "01AA00"], ["17BM01", "32JK00", "01AA00"]),
        (ReferenceSort::Swv, ["32JK00", "17BM01", "01AA00"], ["17BM01", "32JK00", "01AA00"]),
    ];
    assert_eq!(expected.map(|(sort, ..)| sort), ReferenceSort::ALL);
    for (sort, up, down) in expected {
        for (direction, order) in [(Direction::Up, up), (Direction::Down, down)] {
            let query = ReferenceQuery {
                sort,
                direction,
                ..ReferenceQuery::all("vestiging", day("2026-03-01"), Page::first(10))
            };
            let found = store.references(&query).await.unwrap();
            let codes: Vec<_> = found.rows.iter().map(|row| row.code.as_str()).collect();
            assert_eq!(codes, order, "{sort:?} {direction:?}");
        }
    }
}
