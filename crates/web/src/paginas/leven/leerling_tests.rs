//! A pupil who is of age: invited by the school, in by the code of the letter, at work on a page of their own.

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use demo::dossiers::Verhaallijn;
use dossier::leven::leerling::LEERLING;
use teksten::Taal;

use super::tests::Toneel;
use crate::weg::proef::{Antwoord, Browser, Proef};

const PASSWORD: &str = "de futen dansen op het water";

/// What stands in a page behind a mark, up to a quote.
fn after<'a>(page: &'a Antwoord, mark: &str) -> &'a str {
    page.body.split(mark).nth(1).and_then(|rest| rest.split('"').next()).expect("it stands there")
}

/// The code that the school makes for the pupil.
async fn invited(toneel: &Toneel) -> String {
    let made = toneel.fill("persoon/0/uitnodigen", &[("geldig_tot_en_met", "20-12-2026")]).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    made.assert_says("Deze code staat alleen nu op uw scherm.");
    after(&made, "name=\"code\" value=\"").to_owned()
}

/// Somebody who used the code of a letter, and chose a password.
pub(super) async fn in_with_code(toneel: &Toneel, code: &str, e_mail: &str) -> Browser {
    let born = toneel.dossier().await.leerling.unwrap().geboortedatum.to_string();
    with_code(toneel.proef(), (code, &born), e_mail).await
}

/// The same of whoever was born on a day.
pub(in crate::paginas) async fn with_code(
    proef: &Proef,
    (code, born): (&str, &str),
    e_mail: &str,
) -> Browser {
    let fields = [
        ("code", code),
        ("geboortedatum", born),
        ("naam", "Bo de Zonnevis"),
        ("e_mail", e_mail),
        ("wachtwoord", PASSWORD),
        ("nogmaals", PASSWORD),
    ];
    let done = proef.nobody().post("/code", &fields).await;
    done.assert_leads_to("/");
    let cookie = done.headers.get(SET_COOKIE).unwrap().to_str().unwrap();
    proef.with_cookie(cookie.split(';').next().unwrap().to_owned())
}

#[tokio::test]
async fn a_pupil_of_eighteen_comes_to_a_page_of_their_own_by_the_code_of_the_school() {
    // Given a pupil who came of age, at a school that told so.
    let toneel = Toneel::of(Verhaallijn::Meerderjarig).await;
    toneel.page().await.assert_says("De leerling uitnodigen voor een eigen pagina");
    // When the school invites the pupil, by a code and a letter.
    let code = invited(&toneel).await;
    let letter = format!("/kind/{}/persoon/{LEERLING}/uitnodigingsbrief", toneel.nummer);
    let pdf = toneel.ib.post(&letter, &[("code", &code)]).await;
    assert!(pdf.status == StatusCode::OK && pdf.body.starts_with("%PDF"), "{}", pdf.body);
    toneel.page().await.assert_says("Opnieuw uitnodigen");
    let own = in_with_code(&toneel, &code, "bo@thuis.example").await;
    // Then the pupil is on the own page at once, which says who decides now, and can say what parents could.
    let home = own.get("/").await;
    home.assert_leads_to("/mijn");
    own.get("/mijn").await.assert_leads_to(&format!("/mijn/{}", toneel.nummer));
    let page = own.get(&format!("/mijn/{}", toneel.nummer)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("U bent meerderjarig. Daarom beslist u nu zelf");
    page.assert_says("Aanmelden bij een school");
    page.assert_says("Hoe krijgt u besluiten: op papier of hier?");
    page.assert_silent_on("uw kind");
    let digital = format!("/mijn/{}/besluiten", toneel.nummer);
    own.get(&digital).await.assert_silent_on("iedere ouder");
    let reach = format!("/mijn/{}/bereikbaar", toneel.nummer);
    let today = toneel.proef().kit.moment().vandaag.to_string();
    let fields = [("telefoon", "000-9"), ("e_mail", ""), ("per", today.as_str())];
    own.fill(&reach, &fields).await.assert_leads_to(&format!("/mijn/{}?na=bereikbaar", toneel.nummer));
    let known = toneel.dossier().await.persoon(LEERLING).unwrap().clone();
    assert_eq!((known.contact.telefoon.as_str(), known.account.is_some()), ("000-9", true));
    for pad in ["", "/tijdlijn", "/inzage", "/gegevens"] {
        let page = own.get(&format!("/kind/{}{pad}", toneel.nummer)).await;
        assert_eq!(page.status, StatusCode::OK, "{pad}: {}", page.body);
    }
    assert_eq!(own.get("/kinderen").await.status, StatusCode::FORBIDDEN);
    // A parent of this file reads nothing of it any more.
    if let Some(parent) = toneel.proef().kit.ouder(&toneel.nummer).await {
        let parent = toneel.proef().browser(&parent).await;
        assert_ne!(parent.get(&format!("/mijn/{}", toneel.nummer)).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_page_of_a_pupil_is_there_in_english_and_the_code_of_a_pupil_opens_one_page() {
    let toneel = Toneel::of(Verhaallijn::Meerderjarig).await;
    let code = invited(&toneel).await;
    let own = in_with_code(&toneel, &code, "bo@thuis.example").await;
    own.post("/mijn/taal", &[("taal", "en"), ("terug", "/mijn")]).await;
    let page = own.get(&format!("/mijn/{}", toneel.nummer)).await;
    page.assert_says(&Taal::En.zeg(teksten::mijn::u_beslist_zelf()));
    let born = toneel.dossier().await.leerling.unwrap().geboortedatum.to_string();
    let again = [("code", code.as_str()), ("geboortedatum", born.as_str()), ("naam", "Een ander")];
    let account = [("e_mail", "ander@thuis.example"), ("wachtwoord", PASSWORD), ("nogmaals", PASSWORD)];
    let fields: Vec<(&str, &str)> = again.into_iter().chain(account).collect();
    assert_eq!(toneel.proef().nobody().post("/code", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_pupil_who_is_no_eighteen_is_not_invited() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    toneel.page().await.assert_silent_on("De leerling uitnodigen");
    let page = toneel.ib.get(&format!("/kind/{}/persoon/0/uitnodigen", toneel.nummer)).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

/// Given a pupil of age on the own page; when they register at a school and withdraw that; then nothing there speaks of parents who must say
/// yes, or of letters to others with authority, and the registration says that the pupil made it.
#[tokio::test]
async fn a_pupil_of_age_registers_and_withdraws_alone_and_reads_so() {
    let toneel = Toneel::of(Verhaallijn::Meerderjarig).await;
    let code = invited(&toneel).await;
    let own = in_with_code(&toneel, &code, "bo@thuis.example").await;
    let home = own.get(&format!("/mijn/{}", toneel.nummer)).await;
    home.assert_says("Mijn pagina");
    home.assert_silent_on("Mijn kind");
    let form = format!("/kind/{}/aanmelding/nieuw", toneel.nummer);
    let page = own.get(&form).await;
    page.assert_says("komt naar uw adres, en naar niemand anders");
    page.assert_silent_on("Iedereen met gezag");
    page.assert_silent_on("uw kind");
    let enrolled = toneel
        .dossier()
        .await
        .inschrijving_op(toneel.proef().kit.moment().vandaag)
        .unwrap()
        .vestiging
        .clone();
    let schools = &toneel.proef().kit.regio.scholen;
    let vo = schools
        .iter()
        .map(|school| &school.school)
        .find(|school| school.schoolsoort == dossier::soort::Schoolsoort::Vo && school.vestiging != enrolled);
    let school = vo.expect("another school for secondary education");
    let fields = [
        ("school_zoeken", school.naam.as_str()),
        ("vestiging", school.vestiging.as_str()),
        ("onderwijs", "vo"),
        ("geheim", "nee"),
        ("nu_naar_school", "school"),
    ];
    let done = own.fill(&form, &fields).await;
    assert!(done.status.is_redirection(), "{}", done.body);
    let case = format!("/kind/{}/aanmelding/1", toneel.nummer);
    own.get(&case).await.assert_says("door de leerling zelf, op de eigen pagina");
    let withdraw = own.get(&format!("{case}/intrekken")).await;
    withdraw.assert_says("Intrekken is uw keuze");
    withdraw.assert_silent_on("De andere ouder");
}
