//! Who looked in a file: by day, role and part, oldest or newest first.

use app::geopend::Geopend;
use app::inzage::{Doel, Inzagelijst, Meekijker};
use app::lijst::Direction;
use askama::Template;
use axum::extract::{Path, State};
use base::dates::short_nl;
use dossier::Rol;
use dossier::rol::ROLLEN;
use dossier::toegang::Deel;
use exchange::tabel::Cel;
use teksten::Taal;
use web_base::csv::Csv;
use web_base::error::{Fout, Uitkomst};
use web_base::menu;
use web_base::onderdelen::{Bladeren, Filters, Inhoud, Kolom, Sorteer, Tabel};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::{delen, open};

#[derive(Template)]
#[template(path = "paginas/kind/inzage.html")]
struct Inzage {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

/// The filters and order that the address asks for; the newest come first.
fn wanted(vraag: &Vraag) -> Result<Inzagelijst, Fout> {
    let ((), direction) = vraag.order(&[("wanneer", ())], ((), Direction::Down))?;
    Ok(Inzagelijst {
        van: vraag.date("van")?,
        tot_en_met: vraag.date("tot")?,
        rol: vraag.parse_one::<Rol>("rol", "een rol")?,
        deel: vraag.code("deel", Deel::from_code)?,
        oudste_eerst: direction == Direction::Up,
    })
}

/// The child, for whoever may read who looked; this look is written down too.
async fn allowed(state: &WebState, kijker: &Kijker, nummer: &str) -> Result<Geopend, Fout> {
    let file = open(state, kijker, nummer).await?;
    let may = file.toon(Doel::WieKeek).await?.leest(Deel::N);
    if may { Ok(file) } else { Err(Fout::NietGevonden) }
}

/// The page.
pub(super) async fn reads(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let lijst = wanted(&vraag)?;
    let file = allowed(&state, &kijker, &nummer).await?;
    let found = file.meekijkers(&lijst, vraag.rows()?).await?;
    let beeld = file.beeld();
    let path = format!("/kind/{}/inzage", beeld.nummer);
    let tabel = table(&found.rows, &path, &vraag)
        .paged(format!("{} keer gekeken", found.total), Bladeren::by(&path, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address(&format!("{path}.csv")));
    show(&Inzage {
        filters: filters(&vraag, &path, &kijker),
        tabel,
        pagina: kijker
            .page("Wie keek er?")
            .sub(beeld.naam.clone())
            .below(beeld.naam.clone(), format!("/kind/{}", beeld.nummer)),
    })
}

fn filters(vraag: &Vraag, path: &str, kijker: &Kijker) -> Filters {
    // How a family prepares a dispute is no business of anybody else.
    let family = menu::is_family(kijker.kijker.actor.rol);
    let parts = Deel::ALL.iter().filter(|deel| family || **deel != Deel::K1);
    Filters::new("Inzage filteren", path)
        .date(vraag, "van", "Van")
        .date(vraag, "tot", "Tot en met")
        .choice(vraag, "rol", "Rol", ROLLEN.iter().map(|rol| (rol.code(), rol.label())))
        .choice(vraag, "deel", "Wat", parts.map(|deel| (deel.code(), deel.label())))
        .ordered(vraag)
}

fn table(rows: &[Meekijker], path: &str, vraag: &Vraag) -> Tabel {
    let kolommen = vec![
        Kolom::short("Wanneer").sorted(Sorteer::by(path, vraag, "wanneer")),
        Kolom::text("Wie").names_row(),
        Kolom::text("Organisatie"),
        Kolom::text("Wat en waarvoor"),
    ];
    let narrowed = ["van", "tot", "rol", "deel"].iter().any(|key| vraag.text(key).is_some());
    let empty =
        if narrowed { "Er heeft niemand gekeken die hierbij past." } else { "Er heeft nog niemand gekeken." };
    Tabel::new("Wie keek er", kolommen, empty).rows(delen::looks(rows), |look| {
        let row = look.row;
        let day = Inhoud::from(short_nl(look.day));
        vec![
            if look.times > 1 { day.above(format!("{} keer", look.times)) } else { day },
            Inhoud::from(row.naam.as_str()).above(Taal::Nl.zeg(&row.rol)),
            Taal::Nl.zeg(&row.organisatie).into(),
            Inhoud::from(Taal::Nl.zeg(&row.doel)).above(delen::parts(&row.delen)),
        ]
    })
}

/// The list as a file for a spreadsheet: a row for each look.
pub(super) async fn csv(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
    vraag: Vraag,
) -> Uitkomst {
    let lijst = wanted(&vraag)?;
    let file = allowed(&state, &kijker, &nummer).await?;
    let kop = ["dag", "naam", "rol", "organisatie", "delen", "waarvoor"];
    let ask = |page| file.meekijkers(&lijst, page);
    Csv::new("inzage.csv", &kop).of_pages(ask, csv_row).await
}

fn csv_row(row: &Meekijker) -> Vec<Cel> {
    let parts: Vec<&str> = row.delen.iter().map(|deel| deel.label()).collect();
    vec![
        base::today_in_nl(row.op).into(),
        row.naam.as_str().into(),
        Taal::Nl.zeg(&row.rol).into(),
        Taal::Nl.zeg(&row.organisatie).into(),
        parts.join("; ").into(),
        Taal::Nl.zeg(&row.doel).into(),
    ]
}
