//! The one-time link by which somebody chooses a password: the first one, or a new one.
//!
//! The token stands in the address, because it comes by mail. It works once and for a week, no other site is told
//! the address (`Referrer-Policy`), nothing keeps the page (`no-store`), and no log line holds it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::get;

use app::AppError;
use app::accounts::{Activering, wachtwoord};
use teksten::{Taal, inloggen};
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Geheimveld, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::{self, Bezoeker};
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/activeer/{token}", get(form).post(choose))
}

/// The field of an address.
const ADRES: &str = "e_mail";

#[derive(Template)]
#[template(path = "paginas/activeer.html")]
struct Activeer {
    pagina: Pagina,
    fouten: Fouten,
    /// To whom, as the sentence begins that goes on with their address.
    welkom: String,
    /// None for who chooses one here.
    e_mail: Option<String>,
    velden: Vec<Veld>,
}

fn page(bezoeker: &Bezoeker, open: &Activering, ingevuld: Ingevuld) -> Activeer {
    let taal = bezoeker.schil.taal();
    let titel =
        if open.is_reset() { inloggen::nieuw_wachtwoord_titel() } else { inloggen::wachtwoord_titel() };
    let naam = open.naam();
    let (welkom, e_mail) = if open.kiest_adres() {
        (inloggen::WelkomZonderAdres { naam }.tekst(), None)
    } else {
        (inloggen::Welkom { naam }.tekst(), Some(open.e_mail().to_owned()))
    };
    Activeer {
        welkom: taal.zeg(welkom),
        pagina: bezoeker.page(taal.zeg(titel)).in_chosen_language().narrow().with_errors(&ingevuld.fouten),
        velden: open
            .kiest_adres()
            .then(|| address_field(&ingevuld, taal))
            .into_iter()
            .chain(password_fields(&ingevuld, taal))
            .collect(),
        e_mail,
        fouten: ingevuld.fouten,
    }
}

/// The address by which somebody is going to sign in.
fn address_field(ingevuld: &Ingevuld, taal: Taal) -> Veld {
    let label = taal.zeg(inloggen::uw_e_mailadres());
    Veld::e_mail(ADRES, label).in_taal(taal).required().filled(ingevuld)
}

/// A new password, twice.
pub(super) fn password_fields(ingevuld: &Ingevuld, taal: Taal) -> Vec<Veld> {
    let tekens = i32::try_from(wachtwoord::MINSTENS).unwrap_or(i32::MAX);
    let asked = |veld: Veld| veld.in_taal(taal).required().filled(ingevuld);
    let first = Veld::new_password(Geheimveld::Wachtwoord, taal.zeg(inloggen::nieuw_wachtwoord()));
    vec![
        asked(first.hint(taal.zeg(inloggen::Minstens { tekens }.tekst()))),
        asked(Veld::new_password(Geheimveld::Nogmaals, taal.zeg(inloggen::nog_een_keer()))),
    ]
}

/// Reads a new password that was typed twice.
pub(super) fn read_password(lezer: &mut Lezer<'_>, taal: Taal) -> String {
    let first = lezer.required_secret(Geheimveld::Wachtwoord, &taal.zeg(inloggen::kies_wachtwoord()));
    let again = taal.zeg(inloggen::typ_nog_een_keer());
    if !first.is_empty() && lezer.required_secret(Geheimveld::Nogmaals, &again) != first {
        lezer.error(Geheimveld::Nogmaals.naam(), taal.zeg(inloggen::niet_hetzelfde()));
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
    let taal = bezoeker.schil.taal();
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let asked = open.kiest_adres();
    let adres = if asked { lezer.required(ADRES, &taal.zeg(inloggen::e_mail_leeg())) } else { String::new() };
    let password = read_password(&mut lezer, taal);
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&bezoeker, &open, ingevuld));
    }
    let chosen = match if asked { state.app.met_adres(open, &adres).await } else { Ok(open) } {
        Ok(open) => state.app.langzaam(move || open.choose(&password)).await?,
        Err(error) => Err(error),
    };
    match chosen {
        Ok(chosen) => {
            let sessie = state.app.activate_and_sign_in(chosen, bezoeker.moment).await?;
            Ok((session::start(&state, &sessie.token), redirect("/")).into_response())
        }
        Err(AppError::Refused(refusal)) => {
            // What was chosen was refused, and the link is not used up by that.
            let open = state.app.open_link(&token, bezoeker.moment).await?;
            show_refused(&page(
                &bezoeker,
                &open,
                Ingevuld::refused(formulier, Fouten::of_refusal(&refusal, taal)),
            ))
        }
        Err(error) => Err(error.into()),
    }
}
