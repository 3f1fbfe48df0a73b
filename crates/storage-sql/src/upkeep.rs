//! Looking after the store: facts, seals, verification, backup, health.

use std::io::{Read, Write};

use async_trait::async_trait;
use base::{OrganisatieId, Timestamp};
use storage::upkeep::{BackupCounts, Instantie, Progress, VerifyReport};
use storage::{Handeling, Seal, StorageError, StreamId, Upkeep};

use crate::db::args;
use crate::open::find_fact;
use crate::stand::{DEMO, find_marked, put_marked, unmarked};
use crate::tokens::statements;
use crate::{SqlStorage, backup, given, keys, lists, ring, schema, seals, service, verify};

statements! {
    /// Every table of a backup but the one that says what the store is: a row that is there already would clash with one
    /// that comes, and then the backup would seem damaged.
    HOLDS_ANYTHING = "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM event LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM vernietigd LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM blob LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM claim LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM herhaling LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM nawerk LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM nummer LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM concept LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM inzage LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM zegel LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM account LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM mailkeuze LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM rol LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM rolvoorstel LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM link LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM programmasleutel LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM handeling LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM referentie LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM referentie_woord LIMIT 1) AS x)
        + (SELECT COUNT(*) FROM (SELECT 1 FROM invoerrun LIMIT 1) AS x)";
    EVENTS = "SELECT COUNT(*) FROM event";
    BLOBS = "SELECT COUNT(*) FROM blob";
    PING = "SELECT COUNT(*) FROM instantie";
}

fn wrong(naam: &'static str) -> StorageError {
    StorageError::inconsistent("instantie", "waarde", naam)
}

#[async_trait]
impl Upkeep for SqlStorage {
    async fn instantie(&self) -> Result<Instantie, StorageError> {
        let (secrets, mut conn) = (self.secrets().await, self.db.read().await?);
        let made = find_fact(&mut conn, "aangemaakt_op").await?;
        let made = made.and_then(|micros| micros.parse().ok());
        let made = made.and_then(|micros| Timestamp::from_microsecond(micros).ok());
        let public = find_fact(&mut conn, "publieke_sleutel").await?;
        let public =
            public.and_then(|hex| storage::ids::from_hex(&hex)).and_then(|bytes| bytes.try_into().ok());
        let demo = find_marked(&mut conn, &secrets.marks, DEMO).await?;
        Ok(Instantie {
            id: find_fact(&mut conn, "id").await?.ok_or_else(|| wrong("id"))?,
            schema: schema::newest(),
            aangemaakt_op: made.ok_or_else(|| wrong("aangemaakt_op"))?,
            publieke_sleutel: public.ok_or_else(|| wrong("publieke_sleutel"))?,
            demo_zonder_merk: demo.is_none() && find_fact(&mut conn, DEMO).await?.is_some(),
            demo,
            zonder_merk: unmarked(&mut conn, &secrets.marks).await?,
        })
    }

    async fn mark_demo(&self, settings: &str) -> Result<(), StorageError> {
        let (settings, secrets) = (settings.to_owned(), self.secrets().await);
        let mark = self.db.write(move |conn| {
            Box::pin(async move {
                if conn.number(HOLDS_ANYTHING, args![]).await? > 0 {
                    return Err(StorageError::NotEmpty);
                }
                Ok(put_marked(conn, &secrets.marks, DEMO, &settings).await?)
            })
        });
        mark.await
    }

    async fn finish_demo(&self, settings: &str) -> Result<(), StorageError> {
        let (settings, secrets) = (settings.to_owned(), self.secrets().await);
        let mark = self.db.write(move |conn| {
            Box::pin(async move {
                if find_marked(conn, &secrets.marks, DEMO).await?.is_none() {
                    return Err(StorageError::NotEmpty);
                }
                Ok(put_marked(conn, &secrets.marks, DEMO, &settings).await?)
            })
        });
        mark.await
    }

    async fn seal(&self, at: Timestamp) -> Result<Option<Seal>, StorageError> {
        seals::put(self, at).await
    }

    async fn seals_after(&self, nummer: u64) -> Result<Vec<Seal>, StorageError> {
        let rows = self.db.read().await?.rows(seals::AFTER, args![nummer]).await?;
        rows.iter().map(seals::read_seal).collect()
    }

    async fn verify(
        &self,
        seals_file: Option<&str>,
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<VerifyReport, StorageError> {
        verify::run(self, seals_file, progress).await
    }

    async fn export(
        &self,
        out: &mut (dyn Write + Send),
        progress: &(dyn Fn(Progress) + Send + Sync),
    ) -> Result<BackupCounts, StorageError> {
        backup::export(&self.db, out, progress).await
    }

    async fn import(&self, from: &mut (dyn Read + Send)) -> Result<BackupCounts, StorageError> {
        let empty = self.db.read().await?.number(HOLDS_ANYTHING, args![]).await? == 0;
        if !empty {
            return Err(StorageError::NotEmpty);
        }
        backup::import(&self.db, from).await
    }

    async fn take_over(
        &self,
        from: &mut (dyn Read + Send),
        ring: &mut (dyn Read + Send),
    ) -> Result<BackupCounts, StorageError> {
        let empty = self.db.read().await?.number(HOLDS_ANYTHING, args![]).await? == 0;
        if !empty {
            return Err(StorageError::NotEmpty);
        }
        let mut ring = ring::read(ring)?;
        let (mut conn, counts) = backup::import_open(&self.db, from).await?;
        ring::import_rows(&mut conn, &self.instance, &mut ring).await?;
        self.db.commit_alone(conn).await?;
        ring::use_secrets(self).await?;
        Ok(counts)
    }

    async fn counts(&self) -> Result<BackupCounts, StorageError> {
        let mut conn = self.db.read().await?;
        let gebeurtenissen = conn.number(EVENTS, args![]).await?;
        let bijlagen = conn.number(BLOBS, args![]).await?;
        Ok(BackupCounts { gebeurtenissen: gebeurtenissen.unsigned_abs(), bijlagen: bijlagen.unsigned_abs() })
    }

    async fn export_ring(&self, out: &mut (dyn Write + Send)) -> Result<(), StorageError> {
        ring::export(self, out).await
    }

    async fn import_ring(&self, from: &mut (dyn Read + Send)) -> Result<(), StorageError> {
        ring::import(self, from).await
    }

    async fn finish_restore(&self, log: &Handeling) -> Result<u64, StorageError> {
        given::finish_restore(self, log).await
    }

    async fn destroyed_keys(&self) -> Result<Vec<(StreamId, OrganisatieId)>, StorageError> {
        let rows = self.db.read().await?.rows(keys::DESTROYED, args![]).await?;
        let pair = |row: &crate::row::Row| {
            let mut row = row.read("data_key");
            Ok((row.parse("stream")?, row.parse("holder")?))
        };
        rows.iter().map(pair).collect()
    }

    async fn strays(&self) -> Result<Vec<(&'static str, u64)>, StorageError> {
        lists::strays(&mut self.db.read().await?).await
    }

    async fn remove_strays(&self) -> Result<(), StorageError> {
        let removed = self.db.write(|conn| Box::pin(async move { Ok(lists::remove_strays(conn).await?) }));
        removed.await
    }

    fn hurry(&self, on: bool) {
        self.db.hurry(on);
    }

    fn was_refused(&self) -> bool {
        self.db.was_refused()
    }

    async fn ping(&self) -> Result<(), StorageError> {
        self.db.read().await?.number(PING, args![]).await?;
        Ok(())
    }

    async fn hold_service(&self) -> Result<bool, StorageError> {
        service::hold(self).await
    }

    async fn close(&self) {
        service::release(self).await;
        self.db.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_a_backup_must_be_empty_before_a_restore() {
        for table in backup::TABLES.iter().filter(|table| table.name != "instantie") {
            let asked = format!("(SELECT 1 FROM {} LIMIT 1)", table.name);
            assert!(HOLDS_ANYTHING.contains(&asked), "{}", table.name);
        }
    }
}
