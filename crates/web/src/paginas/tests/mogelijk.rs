//! What can be done with a case now is asked in one place: its page offers it, and a program reads the same.

use demo::dossiers::Verhaallijn;
use dossier::Rol;
use serde_json::Value;

use super::api::parsed;
use crate::weg::proef::Proef;

/// What a program reads that can be done with a case.
fn of_case(view: &Value, over: &str) -> Vec<String> {
    let cases = view["mogelijk"].as_array().unwrap().iter();
    let acts =
        cases.filter(|case| case["over"] == over).flat_map(|case| case["opdrachten"].as_array().unwrap());
    acts.map(|act| act.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_program_reads_what_the_page_of_a_registration_offers() {
    let proef = Proef::start().await;
    for (story, offered) in [(Verhaallijn::AanbodOpen, true), (Verhaallijn::BehoefteVast, false)] {
        let nummer = proef.given(story).await;
        let ib = proef.at_school_of(&nummer, Rol::Ib).await;
        let view = parsed(&ib.get(&format!("/api/v1/dossiers/{nummer}/beeld")).await);
        let acts = of_case(&view, "aanmelding-1");
        assert!(acts.iter().any(|act| act == "laat_toe"), "{story:?}: {acts:?}");
        assert_eq!(acts.iter().any(|act| act == "aanvaard_aanbod"), offered, "{story:?}: {acts:?}");
        let may: Vec<&str> = view["mag"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(acts.iter().all(|act| may.contains(&act.as_str())), "{acts:?} beside {may:?}");
        let page = ib.get(&format!("/kind/{nummer}/aanmelding/1")).await;
        let answer = page.body.contains(&format!("/kind/{nummer}/aanmelding/1/antwoord"));
        assert_eq!(answer, offered, "{story:?}: the page says the same");
    }
}

#[tokio::test]
async fn a_partnership_is_offered_its_own_acts_in_a_request_and_the_school_its_own() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let (ib, desk) = (proef.at_school_of(&nummer, Rol::Ib).await, proef.as_(Rol::Loket).await);
    let address = format!("/api/v1/dossiers/{nummer}/beeld");
    let (school, partnership) = (parsed(&ib.get(&address).await), parsed(&desk.get(&address).await));
    let (school, partnership) = (of_case(&school, "aanvraag-1"), of_case(&partnership, "aanvraag-1"));
    // Made known: nobody advises, decides or completes any more.
    for gone in ["breng_advies_uit", "neem_besluit", "vraag_aanvulling", "ontvang_aanvulling"] {
        assert!(!school.iter().chain(&partnership).any(|act| act == gone), "{gone}");
    }
    assert!(!school.contains(&"trek_tlv_in".to_owned()), "{school:?}");
}
