//! The expert's desk: what is still to advise on, what was advised, and the advice itself.

mod geven;
mod tekenen;
#[cfg(test)]
mod tests;

use app::lijst::Direction;
use app::lijst::{Toewijzing, ToewijzingSort};
use app::lijsten::Advieslijst;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use dossier::soort::TlvSoort;
use exchange::tabel::Cel;

use super::csv::Csv;
use crate::error::{Fout, Uitkomst};
use crate::onderdelen::{Bladeren, Filters, Inhoud, Kolom, Link, Sorteer, Tabel, Termijn, short_date};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const PATH: &str = "/advies";

pub(super) use geven::KEPT;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(list))
        .route("/advies.csv", get(csv))
        .route("/kind/{nummer}/aanvraag/{nr}/advies", get(geven::form).post(geven::give))
        .route("/kind/{nummer}/aanvraag/{nr}/advies/tekenen", post(tekenen::sign))
        .route("/kind/{nummer}/aanvraag/{nr}/advies/veld", post(geven::keep_one))
}

const SORTS: [(&str, ToewijzingSort); 4] = [
    ("naam", ToewijzingSort::Naam),
    ("sinds", ToewijzingSort::ToegewezenOp),
    ("uiterlijk", ToewijzingSort::Uiterlijk),
    ("klaar", ToewijzingSort::GereedOp),
];

#[derive(Template)]
#[template(path = "paginas/advies/lijst.html")]
struct Lijst {
    pagina: Pagina,
    filters: Filters,
    gereed: bool,
    tabel: Tabel,
}

/// The filters and order that the address asks for: what waits longest comes first.
fn wanted(vraag: &Vraag) -> Result<Advieslijst, Fout> {
    let (sort, direction) = vraag.order(&SORTS, (ToewijzingSort::ToegewezenOp, Direction::Up))?;
    Ok(Advieslijst {
        gereed: vraag.code("stand", |code| (code == "gereed").then_some(()))?.is_some(),
        soort: vraag.code("soort", TlvSoort::from_code)?.map(|soort| soort.code().to_owned()),
        sort,
        direction,
    })
}

/// An expert's own requests.
async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = wanted(&vraag)?;
    let found = state.app.toewijzingen(&kijker.kijker, kijker.moment, &lijst, vraag.rows()?).await?;
    let titel = if lijst.gereed { "Gegeven adviezen" } else { "Te adviseren" };
    let total = format!("{} in totaal", found.total);
    show(&Lijst {
        pagina: kijker.page(titel),
        filters: filters(&vraag),
        gereed: lijst.gereed,
        tabel: table(&found.rows, &vraag, &lijst, &kijker)
            .paged(total, Bladeren::by(PATH, &vraag, found.total)?)
            .csv(vraag.without("bladzijde").address("/advies.csv")),
    })
}

fn filters(vraag: &Vraag) -> Filters {
    let kinds = TlvSoort::ALL.iter().map(|soort| (soort.code(), soort.label()));
    Filters::new("Adviezen filteren", PATH)
        .choice(vraag, "soort", "Gevraagd", kinds)
        .keeping("stand", vraag.text("stand"))
        .ordered(vraag)
}

/// The same as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = wanted(&vraag)?;
    let kop = ["dossier", "aanvraag", "naam", "gevraagd", "sinds", "besluit_uiterlijk", "klaar_op"];
    let ask = |page| state.app.toewijzingen(&kijker.kijker, kijker.moment, &lijst, page);
    Csv::new("adviezen.csv", &kop).of_pages(ask, csv_row).await
}

fn csv_row(row: &Toewijzing) -> Vec<Cel> {
    vec![
        row.dossier.dossier.to_string().into(),
        Cel::Getal(row.aanvraag.aanvraag.into()),
        row.dossier.weergavenaam.as_str().into(),
        TlvSoort::from_code(&row.aanvraag.soort).map(TlvSoort::label).into(),
        row.toewijzing.toegewezen_op.into(),
        row.aanvraag.uiterlijk.into(),
        row.toewijzing.gereed_op.into(),
    ]
}

fn table(rows: &[Toewijzing], vraag: &Vraag, lijst: &Advieslijst, kijker: &Kijker) -> Tabel {
    let (on, gereed) = (kijker.moment.vandaag, lijst.gereed);
    let by = |key: &str| Sorteer::by(PATH, vraag, key);
    let last = if gereed { ("Klaar", "klaar") } else { ("Besluit", "uiterlijk") };
    let kolommen = vec![
        Kolom::text("Kind").names_row().sorted(by("naam")),
        Kolom::text("Gevraagd"),
        Kolom::short("Sinds").sorted(by("sinds")),
        Kolom::text(last.0).sorted(by(last.1)),
    ];
    let empty = match (&lijst.soort, gereed) {
        (Some(_), _) => "Er is geen aanvraag die hierbij past.",
        (None, true) => {
            "Er is geen advies van u waarop nog een besluit komt. Na het besluit ziet u het kind niet meer."
        }
        (None, false) => "Er wacht geen aanvraag op uw advies.",
    };
    Tabel::new("Aanvragen", kolommen, empty).rows(rows, |row| {
        let address = crate::paginas::aanvraag::address(&row.dossier.dossier, row.aanvraag.aanvraag);
        let address = if gereed { address } else { format!("{address}/advies") };
        let end: Inhoud = match row.toewijzing.gereed_op {
            Some(op) => short_date(op, on).into(),
            None => Termijn::maybe(row.aanvraag.uiterlijk, on).in_table().into(),
        };
        let naam = row.dossier.weergavenaam.as_str();
        let died = row.dossier.stand == "overleden";
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
