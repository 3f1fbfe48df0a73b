//! The term of a request: telling that it takes longer, and recording a notice of default.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::opdracht::Opdrachtnaam;
use web_base::error::{Fout, Uitkomst};
use web_base::form::Formulier;
use web_base::onderdelen::{Feiten, Link, Veld};
use web_base::pagina::Pagina;
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien, term};
use crate::weg::{Blad, leeg, toon, verwerk};

#[derive(Template)]
#[template(path = "paginas/loket/termijn.html")]
struct Termijnpagina<'b> {
    pagina: Pagina,
    adres: String,
    /// What was refused, of either form.
    blad: &'b Blad,
    termijn: Feiten,
    vertraging: &'b Blad,
    ingebreke: &'b Blad,
    terug: Link,
}

/// The term as it runs, and what can be done about it.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    gezien.must(Opdrachtnaam::MeldVertraging)?;
    if !gezien.by_swv(&kijker) {
        return Err(Fout::NietGevonden);
    }
    toon(&gezien.werk, &later(&gezien)).await
}

/// Tells that the decision comes later.
pub(super) async fn delay(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &later(&gezien), formulier).await
}

/// Records a notice of default.
pub(super) async fn default_notice(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    verwerk(&gezien.werk, &in_default(&gezien), formulier).await
}

/// The page of both forms; one of them was sent.
async fn page(gezien: &Gezien, sent: Blad, is_delay: bool) -> Uitkomst {
    let other = if is_delay { in_default(gezien) } else { later(gezien) };
    let other = leeg(&gezien.werk, &other).await?;
    let (vertraging, ingebreke) = if is_delay { (&sent, &other) } else { (&other, &sent) };
    let kijker = &gezien.werk.kijker;
    Ok(sent.among(&Termijnpagina {
        pagina: gezien.page_below(kijker, "Termijn").with_errors(&sent.fouten),
        adres: gezien.plek.address(),
        termijn: term(gezien, kijker.moment.vandaag),
        blad: &sent,
        vertraging,
        ingebreke,
        terug: Link::new("Terug naar de aanvraag", gezien.plek.address()),
    }))
}

fn later(gezien: &Gezien) -> Aanvraagstap<'_> {
    Aanvraagstap {
        opdracht: Opdrachtnaam::MeldVertraging,
        velden: delay_fields().to_vec(),
        knop: "Meld de nieuwe datum".into(),
        gedaan: ("", "uitgesteld"),
        blad: Some(|gezien, blad| Box::pin(page(gezien, blad, true))),
        ..in_default(gezien)
    }
}

fn in_default(gezien: &Gezien) -> Aanvraagstap<'_> {
    Aanvraagstap {
        gezien,
        opdracht: Opdrachtnaam::OntvangIngebrekestelling,
        titel: "Termijn".into(),
        vooraf: Vec::new(),
        feiten: Feiten::new(),
        velden: default_fields().to_vec(),
        begin: Vec::new(),
        knop: "Leg vast".into(),
        gevolg: "",
        gedaan: ("", "ingebreke"),
        doel: Doel::Termijn,
        blad: Some(|gezien, blad| Box::pin(page(gezien, blad, false))),
    }
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
