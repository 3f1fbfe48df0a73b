//! What two people type in a request at the same time, or in a file that changed since.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;

use super::{Toneel, hidden, send};

#[tokio::test]
async fn a_field_is_kept_while_somebody_types_and_a_clash_shows_both_texts() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let ib = toneel.ib().await;
    let directie = toneel.proef.at_school_of(&toneel.nummer, Rol::Directie).await;
    let form = directie.get(&toneel.page()).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    let field = "ondersteuningsbehoefte";
    let draft = format!("/concept?formulier=vraag_tlv_aan-1&dossier={}", toneel.nummer);
    let kept = ib.post(&draft, &[("veld", field), ("versie", "0"), ("waarde", "Rust.")]).await;
    assert_eq!(kept.body, r#"{"om":"10:00","versie":1}"#);
    let theirs = directie.post(&draft, &[("veld", field), ("versie", "0"), ("waarde", "Ruimte.")]).await;
    assert_eq!(theirs.status, StatusCode::CONFLICT);
    theirs.assert_says(r#""waarde":"Rust.""#);
    let stale = hidden(&form);
    let mut all: Vec<(&str, &str)> =
        stale.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.push((field, "Ruimte."));
    let both = directie.post(&toneel.page(), &all).await;
    both.assert_refused();
    both.assert_says("„Rust.”");
    both.assert_says("Ruimte.</textarea>");
    let unknown = ib.post(&draft, &[("veld", "bijlage:x"), ("versie", "0"), ("waarde", "{}")]).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    let part = ib.get(&toneel.below("checklist")).await;
    part.assert_says("checklijst");
    part.assert_silent_on("<html");
}

#[tokio::test]
async fn what_happened_in_a_file_since_the_list_was_shown_is_told_and_nothing_is_done() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let shown = hidden(&loket.get("/loket").await);
    toneel.proef.kit.zet(toneel.proef.kit.moment().at + std::time::Duration::from_secs(1));
    let view = toneel.below("zienswijze");
    let pupil = [("van", "leerling"), ("tekst", "Ik wil rust."), ("eens", "geen")];
    send(&toneel.ib().await, &view, &view, &pupil).await.assert_leads_to(&toneel.page());
    let before = toneel.proef.kit.dossier(&toneel.nummer).await.versie;
    let experts = toneel.experts().await;
    let choice = format!("{}/1", toneel.nummer);
    let mut all: Vec<(&str, &str)> =
        shown.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    all.extend([
        ("kies", choice.as_str()),
        ("persoon", experts[0].actor.persoon.as_str()),
        ("discipline", "orthopedagoog"),
    ]);
    let late = loket.post("/loket/toewijzen", &all).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    late.assert_says("iemand anders wijzigde dit dossier net (");
    late.assert_says("om advies gevraagd bij 0 van de 1");
    assert_eq!(toneel.proef.kit.dossier(&toneel.nummer).await.versie, before);
}

#[tokio::test]
async fn a_form_about_a_request_has_a_draft_a_mark_and_both_sides_of_a_clash() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let address = toneel.below("aanvulling");
    let kept = [("wat", "Het plan"), ("bewaar", "ja")];
    send(&loket, &address, &address, &kept).await.assert_leads_to(&toneel.page());
    let form = loket.get(&address).await;
    form.assert_says("Het plan</textarea>");
    let stale = hidden(&form);
    let ib = toneel.ib().await;
    let taken = ib.post(&address, &[("merk", "0000000000000000"), ("versie", "1")]).await;
    assert_eq!(taken.status, StatusCode::BAD_REQUEST, "whoever opened it sends it");
    let view = toneel.below("zienswijze");
    let pupil = [("van", "leerling"), ("tekst", "Ik wil rust."), ("eens", "geen")];
    send(&ib, &view, &view, &pupil).await.assert_leads_to(&toneel.page());
    let mut all: Vec<(&str, &str)> =
        stale.iter().map(|(naam, waarde)| (naam.as_str(), waarde.as_str())).collect();
    all.extend([("wat", "Het plan"), ("waarom", "Anders weten wij te weinig."), ("tot_en_met", "9-12-2026")]);
    let late = loket.post(&address, &all).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    late.assert_says("Iemand anders wijzigde dit dossier net");
    late.assert_says("Anders weten wij te weinig.</textarea>");
    let again = [("wat", "Het plan"), ("waarom", "Te weinig ingevuld."), ("tot_en_met", "9-12-2026")];
    send(&loket, &address, &address, &again).await.assert_leads_to(&toneel.page());
    loket.get(&address).await.assert_silent_on("Anders weten wij te weinig.");
}

#[tokio::test]
async fn nothing_is_sent_that_was_not_read() {
    let toneel = Toneel::of(Verhaallijn::Ingeschreven).await;
    let ib = super::begin(&toneel).await;
    super::agree(&toneel, &ib).await;
    super::complete(&toneel, &ib).await;
    let last_look = toneel.below("versturen");
    let read = hidden(&ib.get(&last_look).await);
    let directie = toneel.proef.at_school_of(&toneel.nummer, Rol::Directie).await;
    let draft = format!("/concept?formulier=vraag_tlv_aan-1&dossier={}", toneel.nummer);
    let later =
        [("veld", "ondersteuningsbehoefte"), ("versie", "1"), ("waarde", "Een rustige plek bij het raam.")];
    assert_eq!(directie.post(&draft, &later).await.status, StatusCode::OK);
    let all: Vec<(&str, &str)> = read.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    let unread = ib.post(&last_look, &all).await;
    assert_eq!(unread.status, StatusCode::CONFLICT, "{}", unread.body);
    unread.assert_says("is veranderd sinds u het las");
    unread.assert_says("Een rustige plek bij het raam.");
    assert!(toneel.request().await.ontvangen_op.is_none(), "it is not sent");
    send(&ib, &last_look, &last_look, &[]).await.assert_leads_to(&toneel.page());
    assert!(toneel.request().await.ontvangen_op.is_some());
}

#[tokio::test]
async fn what_the_own_script_keeps_after_the_page_is_no_change_of_somebody_else() {
    // Given a request of which the page that sends it was made while the last field was on its way.
    let toneel = Toneel::of(Verhaallijn::Ingeschreven).await;
    let ib = super::begin(&toneel).await;
    super::agree(&toneel, &ib).await;
    super::complete(&toneel, &ib).await;
    let last_look = toneel.below("versturen");
    let read = hidden(&ib.get(&last_look).await);
    let draft = format!("/concept?formulier=vraag_tlv_aan-1&dossier={}", toneel.nummer);
    let own =
        [("veld", "ondersteuningsbehoefte"), ("versie", "1"), ("waarde", "Een rustige plek in de klas.")];
    // When it arrives, and then the form is sent.
    assert_eq!(ib.post(&draft, &own).await.status, StatusCode::OK);
    let all: Vec<(&str, &str)> = read.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    // Then it is sent, with what was typed last.
    ib.post(&last_look, &all).await.assert_leads_to(&toneel.page());
    let sent = toneel.request().await;
    assert!(sent.ontvangen_op.is_some());
    assert!(sent.antwoorden.iter().any(|antwoord| antwoord.waarde == "Een rustige plek in de klas."));
}

#[tokio::test]
async fn a_request_in_which_nothing_is_filled_in_is_not_laid_before_parents() {
    // Given a request that was only begun.
    let toneel = Toneel::of(Verhaallijn::Ingeschreven).await;
    let ib = super::begin(&toneel).await;
    // Then its form does not lead there, and the page says why there is no button.
    let page = toneel.below("voorleggen");
    ib.get(&toneel.page()).await.assert_silent_on(&page);
    let empty = ib.get(&page).await;
    assert_eq!(empty.status, StatusCode::OK, "{}", empty.body);
    empty.assert_silent_on("<button class=\"knop\">Voorleggen");
    empty.assert_says("niets ingevuld");
}

#[tokio::test]
async fn nothing_is_laid_before_parents_that_was_not_read() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let ib = toneel.ib().await;
    let directie = toneel.proef.at_school_of(&toneel.nummer, Rol::Directie).await;
    let draft = format!("/concept?formulier=vraag_tlv_aan-1&dossier={}", toneel.nummer);
    let field = "ondersteuningsbehoefte";
    let kept = ib.post(&draft, &[("veld", field), ("versie", "0"), ("waarde", "Rust.")]).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    let page = toneel.below("voorleggen");
    let shown = ib.get(&page).await;
    shown.assert_silent_on("name=\"bewaar\"");
    let read = hidden(&shown);
    let later = [("veld", field), ("versie", "1"), ("waarde", "Half getypt")];
    assert_eq!(directie.post(&draft, &later).await.status, StatusCode::OK);
    let all: Vec<(&str, &str)> = read.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
    let before = toneel.request().await.ligt_voor().map(|laid| laid.versie);
    let unread = ib.post(&page, &all).await;
    assert_eq!(unread.status, StatusCode::CONFLICT, "{}", unread.body);
    unread.assert_says("is veranderd sinds u het las");
    unread.assert_says("Half getypt");
    assert_eq!(toneel.request().await.ligt_voor().map(|laid| laid.versie), before, "nothing is laid");
    send(&ib, &page, &page, &[]).await.assert_leads_to(&toneel.page());
    assert!(toneel.request().await.ligt_voor().map(|laid| laid.versie) > before);
}
