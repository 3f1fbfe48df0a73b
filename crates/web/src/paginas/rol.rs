//! The role to act in: somebody with two roles chooses one, and the log holds which.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use dossier::Rol;
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
    rol: Rol,
    organisatie: String,
    nu: bool,
}

impl Keuze {
    fn what(&self) -> &'static str {
        menu::in_one_line(self.rol)
    }
}

async fn form(State(state): State<WebState>, aangemeld: Aangemeld, back: Terugpad) -> Uitkomst {
    let chosen = aangemeld.wie.gekozen.as_ref().map(|kijker| &kijker.actor);
    let mut keuzes = Vec::new();
    for held in &aangemeld.wie.rollen {
        keuzes.push(Keuze {
            id: held.id,
            rol: held.rol,
            organisatie: session::organisation(&state, &held.organisatie, aangemeld.moment).await?,
            nu: chosen.is_some_and(|actor| actor.rol == held.rol && actor.organisatie == held.organisatie),
        });
    }
    let naar = back.as_deref().unwrap_or_default().to_owned();
    show(&Rolkeuze { pagina: aangemeld.page("In welke rol werkt u nu?"), naar, keuzes })
}

async fn choose(
    State(state): State<WebState>,
    Sessietoken(token): Sessietoken,
    aangemeld: Aangemeld,
    formulier: Formulier,
) -> Uitkomst {
    let id = formulier
        .text("rol")
        .parse()
        .map_err(|_| Fout::Formulier { reden: "er is geen rol gekozen".to_owned() })?;
    let kijker = state.app.choose_rol(&token.unwrap_or_default(), id, aangemeld.moment).await?;
    let back = Terugpad::of(formulier.text("naar"));
    Ok(redirect(back.or(menu::home(kijker.actor.rol))))
}
