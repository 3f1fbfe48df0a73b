//! Counts of the own organisation, without names: by phase, by what is asked, by school.

use app::aantallen::Telling;
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
    let table = |caption: &str, telling: &Telling, words: &dyn Fn(&str) -> String| {
        let kolommen = vec![Kolom::text(caption).names_row(), Kolom::number(what)];
        let few = "Er is te weinig om te tellen.";
        let none = if telling.weggelaten { few } else { "Er is niets te tellen." };
        // What is left out has no name: a name in a row says that there is at least one.
        let rest = telling.weggelaten && !telling.regels.is_empty();
        let rows = telling.regels.iter().map(|row| (words(&row.wat), row.aantal.to_string()));
        let rest = rest.then(|| ("de rest samen".to_owned(), "weggelaten".to_owned()));
        let rows: Vec<(String, String)> = rows.chain(rest).collect();
        Tabel::new(caption, kolommen, none)
            .rows(&rows, |(wat, aantal)| vec![wat.as_str().into(), aantal.as_str().into()])
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
        "De aanvragen die lopen, en die waarover is besloten zolang bezwaar kan. Wat is ingetrokken telt niet mee."
    } else {
        "De kinderen bij wie uw organisatie nu betrokken is."
    };
    let small = if found.kleinste > 1 {
        format!(
            " Wat er minder dan {} keer is, staat er niet: dat kan een kind aanwijzen. Zou het uit de andere getallen volgen, \
             dan staan ook grotere er niet.",
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
