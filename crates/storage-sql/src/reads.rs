//! The read log.

use std::sync::Arc;

use async_trait::async_trait;
use base::{OrganisatieId, PersoonId, Timestamp};
use crypto::{Fields, Secret};
use storage::{
    Digest, Direction, Inzage, InzageQuery, InzageTelling, KijkerQuery, ReadLog, Rows, StorageError, limits,
};

use crate::db::{BoxFuture, Conn, args};
use crate::keys::Secrets;
use crate::numbers::{Source, lock_shared, next_number};
use crate::page::Listing;
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

/// Views of file 1; parameters 2–8 are the filter.
macro_rules! of_dossier {
    () => {
        " FROM inzage WHERE dossier = $1
        AND (CAST($2 AS {int}) IS NULL OR at >= $2) AND (CAST($3 AS {int}) IS NULL OR at < $3)
        AND (CAST($4 AS TEXT) IS NULL OR rol = $4)
        AND (CAST($5 AS TEXT) IS NULL OR ',' || delen || ',' LIKE '%,' || CAST($5 AS TEXT) || ',%')
        AND ($6 = '[]' OR organisatie IN {list $6})
        AND (CAST($7 AS TEXT) IS NULL OR organisatie <> $7 OR persoon IN {list $8})"
    };
}

/// Views of a person in a role at an organisation, in a period.
macro_rules! of_person {
    () => {
        " FROM inzage WHERE organisatie = $1 AND persoon = $2 AND rol = $3 AND at >= $4 AND at < $5
        AND (CAST($6 AS TEXT) IS NULL OR doel <> $6)"
    };
}

statements! {
    ADD = "INSERT INTO inzage (id, at, dossier, persoon, rol, organisatie, delen, doel, mark)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    COUNT_OF_DOSSIER = concat!("SELECT COUNT(*)", of_dossier!());
    PATTERN = "SELECT persoon, rol, organisatie, COUNT(*), COUNT(DISTINCT dossier), MAX(at) FROM inzage
        WHERE organisatie = $1 AND at >= $2 AND at < $3 AND (CAST($4 AS TEXT) IS NULL OR doel <> $4)
        GROUP BY persoon, rol, organisatie
        ORDER BY COUNT(DISTINCT dossier) DESC, COUNT(*) DESC, persoon, rol";
    COUNT_OF_PERSON = concat!("SELECT COUNT(*)", of_person!());
    BY_PERSON = concat!(
        "SELECT id, at, dossier, persoon, rol, organisatie, delen, doel",
        of_person!(),
        " ORDER BY at DESC, id DESC LIMIT $7 OFFSET $8"
    );
    /// The rows in order, for seals and verification.
    WALK = "SELECT id, at, dossier, persoon, rol, organisatie, delen, doel, mark FROM inzage
        WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3";
}

/// Views in the order in which they were written down.
fn sorted(direction: Direction) -> String {
    let way = crate::lists::way(direction);
    format!("{OF_DOSSIER} ORDER BY id {way} LIMIT $9 OFFSET $10")
}

/// The views of a file without their order and page.
const OF_DOSSIER: &str =
    concat!("SELECT id, at, dossier, persoon, rol, organisatie, delen, doel", of_dossier!());

/// Every text that the views of a file can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    [Direction::Up, Direction::Down].map(sorted).to_vec()
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
        // That somebody looks is on record before they see anything: whatever keeps the line out of the table keeps the page from them.
        if conn.execute(ADD, args).await? != 1 {
            return Err(StorageError::inconsistent("inzage", "id", id));
        }
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

/// Views to write down, and what marks them.
type Lines = Arc<(Vec<Inzage>, Arc<Secrets>)>;

fn written(conn: &mut Conn, lines: Lines) -> BoxFuture<'_, Result<(), StorageError>> {
    Box::pin(async move { add(conn, &lines.0, &lines.1.marks).await })
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
        let lines = Arc::new((reads.to_vec(), self.secrets().await));
        self.db.write_again(move |conn| written(conn, Arc::clone(&lines))).await
    }

    async fn reads(&self, query: &InzageQuery) -> Result<Rows<Inzage>, StorageError> {
        let organisaties = crate::lists::json_list(query.organisaties.iter().map(OrganisatieId::as_str));
        let behalve = crate::lists::json_list(query.behalve.iter().map(PersoonId::as_str));
        let args = vec![
            (&query.dossier).into(),
            query.van.into(),
            query.tot.into(),
            (&query.rol).into(),
            (&query.deel).into(),
            organisaties.into(),
            (&query.zonder).into(),
            behalve.into(),
        ];
        let listing = Listing { page: sorted(query.direction).into(), count: COUNT_OF_DOSSIER.into(), read };
        Ok(listing.ask(&mut self.db.read().await?, args, query.page).await?)
    }

    async fn reads_by(&self, query: &KijkerQuery) -> Result<Rows<Inzage>, StorageError> {
        let args = vec![
            (&query.organisatie).into(),
            (&query.persoon).into(),
            (&query.rol).into(),
            query.van.into(),
            query.tot.into(),
            (&query.zonder).into(),
        ];
        let listing = Listing { page: BY_PERSON.into(), count: COUNT_OF_PERSON.into(), read };
        Ok(listing.ask(&mut self.db.read().await?, args, query.page).await?)
    }

    async fn read_pattern(
        &self,
        organisatie: &OrganisatieId,
        (from, to): (Timestamp, Timestamp),
        zonder: Option<&str>,
    ) -> Result<Vec<InzageTelling>, StorageError> {
        let rows = self.db.read().await?.rows(PATTERN, args![organisatie, from, to, zonder]).await?;
        rows.iter().map(read_count).collect()
    }
}
