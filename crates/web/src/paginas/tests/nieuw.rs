//! Opening a file over HTTP is the form of the page: the same declaration, the same facts, the same refusals.

use axum::http::StatusCode;
use dossier::Rol;
use serde_json::{Map, Value, json};

use super::api::parsed;
use crate::weg::proef::{Antwoord, Browser, Proef};

/// A child with two people and its registration, by the names of the form.
const TYPED: [(&str, &str); 21] = [
    ("roepnaam", "Pim"),
    ("voorvoegsel", "de"),
    ("achternaam", "IJsbeer"),
    ("geslacht", "man"),
    ("geboortedatum", "4-5-2020"),
    ("straat", "Snavelstraat 3"),
    ("postcode", "9921 AX"),
    ("plaats", "Vogelwijk"),
    ("ouders.1.naam", "mevrouw O. IJsbeer"),
    ("ouders.1.relatie", "gezagsouder"),
    ("ouders.1.brondocument", "uittreksel gezagsregister"),
    ("ouders.1.e_mail", "o@ijsbeer.example"),
    ("ouders.2.naam", "de heer B. IJsbeer"),
    ("ouders.2.relatie", "voogd"),
    ("ouders.2.brondocument", "beschikking"),
    ("geheim", "niemand"),
    ("ontvangen_op", "24-11-2026"),
    ("gewenst_per", "7-12-2026"),
    ("andere_scholen", "De Kikker\nDe Libel"),
    ("toelichting_ouders", "hij hoort slecht"),
    ("minderjarige_asielzoeker", "ja"),
];

/// The same as a program sends it.
fn body(typed: &[(&str, &str)]) -> Value {
    let (mut kind, mut aanmelding, mut geheim) = (Map::new(), Map::new(), Map::new());
    let mut ouders: Vec<Map<String, Value>> = Vec::new();
    for (naam, text) in typed {
        let (part, veld) = match naam.strip_prefix("ouders.").and_then(|rest| rest.split_once('.')) {
            Some((nr, veld)) => {
                let nr: usize = nr.parse().unwrap();
                ouders.resize(ouders.len().max(nr), Map::new());
                (&mut ouders[nr - 1], veld)
            }
            None if dossier::algemeen::nieuw::KIND.velden.declares(naam) => (&mut kind, *naam),
            None if naam.starts_with("geheim") => (&mut geheim, *naam),
            None => (&mut aanmelding, *naam),
        };
        part.insert(veld.to_owned(), json!(text));
    }
    json!({ "kind": kind, "ouders": ouders, "geheimhouding": geheim, "aanmelding": aanmelding })
}

/// A declaration says whether a field is its own.
trait Declares {
    fn declares(&self, naam: &str) -> bool;
}

impl Declares for fn() -> Vec<dossier::opdracht::velden::Veld> {
    fn declares(&self, naam: &str) -> bool {
        self().iter().any(|veld| veld.naam == naam)
    }
}

async fn open(ib: &Browser, query: &str, key: &str, body: &Value) -> Antwoord {
    ib.json(&format!("/api/v1/dossiers{query}"), key, body).await
}

async fn files(ib: &Browser) -> usize {
    ib.get("/kinderen.csv").await.body.matches("IJsbeer").count()
}

/// The facts of a file: name, day and contents.
async fn facts(proef: &Proef, nummer: &str) -> Vec<(String, String, String)> {
    let dossier = proef.kit.dossier(&nummer.parse().unwrap()).await;
    let told = dossier.feiten.iter().map(|feit| {
        let dossier::Inhoud::Leesbaar(event) = &feit.inhoud else { panic!("readable") };
        let contents = String::from_utf8(event.encode().unwrap()).unwrap();
        (event.event_type().to_owned(), feit.on.to_string(), contents)
    });
    told.collect()
}

#[tokio::test]
async fn a_child_registered_by_page_and_by_program_has_the_same_file() {
    let (pages, program) = (Proef::start().await, Proef::start().await);
    let typed = pages.as_(Rol::Ib).await.post("/aanmelden", &TYPED).await;
    typed.assert_leads_to("/kind/2026-");
    let by_page = typed.location().split('/').nth(2).unwrap().to_owned();
    let ib = program.as_(Rol::Ib).await;
    let tried = open(&ib, "?proef=ja", "k", &body(&TYPED)).await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.body);
    assert_eq!((files(&ib).await, &parsed(&tried)["nummer"]), (0, &Value::Null), "only tried");
    let sent = open(&ib, "", "k", &body(&TYPED)).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    let sent = parsed(&sent);
    let by_program = sent["nummer"].as_str().unwrap();
    let told = facts(&program, by_program).await;
    assert_eq!(told, facts(&pages, &by_page).await);
    let named = |answer: &Value| -> Vec<String> {
        answer["feiten"]
            .as_array()
            .unwrap()
            .iter()
            .map(|feit| feit["soort"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(named(&sent), ["dossier_geopend", "persoon_verbonden", "persoon_verbonden", "aangemeld"]);
    assert_eq!(named(&parsed(&tried)), named(&sent));
    assert_eq!(sent["versie"], json!(told.len()));
}

#[tokio::test]
async fn a_repeated_request_opens_one_file_also_at_the_same_moment() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let body = body(&TYPED);
    let once = || open(&ib, "", "k", &body);
    let (a, b, c, d) = tokio::join!(once(), once(), once(), once());
    let again = once().await;
    for answer in [&a, &b, &c, &d, &again] {
        assert_eq!((answer.status, &answer.body), (StatusCode::OK, &a.body));
    }
    assert_eq!(files(&ib).await, 1);
    let other_key = open(&ib, "", "k2", &body).await;
    assert_eq!(other_key.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(parsed(&other_key)["type"], "urn:leerrecht:probleem:mogelijk_dubbel");
    let mut another = body.clone();
    another["ander_kind"] = json!(true);
    assert_eq!(
        open(&ib, "", "k", &another).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a key is for one request"
    );
    assert_eq!(open(&ib, "", "k3", &another).await.status, StatusCode::OK);
    assert_eq!(files(&ib).await, 2);
    assert_eq!(open(&ib, "", "", &another).await.status, StatusCode::BAD_REQUEST, "a key must be there");
}

/// Two colleagues, or a program with a fresh key each time, register one child at one moment: nobody could be shown the other's
/// file, and there is one.
#[tokio::test]
async fn whoever_registers_a_child_at_the_same_moment_makes_no_second_file() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let body = body(&TYPED);
    let (a, b, c) =
        tokio::join!(open(&ib, "", "a", &body), open(&ib, "", "b", &body), open(&ib, "", "c", &body));
    let refused: Vec<_> = [&a, &b, &c].into_iter().filter(|answer| answer.status != StatusCode::OK).collect();
    assert_eq!((files(&ib).await, refused.len()), (1, 2));
    for answer in refused {
        assert_eq!(parsed(answer)["type"], "urn:leerrecht:probleem:mogelijk_dubbel", "{}", answer.body);
    }
}

#[tokio::test]
async fn a_key_that_comes_with_two_requests_at_once_is_for_one_of_them() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let one = body(&TYPED);
    let mut other = one.clone();
    other["kind"]["roepnaam"] = json!("Pam");
    let (first, second) = tokio::join!(open(&ib, "", "k", &one), open(&ib, "", "k", &other));
    let mut said = [first.status, second.status];
    said.sort();
    assert_eq!(said, [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY], "{} {}", first.body, second.body);
    assert_eq!(files(&ib).await, 1);
}

#[tokio::test]
async fn what_is_wrong_is_said_with_its_place_and_its_article() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let fields = |answer: &Antwoord| -> Vec<String> {
        let fouten = parsed(answer)["fouten"].as_array().cloned().unwrap_or_default();
        fouten.iter().map(|fout| fout["veld"].as_str().unwrap().to_owned()).collect()
    };
    let wrong = json!({
        "kind": { "roepnaam": "Pim", "kleur": "wit", "geboortedatum": "31-2-2020" },
        "ouders": [{ "naam": "O. IJsbeer", "relatie": "ouder_zonder_gezag", "brondocument": "akte" }],
        "geheimhouding": {},
        "aanmelding": { "gewenst_per": "morgen" },
    });
    let answer = open(&ib, "", "a", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let named = ["kind.kleur", "kind.achternaam", "kind.geboortedatum", "ouders[0].relatie"];
    let named: Vec<&str> = named
        .into_iter()
        .chain(["geheimhouding.geheim", "aanmelding.ontvangen_op", "aanmelding.gewenst_per"])
        .collect();
    assert_eq!(fields(&answer), named);
    let mut neither = body(&TYPED);
    neither.as_object_mut().unwrap().remove("aanmelding");
    assert_eq!(fields(&open(&ib, "", "b", &neither).await), ["aanmelding"]);
    let mut nobody = body(&TYPED);
    nobody["ouders"] = json!([]);
    assert_eq!(fields(&open(&ib, "", "c", &nobody).await), ["ouders"]);
    let mut young = body(&TYPED);
    young["kind"]["geboortedatum"] = json!("2026-01-01");
    let refused = open(&ib, "", "d", &young).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(parsed(&refused)["vindplaats"]["artikel"].is_string(), "{}", refused.body);
    let mut unasked = body(&TYPED);
    unasked.as_object_mut().unwrap().remove("geheimhouding");
    assert_eq!(open(&ib, "", "e", &unasked).await.status, StatusCode::BAD_REQUEST, "it is always asked");
    let mut for_nobody = body(&TYPED);
    for_nobody["geheimhouding"] = json!({ "geheim": "personen", "geheim_bron": "de moeder" });
    assert_eq!(fields(&open(&ib, "", "e", &for_nobody).await), ["geheim"]);
    for broken in [json!({}), json!([]), json!({ "kind": {}, "ouders": [], "aanmelding": null })] {
        assert_eq!(open(&ib, "", "e", &broken).await.status, StatusCode::BAD_REQUEST, "{broken}");
    }
    for rol in [Rol::Leerkracht, Rol::Directie, Rol::Loket, Rol::Deskundige] {
        let answer = open(&proef.as_(rol).await, "", "f", &body(&TYPED)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{rol}");
    }
    assert_eq!(files(&ib).await, 0);
}

#[tokio::test]
async fn a_file_of_a_child_that_is_at_school_already_begins_with_its_enrolment() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let mut enrolled = body(&TYPED);
    enrolled.as_object_mut().unwrap().remove("aanmelding");
    enrolled["inschrijving"] = json!({ "per": "2026-08-24", "groep": "3" });
    let done = parsed(&open(&ib, "", "k", &enrolled).await);
    assert_eq!(done["feiten"][3]["soort"], "ingeschreven", "{done}");
    let nummer = done["nummer"].as_str().unwrap();
    ib.get(&format!("/kind/{nummer}")).await.assert_says("groep 3");
}
