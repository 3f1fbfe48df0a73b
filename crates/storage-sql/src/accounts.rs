//! Accounts, roles and the log of who changed them.

use async_trait::async_trait;
use base::{Date, OrganisatieId, PersoonId};
use crypto::Secret;
use storage::{
    Account, AccountPage, AccountQuery, AccountSort, AccountStand, Accounts, Actor, Direction, Handeling,
    HandelingQuery, Rol, Rolvoorstel, Rows, StorageError, Vak, Voorstelantwoord, limits,
};

use crate::acts::{self, Found, Touched, execute_logged};
use crate::db::{Arg, Conn, DbError, args};
use crate::numbers::{Source, lock_acts, next_number};
use crate::page::Listing;
use crate::row::{Reader, Row};
use crate::tokens::statements;
use crate::{SqlStorage, at_most, offers};

/// How an account stands, as the code of [`AccountStand`].
macro_rules! stand {
    () => {
        "CASE WHEN a.geblokkeerd_op IS NOT NULL THEN 'geblokkeerd'
            WHEN a.wachtwoord IS NULL THEN 'zonder_wachtwoord' ELSE 'actief' END"
    };
}

/// Accounts with a role at organisation 1 on day 2; parameters 3 and 4 are the filter. From the roles to the accounts:
/// asked of each account it walked over those of the whole country.
macro_rules! with_rol {
    () => {
        concat!(
            " FROM account a WHERE a.id IN (SELECT r.account FROM rol r WHERE r.organisatie = $1
            AND r.van <= $2 AND (r.tot IS NULL OR r.tot > $2)
            AND (CAST($3 AS TEXT) IS NULL OR r.rol = $3)) AND (CAST($4 AS TEXT) IS NULL OR ",
            stand!(),
            " = $4)"
        )
    };
}

statements! {
    ADD = "INSERT INTO account (id, naam, e_mail, wachtwoord, aangemaakt_op, geblokkeerd_op, taal)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    FIND = "SELECT id, naam, e_mail, wachtwoord, aangemaakt_op, geblokkeerd_op, taal FROM account
        WHERE id = $1";
    FIND_BY_E_MAIL = "SELECT id, naam, e_mail, wachtwoord, aangemaakt_op, geblokkeerd_op, taal
        FROM account WHERE e_mail = $1";
    CHANGE = "UPDATE account SET naam = $2, e_mail = $3, wachtwoord = $4, geblokkeerd_op = $5 WHERE id = $1";
    CHOOSE_TAAL = "UPDATE account SET taal = $2 WHERE id = $1";
    ADD_ROL = "INSERT INTO rol (id, account, rol, organisatie, groep, van, tot)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The same role that covers the days of a new one, or has no end either.
    HELD = "SELECT id, account, rol, organisatie, groep, van, tot, discipline, registratie FROM rol
        WHERE account = $1 AND rol = $2 AND organisatie = $3 AND COALESCE(groep, '') = $4
        AND ((tot IS NULL AND CAST($6 AS TEXT) IS NULL)
            OR (van <= $5 AND (tot IS NULL OR tot >= CAST($6 AS TEXT))))
        ORDER BY van, id LIMIT 1";
    BEGIN_EARLIER = "UPDATE rol SET van = $2 WHERE id = $1";
    END_ROL = "UPDATE rol SET tot = $2 WHERE id = $1";
    SET_VAK = "UPDATE rol SET discipline = $2, registratie = $3 WHERE id = $1";
    ROLLEN = "SELECT id, account, rol, organisatie, groep, van, tot, discipline, registratie FROM rol WHERE account = $1
        ORDER BY van, id";
    HELD_AT = "SELECT DISTINCT r.rol FROM rol r JOIN account a ON a.id = r.account WHERE r.organisatie = $1
        AND r.van <= $2 AND (r.tot IS NULL OR r.tot > $2) AND a.geblokkeerd_op IS NULL ORDER BY r.rol";
    COUNT_OF_ORGANISATIE = concat!("SELECT COUNT(*)", with_rol!());
    ROLLEN_AT = "SELECT id, account, rol, organisatie, groep, van, tot, discipline, registratie FROM rol
        WHERE account = $1 AND organisatie = $2 AND van <= $3 AND (tot IS NULL OR tot > $3)
        ORDER BY van, id";
}

/// The accounts of an organisation without their order and page. Their passwords stay where they are.
const OF_ORGANISATIE: &str = concat!(
    "SELECT a.id, a.naam, a.e_mail, CAST(NULL AS TEXT), a.aangemaakt_op, a.geblokkeerd_op, a.taal, ",
    stand!(),
    with_rol!()
);

fn sorted(sort: AccountSort, direction: Direction) -> String {
    let column = match sort {
        AccountSort::Naam => "a.naam",
        AccountSort::EMail => "a.e_mail",
        AccountSort::Stand => stand!(),
    };
    let way = crate::lists::way(direction);
    format!("{OF_ORGANISATIE} ORDER BY {column} {way}, a.naam, a.id LIMIT $5 OFFSET $6")
}

/// What is told of an act.
const ACTS: &str = "SELECT id, at, persoon, rol, organisatie, COALESCE(plaats, organisatie), handeling, onderwerp, toelichting";

/// Which acts are asked for, by the filters that are given: a condition that holds also without its filter would make the
/// database read the whole log, which is kept for ever.
fn acts_asked(query: &HandelingQuery) -> (String, Vec<Arg<'_>>) {
    let filters: [(&str, Option<Arg<'_>>); 5] = [
        ("COALESCE(plaats, organisatie) = {}", query.organisatie.as_ref().map(Arg::from)),
        ("handeling = {}", query.handeling.as_ref().map(Arg::from)),
        ("(persoon = {} OR onderwerp = {})", query.persoon.as_ref().map(Arg::from)),
        ("at >= {}", query.van.map(Arg::from)),
        ("at < {}", query.tot.map(Arg::from)),
    ];
    let (mut text, mut args) = (" FROM handeling".to_owned(), Vec::new());
    for (condition, arg) in filters {
        let Some(arg) = arg else { continue };
        text.push_str(if args.is_empty() { " WHERE " } else { " AND " });
        args.push(arg);
        text.push_str(&condition.replace("{}", &format!("${}", args.len())));
    }
    (text, args)
}

/// A page of the acts that are asked for, in the order in which they were written.
fn acts_in_order(asked: &str, filters: usize, direction: Direction) -> String {
    let way = crate::lists::way(direction);
    format!("{ACTS}{asked} ORDER BY id {way} LIMIT ${} OFFSET ${}", filters + 1, filters + 2)
}

/// Every question for the log of acts: each filter given or not.
#[cfg(test)]
fn act_queries() -> Vec<HandelingQuery> {
    let text = |given: bool, text: &str| given.then(|| text.to_owned());
    let at = |given: bool| given.then_some(base::Timestamp::UNIX_EPOCH);
    let each = (0_u32..32).map(|bits| [1, 2, 4, 8, 16].map(|bit| bits & bit != 0));
    each.map(|[organisatie, handeling, persoon, van, tot]| HandelingQuery {
        organisatie: organisatie.then(|| "school/99ZZ00".parse().unwrap()),
        handeling: text(handeling, "aangemeld"),
        persoon: persoon.then(|| "p-1".parse().unwrap()),
        van: at(van),
        tot: at(tot),
        ..HandelingQuery::all(storage::Page::first(1))
    })
    .collect()
}

/// The texts for the log of acts of one organisation: a page, and how many there are.
#[cfg(test)]
pub(crate) fn act_texts() -> Vec<(HandelingQuery, String)> {
    let mut texts = Vec::new();
    for query in act_queries() {
        let (asked, args) = acts_asked(&query);
        let pages = [Direction::Up, Direction::Down].map(|way| acts_in_order(&asked, args.len(), way));
        let filters = query.clone();
        texts.extend(
            pages.into_iter().chain([format!("SELECT COUNT(*){asked}")]).map(|sql| (filters.clone(), sql)),
        );
    }
    texts
}

/// Every text that the lists of accounts and of acts can have.
#[cfg(test)]
pub(crate) fn variants() -> Vec<String> {
    crate::lists::each_way(AccountSort::ALL, sorted)
        .chain(act_texts().into_iter().map(|(_, sql)| sql))
        .collect()
}

/// A value that must be unique was in use.
pub(crate) fn taken(what: &'static str) -> impl Fn(DbError) -> StorageError {
    move |error| match error {
        DbError::Unique => StorageError::Taken { what },
        DbError::Storage(error) => error,
    }
}

fn read_account(row: &Row) -> Result<Account, StorageError> {
    read_account_of(&mut row.read("account"))
}

fn read_account_of(row: &mut Reader<'_>) -> Result<Account, StorageError> {
    Ok(Account {
        id: row.parse("id")?,
        naam: row.text("naam")?,
        e_mail: row.text("e_mail")?,
        wachtwoord: row.opt_text("wachtwoord")?,
        aangemaakt_op: row.at("aangemaakt_op")?,
        geblokkeerd_op: row.opt_at("geblokkeerd_op")?,
        taal: row.opt_text("taal")?,
    })
}

/// An account of [`OF_ORGANISATIE`], whose roles are still to be looked up.
fn read_listed(row: &Row) -> Result<AccountPage, StorageError> {
    let mut row = row.read("account");
    let account = read_account_of(&mut row)?;
    let stand = row.known("stand", AccountStand::from_code)?;
    Ok(AccountPage { account, stand, rollen: Vec::new() })
}

fn read_rol(row: &Row) -> Result<Rol, StorageError> {
    let mut row = row.read("rol");
    Ok(Rol {
        id: row.count("id")?,
        account: row.parse("account")?,
        rol: row.text("rol")?,
        organisatie: row.parse("organisatie")?,
        groep: row.opt_text("groep")?,
        van: row.date("van")?,
        tot: row.opt_date("tot")?,
        vak: row
            .opt_text("discipline")?
            .map(|discipline| {
                Ok::<_, StorageError>(Vak {
                    discipline,
                    registratie: row.opt_text("registratie")?.unwrap_or_default(),
                })
            })
            .transpose()?,
    })
}

fn read_handeling(row: &Row) -> Result<Handeling, StorageError> {
    let mut row = row.read("handeling");
    row.int("id")?;
    let at = row.at("at")?;
    let (persoon, rol, organisatie) =
        (row.opt_parse("persoon")?, row.opt_text("rol")?, row.opt_parse("organisatie")?);
    let door = persoon.zip(rol).zip(organisatie);
    let door = door.map(|((persoon, rol), organisatie)| Actor { persoon, rol, organisatie });
    Ok(Handeling {
        at,
        door,
        organisatie: row.opt_parse("plaats")?,
        handeling: row.text("handeling")?,
        onderwerp: row.text("onderwerp")?,
        toelichting: row.text("toelichting")?,
    })
}

/// What fits for a new account.
pub(crate) fn check_new(account: &Account, log: &Handeling) -> Result<(), StorageError> {
    acts::check(log)?;
    at_most("name of an account", account.naam.len().max(account.e_mail.len()), limits::TEXT_BYTES)
}

/// Adds an account, with the line that says so.
pub(crate) async fn insert(
    conn: &mut Conn,
    marks: &Secret,
    account: &Account,
    log: &Handeling,
) -> Result<(), DbError> {
    let args = args![
        &account.id,
        &account.naam,
        Account::normalise_e_mail(&account.e_mail),
        &account.wachtwoord,
        account.aangemaakt_op,
        account.geblokkeerd_op,
        &account.taal,
    ];
    let found = acts::find(conn, marks, account_of(&account.id)).await?;
    conn.execute(ADD, args).await?;
    acts::add(conn, marks, log, &[found]).await
}

fn account_of(id: &PersoonId) -> Touched {
    Touched::Account(id.to_string())
}

/// A role that is held.
pub(crate) struct Held {
    id: i64,
    /// How it was before.
    pub(crate) found: Found,
    changed: bool,
}

/// Sees to it that a role is held, once: who holds it on all those days already holds it as it is, and one that would begin
/// later begins then.
pub(crate) async fn hold(conn: &mut Conn, marks: &Secret, rol: &Rol) -> Result<Held, StorageError> {
    // Whoever gives this account a role at the same moment waits.
    lock_acts(conn).await?;
    let groep = rol.groep.as_deref().unwrap_or_default();
    let same = args![&rol.account, &rol.rol, &rol.organisatie, groep, rol.van, rol.tot];
    if let Some(held) = conn.row(HELD, same).await?.as_ref().map(read_rol).transpose()? {
        let id = i64::try_from(held.id).map_err(|_| StorageError::inconsistent("rol", "id", &held.id))?;
        let found = acts::find(conn, marks, Touched::Rol(id)).await?;
        let changed = rol.van < held.van;
        if changed {
            conn.execute(BEGIN_EARLIER, args![id, rol.van]).await?;
        }
        return Ok(Held { id, found, changed });
    }
    let id = next_number(conn, Source::Rol).await?;
    let args = args![id, &rol.account, &rol.rol, &rol.organisatie, &rol.groep, rol.van, rol.tot];
    let found = acts::find(conn, marks, Touched::Rol(id)).await?;
    conn.execute(ADD_ROL, args).await?;
    Ok(Held { id, found, changed: true })
}

async fn give(conn: &mut Conn, marks: &Secret, rol: &Rol, log: &Handeling) -> Result<u64, StorageError> {
    let Held { id, found, changed } = hold(conn, marks, rol).await?;
    if changed {
        acts::add(conn, marks, log, &[found]).await?;
    }
    u64::try_from(id).map_err(|_| StorageError::inconsistent("rol", "id", &id))
}

#[async_trait]
impl Accounts for SqlStorage {
    async fn create_account(&self, account: &Account, log: &Handeling) -> Result<(), StorageError> {
        check_new(account, log)?;
        let (account, log, secrets) = (account.clone(), log.clone(), self.secrets().await);
        let write = self
            .db
            .write(move |conn| Box::pin(async move { insert(conn, &secrets.marks, &account, &log).await }));
        write.await.map_err(taken("account or e_mail"))
    }

    async fn account(&self, id: &PersoonId) -> Result<Option<Account>, StorageError> {
        let row = self.db.read().await?.row(FIND, args![id]).await?;
        row.as_ref().map(read_account).transpose()
    }

    async fn account_by_e_mail(&self, e_mail: &str) -> Result<Option<Account>, StorageError> {
        let normal = Account::normalise_e_mail(e_mail);
        let row = self.db.read().await?.row(FIND_BY_E_MAIL, args![normal]).await?;
        row.as_ref().map(read_account).transpose()
    }

    async fn update_account(&self, account: &Account, log: &Handeling) -> Result<bool, StorageError> {
        let e_mail = Account::normalise_e_mail(&account.e_mail);
        let args = args![&account.id, &account.naam, e_mail, &account.wachtwoord, account.geblokkeerd_op];
        let touched = execute_logged(self, CHANGE, args, account_of(&account.id), log)
            .await
            .map_err(taken("e_mail"))?;
        Ok(touched > 0)
    }

    async fn choose_taal(&self, id: &PersoonId, taal: &str, log: &Handeling) -> Result<bool, StorageError> {
        at_most("code of a language", taal.len(), limits::CODE_BYTES)?;
        Ok(execute_logged(self, CHOOSE_TAAL, args![id, taal], account_of(id), log).await? > 0)
    }

    async fn add_rol(&self, rol: &Rol, log: &Handeling) -> Result<u64, StorageError> {
        acts::check(log)?;
        at_most("role", rol.rol.len(), limits::CODE_BYTES)?;
        let (rol, log, secrets) = (rol.clone(), log.clone(), self.secrets().await);
        let write =
            self.db.write(move |conn| Box::pin(async move { give(conn, &secrets.marks, &rol, &log).await }));
        write.await
    }

    async fn end_rol(&self, id: u64, tot: Date, log: &Handeling) -> Result<bool, StorageError> {
        let Ok(number) = i64::try_from(id) else { return Ok(false) };
        Ok(execute_logged(self, END_ROL, args![id, tot], Touched::Rol(number), log).await? > 0)
    }

    async fn set_vak(&self, id: u64, vak: Option<&Vak>, log: &Handeling) -> Result<bool, StorageError> {
        let Ok(number) = i64::try_from(id) else { return Ok(false) };
        let discipline = vak.map(|vak| vak.discipline.as_str());
        let registratie = vak.map(|vak| vak.registratie.as_str());
        at_most("discipline", discipline.unwrap_or_default().len(), limits::CODE_BYTES)?;
        at_most("registration", registratie.unwrap_or_default().len(), limits::CODE_BYTES)?;
        let args = args![number, discipline, registratie];
        Ok(execute_logged(self, SET_VAK, args, Touched::Rol(number), log).await? > 0)
    }

    async fn rollen(&self, account: &PersoonId) -> Result<Vec<Rol>, StorageError> {
        self.db.read().await?.rows(ROLLEN, args![account]).await?.iter().map(read_rol).collect()
    }

    async fn offer_rol(&self, rol: &Rol, log: &Handeling) -> Result<u64, StorageError> {
        offers::offer(self, rol, log).await
    }

    async fn voorstellen(&self, account: &PersoonId) -> Result<Vec<Rolvoorstel>, StorageError> {
        offers::to(self, account).await
    }

    async fn voorstellen_of(&self, organisatie: &OrganisatieId) -> Result<Vec<Rolvoorstel>, StorageError> {
        offers::of(self, organisatie).await
    }

    async fn answer_voorstel(
        &self,
        id: u64,
        antwoord: Voorstelantwoord<'_>,
        log: &Handeling,
    ) -> Result<bool, StorageError> {
        offers::answer(self, id, antwoord, log).await
    }

    async fn vervulde_rollen(
        &self,
        organisatie: &OrganisatieId,
        on: Date,
    ) -> Result<Vec<String>, StorageError> {
        let rows = self.db.read().await?.rows(HELD_AT, args![organisatie, on]).await?;
        rows.iter().map(|row| row.read("rol").text("rol")).collect()
    }

    async fn accounts_of(&self, query: &AccountQuery) -> Result<Rows<AccountPage>, StorageError> {
        let mut conn = self.db.read().await?;
        let organisatie = &query.organisatie;
        let args = vec![
            organisatie.into(),
            query.on.into(),
            (&query.rol).into(),
            query.stand.map(AccountStand::code).into(),
        ];
        let page = sorted(query.sort, query.direction).into();
        let listing = Listing { page, count: COUNT_OF_ORGANISATIE.into(), read: read_listed };
        let mut found = listing.ask(&mut conn, args, query.page).await?;
        for row in &mut found.rows {
            let rollen = conn.rows(ROLLEN_AT, args![&row.account.id, organisatie, query.on]).await?;
            row.rollen = rollen.iter().map(read_rol).collect::<Result<_, _>>()?;
        }
        Ok(found)
    }

    async fn log_handeling(&self, log: &Handeling) -> Result<(), StorageError> {
        acts::check(log)?;
        let (log, secrets) = (log.clone(), self.secrets().await);
        let write = self
            .db
            .write(move |conn| Box::pin(async move { acts::add(conn, &secrets.marks, &log, &[]).await }));
        Ok(write.await?)
    }

    async fn handelingen(&self, query: &HandelingQuery) -> Result<Rows<Handeling>, StorageError> {
        let mut conn = self.db.read().await?;
        let (asked, args) = acts_asked(query);
        let page = acts_in_order(&asked, args.len(), query.direction).into();
        let count = format!("SELECT COUNT(*){asked}").into();
        let listing = Listing { page, count, read: read_handeling };
        Ok(listing.ask(&mut conn, args, query.page).await?)
    }
}
