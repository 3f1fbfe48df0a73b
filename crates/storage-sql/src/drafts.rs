//! Drafts and notes for own use.

use async_trait::async_trait;
use base::{OrganisatieId, PersoonId, Timestamp};
use crypto::{Fields, Secret};
use storage::{
    Draft, DraftClash, DraftError, DraftScope, Drafts, NewDraft, Page, Sent, StorageError, StreamId, limits,
};

use crate::db::{Conn, DbError, args};
use crate::keys::{self, Chosen, KeyState};
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

statements! {
    ADD = "INSERT INTO concept (stream, holder, persoon, formulier, veld, versie, waarde, door, gewijzigd_op)
        VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8)
        ON CONFLICT (stream, holder, persoon, formulier, veld) DO NOTHING";
    CHANGE = "UPDATE concept SET versie = versie + 1, waarde = $6, door = $7, gewijzigd_op = $8
        WHERE stream = $1 AND holder = $2 AND persoon = $3 AND formulier = $4 AND veld = $5 AND versie = $9";
    FIND = "SELECT veld, versie, waarde, door, gewijzigd_op FROM concept
        WHERE stream = $1 AND holder = $2 AND persoon = $3 AND formulier = $4 ORDER BY veld";
    FORMS = "SELECT formulier, MAX(gewijzigd_op) FROM concept
        WHERE stream = $1 AND holder = $2 AND persoon = $3
        GROUP BY formulier ORDER BY MAX(gewijzigd_op) DESC, formulier";
    KEPT = "SELECT stream, formulier, MAX(gewijzigd_op) FROM concept
        WHERE holder = $1 AND persoon = $2 AND stream LIKE 'dossier/%'
        GROUP BY stream, formulier ORDER BY MAX(gewijzigd_op) DESC, stream, formulier LIMIT $3 OFFSET $4";
    OF_PERSON = "SELECT COUNT(*) FROM concept WHERE door = $1";
    REMOVE = "DELETE FROM concept WHERE stream = $1 AND holder = $2 AND persoon = $3 AND formulier = $4";
    SENT = "SELECT sleutel FROM herhaling
        WHERE owner = $1 AND sleutel > $2 AND sleutel < $3 AND recorded_at > $4 LIMIT 1";
    EXPIRE = "DELETE FROM concept WHERE ($1 = '' OR formulier = $1) AND gewijzigd_op < $2";
}

/// Everybody of the holder together has no person of their own.
fn owner(scope: &DraftScope) -> &str {
    scope.persoon.as_ref().map_or("", |persoon| persoon.as_str())
}

fn context(scope: &DraftScope, formulier: &str, veld: &str, versie: i64) -> Fields {
    context_of([scope.stream.as_str(), scope.holder.as_str(), owner(scope), formulier, veld], versie)
}

/// By its key in the table: stream, holder, person, form and field.
pub(crate) fn context_of(key: [&str; 5], versie: i64) -> Fields {
    key.into_iter().fold(Fields::of("leerrecht-concept-1"), Fields::text).int(versie)
}

/// Removes the fields of a form; returns how many.
pub(crate) async fn remove(conn: &mut Conn, scope: &DraftScope, formulier: &str) -> Result<u64, DbError> {
    conn.execute(REMOVE, args![&scope.stream, &scope.holder, owner(scope), formulier]).await
}

/// How one attempt to store a field ended.
enum Put {
    Done,
    Clash,
    Sent,
    KeyRaced,
}

/// Whether a form was sent. ';' comes right after ':', so these are the bounds of every key that begins so.
async fn is_sent(conn: &mut Conn, sent: &Sent) -> Result<bool, StorageError> {
    let Sent { owner, form, since } = sent;
    let found = conn.row(SENT, args![owner, format!("{form}:"), format!("{form};"), *since]).await?;
    Ok(found.is_some())
}

async fn put(conn: &mut Conn, draft: &NewDraft, chosen: &Chosen, stored: &[u8]) -> Result<Put, StorageError> {
    let NewDraft { scope, formulier, veld, expected_version, door, at, .. } = draft;
    // In the transaction that writes: what arrives after the form was sent finds it sent.
    if let Some(sent) = &draft.unless_sent
        && is_sent(conn, sent).await?
    {
        return Ok(Put::Sent);
    }
    if !keys::confirm(conn, &scope.stream, &scope.holder, chosen).await? {
        return Ok(Put::KeyRaced);
    }
    let (stream, holder, persoon) = (&scope.stream, &scope.holder, owner(scope));
    let touched = if *expected_version == 0 {
        conn.execute(ADD, args![stream, holder, persoon, formulier, veld, stored, door, *at]).await?
    } else {
        let args = args![stream, holder, persoon, formulier, veld, stored, door, *at, *expected_version];
        conn.execute(CHANGE, args).await?
    };
    Ok(if touched == 1 { Put::Done } else { Put::Clash })
}

fn read(row: &Row, scope: &DraftScope, formulier: &str, key: &Secret) -> Result<Draft, StorageError> {
    let mut row = row.read("concept");
    let veld = row.text("veld")?;
    let versie = row.int("versie")?;
    let stored = row.bytes("waarde")?;
    let plain = key.decrypt(context(scope, formulier, &veld, versie).as_bytes(), &stored);
    let wrong =
        |column| StorageError::inconsistent("concept", column, &format!("{} {formulier}", scope.stream));
    Ok(Draft {
        waarde: plain.ok_or_else(|| wrong("waarde"))?,
        versie: u64::try_from(versie).map_err(|_| wrong("versie"))?,
        door: row.parse("door")?,
        gewijzigd_op: row.at("gewijzigd_op")?,
        veld,
    })
}

#[async_trait]
impl Drafts for SqlStorage {
    async fn put_draft(&self, draft: NewDraft) -> Result<u64, DraftError> {
        at_most("field of a draft", draft.waarde.len(), limits::DRAFT_BYTES)?;
        at_most("name of a field", draft.formulier.len().max(draft.veld.len()), limits::CODE_BYTES)?;
        let version = draft.expected_version + 1;
        let number = i64::try_from(version).unwrap_or(i64::MAX);
        let context = context(&draft.scope, &draft.formulier, &draft.veld, number);
        loop {
            let DraftScope { stream, holder, .. } = &draft.scope;
            let mut conn = self.db.read().await.map_err(StorageError::from)?;
            let chosen = keys::choose(&mut conn, &self.instance, stream, holder).await;
            drop(conn);
            let chosen = chosen.map_err(StorageError::from)?;
            let stored = chosen.key.encrypt(context.as_bytes(), &draft.waarde).map_err(keys::no_cipher)?;
            let copy = draft.clone();
            let write =
                self.db.write(move |conn| Box::pin(async move { put(conn, &copy, &chosen, &stored).await }));
            match write.await? {
                Put::Done => return Ok(version),
                Put::KeyRaced => {}
                Put::Sent => return Err(DraftError::Sent),
                Put::Clash => {
                    let fields = self.drafts(&draft.scope, &draft.formulier).await?;
                    let theirs = fields.into_iter().find(|field| field.veld == draft.veld);
                    return Err(DraftError::Clash(DraftClash { theirs }));
                }
            }
        }
    }

    async fn drafts(&self, scope: &DraftScope, formulier: &str) -> Result<Vec<Draft>, StorageError> {
        let mut conn = self.db.read().await?;
        let rows = conn.rows(FIND, args![&scope.stream, &scope.holder, owner(scope), formulier]).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        match keys::find_key(&mut conn, &self.instance, &scope.stream, &scope.holder, false).await? {
            KeyState::Open { key, .. } => rows.iter().map(|row| read(row, scope, formulier, &key)).collect(),
            KeyState::Destroyed => Ok(Vec::new()),
            KeyState::Missing => Err(StorageError::inconsistent("data_key", "stream", &scope.stream)),
        }
    }

    async fn draft_forms(&self, scope: &DraftScope) -> Result<Vec<(String, Timestamp)>, StorageError> {
        let args = args![&scope.stream, &scope.holder, owner(scope)];
        let rows = self.db.read().await?.rows(FORMS, args).await?;
        let form = |row: &Row| {
            let mut row = row.read("concept");
            Ok((row.text("formulier")?, row.at("gewijzigd_op")?))
        };
        rows.iter().map(form).collect()
    }

    async fn kept_forms(
        &self,
        holder: &OrganisatieId,
        persoon: Option<&PersoonId>,
        page: Page,
    ) -> Result<Vec<(StreamId, String, Timestamp)>, StorageError> {
        let owner = persoon.map_or("", |persoon| persoon.as_str());
        let offset = i64::try_from(page.offset).unwrap_or(i64::MAX);
        let args = args![holder, owner, page.limit.min(limits::PAGE_ROWS), offset];
        let rows = self.db.read().await?.rows(KEPT, args).await?;
        let form = |row: &Row| {
            let mut row = row.read("concept");
            Ok((row.parse("stream")?, row.text("formulier")?, row.at("gewijzigd_op")?))
        };
        rows.iter().map(form).collect()
    }

    async fn fields_kept_by(&self, persoon: &PersoonId) -> Result<u64, StorageError> {
        let count = self.db.read().await?.number(OF_PERSON, args![persoon]).await?;
        Ok(count.unsigned_abs())
    }

    async fn remove_drafts(&self, scope: &DraftScope, formulier: &str) -> Result<u64, StorageError> {
        self.db.execute(REMOVE, args![&scope.stream, &scope.holder, owner(scope), formulier]).await
    }

    async fn expire_drafts(&self, formulier: Option<&str>, before: Timestamp) -> Result<u64, StorageError> {
        self.db.execute(EXPIRE, args![formulier.unwrap_or_default(), before]).await
    }
}
