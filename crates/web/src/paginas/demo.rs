//! The choice of a role in a demo: everybody in it is invented, so nobody needs a password.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base::PersoonId;
use dossier::Rol;
use serde::Deserialize;

use app::accounts::Beheer;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::menu;
use web_base::pagina::{Pagina, show};
use web_base::session::{self, Bezoeker, Nu};
use web_base::state::WebState;

/// Most accounts to choose from: somebody has to read them.
const MOST: u32 = 60;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/demo", get(choose).post(sign_in))
}

#[derive(Template)]
#[template(path = "paginas/demo.html")]
struct Rolkiezer {
    pagina: Pagina,
    groepen: Vec<Groep>,
}

/// The accounts of one group of roles.
struct Groep {
    naam: &'static str,
    keuzes: Vec<Keuze>,
}

/// One account.
struct Keuze {
    account: PersoonId,
    naam: String,
    rol: Rol,
    /// The role as the account holds it.
    rol_id: u64,
    /// What one sees as this person, in one sentence.
    ziet: String,
    /// `leerkracht · De Regenboog`.
    waar: String,
}

/// What the demo says about itself: the accounts worth choosing, in order. Other keys are not for us.
#[derive(Debug, Default, Deserialize)]
struct Demo {
    #[serde(default)]
    accounts: Vec<PersoonId>,
    /// What one sees as each of them, in one sentence.
    #[serde(default)]
    ziet: BTreeMap<PersoonId, String>,
}

async fn choose(State(state): State<WebState>, bezoeker: Bezoeker) -> Uitkomst {
    if !state.settings.demo {
        return Err(Fout::NietGevonden);
    }
    let keuzes = choices(&state, &bezoeker).await?;
    let pagina = bezoeker.page("Kies wie u wilt zijn");
    show(&Rolkiezer { pagina, groepen: grouped(keuzes) })
}

async fn sign_in(
    State(state): State<WebState>,
    Nu(moment): Nu,
    formulier: Formulier,
) -> Result<Response, Fout> {
    if !state.settings.demo {
        return Err(Fout::NietGevonden);
    }
    let account = formulier.text("account").parse().map_err(|_| Fout::NietGevonden)?;
    let sessie = state.app.sign_in_as(&account, moment).await?;
    // Somebody with several roles chose one of them here already.
    let home = match formulier.text("rol").parse() {
        Ok(rol) => menu::home(state.app.choose_rol(sessie.token.expose(), rol, moment).await?.actor.rol),
        Err(_) => "/",
    };
    Ok((session::start(&state, &sessie.token), redirect(home)).into_response())
}

async fn choices(state: &WebState, bezoeker: &Bezoeker) -> Result<Vec<Keuze>, Fout> {
    let mut keuzes = Vec::new();
    let demo = demo(state).await?;
    for account in accounts(state, &demo).await? {
        let Some((found, held)) = state.app.demo_account(&account).await? else { continue };
        let held = held.iter().filter(|rol| rol.holds_on(bezoeker.moment.vandaag));
        for rol in held {
            let Ok(parsed) = rol.rol.parse::<Rol>() else { continue };
            let organisation = if menu::is_family(parsed) {
                String::new()
            } else {
                session::organisation(state, &rol.organisatie, bezoeker.moment).await?
            };
            let ziet = demo.ziet.get(&account).cloned();
            let parts = [parsed.label(), organisation.as_str()];
            let waar: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let waar = waar.join(" · ");
            keuzes.push(Keuze {
                account: account.clone(),
                naam: found.clone(),
                rol: parsed,
                rol_id: rol.id,
                ziet: ziet.unwrap_or_else(|| teksten::Taal::Nl.zeg(menu::in_one_line(parsed))),
                waar,
            });
        }
    }
    Ok(keuzes)
}

async fn demo(state: &WebState) -> Result<Demo, Fout> {
    let about = state.app.demo_beschrijving().await?.unwrap_or_default();
    Ok(serde_json::from_str(&about).unwrap_or_default())
}

/// The accounts that the demo names, or else the ones that were made last.
async fn accounts(state: &WebState, demo: &Demo) -> Result<Vec<PersoonId>, Fout> {
    if !demo.accounts.is_empty() {
        return Ok(demo.accounts.clone());
    }
    let made = state
        .app
        .account_log(Beheer::Machine, app::lijst::Page::first(app::lijst::limits::PAGE_ROWS))
        .await?;
    let made = made.rows.into_iter().filter(|act| act.handeling == "account_gemaakt");
    Ok(made.filter_map(|act| act.onderwerp.parse().ok()).take(usize::try_from(MOST).unwrap_or(60)).collect())
}

/// Most accounts of one role; of parents there are more stories.
fn most_of(rol: Rol) -> usize {
    if rol == Rol::Ouder { 12 } else { 3 }
}

fn grouped(keuzes: Vec<Keuze>) -> Vec<Groep> {
    let mut groepen: Vec<Groep> = Vec::new();
    let mut keuzes = keuzes;
    keuzes.sort_by_key(|keuze| keuze.rol);
    for rol in dossier::rol::ROLLEN {
        let naam = menu::group(rol);
        if !groepen.iter().any(|groep| groep.naam == naam) {
            groepen.push(Groep { naam, keuzes: Vec::new() });
        }
    }
    for keuze in keuzes {
        let naam = menu::group(keuze.rol);
        if let Some(groep) = groepen.iter_mut().find(|groep| groep.naam == naam) {
            let of_role = || groep.keuzes.iter().filter(|known| known.rol == keuze.rol);
            if of_role().count() < most_of(keuze.rol)
                && !of_role().any(|known| known.account == keuze.account)
            {
                groep.keuzes.push(keuze);
            }
        }
    }
    groepen.retain(|groep| !groep.keuzes.is_empty());
    groepen
}
