//! Declarations that end within the year: one click begins the renewal of each.

use std::collections::BTreeSet;

use app::geopend::Geopend;
use app::lijst::{Beurt, BeurtSort};
use app::lijst::{Direction, Page, Rows};
use app::register::Verlenglijst;
use askama::Template;
use axum::extract::State;
use base::Timestamp;
use base::dates::plus_months;
use dossier::Rol;
use dossier::beurt::Onderwerp;
use verband::grenzen::RENEWAL_MONTHS;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::lijst::{Filter, Filtersoort, Gegeven, IETS, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Inhoud, Kies, Kolom, Link, Sorteer, Tabel, Telefoonplek, Termijn, aantal,
};
use web_base::pagina::{Pagina, html, show};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Plek, ends_school, is_last_group, renewal};
use crate::weg::reeks::{self, Afloop, Verborgen};

const PATH: &str = "/verlengen";

/// The declarations that end within the year and have no renewal yet. What ends first comes first.
pub(crate) const VERLENGINGEN: Lijst<Beurt, Verlengwens, BeurtSort> = Lijst {
    naam: "verlengen",
    uitleg: "De verklaringen en aanwijzingen die binnen een jaar aflopen en waarvoor nog geen verlenging is begonnen.",
    filters: &[
        Filter {
            sleutel: "groep",
            titel: "Groep",
            soort: Filtersoort::Woord("een groep of klas", IETS, "", |wens, groep| {
                wens.groep = Some(groep.to_owned());
                true
            }),
        },
        Filter {
            sleutel: "einde",
            titel: "Laatste dag tot en met",
            soort: Filtersoort::Datum(|wens, day| wens.einde = Some(day)),
        },
    ],
    ordes: &[("kind", BeurtSort::Naam), ("groep", BeurtSort::Groep), ("einde", BeurtSort::Uiterlijk)],
    gewoon: (BeurtSort::Uiterlijk, Direction::Up),
    orden: |wens, sort, direction| (wens.sort, wens.direction) = (sort, direction),
    gegevens: &[
        Gegeven { naam: "dossier", soort: Soort::Tekst, waarde: |row| row.dossier.as_str().into() },
        Gegeven {
            naam: "aanvraag",
            soort: Soort::Getal,
            waarde: |row| request_of(row).map(i64::from).into(),
        },
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |row| row.weergavenaam.as_str().into() },
        Gegeven { naam: "groep", soort: Soort::Tekst, waarde: |row| row.groep.as_deref().into() },
        Gegeven { naam: "laatste_dag", soort: Soort::Datum, waarde: |row| row.beurt.uiterlijk.into() },
    ],
    codes: &[],
};

/// What ends within the year comes up after the renewals that are looked at already.
const MONTHS_AHEAD: i32 = RENEWAL_MONTHS;
/// Most renewals in one go.
const MOST: usize = 50;

/// Why a renewal is not begun with one click.
const ASK_FIRST: &str = "Dit kind komt aan het einde van deze soort school. Open de aanvraag en kies: verlengen, of een nieuwe verklaring voor de school daarna.";

#[derive(Template)]
#[template(path = "paginas/register/verlengen.html")]
struct Verlengen {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
    verborgen: Verborgen,
    uitslag: Option<Tabel>,
}

/// Works with declarations for a school.
pub(crate) fn may_renew(rol: Rol) -> bool {
    matches!(rol, Rol::Ib | Rol::Directie | Rol::CommissieBegeleiding)
}

fn must_be_school(kijker: &Kijker) -> Result<(), Fout> {
    if may_renew(kijker.kijker.actor.rol) { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// Which of them are asked for.
#[derive(Default)]
pub(crate) struct Verlengwens {
    groep: Option<String>,
    einde: Option<base::Date>,
    sort: BeurtSort,
    direction: Direction,
}

impl Verlengwens {
    fn is_narrow(&self) -> bool {
        self.groep.is_some() || self.einde.is_some()
    }
}

/// What ends within the year and has no renewal yet.
pub(super) async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    must_be_school(&kijker)?;
    show(&page(&state, &kijker, &vraag, None).await?)
}

async fn page(
    state: &WebState,
    kijker: &Kijker,
    vraag: &Vraag,
    uitslag: Option<Tabel>,
) -> Result<Verlengen, Fout> {
    let on = kijker.moment.vandaag;
    let wens = VERLENGINGEN.wens(vraag)?;
    let found = ending(state, kijker, &wens, vraag.rows()?).await?;
    let heading = |text: &str, key: &str, plek: Telefoonplek| {
        Kolom::text(text).sorted(Sorteer::by(PATH, vraag, key)).on_phone(plek)
    };
    let kolommen = vec![
        Kolom::choice(),
        heading("Kind", "kind", Telefoonplek::Kop).names_row(),
        heading("Groep", "groep", Telefoonplek::MetNaam),
        heading("Laatste dag", "einde", Telefoonplek::Dag),
        Kolom::text("Verlengen").unnamed().on_phone(Telefoonplek::Klein),
    ];
    let empty = if wens.is_narrow() {
        "Er is geen verklaring of aanwijzing die hierbij past."
    } else {
        "Er loopt binnen een jaar geen verklaring of aanwijzing af waarvoor nog geen verlenging is begonnen."
    };
    let tabel = Tabel::new("Verklaringen en aanwijzingen die binnen een jaar aflopen", kolommen, empty)
        .wide()
        .rows(&found.rows, |row| line(row, on))
        .paged(format!("{} in totaal", aantal(&found)), Bladeren::by(PATH, vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/verlengen.csv"));
    Ok(Verlengen {
        pagina: kijker
            .page("Verlengen")
            .sub("Verklaringen en aanwijzingen die binnen een jaar aflopen")
            .wide(),
        filters: VERLENGINGEN.filters(
            "Verklaringen en aanwijzingen filteren",
            PATH,
            vraag,
            &["groep", "einde"],
        ),
        tabel,
        verborgen: Verborgen::of(kijker),
        uitslag,
    })
}

/// The same as a file for a spreadsheet.
pub(super) async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    must_be_school(&kijker)?;
    let wens = VERLENGINGEN.wens(&vraag)?;
    VERLENGINGEN.csv(&state, &kijker, |page| ending(&state, &kijker, &wens, page)).await
}

/// The turns to look at a renewal that are open now or come up within half a year; also of a child that leaves within that time.
pub(crate) async fn ending(
    state: &WebState,
    kijker: &Kijker,
    wens: &Verlengwens,
    page: Page,
) -> Result<Rows<Beurt>, Fout> {
    let on = kijker.moment.vandaag;
    let within_the_year = plus_months(on, 2 * MONTHS_AHEAD);
    let lijst = Verlenglijst {
        begint_tot_en_met: plus_months(on, MONTHS_AHEAD),
        uiterlijk_tot_en_met: wens.einde.into_iter().chain(within_the_year).min(),
        groep: wens.groep.clone(),
        sort: wens.sort,
        direction: wens.direction,
    };
    Ok(state.app.verlengingen(&kijker.kijker, kijker.moment, &lijst, page).await?)
}

/// Number of the request that a turn is about.
fn request_of(row: &Beurt) -> Option<u32> {
    row.beurt.zaak.strip_prefix("aanvraag-")?.parse().ok()
}

/// One that was granted in this file can be chosen; one of elsewhere asks a request of its own.
fn line(row: &Beurt, on: base::Date) -> Vec<Inhoud> {
    let last_group = row.groep.as_deref().is_some_and(is_last_group);
    let nr = request_of(row).filter(|_| !last_group);
    let of_elsewhere = || crate::paginas::aanvraag::new_address(&row.dossier);
    let address =
        request_of(row).map_or_else(of_elsewhere, |nr| Plek { nummer: row.dossier.clone(), nr }.address());
    let naam = row.weergavenaam.as_str();
    let code = nr.map(|nr| format!("{}/{nr}", row.dossier));
    let button = |code: &String| Inhoud::Knop(Kies::new(code, "Verleng").spoken(format!("voor {naam}")));
    vec![
        code.as_ref().map_or(Inhoud::Geen, |code| Inhoud::Kies(Kies::new(code, naam))),
        Link::new(naam, address).into(),
        row.groep.clone().into(),
        Termijn::maybe(row.beurt.uiterlijk, on).in_table().into(),
        match (&code, request_of(row)) {
            (Some(code), _) => button(code),
            (None, Some(nr)) => what_follows(row, nr),
            (None, None) => "Vraag een nieuwe verklaring of aanwijzing aan bij het kind.".into(),
        },
    ]
}

/// At the end of primary education one click says nothing of what comes: the same kind of school for longer, or the next.
fn what_follows(row: &Beurt, nr: u32) -> Inhoud {
    let address = format!("{}?verlenging={nr}", crate::paginas::aanvraag::new_address(&row.dossier));
    let link = Link::new("Kies wat hierna komt", address).spoken(format!("voor {}", row.weergavenaam));
    Inhoud::from(link).above("groep 8: verlengen, of een nieuwe verklaring voor de school daarna")
}

/// Begins the renewal of every declaration that was chosen; says what came of each.
pub(super) async fn start_renewals(
    State(state): State<WebState>,
    kijker: Kijker,
    formulier: Formulier,
) -> Uitkomst {
    must_be_school(&kijker)?;
    let shown_at = reeks::shown_at(&kijker, &formulier)?;
    let kolommen =
        vec![Kolom::text("Kind").names_row(), Kolom::text("Gelukt"), Kolom::text("Wat is er gedaan")];
    let mut tabel = Tabel::new("Wat er gebeurde", kolommen, "Kies eerst één of meer verklaringen.");
    let chosen: BTreeSet<&str> = formulier.all("kies").take(MOST).collect();
    let mut all = Vec::new();
    for code in chosen {
        let Some((nummer, nr)) = code.split_once('/') else { continue };
        let plek = Plek::parse(&(nummer.to_owned(), nr.to_owned()))?;
        let open = state.app.open(&kijker.kijker, &plek.nummer, kijker.moment).await.map_err(Fout::from);
        let (naam, afloop) = match reeks::gone(open)? {
            Ok(open) => {
                let afloop = start_one(&state, &open, &plek, shown_at).await;
                (open.beeld().naam.clone(), reeks::gone(afloop)?.unwrap_or_else(|gone| gone))
            }
            Err(gone) => (plek.nummer.to_string(), gone),
        };
        tabel.push(vec![naam.as_str().into(), afloop.label().into(), what_came(&plek, &naam, &afloop)]);
        all.push(afloop);
    }
    let page = page(&state, &kijker, &Vraag::default(), Some(tabel)).await?;
    Ok(html(Afloop::status(all.iter()), &page))
}

async fn start_one(
    state: &WebState,
    open: &Geopend,
    plek: &Plek,
    shown_at: Timestamp,
) -> Result<Afloop, Fout> {
    let requests = &open.beeld().aanvragen;
    let earlier = requests.iter().find(|aanvraag| aanvraag.nr == plek.nr).ok_or(Fout::NietGevonden)?;
    if ends_school(open.beeld(), earlier) {
        return Ok(Afloop::Geweigerd(ASK_FIRST.to_owned()));
    }
    let opdracht = renewal(state, open, earlier).await?;
    reeks::doe(open, ("verlengen", &plek.nr.to_string()), shown_at, opdracht).await
}

fn what_came(plek: &Plek, naam: &str, afloop: &Afloop) -> Inhoud {
    match afloop {
        Afloop::Gedaan(done) => {
            let begun = match done.onderwerp() {
                Some(Onderwerp::Aanvraag(nr)) => nr,
                _ => plek.nr,
            };
            let address = crate::paginas::aanvraag::address(&plek.nummer, begun);
            Link::new("De verlenging afmaken", address).spoken(format!("van {naam}")).into()
        }
        Afloop::Geweigerd(why) | Afloop::Ingehaald(why) => why.as_str().into(),
    }
}
