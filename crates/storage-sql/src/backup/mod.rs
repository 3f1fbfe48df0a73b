//! Backup and restore: every row that is truth, in a format of its own, the same for both
//! databases.
//!
//! Lists, sessions, failed attempts and notices that wait to be sent are left out, and so is the key ring (`ring.rs`).

mod format;
mod tables;

use std::io::{Read, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use storage::upkeep::{BackupCounts, Progress};
use storage::{BackupFault, StorageError};

use crate::db::{Conn, Db, DbError, args};
use crate::numbers::catch_up;
use crate::open::{HALF_RESTORED, put_fact};
use crate::{schema, verify};

pub(crate) use format::{Reader, Record, Value, Writer};
pub(crate) use tables::{TABLES, Table};

/// First line of a backup.
const KIND: &str = "leerrecht-backup-1";

/// Writes a backup as everything is at one moment.
pub(crate) async fn export(
    db: &Db,
    out: &mut (dyn Write + Send),
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<BackupCounts, StorageError> {
    let mut conn = db.snapshot().await?;
    let total = conn.number(verify::ROWS, args![]).await?.unsigned_abs();
    let done = AtomicU64::new(0);
    let step = |rows: u64| {
        let done = done.fetch_add(rows, Ordering::Relaxed) + rows;
        progress(Progress { done: done.min(total), total });
    };
    let mut writer = Writer::begin(out, KIND, schema::newest())?;
    let mut counts = BackupCounts::default();
    for table in TABLES {
        writer.table(table.name)?;
        let rows = export_table(&mut conn, table, &mut writer, &step).await?;
        count(&mut counts, table, rows);
    }
    writer.finish()?;
    Ok(counts)
}

fn count(counts: &mut BackupCounts, table: &Table, rows: u64) {
    match table.name {
        "event" => counts.gebeurtenissen += rows,
        "blob" => counts.bijlagen += rows,
        _ => {}
    }
}

async fn export_table(
    conn: &mut Conn,
    table: &Table,
    writer: &mut Writer<'_>,
    step: &(dyn Fn(u64) + Send + Sync),
) -> Result<u64, StorageError> {
    let mut after = table.first_key();
    let mut written = 0;
    loop {
        let mut args = table.args(&after);
        args.push(table.step.into());
        let rows = conn.rows(table.select(), &args).await?;
        if rows.is_empty() {
            return Ok(written);
        }
        for row in &rows {
            let values = table.read(row)?;
            writer.row(&values)?;
            written += 1;
            after = table.key_of(&values);
        }
        // The tables that grow are those that are counted: the others are nothing beside them.
        if verify::COUNTED.contains(&table.name) {
            step(rows.len() as u64);
        }
    }
}

/// Takes over a backup: every row of it, or none.
pub(crate) async fn import(db: &Db, from: &mut (dyn Read + Send)) -> Result<BackupCounts, StorageError> {
    let (conn, counts) = import_open(db, from).await?;
    db.commit_alone(conn).await?;
    Ok(counts)
}

/// Takes over a backup in a transaction that the caller commits.
pub(crate) async fn import_open(
    db: &Db,
    from: &mut (dyn Read + Send),
) -> Result<(Conn, BackupCounts), StorageError> {
    let mut reader = Reader::begin(from, KIND)?;
    if reader.schema > schema::newest() {
        return Err(StorageError::NewerSchema { found: reader.schema, known: schema::newest() });
    }
    let mut conn = db.write_alone().await?;
    let counts = import_rows(&mut conn, &mut reader).await?;
    // Its ring and its lists come after it: until then it is no database to work with.
    put_fact(&mut conn, HALF_RESTORED, "ja").await?;
    catch_up(&mut conn).await?;
    Ok((conn, counts))
}

async fn import_rows(conn: &mut Conn, reader: &mut Reader<'_>) -> Result<BackupCounts, StorageError> {
    // The facts of a database that was made a moment ago give way to those of the backup.
    conn.execute("DELETE FROM instantie", &[]).await?;
    let mut counts = BackupCounts::default();
    let mut table = None;
    loop {
        match reader.next()? {
            Record::Table(name) => {
                let known = TABLES.iter().find(|table| table.name == name);
                table = Some(known.ok_or_else(|| StorageError::bad_backup(BackupFault::UnknownTable))?);
            }
            Record::Row(values) => {
                let table = table.ok_or_else(|| StorageError::bad_backup(BackupFault::NeverWritten))?;
                let values = if reader.schema < schema::newest() { table.filled(values) } else { values };
                import_row(conn, table, &values).await?;
                count(&mut counts, table, 1);
            }
            Record::End => return Ok(counts),
        }
    }
}

async fn import_row(conn: &mut Conn, table: &Table, values: &[Value]) -> Result<(), StorageError> {
    if !table.fits(values) {
        return Err(StorageError::bad_backup(BackupFault::OtherColumns { table: table.name }));
    }
    match conn.execute(table.insert(), &table.args(values)).await {
        Ok(_) => Ok(()),
        Err(DbError::Unique) => Err(StorageError::bad_backup(BackupFault::Twice { table: table.name })),
        Err(DbError::Storage(error)) => Err(error),
    }
}
