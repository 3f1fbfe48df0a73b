//! Who may not, gets nothing by any door: each fault that a tester of security found is tried as the wrong account, by page
//! and by program. The answer says no, and the file has no fact more than before.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::soort::Schoolsoort;
use dossier::toegang::Kijker;
use serde_json::{Value, json};

use super::api::{looks, parsed};
use crate::api::examples;
use crate::paginas::addresses;
use crate::weg::proef::{Antwoord, Browser, Proef};

/// What changes a child itself, with fields that are right.
fn life_acts() -> Vec<(&'static str, u64, Value)> {
    let day = "2026-11-20";
    vec![
        ("schrijf_in", 0, json!({ "per": day, "groep": "5" })),
        ("verhuis", 0, json!({ "per": day, "straat": "Weg 1", "postcode": "9901 AB", "plaats": "Elders" })),
        ("wijzig_naam", 0, json!({ "per": day, "roepnaam": "Q", "achternaam": "Z" })),
        ("wijzig_gezag", 1, json!({ "relatie": "niet_meer", "per": day, "brondocument": "x" })),
        (
            "verbind_persoon",
            0,
            json!({ "naam": "X. Indringer", "relatie": "gezagsouder", "van": day, "brondocument": "x" }),
        ),
        ("zet_geheimhouding", 0, json!({ "geheim": "nee", "bron": "x" })),
        ("meld_overlijden", 0, json!({ "op": day })),
        ("ontvang_nummer", 0, json!({ "pgn": "123456782" })),
    ]
}

async fn act(browser: &Browser, nummer: &DossierNummer, act: (&str, u64, &Value), versie: u64) -> Antwoord {
    let (naam, over, velden) = act;
    let address = format!("/api/v1/dossiers/{nummer}/opdrachten/{naam}");
    browser.json(&address, naam, &json!({ "over": over, "versie": versie, "velden": velden })).await
}

fn is_no(answer: &Antwoord) -> bool {
    matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
}

#[track_caller]
fn assert_no(answer: &Antwoord, what: &str) {
    assert!(is_no(answer), "{what}: {} {}", answer.status, answer.body);
}

async fn versie(proef: &Proef, nummer: &DossierNummer) -> u64 {
    proef.kit.dossier(nummer).await.versie
}

/// The number in the file of somebody with an account.
async fn number_of(proef: &Proef, nummer: &DossierNummer, kijker: &Kijker) -> u32 {
    let dossier = proef.kit.dossier(nummer).await;
    let mine = dossier.personen.iter().find(|one| one.account.as_ref() == Some(&kijker.actor.persoon));
    mine.expect("somebody with an own page").nr
}

/// The school where a child is enrolled, and one where it is registered only.
async fn two_schools(proef: &Proef, nummer: &DossierNummer) -> (Browser, Browser) {
    let (own, other) =
        (proef.at_school_of(nummer, Rol::Ib).await, proef.at_registration_of(nummer, Rol::Ib).await);
    let dossier = proef.kit.dossier(nummer).await;
    let enrolled = dossier.inschrijving_op(proef.kit.moment().vandaag).unwrap();
    assert_ne!(enrolled.vestiging, dossier.aanmeldingen[0].vestiging, "registered elsewhere");
    (own, other)
}

#[tokio::test]
async fn a_school_of_registration_changes_nothing_of_the_child_by_page_or_program() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let (own, other) = two_schools(&proef, &nummer).await;
    let parent = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    for withdrawn in [false, true] {
        if withdrawn {
            let address = format!("/kind/{nummer}/aanmelding/1/intrekken");
            parent.fill(&address, &[("reden", "")]).await.assert_leads_to("/");
        }
        let before = versie(&proef, &nummer).await;
        for (naam, over, velden) in life_acts() {
            let tried = act(&other, &nummer, (naam, over, &velden), before).await;
            assert_no(&tried, naam);
        }
        for form in ["inschrijven", "verhuizing", "naam", "persoon", "geheimhouding", "nummer", "overlijden"]
        {
            let address = format!("/kind/{nummer}/gegevens/{form}");
            let version = before.to_string();
            let fields = [("versie", version.as_str()), ("per", "20-11-2026"), ("op", "20-11-2026")];
            assert_no(&other.post(&address, &fields).await, form);
            assert_no(&other.get(&address).await, form);
        }
        assert_no(&other.get(&format!("/kind/{nummer}/persoon/1/uitnodigen")).await, "a code for a parent");
        assert_eq!(versie(&proef, &nummer).await, before, "withdrawn: {withdrawn}");
        assert_eq!(own.get(&format!("/kind/{nummer}")).await.status, StatusCode::OK, "its school keeps it");
    }
}

#[tokio::test]
async fn to_a_parent_from_whom_schools_are_secret_every_act_is_closed_with_one_answer() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let (own, _) = two_schools(&proef, &nummer).await;
    let kijker = proef.kit.ouder(&nummer).await.unwrap();
    let parent = proef.browser(&kijker).await;
    let nr = number_of(&proef, &nummer, &kijker).await;
    let hide = json!({ "geheim": "ja", "voor_personen": [nr], "bron": "beschikking" });
    let hidden = act(&own, &nummer, ("zet_geheimhouding", 0, &hide), versie(&proef, &nummer).await).await;
    assert_eq!(hidden.status, StatusCode::OK, "{}", hidden.body);
    let before = versie(&proef, &nummer).await;
    let acts = [
        ("trek_aanmelding_in", json!({ "reden": "" })),
        ("aanvaard_aanbod", json!({ "aanbod": 1 })),
        ("wijs_aanbod_af", json!({ "aanbod": 1 })),
    ];
    for (naam, velden) in &acts {
        assert_no(&act(&parent, &nummer, (naam, 1, velden), before).await, naam);
    }
    // Whether a school is the right one is told to nobody who asks one after the other.
    let dossier = proef.kit.dossier(&nummer).await;
    let registered = dossier.aanmeldingen[0].vestiging.clone();
    let elsewhere = proef.kit.regio.scholen.iter().map(|school| &school.school.vestiging);
    let elsewhere = elsewhere.clone().find(|code| **code != registered).unwrap();
    let mut said = Vec::new();
    for vestiging in [&registered, elsewhere] {
        let version = before.to_string();
        let fields =
            [("versie", version.as_str()), ("school_zoeken", "school"), ("vestiging", vestiging.as_str())];
        let answer = parent.post(&format!("/kind/{nummer}/aanmelding/nieuw"), &fields).await;
        assert_no(&answer, vestiging.as_str());
        said.push((answer.status, answer.body));
    }
    assert_eq!(said[0], said[1]);
    assert_no(&parent.get(&format!("/kind/{nummer}/aanmelding/1/intrekken")).await, "the form to withdraw");
    assert_eq!(versie(&proef, &nummer).await, before);
}

#[tokio::test]
async fn an_expert_of_two_partnerships_has_at_each_only_what_that_one_asked() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGeenAdvies).await;
    let asked: Vec<_> = proef.kit.dossier(&nummer).await.aanvragen[0]
        .toewijzingen
        .iter()
        .map(|asked| asked.persoon.clone())
        .collect();
    let mut held: BTreeMap<String, Vec<Kijker>> = BTreeMap::new();
    for one in proef.kit.regio.medewerkers().into_iter().filter(|held| held.rol == Rol::Deskundige) {
        let kijker = proef.kit.as_at(one.rol, &one.organisatie);
        for persoon in asked.iter().filter(|persoon| one.account == **persoon) {
            let mut kijker = kijker.clone();
            kijker.actor.persoon = persoon.clone();
            held.entry(persoon.to_string()).or_default().push(kijker);
        }
    }
    let swv = proef.kit.dossier(&nummer).await.aanvragen[0].swv.uitkomst.organisatie();
    let both = held.into_values().find(|roles| roles.len() > 1).expect("an expert of two partnerships");
    let before = versie(&proef, &nummer).await;
    for kijker in both {
        let browser = proef.browser(&kijker).await;
        let page = browser.get(&format!("/kind/{nummer}/aanvraag/1")).await;
        if kijker.actor.organisatie == swv {
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            continue;
        }
        assert_no(&page, "the request");
        assert_no(&browser.get(&format!("/api/v1/dossiers/{nummer}/beeld")).await, "the file");
        let advise = json!({ "uitkomst": "toelaatbaar", "tekst": "x" });
        assert_no(&act(&browser, &nummer, ("breng_advies_uit", 1, &advise), before).await, "an advice");
        let version = before.to_string();
        let fields = [("versie", version.as_str()), ("uitkomst", "toelaatbaar"), ("tekst", "x")];
        assert_no(&browser.post(&format!("/kind/{nummer}/aanvraag/1/advies"), &fields).await, "its form");
    }
    assert_eq!(versie(&proef, &nummer).await, before);
}

#[tokio::test]
async fn a_board_has_no_pupils_but_those_of_an_open_case() {
    let proef = Proef::start().await;
    let board = proef.as_(Rol::BevoegdGezag).await;
    let pupil = proef.given(Verhaallijn::Toegelaten).await;
    let case = proef.given(Verhaallijn::NetAangemeld).await;
    let list = board.get("/kinderen.csv").await;
    list.assert_says(case.as_str());
    list.assert_silent_on(pupil.as_str());
    assert_eq!(board.get(&format!("/kind/{case}")).await.status, StatusCode::OK);
    for address in [
        format!("/kind/{pupil}"),
        format!("/kind/{pupil}/gegevens"),
        format!("/api/v1/dossiers/{pupil}/beeld"),
    ] {
        assert_no(&board.get(&address).await, &address);
    }
    let before = versie(&proef, &pupil).await;
    for (naam, over, velden) in life_acts() {
        assert_no(&act(&board, &pupil, (naam, over, &velden), before).await, naam);
    }
    assert_eq!(versie(&proef, &pupil).await, before);
}

#[tokio::test]
async fn who_lost_authority_or_acts_for_another_has_no_file_no_turns_and_no_acts() {
    for relatie in ["ouder_zonder_gezag", "niet_meer", "gezagsouder_beperkt"] {
        let proef = Proef::start().await;
        let nummer = proef.given(Verhaallijn::AanbodOpen).await;
        let kijker = proef.kit.ouder(&nummer).await.unwrap();
        let (parent, ib) = (proef.browser(&kijker).await, proef.at_school_of(&nummer, Rol::Ib).await);
        let turns = async || parsed(&parent.get("/api/v1/beurten").await)["rijen"].as_array().unwrap().len();
        assert!(turns().await > 0, "an offer waits for an answer");
        let nr = u64::from(number_of(&proef, &nummer, &kijker).await);
        let change = json!({ "relatie": relatie, "per": "2026-11-24", "brondocument": "beschikking" });
        let done = act(&ib, &nummer, ("wijzig_gezag", nr, &change), versie(&proef, &nummer).await).await;
        assert_eq!(done.status, StatusCode::OK, "{relatie}: {}", done.body);
        let before = versie(&proef, &nummer).await;
        for address in [
            format!("/mijn/{nummer}"),
            format!("/kind/{nummer}"),
            format!("/api/v1/dossiers/{nummer}"),
            format!("/api/v1/dossiers/{nummer}/beeld"),
        ] {
            assert_no(&parent.get(&address).await, &format!("{relatie} {address}"));
        }
        assert_eq!(turns().await, 0, "{relatie}");
        parent.get("/vandaag").await.assert_silent_on(nummer.as_str());
        for (naam, velden) in [
            ("trek_aanmelding_in", json!({ "reden": "" })),
            ("aanvaard_aanbod", json!({ "aanbod": 1 })),
            ("wijs_aanbod_af", json!({ "aanbod": 1 })),
        ] {
            assert_no(&act(&parent, &nummer, (naam, 1, &velden), before).await, &format!("{relatie} {naam}"));
        }
        assert_eq!(versie(&proef, &nummer).await, before, "{relatie}");
    }
}

#[tokio::test]
async fn a_school_hears_of_a_case_elsewhere_what_it_hears_of_one_that_is_not_there() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let parent = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let at = dossier.inschrijvingen.iter().map(|there| there.vestiging.clone());
    let known: Vec<_> = dossier.zaken().filter_map(|zaak| zaak.vestiging().cloned()).chain(at).collect();
    let schools = proef.kit.regio.scholen.iter().map(|place| &place.school);
    let basic = |school: &&verband::School| school.schoolsoort == Schoolsoort::Basisschool;
    let third = schools.clone().filter(basic).find(|school| !known.contains(&school.vestiging)).unwrap();
    let chosen =
        [("school_zoeken", third.naam.as_str()), ("vestiging", third.vestiging.as_str()), ("geheim", "nee")];
    let page = format!("/kind/{nummer}");
    parent.fill(&format!("{page}/aanmelding/nieuw"), &chosen).await.assert_leads_to(&page);
    let before = versie(&proef, &nummer).await;
    let reason = json!({ "reden": "Zo is het." });
    let acts = [
        ("laat_toe", json!({ "per": "2026-11-25", "groep": "" })),
        ("meld_feitelijke_weigering", json!({ "op": "2026-11-25", "wat": "Er was geen plaats." })),
        ("trek_aanmelding_in", reason.clone()),
        ("verleng_beslistermijn", reason.clone()),
        ("stel_buiten_behandeling", reason.clone()),
        ("trek_tlv_aanvraag_in", reason),
    ];
    let other = proef.browser(&proef.kit.as_at(Rol::Directie, &third.vestiging.organisatie())).await;
    let mut tried = 0;
    for (naam, velden) in &acts {
        let elsewhere = act(&other, &nummer, (naam, 1, velden), before).await;
        let nowhere = act(&other, &nummer, (naam, 99, velden), before).await;
        assert_eq!((elsewhere.status, &elsewhere.body), (nowhere.status, &nowhere.body), "{naam}");
        assert!(!elsewhere.status.is_success(), "{naam}");
        tried += u8::from(elsewhere.status == StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(tried >= 4, "{tried}: the role may do these");
    assert_eq!(versie(&proef, &nummer).await, before);
}

#[tokio::test]
async fn a_director_who_reads_who_the_child_is_corrects_it_not() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let director = proef.at_registration_of(&nummer, Rol::Directie).await;
    let before = versie(&proef, &nummer).await;
    let facts: Vec<u64> = proef
        .kit
        .dossier(&nummer)
        .await
        .feiten
        .iter()
        .filter(|feit| ["dossier_geopend", "persoon_verbonden"].contains(&feit.inhoud.event_type()))
        .map(|feit| feit.volgnummer)
        .collect();
    assert!(facts.len() > 1);
    for volgnummer in facts {
        let address = format!("/kind/{nummer}/verbeteren/{volgnummer}");
        let version = before.to_string();
        let fields = [
            ("versie", version.as_str()),
            ("roepnaam", "Door"),
            ("achternaam", "Directie"),
            ("geboortedatum", "4-5-2020"),
            ("naam", "Door Directie"),
            ("relatie", "gezagsouder"),
            ("van", "4-5-2020"),
            ("brondocument", "x"),
            ("waarom", "verkeerd overgenomen"),
        ];
        director.get(&address).await.assert_silent_on("<button class=\"knop\">Verbeteren</button>");
        assert_no(&director.post(&address, &fields).await, &address);
    }
    assert_eq!(versie(&proef, &nummer).await, before);
}

#[tokio::test]
async fn a_loket_that_has_the_register_only_is_not_told_who_the_child_is() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerlopen).await;
    let loket = proef.as_(Rol::Loket).await;
    let seen = parsed(&loket.get(&format!("/api/v1/dossiers/{nummer}/beeld")).await);
    let parts: Vec<&str> = seen["delen"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(!parts.contains(&"A") && parts.contains(&"G"), "{parts:?}");
    for hidden in ["geslacht", "geboortedatum", "inschrijving", "adres"] {
        assert_eq!(seen[hidden], Value::Null, "{hidden}");
    }
    assert_eq!((&seen["mensen"], &seen["aanmeldingen"]), (&json!([]), &json!([])));
    let before = versie(&proef, &nummer).await;
    for (naam, over, velden) in life_acts() {
        assert_no(&act(&loket, &nummer, (naam, over, &velden), before).await, naam);
    }
    assert_eq!(versie(&proef, &nummer).await, before);
}

#[tokio::test]
async fn an_old_version_is_no_way_to_read_without_a_trace() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let before = looks(&proef, &nummer).await;
    let moved = json!({ "per": "2026-11-20", "straat": "Weg 1", "postcode": "9901 AB", "plaats": "Elders" });
    let late = act(&ib, &nummer, ("verhuis", 0, &moved), 1).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    assert!(!parsed(&late)["sindsdien"].as_array().unwrap().is_empty());
    assert_eq!(looks(&proef, &nummer).await, before + 1, "what it told is on record");
}

#[tokio::test]
async fn under_the_name_of_a_form_nothing_is_kept_that_the_form_does_not_have() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let body = json!({ "versie": 0, "waarde": "x" });
    for (form, veld) in
        [("corrigeer-1", "willekeurig.veld"), ("weiger-1", "kleur"), ("verleng_beslistermijn-1", "per")]
    {
        let address = format!("/api/v1/dossiers/{nummer}/concepten/{form}/velden/{veld}");
        assert_eq!(ib.put(&address, &body).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{form} {veld}");
    }
    for (form, veld) in
        [("weiger-999", "wat"), ("verleng_beslistermijn-2", "reden"), ("wijzig_gezag-900", "per")]
    {
        let address = format!("/api/v1/dossiers/{nummer}/concepten/{form}/velden/{veld}");
        assert_eq!(
            ib.put(&address, &body).await.status,
            StatusCode::NOT_FOUND,
            "{form}: of nothing in this file"
        );
    }
    for veld in ["zomaar", "ouders.1.kleur", "per"] {
        let address = format!("/api/v1/concepten/aanmelden/velden/{veld}");
        assert_eq!(ib.put(&address, &body).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{veld}");
    }
    for veld in ["roepnaam", "ouders.2.naam", "ontvangen_op"] {
        let address = format!("/api/v1/concepten/aanmelden/velden/{veld}");
        assert_eq!(ib.put(&address, &body).await.status, StatusCode::OK, "{veld}");
    }
}

/// Every address about a child with the number of a real one, and how it can be asked.
fn about(nummer: &DossierNummer) -> Vec<(String, String)> {
    let pages = addresses().flat_map(|address| ["get", "post"].map(|method| (method, address.to_owned())));
    let operations = examples().map(|(method, address, _)| (method, address));
    let all = pages.chain(operations).filter(|(_, address)| address.contains("2026-000001"));
    all.map(|(method, address)| (method.to_owned(), address.replace("2026-000001", nummer.as_str())))
        .collect()
}

#[tokio::test]
async fn by_no_address_at_all_a_stranger_gets_or_changes_anything_of_a_child() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGeadviseerd).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let concerned = |school: &base::OrganisatieId| {
        dossier.aanmeldingen.iter().any(|registered| registered.vestiging.organisatie() == *school)
            || dossier.inschrijvingen.iter().any(|enrolled| enrolled.vestiging.organisatie() == *school)
    };
    let ibs = proef.kit.regio.medewerkers().into_iter().filter(|held| held.rol == Rol::Ib);
    let elsewhere = ibs.map(|held| held.organisatie).find(|school| !concerned(school)).unwrap();
    let other = proef.given(Verhaallijn::DoorOuder).await;
    let strangers = [
        proef.browser(&proef.kit.as_at(Rol::Ib, &elsewhere)).await,
        proef.browser(&proef.kit.ouder(&other).await.unwrap()).await,
    ];
    let naam = dossier.naam();
    let (before, asked) = (versie(&proef, &nummer).await, about(&nummer));
    assert!(asked.len() > 100, "{}", asked.len());
    let mut wrong = Vec::new();
    for browser in &strangers {
        for (method, address) in &asked {
            let answer = match method.as_str() {
                "get" => browser.get(address).await,
                "post" if address.starts_with("/api/") => browser.json(address, "k", &json!({})).await,
                "post" => browser.post(address, &[("versie", "1")]).await,
                "put" => browser.put(address, &json!({})).await,
                other => browser.with_method(&other.to_uppercase(), address).await,
            };
            let given = answer.status.is_success() || answer.status.is_redirection();
            if given || answer.body.contains(&naam) {
                wrong.push(format!("{method} {address}: {} {}", answer.status, answer.location()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(versie(&proef, &nummer).await, before);
}
