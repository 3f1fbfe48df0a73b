//! Lists of children: filters, order, pages, CSV, and the search box.
//!
//! The address of a list holds codes and dates only. What somebody searches is a name, so it comes
//! in the body of a form and never stands in an address.

use app::lijsten::Kinderlijst;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use base::{Date, DossierNummer};
use dossier::Rol;
use dossier::staat::{AanmeldingFase, TlvFase};
use exchange::tabel::Cel;
use storage::queries::{DossierFilter, DossierSort};
use storage::{Direction, DossierRij, Page};

use crate::error::{Uitkomst, redirect};
use crate::form::Formulier;
use crate::limits;
use crate::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Link, Optie, Sorteer, Tabel, Termijn, Veld, short_date,
};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

/// Rows in one CSV file; more is a question for a report.
const CSV_ROWS: u64 = 10_000;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/kinderen", get(list))
        .route("/kinderen.csv", get(csv))
        .route("/zoeken", post(search).get(|| async { redirect("/kinderen") }))
}

#[derive(Template)]
#[template(path = "paginas/kind/lijst.html")]
struct Lijst {
    pagina: Pagina,
    filters: Option<Filters>,
    tabel: Tabel,
}

/// What the address of the list asks for.
fn wanted(vraag: &Vraag) -> Result<Kinderlijst, crate::error::Fout> {
    let sort = vraag
        .code("sorteer", |code| SORTS.iter().find(|(known, _)| *known == code).map(|(_, sort)| *sort))?;
    let down = vraag.text("richting") == Some("af");
    Ok(Kinderlijst {
        filter: DossierFilter {
            fase: vraag
                .code("fase", |code| phases().into_iter().find(|(known, _)| *known == code))?
                .map(|(code, _)| code.to_owned()),
            wacht_op_rol: vraag.parse_one::<Rol>("wacht-op", "een rol")?.map(|rol| rol.code().to_owned()),
            groep: vraag.text("groep").filter(|groep| !groep.is_empty()).map(str::to_owned),
            volgende_tot_en_met: vraag.date("uiterlijk")?,
            ..DossierFilter::default()
        },
        sort: sort.unwrap_or_default(),
        direction: if down { Direction::Down } else { Direction::Up },
    })
}

const SORTS: [(&str, DossierSort); 6] = [
    ("naam", DossierSort::Naam),
    ("dossier", DossierSort::Dossier),
    ("geboren", DossierSort::Geboortedatum),
    ("groep", DossierSort::Groep),
    ("fase", DossierSort::Fase),
    ("datum", DossierSort::VolgendeDatum),
];

/// Every phase that a list can show, with its words.
fn phases() -> Vec<(&'static str, &'static str)> {
    let registrations = [
        AanmeldingFase::Ontvangen,
        AanmeldingFase::WachtOpInformatie,
        AanmeldingFase::BehoefteVastgesteld,
        AanmeldingFase::AanbodGedaan,
        AanmeldingFase::Elders,
        AanmeldingFase::Geweigerd,
        AanmeldingFase::BuitenBehandeling,
        AanmeldingFase::Ingetrokken,
    ];
    let mut all: Vec<_> = registrations.into_iter().map(|fase| (fase.code(), fase.label())).collect();
    all.extend(TlvFase::ALL.into_iter().map(|fase| (fase.code(), fase.label())));
    all.push(("ingeschreven", "ingeschreven"));
    all.push(("overleden", "overleden"));
    all
}

fn phase_label(code: &str) -> &str {
    phases().into_iter().find(|(known, _)| *known == code).map_or("", |(_, label)| label)
}

async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = state.app.kinderen(&kijker.kijker, kijker.moment, &wanted(&vraag)?, vraag.rows()?).await?;
    let pages = Bladeren::of(found.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address("/kinderen")
    });
    let total = format!("{} kinderen", found.total);
    let tabel = table(&found.rows, &vraag, kijker.moment.vandaag)
        .paged(total, pages)
        .csv(vraag.without("bladzijde").address("/kinderen.csv"));
    show(&Lijst { pagina: kijker.page("Kinderen"), filters: Some(filters(&vraag)), tabel })
}

fn filters(vraag: &Vraag) -> Filters {
    let all = Optie::new("", "alle");
    let phase_options =
        std::iter::once(all.clone()).chain(phases().into_iter().map(|(code, label)| Optie::new(code, label)));
    let roles = [Rol::Ib, Rol::Directie, Rol::Ouder, Rol::Loket, Rol::Deskundige, Rol::Besluitnemer];
    let role_options =
        std::iter::once(all).chain(roles.into_iter().map(|rol| Optie::new(rol.code(), rol.label())));
    Filters::new("Kinderen filteren", "/kinderen")
        .with(
            Veld::select("fase", "Fase", phase_options.collect())
                .value(vraag.text("fase").unwrap_or_default()),
        )
        .with(
            Veld::select("wacht-op", "Wacht op", role_options.collect())
                .value(vraag.text("wacht-op").unwrap_or_default()),
        )
        .with(Veld::text("groep", "Groep").value(vraag.text("groep").unwrap_or_default()))
        .with(
            Veld::date("uiterlijk", "Volgende datum tot en met")
                .value(vraag.text("uiterlijk").unwrap_or_default()),
        )
        .keeping("sorteer", vraag.text("sorteer"))
        .keeping("richting", vraag.text("richting"))
}

fn table(rows: &[DossierRij], vraag: &Vraag, on: Date) -> Tabel {
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by("/kinderen", vraag, key));
    let short = |titel: &str, key: &str| Kolom::short(titel).sorted(Sorteer::by("/kinderen", vraag, key));
    let kolommen = vec![
        sorted("Naam", "naam").names_row(),
        short("Geboren", "geboren"),
        sorted("Groep", "groep"),
        sorted("Fase", "fase"),
        Kolom::text("Aan zet"),
        sorted("Volgende datum", "datum"),
        short("Dossier", "dossier"),
    ];
    Tabel::new("Kinderen", kolommen, "Er zijn geen kinderen die hierbij passen.").wide().rows(rows, |row| {
        let rol = row.wacht_op_rol.as_deref().and_then(|rol| rol.parse::<Rol>().ok());
        vec![
            Link::new(row.weergavenaam.as_str(), format!("/kind/{}", row.dossier)).into(),
            row.geboortedatum.map(|born| short_date(born, on)).into(),
            row.groep.clone().into(),
            phase_label(&row.fase).into(),
            rol.map(Rol::label).into(),
            Inhoud::from(Termijn::maybe(row.volgende_datum, on).in_table()),
            row.dossier.as_str().into(),
        ]
    })
}

async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = wanted(&vraag)?;
    let mut rows = Vec::new();
    loop {
        let offset = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let page = Page { offset, limit: storage::limits::PAGE_ROWS };
        let found = state.app.kinderen(&kijker.kijker, kijker.moment, &lijst, page).await?;
        let done = found.rows.is_empty() || offset + u64::from(page.limit) >= found.total.min(CSV_ROWS);
        rows.extend(found.rows.iter().map(csv_row));
        if done {
            break;
        }
    }
    let kop =
        ["dossier", "naam", "geboortedatum", "vestiging", "groep", "fase", "aangemeld_op", "volgende_datum"];
    let text = exchange::tabel::schrijf(&kop, &rows).map_err(|_| crate::error::Fout::Intern)?;
    Ok(super::kind::download("kinderen.csv", "text/csv; charset=utf-8", text))
}

fn csv_row(row: &DossierRij) -> Vec<Cel> {
    let date = |date: Option<Date>| date.map_or(Cel::Leeg, Cel::Datum);
    vec![
        Cel::Tekst(row.dossier.to_string()),
        Cel::Tekst(row.weergavenaam.clone()),
        date(row.geboortedatum),
        Cel::Tekst(row.vestiging.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cel::Tekst(row.groep.clone().unwrap_or_default()),
        Cel::Tekst(phase_label(&row.fase).to_owned()),
        date(row.aangemeld_op),
        date(row.volgende_datum),
    ]
}

/// A number of a file leads there at once; anything else is a name.
async fn search(State(state): State<WebState>, kijker: Kijker, formulier: Formulier) -> Uitkomst {
    let sought = formulier.text("zoek").trim().to_owned();
    if let Ok(nummer) = sought.parse::<DossierNummer>() {
        return Ok(redirect(&format!("/kind/{nummer}")));
    }
    let lijst = Kinderlijst {
        filter: DossierFilter { zoek: Some(sought.clone()), ..DossierFilter::default() },
        ..Kinderlijst::default()
    };
    let found = state.app.kinderen(&kijker.kijker, kijker.moment, &lijst, Page::first(limits::ROWS)).await?;
    let tabel = found_table(&found.rows, kijker.moment.vandaag);
    let sub = match found.total {
        0 => "Niets gevonden. Zoek op het begin van een voornaam of achternaam, of op een dossiernummer."
            .to_owned(),
        total if total > u64::from(limits::ROWS) => {
            format!("{total} gevonden; dit zijn de eerste. Typ meer letters om minder te vinden.")
        }
        total => format!("{total} gevonden"),
    };
    show(&Lijst { pagina: kijker.page("Zoeken").sub(sub), filters: None, tabel })
}

fn found_table(rows: &[DossierRij], on: Date) -> Tabel {
    let kolommen = vec![
        Kolom::text("Naam").names_row(),
        Kolom::short("Geboren"),
        Kolom::text("Fase"),
        Kolom::short("Dossier"),
    ];
    Tabel::new("Gevonden kinderen", kolommen, "Er is geen kind gevonden dat u mag zien.").rows(rows, |row| {
        vec![
            Link::new(row.weergavenaam.as_str(), format!("/kind/{}", row.dossier)).into(),
            row.geboortedatum.map(|born| short_date(born, on)).into(),
            phase_label(&row.fase).into(),
            row.dossier.as_str().into(),
        ]
    })
}
