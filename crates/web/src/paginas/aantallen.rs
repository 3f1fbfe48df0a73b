//! Counts of the own organisation, without names: by phase, by what is asked, by school.

use app::aantallen::Telregel;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use dossier::soort::TlvSoort;
use web_base::error::Uitkomst;
use web_base::onderdelen::{Kolom, Tabel};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::kinderen::phase_label;

const PATH: &str = "/aantallen";

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(page))
}

#[derive(Template)]
#[template(path = "paginas/beheer/aantallen.html")]
struct Blad {
    pagina: Pagina,
    uitleg: String,
    tabellen: Vec<(&'static str, Tabel)>,
}

async fn page(State(state): State<WebState>, kijker: Kijker) -> Uitkomst {
    let found = state.app.aantallen(&kijker.kijker, kijker.moment).await?;
    let what = if found.aanvragen { "Aanvragen" } else { "Kinderen" };
    let table = |caption: &str, rows: &[Telregel], words: &dyn Fn(&str) -> String| {
        let kolommen = vec![Kolom::text(caption).names_row(), Kolom::number(what)];
        Tabel::new(caption, kolommen, "Er is niets te tellen.").rows(rows, |row| {
            let few = || format!("minder dan {}, of weggelaten", found.kleinste);
            vec![words(&row.wat).into(), row.aantal.map_or_else(few, |aantal| aantal.to_string()).into()]
        })
    };
    let phase = |code: &str| phase_label(code).to_owned();
    let kind = |code: &str| {
        TlvSoort::from_code(code).map_or_else(|| code.to_owned(), |soort| soort.label().to_owned())
    };
    let mut tabellen = vec![("Per fase", table("Fase", &found.per_fase, &phase))];
    if found.aanvragen {
        tabellen.push(("Per soort", table("Soort", &found.per_soort, &kind)));
    }
    tabellen.push(("Per school", table("School", &found.per_school, &|naam: &str| naam.to_owned())));
    let counted = if found.aanvragen {
        "De aanvragen die lopen, en die waarover is besloten zolang bezwaar kan."
    } else {
        "De kinderen bij wie uw organisatie nu betrokken is."
    };
    let small = if found.kleinste > 1 {
        format!(
            " Onder {} staat er geen getal: dat kan een kind aanwijzen. Zou dat ene getal uit de andere volgen, dan is ook \
             het volgende weggelaten.",
            found.kleinste
        )
    } else {
        String::new()
    };
    show(&Blad {
        pagina: kijker.page("Aantallen").sub("Van uw organisatie, vandaag"),
        uitleg: format!("{counted}{small}"),
        tabellen,
    })
}
