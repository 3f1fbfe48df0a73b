//! One expert for several requests at once: each is decided by itself, and the page says what came of each.

use app::AppError;
use askama::Template;
use axum::extract::State;
use base::Timestamp;
use dossier::Rol;
use dossier::soort::Discipline;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Kolom, Link, Tabel};
use web_base::pagina::{Pagina, html, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::experts::{self, Expert};
use crate::paginas::aanvraag::Plek;
use crate::weg::reeks::{self, Afloop};

/// Most requests in one go.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "paginas/loket/toegewezen.html")]
struct Toegewezen {
    pagina: Pagina,
    uitleg: String,
    tabel: Tabel,
    terug: Link,
}

/// What came of one request.
struct Uitslag {
    kind: Link,
    afloop: Afloop,
}

impl Uitslag {
    fn tekst(&self) -> &str {
        match &self.afloop {
            Afloop::Gedaan(_) => "om advies gevraagd",
            Afloop::Geweigerd(why) | Afloop::Ingehaald(why) => why,
        }
    }
}

/// There is nothing to see here without having chosen.
pub(super) async fn nothing_chosen() -> Uitkomst {
    Ok(redirect("/loket"))
}

/// Asks one expert to advise on every request that was chosen.
pub(super) async fn assign_many(
    State(state): State<WebState>,
    kijker: Kijker,
    formulier: Formulier,
) -> Uitkomst {
    if kijker.kijker.actor.rol != Rol::Loket {
        return Err(AppError::Forbidden { reden: teksten::toegang::deskundigen_vraagt_loket() }.into());
    }
    let shown_at = reeks::shown_at(&kijker, &formulier)?;
    let experts = experts::all(&state, &kijker).await?;
    let expert = experts.iter().find(|expert| expert.persoon.as_str() == formulier.text("persoon"));
    let discipline =
        Discipline::from_code(formulier.text("discipline")).or(expert.and_then(|expert| expert.discipline));
    let chosen: Vec<Plek> = formulier.all("kies").filter_map(as_place).take(MOST).collect();
    let (Some(expert), Some(discipline), false) = (expert, discipline, chosen.is_empty()) else {
        return show(&answer(
            &kijker,
            "Kies één of meer aanvragen, een deskundige en een discipline.".to_owned(),
            &[],
        ));
    };
    let mut results = Vec::with_capacity(chosen.len());
    for plek in &chosen {
        let one = Box::pin(assign_one(&state, &kijker, plek, (expert, discipline), shown_at));
        results.push(one.await?);
    }
    experts::remember(&state, &kijker, &expert.persoon, discipline).await?;
    let done = results.iter().filter(|uitslag| matches!(uitslag.afloop, Afloop::Gedaan(_))).count();
    let text = format!(
        "{} ({}) is om advies gevraagd bij {done} van de {} gekozen aanvragen.",
        expert.naam,
        discipline.label(),
        results.len()
    );
    let status = Afloop::status(results.iter().map(|uitslag| &uitslag.afloop));
    Ok(html(status, &answer(&kijker, text, &results)))
}

/// `2026-000001/1`.
fn as_place(code: &str) -> Option<Plek> {
    let (nummer, nr) = code.split_once('/')?;
    Some(Plek { nummer: nummer.parse().ok()?, nr: nr.parse().ok()? })
}

async fn assign_one(
    state: &WebState,
    kijker: &Kijker,
    plek: &Plek,
    (expert, discipline): (&Expert, Discipline),
    shown_at: Timestamp,
) -> Result<Uitslag, Fout> {
    let open = state.app.open(&kijker.kijker, &plek.nummer, kijker.moment).await.map_err(Fout::from);
    let open = match reeks::gone(open)? {
        Ok(open) => open,
        Err(afloop) => return Ok(Uitslag { kind: Link::new(plek.nummer.as_str(), plek.address()), afloop }),
    };
    let beeld = open.beeld();
    let aanvraag = beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == plek.nr);
    let aanvraag = match reeks::gone(aanvraag.ok_or(Fout::NietGevonden))? {
        Ok(aanvraag) => aanvraag,
        Err(afloop) => return Ok(Uitslag { kind: Link::new(beeld.naam.as_str(), plek.address()), afloop }),
    };
    let bestuur = experts::board_of(state, kijker, aanvraag).await?;
    let free = expert.tied_to(aanvraag, bestuur.as_ref()).is_none();
    let opdracht = expert.asked_as(aanvraag, discipline, free);
    let chosen = format!("{} {} {}", plek.nr, expert.persoon, discipline.code());
    let kind = Link::new(beeld.naam.as_str(), plek.address());
    let afloop = reeks::doe(&open, ("loket/toewijzen", &chosen), shown_at, opdracht).await?;
    Ok(Uitslag { kind, afloop })
}

fn answer(kijker: &Kijker, uitleg: String, results: &[Uitslag]) -> Toegewezen {
    let kolommen =
        vec![Kolom::text("Kind").names_row(), Kolom::text("Gelukt"), Kolom::text("Wat is er gedaan")];
    let tabel = Tabel::new("Wat er per aanvraag gebeurde", kolommen, "Er is niets gedaan.")
        .rows(results, |uitslag| {
            vec![uitslag.kind.clone().into(), uitslag.afloop.label().into(), uitslag.tekst().into()]
        });
    Toegewezen {
        pagina: kijker.page("Deskundige bij meer aanvragen").below("Aanvragen", "/loket"),
        uitleg,
        tabel,
        terug: Link::new("Terug naar de aanvragen", "/loket"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_names_a_file_and_a_request() {
        let plek = as_place("2026-000017/2").unwrap();
        assert_eq!(plek.address(), "/kind/2026-000017/aanvraag/2");
        assert!(as_place("2026-000017").is_none() && as_place("x/1").is_none());
    }
}
