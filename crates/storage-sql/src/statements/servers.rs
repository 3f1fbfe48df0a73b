//! What a server reads for one question, where one reader has most of the rows.
//!
//! A server plans a prepared statement for a reader of average size. A school that registers has thousands of rows where the average
//! one has some tens, and a plan that is right for those reads all of them (ADR 0050).

use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};
use storage::Upkeep;

use super::*;

/// A thousand readers of five files each, and one of four thousand.
const FILLED: &str = "
    INSERT INTO lijst_gezien (lezer, dossier, van, sorteernaam, geboortedatum, fase)
        SELECT 'klein ' || n / 5, 'k' || n, '2026-01-01', 'x', '2015-01-01', 'fase' || n % 7 FROM generate_series(0, 4999) n
        UNION ALL SELECT 'groot', 'g' || n, '2026-01-01', 'x', (DATE '2014-01-01' + n % 2000)::TEXT, 'fase' || n % 7
            FROM generate_series(0, 3999) n;
    INSERT INTO lijst_dossier (dossier, weergavenaam, sorteernaam, naam_norm, geboortedatum, stand, gewijzigd_op)
        SELECT g.dossier, 'x', 'x', 'naam ' || g.dossier, g.geboortedatum, '{}', 1 FROM lijst_gezien g;
    INSERT INTO lijst_zoek (lezer, sleutel, dossier)
        SELECT g.lezer, k || ' ' || g.dossier, g.dossier FROM lijst_gezien g, generate_series(1, 6) k;
    INSERT INTO lijst_taak (lezer, dossier, nr, van, soort, termijn, begin, sorteernaam, orde)
        SELECT g.lezer, g.dossier, 0, g.van, g.fase, '2026-12-01', g.van, 'x', '1' FROM lijst_gezien g;
    ANALYZE";

/// The most rows that one step of a plan read or threw away.
fn most_rows(plan: &[String]) -> u64 {
    let number =
        |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    let after = |line: &str, word: &str| line.rsplit_once(word).map_or(0, |(_, rest)| number(rest));
    let rows = plan.iter().map(|line| {
        let loops = after(line, " loops=").max(1);
        let read = line.split_once("(actual").map_or(0, |(_, actual)| after(actual, " rows=")) * loops;
        read.max(after(line, "Rows Removed by Filter: ")).max(after(line, "Rows Removed by Join Filter: "))
    });
    rows.max().unwrap_or(0)
}

#[test]
fn the_most_rows_of_a_plan_are_those_of_all_its_loops() {
    let plan = ["->  Index Only Scan (actual time=0.1..0.2 rows=6 loops=50)", "  Rows Removed by Filter: 77"];
    assert_eq!(most_rows(&plan.map(str::to_owned)), 300);
    assert_eq!(most_rows(&["Rows Removed by Filter: 77".to_owned()]), 77);
}

/// What one reader asks costs what is found, and not what that reader has.
#[tokio::test]
async fn a_reader_of_many_files_is_asked_along_an_index_on_postgres() {
    let Some(home) = Home::postgres() else { return };
    let place = home.place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    SqlStorage::open(place.address(), options).await.unwrap().close().await;
    let mut server = PgConnection::connect(place.address()).await.unwrap();
    sqlx::raw_sql(FILLED).execute(&mut server).await.unwrap();
    sqlx::raw_sql("SET plan_cache_mode = force_generic_plan").execute(&mut server).await.unwrap();
    let asked = [
        ("DOUBLES", "'groot', '2026-11-30', 'naam g17', '2014-01-18', '2014-01-18'"),
        ("WITH_KEY", "'groot', '2026-11-30', '3 g17'"),
        ("PHASES", "'groot', '2026-11-30', '[\"fase1\", \"fase6\", \"none\"]'"),
        ("KINDS", "'[\"groot\", \"klein 1\"]', '2026-11-30', '[\"fase1\", \"none\"]'"),
    ];
    for (name, values) in asked {
        let all = crate::lists::ALL.iter().flat_map(|part| part.iter());
        let found: Vec<&str> = all.filter(|(known, _)| *known == name).map(|(_, sql)| *sql).collect();
        let [sql] = found[..] else { panic!("{} statements are called {name}", found.len()) };
        let sql = crate::tokens::replace(sql, crate::postgres::token);
        let types = vec!["TEXT"; values.split(", '").count()].join(", ");
        let prepare = format!("PREPARE vraag ({types}) AS {sql}");
        sqlx::raw_sql(AssertSqlSafe(prepare)).execute(&mut server).await.unwrap();
        let explain = format!("EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF) EXECUTE vraag({values})");
        let plan = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut server).await.unwrap();
        let plan: Vec<String> = plan.iter().map(|row| row.get::<String, _>(0)).collect();
        assert!(most_rows(&plan) <= 100, "{name}\n{}", plan.join("\n"));
        sqlx::raw_sql("DEALLOCATE vraag").execute(&mut server).await.unwrap();
    }
}

/// Rows in every list, where a column has any value: as many of one reader as of a thousand others.
async fn fill_every_list(server: &mut PgConnection) {
    let columns = "SELECT table_name::TEXT, column_name::TEXT, data_type::TEXT FROM information_schema.columns
        WHERE table_name LIKE 'lijst\\_%' AND table_name <> 'lijst_gemaakt' ORDER BY table_name, ordinal_position";
    let rows = sqlx::raw_sql(columns).fetch_all(&mut *server).await.unwrap();
    let mut tables: Vec<(String, Vec<String>, Vec<&str>)> = Vec::new();
    for row in &rows {
        let [table, column, kind] = [0, 1, 2].map(|at| row.get::<String, _>(at));
        let value = match (column.as_str(), kind.as_str()) {
            ("lezer", _) => "CASE WHEN n < 4000 THEN 'groot' ELSE 'klein ' || n / 5 END",
            ("dossier" | "nummer", _) => "'k' || n",
            ("nr" | "aanvraag" | "brief", _) => "0",
            ("van", _) => "'2026-01-01'",
            ("tot" | "gesloten_op", _) => "NULL",
            (_, "text") => "'x' || n % 500",
            (_, "bytea") => "'x'",
            _ => "n",
        };
        if tables.last().is_none_or(|(known, ..)| *known != table) {
            tables.push((table, Vec::new(), Vec::new()));
        }
        let (_, columns, values) = tables.last_mut().unwrap();
        columns.push(column);
        values.push(value);
    }
    assert!(tables.len() > 6, "{} lists", tables.len());
    for (table, columns, values) in tables {
        let (columns, values) = (columns.join(", "), values.join(", "));
        let fill = format!("INSERT INTO {table} ({columns}) SELECT {values} FROM generate_series(0, 8999) n");
        sqlx::raw_sql(AssertSqlSafe(fill)).execute(&mut *server).await.unwrap();
    }
    sqlx::raw_sql("ANALYZE").execute(&mut *server).await.unwrap();
}

/// How many parameters a text has.
fn parameters(sql: &str) -> usize {
    let number = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse();
    sql.split('$').skip(1).filter_map(|rest| number(rest).ok()).max().unwrap_or(0)
}

#[test]
fn the_parameters_of_a_text_are_counted_by_the_last() {
    assert_eq!((parameters("a = $1 AND b = $12 AND c = $2"), parameters("a")), (12, 0));
}

/// Whatever is asked of the rows of one reader is asked along an index on that reader, by the plan that a server keeps for a reader of
/// average size: a new list comes under this by itself.
#[tokio::test]
async fn every_list_of_a_reader_is_asked_along_an_index_on_postgres() {
    let Some(home) = Home::postgres() else { return };
    let place = home.place().await;
    let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    SqlStorage::open(place.address(), options).await.unwrap().close().await;
    let mut server = PgConnection::connect(place.address()).await.unwrap();
    fill_every_list(&mut server).await;
    sqlx::raw_sql("SET plan_cache_mode = force_generic_plan").execute(&mut server).await.unwrap();
    let named = crate::lists::ALL.iter().flat_map(|part| part.iter());
    let named = named.map(|(name, sql)| ((*name).to_owned(), (*sql).to_owned()));
    let made = crate::lists::variants().into_iter().map(|sql| ("made".to_owned(), sql));
    let of_reader = named.chain(made).filter(|(_, sql)| sql.contains("lezer =") || sql.contains("lezer IN"));
    let mut seen = 0;
    let mut wrong = Vec::new();
    for (name, sql) in of_reader {
        let text = crate::tokens::replace(&sql, crate::postgres::token);
        let prepare = format!("PREPARE vraag AS {text}");
        sqlx::raw_sql(AssertSqlSafe(prepare)).execute(&mut server).await.unwrap();
        let values = vec!["NULL"; parameters(&sql)].join(", ");
        let explain = format!("EXPLAIN (COSTS OFF) EXECUTE vraag({values})");
        let plan = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_all(&mut server).await.unwrap();
        sqlx::raw_sql("DEALLOCATE vraag").execute(&mut server).await.unwrap();
        let plan: Vec<String> = plan.iter().map(|row| row.get::<String, _>(0)).collect();
        let scans = plan.iter().any(|line| line.contains("Seq Scan on lijst_"));
        let along = plan.iter().any(|line| line.contains("Index Cond:") && line.contains("lezer"));
        // The tasks of an expert, and those of who left, are looked up by that person: one has few, whatever the desk has.
        let of_person = sql.contains("w.persoon =") && plan.iter().any(|line| line.contains("(persoon ="));
        seen += 1;
        if scans || !(along || of_person) {
            wrong.push(format!("{name}: {sql}\n{}", plan.join("\n")));
        }
    }
    assert!(seen > 40, "{seen} statements");
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n\n"));
}
