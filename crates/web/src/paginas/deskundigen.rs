//! The experts of a partnership: as which expert each works, and what is known of the registration. Recorded by its desk or
//! administrator, so that it is not chosen anew with every request.

use app::AppError;
use app::deskundigen::{Beroep, Deskundige};
use app::lijst::{Direction, Page, Rows};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use base::PersoonId;
use dossier::soort::Discipline;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::lijst::{Filter, Filtersoort, Gegeven, Lijst, Soort};
use web_base::onderdelen::{
    Bladeren, Filters, Fouten, Kolom, Link, Optie, Sorteer, Tabel, Telefoonplek, Veld,
};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::query::Vraag;
use web_base::session::Kijker;
use web_base::state::WebState;

const PATH: &str = "/deskundigen";

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route(PATH, get(list))
        .route("/deskundigen.csv", get(csv))
        .route("/deskundigen/{account}", get(form).post(record))
}

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Orde {
    #[default]
    Naam,
    Discipline,
}

/// Which of the experts are asked for.
#[derive(Default)]
pub(crate) struct Deskundigenwens {
    vastgelegd: Option<bool>,
    orde: Orde,
    direction: Direction,
}

/// The experts of the own partnership.
pub(crate) const DESKUNDIGEN: Lijst<Deskundige, Deskundigenwens, Orde> = Lijst {
    naam: "deskundigen",
    uitleg: "De deskundigen van uw samenwerkingsverband, met hun discipline en wat van hun registratie bekend is.",
    filters: &[Filter {
        sleutel: "discipline",
        titel: "Discipline",
        soort: Filtersoort::Keuze(
            "alle",
            || vec![("vastgelegd", "vastgelegd"), ("niet", "niet vastgelegd")],
            |wens, code| wens.vastgelegd = Some(code == "vastgelegd"),
        ),
    }],
    ordes: &[("naam", Orde::Naam), ("discipline", Orde::Discipline)],
    gewoon: (Orde::Naam, Direction::Up),
    orden: |wens, orde, direction| (wens.orde, wens.direction) = (orde, direction),
    gegevens: &[
        Gegeven { naam: "naam", soort: Soort::Tekst, waarde: |expert| expert.naam.as_str().into() },
        Gegeven { naam: "discipline", soort: Soort::Tekst, waarde: |expert| discipline(expert).into() },
        Gegeven { naam: "registratie", soort: Soort::Tekst, waarde: |expert| registration(expert).into() },
        Gegeven { naam: "werkt_ook_bij", soort: Soort::Tekst, waarde: |expert| employers(expert).into() },
    ],
    codes: &[
        Gegeven { naam: "account", soort: Soort::Tekst, waarde: |expert| expert.persoon.as_str().into() },
        Gegeven {
            naam: "discipline",
            soort: Soort::Tekst,
            waarde: |expert| expert.beroep.as_ref().map(|beroep| beroep.discipline.code()).into(),
        },
        Gegeven {
            naam: "registratie",
            soort: Soort::Tekst,
            waarde: |expert| expert.beroep.as_ref().map(|beroep| beroep.registratie.clone()).into(),
        },
    ],
};

fn discipline(expert: &Deskundige) -> &'static str {
    expert.beroep.as_ref().map_or("niet vastgelegd", |beroep| beroep.discipline.label())
}

fn registration(expert: &Deskundige) -> &str {
    expert.beroep.as_ref().map_or("niet nagegaan", |beroep| {
        if beroep.registratie.is_empty() { "niet nagegaan" } else { &beroep.registratie }
    })
}

fn employers(expert: &Deskundige) -> String {
    expert.werkt_bij.iter().map(|werkgever| werkgever.naam.as_str()).collect::<Vec<_>>().join(", ")
}

/// The experts that are asked for, in that order: one page of them. A partnership has a few dozen.
pub(crate) async fn own_experts(
    state: &WebState,
    kijker: &Kijker,
    wens: &Deskundigenwens,
    page: Page,
) -> Result<Rows<Deskundige>, AppError> {
    let mut experts = state.app.eigen_deskundigen(&kijker.kijker, kijker.moment).await?;
    experts.retain(|expert| wens.vastgelegd.is_none_or(|wanted| wanted == expert.beroep.is_some()));
    experts.sort_by(|a, b| {
        let order = match wens.orde {
            Orde::Naam => a.naam.cmp(&b.naam),
            Orde::Discipline => discipline(a).cmp(discipline(b)),
        };
        let order = if wens.direction == Direction::Down { order.reverse() } else { order };
        order.then_with(|| a.naam.cmp(&b.naam)).then_with(|| a.persoon.cmp(&b.persoon))
    });
    let total = u64::try_from(experts.len()).unwrap_or(u64::MAX);
    let offset = usize::try_from(page.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
    Ok(Rows { rows: experts.into_iter().skip(offset).take(limit).collect(), total, more: false })
}

#[derive(Template)]
#[template(path = "paginas/beheer/deskundigen.html")]
struct Deskundigen {
    pagina: Pagina,
    filters: Filters,
    tabel: Tabel,
}

async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let found = own_experts(&state, &kijker, &DESKUNDIGEN.wens(&vraag)?, vraag.rows()?).await?;
    let sorted = |titel: &str, key: &str| Kolom::text(titel).sorted(Sorteer::by(PATH, &vraag, key));
    let kolommen = vec![
        sorted("Naam", "naam").names_row().on_phone(Telefoonplek::Kop),
        sorted("Discipline", "discipline").on_phone(Telefoonplek::Wat),
        Kolom::text("Registratie").on_phone(Telefoonplek::MetNaam),
        Kolom::text("Werkt ook bij").on_phone(Telefoonplek::MetNaam),
    ];
    let tabel = Tabel::new("Deskundigen", kolommen, "Er is geen deskundige die hierbij past.")
        .rows(&found.rows, |expert| {
            let naam = Link::new(expert.naam.as_str(), format!("{PATH}/{}", expert.persoon));
            vec![
                naam.into(),
                discipline(expert).into(),
                registration(expert).into(),
                employers(expert).into(),
            ]
        })
        .paged(format!("{} in totaal", found.total), Bladeren::by(PATH, &vraag, &found)?)
        .csv(vraag.without("bladzijde").address("/deskundigen.csv"));
    show(&Deskundigen {
        pagina: kijker.page("Deskundigen"),
        filters: DESKUNDIGEN.filters("Deskundigen filteren", PATH, &vraag, &["discipline"]),
        tabel,
    })
}

/// The list as a file for a spreadsheet.
async fn csv(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
    let wens = &DESKUNDIGEN.wens(&vraag)?;
    DESKUNDIGEN.csv(&state, &kijker, |page| own_experts(&state, &kijker, wens, page)).await
}

#[derive(Template)]
#[template(path = "paginas/beheer/deskundige.html")]
struct Deskundigeblad {
    pagina: Pagina,
    fouten: Fouten,
    account: PersoonId,
    velden: Vec<Veld>,
}

async fn expert(state: &WebState, kijker: &Kijker, id: &str) -> Result<Deskundige, Fout> {
    let id: PersoonId = id.parse().map_err(|_| Fout::NietGevonden)?;
    let experts = state.app.eigen_deskundigen(&kijker.kijker, kijker.moment).await?;
    experts.into_iter().find(|expert| expert.persoon == id).ok_or(Fout::NietGevonden)
}

fn page(kijker: &Kijker, expert: &Deskundige, ingevuld: Ingevuld) -> Deskundigeblad {
    let none = std::iter::once(Optie::new("", "Niet vastgelegd"));
    let known = Discipline::ALL.iter().map(|discipline| Optie::new(discipline.code(), discipline.label()));
    let beroep = expert.beroep.as_ref();
    let code = beroep.map_or("", |beroep| beroep.discipline.code());
    let number = beroep.map_or("", |beroep| beroep.registratie.as_str());
    let velden = vec![
        Veld::select("discipline", "Discipline", none.chain(known).collect()).value(code).filled(&ingevuld),
        Veld::text("registratie", "Registratie")
            .hint("Register en nummer, zoals NVO 12345, NIP, SKJ of BIG. Leeg: niet nagegaan.")
            .value(number)
            .filled(&ingevuld),
    ];
    Deskundigeblad {
        pagina: kijker
            .page(expert.naam.clone())
            .below("Deskundigen", PATH)
            .with_errors(&ingevuld.fouten)
            .narrow(),
        account: expert.persoon.clone(),
        velden,
        fouten: ingevuld.fouten,
    }
}

async fn form(State(state): State<WebState>, kijker: Kijker, Path(id): Path<String>) -> Uitkomst {
    let expert = expert(&state, &kijker, &id).await?;
    show(&page(&kijker, &expert, Ingevuld::empty()))
}

/// Records as which expert somebody works.
async fn record(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(id): Path<String>,
    formulier: Formulier,
) -> Uitkomst {
    let expert = expert(&state, &kijker, &id).await?;
    let mut lezer = Lezer::of(&formulier);
    let code = lezer.text("discipline");
    let registratie = lezer.text("registratie");
    let known = Discipline::from_code(&code);
    if known.is_none() && !(code.is_empty() && registratie.is_empty()) {
        lezer.error("discipline", "Kies een discipline.");
    }
    if let Err(ingevuld) = lezer.finish_or_show() {
        return show_refused(&page(&kijker, &expert, ingevuld));
    }
    let beroep = known.map(|discipline| Beroep { discipline, registratie });
    let done =
        state.app.leg_beroep_vast(&kijker.kijker, &expert.persoon, beroep.as_ref(), kijker.moment).await;
    match done {
        Ok(()) => Ok(redirect(PATH)),
        Err(AppError::Refused(refusal)) => {
            let ingevuld = Ingevuld::refused(formulier, Fouten::from(&*refusal));
            show_refused(&page(&kijker, &expert, ingevuld))
        }
        Err(error) => Err(error.into()),
    }
}
