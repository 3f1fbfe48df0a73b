//! The own account: another password, where one is signed in, and out everywhere at once.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use app::AppError;
use app::accounts::{Sleutelstand, Vanwaar, Waarneming};
use dossier::Woord;
use teksten::{Taal, account};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Geheimveld, Ingevuld, Lezer};
use web_base::onderdelen::{Feiten, Fouten, Melding, Meldingsoort, Veld, day_in};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::{self, Aangemeld, Apparaat, Herkomst, Sessietoken};
use web_base::state::WebState;

use super::activeer::{password_fields, read_password};

const PATH: &str = "/account";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(form))
        .route("/account/wachtwoord", post(change))
        .route("/account/overal-uit", post(everywhere_out))
}

#[derive(Template)]
#[template(path = "paginas/account.html")]
struct Account {
    pagina: Pagina,
    fouten: Fouten,
    velden: Vec<Veld>,
    /// Name, address and roles.
    wie: Feiten,
    /// Who does whose work here, and when, where it concerns this person.
    waarnemingen: Vec<String>,
    /// Where this person is signed in, in words.
    ingelogd: Vec<String>,
    /// The codes for a new password that were made for this account or used, in words.
    codes: Vec<String>,
}

async fn page(
    state: &WebState,
    aangemeld: &Aangemeld,
    token: &str,
    ingevuld: Ingevuld,
) -> Result<Account, AppError> {
    let taal = aangemeld.schil.taal();
    let old = Veld::password(Geheimveld::Oud, taal.zeg(account::wachtwoord_nu())).in_taal(taal).required();
    let mut velden = vec![old.filled(&ingevuld)];
    velden.extend(password_fields(&ingevuld, taal));
    let ingelogd = state.app.ingelogd(token, aangemeld.moment).await?;
    let on = aangemeld.moment.vandaag;
    let told = |at| format!("{} {}", day_in(taal, base::today_in_nl(at), on), base::dates::clock_nl(at));
    let ingelogd = ingelogd.iter().map(|one| {
        let (sinds, gezien) = (told(one.sinds), told(one.gezien_op));
        let text = taal.zeg(account::Sessie { gezien: &gezien, sinds: &sinds }.tekst());
        if one.deze { format!("{text} ({})", taal.zeg(account::deze())) } else { text }
    });
    let codes = state.app.codes_voor(&aangemeld.wie, aangemeld.moment).await?;
    let codes = codes.iter().map(|code| {
        let (op, wie, organisatie) = (told(code.at), code.wie.as_str(), code.organisatie.as_str());
        taal.zeg(if code.gebruikt {
            account::CodeGebruikt { op: &op, wie, organisatie }.tekst()
        } else {
            account::CodeGemaakt { op: &op, wie, organisatie }.tekst()
        })
    });
    Ok(Account {
        waarnemingen: substitutes(state, aangemeld, taal).await?,
        codes: codes.collect(),
        pagina: aangemeld
            .page(taal.zeg(account::titel()))
            .in_chosen_language()
            .below(taal.zeg(account::terug()), "/")
            .narrow()
            .with_errors(&ingevuld.fouten),
        ingelogd: ingelogd.collect(),
        wie: own_data(aangemeld, taal),
        fouten: ingevuld.fouten,
        velden,
    })
}

/// The substitutes of the organisation of the role in which this person acts, where they concern this person.
async fn substitutes(state: &WebState, aangemeld: &Aangemeld, taal: Taal) -> Result<Vec<String>, AppError> {
    let Some(kijker) = &aangemeld.wie.gekozen else { return Ok(Vec::new()) };
    let place = &kijker.actor.organisatie;
    let found = state.app.waarnemingen(place, &aangemeld.wie.account, aangemeld.moment).await?;
    Ok(found.iter().map(|one| in_words(one, taal)).collect())
}

/// Who does whose work, from when to when.
pub(super) fn in_words(one: &Waarneming, taal: Taal) -> String {
    let rol = taal.zeg(one.rol.woord());
    let Waarneming { vervangt, door, van, tot_en_met, .. } = one;
    taal.zeg(account::Waarneming { door, vervangt, rol: &rol, van: *van, tot: *tot_en_met }.tekst())
}

/// As whom somebody is signed in: an account is often remembered by its address.
fn own_data(aangemeld: &Aangemeld, taal: Taal) -> Feiten {
    let e_mail = aangemeld.wie.e_mail.as_str();
    let shell = aangemeld.schil.wie.clone().unwrap_or_default();
    let role = aangemeld.wie.gekozen.as_ref().map(|kijker| taal.zeg(kijker.actor.rol.woord()));
    let role = role.map(|rol| {
        let parts = [rol.as_str(), shell.organisatie.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    Feiten::new()
        .with(taal.zeg(account::naam()), shell.naam)
        .with(taal.zeg(account::e_mail()), e_mail)
        .with_some(&taal.zeg(account::rol()), role)
}

async fn form(
    State(state): State<WebState>,
    aangemeld: Aangemeld,
    Sessietoken(token): Sessietoken,
    vraag: Vraag,
) -> Uitkomst {
    let token = token.ok_or(Fout::NietGevonden)?;
    let mut template = page(&state, &aangemeld, &token, Ingevuld::empty()).await?;
    if vraag.text("na") == Some("wachtwoord") {
        let text = aangemeld.schil.taal().zeg(account::gewijzigd());
        template.pagina.meldingen.push(Melding::new(Meldingsoort::Goed, text));
        let (keys, on) = (state.app.sleutels_of(&aangemeld.wie.account).await?, aangemeld.moment.vandaag);
        if keys.iter().any(|key| Sleutelstand::of(key, on) == Sleutelstand::Werkt) {
            let text = aangemeld.schil.taal().zeg(account::sleutels_werken_door());
            template.pagina.meldingen.push(Melding::new(Meldingsoort::LetOp, text));
        }
    }
    show(&template)
}

async fn change(
    State(state): State<WebState>,
    aangemeld: Aangemeld,
    Sessietoken(token): Sessietoken,
    Herkomst(address): Herkomst,
    Apparaat(apparaat): Apparaat,
    formulier: Formulier,
) -> Result<Response, Fout> {
    let token = token.ok_or(Fout::NietGevonden)?;
    let taal = aangemeld.schil.taal();
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let old = lezer.required_secret(Geheimveld::Oud, &taal.zeg(account::oud_leeg()));
    let new = read_password(&mut lezer, taal);
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&state, &aangemeld, &token, ingevuld).await?);
    }
    let moment = aangemeld.moment;
    let from = Vanwaar { adres: &address, apparaat: apparaat.as_deref() };
    match state.app.replace_password(&aangemeld.wie, (old, new), from, moment).await {
        Ok(sessie) => {
            let cookie = session::start_known(&state, &sessie);
            Ok((cookie, redirect("/account?na=wachtwoord")).into_response())
        }
        Err(AppError::Refused(refusal)) => {
            let mut fouten = Fouten::of_refusal(&refusal, taal);
            if refusal.code == "aanmelden_mislukt" {
                fouten = Fouten::new().in_taal(taal);
                fouten.add(Geheimveld::Oud.naam(), taal.zeg(account::oud_fout()));
            }
            let ingevuld = Ingevuld::refused(formulier, fouten);
            show_refused(&page(&state, &aangemeld, &token, ingevuld).await?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn everywhere_out(
    State(state): State<WebState>,
    aangemeld: Aangemeld,
    Sessietoken(token): Sessietoken,
) -> Result<Response, Fout> {
    let token = token.ok_or(Fout::NietGevonden)?;
    state.app.sign_out_everywhere(&token, aangemeld.moment).await?;
    let language = session::keep_language(&state, aangemeld.schil.taal());
    Ok((session::end(&state), language, redirect("/inloggen?na=uitloggen")).into_response())
}

#[cfg(test)]
mod tests;
