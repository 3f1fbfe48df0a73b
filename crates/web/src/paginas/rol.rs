//! The role to act in: somebody with two roles chooses one, and the log holds which.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use dossier::Woord;
use teksten::{fout, inloggen, inzage};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::menu;
use web_base::pagina::{Pagina, show};
use web_base::query::Terugpad;
use web_base::session::{self, Aangemeld, Sessietoken};
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/rol", get(form).post(choose))
}

#[derive(Template)]
#[template(path = "paginas/rol.html")]
struct Rolkeuze {
    pagina: Pagina,
    naar: String,
    keuzes: Vec<Keuze>,
}

struct Keuze {
    id: u64,
    rol: String,
    organisatie: String,
    nu: bool,
    /// What one can do in it.
    wat: String,
}

async fn form(State(state): State<WebState>, aangemeld: Aangemeld, back: Terugpad) -> Uitkomst {
    let chosen = aangemeld.wie.gekozen.as_ref().map(|kijker| &kijker.actor);
    let mut keuzes = Vec::new();
    let taal = aangemeld.schil.taal();
    for held in &aangemeld.wie.rollen {
        keuzes.push(Keuze {
            id: held.id,
            rol: taal.zeg(held.rol.woord()),
            wat: taal.zeg(menu::in_one_line(held.rol)),
            organisatie: if menu::is_family(held.rol) {
                taal.zeg(inzage::gezin())
            } else {
                session::organisation(&state, &held.organisatie, aangemeld.moment).await?
            },
            nu: chosen.is_some_and(|actor| actor.rol == held.rol && actor.organisatie == held.organisatie),
        });
    }
    let naar = back.as_deref().unwrap_or_default().to_owned();
    let pagina = aangemeld.page(taal.zeg(inloggen::rol_titel())).in_chosen_language();
    show(&Rolkeuze { pagina, naar, keuzes })
}

async fn choose(
    State(state): State<WebState>,
    Sessietoken(token): Sessietoken,
    aangemeld: Aangemeld,
    formulier: Formulier,
) -> Uitkomst {
    let id = formulier.text("rol").parse().map_err(|_| Fout::Formulier { reden: fout::zonder_rol() })?;
    let kijker = state.app.choose_rol(&token.unwrap_or_default(), id, aangemeld.moment).await?;
    let back = Terugpad::of(formulier.text("naar"));
    Ok(redirect(back.or(menu::home(kijker.actor.rol))))
}
