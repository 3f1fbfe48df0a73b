//! The queue of a samenwerkingsverband: what has to be decided, by date and phase.

use app::lijsten::Aanvragenlijst;
use askama::Template;
use axum::extract::State;
use base::Vestigingscode;
use dossier::Rol;
use dossier::soort::TlvSoort;
use dossier::staat::TlvFase;
use exchange::tabel::Cel;
use storage::queries::{Aanvraag, AanvraagSort};
use storage::{Direction, Page};

use super::deskundigen::disciplines;
use super::experts::{self, Expert};
use crate::error::{Fout, Uitkomst};
use crate::limits;
use crate::onderdelen::{
    Bladeren, Filters, Kolom, Label, Labelsoort, Link, Optie, Tabel, Termijn, Veld, short_date,
};
use crate::pagina::{Pagina, show};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

/// Rows in one CSV file; more is a question for a report.
const CSV_ROWS: u64 = 10_000;

const PATH: &str = "/loket";

const SORTS: [(&str, &str, AanvraagSort); 5] = [
    ("naam", "Kind", AanvraagSort::Naam),
    ("fase", "Stand", AanvraagSort::Fase),
    ("uiterlijk", "Beslissen", AanvraagSort::Uiterlijk),
    ("ontvangen", "Ontvangen", AanvraagSort::OntvangenOp),
    ("school", "School", AanvraagSort::Vestiging),
];

#[derive(Template)]
#[template(path = "paginas/loket/rij.html")]
struct Rij {
    pagina: Pagina,
    filters: Filters,
    koppen: Vec<Kop>,
    regels: Vec<Regel>,
    totaal: String,
    bladeren: Bladeren,
    csv: String,
    /// Whoever may ask experts chooses requests and one of them.
    toewijzen: Option<Vec<Veld>>,
    werklast: Tabel,
}

/// A heading to sort by.
struct Kop {
    tekst: &'static str,
    adres: String,
    stand: Option<bool>,
}

struct Regel {
    keuze: String,
    kind: Link,
    soort: &'static str,
    stand: Label,
    termijn: Termijn,
    ontvangen: String,
    school: String,
}

/// The filters and order that the address asks for.
struct Wens {
    lijst: Aanvragenlijst,
    all: bool,
}

impl Wens {
    fn read(vraag: &Vraag) -> Result<Self, Fout> {
        let fase = vraag.code("fase", |code| TlvFase::ALL.into_iter().find(|fase| fase.code() == code))?;
        let soort = vraag.code("soort", TlvSoort::from_code)?;
        let all = vraag.text("toon") == Some("alles");
        let (sort, direction) = order(vraag)?;
        let lijst = Aanvragenlijst {
            open: !all && fase.is_none(),
            soort: soort.map(|soort| soort.code().to_owned()),
            fase: fase.map(|fase| fase.code().to_owned()),
            vestiging: vraag.parse_one::<Vestigingscode>("school", "de code van een school, zoals 99ZZ00")?,
            sort,
            direction,
        };
        Ok(Self { lijst, all })
    }
}

/// `sorteer=-uiterlijk`: by which column, and a minus for downwards.
fn order(vraag: &Vraag) -> Result<(AanvraagSort, Direction), Fout> {
    let read = |code: &str| {
        let (key, direction) = match code.strip_prefix('-') {
            Some(key) => (key, Direction::Down),
            None => (code, Direction::Up),
        };
        SORTS.iter().find(|(known, _, _)| *known == key).map(|(_, _, sort)| (*sort, direction))
    };
    Ok(vraag.code("sorteer", read)?.unwrap_or_default())
}

/// The queue.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = Wens::read(&vraag)?;
    let found = state.app.aanvragen(&kijker.kijker, kijker.moment, &wens.lijst, vraag.rows()?).await?;
    let experts = experts::all(&state, &kijker).await?;
    let mut regels = Vec::with_capacity(found.rows.len());
    for row in &found.rows {
        regels.push(line(&state, &kijker, row).await?);
    }
    let pages = Bladeren::of(found.total, u64::from(limits::ROWS), vraag.page()?, |page| {
        vraag.with("bladzijde", page).address(PATH)
    });
    let sub = if wens.all { "Alle aanvragen" } else { "Aanvragen waarop nog moet worden beslist" };
    show(&Rij {
        pagina: kijker.page("Aanvragen").sub(sub),
        filters: filters(&vraag, &wens),
        koppen: SORTS.iter().map(|(key, text, _)| heading(&vraag, key, text)).collect(),
        regels,
        totaal: if found.total == 1 { "1 aanvraag".to_owned() } else { format!("{} aanvragen", found.total) },
        bladeren: pages,
        csv: vraag.without("bladzijde").address("/loket.csv"),
        toewijzen: (kijker.kijker.actor.rol == Rol::Loket && !experts.is_empty())
            .then(|| assignment(&experts)),
        werklast: load(&experts),
    })
}

async fn line(state: &WebState, kijker: &Kijker, row: &Aanvraag) -> Result<Regel, Fout> {
    let on = kijker.moment.vandaag;
    let request = &row.aanvraag;
    let school = match &request.vestiging {
        Some(vestiging) => state.app.organisatie_naam(&vestiging.organisatie(), on).await?,
        None => String::new(),
    };
    let address = crate::paginas::aanvraag::address(&row.dossier.dossier, request.aanvraag);
    Ok(Regel {
        keuze: format!("{}/{}", row.dossier.dossier, request.aanvraag),
        kind: Link::new(row.dossier.weergavenaam.as_str(), address),
        soort: TlvSoort::from_code(&request.soort).map_or("", TlvSoort::label),
        stand: stand(&request.fase),
        termijn: Termijn::maybe(request.uiterlijk.filter(|_| request.gesloten_op.is_none()), on).in_table(),
        ontvangen: short_date(request.ontvangen_op, on),
        school,
    })
}

fn stand(code: &str) -> Label {
    let fase = TlvFase::ALL.into_iter().find(|fase| fase.code() == code);
    let soort = match fase {
        Some(TlvFase::Geadviseerd | TlvFase::Verleend | TlvFase::Geweigerd | TlvFase::Aangevraagd) => {
            Labelsoort::Gauw
        }
        Some(TlvFase::VerleendBekend | TlvFase::Gebruikt) => Labelsoort::Goed,
        _ => Labelsoort::Gewoon,
    };
    Label::new(fase.map_or_else(|| code.to_owned(), |fase| fase.label().to_owned()), soort)
}

fn heading(vraag: &Vraag, key: &str, tekst: &'static str) -> Kop {
    let stand = match vraag.text("sorteer") {
        Some(now) if now == key => Some(true),
        Some(now) if now.strip_prefix('-') == Some(key) => Some(false),
        _ => None,
    };
    let next = if stand == Some(true) { format!("-{key}") } else { key.to_owned() };
    Kop { tekst, adres: vraag.without("bladzijde").with("sorteer", &next).address(PATH), stand }
}

impl Kop {
    fn aria(&self) -> &'static str {
        match self.stand {
            Some(true) => "ascending",
            Some(false) => "descending",
            None => "none",
        }
    }

    fn arrow(&self) -> &'static str {
        match self.stand {
            Some(true) => " ▲",
            Some(false) => " ▼",
            None => "",
        }
    }
}

fn filters(vraag: &Vraag, wens: &Wens) -> Filters {
    let any = || std::iter::once(Optie::new("", "alle"));
    let open: Vec<Optie> = any()
        .chain(
            TlvFase::ALL
                .into_iter()
                .filter(|fase| *fase != TlvFase::Gestart)
                .map(|fase| Optie::new(fase.code(), fase.label())),
        )
        .collect();
    let kinds =
        any().chain(TlvSoort::ALL.iter().map(|soort| Optie::new(soort.code(), soort.label()))).collect();
    let shown = vec![Optie::new("", "nog te beslissen"), Optie::new("alles", "alle aanvragen")];
    Filters::new("Aanvragen filteren", PATH)
        .with(Veld::select("toon", "Toon", shown).required().value(if wens.all { "alles" } else { "" }))
        .with(Veld::select("fase", "Stand", open).required().value(vraag.text("fase").unwrap_or_default()))
        .with(
            Veld::select("soort", "Gevraagd", kinds)
                .required()
                .value(vraag.text("soort").unwrap_or_default()),
        )
        .with(
            Veld::text("school", "Code van de school")
                .hint("Zoals 99ZZ00.")
                .required()
                .value(vraag.text("school").unwrap_or_default()),
        )
        .keeping("sorteer", vraag.text("sorteer"))
}

/// One expert for every request that is chosen.
fn assignment(experts: &[Expert]) -> Vec<Veld> {
    let people = experts.iter().map(|expert| Optie::new(expert.persoon.as_str(), expert.naam.as_str()));
    let people = std::iter::once(Optie::new("", "Kies een deskundige")).chain(people).collect();
    vec![
        Veld::select("persoon", "Wie vraagt u om advies?", people).required(),
        Veld::select("discipline", "Als welke deskundige?", disciplines(experts)).required(),
    ]
}

/// How much each expert still has to do.
fn load(experts: &[Expert]) -> Tabel {
    let kolommen = vec![
        Kolom::text("Deskundige").names_row(),
        Kolom::text("Vorige keer als"),
        Kolom::number("Open adviezen"),
    ];
    let empty = "Er is nog geen deskundige met een account bij uw samenwerkingsverband.";
    Tabel::new("Werk per deskundige", kolommen, empty).rows(experts, |expert| {
        vec![
            expert.naam.as_str().into(),
            expert.discipline.map(dossier::soort::Discipline::label).into(),
            expert.open.to_string().into(),
        ]
    })
}

/// The queue as a file for a spreadsheet.
pub(super) async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = Wens::read(&vraag)?;
    let mut rows = Vec::new();
    loop {
        let offset = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        let page = Page { offset, limit: storage::limits::PAGE_ROWS };
        let found = state.app.aanvragen(&kijker.kijker, kijker.moment, &wens.lijst, page).await?;
        let done = found.rows.is_empty() || offset + u64::from(page.limit) >= found.total.min(CSV_ROWS);
        rows.extend(found.rows.iter().map(csv_row));
        if done {
            break;
        }
    }
    let kop =
        ["dossier", "aanvraag", "naam", "school", "gevraagd", "stand", "ontvangen_op", "beslissen_uiterlijk"];
    let text = exchange::tabel::schrijf(&kop, &rows).map_err(|_| Fout::Intern)?;
    Ok(crate::paginas::kind::download("aanvragen.csv", "text/csv; charset=utf-8", text))
}

fn csv_row(row: &Aanvraag) -> Vec<Cel> {
    let request = &row.aanvraag;
    let fase = TlvFase::ALL.into_iter().find(|fase| fase.code() == request.fase);
    vec![
        Cel::Tekst(row.dossier.dossier.to_string()),
        Cel::Tekst(request.aanvraag.to_string()),
        Cel::Tekst(row.dossier.weergavenaam.clone()),
        Cel::Tekst(request.vestiging.as_ref().map(ToString::to_string).unwrap_or_default()),
        Cel::Tekst(request.soort.clone()),
        Cel::Tekst(fase.map_or("", TlvFase::label).to_owned()),
        Cel::Datum(request.ontvangen_op),
        request.uiterlijk.map_or(Cel::Leeg, Cel::Datum),
    ]
}
