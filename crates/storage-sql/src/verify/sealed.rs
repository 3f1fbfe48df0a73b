//! The read log, the seals, and the file of seals outside the database.

use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::VerifyingKey;
use storage::{ALLEEN_IN_BESTAND, Digest, Seal, StorageError};

use super::Check;
use crate::db::args;
use crate::open::find_fact;
use crate::reads::{self, InzageRow};
use crate::seals::{self, bounds_of, cover, is_signed_by};
use crate::tokens::statements;

statements! {
    UNSEALED = "SELECT (SELECT COUNT(*) FROM event WHERE position > $1)
        + (SELECT COUNT(*) FROM inzage WHERE id > $2)
        + (SELECT COUNT(*) FROM handeling WHERE id > $3 AND hash IS NOT NULL)";
    NUMBERS = "SELECT nummer FROM zegel ORDER BY nummer";
    FIND = "SELECT nummer, at, events_to, reads_to, events, reads, root, previous, signature,
            acts_to, acts FROM zegel
        WHERE nummer = $1";
}

/// Rows taken from the database at a time.
const STEP: i64 = 1_000;

impl Check<'_> {
    /// Every view must bear our mark.
    pub(super) async fn reads(&mut self) -> Result<(), StorageError> {
        let mut after = i64::MIN;
        loop {
            let rows = self.conn.rows(reads::WALK, args![after, i64::MAX, STEP]).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in &rows {
                after = row.read("inzage").int("id")?;
                match InzageRow::read(row) {
                    Ok(row) if row.is_whole(&self.secrets.marks) => {}
                    Ok(_) => {
                        self.fault("inzage", Some(after), "een regel van het inzagelogboek is gewijzigd");
                    }
                    Err(error) => self.unreadable("inzage", &error),
                }
            }
            self.step(rows.len());
        }
    }

    /// Every seal must be ours, follow the one before, and cover what is there.
    pub(super) async fn seals(&mut self, file: Option<&str>) -> Result<(), StorageError> {
        let rows = self.conn.rows(NUMBERS, args![]).await?;
        let key = self.public_key().await?;
        let mut previous: Option<Seal> = None;
        let mut lines = BTreeMap::new();
        for row in &rows {
            self.report.zegels += 1;
            let number = row.read("zegel").int("nummer")?;
            let found = self.conn.row(FIND, args![number]).await?;
            match found.as_ref().map(seals::read_seal).transpose() {
                Ok(Some(seal)) => {
                    self.seal(&seal, previous.as_ref(), key.as_ref()).await?;
                    lines.insert(seal.nummer, seal.to_string());
                    previous = Some(seal);
                }
                Ok(None) => {}
                Err(error) => self.unreadable("zegel", &error),
            }
        }
        if let Some(file) = file {
            self.compare(file, &lines);
        }
        self.report.verzegeld_op = previous.as_ref().map(|seal| seal.at);
        let to = bounds_of(previous.as_ref());
        let open = self.conn.number(UNSEALED, args![to.events, to.reads, to.acts]).await?;
        self.report.onverzegeld = u64::try_from(open).unwrap_or_default();
        Ok(())
    }

    async fn seal(
        &mut self,
        seal: &Seal,
        previous: Option<&Seal>,
        key: Option<&VerifyingKey>,
    ) -> Result<(), StorageError> {
        let at = i64::try_from(seal.nummer).ok();
        if seal.nummer != previous.map_or(0, |previous| previous.nummer) + 1 {
            self.fault("zegel", at, "er ontbreekt een zegel voor dit zegel");
        }
        if seal.previous != previous.map_or(Digest::ZERO, Seal::hash) {
            self.fault("zegel", at, "dit zegel sluit niet aan op het vorige");
        }
        if !key.is_some_and(|key| is_signed_by(seal, key)) {
            self.fault("zegel", at, "de handtekening van dit zegel klopt niet");
        }
        match cover(&mut self.conn, bounds_of(previous), bounds_of(Some(seal))).await {
            Ok(covered) => {
                let acts = seal.acts.map_or(0, |acts| acts.count);
                let same = covered.root == seal.root && covered.acts == acts;
                if !same || (covered.events, covered.reads) != (seal.events, seal.reads) {
                    self.fault("zegel", at, "wat dit zegel dekt is gewijzigd of ontbreekt");
                }
                Ok(())
            }
            Err(error @ StorageError::InconsistentRow { .. }) => {
                self.unreadable("zegel", &error);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// The key that signs; it must be the one that the installation holds.
    async fn public_key(&mut self) -> Result<Option<VerifyingKey>, StorageError> {
        let ours = self.secrets.seals.verifying_key();
        let fact = find_fact(&mut self.conn, "publieke_sleutel").await?;
        if fact.as_deref() != Some(&storage::ids::to_hex(ours.as_bytes())) {
            self.fault("instantie", None, "de publieke sleutel hoort niet bij de sleutelbos");
            return Ok(None);
        }
        Ok(Some(ours))
    }

    /// The file outside the database must say the same of every seal that it holds, in order. What comes after its last seal it cannot know.
    fn compare(&mut self, file: &str, own: &BTreeMap<u64, String>) {
        let mut last = 0;
        let mut seen = BTreeSet::new();
        for (index, line) in
            without_half(file).lines().enumerate().filter(|(_, line)| !line.trim().is_empty())
        {
            let Ok(seal) = line.parse::<Seal>() else {
                let reden = format!("regel {} van het bestand is geen zegel", index + 1);
                self.fault("zegel", None, &reden);
                continue;
            };
            let number = i64::try_from(seal.nummer).ok();
            match own.get(&seal.nummer) {
                Some(own) if own != line => {
                    self.fault("zegel", number, "het zegel in het bestand is een ander");
                }
                None => self.fault("zegel", number, ALLEEN_IN_BESTAND),
                Some(_) if seal.nummer <= last => {
                    self.fault("zegel", number, "dit zegel staat in het bestand niet op zijn plaats");
                }
                Some(_) => {}
            }
            last = last.max(seal.nummer);
            seen.insert(seal.nummer);
        }
        for number in own.range(..last).map(|(number, _)| *number).filter(|number| !seen.contains(number)) {
            let number = i64::try_from(number).ok();
            self.fault("zegel", number, "dit zegel staat in de database en niet in het bestand");
        }
        self.report.na_het_bestand = u64::try_from(own.range(last + 1..).count()).unwrap_or_default();
    }
}

/// The file without half a line at its end, which is what a full disk or a power cut leaves: that seal is not in the
/// file, and nobody forged one.
fn without_half(file: &str) -> &str {
    let (whole, rest) = file.rsplit_once('\n').unwrap_or(("", file));
    if rest.parse::<Seal>().is_ok() { file } else { whole }
}
