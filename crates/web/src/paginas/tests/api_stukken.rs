//! Documents of a request and OSO dossiers over the interface and on the pages: the same, both ways.

use std::io::Write as _;

use axum::http::StatusCode;
use base::DossierNummer;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use serde_json::{Value, json};

use super::api::{looks, parsed};
use crate::paginas::aanvraag::tests::hidden;
use crate::weg::proef::{Antwoord, Browser, Proef};

const PDF: &[u8] = b"%PDF-1.7 toetsen";

fn document(vraag: &str, naam: &str, bytes: &[u8]) -> Value {
    json!({ "vraag": vraag, "naam": naam, "inhoud": STANDARD.encode(bytes) })
}

fn of_request(nummer: &DossierNummer) -> String {
    format!("/api/v1/dossiers/{nummer}/aanvragen/1/bijlagen")
}

/// The first question of the form of a request with which a document can stand.
async fn question(browser: &Browser, form: &str) -> String {
    let page = browser.get(form).await;
    let after = page.body.split("name=\"bijlage-").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

#[track_caller]
fn assert_wrong(answer: &Antwoord, veld: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
    assert_eq!(parsed(answer)["fouten"][0]["veld"], veld, "{}", answer.body);
}

#[tokio::test]
async fn documents_of_a_request_are_those_of_its_form_both_ways() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGestart).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let (form, list) = (format!("/kind/{nummer}/aanvraag/1"), of_request(&nummer));
    let vraag = question(&ib, &form).await;
    let typed = ib.upload(&form, &[], (&format!("bijlage-{vraag}"), "blad.pdf", PDF)).await;
    typed.assert_leads_to(&form);
    assert_eq!(parsed(&ib.get(&list).await)[0]["naam"], "blad.pdf");
    let sent = document(&vraag, "C:\\werk\\programma.pdf", b"%PDF-1.7 van een programma");
    let added = ib.json(&list, "k", &sent).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    assert_eq!((&parsed(&added)["naam"], &parsed(&added)["vraag"]), (&json!("programma.pdf"), &json!(vraag)));
    assert_eq!(ib.json(&list, "k2", &sent).await.body, added.body, "sent twice it is there once");
    let other = document(&vraag, "programma.pdf", b"%PDF-1.7 VAN een programma");
    assert_ne!(ib.json(&list, "k3", &other).await.body, added.body, "as long, and something else");
    ib.get(&form).await.assert_says("programma.pdf");
    let before = looks(&proef, &nummer).await;
    assert_eq!(parsed(&ib.get(&list).await).as_array().unwrap().len(), 3);
    assert_eq!(looks(&proef, &nummer).await, before + 1, "that they were listed is on record");
    for kept in parsed(&ib.get(&list).await).as_array().unwrap() {
        let kenmerk = kept["kenmerk"].as_str().unwrap();
        if kept["naam"] == "programma.pdf" {
            let one = ib.get(&format!("/api/v1/dossiers/{nummer}/bijlagen/{kenmerk}")).await;
            assert!(one.body.starts_with("%PDF-1.7 "), "{}", one.body);
            let gone = ib.with_method("DELETE", &format!("{list}/{kenmerk}")).await;
            assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
        }
    }
    let page = ib.get(&form).await;
    page.assert_says("blad.pdf");
    page.assert_silent_on("programma.pdf");
    assert_eq!(ib.with_method("DELETE", &format!("{list}/geen")).await.status, StatusCode::NOT_FOUND);
    // Thrown away with the whole draft, its bytes go too.
    let draft = format!("/api/v1/dossiers/{nummer}/concepten/vraag_tlv_aan-1");
    let gone = ib.with_method("DELETE", &draft).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
    let far = "2100-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(proef.kit.app.storage.purge_blobs(far).await.unwrap(), 0, "nothing was left behind");
}

#[tokio::test]
async fn a_document_of_a_supplement_goes_with_it_when_the_page_sends_it() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAanvulling).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let added = ib.json(&of_request(&nummer), "k", &document("aanvulling", "toetsen.pdf", PDF)).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    let form = format!("/kind/{nummer}/aanvraag/1/aanvulling");
    ib.get(&form).await.assert_says("toetsen.pdf");
    ib.fill(&form, &[("antwoorden", "Hierbij."), ("versturen", "ja")]).await.assert_leads_to("/kind/");
    let sent = parsed(&ib.get(&format!("/api/v1/dossiers/{nummer}/bijlagen")).await);
    assert_eq!(sent[0]["naam"], "toetsen.pdf", "{sent}");
    // Sent is sent.
    let late = ib.json(&of_request(&nummer), "k", &document("aanvulling", "later.pdf", PDF)).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND, "{}", late.body);
}

#[tokio::test]
async fn what_a_program_sends_leaves_no_draft_behind_and_what_was_sent_is_no_supplement_again() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAanvulling).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let added = ib.json(&of_request(&nummer), "k", &document("aanvulling", "toetsen.pdf", PDF)).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    let act = async |browser: &Browser, naam: &str, key: &str, velden: &Value| {
        let versie = proef.kit.dossier(&nummer).await.versie;
        let address = format!("/api/v1/dossiers/{nummer}/opdrachten/{naam}");
        let mut body = json!({ "over": 1, "versie": versie, "velden": velden });
        if naam == "ontvang_aanvulling" {
            body["gelezen"] = state_of_draft(browser, &nummer).await;
        }
        browser.json(&address, key, &body).await
    };
    let today = proef.kit.moment().vandaag.to_string();
    let given = act(&ib, "ontvang_aanvulling", "a", &json!({ "op": today, "antwoorden": "Hierbij." })).await;
    assert_eq!(given.status, StatusCode::OK, "{}", given.body);
    let draft = format!("/api/v1/dossiers/{nummer}/concepten/vraag_tlv_aan-1");
    let left = ib.get(&draft).await;
    assert!(!left.body.contains("toetsen.pdf"), "{}", left.body);
    let swv = proef.kit.dossier(&nummer).await.aanvragen[0].swv.uitkomst.organisatie();
    let loket = proef.browser(&proef.kit.as_at(Rol::Loket, &swv)).await;
    let until = base::dates::plus_days(proef.kit.moment().vandaag, 14).unwrap().to_string();
    let more =
        json!({ "wat": ["het verslag"], "waarom": "Anders weten wij te weinig.", "tot_en_met": until });
    let asked = act(&loket, "vraag_aanvulling", "b", &more).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    let empty = act(&ib, "ontvang_aanvulling", "c", &json!({ "op": today, "antwoorden": "" })).await;
    assert_wrong(&empty, "antwoorden");
}

/// The mark of what stands in the draft of the request now.
async fn state_of_draft(browser: &Browser, nummer: &DossierNummer) -> Value {
    let draft = browser.get(&format!("/api/v1/dossiers/{nummer}/concepten/vraag_tlv_aan-1")).await;
    parsed(&draft)["stand"].clone()
}

#[tokio::test]
async fn what_an_act_takes_from_a_draft_goes_only_as_it_was_read() {
    for (verhaal, naam, velden) in [
        (Verhaallijn::TlvGestart, "leg_aanvraag_voor", json!({})),
        (Verhaallijn::TlvGestart, "vraag_tlv_aan", json!({})),
        (Verhaallijn::TlvAanvulling, "ontvang_aanvulling", json!({ "op": "", "antwoorden": "Hierbij." })),
    ] {
        // Given a request with a document that was read, and one that a colleague added since.
        let proef = Proef::start().await;
        let nummer = proef.given(verhaal).await;
        let ib = proef.at_school_of(&nummer, Rol::Ib).await;
        let directie = proef.at_school_of(&nummer, Rol::Directie).await;
        let vraag = if naam == "ontvang_aanvulling" {
            "aanvulling".to_owned()
        } else {
            question(&ib, &format!("/kind/{nummer}/aanvraag/1")).await
        };
        let before = proef.kit.dossier(&nummer).await.versie;
        let read = state_of_draft(&ib, &nummer).await;
        let added = directie.json(&of_request(&nummer), "d", &document(&vraag, "nieuw.pdf", PDF)).await;
        assert_eq!(added.status, StatusCode::OK, "{}", added.body);
        let mut velden = velden;
        if velden.get("op").is_some() {
            velden["op"] = json!(proef.kit.moment().vandaag.to_string());
        }
        let address = format!("/api/v1/dossiers/{nummer}/opdrachten/{naam}");
        let body = |gelezen: &Value| {
            let mut body = json!({ "over": 1, "versie": before, "velden": velden });
            if !gelezen.is_null() {
                body["gelezen"] = gelezen.clone();
            }
            body
        };
        // When nobody says what was read, it is refused with what to do.
        let unsaid = ib.json(&address, "a", &body(&Value::Null)).await;
        assert_wrong(&unsaid, "gelezen");
        assert!(unsaid.body.contains("meesturen als `gelezen`"), "{naam}: {}", unsaid.body);
        // When that was something else, both sides are told.
        let unread = ib.json(&address, "b", &body(&read)).await;
        assert_eq!(unread.status, StatusCode::CONFLICT, "{naam}: {}", unread.body);
        let (said, now) = (parsed(&unread), state_of_draft(&ib, &nummer).await);
        assert_eq!((&said["waarde_gegeven"], &said["waarde_nu"]), (&read, &now), "{said}");
        assert_eq!(proef.kit.dossier(&nummer).await.versie, before, "{naam}: nothing is done");
        // When it was read it is done, once; a request that is not complete yet is refused for that alone.
        let done = ib.json(&address, "c", &body(&now)).await;
        if naam == "vraag_tlv_aan" {
            assert_eq!(parsed(&done)["type"], "urn:leerrecht:probleem:aanvraag_onvolledig", "{}", done.body);
            continue;
        }
        assert_eq!(done.status, StatusCode::OK, "{naam}: {}", done.body);
        let again = ib.json(&address, "c", &body(&now)).await;
        assert_eq!(again.body, done.body, "{naam}: answered as it was then");
    }
}

#[tokio::test]
async fn a_document_that_a_colleague_adds_to_a_supplement_is_read_before_it_is_sent() {
    // Given the page of a supplement, and a document that a colleague adds after it was shown.
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAanvulling).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let directie = proef.at_school_of(&nummer, Rol::Directie).await;
    let form = format!("/kind/{nummer}/aanvraag/1/aanvulling");
    let shown = hidden(&ib.get(&form).await);
    let added = directie.json(&of_request(&nummer), "d", &document("aanvulling", "nieuw.pdf", PDF)).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    // When it is sent as it was shown, with a document of its own.
    let mut all: Vec<(&str, &str)> =
        shown.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    all.extend([("antwoorden", "Hierbij."), ("versturen", "ja"), ("vraag", "aanvulling")]);
    let unread = ib.upload(&form, &all, ("bijlage", "eigen.pdf", b"%PDF-1.7 eigen")).await;
    // Then nothing is sent, and the page shows what stands there now with what was typed.
    assert_eq!(unread.status, StatusCode::CONFLICT, "{}", unread.body);
    for there in ["is veranderd sinds u het las", "nieuw.pdf", "eigen.pdf", "Hierbij.</textarea>"] {
        unread.assert_says(there);
    }
    // And read, it goes, at another moment.
    proef.kit.zet(proef.kit.moment().at + std::time::Duration::from_secs(1));
    let again = hidden(&unread);
    let mut all: Vec<(&str, &str)> =
        again.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    all.extend([("antwoorden", "Hierbij."), ("versturen", "ja"), ("vraag", "aanvulling")]);
    ib.upload(&form, &all, ("bijlage", "laatste.pdf", b"%PDF-1.7 laatste")).await.assert_leads_to("/kind/");
    let sent = parsed(&ib.get(&format!("/api/v1/dossiers/{nummer}/bijlagen")).await);
    let mut names: Vec<&str> =
        sent.as_array().unwrap().iter().filter_map(|one| one["naam"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["eigen.pdf", "laatste.pdf", "nieuw.pdf"],
        "what comes along with the form is read by who sends it"
    );
}

#[tokio::test]
async fn a_document_has_the_kinds_and_limits_of_the_page_and_no_other_request_may_be_as_large() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGestart).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let list = of_request(&nummer);
    let vraag = question(&ib, &format!("/kind/{nummer}/aanvraag/1")).await;
    assert_wrong(&ib.json(&list, "k", &document(&vraag, "x.pdf", b"<html>")).await, "bijlage");
    assert_wrong(&ib.json(&list, "k", &document("kleur", "x.pdf", PDF)).await, "vraag");
    for no_base64 in ["", "%%%%", "JVBERi0", "JVBE Ri0x"] {
        let body = json!({ "vraag": vraag, "naam": "x.pdf", "inhoud": no_base64 });
        assert_wrong(&ib.json(&list, "k", &body).await, "inhoud");
    }
    let most = app::aanvraag::MOST_DOCUMENT_BYTES;
    let mut large = PDF.to_vec();
    large.resize(most + 1, b' ');
    assert_wrong(&ib.json(&list, "k", &document(&vraag, "groot.pdf", &large)).await, "bijlage");
    large.truncate(most);
    let kept = ib.json(&list, "k", &document(&vraag, "groot.pdf", &large)).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    large.resize(web_base::limits::DOCUMENT_JSON_BYTES, b' ');
    let endless = ib.json(&list, "k", &document(&vraag, "groot.pdf", &large)).await;
    assert_eq!(endless.status, StatusCode::PAYLOAD_TOO_LARGE);
    let elsewhere = format!("/api/v1/dossiers/{nummer}/opdrachten/verhuis");
    let body = json!({ "versie": 1, "velden": { "per": "x".repeat(2 * most) } });
    assert_eq!(ib.json(&elsewhere, "k", &body).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    for nr in 1..app::aanvraag::MOST_DOCUMENTS {
        let bytes = [PDF, nr.to_string().as_bytes()].concat();
        let kept = ib.json(&list, "k", &document(&vraag, "nog een.pdf", &bytes)).await;
        assert_eq!(kept.status, StatusCode::OK, "{nr}: {}", kept.body);
    }
    assert_wrong(&ib.json(&list, "k", &document(&vraag, "te veel.pdf", PDF)).await, "bijlage");
}

#[tokio::test]
async fn who_does_not_fill_in_the_request_neither_sees_nor_changes_its_documents() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGestart).await;
    let list = of_request(&nummer);
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let vraag = question(&ib, &format!("/kind/{nummer}/aanvraag/1")).await;
    let kept = parsed(&ib.json(&list, "k", &document(&vraag, "x.pdf", PDF)).await);
    let one = format!("{list}/{}", kept["kenmerk"].as_str().unwrap());
    let parent = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    for stranger in [proef.as_(Rol::Loket).await, proef.at_school_of(&nummer, Rol::Leerkracht).await, parent]
    {
        let answers = [
            stranger.get(&list).await,
            stranger.json(&list, "k", &document(&vraag, "y.pdf", PDF)).await,
            // Not even read: else it would be too large.
            stranger.json(&list, "k", &json!("x".repeat(web_base::limits::DOCUMENT_JSON_BYTES))).await,
            stranger.with_method("DELETE", &one).await,
        ];
        for answer in answers {
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{}: {}", answer.status, answer.body);
            assert!(!answer.body.contains("x.pdf"), "{}", answer.body);
        }
    }
    assert_eq!(parsed(&ib.get(&list).await), json!([kept]));
    for wrong in ["0", "7", "x", "-1", "1e3"] {
        let address = list.replace("aanvragen/1/", &format!("aanvragen/{wrong}/"));
        assert_eq!(ib.get(&address).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn bodies_that_no_program_sends_are_refused_one_by_one() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGestart).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let whole = json!({ "inhoud": "JVBERi0x", "eigen_school": false, "dossier": null, "ander_kind": false });
    let with = |field: &str, value: Value| {
        let mut body = whole.clone();
        body[field] = value;
        body
    };
    let mut left_out = whole.clone();
    left_out.as_object_mut().unwrap().remove("dossier");
    let oso = "/api/v1/oso-overnames";
    for wrong in
        [json!(null), json!([]), json!("x"), left_out, with("inhoud", json!(7)), with("kleur", json!(1))]
    {
        for address in [oso, &of_request(&nummer)] {
            let answer = ib.json(address, "k", &wrong).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{address} {wrong}: {}", answer.body);
        }
    }
    assert_wrong(&ib.json(oso, "k", &with("dossier", json!("2026-1; drop"))).await, "dossier");
    assert_wrong(&ib.json(oso, "k", &with("inhoud", json!("geen base64!"))).await, "inhoud");
    assert_eq!(ib.json(oso, "", &whole).await.status, StatusCode::BAD_REQUEST, "an act has a key");
    for xml in ["geen xml", "<x/>", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"] {
        let answer = ib.json(oso, "k", &with("inhoud", json!(STANDARD.encode(xml)))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{xml}: {}", answer.body);
    }
    for rol in [Rol::Loket, Rol::Leerkracht, Rol::Directie] {
        let answer = proef.as_(rol).await.json(oso, "k", &whole).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{rol}: {}", answer.body);
    }
}

/// The published sample for a school in Almere, where the shared files are.
fn sample(proef: &Proef) -> Option<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/oso-2019.1/Voorbeelddossier_PaO_POSWV_full.xml"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        drop(writeln!(std::io::stderr(), "SKIPPED: {path} is not there"));
        return None;
    };
    Some(testkit::oso::rewritten(&text, proef.kit.moment().vandaag))
}

#[tokio::test]
async fn a_dossier_is_tried_and_taken_over_once_as_the_page_does() {
    let proef = Proef::start().await;
    let Some(file) = sample(&proef) else { return };
    let ib = proef.as_(Rol::Ib).await;
    let oso = "/api/v1/oso-overnames";
    let body = |eigen_school: bool, ander_kind: bool| {
        json!({
            "inhoud": STANDARD.encode(&file), "eigen_school": eigen_school, "dossier": null,
            "ander_kind": ander_kind,
        })
    };
    assert_wrong(&ib.json(oso, "a", &body(false, false)).await, "school");
    let tried = parsed(&ib.json(&format!("{oso}?proef=ja"), "b", &body(true, false)).await);
    assert_eq!((&tried["proef"], &tried["dossier"]), (&json!(true), &Value::Null), "{tried}");
    ib.get("/kinderen").await.assert_silent_on("Sam de Zonnevis");
    let done = ib.json(oso, "c", &body(true, false)).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let taken = parsed(&done);
    for same in ["kind", "geboortedatum", "waarden", "bijlagen", "achtergehouden", "meldingen"] {
        assert_eq!(taken[same], tried[same], "{same}: the trial said it");
    }
    let page = format!("/kind/{}/aanvraag/{}", taken["dossier"].as_str().unwrap(), taken["aanvraag"]);
    ib.get(&page).await.assert_says("Sam de Zonnevis");
    assert_eq!(ib.json(oso, "c", &body(true, false)).await.body, done.body, "the same request again");
    let reused = ib.json(oso, "c", &body(true, true)).await;
    assert_wrong(&reused, "sleutel");
    let again = ib.json(oso, "d", &body(true, false)).await;
    assert_eq!(parsed(&again)["type"], "urn:leerrecht:probleem:mogelijk_dubbel", "{}", again.body);
    let on_page = ib.upload("/oso", &[("school", "ja")], ("bestand", "x.xml", file.as_bytes())).await;
    on_page.assert_says("Of is het een ander kind?");
    let twin = parsed(&ib.json(oso, "e", &body(true, true)).await);
    assert_ne!(twin["dossier"], taken["dossier"], "another child, somebody said");
}
