//! A request for more, from both sides: the samenwerkingsverband asks, the school gives, and the clock stands still
//! in between.

use app::AppError;
use app::aanvraag::{Aanvraagformulier, Document};
use app::dossiers::Uitvoering;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::Date;
use base::dates::short_nl;
use dossier::staat::TlvFase;
use dossier::tlv::opdracht::OntvangAanvulling;
use teksten::Taal;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Fouten, Link, Optie, Termijn, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::invullen::back;
use super::vragen::{Bijlageblok, is_typed};
use super::{Gezien, Nee, Plek, bijlagen, expected};

/// Beginning of the name of a field with an answer that can be changed.
const ANSWER: &str = "antwoord-";
/// The file field.
const FILES: &str = "bijlage";
/// The words that are added.
const ADDED: &str = "antwoorden";

#[derive(Template)]
#[template(path = "paginas/aanvraag/aanvulling.html")]
struct Aanvullen {
    pagina: Pagina,
    actie: String,
    nee: Nee,
    wat: Vec<String>,
    tot_en_met: Termijn,
    velden: Vec<Veld>,
    antwoorden: Vec<Veld>,
    bijlagen: Vec<Bijlageblok>,
    bestanden: Vec<Veld>,
    expected: Veld,
    terug: Link,
}

/// The side of whoever looks.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if gezien.by_applicant(&kijker) {
        page(&kijker, &gezien, Nee::default()).await
    } else {
        crate::paginas::loket::aanvulling::page(&kijker, &gezien, Nee::default()).await
    }
}

/// What was asked or given.
pub(super) async fn send(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    if gezien.by_applicant(&kijker) {
        give(&kijker, &gezien, formulier).await
    } else {
        crate::paginas::loket::aanvulling::record(&kijker, &gezien, formulier).await
    }
}

async fn page(kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    gezien.must("ontvang_aanvulling")?;
    let plek = &gezien.plek;
    let asked = gezien.aanvraag.open_aanvulling().ok_or(Fout::NietGevonden)?;
    let form = supplement(gezien).await?;
    gezien.toon(Doel::Aanvulling).await?;
    let template = Aanvullen {
        pagina: gezien.page_below(kijker, "De aanvraag aanvullen").with_errors(&nee.ingevuld.fouten),
        actie: plek.below("aanvulling"),
        wat: asked.wat.clone(),
        tot_en_met: Termijn::of(asked.tot_en_met, kijker.moment.vandaag),
        velden: vec![
            Veld::textarea(ADDED, "Wat vult u aan?", 6)
                .hint("Antwoord op wat hierboven wordt gevraagd. Dit komt bij de aanvraag te staan.")
                .filled(&nee.ingevuld),
        ],
        antwoorden: changeable(gezien, &nee.ingevuld),
        bijlagen: added(plek, &form),
        bestanden: vec![question_of_file(gezien, &nee.ingevuld), file_field(&nee)],
        expected: Veld::hidden("versie", gezien.beeld().versie.to_string()),
        terug: back(plek),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

/// The documents that were added and not sent yet.
async fn supplement(gezien: &Gezien) -> Result<Aanvraagformulier, Fout> {
    if gezien.aanvraag.fase() != TlvFase::WachtOpAanvulling {
        return Err(Fout::NietGevonden);
    }
    Ok(gezien.open.aanvraagformulier(gezien.plek.nr).await?)
}

fn changeable(gezien: &Gezien, ingevuld: &Ingevuld) -> Vec<Veld> {
    let typed = gezien.aanvraag.antwoorden.iter().filter(|antwoord| is_typed(&antwoord.vraag));
    typed
        .map(|antwoord| {
            let naam = format!("{ANSWER}{}", antwoord.vraag);
            Veld::textarea(&naam, antwoord.tekst.as_str(), 4).value(&antwoord.waarde).filled(ingevuld)
        })
        .collect()
}

fn question_of_file(gezien: &Gezien, ingevuld: &Ingevuld) -> Veld {
    let questions = gezien
        .aanvraag
        .antwoorden
        .iter()
        .map(|antwoord| Optie::new(antwoord.vraag.as_str(), antwoord.tekst.as_str()));
    let opties =
        std::iter::once(Optie::new("aanvulling", "Bij de aanvulling zelf")).chain(questions).collect();
    Veld::select("vraag", "Bij welke vraag hoort het document?", opties).filled(ingevuld)
}

fn file_field(nee: &Nee) -> Veld {
    Veld::file(FILES, "Document toevoegen", bijlagen::KINDS, true)
        .hint(bijlagen::LIMITS)
        .error(nee.ingevuld.fouten.of(FILES))
}

fn added(plek: &Plek, form: &Aanvraagformulier) -> Vec<Bijlageblok> {
    let blocks = form.bijlagen.iter().map(|bijlage| Bijlageblok {
        link: Link::new(bijlage.naam.as_str(), format!("/kind/{}/bijlage/{}", plek.nummer, bijlage.blob)),
        blob: bijlage.blob.clone(),
        naam: bijlage.naam.clone(),
    });
    blocks.collect()
}

/// Adds documents, takes one away, or sends it all, by the button that was pressed.
async fn give(kijker: &Kijker, gezien: &Gezien, formulier: Formulier) -> Uitkomst {
    gezien.must("ontvang_aanvulling")?;
    let plek = &gezien.plek;
    supplement(gezien).await?;
    let fouten = keep_files(gezien, &formulier).await?;
    if !fouten.is_empty() || !formulier.is_on("versturen") {
        let nee = Nee::from(Ingevuld::refused(formulier, fouten));
        return page(kijker, gezien, nee).await;
    }
    let form = supplement(gezien).await?;
    let opdracht = OntvangAanvulling {
        aanvraag: plek.nr,
        op: kijker.moment.vandaag,
        antwoorden: answers(gezien, &formulier, kijker.moment.vandaag),
        bijlagen: form.bijlagen,
    };
    let done = gezien.open.conceptplek(&app::aanvraag::form(plek.nr))?.klaar();
    let uitvoering =
        Uitvoering { expected: expected(&formulier)?, drafts_done: vec![done], ..Uitvoering::default() };
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan=aangevuld", plek.address()))),
        Err(error) => {
            let nee = Nee::of(error, formulier, kijker.moment.vandaag)?;
            page(kijker, gezien, nee).await
        }
    }
}

async fn keep_files(gezien: &Gezien, formulier: &Formulier) -> Result<Fouten, Fout> {
    let mut fouten = Fouten::new();
    let asked = formulier.text("vraag");
    let known = gezien.aanvraag.antwoorden.iter().any(|antwoord| antwoord.vraag == asked);
    let vraag = if known { asked } else { "aanvulling" };
    for file in formulier.files(FILES) {
        let document = Document { vraag, naam: &file.naam, bytes: &file.inhoud };
        match gezien.open.voeg_bijlage_toe(gezien.plek.nr, document).await {
            Ok(()) => {}
            Err(AppError::Refused(refusal)) => {
                fouten.add(FILES, format!("{}: {}.", file.naam, Taal::Nl.zeg(&refusal.reden)));
            }
            Err(other) => return Err(other.into()),
        }
    }
    let gone = formulier.text(bijlagen::REMOVE);
    if !gone.is_empty() {
        gezien.open.haal_bijlage_weg(gezien.plek.nr, gone).await?;
    }
    Ok(fouten)
}

/// What was added, under its own heading, and every answer that was changed.
fn answers(gezien: &Gezien, formulier: &Formulier, on: Date) -> Vec<(String, String)> {
    let mut all = vec![(format!("Aanvulling van {}", short_nl(on)), formulier.text(ADDED).to_owned())];
    for antwoord in gezien.aanvraag.antwoorden.iter().filter(|antwoord| is_typed(&antwoord.vraag)) {
        let now = formulier.text(&format!("{ANSWER}{}", antwoord.vraag));
        if !now.is_empty() && now != antwoord.waarde.trim() {
            all.push((antwoord.vraag.clone(), now.to_owned()));
        }
    }
    all
}
