//! Roles that were offered and wait for a yes.

use base::{OrganisatieId, PersoonId};
use crypto::Secret;
use storage::{Handeling, Rol, Rolvoorstel, StorageError, Voorstelantwoord, limits};

use crate::accounts::hold;
use crate::acts::{self, Touched};
use crate::db::{Conn, args};
use crate::numbers::{Source, lock_acts, next_number};
use crate::row::Row;
use crate::tokens::statements;
use crate::{SqlStorage, at_most};

statements! {
    ADD = "INSERT INTO rolvoorstel (id, account, rol, organisatie, groep, van, tot, gedaan_op)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OPEN = "SELECT id, account, rol, organisatie, groep, van, tot, gedaan_op FROM rolvoorstel
        WHERE account = $1 AND rol = $2 AND organisatie = $3 AND COALESCE(groep, '') = $4
        AND beantwoord_op IS NULL ORDER BY id LIMIT 1";
    OF_ACCOUNT = "SELECT id, account, rol, organisatie, groep, van, tot, gedaan_op FROM rolvoorstel
        WHERE account = $1 AND beantwoord_op IS NULL ORDER BY id";
    OF_ORGANISATIE = "SELECT id, account, rol, organisatie, groep, van, tot, gedaan_op FROM rolvoorstel
        WHERE organisatie = $1 AND beantwoord_op IS NULL ORDER BY id";
    ANSWER = "UPDATE rolvoorstel SET beantwoord_op = $2, antwoord = $3
        WHERE id = $1 AND beantwoord_op IS NULL";
}

fn read(row: &Row) -> Result<Rolvoorstel, StorageError> {
    let mut row = row.read("rolvoorstel");
    Ok(Rolvoorstel {
        id: row.count("id")?,
        rol: Rol {
            id: 0,
            account: row.parse("account")?,
            rol: row.text("rol")?,
            organisatie: row.parse("organisatie")?,
            groep: row.opt_text("groep")?,
            van: row.date("van")?,
            tot: row.opt_date("tot")?,
            vak: None,
        },
        gedaan_op: row.at("gedaan_op")?,
    })
}

/// Offers a role once: one that is open already stands.
pub(crate) async fn offer(store: &SqlStorage, rol: &Rol, log: &Handeling) -> Result<u64, StorageError> {
    acts::check(log)?;
    at_most("role", rol.rol.len(), limits::CODE_BYTES)?;
    let (rol, log, secrets) = (rol.clone(), log.clone(), store.secrets().await);
    let write =
        store.db.write(move |conn| Box::pin(async move { add(conn, &secrets.marks, &rol, &log).await }));
    write.await
}

async fn add(conn: &mut Conn, marks: &Secret, rol: &Rol, log: &Handeling) -> Result<u64, StorageError> {
    // Whoever offers this account a role at the same moment waits.
    lock_acts(conn).await?;
    let groep = rol.groep.as_deref().unwrap_or_default();
    let same = args![&rol.account, &rol.rol, &rol.organisatie, groep];
    if let Some(open) = conn.row(OPEN, same).await?.as_ref().map(read).transpose()? {
        return Ok(open.id);
    }
    let id = next_number(conn, Source::Rolvoorstel).await?;
    let found = acts::find(conn, marks, Touched::Voorstel(id)).await?;
    let args = args![id, &rol.account, &rol.rol, &rol.organisatie, &rol.groep, rol.van, rol.tot, log.at];
    conn.execute(ADD, args).await?;
    acts::add(conn, marks, log, &[found]).await?;
    u64::try_from(id).map_err(|_| StorageError::inconsistent("rolvoorstel", "id", &id))
}

/// The open offers to a person.
pub(crate) async fn to(store: &SqlStorage, account: &PersoonId) -> Result<Vec<Rolvoorstel>, StorageError> {
    store.db.read().await?.rows(OF_ACCOUNT, args![account]).await?.iter().map(read).collect()
}

/// The open offers of an organisation.
pub(crate) async fn of(
    store: &SqlStorage,
    organisatie: &OrganisatieId,
) -> Result<Vec<Rolvoorstel>, StorageError> {
    store.db.read().await?.rows(OF_ORGANISATIE, args![organisatie]).await?.iter().map(read).collect()
}

/// Answers an offer, once; a yes gives the role in the same write.
pub(crate) async fn answer(
    store: &SqlStorage,
    id: u64,
    antwoord: Voorstelantwoord<'_>,
    log: &Handeling,
) -> Result<bool, StorageError> {
    acts::check(log)?;
    let Ok(number) = i64::try_from(id) else { return Ok(false) };
    let code = antwoord.code();
    let rol = match antwoord {
        Voorstelantwoord::Aanvaard(rol) => Some(rol.clone()),
        Voorstelantwoord::Afgewezen | Voorstelantwoord::Ingetrokken => None,
    };
    let (log, secrets) = (log.clone(), store.secrets().await);
    let write = store.db.write(move |conn| {
        Box::pin(async move {
            let mut changed = vec![acts::find(conn, &secrets.marks, Touched::Voorstel(number)).await?];
            if conn.execute(ANSWER, args![number, log.at, code]).await? == 0 {
                return Ok(false);
            }
            if let Some(rol) = rol {
                changed.push(hold(conn, &secrets.marks, &rol).await?.found);
            }
            acts::add(conn, &secrets.marks, &log, &changed).await?;
            Ok::<_, StorageError>(true)
        })
    });
    write.await
}
