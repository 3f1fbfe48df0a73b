//! Lets both databases prepare every statement of this crate.

use std::borrow::Cow;

use base::Timestamp;

use crate::backup::TABLES;
use crate::testing::{Home, Place};
use crate::{Options, Secret, SqlStorage};

mod servers;

/// Every statement, named by its module.
fn all() -> Vec<(String, Cow<'static, str>)> {
    let modules: &[(&str, &[(&str, &'static str)])] = &[
        ("accounts", crate::accounts::ALL),
        ("acts", crate::acts::ALL),
        ("blobs", crate::blobs::ALL),
        ("drafts", crate::drafts::ALL),
        ("given", crate::given::ALL),
        ("keys", crate::keys::ALL),
        ("log", crate::log::ALL),
        ("marks", crate::marks::ALL),
        ("notices", crate::notices::ALL),
        ("offers", crate::offers::ALL),
        ("open", crate::open::ALL),
        ("reads", crate::reads::ALL),
        ("references", crate::references::ALL),
        ("ring", crate::ring::ALL),
        ("seals", crate::seals::ALL),
        ("signin", crate::signin::ALL),
        ("stand", crate::stand::ALL),
        ("tally", crate::tally::ALL),
        ("upkeep", crate::upkeep::ALL),
    ];
    let nested = crate::lists::ALL.iter().map(|part| ("lists", *part));
    let checks = crate::verify::PARTS.iter().map(|part| ("verify", *part));
    let log = crate::log::PARTS.iter().map(|part| ("log", *part));
    let named = modules.iter().copied().chain(nested).chain(checks).chain(log);
    let mut all: Vec<(String, Cow<'static, str>)> = named
        .flat_map(|(module, part)| {
            part.iter().map(move |(name, sql)| (format!("{module}::{name}"), Cow::from(*sql)))
        })
        .collect();
    let made = [
        crate::accounts::variants(),
        crate::lists::variants(),
        crate::reads::variants(),
        crate::references::variants(),
    ];
    let made = made.into_iter().flatten();
    let made = made.chain(TABLES.iter().flat_map(|table| [table.select(), table.one(), table.insert()]));
    all.extend(made.map(|sql| ("made".to_owned(), Cow::from(sql))));
    all
}

async fn prepare_all(place: &Place) {
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let store = SqlStorage::open(place.address(), options).await.unwrap();
    let mut conn = store.db.read().await.unwrap();
    let statements = all();
    assert!(statements.len() > 150, "{} statements", statements.len());
    for (name, sql) in statements {
        if let Err(error) = conn.prepare(sql.clone()).await {
            panic!("{name}: {error}\n{sql}");
        }
    }
}

#[tokio::test]
async fn sqlite_understands_every_statement() {
    prepare_all(&Home::sqlite().place().await).await;
}

#[tokio::test]
async fn postgres_understands_every_statement() {
    if let Some(home) = Home::postgres() {
        prepare_all(&home.place().await).await;
    }
}

/// Of several readers at once a server reads the rows of all (ADR 0050): they are asked one by one, along an index.
#[test]
fn no_statement_asks_for_the_rows_of_a_list_of_readers() {
    for (name, sql) in all() {
        assert!(!sql.contains("lezer IN {list"), "{name}: {sql}");
    }
}

/// The cost of a page must not grow with the rows behind it: in its own order each list is read along an index, never
/// sorted as a whole. What goes down may sort rows that are equal in the column.
#[tokio::test]
async fn every_order_of_a_list_is_a_walk_along_an_index() {
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let store = SqlStorage::open(place.address(), options).await.unwrap();
    store.db.read().await.unwrap();
    let file = rusqlite::Connection::open(place.file().unwrap()).unwrap();
    let walks = [crate::lists::walks(), crate::references::walks()].concat();
    assert!(walks.len() > 30, "{} walks", walks.len());
    for (walk, direction) in walks {
        for sql in walk.parts(direction) {
            let mut plan = file
                .prepare(&format!(
                    "EXPLAIN QUERY PLAN {}",
                    crate::tokens::replace(&sql, crate::sqlite::token)
                ))
                .unwrap();
            let steps: Vec<String> =
                plan.raw_query().mapped(|row| row.get::<_, String>(3)).map(Result::unwrap).collect();
            let sorts = steps.iter().any(|step| step == "USE TEMP B-TREE FOR ORDER BY");
            assert!(steps[0].starts_with("SEARCH") && !sorts, "{sql}\n{steps:#?}");
            let among_open = sql.contains("gesloten_op IS NULL");
            assert_eq!(
                steps[0].contains("lijst_open_"),
                among_open,
                "closed ones are stepped over: {steps:#?}"
            );
            assert!(walk.then_up || steps.len() == 1 || sql.contains("lijst_zoek"), "{sql}\n{steps:#?}");
        }
    }
}

/// The desk asks at each view what waits for experts who left: that must not cost with what all others have to do.
#[tokio::test]
async fn what_waits_for_who_left_is_looked_up_by_who_left() {
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let store = SqlStorage::open(place.address(), options).await.unwrap();
    store.db.read().await.unwrap();
    let file = rusqlite::Connection::open(place.file().unwrap()).unwrap();
    let all = crate::lists::ALL.iter().flat_map(|part| part.iter());
    let of_who_left: Vec<&str> =
        all.filter(|(name, _)| name.ends_with("LEFT")).map(|(_, sql)| *sql).collect();
    assert_eq!(of_who_left.len(), 2, "a page and a count");
    for sql in of_who_left {
        let mut plan = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps: Vec<String> =
            plan.raw_query().mapped(|row| row.get::<_, String>(3)).map(Result::unwrap).collect();
        let scans: Vec<&String> = steps.iter().filter(|step| step.starts_with("SCAN")).collect();
        assert!(scans.iter().all(|step| *step == "SCAN weg"), "{sql}\n{steps:#?}");
        let at = |part: &str| steps.iter().position(|step| step.contains(part));
        let (role, task) = (at("rol_organisatie"), at("lijst_toewijzing_persoon"));
        assert!(role.is_some() && role < task, "{sql}\n{steps:#?}");
    }
}

/// The log of acts is kept for ever: what one organisation asks of it must not cost with what all of them did.
#[tokio::test]
async fn the_log_of_acts_of_an_organisation_is_looked_up() {
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let store = SqlStorage::open(place.address(), options).await.unwrap();
    store.db.read().await.unwrap();
    let file = rusqlite::Connection::open(place.file().unwrap()).unwrap();
    let texts = crate::accounts::act_texts();
    let of_one = texts.iter().filter(|(query, _)| query.organisatie.is_some());
    assert_eq!(of_one.clone().count(), 48, "half of 32 filters, each a page up and down and a count");
    for (query, sql) in of_one {
        let mut plan = file.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let steps: Vec<String> =
            plan.raw_query().mapped(|row| row.get::<_, String>(3)).map(Result::unwrap).collect();
        let index = if query.handeling.is_some() { "handeling_soort" } else { "handeling_plaats" };
        assert!(
            steps.len() == 1 && steps[0].starts_with("SEARCH") && steps[0].contains(index),
            "{sql}\n{steps:#?}"
        );
    }
    assert!(
        texts.iter().all(|(_, sql)| !sql.contains("IS NULL OR")),
        "a filter that is not given is not in the text"
    );
}
