//! Advising on a request, alone or together with the other expert. What is typed is kept, for this expert alone.

use app::dossiers::Uitvoering;
use app::inzage::Doel;
use askama::Template;
use axum::extract::{Path, State};
use base::PersoonId;
use dossier::soort::{Adviesuitkomst, TlvSoort};
use dossier::staat::Toewijzing;
use dossier::tlv::opdracht::BrengAdviesUit;
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld, Lezer};
use web_base::onderdelen::{Feiten, Link, Optie, Veld};
use web_base::pagina::{Pagina, show, show_refused};
use web_base::session::Kijker;
use web_base::state::WebState;

use super::tekenen::{Voorstel, voorstel};
use crate::paginas::aanvraag::{
    Adviesblok, Concept, Gezien, Nee, Plek, Samenvatting, Velden, adviezen, categories, expected, kept_line,
    term, versions,
};

/// The fields that are kept while somebody types.
pub(in crate::paginas) const KEPT: [&str; 5] = ["uitkomst", "categorie", "tot_en_met", "tekst", "samen"];

#[derive(Template)]
#[template(path = "paginas/advies/geven.html")]
struct Geven {
    pagina: Pagina,
    actie: String,
    concept: String,
    nee: Nee,
    versies: String,
    bewaard: String,
    tekent: String,
    velden: Vec<Veld>,
    samenvatting: Samenvatting,
    andere: Vec<Adviesblok>,
    voorstel: Option<Voorstel>,
    termijn: Feiten,
    terug: Link,
}

pub(super) fn draft(gezien: &Gezien) -> Result<Concept<'_>, Fout> {
    gezien.concept("breng_advies_uit")
}

/// The own assignment, which is still open.
fn own_assignment<'a>(gezien: &'a Gezien, kijker: &Kijker) -> Result<&'a Toewijzing, Fout> {
    gezien.must("breng_advies_uit")?;
    let own = gezien.aanvraag.toewijzingen_open().find(|t| t.persoon == kijker.kijker.actor.persoon);
    own.ok_or(Fout::NietGevonden)
}

/// The other expert who still has to advise: with this one the advice can be given together. Not by whoever is
/// asked to sign an advice of two already.
fn other<'a>(gezien: &'a Gezien, own: &PersoonId) -> Option<&'a Toewijzing> {
    if gezien.aanvraag.te_tekenen_door(own).is_some() {
        return None;
    }
    gezien.aanvraag.toewijzingen_open().find(|toewijzing| toewijzing.persoon != *own)
}

/// The request, and the form below it.
pub(super) async fn form(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
) -> Uitkomst {
    page(&state, &kijker, &Gezien::at(&state, &kijker, &parts).await?, Nee::default()).await
}

pub(super) async fn page(state: &WebState, kijker: &Kijker, gezien: &Gezien, nee: Nee) -> Uitkomst {
    let own = own_assignment(gezien, kijker)?;
    gezien.toon(Doel::AdviesGeven).await?;
    let plek = &gezien.plek;
    let kept = draft(gezien)?.fields().await?;
    let on = kijker.moment.vandaag;
    let template = Geven {
        pagina: gezien.page_below(kijker, "Advies").with_errors(&nee.ingevuld.fouten),
        actie: plek.below("advies"),
        concept: plek.draft("breng_advies_uit"),
        versies: versions(&kept),
        bewaard: kept_line(&kept, on),
        tekent: format!("{} ({})", own.naam, own.discipline.label()),
        velden: fields(state, kijker, gezien, &kept, &nee.ingevuld),
        samenvatting: Samenvatting::of(gezien.beeld(), &gezien.aanvraag, on),
        andere: adviezen(&gezien.aanvraag, on),
        voorstel: voorstel(gezien, kijker, on),
        termijn: term(gezien, on),
        terug: Link::new("Terug naar de aanvraag", plek.address()),
        nee,
    };
    if template.nee.is_no() { show_refused(&template) } else { show(&template) }
}

fn fields(
    state: &WebState,
    kijker: &Kijker,
    gezien: &Gezien,
    kept: &Velden,
    ingevuld: &Ingevuld,
) -> Vec<Veld> {
    let own = &kijker.kijker.actor.persoon;
    let typed = |code: &str| kept.get(code).map(|veld| veld.waarde.clone());
    let value = |code: &str| typed(code).or_else(|| proposed(gezien, own, code)).unwrap_or_default();
    let soort = gezien.aanvraag.soort;
    let outcomes = [
        (
            Adviesuitkomst::Toelaatbaar,
            format!("{} is toelaatbaar tot {}", gezien.beeld().roepnaam, soort.label()),
        ),
        (
            Adviesuitkomst::NietToelaatbaar,
            format!("{} is niet toelaatbaar tot {}", gezien.beeld().roepnaam, soort.label()),
        ),
    ];
    let outcomes = outcomes.into_iter().map(|(uitkomst, text)| Optie::new(uitkomst.code(), text)).collect();
    let mut velden = vec![
        Veld::radio("uitkomst", "Wat adviseert u?", outcomes)
            .required()
            .value(&value("uitkomst"))
            .filled(ingevuld),
    ];
    if has_category(soort) {
        let opties = categories(&state.app.wet, kijker.moment.vandaag)
            .into_iter()
            .map(|(code, word)| Optie::new(code.to_string(), format!("Categorie {word}")))
            .collect();
        let veld = Veld::radio("categorie", "Bekostigingscategorie", opties)
            .hint("Alleen als het kind toelaatbaar is.");
        velden.push(veld.value(&value("categorie")).filled(ingevuld));
    }
    velden.push(
        Veld::date("tot_en_met", "Tot wanneer is dit nodig?")
            .hint("De laatste dag van een schooljaar.")
            .value(&value("tot_en_met"))
            .filled(ingevuld),
    );
    velden.push(
        Veld::textarea("tekst", "Uw advies in gewone woorden", 10)
            .hint("De ouders krijgen een afschrift. Schrijf zo dat zij het begrijpen: wat zag u, wat heeft het kind nodig, waarom adviseert u dit?")
            .required()
            .value(&value("tekst"))
            .filled(ingevuld),
    );
    velden.extend(together(gezien, kijker, &value("samen"), ingevuld));
    velden.push(Veld::hidden("versie", gezien.beeld().versie.to_string()));
    velden
}

/// What this expert wrote for two before: it is changed from there.
fn proposed(gezien: &Gezien, own: &PersoonId, code: &str) -> Option<String> {
    let laid = gezien.aanvraag.adviesvoorstel.as_ref().filter(|laid| laid.door == *own)?;
    match code {
        "uitkomst" => Some(laid.uitkomst.code().to_owned()),
        "categorie" => laid.categorie.map(|categorie| categorie.to_string()),
        "tot_en_met" => laid.tot_en_met.map(|end| end.to_string()),
        "tekst" => Some(laid.tekst.clone()),
        "samen" => Some("ja".to_owned()),
        _ => None,
    }
}

fn has_category(soort: TlvSoort) -> bool {
    matches!(soort, TlvSoort::So | TlvSoort::Vso)
}

/// Only where another expert was asked: who signs.
fn together(gezien: &Gezien, kijker: &Kijker, kept: &str, ingevuld: &Ingevuld) -> Vec<Veld> {
    let Some(other) = other(gezien, &kijker.kijker.actor.persoon) else { return Vec::new() };
    let opties = vec![
        Optie::new("nee", "Ik geef dit advies alleen"),
        Optie::new("ja", format!("Samen met {} ({})", other.naam, other.discipline.label())).explained(
            "Eén advies met twee namen eronder. Het is pas een advies als de ander ook heeft getekend.",
        ),
    ];
    let kept = if kept.is_empty() { "nee" } else { kept };
    vec![Veld::radio("samen", "Wie tekent?", opties).required().value(kept).filled(ingevuld)]
}

fn read(
    plek: &Plek,
    gezien: &Gezien,
    kijker: &Kijker,
    formulier: &Formulier,
) -> Result<BrengAdviesUit, Ingevuld> {
    let mut lezer = Lezer::of(formulier);
    let uitkomst = lezer.choice("uitkomst", Adviesuitkomst::from_code, "Kies wat u adviseert.");
    let tot_en_met = lezer.date("tot_en_met");
    let tekst = lezer.required("tekst", "Schrijf uw advies op, zo dat ook de ouders het begrijpen.");
    let own = kijker.kijker.actor.persoon.clone();
    let joint = formulier.text("samen") == "ja";
    let mut door = vec![own.clone()];
    if let (true, Some(other)) = (joint, other(gezien, &own)) {
        door.push(other.persoon.clone());
    }
    lezer.finish_or_show()?;
    let uitkomst = uitkomst.ok_or_else(Ingevuld::empty)?;
    let admissible = uitkomst == Adviesuitkomst::Toelaatbaar;
    let categorie = formulier.text("categorie").parse().ok().filter(|_| admissible);
    Ok(BrengAdviesUit {
        aanvraag: plek.nr,
        door,
        uitkomst,
        categorie,
        tot_en_met: tot_en_met.filter(|_| admissible),
        tekst,
    })
}

/// Gives the advice, or lays it before the other.
pub(super) async fn give(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    let plek = &gezien.plek;
    own_assignment(&gezien, &kijker)?;
    let opdracht = match read(plek, &gezien, &kijker, &formulier) {
        Ok(opdracht) => opdracht,
        Err(ingevuld) => return page(&state, &kijker, &gezien, ingevuld.into()).await,
    };
    let gedaan = if opdracht.door.len() > 1 { "voorgelegd" } else { "advies" };
    let done = draft(&gezien)?.plek.klaar();
    let uitvoering =
        Uitvoering { expected: expected(&formulier)?, drafts_done: vec![done], ..Uitvoering::default() };
    match gezien.open.doe(opdracht, uitvoering).await {
        Ok(_) => Ok(redirect(&format!("{}?gedaan={gedaan}", plek.address()))),
        Err(error) => page(&state, &kijker, &gezien, Nee::of(error, formulier, kijker.moment.vandaag)?).await,
    }
}

/// Keeps one field while somebody types.
pub(super) async fn keep_one(
    State(state): State<WebState>,
    kijker: Kijker,
    Path(parts): Path<(String, String)>,
    formulier: Formulier,
) -> Uitkomst {
    let gezien = Gezien::at(&state, &kijker, &parts).await?;
    own_assignment(&gezien, &kijker)?;
    draft(&gezien)?.keep_typed(&formulier, |code| KEPT.contains(&code)).await
}
