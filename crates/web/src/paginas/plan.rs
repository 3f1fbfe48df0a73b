//! The plan: what stands in it version by version, who was heard, what came of it, and the form of each act.

mod gezin;
mod handelingen;
mod kaart;
mod overzicht;
mod praatblad;
mod stap;
mod velden;
mod verschil;
mod vormen;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use dossier::opdracht::Opdrachtnaam;
use dossier::plan::staat::Plan;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::processen::{Beginpunt, Procespagina};
use super::zaak::number;
use crate::weg::werk::Werk;
use crate::weg::{Stap, pagina, toon, verwerk};

use stap::{Beginnen, PlanStap};

pub(super) use handelingen::genoemd;

/// Plans on the pages of others.
pub(super) const PAGINA: Procespagina = Procespagina {
    code: "plan",
    routes,
    voorbeelden: &[
        "/kind/2026-000001/plan/1",
        "/kind/2026-000001/plan/1/praatblad",
        "/kind/2026-000001/plan/1/vaststellen",
        "/kind/2026-000001/plan/nieuw",
    ],
    begin: &[Beginpunt {
        opdracht: Opdrachtnaam::StartPlan,
        tekst: teksten::kind::plan_beginnen,
        pad: "plan/nieuw",
        plaats: 1,
    }],
    kaart: kaart::kaart,
    waarom: kaart::waarom,
    lees: teksten::mijn::lees_plan,
    reden: |_, _, _, _| None,
    gezin: gezin::GEZIN,
    vormen: &[vormen::PLANNEN],
    verbeter: |_, _| None,
    ernaast: &[],
    vragen: &[],
};

fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}/plan/nieuw", pagina(|_: &Werk, _| Beginnen.klaar()))
        .route("/kind/{nummer}/plan/{nr}", get(plan))
        .route("/kind/{nummer}/plan/{nr}/praatblad", get(talk_sheet))
        .route("/kind/{nummer}/plan/{nr}/{stap}", get(step).post(take))
}

impl Werk {
    /// A plan that this person may see.
    pub(in crate::paginas) fn plan(&self, nr: u32) -> Result<&Plan, Fout> {
        self.beeld().plan(nr).ok_or(Fout::NietGevonden)
    }
}

async fn plan(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    overzicht::plan(&werk, number(&nr)?, &vraag).await
}

async fn talk_sheet(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    praatblad::praatblad(&werk, number(&nr)?).await
}

async fn open_step(
    state: &WebState,
    kijker: &Kijker,
    (nummer, nr, code): (String, String, String),
) -> Result<(Werk, PlanStap), Fout> {
    let werk = Werk::open(state, kijker, &nummer).await?;
    let stap = PlanStap::of(&werk, number(&nr)?, &code)?;
    Ok((werk, stap))
}

async fn step(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(path): Path<(String, String, String)>,
) -> Uitkomst {
    let (werk, stap) = open_step(&state, &kijker, path).await?;
    toon(&werk, &stap).await
}

async fn take(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(path): Path<(String, String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let (werk, stap) = open_step(&state, &kijker, path).await?;
    verwerk(&werk, &stap, formulier).await
}
