//! All routes for who does not agree, in plain words, with the terms that the law gives now.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::dates::long_nl;

use super::look;
use crate::error::Uitkomst;
use crate::pagina::{Pagina, show};
use crate::session::Kijker;
use crate::state::WebState;

struct Weg {
    naam: &'static str,
    wat: &'static str,
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
    let weeks = |naam: &str| state.app.wet.parameter(naam, on).map(ToString::to_string).unwrap_or_default();
    let within = |naam: &str, na: &str| {
        let weeks = weeks(naam);
        if weeks.is_empty() { String::new() } else { format!("Binnen {weeks} {na}.") }
    };
    let objection =
        mijn.beslissingen.iter().filter_map(|b| b.bezwaar_uiterlijk).filter(|last| *last >= on).min();
    let bezwaar = objection.map_or_else(
        || within("bezwaar.school_indienen", "na het besluit"),
        |last| format!("Voor het laatste besluit kan dit tot en met {}.", long_nl(last)),
    );
    let wegen = vec![
        Weg {
            naam: "Praten met de school",
            wat: "Vraag een gesprek aan. U mag iemand meenemen.",
            termijn: String::new(),
        },
        Weg {
            naam: "Ouder- en jeugdsteunpunt",
            wat: "Gratis hulp en informatie van mensen die niet bij de school werken. Zij staan aan de kant van uw kind.",
            termijn: String::new(),
        },
        Weg {
            naam: "Onderwijsconsulent",
            wat: "Gratis. Een onafhankelijk deskundige bemiddelt als het niet lukt om een plek te vinden of als er ruzie is over de hulp.",
            termijn: String::new(),
        },
        Weg {
            naam: "Bezwaar maken",
            wat: "U schrijft aan wie het besluit nam waarom u het er niet mee eens bent.",
            termijn: bezwaar,
        },
        Weg {
            naam: "Geschillencommissie passend onderwijs",
            wat: "Een commissie geeft een oordeel over toelating, verwijdering of het plan. De school moet zeggen wat zij ermee doet. Dit kost niets.",
            termijn: within("gpo.indienen", "na het besluit"),
        },
        Weg {
            naam: "Naar de rechter",
            wat: "Als bezwaar niet helpt. Vraag eerst advies aan een jurist of het Juridisch Loket.",
            termijn: String::new(),
        },
    ];
    let roepnaam = mijn.beeld.roepnaam;
    show(&NietEens {
        pagina: kijker
            .page("Niet mee eens?")
            .below(roepnaam, format!("/mijn/{}", mijn.beeld.nummer))
            .narrow(),
        wegen,
    })
}
