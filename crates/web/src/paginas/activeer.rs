//! The one-time link by which somebody chooses a password: the first one, or a new one.
//!
//! The token stands in the address, because it comes by mail. It works once and for a week, no other site is told
//! the address (`Referrer-Policy`), nothing keeps the page (`no-store`), and no log line holds it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;

use app::AppError;
use app::accounts::{Activering, wachtwoord};
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Bezoeker;
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/activeer/{token}", get(form).post(choose))
}

#[derive(Template)]
#[template(path = "paginas/activeer.html")]
struct Activeer {
    pagina: Pagina,
    fouten: Fouten,
    naam: String,
    e_mail: String,
    velden: Vec<Veld>,
}

fn page(bezoeker: &Bezoeker, open: &Activering, ingevuld: Ingevuld) -> Activeer {
    let titel = if open.is_reset() { "Kies een nieuw wachtwoord" } else { "Kies een wachtwoord" };
    Activeer {
        pagina: bezoeker.page(titel).narrow().with_errors(&ingevuld.fouten),
        naam: open.naam().to_owned(),
        e_mail: open.e_mail().to_owned(),
        velden: password_fields(&ingevuld),
        fouten: ingevuld.fouten,
    }
}

/// A new password, twice.
pub(super) fn password_fields(ingevuld: &Ingevuld) -> Vec<Veld> {
    let hint = format!(
        "Minstens {} tekens. Een zin van een paar woorden is goed te onthouden en moeilijk te raden.",
        wachtwoord::MINSTENS
    );
    vec![
        Veld::new_password("wachtwoord", "Nieuw wachtwoord").hint(hint).required().filled(ingevuld),
        Veld::new_password("nogmaals", "Nog een keer hetzelfde wachtwoord").required().filled(ingevuld),
    ]
}

/// Reads a new password that was typed twice.
pub(super) fn read_password(lezer: &mut Lezer<'_>) -> String {
    let first = lezer.required_secret("wachtwoord", "Kies een wachtwoord.");
    if !first.is_empty() && lezer.required_secret("nogmaals", "Typ het wachtwoord nog een keer.") != first {
        lezer.error("nogmaals", "De twee wachtwoorden zijn niet hetzelfde.");
    }
    first
}

async fn form(State(state): State<WebState>, Path(token): Path<String>, bezoeker: Bezoeker) -> Uitkomst {
    let open = state.app.open_link(&token, bezoeker.moment).await?;
    show(&page(&bezoeker, &open, Ingevuld::empty()))
}

async fn choose(
    State(state): State<WebState>,
    Path(token): Path<String>,
    bezoeker: Bezoeker,
    formulier: Formulier,
) -> Uitkomst {
    let open = state.app.open_link(&token, bezoeker.moment).await?;
    let mut lezer = Lezer::of(&formulier);
    let password = read_password(&mut lezer);
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&bezoeker, &open, ingevuld));
    }
    match state.app.langzaam(move || open.choose(&password)).await? {
        Ok(chosen) => {
            state.app.activate(chosen, bezoeker.moment).await?;
            Ok(redirect("/inloggen?na=wachtwoord"))
        }
        Err(AppError::Refused(refusal)) => {
            // The password was refused, and the link is not used up by that.
            let open = state.app.open_link(&token, bezoeker.moment).await?;
            show_refused(&page(&bezoeker, &open, Ingevuld::refused(formulier, Fouten::from(&*refusal))))
        }
        Err(error) => Err(error.into()),
    }
}
