//! Accounts, keys, policy, schools and renewals over the interface and on the pages: the same, both ways. And what a
//! program never gets, whoever its person is.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use serde_json::{Value, json};

use super::api::{key_of, parsed};
use super::rows;
use crate::weg::proef::{Antwoord, Browser, Proef};

const ACCOUNTS: &str = "/api/v1/accounts";

fn newcomer() -> Value {
    json!({ "naam": "Juf Karekiet", "e_mail": "karekiet@school.example", "rol": "ib", "groep": null })
}

/// Every row of a list over the interface.
async fn listed(browser: &Browser, address: &str) -> Vec<Value> {
    let answer = browser.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
    let page = parsed(&answer);
    let rows = page["rijen"].as_array().unwrap().clone();
    assert_eq!(page["totaal"].as_u64().unwrap(), rows.len() as u64, "{address}: all on one page");
    rows
}

fn texts(rows: &[Value], field: &str) -> Vec<String> {
    rows.iter().map(|row| row[field].as_str().unwrap_or_default().to_owned()).collect()
}

fn column(answer: &Antwoord, nr: usize) -> Vec<String> {
    rows(answer).into_iter().map(|row| row[nr].clone()).collect()
}

/// A link or key is 64 hexadecimal digits.
#[track_caller]
fn assert_no_secret(answer: &Antwoord) {
    let words = answer.body.split(|c: char| !c.is_ascii_hexdigit());
    assert!(words.into_iter().all(|word| word.len() < 64), "{}", answer.body);
    assert!(!answer.body.contains("activeer"), "{}", answer.body);
}

#[tokio::test]
async fn the_accounts_of_an_organisation_are_managed_as_on_the_page() {
    let proef = Proef::start().await;
    let boss = proef.as_(Rol::Organisatiebeheerder).await;
    let all = listed(&boss, ACCOUNTS).await;
    let file = boss.get("/accounts.csv").await;
    assert_eq!((texts(&all, "naam"), texts(&all, "e_mail")), (column(&file, 0), column(&file, 1)));
    let of_role = listed(&boss, &format!("{ACCOUNTS}?metRol=ib&sorteer=e_mail&richting=af")).await;
    let same = boss.get("/accounts.csv?met-rol=ib&sorteer=e_mail&richting=af").await;
    assert_eq!(texts(&of_role, "e_mail"), column(&same, 1));
    let given = boss.json(ACCOUNTS, "k", &newcomer()).await;
    assert_eq!(given.status, StatusCode::OK, "{}", given.body);
    let made = parsed(&given);
    assert_eq!((&made["stand"], &made["rollen"][0]["rol"]), (&json!("zonder_wachtwoord"), &json!("ib")));
    boss.get("/accounts").await.assert_says("Juf Karekiet");
    assert_eq!(boss.json(ACCOUNTS, "k2", &newcomer()).await.body, given.body, "sent twice it is given once");
    let mut teacher = newcomer();
    (teacher["rol"], teacher["groep"]) = (json!("leerkracht"), json!("5b"));
    let both = parsed(&boss.json(ACCOUNTS, "k", &teacher).await);
    assert_eq!(both["rollen"].as_array().unwrap().len(), 2, "{both}");
    let one = format!("{ACCOUNTS}/{}", made["account"].as_str().unwrap());
    let page = one.replace("/api/v1", "");
    boss.get(&page).await.assert_says("leerkracht, groep 5b");
    let gone = format!("{one}/rollen/{}", made["rollen"][0]["nummer"]);
    assert_eq!(boss.with_method("DELETE", &gone).await.status, StatusCode::NO_CONTENT);
    assert_eq!(parsed(&boss.get(&one).await)["rollen"].as_array().unwrap().len(), 1);
    for _ in 0..2 {
        let blocked = boss.with_method("PUT", &format!("{one}/blokkade")).await;
        assert_eq!(blocked.status, StatusCode::NO_CONTENT, "{}", blocked.body);
    }
    assert_eq!(parsed(&boss.get(&one).await)["stand"], "geblokkeerd");
    boss.get("/accounts?stand=geblokkeerd").await.assert_says("Juf Karekiet");
    assert_eq!(boss.with_method("DELETE", &format!("{one}/blokkade")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(parsed(&boss.get(&one).await)["stand"], "zonder_wachtwoord");
    boss.post(&format!("{page}/link"), &[]).await.assert_says("/activeer/");
}

#[tokio::test]
async fn a_program_of_an_administrator_gets_no_way_in_and_decides_nothing_about_its_person() {
    let proef = Proef::start().await;
    let kijker = proef.kit.as_(Rol::Organisatiebeheerder);
    let program = proef.program(&key_of(&proef, &kijker).await);
    let given = program.json(ACCOUNTS, "k", &newcomer()).await;
    assert_eq!(given.status, StatusCode::OK, "{}", given.body);
    let one = format!("{ACCOUNTS}/{}", parsed(&given)["account"].as_str().unwrap());
    for answer in [
        &given,
        &program.get(ACCOUNTS).await,
        &program.get(&one).await,
        &program.get("/api/v1/sleutels").await,
    ] {
        assert_no_secret(answer);
    }
    for (method, address) in [
        ("POST", format!("{one}/link")),
        ("PUT", format!("{one}/link")),
        ("POST", "/api/v1/sleutels".to_owned()),
        ("POST", "/api/v1/sleutels/k-1/aanzetten".to_owned()),
        ("PUT", "/api/v1/sleutels/k-1".to_owned()),
    ] {
        let answer = program.with_method(method, &address).await;
        assert!(matches!(answer.status.as_u16(), 404 | 405), "{method} {address}: {}", answer.status);
    }
    let own = format!("{ACCOUNTS}/{}", kijker.actor.persoon);
    let me = parsed(&program.get(&own).await);
    let more = json!({ "naam": "Ik", "e_mail": me["e_mail"], "rol": "ib", "groep": null });
    let role = format!("{own}/rollen/{}", me["rollen"][0]["nummer"]);
    for answer in [
        program.json(ACCOUNTS, "k", &more).await,
        program.with_method("PUT", &format!("{own}/blokkade")).await,
        program.with_method("DELETE", &format!("{own}/blokkade")).await,
        program.with_method("DELETE", &role).await,
    ] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
        assert_eq!(parsed(&answer)["type"], "urn:leerrecht:probleem:eigen_account");
    }
    assert_eq!(parsed(&program.get(&own).await), me);
}

#[tokio::test]
async fn accounts_are_for_the_administrator_of_their_own_organisation() {
    let proef = Proef::start().await;
    let school = proef.kit.as_(Rol::Organisatiebeheerder);
    let staff = proef.kit.regio.medewerkers();
    let mut others = staff
        .iter()
        .filter(|held| held.rol == Rol::Organisatiebeheerder && held.organisatie != school.actor.organisatie);
    let elsewhere = others.next().unwrap();
    let stranger = proef.browser(&proef.kit.as_at(elsewhere.rol, &elsewhere.organisatie)).await;
    let one = format!("{ACCOUNTS}/{}", school.actor.persoon);
    let requests = async |browser: &Browser| {
        [
            browser.get(&one).await,
            browser.with_method("PUT", &format!("{one}/blokkade")).await,
            browser.with_method("DELETE", &format!("{one}/blokkade")).await,
            browser.with_method("DELETE", &format!("{one}/rollen/1")).await,
        ]
    };
    for answer in requests(&stranger).await {
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
    }
    let ib = proef.as_(Rol::Ib).await;
    for answer in requests(&ib).await {
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.body);
    }
    assert_eq!(ib.get(ACCOUNTS).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ib.json(ACCOUNTS, "k", &json!("x")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_wrong_with_somebody_to_give_access_is_said_by_field() {
    let proef = Proef::start().await;
    let boss = proef.as_(Rol::Organisatiebeheerder).await;
    for (veld, value) in [
        ("naam", json!("")),
        ("naam", json!("x\u{0}y")),
        ("e_mail", json!("geen adres")),
        ("e_mail", json!("a\u{0}@b.example")),
        ("rol", json!("baas")),
        ("rol", json!("beheerder")),
        ("rol", json!("ouder")),
        ("rol", json!("loket")),
        ("groep", json!("5b")),
        ("groep", json!("x".repeat(500))),
    ] {
        let mut body = newcomer();
        body[veld] = value;
        let answer = boss.json(ACCOUNTS, "k", &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}: {}", answer.body);
        assert_eq!(parsed(&answer)["fouten"][0]["veld"], veld, "{}", answer.body);
    }
    for (veld, value) in [("naam", json!(7)), ("kleur", json!("rood")), ("rol", json!(null))] {
        let mut body = newcomer();
        body[veld] = value;
        let answer = boss.json(ACCOUNTS, "k", &body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}: {}", answer.body);
    }
    let mut left_out = newcomer();
    left_out.as_object_mut().unwrap().remove("groep");
    assert_eq!(boss.json(ACCOUNTS, "k", &left_out).await.status, StatusCode::BAD_REQUEST);
    boss.get("/accounts").await.assert_silent_on("Karekiet");
}

#[tokio::test]
async fn the_own_keys_are_listed_and_withdrawn_and_nobody_elses() {
    let proef = Proef::start().await;
    let kijker = proef.kit.as_(Rol::Ib);
    let (key, second) = (key_of(&proef, &kijker).await, key_of(&proef, &kijker).await);
    let (ib, program) = (proef.browser(&kijker).await, proef.program(&key));
    let all = listed(&program, "/api/v1/sleutels").await;
    let file = ib.get("/sleutels.csv").await;
    assert_eq!((texts(&all, "waarvoor"), texts(&all, "als")), (column(&file, 0), column(&file, 1)));
    assert_eq!(texts(&all, "stand"), ["werkt", "werkt"]);
    assert!(!program.get("/api/v1/sleutels").await.body.contains(&key), "never the key itself");
    let other = proef.as_(Rol::Directie).await;
    for row in &all {
        let one = format!("/api/v1/sleutels/{}", row["sleutel"].as_str().unwrap());
        assert_eq!(other.with_method("DELETE", &one).await.status, StatusCode::NOT_FOUND);
    }
    // The first withdraws a key, which may be its own; the one that still works withdraws itself.
    let one = |row: &Value| format!("/api/v1/sleutels/{}", row["sleutel"].as_str().unwrap());
    assert_eq!(program.with_method("DELETE", &one(&all[0])).await.status, StatusCode::NO_CONTENT);
    let mut working = Vec::new();
    for program in [program, proef.program(&second)] {
        if program.get("/api/v1/sleutels").await.status != StatusCode::UNAUTHORIZED {
            working.push(program);
        }
    }
    let [program] = working.as_slice() else { panic!("{} work", working.len()) };
    let left = listed(program, "/api/v1/sleutels?stand=werkt").await;
    assert_eq!(left, [all[1].clone()]);
    assert_eq!(program.with_method("DELETE", &one(&left[0])).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.get("/api/v1/sleutels").await.status, StatusCode::UNAUTHORIZED, "it stopped at once");
    let again = ib.with_method("DELETE", &one(&left[0])).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.body);
    let stands: BTreeSet<String> = column(&ib.get("/sleutels.csv").await, 2).into_iter().collect();
    assert_eq!(stands, BTreeSet::from(["ingetrokken".to_owned()]));
}

/// The policy as it is, with six weeks and one more question.
fn changed(standing: &Value) -> Value {
    let mut beleid = standing["beleid"].clone();
    beleid["tlv_beslistermijn_weken"] = json!(6);
    let asked = json!({ "code": null, "vraag": "Is de zwemles geregeld?", "voor": ["so", "vso"] });
    beleid["extra_vragen"].as_array_mut().unwrap().push(asked);
    json!({ "versie": standing["versie"], "waarom": "De raad stemde in.", "beleid": beleid })
}

#[tokio::test]
async fn policy_is_adopted_on_the_version_that_was_seen_as_on_the_page() {
    let proef = Proef::start().await;
    let director = proef.as_(Rol::DirecteurSwv).await;
    let address = "/api/v1/beleid";
    let before = parsed(&director.get(address).await);
    let first = director.put_once(address, "k", &changed(&before)).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body);
    assert_eq!(
        director.put_once(address, "k", &changed(&before)).await.body,
        first.body,
        "once more is once"
    );
    let now = parsed(&director.get(address).await);
    assert_eq!(now["versie"], parsed(&first)["versie"]);
    assert_eq!(now["versies"][0]["waarom"], "De raad stemde in.");
    let asked = now["beleid"]["extra_vragen"].as_array().unwrap().last().unwrap().clone();
    assert!(asked["code"].as_str().unwrap().starts_with("swv_vraag_"), "{asked}");
    let page = director.get("/beleid").await;
    page.assert_says("Is de zwemles geregeld?");
    page.assert_says("De raad stemde in.");
    let late = director.put_once(address, "k2", &changed(&before)).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    let clash = parsed(&late);
    assert_eq!((&clash["versie_gezien"], &clash["versie_nu"]), (&before["versie"], &now["versie"]));
    assert!(clash["sindsdien"][0].as_str().unwrap().ends_with("De raad stemde in."), "{clash}");
    assert_eq!(serde_json::from_str::<Value>(clash["waarde_nu"].as_str().unwrap()).unwrap(), now["beleid"]);
    assert!(clash["waarde_gegeven"].as_str().unwrap().contains("zwemles"), "{clash}");
    // The other way: the page is first, and a program based on what was before hears it.
    let typed = [
        ("versie", now["versie"].to_string()),
        ("onafhankelijke_deskundigen", "ja".to_owned()),
        ("waarom", "Toch weer anders.".to_owned()),
    ];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(naam, value)| (*naam, value.as_str())).collect();
    director.post("/beleid", &typed).await.assert_leads_to("/beleid?na=vastgesteld");
    let after = parsed(&director.get(address).await);
    assert_eq!(after["beleid"]["extra_vragen"], json!([]));
    let late = director.put_once(address, "k3", &changed(&now)).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    let reused = director.put_once(address, "k", &changed(&after)).await;
    assert_eq!(reused.status, StatusCode::UNPROCESSABLE_ENTITY, "a key is for one request: {}", reused.body);
}

#[tokio::test]
async fn policy_against_the_law_or_by_somebody_else_is_refused() {
    let proef = Proef::start().await;
    let director = proef.as_(Rol::DirecteurSwv).await;
    let address = "/api/v1/beleid";
    let before = parsed(&director.get(address).await);
    let question = |code: &str, voor: Value| json!([{ "code": code, "vraag": "Waarom?", "voor": voor }]);
    for (veld, value) in [
        ("tlv_beslistermijn_weken", json!(20)),
        ("tlv_beslistermijn_weken", json!(0)),
        ("tlv_beslistermijn_weken", json!(70_000)),
        ("minste_letters_reden", json!(9)),
        ("minste_letters_reden", json!(201)),
        ("minste_letters_reden", json!(70_000)),
        ("accentkleur", json!("blauw")),
        ("postadres", json!("x".repeat(500))),
        ("steunpunt", json!("een\u{0}twee")),
        ("extra_vragen", question("zwem", json!(["so"]))),
        ("extra_vragen", question("swv_zwem", json!([]))),
        ("extra_vragen[0].voor", question("swv_zwem", json!(["zwemles"]))),
    ] {
        let mut body = changed(&before);
        body["beleid"][veld.split('[').next().unwrap()] = value;
        let answer = director.put_once(address, "k", &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}: {}", answer.body);
        assert_eq!(parsed(&answer)["fouten"][0]["veld"], veld, "{}", answer.body);
    }
    let mut silent = changed(&before);
    silent["waarom"] = json!(" ");
    let answer = director.put_once(address, "k", &silent).await;
    assert_eq!(parsed(&answer)["fouten"][0]["veld"], "waarom", "{}", answer.body);
    let mut left_out = changed(&before);
    left_out["beleid"].as_object_mut().unwrap().remove("tlv_beslistermijn_weken");
    for wrong in [json!(null), json!({}), left_out, json!({ "versie": -1, "waarom": "x", "beleid": {} })] {
        let answer = director.put_once(address, "k", &wrong).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}: {}", answer.body);
    }
    assert_eq!(
        director.put(address, &changed(&before)).await.status,
        StatusCode::BAD_REQUEST,
        "without a key"
    );
    for rol in [Rol::Ib, Rol::Loket, Rol::Organisatiebeheerder] {
        let stranger = proef.as_(rol).await;
        assert_eq!(stranger.get(address).await.status, StatusCode::FORBIDDEN, "{rol}");
        let answer = stranger.put_once(address, "k", &changed(&before)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{rol}");
    }
    assert_eq!(parsed(&director.get(address).await), before);
}

#[tokio::test]
async fn schools_and_renewals_are_sorted_and_narrowed_as_on_the_page() {
    let proef = Proef::start().await;
    for story in [Verhaallijn::TlvLooptAf, Verhaallijn::TlvLooptAf, Verhaallijn::TlvLooptAf] {
        proef.given(story).await;
    }
    let ib = proef.as_(Rol::Ib).await;
    for query in ["sorteer=plaats&richting=af", "sorteer=code", "zoek=de&sorteer=naam"] {
        let page = parsed(&ib.get(&format!("/api/v1/scholen?{query}")).await);
        let codes = texts(page["rijen"].as_array().unwrap(), "vestigingscode");
        let file = column(&ib.get(&format!("/scholen.csv?{query}")).await, 0);
        assert_eq!(codes, file[..codes.len()], "{query}");
        assert!(!codes.is_empty(), "{query}");
    }
    for wrong in ["zoek=a%00b", "swv=ergens", "sorteer=bsn", &format!("zoek={}", "a".repeat(101))] {
        let answer = ib.get(&format!("/api/v1/scholen?{wrong}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let staff = proef.kit.regio.medewerkers();
    let mut seen = 0;
    for held in staff.iter().filter(|held| held.rol == Rol::Ib) {
        let browser = proef.browser(&proef.kit.as_at(held.rol, &held.organisatie)).await;
        let all = listed(&browser, "/api/v1/verlengingen?sorteer=kind&richting=af").await;
        let file = browser.get("/verlengen.csv?sorteer=kind&richting=af").await;
        assert_eq!(texts(&all, "dossier"), column(&file, 0));
        assert_eq!(texts(&all, "laatste_dag"), column(&file, 4));
        seen += all.len();
    }
    assert!(seen >= 3, "{seen}");
    for rol in [Rol::Loket, Rol::Leerkracht, Rol::Organisatiebeheerder] {
        let answer = proef.as_(rol).await.get("/api/v1/verlengingen").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{rol}");
    }
}
