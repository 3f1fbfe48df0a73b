//! Declarations that end within the year: one click begins the renewal of each.

use std::collections::BTreeSet;

use app::AppError;
use askama::Template;
use axum::extract::State;
use base::dates::plus_months;
use dossier::Rol;
use dossier::beurt::Zet;
use storage::Page;
use storage::queries::{Beurt, BeurtOf, BeurtQuery};

use crate::error::{Fout, Uitkomst};
use crate::form::Formulier;
use crate::onderdelen::{Kolom, Label, Labelsoort, Link, Tabel, Termijn};
use crate::pagina::{Pagina, show};
use crate::paginas::aanvraag::{Keuze, Plek, start};
use crate::session::Kijker;
use crate::state::WebState;

/// A renewal is looked at from half a year before the end; what ends within the year comes up in the half after.
const MONTHS_AHEAD: i32 = 6;
/// Most renewals in one go.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "paginas/register/verlengen.html")]
struct Verlengen {
    pagina: Pagina,
    regels: Vec<Regel>,
    uitslag: Option<Tabel>,
}

struct Regel {
    keuze: String,
    kind: Link,
    groep: String,
    einde: Termijn,
}

fn must_be_school(kijker: &Kijker) -> Result<(), Fout> {
    let school = matches!(kijker.kijker.actor.rol, Rol::Ib | Rol::Directie | Rol::CommissieBegeleiding);
    if school { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// What ends within the year and has no renewal yet.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    must_be_school(&kijker)?;
    page(&state, &kijker, None).await
}

async fn page(state: &WebState, kijker: &Kijker, uitslag: Option<Tabel>) -> Uitkomst {
    let on = kijker.moment.vandaag;
    let regels = ending(state, kijker).await?.iter().filter_map(|row| line(row, on)).collect();
    let pagina = kijker.page("Verlengen").sub("Verklaringen die binnen een jaar aflopen");
    show(&Verlengen { pagina, regels, uitslag })
}

/// The turns to look at a renewal that are open now or come up within half a year.
async fn ending(state: &WebState, kijker: &Kijker) -> Result<Vec<Beurt>, Fout> {
    let on = kijker.moment.vandaag;
    let mut found = Vec::new();
    let mut offset = 0;
    loop {
        let page = Page { offset, limit: storage::limits::PAGE_ROWS };
        let query = BeurtQuery {
            of: BeurtOf::Organisatie {
                organisatie: kijker.kijker.actor.organisatie.clone(),
                rol: Some(Rol::Ib.code().to_owned()),
                persoon: None,
            },
            on: plus_months(on, MONTHS_AHEAD).unwrap_or(on),
            soort: None,
            uiterlijk_tot_en_met: plus_months(on, 2 * MONTHS_AHEAD),
            vestiging: None,
            groep: None,
            page,
        };
        let rows = state.app.storage.beurten(&query).await.map_err(AppError::from)?;
        let fetched = rows.rows.len();
        found.extend(
            rows.rows.into_iter().filter(|row| row.beurt.soort.starts_with(Zet::VerlengingBekijken.code())),
        );
        offset += u64::from(page.limit);
        if fetched == 0 || offset >= rows.total {
            return Ok(found);
        }
    }
}

fn line(row: &Beurt, on: base::Date) -> Option<Regel> {
    let (_, subject) = row.beurt.soort.split_once(' ')?;
    let nr: u32 = subject.strip_prefix("aanvraag-")?.parse().ok()?;
    let plek = Plek { nummer: row.dossier.dossier.clone(), nr };
    Some(Regel {
        keuze: format!("{}/{nr}", plek.nummer),
        kind: Link::new(row.dossier.weergavenaam.as_str(), plek.address()),
        groep: row.dossier.groep.clone().unwrap_or_default(),
        einde: Termijn::maybe(row.beurt.uiterlijk, on).in_table(),
    })
}

/// Begins the renewal of every declaration that was chosen; says what came of each.
pub(super) async fn start_renewals(
    State(state): State<WebState>,
    kijker: Kijker,
    formulier: Formulier,
) -> Uitkomst {
    must_be_school(&kijker)?;
    let kolommen =
        vec![Kolom::text("Kind").names_row(), Kolom::text("Gelukt"), Kolom::text("Wat is er gedaan")];
    let mut tabel = Tabel::new("Wat er gebeurde", kolommen, "Kies eerst één of meer verklaringen.");
    let chosen: BTreeSet<&str> = formulier.all("kies").take(MOST).collect();
    for code in chosen {
        let Some((nummer, nr)) = code.split_once('/') else { continue };
        let plek = Plek::parse(&(nummer.to_owned(), nr.to_owned()))?;
        let beeld = state.app.kind(&kijker.kijker, &plek.nummer, kijker.moment).await?;
        let earlier =
            beeld.aanvragen.iter().find(|aanvraag| aanvraag.nr == plek.nr).ok_or(Fout::NietGevonden)?;
        match start(&state, &kijker, &plek.nummer, Keuze::renewal(earlier), None).await {
            Ok(new) => {
                let address = crate::paginas::aanvraag::address(&plek.nummer, new);
                let done = Link::new("De verlenging afmaken", address).spoken(format!("van {}", beeld.naam));
                tabel.push(vec![beeld.naam.into(), Label::new("ja", Labelsoort::Goed).into(), done.into()]);
            }
            Err(AppError::Refused(refusal)) => {
                tabel.push(vec![
                    beeld.naam.into(),
                    Label::new("nee", Labelsoort::Laat).into(),
                    refusal.to_string().into(),
                ]);
            }
            Err(other) => return Err(other.into()),
        }
    }
    page(&state, &kijker, Some(tabel)).await
}
