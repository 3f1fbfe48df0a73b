//! Accounts and roles, and the log of who changed them.

use async_trait::async_trait;
use base::{Date, OrganisatieId, PersoonId, Timestamp};

use crate::error::StorageError;
use crate::ids::Actor;
use crate::queries::{Direction, Page, Rows};

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The person.
    pub id: PersoonId,
    /// Name as shown to colleagues and, in the read log, to parents.
    pub naam: String,
    /// E-mail address, lower case without spaces around it; unique.
    pub e_mail: String,
    /// Password as an argon2 string; `None` until one is chosen.
    pub wachtwoord: Option<String>,
    /// When it was made.
    pub aangemaakt_op: Timestamp,
    /// Since when it is blocked.
    pub geblokkeerd_op: Option<Timestamp>,
    /// Code of the language that its person chose to read in; `None` until one is chosen.
    pub taal: Option<String>,
}

impl Account {
    /// The form in which addresses are compared and kept.
    pub fn normalise_e_mail(address: &str) -> String {
        address.trim().to_lowercase()
    }
}

/// A role of a person at an organisation for some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rol {
    /// Number of the assignment; 0 before it is stored.
    pub id: u64,
    /// The person.
    pub account: PersoonId,
    /// The role, a code of the access matrix.
    pub rol: String,
    /// The organisation.
    pub organisatie: OrganisatieId,
    /// Only children of this group, for a teacher.
    pub groep: Option<String>,
    /// First day.
    pub van: Date,
    /// First day on which it no longer holds.
    pub tot: Option<Date>,
    /// As which expert, where somebody recorded it.
    pub vak: Option<Vak>,
}

/// As which expert somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vak {
    /// The discipline, a code.
    pub discipline: String,
    /// Number of the registration, with the name of the register; empty where nobody saw one.
    pub registratie: String,
}

impl Rol {
    /// Whether the role holds on a date.
    pub fn holds_on(&self, on: Date) -> bool {
        self.van <= on && self.tot.is_none_or(|tot| on < tot)
    }
}

/// A role that an administrator offers to somebody of elsewhere: it is held once that person says yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rolvoorstel {
    /// Number of the offer.
    pub id: u64,
    /// The role as it was offered; its number is 0.
    pub rol: Rol,
    /// When.
    pub gedaan_op: Timestamp,
}

/// What came of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voorstelantwoord<'r> {
    /// Its person said yes: the role as it is held from now on.
    Aanvaard(&'r Rol),
    /// Its person said no.
    Afgewezen,
    /// Whoever offered it took it back.
    Ingetrokken,
}

impl Voorstelantwoord<'_> {
    /// The code in the store.
    pub fn code(self) -> &'static str {
        match self {
            Self::Aanvaard(_) => "aanvaard",
            Self::Afgewezen => "afgewezen",
            Self::Ingetrokken => "ingetrokken",
        }
    }
}

/// An act on accounts, roles or keys: written together with what it did, in a chain that only the program can make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handeling {
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the command line of the machine itself, and for who acts in no role yet.
    pub door: Option<Actor>,
    /// The organisation in whose log it stands; `None` where it is about none.
    pub organisatie: Option<OrganisatieId>,
    /// What: `account_gemaakt`, `rol_gegeven` …
    pub handeling: String,
    /// To whom or what: the id of an account, an organisation or a key.
    pub onderwerp: String,
    /// Details in a few words, without secrets.
    pub toelichting: String,
}

/// Whether somebody can sign in with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountStand {
    /// Yes.
    Actief,
    /// Not before choosing a password.
    ZonderWachtwoord,
    /// Not while it is blocked.
    Geblokkeerd,
}

impl AccountStand {
    /// Every value, for menus and tests.
    pub const ALL: [Self; 3] = [Self::Actief, Self::ZonderWachtwoord, Self::Geblokkeerd];

    /// The code in queries and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Actief => "actief",
            Self::ZonderWachtwoord => "zonder_wachtwoord",
            Self::Geblokkeerd => "geblokkeerd",
        }
    }

    /// The value with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stand| stand.code() == code)
    }
}

/// By what accounts are sorted; the id decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AccountSort {
    /// Name.
    #[default]
    Naam,
    /// E-mail address.
    EMail,
    /// Whether somebody can sign in with it.
    Stand,
}

impl AccountSort {
    /// Every column, for menus and tests.
    pub const ALL: [Self; 3] = [Self::Naam, Self::EMail, Self::Stand];
}

/// A question for the accounts with a role at an organisation on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountQuery {
    /// The organisation.
    pub organisatie: OrganisatieId,
    /// The date.
    pub on: Date,
    /// Only with this role there.
    pub rol: Option<String>,
    /// Only those that stand like this.
    pub stand: Option<AccountStand>,
    /// Sorted by.
    pub sort: AccountSort,
    /// Direction.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

impl AccountQuery {
    /// Everybody with a role at an organisation on a date, in order of name.
    pub fn all(organisatie: OrganisatieId, on: Date, page: Page) -> Self {
        Self {
            organisatie,
            on,
            rol: None,
            stand: None,
            sort: AccountSort::default(),
            direction: Direction::Up,
            page,
        }
    }
}

/// An account in the list of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    /// The account; without its password.
    pub account: Account,
    /// Whether somebody can sign in with it.
    pub stand: AccountStand,
    /// Its roles at that organisation that hold on the date.
    pub rollen: Vec<Rol>,
}

/// A question for the log of acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandelingQuery {
    /// Only those in the log of this organisation.
    pub organisatie: Option<OrganisatieId>,
    /// Only of this kind.
    pub handeling: Option<String>,
    /// Only those of this person, and those with the account of this person.
    pub persoon: Option<PersoonId>,
    /// Only at or after this instant.
    pub van: Option<Timestamp>,
    /// Only before this instant.
    pub tot: Option<Timestamp>,
    /// The oldest first, or the newest.
    pub direction: Direction,
    /// Which part.
    pub page: Page,
}

impl HandelingQuery {
    /// Every act, newest first.
    pub fn all(page: Page) -> Self {
        Self {
            organisatie: None,
            handeling: None,
            persoon: None,
            van: None,
            tot: None,
            direction: Direction::Down,
            page,
        }
    }

    /// Every act in the log of an organisation, newest first.
    pub fn of(organisatie: OrganisatieId, page: Page) -> Self {
        Self { organisatie: Some(organisatie), ..Self::all(page) }
    }
}

/// The accounts. What changes one takes the [`Handeling`] that is logged with it, together or not
/// at all.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Makes an account. [`StorageError::Taken`] when the id or the address is in use.
    async fn create_account(&self, account: &Account, log: &Handeling) -> Result<(), StorageError>;

    /// The account of a person.
    async fn account(&self, id: &PersoonId) -> Result<Option<Account>, StorageError>;

    /// The account with an address, in any spelling of case.
    async fn account_by_e_mail(&self, e_mail: &str) -> Result<Option<Account>, StorageError>;

    /// Replaces name, address, password and block of an account, not its language; `false` when there is none.
    async fn update_account(&self, account: &Account, log: &Handeling) -> Result<bool, StorageError>;

    /// Sets the language in which its person reads; `false` when there is no such account.
    async fn choose_taal(&self, id: &PersoonId, taal: &str, log: &Handeling) -> Result<bool, StorageError>;

    /// Gives a role, once; returns the number of the assignment. A role that the account holds on all those days at that
    /// organisation and for that group is the one it keeps, also when several give it at the same moment, so that ending
    /// it ends it; one without an end that would begin later begins then.
    async fn add_rol(&self, rol: &Rol, log: &Handeling) -> Result<u64, StorageError>;

    /// Ends a role on a date; `false` when there is no such role.
    async fn end_rol(&self, id: u64, tot: Date, log: &Handeling) -> Result<bool, StorageError>;

    /// Records as which expert a role is held, or forgets it; `false` when there is no such role.
    async fn set_vak(&self, id: u64, vak: Option<&Vak>, log: &Handeling) -> Result<bool, StorageError>;

    /// All roles of a person, past and future ones too, in order of start.
    async fn rollen(&self, account: &PersoonId) -> Result<Vec<Rol>, StorageError>;

    /// Offers a role; returns the number of the offer. The same one that is open already stands.
    async fn offer_rol(&self, rol: &Rol, log: &Handeling) -> Result<u64, StorageError>;

    /// The offers to a person that have no answer yet, in order.
    async fn voorstellen(&self, account: &PersoonId) -> Result<Vec<Rolvoorstel>, StorageError>;

    /// The offers of an organisation that have no answer yet, in order.
    async fn voorstellen_of(&self, organisatie: &OrganisatieId) -> Result<Vec<Rolvoorstel>, StorageError>;

    /// Answers an offer, once, and gives the role with a yes; `false` when there is none or it has an answer already.
    async fn answer_voorstel(
        &self,
        id: u64,
        antwoord: Voorstelantwoord<'_>,
        log: &Handeling,
    ) -> Result<bool, StorageError>;

    /// Which roles somebody holds at an organisation on a day who can get in: whose account is not closed.
    async fn vervulde_rollen(
        &self,
        organisatie: &OrganisatieId,
        on: Date,
    ) -> Result<Vec<String>, StorageError>;

    /// The accounts with a role at an organisation on a date.
    async fn accounts_of(&self, query: &AccountQuery) -> Result<Rows<AccountPage>, StorageError>;

    /// Records an act that changes nothing here.
    async fn log_handeling(&self, log: &Handeling) -> Result<(), StorageError>;

    /// The acts that are asked for, in the order in which they were written.
    async fn handelingen(&self, query: &HandelingQuery) -> Result<Rows<Handeling>, StorageError>;
}
