//! *Wet en regels*: what the program knows of the law, since when, on which ground, and how sure that is.
//!
//! Everybody may read it, signed in or not. Each rule can be tried: the form sends its fields with a `POST`, because
//! somebody may type a real date of birth.

mod formulier;
mod invoer;
mod uitkomst;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::dates::short_nl;
use base::{Date, Zekerheid};
use recht::{Parameter, Periode, Regelkaart, Verwacht, Waarde, Wet};
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Bronlink, Fouten, Inhoud, Kolom, Link, Tabel};
use web_base::pagina::{Pagina, html, show};
use web_base::session::Bezoeker;
use web_base::state::WebState;

use self::formulier::Proefformulier;
use self::uitkomst::Antwoord;

pub(super) fn routes() -> Router<WebState> {
    Router::new().route("/wet", get(list)).route("/wet/{regel}", get(one).post(try_rule))
}

/// The subjects in which rules are shown, with the first words of their names.
const SUBJECTS: [(&str, &[&str]); 6] = [
    ("Aanmelden en toelaten", &["aanmelding"]),
    ("Toelaatbaarheidsverklaring en bezwaar", &["tlv", "bezwaar"]),
    ("Ontwikkelingsperspectief", &["opp"]),
    ("Schorsing", &["schorsing"]),
    ("Leerplicht en verzuim", &["leerplicht", "verzuim", "thuiszitter"]),
    ("Samenwerkingsverband: plan en geld", &["ondersteuningsplan", "reserve", "verevening"]),
];

#[derive(Template)]
#[template(path = "paginas/wet.html")]
struct WetPagina {
    pagina: Pagina,
    onderwerpen: Vec<(&'static str, Tabel)>,
    cijfers: Tabel,
    verwacht: Vec<Verwachting>,
}

/// Law that is expected and not in force.
struct Verwachting {
    titel: String,
    wijzigingen: Vec<String>,
    planning: String,
    bron: Bronlink,
}

#[derive(Template)]
#[template(path = "paginas/wetsregel.html")]
struct RegelPagina {
    pagina: Pagina,
    naam: &'static str,
    uitleg: String,
    periode: String,
    zekerheid: &'static str,
    bronnen: Vec<Bronlink>,
    versies: Vec<Versie>,
    proef: Proefformulier,
    fouten: Fouten,
    antwoord: Option<Antwoord>,
}

/// A version of a rule.
struct Versie {
    periode: String,
    algoritme: String,
    bestand: String,
    cijfers: Tabel,
}

async fn list(State(state): State<WebState>, bezoeker: Bezoeker) -> Uitkomst {
    let wet = &state.app.wet;
    let day = bezoeker.moment.vandaag;
    let kaarten = wet.regels();
    let of_subject = |begins: &[&str]| {
        let belongs =
            |kaart: &&Regelkaart<'_>| begins.contains(&kaart.naam.split('.').next().unwrap_or_default());
        kaarten.iter().filter(belongs).collect::<Vec<_>>()
    };
    let onderwerpen = SUBJECTS.iter().map(|(naam, begins)| (*naam, rules(naam, &of_subject(begins))));
    show(&WetPagina {
        pagina: bezoeker.page("Wet en regels"),
        onderwerpen: onderwerpen.collect(),
        cijfers: figures("Termijnen en bedragen van vandaag", wet.parameters(day)),
        verwacht: wet.verwacht().iter().map(expected).collect(),
    })
}

async fn one(State(state): State<WebState>, Path(naam): Path<String>, bezoeker: Bezoeker) -> Uitkomst {
    let kaart = find(&state.app.wet, &naam)?;
    let proef = Proefformulier::empty(&kaart, bezoeker.moment.vandaag);
    show(&page(&bezoeker, &kaart, proef, Fouten::new(), None))
}

async fn try_rule(
    State(state): State<WebState>,
    Path(naam): Path<String>,
    bezoeker: Bezoeker,
    formulier: Formulier,
) -> Uitkomst {
    let wet = &state.app.wet;
    let kaart = find(wet, &naam)?;
    let today = bezoeker.moment.vandaag;
    if formulier::asks_for_more(&formulier) {
        let proef = Proefformulier::filled(&kaart, today, &formulier, &Fouten::new());
        return show(&page(&bezoeker, &kaart, proef, Fouten::new(), None));
    }
    match invoer::ask(wet, &kaart, &formulier, today)? {
        Ok(antwoord) => {
            let proef = Proefformulier::filled(&kaart, today, &formulier, &Fouten::new());
            show(&page(&bezoeker, &kaart, proef, Fouten::new(), Some(antwoord)))
        }
        Err(fouten) => {
            let proef = Proefformulier::filled(&kaart, today, &formulier, &fouten);
            Ok(html(
                axum::http::StatusCode::UNPROCESSABLE_ENTITY,
                &page(&bezoeker, &kaart, proef, fouten, None),
            ))
        }
    }
}

fn find<'a>(wet: &'a Wet, naam: &str) -> Result<Regelkaart<'a>, Fout> {
    wet.regel(naam).ok_or(Fout::NietGevonden)
}

fn page(
    bezoeker: &Bezoeker,
    kaart: &Regelkaart<'_>,
    proef: Proefformulier,
    fouten: Fouten,
    antwoord: Option<Antwoord>,
) -> RegelPagina {
    let (vraag, uitleg) = question(kaart.uitleg);
    let versies = kaart.versies.iter().rev().map(|versie| Versie {
        periode: period(versie.periode),
        algoritme: versie.algoritme.to_owned(),
        bestand: format!("corpus/{}", versie.bestand),
        cijfers: figures_of(versie.parameters),
    });
    RegelPagina {
        pagina: bezoeker.page(vraag).below("Wet en regels", "/wet").with_errors(&fouten),
        naam: kaart.naam,
        uitleg,
        periode: period(kaart.periode),
        zekerheid: least_sure(kaart).word(),
        bronnen: sources(kaart),
        versies: versies.collect(),
        proef,
        fouten,
        antwoord,
    }
}

/// The question that a rule answers, and the rest of its explanation.
fn question(uitleg: &str) -> (String, String) {
    let text = uitleg.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.split_once("? ") {
        Some((question, rest)) => (format!("{question}?"), rest.to_owned()),
        None => (text, String::new()),
    }
}

/// Where a rule stands, the surest first.
fn sources(kaart: &Regelkaart<'_>) -> Vec<Bronlink> {
    let mut sources = kaart.vindplaatsen.clone();
    sources.sort_by_key(|bron| bron.vindplaats.zekerheid);
    sources.into_iter().map(Bronlink::from).collect()
}

fn least_sure(kaart: &Regelkaart<'_>) -> Zekerheid {
    let certainties = kaart.vindplaatsen.iter().map(|bron| bron.vindplaats.zekerheid);
    certainties.max().unwrap_or(Zekerheid::Kennis)
}

/// `sinds 1 augustus 2014`, `van 1 aug 2014 tot 1 aug 2017`.
fn period(periode: Periode) -> String {
    match periode.valid_to {
        None => format!("sinds {}", plain(periode.valid_from)),
        Some(end) => format!("van {} tot {}", plain(periode.valid_from), plain(end)),
    }
}

/// `1 aug 2014`: on which weekday a law began matters to nobody.
fn plain(day: Date) -> String {
    let full = short_nl(day);
    full.split_once(' ').map_or(full.clone(), |(_, rest)| rest.to_owned())
}

fn rules(caption: &str, kaarten: &[&Regelkaart<'_>]) -> Tabel {
    let kolommen = vec![
        Kolom::text("Vraag").names_row(),
        Kolom::text("Geldt"),
        Kolom::text("Staat in"),
        Kolom::text("Zekerheid"),
    ];
    Tabel::new(caption, kolommen, "Hierover zijn nog geen regels opgenomen.").wide().rows(kaarten, |kaart| {
        let vraag = Link::new(question(kaart.uitleg).0, format!("/wet/{}", kaart.naam));
        let mut laws: Vec<&str> =
            kaart.vindplaatsen.iter().map(|bron| bron.vindplaats.wet.as_str()).collect();
        laws.sort_unstable();
        laws.dedup();
        vec![
            vraag.into(),
            period(kaart.periode).into(),
            laws.join(", ").into(),
            least_sure(kaart).word().into(),
        ]
    })
}

fn figures<'a>(caption: &str, parameters: impl Iterator<Item = &'a Parameter>) -> Tabel {
    let kolommen = vec![
        Kolom::text("Wat").names_row(),
        Kolom::number("Hoeveel"),
        Kolom::text("Geldt"),
        Kolom::text("Staat in"),
    ];
    Tabel::new(caption, kolommen, "Deze regel heeft geen termijnen of bedragen.").wide().rows(
        parameters,
        |parameter| {
            let periode = Periode { valid_from: parameter.valid_from, valid_to: parameter.valid_to };
            let naam = Inhoud::from(invoer::label(parameter.naam.rsplit('.').next().unwrap_or_default()));
            let (amount, codes) = amount(parameter);
            let below = [codes.as_str(), parameter.uitleg.as_str()].into_iter().find(|text| !text.is_empty());
            let wat = below.map_or(naam.clone(), |below| naam.above(below));
            vec![wat, amount.into(), period(periode).into(), Bronlink::from(&parameter.bron).into()]
        },
    )
}

/// The figures of one version: all hold as long as it does.
fn figures_of(parameters: &[Parameter]) -> Tabel {
    let kolommen = vec![Kolom::text("Wat").names_row(), Kolom::number("Hoeveel")];
    let empty = "Deze regel heeft geen termijnen of bedragen.";
    Tabel::new("Termijnen en bedragen", kolommen, empty).rows(parameters, |parameter| {
        let (amount, codes) = amount(parameter);
        let below =
            [codes.into(), Inhoud::from(parameter.uitleg.as_str()), Bronlink::from(&parameter.bron).into()];
        let below: Vec<Inhoud> = below.into_iter().filter(|part| !matches!(part, Inhoud::Geen)).collect();
        let naam = Inhoud::from(invoer::label(&parameter.naam));
        vec![naam.above(below), amount.into()]
    })
}

/// The value of a figure; of a list how many it has, and which.
fn amount(parameter: &Parameter) -> (String, String) {
    match &parameter.waarde {
        Waarde::Lijst(codes) => (codes.len().to_string(), invoer::code_words(&codes.join(", "))),
        Waarde::Getal(_) | Waarde::Decimaal(..) | Waarde::MaandDag { .. } => {
            (parameter.to_string(), String::new())
        }
    }
}

fn expected(verwacht: &Verwacht) -> Verwachting {
    let planned = verwacht.gepland.map(|day| format!("Gepland per {}.", plain(day))).unwrap_or_default();
    Verwachting {
        titel: verwacht.titel.clone(),
        wijzigingen: verwacht.wijzigingen.clone(),
        planning: if verwacht.planning.is_empty() { planned } else { verwacht.planning.clone() },
        bron: Bronlink::from(&verwacht.bron),
    }
}
