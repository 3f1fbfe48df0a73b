//! The keys of the programs that work for somebody: their own list, to activate and to withdraw them.

use app::accounts::Sleutelstand;
use app::lijst::{Direction, Programmasleutel, Rows};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use base::Date;
use exchange::tabel::Cel;
use web_base::csv::Csv;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::onderdelen::{Bladeren, Filters, Kolom, Sorteer, Tabel, short_date};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::{self, Kijker};
use web_base::state::WebState;

use super::beheer::role_label;

const PATH: &str = "/sleutels";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(keys))
        .route("/sleutels.csv", get(csv))
        .route("/sleutels/{id}/aanzetten", post(activate))
        .route("/sleutels/{id}/intrekken", post(withdraw))
}

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Gemaakt,
    Naam,
    Stand,
}

const SORTS: [(&str, Sort); 3] = [("naam", Sort::Naam), ("stand", Sort::Stand), ("gemaakt", Sort::Gemaakt)];

/// How a key can stand, in the order of the list.
const STANDEN: [Sleutelstand; 4] =
    [Sleutelstand::Wacht, Sleutelstand::Werkt, Sleutelstand::Verlopen, Sleutelstand::Ingetrokken];

fn code(stand: Sleutelstand) -> &'static str {
    match stand {
        Sleutelstand::Wacht => "wacht",
        Sleutelstand::Werkt => "werkt",
        Sleutelstand::Verlopen => "verlopen",
        Sleutelstand::Ingetrokken => "ingetrokken",
    }
}

fn label(stand: Sleutelstand) -> &'static str {
    match stand {
        Sleutelstand::Wacht => "nog niet aangezet",
        Sleutelstand::Werkt => "werkt",
        Sleutelstand::Verlopen => "verlopen",
        Sleutelstand::Ingetrokken => "ingetrokken",
    }
}

struct Knop {
    id: String,
    doen: &'static str,
    knop: String,
}

#[derive(Template)]
#[template(path = "paginas/beheer/sleutels.html")]
struct Sleutels {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
    sleutels: Vec<Knop>,
}

/// The own keys that the address asks for, in its order; the newest come first. Somebody has a handful of them.
async fn wanted(state: &WebState, kijker: &Kijker, vraag: &Vraag) -> Result<Vec<Programmasleutel>, Fout> {
    let stand = vraag.code("stand", |given| STANDEN.into_iter().find(|stand| code(*stand) == given))?;
    let on = kijker.moment.vandaag;
    let (sort, direction) = vraag.order(&SORTS, (Sort::Gemaakt, Direction::Down))?;
    let mut keys = state.app.sleutels_of(&kijker.kijker.actor.persoon).await?;
    keys.retain(|key| stand.is_none_or(|stand| Sleutelstand::of(key, on) == stand));
    keys.sort_by(|a, b| {
        let order = match sort {
            Sort::Gemaakt => a.aangemaakt_op.cmp(&b.aangemaakt_op),
            Sort::Naam => a.naam.cmp(&b.naam),
            Sort::Stand => Sleutelstand::of(a, on).cmp(&Sleutelstand::of(b, on)),
        };
        let order = if direction == Direction::Down { order.reverse() } else { order };
        order.then_with(|| a.id.cmp(&b.id))
    });
    Ok(keys)
}

/// A key and as whom it works.
async fn named(
    state: &WebState,
    kijker: &Kijker,
    keys: Vec<Programmasleutel>,
) -> Result<Vec<(Programmasleutel, String)>, Fout> {
    let mut named = Vec::with_capacity(keys.len());
    for key in keys {
        let place = session::organisation(state, &key.organisatie, kijker.moment).await?;
        let role = format!("{} bij {place}", role_label(&key.rol));
        named.push((key, role));
    }
    Ok(named)
}

async fn keys(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = wanted(&state, &kijker, &vraag).await?;
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let page = vraag.rows()?;
    let offset = usize::try_from(page.offset).unwrap_or(usize::MAX);
    let rows = usize::try_from(page.limit).unwrap_or(usize::MAX);
    let rows = found.into_iter().skip(offset).take(rows).collect();
    let found = Rows { rows: named(&state, &kijker, rows).await?, total, more: false };
    let shown = &found.rows;
    show(&Sleutels {
        pagina: kijker.page("Sleutels voor programma's").narrow(),
        filters: Filters::new("Sleutels filteren", PATH)
            .choice(&vraag, "stand", "Stand", STANDEN.map(|stand| (code(stand), label(stand))))
            .ordered(&vraag),
        tabel: table(shown, &vraag, kijker.moment.vandaag)
            .paged(format!("{total} in totaal"), Bladeren::by(PATH, &vraag, &found)?)
            .csv(vraag.without("bladzijde").address("/sleutels.csv")),
        sleutels: shown.iter().filter_map(|(key, _)| button(key, kijker.moment.vandaag)).collect(),
    })
}

fn table(rows: &[(Programmasleutel, String)], vraag: &Vraag, on: Date) -> Tabel {
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let kolommen = vec![
        sorted("Waarvoor", "naam").names_row(),
        Kolom::text("Als"),
        sorted("Stand", "stand"),
        sorted("Gemaakt", "gemaakt"),
    ];
    let empty = match vraag.text("stand") {
        Some(_) => "Er is geen sleutel die hierbij past.",
        None => "Er is geen sleutel voor u gemaakt.",
    };
    Tabel::new("Uw sleutels", kolommen, empty).rows(rows, |(key, role)| {
        let stand = match (Sleutelstand::of(key, on), key.tot) {
            (Sleutelstand::Werkt, Some(tot)) => format!("werkt tot {}", short_date(tot, on)),
            (Sleutelstand::Verlopen, Some(tot)) => format!("verlopen op {}", short_date(tot, on)),
            (stand, _) => label(stand).to_owned(),
        };
        let made = short_date(base::today_in_nl(key.aangemaakt_op), on);
        vec![key.naam.as_str().into(), role.as_str().into(), stand.into(), made.into()]
    })
}

/// What can be done with a key now.
fn button(key: &Programmasleutel, on: Date) -> Option<Knop> {
    let doen = match Sleutelstand::of(key, on) {
        Sleutelstand::Wacht => "aanzetten",
        Sleutelstand::Werkt => "intrekken",
        Sleutelstand::Verlopen | Sleutelstand::Ingetrokken => return None,
    };
    Some(Knop { id: key.id.clone(), doen, knop: format!("'{}' {doen}", key.naam) })
}

/// The list as a file for a spreadsheet; never a key itself.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = wanted(&state, &kijker, &vraag).await?;
    let found = named(&state, &kijker, found).await?;
    let rows: Vec<Vec<Cel>> = found.iter().map(|row| csv_row(row, kijker.moment.vandaag)).collect();
    Csv::new("sleutels.csv", &["waarvoor", "als", "stand", "gemaakt_op", "werkt_tot"]).of_rows(&rows)
}

fn csv_row((key, role): &(Programmasleutel, String), on: Date) -> Vec<Cel> {
    vec![
        key.naam.as_str().into(),
        role.as_str().into(),
        label(Sleutelstand::of(key, on)).into(),
        base::today_in_nl(key.aangemaakt_op).into(),
        key.tot.into(),
    ]
}

async fn activate(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    state.app.activate_sleutel(&kijker.kijker.actor, &id, kijker.moment).await?;
    Ok(redirect(PATH))
}

async fn withdraw(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    state.app.withdraw_sleutel(&kijker.kijker.actor, &id, kijker.moment).await?;
    Ok(redirect(PATH))
}
