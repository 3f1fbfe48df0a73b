//! The term of a request: telling that it takes longer, and recording a notice of default.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::Opdracht;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Link, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanmelding::daad;
use crate::paginas::aanvraag::{Gezien, Nee, once, term};

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
    page(&kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default()).await
}

async fn page(kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("meld_vertraging")?;
    gezien.toon(Doel::Termijn).await?;
    let plek = &gezien.plek;
    if !gezien.by_swv(kijker) {
        return Err(Fout::NietGevonden);
    }
    let filled = &nee.ingevuld;
    let template = Termijnpagina {
        pagina: gezien.page_below(kijker, "Termijn").with_errors(&filled.fouten),
        adres: plek.address(),
        termijn: term(gezien, kijker.moment.vandaag),
        vertraging: delay_fields().map(|veld| veld.filled(filled)).to_vec(),
        ingebreke: default_fields().map(|veld| veld.filled(filled)).to_vec(),
        expected: Veld::hidden("versie", gezien.beeld().versie.to_string()),
        terug: Link::new("Terug naar de aanvraag", plek.address()),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

fn delay_fields() -> [Veld; 2] {
    [
        Veld::date("nieuwe_datum", "Op welke dag beslist u uiterlijk?")
            .required_or("Vul in op welke dag u uiterlijk beslist."),
        Veld::textarea("reden", "Waarom duurt het langer?", 3)
            .hint("De school en de ouders lezen dit in hun brief.")
            .required_or("Schrijf op waarom het langer duurt."),
    ]
}

fn default_fields() -> [Veld; 2] {
    [
        Veld::date("ontvangen_op", "Wanneer kwam de ingebrekestelling binnen?")
            .required_or("Vul in wanneer de ingebrekestelling binnenkwam."),
        Veld::text("van", "Van wie?").required_or("Schrijf op van wie de ingebrekestelling is."),
    ]
}

/// Tells that the decision comes later.
pub(super) async fn delay(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    take(&kijker, &gezien, ("meld_vertraging", &delay_fields()), formulier, "uitgesteld").await
}

/// Records a notice of default.
pub(super) async fn default_notice(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    take(&kijker, &gezien, ("ontvang_ingebrekestelling", &default_fields()), formulier, "ingebreke").await
}

async fn take(
    kijker: &Kijker,
    gezien: &Gezien,
    (act, fields): (&str, &[Veld]),
    formulier: Formulier,
    done: &str,
) -> Uitkomst {
    match daad::lees_velden(act, gezien.plek.nr, fields, &formulier, &daad::no_school(kijker)) {
        Ok(opdracht) => carry_out(kijker, gezien, opdracht, formulier, done).await,
        Err(ingevuld) => page(kijker, gezien, ingevuld.into()).await,
    }
}

async fn carry_out(
    kijker: &Kijker,
    gezien: &Gezien,
    opdracht: Opdracht,
    formulier: Formulier,
    done: &str,
) -> Uitkomst {
    let uitvoering = once(gezien, done, &formulier)?;
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan={done}", gezien.plek.address()))),
        Err(error) => page(kijker, gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}
