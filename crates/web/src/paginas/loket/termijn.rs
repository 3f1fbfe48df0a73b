//! The term of a request: what it is now, and below it telling that it takes longer, and recording a notice of default.
//!
//! Each act has a page of its own: what is typed for one is not lost when the other is refused.

use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use dossier::opdracht::Opdrachtnaam;
use dossier::soort::Afzender;
use web_base::error::{Fout, Uitkomst};
use web_base::onderdelen::{Feiten, Link, Optie, Veld};
use web_base::pagina::{Pagina, show};
use web_base::session::Kijker;
use web_base::state::WebState;

use crate::paginas::aanvraag::{Aanvraagstap, Gezien, term};
use crate::weg::{Aan, Gemaakt, Stap};

const LATER: Opdrachtnaam = Opdrachtnaam::MeldVertraging;
const DEFAULT: Opdrachtnaam = Opdrachtnaam::OntvangIngebrekestelling;

/// What one has to know before telling that it takes longer.
const ABOUT_LATER: &str = "Lukt het niet binnen de termijn? Meld dat voordat die voorbij is, met een redelijke nieuwe datum. De school en de ouders krijgen een brief.";
/// The same of a notice of default, by the law of today.
fn about_default(gezien: &Gezien) -> String {
    let duur = |naam| gezien.werk.state.app.duur(naam, gezien.werk.vandaag());
    let (nog, hooguit) = (duur("dwangsom.na_ingebrekestelling"), duur("dwangsom.hooguit"));
    format!(
        "Is de termijn voorbij en vraagt iemand schriftelijk om een besluit? Dan hebt u nog {nog}. Daarna loopt er een dwangsom, \
         voor hooguit {hooguit}, als de brief kwam van de school die de verklaring aanvroeg. Een ander kan naar de rechter. \
         De afzender krijgt een brief met de nieuwe laatste dag."
    )
}

#[derive(Template)]
#[template(path = "paginas/loket/termijn.html")]
struct Termijnpagina {
    pagina: Pagina,
    termijn: Feiten,
    daden: Vec<Daad>,
    terug: Link,
}

/// What can be done about the term.
struct Daad {
    kop: &'static str,
    uitleg: String,
    adres: String,
    knop: &'static str,
}

/// The term as it runs, and what can be done about it.
pub(super) async fn term_now(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    // Of a decision that nobody knows yet a notice of default can still come.
    gezien.must(DEFAULT)?;
    must_be_desk(&gezien, None)?;
    gezien.toon(Doel::Termijn).await?;
    // What was decided can be put off no more, nor what is late already.
    let open = gezien.aanvraag.uit_te_stellen(kijker.moment.vandaag);
    let acts = [
        (LATER, ("Later beslissen", ABOUT_LATER.to_owned()), ("vertraging", "Later beslissen")),
        (
            DEFAULT,
            ("Ingebrekestelling ontvangen", about_default(&gezien)),
            ("ingebrekestelling", "Een ingebrekestelling vastleggen"),
        ),
    ];
    let may = acts.into_iter().filter(|(act, ..)| gezien.mag(*act) && (open || *act != LATER));
    let daden = may.map(|(_, (kop, uitleg), (step, knop))| Daad {
        kop,
        uitleg,
        adres: gezien.plek.below(step),
        knop,
    });
    show(&Termijnpagina {
        pagina: gezien.page_below(&kijker, "Termijn"),
        termijn: term(&gezien, kijker.moment.vandaag),
        daden: daden.collect(),
        terug: Link::new("Terug naar de aanvraag", gezien.plek.address()),
    })
}

/// Nobody finds the pages but the samenwerkingsverband that decides.
fn must_be_desk(gezien: &Gezien, aan: Aan<'_>) -> Result<(), Fout> {
    if aan.is_some() || gezien.by_swv(&gezien.werk.kijker) { Ok(()) } else { Err(Fout::NietGevonden) }
}

/// Tells that the decision comes later.
pub(super) fn later<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    must_be_desk(gezien, aan)?;
    if aan.is_none() && !gezien.aanvraag.uit_te_stellen(gezien.werk.vandaag()) {
        return Err(Fout::NietGevonden);
    }
    Aanvraagstap {
        titel: "Later beslissen".into(),
        vooraf: vec![ABOUT_LATER.to_owned()],
        feiten: term(gezien, gezien.werk.vandaag()),
        velden: delay_fields().to_vec(),
        knop: "Meld de nieuwe datum".into(),
        gedaan: ("", "uitgesteld"),
        ..Aanvraagstap::of(gezien, LATER, Doel::Termijn)
    }
    .klaar()
}

/// Records a notice of default.
pub(super) fn in_default<'g>(gezien: &'g Gezien, aan: Aan<'_>) -> Gemaakt<'g> {
    must_be_desk(gezien, aan)?;
    Aanvraagstap {
        titel: "Ingebrekestelling ontvangen".into(),
        vooraf: vec![about_default(gezien)],
        feiten: term(gezien, gezien.werk.vandaag()),
        velden: default_fields(gezien).to_vec(),
        knop: "Leg vast".into(),
        gedaan: ("", "ingebreke"),
        ..Aanvraagstap::of(gezien, DEFAULT, Doel::Termijn)
    }
    .klaar()
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

fn default_fields(gezien: &Gezien) -> [Veld; 3] {
    let parents = gezien.beeld().mensen.iter().filter(|persoon| persoon.relatie.has_gezag());
    let namen: Vec<&str> = parents.map(|persoon| persoon.naam.as_str()).collect();
    let in_file =
        if namen.is_empty() { String::new() } else { format!(" In het dossier: {}.", namen.join(", ")) };
    let senders =
        Afzender::ALL.iter().map(|afzender| Optie::new(afzender.code(), afzender.label())).collect();
    [
        Veld::date("ontvangen_op", "Wanneer kwam de ingebrekestelling binnen?")
            .required_or("Vul in wanneer de ingebrekestelling binnenkwam."),
        Veld::radio("afzender", "Wie stuurde de ingebrekestelling?", senders)
            .required_or("Kies wie de ingebrekestelling stuurde."),
        Veld::text("van", "Naam van de afzender")
            .hint(format!("De brief gaat naar deze persoon. Van een ouder, voogd of leerling: zoals de naam in het dossier staat.{in_file}"))
            .required_or("Schrijf op van wie de ingebrekestelling is."),
    ]
}
