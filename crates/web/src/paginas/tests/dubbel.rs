//! One child has one file at a school: also where who it is of is put right, where a parent is written otherwise, and by its number.

use demo::dossiers::Verhaallijn;
use dossier::Rol;
use serde_json::{Value, json};

use super::api::parsed;
use crate::weg::proef::{Antwoord, Browser, Proef};

/// A registration of a child of mevrouw O. IJsbeer in the Snavelstraat.
fn child(roepnaam: &str, born: &str) -> Value {
    json!({
        "kind": {
            "roepnaam": roepnaam, "voorvoegsel": "", "achternaam": "IJsbeer", "geboortedatum": born,
            "straat": "Snavelstraat 3", "postcode": "9921 AX", "plaats": "Vogelwijk",
        },
        "ouders": [{ "naam": "mevrouw O. IJsbeer", "relatie": "gezagsouder", "brondocument": "akte" }],
        "geheimhouding": { "geheim": "niemand" },
        "aanmelding": { "ontvangen_op": "24-11-2026", "minderjarige_asielzoeker": "nee" },
    })
}

async fn open(ib: &Browser, key: &str, body: &Value) -> Antwoord {
    ib.json("/api/v1/dossiers", key, body).await
}

async fn opened(ib: &Browser, key: &str, body: &Value) -> String {
    let answer = open(ib, key, body).await;
    parsed(&answer)["nummer"].as_str().unwrap_or_else(|| panic!("{}", answer.body)).to_owned()
}

fn is_asked(answer: &Antwoord) -> bool {
    parsed(answer)["type"] == "urn:leerrecht:probleem:mogelijk_dubbel"
}

#[tokio::test]
async fn a_correction_of_who_the_file_is_of_is_asked_about_as_a_new_file_is() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let first = opened(&ib, "a", &child("Pim", "2020-05-04")).await;
    let other = opened(&ib, "b", &child("Sneeuwbal", "2019-01-31")).await;
    let path = format!("/kind/{other}/verbeteren/1");
    let becomes = |waarom: &'static str| {
        [
            ("roepnaam", "Pim"),
            ("achternaam", "IJsbeer"),
            ("geboortedatum", "2020-05-04"),
            ("straat", "Snavelstraat 3"),
            ("waarom", waarom),
        ]
    };
    let asked = ib.fill(&path, &becomes("Verkeerd overgetypt.")).await;
    asked.assert_refused();
    asked.assert_says(&first);
    let named = format!("Ander kind dan {first}: een nichtje.");
    let mut fields = becomes("").to_vec();
    fields.pop();
    fields.push(("waarom", named.as_str()));
    ib.fill(&path, &fields).await.assert_leads_to(&format!("/kind/{other}"));
}

#[tokio::test]
async fn the_same_address_and_a_parent_written_otherwise_are_asked_about() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    opened(&ib, "a", &child("Pim", "2020-05-04")).await;
    // Another surname, born on one day, in one house; the street is written otherwise.
    let mut home = child("Pam", "2020-05-04");
    home["kind"]["achternaam"] = json!("Sneeuwuil");
    home["kind"]["straat"] = json!("Snavelstr. 3");
    home["ouders"][0]["naam"] = json!("de heer W. Sneeuwuil");
    assert!(is_asked(&open(&ib, "b", &home).await));
    // The same house number in another street of another postcode is no home of theirs.
    home["kind"]["postcode"] = json!("9922 BX");
    home["kind"]["straat"] = json!("Veerlaan 3");
    assert!(!is_asked(&open(&ib, "c", &home).await));
    // One given name, and a parent of whom the name is written in full.
    let mut parent = child("Pim", "2021-11-30");
    parent["kind"]["achternaam"] = json!("Poolvos");
    parent["kind"]["straat"] = json!("Veerlaan 9");
    parent["ouders"][0]["naam"] = json!("mw. Odette IJsbeer");
    assert!(is_asked(&open(&ib, "d", &parent).await));
    parent["ouders"][0]["naam"] = json!("mw. Wilma Zeehond");
    parent["kind"]["postcode"] = json!("9922 BX");
    assert!(!is_asked(&open(&ib, "e", &parent).await));
}

#[tokio::test]
async fn a_number_stands_in_one_file_of_a_school_and_a_parent_in_a_file_once() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let first = opened(&ib, "a", &child("Pim", "2020-05-04")).await;
    let other = opened(&ib, "b", &child("Sneeuwbal", "2019-01-31")).await;
    let number = |nummer: &str| format!("/kind/{nummer}/gegevens/nummer");
    ib.fill(&number(&first), &[("pgn", "123456782")]).await.assert_leads_to("/kind/");
    let refused = ib.fill(&number(&other), &[("pgn", "123 456 782")]).await;
    refused.assert_refused();
    refused.assert_says(&first);
    // Once it is put right there, it is free for the child that it is of.
    let again = ib.fill(&number(&first), &[("pgn", "111222333")]).await;
    again.assert_leads_to("/kind/");
    ib.fill(&number(&other), &[("pgn", "123456782")]).await.assert_leads_to("/kind/");
    let person = [
        ("naam", "mw. O. IJsbeer"),
        ("relatie", "ouder_zonder_gezag"),
        ("van", "2020-05-04"),
        ("brondocument", "akte"),
    ];
    let twice = ib.fill(&format!("/kind/{first}/gegevens/persoon"), &person).await;
    twice.assert_refused();
    twice.assert_says("href=\"#veld-naam\"");
}

/// The intern begeleider of the school that opened the file cannot make a declaration one of another child; a slip is put right with a
/// yes of the desk, and the day in the letter goes on to be one of this child.
#[tokio::test]
async fn a_declaration_is_of_the_child_that_was_decided_on() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let request = dossier.aanvragen[0].clone();
    let (swv, number) = (request.swv.uitkomst.clone(), request.verleend().unwrap().nummer.clone());
    let child = dossier.leerling.clone().unwrap();
    let right = base::dates::plus_days(child.geboortedatum, 9).unwrap();
    let kijker = proef.kit.as_at(Rol::Ib, &request.vestiging.organisatie());
    let ib = proef.browser(&kijker).await;
    let desk = proef.browser(&proef.kit.as_at(Rol::Loket, &swv.organisatie())).await;
    let typed = |born: base::Date, waarom: &str| {
        vec![
            ("roepnaam", child.roepnaam.clone()),
            ("voorvoegsel", child.voorvoegsel.clone()),
            ("achternaam", child.achternaam.clone()),
            ("geboortedatum", born.to_string()),
            ("waarom", waarom.to_owned()),
        ]
    };
    let fill = async |who: &Browser, path: &str, fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        who.fill(&format!("/kind/{nummer}/{path}"), &fields).await
    };
    let refused = fill(&ib, "verbeteren/1", typed(right, "De dag was verkeerd overgetypt.")).await;
    refused.assert_refused();
    refused.assert_says("gaat over");
    let check = async |born| {
        let (app, moment) = (&proef.kit.app, proef.kit.moment());
        app.controleer_tlv(&kijker, moment, &swv, &number, born).await.unwrap().is_some()
    };
    assert!(check(child.geboortedatum).await && !check(right).await);
    let slip = || typed(right, "De dag was verkeerd overgetypt.");
    fill(&ib, "aanvraag/1/verbeter-kind", slip()).await.assert_leads_to("/kind/");
    let judged = desk.get(&format!("/kind/{nummer}/aanvraag/1/verbetering")).await;
    judged.assert_says("De school wil het zo");
    fill(&desk, "aanvraag/1/verbetering", vec![("akkoord", "ja".to_owned())]).await.assert_leads_to("/kind/");
    fill(&ib, "aanvraag/1/verbeter-kind", slip()).await.assert_leads_to("/kind/");
    assert!(check(child.geboortedatum).await && check(right).await, "the letter has the day of before");
    desk.get(&format!("/register/{number}")).await.assert_says("verbeterd:");
}
