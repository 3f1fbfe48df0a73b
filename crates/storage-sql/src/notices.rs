//! Notices by e-mail: who chose them, and for whom one waits.

use std::time::Duration;

use async_trait::async_trait;
use base::{PersoonId, Timestamp};
use storage::{
    Aangeschreven, Aankondiging, Append, Bezoek, Handeling, Mailkeuze, Notices, StorageError, StreamId,
    Wachtende, limits,
};

use crate::acts;
use crate::db::{Conn, DbError, args};
use crate::numbers::lock_acts;
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

/// What is looked at again within this is one look.
const AT_ONCE: Duration = Duration::from_mins(1);

statements! {
    CHOOSE = "INSERT INTO mailkeuze (account, e_mail, sinds, laatst) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account) DO UPDATE SET e_mail = excluded.e_mail, sinds = excluded.sinds";
    CHOICE = "SELECT account, e_mail, sinds, laatst FROM mailkeuze WHERE account = $1";
    STOP = "DELETE FROM mailkeuze WHERE account = $1";
    /// What came while an older one waits is told with it, and is not done when only the older one was sent.
    TELL = "INSERT INTO mailwacht (account, stream, sinds, pogingen, volgende)
        SELECT account, CAST($2 AS TEXT), CAST($3 AS BIGINT), 0, CAST($4 AS BIGINT) FROM mailkeuze
        WHERE account = $1
        ON CONFLICT (account, stream) DO UPDATE SET sinds = excluded.sinds";
    TELL_ROL = "INSERT INTO mailwacht (account, stream, sinds, pogingen, volgende)
        SELECT DISTINCT k.account, CAST($4 AS TEXT), CAST($5 AS BIGINT), 0, CAST($6 AS BIGINT)
        FROM rol r JOIN mailkeuze k ON k.account = r.account
        WHERE r.organisatie = $1 AND r.rol = $2 AND r.van <= $3 AND (r.tot IS NULL OR r.tot > $3)
        ON CONFLICT (account, stream) DO UPDATE SET sinds = excluded.sinds";
    FORGET_STREAM = "DELETE FROM mailwacht WHERE stream = $1";
    FORGET = "DELETE FROM mailwacht WHERE account = $1";
    /// A stream is `dossier/` with the number of the file.
    SEEN = "DELETE FROM mailwacht WHERE volgende <= $1 AND stream LIKE 'dossier/%' AND EXISTS (
        SELECT 1 FROM inzage i WHERE i.dossier = SUBSTR(mailwacht.stream, 9)
        AND i.persoon = mailwacht.account AND i.at > mailwacht.sinds)";
    WAITING = "SELECT w.account, k.e_mail, a.taal, a.geblokkeerd_op, MAX(w.pogingen)
        FROM mailwacht w JOIN mailkeuze k ON k.account = w.account JOIN account a ON a.id = w.account
        WHERE w.volgende <= $1
        GROUP BY w.account, k.e_mail, a.taal, a.geblokkeerd_op ORDER BY MIN(w.sinds), w.account LIMIT $2";
    STREAMS = "SELECT stream FROM mailwacht WHERE account = $1 ORDER BY stream";
    CLAIM = "UPDATE mailkeuze SET laatst = $2 WHERE account = $1 AND (laatst IS NULL OR laatst < $3)";
    UNCLAIM = "UPDATE mailkeuze SET laatst = NULL WHERE account = $1";
    SENT = "DELETE FROM mailwacht WHERE account = $1 AND sinds <= $2";
    POSTPONE = "UPDATE mailwacht SET volgende = $2 WHERE account = $1";
    VISITED = "SELECT laatst, vorige FROM bezoek WHERE persoon = $1 AND rol = $2 AND organisatie = $3";
    VISIT = "INSERT INTO bezoek (persoon, rol, organisatie, laatst, vorige) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (persoon, rol, organisatie) DO UPDATE SET laatst = excluded.laatst, vorige = excluded.vorige";
    FAILED = "UPDATE mailwacht SET volgende = $2, pogingen = pogingen + 1 WHERE account = $1";
}

/// What an append means for notices, in its transaction.
pub(crate) async fn announce(conn: &mut Conn, append: &Append) -> Result<(), DbError> {
    let (told, due) = match &append.aankondiging {
        Aankondiging::Nooit => return conn.execute(FORGET_STREAM, args![&append.stream]).await.map(|_| ()),
        Aankondiging::Aan { wie, vanaf } => (wie, *vanaf),
    };
    for each in told {
        match each {
            Aangeschreven::Persoon(account) => {
                conn.execute(TELL, args![account, &append.stream, append.recorded_at, due]).await?;
            }
            Aangeschreven::Rol { rol, organisatie, on } => {
                let args = args![organisatie, rol, *on, &append.stream, append.recorded_at, due];
                conn.execute(TELL_ROL, args).await?;
            }
        }
    }
    Ok(())
}

fn read_choice(row: &Row) -> Result<Mailkeuze, StorageError> {
    let mut row = row.read("mailkeuze");
    Ok(Mailkeuze {
        account: row.parse("account")?,
        e_mail: row.text("e_mail")?,
        sinds: row.at("sinds")?,
        laatst: row.opt_at("laatst")?,
    })
}

fn read_waiting(row: &Row) -> Result<Wachtende, StorageError> {
    let mut row = row.read("mailwacht");
    Ok(Wachtende {
        account: row.parse("account")?,
        e_mail: row.text("e_mail")?,
        taal: row.opt_text("taal")?,
        geblokkeerd: row.opt_at("geblokkeerd_op")?.is_some(),
        pogingen: row.small("pogingen")?,
    })
}

#[async_trait]
impl Notices for SqlStorage {
    async fn choose_mail(&self, keuze: &Mailkeuze, log: &Handeling) -> Result<(), StorageError> {
        at_most("address", keuze.e_mail.len(), limits::TEXT_BYTES)?;
        acts::check(log)?;
        let (keuze, log, secrets) = (keuze.clone(), log.clone(), self.secrets().await);
        let write = self.db.write(move |conn| {
            Box::pin(async move {
                // Before the row of the account is held, as every act does: two that take them in another order wait for ever.
                lock_acts(conn).await?;
                let Mailkeuze { account, e_mail, sinds, laatst } = &keuze;
                conn.execute(CHOOSE, args![account, e_mail, *sinds, *laatst]).await?;
                acts::add(conn, &secrets.marks, &log, &[]).await
            })
        });
        Ok(write.await?)
    }

    async fn mail_choice(&self, account: &PersoonId) -> Result<Option<Mailkeuze>, StorageError> {
        self.db.read().await?.row(CHOICE, args![account]).await?.as_ref().map(read_choice).transpose()
    }

    async fn stop_mail(&self, account: &PersoonId, log: &Handeling) -> Result<bool, StorageError> {
        acts::check(log)?;
        let (account, log, secrets) = (account.clone(), log.clone(), self.secrets().await);
        let write = self.db.write(move |conn| {
            Box::pin(async move {
                lock_acts(conn).await?;
                conn.execute(FORGET, args![&account]).await?;
                if conn.execute(STOP, args![&account]).await? == 0 {
                    return Ok(false);
                }
                acts::add(conn, &secrets.marks, &log, &[]).await?;
                Ok::<_, DbError>(true)
            })
        });
        Ok(write.await?)
    }

    async fn waiting_mail(&self, at: Timestamp, limit: u32) -> Result<Vec<Wachtende>, StorageError> {
        let args = args![at, limit.min(limits::SCAN_ROWS)];
        self.db.read().await?.rows(WAITING, args).await?.iter().map(read_waiting).collect()
    }

    async fn claim_mail(
        &self,
        account: &PersoonId,
        at: Timestamp,
        since: Timestamp,
    ) -> Result<bool, StorageError> {
        Ok(self.db.execute(CLAIM, args![account, at, since]).await? > 0)
    }

    async fn mail_sent(&self, account: &PersoonId, at: Timestamp) -> Result<(), StorageError> {
        self.db.execute(SENT, args![account, at]).await.map(|_| ())
    }

    async fn postpone_mail(&self, account: &PersoonId, until: Timestamp) -> Result<(), StorageError> {
        self.db.execute(POSTPONE, args![account, until]).await.map(|_| ())
    }

    async fn mail_failed(&self, account: &PersoonId, again: Timestamp) -> Result<(), StorageError> {
        let account = account.clone();
        let write = self.db.write(move |conn| {
            Box::pin(async move {
                conn.execute(UNCLAIM, args![&account]).await?;
                conn.execute(FAILED, args![&account, again]).await?;
                Ok::<_, DbError>(())
            })
        });
        Ok(write.await?)
    }

    async fn drop_seen_mail(&self, at: Timestamp) -> Result<u64, StorageError> {
        Ok(self.db.execute(SEEN, args![at]).await?)
    }

    async fn mail_streams(&self, account: &PersoonId) -> Result<Vec<StreamId>, StorageError> {
        let rows = self.db.read().await?.rows(STREAMS, args![account]).await?;
        rows.iter().map(|row| row.read("mailwacht").parse("stream")).collect()
    }

    async fn drop_mail(&self, account: &PersoonId) -> Result<(), StorageError> {
        self.db.execute(FORGET, args![account]).await.map(|_| ())
    }

    async fn visit(&self, bezoek: &Bezoek, apart: Timestamp) -> Result<Option<Timestamp>, StorageError> {
        let Bezoek { persoon, rol, organisatie, at } = bezoek;
        let found = self.db.read().await?.row(VISITED, args![persoon, rol, organisatie]).await?;
        let mut before = None;
        if let Some(row) = found {
            let mut row = row.read("bezoek");
            let (laatst, vorige) = (row.at("laatst")?, row.opt_at("vorige")?);
            before = if laatst <= apart { Some(laatst) } else { vorige };
            // Looking twice in a moment is written down once: nobody waits for the disk to see a list again.
            if laatst <= *at && *at < laatst + AT_ONCE {
                return Ok(before);
            }
        }
        self.db.execute(VISIT, args![persoon, rol, organisatie, *at, before]).await?;
        Ok(before)
    }
}
