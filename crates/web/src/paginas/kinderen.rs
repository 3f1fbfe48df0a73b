//! Lists of children: filters, order, pages, CSV.
//!
//! The address of a list holds codes and dates only. A name is searched in the box above every page
//! ([`super::zoeken`]) and never stands in an address.

use app::lijst::Direction;
use app::lijst::{DossierFilter, DossierSort, Kind};
use app::lijsten::Kinderlijst;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use base::Date;
use dossier::Rol;
use dossier::staat::{AanmeldingFase, TlvFase};
use exchange::tabel::Cel;

use super::csv::Csv;
use crate::error::{Fout, Uitkomst};
use crate::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Link, Sorteer, Tabel, Termijn, aantal, short_date,
};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const PATH: &str = "/kinderen";

pub(super) fn routes() -> Router<WebState> {
    Router::new().route(PATH, get(list)).route("/kinderen.csv", get(csv))
}

#[derive(Template)]
#[template(path = "paginas/kind/lijst.html")]
struct Lijst {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
    /// May take over a dossier from another program.
    oso: bool,
}

/// What the address of the list asks for.
fn wanted(vraag: &Vraag) -> Result<Kinderlijst, Fout> {
    let (sort, direction) = vraag.order(&SORTS, (DossierSort::Naam, Direction::Up))?;
    Ok(Kinderlijst {
        filter: DossierFilter {
            fase: vraag
                .code("fase", |code| phases().into_iter().find(|(known, _)| *known == code))?
                .map(|(code, _)| code.to_owned()),
            wacht_op_rol: vraag.parse_one::<Rol>("wacht-op", "een rol")?.map(|rol| rol.code().to_owned()),
            vestiging: vraag.parse_one("vestiging", "de code van een school, zoals 99ZZ00")?,
            groep: vraag.text("groep").filter(|groep| !groep.is_empty()).map(str::to_owned),
            volgende_tot_en_met: vraag.date("uiterlijk")?,
            ..DossierFilter::default()
        },
        sort,
        direction,
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
pub(super) fn phases() -> Vec<(&'static str, &'static str)> {
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
    all.push(("geopend", "nog niet ingeschreven"));
    all.push(("overleden", "overleden"));
    all
}

pub(super) fn phase_label(code: &str) -> &str {
    phases().into_iter().find(|(known, _)| *known == code).map_or("", |(_, label)| label)
}

async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = state.app.kinderen(&kijker.kijker, kijker.moment, &wanted(&vraag)?, vraag.rows()?).await?;
    let pages = Bladeren::by(PATH, &vraag, &found)?;
    let total = format!("{} kinderen", aantal(&found));
    let tabel = table(&found.rows, &vraag, kijker.moment.vandaag)
        .paged(total, pages)
        .csv(vraag.without("bladzijde").address("/kinderen.csv"));
    show(&Lijst {
        pagina: kijker.page("Kinderen"),
        filters: filters(&vraag, &kijker),
        tabel,
        oso: super::oso::may_take_over(kijker.kijker.actor.rol),
    })
}

/// Works with children of more schools than one, so that a school is something to choose.
pub(super) fn sees_schools(kijker: &Kijker) -> bool {
    matches!(kijker.kijker.actor.rol, Rol::BevoegdGezag | Rol::Loket | Rol::Besluitnemer | Rol::Deskundige)
}

fn filters(vraag: &Vraag, kijker: &Kijker) -> Filters {
    let roles = [Rol::Ib, Rol::Directie, Rol::Ouder, Rol::Loket, Rol::Deskundige, Rol::Besluitnemer];
    let filters = Filters::new("Kinderen filteren", PATH)
        .choice(vraag, "fase", "Fase", phases())
        .choice(vraag, "wacht-op", "Wacht op", roles.map(|rol| (rol.code(), rol.label())))
        .text(vraag, "groep", "Groep")
        .date(vraag, "uiterlijk", "Volgende datum tot en met")
        .ordered(vraag);
    if sees_schools(kijker) {
        filters.text(vraag, "vestiging", "Code van de school")
    } else {
        filters.keeping("vestiging", vraag.text("vestiging"))
    }
}

fn table(rows: &[Kind], vraag: &Vraag, on: Date) -> Tabel {
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let short = |titel: &str, key: &str| Kolom::short(titel).sorted(Sorteer::by(PATH, vraag, key));
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
            Link::new(row.dossier.weergavenaam.as_str(), format!("/kind/{}", row.dossier.dossier)).into(),
            row.dossier.geboortedatum.map(|born| short_date(born, on)).into(),
            row.dossier.groep.clone().into(),
            phase_label(&row.fase).into(),
            rol.map(Rol::label).into(),
            Inhoud::from(Termijn::maybe(row.volgende_datum, on).in_table()),
            row.dossier.dossier.as_str().into(),
        ]
    })
}

async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    as_csv(&state, &kijker, &wanted(&vraag)?).await
}

/// A list of children as a file for a spreadsheet.
pub(super) async fn as_csv(state: &WebState, kijker: &Kijker, lijst: &Kinderlijst) -> Uitkomst {
    let kop =
        ["dossier", "naam", "geboortedatum", "vestiging", "groep", "fase", "aangemeld_op", "volgende_datum"];
    let ask = |page| state.app.kinderen(&kijker.kijker, kijker.moment, lijst, page);
    Csv::new("kinderen.csv", &kop).of_pages(ask, csv_row).await
}

fn csv_row(row: &Kind) -> Vec<Cel> {
    let date = |date: Option<Date>| date.map_or(Cel::Leeg, Cel::Datum);
    vec![
        Cel::Tekst(row.dossier.dossier.to_string()),
        Cel::Tekst(row.dossier.weergavenaam.clone()),
        date(row.dossier.geboortedatum),
        Cel::Tekst(row.vestiging.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cel::Tekst(row.dossier.groep.clone().unwrap_or_default()),
        Cel::Tekst(phase_label(&row.fase).to_owned()),
        date(row.aangemeld_op),
        date(row.volgende_datum),
    ]
}
