//! Counts of the own organisation, without names: by phase, by what is asked, by school.

use app::aantallen::{Aantallen, Telling, Telregel};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use dossier::soort::TlvSoort;
use web_base::error::Uitkomst;
use web_base::onderdelen::{Inhoud, Kolom, Link, Tabel};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::kinderen::{phase_label, phase_of, phases};

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
    // Who is told no small counts reads no files, and has no list.
    let lists = found.kleinste <= 1;
    let school = |naam: &str| Inhoud::from(naam);
    let mut tabellen = per_phase(&found, lists);
    if found.aanvragen {
        let kind = |code: &str| {
            TlvSoort::from_code(code).map_or_else(|| Inhoud::from(code), |soort| soort.label().into())
        };
        tabellen.push(("Per soort", table(("Soort", "Aanvragen"), &found.per_soort, &kind)));
    }
    let what = if found.aanvragen { "Aanvragen" } else { "Kinderen" };
    tabellen.push(("Per school", table(("School", what), &found.per_school, &school)));
    show(&Blad {
        pagina: kijker.page("Aantallen").sub("Van uw organisatie, vandaag"),
        uitleg: explained(&found),
        tabellen,
    })
}

/// What was counted, and what is not told of it.
fn explained(found: &Aantallen) -> String {
    let counted = if found.aanvragen {
        "De aanvragen die lopen, en die waarover is besloten zolang bezwaar kan. Wat is ingetrokken telt niet mee."
    } else {
        "De kinderen bij wie uw organisatie nu betrokken is, elk één keer: bij wat er nu of het laatst liep."
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
    format!("{counted}{small}")
}

/// A phase, with the list behind its count for whoever has one.
fn phase(code: &str, lists: bool) -> Inhoud {
    let label = phase_label(code);
    if lists { Link::new(label, format!("/kinderen?fase={code}")).into() } else { label.into() }
}

/// A table per process, in the order in which things go: processes have phases that are called alike.
fn per_phase(found: &Aantallen, lists: bool) -> Vec<(&'static str, Tabel)> {
    let phase = |code: &str| phase(code, lists && !found.aanvragen);
    if found.aanvragen {
        return vec![("Per fase", table(("Fase", "Aanvragen"), &in_order(&found.per_fase, None), &phase))];
    }
    let mut all: Vec<(&'static str, Tabel)> = Vec::new();
    for (of, kop) in KOPPEN {
        let some = in_order(&found.per_fase, Some(of));
        if !some.regels.is_empty() {
            all.push((kop, table(("Fase", "Kinderen"), &some, &phase)));
        }
    }
    // What is left out belongs to none of them.
    if all.is_empty() || found.per_fase.weggelaten {
        let rest = Telling { regels: Vec::new(), weggelaten: found.per_fase.weggelaten };
        all.push(("Per fase", table(("Fase", "Kinderen"), &rest, &phase)));
    }
    all
}

/// What each table is of, and the words above it.
const KOPPEN: [(&str, &str); 5] = [
    ("Aanmelding", "Aanmeldingen"),
    ("Verwijdering", "Verwijderingen"),
    ("Schorsing", "Schorsingen"),
    ("Verklaring", "Verklaringen"),
    ("Kind", "Zonder aanmelding, verwijdering of verklaring"),
];

/// The counts of one process, in the order of its phases.
fn in_order(telling: &Telling, of: Option<&str>) -> Telling {
    let known = phases();
    let place = |code: &str| known.iter().position(|(phase, _)| *phase == code);
    let own = |row: &&Telregel| of.is_none_or(|of| phase_of(&row.wat) == of);
    let mut regels: Vec<Telregel> = telling.regels.iter().filter(own).cloned().collect();
    regels.sort_by_key(|row| place(&row.wat));
    Telling { regels, weggelaten: of.is_none() && telling.weggelaten }
}

fn table((caption, what): (&str, &str), telling: &Telling, words: &dyn Fn(&str) -> Inhoud) -> Tabel {
    let kolommen = vec![Kolom::text(caption).names_row(), Kolom::number(what)];
    let few = "Er is te weinig om te tellen.";
    let none = if telling.weggelaten { few } else { "Er is niets te tellen." };
    // What is left out has no name: a name in a row says that there is at least one.
    let rest = telling.weggelaten && !telling.regels.is_empty();
    let rows = telling.regels.iter().map(|row| (words(&row.wat), row.aantal.to_string()));
    let rest = rest.then(|| ("de rest samen".into(), "weggelaten".to_owned()));
    let rows: Vec<(Inhoud, String)> = rows.chain(rest).collect();
    Tabel::new(caption, kolommen, none).rows(&rows, |(wat, aantal)| vec![wat.clone(), aantal.as_str().into()])
}
