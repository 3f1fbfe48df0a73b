//! The code from the letter: how a parent reaches the page of their own child.
//!
//! The code came on paper, the date of birth does not stand in that letter: together they show that this is the
//! parent who was invited. A parent with an account uses the code while signed in; anybody else makes an account
//! here.

use app::AppError;
use app::accounts::{Ouder, Ouderaccount, Oudercode};
use app::weigering::wat_wel;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use base::Date;
use teksten::{Taal, inloggen};
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Melding, Meldingsoort, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::{self, Bezoeker, Herkomst};
use web_base::state::WebState;

use super::activeer::{password_fields, read_password};

mod herstel;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/code", get(form).post(connect))
        .route("/code/wachtwoord", get(herstel::form).post(herstel::choose))
}

#[derive(Template)]
#[template(path = "paginas/code.html")]
struct CodePagina {
    pagina: Pagina,
    fouten: Fouten,
    code: Vec<Veld>,
    account: Vec<Veld>,
}

fn page(bezoeker: &Bezoeker, ingevuld: Ingevuld) -> CodePagina {
    let taal = bezoeker.schil.taal();
    let asked = |veld: Veld| veld.in_taal(taal).required().filled(&ingevuld);
    let code = code_fields(&ingevuld, taal);
    let mut account = Vec::new();
    if bezoeker.wie.is_none() {
        account.push(asked(Veld::text("naam", taal.zeg(inloggen::uw_naam()))));
        let e_mail = Veld::e_mail("e_mail", taal.zeg(inloggen::uw_e_mailadres()));
        account.push(asked(e_mail.hint(taal.zeg(inloggen::hiermee_inloggen()))));
        account.extend(password_fields(&ingevuld, taal));
    }
    CodePagina {
        pagina: bezoeker
            .page(taal.zeg(inloggen::code_titel()))
            .in_chosen_language()
            .narrow()
            .with_errors(&ingevuld.fouten),
        fouten: ingevuld.fouten,
        code,
        account,
    }
}

/// A code, and what proves that it is of whoever types it.
fn code_fields(ingevuld: &Ingevuld, taal: Taal) -> Vec<Veld> {
    let asked = |veld: Veld| veld.in_taal(taal).required().filled(ingevuld);
    vec![
        asked(Veld::text("code", taal.zeg(inloggen::code_uit_brief())).hint(taal.zeg(inloggen::code_vorm()))),
        asked(
            Veld::date("geboortedatum", taal.zeg(inloggen::geboortedatum_kind()))
                .hint(taal.zeg(inloggen::geboortedatum_zelf())),
        ),
    ]
}

/// Reads the fields of a code.
fn read_code(lezer: &mut Lezer<'_>, taal: Taal) -> (Option<Oudercode>, Option<Date>) {
    let typed = lezer.required("code", &taal.zeg(inloggen::code_leeg()));
    let code = if typed.is_empty() { None } else { keep(lezer, typed.parse::<Oudercode>(), taal) };
    (code, lezer.required_date("geboortedatum", &taal.zeg(inloggen::geboortedatum_leeg())))
}

async fn form(bezoeker: Bezoeker) -> Uitkomst {
    show(&page(&bezoeker, Ingevuld::empty()))
}

/// What was filled in.
struct Ingevoerd {
    code: Oudercode,
    geboortedatum: Date,
    account: Option<NieuwAccount>,
}

/// An account to make.
struct NieuwAccount {
    naam: String,
    e_mail: String,
    wachtwoord: String,
}

fn read(formulier: &Formulier, new_account: bool, taal: Taal) -> Result<Ingevoerd, Ingevuld> {
    let mut lezer = Lezer::of(formulier).in_taal(taal);
    let (code, geboortedatum) = read_code(&mut lezer, taal);
    let account = new_account.then(|| NieuwAccount {
        naam: lezer.required("naam", &taal.zeg(inloggen::naam_leeg())),
        e_mail: lezer.required("e_mail", &taal.zeg(inloggen::e_mail_leeg())),
        wachtwoord: read_password(&mut lezer, taal),
    });
    lezer.finish_or_show()?;
    match (code, geboortedatum) {
        (Some(code), Some(geboortedatum)) => Ok(Ingevoerd { code, geboortedatum, account }),
        // Both are required, so the reader has refused already.
        _ => Err(Ingevuld::refused(formulier.clone(), Fouten::new())),
    }
}

fn keep<T>(lezer: &mut Lezer<'_>, read: Result<T, AppError>, taal: Taal) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(AppError::Refused(refusal)) => {
            let (reden, instead) = (refusal.reden.clone(), wat_wel(taal, &refusal));
            let text = inloggen::CodeKloptNiet { reden, probeer: &instead }.tekst();
            lezer.error("code", taal.zeg(text));
            None
        }
        Err(error) => {
            lezer.error("code", error.zeg(taal));
            None
        }
    }
}

async fn connect(
    State(state): State<WebState>,
    bezoeker: Bezoeker,
    Herkomst(address): Herkomst,
    formulier: Formulier,
) -> Uitkomst {
    if let Some(code) = typed_code(&formulier)
        && state.app.is_herstelcode(&code, &address, bezoeker.moment).await?
    {
        return herstel::led_here(&bezoeker, formulier);
    }
    let read = match read(&formulier, bezoeker.wie.is_none(), bezoeker.schil.taal()) {
        Ok(read) => read,
        Err(ingevuld) => return show_refused(&page(&bezoeker, ingevuld)),
    };
    let ouder = match parent(&bezoeker, read.account) {
        Ok(ouder) => ouder,
        Err(error) => return refused(&bezoeker, formulier, error),
    };
    let done =
        state.app.redeem_parent_code(&read.code, read.geboortedatum, ouder, &address, bezoeker.moment).await;
    match done {
        // Whoever chose a password a moment ago is not asked for it again.
        Ok((_, Some(sessie))) => Ok((session::start(&state, &sessie.token), redirect("/")).into_response()),
        Ok((_, None)) => Ok(redirect("/rol")),
        Err(error) => refused(&bezoeker, formulier, error),
    }
}

/// The code as it was typed, where it is one: each kind has its own form, and whoever holds a code need not know of which kind it is.
fn typed_code(formulier: &Formulier) -> Option<Oudercode> {
    formulier.text("code").parse().ok()
}

/// The form of a first code, for who typed it where a new password is chosen.
fn led_here(bezoeker: &Bezoeker, formulier: Formulier) -> Uitkomst {
    let mut page = page(bezoeker, Ingevuld::refused(formulier, Fouten::new()));
    let told = bezoeker.schil.taal().zeg(inloggen::code_is_eerste());
    page.pagina.meldingen.push(Melding::new(Meldingsoort::Weetje, told));
    show(&page)
}

/// Whoever is signed in, or a new account.
fn parent(bezoeker: &Bezoeker, account: Option<NieuwAccount>) -> Result<Ouder, AppError> {
    match (&bezoeker.wie, account) {
        (Some(wie), _) => Ok(Ouder::Bestaand(wie.account.clone())),
        (None, Some(new)) => {
            let account = Ouderaccount::new(&new.naam, &new.e_mail, &new.wachtwoord)?;
            Ok(Ouder::Nieuw(account.in_taal(bezoeker.schil.taal())))
        }
        // Who is not signed in was asked for an account.
        (None, None) => Err(AppError::NotFound),
    }
}

fn refused(bezoeker: &Bezoeker, formulier: Formulier, error: AppError) -> Uitkomst {
    let AppError::Refused(refusal) = error else { return Err(error.into()) };
    let fouten = Fouten::of_refusal(&refusal, bezoeker.schil.taal());
    show_refused(&page(bezoeker, Ingevuld::refused(formulier, fouten)))
}
