//! Who of the own organisation looked in files how often, and when in which: for its privacy officer, who asks about it and opens
//! no file.

use app::AppError;
use app::inzage::{Kijkmoment, Kijkpatroon, Kijkvraag, REDEN_NODIG};
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
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Bladeren, Filters, Fouten, Inhoud, Kolom, Link, Tabel, Veld, short_date, zoveel};
use web_base::pagina::{Pagina, html, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/inzagen";
const CSV: &str = "/inzagen.csv";
/// The question whether lines of lists count too.
const LIJSTEN: &str = "lijsten";
/// The answer that they do.
const JA: &str = "ja";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(page))
        .route(CSV, get(csv))
        .route("/inzagen/{persoon}", get(of_person).post(ask))
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
    /// Lines of lists count too.
    lijsten: bool,
}

impl Dagen {
    fn of(vraag: &Vraag, today: Date) -> Result<Self, Fout> {
        let tot_en_met = vraag.date("tot")?.unwrap_or(today);
        let usual = dates::plus_days(tot_en_met, 1 - DAGEN_KIJKPATROON.0).unwrap_or(tot_en_met);
        let lijsten = vraag.text(LIJSTEN).is_some();
        Ok(Self { van: vraag.date("van")?.unwrap_or(usual), tot_en_met, lijsten })
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
        Filters::new("Dagen kiezen", path)
            .with(field("van", "Van", self.van))
            .with(field("tot", "Tot en met", self.tot_en_met))
            .with(Veld::checkbox(LIJSTEN, "Ook lijsten meetellen").value(if self.lijsten { JA } else { "" }))
    }

    /// A question about these days.
    fn asked(self, vraag: &Vraag) -> Vraag {
        let vraag = vraag.with("van", self.van).with("tot", self.tot_en_met);
        if self.lijsten { vraag.with(LIJSTEN, JA) } else { vraag }
    }

    fn address(self, path: &str) -> String {
        self.asked(&Vraag::default()).address(path)
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
    let found = state.app.kijkpatronen(&kijker.kijker, dagen.bounds(), dagen.lijsten).await;
    let found = wrong_days(found)?;
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
            "{} Buiten werktijd is voor {} uur, na {} uur en in het weekend. Dat zegt nog niet dat iemand iets \
             verkeerd deed: vraag het eerst. Bij een naam ziet u wanneer en in welke dossiers, als u zegt waarom u dat \
             wilt weten. Of iemand aan zet was toen die keek, staat hier niet.",
            lists_in_words(dagen),
            WERKUREN.0,
            WERKUREN.1
        ),
        tabel,
        fouten,
    };
    Ok(blad.answer())
}

fn row(patroon: &Kijkpatroon, dagen: Dagen, on: Date) -> Vec<Inhoud> {
    let wie = &patroon.wie;
    let looks =
        dagen.asked(&Vraag::default().with("rol", &wie.rolcode)).address(&format!("{PATH}/{}", wie.persoon));
    vec![
        Inhoud::from(Link::new(wie.naam.as_str(), looks)).above(wie.rol.clone()),
        wie.dossiers.to_string().into(),
        wie.aantal.to_string().into(),
        patroon.buiten_werktijd.to_string().into(),
        short_date(base::today_in_nl(wie.laatst), on).into(),
    ]
}

async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let dagen = Dagen::of(&vraag, kijker.moment.vandaag)?;
    let found = state.app.kijkpatronen(&kijker.kijker, dagen.bounds(), dagen.lijsten).await?;
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

/// What the counts are of.
fn lists_in_words(dagen: Dagen) -> &'static str {
    if dagen.lijsten {
        "Een regel in een lijst, zoals Vandaag, telt mee als een keer kijken."
    } else {
        "Wat iemand alleen in een lijst zag, zoals Vandaag, telt niet mee."
    }
}

/// Whose looks are asked for, in which role and of which days.
fn whose(persoon: &str, vraag: &Vraag, dagen: Dagen) -> Result<Kijkvraag, Fout> {
    let persoon: PersoonId = persoon.parse().map_err(|_| Fout::NietGevonden)?;
    let rol = vraag.parse_one::<Rol>("rol", "een rol")?.ok_or(Fout::NietGevonden)?;
    let (van, tot) = dagen.bounds();
    Ok(Kijkvraag { persoon, rol, van, tot, ook_lijsten: dagen.lijsten })
}

/// When one person looked in which files, by their numbers, once it was said why that is asked.
async fn of_person(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(persoon): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let on = kijker.moment.vandaag;
    let dagen = Dagen::of(&vraag, on)?;
    let asked = whose(&persoon, &vraag, dagen)?;
    let path = format!("{PATH}/{persoon}");
    let naam = state.app.naam_van_kijker(&kijker.kijker, &asked).await?;
    let found = state.app.kijkmomenten(&kijker.kijker, &asked, vraag.rows()?, kijker.moment).await;
    if matches!(&found, Err(AppError::Refused(refusal)) if refusal.code == REDEN_NODIG) {
        return show(&why_page(&kijker, &naam, (&asked, dagen), Ingevuld::empty()));
    }
    let found = wrong_days(found)?;
    let (found, fouten) =
        found.map_or_else(|fouten| (app::lijst::Rows::none(), fouten), |found| (found, Fouten::new()));
    let kolommen = vec![
        Kolom::short("Wanneer"),
        Kolom::text("Dossier").names_row(),
        Kolom::text("Wat"),
        Kolom::text("Tijd"),
    ];
    let tabel = Tabel::new("Wanneer en in welke dossiers", kolommen, "In deze dagen keek deze persoon niet.")
        .rows(&found.rows, |look| look_row(look, on))
        .paged(zoveel(&found, "keer gekeken", "keer gekeken"), Bladeren::by(&path, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address(&format!("{path}/csv")));
    let blad = Inzagen {
        pagina: person_page(&kijker, &naam, &asked, dagen).with_errors(&fouten),
        filters: dagen.filters(&path, &fouten).keeping("rol", Some(asked.rol.code())),
        uitleg: format!(
            "U ziet de nummers van de dossiers en niet van wie zij zijn: u opent er hier geen. Vraag de persoon zelf \
             waarvoor dat was. {}",
            lists_in_words(dagen)
        ),
        tabel,
        fouten,
    };
    Ok(blad.answer())
}

fn person_page(kijker: &Kijker, naam: &str, asked: &Kijkvraag, dagen: Dagen) -> Pagina {
    kijker
        .page(format!("Wanneer {naam} keek"))
        .sub(format!("{} · {}", asked.rol.label(), dagen.in_words()))
        .below("Wie keek", dagen.address(PATH))
}

/// Why somebody wants to see in which files a colleague looked.
#[derive(Template)]
#[template(path = "paginas/beheer/inzagen_waarom.html")]
struct Waarom {
    pagina: Pagina,
    fouten: Fouten,
    actie: String,
    velden: Vec<Veld>,
}

fn why_page(kijker: &Kijker, naam: &str, (asked, dagen): (&Kijkvraag, Dagen), ingevuld: Ingevuld) -> Waarom {
    let mut velden = vec![
        Veld::text("reden", "Waarom wilt u dit zien?")
            .hint("Dit komt in het logboek van uw organisatie te staan, met over wie en over welke dagen u het vroeg. Noem geen kind.")
            .required()
            .filled(&ingevuld),
        Veld::hidden("rol", asked.rol.code()),
        Veld::hidden("van", dagen.van.to_string()),
        Veld::hidden("tot", dagen.tot_en_met.to_string()),
    ];
    if dagen.lijsten {
        velden.push(Veld::hidden(LIJSTEN, JA));
    }
    Waarom {
        pagina: person_page(kijker, naam, asked, dagen).narrow().with_errors(&ingevuld.fouten),
        actie: format!("{PATH}/{}", asked.persoon),
        fouten: ingevuld.fouten,
        velden,
    }
}

/// The reason is recorded, and then the numbers can be read.
async fn ask(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(persoon): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let mut vraag = Vraag::default();
    for naam in ["rol", "van", "tot", LIJSTEN] {
        if !formulier.text(naam).is_empty() {
            vraag = vraag.with(naam, formulier.text(naam));
        }
    }
    let dagen = Dagen::of(&vraag, kijker.moment.vandaag)?;
    let asked = whose(&persoon, &vraag, dagen)?;
    let naam = state.app.naam_van_kijker(&kijker.kijker, &asked).await?;
    let mut lezer = Lezer::of(&formulier);
    let reden = lezer.required("reden", "Zeg waarom u dit wilt zien.");
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&why_page(&kijker, &naam, (&asked, dagen), ingevuld));
    }
    match state.app.vraag_kijkmomenten(&kijker.kijker, &asked, &reden, kijker.moment).await {
        Ok(()) => Ok(redirect(&vraag.address(&format!("{PATH}/{persoon}")))),
        Err(AppError::Refused(refusal)) => {
            let ingevuld = Ingevuld::refused(formulier, Fouten::of_refusal(&refusal, Taal::Nl));
            show_refused(&why_page(&kijker, &naam, (&asked, dagen), ingevuld))
        }
        Err(error) => Err(error.into()),
    }
}

fn look_row(look: &Kijkmoment, on: Date) -> Vec<Inhoud> {
    let day = short_date(base::today_in_nl(look.op), on);
    vec![
        format!("{day}, {}", clock_nl(look.op)).into(),
        look.dossier.to_string().into(),
        Taal::Nl.zeg(&look.wat).into(),
        if look.buiten_werktijd { "buiten werktijd" } else { "in werktijd" }.into(),
    ]
}

async fn csv_of_person(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(persoon): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let dagen = Dagen::of(&vraag, kijker.moment.vandaag)?;
    let asked = whose(&persoon, &vraag, dagen)?;
    let ask = |page| state.app.kijkmomenten(&kijker.kijker, &asked, page, kijker.moment);
    let kop = ["dag", "tijd", "dossier", "wat", "buiten_werktijd"];
    let made = Csv::new("inzagen-persoon.csv", &kop).of_pages(ask, csv_look).await?;
    let naam = state.app.naam_van_kijker(&kijker.kijker, &asked).await?;
    state.app.log_uitvoer(&kijker.kijker, &format!("wanneer {naam} keek"), kijker.moment).await?;
    Ok(made)
}

fn csv_look(look: &Kijkmoment) -> Vec<Cel> {
    vec![
        base::today_in_nl(look.op).into(),
        clock_nl(look.op).into(),
        look.dossier.as_str().into(),
        Taal::Nl.zeg(&look.wat).into(),
        if look.buiten_werktijd { "ja" } else { "nee" }.into(),
    ]
}
