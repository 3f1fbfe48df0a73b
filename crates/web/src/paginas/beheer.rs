//! Accounts: who has access to the data of an organisation, in which role.
//!
//! The address of the list holds codes only: people are not searched by name here, because a name would stand in
//! the address.

use app::AppError;
use app::accounts::{Beheer, Geheim, NieuwAccount, NieuweRol, Ontvanger};
use app::lijst::{AccountPage, AccountQuery, AccountSort, AccountStand, Direction, Page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::routing::{get, post};
use base::PersoonId;
use dossier::Rol;
use dossier::rol::ROLLEN;
use exchange::tabel::Cel;
use web_base::csv::Csv;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{
    Bladeren, Filters, Fouten, Inhoud, Kolom, Label, Labelsoort, Link, Optie, Sorteer, Tabel, Veld,
    short_date,
};
use web_base::pagina::{Pagina, html, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/accounts";

const SORTS: [(&str, AccountSort); 3] =
    [("naam", AccountSort::Naam), ("e_mail", AccountSort::EMail), ("stand", AccountSort::Stand)];

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(accounts).post(give_access))
        .route("/accounts.csv", get(csv))
        .route("/accounts/{account}", get(account))
        .route("/accounts/{account}/rol-beeindigen", post(end_role))
        .route("/accounts/{account}/link", post(new_link))
        .route("/accounts/{account}/blokkeren", post(block))
        .route("/accounts/{account}/deblokkeren", post(unblock))
}

#[derive(Template)]
#[template(path = "paginas/beheer/accounts.html")]
struct Accounts {
    pagina: Pagina,
    fouten: Fouten,
    link: Option<String>,
    voor: String,
    filters: Filters,
    tabel: Tabel,
    velden: Vec<Veld>,
}

/// The filters and order that the address asks for.
fn wanted(vraag: &Vraag, kijker: &Kijker, page: Page) -> Result<AccountQuery, Fout> {
    let organisatie = kijker.kijker.actor.organisatie.clone();
    let (sort, direction) = vraag.order(&SORTS, (AccountSort::Naam, Direction::Up))?;
    Ok(AccountQuery {
        rol: vraag.parse_one::<Rol>("met-rol", "een rol")?.map(|rol| rol.code().to_owned()),
        stand: vraag.code("stand", AccountStand::from_code)?,
        sort,
        direction,
        ..AccountQuery::all(organisatie, kijker.moment.vandaag, page)
    })
}

async fn accounts(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let page = accounts_page(&state, &kijker, &vraag, Ingevuld::empty()).await?;
    show(&page)
}

async fn accounts_page(
    state: &WebState,
    kijker: &Kijker,
    vraag: &Vraag,
    ingevuld: Ingevuld,
) -> Result<Accounts, Fout> {
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    let found = state.app.accounts_of(beheer, &wanted(vraag, kijker, vraag.rows()?)?).await?;
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let kolommen = vec![
        sorted("Naam", "naam").names_row(),
        sorted("E-mailadres", "e_mail"),
        Kolom::text("Rollen"),
        sorted("Stand", "stand"),
    ];
    let empty = "Er is niemand met toegang die hierbij past.";
    let tabel = Tabel::new("Mensen met toegang", kolommen, empty)
        .rows(&found.rows, row)
        .paged(format!("{} in totaal", found.total), Bladeren::by(PATH, vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/accounts.csv"));
    Ok(Accounts {
        pagina: kijker.page("Accounts").with_errors(&ingevuld.fouten),
        link: None,
        voor: String::new(),
        filters: filters(vraag),
        tabel,
        velden: access_fields(&ingevuld),
        fouten: ingevuld.fouten,
    })
}

/// The roles that one can give somebody here.
fn given_roles() -> impl Iterator<Item = (&'static str, &'static str)> {
    let given = ROLLEN.iter().filter(|rol| !matches!(rol, Rol::Ouder | Rol::Leerling | Rol::Beheerder));
    given.map(|rol| (rol.code(), rol.label()))
}

fn filters(vraag: &Vraag) -> Filters {
    let stands = AccountStand::ALL.map(|stand| (stand.code(), in_words(stand)));
    Filters::new("Accounts filteren", PATH)
        // The form below has a field 'rol' of its own.
        .choice(vraag, "met-rol", "Met de rol", given_roles())
        .choice(vraag, "stand", "Stand", stands)
        .ordered(vraag)
}

fn in_words(stand: AccountStand) -> &'static str {
    match stand {
        AccountStand::Actief => "actief",
        AccountStand::ZonderWachtwoord => "nog geen wachtwoord",
        AccountStand::Geblokkeerd => "geblokkeerd",
    }
}

fn row(page: &AccountPage) -> Vec<Inhoud> {
    let roles: Vec<Inhoud> = page.rollen.iter().map(|rol| role_text(rol).into()).collect();
    let soort = match page.stand {
        AccountStand::Actief => Labelsoort::Goed,
        AccountStand::ZonderWachtwoord => Labelsoort::Gauw,
        AccountStand::Geblokkeerd => Labelsoort::Laat,
    };
    let naam = Link::new(page.account.naam.as_str(), format!("{PATH}/{}", page.account.id));
    let stand = Label::new(in_words(page.stand), soort);
    vec![naam.into(), page.account.e_mail.as_str().into(), roles.into(), stand.into()]
}

/// The list as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let query = wanted(&vraag, &kijker, Page::first(0))?;
    let (app, query, actor) = (&state.app, &query, &kijker.kijker.actor);
    let ask = |page| async move {
        app.accounts_of(Beheer::Persoon(actor), &AccountQuery { page, ..query.clone() }).await
    };
    Csv::new("accounts.csv", &["naam", "e_mail", "rollen", "stand"]).of_pages(ask, csv_row).await
}

fn csv_row(page: &AccountPage) -> Vec<Cel> {
    let roles: Vec<String> = page.rollen.iter().map(role_text).collect();
    vec![
        page.account.naam.as_str().into(),
        page.account.e_mail.as_str().into(),
        roles.join(", ").into(),
        in_words(page.stand).into(),
    ]
}

/// A stored role in the words of the pages.
pub(super) fn role_label(code: &str) -> String {
    code.parse::<Rol>().map_or_else(|_| code.to_owned(), |rol| rol.label().to_owned())
}

fn role_text(rol: &app::lijst::Rol) -> String {
    let label = role_label(&rol.rol);
    let groep = rol.groep.as_ref().map(|groep| format!(", groep {groep}")).unwrap_or_default();
    let until = rol.tot.map(|tot| format!(" (tot {})", base::dates::short_nl(tot))).unwrap_or_default();
    format!("{label}{groep}{until}")
}

fn access_fields(ingevuld: &Ingevuld) -> Vec<Veld> {
    let options = given_roles().map(|(code, label)| Optie::new(code, label)).collect();
    vec![
        Veld::text("naam", "Naam").hint("Zoals de naam op brieven staat.").required().filled(ingevuld),
        Veld::e_mail("e_mail", "E-mailadres").required().filled(ingevuld),
        Veld::select("rol", "Rol", options).required().filled(ingevuld),
        Veld::text("groep", "Groep").hint("Alleen voor een leerkracht of mentor.").filled(ingevuld),
    ]
}

async fn give_access(
    State(state): State<WebState>,
    kijker: Kijker,
    headers: HeaderMap,
    formulier: Formulier,
) -> Uitkomst {
    let vraag = Vraag::parse("")?;
    let mut lezer = Lezer::of(&formulier);
    let naam = lezer.required("naam", "Vul een naam in.");
    let e_mail = lezer.required("e_mail", "Vul een e-mailadres in.");
    let rol = lezer.choice("rol", |code| code.parse::<Rol>().ok(), "Kies een rol.");
    let groep = lezer.text("groep");
    let rol = match (lezer.finish_or_show(), rol) {
        (Ok(()), Some(rol)) => rol,
        (Err(ingevuld), _) => return show_refused(&accounts_page(&state, &kijker, &vraag, ingevuld).await?),
        (Ok(()), None) => return Err(Fout::Intern),
    };
    let actor = &kijker.kijker.actor;
    let nieuwe_rol = NieuweRol {
        rol,
        organisatie: actor.organisatie.clone(),
        groep: Some(groep).filter(|groep| !groep.is_empty()),
        van: None,
        tot: None,
    };
    match access(&state, &kijker, naam.clone(), e_mail, nieuwe_rol).await {
        Ok(secret) => {
            let mut page = accounts_page(&state, &kijker, &vraag, Ingevuld::empty()).await?;
            page.link = secret.map(|secret| whole_link(&state, &headers, &secret));
            page.voor = naam;
            Ok(html(axum::http::StatusCode::OK, &page))
        }
        Err(AppError::Refused(refusal)) => {
            let ingevuld = Ingevuld::refused(formulier, Fouten::from(&*refusal));
            show_refused(&accounts_page(&state, &kijker, &vraag, ingevuld).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// The link as somebody can open it elsewhere: at the address at which this page was asked for.
fn whole_link(state: &WebState, headers: &HeaderMap, secret: &Geheim) -> String {
    let scheme = if state.settings.secure { "https" } else { "http" };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let site = host.map(|host| format!("{scheme}://{host}")).unwrap_or_default();
    format!("{site}/activeer/{}", secret.expose())
}

/// A role for somebody who has an account; otherwise an account with the secret of the link for its password.
async fn access(
    state: &WebState,
    kijker: &Kijker,
    naam: String,
    e_mail: String,
    rol: NieuweRol,
) -> Result<Option<Geheim>, AppError> {
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    if state.app.kent_e_mail(&e_mail).await? {
        state.app.give_rol(beheer, &Ontvanger::EMail(e_mail), &rol, kijker.moment).await?;
        return Ok(None);
    }
    let made = state.app.create_account(beheer, &NieuwAccount { naam, e_mail, rol }, kijker.moment).await?;
    Ok(Some(made.link))
}

struct Rolknop {
    id: u64,
    naam: String,
}

#[derive(Template)]
#[template(path = "paginas/beheer/account.html")]
struct Account {
    pagina: Pagina,
    account: PersoonId,
    tabel: Tabel,
    rollen: Vec<Rolknop>,
    geblokkeerd: bool,
}

/// One account of the own organisation.
async fn own_account(state: &WebState, kijker: &Kijker, id: &str) -> Result<AccountPage, Fout> {
    let id: PersoonId = id.parse().map_err(|_| Fout::NietGevonden)?;
    let actor = &kijker.kijker.actor;
    let mut offset = 0;
    loop {
        let page = Page { offset, limit: app::lijst::limits::PAGE_ROWS };
        let query = AccountQuery::all(actor.organisatie.clone(), kijker.moment.vandaag, page);
        let found = state.app.accounts_of(Beheer::Persoon(actor), &query).await?;
        let last = found.rows.is_empty();
        if let Some(row) = found.rows.into_iter().find(|row| row.account.id == id) {
            return Ok(row);
        }
        offset += u64::from(page.limit);
        if last || offset >= found.total {
            return Err(Fout::NietGevonden);
        }
    }
}

async fn account(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let on = kijker.moment.vandaag;
    let kolommen = vec![Kolom::text("Rol").names_row(), Kolom::text("Sinds")];
    let tabel = Tabel::new("Rollen", kolommen, "Deze persoon heeft hier nu geen rol.")
        .rows(&found.rollen, |rol| vec![role_text(rol).into(), short_date(rol.van, on).into()]);
    let rollen = found
        .rollen
        .iter()
        .filter(|rol| rol.holds_on(on))
        .map(|rol| Rolknop { id: rol.id, naam: role_text(rol) })
        .collect();
    show(&Account {
        pagina: kijker
            .page(found.account.naam.clone())
            .sub(found.account.e_mail.clone())
            .below("Accounts", "/accounts"),
        geblokkeerd: found.account.geblokkeerd_op.is_some(),
        account: found.account.id,
        tabel,
        rollen,
    })
}

async fn end_role(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let rol = formulier.text("rol").parse().map_err(|_| Fout::NietGevonden)?;
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    state.app.end_rol(beheer, &found.account.id, rol, kijker.moment.vandaag, kijker.moment).await?;
    Ok(redirect(&format!("/accounts/{}", found.account.id)))
}

async fn new_link(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    let beheer = Beheer::Persoon(&kijker.kijker.actor);
    let link = state.app.new_link(beheer, &found.account.id, kijker.moment).await?;
    let mut page = accounts_page(&state, &kijker, &Vraag::parse("")?, Ingevuld::empty()).await?;
    page.link = Some(whole_link(&state, &headers, &link));
    page.voor = found.account.naam;
    show(&page)
}

async fn block(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    state.app.block_account(Beheer::Persoon(&kijker.kijker.actor), &found.account.id, kijker.moment).await?;
    Ok(redirect(&format!("/accounts/{}", found.account.id)))
}

async fn unblock(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let found = own_account(&state, &kijker, &id).await?;
    state
        .app
        .unblock_account(Beheer::Persoon(&kijker.kijker.actor), &found.account.id, kijker.moment)
        .await?;
    Ok(redirect(&format!("/accounts/{}", found.account.id)))
}
