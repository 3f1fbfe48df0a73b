//! The expert's desk: what is still to advise on, what was advised, and the advice itself.

mod geven;
mod tekenen;

use app::AppError;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use dossier::Rol;
use dossier::soort::TlvSoort;
use storage::queries::Toewijzing;

use crate::error::Uitkomst;
use crate::limits;
use crate::onderdelen::{Bladeren, Inhoud, Kolom, Link, Tabel, Termijn, short_date};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const PATH: &str = "/advies";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(list))
        .route("/kind/{nummer}/aanvraag/{nr}/advies", get(geven::form).post(geven::give))
        .route("/kind/{nummer}/aanvraag/{nr}/advies/tekenen", post(tekenen::sign))
        .route("/kind/{nummer}/aanvraag/{nr}/advies/veld", post(geven::keep_one))
}

#[derive(Template)]
#[template(path = "paginas/advies/lijst.html")]
struct Lijst {
    pagina: Pagina,
    gereed: bool,
    tabel: Tabel,
}

/// An expert's own requests.
async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    if kijker.kijker.actor.rol != Rol::Deskundige {
        return Err(AppError::Forbidden { reden: "deze lijst is van deskundigen".to_owned() }.into());
    }
    let gereed = vraag.text("stand") == Some("gereed");
    let found = state.app.toewijzingen(&kijker.kijker, gereed, vraag.rows()?).await?;
    let pages = Bladeren::of(found.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address(PATH)
    });
    let titel = if gereed { "Gegeven adviezen" } else { "Te adviseren" };
    let total = format!("{} in totaal", found.total);
    show(&Lijst {
        pagina: kijker.page(titel),
        gereed,
        tabel: table(&found.rows, &kijker, gereed).paged(total, pages),
    })
}

fn table(rows: &[Toewijzing], kijker: &Kijker, gereed: bool) -> Tabel {
    let on = kijker.moment.vandaag;
    let last = if gereed { "Klaar" } else { "Besluit" };
    let kolommen = vec![
        Kolom::text("Kind").names_row(),
        Kolom::text("Gevraagd"),
        Kolom::short("Sinds"),
        Kolom::text(last),
    ];
    let empty =
        if gereed { "U hebt nog geen advies gegeven." } else { "Er wacht geen aanvraag op uw advies." };
    Tabel::new("Aanvragen", kolommen, empty).rows(rows, |row| {
        let address = crate::paginas::aanvraag::address(&row.dossier.dossier, row.aanvraag.aanvraag);
        let address = if gereed { address } else { format!("{address}/advies") };
        let end: Inhoud = match row.toewijzing.gereed_op {
            Some(op) => short_date(op, on).into(),
            None => Termijn::maybe(row.aanvraag.uiterlijk, on).in_table().into(),
        };
        let naam = row.dossier.weergavenaam.as_str();
        let died = row.dossier.fase == "overleden";
        vec![
            if died {
                Inhoud::from(naam).above("overleden: hier is geen advies meer nodig")
            } else {
                Link::new(naam, address).into()
            },
            TlvSoort::from_code(&row.aanvraag.soort).map(TlvSoort::label).into(),
            short_date(row.toewijzing.toegewezen_op, on).into(),
            end,
        ]
    })
}
