//! What was said and sent before stays to be read on the own page.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;

use crate::weg::proef::Proef;

#[tokio::test]
async fn a_letter_that_asks_nothing_more_stays_on_the_own_page() {
    // Given a parent of whom the school asks something, by a letter that stands on the own page.
    let proef = Proef::start().await;
    let nummer = loop {
        let nummer = proef.given(Verhaallijn::NetAangemeld).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let one = dossier.beslissen_samen(proef.kit.moment().vandaag).len() == 1;
        if one && proef.kit.ouder(&nummer).await.is_some() {
            break nummer;
        }
    };
    let kit = &proef.kit;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let case = format!("/kind/{nummer}/aanmelding/1");
    let asked =
        [("wat", "Het verslag"), ("waarom", "Anders weten wij te weinig."), ("tot_en_met", "7-12-2026")];
    ib.fill(&format!("{case}/informatie"), &asked).await.assert_leads_to(&case);
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let ouder = proef.browser(&kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let own = format!("/mijn/{nummer}");
    let letters = |page: &str| -> Vec<String> {
        let begin = format!("/kind/{nummer}/brief/");
        let links = page.split(begin.as_str()).skip(1);
        links.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect()).collect()
    };
    let before = letters(&ouder.get(&own).await.body);
    assert!(!before.is_empty(), "the letter is there");
    // When the registration is withdrawn, so that it asks nothing more and will not leave.
    let word = [("reden", "Moeder belde: wij verhuizen.")];
    ib.fill(&format!("{case}/intrekken"), &word).await.assert_leads_to(&case);
    // Then it is there still, says so, and opens.
    let page = ouder.get(&own).await;
    page.assert_says("deze brief vraagt niets meer van u");
    let after = letters(&page.body);
    assert!(before.iter().all(|letter| after.contains(letter)), "{before:?} and {after:?}");
    for letter in &before {
        assert_eq!(ouder.get(&format!("/kind/{nummer}/brief/{letter}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_second_opinion_takes_the_place_of_the_first_and_both_are_told() {
    let proef = Proef::start().await;
    let nummer = loop {
        let nummer = proef.given(Verhaallijn::TlvGestart).await;
        let dossier = proef.kit.dossier(&nummer).await;
        if dossier.gezag_op(proef.kit.moment().vandaag).count() > 1 {
            break nummer;
        }
    };
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let own = format!("/mijn/{nummer}");
    let form = format!("{own}/mening/1");
    ouder.fill(&form, &[("eens", "nee"), ("tekst", "Wij twijfelen nog.")]).await.assert_leads_to(&own);
    let again = ouder.get(&form).await;
    again.assert_says("Zegt u nu iets anders, dan komt dat daarvoor in de plaats.");
    again.assert_says("Wij twijfelen nog.");
    ouder.fill(&form, &[("eens", "ja"), ("tekst", "Toch goed.")]).await.assert_leads_to(&own);
    let page = ouder.get(&own).await;
    page.assert_says("<p class=\"getypt\">Toch goed.</p>");
    page.assert_says("<p class=\"getypt\">Wij twijfelen nog.</p>");
    page.assert_says("Wat u daarna zei, kwam daarvoor in de plaats.");
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let request = ib.get(&format!("/kind/{nummer}/aanvraag/1")).await;
    request.assert_says("Toch goed. (eerder, op");
    request.assert_says("Wij twijfelen nog.)");
}

#[tokio::test]
async fn what_another_parent_wants_is_answered_with_a_yes_or_a_no_in_one_place() {
    let proef = Proef::start().await;
    let nummer = loop {
        let nummer = proef.given(Verhaallijn::BehoefteVast).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let two = dossier.beslissen_samen(proef.kit.moment().vandaag).len() == 2;
        if two && proef.kit.ouder(&nummer).await.is_some() {
            break nummer;
        }
    };
    let kijker = proef.kit.ouder(&nummer).await.unwrap();
    let dossier = proef.kit.dossier(&nummer).await;
    let today = proef.kit.moment().vandaag;
    let mine = Some(&kijker.actor.persoon);
    let other =
        dossier.beslissen_samen(today).into_iter().find(|one| one.account.as_ref() != mine).unwrap().nr;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let case = format!("/kind/{nummer}/aanmelding/1");
    let other = other.to_string();
    let word = [("van", other.as_str()), ("reden", "Wij gaan verhuizen.")];
    ib.fill(&format!("{case}/intrekken"), &word).await.assert_leads_to("/kind/");
    ib.get(&case).await.assert_says("Antwoord van de andere ouder vastleggen: nee, laten doorgaan");
    let ouder = proef.browser(&kijker).await;
    let page = ouder.get(&case).await;
    page.assert_says("Zeg of de aanmelding wordt ingetrokken of doorgaat");
    page.assert_says(&format!("/mijn/{nummer}/intrekken/1"));
    page.assert_silent_on(&format!("{case}/intrekken"));
}
