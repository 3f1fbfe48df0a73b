//! What somebody typed is not lost when what it was about is gone, and one gone file stops no others.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;

use crate::paginas::aanvraag::tests::hidden;
use crate::paginas::aanvraag::tests::lijsten::runs_out;
use crate::weg::proef::Proef;

const TYPED: &str = "Anders weten wij te weinig & kunnen wij niets.";

#[tokio::test]
async fn a_form_of_which_the_file_is_closed_meanwhile_gives_back_what_was_typed() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let loket = proef.as_(Rol::Loket).await;
    for gone in [
        format!("/kind/{nummer}/aanvraag/7/aanvulling"),
        "/kind/2026-999999/aanmelding/1/verlengen".to_owned(),
    ] {
        let sent =
            [("versie", "1"), ("waarom", TYPED), ("wat", "Plan"), ("nieuw_wachtwoord", "geheim van mij")];
        let page = loket.post(&gone, &sent).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{gone}");
        page.assert_says("Dit had u getypt");
        page.assert_says("Anders weten wij te weinig &#38; kunnen wij niets.</textarea>");
        page.assert_silent_on("geheim van mij");
    }
    loket.get("/kind/2026-999999").await.assert_silent_on("Dit had u getypt");
}

#[tokio::test]
async fn a_password_comes_back_on_no_page_that_says_no_whatever_its_field_is_called() {
    let proef = Proef::start().await;
    let nobody = proef.nobody();
    let chosen = "kikker op de maan 77";
    for address in ["/activeer/bestaat-niet", "/code", "/inloggen", "/bestaat-niet"] {
        let typed = [("wachtwoord", chosen), ("nogmaals", chosen), ("naam", "Kees van de Maan")];
        let page = nobody.post(address, &typed).await;
        assert!(!page.status.is_success() && !page.body.is_empty(), "{address}: {}", page.status);
        page.assert_silent_on("kikker op de maan");
    }
}

#[tokio::test]
async fn one_request_that_is_gone_does_not_stop_the_others_that_were_chosen() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let loket = proef.as_(Rol::Loket).await;
    let list = loket.get("/loket").await;
    let expert =
        list.body.split("name=\"persoon\"").nth(1).unwrap().split("<option value=\"").nth(2).unwrap();
    let expert = expert.split('"').next().unwrap().to_owned();
    let own = hidden(&list);
    let mut all: Vec<(&str, &str)> = own.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    let (here, other) = (format!("{nummer}/1"), format!("{nummer}/9"));
    all.extend([("kies", "2026-999999/1"), ("kies", other.as_str()), ("kies", here.as_str())]);
    all.extend([("persoon", expert.as_str()), ("discipline", "orthopedagoog")]);
    let page = loket.post("/loket/toewijzen", &all).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.body);
    page.assert_says("om advies gevraagd bij 1 van de 3");
    page.assert_says("Niet gedaan: dit is er niet meer, of het is niet meer voor u.");
}

#[tokio::test]
async fn one_declaration_that_is_gone_does_not_stop_the_renewal_of_the_others() {
    let (proef, nummer, aanvraag) = runs_out(false).await;
    let school = aanvraag.gebruik.unwrap().vestiging.organisatie();
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &school)).await;
    let own = hidden(&ib.get("/verlengen").await);
    let mut all: Vec<(&str, &str)> = own.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    let here = format!("{nummer}/1");
    all.extend([("kies", "2026-999999/1"), ("kies", here.as_str())]);
    let page = ib.post("/verlengen", &all).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.body);
    page.assert_says("De verlenging afmaken");
    page.assert_says("Niet gedaan: dit is er niet meer, of het is niet meer voor u.");
}
