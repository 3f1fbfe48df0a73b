//! All routes for who does not agree, in plain words, with the terms that the law gives now.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::Date;
use recht::Eenheid;
use teksten::{Tekst, mijn};
use web_base::error::Uitkomst;
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::look;

struct Weg {
    naam: String,
    wat: String,
    termijn: String,
}

#[derive(Template)]
#[template(path = "paginas/mijn/niet_eens.html")]
struct NietEens {
    pagina: Pagina,
    wegen: Vec<Weg>,
}

pub(super) async fn page(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(nummer): Path<String>,
) -> Uitkomst {
    // The log of who looked can be read by the school, and this page promises that the school does not see it.
    let (_, mijn) = look(&state, &kijker, &nummer, Doel::EigenPagina).await?;
    let on = kijker.moment.vandaag;
    let taal = kijker.taal();
    let open = mijn.beslissingen.iter().filter_map(|b| Some((b.op, b.bezwaar_uiterlijk?)));
    let objection = open.filter(|(_, last)| *last >= on).max_by_key(|(op, _)| *op).map(|(_, last)| last);
    let bezwaar = match objection {
        Some(dag) => Some(mijn::LaatsteBesluit { dag }.tekst()),
        None => within(&state, "bezwaar.school_indienen", on),
    };
    let weg = |(naam, wat, termijn): (Tekst, Tekst, Option<Tekst>)| Weg {
        naam: taal.zeg(naam),
        wat: taal.zeg(wat),
        termijn: termijn.map(|termijn| taal.zeg(termijn)).unwrap_or_default(),
    };
    let wegen = [
        (mijn::weg_praten(), mijn::weg_praten_wat(), None),
        (mijn::weg_steunpunt(), mijn::weg_steunpunt_wat(), None),
        (mijn::weg_consulent(), mijn::weg_consulent_wat(), None),
        (mijn::weg_bezwaar(), mijn::weg_bezwaar_wat(), bezwaar),
        (mijn::weg_commissie(), mijn::weg_commissie_wat(), within(&state, "gpo.indienen", on)),
        (mijn::weg_rechter(), mijn::weg_rechter_wat(), None),
    ];
    let wegen = wegen.into_iter().map(weg).collect();
    let roepnaam = mijn.beeld.roepnaam;
    show(&NietEens {
        pagina: kijker
            .page(taal.zeg(mijn::kop_niet_eens()))
            .in_chosen_language()
            .below(roepnaam, format!("/mijn/{}", mijn.beeld.nummer))
            .narrow(),
        wegen,
    })
}

/// How long after a decision, where the law of that day counts it in weeks.
fn within(state: &WebState, naam: &str, on: Date) -> Option<Tekst> {
    let weken = state.app.wet.parameter(naam, on).ok()?.aantal(Eenheid::Weken).ok()?;
    Some(mijn::NaHetBesluit { weken }.tekst())
}
