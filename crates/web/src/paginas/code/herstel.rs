//! A new password by a code: for a parent who has an account and does not know its password any more.

use app::AppError;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use teksten::inloggen;
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Melding, Meldingsoort, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::{self, Bezoeker, Herkomst};
use web_base::state::WebState;

use super::{code_fields, read_code, typed_code};
use crate::paginas::activeer::{password_fields, read_password};

#[derive(Template)]
#[template(path = "paginas/code_wachtwoord.html")]
struct Herstel {
    pagina: Pagina,
    fouten: Fouten,
    velden: Vec<Veld>,
}

fn page(bezoeker: &Bezoeker, ingevuld: Ingevuld) -> Herstel {
    let taal = bezoeker.schil.taal();
    let mut velden = code_fields(&ingevuld, taal);
    velden.extend(password_fields(&ingevuld, taal));
    Herstel {
        pagina: bezoeker
            .page(taal.zeg(inloggen::herstel_titel()))
            .in_chosen_language()
            .narrow()
            .with_errors(&ingevuld.fouten),
        fouten: ingevuld.fouten,
        velden,
    }
}

pub(super) async fn form(bezoeker: Bezoeker) -> Uitkomst {
    show(&page(&bezoeker, Ingevuld::empty()))
}

/// The form of such a code, for who typed it where a first code is asked.
pub(super) fn led_here(bezoeker: &Bezoeker, formulier: Formulier) -> Uitkomst {
    let mut page = page(bezoeker, Ingevuld::refused(formulier, Fouten::new()));
    let told = bezoeker.schil.taal().zeg(inloggen::code_is_herstel());
    page.pagina.meldingen.push(Melding::new(Meldingsoort::Weetje, told));
    show(&page)
}

pub(super) async fn choose(
    State(state): State<WebState>,
    bezoeker: Bezoeker,
    Herkomst(address): Herkomst,
    formulier: Formulier,
) -> Uitkomst {
    let taal = bezoeker.schil.taal();
    if let Some(code) = typed_code(&formulier)
        && state.app.is_oudercode(&code, &address, bezoeker.moment).await?
    {
        return super::led_here(&bezoeker, formulier);
    }
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let (code, born) = read_code(&mut lezer, taal);
    let password = read_password(&mut lezer, taal);
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&bezoeker, ingevuld));
    }
    // Both are required, so the reader has refused already without them.
    let (Some(code), Some(born)) = (code, born) else {
        return show_refused(&page(&bezoeker, Ingevuld::refused(formulier, Fouten::new())));
    };
    let done = state.app.herstel_wachtwoord(&code, born, password, &address, bezoeker.moment).await;
    match done {
        Ok(sessie) => Ok((session::start(&state, &sessie.token), redirect("/")).into_response()),
        Err(AppError::Refused(refusal)) => {
            let fouten = Fouten::of_refusal(&refusal, taal);
            show_refused(&page(&bezoeker, Ingevuld::refused(formulier, fouten)))
        }
        Err(error) => Err(error.into()),
    }
}
