//! Assignments of experts that are alike: of one expert, or ended for one reason.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;

use crate::paginas::aanvraag::tests::{Toneel, hidden, send};

#[tokio::test]
async fn an_assignment_that_ended_does_not_show_as_open_when_its_expert_is_asked_again_on_that_day() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let expert = toneel.experts().await[0].actor.persoon.to_string();
    let (page, first) = (toneel.below("deskundigen"), toneel.below("deskundigen/1/einde"));
    let asked = [("persoon", expert.as_str()), ("discipline", "orthopedagoog")];
    send(&loket, &page, &page, &asked).await.assert_leads_to(&page);
    send(&loket, &first, &first, &[("reden", "Ziek.")]).await.assert_leads_to(&page);
    send(&loket, &page, &page, &asked).await.assert_leads_to(&page);
    let list = loket.get(&page).await;
    assert_eq!(list.body.matches("Toewijzing beëindigen").count(), 1, "{}", list.body);
    list.assert_says(&format!("href=\"{}\"", toneel.below("deskundigen/2/einde")));
    send(&loket, &first, &first, &[("reden", "Ziek.")]).await.assert_refused();
    assert_eq!(toneel.request().await.toewijzingen_open().count(), 1);
}

#[tokio::test]
async fn two_assignments_that_end_for_the_same_reason_are_not_one_form_that_is_sent_twice() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let page = toneel.below("deskundigen");
    for (expert, discipline) in
        toneel.experts().await.iter().zip(["orthopedagoog", "kinder_of_jeugdpsycholoog"])
    {
        let asked = [("persoon", expert.actor.persoon.as_str()), ("discipline", discipline)];
        send(&loket, &page, &page, &asked).await.assert_leads_to(&page);
    }
    let (first, second) = (toneel.below("deskundigen/1/einde"), toneel.below("deskundigen/2/einde"));
    let (one, two) = (hidden(&loket.get(&first).await), hidden(&loket.get(&second).await));
    for (address, own, status) in [(&first, one, StatusCode::SEE_OTHER), (&second, two, StatusCode::CONFLICT)]
    {
        let mut all: Vec<(&str, &str)> =
            own.iter().map(|(naam, text)| (naam.as_str(), text.as_str())).collect();
        all.push(("reden", "De praktijk is dicht."));
        let answer = loket.post(address, &all).await;
        assert_eq!(answer.status, status, "{}", answer.body);
    }
    let open = toneel.request().await;
    assert_eq!(open.toewijzingen_open().count(), 1, "the second is shown again, and not done in silence");
}
