//! The declarations of a samenwerkingsverband.

use askama::Template;
use axum::extract::State;
use dossier::soort::TlvSoort;
use exchange::tabel::Cel;
use storage::Page;
use storage::queries::Tlv;

use crate::error::{Fout, Uitkomst};
use crate::limits;
use crate::onderdelen::{
    Bladeren, Filters, Inhoud, Kolom, Label, Labelsoort, Link, Optie, Tabel, Veld, short_date,
};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const PATH: &str = "/register";
/// Rows in one CSV file; more is a question for a report.
const CSV_ROWS: u64 = 50_000;

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

fn status(vraag: &Vraag) -> Result<Option<String>, Fout> {
    vraag.code("stand", |code| {
        STANDEN.iter().find(|(known, _)| *known == code).map(|(code, _)| (*code).to_owned())
    })
}

/// The register.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let valid_on = vraag.date("geldig_op")?;
    let found = state.app.tlv_register(&kijker.kijker, status(&vraag)?, valid_on, vraag.rows()?).await?;
    let pages = Bladeren::of(found.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address(PATH)
    });
    let total = format!("{} in totaal", found.total);
    let csv = vraag.without("bladzijde").address("/register.csv");
    show(&Register {
        pagina: kijker.page("Register van verklaringen"),
        filters: filters(&vraag),
        tabel: table(&found.rows, &kijker).paged(total, pages).csv(csv),
    })
}

fn filters(vraag: &Vraag) -> Filters {
    let all = std::iter::once(Optie::new("", "alle"));
    let standen = all.chain(STANDEN.iter().map(|(code, text)| Optie::new(*code, *text))).collect();
    Filters::new("Register filteren", PATH)
        .with(
            Veld::select("stand", "Stand", standen).required().value(vraag.text("stand").unwrap_or_default()),
        )
        .with(
            Veld::date("geldig_op", "Geldig op")
                .required()
                .value(vraag.text("geldig_op").unwrap_or_default()),
        )
}

fn table(rows: &[Tlv], kijker: &Kijker) -> Tabel {
    let on = kijker.moment.vandaag;
    let kolommen = vec![
        Kolom::text("Nummer").names_row(),
        Kolom::text("Kind"),
        Kolom::text("Voor"),
        Kolom::text("Categorie"),
        Kolom::text("Geldig"),
        Kolom::text("Stand"),
    ];
    Tabel::new("Verklaringen", kolommen, "Er is geen verklaring die hierbij past.").wide().rows(rows, |row| {
        let tlv = &row.tlv;
        let period = Inhoud::from(short_date(tlv.van, on))
            .above(format!("tot en met {}", short_date(tlv.tot_en_met, on)));
        vec![
            Link::new(tlv.nummer.as_str(), format!("{PATH}/{}", tlv.nummer)).into(),
            Inhoud::from(tlv.weergavenaam.as_str())
                .above(tlv.geboortedatum.map(|born| format!("geboren {}", short_date(born, on)))),
            TlvSoort::from_code(&tlv.soort).map(TlvSoort::label).into(),
            tlv.categorie.clone().into(),
            period,
            stand(&tlv.status).into(),
        ]
    })
}

/// The register as a file for a spreadsheet.
pub(super) async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let (status, valid_on) = (status(&vraag)?, vraag.date("geldig_op")?);
    let mut rows = Vec::new();
    loop {
        let offset = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let page = Page { offset, limit: storage::limits::PAGE_ROWS };
        let found = state.app.tlv_register(&kijker.kijker, status.clone(), valid_on, page).await?;
        let done = found.rows.is_empty() || offset + u64::from(page.limit) >= found.total.min(CSV_ROWS);
        rows.extend(found.rows.iter().map(csv_row));
        if done {
            break;
        }
    }
    let kop =
        ["nummer", "dossier", "naam", "geboortedatum", "soort", "categorie", "van", "tot_en_met", "stand"];
    let text = exchange::tabel::schrijf(&kop, &rows).map_err(|_| Fout::Intern)?;
    Ok(crate::paginas::kind::download("register.csv", "text/csv; charset=utf-8", text))
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
