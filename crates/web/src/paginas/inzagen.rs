//! Who of the own organisation looked in files how often, and when in which: for its privacy officer, who asks about it and opens
//! no file.

use app::AppError;
use app::inzage::{Kijkmoment, Kijkpatroon};
use app::weigering::zonder_kop;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use base::dates::clock_nl;
use base::{Date, PersoonId, dates};
use dossier::Rol;
use exchange::tabel::Cel;
use teksten::Taal;
use verband::grenzen::{DAGEN_KIJKPATROON, WERKUREN};
use web_base::csv::Csv;
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Bladeren, Filters, Fouten, Inhoud, Kolom, Link, Tabel, Veld, short_date, zoveel};
use web_base::pagina::{Pagina, html};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/inzagen";
const CSV: &str = "/inzagen.csv";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(page))
        .route(CSV, get(csv))
        .route("/inzagen/{persoon}", get(of_person))
        .route("/inzagen/{persoon}/csv", get(csv_of_person))
}

#[derive(Template)]
#[template(path = "paginas/beheer/inzagen.html")]
struct Inzagen {
    pagina: Pagina,
    fouten: Fouten,
    filters: Filters,
    uitleg: String,
    tabel: Tabel,
}

impl Inzagen {
    fn answer(&self) -> Response {
        let wrong = !self.fouten.is_empty();
        html(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, self)
    }
}

/// The days that are looked at: both named on the page.
#[derive(Debug, Clone, Copy)]
struct Dagen {
    van: Date,
    tot_en_met: Date,
}

impl Dagen {
    fn of(vraag: &Vraag, today: Date) -> Result<Self, Fout> {
        let tot_en_met = vraag.date("tot")?.unwrap_or(today);
        let usual = dates::plus_days(tot_en_met, 1 - DAGEN_KIJKPATROON.0).unwrap_or(tot_en_met);
        Ok(Self { van: vraag.date("van")?.unwrap_or(usual), tot_en_met })
    }

    /// The first day, and the day after the last.
    fn bounds(self) -> (Date, Date) {
        (self.van, dates::plus_days(self.tot_en_met, 1).unwrap_or(self.tot_en_met))
    }

    fn in_words(self) -> String {
        format!("Van {} tot en met {}", dates::long_nl(self.van), dates::long_nl(self.tot_en_met))
    }

    /// The fields show the days that are looked at, with what is wrong with them.
    fn filters(self, path: &str, fouten: &Fouten) -> Filters {
        let field = |naam: &str, titel: &str, day: Date| {
            Veld::date(naam, titel).value(&day.to_string()).error(fouten.of(naam))
        };
        Filters::new("Dagen kiezen", path).with(field("van", "Van", self.van)).with(field(
            "tot",
            "Tot en met",
            self.tot_en_met,
        ))
    }

    fn address(self, path: &str) -> String {
        Vraag::default().with("van", self.van).with("tot", self.tot_en_met).address(path)
    }
}

/// What is wrong with the days stands beside them, and the page with its dates stays; anything else is an error of its own.
fn wrong_days<T>(found: Result<T, AppError>) -> Result<Result<T, Fouten>, Fout> {
    match found {
        Ok(found) => Ok(Ok(found)),
        Err(AppError::Refused(refusal)) if refusal.veld == Some("tot") => {
            let mut fouten = Fouten::new();
            fouten.add("tot", zonder_kop(Taal::Nl, &refusal));
            Ok(Err(fouten))
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let on = kijker.moment.vandaag;
    let dagen = Dagen::of(&vraag, on)?;
    let (van, tot) = dagen.bounds();
    let found = wrong_days(state.app.kijkpatronen(&kijker.kijker, van, tot).await)?;
    let (found, fouten) = found.map_or_else(|fouten| (Vec::new(), fouten), |found| (found, Fouten::new()));
    let kolommen = vec![
        Kolom::text("Wie").names_row(),
        Kolom::number("Dossiers"),
        Kolom::number("Keer gekeken"),
        Kolom::number("Buiten werktijd"),
        Kolom::short("Laatst"),
    ];
    let tabel = Tabel::new("Wie keek hoe vaak", kolommen, "In deze dagen keek niemand van uw organisatie.")
        .rows(&found, |patroon| row(patroon, dagen, on))
        .csv(dagen.address(CSV));
    let blad = Inzagen {
        pagina: kijker.page("Wie keek").sub(dagen.in_words()).with_errors(&fouten),
        filters: dagen.filters(PATH, &fouten),
        uitleg: format!(
            "Buiten werktijd is voor {} uur, na {} uur en in het weekend. Dat zegt nog niet dat iemand iets \
             verkeerd deed: vraag het eerst. Bij een naam ziet u wanneer en in welke dossiers. Of iemand aan zet was \
             toen die keek, staat hier niet.",
            WERKUREN.0, WERKUREN.1
        ),
        tabel,
        fouten,
    };
    Ok(blad.answer())
}

fn row(patroon: &Kijkpatroon, dagen: Dagen, on: Date) -> Vec<Inhoud> {
    let wie = &patroon.wie;
    let looks = Vraag::default()
        .with("rol", &wie.rolcode)
        .with("van", dagen.van)
        .with("tot", dagen.tot_en_met)
        .address(&format!("{PATH}/{}", wie.persoon));
    vec![
        Inhoud::from(Link::new(wie.naam.as_str(), looks)).above(wie.rol.clone()),
        wie.dossiers.to_string().into(),
        wie.aantal.to_string().into(),
        patroon.buiten_werktijd.to_string().into(),
        short_date(base::today_in_nl(wie.laatst), on).into(),
    ]
}

async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let (van, tot) = Dagen::of(&vraag, kijker.moment.vandaag)?.bounds();
    let found = state.app.kijkpatronen(&kijker.kijker, van, tot).await?;
    let rows: Vec<Vec<Cel>> = found.iter().map(csv_row).collect();
    let kop = ["naam", "rol", "dossiers", "keer_gekeken", "buiten_werktijd", "laatst"];
    let made = Csv::new("inzagen.csv", &kop).of_rows(&rows)?;
    state.app.log_uitvoer(&kijker.kijker, "wie keek", kijker.moment).await?;
    Ok(made)
}

fn csv_row(patroon: &Kijkpatroon) -> Vec<Cel> {
    let wie = &patroon.wie;
    vec![
        wie.naam.as_str().into(),
        wie.rol.as_str().into(),
        number(wie.dossiers),
        number(wie.aantal),
        number(patroon.buiten_werktijd),
        base::today_in_nl(wie.laatst).into(),
    ]
}

fn number(count: u64) -> Cel {
    i64::try_from(count).ok().into()
}

/// Whose looks are asked for, in which role.
fn whose(persoon: &str, vraag: &Vraag) -> Result<(PersoonId, Rol), Fout> {
    let persoon = persoon.parse().map_err(|_| Fout::NietGevonden)?;
    let rol = vraag.parse_one::<Rol>("rol", "een rol")?.ok_or(Fout::NietGevonden)?;
    Ok((persoon, rol))
}

/// When one person looked in which files, by their numbers.
async fn of_person(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(persoon): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let on = kijker.moment.vandaag;
    let (persoon, rol) = whose(&persoon, &vraag)?;
    let path = format!("{PATH}/{persoon}");
    let dagen = Dagen::of(&vraag, on)?;
    let naam = state.app.naam_van_kijker(&kijker.kijker, &persoon).await?;
    let asked = state.app.kijkmomenten(&kijker.kijker, (&persoon, rol), dagen.bounds(), vraag.rows()?).await;
    let found = wrong_days(asked)?;
    let (found, fouten) =
        found.map_or_else(|fouten| (app::lijst::Rows::none(), fouten), |found| (found, Fouten::new()));
    let kolommen = vec![Kolom::short("Wanneer"), Kolom::text("Dossier").names_row(), Kolom::text("Werktijd")];
    let tabel = Tabel::new("Wanneer en in welke dossiers", kolommen, "In deze dagen keek deze persoon niet.")
        .rows(&found.rows, |look| look_row(look, on))
        .paged(zoveel(&found, "keer gekeken", "keer gekeken"), Bladeren::by(&path, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address(&format!("{path}/csv")));
    let blad = Inzagen {
        pagina: kijker
            .page(format!("Wanneer {naam} keek"))
            .sub(format!("{} · {}", rol.label(), dagen.in_words()))
            .below("Wie keek", dagen.address(PATH))
            .with_errors(&fouten),
        filters: dagen.filters(&path, &fouten).keeping("rol", Some(rol.code())),
        uitleg: "U ziet de nummers van de dossiers en niet van wie zij zijn: u opent er hier geen. Vraag de \
                 persoon zelf waarvoor dat was."
            .to_owned(),
        tabel,
        fouten,
    };
    Ok(blad.answer())
}

fn look_row(look: &Kijkmoment, on: Date) -> Vec<Inhoud> {
    let day = short_date(base::today_in_nl(look.op), on);
    vec![
        format!("{day}, {}", clock_nl(look.op)).into(),
        look.dossier.to_string().into(),
        if look.buiten_werktijd { "buiten werktijd" } else { "in werktijd" }.into(),
    ]
}

async fn csv_of_person(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(persoon): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let (persoon, rol) = whose(&persoon, &vraag)?;
    let bounds = Dagen::of(&vraag, kijker.moment.vandaag)?.bounds();
    let ask = |page| state.app.kijkmomenten(&kijker.kijker, (&persoon, rol), bounds, page);
    let kop = ["dag", "tijd", "dossier", "buiten_werktijd"];
    let made = Csv::new("inzagen-persoon.csv", &kop).of_pages(ask, csv_look).await?;
    state.app.log_uitvoer(&kijker.kijker, "wie keek", kijker.moment).await?;
    Ok(made)
}

fn csv_look(look: &Kijkmoment) -> Vec<Cel> {
    vec![
        base::today_in_nl(look.op).into(),
        clock_nl(look.op).into(),
        look.dossier.as_str().into(),
        if look.buiten_werktijd { "ja" } else { "nee" }.into(),
    ]
}
