//! Lists of files.

use super::given::{
    append, at, day, dossier, event, first, gezien, lezer, nummer, other_school, persoon, projection,
    seen_by_school, stream,
};
use super::{Bench, fresh};
use crate::queries::{DossierFilter, DossierQuery, DossierSort, Kind};
use crate::{
    Append, Direction, DossierRij, GezienRij, Lezer, Page, Payload, Projection, Rows, Scope, Storage,
    StorageError, limits,
};

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

/// A row in time is what makes a file visible to a reader, and to no other.
pub async fn only_files_that_a_reader_sees_on_the_day_are_listed(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let mut left = projection(dossier(2, "Bo", "de Snoek"));
    left.gezien[0].tot = Some(day("2026-03-01"));
    let parent = Lezer::persoon("gezag", &persoon("ouder-7"));
    let elsewhere = Lezer::organisatie("ib", &other_school(), "");
    let mut asked = projection(dossier(3, "Co", "de Karper"));
    asked.gezien = vec![gezien(&elsewhere, "2026-02-01"), gezien(&parent, "2026-02-01")];
    for rows in [projection(dossier(1, "Sam", "de Zonnevis")), left, asked] {
        store.append(first(rows)).await.unwrap();
    }
    let seen = async |lezer: &Lezer, date: &str| {
        let scope = Scope::new(lezer.clone(), day(date));
        found(&*store, scope, DossierFilter::default()).await
    };
    assert_eq!(seen(&lezer(), "2026-02-28").await, expected(&[2, 1]));
    assert_eq!(seen(&lezer(), "2026-03-01").await, expected(&[1]));
    assert_eq!(seen(&lezer(), "2026-01-11").await, expected(&[]));
    assert_eq!(seen(&parent, "2026-03-01").await, expected(&[3]));
    assert_eq!(seen(&elsewhere, "2026-03-01").await, expected(&[3]));
    let same_name = Lezer::organisatie("gezag", &other_school(), "");
    assert_eq!(seen(&same_name, "2026-03-01").await, expected(&[]));
    let of_a_group = Lezer::organisatie("ib", &other_school(), "5a");
    assert_eq!(seen(&of_a_group, "2026-03-01").await, expected(&[]));
}

/// Every word typed must begin a word of the name, whatever accents and order.
pub async fn files_are_found_by_the_beginning_of_words(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let names = [
        (1, "Sam", "de Zonnevis"),
        (2, "Zoë", "van 't Hóf-Ümit"),
        (3, "Samira", "Zonnedauw"),
        (4, "Janpeter", "Müller-Bruijn"),
    ];
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
    assert_eq!(search("  ").await, expected(&[1, 4, 2, 3]));
    // However the words are joined, and whichever way a letter is written.
    for typed in ["jan-peter", "jan peter", "Mueller", "muller bruyn", "mullerbr", "bruijn janp"] {
        assert_eq!(search(typed).await, expected(&[4]), "{typed}");
    }
    assert_eq!(search("dezonnevis").await, expected(&[1]));
    assert_eq!(search("van `t hof").await, expected(&[2]));
    assert_eq!(search("zonnevis peter").await, expected(&[]));
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
    let told = GezienRij {
        fase: "ontvangen".to_owned(),
        vestiging: "17BM01".parse().ok(),
        groep: other.groep.clone(),
        aangemeld_op: Some(day("2026-02-20")),
        volgende_datum: Some(day("2026-04-01")),
        volgende_einddag: Some(day("2026-04-13")),
        wacht_op_rol: Some("loket".to_owned()),
        delen: "B,H".to_owned(),
        ..gezien(&lezer(), "2026-02-20")
    };
    let bo = Projection { gezien: vec![told.clone()], ..projection(other.clone()) };
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
        assert_eq!(found(&*store, seen_by_school(), filter.clone()).await, expected(&[2]), "{filter:?}");
    }
    let early = DossierFilter { volgende_tot_en_met: Some(day("2026-03-31")), ..all() };
    assert_eq!(found(&*store, seen_by_school(), early).await, expected(&[]));
    assert_eq!(store.dossier_row(&nummer(2)).await.unwrap(), Some(other.clone()));
    let rows = store.dossiers(&query(seen_by_school(), all())).await.unwrap().rows;
    assert_eq!(rows[0], as_listed(other, told));
}

/// A file as a reader reads it in the list.
fn as_listed(dossier: DossierRij, told: GezienRij) -> Kind {
    Kind {
        dossier,
        fase: told.fase,
        vestiging: told.vestiging,
        aangemeld_op: told.aangemeld_op,
        volgende_datum: told.volgende_datum,
        volgende_einddag: told.volgende_einddag,
        wacht_op_rol: told.wacht_op_rol,
        delen: told.delen,
    }
}

/// The same file tells each reader what stands in their row, in the list as in its filters, and from the day on which
/// another row takes over, what stands in that.
pub async fn each_reader_is_told_what_stands_in_their_row(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let other = Lezer::organisatie("ib", &other_school(), "");
    let row =
        |lezer: &Lezer, van: &str, fase: &str| GezienRij { fase: fase.to_owned(), ..gezien(lezer, van) };
    let mut rows = projection(dossier(1, "Sam", "de Zonnevis"));
    rows.gezien = vec![
        GezienRij { tot: Some(day("2026-03-10")), ..row(&lezer(), "2026-01-12", "gestart") },
        row(&lezer(), "2026-03-10", "advies"),
        row(&other, "2026-01-12", "ontvangen"),
    ];
    store.append(first(rows)).await.unwrap();
    let seen = async |lezer: &Lezer, on: &str| {
        let scope = Scope::new(lezer.clone(), day(on));
        let found = store.dossiers(&query(scope, DossierFilter::default())).await.unwrap().rows;
        found.into_iter().map(|row| row.fase).collect::<Vec<_>>()
    };
    assert_eq!(seen(&lezer(), "2026-03-09").await, ["gestart"]);
    assert_eq!(seen(&lezer(), "2026-03-10").await, ["advies"]);
    assert_eq!(seen(&other, "2026-03-10").await, ["ontvangen"]);
    let phase = |fase: &str| DossierFilter { fase: Some(fase.to_owned()), ..DossierFilter::default() };
    assert_eq!(found(&*store, seen_by_school(), phase("advies")).await, expected(&[]));
    assert_eq!(found(&*store, seen_by_school(), phase("ontvangen")).await, expected(&[]));
    assert_eq!(found(&*store, seen_by_school(), phase("gestart")).await, expected(&[1]));
}

/// Rows without a value come last in both directions; every page knows the total.
pub async fn a_list_is_sorted_and_cut_into_pages(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    for (n, date) in [(1, Some("2026-05-01")), (2, None), (3, Some("2026-04-01")), (4, Some("2026-05-01"))] {
        let mut rows = projection(dossier(n, "Sam", "de Zonnevis"));
        rows.gezien[0].volgende_datum = date.map(day);
        store.append(first(rows)).await.unwrap();
    }
    let sorted = async |direction, page| {
        let sort = DossierSort::VolgendeDatum;
        let query =
            DossierQuery { sort, direction, page, ..query(seen_by_school(), DossierFilter::default()) };
        let rows = store.dossiers(&query).await.unwrap();
        (numbers(&rows), rows.total)
    };
    assert_eq!(sorted(Direction::Up, Page::first(9)).await, (expected(&[3, 1, 4, 2]), 4));
    assert_eq!(sorted(Direction::Down, Page::first(9)).await, (expected(&[4, 1, 3, 2]), 4));
    assert_eq!(sorted(Direction::Up, Page { offset: 2, limit: 1 }).await, (expected(&[4]), 4));
    assert_eq!(sorted(Direction::Up, Page { offset: 7, limit: 1 }).await, (expected(&[]), 4));
    for sort in DossierSort::ALL {
        for (direction, whole) in [(Direction::Up, [1, 2, 3, 4]), (Direction::Down, [4, 3, 2, 1])] {
            let query = DossierQuery { sort, direction, ..query(seen_by_school(), DossierFilter::default()) };
            let rows = store.dossiers(&query).await.unwrap();
            assert_eq!((rows.total, rows.more), (4, false), "{sort:?}");
            if sort != DossierSort::VolgendeDatum {
                assert_eq!(numbers(&rows), expected(&whole), "{sort:?} {direction:?}");
            }
        }
    }
}

/// A long list is counted up to a number and says that there are more; a file still gets all of them, and a search that
/// many names fit finds them in the order of the list.
pub async fn a_long_list_says_that_there_are_more(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let all = limits::COUNTED_ROWS + 30;
    let file = |n| first(projection(dossier(n, "Sam", if n % 2 == 0 { "de Zonnevis" } else { "Zonnedauw" })));
    let files: Vec<u32> = (1..=all).collect();
    for some in files.chunks(103) {
        let appends = some.iter().map(|n| store.append(file(*n)));
        for done in super::together(appends.collect()).await {
            done.unwrap();
        }
    }
    let asked = async |zoek: Option<&str>, page| {
        let filter = DossierFilter { zoek: zoek.map(str::to_owned), ..DossierFilter::default() };
        store.dossiers(&DossierQuery { page, ..query(seen_by_school(), filter) }).await.unwrap()
    };
    let first_page = asked(None, Page::first(50)).await;
    assert_eq!((first_page.rows.len(), first_page.total, first_page.more), (50, 1_000, true));
    let last = asked(None, Page { offset: u64::from(all) - 10, limit: limits::PAGE_ROWS }).await;
    assert_eq!((last.rows.len(), last.total), (10, u64::from(all)));
    let beyond = asked(None, Page { offset: 1_000, limit: 50 }).await;
    assert_eq!((beyond.rows.len(), beyond.total, beyond.more), (0, 1_000, true));
    let many = asked(Some("sam"), Page::first(3)).await;
    assert_eq!((numbers(&many), many.more), (numbers(&asked(None, Page::first(3)).await), true));
    let few = asked(Some("sam zonned"), Page::first(3)).await;
    assert_eq!((few.total, few.more), (u64::from(all / 2), false));
    assert_eq!(numbers(&few), expected(&[1, 3, 5]));
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
    let reader = |n: u32| Lezer::organisatie("ib", &format!("school/99AA{n:02}").parse().unwrap(), "");
    rows.gezien = (0..17)
        .map(|n| GezienRij {
            tot: (n % 2 == 1).then(|| day("2026-12-01")),
            wacht_op_rol: (n % 3 == 0).then(|| "loket".to_owned()),
            ..gezien(&reader(n), "2026-01-12")
        })
        .collect();
    let mut append = first(rows.clone());
    append.events = (0..17).map(|n| event(&format!("{{\"n\":{n}}}"))).collect();
    store.append(append).await.unwrap();
    for (n, row) in (0..).zip(&rows.gezien) {
        let scope = Scope::new(reader(n), day("2026-03-02"));
        let found = store.dossiers(&query(scope, DossierFilter::default())).await.unwrap().rows;
        assert_eq!(found.len(), 1, "{n}");
        assert_eq!(found[0].wacht_op_rol, row.wacht_op_rol, "{n}");
    }
    let events = store.load(&stream(1)).await.unwrap();
    let read: Vec<Payload> = events.iter().map(|event| event.payload.clone()).collect();
    let sent = (0..17).map(|n| Payload::Readable(format!("{{\"n\":{n}}}").into_bytes()));
    assert_eq!(read, sent.collect::<Vec<_>>());
    assert!(events.windows(2).all(|pair| pair[0].position < pair[1].position));
}

/// Who shares the name or the birth date may be the same child; who has nothing to do with a file does not hear of it.
pub async fn possible_doubles_share_name_or_birth_date(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let elsewhere = DossierRij { vestiging: None, ..dossier(2, "Sam", "De Zonnevís") };
    let younger = DossierRij { geboortedatum: Some(day("2019-05-04")), ..dossier(3, "Sam", "de Zonnevis") };
    let stranger = DossierRij { geboortedatum: Some(day("2018-01-02")), ..dossier(4, "Mila", "Roerdomp") };
    let turned = DossierRij { geboortedatum: Some(day("2017-04-05")), ..dossier(5, "Noor", "Uil") };
    for row in [dossier(1, "Sam", "de Zonnevis"), elsewhere, younger, stranger, turned] {
        store.append(first(projection(row))).await.unwrap();
    }
    let born = day("2017-05-04");
    let doubles = async |scope: Scope, name: &str| {
        let found = store.possible_doubles(&scope, name, born).await.unwrap();
        found.into_iter().map(|row| row.dossier.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(doubles(seen_by_school(), "samdezonnevis").await, expected(&[1, 2, 3, 5]));
    assert_eq!(doubles(seen_by_school(), "bodesnoek").await, expected(&[1, 2, 5]));
    let before = Scope { on: day("2020-01-01"), ..seen_by_school() };
    assert_eq!(doubles(before, "samdezonnevis").await, expected(&[]));
    let other = Lezer::organisatie("ib", &other_school(), "");
    assert_eq!(doubles(Scope { lezer: other, ..seen_by_school() }, "samdezonnevis").await, expected(&[]));
}

/// The files of a list in which others recorded something since an instant come newest first, once each.
pub async fn files_that_others_changed_are_found_newest_first(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    for n in 1..=3 {
        store.append(first(projection(dossier(n, "Sam", "de Zonnevis")))).await.unwrap();
    }
    // One that nobody of this school sees.
    store.append(append(4, 0, "elders")).await.unwrap();
    let later = |n, payload, who: &str| {
        let mut append = Append { recorded_at: at(100 + i64::from(n)), ..append(n, 1, payload) };
        append.events[0].actor.persoon = persoon(who);
        append
    };
    for append in [
        later(3, "een ander", "a-specht"),
        later(1, "een ander", "a-specht"),
        later(2, "zelf", "m-zonnedauw"),
    ] {
        store.append(append).await.unwrap();
    }
    let changed = async |scope: &Scope, since, most| {
        let found = store.changed_since(scope, &persoon("m-zonnedauw"), at(since), most).await.unwrap();
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(changed(&seen_by_school(), 50, 9).await, expected(&[1, 3]));
    assert_eq!(changed(&seen_by_school(), 50, 1).await, expected(&[1]));
    assert_eq!(changed(&seen_by_school(), 102, 9).await, expected(&[3]));
    let other = Lezer::organisatie("ib", &other_school(), "");
    assert_eq!(changed(&Scope { lezer: other, ..seen_by_school() }, 50, 9).await, expected(&[]));
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
    let other = Lezer::organisatie("ib", &other_school(), "");
    assert_eq!(store.outdate(std::slice::from_ref(&other), day("2026-03-02")).await.unwrap(), 0);
    assert_eq!(store.outdate(&[other, lezer()], day("2026-03-02")).await.unwrap(), 4);
    assert_eq!(outdated("2026-03-02", None, 9).await, expected(&[1, 2, 3, 4]));
}

/// The rows of a file go and come back, and those of others stay; a file that moved on keeps its newer rows.
pub async fn lists_are_rebuilt_unless_the_file_moved_on(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let old = projection(dossier(1, "Sam", "de Zonnevis"));
    store.append(first(old.clone())).await.unwrap();
    assert_eq!(store.lists_made_by().await.unwrap(), None);
    for what in ["een matrix", "een andere"] {
        store.set_lists_made_by(what).await.unwrap();
        assert_eq!(store.lists_made_by().await.unwrap().as_deref(), Some(what));
    }
    let other = projection(dossier(2, "Sam", "Zonnedauw"));
    store.append(Append { projection: Some(other.clone()), ..append(2, 0, "geopend") }).await.unwrap();
    let listed =
        async |after: Option<u32>, limit| store.listed(after.map(nummer).as_ref(), limit).await.unwrap();
    assert_eq!(listed(None, 9).await, [nummer(1), nummer(2)]);
    assert_eq!(listed(None, 1).await, [nummer(1)]);
    assert_eq!(listed(Some(1), 9).await, [nummer(2)]);
    for n in [1, 3] {
        store.unlist(&nummer(n)).await.unwrap();
    }
    assert_eq!(listed(None, 9).await, [nummer(2)]);
    assert_eq!(store.head(&stream(1)).await.unwrap(), 1);
    assert_eq!(store.dossier_row(&nummer(2)).await.unwrap(), other.dossier);
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), None);
    assert!(store.replace_projection(&nummer(1), 1, &old).await.unwrap());
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), old.dossier);
    let newer = projection(dossier(1, "Sam", "Zonnedauw"));
    let changed = Append { recorded_at: at(2), projection: Some(newer.clone()), ..append(1, 1, "naam") };
    store.append(changed).await.unwrap();
    assert!(!store.replace_projection(&nummer(1), 1, &old).await.unwrap());
    assert_eq!(store.dossier_row(&nummer(1)).await.unwrap(), newer.dossier);
    let wrong = store.replace_projection(&nummer(3), 0, &old).await.unwrap_err();
    assert!(matches!(wrong, StorageError::Misuse { .. }), "{wrong}");
    assert_eq!(store.head(&stream(3)).await.unwrap(), 0);
}
