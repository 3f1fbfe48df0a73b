//! What is on record is what was shown: the pages and forms of a file are walked as each who works on it, and the parts of the newest
//! line are held against what stands on the page.

use std::collections::BTreeSet;

use app::inzage::Doel;
use app::lijst::Page;
use axum::http::StatusCode;
use base::{DossierNummer, OrganisatieId};
use demo::dossiers::Verhaallijn;
use dossier::toegang::Deel;
use dossier::{Dossier, Rol};
use storage::Inzage;

use super::api::parsed;
use crate::paginas::addresses;
use crate::weg::proef::{Browser, Proef};

const STORIES: [Verhaallijn; 9] = [
    Verhaallijn::AanbodOpen,
    Verhaallijn::InformatieOntvangen,
    Verhaallijn::GeweigerdAndereSchool,
    Verhaallijn::TijdelijkGeplaatst,
    Verhaallijn::VerwijderingGemeld,
    Verhaallijn::SchorsingGemeld,
    Verhaallijn::TlvGebruikt,
    Verhaallijn::TlvEenAdvies,
    Verhaallijn::TlvGeadviseerd,
];

/// Shorter words stand on many pages by chance.
const LEAST_LETTERS: usize = 16;

async fn reads(proef: &Proef, nummer: &DossierNummer) -> (u64, Option<Inzage>) {
    let query = storage::InzageQuery::newest(nummer.clone(), Page::first(1));
    let mut found = proef.kit.app.storage.reads(&query).await.unwrap();
    (found.total, found.rows.pop())
}

/// What somebody typed, or called a document, with the part in which it stands; nothing of what stands in several.
fn words(dossier: &Dossier) -> Vec<(String, Deel)> {
    let mut all: Vec<(String, Deel)> = Vec::new();
    for event in dossier.feiten.iter().filter_map(|feit| feit.gebeurtenis()) {
        let typed = event.getypt().into_iter().filter(|words| words.chars().count() >= LEAST_LETTERS);
        all.extend(typed.map(|words| (words.to_owned(), event.deel())));
        for plek in event.bijlagen() {
            let Some(document) = plek.document else { continue };
            all.extend(document.delen.iter().map(|deel| (document.naam.to_owned(), *deel)));
        }
    }
    let elsewhere = all.clone();
    all.retain(|(words, deel)| {
        !elsewhere
            .iter()
            .any(|(other, part)| part != deel && other.contains(words.as_str()) && !words.contains('.'))
    });
    all
}

/// Where the child is, or was when a school decided about it.
fn school_of(proef: &Proef, dossier: &Dossier) -> OrganisatieId {
    let enrolled = dossier.inschrijving_op(proef.kit.moment().vandaag).map(|place| &place.vestiging);
    let registered = dossier.aanmeldingen.first().map(|registered| &registered.vestiging);
    let removed = dossier.verwijderingen.first().map(|removed| &removed.vestiging);
    enrolled.or(registered).or(removed).expect("a school").organisatie()
}

fn escaped(words: &str) -> String {
    let first = words.lines().next().unwrap_or_default();
    first
        .replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

/// Every address of this file to which a page leads somebody, from its own page on, with the examples of every page.
async fn walked(browser: &Browser, nummer: &DossierNummer, seen: &mut impl AsyncFnMut(&str, &str)) {
    let examples = addresses().filter(|address| address.contains("2026-000001"));
    let mut todo: Vec<String> =
        examples.map(|address| address.replace("2026-000001", nummer.as_str())).collect();
    let mut done = BTreeSet::new();
    while let Some(address) = todo.pop() {
        let fetched = ["/brief/", "/bijlage/", "/uitnodig", "/wachtwoord", ".csv"]
            .iter()
            .any(|part| address.contains(part));
        if fetched || !done.insert(address.clone()) {
            continue;
        }
        let answer = browser.get(&address).await;
        if answer.status != StatusCode::OK {
            continue;
        }
        seen(&address, &answer.body).await;
        let links =
            answer.body.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '?', '#']).next());
        todo.extend(links.filter(|link| link.contains(nummer.as_str())).map(str::to_owned));
    }
}

#[tokio::test]
async fn what_a_page_or_form_shows_of_a_part_is_on_record_with_that_part() {
    let proef = Proef::start().await;
    let (mut told, mut forms) = (0, BTreeSet::new());
    for story in STORIES {
        let nummer = proef.given(story).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let typed = words(&dossier);
        for rol in [Rol::Ib, Rol::Directie, Rol::Loket, Rol::Besluitnemer, Rol::Ouder] {
            let browser = match (rol, proef.kit.ouder(&nummer).await) {
                (Rol::Ouder, Some(parent)) => proef.browser(&parent).await,
                (Rol::Ouder, None) => continue,
                (Rol::Loket | Rol::Besluitnemer, _) => proef.as_(rol).await,
                _ => proef.browser(&proef.kit.as_at(rol, &school_of(&proef, &dossier))).await,
            };
            let mut before = reads(&proef, &nummer).await.0;
            walked(&browser, &nummer, &mut async |address, body| {
                let (now, last) = reads(&proef, &nummer).await;
                let logged: String = if now > before {
                    last.as_ref().map(|row| row.delen.clone()).unwrap_or_default()
                } else {
                    String::new()
                };
                before = now;
                for (words, deel) in &typed {
                    if body.contains(&escaped(words)) {
                        told += 1;
                        assert!(
                            logged.contains(deel.code()),
                            "{story:?} {rol:?} {address} shows '{words}' of {} and has {logged} on record",
                            deel.code()
                        );
                    }
                }
                if let Some(row) = last.filter(|row| row.doel == Doel::Formulier.tekst()) {
                    forms.insert((address.to_owned(), row.delen));
                }
            })
            .await;
        }
    }
    assert!(
        told > 300 && forms.len() > 30,
        "{told} words and {} forms: too few to say anything",
        forms.len()
    );
}

#[tokio::test]
async fn a_form_that_shows_nothing_of_a_request_has_none_on_record() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGebruikt).await;
    let browser = proef.at_school_of(&nummer, Rol::Ib).await;
    for (below, shown) in
        [("/gegevens/naam", "A"), ("/aanvraag/nieuw", "A,H"), ("/aanvraag/1/zienswijze", "A,H")]
    {
        let address = format!("/kind/{nummer}{below}");
        assert_eq!(browser.get(&address).await.status, StatusCode::OK, "{address}");
        let row = reads(&proef, &nummer).await.1.unwrap();
        assert_eq!(row.delen, shown, "{address}");
    }
}

#[tokio::test]
async fn the_lists_of_letters_and_documents_are_on_record_with_what_stands_in_them() {
    let proef = Proef::start().await;
    let mut seen = BTreeSet::new();
    for letter in [false, true] {
        let nummer = proef.given(Verhaallijn::AanbodOpen).await;
        let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
        if letter {
            let longer = [("reden", "Er is meer tijd nodig om te kijken."), ("weken", "2")];
            ib.fill(&format!("/kind/{nummer}/aanmelding/1/verlengen"), &longer)
                .await
                .assert_leads_to("/kind/");
            proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
        }
        let answer = ib.get(&format!("/api/v1/dossiers/{nummer}/brieven")).await;
        let listed: Vec<u64> =
            parsed(&answer).as_array().unwrap().iter().filter_map(|one| one["volgnummer"].as_u64()).collect();
        let letters = proef.kit.dossier(&nummer).await.brieven;
        let of = letters
            .iter()
            .filter(|brief| listed.contains(&brief.volgnummer))
            .map(|brief| brief.inhoud.deel.code());
        let told: BTreeSet<&str> = of.chain(["A"]).collect();
        let row = reads(&proef, &nummer).await.1.unwrap();
        assert_eq!(row.delen.split(',').collect::<BTreeSet<_>>(), told, "{letter}");
        seen.insert(row.delen);
    }
    assert_eq!(seen.len(), 2, "no letter, and one of a registration: {seen:?}");
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let before = reads(&proef, &nummer).await.0;
    let none = ib.get(&format!("/api/v1/dossiers/{nummer}/bijlagen")).await;
    assert_eq!((none.status, none.body.as_str()), (StatusCode::OK, "[]"));
    assert_eq!(reads(&proef, &nummer).await.0, before, "nothing was shown");
}
