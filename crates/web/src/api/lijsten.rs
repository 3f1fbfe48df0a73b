//! The lists of the pages over HTTP. Each is declared once, with its page: what can be asked, in which orders, and what a
//! row says come from there, and what a list tells somebody is decided by the use case.

use app::AppError;
use app::lijst::{Page, Rows, limits};
use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::{Value, json};
use web_base::error::{Fout, Uitkomst};
use web_base::lijst::{Gegeven, Lijst};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::dossiers::BLADZIJDE;
use super::operatie::{Groep, Operatie};
use super::schema::{Schemas, Vorm};
use crate::paginas::{
    AANVRAGEN, ACCOUNTS, ADVIEZEN, BEURTEN, DESKUNDIGEN, KINDEREN, LOGBOEK, POST, SLEUTELS, VAN_ANDEREN,
    VERKLARINGEN, VERLENGINGEN, ZONDER_DESKUNDIGE, ending, may_renew, own_experts, own_keys, without_expert,
};

const LIJSTEN: Groep = Groep {
    naam: "Lijsten",
    over: "De lijsten van de pagina's, tweehonderd rijen per bladzijde. Een lijst zegt niemand meer dan de pagina van het kind. Er wordt geteld tot duizend: is `meer` waar, dan zijn er meer.",
};

/// One list: its address, its name for programs, what it is called in the document, and its declaration.
macro_rules! lijst {
    ($pad:literal, $id:literal, $naam:literal, $lijst:ident, $wat:literal, $ask:ident) => {
        Operatie::get($pad, $id, (LIJSTEN, $wat), || get($ask))
            .uitleg($lijst.uitleg)
            .vraagt(&[BLADZIJDE])
            .vraagt_ook(|| $lijst.parameters())
            .geeft(|schemas| page(schemas, $naam, &$lijst))
    };
}

pub(super) const OPERATIES: &[Operatie] = &[
    lijst!("/dossiers", "geefDossiers", "Kindrij", KINDEREN, "De kinderen van uw werk", children),
    lijst!("/beurten", "geefBeurten", "Beurtrij", BEURTEN, "Wat u moet doen", own_turns),
    lijst!(
        "/beurten-van-anderen",
        "geefBeurtenVanAnderen",
        "BeurtrijVanAnderen",
        VAN_ANDEREN,
        "Waar u op wacht",
        turns_of_others
    ),
    lijst!(
        "/aanvragen",
        "geefAanvragen",
        "Aanvraagrij",
        AANVRAGEN,
        "De aanvragen bij uw samenwerkingsverband",
        requests
    ),
    lijst!(
        "/aanvragen-zonder-deskundige",
        "geefAanvragenZonderDeskundige",
        "AanvraagrijZonderDeskundige",
        ZONDER_DESKUNDIGE,
        "De aanvragen waarvan een deskundige weg is",
        left_behind
    ),
    lijst!(
        "/adviesvragen",
        "geefAdviesvragen",
        "Adviesrij",
        ADVIEZEN,
        "De aanvragen waarover u advies geeft",
        asked_advice
    ),
    lijst!(
        "/verklaringen",
        "geefVerklaringen",
        "Verklaringrij",
        VERKLARINGEN,
        "Het register van uw samenwerkingsverband",
        declarations
    ),
    lijst!(
        "/verlengingen",
        "geefVerlengingen",
        "Verlengrij",
        VERLENGINGEN,
        "De verklaringen en aanwijzingen die binnen een jaar aflopen",
        renewals
    ),
    lijst!("/post", "geefUitgaandePost", "Postrij", POST, "De brieven van uw organisatie", outgoing),
    lijst!("/accounts", "geefAccounts", "Accountrij", ACCOUNTS, "De accounts van uw organisatie", accounts),
    lijst!(
        "/deskundigen",
        "geefDeskundigen",
        "Deskundigerij",
        DESKUNDIGEN,
        "De deskundigen van uw samenwerkingsverband",
        experts
    ),
    lijst!("/logboek", "geefLogboek", "Logregel", LOGBOEK, "Het logboek van uw organisatie", log),
    lijst!("/sleutels", "geefSleutels", "Sleutelrij", SLEUTELS, "Uw sleutels", keys),
];

/// The schema of a page of a list.
fn page<R, W: Default, S: Copy>(schemas: &mut Schemas, naam: &str, lijst: &Lijst<R, W, S>) -> Value {
    schemas.object(&format!("{naam}Bladzijde"), "Een bladzijde van een lijst.", |schemas| {
        let field = |gegeven: &Gegeven<R>| (gegeven.naam, "", gegeven.soort.schema());
        let row = schemas.object(naam, lijst.uitleg, |_| lijst.for_programs().map(field).collect());
        vec![
            ("rijen", "De rijen van deze bladzijde.", json!({ "type": "array", "items": row })),
            (
                "totaal",
                "Hoeveel er in totaal zijn; ten minste zoveel als `meer` waar is.",
                u64::schema(schemas),
            ),
            ("meer", "Er zijn meer rijen dan er geteld zijn.", bool::schema(schemas)),
        ]
    })
}

/// A program goes through the whole list, in larger pages than a screen.
fn rows(vraag: &Vraag) -> Result<Page, Fout> {
    vraag.rows_by("bladzijde", limits::PAGE_ROWS)
}

/// A page of a list. That a program fetches it is written down, once a day, as a file for a spreadsheet is.
async fn answer<R, W: Default, S: Copy, E>(
    (state, kijker): (&WebState, &Kijker),
    lijst: &Lijst<R, W, S>,
    found: Result<Rows<R>, E>,
) -> Uitkomst
where
    Fout: From<E>,
{
    let answer = Json(lijst.json(&found?)).into_response();
    state.app.log_gevraagd(&kijker.kijker, lijst.naam, kijker.moment).await?;
    Ok(answer)
}

async fn children(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = KINDEREN.wens_of_interface(&vraag)?;
    answer(
        (&state, &kijker),
        &KINDEREN,
        state.app.kinderen(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn own_turns(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = BEURTEN.wens_of_interface(&vraag)?;
    answer(
        (&state, &kijker),
        &BEURTEN,
        state.app.eigen_beurten(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn turns_of_others(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = VAN_ANDEREN.wens_of_interface(&vraag)?;
    let page = rows(&vraag)?;
    answer(
        (&state, &kijker),
        &VAN_ANDEREN,
        state.app.beurten_van_anderen(&kijker.kijker, kijker.moment, &wens, page).await,
    )
    .await
}

async fn requests(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = AANVRAGEN.wens_of_interface(&vraag)?.lijst();
    answer(
        (&state, &kijker),
        &AANVRAGEN,
        state.app.aanvragen(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn left_behind(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = ZONDER_DESKUNDIGE.wens_of_interface(&vraag)?;
    let found = without_expert(&state, &kijker, &wens, rows(&vraag)?).await;
    answer((&state, &kijker), &ZONDER_DESKUNDIGE, found).await
}

async fn asked_advice(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = ADVIEZEN.wens_of_interface(&vraag)?;
    answer(
        (&state, &kijker),
        &ADVIEZEN,
        state.app.toewijzingen(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn declarations(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = VERKLARINGEN.wens_of_interface(&vraag)?;
    answer(
        (&state, &kijker),
        &VERKLARINGEN,
        state.app.tlv_register(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn renewals(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    if !may_renew(kijker.kijker.actor.rol) {
        return Err(AppError::Forbidden { reden: teksten::toegang::lijst_school() }.into());
    }
    let wens = VERLENGINGEN.wens_of_interface(&vraag)?;
    answer((&state, &kijker), &VERLENGINGEN, ending(&state, &kijker, &wens, rows(&vraag)?).await).await
}

async fn outgoing(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = POST.wens_of_interface(&vraag)?.lijst();
    answer(
        (&state, &kijker),
        &POST,
        state.app.uitgaande_post(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn accounts(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = ACCOUNTS.wens_of_interface(&vraag)?;
    answer(
        (&state, &kijker),
        &ACCOUNTS,
        state.app.eigen_accounts(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn experts(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = DESKUNDIGEN.wens_of_interface(&vraag)?;
    answer((&state, &kijker), &DESKUNDIGEN, own_experts(&state, &kijker, &wens, rows(&vraag)?).await).await
}

async fn log(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = LOGBOEK.wens_of_interface(&vraag)?;
    answer(
        (&state, &kijker),
        &LOGBOEK,
        state.app.logboek(&kijker.kijker, kijker.moment, &wens, rows(&vraag)?).await,
    )
    .await
}

async fn keys(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = SLEUTELS.wens_of_interface(&vraag)?;
    answer((&state, &kijker), &SLEUTELS, own_keys(&state, &kijker, &wens, rows(&vraag)?).await).await
}
