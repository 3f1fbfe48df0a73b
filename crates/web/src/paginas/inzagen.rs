//! Who of the own organisation looked in files how often: for its privacy officer, who sees patterns and no files.

use app::inzage::Kijkpatroon;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::{Date, dates};
use verband::grenzen::{DAGEN_KIJKPATROON, WERKUREN};
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Filters, Inhoud, Kolom, Tabel, short_date};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/inzagen";

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(page))
}

#[derive(Template)]
#[template(path = "paginas/beheer/inzagen.html")]
struct Inzagen {
    pagina: Pagina,
    filters: Filters,
    uitleg: String,
    tabel: Tabel,
}

/// The first day, and the day after the last.
fn period(vraag: &Vraag, today: Date) -> Result<(Date, Date), Fout> {
    let day_after = |day: Date| dates::plus_days(day, 1).unwrap_or(day);
    let tot = day_after(vraag.date("tot")?.unwrap_or(today));
    let usual = dates::plus_days(tot, -DAGEN_KIJKPATROON.0).unwrap_or(tot);
    Ok((vraag.date("van")?.unwrap_or(usual), tot))
}

async fn page(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let on = kijker.moment.vandaag;
    let (van, tot) = period(&vraag, on)?;
    let found = state.app.kijkpatronen(&kijker.kijker, van, tot).await?;
    let last = dates::plus_days(tot, -1).unwrap_or(tot);
    let kolommen = vec![
        Kolom::text("Wie").names_row(),
        Kolom::number("Dossiers"),
        Kolom::number("Keer gekeken"),
        Kolom::number("Buiten werktijd"),
        Kolom::short("Laatst"),
    ];
    let tabel = Tabel::new("Wie keek hoe vaak", kolommen, "In deze dagen keek niemand van uw organisatie.")
        .rows(&found, |patroon| row(patroon, on));
    show(&Inzagen {
        pagina: kijker.page("Wie keek").sub(format!(
            "Van {} tot en met {}",
            dates::long_nl(van),
            dates::long_nl(last)
        )),
        filters: Filters::new("Dagen kiezen", PATH).date(&vraag, "van", "Van").date(
            &vraag,
            "tot",
            "Tot en met",
        ),
        uitleg: format!(
            "Buiten werktijd is voor {} uur, na {} uur en in het weekend. Dat zegt nog niet dat iemand iets \
             verkeerd deed: vraag het eerst. Of iemand aan zet was toen die keek, staat hier niet.",
            WERKUREN.0, WERKUREN.1
        ),
        tabel,
    })
}

fn row(patroon: &Kijkpatroon, on: Date) -> Vec<Inhoud> {
    let wie = &patroon.wie;
    vec![
        Inhoud::from(wie.naam.as_str()).above(wie.rol.clone()),
        wie.dossiers.to_string().into(),
        wie.aantal.to_string().into(),
        patroon.buiten_werktijd.to_string().into(),
        short_date(base::today_in_nl(wie.laatst), on).into(),
    ]
}
