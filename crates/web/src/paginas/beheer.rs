//! What organisations look after themselves: accounts, keys for programs, the schools that are known.

use app::AppError;
use app::accounts::{Beheer, Geheim, NieuwAccount, NieuweRol, Ontvanger};
use app::organisaties::ScholenVraag;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::routing::{get, post};
use base::{PersoonId, SwvCode};
use dossier::Rol;
use dossier::rol::ROLLEN;
use storage::{AccountPage, Page};

use crate::error::{Fout, Uitkomst, redirect};
use crate::form::{Formulier, Ingevuld, Lezer};
use crate::limits;
use crate::onderdelen::{
    Bladeren, Filters, Fouten, Inhoud, Kolom, Label, Labelsoort, Link, Optie, Tabel, Veld, short_date,
};
use crate::pagina::{Pagina, html, show, show_refused};
use crate::query::Vraag;
use crate::session::{self, Kijker};
use crate::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/accounts", get(accounts).post(give_access))
        .route("/accounts/{account}", get(account))
        .route("/accounts/{account}/rol-beeindigen", post(end_role))
        .route("/accounts/{account}/link", post(new_link))
        .route("/accounts/{account}/blokkeren", post(block))
        .route("/accounts/{account}/deblokkeren", post(unblock))
        .route("/sleutels", get(keys))
        .route("/sleutels/{id}/aanzetten", post(activate_key))
        .route("/sleutels/{id}/intrekken", post(withdraw_key))
        .route("/scholen", get(schools))
}

#[derive(Template)]
#[template(path = "paginas/beheer/accounts.html")]
struct Accounts {
    pagina: Pagina,
    fouten: Fouten,
    link: Option<String>,
    voor: String,
    tabel: Tabel,
    velden: Vec<Veld>,
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
    let actor = &kijker.kijker.actor;
    let found = state
        .app
        .accounts_of(Beheer::Persoon(actor), &actor.organisatie, vraag.rows()?, kijker.moment)
        .await?;
    let pages = Bladeren::of(found.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address("/accounts")
    });
    let kolommen = vec![
        Kolom::text("Naam").names_row(),
        Kolom::text("E-mailadres"),
        Kolom::text("Rollen"),
        Kolom::text("Stand"),
    ];
    let tabel = Tabel::new("Mensen met toegang", kolommen, "Er heeft nog niemand toegang.")
        .rows(&found.rows, row)
        .paged(format!("{} in totaal", found.total), pages);
    Ok(Accounts {
        pagina: kijker.page("Accounts").with_errors(&ingevuld.fouten),
        link: None,
        voor: String::new(),
        tabel,
        velden: access_fields(&ingevuld),
        fouten: ingevuld.fouten,
    })
}

fn row(page: &AccountPage) -> Vec<Inhoud> {
    let roles: Vec<Inhoud> = page.rollen.iter().map(|rol| role_text(rol).into()).collect();
    let stand = if page.account.geblokkeerd_op.is_some() {
        Label::new("geblokkeerd", Labelsoort::Laat)
    } else if page.account.wachtwoord.is_none() {
        Label::new("nog geen wachtwoord", Labelsoort::Gauw)
    } else {
        Label::new("actief", Labelsoort::Goed)
    };
    let naam = Link::new(page.account.naam.as_str(), format!("/accounts/{}", page.account.id));
    vec![naam.into(), page.account.e_mail.as_str().into(), roles.into(), stand.into()]
}

/// A stored role in the words of the pages.
fn role_label(code: &str) -> String {
    code.parse::<Rol>().map_or_else(|_| code.to_owned(), |rol| rol.label().to_owned())
}

fn role_text(rol: &storage::Rol) -> String {
    let label = role_label(&rol.rol);
    let groep = rol.groep.as_ref().map(|groep| format!(", groep {groep}")).unwrap_or_default();
    let until = rol.tot.map(|tot| format!(" (tot {})", base::dates::short_nl(tot))).unwrap_or_default();
    format!("{label}{groep}{until}")
}

fn access_fields(ingevuld: &Ingevuld) -> Vec<Veld> {
    let roles = ROLLEN.iter().filter(|rol| !matches!(rol, Rol::Ouder | Rol::Leerling | Rol::Beheerder));
    let options = roles.map(|rol| Optie::new(rol.code(), rol.label())).collect();
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
    let known = state.app.storage.account_by_e_mail(&storage::Account::normalise_e_mail(&e_mail)).await?;
    if known.is_some() {
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
        let page = Page { offset, limit: storage::limits::PAGE_ROWS };
        let found =
            state.app.accounts_of(Beheer::Persoon(actor), &actor.organisatie, page, kijker.moment).await?;
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

struct Sleutelknop {
    id: String,
    doen: &'static str,
    knop: String,
}

#[derive(Template)]
#[template(path = "paginas/beheer/sleutels.html")]
struct Sleutels {
    pagina: Pagina,
    tabel: Tabel,
    sleutels: Vec<Sleutelknop>,
}

async fn keys(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    let found = state.app.sleutels_of(&kijker.kijker.actor.persoon).await?;
    let on = kijker.moment.vandaag;
    let mut acts_as = Vec::with_capacity(found.len());
    for key in &found {
        let place = session::organisation(&state, &key.organisatie, kijker.moment).await?;
        acts_as.push((key, format!("{} bij {place}", role_label(&key.rol))));
    }
    let kolommen = vec![Kolom::text("Waarvoor").names_row(), Kolom::text("Als"), Kolom::text("Stand")];
    let tabel = Tabel::new("Uw sleutels", kolommen, "Er is geen sleutel voor u gemaakt.").rows(
        &acts_as,
        |(key, role)| {
            let stand = match (key.ingetrokken_op, key.actief_op) {
                (Some(_), _) => "ingetrokken".to_owned(),
                (None, None) => "nog niet aangezet".to_owned(),
                (None, Some(_)) => key
                    .tot
                    .map_or_else(|| "werkt".to_owned(), |tot| format!("werkt tot {}", short_date(tot, on))),
            };
            vec![key.naam.as_str().into(), role.as_str().into(), stand.into()]
        },
    );
    let sleutels = found
        .iter()
        .filter(|key| key.ingetrokken_op.is_none())
        .map(|key| match key.actief_op {
            None => Sleutelknop {
                id: key.id.clone(),
                doen: "aanzetten",
                knop: format!("'{}' aanzetten", key.naam),
            },
            Some(_) => Sleutelknop {
                id: key.id.clone(),
                doen: "intrekken",
                knop: format!("'{}' intrekken", key.naam),
            },
        })
        .collect();
    show(&Sleutels { pagina: kijker.page("Sleutels voor programma's").narrow(), tabel, sleutels })
}

async fn activate_key(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    state.app.activate_sleutel(&kijker.kijker.actor, &id, kijker.moment).await?;
    Ok(redirect("/sleutels"))
}

async fn withdraw_key(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    state.app.withdraw_sleutel(&kijker.kijker.actor, &id, kijker.moment).await?;
    Ok(redirect("/sleutels"))
}

#[derive(Template)]
#[template(path = "paginas/beheer/scholen.html")]
struct Scholen {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

async fn schools(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wanted = ScholenVraag {
        zoek: vraag.text("zoek").map(str::to_owned),
        swv: vraag.parse_one::<SwvCode>("swv", "een code zoals PO2401")?,
        ..ScholenVraag::all(vraag.rows()?)
    };
    let found = state.app.scholen(&wanted, kijker.moment.vandaag).await?;
    let pages = Bladeren::of(found.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address("/scholen")
    });
    let kolommen = vec![
        Kolom::text("School").names_row(),
        Kolom::text("Plaats"),
        Kolom::text("Soort"),
        Kolom::text("Samenwerkingsverband"),
        Kolom::number("Leerlingen"),
    ];
    let tabel = Tabel::new("Scholen", kolommen, "Er zijn geen scholen die hierbij passen.")
        .rows(&found.rows, |kaart| {
            let school = &kaart.school;
            let swv = school.swv().map(ToString::to_string).unwrap_or_default();
            let derived = if kaart.afgeleid.is_empty() { "" } else { "deels afgeleid" };
            vec![
                Inhoud::from(school.naam.as_str()).above(school.vestiging.as_str()),
                school.plaats.as_str().into(),
                Inhoud::from(school.schoolsoort.label()).above(derived),
                swv.into(),
                kaart.leerlingen.and_then(|(_, count)| count).map(|count| count.to_string()).into(),
            ]
        })
        .paged(format!("{} scholen", found.total), pages);
    let filters = Filters::new("Scholen zoeken", "/scholen")
        .with(
            Veld::text("zoek", "Naam, plaats of vestigingscode")
                .value(vraag.text("zoek").unwrap_or_default()),
        )
        .with(Veld::text("swv", "Samenwerkingsverband").value(vraag.text("swv").unwrap_or_default()));
    show(&Scholen { pagina: kijker.page("Scholen"), filters, tabel })
}
