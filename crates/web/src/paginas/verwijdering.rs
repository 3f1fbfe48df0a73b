//! Removal and suspension: each step as the law asks it, in its order, and what still stands in the way.

mod besluit;
mod einde;
mod gesprekspartners;
mod handelingen;
pub(super) mod herroepen;
mod kaart;
mod overzicht;
mod schorsen;
mod stap;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use dossier::Refusal;
use dossier::opdracht::{Opdracht, Opdrachtnaam};
use dossier::staat::{Schorsing, Verwijdering};
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::gezin::Gezin;
use super::plek::Bij;
use super::processen::{Beginpunt, Procespagina};
use super::zaak::number;
use crate::api::vormen::{SCHORSINGEN, VERWIJDERINGEN};
use crate::weg::scholen::ZOEKEN;
use crate::weg::werk::Werk;
use crate::weg::{Stap, pagina, toon, verwerk};

use einde::Einde;
use herroepen::Herroeping;
use schorsen::{Melden, Schorsen};
use stap::{VerwijderingStap, Voornemen};

pub(super) use handelingen::genoemd;

/// Removals and suspensions on the pages of others.
pub(super) const PAGINA: Procespagina = Procespagina {
    code: "verwijdering",
    routes,
    voorbeelden: &[
        "/kind/2026-000001/schorsing/1",
        "/kind/2026-000001/schorsing/1/einde",
        "/kind/2026-000001/schorsing/1/herroepen",
        "/kind/2026-000001/schorsing/1/inspectie",
        "/kind/2026-000001/schorsing/nieuw",
        "/kind/2026-000001/verwijdering/1",
        "/kind/2026-000001/verwijdering/1/horen",
        "/kind/2026-000001/verwijdering/nieuw",
    ],
    begin: &[
        Beginpunt {
            opdracht: Opdrachtnaam::NeemVerwijderingVoor,
            tekst: teksten::kind::voornemen_vastleggen,
            pad: "verwijdering/nieuw",
            plaats: 2,
        },
        Beginpunt {
            opdracht: Opdrachtnaam::Schors,
            tekst: teksten::kind::schorsen,
            pad: "schorsing/nieuw",
            plaats: 2,
        },
    ],
    kaart: kaart::kaart,
    waarom: |_, _| None,
    lees: teksten::mijn::lees_alles,
    reden: |_, _, _, _| None,
    gezin: Gezin::Niets(
        "the school records that it heard them; what they can do against it stands with the other ways of who does not agree",
    ),
    vormen: &[VERWIJDERINGEN, SCHORSINGEN],
    verbeter: |_, act| if matches!(act, Opdracht::Schors(_)) { Some(Box::new(Schorsen)) } else { None },
    ernaast: &[(Opdrachtnaam::VindBereideSchool, &[ZOEKEN])],
    vragen: &[],
};

fn routes() -> Router<WebState> {
    Router::new()
        .route("/kind/{nummer}/verwijdering/nieuw", pagina(|_: &Werk, _| Voornemen.klaar()))
        .route("/kind/{nummer}/verwijdering/{nr}", get(removal))
        .route("/kind/{nummer}/verwijdering/{nr}/{stap}", get(step).post(take))
        .route("/kind/{nummer}/schorsing/nieuw", pagina(|_: &Werk, _| Schorsen.klaar()))
        .route("/kind/{nummer}/schorsing/{nr}", get(suspension))
        .route("/kind/{nummer}/schorsing/{nr}/inspectie", pagina(|bij: &Bij, _| Melden::of(bij)?.klaar()))
        .route("/kind/{nummer}/schorsing/{nr}/einde", pagina(|bij: &Bij, _| Einde::of(bij)?.klaar()))
        .route("/kind/{nummer}/schorsing/{nr}/herroepen", pagina(|bij: &Bij, _| Herroeping::of(bij)?.klaar()))
}

impl Werk {
    /// A removal that this person may see.
    pub(in crate::paginas) fn verwijdering(&self, nr: u32) -> Result<&Verwijdering, Fout> {
        self.beeld()
            .verwijderingen
            .iter()
            .find(|verwijdering| verwijdering.nr == nr)
            .ok_or(Fout::NietGevonden)
    }

    /// The pupil is of age and is heard about this removal in place of the parents, today.
    pub(in crate::paginas) fn hoort_leerling_alleen(&self, verwijdering: &Verwijdering) -> bool {
        self.open.hoort_leerling_alleen(verwijdering, self.vandaag())
    }

    /// Those who are heard about a removal today, by number.
    pub(in crate::paginas) fn te_horen(&self) -> Vec<u32> {
        self.open.te_horen()
    }

    /// A suspension that this person may see.
    pub(in crate::paginas) fn schorsing(&self, nr: u32) -> Result<&Schorsing, Fout> {
        self.beeld().schorsingen.iter().find(|schorsing| schorsing.nr == nr).ok_or(Fout::NietGevonden)
    }

    /// What the core has against an act on the enrolment of this child, whatever is typed.
    pub(in crate::paginas) fn try_as_enrolled(&self, naam: Opdrachtnaam) -> Option<Refusal> {
        let elsewhere = || Refusal::new("niet_ingeschreven", teksten::verwijdering::niet_ingeschreven());
        match self.proefdaad(naam, 0).filter(|_| self.beeld().inschrijving.is_some()) {
            Some(opdracht) => self.probeer(opdracht).err().filter(|refusal| refusal.veld.is_none()),
            None => Some(elsewhere()),
        }
    }
}

async fn removal(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    overzicht::removal(&werk, number(&nr)?, &vraag).await
}

async fn open_step(
    state: &WebState,
    kijker: &Kijker,
    path: (String, String, String),
) -> Result<(Werk, VerwijderingStap), Fout> {
    let (nummer, nr, code) = path;
    let werk = Werk::open(state, kijker, &nummer).await?;
    let stap = VerwijderingStap::of(&werk, number(&nr)?, &code).await?;
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

async fn suspension(
    State(state): State<WebState>,
    kijker: Kijker,
    Path((nummer, nr)): Path<(String, String)>,
    vraag: Vraag,
) -> Uitkomst {
    let werk = Werk::open(&state, &kijker, &nummer).await?;
    overzicht::suspension(&werk, number(&nr)?, &vraag).await
}
