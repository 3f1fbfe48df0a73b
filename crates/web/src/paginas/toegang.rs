//! Who may see and do what: the access matrix of the program, as a table that everybody may read.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use dossier::rol::ROLLEN;
use dossier::toegang::{Deel, Matrix};
use web_base::error::Uitkomst;
use web_base::pagina::{Pagina, show};
use web_base::session::Bezoeker;
use web_base::state::WebState;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/toegang", get(matrix))
}

#[derive(Template)]
#[template(path = "paginas/toegang.html")]
struct Toegang {
    pagina: Pagina,
    delen: Vec<Kop>,
    rijen: Vec<Rij>,
}

/// A part of a file.
struct Kop {
    code: &'static str,
    wat: &'static str,
    gelogd: bool,
}

/// A role.
struct Rij {
    wie: String,
    cellen: Vec<Cel>,
}

/// What a role may do with a part: the code of the matrix, and the same in words.
struct Cel {
    code: String,
    woorden: String,
}

async fn matrix(State(state): State<WebState>, bezoeker: Bezoeker) -> Uitkomst {
    let matrix = &state.app.matrix;
    let delen = Deel::ALL.iter().map(|deel| Kop {
        code: deel.code(),
        wat: deel.label(),
        gelogd: matrix.is_always_logged(*deel),
    });
    show(&Toegang { pagina: bezoeker.page("Wie mag wat zien"), delen: delen.collect(), rijen: rows(matrix) })
}

fn rows(matrix: &Matrix) -> Vec<Rij> {
    let cells = |rol| Deel::ALL.iter().map(move |deel| cell(matrix.cel(rol, *deel))).collect();
    let rows = ROLLEN.into_iter().map(|rol| {
        let wie = matrix.wie(rol);
        Rij { wie: if wie.is_empty() { rol.label().to_owned() } else { wie.to_owned() }, cellen: cells(rol) }
    });
    rows.collect()
}

fn cell(code: String) -> Cel {
    let letters = code.trim_end_matches("+o").trim_end_matches('*');
    let mut words = match letters {
        "rw" => "lezen en vastleggen".to_owned(),
        "r" => "lezen".to_owned(),
        "w" => "vastleggen".to_owned(),
        "o" => "alleen eigen bijdragen".to_owned(),
        _ => "niets".to_owned(),
    };
    if code.contains('*') {
        words.push_str(", alleen zolang er iets loopt");
    }
    if code.ends_with("+o") {
        words.push_str(", en eigen bijdragen vastleggen");
    }
    Cel { code, woorden: words }
}
