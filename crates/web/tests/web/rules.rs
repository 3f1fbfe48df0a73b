//! *Wet en regels*: every rule renders, can be tried without script, and explains itself.

use axum::http::StatusCode;

use crate::hulp::Programma;

#[tokio::test]
async fn every_rule_has_a_page_with_its_question_its_sources_and_a_form() {
    let programma = Programma::start().await;
    let list = programma.browser().get("/wet").await;
    for kaart in programma.app.wet.regels() {
        let address = format!("/wet/{}", kaart.naam);
        assert!(list.body.contains(&format!("href=\"{address}\"")), "{address} is not in the list");
        let page = programma.browser().get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        for veld in kaart.invoer {
            let named = [
                format!("name=\"{}\"", veld.naam),
                format!("name=\"{}[0]", veld.naam),
                format!("name=\"{}.", veld.naam),
            ];
            assert!(
                named.iter().any(|name| page.body.contains(name)),
                "{address} does not ask {}",
                veld.naam
            );
        }
        for bron in kaart.vindplaatsen.iter().filter_map(|bron| bron.address()) {
            assert!(page.body.contains(&bron), "{address} does not link {bron}");
        }
        let empty = programma.browser().post(&address, &[]).await;
        assert!(
            empty.status == StatusCode::OK || empty.status == StatusCode::UNPROCESSABLE_ENTITY,
            "{address}"
        );
    }
}

#[tokio::test]
async fn expected_law_stands_apart() {
    let programma = Programma::start().await;
    let page = programma.browser().get("/wet").await;
    page.assert_says("<h2>Verwacht recht, geldt nog niet</h2>");
    for verwacht in programma.app.wet.verwacht() {
        page.assert_says(&verwacht.titel.replace('&', "&#38;").replace('\'', "&#39;"));
    }
}

const ADDRESS: &str = "/wet/aanmelding.beslistermijn";

#[tokio::test]
async fn a_rule_is_tried_with_repeated_rows_and_answers_with_its_steps() {
    let programma = Programma::start().await;
    let fields = [
        ("ontvangen_op", "19-1-2026"),
        ("sector", "po"),
        ("openbaar", "ja"),
        ("verlengd", "nee"),
        ("minderjarige_asielzoeker", "nee"),
        ("opschortingen[1].uitnodiging_op", "2026-01-26"),
        ("opschortingen[1].geeindigd_op", "2-2-2026"),
        ("op", "3-3-2026"),
    ];
    let page = programma.browser().post(ADDRESS, &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("<h2>Uitkomst</h2>");
    page.assert_says("<dd>ma 9 mrt 2026");
    page.assert_says(
        "De termijn stond stil vanaf de dag na de uitnodiging tot de dag waarop dat eindigde: <b>6 dagen</b>",
    );
    page.assert_says("zo 8 mrt 2026 is geen dag waarop een termijn eindigt (zondag)");
    page.assert_says("(art. 40 lid 6 WPO)");
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_also_in_a_row_after_an_empty_one() {
    let programma = Programma::start().await;
    let fields = [
        ("ontvangen_op", "31-2-2026"),
        ("sector", "po"),
        ("opschortingen[1].uitnodiging_op", "gisteren"),
        ("op", "vandaag"),
    ];
    let page = programma.browser().post(ADDRESS, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["veld-ontvangen_op", "veld-openbaar", "veld-opschortingen-1-uitnodiging_op", "veld-op"] {
        page.assert_says(&format!("<a href=\"#{field}\">"));
        page.assert_says(&format!("id=\"{field}\""));
    }
    page.assert_says("value=\"31-2-2026\"");
    page.assert_says("value=\"gisteren\"");
    page.assert_says("Kies ja of nee.");
}

#[tokio::test]
async fn more_rows_come_without_script_and_without_losing_anything() {
    let programma = Programma::start().await;
    let fields = [
        ("ontvangen_op", "19-1-2026"),
        ("opschortingen[1].uitnodiging_op", "26-1-2026"),
        ("meer-opschortingen", "ja"),
    ];
    let page = programma.browser().post(ADDRESS, &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("name=\"opschortingen[3].uitnodiging_op\"");
    page.assert_says("value=\"26-1-2026\"");
    assert!(!page.body.contains("Uitkomst</h2>"));
}

#[tokio::test]
async fn a_rule_that_is_not_in_force_says_so_and_is_no_error() {
    let programma = Programma::start().await;
    let fields = [("ontvangen_op", "2010-01-04"), ("op", "2010-03-01")];
    let page = programma.browser().post("/wet/tlv.beslistermijn", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("Deze regel geldt op die dag nog niet.");
}

#[tokio::test]
async fn amounts_are_asked_and_answered_in_euros() {
    let programma = Programma::start().await;
    let fields = [
        ("totale_baten_eurocent", "20.000.000"),
        ("eigen_vermogen_eurocent", "1.000.000,50"),
        ("op", "3-3-2026"),
    ];
    let page = programma.browser().post("/wet/reserve.signaleringswaarde", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("€ 700.000,00");
    page.assert_says("€ 300.000,50");
}
