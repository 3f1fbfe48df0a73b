//! The expert's desk: what is still to advise on, what was advised, and the advice itself.

mod geven;
mod herzien;
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
use dossier::soort::{Kindstand, TlvSoort};
use web_base::error::Uitkomst;
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Link, Melding, Meldingsoort, Sorteer, Tabel, Telefoonplek, aantal,
    short_date,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::aanvraagregel as regel;
use super::beslisdag::Beslisdag;
use crate::weg::pagina;

const PATH: &str = "/advies";

pub(super) use geven::ERNAAST;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(list))
        .route("/advies.csv", get(csv))
        .route("/kind/{nummer}/aanvraag/{nr}/advies", pagina(geven::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/advies/herzien", pagina(herzien::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/advies/tekenen", post(tekenen::sign))
}

/// An expert's own requests: to advise on, or advised.
pub(crate) const ADVIEZEN: Lijst<Toewijzing, Advieslijst, ToewijzingSort> = Lijst {
    naam: "adviezen",
    uitleg: "De aanvragen waarover u als deskundige adviseert.",
    filters: &[
        Filter {
            sleutel: "soort",
            titel: "Gevraagd",
            soort: Filtersoort::Keuze("alle", kinds, |wens, code| wens.soort = Some(code.to_owned())),
        },
        Filter {
            sleutel: "stand",
            titel: "Stand",
            soort: Filtersoort::Keuze(
                "te adviseren",
                || vec![("gereed", "gegeven")],
                |wens, _| wens.gereed = true,
            ),
        },
    ],
    ordes: &[
        ("naam", ToewijzingSort::Naam),
        ("sinds", ToewijzingSort::ToegewezenOp),
        ("uiterlijk", ToewijzingSort::Uiterlijk),
        ("klaar", ToewijzingSort::GereedOp),
    ],
    // What waits longest comes first.
    gewoon: (ToewijzingSort::ToegewezenOp, Direction::Up),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        regel::dossier(),
        regel::aanvraag(),
        regel::naam(),
        regel::gevraagd(),
        Gegeven { naam: "sinds", soort: Soort::Datum, waarde: |row| row.toewijzing.toegewezen_op.into() },
        regel::uiterlijk("besluit_uiterlijk"),
        Gegeven { naam: "klaar_op", soort: Soort::Datum, waarde: |row| row.toewijzing.gereed_op.into() },
        regel::wettelijk(),
        regel::zonder_dwangsom(),
    ],
    codes: &[regel::gevraagd_code(), regel::stand_code()],
};

/// The kinds of declarations with their words.
pub(super) fn kinds() -> Vec<(&'static str, &'static str)> {
    TlvSoort::ALL.iter().map(|soort| (soort.code(), soort.label())).collect()
}

#[derive(Template)]
#[template(path = "paginas/advies/lijst.html")]
struct Blad {
    pagina: Pagina,
    filters: Filters,
    gereed: bool,
    tabel: Tabel,
}

/// An expert's own requests.
async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = ADVIEZEN.wens(&vraag)?;
    let found = state.app.toewijzingen(&kijker.kijker, kijker.moment, &lijst, vraag.rows()?).await?;
    let titel = if lijst.gereed { "Gegeven adviezen" } else { "Te adviseren" };
    let total = format!("{} in totaal", aantal(&found));
    // Nothing of the child stands in an address, and its file is closed from now on: which it was is not said.
    let given_back = (vraag.text("gedaan") == Some("teruggegeven")).then(|| {
        let text = "De opdracht is teruggegeven. Het samenwerkingsverband vraagt een andere deskundige als dat nodig is.";
        Melding::new(Meldingsoort::Goed, text)
    });
    show(&Blad {
        pagina: kijker.page(titel).wide().messages(given_back),
        filters: ADVIEZEN.filters("Adviezen filteren", PATH, &vraag, &["soort"]),
        gereed: lijst.gereed,
        tabel: table(&found.rows, &vraag, &lijst, &kijker)
            .paged(total, Bladeren::by(PATH, &vraag, &found)?)
            .csv(vraag.without("bladzijde").address("/advies.csv")),
    })
}

/// The same as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = ADVIEZEN.wens(&vraag)?;
    ADVIEZEN
        .csv(&state, &kijker, |page| state.app.toewijzingen(&kijker.kijker, kijker.moment, &lijst, page))
        .await
}

fn table(rows: &[Toewijzing], vraag: &Vraag, lijst: &Advieslijst, kijker: &Kijker) -> Tabel {
    let (on, gereed) = (kijker.moment.vandaag, lijst.gereed);
    let by = |key: &str| Sorteer::by(PATH, vraag, key);
    let last = if gereed { ("Klaar", "klaar") } else { ("Besluit", "uiterlijk") };
    let kolommen = vec![
        Kolom::text("Kind").names_row().sorted(by("naam")).on_phone(Telefoonplek::Kop),
        Kolom::text("Gevraagd").on_phone(Telefoonplek::Wat),
        Kolom::short("Sinds").sorted(by("sinds")).on_phone(Telefoonplek::MetNaam),
        Kolom::text(last.0).sorted(by(last.1)).on_phone(Telefoonplek::Dag),
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
            None => Beslisdag::from(&row.aanvraag).cell(on),
        };
        let naam = row.dossier.weergavenaam.as_str();
        let died = row.dossier.stand == Kindstand::Overleden.code();
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
