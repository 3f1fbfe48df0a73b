//! The term of a request: telling that it takes longer, and recording a notice of default.

use app::dossiers::Uitvoering;
use askama::Template;
use axum::extract::{Path, State};
use dossier::Opdracht;
use dossier::tlv::besluit::{MeldVertraging, OntvangIngebrekestelling};

use crate::error::{Fout, Uitkomst, redirect};
use crate::form::{Formulier, Lezer};
use crate::onderdelen::{Feiten, Link, Veld};
use crate::pagina::{Pagina, show, show_refused};
use crate::paginas::aanvraag::{Gezien, Nee, Plek, expected, term};
use crate::session::Kijker;
use crate::state::WebState;

#[derive(Template)]
#[template(path = "paginas/loket/termijn.html")]
struct Termijnpagina {
    pagina: Pagina,
    adres: String,
    nee: Nee,
    termijn: Feiten,
    vertraging: Vec<Veld>,
    ingebreke: Vec<Veld>,
    expected: Veld,
    terug: Link,
}

/// The term as it runs, and what can be done about it.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&state, &kijker, &Plek::parse(&parts)?, Nee::default()).await
}

async fn page(state: &WebState, kijker: &Kijker, plek: &Plek, nee: Nee) -> Uitkomst {
    let gezien = Gezien::look(state, kijker, plek, "termijn").await?;
    gezien.must("meld_vertraging")?;
    if !gezien.by_swv(kijker) {
        return Err(Fout::NietGevonden);
    }
    let filled = &nee.ingevuld;
    let template = Termijnpagina {
        pagina: gezien.page_below(kijker, "Termijn").with_errors(&filled.fouten),
        adres: plek.address(),
        termijn: term(&gezien, kijker.moment.vandaag),
        vertraging: vec![
            Veld::date("nieuwe_datum", "Op welke dag beslist u uiterlijk?").required().filled(filled),
            Veld::textarea("reden", "Waarom duurt het langer?", 3)
                .hint("De school en de ouders lezen dit in hun brief.")
                .required()
                .filled(filled),
        ],
        ingebreke: vec![
            Veld::date("ontvangen_op", "Wanneer kwam de ingebrekestelling binnen?").required().filled(filled),
            Veld::text("van", "Van wie?").required().filled(filled),
        ],
        expected: Veld::hidden("versie", gezien.beeld.versie.to_string()),
        terug: Link::new("Terug naar de aanvraag", plek.address()),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// Tells that the decision comes later.
pub(super) async fn delay(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let plek = Plek::parse(&parts)?;
    let mut lezer = Lezer::of(&formulier);
    let reden = lezer.required("reden", "Schrijf op waarom het langer duurt.");
    let day = lezer.required_date("nieuwe_datum", "Vul in op welke dag u uiterlijk beslist.");
    match (lezer.finish_or_show(), day) {
        (Ok(()), Some(nieuwe_datum)) => {
            let opdracht = MeldVertraging { aanvraag: plek.nr, nieuwe_datum, reden };
            carry_out(&state, &kijker, &plek, opdracht.into(), formulier, "uitgesteld").await
        }
        (Err(ingevuld), _) => page(&state, &kijker, &plek, ingevuld.into()).await,
        (Ok(()), None) => Err(Fout::NietGevonden),
    }
}

/// Records a notice of default.
pub(super) async fn default_notice(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let plek = Plek::parse(&parts)?;
    let mut lezer = Lezer::of(&formulier);
    let van = lezer.required("van", "Schrijf op van wie de ingebrekestelling is.");
    let day = lezer.required_date("ontvangen_op", "Vul in wanneer de ingebrekestelling binnenkwam.");
    match (lezer.finish_or_show(), day) {
        (Ok(()), Some(ontvangen_op)) => {
            let opdracht = OntvangIngebrekestelling { aanvraag: plek.nr, ontvangen_op, van };
            carry_out(&state, &kijker, &plek, opdracht.into(), formulier, "ingebreke").await
        }
        (Err(ingevuld), _) => page(&state, &kijker, &plek, ingevuld.into()).await,
        (Ok(()), None) => Err(Fout::NietGevonden),
    }
}

async fn carry_out(
    state: &WebState,
    kijker: &Kijker,
    plek: &Plek,
    opdracht: Opdracht,
    formulier: Formulier,
    done: &str,
) -> Uitkomst {
    let uitvoering = Uitvoering { expected: expected(&formulier)?, ..Uitvoering::default() };
    match state.app.execute(&kijker.kijker, kijker.moment, &plek.nummer, vec![opdracht], uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan={done}", plek.address()))),
        Err(error) => page(state, kijker, plek, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
