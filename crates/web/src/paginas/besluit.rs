//! The decision on a request: summary, advices, what the law asks, a text built from parts, and the letter as it
//! will go out. Then making it known.

mod bekendmaken;
mod formulier;
mod toets;

use app::AppError;
use app::dossiers::Uitvoering;
use app::inzage::Doel;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base::Date;
use dossier::Opdracht;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Link, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{
    Adviesblok, Concept, Gezien, Nee, Samenvatting, Velden, adviezen, clash_errors, expected, kept_line,
    state_name, state_of, term, versions,
};

pub(super) use formulier::FIELDS;
use formulier::{Besluitvoorstel, Voorstel};
use toets::Toetslijst;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}/aanvraag/{nr}/besluit", get(form).post(decide))
        .route("/kind/{nummer}/aanvraag/{nr}/besluit/veld", post(keep_one))
        .route("/kind/{nummer}/aanvraag/{nr}/besluit/toets", get(checks))
        .route("/kind/{nummer}/aanvraag/{nr}/besluit/voorbeeld", post(preview).get(form))
        .route(
            "/kind/{nummer}/aanvraag/{nr}/bekendmaken",
            get(bekendmaken::form).post(bekendmaken::make_known),
        )
}

#[derive(Template)]
#[template(path = "paginas/besluit/besluit.html")]
struct Besluiten {
    pagina: Pagina,
    adres: String,
    concept: String,
    nee: Nee,
    versies: String,
    bewaard: String,
    velden: Vec<Veld>,
    standen: Vec<Veld>,
    samenvatting: Samenvatting,
    adviezen: Vec<Adviesblok>,
    termijn: Feiten,
    toetsen: Toetslijst,
    terug: Link,
}

/// What every part of this page needs.
struct Zaak<'a> {
    gezien: &'a Gezien,
    voorstel: &'a Voorstel,
    state: &'a WebState,
    kijker: &'a Kijker,
}

fn draft(gezien: &Gezien) -> Result<Concept<'_>, Fout> {
    gezien.concept("neem_besluit")
}

/// The page.
async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&state, &kijker, &look(&state, &kijker, &parts).await?, Nee::default()).await
}

/// The request for whoever decides on it; nobody else finds the page.
async fn look(state: &WebState, kijker: &Kijker, parts: &(String, String)) -> Result<Gezien, Fout> {
    let gezien = Gezien::at(state, kijker, parts).await?;
    gezien.must("neem_besluit")?;
    let possible = gezien.by_swv(kijker) && gezien.aanvraag.fase().is_in_behandeling();
    if possible { Ok(gezien) } else { Err(Fout::NietGevonden) }
}

async fn page(state: &WebState, kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.toon(Doel::Beslissen).await?;
    let (on, plek) = (kijker.moment.vandaag, &gezien.plek);
    let kept = draft(gezien)?.fields().await?;
    let voorstel = match &nee.ingevuld.formulier {
        Some(sent) => Voorstel::sent(sent),
        None => Voorstel::kept(&kept, &gezien.aanvraag, state, on),
    };
    let zaak = Zaak { gezien, voorstel: &voorstel, state, kijker };
    let template = Besluiten {
        pagina: gezien.page_below(kijker, "Beslissen").with_errors(&nee.ingevuld.fouten),
        adres: plek.below("besluit"),
        concept: plek.draft("neem_besluit"),
        versies: versions(&kept),
        bewaard: kept_line(&kept, on),
        velden: formulier::fields(&zaak, &nee.ingevuld),
        standen: states(&kept),
        samenvatting: Samenvatting::of(gezien.beeld(), &gezien.aanvraag, on).short(),
        adviezen: adviezen(&gezien.aanvraag, on),
        termijn: term(gezien, on),
        toetsen: toets::all(&zaak),
        terug: Link::new("Terug naar de aanvraag", plek.address()),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// What was in each field when the page was made.
fn states(kept: &Velden) -> Vec<Veld> {
    formulier::FIELDS.iter().map(|code| Veld::hidden(&state_name(code), state_of(kept.get(*code)))).collect()
}

/// Keeps everything typed and shows the checks again, or decides, by the button that was pressed.
async fn decide(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = look(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let concept = draft(&gezien)?;
    let clashes = concept.keep_sent(formulier::FIELDS.iter().copied(), &formulier).await?;
    if !clashes.is_empty() {
        let fouten = clash_errors(&clashes);
        return page(&state, &kijker, &gezien, web_base::form::Ingevuld::refused(formulier, fouten).into())
            .await;
    }
    if !formulier.is_on("beslis") {
        return Ok(redirect(&format!("{}#toetsen", plek.below("besluit"))));
    }
    let opdracht = match Besluitvoorstel::read(plek, &gezien, &formulier) {
        Ok(besluit) => besluit.0,
        Err(ingevuld) => return page(&state, &kijker, &gezien, ingevuld.into()).await,
    };
    let done = concept.plek.klaar();
    let uitvoering =
        Uitvoering { expected: expected(&formulier)?, drafts_done: vec![done], ..Uitvoering::default() };
    match gezien.open.neem_besluit(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=besloten", plek.address()))),
        Err(error) => page(&state, &kijker, &gezien, refused(error, formulier, kijker.moment.vandaag)?).await,
    }
}

/// The text is typed in parts; what the core says of it as a whole stands with the reason for the decision.
fn refused(error: AppError, formulier: Formulier, on: Date) -> Result<Nee, Fout> {
    let error = match error {
        AppError::Refused(mut refusal) if refusal.veld == Some("motivering") => {
            refusal.veld = Some(formulier::REASON);
            AppError::Refused(refusal)
        }
        other => other,
    };
    Nee::of(error, formulier, on)
}

/// Keeps one field while somebody types.
async fn keep_one(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must("neem_besluit")?;
    draft(&gezien)?.keep_typed(&formulier, |code| formulier::FIELDS.contains(&code)).await
}

/// The checks of the law on what is kept now.
async fn checks(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = look(&state, &kijker, &parts).await?;
    let kept = draft(&gezien)?.fields().await?;
    let voorstel = Voorstel::kept(&kept, &gezien.aanvraag, &state, kijker.moment.vandaag);
    let zaak = Zaak { gezien: &gezien, voorstel: &voorstel, state: &state, kijker: &kijker };
    show(&toets::all(&zaak))
}

/// The letter as it would go out today, with what stands in the form now.
async fn preview(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = look(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    let opdracht = match Besluitvoorstel::read(plek, &gezien, &formulier) {
        Ok(besluit) => Opdracht::NeemBesluit(besluit.0),
        Err(ingevuld) => return page(&state, &kijker, &gezien, ingevuld.into()).await,
    };
    match gezien.open.voorbeeld(&opdracht).await {
        Ok(letters) => match letters.first() {
            Some(concept) => Ok(inline_pdf(state.app.render(&concept.brief)?)),
            None => Err(AppError::Letter("er is niemand om aan te schrijven".to_owned()).into()),
        },
        Err(error) => page(&state, &kijker, &gezien, refused(error, formulier, kijker.moment.vandaag)?).await,
    }
}

/// A letter of our own making, to look at.
fn inline_pdf(bytes: Vec<u8>) -> Response {
    let kind = HeaderValue::from_static("application/pdf");
    let shown = HeaderValue::from_static("inline; filename=\"voorbeeld-besluit.pdf\"");
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, shown)], bytes).into_response()
}

impl Zaak<'_> {
    fn on(&self) -> Date {
        self.kijker.moment.vandaag
    }

    fn law(&self) -> dossier::Besluitvorming<'_> {
        self.gezien.open.besluitvorming_over(&self.gezien.aanvraag.swv.uitkomst)
    }
}
