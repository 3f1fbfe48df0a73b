//! The queue of a samenwerkingsverband: what has to be decided, by date and phase.

use app::lijst::Direction;
use app::lijst::{Aanvraag, AanvraagRij, AanvraagSort};
use app::lijsten::Aanvragenlijst;
use askama::Template;
use axum::extract::State;
use base::Vestigingscode;
use dossier::Rol;
use dossier::soort::{Adviesstand, TlvSoort};
use dossier::staat::TlvFase;
use exchange::tabel::Cel;
use web_base::error::{Fout, Uitkomst};
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, SCHOOLCODE, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kies, Kolom, Label, Labelsoort, Link, Optie, Sorteer, Tabel, Telefoonplek,
    Veld, short_date, zoveel,
};
use web_base::pagina::{Pagina, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use super::deskundigen::disciplines;
use super::experts::{self, Expert};
use crate::paginas::aanvraagregel as regel;
use crate::paginas::advies::kinds;
use crate::paginas::beslisdag::Beslisdag;
use crate::weg::reeks::Verborgen;

const PATH: &str = "/loket";

/// The queue of a partnership.
pub(crate) const AANVRAGEN: Lijst<Aanvraag, Wens, AanvraagSort> = Lijst {
    naam: "aanvragen",
    uitleg: "De aanvragen bij uw samenwerkingsverband.",
    filters: &[
        Filter {
            sleutel: "toon",
            titel: "Toon",
            soort: Filtersoort::Keuze(
                "nog te beslissen",
                || vec![("alles", "alle aanvragen")],
                |wens, _| wens.all = true,
            ),
        },
        Filter {
            sleutel: "fase",
            titel: "Stand",
            soort: Filtersoort::Keuze("alle", phases, |wens, code| wens.lijst.fase = Some(code.to_owned())),
        },
        Filter {
            sleutel: "soort",
            titel: "Gevraagd",
            soort: Filtersoort::Keuze("alle", kinds, |wens, code| wens.lijst.soort = Some(code.to_owned())),
        },
        Filter {
            sleutel: "adviezen",
            titel: "Adviezen",
            soort: Filtersoort::Keuze("alle", advices, |wens, code| {
                wens.lijst.adviesstand = Adviesstand::from_code(code);
            }),
        },
        Filter {
            sleutel: "school",
            titel: "Code van de school",
            soort: Filtersoort::Woord(
                "de code van een school, zoals 99ZZ00",
                SCHOOLCODE,
                "Zoals 99ZZ00.",
                |wens, code| {
                    wens.lijst.vestiging = code.parse().ok();
                    wens.lijst.vestiging.is_some()
                },
            ),
        },
    ],
    ordes: &[
        ("naam", AanvraagSort::Naam),
        ("fase", AanvraagSort::Fase),
        ("uiterlijk", AanvraagSort::Uiterlijk),
        ("ontvangen", AanvraagSort::OntvangenOp),
        ("school", AanvraagSort::Vestiging),
    ],
    gewoon: (AanvraagSort::Uiterlijk, Direction::Up),
    orden: |wens, sort, direction| (wens.lijst.sort, wens.lijst.direction) = (sort, direction),
    gegevens: &[
        regel::dossier(),
        Gegeven {
            naam: "aanvraag",
            soort: Soort::Tekst,
            waarde: |row| row.aanvraag.aanvraag.to_string().into(),
        },
        regel::naam(),
        Gegeven {
            naam: "school",
            soort: Soort::Tekst,
            waarde: |row| row.aanvraag.vestiging.as_ref().map(Vestigingscode::as_str).into(),
        },
        regel::gevraagd_code(),
        Gegeven {
            naam: "stand",
            soort: Soort::Tekst,
            waarde: |row| phase(&row.aanvraag.fase).map(TlvFase::label).into(),
        },
        Gegeven { naam: "ontvangen_op", soort: Soort::Datum, waarde: |row| row.aanvraag.ontvangen_op.into() },
        regel::uiterlijk("beslissen_uiterlijk"),
        regel::wettelijk(),
        regel::zonder_dwangsom(),
        Gegeven {
            naam: "andere_categorie",
            soort: Soort::Getal,
            waarde: |row| {
                row.aanvraag
                    .andere_categorie
                    .map_or(Cel::Leeg, |asked| asked.try_into().map_or(Cel::Leeg, Cel::Getal))
            },
        },
        // '1/2' would be a day in a spreadsheet.
        Gegeven { naam: "adviezen", soort: Soort::Tekst, waarde: |row| of_how_many(&row.aanvraag).into() },
        Gegeven {
            naam: "stand_adviezen",
            soort: Soort::Tekst,
            waarde: |row| Adviesstand::from_code(&row.aanvraag.adviesstand).map(Adviesstand::label).into(),
        },
        Gegeven {
            naam: "geadviseerd",
            soort: Soort::Tekst,
            waarde: |row| row.aanvraag.geadviseerd.as_str().into(),
        },
        Gegeven {
            naam: "wacht_op_advies_van",
            soort: Soort::Tekst,
            waarde: |row| row.aanvraag.wacht_op_advies.as_str().into(),
        },
    ],
    codes: &[
        regel::aanvraag(),
        regel::stand_code(),
        Gegeven {
            naam: "adviezen",
            soort: Soort::Getal,
            waarde: |row| Cel::Getal(row.aanvraag.adviezen.into()),
        },
        Gegeven {
            naam: "adviezen_nodig",
            soort: Soort::Getal,
            waarde: |row| Cel::Getal(row.aanvraag.adviezen_nodig.into()),
        },
        Gegeven {
            naam: "stand_adviezen",
            soort: Soort::Tekst,
            waarde: |row| row.aanvraag.adviesstand.as_str().into(),
        },
    ],
};

fn phase(code: &str) -> Option<TlvFase> {
    TlvFase::from_code(code)
}

/// The phases in which a request can be here.
fn phases() -> Vec<(&'static str, &'static str)> {
    let here = TlvFase::ALL.iter().filter(|fase| **fase != TlvFase::Gestart);
    here.map(|fase| (fase.code(), fase.label())).collect()
}

fn advices() -> Vec<(&'static str, &'static str)> {
    Adviesstand::ALL.iter().map(|stand| (stand.code(), stand.label())).collect()
}

fn of_how_many(request: &AanvraagRij) -> String {
    format!("{} van {}", request.adviezen, request.adviezen_nodig)
}

/// How many of the experts advised, and what the request waits for as far as that is theirs.
fn experts_of(request: &AanvraagRij) -> Inhoud {
    let done = Inhoud::from(of_how_many(request));
    let runs = request.gesloten_op.is_none() && phase(&request.fase).is_some_and(TlvFase::is_in_behandeling);
    let advised = (!request.geadviseerd.is_empty()).then(|| format!("advies van {}", request.geadviseerd));
    let waits = (runs && !request.wacht_op_advies.is_empty())
        .then(|| format!("wacht op {}", request.wacht_op_advies));
    let asks = (runs && request.adviesstand == Adviesstand::Vragen.code())
        .then(|| Adviesstand::Vragen.label().to_owned());
    let below: Vec<Inhoud> = [advised, waits, asks].into_iter().flatten().map(Inhoud::from).collect();
    if below.is_empty() { done } else { done.above(below) }
}

/// The words above the columns, in the order of its orders, and where they stand on a phone.
const KOPPEN: [(&str, Telefoonplek); 5] = [
    ("Kind", Telefoonplek::Kop),
    ("Stand", Telefoonplek::Wat),
    ("Beslissen", Telefoonplek::Dag),
    ("Ontvangen", Telefoonplek::MetNaam),
    ("School", Telefoonplek::Klein),
];

#[derive(Template)]
#[template(path = "paginas/loket/rij.html")]
struct Rij {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
    /// Whoever may ask experts chooses requests and one of them.
    toewijzen: Option<Vec<Veld>>,
    verborgen: Verborgen,
    werklast: Tabel,
}

/// What an address asks for.
#[derive(Default)]
pub(crate) struct Wens {
    lijst: Aanvragenlijst,
    all: bool,
}

impl Wens {
    /// Whoever asks for a phase gets it, decided or not.
    pub(crate) fn lijst(&self) -> Aanvragenlijst {
        Aanvragenlijst { open: !self.all && self.lijst.fase.is_none(), ..self.lijst.clone() }
    }
}

/// The queue.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = AANVRAGEN.wens(&vraag)?;
    let found = state.app.aanvragen(&kijker.kijker, kijker.moment, &wens.lijst(), vraag.rows()?).await?;
    let experts = experts::all(&state, &kijker).await?;
    // Whoever may ask experts chooses requests and one of them.
    let chooses = kijker.kijker.actor.rol == Rol::Loket && !experts.is_empty();
    let mut tabel =
        Tabel::new("Aanvragen", headings(&vraag, chooses), "Er is geen aanvraag die hierbij past.").wide();
    for row in &found.rows {
        tabel.push(line(&state, &kijker, row, chooses).await?);
    }
    let total =
        if found.total == 1 { "1 aanvraag".to_owned() } else { zoveel(&found, "aanvraag", "aanvragen") };
    let sub = if wens.all { "Alle aanvragen" } else { "Aanvragen waarop nog moet worden beslist" };
    show(&Rij {
        pagina: kijker.page("Aanvragen").sub(sub).wide(),
        filters: AANVRAGEN.filters(
            "Aanvragen filteren",
            PATH,
            &vraag,
            &["toon", "fase", "soort", "adviezen", "school"],
        ),
        tabel: tabel
            .paged(total, Bladeren::by(PATH, &vraag, &found)?)
            .csv(vraag.without("bladzijde").address("/loket.csv")),
        toewijzen: (chooses && !found.rows.is_empty()).then(|| assignment(&experts)),
        verborgen: Verborgen::of(&kijker),
        werklast: load(&experts),
    })
}

async fn line(state: &WebState, kijker: &Kijker, row: &Aanvraag, chooses: bool) -> Result<Vec<Inhoud>, Fout> {
    let on = kijker.moment.vandaag;
    let request = &row.aanvraag;
    let school = match &request.vestiging {
        Some(vestiging) => state.app.organisatie_naam(&vestiging.organisatie(), on).await?,
        None => String::new(),
    };
    let address = crate::paginas::aanvraag::address(&row.dossier.dossier, request.aanvraag);
    let naam = row.dossier.weergavenaam.as_str();
    let soort = TlvSoort::from_code(&request.soort).map_or("", TlvSoort::label);
    let soort = match request.andere_categorie {
        Some(categorie) => format!("{soort}, andere categorie: {categorie}"),
        None => soort.to_owned(),
    };
    let keuze = can_be_asked(row).then(|| format!("{}/{}", row.dossier.dossier, request.aanvraag));
    let cells = vec![
        Inhoud::from(Link::new(naam, address)).above(soort),
        stand(&request.fase).into(),
        Beslisdag::from(request).cell(on),
        short_date(request.ontvangen_op, on).into(),
        school.into(),
        experts_of(request),
    ];
    let choice = chooses.then(|| keuze.map_or(Inhoud::Geen, |code| Inhoud::Kies(Kies::new(code, naam))));
    Ok(choice.into_iter().chain(cells).collect())
}

/// An expert can still be asked about it: nothing is decided yet, and it was not withdrawn.
fn can_be_asked(row: &Aanvraag) -> bool {
    let request = &row.aanvraag;
    request.gesloten_op.is_none() && phase(&request.fase).is_some_and(TlvFase::is_in_behandeling)
}

fn stand(code: &str) -> Label {
    let fase = phase(code);
    let soort = match fase {
        Some(TlvFase::Geadviseerd | TlvFase::Verleend | TlvFase::Geweigerd | TlvFase::Aangevraagd) => {
            Labelsoort::Gauw
        }
        Some(TlvFase::VerleendBekend | TlvFase::Gebruikt) => Labelsoort::Goed,
        _ => Labelsoort::Gewoon,
    };
    Label::new(fase.map_or_else(|| code.to_owned(), |fase| fase.label().to_owned()), soort)
}

fn headings(vraag: &Vraag, chooses: bool) -> Vec<Kolom> {
    let heading = |((key, _), (text, plek)): (&(&str, AanvraagSort), (&str, Telefoonplek))| {
        let kolom = Kolom::text(text).sorted(Sorteer::by(PATH, vraag, key)).on_phone(plek);
        if plek == Telefoonplek::Kop { kolom.names_row() } else { kolom }
    };
    let experts = Kolom::text("Adviezen").on_phone(Telefoonplek::Klein);
    let sorted = AANVRAGEN.ordes.iter().zip(KOPPEN).map(heading);
    chooses.then(Kolom::choice).into_iter().chain(sorted).chain([experts]).collect()
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
        Kolom::text("Discipline"),
        Kolom::number("Open adviezen"),
    ];
    let empty = "Er is nog geen deskundige met een account bij uw samenwerkingsverband.";
    Tabel::new("Werk per deskundige", kolommen, empty).rows(experts, |expert| {
        vec![expert.naam.as_str().into(), expert.in_words().into(), expert.open.to_string().into()]
    })
}

/// The queue as a file for a spreadsheet.
pub(super) async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let lijst = AANVRAGEN.wens(&vraag)?.lijst();
    AANVRAGEN
        .csv(&state, &kijker, |page| state.app.aanvragen(&kijker.kijker, kijker.moment, &lijst, page))
        .await
}
