//! What is kept of a form that is not sent yet, and by whom.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;

use super::Toneel;
use crate::paginas::aanvraag::tests::hidden;
use crate::weg::proef::Browser;

#[tokio::test]
async fn nobody_keeps_drafts_in_the_file_of_somebody_else() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let loket = toneel.proef.as_(Rol::Loket).await;
    let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
    let fields = [("veld", "toelichting"), ("versie", "0"), ("waarde", "x")];
    let keep = async |browser: &Browser, form: &str| {
        let address = format!("/concept?formulier={form}&dossier={}", toneel.nummer);
        browser.post(&address, &fields).await.status
    };
    assert_eq!(keep(&ib, "stel_behoefte_vast-1").await, StatusCode::OK);
    assert_eq!(keep(&loket, "stel_behoefte_vast-1").await, StatusCode::NOT_FOUND, "another's file");
    assert_eq!(keep(&ib, "neem_besluit-1").await, StatusCode::FORBIDDEN, "another's act");
    for form in ["slapen", "stel_behoefte_vast-een", ""] {
        assert_eq!(keep(&ib, form).await, StatusCode::BAD_REQUEST, "{form}");
    }
    for (form, status) in [("beleid", StatusCode::FORBIDDEN), ("x", StatusCode::BAD_REQUEST)] {
        let answer = loket.post(&format!("/concept?formulier={form}"), &fields).await;
        assert_eq!(answer.status, status, "{form}");
    }
}

#[tokio::test]
async fn a_button_that_is_pressed_twice_does_one_thing() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let address = format!("/kind/{}/aanmelding/1/verlengen", toneel.nummer);
    let form = toneel.ib.get(&address).await;
    let fields = [("versie", form.version()), ("weken", "2"), ("reden", "De toetsen duren langer.")];
    let (once, twice) = (toneel.ib.post(&address, &fields).await, toneel.ib.post(&address, &fields).await);
    once.assert_leads_to("/kind/");
    assert_eq!((twice.status, twice.location()), (once.status, once.location()), "{}", twice.body);
    let other = [("versie", form.version()), ("weken", "2"), ("reden", "Een andere reden.")];
    assert_eq!(toneel.ib.post(&address, &other).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_form_that_somebody_else_opened_is_carried_out_for_nobody() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let address = format!("{}/behoefte", toneel.adres);
    let form = toneel.ib.get(&address).await;
    let mark = form.body.split("name=\"merk\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let (mark, version) =
        (mark.expect("a form has the mark of its reader").to_owned(), form.version().to_owned());
    let fields = [
        ("versie", version.as_str()),
        ("merk", mark.as_str()),
        ("extra_ondersteuning", "ja"),
        ("toelichting", "hulp bij rekenen"),
    ];
    let director = toneel.proef.at_registration_of(&toneel.nummer, Rol::Directie).await;
    let sent = director.post(&address, &fields).await;
    assert_eq!(sent.status, StatusCode::BAD_REQUEST);
    sent.assert_says("geopend door iemand anders");
    assert_eq!(toneel.ib.get(&address).await.version(), version, "nothing was recorded");
    assert_eq!(toneel.ib.post(&address, &fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn keeping_a_form_leaves_a_colleagues_newer_text_and_shows_both() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let directie = toneel.proef.at_registration_of(&toneel.nummer, Rol::Directie).await;
    let address = format!("{}/weigeren", toneel.adres);
    let shown = hidden(&toneel.ib.get(&address).await);
    let draft = format!("/concept?formulier=weiger-1&dossier={}", toneel.nummer);
    let theirs = [("veld", "motivering"), ("versie", "0"), ("waarde", "de klas is vol")];
    assert_eq!(directie.post(&draft, &theirs).await.status, StatusCode::OK);
    let with = |extra: &[(&'static str, &'static str)]| -> Vec<(String, String)> {
        let typed = extra.iter().map(|(naam, waarde)| ((*naam).to_owned(), (*waarde).to_owned()));
        shown.iter().cloned().chain(typed).collect()
    };
    for button in [&[("bewaar", "ja")][..], &[]] {
        let all = with(
            &[&[("motivering", "wij kunnen dit niet"), ("grond", "andere_school")][..], button].concat(),
        );
        let all: Vec<(&str, &str)> =
            all.iter().map(|(naam, waarde)| (naam.as_str(), waarde.as_str())).collect();
        let both = toneel.ib.post(&address, &all).await;
        assert!(both.status.is_client_error(), "{}", both.status);
        both.assert_says("„de klas is vol”");
        both.assert_says("wij kunnen dit niet</textarea>");
        directie.get(&address).await.assert_says("de klas is vol</textarea>");
    }
    // A text that nobody touched goes over nothing and stops nobody.
    let untouched = with(&[("bewaar", "ja")]);
    let untouched: Vec<(&str, &str)> =
        untouched.iter().map(|(naam, waarde)| (naam.as_str(), waarde.as_str())).collect();
    toneel.ib.post(&address, &untouched).await.assert_leads_to(&toneel.adres);
    directie.get(&address).await.assert_says("de klas is vol</textarea>");
}

#[tokio::test]
async fn nothing_is_kept_in_the_draft_of_somebody_else_who_signed_in_meanwhile() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let directie = toneel.proef.at_registration_of(&toneel.nummer, Rol::Directie).await;
    let form = hidden(&toneel.ib.get(&format!("{}/weigeren", toneel.adres)).await);
    let merk = form.iter().find(|(naam, _)| naam == "merk").map(|(_, merk)| merk.clone()).unwrap();
    let draft = format!("/concept?formulier=weiger-1&dossier={}", toneel.nummer);
    let typed = [("veld", "motivering"), ("versie", "0"), ("waarde", "vol"), ("merk", merk.as_str())];
    assert_eq!(directie.post(&draft, &typed).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(toneel.ib.post(&draft, &typed).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_kept_and_not_sent_stands_on_the_lists_of_who_may_send_it() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let said = "Bewaard en nog niet vastgelegd";
    toneel.ib.get("/vandaag").await.assert_silent_on(said);
    let fields = [("veld", "toelichting"), ("versie", "0"), ("waarde", "Rust nodig.")];
    let address = format!("/concept?formulier=stel_behoefte_vast-1&dossier={}", toneel.nummer);
    assert_eq!(toneel.ib.post(&address, &fields).await.status, StatusCode::OK);
    let page = toneel.ib.get("/vandaag").await;
    page.assert_says(said);
    // On top, and called what its own form is called.
    page.assert_says(">Vaststellen wat het kind nodig heeft<");
    assert!(page.body.find(said) < page.body.find("U bent aan zet"), "{}", page.body);
    page.assert_silent_on("Rust nodig.");
    toneel.ib.get("/kinderen").await.assert_says("bewaard, nog niet vastgelegd");
    // A colleague who may not do it, and another organisation, hear nothing of it.
    let teacher = toneel.proef.at_registration_of(&toneel.nummer, Rol::Leerkracht).await;
    teacher.get("/vandaag").await.assert_silent_on(said);
    let loket = toneel.proef.as_(Rol::Loket).await;
    loket.get("/vandaag").await.assert_silent_on(said);
    let need = [("extra_ondersteuning", "nee"), ("toelichting", "Geen zorgen.")];
    toneel.ib.fill(&format!("{}/behoefte", toneel.adres), &need).await.assert_leads_to("/kind/");
    toneel.ib.get("/vandaag").await.assert_silent_on(said);
}

/// Given a form that this person may send, and after it more than a list holds that nobody here may, of colleagues who share
/// theirs; then the first still stands on the list.
#[tokio::test]
async fn what_colleagues_kept_hides_nothing_that_somebody_may_send_from_them() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let fields = [("veld", "toelichting"), ("versie", "0"), ("waarde", "Rust nodig.")];
    let address = format!("/concept?formulier=stel_behoefte_vast-1&dossier={}", toneel.nummer);
    assert_eq!(toneel.ib.post(&address, &fields).await.status, StatusCode::OK);
    let kit = &toneel.proef.kit;
    let dossier = kit.dossier(&toneel.nummer).await;
    let holder = dossier.aanmeldingen[0].vestiging.organisatie();
    let stream = storage::StreamId::dossier(&toneel.nummer);
    let later = base::Timestamp::from_second(kit.moment().at.as_second() + 60).unwrap();
    for nr in 0..250_u32 {
        // What it is about is not in this file, or the work is of another role.
        let form = if nr % 2 == 0 {
            format!("stel_behoefte_vast-{}", 9_000 + nr)
        } else {
            format!("neem_besluit-{nr}")
        };
        let draft = storage::NewDraft {
            scope: storage::DraftScope { stream: stream.clone(), holder: holder.clone(), persoon: None },
            formulier: form,
            veld: "toelichting".to_owned(),
            expected_version: 0,
            waarde: b"x".to_vec(),
            door: "p-1".parse().unwrap(),
            at: later,
            unless_sent: None,
        };
        kit.app.storage.put_draft(draft).await.unwrap();
    }
    toneel.ib.get("/vandaag").await.assert_says("Bewaard en nog niet vastgelegd");
    toneel.ib.get("/kinderen").await.assert_says("bewaard, nog niet vastgelegd");
}
