//! The schools that are known: reference data, which everybody who signed in may look up.

use app::lijst::ReferenceSort;
use app::lijst::{Direction, Page};
use app::organisaties::{ScholenVraag, Schoolkaart};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::SwvCode;
use web_base::error::Uitkomst;
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{Bladeren, Filters, Inhoud, Kolom, Sorteer, Tabel, zoveel};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/scholen";

/// Which schools are asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scholenwens {
    zoek: Option<String>,
    swv: Option<SwvCode>,
    sort: ReferenceSort,
    direction: Direction,
}

impl Scholenwens {
    /// The question for a page of them.
    pub(crate) fn page(&self, page: Page) -> ScholenVraag {
        let Self { zoek, swv, sort, direction } = self.clone();
        ScholenVraag { zoek, swv, sort, direction, ..ScholenVraag::all(page) }
    }
}

/// Anything but control characters, which a store need not take, not beginning with a space and of at most a hundred.
const WOORDEN: &str = r"^[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]{0,99}$";

/// The schools that are known. The name of a school is nobody's name.
pub(crate) const SCHOLEN: Lijst<Schoolkaart, Scholenwens, ReferenceSort> = Lijst {
    naam: "scholen",
    uitleg: "De scholen die bekend zijn, vijftig per bladzijde.",
    filters: &[
        Filter {
            sleutel: "zoek",
            titel: "Naam, plaats of vestigingscode",
            soort: Filtersoort::Woord(
                "woorden uit de naam of plaats, of het begin van de code",
                WOORDEN,
                "",
                |wens, text| {
                    wens.zoek = Some(text.to_owned());
                    true
                },
            ),
        },
        Filter {
            sleutel: "swv",
            titel: "Samenwerkingsverband",
            soort: Filtersoort::Woord("een code zoals PO2401", "^(PO|VO)[0-9]{4}$", "", |wens, code| {
                wens.swv = code.parse().ok();
                wens.swv.is_some()
            }),
        },
    ],
    ordes: &[
        ("naam", ReferenceSort::Naam),
        ("code", ReferenceSort::Code),
        ("plaats", ReferenceSort::Plaats),
        ("swv", ReferenceSort::Swv),
    ],
    gewoon: (ReferenceSort::Naam, Direction::Up),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        Gegeven {
            naam: "vestigingscode",
            soort: Soort::Tekst,
            waarde: |kaart| kaart.school.vestiging.as_str().into(),
        },
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |kaart| kaart.school.naam.as_str().into() },
        Gegeven { naam: "plaats", soort: Soort::Tekst, waarde: |kaart| kaart.school.plaats.as_str().into() },
        Gegeven {
            naam: "soort",
            soort: Soort::Tekst,
            waarde: |kaart| kaart.school.schoolsoort.label().into(),
        },
        Gegeven {
            naam: "samenwerkingsverband",
            soort: Soort::Tekst,
            waarde: |kaart| kaart.school.swv().map(ToString::to_string).into(),
        },
        Gegeven {
            naam: "leerlingen",
            soort: Soort::Getal,
            waarde: |kaart| pupils(kaart).map(i64::from).into(),
        },
    ],
    // Programs get the whole card of a school.
    codes: &[],
};

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

async fn schools(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wanted = SCHOLEN.wens(&vraag)?.page(vraag.rows()?);
    let found = state.app.scholen(&wanted, kijker.moment.vandaag).await?;
    let filters = SCHOLEN.filters("Scholen zoeken", PATH, &vraag, &["zoek", "swv"]);
    let tabel = table(&found.rows, &vraag)
        .paged(zoveel(&found, "school", "scholen"), Bladeren::by(PATH, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/scholen.csv"));
    show(&Scholen { pagina: kijker.page("Scholen").wide(), filters, tabel })
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
    let (app, wens, on) = (&state.app, &SCHOLEN.wens(&vraag)?, kijker.moment.vandaag);
    SCHOLEN.csv(&state, &kijker, |page| async move { app.scholen(&wens.page(page), on).await }).await
}
