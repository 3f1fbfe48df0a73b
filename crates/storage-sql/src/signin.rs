//! Signing in: links, sessions, keys of programs, failed attempts.

use async_trait::async_trait;
use base::{PersoonId, Timestamp};
use storage::{Account, Digest, Handeling, Link, Programmasleutel, Sessie, SignIn, StorageError, limits};

use crate::accounts::{self, taken};
use crate::acts::{self, LINKS, Touched, execute_logged};
use crate::db::{DbError, args};
use crate::keys::attempt;
use crate::numbers::lock_acts;
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

statements! {
    ADD_LINK = "INSERT INTO link (token, soort, account, gegevens, geldig_tot, pogingen, gebruikt_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    FIND_LINK = "SELECT token, soort, account, gegevens, geldig_tot, pogingen, gebruikt_op FROM link
        WHERE token = $1";
    OPEN_LINK = "SELECT token, soort, account, gegevens, geldig_tot, pogingen, gebruikt_op FROM link
        WHERE account = $1 AND soort = $2 AND gebruikt_op IS NULL AND geldig_tot > $3
        ORDER BY geldig_tot DESC, token LIMIT 1";
    USE_LINK = "UPDATE link SET gebruikt_op = $4 WHERE token = $1 AND soort = $2 AND pogingen < $3
        AND gebruikt_op IS NULL AND geldig_tot > $4";
    CLAIM_LINK = "UPDATE link SET account = $3 WHERE token = $1 AND soort = $2 AND gebruikt_op IS NULL
        AND geldig_tot > $4 AND (account IS NULL OR account = $3)";
    COUNT_ATTEMPT = "UPDATE link SET pogingen = pogingen + 1 WHERE token = $1 RETURNING pogingen";
    ADD_SESSION = "INSERT INTO sessie (token, account, rol, aangemaakt_op, gezien_op, verloopt_op)
        VALUES ($1, $2, $3, $4, $5, $6)";
    FIND_SESSION = "SELECT token, account, rol, aangemaakt_op, gezien_op, verloopt_op FROM sessie
        WHERE token = $1 AND verloopt_op > $2";
    SESSIONS_OF = "SELECT token, account, rol, aangemaakt_op, gezien_op, verloopt_op FROM sessie
        WHERE account = $1 AND verloopt_op > $2 ORDER BY aangemaakt_op DESC, token";
    TOUCH_SESSION = "UPDATE sessie SET gezien_op = $2, verloopt_op = $3 WHERE token = $1";
    CHOOSE_ROL = "UPDATE sessie SET rol = $2 WHERE token = $1";
    END_SESSION = "DELETE FROM sessie WHERE token = $1";
    END_SESSIONS = "DELETE FROM sessie WHERE account = $1";
    PURGE_SESSIONS = "DELETE FROM sessie WHERE verloopt_op <= $1";
    OVER_LINKS = "SELECT token FROM link WHERE geldig_tot <= $1 ORDER BY token LIMIT $2";
    PURGE_LINK = "DELETE FROM link WHERE token = $1";
    PURGE_FAILURES = "DELETE FROM poging WHERE at < $1 AND onderwerp NOT LIKE 'bekend %'";
    PURGE_KNOWN = "DELETE FROM poging WHERE at < $1 AND onderwerp LIKE 'bekend %'";
    ADD_KEY = "INSERT INTO programmasleutel (id, sleutel, naam, account, rol, organisatie, aangemaakt_op,
            tot, actief_op, ingetrokken_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    FIND_KEY = "SELECT id, sleutel, naam, account, rol, organisatie, aangemaakt_op, tot, actief_op,
            ingetrokken_op FROM programmasleutel WHERE sleutel = $1";
    KEYS_OF = "SELECT id, sleutel, naam, account, rol, organisatie, aangemaakt_op, tot, actief_op,
            ingetrokken_op FROM programmasleutel WHERE account = $1 ORDER BY aangemaakt_op DESC, id";
    ACTIVATE_KEY = "UPDATE programmasleutel SET actief_op = $2
        WHERE id = $1 AND actief_op IS NULL AND ingetrokken_op IS NULL";
    WITHDRAW_KEY = "UPDATE programmasleutel SET ingetrokken_op = $2 WHERE id = $1 AND ingetrokken_op IS NULL";
    ADD_FAILURE = "INSERT INTO poging (onderwerp, at) VALUES ($1, $2)";
    FAILURES = "SELECT COUNT(*) FROM poging WHERE onderwerp = $1 AND at >= $2";
    FORGET_FAILURES = "DELETE FROM poging WHERE onderwerp = $1";
}

/// Links that go at a time: each is a line in the act that says so.
const LINKS_AT_A_TIME: u64 = 500;

/// A link that is kept for one account from now on.
fn kept(at: Timestamp, soort: &str) -> Handeling {
    acts::by_itself(at, "link_bewaard", soort, String::new())
}

/// Takes away links that were over before an instant, with an act that names them: one that goes without it is missed.
async fn purge_links(store: &SqlStorage, at: Timestamp, before: Timestamp) -> Result<u64, DbError> {
    let secrets = store.secrets().await;
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            lock_acts(conn).await?;
            let rows = conn.rows(OVER_LINKS, args![before, LINKS_AT_A_TIME]).await?;
            let mut gone = Vec::with_capacity(rows.len());
            for row in &rows {
                let token = row.read("link").digest("token")?;
                gone.push(acts::find(conn, &secrets.marks, Touched::Link(token)).await?);
                conn.execute(PURGE_LINK, args![token]).await?;
            }
            if !gone.is_empty() {
                let log = acts::by_itself(at, "links_opgeruimd", LINKS, String::new());
                acts::add(conn, &secrets.marks, &log, &gone).await?;
            }
            Ok::<_, DbError>(gone.len() as u64)
        })
    });
    write.await
}

/// Why an account was not made by a link; the transaction leaves nothing behind.
enum NotMade {
    /// The link is somebody else's, used or over.
    Link,
    /// The store refuses the account, or does not work.
    Database(DbError),
}

impl From<DbError> for NotMade {
    fn from(error: DbError) -> Self {
        Self::Database(error)
    }
}

impl From<StorageError> for NotMade {
    fn from(error: StorageError) -> Self {
        Self::Database(error.into())
    }
}

fn read_link(row: &Row) -> Result<Link, StorageError> {
    let mut row = row.read("link");
    Ok(Link {
        token: row.digest("token")?,
        soort: row.text("soort")?,
        account: row.opt_parse("account")?,
        gegevens: row.text("gegevens")?,
        geldig_tot: row.at("geldig_tot")?,
        pogingen: row.small("pogingen")?,
        gebruikt_op: row.opt_at("gebruikt_op")?,
    })
}

fn read_session(row: &Row) -> Result<Sessie, StorageError> {
    let mut row = row.read("sessie");
    Ok(Sessie {
        token: row.digest("token")?,
        account: row.parse("account")?,
        rol: row.opt_count("rol")?,
        aangemaakt_op: row.at("aangemaakt_op")?,
        gezien_op: row.at("gezien_op")?,
        verloopt_op: row.at("verloopt_op")?,
    })
}

fn read_key(row: &Row) -> Result<Programmasleutel, StorageError> {
    let mut row = row.read("programmasleutel");
    Ok(Programmasleutel {
        id: row.text("id")?,
        sleutel: row.digest("sleutel")?,
        naam: row.text("naam")?,
        account: row.parse("account")?,
        rol: row.text("rol")?,
        organisatie: row.parse("organisatie")?,
        aangemaakt_op: row.at("aangemaakt_op")?,
        tot: row.opt_date("tot")?,
        actief_op: row.opt_at("actief_op")?,
        ingetrokken_op: row.opt_at("ingetrokken_op")?,
    })
}

#[async_trait]
impl SignIn for SqlStorage {
    async fn put_link(&self, link: &Link, log: &Handeling) -> Result<(), StorageError> {
        at_most("data of a link", link.gegevens.len(), limits::TEXT_BYTES)?;
        let Link { token, soort, account, gegevens, geldig_tot, pogingen, gebruikt_op } = link;
        let args = args![*token, soort, account, gegevens, *geldig_tot, *pogingen, *gebruikt_op];
        execute_logged(self, ADD_LINK, args, Touched::Link(*token), log).await.map_err(taken("link"))?;
        Ok(())
    }

    async fn link(&self, token: &Digest) -> Result<Option<Link>, StorageError> {
        self.db.read().await?.row(FIND_LINK, args![*token]).await?.as_ref().map(read_link).transpose()
    }

    async fn open_link(
        &self,
        account: &PersoonId,
        soort: &str,
        at: Timestamp,
    ) -> Result<Option<Link>, StorageError> {
        let row = self.db.read().await?.row(OPEN_LINK, args![account, soort, at]).await?;
        row.as_ref().map(read_link).transpose()
    }

    async fn use_link(
        &self,
        token: &Digest,
        soort: &str,
        most: u32,
        at: Timestamp,
    ) -> Result<Option<Link>, StorageError> {
        let log = acts::by_itself(at, "link_gebruikt", soort, String::new());
        let args = args![*token, soort, most, at];
        if execute_logged(self, USE_LINK, args, Touched::Link(*token), &log).await? == 0 {
            return Ok(None);
        }
        self.link(token).await
    }

    async fn claim_link(
        &self,
        token: &Digest,
        soort: &str,
        account: &PersoonId,
        at: Timestamp,
    ) -> Result<bool, StorageError> {
        let args = args![*token, soort, account, at];
        Ok(execute_logged(self, CLAIM_LINK, args, Touched::Link(*token), &kept(at, soort)).await? > 0)
    }

    async fn create_account_by_link(
        &self,
        account: &Account,
        (token, soort): (&Digest, &str),
        log: &Handeling,
    ) -> Result<bool, StorageError> {
        accounts::check_new(account, log)?;
        let (account, token, soort, log) = (account.clone(), *token, soort.to_owned(), log.clone());
        let secrets = self.secrets().await;
        let write = self.db.write(move |conn| {
            Box::pin(async move {
                let link = acts::find(conn, &secrets.marks, Touched::Link(token)).await?;
                accounts::insert(conn, &secrets.marks, &account, &log).await?;
                // Of two at once the second waited for the first, and finds the link taken.
                let args = args![token, &soort, &account.id, log.at];
                if conn.execute(CLAIM_LINK, args).await? == 0 {
                    return Err(NotMade::Link);
                }
                Ok(acts::add(conn, &secrets.marks, &kept(log.at, &soort), &[link]).await?)
            })
        });
        match write.await {
            Ok(()) => Ok(true),
            Err(NotMade::Link) => Ok(false),
            Err(NotMade::Database(error)) => Err(taken("account or e_mail")(error)),
        }
    }

    async fn count_attempt(&self, token: &Digest, at: Timestamp) -> Result<u32, StorageError> {
        let (token, secrets) = (*token, self.secrets().await);
        let count = self.db.write(move |conn| {
            Box::pin(async move {
                let found = acts::find(conn, &secrets.marks, Touched::Link(token)).await?;
                let Some(row) = conn.row(COUNT_ATTEMPT, args![token]).await? else { return Ok(0) };
                let counted = row.read("link").small("pogingen")?;
                let log = acts::by_itself(at, "link_geprobeerd", LINKS, String::new());
                acts::add(conn, &secrets.marks, &log, &[found]).await?;
                Ok::<_, DbError>(counted)
            })
        });
        Ok(count.await?)
    }

    async fn put_session(&self, session: &Sessie) -> Result<(), StorageError> {
        let Sessie { token, account, rol, aangemaakt_op, gezien_op, verloopt_op } = session;
        let args = args![*token, account, *rol, *aangemaakt_op, *gezien_op, *verloopt_op];
        self.db.execute(ADD_SESSION, args).await.map(|_| ())
    }

    async fn session(&self, token: &Digest, at: Timestamp) -> Result<Option<Sessie>, StorageError> {
        let row = self.db.read().await?.row(FIND_SESSION, args![*token, at]).await?;
        row.as_ref().map(read_session).transpose()
    }

    async fn sessions_of(&self, account: &PersoonId, at: Timestamp) -> Result<Vec<Sessie>, StorageError> {
        let rows = self.db.read().await?.rows(SESSIONS_OF, args![account, at]).await?;
        rows.iter().map(read_session).collect()
    }

    async fn touch_session(
        &self,
        token: &Digest,
        seen: Timestamp,
        expires: Timestamp,
    ) -> Result<bool, StorageError> {
        Ok(self.db.execute(TOUCH_SESSION, args![*token, seen, expires]).await? > 0)
    }

    async fn choose_rol(&self, token: &Digest, rol: u64) -> Result<bool, StorageError> {
        Ok(self.db.execute(CHOOSE_ROL, args![*token, rol]).await? > 0)
    }

    async fn end_session(&self, token: &Digest) -> Result<bool, StorageError> {
        Ok(self.db.execute(END_SESSION, args![*token]).await? > 0)
    }

    async fn end_sessions(&self, account: &PersoonId) -> Result<u64, StorageError> {
        self.db.execute(END_SESSIONS, args![account]).await
    }

    async fn purge_sign_in(
        &self,
        at: Timestamp,
        before: Timestamp,
        known_before: Timestamp,
    ) -> Result<u64, StorageError> {
        let mut purged = self.db.execute(PURGE_KNOWN, args![known_before]).await?;
        for sql in [PURGE_SESSIONS, PURGE_FAILURES] {
            purged += self.db.execute(sql, args![before]).await?;
        }
        loop {
            let gone = purge_links(self, at, before).await?;
            purged += gone;
            if gone < LINKS_AT_A_TIME {
                return Ok(purged);
            }
        }
    }

    async fn put_key(&self, key: &Programmasleutel, log: &Handeling) -> Result<(), StorageError> {
        at_most("name of a key", key.naam.len(), limits::TEXT_BYTES)?;
        let args = args![
            &key.id,
            key.sleutel,
            &key.naam,
            &key.account,
            &key.rol,
            &key.organisatie,
            key.aangemaakt_op,
            key.tot,
            key.actief_op,
            key.ingetrokken_op,
        ];
        execute_logged(self, ADD_KEY, args, Touched::Sleutel(key.id.clone()), log)
            .await
            .map_err(taken("key"))?;
        Ok(())
    }

    async fn key(&self, key: &Digest) -> Result<Option<Programmasleutel>, StorageError> {
        self.db.read().await?.row(FIND_KEY, args![*key]).await?.as_ref().map(read_key).transpose()
    }

    async fn keys_of(&self, account: &PersoonId) -> Result<Vec<Programmasleutel>, StorageError> {
        self.db.read().await?.rows(KEYS_OF, args![account]).await?.iter().map(read_key).collect()
    }

    async fn activate_key(&self, id: &str, at: Timestamp, log: &Handeling) -> Result<bool, StorageError> {
        Ok(execute_logged(self, ACTIVATE_KEY, args![id, at], Touched::Sleutel(id.to_owned()), log).await? > 0)
    }

    async fn withdraw_key(&self, id: &str, at: Timestamp, log: &Handeling) -> Result<bool, StorageError> {
        Ok(execute_logged(self, WITHDRAW_KEY, args![id, at], Touched::Sleutel(id.to_owned()), log).await? > 0)
    }

    async fn sign_in_failed(&self, subject: &str, at: Timestamp) -> Result<(), StorageError> {
        at_most("subject of an attempt", subject.len(), limits::TEXT_BYTES)?;
        let subject = attempt(&self.secrets().await.marks, subject);
        self.db.execute(ADD_FAILURE, args![subject, at]).await.map(|_| ())
    }

    async fn failures_since(&self, subject: &str, since: Timestamp) -> Result<u64, StorageError> {
        let subject = attempt(&self.secrets().await.marks, subject);
        let count = self.db.read().await?.number(FAILURES, args![subject, since]).await?;
        u64::try_from(count).map_err(|_| StorageError::inconsistent("poging", "aantal", &count))
    }

    async fn forget_failures(&self, subject: &str) -> Result<(), StorageError> {
        let subject = attempt(&self.secrets().await.marks, subject);
        self.db.execute(FORGET_FAILURES, args![subject]).await.map(|_| ())
    }
}
