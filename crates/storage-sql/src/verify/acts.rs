//! The log of acts, and whether accounts, roles, links and keys stand as it says.

use std::collections::BTreeMap;

use storage::{Digest, StorageError};

use super::Check;
use crate::acts::{
    self, Before, END, LINKS, Line, NOT_THERE, WATCHED, chained, end_mark, key_text, lines_of, state,
};
use crate::backup::{Table, Value};
use crate::open::find_fact;
use crate::stand::{self, REFERENCES, SUMS};

/// How each row of a watched table stands since the last act on it: by table and key, the mark.
type Stands = BTreeMap<(String, String), String>;

/// How far the walk along the chain is.
struct Walk {
    id: i64,
    hash: Vec<u8>,
    begun: bool,
    stands: Stands,
}

impl Check<'_> {
    /// Walks along the chain, and then along what it tells of.
    pub(super) async fn acts(&mut self) -> Result<(), StorageError> {
        let log = acts::table("handeling")?;
        let hash = Digest::ZERO.0.to_vec();
        let mut walk = Walk { id: 0, hash, begun: false, stands: Stands::new() };
        let mut after = log.first_key();
        loop {
            let rows = acts::page_of(&mut self.conn, log, &after).await?;
            let Some(last) = rows.last() else { break };
            after = log.key_of(last);
            for values in &rows {
                self.act(values, &mut walk);
            }
            self.step(rows.len());
        }
        self.end(&walk).await?;
        self.references(&mut walk.stands).await?;
        for name in WATCHED {
            self.watched(acts::table(name)?, &mut walk.stands).await?;
        }
        // What is left is told by the log and is not there.
        for ((table, key), _) in walk.stands {
            self.row_fault(&table, &key, "dit staat in het logboek van handelingen en niet in de database");
        }
        Ok(())
    }

    fn act(&mut self, values: &[Value], walk: &mut Walk) {
        self.report.handelingen += 1;
        let [Value::Int(id), .., gevolgen, hash] = values else { return };
        walk.id = *id;
        let expected = chained(&self.secrets.marks, &walk.hash, values);
        if let Value::Bytes(hash) = hash {
            if *hash != expected.0 {
                self.fault(
                    "handeling",
                    Some(*id),
                    "de keten van handelingen klopt niet: deze handeling is gewijzigd, of die ervoor is gewijzigd of weg",
                );
            }
            walk.begun = true;
            walk.hash.clone_from(hash);
        } else {
            if walk.begun {
                self.fault("handeling", Some(*id), "deze handeling staat niet in de keten");
            }
            walk.hash = expected.0.to_vec();
        }
        let Value::Text(gevolgen) = gevolgen else { return };
        for line in lines_of(gevolgen) {
            match line {
                Some(line) => {
                    let place = (line.table.to_owned(), line.key.to_owned());
                    let known = if line.mark == NOT_THERE {
                        walk.stands.remove(&place)
                    } else {
                        walk.stands.insert(place, line.mark.to_owned())
                    };
                    self.found(*id, &line, known.as_deref());
                }
                None => self.fault("handeling", Some(*id), "wat deze handeling deed is onleesbaar"),
            }
        }
    }

    /// An act found what it changed as the log had left it. Else somebody changed it in the database before, and this act
    /// marked that as its own: it stays a fault, also when the row was mended since.
    fn found(&mut self, id: i64, line: &Line<'_>, known: Option<&str>) {
        let other = match (line.found, known) {
            (None, _) | (Some(Before::Nothing), None) => return,
            // The first change since this is noted.
            (Some(Before::Mark(_)), None) if line.table == SUMS => return,
            (Some(Before::Nothing), Some(_)) => "er niet meer",
            (Some(Before::Mark(_)), None) => "zonder dat het logboek ervan wist",
            (Some(Before::Mark(found)), Some(known)) if found == known => return,
            (Some(Before::Mark(_)), Some(_)) => "anders dan het logboek zei",
        };
        let (which, table) = match line.table {
            LINKS => (String::new(), LINKS),
            SUMS => (String::new(), line.key),
            table => (format!(" {}", line.key), table),
        };
        let reden = format!(
            "deze handeling vond {table}{which} {other}: dat is daarvoor buiten het programma gewijzigd"
        );
        self.fault("handeling", Some(id), &reden);
    }

    /// The log ends where the program says that it ends.
    async fn end(&mut self, walk: &Walk) -> Result<(), StorageError> {
        let kept = find_fact(&mut self.conn, END).await?;
        let expected = walk.begun.then(|| end_mark(&self.secrets.marks, walk.id, &walk.hash));
        if kept != expected {
            self.fault("handeling", Some(walk.id), "aan het einde van het logboek ontbreken handelingen");
        }
        Ok(())
    }

    /// Reference data stand as the last act on them left them. One of before that was noted says nothing.
    async fn references(&mut self, stands: &mut Stands) -> Result<(), StorageError> {
        let Some(mark) = stands.remove(&(SUMS.to_owned(), REFERENCES.to_owned())) else { return Ok(()) };
        let marks = self.secrets.marks.clone();
        let kept = stand::kept(&mut self.conn, &marks, REFERENCES).await?;
        if kept.is_none_or(|som| som.mark(&marks, REFERENCES).to_string() != mark) {
            self.fault(REFERENCES, None, "dit is anders dan het logboek van handelingen zegt");
        }
        Ok(())
    }

    async fn watched(&mut self, table: &'static Table, stands: &mut Stands) -> Result<(), StorageError> {
        let mut after = table.first_key();
        loop {
            let rows = acts::page_of(&mut self.conn, table, &after).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = table.key_of(last);
            for values in &rows {
                let key = key_text(values);
                let reden = match stands.remove(&(table.name.to_owned(), key.clone())) {
                    None => "dit staat niet in het logboek van handelingen",
                    Some(mark) if state(&self.secrets.marks, table, values).to_string() == mark => continue,
                    Some(_) => "dit is anders dan het logboek van handelingen zegt",
                };
                self.row_fault(table.name, &key, reden);
            }
        }
    }

    fn row_fault(&mut self, table: &str, key: &str, reden: &str) {
        match key.parse() {
            Ok(number) => self.fault(table, Some(number), reden),
            Err(_) if table == LINKS => self.fault(table, None, reden),
            Err(_) => self.fault(&format!("{table} {key}"), None, reden),
        }
    }
}
