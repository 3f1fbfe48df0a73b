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
