//! The JSON interface as a whole: its document and its router are one, a key is its person and no more, and what it shows
//! of a child is what the pages show.

use std::collections::BTreeSet;

use app::accounts::{Beheer, NieuweSleutel};
use app::dossiers::Uitvoering;
use app::lijst::Page;
use axum::http::StatusCode;
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::opdracht::daden;
use dossier::toegang::Kijker;
use serde_json::{Value, json};

use crate::api::document;
use crate::weg::proef::{Antwoord, Browser, Proef};

pub(super) fn parsed(answer: &Antwoord) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

/// Every operation: its method in capitals and its path.
fn operations() -> Vec<(String, String)> {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let of = |(path, item): (&String, &Value)| -> Vec<(String, String)> {
        item.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone())).collect()
    };
    paths.iter().flat_map(of).collect()
}

/// A path with something real in each of its open parts.
fn filled(path: &str, nummer: &DossierNummer) -> String {
    let path = path
        .replace("{nummer}", nummer.as_str())
        .replace("{naam}", "laat_toe")
        .replace("{formulier}", "laat_toe-1")
        .replace("{veld}", "groep")
        .replace("{volgnummer}", "2")
        .replace("{bijlage}", "geen")
        .replace("{aanvraag}", "1")
        .replace("{account}", "geen")
        .replace("{rol}", "1")
        .replace("{sleutel}", "k-geen")
        .replace("{los}", "aanmelden")
        .replace("{vestigingscode}", "99AA00")
        .replace("{regel}", "schorsing.toets");
    format!("/api/v1{path}")
}

#[tokio::test]
async fn the_router_has_the_documented_operations_and_no_others() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let paths: BTreeSet<String> = operations().into_iter().map(|(_, path)| path).collect();
    assert!(paths.len() > 20, "{paths:?}");
    for path in paths {
        let answer = ib.with_method("PATCH", &filled(&path, &nummer)).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        let allowed = answer.headers["allow"].to_str().unwrap().to_owned();
        let has: BTreeSet<&str> = allowed.split(',').filter(|method| *method != "HEAD").collect();
        let all = operations();
        let documented: BTreeSet<&str> =
            all.iter().filter(|(_, known)| *known == path).map(|(method, _)| method.as_str()).collect();
        assert_eq!(has, documented, "{path}");
    }
}

/// An address of the interface that stands elsewhere would be one that nobody documented.
#[test]
fn no_other_module_has_an_address_of_the_interface() {
    fn walk(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_some_and(|name| name != "tests") {
                    walk(&path, found);
                }
            } else if std::fs::read_to_string(&path).unwrap().contains("route(\"/api") {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    let mut found = Vec::new();
    walk(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    // The page about it, and the one loop over the declarations.
    assert_eq!(found, ["api.rs"]);
}

#[test]
fn every_act_is_documented_with_each_of_its_fields() {
    let document = document();
    let post = &document["paths"]["/dossiers/{nummer}/opdrachten/{naam}"]["post"];
    let names = post["parameters"].as_array().unwrap().iter().find(|one| one["name"] == "naam").unwrap();
    let declared: Vec<&str> = daden().map(|daad| daad.naam).collect();
    assert_eq!(names["schema"]["enum"], json!(declared));
    let shapes =
        document["components"]["schemas"]["Opdracht"]["properties"]["velden"]["anyOf"].as_array().unwrap();
    assert_eq!(shapes.len(), daden().count());
    for (daad, shape) in daden().zip(shapes) {
        let shape = document.pointer(shape["$ref"].as_str().unwrap().trim_start_matches('#')).unwrap();
        let fields: BTreeSet<&str> =
            shape["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let velden = (daad.velden)();
        assert_eq!(fields, velden.iter().map(|veld| veld.naam).collect(), "{}", daad.naam);
        let required: Vec<&str> = velden.iter().filter(|veld| veld.verplicht).map(|veld| veld.naam).collect();
        assert_eq!(shape["required"], json!(required), "{}", daad.naam);
    }
}

#[test]
fn every_part_of_a_path_and_every_reference_is_described() {
    let document = document();
    let names: BTreeSet<&String> = document["components"]["schemas"].as_object().unwrap().keys().collect();
    let mut ids = BTreeSet::new();
    for (method, path) in operations() {
        let operation = &document["paths"][&path][method.to_lowercase()];
        assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{method} {path}");
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let described: Vec<&str> = parameters
            .iter()
            .filter(|one| one["in"] == "path")
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        let parts: Vec<&str> =
            path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        assert_eq!(described, parts, "{path}");
    }
    let text = document.to_string();
    for reference in text.split("#/components/schemas/").skip(1) {
        let naam = reference.split('"').next().unwrap();
        assert!(names.contains(&naam.to_owned()), "{naam}");
    }
}

pub(super) async fn key_of(proef: &Proef, kijker: &Kijker) -> String {
    let held = proef.kit.app.storage.rollen(&kijker.actor.persoon).await.unwrap();
    let mine = |held: &&storage::Rol| {
        held.rol == kijker.actor.rol.code() && held.organisatie == kijker.actor.organisatie
    };
    let nieuw = NieuweSleutel {
        account: kijker.actor.persoon.clone(),
        rol: held.iter().find(mine).map(|held| held.id),
        naam: "koppeling".to_owned(),
        tot: None,
    };
    let made = proef.kit.app.make_sleutel(Beheer::Machine, &nieuw, proef.kit.moment()).await.unwrap();
    made.sleutel.expose().to_owned()
}

#[tokio::test]
async fn a_program_hears_which_way_its_key_does_not_work_and_nobody_else_does() {
    let proef = Proef::start().await;
    let kijker = proef.kit.as_(Rol::Ib);
    let key = key_of(&proef, &kijker).await;
    let program = proef.program(&key);
    assert_eq!(program.get("/api/v1/dossiers").await.status, StatusCode::OK);
    let refused = async |key: &str, kind: &str| {
        let answer = proef.program(key).get("/api/v1/dossiers").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        answer.assert_says(&format!("\"type\":\"urn:leerrecht:probleem:{kind}\""));
    };
    refused("", "sleutel_onbekend").await;
    refused(&key.replace(|letter: char| letter.is_ascii_hexdigit(), "a"), "sleutel_onbekend").await;
    proef.kit.dagen_later(366);
    refused(&key, "sleutel_verlopen").await;
    let browser = proef.as_(Rol::Ib).await;
    browser.get("/sleutels").await.assert_says("verlopen op");
    browser.get("/sleutels?stand=verlopen").await.assert_says("koppeling");
    let works = browser.get("/sleutels?stand=werkt").await;
    works.assert_says("Er is geen sleutel die hierbij past.");
    let made = proef.kit.app.sleutels_of(&kijker.actor.persoon).await.unwrap();
    proef.kit.app.withdraw_sleutel(&kijker.actor, &made[0].id, proef.kit.moment()).await.unwrap();
    refused(&key, "sleutel_ingetrokken").await;
}

#[tokio::test]
async fn a_key_gets_what_its_person_gets_and_never_more() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let school = proef.kit.dossier(&nummer).await.aanvragen[0].vestiging.organisatie();
    let parent = proef.kit.ouder(&nummer).await;
    let people = [
        proef.kit.as_at(Rol::Ib, &school),
        proef.kit.as_at(Rol::Directie, &school),
        proef.kit.as_(Rol::Loket),
        proef.kit.as_(Rol::Besluitnemer),
        proef.kit.as_(Rol::Organisatiebeheerder),
    ];
    assert!(parent.is_some(), "a parent with a page of their own");
    for kijker in people.into_iter().chain(parent) {
        let person = proef.browser(&kijker).await;
        let program = proef.program(&key_of(&proef, &kijker).await);
        for (method, path) in operations() {
            // Who looked grows with every look, and the log with every list; what they are is compared elsewhere.
            if method == "GET" && !path.ends_with("/inzage") && !path.ends_with("/logboek") {
                let address = filled(&path, &nummer);
                let (theirs, its) = (person.get(&address).await, program.get(&address).await);
                assert_eq!(
                    (its.status, its.body),
                    (theirs.status, theirs.body),
                    "{:?} {address}",
                    kijker.actor.rol
                );
            }
        }
        for daad in daden() {
            let address = format!("/api/v1/dossiers/{nummer}/opdrachten/{}?proef=ja", daad.naam);
            let body = json!({ "over": 1, "versie": 1, "velden": {} });
            let theirs = person.json(&address, "k", &body).await;
            let its = program.json(&address, "k", &body).await;
            assert_eq!((its.status, its.body), (theirs.status, theirs.body), "{address}");
        }
    }
}

#[tokio::test]
async fn without_a_working_key_nothing_is_told_and_the_pages_take_none() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let document = document();
    let kijker = proef.kit.as_(Rol::Ib);
    let key = key_of(&proef, &kijker).await;
    let strangers = [proef.program("bestaat-niet"), proef.program(&format!("{key}x")), proef.nobody()];
    for (method, path) in operations() {
        let open = document["paths"][&path][method.to_lowercase()]["security"] == json!([]);
        for stranger in &strangers {
            let answer = stranger.with_method(&method, &filled(&path, &nummer)).await;
            if open {
                assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
            } else {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
                assert_eq!(answer.headers["www-authenticate"], "Bearer");
            }
        }
    }
    let page = proef.program(&key).get("/vandaag").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "a key is for programs");
    assert!(page.location().starts_with("/inloggen"));
}

#[tokio::test]
async fn what_is_not_declared_is_refused_before_it_is_read() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    for query in ["kleur=rood", "bladzijde=", "bladzijde=0", "bladzijde=een", "bladzijde=1&bladzijde=2"] {
        let answer = ib.get(&format!("/api/v1/scholen?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
    }
    let form = ib.post(&format!("/api/v1/dossiers/{nummer}/opdrachten/laat_toe"), &[("over", "1")]).await;
    assert_eq!(form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

pub(super) async fn looks(proef: &Proef, nummer: &DossierNummer) -> u64 {
    let query = storage::InzageQuery::newest(nummer.clone(), Page::first(1));
    proef.kit.app.storage.reads(&query).await.unwrap().total
}

/// On the page and over the line: a colleague with name, role and organisation; a family hears the organisation and the role.
#[tokio::test]
async fn the_timeline_says_who_did_what() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let (ib, loket) = (proef.at_school_of(&nummer, Rol::Ib).await, proef.as_(Rol::Loket).await);
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let lines = parsed(&ib.get(&format!("/api/v1/dossiers/{nummer}/tijdlijn")).await);
    let lines = lines.as_array().unwrap();
    let by = |rol: &str| lines.iter().map(|line| &line["door"]).find(|door| door["rol"] == rol).unwrap();
    let (school, decider) = (by("ib"), by("besluitnemer"));
    let said = |door: &serde_json::Value, field: &str| door[field].as_str().unwrap().to_owned();
    for browser in [&ib, &loket] {
        let page = browser.get(&format!("/kind/{nummer}/tijdlijn")).await;
        page.assert_says(&format!(
            "door {}, besluitnemer, {}",
            said(decider, "naam"),
            said(decider, "organisatie")
        ));
    }
    let page = ouder.get(&format!("/kind/{nummer}/tijdlijn")).await;
    page.assert_says(&format!("door intern begeleider, {}", said(school, "organisatie")));
    page.assert_silent_on(&said(school, "naam"));
    page.assert_silent_on(&said(decider, "naam"));
    let own = parsed(&ouder.get(&format!("/api/v1/dossiers/{nummer}/tijdlijn")).await);
    assert!(
        own.as_array()
            .unwrap()
            .iter()
            .all(|line| line["door"]["rol"] == "ouder" || line["door"]["naam"].is_null())
    );
    assert_eq!(parsed(&ib.get(&format!("/api/v1/dossiers/{nummer}/beeld")).await)["tijdlijn"], json!(lines));
}

#[tokio::test]
async fn what_a_program_reads_of_a_child_is_on_record_and_is_what_the_page_shows() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let base = format!("/api/v1/dossiers/{nummer}");
    let before = looks(&proef, &nummer).await;
    let stand = parsed(&ib.get(&base).await);
    assert_eq!(looks(&proef, &nummer).await, before, "nothing of the child was told");
    let view = parsed(&ib.get(&format!("{base}/beeld")).await);
    assert_eq!((&view["versie"], &view["mag"]), (&stand["versie"], &stand["mag"]));
    let page = ib.get(&format!("/kind/{nummer}")).await;
    page.assert_says(view["naam"].as_str().unwrap());
    page.assert_says(view["aanvragen"][0]["besluit"]["nummer"].as_str().unwrap());
    let mut after = looks(&proef, &nummer).await;
    assert_eq!(after, before + 2, "the view and the page");
    let letters = parsed(&ib.get(&format!("{base}/brieven")).await);
    assert_eq!(letters, view["brieven"]);
    assert_eq!(looks(&proef, &nummer).await, after + 1);
    let told = [format!("{base}/tijdlijn"), format!("{base}/bijlagen"), format!("{base}/inzage")];
    after = looks(&proef, &nummer).await;
    for address in told {
        let answer = ib.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
        // A list without a document shows nothing.
        if answer.body != "[]" {
            after += 1;
        }
        assert_eq!(looks(&proef, &nummer).await, after, "{address}");
    }
    let reads = parsed(&ib.get(&format!("{base}/inzage")).await);
    assert_eq!(reads["totaal"], json!(after + 1));
    let stranger = proef.as_(Rol::CommissieBegeleiding).await;
    for below in ["", "/beeld", "/tijdlijn", "/inzage", "/brieven", "/bijlagen", "/concepten/laat_toe-1"] {
        let answer = stranger.get(&format!("{base}{below}")).await;
        assert!(answer.status.is_client_error(), "{below}: {}", answer.body);
    }
}

#[tokio::test]
async fn what_is_secret_from_a_parent_is_nowhere_in_what_their_program_gets() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let kijker = proef.kit.ouder(&nummer).await.unwrap();
    let parent = proef.program(&key_of(&proef, &kijker).await);
    let base = format!("/api/v1/dossiers/{nummer}");
    let dossier = proef.kit.dossier(&nummer).await;
    let inschrijving = dossier.inschrijving_op(proef.kit.moment().vandaag).unwrap();
    let adres = &dossier.leerling.as_ref().unwrap().adres;
    let secrets =
        [&inschrijving.schoolnaam, inschrijving.vestiging.as_str(), &adres.straat].map(ToOwned::to_owned);
    let told = async |secret: &str| {
        let mut everything = String::new();
        for below in ["", "/beeld", "/tijdlijn", "/inzage", "/brieven", "/bijlagen"] {
            everything.push_str(&parent.get(&format!("{base}{below}")).await.body);
        }
        everything.contains(secret)
    };
    for secret in &secrets {
        assert!(told(secret).await, "{secret} is no secret yet");
    }
    let mine = |persoon: &&dossier::staat::Persoon| persoon.account.as_ref() == Some(&kijker.actor.persoon);
    let voor_personen = vec![dossier.personen.iter().find(mine).unwrap().nr];
    let hide =
        ZetGeheimhouding { geheim: true, voor_personen, bron: "beschikking van de rechtbank".to_owned() };
    let ib = proef.kit.as_at(Rol::Ib, &inschrijving.vestiging.organisatie());
    let open = proef.kit.app.open(&ib, &nummer, proef.kit.moment()).await.unwrap();
    open.doe(hide, Uitvoering::default()).await.unwrap();
    for secret in &secrets {
        assert!(!told(secret).await, "{secret} is told");
    }
}

#[tokio::test]
async fn a_letter_that_an_act_asked_for_comes_as_pdf_and_is_on_record() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let base = format!("/api/v1/dossiers/{nummer}");
    let versie = parsed(&ib.get(&base).await)["versie"].clone();
    let body =
        json!({ "over": 1, "versie": versie, "velden": { "weken": 2, "reden": "De toetsen duren langer." } });
    let done = ib.json(&format!("{base}/opdrachten/verleng_beslistermijn"), "k", &body).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
    let letters = parsed(&ib.get(&format!("{base}/brieven")).await);
    let letter = letters.as_array().unwrap().last().unwrap().clone();
    assert_eq!(letter["over"], "aanmelding-1");
    let before = looks(&proef, &nummer).await;
    let pdf = ib.get(&format!("{base}/brieven/{}", letter["volgnummer"])).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.body.starts_with("%PDF"), "{}", pdf.body);
    assert_eq!(looks(&proef, &nummer).await, before + 1);
}

#[tokio::test]
async fn an_attachment_comes_byte_for_byte_and_is_on_record() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAanvulling).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let form = format!("/kind/{nummer}/aanvraag/1/aanvulling");
    let file = ("bijlage", "toetsen.pdf", &b"%PDF-1.7 toetsen"[..]);
    let kept = ib.upload(&form, &[("vraag", "aanvulling")], file).await;
    kept.assert_says("toetsen.pdf");
    ib.fill(&form, &[("antwoorden", "Hierbij."), ("versturen", "ja")]).await.assert_leads_to("/kind/");
    let list = format!("/api/v1/dossiers/{nummer}/bijlagen");
    let documents = parsed(&ib.get(&list).await);
    assert_eq!(documents[0]["naam"], "toetsen.pdf", "{documents}");
    let before = looks(&proef, &nummer).await;
    let one = ib.get(&format!("{list}/{}", documents[0]["kenmerk"].as_str().unwrap())).await;
    assert_eq!((one.status, one.body.as_str()), (StatusCode::OK, "%PDF-1.7 toetsen"));
    assert!(one.headers["content-disposition"].to_str().unwrap().contains("toetsen.pdf"));
    assert_eq!(looks(&proef, &nummer).await, before + 1);
}

#[tokio::test]
async fn a_draft_is_that_of_the_page_with_a_version_per_field_and_both_sides_of_a_clash() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let draft = format!("/api/v1/dossiers/{nummer}/concepten/verleng_beslistermijn-1");
    let field = format!("{draft}/velden/reden");
    let first = json!({ "versie": 0, "waarde": "De toetsen duren langer." });
    let kept = ib.put(&field, &first).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    assert_eq!(ib.put(&field, &first).await.body, kept.body, "the same request again is no clash");
    ib.get(&format!("/kind/{nummer}/aanmelding/1/verlengen")).await.assert_says("De toetsen duren langer.");
    let clash = ib.put(&field, &json!({ "versie": 0, "waarde": "Iets anders." })).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let problem = parsed(&clash);
    assert_eq!(problem["waarde_gegeven"], "Iets anders.");
    assert_eq!(problem["waarde_nu"], "De toetsen duren langer.");
    assert_eq!(problem["versie_nu"], parsed(&kept)["versie"]);
    let read = parsed(&ib.get(&draft).await);
    assert_eq!(read["velden"][0]["waarde"], "De toetsen duren langer.");
    let unknown = ib.put(&format!("{draft}/velden/kleur"), &first).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "a field that the act does not have");
    let other = ib.get(&draft.replace("verleng_beslistermijn", "neem_besluit")).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN, "who may not do the act does not read its draft");
    assert_eq!(ib.with_method("DELETE", &draft).await.status, StatusCode::NO_CONTENT);
    assert_eq!(parsed(&ib.get(&draft).await)["velden"], json!([]));
}

#[tokio::test]
async fn registers_and_lists_are_those_of_the_pages() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let number = &dossier.aanvragen[0].verleend().unwrap().nummer;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let swv = dossier.aanvragen[0].swv.uitkomst.to_string();
    let born = dossier.leerling.as_ref().unwrap().geboortedatum.to_string();
    let asked = |nummer: &str, born: &str| json!({ "samenwerkingsverband": swv, "nummer": nummer, "geboortedatum": born });
    let check = "/api/v1/tlv-controles";
    // A decision that is not made known is found by nobody, with the right number and the right child (Awb 3:40, 3:41).
    let secret = proef.given(Verhaallijn::TlvVerleend).await;
    let decided = proef.kit.dossier(&secret).await;
    let kind = decided.leerling.as_ref().unwrap().geboortedatum.to_string();
    let besluit = decided.aanvragen[0].verleend().unwrap();
    assert!(decided.aanvragen[0].bekendmaking.is_none());
    let there = decided.aanvragen[0].swv.uitkomst.to_string();
    let right = json!({ "samenwerkingsverband": there, "nummer": besluit.nummer, "geboortedatum": kind });
    let hidden = ib.json(check, "", &right).await;
    assert_eq!(parsed(&hidden)["gevonden"], json!(false));
    let found = parsed(&ib.json(check, "", &asked(number, &born)).await);
    assert_eq!((&found["gevonden"], &found["verklaring"]["nummer"]), (&json!(true), &json!(number)));
    let wrong_day = ib.json(check, "", &asked(number, "2001-01-01")).await;
    let wrong_number = ib.json(check, "", &asked("2001-00001", &born)).await;
    assert_eq!(wrong_day.body, wrong_number.body, "which of both was wrong is told to nobody");
    assert_eq!(ib.json(check, "", &asked(number, "gisteren")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let school = dossier.aanvragen[0].vestiging.as_str();
    assert_eq!(parsed(&ib.get(&format!("/api/v1/scholen/{school}")).await)["vestigingscode"], school);
    let loket = proef.as_(Rol::Loket).await;
    let register = parsed(&loket.get("/api/v1/verklaringen").await);
    let numbers: Vec<&Value> =
        register["rijen"].as_array().unwrap().iter().map(|row| &row["nummer"]).collect();
    assert!(numbers.contains(&&json!(number)), "{register}");
    assert_eq!(loket.json(check, "", &asked(number, &born)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ib.get("/api/v1/verklaringen").await.status, StatusCode::FORBIDDEN);
    let children = parsed(&ib.get("/api/v1/dossiers").await);
    assert!(children["rijen"].as_array().unwrap().iter().any(|row| row["dossier"] == nummer.as_str()));
    let running = proef.given(Verhaallijn::TlvAangevraagd).await;
    let queue = parsed(&loket.get("/api/v1/aanvragen").await);
    assert!(
        queue["rijen"].as_array().unwrap().iter().any(|row| row["dossier"] == running.as_str()),
        "{queue}"
    );
    let own = parsed(&ib.get("/api/v1/beurten?sorteer=naam").await);
    assert!(own["rijen"].as_array().unwrap().iter().all(|row| row["rol"] == "ib"), "{own}");
}

#[tokio::test]
async fn the_document_and_its_page_are_for_everybody_and_say_the_same() {
    let proef = Proef::start().await;
    let nobody: Browser = proef.nobody();
    assert_eq!(parsed(&nobody.get("/api/v1/openapi.json").await), *document());
    let page = nobody.get("/api").await;
    assert_eq!(page.status, StatusCode::OK);
    for (method, path) in operations() {
        page.assert_says(&format!("<code>{method} /api/v1{path}</code>"));
    }
    for daad in daden() {
        page.assert_says(&format!("<code>{}</code>", daad.naam));
    }
}
