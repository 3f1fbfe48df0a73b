//! The read log.

use async_trait::async_trait;
use base::{DossierNummer, OrganisatieId, Timestamp};
use crypto::{Fields, Secret};
use storage::{Digest, Inzage, InzageTelling, Page, ReadLog, Rows, StorageError, limits};

use crate::db::{Conn, args};
use crate::numbers::{Source, lock_shared, next_number};
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

statements! {
    ADD = "INSERT INTO inzage (id, at, dossier, persoon, rol, organisatie, delen, doel, mark)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_DOSSIER = "SELECT id, at, dossier, persoon, rol, organisatie, delen, doel FROM inzage
        WHERE dossier = $1 ORDER BY id DESC LIMIT $2 OFFSET $3";
    COUNT_OF_DOSSIER = "SELECT COUNT(*) FROM inzage WHERE dossier = $1";
    PER_READER = "SELECT persoon, rol, organisatie, COUNT(*), COUNT(DISTINCT dossier), MAX(at) FROM inzage
        WHERE dossier = $1 GROUP BY persoon, rol, organisatie
        ORDER BY COUNT(*) DESC, persoon, rol, organisatie";
    PATTERN = "SELECT persoon, rol, organisatie, COUNT(*), COUNT(DISTINCT dossier), MAX(at) FROM inzage
        WHERE organisatie = $1 AND at >= $2 AND at < $3 GROUP BY persoon, rol, organisatie
        ORDER BY COUNT(DISTINCT dossier) DESC, COUNT(*) DESC, persoon, rol";
    /// The rows in order, for seals and verification.
    WALK = "SELECT id, at, dossier, persoon, rol, organisatie, delen, doel, mark FROM inzage
        WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3";
}

/// A row as it stands.
pub(crate) struct InzageRow {
    pub(crate) id: i64,
    at: i64,
    dossier: String,
    persoon: String,
    rol: String,
    organisatie: String,
    delen: String,
    doel: String,
    mark: Vec<u8>,
}

impl InzageRow {
    /// A row that is not stored yet.
    fn new(id: i64, inzage: &Inzage, marks: &Secret) -> Self {
        let mut row = Self {
            id,
            at: inzage.at.as_microsecond(),
            dossier: inzage.dossier.to_string(),
            persoon: inzage.persoon.to_string(),
            rol: inzage.rol.clone(),
            organisatie: inzage.organisatie.to_string(),
            delen: inzage.delen.clone(),
            doel: inzage.doel.clone(),
            mark: Vec::new(),
        };
        row.mark = row.expected_mark(marks).0.to_vec();
        row
    }

    /// Reads the columns of [`WALK`].
    pub(crate) fn read(row: &Row) -> Result<Self, StorageError> {
        let mut row = row.read("inzage");
        Ok(Self {
            id: row.int("id")?,
            at: row.int("at")?,
            dossier: row.text("dossier")?,
            persoon: row.text("persoon")?,
            rol: row.text("rol")?,
            organisatie: row.text("organisatie")?,
            delen: row.text("delen")?,
            doel: row.text("doel")?,
            mark: row.bytes("mark")?,
        })
    }

    fn fields(&self) -> Fields {
        Fields::of("leerrecht-inzage-1")
            .int(self.id)
            .int(self.at)
            .text(&self.dossier)
            .text(&self.persoon)
            .text(&self.rol)
            .text(&self.organisatie)
            .text(&self.delen)
            .text(&self.doel)
    }

    fn expected_mark(&self, marks: &Secret) -> Digest {
        Digest(marks.mark(self.fields().as_bytes()))
    }

    /// Whether the row is as the program wrote it.
    pub(crate) fn is_whole(&self, marks: &Secret) -> bool {
        self.mark == self.expected_mark(marks).0
    }

    /// What a seal covers of this row.
    pub(crate) fn sealed(&self) -> Vec<u8> {
        self.fields().bytes(&self.mark).as_bytes().to_vec()
    }
}

async fn add(conn: &mut Conn, reads: &[Inzage], marks: &Secret) -> Result<(), StorageError> {
    lock_shared(conn).await?;
    for inzage in reads {
        let id = next_number(conn, Source::Inzage).await?;
        let row = InzageRow::new(id, inzage, marks);
        let InzageRow { id, at, dossier, persoon, rol, organisatie, delen, doel, mark } = &row;
        let args = args![*id, *at, dossier, persoon, rol, organisatie, delen, doel, mark];
        conn.execute(ADD, args).await?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<Inzage, StorageError> {
    let mut row = row.read("inzage");
    row.int("id")?;
    Ok(Inzage {
        at: row.at("at")?,
        dossier: row.parse("dossier")?,
        persoon: row.parse("persoon")?,
        rol: row.text("rol")?,
        organisatie: row.parse("organisatie")?,
        delen: row.text("delen")?,
        doel: row.text("doel")?,
    })
}

fn read_count(row: &Row) -> Result<InzageTelling, StorageError> {
    let mut row = row.read("inzage");
    Ok(InzageTelling {
        persoon: row.parse("persoon")?,
        rol: row.text("rol")?,
        organisatie: row.parse("organisatie")?,
        aantal: row.count("aantal")?,
        dossiers: row.count("dossiers")?,
        laatst: row.at("laatst")?,
    })
}

#[async_trait]
impl ReadLog for SqlStorage {
    async fn log_reads(&self, reads: &[Inzage]) -> Result<(), StorageError> {
        if reads.is_empty() {
            return Ok(());
        }
        for inzage in reads {
            at_most("purpose of a view", inzage.doel.len(), limits::TEXT_BYTES)?;
            at_most("role", inzage.rol.len().max(inzage.delen.len()), limits::CODE_BYTES)?;
        }
        let (reads, secrets) = (reads.to_vec(), self.secrets().await);
        self.db.write(move |conn| Box::pin(async move { add(conn, &reads, &secrets.marks).await })).await
    }

    async fn reads(&self, dossier: &DossierNummer, page: Page) -> Result<Rows<Inzage>, StorageError> {
        let mut conn = self.db.read().await?;
        let total = conn.number(COUNT_OF_DOSSIER, args![dossier]).await?;
        let limit = page.limit.min(limits::PAGE_ROWS);
        let rows = conn.rows(OF_DOSSIER, args![dossier, limit, page.offset]).await?;
        let rows = rows.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Rows { rows, total: u64::try_from(total).unwrap_or_default() })
    }

    async fn read_counts(&self, dossier: &DossierNummer) -> Result<Vec<InzageTelling>, StorageError> {
        let rows = self.db.read().await?.rows(PER_READER, args![dossier]).await?;
        rows.iter().map(read_count).collect()
    }

    async fn read_pattern(
        &self,
        organisatie: &OrganisatieId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<InzageTelling>, StorageError> {
        let rows = self.db.read().await?.rows(PATTERN, args![organisatie, from, to]).await?;
        rows.iter().map(read_count).collect()
    }
}
