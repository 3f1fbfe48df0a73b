//! The routes for who does not agree, in plain words, with the terms that the law gives now and where each is taken.

use app::inzage::Doel;
use app::mijn::Plek;
use askama::Template;
use axum::extract::{Path, State};
use teksten::mijn;
use web_base::error::Uitkomst;
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::look;

struct Weg {
    naam: String,
    wat: String,
    termijn: String,
    /// That the term stands in no law; empty where it does.
    zeker: String,
    waar: Vec<Regel>,
}

/// A line that says where: plain words where the address is empty.
struct Regel {
    tekst: String,
    adres: String,
    /// A name or an address, as it is written here.
    is_naam: bool,
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
    let taal = kijker.taal();
    let line = |plek: Plek| match plek {
        Plek::Adres(tekst) => Regel { tekst, adres: String::new(), is_naam: true },
        Plek::Telefoon(tekst) => {
            let digits: String = tekst.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            Regel { adres: format!("tel:{digits}"), tekst, is_naam: false }
        }
        Plek::Site(tekst) => Regel { adres: format!("https://{tekst}"), tekst, is_naam: false },
        Plek::Zoek(tekst) => Regel { tekst: taal.zeg(tekst), adres: String::new(), is_naam: false },
    };
    let weg = |weg: app::mijn::Weg| Weg {
        naam: taal.zeg(weg.naam),
        wat: taal.zeg(weg.wat),
        termijn: weg.termijn.map(|termijn| taal.zeg(termijn)).unwrap_or_default(),
        zeker: if weg.onzeker { taal.zeg(mijn::termijn_niet_in_wet()) } else { String::new() },
        waar: weg.waar.into_iter().map(line).collect(),
    };
    let wegen = state.app.wegen(&mijn, kijker.moment).await?.into_iter().map(weg).collect();
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
