//! The rules over HTTP, word for word.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;

use crate::hulp::{Antwoord, Programma};

async fn ask(programma: &Programma, address: &str, body: &str) -> Antwoord {
    programma.browser().send(Request::post(address).body(Body::from(body.to_owned())).unwrap()).await
}

#[tokio::test]
async fn a_rule_answers_as_the_public_contract_says() {
    let programma = Programma::start().await;
    let answer = ask(
        &programma,
        "/api/v1/regels/schorsing.toets/toets?op=2026-03-02",
        r#"{"van":"2026-03-02","tot_en_met":"2026-03-06"}"#,
    )
    .await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"));
    let object: Value = serde_json::from_str(&answer.body).unwrap();
    insta::assert_json_snapshot!(object["uitkomst"], @r#"
    {
      "dagen": 5,
      "melding_inspectie": true,
      "toegestaan": true
    }
    "#);
    assert_eq!(object["status"], "toegepast");
    assert_eq!(object["op"], "2026-03-02");
}

#[tokio::test]
async fn a_rule_that_is_not_in_force_is_an_answer_too() {
    let programma = Programma::start().await;
    let answer = ask(
        &programma,
        "/api/v1/regels/tlv.beslistermijn/toets?op=2010-01-01",
        r#"{"ontvangen_op":"2010-01-01"}"#,
    )
    .await;
    assert_eq!(answer.status, StatusCode::OK);
    let object: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((&object["status"], &object["uitkomst"]), (&"nog_niet_geldig".into(), &Value::Null));
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let programma = Programma::start().await;
    let answer =
        ask(&programma, "/api/v1/regels/schorsing.toets/toets", r#"{"van":"gisteren","extra":1}"#).await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem: Value = serde_json::from_str(&answer.body).unwrap();
    insta::assert_json_snapshot!(problem, @r#"
    {
      "detail": "van: gegeven \"gisteren\", verwacht een datum als 2026-03-02\ntot_en_met: gegeven niets, verwacht een datum als 2026-03-02\nextra: gegeven 1, verwacht geen onbekend veld; wel: van, tot_en_met",
      "fouten": [
        {
          "gegeven": "\"gisteren\"",
          "veld": "van",
          "verwacht": "een datum als 2026-03-02"
        },
        {
          "gegeven": "niets",
          "veld": "tot_en_met",
          "verwacht": "een datum als 2026-03-02"
        },
        {
          "gegeven": "1",
          "veld": "extra",
          "verwacht": "geen onbekend veld; wel: van, tot_en_met"
        }
      ],
      "regel": "schorsing.toets",
      "status": 422,
      "title": "De invoer klopt niet",
      "type": "urn:leerrecht:probleem:ongeldige_invoer",
      "vindplaats": {
        "artikel": "40c",
        "bwb": "BWBR0003420",
        "lid": null,
        "wet": "WPO",
        "zekerheid": "wettekst"
      }
    }
    "#);
}

#[tokio::test]
async fn a_wrong_day_is_a_wrong_field() {
    let programma = Programma::start().await;
    for op in ["op=gisteren", "op=2026-02-30", "op=2026-03-01&op=2026-03-02", "op=3-3-2026"] {
        let answer = ask(&programma, &format!("/api/v1/regels/schorsing.toets/toets?{op}"), "{}").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{op}");
        let problem: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["fouten"][0]["veld"], "op");
    }
}

#[tokio::test]
async fn what_is_no_json_is_400_and_an_unknown_rule_404() {
    let programma = Programma::start().await;
    for body in ["", "{", "nul", "{\"van\":1,\"van\":2}", "\u{feff}{}"] {
        let answer = ask(&programma, "/api/v1/regels/schorsing.toets/toets", body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
    let unknown = ask(&programma, "/api/v1/regels/bestaat.niet/toets", "{}").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_names_every_rule_and_each_can_be_asked_alone() {
    let programma = Programma::start().await;
    let list = programma.browser().get("/api/v1/regels").await;
    let rules: Value = serde_json::from_str(&list.body).unwrap();
    assert_eq!(rules.as_array().unwrap().len(), programma.app.wet.regels().len());
    for rule in rules.as_array().unwrap() {
        let one =
            programma.browser().get(&format!("/api/v1/regels/{}", rule["naam"].as_str().unwrap())).await;
        assert_eq!(&serde_json::from_str::<Value>(&one.body).unwrap(), rule);
    }
}
