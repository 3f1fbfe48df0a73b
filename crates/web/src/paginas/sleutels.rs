//! The keys of the programs that work for somebody: their own list, to activate and to withdraw them.

use app::accounts::Sleutelstand;
use app::lijst::{Direction, Page, Programmasleutel, Rows};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use base::Date;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Sort {
    #[default]
    Gemaakt,
    Naam,
    Stand,
}

/// A key with how it stands and as whom it works.
pub(crate) struct Sleutelrij {
    sleutel: Programmasleutel,
    stand: Sleutelstand,
    als: String,
}

/// Which of the own keys are asked for.
#[derive(Default)]
pub(crate) struct Sleutelwens {
    stand: Option<Sleutelstand>,
    sort: Sort,
    direction: Direction,
}

/// The own keys; never a key itself. The newest come first.
pub(crate) const SLEUTELS: Lijst<Sleutelrij, Sleutelwens, Sort> = Lijst {
    naam: "sleutels",
    uitleg: "Uw eigen sleutels voor programma's. De sleutel zelf is nergens op te vragen. Aanzetten doet u zelf, op de pagina Sleutels: een programma kan dat niet.",
    filters: &[Filter {
        sleutel: "stand",
        titel: "Stand",
        soort: Filtersoort::Keuze("alle", stands, |wens, code| {
            wens.stand = STANDEN.into_iter().find(|stand| self::code(*stand) == code);
        }),
    }],
    ordes: &[("naam", Sort::Naam), ("stand", Sort::Stand), ("gemaakt", Sort::Gemaakt)],
    gewoon: (Sort::Gemaakt, Direction::Down),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        Gegeven { naam: "waarvoor", soort: Soort::Tekst, waarde: |row| row.sleutel.naam.as_str().into() },
        Gegeven { naam: "als", soort: Soort::Tekst, waarde: |row| row.als.as_str().into() },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| label(row.stand).into() },
        Gegeven {
            naam: "gemaakt_op",
            soort: Soort::Datum,
            waarde: |row| base::today_in_nl(row.sleutel.aangemaakt_op).into(),
        },
        Gegeven { naam: "werkt_tot", soort: Soort::Datum, waarde: |row| row.sleutel.tot.into() },
    ],
    codes: &[
        Gegeven { naam: "sleutel", soort: Soort::Tekst, waarde: |row| row.sleutel.id.as_str().into() },
        Gegeven { naam: "rol", soort: Soort::Tekst, waarde: |row| row.sleutel.rol.as_str().into() },
        Gegeven {
            naam: "organisatie",
            soort: Soort::Tekst,
            waarde: |row| row.sleutel.organisatie.as_str().into(),
        },
        Gegeven { naam: "stand", soort: Soort::Tekst, waarde: |row| code(row.stand).into() },
    ],
};

fn stands() -> Vec<(&'static str, &'static str)> {
    STANDEN.map(|stand| (code(stand), label(stand))).to_vec()
}

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
        Sleutelstand::Werkt | Sleutelstand::Verlopen | Sleutelstand::Ingetrokken => code(stand),
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

/// The own keys that are asked for, in that order: one page of them. Somebody has a handful.
pub(crate) async fn own_keys(
    state: &WebState,
    kijker: &Kijker,
    wens: &Sleutelwens,
    page: Page,
) -> Result<Rows<Sleutelrij>, Fout> {
    let on = kijker.moment.vandaag;
    let keys = state.app.sleutels_of(&kijker.kijker.actor.persoon).await?;
    let mut keys: Vec<(Sleutelstand, Programmasleutel)> =
        keys.into_iter().map(|key| (Sleutelstand::of(&key, on), key)).collect();
    keys.retain(|(stand, _)| wens.stand.is_none_or(|wanted| wanted == *stand));
    keys.sort_by(|(a_stand, a), (b_stand, b)| {
        let order = match wens.sort {
            Sort::Gemaakt => a.aangemaakt_op.cmp(&b.aangemaakt_op),
            Sort::Naam => a.naam.cmp(&b.naam),
            Sort::Stand => a_stand.cmp(b_stand),
        };
        let order = if wens.direction == Direction::Down { order.reverse() } else { order };
        order.then_with(|| a.id.cmp(&b.id))
    });
    let total = u64::try_from(keys.len()).unwrap_or(u64::MAX);
    let offset = usize::try_from(page.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
    let mut rows = Vec::new();
    for (stand, sleutel) in keys.into_iter().skip(offset).take(limit) {
        let place = session::organisation(state, &sleutel.organisatie, kijker.moment).await?;
        let als = format!("{} bij {place}", role_label(&sleutel.rol));
        rows.push(Sleutelrij { sleutel, stand, als });
    }
    Ok(Rows { rows, total, more: false })
}

async fn keys(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = own_keys(&state, &kijker, &SLEUTELS.wens(&vraag)?, vraag.rows()?).await?;
    show(&Sleutels {
        pagina: kijker.page("Sleutels voor programma's").narrow(),
        filters: SLEUTELS.filters("Sleutels filteren", PATH, &vraag, &["stand"]),
        tabel: table(&found.rows, &vraag, kijker.moment.vandaag)
            .paged(format!("{} in totaal", found.total), Bladeren::by(PATH, &vraag, &found)?)
            .csv(vraag.without("bladzijde").address("/sleutels.csv")),
        sleutels: found.rows.iter().filter_map(button).collect(),
    })
}

fn table(rows: &[Sleutelrij], vraag: &Vraag, on: Date) -> Tabel {
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
    Tabel::new("Uw sleutels", kolommen, empty).rows(rows, |row| {
        let key = &row.sleutel;
        let stand = match (row.stand, key.tot) {
            (Sleutelstand::Werkt, Some(tot)) => format!("werkt tot {}", short_date(tot, on)),
            (Sleutelstand::Verlopen, Some(tot)) => format!("verlopen op {}", short_date(tot, on)),
            (stand, _) => label(stand).to_owned(),
        };
        let made = short_date(base::today_in_nl(key.aangemaakt_op), on);
        vec![key.naam.as_str().into(), row.als.as_str().into(), stand.into(), made.into()]
    })
}

/// What can be done with a key now.
fn button(row: &Sleutelrij) -> Option<Knop> {
    let key = &row.sleutel;
    let doen = match row.stand {
        Sleutelstand::Wacht => "aanzetten",
        Sleutelstand::Werkt => "intrekken",
        Sleutelstand::Verlopen | Sleutelstand::Ingetrokken => return None,
    };
    Some(Knop { id: key.id.clone(), doen, knop: format!("'{}' {doen}", key.naam) })
}

/// The list as a file for a spreadsheet; never a key itself.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = &SLEUTELS.wens(&vraag)?;
    SLEUTELS.csv(&state, &kijker, |page| own_keys(&state, &kijker, wens, page)).await
}

async fn activate(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    state.app.activate_sleutel(&kijker.kijker.actor, &id, kijker.moment).await?;
    Ok(redirect(PATH))
}

async fn withdraw(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    state.app.withdraw_sleutel(&kijker.kijker.actor, &id, kijker.moment).await?;
    Ok(redirect(PATH))
}
