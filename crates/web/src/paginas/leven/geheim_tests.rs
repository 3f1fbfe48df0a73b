//! A parent from whom it is secret where the child is: what they type tells them nothing, nor do the names of who looked and who made a code.

use app::lijst::Page;
use app::lijsten::Kinderlijst;
use app::vandaag::Beurtenlijst;
use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::leven::leerling::LEERLING;
use dossier::rol::Rol;
use dossier::toegang::Kijker;
use serde_json::Value;
use teksten::Taal;

use super::leerling_tests::in_with_code;
use super::tests::Toneel;
use crate::weg::proef::Browser;

/// A parent with a page, by number.
async fn parent(toneel: &Toneel) -> (Browser, u32) {
    let kijker = toneel.proef().kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let dossier = toneel.dossier().await;
    let mut own = dossier.personen.iter().filter(|one| one.account.as_ref() == Some(&kijker.actor.persoon));
    (toneel.proef().browser(&kijker).await, own.next().unwrap().nr)
}

/// The school records that it is secret from that person.
async fn hide(toneel: &Toneel, nr: u32) {
    let from = format!("voor_persoon_{nr}");
    let fields = [("geheim", "ja"), (from.as_str(), "ja"), ("bron", "de andere ouder")];
    toneel.done("gegevens/geheimhouding", &fields, "geheim voor").await;
}

/// Given a parent who types every school of the region and some partnerships; then it comes back as it was typed.
#[tokio::test]
async fn what_a_parent_typed_comes_back_as_typed_and_tells_nothing_by_what_is_left_out() {
    let toneel = Toneel::with_parent(Verhaallijn::NetAangemeld).await;
    let (parent, nr) = parent(&toneel).await;
    hide(&toneel, nr).await;
    let view = format!("/api/v1/dossiers/{}/beeld", toneel.nummer);
    let schools = toneel.proef().kit.regio.scholen.iter();
    let mut all: Vec<String> =
        schools.flat_map(|place| [place.school.naam.clone(), place.school.vestiging.to_string()]).collect();
    all.extend(["PO0002", "PO9900", "PO9901", "PO9902", "VO0002", "VO9901"].map(ToOwned::to_owned));
    let typed = format!("Is het een van deze? {}", all.join("; "));
    let own = format!("/mijn/{}", toneel.nummer);
    parent
        .fill(&format!("{own}/laten-weten"), &[("woorden", &typed)])
        .await
        .assert_leads_to(&format!("{own}?na=laten-weten"));
    let school = toneel.dossier().await.aanmeldingen[0].schoolnaam.clone();
    let called = format!("Ik belde De Strandloper, {school} en De Waterval");
    let contact = [("school", called.as_str()), ("op", "20-11-2026"), ("gezegd", typed.as_str())];
    parent.fill(&format!("{own}/contact"), &contact).await.assert_leads_to(&own);
    let answer: Value = serde_json::from_str(&parent.get(&view).await.body).unwrap();
    assert_eq!(answer["contacten"][0]["school"], called);
    assert_eq!(answer["contacten"][0]["gezegd"], typed);
    // The same words are on their own page.
    parent.get(&own).await.assert_says(&typed);
}

/// Given a source that names a place; then the parent from whom it is secret reads it nowhere, also of their own record.
#[tokio::test]
async fn from_what_it_appears_that_somebody_has_authority_is_not_told_to_who_may_not_know_the_place() {
    let toneel = Toneel::with_parent(Verhaallijn::NetAangemeld).await;
    let (parent, nr) = parent(&toneel).await;
    let fields = [
        ("relatie", "voogd"),
        ("per", "20-11-2026"),
        ("brondocument", "kind verblijft bij opvang De Burcht"),
    ];
    toneel.fill(&format!("persoon/{nr}/gezag"), &fields).await.assert_leads_to("/kind/");
    let pages = ["", "/gegevens", "/tijdlijn"].map(|below| format!("/kind/{}{below}", toneel.nummer));
    parent.get(&pages[1]).await.assert_says("De Burcht");
    hide(&toneel, nr).await;
    let view = format!("/api/v1/dossiers/{}/beeld", toneel.nummer);
    for page in pages.iter().chain([&view]) {
        parent.get(page).await.assert_silent_on("De Burcht");
    }
}

/// The school puts the name of the carer right: this parent reads the one of before nowhere.
async fn a_name_put_right_is_hidden_as_it_was(toneel: &Toneel, parent: &Browser) {
    let facts = toneel.dossier().await.feiten.clone();
    let added =
        facts.iter().rfind(|feit| feit.inhoud.event_type() == "persoon_verbonden").unwrap().volgnummer;
    let right = [
        ("naam", "de heer P. Pelikaans"),
        ("relatie", "pleegouder"),
        ("van", "1-11-2026"),
        ("brondocument", "besluit van de rechter"),
        ("waarom", "Een letter vergeten."),
    ];
    toneel.fill(&format!("verbeteren/{added}"), &right).await.assert_leads_to("/kind/");
    for page in ["", "/tijdlijn"].map(|below| format!("/kind/{}{below}", toneel.nummer)) {
        parent.get(&page).await.assert_silent_on("P. Pelikaan");
    }
}

/// Given a carer who looked on a page of their own; then a parent reads of no look of somebody else of the family: not before places are
/// secret from that parent, not after, and not when the school closed that page.
#[tokio::test]
async fn of_the_family_everybody_finds_their_own_looks_alone_in_the_log() {
    let toneel = Toneel::with_parent(Verhaallijn::NetAangemeld).await;
    let (parent, nr) = parent(&toneel).await;
    let fields = [
        ("naam", "de heer P. Pelikaan"),
        ("relatie", "pleegouder"),
        ("van", "1-11-2026"),
        ("brondocument", "besluit van de rechter"),
    ];
    toneel.done("gegevens/persoon", &fields, "De persoon is toegevoegd.").await;
    let carer = toneel.dossier().await.personen.last().unwrap().nr;
    let own = format!("/mijn/{}", toneel.nummer);
    parent.fill(&format!("{own}/verzorger/{carer}"), &[("wat", "ook_plan")]).await.assert_leads_to(&own);
    let made =
        toneel.fill(&format!("persoon/{carer}/uitnodigen"), &[("geldig_tot_en_met", "20-12-2026")]).await;
    let code = made.body.split("name=\"code\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let browser = in_with_code(&toneel, code, "p.pelikaan@thuis.example").await;
    let page = browser.get(&own).await;
    // Who looked is not theirs to read, and nothing leads there.
    page.assert_silent_on("/inzage");
    // The school sees that they use it.
    let child = toneel.ib.get(&format!("/kind/{}", toneel.nummer)).await.body;
    assert!(child.matches(&Taal::Nl.zeg(teksten::kind::eigen_pagina())).count() > 1, "{child}");
    let log = format!("/kind/{}/inzage", toneel.nummer);
    let all = [
        format!("{log}?ook-eigen=ja"),
        format!("{log}.csv?ook-eigen=ja"),
        format!("/api/v1/dossiers/{}/inzage", toneel.nummer),
    ];
    for page in &all {
        let read = parent.get(page).await;
        read.assert_silent_on("Bo de Zonnevis");
    }
    for page in &all[1..] {
        // Their own looks stand there.
        parent.get(page).await.assert_says("ouder");
    }
    // Whom that parent let in stands on the form, and reads no more once it is sent.
    toneel
        .ib
        .get(&format!("/kind/{}/gegevens/geheimhouding", toneel.nummer))
        .await
        .assert_says("leest de heer P. Pelikaan mee");
    hide(&toneel, nr).await;
    for page in &all {
        let read = parent.get(page).await;
        read.assert_silent_on("Bo de Zonnevis");
    }
    assert_ne!(browser.get(&own).await.status, StatusCode::OK);
    a_name_put_right_is_hidden_as_it_was(&toneel, &parent).await;
    toneel
        .fill(&format!("persoon/{carer}/pagina"), &[("reden", "Het was een ander.")])
        .await
        .assert_leads_to("/kind/");
    for page in &all {
        parent.get(page).await.assert_silent_on("Bo de Zonnevis");
    }
}

/// Given a code that the school made for a parent from whom it is secret where the child is; then the own account names neither.
#[tokio::test]
async fn who_made_a_code_and_for_which_school_is_not_told_to_who_may_not_know_it() {
    let toneel = Toneel::with_parent(Verhaallijn::TlvVerleendBekend).await;
    let (parent, nr) = parent(&toneel).await;
    toneel.ib.post(&format!("/kind/{}/persoon/{nr}/wachtwoordcode", toneel.nummer), &[]).await;
    let school = toneel.dossier().await.aanvragen[0].schoolnaam.clone();
    parent.get("/account").await.assert_says(&school);
    hide(&toneel, nr).await;
    let told = parent.get("/account").await;
    told.assert_silent_on(&school);
    told.assert_says("maakte een medewerker (de school) een code");
}

/// Given the code of the pupil in the hands of a parent with an account; then it opens nothing for that account, and the pupil can still use it.
#[tokio::test]
async fn a_parent_becomes_no_pupil_by_the_code_of_the_pupil() {
    let toneel = Toneel::with_parent(Verhaallijn::Meerderjarig).await;
    let made = toneel.fill("persoon/0/uitnodigen", &[("geldig_tot_en_met", "20-12-2026")]).await;
    let code = made.body.split("name=\"code\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let (parent, _) = parent(&toneel).await;
    let born = toneel.dossier().await.leerling.unwrap().geboortedatum.to_string();
    let refused = parent.post("/code", &[("code", code), ("geboortedatum", &born)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    refused.assert_says("eigen account");
    assert!(toneel.dossier().await.persoon(LEERLING).unwrap().account.is_none());
    in_with_code(&toneel, code, "bo@thuis.example").await;
    assert!(toneel.dossier().await.persoon(LEERLING).unwrap().account.is_some());
}

/// Given a parent who works at the school of the child; then what is secret from them by name stands in no list of that school for them, and in
/// those of a colleague it does.
#[tokio::test]
async fn what_is_secret_from_a_parent_who_works_there_stands_in_none_of_their_lists() {
    let toneel = Toneel::with_parent(Verhaallijn::NetAangemeld).await;
    let kit = &toneel.proef().kit;
    let (_, nr) = parent(&toneel).await;
    let account = kit.ouder(&toneel.nummer).await.expect("a parent with a page").actor.persoon;
    let school = toneel.dossier().await.aanmeldingen[0].vestiging.organisatie();
    let colleague = kit.as_at(Rol::Ib, &school);
    let mut own = colleague.clone();
    own.actor.persoon = account;
    let listed = async |kijker: &Kijker| {
        let (app, moment, page) = (&kit.app, kit.moment(), Page::first(100));
        let children = app.kinderen(kijker, moment, &Kinderlijst::default(), page).await.unwrap();
        let turns = app.eigen_beurten(kijker, moment, &Beurtenlijst::default(), page).await.unwrap();
        [
            children.rows.iter().any(|row| row.dossier.dossier == toneel.nummer),
            turns.rows.iter().any(|row| row.dossier == toneel.nummer),
        ]
    };
    // How many there are, said on every page, and what the filters offer, tell nothing of it either.
    let counted = async |kijker: &Kijker| {
        let (app, moment) = (&kit.app, kit.moment());
        let mut told = Vec::new();
        for offset in [0, 1, 5000] {
            let page = Page { offset, limit: 1 };
            told.push(app.kinderen(kijker, moment, &Kinderlijst::default(), page).await.unwrap().total);
            told.push(app.eigen_beurten(kijker, moment, &Beurtenlijst::default(), page).await.unwrap().total);
        }
        let phases: Vec<&str> = dossier::staat::AanmeldingFase::ALL.iter().map(|fase| fase.code()).collect();
        told.push(app.fasen_in_lijst(kijker, moment, &phases).await.unwrap().len() as u64);
        told.push(app.zetten_in_lijst(kijker, moment).await.unwrap().len() as u64);
        told
    };
    assert_eq!(listed(&own).await, [true, true], "as a colleague, as long as nothing is secret");
    hide(&toneel, nr).await;
    assert_eq!(listed(&own).await, [false, false]);
    assert_eq!(listed(&colleague).await, [true, true]);
    assert_eq!(counted(&own).await, [0; 8], "it is the one child of the school");
    assert_eq!(counted(&colleague).await, [1; 8]);
}

/// Given a parent from whom places are secret; when the school extends the term; then the form asks whether the reasons may go to them, and
/// nobody is ticked. Released later, from the page with the data, they stand on the parent's page; a place in them is refused by its word.
#[tokio::test]
async fn reasons_are_released_by_who_wrote_them_and_stand_on_the_page_of_who_may_not_know_the_place() {
    let toneel = Toneel::with_parent(Verhaallijn::NetAangemeld).await;
    let (parent, nr) = parent(&toneel).await;
    let form = format!("/kind/{}/aanmelding/1/verlengen", toneel.nummer);
    let asked = format!("vrij_voor_{nr}");
    toneel.ib.get(&form).await.assert_silent_on(&asked);
    hide(&toneel, nr).await;
    let page = toneel.ib.get(&form).await;
    let field = page.body.split(asked.as_str()).nth(1).unwrap_or_else(|| panic!("{}", page.body));
    assert!(!field.split('>').next().unwrap_or_default().contains("checked"), "nobody is ticked");
    let place = toneel.dossier().await.leerling.as_ref().unwrap().adres.plaats.clone();
    let reden = format!("Het onderzoek in {place} duurt langer.");
    let ticked = [("weken", "2"), ("reden", reden.as_str()), (asked.as_str(), "ja")];
    toneel.ib.fill(&form, &ticked).await.assert_says("daaraan kan deze persoon zien waar het kind is");
    let is_told = |dossier: &dossier::Dossier| {
        dossier.feiten.iter().any(|feit| feit.inhoud.event_type() == "beslistermijn_verlengd")
    };
    assert!(!is_told(&toneel.dossier().await), "neither the act nor the release");
    let reden = "Het onderzoek duurt langer.";
    toneel.ib.fill(&form, &[("weken", "2"), ("reden", reden)]).await.assert_leads_to("/kind/");
    let seen = format!("/kind/{}/tijdlijn", toneel.nummer);
    parent.get(&seen).await.assert_silent_on(reden);
    let dossier = toneel.dossier().await;
    let mut facts = dossier.feiten.iter().rev();
    let fact = facts.find(|feit| feit.inhoud.event_type() == "beslistermijn_verlengd").unwrap().volgnummer;
    let release = format!("vrijgeven/{fact}");
    toneel.page().await.assert_says(&release);
    let who = format!("voor_persoon_{nr}");
    toneel.done(&release, &[(who.as_str(), "ja")], "De redenen zijn vrijgegeven.").await;
    parent.get(&seen).await.assert_says(reden);
    toneel.page().await.assert_silent_on(&release);
}
