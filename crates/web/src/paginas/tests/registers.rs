//! Where a form asks a partnership or a municipality it offers those that are known, and takes what is typed.

use demo::dossiers::Verhaallijn;
use dossier::Rol;

use crate::paginas::aanvraag::tests::Toneel;
use crate::weg::proef::{Antwoord, Proef};

#[track_caller]
fn assert_offers(page: &Antwoord, veld: &str, code: &str, naam: &str) {
    page.assert_says(&format!("list=\"veld-{veld}-keuzes\""));
    page.assert_says(&format!("<datalist id=\"veld-{veld}-keuzes\">"));
    page.assert_says(&format!("<option value=\"{code}\">{naam}"));
}

#[tokio::test]
async fn a_partnership_is_chosen_from_those_that_are_known_or_typed() {
    let toneel = Toneel::of(Verhaallijn::TlvVerleendBekend).await;
    let swv = toneel.swv().await;
    let kit = &toneel.proef.kit;
    let naam = kit.app.organisatie_naam(&swv.organisatie(), kit.moment().vandaag).await.unwrap();
    let ib = toneel.ib().await;
    let check = ib.get("/tlv-controle").await;
    assert_offers(&check, "swv", swv.as_str(), &naam);
    // What is typed otherwise is read as it is, and one that nobody knows is an answer like any other.
    let born = "1-2-2018";
    for code in [swv.as_str().to_lowercase(), "PO1234".to_owned()] {
        let asked = [("swv", code.as_str()), ("nummer", "2026-00000"), ("geboortedatum", born)];
        let page = ib.post("/tlv-controle", &asked).await;
        page.assert_says("Er is geen verklaring met dit nummer");
        assert_offers(&page, "swv", swv.as_str(), &naam);
    }
    let asked = ib.get(&format!("/kind/{}/aanvraag/nieuw", toneel.nummer)).await;
    assert_offers(&asked, "landelijk_swv", swv.as_str(), &naam);
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let shown = ib.get(&format!("/kind/{nummer}/aanmelding/1/verklaring")).await;
    assert_offers(&shown, "swv", swv.as_str(), &naam);
}

#[tokio::test]
async fn the_municipality_of_a_report_is_chosen_from_the_register() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::Verwijderd).await;
    let school = proef.kit.dossier(&nummer).await.verwijderingen[0].vestiging.organisatie();
    let head = proef.browser(&proef.kit.as_at(Rol::Directie, &school)).await;
    let known = proef.kit.app.gemeenten(proef.kit.moment().vandaag).await.unwrap();
    let page = head.get(&format!("/kind/{nummer}/verwijdering/1/gemeente")).await;
    assert!(!known.is_empty());
    for naam in &known {
        assert_offers(&page, "gemeente", naam, naam);
    }
}
