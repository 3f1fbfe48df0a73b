//! The road: shows a form, and takes it when it is sent: kept, refused with everything that was typed, or carried out.

use app::AppError;
use app::concepten::kenmerk;
use app::dossiers::Uitvoering;
use app::weigering::zonder_kop;
use axum::http::StatusCode;
use base::Date;
use dossier::Refusal;
use dossier::opdracht::Opdrachtnaam;
use dossier::tijdlijn::Regel;
use dossier::toegang::Kijker;
use teksten::{Taal, fout, weg};
use web_base::error::{Fout, Uitkomst, redirect};
use web_base::form::{Formulier, Ingevuld};
use web_base::onderdelen::{Fouten, Melding, Meldingsoort, Weigering};
use web_base::pagina::Pagina;

use super::blad::Blad;
use super::concept::{self, Concept, Conceptvak};
use super::scholen;
use super::stand::clash_errors;
use super::stap::{Stap, Wens};
use super::voorbij;
use super::vorm::{Blok, Vorm};
use super::vrij;
use super::werk::Werk;
use super::{registers, rijen};

/// What the button says by which a colleague's text is thrown away, after it was asked.
const ZEKER: &str = "zeker";
/// The hidden field with the mark of the draft that the form showed.
const GELEZEN: &str = "gelezen";

fn plek(werk: &Werk, stap: &dyn Stap) -> Result<Option<Conceptvak>, Fout> {
    let plek = stap.formulier().map(|formulier| Conceptvak::of(werk, formulier)).transpose()?;
    Ok(plek.map(|plek| plek.asking(stap.vragen())))
}

fn page(werk: &Werk, stap: &dyn Stap) -> (Pagina, String) {
    if stap.op_eigen_pagina() {
        let terug = format!("/mijn/{}", werk.beeld().nummer);
        let pagina = werk.kijker.page(stap.titel()).in_chosen_language();
        return (pagina.below(werk.beeld().roepnaam.clone(), terug.clone()), terug);
    }
    let mut pagina = werk.page(stap.titel()).in_chosen_language();
    if let Some(sub) = stap.sub() {
        pagina = pagina.sub(format!("{} · {sub}", werk.beeld().naam));
    }
    match stap.terug() {
        Some((tekst, pad)) => {
            let terug = werk.adres(&pad);
            (pagina.below(tekst, terug.clone()), terug)
        }
        None => (pagina, werk.kindpagina()),
    }
}

/// What was kept of a form.
async fn kept(plek: Option<&Conceptvak>) -> Result<Concept, Fout> {
    match plek {
        Some(plek) => plek.load().await,
        None => Ok(Concept::default()),
    }
}

/// A form with what was typed in it, with its draft below where nothing was sent. Whoever shows it writes the look down.
pub(crate) async fn blad(werk: &Werk, stap: &dyn Stap, ingevuld: Ingevuld) -> Result<Blad, Fout> {
    let (pagina, terug) = page(werk, stap);
    let plek = plek(werk, stap)?;
    let concept = kept(plek.as_ref()).await?;
    let sent = ingevuld.formulier.is_some();
    let formulier = ingevuld.formulier.unwrap_or_else(|| concept.over(&stap.begin(werk)));
    let formulier = Box::pin(scholen::uit_register(werk, formulier)).await?;
    let taal = werk.taal();
    let vorm = vrij::gevraagd(werk, stap, stap.vorm(werk, &formulier));
    let vorm = Box::pin(scholen::opgezocht(werk, vorm, &formulier)).await?.in_taal(taal);
    let vorm = Box::pin(registers::opgezocht(&werk.state, werk.vandaag(), vorm)).await?;
    let ingevuld = Ingevuld::refused(formulier, ingevuld.fouten.in_taal(taal));
    let mut blad = Blad::new(pagina, vorm, ingevuld, terug).version(werk.beeld().versie);
    blad.eigen_pagina = stap.op_eigen_pagina();
    blad.merk = werk.open.merk();
    blad.gelezen = stap.gelezen();
    // What has no field has nothing to keep.
    let fields = blad.vorm.velden().next().is_some() || !stap.vragen().is_empty();
    if let Some(plek) = plek.filter(|_| fields) {
        let theirs = if sent { None } else { plek.colleague(&concept).await? };
        blad = blad.in_draft(&plek, concept, sent, werk.open.kijker());
        if let Some(wie) = theirs {
            blad =
                blad.message(Melding::new(Meldingsoort::Weetje, taal.zeg(weg::OokVan { wie: &wie }.tekst())));
        }
    }
    Ok(blad)
}

/// Shows a form: that somebody looks is on record before it leaves.
async fn laat_zien(werk: &Werk, stap: &dyn Stap, blad: Blad) -> Uitkomst {
    leg_vast(werk, stap, blad.is_filled()).await?;
    stap.pagina(werk, blad).await
}

/// That somebody looks at a form. What it shows follows from what it is about, what stands in its fields, and what it says itself.
async fn leg_vast(werk: &Werk, stap: &dyn Stap, gevuld: bool) -> Result<(), Fout> {
    let about = (stap.opdracht(), stap.zaak(werk));
    werk.open.toon_vorm(stap.doel(), about, (gevuld, &stap.toont(werk))).await?;
    Ok(())
}

/// What was kept of a form, over what it begins with.
pub(crate) async fn kept_form(werk: &Werk, stap: &dyn Stap) -> Result<Formulier, Fout> {
    scholen::uit_register(werk, kept(plek(werk, stap)?.as_ref()).await?.over(&stap.begin(werk))).await
}

/// Shows a form, or why it cannot be done now.
pub(crate) async fn toon(werk: &Werk, stap: &dyn Stap) -> Uitkomst {
    werk.vereis(stap.opdracht())?;
    let blad = leeg(werk, stap).await?;
    laat_zien(werk, stap, blad).await
}

/// Shows what was said before, where a form is not open any more: without fields.
pub(crate) async fn toon_voorbij(werk: &Werk, stap: &impl Stap, mut voorbij: Vorm) -> Uitkomst {
    werk.vereis(stap.opdracht())?;
    for groep in &mut voorbij.groepen {
        groep.blokken.retain(|blok| !matches!(blok, Blok::Veld(_)));
    }
    let blad = blad(werk, stap, Ingevuld::empty()).await?.instead(voorbij.in_taal(werk.taal()));
    laat_zien(werk, stap, blad).await
}

/// A form in which nothing was sent, with why it cannot be done now.
pub(crate) async fn leeg(werk: &Werk, stap: &dyn Stap) -> Result<Blad, Fout> {
    let obstacle =
        stap.belemmering(werk).map(|refusal| Weigering::in_taal(&refusal, werk.taal(), werk.vandaag()));
    let mut blad = blad(werk, stap, Ingevuld::empty()).await?.refused(obstacle);
    blad.kan = blad.weigering.is_none();
    Ok(blad)
}

/// Takes a form that was sent.
pub(crate) async fn verwerk(werk: &Werk, stap: &dyn Stap, mut formulier: Formulier) -> Uitkomst {
    must_be_of(werk.open.kijker(), &formulier)?;
    werk.vereis(stap.opdracht())?;
    match stap.wens(&formulier) {
        Wens::Doen => doe(werk, stap, formulier).await,
        Wens::Bewaren => bewaar(werk, stap, formulier).await,
        Wens::Weggooien => gooi_weg(werk, stap, &formulier).await,
        Wens::Kijken => {
            let plek = plek(werk, stap)?;
            let fouten = rijen::haal_weg(plek.as_ref(), &mut formulier, werk.taal()).await?;
            let typed = Ingevuld { formulier: Some(formulier), fouten };
            again(werk, stap, typed, StatusCode::OK).await
        }
    }
}

/// The same form, with what was typed in it.
async fn again(werk: &Werk, stap: &dyn Stap, ingevuld: Ingevuld, status: StatusCode) -> Uitkomst {
    let blad = blad(werk, stap, ingevuld).await?.with_status(status);
    laat_zien(werk, stap, blad).await
}

async fn doe(werk: &Werk, stap: &dyn Stap, mut formulier: Formulier) -> Uitkomst {
    let seen = stap.gezien(werk, &formulier)?;
    let plek = plek(werk, stap)?;
    let drafts_done = plek.iter().map(Conceptvak::done).collect();
    let gelezen = Some(formulier.text(GELEZEN).to_owned());
    let vrij_voor = vrij::aangevinkt(&formulier);
    let uitvoering =
        Uitvoering { expected: Some(seen), gelezen, drafts_done, vrij_voor, ..Uitvoering::default() };
    let uitvoering = once(werk, (stap.opdracht(), stap.over()), &formulier, uitvoering);
    if let Some(done) = werk.open.eerder(&uitvoering).await? {
        return Ok(redirect(&stap.na(werk, &done)));
    }
    if !werk.open.is_ongewijzigd_sinds(seen, stap.zaak(werk)) {
        return clashed(werk, stap, formulier, seen).await;
    }
    if let Some(plek) = &plek {
        let overtaken = plek.overtaken(&formulier).await?;
        if !overtaken.is_empty() {
            rijen::put_back(&mut formulier, &overtaken);
            let typed = Ingevuld::refused(formulier, clash_errors(&overtaken, werk.taal()));
            return again(werk, stap, typed, StatusCode::CONFLICT).await;
        }
    }
    let mut fouten = stap.naast(werk, &formulier).await?;
    let gelezen = if fouten.is_empty() {
        stap.lees(werk, &formulier).map_err(|wrong| fouten = wrong).ok()
    } else {
        None
    };
    let Some(gelezen) = gelezen else {
        let typed = Ingevuld::refused(formulier, fouten);
        return again(werk, stap, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match stap.doe(werk, gelezen, uitvoering).await {
        Ok(done) => Ok(redirect(&stap.na(werk, &done))),
        Err(AppError::Clash { .. }) => clashed(&werk.opnieuw().await?, stap, formulier, seen).await,
        Err(AppError::ConceptVeranderd { wie, .. }) => {
            let typed = Ingevuld::refused(formulier, unread(wie.as_deref(), werk.taal()));
            again(werk, stap, typed, StatusCode::CONFLICT).await
        }
        Err(error) => refused(werk, stap, formulier, error).await,
    }
}

/// What would be done is not what was shown: the form shows it now, and who wrote in it.
fn unread(wie: Option<&str>, taal: Taal) -> Fouten {
    let mut fouten = Fouten::new();
    let wie = wie.map(|wie| taal.zeg(weg::OokVan { wie }.tekst()));
    let lines = std::iter::once(taal.zeg(fout::concept_veranderd())).chain(wie);
    fouten.add_general(lines.collect::<Vec<_>>().join(" "));
    fouten
}

/// The same form on the same version with the same contents is one request.
fn once(
    werk: &Werk,
    (opdracht, over): (Opdrachtnaam, Option<u64>),
    formulier: &Formulier,
    uitvoering: Uitvoering,
) -> Uitvoering {
    let form = kenmerk(&werk.beeld().nummer, opdracht, over);
    let seen = uitvoering.expected.unwrap_or_default();
    uitvoering.eenmalig(werk.open.kijker(), &form, seen, &concept::typed_in(formulier))
}

/// This form was sent before and did what it says: its case or person may be gone by now.
pub(crate) async fn was_done(
    werk: &Werk,
    act: (Opdrachtnaam, Option<u64>),
    formulier: &Formulier,
) -> Result<bool, Fout> {
    let uitvoering = Uitvoering { expected: Some(seen_version(formulier)?), ..Uitvoering::default() };
    let uitvoering = once(werk, act, formulier, uitvoering);
    Ok(werk.open.eerder(&uitvoering).await?.is_some())
}

/// 'Bewaren en later verder': what a colleague changed meanwhile stays, and both are shown.
async fn bewaar(werk: &Werk, stap: &dyn Stap, formulier: Formulier) -> Uitkomst {
    let clashes = match plek(werk, stap)? {
        Some(plek) => plek.keep_all(&formulier).await?,
        None => Vec::new(),
    };
    let fouten = stap.naast(werk, &formulier).await?;
    if clashes.is_empty() && fouten.is_empty() {
        return kept_or_gone(werk, stap, "bewaard").await;
    }
    let fouten = if clashes.is_empty() { fouten } else { clash_errors(&clashes, werk.taal()) };
    again(werk, stap, Ingevuld::refused(formulier, fouten), StatusCode::UNPROCESSABLE_ENTITY).await
}

/// 'Wat bewaard is weggooien'. The own text goes at once; a colleague's not before it was shown whose it is.
async fn gooi_weg(werk: &Werk, stap: &dyn Stap, formulier: &Formulier) -> Uitkomst {
    if let Some(plek) = plek(werk, stap)? {
        let theirs = plek.colleague(&plek.load().await?).await?;
        if let Some(wie) = theirs.filter(|_| formulier.text("weggooien") != ZEKER) {
            let blad = blad(werk, stap, Ingevuld::empty()).await?.asking_whether(&wie);
            return laat_zien(werk, stap, blad).await;
        }
        plek.forget().await?;
    }
    kept_or_gone(werk, stap, "weggegooid").await
}

async fn kept_or_gone(werk: &Werk, stap: &dyn Stap, done: &str) -> Uitkomst {
    match stap.na_bewaren(werk, done) {
        Some(address) => Ok(redirect(&address)),
        // No page in between tells it: the form itself does, with what was kept in it.
        None => again(werk, stap, Ingevuld::empty(), StatusCode::OK).await,
    }
}

/// Who opened the form sends it: two who share a browser, or one with two roles, do not act for each other.
pub(crate) fn must_be_of(kijker: &Kijker, formulier: &Formulier) -> Result<(), Fout> {
    let merk = formulier.text("merk");
    if merk.is_empty() || merk == app::merk(&kijker.actor) {
        return Ok(());
    }
    Err(Fout::Formulier { reden: fout::van_iemand_anders() })
}

/// The version of the file that the person saw when the form was opened.
pub(crate) fn seen_version(formulier: &Formulier) -> Result<u64, Fout> {
    formulier.text("versie").parse().map_err(|_| Fout::Formulier { reden: fout::zonder_stand() })
}

/// The file changed since the form was opened: what is new, with what was typed; or what was typed to read, where the act
/// cannot be done any more.
async fn clashed(werk: &Werk, stap: &dyn Stap, formulier: Formulier, seen: u64) -> Uitkomst {
    let obstacle = voorbij::obstacle(werk, stap, &formulier).await?;
    let mut blad = blad(werk, stap, Ingevuld::refused(formulier, Fouten::new())).await?;
    let lines = werk.open.sindsdien(seen).await?;
    blad.zelf = is_own(werk, &lines);
    blad.nieuw = Some(news(&lines, werk.taal()));
    blad = blad.with_status(StatusCode::CONFLICT);
    if let Some(voorbij) = stap.voorbij(werk) {
        blad = blad.instead(voorbij.in_taal(werk.taal()));
    } else if let Some(refusal) = obstacle {
        let taal = werk.taal();
        let typed = voorbij::typed(&blad.vorm, taal);
        let blad = blad.over(typed, Weigering::in_taal(&refusal, taal, werk.vandaag()));
        leg_vast(werk, stap, blad.is_filled()).await?;
        // Not among other things: what stood around the form may be over too.
        return Ok(blad.answer());
    }
    laat_zien(werk, stap, blad).await
}

/// What this person may see of what happened after a version of the file, in words.
fn news(lines: &[&Regel], taal: Taal) -> Vec<String> {
    lines.iter().map(|regel| format!("{}: {}", taal.korte_dag(regel.op), taal.zeg(&regel.tekst))).collect()
}

/// Whoever sends the form did all of it: in another window. A family is not told which account did something.
fn is_own(werk: &Werk, lines: &[&Regel]) -> bool {
    let own = &werk.open.kijker().actor.persoon;
    !lines.is_empty() && lines.iter().all(|regel| regel.door.persoon.as_ref() == Some(own))
}

async fn refused(werk: &Werk, stap: &dyn Stap, formulier: Formulier, error: AppError) -> Uitkomst {
    let AppError::Refused(mut refusal) = error else { return Err(error.into()) };
    if refusal.rij.is_none() {
        refusal.veld = refusal.veld.map(|veld| stap.veld(veld));
    }
    let (fouten, weigering) = shown_in(&refusal, &stap.vorm(werk, &formulier), werk.vandaag(), werk.taal());
    let blad = blad(werk, stap, Ingevuld::refused(formulier, fouten)).await?.refused(weigering);
    laat_zien(werk, stap, blad.with_status(StatusCode::UNPROCESSABLE_ENTITY)).await
}

/// A refusal about a field of this form stands beside that field; any other above the form.
pub(crate) fn shown_in(refusal: &Refusal, vorm: &Vorm, on: Date, taal: Taal) -> (Fouten, Option<Weigering>) {
    beside(refusal, vorm.velden().map(web_base::onderdelen::Veld::naam), on, taal)
}

/// The same for a form that was sent, by the fields that came with it.
pub(crate) fn shown(
    refusal: &Refusal,
    formulier: &Formulier,
    on: Date,
    taal: Taal,
) -> (Fouten, Option<Weigering>) {
    beside(refusal, formulier.names(), on, taal)
}

fn beside<'n>(
    refusal: &Refusal,
    mut names: impl Iterator<Item = &'n str>,
    on: Date,
    taal: Taal,
) -> (Fouten, Option<Weigering>) {
    let mut fouten = Fouten::new();
    match refusal.veldnaam().filter(|veld| names.any(|naam| naam == *veld)) {
        Some(veld) => {
            let rij = rijen::in_words(refusal.rij.as_deref(), taal);
            fouten.add_named(&veld, &rij, zonder_kop(taal, refusal));
        }
        None => return (fouten, Some(Weigering::in_taal(refusal, taal, on))),
    }
    (fouten, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_stands_beside_its_field_when_the_form_has_it() {
        let on = "2026-03-02".parse().unwrap();
        let formulier = Formulier::parse(b"per=1-3-2026").unwrap();
        let refusal = Refusal::field("per", teksten::Tekst::letterlijk("deze dag is te vroeg"))
            .instead(teksten::Tekst::letterlijk("een latere dag kiezen"));
        let (fouten, weigering) = shown(&refusal, &formulier, on, Taal::Nl);
        assert_eq!(fouten.of("per"), Some("Deze dag is te vroeg. Wat kan wel: een latere dag kiezen"));
        assert!(weigering.is_none());
        let (fouten, weigering) = shown(
            &Refusal::field("aanmelding", teksten::Tekst::letterlijk("is er niet")),
            &formulier,
            on,
            Taal::Nl,
        );
        assert!(fouten.is_empty() && weigering.is_some());
    }
}
