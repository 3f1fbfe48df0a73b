//! What parents decide about a registration, on their own page or by the school that records it.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::staat::AanmeldingFase;

use super::Toneel;
use crate::weg::proef::Proef;

#[tokio::test]
async fn withdrawing_is_a_choice_of_the_parents_and_a_school_says_how_it_knows() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let page = toneel.fill("intrekken", &[("reden", "")]).await;
    page.assert_refused();
    toneel.says("intrekken", &[("reden", "vader mailde op 24 november")], 9).await;
    assert_eq!(toneel.fase().await, AanmeldingFase::Ingetrokken);
}

#[tokio::test]
async fn a_school_says_which_parent_withdraws_and_goes_on_without_one_who_cannot_be_reached() {
    let toneel = Box::pin(Toneel::of_two_parents(Verhaallijn::NetAangemeld)).await;
    let dossier = toneel.proef.kit.dossier(&toneel.nummer).await;
    let mut all = dossier.beslissen_samen(toneel.proef.kit.moment().vandaag);
    all.sort_by_key(|persoon| !dossier.antwoordt_zelf(persoon));
    let (first, other) = (all[0].nr.to_string(), all[1].nr.to_string());
    let reden = ("reden", "moeder mailde op 24 november");
    toneel.fill("intrekken", &[reden]).await.assert_refused();
    toneel.fill("intrekken", &[reden, ("van", &first)]).await.assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::Ontvangen, "one parent is not both");
    let page = toneel.page().await;
    page.assert_says("Wat de ouders zeiden");
    page.assert_says("De andere ouder vragen");
    let without = [("persoon", other.as_str()), ("reden", "twee keer gebeld en een brief gestuurd")];
    toneel.fill("zonder-ouder", &without).await.assert_says("Kies waarom u verdergaat.");
    let toneel = toneel.days_later(15).await;
    let silent = [without[0], without[1], ("grond", "geen_antwoord")];
    toneel.fill("zonder-ouder", &silent).await.assert_refused();
    assert_eq!(toneel.fase().await, AanmeldingFase::Ontvangen, "who says nothing withdraws nothing");
    let court =
        [without[0], ("reden", "de rechter besliste dat moeder dit alleen mag"), ("grond", "rechter")];
    toneel.fill("zonder-ouder", &court).await.assert_refused();
    let decided = [("gerecht", "rechtbank Waterland"), ("uitspraak_op", "4-2-2026")];
    let court: Vec<_> = court.into_iter().chain(decided).collect();
    toneel.fill("zonder-ouder", &court).await.assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::Ingetrokken);
}

#[tokio::test]
async fn a_parent_registers_at_another_school_that_is_searched_by_name() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    let page = ouder.get(&format!("/kind/{nummer}/aanmelding/1")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("De aanmelding intrekken");
    page.assert_silent_on("Weigeren");
    let refused = ouder.get(&format!("/kind/{nummer}/aanmelding/1/weigeren")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let address = format!("/kind/{nummer}/aanmelding/nieuw");
    let dossier = proef.kit.dossier(&nummer).await;
    let is_other = |school: &&demo::regio::Demoschool| {
        let code = &school.school.vestiging;
        let enrolled = dossier.inschrijvingen.iter().any(|there| there.vestiging == *code);
        let basic = school.school.schoolsoort == dossier::soort::Schoolsoort::Basisschool;
        basic && !enrolled && dossier.aanmeldingen[0].vestiging != *code
    };
    let other = proef.kit.regio.scholen.iter().find(is_other).unwrap();
    let words = other.school.naam.as_str();
    let found = ouder.fill(&address, &[("school_zoeken", words), ("kijk", "ja")]).await;
    found.assert_says(&format!("value=\"{}\"", other.school.vestiging));
    let nothing = ouder.fill(&address, &[("school_zoeken", "Bestaat Niet Echt"), ("kijk", "ja")]).await;
    nothing.assert_says("Er is geen school gevonden.");
    let unchosen = ouder.fill(&address, &[("school_zoeken", words), ("andere_scholen", "De Kikker")]).await;
    unchosen.assert_refused();
    unchosen.assert_says("De Kikker</textarea>");
    let chosen = [
        ("school_zoeken", words),
        ("vestiging", other.school.vestiging.as_str()),
        ("toelichting_ouders", "hij hoort slecht"),
    ];
    // Whether anything is secret is asked first; who says yes sends nothing before a school recorded it.
    let before = proef.kit.dossier(&nummer).await.versie;
    let answers = [("", "Kies ja of nee."), ("ja", "Wij hebben uw aanmelding nog niet verstuurd.")];
    for (answer, said) in answers {
        let asked: Vec<_> = chosen.into_iter().chain([("geheim", answer)]).collect();
        let page = ouder.fill(&address, &asked).await;
        page.assert_refused();
        page.assert_says(said);
        page.assert_says("hij hoort slecht</textarea>");
    }
    assert_eq!(proef.kit.dossier(&nummer).await.versie, before);
    let chosen: Vec<_> = chosen.into_iter().chain([("geheim", "nee")]).collect();
    let done = ouder.fill(&address, &chosen).await;
    done.assert_leads_to(&format!("/kind/{nummer}/aanmelding/2/bevestiging"));
    let page = ouder.get(done.location()).await;
    page.assert_says("De aanmelding is vastgelegd");
    page.assert_says("Waarom deze datum?");
    // With two registrations each school can be called, and each letter of receipt says of which school it is.
    proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
    let own = ouder.get(&format!("/mijn/{nummer}")).await;
    let dossier = proef.kit.dossier(&nummer).await;
    for registered in &dossier.aanmeldingen {
        own.assert_says(&format!("Bel {}, ", registered.schoolnaam));
    }
    own.assert_says(&format!("Ontvangst van de aanmelding ({words}), "));
    ouder.get(&format!("/mijn/{nummer}/laten-weten")).await.assert_says(" leest dit.");
}

#[tokio::test]
async fn a_school_with_two_kinds_of_education_is_a_choice_for_each_in_the_form_itself() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    let address = format!("/kind/{nummer}/aanmelding/nieuw");
    let both =
        |school: &&demo::regio::Demoschool| school.school.schoolsoort == dossier::soort::Schoolsoort::SoVso;
    let school = &proef.kit.regio.scholen.iter().find(both).expect("a school for so and vso").school;
    let found = ouder.fill(&address, &[("school_zoeken", school.naam.as_str()), ("kijk", "ja")]).await;
    let of = |keuze: &str| format!("{}/{keuze}", school.vestiging);
    for keuze in ["so", "vso"] {
        found.assert_says(&format!("value=\"{}\"", of(keuze)));
    }
    found.assert_says(": speciaal onderwijs");
    // What was chosen stays chosen when something else is still missing.
    let so = of("so");
    let chosen = [("school_zoeken", school.naam.as_str()), ("vestiging", so.as_str())];
    let again = ouder.fill(&address, &chosen).await;
    again.assert_refused();
    again.assert_says(&format!("value=\"{}\" checked", school.vestiging));
    again.assert_says("value=\"so\" checked");
    let sent: Vec<_> = chosen.into_iter().chain([("geheim", "nee")]).collect();
    ouder.fill(&address, &sent).await.assert_leads_to(&format!("/kind/{nummer}/aanmelding/2/bevestiging"));
    let dossier = proef.kit.dossier(&nummer).await;
    let asked = dossier.feiten.iter().rev().find_map(|feit| match feit.gebeurtenis() {
        Some(dossier::Gebeurtenis::Aangemeld(event)) => event.onderwijs,
        _ => None,
    });
    assert_eq!(asked.map(dossier::soort::Onderwijskeuze::code), Some("so"));
}
