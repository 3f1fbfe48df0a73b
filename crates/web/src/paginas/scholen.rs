//! The schools that are known: reference data, which everybody who signed in may look up.

use app::lijst::ReferenceSort;
use app::lijst::{Direction, Page};
use app::organisaties::{ScholenVraag, Schoolkaart};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::SwvCode;
use exchange::tabel::Cel;
use web_base::csv::Csv;
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Bladeren, Filters, Inhoud, Kolom, Sorteer, Tabel};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/scholen";
const SORTS: [(&str, ReferenceSort); 4] = [
    ("naam", ReferenceSort::Naam),
    ("code", ReferenceSort::Code),
    ("plaats", ReferenceSort::Plaats),
    ("swv", ReferenceSort::Swv),
];

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(schools)).route("/scholen.csv", get(csv))
}

#[derive(Template)]
#[template(path = "paginas/beheer/scholen.html")]
struct Scholen {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

/// The filters and order that the address asks for. The name of a school is nobody's name.
fn wanted(vraag: &Vraag, page: Page) -> Result<ScholenVraag, Fout> {
    let (sort, direction) = vraag.order(&SORTS, (ReferenceSort::Naam, Direction::Up))?;
    Ok(ScholenVraag {
        zoek: vraag.text("zoek").map(str::to_owned),
        swv: vraag.parse_one::<SwvCode>("swv", "een code zoals PO2401")?,
        sort,
        direction,
        ..ScholenVraag::all(page)
    })
}

async fn schools(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = state.app.scholen(&wanted(&vraag, vraag.rows()?)?, kijker.moment.vandaag).await?;
    let filters = Filters::new("Scholen zoeken", PATH)
        .text(&vraag, "zoek", "Naam, plaats of vestigingscode")
        .text(&vraag, "swv", "Samenwerkingsverband")
        .ordered(&vraag);
    let tabel = table(&found.rows, &vraag)
        .paged(format!("{} scholen", found.total), Bladeren::by(PATH, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/scholen.csv"));
    show(&Scholen { pagina: kijker.page("Scholen"), filters, tabel })
}

fn table(rows: &[Schoolkaart], vraag: &Vraag) -> Tabel {
    let by = |key: &str| Sorteer::by(PATH, vraag, key);
    let kolommen = vec![
        Kolom::text("School").names_row().sorted(by("naam")),
        Kolom::short("Code").sorted(by("code")),
        Kolom::text("Plaats").sorted(by("plaats")),
        Kolom::text("Soort"),
        Kolom::text("Samenwerkingsverband").sorted(by("swv")),
        Kolom::number("Leerlingen"),
    ];
    Tabel::new("Scholen", kolommen, "Er zijn geen scholen die hierbij passen.").wide().rows(rows, |kaart| {
        let school = &kaart.school;
        let derived = if kaart.afgeleid.is_empty() { "" } else { "deels afgeleid" };
        vec![
            school.naam.as_str().into(),
            school.vestiging.as_str().into(),
            school.plaats.as_str().into(),
            Inhoud::from(school.schoolsoort.label()).above(derived),
            school.swv().map(ToString::to_string).into(),
            pupils(kaart).map(|count| count.to_string()).into(),
        ]
    })
}

fn pupils(kaart: &Schoolkaart) -> Option<u32> {
    kaart.leerlingen.and_then(|(_, count)| count)
}

/// The list as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = wanted(&vraag, Page::first(0))?;
    let (app, wens, on) = (&state.app, &wens, kijker.moment.vandaag);
    let kop = ["vestigingscode", "naam", "plaats", "soort", "samenwerkingsverband", "leerlingen"];
    let ask = |page| async move { app.scholen(&ScholenVraag { page, ..wens.clone() }, on).await };
    Csv::new("scholen.csv", &kop).of_pages(ask, csv_row).await
}

fn csv_row(kaart: &Schoolkaart) -> Vec<Cel> {
    let school = &kaart.school;
    vec![
        school.vestiging.as_str().into(),
        school.naam.as_str().into(),
        school.plaats.as_str().into(),
        school.schoolsoort.label().into(),
        school.swv().map(ToString::to_string).into(),
        pupils(kaart).map(i64::from).into(),
    ]
}
