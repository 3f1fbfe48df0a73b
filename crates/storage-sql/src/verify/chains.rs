//! Chains of events: order, hashes, digests, readability, and what was destroyed on purpose.

use storage::{Digest, StorageError};

use super::Check;
use crate::db::args;
use crate::keys::{Unwrapped, destroyed_mark};
use crate::log::{self, EventRow, blobs_of, emptied_mark};
use crate::tokens::statements;

statements! {
    EMPTIED = "SELECT stream, sequence, at, mark FROM vernietigd WHERE (stream, sequence) > ($1, $2)
        ORDER BY stream, sequence LIMIT $3";
    IS_EMPTIED = "SELECT COUNT(*) FROM event WHERE stream = $1 AND sequence = $2 AND payload IS NULL";
    FIND_EMPTIED = "SELECT stream, at, mark FROM vernietigd WHERE stream = $1 AND sequence = $2";
    DESTROYED_KEYS = "SELECT stream, holder, wrapped, destroyed_at, mark FROM data_key
        WHERE (destroyed_at IS NOT NULL OR wrapped IS NULL OR mark IS NOT NULL)
        AND (stream, holder) > ($1, $2) ORDER BY stream, holder LIMIT $3";
    FIND_BLOB = "SELECT COUNT(*) FROM blob WHERE id = $1 AND stream = $2 AND holder = $3 AND digest = $4
        AND len = $5 AND sequence <= $6";
}

/// Rows taken from the database at a time: payloads may be large.
const STEP: i64 = 100;

/// Where the walk stands.
struct Place {
    stream: String,
    sequence: i64,
    position: i64,
    hash: Vec<u8>,
}

impl Place {
    fn before(stream: String) -> Self {
        Self { stream, sequence: 0, position: 0, hash: Digest::ZERO.0.to_vec() }
    }
}

impl Check<'_> {
    /// Walks through every stream in order.
    pub(super) async fn chains(&mut self) -> Result<(), StorageError> {
        let mut place = Place::before(String::new());
        loop {
            let rows = self.conn.rows(log::WALK, args![&place.stream, place.sequence, STEP]).await?;
            let before = (place.stream.clone(), place.sequence);
            for row in &rows {
                match EventRow::read(row) {
                    Ok(row) => self.event(&row, &mut place).await?,
                    Err(error) => self.unreadable("event", &error),
                }
            }
            self.step(rows.len());
            // A step without a readable row cannot go on: what follows is unknown.
            if rows.is_empty() || before == (place.stream.clone(), place.sequence) {
                return Ok(());
            }
        }
    }

    async fn event(&mut self, row: &EventRow, place: &mut Place) -> Result<(), StorageError> {
        self.report.gebeurtenissen += 1;
        if row.stream != place.stream {
            self.report.stromen += 1;
            *place = Place::before(row.stream.clone());
        }
        let at = Some(row.sequence);
        if row.sequence != place.sequence + 1 {
            self.fault(&row.stream, at, "er ontbreekt een gebeurtenis voor deze");
        }
        if row.chained(&place.hash).0 != row.hash.as_slice() {
            self.fault(&row.stream, at, "de keten klopt niet: deze gebeurtenis of de vorige is gewijzigd");
        }
        if row.position <= place.position {
            self.fault(&row.stream, at, "de plaats in het logboek klopt niet");
        }
        self.payload(row).await?;
        self.carried(row).await?;
        (place.sequence, place.position) = (row.sequence, row.position);
        place.hash.clone_from(&row.hash);
        Ok(())
    }

    async fn payload(&mut self, row: &EventRow) -> Result<(), StorageError> {
        let at = Some(row.sequence);
        let Some(stored) = &row.payload else {
            if !self.emptied_on_purpose(row).await? {
                self.fault(&row.stream, at, "de inhoud is weg zonder bewijs van vernietiging");
            }
            return Ok(());
        };
        if Digest::of(stored).0 != row.digest.as_slice() {
            self.fault(&row.stream, at, "de opgeslagen inhoud is gewijzigd");
        } else if row.destroyed_at.is_none() && row.opened(self.instance, &mut Unwrapped::default()).is_err()
        {
            self.fault(&row.stream, at, "de inhoud is niet te ontsleutelen");
        }
        Ok(())
    }

    async fn emptied_on_purpose(&mut self, row: &EventRow) -> Result<bool, StorageError> {
        let Some(found) = self.conn.row(FIND_EMPTIED, args![&row.stream, row.sequence]).await? else {
            return Ok(false);
        };
        let mut found = found.read("vernietigd");
        found.text("stream")?;
        let (at, mark) = (found.int("at")?, found.bytes("mark")?);
        Ok(emptied_mark(&self.secrets.marks, &row.stream, row.sequence, at).0 == mark.as_slice())
    }

    /// The attachments that an event carries must be there.
    async fn carried(&mut self, row: &EventRow) -> Result<(), StorageError> {
        let at = Some(row.sequence);
        let Some(blobs) = blobs_of(&row.blobs) else {
            self.fault(&row.stream, at, "de lijst van bijlagen is onleesbaar");
            return Ok(());
        };
        for blob in blobs {
            let args = args![blob.id.as_str(), &row.stream, &row.holder, blob.digest, blob.len, row.sequence];
            if self.conn.number(FIND_BLOB, args).await? == 0 {
                self.fault(&row.stream, at, "een bijlage ontbreekt of is gewijzigd");
            }
        }
        Ok(())
    }

    /// What says that something was destroyed must be true and ours.
    pub(super) async fn destroyed(&mut self) -> Result<(), StorageError> {
        let mut place = (String::new(), 0);
        loop {
            let rows = self.conn.rows(EMPTIED, args![&place.0, place.1, STEP]).await?;
            if rows.is_empty() {
                return self.destroyed_keys().await;
            }
            for row in &rows {
                let mut row = row.read("vernietigd");
                let (stream, sequence) = (row.text("stream")?, row.int("sequence")?);
                let (at, mark) = (row.int("at")?, row.bytes("mark")?);
                let ours = emptied_mark(&self.secrets.marks, &stream, sequence, at).0 == mark.as_slice();
                let gone = self.conn.number(IS_EMPTIED, args![&stream, sequence]).await? == 1;
                if !ours || !gone {
                    self.fault(&stream, Some(sequence), "het bewijs van vernietiging klopt niet");
                }
                place = (stream, sequence);
            }
        }
    }

    async fn destroyed_keys(&mut self) -> Result<(), StorageError> {
        let mut place = (String::new(), String::new());
        loop {
            let rows = self.conn.rows(DESTROYED_KEYS, args![&place.0, &place.1, STEP]).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                let mut row = row.read("data_key");
                let (stream, holder) = (row.text("stream")?, row.text("holder")?);
                let gone = row.opt_bytes("wrapped")?.is_none();
                let (at, mark) = (row.opt_int("destroyed_at")?, row.opt_bytes("mark")?);
                let expected = at.map(|at| destroyed_mark(&self.secrets.marks, &stream, &holder, at));
                let ours = mark.is_some() && expected.map(|mark| mark.0.to_vec()) == mark;
                if !ours || !gone {
                    self.fault(&stream, None, "het bewijs dat een sleutel is vernietigd klopt niet");
                }
                place = (stream, holder);
            }
        }
    }
}
