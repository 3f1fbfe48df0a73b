//! The acts over HTTP are the acts of the pages: one story told both ways leaves the same facts, and what a page asks of
//! whoever sends a form the interface asks of a program.

use axum::http::StatusCode;
use base::DossierNummer;
use base::dates::plus_days;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use serde_json::{Value, json};

use crate::weg::proef::{Antwoord, Browser, Proef};

/// A step of the story: the last part of the address of its form, its act, its fields as they are typed.
type Stap<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str)>);

struct Toneel {
    proef: Proef,
    ib: Browser,
    directie: Browser,
    nummer: DossierNummer,
}

impl Toneel {
    async fn open() -> Self {
        let proef = Proef::start().await;
        let nummer = proef.given(Verhaallijn::NetAangemeld).await;
        let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
        let directie = proef.at_registration_of(&nummer, Rol::Directie).await;
        Self { proef, ib, directie, nummer }
    }

    fn who(&self, act: &str) -> &Browser {
        if act == "laat_toe" { &self.directie } else { &self.ib }
    }

    async fn versie(&self) -> u64 {
        self.proef.kit.dossier(&self.nummer).await.versie
    }

    async fn act(&self, act: &str, key: &str, versie: u64, velden: Value) -> Antwoord {
        let address = format!("/api/v1/dossiers/{}/opdrachten/{act}", self.nummer);
        self.who(act).json(&address, key, &json!({ "over": 1, "versie": versie, "velden": velden })).await
    }

    /// What was recorded after the story began: name, day and contents, without letters.
    async fn told(&self, from: u64) -> Vec<(String, String, String)> {
        let dossier = self.proef.kit.dossier(&self.nummer).await;
        let facts = dossier.feiten.iter().filter(|feit| feit.volgnummer > from);
        let mut told = Vec::new();
        for feit in facts {
            let dossier::Inhoud::Leesbaar(event) = &feit.inhoud else { panic!("readable") };
            if event.event_type() != "brief_vastgelegd" {
                let contents = String::from_utf8(event.encode().unwrap()).unwrap();
                told.push((event.event_type().to_owned(), feit.on.to_string(), contents));
            }
        }
        told
    }
}

fn parsed(answer: &Antwoord) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test]
async fn a_story_told_by_pages_and_by_a_program_leaves_the_same_facts() {
    let (pages, program) = (Toneel::open().await, Toneel::open().await);
    let today = pages.proef.kit.moment().vandaag;
    let reply = plus_days(today, 14).unwrap().to_string();
    let now = today.to_string();
    let story: [Stap<'_>; 5] = [
        (
            "behoefte",
            "stel_behoefte_vast",
            vec![("extra_ondersteuning", "ja"), ("toelichting", "Rust nodig.")],
        ),
        (
            "informatie",
            "vraag_informatie",
            vec![("wat", "rapport\ntoetsen"), ("waarom", "Om te beslissen."), ("tot_en_met", &reply)],
        ),
        ("informatie-ontvangen", "ontvang_informatie", vec![("op", &now), ("compleet", "ja")]),
        ("verlengen", "verleng_beslistermijn", vec![("weken", "2"), ("reden", "De toetsen duren langer.")]),
        ("toelaten", "laat_toe", vec![("per", &now), ("groep", "5")]),
    ];
    let from = pages.versie().await;
    assert_eq!(from, program.versie().await);
    for (step, act, fields) in &story {
        let address = format!("/kind/{}/aanmelding/1/{step}", pages.nummer);
        pages.who(act).fill(&address, fields).await.assert_leads_to("/kind/");
        let velden: serde_json::Map<String, Value> =
            fields.iter().map(|(naam, text)| ((*naam).to_owned(), json!(text))).collect();
        let done = program.act(act, act, program.versie().await, velden.into()).await;
        assert_eq!(done.status, StatusCode::OK, "{act}: {}", done.body);
    }
    let told = pages.told(from).await;
    assert_eq!(told, program.told(from).await);
    assert!(told.len() > story.len(), "{told:?}");
}

#[tokio::test]
async fn a_trial_records_nothing_and_says_what_would_come_of_it() {
    let toneel = Toneel::open().await;
    let before = toneel.versie().await;
    let address = format!("/api/v1/dossiers/{}/opdrachten/verleng_beslistermijn?proef=ja", toneel.nummer);
    let body = json!({ "over": 1, "versie": before, "velden": { "weken": 2, "reden": "Meer tijd nodig." } });
    let tried = toneel.ib.json(&address, "k", &body).await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.body);
    assert_eq!(parsed(&tried)["feiten"][0]["soort"], "beslistermijn_verlengd");
    assert_eq!(toneel.versie().await, before);
}

#[tokio::test]
async fn a_repeated_request_does_nothing_twice_and_a_key_is_for_one_request() {
    let toneel = Toneel::open().await;
    let before = toneel.versie().await;
    let once = toneel
        .act("verleng_beslistermijn", "k-1", before, json!({ "weken": 2, "reden": "Meer tijd nodig." }))
        .await;
    let twice = toneel
        .act("verleng_beslistermijn", "k-1", before, json!({ "weken": 2, "reden": "Meer tijd nodig." }))
        .await;
    assert_eq!((once.status, twice.status), (StatusCode::OK, StatusCode::OK), "{}", twice.body);
    assert_eq!(parsed(&once), parsed(&twice));
    let told = toneel.told(before).await;
    assert_eq!(told.len(), 1, "{told:?}");
    let other = toneel
        .act("verleng_beslistermijn", "k-1", before, json!({ "weken": 2, "reden": "Iets anders." }))
        .await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.body);
    let without = toneel
        .act("verleng_beslistermijn", "", before, json!({ "weken": 2, "reden": "Meer tijd nodig." }))
        .await;
    assert_eq!(without.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn whoever_saw_an_older_version_gets_both() {
    let toneel = Toneel::open().await;
    let before = toneel.versie().await;
    let fields = json!({ "extra_ondersteuning": "nee", "toelichting": "Geen zorgen." });
    assert_eq!(toneel.act("stel_behoefte_vast", "a", before, fields.clone()).await.status, StatusCode::OK);
    let late = toneel.act("stel_behoefte_vast", "b", before, fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let problem = parsed(&late);
    assert_eq!(problem["versie_gezien"], json!(before));
    assert_eq!(problem["versie_nu"], json!(toneel.versie().await));
    assert!(problem["sindsdien"][0].as_str().unwrap().contains("geen extra ondersteuning"), "{problem}");
}

#[tokio::test]
async fn what_is_wrong_is_said_per_field_and_rights_are_those_of_the_person() {
    let toneel = Toneel::open().await;
    let versie = toneel.versie().await;
    let wrong = toneel.act("laat_toe", "a", versie, json!({ "per": "morgen", "kleur": 3 })).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<String> =
        parsed(&wrong)["fouten"].as_array().unwrap().iter().map(|f| f["veld"].to_string()).collect();
    assert_eq!(fields, ["\"kleur\"", "\"per\""]);
    let address = format!("/api/v1/dossiers/{}/opdrachten/laat_toe", toneel.nummer);
    let body = json!({ "over": 1, "versie": versie, "velden": { "per": "2026-12-01" } });
    let stranger = toneel.proef.as_(Rol::Loket).await;
    assert_eq!(stranger.json(&address, "a", &body).await.status, StatusCode::NOT_FOUND);
    let teacher = toneel.ib.json(&address.replace("laat_toe", "gebruik_tlv"), "a", &body).await;
    assert_eq!(teacher.status, StatusCode::NOT_FOUND, "an act without declared fields is not there yet");
    for broken in ["", "[]", "{}", "{\"over\":1}"] {
        let raw: Value = serde_json::from_str(broken).unwrap_or_else(|_| json!("x"));
        assert_eq!(
            toneel.directie.json(&address, "a", &raw).await.status,
            StatusCode::BAD_REQUEST,
            "{broken}"
        );
    }
    let missing = json!({ "over": 9, "versie": versie, "velden": { "per": "2026-12-01" } });
    assert_eq!(toneel.directie.json(&address, "c", &missing).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_program_learns_which_acts_there_are_and_where_a_file_stands() {
    let toneel = Toneel::open().await;
    let acts = parsed(&toneel.ib.get("/api/v1/opdrachten").await);
    let admit = acts.as_array().unwrap().iter().find(|act| act["naam"] == "laat_toe").unwrap();
    assert_eq!(
        admit["velden"][0],
        json!({ "naam": "per", "soort": "datum", "verplicht": true, "keuzes": [], "velden": [], "hoogstens": null })
    );
    let file = parsed(&toneel.ib.get(&format!("/api/v1/dossiers/{}", toneel.nummer)).await);
    assert_eq!(file["versie"], json!(toneel.versie().await));
    assert!(file["mag"].as_array().unwrap().contains(&json!("stel_behoefte_vast")), "{file}");
    assert!(!file.to_string().contains("Zonnevis"), "nothing of the child: {file}");
}

#[tokio::test]
async fn a_trial_completes_an_act_as_carrying_it_out_does() {
    let toneel = Toneel::open().await;
    let kit = &toneel.proef.kit;
    let dossier = kit.dossier(&toneel.nummer).await;
    let school = dossier.aanmeldingen[0].vestiging.organisatie();
    let open = kit.app.open(&kit.as_at(Rol::Ib, &school), &toneel.nummer, kit.moment()).await.unwrap();
    let mut adres = dossier.leerling.unwrap().adres;
    let known = adres.swv_po.take();
    assert!(known.is_some(), "the region knows the postcode");
    let moved = dossier::leven::opdracht::Verhuis { per: kit.moment().vandaag, adres };
    let tried = open.proef(moved).await.unwrap();
    let dossier::Gebeurtenis::Verhuisd(fact) = &tried[0].gebeurtenis else { panic!("moved") };
    assert_eq!(fact.adres.swv_po, known);
}
