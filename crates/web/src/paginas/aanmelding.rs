//! One registration: where it stands, whose turn it is, what can be done now and what the law has against the rest.

mod afloop;
mod bevestiging;
mod daarna;
mod gezegd;
mod gezin;
mod handelingen;
mod herkomst;
mod kaart;
mod nieuw;
mod overzicht;
mod samen;
mod stap;
mod termijn;
mod waarop;
mod weigeren;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use dossier::opdracht::Opdrachtnaam;
use dossier::staat::Aanmelding;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::pagina::show;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::api::vormen::AANMELDINGEN;
use crate::weg::scholen::ZOEKEN;
use crate::weg::werk::Werk;
use crate::weg::{Aan, Gemaakt, Stap, kept_form, pagina};
use stap::AanmeldingStap;

use super::plek::Bij;
use super::processen::{Beginpunt, Procespagina};
use super::zaak::number;

pub(in crate::paginas) use afloop::{antwoord as answer_to_offer, met_bereide_school};
pub(super) use bevestiging::can_be_delivered;
pub(super) use handelingen::genoemd;
pub(in crate::paginas) use nieuw::{Aanmelder, per_onderwijs, registration_fields, split_choice};

/// Registrations on the pages of others.
pub(super) const PAGINA: Procespagina = Procespagina {
    code: "aanmelding",
    routes,
    voorbeelden: &[
        "/kind/2026-000001/aanmelding/1",
        "/kind/2026-000001/aanmelding/1/behoefte",
        "/kind/2026-000001/aanmelding/1/bevestiging",
        "/kind/2026-000001/aanmelding/1/weigeren/knop",
        "/kind/2026-000001/aanmelding/1/weigeren/punten",
        "/kind/2026-000001/aanmelding/nieuw",
    ],
    begin: &[Beginpunt {
        opdracht: Opdrachtnaam::MeldAan,
        tekst: teksten::mijn::aanmelden,
        pad: "aanmelding/nieuw",
        plaats: 1,
    }],
    kaart: kaart::kaart,
    waarom: kaart::waarom,
    lees: teksten::mijn::lees_aanmelding,
    reden: kaart::reden,
    gezin: gezin::GEZIN,
    vormen: &[AANMELDINGEN],
    verbeter: stap::verbeter,
    ernaast: &[
        (Opdrachtnaam::MeldAan, &[ZOEKEN, "vestiging", "geheim", "geheim_bron", "voor_persoon_#"]),
        (Opdrachtnaam::AanvaardAanbod, &["antwoord"]),
        (Opdrachtnaam::DoeAanbod, &[ZOEKEN]),
        (Opdrachtnaam::Weiger, &[ZOEKEN]),
    ],
    vragen: &[],
};

fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}/aanmelding/nieuw", get(nieuw::form).post(nieuw::send))
        .route("/kind/{nummer}/aanmelding/{nr}", get(registration))
        .route("/kind/{nummer}/aanmelding/{nr}/bevestiging", get(bevestiging::page))
        .route("/kind/{nummer}/aanmelding/{nr}/weigeren/punten", get(points))
        .route("/kind/{nummer}/aanmelding/{nr}/weigeren/knop", get(button))
        .route("/kind/{nummer}/aanmelding/{nr}/{stap}", pagina(|bij: &Bij, aan| step(bij, aan)))
}

impl Werk {
    /// A registration that this person may see.
    pub(in crate::paginas) fn aanmelding(&self, nr: u32) -> Result<&Aanmelding, Fout> {
        self.beeld().aanmeldingen.iter().find(|aanmelding| aanmelding.nr == nr).ok_or(Fout::NietGevonden)
    }
}

async fn registration(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    overzicht::page(&werk, number(&nr)?, &vraag).await
}

/// A step of a registration.
fn step(Bij { werk, nr, code }: &Bij, _aan: Aan<'_>) -> Gemaakt<'static> {
    AanmeldingStap::of(werk, *nr, code)?.klaar()
}

/// A refusal with what was kept of its form.
async fn kept_refusal(
    state: &WebState,
    kijker: &Kijker,
    nummer: &str,
    nr: &str,
) -> Result<(Werk, AanmeldingStap, Formulier), Fout> {
    let werk = Werk::open(state, kijker, nummer).await?;
    werk.vereis(Opdrachtnaam::Weiger)?;
    let stap = AanmeldingStap::of(&werk, number(nr)?, "weigeren")?;
    let formulier = kept_form(&werk, &stap).await?;
    Ok((werk, stap, formulier))
}

/// The points of the law for a refusal: the script shows them again after each field that was kept.
async fn points(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let (werk, stap, formulier) = kept_refusal(&state, &kijker, &nummer, &nr).await?;
    show(&weigeren::punten(&stap.aanmelding, &werk, &formulier))
}

/// The button to refuse, when every point is met.
async fn button(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
) -> Uitkomst {
    let (werk, stap, formulier) = kept_refusal(&state, &kijker, &nummer, &nr).await?;
    show(&weigeren::knop(&stap.aanmelding, &werk, &formulier))
}
