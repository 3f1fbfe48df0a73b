//! Signing in and out.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use app::AppError;
use app::accounts::Vanwaar;
use teksten::{Taal, inloggen, weg};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Geheimveld, Ingevuld, Lezer};
use web_base::limits;
use web_base::onderdelen::{Fouten, Link, Melding, Meldingsoort, Veld};
use web_base::pagina::{Pagina, html, show, show_refused};
use web_base::query::{Terugpad, Vraag};
use web_base::session::{self, Apparaat, Bezoeker, Herkomst, Sessietoken};
use web_base::state::WebState;

use super::begin::after_sign_in;
use super::pakket::{self, Terug};

/// Name of the fields with what a form held when its session ended.
const HELD: &str = "pakket";

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/inloggen", get(form).post(sign_in)).route("/uitloggen", post(sign_out).get(leave))
}

#[derive(Template)]
#[template(path = "paginas/inloggen.html")]
struct Inloggen {
    pagina: Pagina,
    fouten: Fouten,
    velden: Vec<Veld>,
    demo: bool,
}

/// What was typed in a form whose session ended, beside what a colleague kept in it meanwhile.
#[derive(Template)]
#[template(path = "paginas/teruggezet.html")]
struct Botsblad {
    pagina: Pagina,
    velden: Vec<Beide>,
    formulier: Link,
}

/// A field with both texts.
struct Beide {
    wie: String,
    daar: String,
    eigen: String,
}

fn page(bezoeker: &Bezoeker, ingevuld: Ingevuld, back: &Terugpad) -> Inloggen {
    let taal = bezoeker.schil.taal();
    let mut velden = vec![
        Veld::e_mail("e_mail", taal.zeg(inloggen::e_mailadres())).in_taal(taal).required().filled(&ingevuld),
        Veld::password(Geheimveld::Wachtwoord, taal.zeg(inloggen::wachtwoord()))
            .in_taal(taal)
            .required()
            .filled(&ingevuld),
        Veld::hidden("naar", back.as_deref().unwrap_or_default()),
    ];
    let held = ingevuld.formulier.iter().flat_map(|formulier| formulier.all(HELD));
    let held: Vec<Veld> = held.map(|part| Veld::hidden(HELD, part)).collect();
    let mut pagina = bezoeker.page(taal.zeg(inloggen::titel())).in_chosen_language().narrow();
    if !held.is_empty() {
        // Choosing another language here would lose the parcel; the account has one already.
        pagina.andere_talen.clear();
    }
    velden.extend(held);
    Inloggen {
        demo: bezoeker.schil.demo,
        pagina: pagina.with_errors(&ingevuld.fouten),
        fouten: ingevuld.fouten,
        velden,
    }
}

async fn form(bezoeker: Bezoeker, back: Terugpad, vraag: Vraag) -> Uitkomst {
    if let Some(wie) = &bezoeker.wie {
        return Ok(redirect(&after_sign_in(wie, &back)));
    }
    let mut template = page(&bezoeker, Ingevuld::empty(), &back);
    template.pagina.meldingen.extend(message(&vraag, bezoeker.schil.taal()));
    show(&template)
}

/// Asks to sign in again, with what was typed in a form in a sealed parcel that comes back with it.
pub(super) fn again(bezoeker: &Bezoeker, back: &Terugpad, sealed: &str) -> Response {
    let mut template = page(bezoeker, Ingevuld::empty(), back);
    template.pagina.andere_talen.clear();
    let parts = sealed.as_bytes().chunks(limits::FIELD_BYTES);
    let parts = parts.map(|part| Veld::hidden(HELD, String::from_utf8_lossy(part)));
    template.velden.extend(parts);
    let text = bezoeker.schil.taal().zeg(inloggen::te_lang_weg());
    template.pagina.meldingen.push(Melding::new(Meldingsoort::LetOp, text));
    html(StatusCode::UNAUTHORIZED, &template)
}

/// What just happened elsewhere and ends here.
fn message(vraag: &Vraag, taal: Taal) -> Option<Melding> {
    let text = match vraag.text("na")? {
        "uitloggen" => inloggen::uitgelogd(),
        _ => return None,
    };
    Some(Melding::new(Meldingsoort::Goed, taal.zeg(text)))
}

async fn sign_in(
    State(state): State<WebState>,
    bezoeker: Bezoeker,
    Herkomst(address): Herkomst,
    Sessietoken(before): Sessietoken,
    Apparaat(apparaat): Apparaat,
    formulier: Formulier,
) -> Result<Response, Fout> {
    let back = Terugpad::of(formulier.text("naar"));
    let taal = bezoeker.schil.taal();
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let e_mail = lezer.required("e_mail", &taal.zeg(inloggen::e_mail_leeg()));
    lezer.required_secret(Geheimveld::Wachtwoord, &taal.zeg(inloggen::wachtwoord_leeg()));
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&bezoeker, ingevuld, &back));
    }
    let moment = bezoeker.moment;
    let password = formulier.exact("wachtwoord").to_owned();
    let from = Vanwaar { adres: &address, apparaat: apparaat.as_deref() };
    match state.app.sign_in(&e_mail, password, from, moment).await {
        Ok(sessie) => {
            // Whoever signs in again is in once: the session of before does not go on without its cookie.
            if let Some(before) = before {
                state.app.sign_out(&before).await?;
            }
            let held: String = formulier.all(HELD).collect();
            let form = pakket::restore(&state, sessie.token.expose(), &held, moment).await?;
            let cookie = session::start_known(&state, &sessie);
            let answer = match form {
                Some(form) if !form.botsingen.is_empty() => both(&bezoeker, &form),
                Some(form) => redirect(form.pad.or("/")),
                // Whose text it is not, that person has no business at its form.
                None if held.is_empty()
                    && !state.app.voorstellen(&sessie.account, moment).await?.is_empty() =>
                {
                    redirect(&back.behind("/rol"))
                }
                None => redirect(if held.is_empty() { back.or("/") } else { "/" }),
            };
            Ok((cookie, answer).into_response())
        }
        Err(refusal) => refused(&bezoeker, formulier, refusal, &back),
    }
}

/// Both texts of each field that a colleague changed meanwhile: nothing is written over, and nothing is lost.
fn both(bezoeker: &Bezoeker, form: &Terug) -> Response {
    let rows = form.botsingen.iter().map(|(theirs, own)| Beide {
        wie: theirs.wie.clone(),
        daar: theirs.waarde.clone(),
        eigen: own.clone(),
    });
    let taal = bezoeker.schil.taal();
    let template = Botsblad {
        pagina: bezoeker.page(taal.zeg(weg::teruggezet())).without_choice().narrow(),
        velden: rows.collect(),
        formulier: Link::new(taal.zeg(weg::naar_het_formulier()), form.pad.or("/")),
    };
    html(StatusCode::CONFLICT, &template)
}

fn refused(bezoeker: &Bezoeker, formulier: Formulier, error: AppError, back: &Terugpad) -> Uitkomst {
    let AppError::Refused(refusal) = error else { return Err(error.into()) };
    let ingevuld = Ingevuld::refused(formulier, Fouten::of_refusal(&refusal, bezoeker.schil.taal()));
    show_refused(&page(bezoeker, ingevuld, back))
}

async fn sign_out(State(state): State<WebState>, Sessietoken(token): Sessietoken) -> Result<Response, Fout> {
    if let Some(token) = token {
        state.app.sign_out(&token).await?;
    }
    let next = if state.settings.demo { "/demo" } else { "/inloggen?na=uitloggen" };
    Ok((session::end(&state), redirect(next)).into_response())
}

/// Somebody who opens the address of the button: nothing happens without a form.
async fn leave() -> Uitkomst {
    Ok(redirect("/"))
}
