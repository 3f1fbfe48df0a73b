//! The queue of a samenwerkingsverband: what has to be decided, by date and phase.

use app::lijst::Direction;
use app::lijst::{Aanvraag, AanvraagSort};
use app::lijsten::Aanvragenlijst;
use askama::Template;
use axum::extract::State;
use base::Vestigingscode;
use dossier::Rol;
use dossier::soort::TlvSoort;
use dossier::staat::TlvFase;
use exchange::tabel::Cel;

use super::deskundigen::disciplines;
use super::experts::{self, Expert};
use crate::error::{Fout, Uitkomst};
use crate::onderdelen::{
    Bladeren, Filters, Kolom, Label, Labelsoort, Link, Optie, Sorteer, Tabel, Termijn, Veld, aantal,
    short_date,
};
use crate::pagina::{Pagina, show};
use crate::paginas::csv::Csv;
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

const PATH: &str = "/loket";

const SORTS: [(&str, AanvraagSort); 5] = [
    ("naam", AanvraagSort::Naam),
    ("fase", AanvraagSort::Fase),
    ("uiterlijk", AanvraagSort::Uiterlijk),
    ("ontvangen", AanvraagSort::OntvangenOp),
    ("school", AanvraagSort::Vestiging),
];

/// The words above the columns, in the order of [`SORTS`].
const KOPPEN: [&str; 5] = ["Kind", "Stand", "Beslissen", "Ontvangen", "School"];

#[derive(Template)]
#[template(path = "paginas/loket/rij.html")]
struct Rij {
    pagina: Pagina,
    filters: Filters,
    koppen: Vec<Kolom>,
    regels: Vec<Regel>,
    totaal: String,
    bladeren: Bladeren,
    csv: String,
    /// Whoever may ask experts chooses requests and one of them.
    toewijzen: Option<Vec<Veld>>,
    werklast: Tabel,
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
        let (sort, direction) = vraag.order(&SORTS, (AanvraagSort::Uiterlijk, Direction::Up))?;
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

/// The queue.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = Wens::read(&vraag)?;
    let found = state.app.aanvragen(&kijker.kijker, kijker.moment, &wens.lijst, vraag.rows()?).await?;
    let experts = experts::all(&state, &kijker).await?;
    let mut regels = Vec::with_capacity(found.rows.len());
    for row in &found.rows {
        regels.push(line(&state, &kijker, row).await?);
    }
    let sub = if wens.all { "Alle aanvragen" } else { "Aanvragen waarop nog moet worden beslist" };
    show(&Rij {
        pagina: kijker.page("Aanvragen").sub(sub),
        filters: filters(&vraag, &wens),
        koppen: headings(&vraag),
        regels,
        totaal: if found.total == 1 {
            "1 aanvraag".to_owned()
        } else {
            format!("{} aanvragen", aantal(&found))
        },
        bladeren: Bladeren::by(PATH, &vraag, &found)?,
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

fn headings(vraag: &Vraag) -> Vec<Kolom> {
    let heading = |((key, _), text): (&(&str, AanvraagSort), &str)| {
        Kolom::text(text).sorted(Sorteer::by(PATH, vraag, key))
    };
    SORTS.iter().zip(KOPPEN).map(heading).collect()
}

fn filters(vraag: &Vraag, wens: &Wens) -> Filters {
    let phases = TlvFase::ALL.into_iter().filter(|fase| *fase != TlvFase::Gestart);
    let kinds = TlvSoort::ALL.iter().map(|soort| (soort.code(), soort.label()));
    let shown = vec![Optie::new("", "nog te beslissen"), Optie::new("alles", "alle aanvragen")];
    let school = Veld::text("school", "Code van de school").hint("Zoals 99ZZ00.");
    Filters::new("Aanvragen filteren", PATH)
        .with(Veld::select("toon", "Toon", shown).value(if wens.all { "alles" } else { "" }))
        .choice(vraag, "fase", "Stand", phases.map(|fase| (fase.code(), fase.label())))
        .choice(vraag, "soort", "Gevraagd", kinds)
        .with(school.value(vraag.text("school").unwrap_or_default()))
        .ordered(vraag)
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
    let kop =
        ["dossier", "aanvraag", "naam", "school", "gevraagd", "stand", "ontvangen_op", "beslissen_uiterlijk"];
    let ask = |page| state.app.aanvragen(&kijker.kijker, kijker.moment, &wens.lijst, page);
    Csv::new("aanvragen.csv", &kop).of_pages(ask, csv_row).await
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
