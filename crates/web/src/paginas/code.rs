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
use axum::routing::get;
use base::Date;
use teksten::Taal;
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::{Bezoeker, Herkomst};
use web_base::state::WebState;

use super::activeer::{password_fields, read_password};

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/code", get(form).post(connect))
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
    let code = vec![
        Veld::text("code", "De code uit uw brief")
            .hint("Vier groepjes van vier letters en cijfers. Hoofdletters of kleine letters maakt niet uit.")
            .required()
            .filled(&ingevuld),
        Veld::date("geboortedatum", "De geboortedatum van uw kind").required().filled(&ingevuld),
    ];
    let mut account = Vec::new();
    if bezoeker.wie.is_none() {
        account.push(Veld::text("naam", "Uw naam").required().filled(&ingevuld));
        let e_mail = Veld::e_mail("e_mail", "Uw e-mailadres").hint("Hiermee logt u voortaan in.");
        account.push(e_mail.required().filled(&ingevuld));
        account.extend(password_fields(&ingevuld));
    }
    CodePagina {
        pagina: bezoeker.page("Naar de pagina van uw kind").narrow().with_errors(&ingevuld.fouten),
        fouten: ingevuld.fouten,
        code,
        account,
    }
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

fn read(formulier: &Formulier, new_account: bool) -> Result<Ingevoerd, Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let typed = lezer.required("code", "Vul de code uit de brief in.");
    let code = if typed.is_empty() { None } else { keep(&mut lezer, typed.parse::<Oudercode>()) };
    let geboortedatum = lezer.required_date("geboortedatum", "Vul de geboortedatum van uw kind in.");
    let account = new_account.then(|| NieuwAccount {
        naam: lezer.required("naam", "Vul uw naam in."),
        e_mail: lezer.required("e_mail", "Vul uw e-mailadres in."),
        wachtwoord: read_password(&mut lezer),
    });
    lezer.finish_or_show()?;
    match (code, geboortedatum) {
        (Some(code), Some(geboortedatum)) => Ok(Ingevoerd { code, geboortedatum, account }),
        // Both are required, so the reader has refused already.
        _ => Err(Ingevuld::refused(formulier.clone(), Fouten::new())),
    }
}

fn keep<T>(lezer: &mut Lezer<'_>, read: Result<T, AppError>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(AppError::Refused(refusal)) => {
            let (reden, instead) = (Taal::Nl.zeg(&refusal.reden), wat_wel(Taal::Nl, &refusal));
            lezer.error("code", format!("Dit klopt niet: {reden}. Probeer: {instead}."));
            None
        }
        Err(error) => {
            lezer.error("code", error.to_string());
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
    let read = match read(&formulier, bezoeker.wie.is_none()) {
        Ok(read) => read,
        Err(ingevuld) => return show_refused(&page(&bezoeker, ingevuld)),
    };
    let ouder = match parent(&bezoeker, read.account) {
        Ok(ouder) => ouder,
        Err(error) => return refused(&bezoeker, formulier, error),
    };
    let done =
        state.app.redeem_parent_code(&read.code, read.geboortedatum, ouder, &address, bezoeker.moment).await;
    match (done, &bezoeker.wie) {
        (Ok(_), Some(_)) => Ok(redirect("/rol")),
        (Ok(_), None) => Ok(redirect("/inloggen?na=code")),
        (Err(error), _) => refused(&bezoeker, formulier, error),
    }
}

/// Whoever is signed in, or a new account.
fn parent(bezoeker: &Bezoeker, account: Option<NieuwAccount>) -> Result<Ouder, AppError> {
    match (&bezoeker.wie, account) {
        (Some(wie), _) => Ok(Ouder::Bestaand(wie.account.clone())),
        (None, Some(new)) => Ouderaccount::new(&new.naam, &new.e_mail, &new.wachtwoord).map(Ouder::Nieuw),
        // Who is not signed in was asked for an account.
        (None, None) => Err(AppError::NotFound),
    }
}

fn refused(bezoeker: &Bezoeker, formulier: Formulier, error: AppError) -> Uitkomst {
    let AppError::Refused(refusal) = error else { return Err(error.into()) };
    show_refused(&page(bezoeker, Ingevuld::refused(formulier, Fouten::from(&*refusal))))
}
