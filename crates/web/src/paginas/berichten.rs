//! A notice by e-mail when there is something new: off until somebody turns it on here, with a code that proves the address.

use app::AppError;
use app::mail::{Berichtkeuze, Besluitkeuze, code_geldig_uren};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use teksten::{Taal, berichten};
use web_base::error::{Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Fouten, Melding, Meldingsoort, Optie, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Aangemeld;
use web_base::state::WebState;

#[cfg(test)]
mod tests;

const PATH: &str = "/berichten";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(form))
        .route("/berichten/code", post(ask))
        .route("/berichten/aan", post(confirm))
        .route("/berichten/uit", post(stop))
}

#[derive(Template)]
#[template(path = "paginas/berichten.html")]
struct Berichten {
    pagina: Pagina,
    fouten: Fouten,
    stand: String,
    /// A code is on its way: its field, with to which address.
    code: Option<(String, Veld)>,
    /// The field for an address; none where no mail is sent.
    adres: Option<Veld>,
    aan: bool,
    /// Asked of who is told of decisions on the own page, before e-mail goes off.
    besluiten: Option<Veld>,
}

async fn page(state: &WebState, aangemeld: &Aangemeld, ingevuld: Ingevuld) -> Result<Berichten, AppError> {
    let taal = aangemeld.schil.taal();
    let Berichtkeuze { adres, te_bevestigen } =
        state.app.berichtkeuze(&aangemeld.wie, aangemeld.moment).await?;
    let stand = match &adres {
        _ if !state.app.sends_mail() => taal.zeg(berichten::geen_mailserver()),
        Some(adres) => taal.zeg(berichten::StaatAan { adres }.tekst()),
        None => taal.zeg(berichten::staat_uit()),
    };
    let own = aangemeld.wie.e_mail.as_str();
    let code = te_bevestigen.map(|adres| {
        let vorm = berichten::CodeVorm { uren: code_geldig_uren() }.tekst();
        let veld = Veld::text("code", taal.zeg(berichten::code_veld())).hint(taal.zeg(vorm));
        let wacht = taal.zeg(berichten::WachtOpCode { adres: &adres }.tekst());
        (wacht, veld.in_taal(taal).required().filled(&ingevuld))
    });
    let veld = Veld::e_mail("e_mail", taal.zeg(berichten::adres_veld()));
    let veld = veld.hint(taal.zeg(berichten::adres_uitleg())).in_taal(taal).required();
    let veld = if ingevuld.formulier.is_some() { veld.filled(&ingevuld) } else { veld.value(own) };
    let besluiten = match &adres {
        Some(_) if state.app.hoort_van_besluiten(&aangemeld.wie, aangemeld.moment).await? => {
            Some(decisions(taal).filled(&ingevuld))
        }
        Some(_) | None => None,
    };
    Ok(Berichten {
        besluiten,
        pagina: aangemeld
            .page(taal.zeg(berichten::titel()))
            .in_chosen_language()
            .below(taal.zeg(berichten::terug()), "/")
            .narrow()
            .with_errors(&ingevuld.fouten),
        fouten: ingevuld.fouten,
        stand,
        code,
        adres: state.app.sends_mail().then_some(veld),
        aan: adres.is_some(),
    })
}

/// How decisions come without a notice.
fn decisions(taal: Taal) -> Veld {
    let ways = vec![
        Optie::new("papier", taal.zeg(berichten::besluiten_op_papier())),
        Optie::new("pagina", taal.zeg(berichten::besluiten_zonder_kennisgeving())),
    ];
    Veld::radio("besluiten", taal.zeg(berichten::besluiten_veld()), ways).in_taal(taal).required()
}

async fn form(State(state): State<WebState>, aangemeld: Aangemeld, vraag: Vraag) -> Uitkomst {
    let mut template = page(&state, &aangemeld, Ingevuld::empty()).await?;
    template.pagina.meldingen.extend(message(&vraag, aangemeld.schil.taal()));
    show(&template)
}

/// What was done just before.
fn message(vraag: &Vraag, taal: Taal) -> Option<Melding> {
    let text = match vraag.text("na")? {
        "code" => berichten::na_code(),
        "aan" => berichten::na_aan(),
        "uit" => berichten::na_uit(),
        _ => return None,
    };
    Some(Melding::new(Meldingsoort::Goed, taal.zeg(text)))
}

async fn ask(State(state): State<WebState>, aangemeld: Aangemeld, formulier: Formulier) -> Uitkomst {
    let taal = aangemeld.schil.taal();
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let adres = lezer.required("e_mail", &taal.zeg(berichten::adres_leeg()));
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&state, &aangemeld, ingevuld).await?);
    }
    let asked = state.app.vraag_mailcode(&aangemeld.wie, &adres, taal, aangemeld.moment).await;
    done(&state, &aangemeld, formulier, asked, "code").await
}

async fn confirm(State(state): State<WebState>, aangemeld: Aangemeld, formulier: Formulier) -> Uitkomst {
    let taal = aangemeld.schil.taal();
    let mut lezer = Lezer::of(&formulier).in_taal(taal);
    let code = lezer.required("code", &taal.zeg(berichten::code_leeg()));
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&state, &aangemeld, ingevuld).await?);
    }
    let confirmed = state.app.bevestig_mailcode(&aangemeld.wie, &code, aangemeld.moment).await;
    done(&state, &aangemeld, formulier, confirmed, "aan").await
}

async fn stop(State(state): State<WebState>, aangemeld: Aangemeld, formulier: Formulier) -> Uitkomst {
    let keuze = Besluitkeuze::from_code(formulier.text("besluiten"));
    let stopped = Box::pin(state.app.stop_berichten(&aangemeld.wie, keuze, aangemeld.moment)).await;
    done(&state, &aangemeld, formulier, stopped, "uit").await
}

/// Back to the page, with what was done or why it was not.
async fn done(
    state: &WebState,
    aangemeld: &Aangemeld,
    formulier: Formulier,
    outcome: Result<(), AppError>,
    na: &str,
) -> Uitkomst {
    match outcome {
        Ok(()) => Ok(redirect(&format!("{PATH}?na={na}"))),
        Err(AppError::Refused(refusal)) => {
            let fouten = Fouten::of_refusal(&refusal, aangemeld.schil.taal());
            show_refused(&page(state, aangemeld, Ingevuld::refused(formulier, fouten)).await?)
        }
        Err(error) => Err(error.into()),
    }
}
