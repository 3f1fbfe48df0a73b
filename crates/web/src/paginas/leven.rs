//! The data of a child and the people around it: who they are, what changed in their lives, what was written down wrong.

mod gezin;
mod handelingen;
mod herstelcode;
mod overzicht;
mod personen;
mod stap;
mod uitnodigen;
mod velden;
mod verbeteren;
mod verbeteren_velden;
mod vrijgeven;

#[cfg(test)]
mod geheim_tests;
#[cfg(test)]
mod gezin_tests;
#[cfg(test)]
pub(in crate::paginas) mod leerling_tests;
#[cfg(test)]
mod mensen_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod verzorger_tests;
#[cfg(test)]
mod woorden_tests;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::processen::Procespagina;
use super::zaak::number;
use crate::weg::werk::Werk;
use crate::weg::{kept_form, toon, verwerk};

pub(super) use gezin::school_name;
use personen::PersoonStap;
use stap::LevenStap;
pub(super) use velden::person_field;
use verbeteren::{Gevonden, Verbeteren};
use vrijgeven::Vrijgeven;

pub(super) use handelingen::genoemd;
pub(super) use verbeteren_velden::alle as verbetervelden;

/// A life has no cases of its own: its pages are reached from what the child page tells of the child.
pub(super) const PAGINA: Procespagina = Procespagina {
    code: "leven",
    routes,
    voorbeelden: &[
        "/kind/2026-000001/gegevens",
        "/kind/2026-000001/gegevens/verhuizing",
        "/kind/2026-000001/persoon/1/gezag",
        "/kind/2026-000001/persoon/1/uitnodigen",
        "/kind/2026-000001/persoon/1/uitnodigingsbrief",
        "/kind/2026-000001/persoon/1/wachtwoordcode",
        "/kind/2026-000001/persoon/1/wachtwoordbrief",
        "/kind/2026-000001/verbeteren/1",
        "/kind/2026-000001/vrijgeven/1",
    ],
    begin: &[],
    kaart: |_, _, _| None,
    waarom: |_, _| None,
    lees: teksten::mijn::lees_alles,
    reden: |_, _, _, _| None,
    gezin: gezin::GEZIN,
    vormen: &[],
    verbeter: verbeteren_velden::verbeter,
    ernaast: &[],
    vragen: &[],
};

fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}/gegevens", get(overview))
        .route("/kind/{nummer}/gegevens/{stap}", get(step).post(take))
        .route("/kind/{nummer}/persoon/{nr}/uitnodigen", get(uitnodigen::form).post(uitnodigen::invite))
        .route("/kind/{nummer}/persoon/{nr}/uitnodigingsbrief", post(uitnodigen::letter))
        .route("/kind/{nummer}/persoon/{nr}/wachtwoordcode", get(herstelcode::form).post(herstelcode::make))
        .route("/kind/{nummer}/persoon/{nr}/wachtwoordbrief", post(herstelcode::letter))
        .route("/kind/{nummer}/persoon/{nr}/{stap}", get(person_step).post(person_take))
        .route("/kind/{nummer}/verbeteren/{volgnummer}", get(correct).post(corrected))
        .route("/kind/{nummer}/vrijgeven/{volgnummer}", get(release).post(released))
}

async fn overview(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    overzicht::page(&werk, &vraag).await
}

async fn step(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, code)): Path<(String, String)>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let bare = LevenStap::of(&code)?;
    let kept = kept_form(&werk, &bare).await?;
    toon(&werk, &bare.with_area(&werk, &kept).await?).await
}

async fn take(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, code)): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    let stap = LevenStap::of(&code)?.with_area(&werk, &formulier).await?;
    verwerk(&werk, &stap, formulier).await
}

async fn person_step(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr, code)): Path<(String, String, String)>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    toon(&werk, &PersoonStap::of(&werk, number(&nr)?, &code)?).await
}

async fn person_take(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr, code)): Path<(String, String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    personen::take(&werk, number(&nr)?, &code, formulier).await
}

async fn find_fact(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    nr: &str,
) -> Result<(Werk, Gevonden), Fout> {
    let werk = Werk::open(state, kijker, nummer).await?;
    let volgnummer = nr.parse().map_err(|_| Fout::NietGevonden)?;
    let found = Verbeteren::find(&werk, volgnummer)?;
    Ok((werk, found))
}

async fn find_text(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    nr: &str,
) -> Result<(Werk, Vrijgeven), Fout> {
    let werk = Werk::open(state, kijker, nummer).await?;
    let found = Vrijgeven::find(&werk, nr.parse().map_err(|_| Fout::NietGevonden)?)?;
    Ok((werk, found))
}

async fn release(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let (werk, stap) = find_text(&state, &kijker, &nummer, &nr).await?;
    toon(&werk, &stap).await
}

async fn released(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let (werk, stap) = find_text(&state, &kijker, &nummer, &nr).await?;
    verwerk(&werk, &stap, formulier).await
}

async fn correct(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    match find_fact(&state, &kijker, &nummer, &nr).await? {
        (werk, Gevonden::Aanmelding(nr)) => {
            Ok(redirect(&werk.adres(&format!("aanmelding/{nr}/ontvangstdatum"))).into_response())
        }
        (werk, Gevonden::Feit(stap)) => toon(&werk, &*stap).await,
    }
}

async fn corrected(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    match find_fact(&state, &kijker, &nummer, &nr).await? {
        (_, Gevonden::Aanmelding(_)) => Err(Fout::NietGevonden),
        (werk, Gevonden::Feit(stap)) => verwerk(&werk, &*stap, formulier).await,
    }
}
