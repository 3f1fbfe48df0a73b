//! The log of the own organisation: who signed in, which rights and settings changed, what was taken out. Nothing in it is
//! about a child.

use app::accounts::{Handelingsoort, Logboekwens, Logregel};
use app::lijst::Direction;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use web_base::error::Uitkomst;
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{Bladeren, Filters, Inhoud, Kolom, Link, Sorteer, Tabel, short_date};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::beheer::role_label;

const PATH: &str = "/logboek";

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(log)).route("/logboek.csv", get(csv))
}

/// The one order of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Volgorde;

/// The log of the own organisation. The newest lines come first.
pub(crate) const LOGBOEK: Lijst<Logregel, Logboekwens, Volgorde> = Lijst {
    naam: "logboek",
    uitleg: "Wie er bij uw organisatie inlogde of dat niet kon, welke rechten en instellingen veranderden en welke lijsten als bestand zijn opgehaald. Over een kind staat er niets in.",
    filters: &[
        Filter {
            sleutel: "wat",
            titel: "Wat",
            soort: Filtersoort::Keuze("alles", kinds, |wens, code| {
                wens.soort = Handelingsoort::from_code(code);
            }),
        },
        Filter { sleutel: "van", titel: "Van", soort: Filtersoort::Datum(|wens, day| wens.van = Some(day)) },
        Filter {
            sleutel: "tot",
            titel: "Tot en met",
            soort: Filtersoort::Datum(|wens, day| wens.tot = Some(day)),
        },
        Filter {
            // A name would stand in the address.
            sleutel: "persoon",
            titel: "Kenmerk van een persoon",
            soort: Filtersoort::Woord(
                "het kenmerk van een persoon, zoals p-6296171326ef",
                "^[0-9a-z-]{1,40}$",
                "Klik in de lijst op een naam.",
                |wens, code| {
                    wens.persoon = code.parse().ok();
                    wens.persoon.is_some()
                },
            ),
        },
    ],
    ordes: &[("wanneer", Volgorde)],
    gewoon: (Volgorde, Direction::Down),
    orden: |wens, _, direction| wens.direction = direction,
    gegevens: &[
        Gegeven { naam: "dag", soort: Soort::Datum, waarde: |regel| base::today_in_nl(regel.at).into() },
        Gegeven { naam: "tijd", soort: Soort::Tekst, waarde: |regel| time(regel).into() },
        Gegeven { naam: "wie", soort: Soort::Tekst, waarde: |regel| regel.wie.as_str().into() },
        Gegeven { naam: "rol", soort: Soort::Tekst, waarde: |regel| role(regel).into() },
        Gegeven { naam: "wat", soort: Soort::Tekst, waarde: |regel| regel.wat.into() },
        Gegeven { naam: "over", soort: Soort::Tekst, waarde: |regel| regel.onderwerp.as_str().into() },
        Gegeven {
            naam: "toelichting",
            soort: Soort::Tekst,
            waarde: |regel| regel.toelichting.as_str().into(),
        },
    ],
    codes: &[
        Gegeven { naam: "op", soort: Soort::Tekst, waarde: |regel| regel.at.to_string().into() },
        Gegeven {
            naam: "persoon",
            soort: Soort::Tekst,
            waarde: |regel| regel.persoon.as_ref().map(ToString::to_string).into(),
        },
        Gegeven { naam: "rol", soort: Soort::Tekst, waarde: |regel| regel.rol.as_str().into() },
        Gegeven { naam: "wat", soort: Soort::Tekst, waarde: |regel| regel.code.as_str().into() },
    ],
};

fn kinds() -> Vec<(&'static str, &'static str)> {
    Handelingsoort::ALL.iter().map(|soort| (soort.code(), soort.label())).collect()
}

fn time(regel: &Logregel) -> String {
    base::dates::clock_nl(regel.at)
}

fn role(regel: &Logregel) -> String {
    if regel.rol.is_empty() { String::new() } else { role_label(&regel.rol) }
}

#[derive(Template)]
#[template(path = "paginas/beheer/logboek.html")]
struct Logboek {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

async fn log(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = LOGBOEK.wens(&vraag)?;
    let found = state.app.logboek(&kijker.kijker, kijker.moment, &wens, vraag.rows()?).await?;
    let kolommen = vec![
        Kolom::short("Wanneer").sorted(Sorteer::by(PATH, &vraag, "wanneer")),
        Kolom::text("Wie").names_row(),
        Kolom::text("Wat"),
        Kolom::text("Over"),
    ];
    let on = kijker.moment.vandaag;
    let tabel = Tabel::new("Logboek", kolommen, "Er staat niets in het logboek dat hierbij past.")
        .rows(&found.rows, |regel| row(regel, on))
        .paged(format!("{} in totaal", found.total), Bladeren::by(PATH, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/logboek.csv"));
    show(&Logboek {
        pagina: kijker.page("Logboek").wide(),
        filters: LOGBOEK.filters("Logboek filteren", PATH, &vraag, &["wat", "van", "tot", "persoon"]),
        tabel,
    })
}

fn row(regel: &Logregel, on: base::Date) -> Vec<Inhoud> {
    let when = Inhoud::from(short_date(base::today_in_nl(regel.at), on)).above(time(regel));
    let who: Inhoud = match &regel.persoon {
        Some(persoon) => Link::new(regel.wie.as_str(), format!("{PATH}?persoon={persoon}")).into(),
        None => regel.wie.as_str().into(),
    };
    let who = if regel.rol.is_empty() { who } else { who.above(role(regel)) };
    let about = Inhoud::from(regel.onderwerp.as_str());
    let about = if regel.toelichting.is_empty() { about } else { about.above(regel.toelichting.clone()) };
    vec![when, who, regel.wat.into(), about]
}

/// The log as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = &LOGBOEK.wens(&vraag)?;
    let ask = |page| state.app.logboek(&kijker.kijker, kijker.moment, wens, page);
    LOGBOEK.csv(&state, &kijker, ask).await
}
