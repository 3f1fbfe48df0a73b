//! One act on each request that was chosen in a list.

use axum::http::StatusCode;
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::soort::TlvSoort;
use dossier::staat::{TlvAanvraag, TlvFase};

use super::{Toneel, hidden, send};
use crate::weg::proef::Proef;

#[tokio::test]
async fn several_requests_get_one_expert_and_each_says_what_came_of_it() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let experts = toneel.experts().await;
    let choice = format!("{}/1", toneel.nummer);
    let fields = [
        ("kies", choice.as_str()),
        ("persoon", experts[0].actor.persoon.as_str()),
        ("discipline", "orthopedagoog"),
    ];
    let to = "/loket/toewijzen";
    let stale = hidden(&loket.get("/loket").await);
    send(&loket, "/loket", to, &fields).await.assert_says("om advies gevraagd bij 1 van de 1");
    // The same list once more is the same request; one that is opened later is another.
    let version = toneel.proef.kit.dossier(&toneel.nummer).await.versie;
    send(&loket, "/loket", to, &fields).await.assert_says("om advies gevraagd bij 1 van de 1");
    assert_eq!(toneel.proef.kit.dossier(&toneel.nummer).await.versie, version);
    toneel.proef.kit.zet(toneel.proef.kit.moment().at + std::time::Duration::from_secs(1));
    send(&loket, "/loket", to, &fields).await.assert_says("om advies gevraagd bij 0 van de 1");
    for without in ["merk", "geopend"] {
        let mut all: Vec<(&str, &str)> =
            stale.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
        all.retain(|(naam, _)| *naam != without);
        all.extend(fields);
        all.extend((without == "merk").then_some(("merk", "0000000000000000")));
        assert_eq!(loket.post(to, &all).await.status, StatusCode::BAD_REQUEST, "{without}");
    }
    loket.get("/loket").await.assert_says("orthopedagoog");
    let ended = toneel.below("deskundigen/1/einde");
    let reason = [("reden", "ziek")];
    send(&loket, &ended, &ended, &reason).await.assert_leads_to(&toneel.below("deskundigen"));
    assert_eq!(toneel.request().await.fase(), TlvFase::Aangevraagd);
}

#[tokio::test]
async fn a_withdrawn_request_among_the_chosen_is_a_row_that_was_not_done_and_no_page_that_says_no() {
    let toneel = Toneel::of(Verhaallijn::TlvAanvraagIngetrokken).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let experts = toneel.experts().await;
    let choice = format!("{}/1", toneel.nummer);
    let fields = [
        ("kies", choice.as_str()),
        ("persoon", experts[0].actor.persoon.as_str()),
        ("discipline", "orthopedagoog"),
    ];
    let sent = send(&loket, "/loket?toon=alles", "/loket/toewijzen", &fields).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);
    sent.assert_says("om advies gevraagd bij 0 van de 1");
    sent.assert_says("niet meer voor u");
}

#[tokio::test]
async fn a_renewal_is_begun_from_the_list_and_asks_anew_what_another_school_answered() {
    let (proef, nummer, aanvraag) = runs_out(false).await;
    let toneel = Toneel { proef, nummer };
    let school = aanvraag.gebruik.clone().unwrap().vestiging.organisatie();
    // Whoever decided can begin its withdrawal here too, and not in the register alone.
    let granted = aanvraag.verleend().expect("granted").nummer.clone();
    let decider = toneel.at_swv(Rol::Besluitnemer).await;
    let page = decider.get(&format!("/kind/{}/aanvraag/1", toneel.nummer)).await;
    page.assert_says(&format!("<a href=\"/register/{granted}\">De"));
    page.assert_says(" intrekken</a>");
    let ib = toneel.proef.browser(&toneel.proef.kit.as_at(Rol::Ib, &school)).await;
    let list = ib.get("/verlengen").await;
    let choice = format!("{}/1", toneel.nummer);
    list.assert_says(&choice);
    let sent = send(&ib, "/verlengen", "/verlengen", &[("kies", &choice)]).await;
    assert_eq!(sent.status, StatusCode::OK);
    sent.assert_says("De verlenging afmaken");
    let version = toneel.proef.kit.dossier(&toneel.nummer).await.versie;
    let mut again: Vec<(String, String)> = hidden(&list);
    again.push(("kies".to_owned(), choice.clone()));
    let again: Vec<(&str, &str)> = again.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    let twice = ib.post("/verlengen", &again).await;
    assert_eq!(twice.status, StatusCode::OK);
    twice.assert_says("De verlenging afmaken");
    assert_eq!(toneel.proef.kit.dossier(&toneel.nummer).await.versie, version, "pressed twice");
    let form = ib.get(&format!("/kind/{}/aanvraag/2", toneel.nummer)).await;
    form.assert_silent_on("Uit het dossier: vorige aanvraag");
    form.assert_says("Uit het dossier: begin van de aanvraag");
    // What the school before wrote is there to read, with its source.
    list.assert_silent_on("staat straks al ingevuld. U vult");
    let before =
        aanvraag.antwoorden.iter().find(|said| said.vraag == "ondersteuningsbehoefte").expect("a need");
    form.assert_says("Wat stond in de vorige aanvraag?");
    form.assert_says(&format!("Wat {} schreef op", aanvraag.schoolnaam));
    form.assert_says(before.waarde.split('.').next().expect("a sentence"));
    ib.get("/verlengen").await.assert_silent_on(&choice);
}

#[tokio::test]
async fn what_ends_stands_in_the_list_while_its_turn_is_open_also_of_a_child_that_leaves_within_half_a_year()
{
    let (proef, nummer, aanvraag) = runs_out(false).await;
    let school = aanvraag.gebruik.clone().expect("used").vestiging.organisatie();
    let last = aanvraag.verleend().expect("granted").tot_en_met;
    let today = base::dates::plus_months(last, -5).expect("a day");
    proef.kit.zet_dag(today);
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &school)).await;
    let choice = format!("{nummer}/1");
    ib.get("/verlengen").await.assert_says(&choice);
    // Given a child that is deregistered as of two months from now.
    let asked = proef.kit.dossier(&nummer).await.gezag_op(today).next().expect("a parent").nr.to_string();
    let leaves = base::dates::plus_months(today, 2).expect("a day").to_string();
    let seen = "De nieuwe school stuurde een bewijs van inschrijving.";
    let filled = [
        ("per", leaves.as_str()),
        ("grond", "andere_school"),
        ("blijkt", seen),
        ("verzoek_van", asked.as_str()),
    ];
    let done = ib.fill(&format!("/kind/{nummer}/gegevens/uitschrijven"), &filled).await;
    done.assert_leads_to(&format!("/kind/{nummer}/gegevens?na="));
    // Until then the school has the turn, and the list tells of it.
    ib.get("/verlengen").await.assert_says(&choice);
    proef.kit.zet_dag(leaves.parse().expect("a day"));
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &school)).await;
    ib.get("/verlengen").await.assert_silent_on(&choice);
}

/// A child whose declaration runs out while it leaves primary education, or while it does not.
pub(in crate::paginas) async fn runs_out(leaves: bool) -> (Proef, DossierNummer, TlvAanvraag) {
    let proef = Proef::start().await;
    for _ in 0..40 {
        let nummer = proef.given(Verhaallijn::TlvLooptAf).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let aanvraag = dossier.aanvraag(1).expect("a request").clone();
        let last = aanvraag.verleend().expect("granted").tot_en_met;
        let born = dossier.leerling.as_ref().expect("a child").geboortedatum;
        let last_group = dossier.inschrijvingen.iter().any(|there| there.groep.contains('8'));
        let old_enough = base::dates::age_on(born, last) >= 12;
        let primary = matches!(aanvraag.soort, TlvSoort::So | TlvSoort::Sbo);
        let at_the_end = primary && old_enough;
        if leaves && at_the_end || !leaves && !at_the_end && !last_group {
            return (proef, nummer, aanvraag);
        }
    }
    panic!("no such child");
}

#[tokio::test]
async fn at_the_end_of_primary_education_a_renewal_is_not_begun_with_one_click() {
    // Given a child whose declaration ends when it leaves primary education.
    let (proef, nummer, aanvraag) = runs_out(true).await;
    let school = aanvraag.gebruik.clone().expect("used").vestiging.organisatie();
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &school)).await;
    // When its renewal is chosen in the list, then it is asked first what comes after it.
    let choice = format!("{nummer}/1");
    let sent = send(&ib, "/verlengen", "/verlengen", &[("kies", &choice)]).await;
    sent.assert_says("Dit kind komt aan het einde van deze soort school.");
    assert_eq!(proef.kit.dossier(&nummer).await.aanvragen.len(), 1, "nothing was begun");
    let form = ib.get(&format!("/kind/{nummer}/aanvraag/nieuw?verlenging=1")).await;
    form.assert_says("value=\"verlenging-1\"");
    form.assert_silent_on("value=\"verlenging-1\" checked");
}
