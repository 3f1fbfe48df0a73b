//! Rows of people on the form of a registration: which of them something is said of, one more, one less.

use axum::http::StatusCode;
use dossier::Rol;

use super::register;
use crate::weg::proef::{Antwoord, Proef};

#[tokio::test]
async fn what_the_core_has_against_one_of_several_parents_stands_with_that_one() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let second = [
        ("ontvangen_op", "24-11-2026"),
        ("ouders.1.e_mail", "o@ijsbeer.example"),
        ("ouders.3.naam", "de heer B. IJsbeer"),
        ("ouders.3.relatie", "gezagsouder"),
        ("ouders.3.brondocument", "zegt het zelf"),
        ("ouders.3.e_mail", "geen adres"),
    ];
    let page = register(&ib, &second).await;
    page.assert_refused();
    page.assert_says("href=\"#veld-ouders-3-e_mail\"");
    page.assert_says("Ouder of voogd 3: ");
    page.assert_silent_on("href=\"#veld-ouders-1-e_mail\"");
}

#[tokio::test]
async fn a_row_is_added_and_taken_away_without_script_and_the_draft_follows() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let form = ib.get("/aanmelden").await;
    form.assert_says("name=\"ouders.2.naam\"");
    form.assert_silent_on("name=\"ouders.3.naam\"");
    let more = register(&ib, &[("rij_erbij", "ouders"), ("ouders.2.naam", "de heer B. IJsbeer")]).await;
    assert_eq!(more.status, StatusCode::OK);
    more.assert_says("name=\"ouders.3.naam\"");
    more.assert_says("value=\"de heer B. IJsbeer\"");
    // There can be no fourth.
    more.assert_silent_on("name=\"rij_erbij\"");
    // Any of them can go: one stays.
    more.assert_says("name=\"rij_weg\" value=\"ouders.1\"");
    let three = [("ouders.2.naam", "de heer B. IJsbeer"), ("ouders.3.naam", "mevrouw C. IJsbeer")];
    let keep: Vec<_> = three.into_iter().chain([("bewaar", "ja")]).collect();
    register(&ib, &keep).await.assert_leads_to("/aanmelden?na=bewaard");
    let gone: Vec<_> = three.into_iter().chain([("rij_weg", "ouders.3")]).collect();
    let less = register(&ib, &gone).await;
    assert_eq!(less.status, StatusCode::OK);
    less.assert_says("value=\"de heer B. IJsbeer\"");
    less.assert_silent_on("mevrouw C. IJsbeer");
    let again = ib.get("/aanmelden").await;
    again.assert_says("value=\"de heer B. IJsbeer\"");
    again.assert_silent_on("mevrouw C. IJsbeer");
    again.assert_silent_on("name=\"ouders.3.naam\"");
}

/// What stands in a field of a page.
fn typed<'a>(page: &'a Antwoord, naam: &str) -> Option<&'a str> {
    let (_, rest) = page.body.split_once(&format!("name=\"{naam}\" value=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[tokio::test]
async fn the_rows_below_one_that_is_taken_away_move_up_in_the_form_and_in_its_draft() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let three = [("ouders.2.naam", "de heer B. IJsbeer"), ("ouders.3.naam", "mevrouw C. IJsbeer")];
    let keep: Vec<_> = three.into_iter().chain([("bewaar", "ja")]).collect();
    register(&ib, &keep).await.assert_leads_to("/aanmelden?na=bewaard");
    let gone: Vec<_> = three.into_iter().chain([("rij_weg", "ouders.1")]).collect();
    let two = register(&ib, &gone).await;
    for page in [&two, &ib.get("/aanmelden").await] {
        assert_eq!(typed(page, "ouders.1.naam"), Some("de heer B. IJsbeer"));
        assert_eq!(typed(page, "ouders.2.naam"), Some("mevrouw C. IJsbeer"));
        assert_eq!(typed(page, "ouders.3.naam"), None);
        page.assert_silent_on("mevrouw O. IJsbeer");
    }
    // A row that nobody filled in goes too, and the last one stays.
    let one = register(&ib, &[("rij_weg", "ouders.2")]).await;
    assert_eq!(typed(&one, "ouders.2.naam"), None);
    one.assert_silent_on("name=\"rij_weg\"");
    one.assert_says("name=\"rij_minder\" value=\"ouders\"");
    let looked = register(&ib, &[("rij_minder", "ouders"), ("kijk", "ja")]).await;
    assert_eq!(typed(&looked, "ouders.2.naam"), None, "it does not come back by itself");
}

#[tokio::test]
async fn who_asks_for_something_in_a_form_stands_at_it_when_the_page_comes() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    ib.get("/aanmelden").await.assert_silent_on("autofocus");
    let more = register(&ib, &[("rij_erbij", "ouders"), ("ouders.2.naam", "de heer B. IJsbeer")]).await;
    let (_, at) = more.body.split_once("name=\"ouders.3.naam\"").unwrap();
    assert!(at.split('>').next().unwrap().contains("autofocus"));
    let less = register(&ib, &[("rij_weg", "ouders.2")]).await;
    less.assert_says("autofocus>Ouder of voogd 1</legend>");
    let looked = register(&ib, &[("kijk", "ja"), ("postcode", "")]).await;
    looked.assert_says("autofocus><p>Vul eerst een postcode in");
    for page in [&more, &less, &looked] {
        assert_eq!(page.body.matches("autofocus").count(), 1);
    }
}
