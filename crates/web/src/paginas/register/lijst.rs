//! The declarations of a samenwerkingsverband.

use app::lijst::Direction;
use app::lijst::{Tlv, TlvSort};
use app::register::Registerlijst;
use askama::Template;
use axum::extract::State;
use dossier::soort::TlvSoort;
use exchange::tabel::Cel;

use crate::error::{Fout, Uitkomst};
use crate::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Label, Labelsoort, Link, Sorteer, Tabel, aantal, short_date,
};
use crate::pagina::{Pagina, show};
use crate::paginas::csv::Csv;
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const PATH: &str = "/register";
const SORTS: [(&str, TlvSort); 6] = [
    ("nummer", TlvSort::Nummer),
    ("kind", TlvSort::Naam),
    ("soort", TlvSort::Soort),
    ("vanaf", TlvSort::Van),
    ("tot", TlvSort::TotEnMet),
    ("stand", TlvSort::Status),
];

/// How a declaration stands: code and words.
pub(super) const STANDEN: [(&str, &str); 5] = [
    ("verleend", "verleend, nog bekend te maken"),
    ("bekend", "geldig, nog niet gebruikt"),
    ("gebruikt", "gebruikt voor een plaatsing"),
    ("verlopen", "verlopen"),
    ("ingetrokken", "ingetrokken"),
];

#[derive(Template)]
#[template(path = "paginas/register/lijst.html")]
struct Register {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

/// How a declaration stands, in words.
pub(super) fn stand(code: &str) -> Label {
    let text = STANDEN.iter().find(|(known, _)| *known == code).map_or(code, |(_, text)| *text);
    let soort = match code {
        "bekend" | "gebruikt" => Labelsoort::Goed,
        "verleend" => Labelsoort::Gauw,
        _ => Labelsoort::Gewoon,
    };
    Label::new(text, soort)
}

/// The filters and order that the address asks for; the newest come first.
fn wanted(vraag: &Vraag) -> Result<Registerlijst, Fout> {
    let (sort, direction) = vraag.order(&SORTS, (TlvSort::Van, Direction::Down))?;
    Ok(Registerlijst {
        status: vraag.code("stand", |code| {
            STANDEN.iter().find(|(known, _)| *known == code).map(|(code, _)| (*code).to_owned())
        })?,
        soort: vraag.code("soort", TlvSoort::from_code)?.map(|soort| soort.code().to_owned()),
        geldig_op: vraag.date("geldig_op")?,
        sort,
        direction,
    })
}

/// The register.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = state.app.tlv_register(&kijker.kijker, &wanted(&vraag)?, vraag.rows()?).await?;
    let pages = Bladeren::by(PATH, &vraag, &found)?;
    let total = format!("{} in totaal", aantal(&found));
    let csv = vraag.without("bladzijde").address("/register.csv");
    show(&Register {
        pagina: kijker.page("Register van verklaringen"),
        filters: filters(&vraag),
        tabel: table(&found.rows, &vraag, &kijker).paged(total, pages).csv(csv),
    })
}

fn filters(vraag: &Vraag) -> Filters {
    let kinds = TlvSoort::ALL.iter().map(|soort| (soort.code(), soort.label()));
    Filters::new("Register filteren", PATH)
        .choice(vraag, "stand", "Stand", STANDEN)
        .choice(vraag, "soort", "Voor", kinds)
        .date(vraag, "geldig_op", "Geldig op")
        .ordered(vraag)
}

fn table(rows: &[Tlv], vraag: &Vraag, kijker: &Kijker) -> Tabel {
    let on = kijker.moment.vandaag;
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, vraag, key));
    let kolommen = vec![
        Kolom::short("Nummer").sorted(Sorteer::by(PATH, vraag, "nummer")).names_row(),
        sorted("Kind", "kind"),
        sorted("Voor", "soort"),
        Kolom::text("Categorie"),
        sorted("Geldig vanaf", "vanaf"),
        sorted("Geldig tot en met", "tot"),
        sorted("Stand", "stand"),
    ];
    Tabel::new("Verklaringen", kolommen, "Er is geen verklaring die hierbij past.").wide().rows(rows, |row| {
        let tlv = &row.tlv;
        vec![
            Link::new(tlv.nummer.as_str(), format!("{PATH}/{}", tlv.nummer)).into(),
            Inhoud::from(tlv.weergavenaam.as_str())
                .above(tlv.geboortedatum.map(|born| format!("geboren {}", short_date(born, on)))),
            TlvSoort::from_code(&tlv.soort).map(TlvSoort::label).into(),
            tlv.categorie.clone().into(),
            short_date(tlv.van, on).into(),
            short_date(tlv.tot_en_met, on).into(),
            stand(&tlv.status).into(),
        ]
    })
}

/// The register as a file for a spreadsheet.
pub(super) async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = wanted(&vraag)?;
    let kop =
        ["nummer", "dossier", "naam", "geboortedatum", "soort", "categorie", "van", "tot_en_met", "stand"];
    let ask = |page| state.app.tlv_register(&kijker.kijker, &lijst, page);
    Csv::new("register.csv", &kop).of_pages(ask, csv_row).await
}

fn csv_row(row: &Tlv) -> Vec<Cel> {
    let tlv = &row.tlv;
    vec![
        Cel::Tekst(tlv.nummer.clone()),
        Cel::Tekst(row.dossier.to_string()),
        Cel::Tekst(tlv.weergavenaam.clone()),
        tlv.geboortedatum.map_or(Cel::Leeg, Cel::Datum),
        Cel::Tekst(tlv.soort.clone()),
        Cel::Tekst(tlv.categorie.clone().unwrap_or_default()),
        Cel::Datum(tlv.van),
        Cel::Datum(tlv.tot_en_met),
        Cel::Tekst(tlv.status.clone()),
    ]
}
