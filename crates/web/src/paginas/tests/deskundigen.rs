//! The forms of the desk that used to stand two on a page: experts, and the term.

use demo::dossiers::Verhaallijn;
use dossier::Rol;

use crate::paginas::aanvraag::tests::{Toneel, send};

#[tokio::test]
async fn a_form_of_the_desk_keeps_what_was_typed_says_so_and_throws_it_away() {
    for (step, field, shown) in [
        ("deskundigen", ("discipline", "orthopedagoog"), "value=\"orthopedagoog\" selected"),
        ("vertraging", ("reden", "De deskundige is ziek."), "De deskundige is ziek.</textarea>"),
        ("ingebrekestelling", ("van", "mevrouw O. Zeester"), "value=\"mevrouw O. Zeester\""),
    ] {
        let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
        let loket = toneel.at_swv(Rol::Loket).await;
        let address = toneel.below(step);
        loket.get(&address).await.assert_silent_on("Wat bewaard is weggooien");
        send(&loket, &address, &address, &[field, ("bewaar", "ja")]).await.assert_leads_to(&toneel.page());
        let kept = loket.get(&address).await;
        kept.assert_says(shown);
        kept.assert_says("is bewaard. Het is nog niet vastgelegd.");
        kept.assert_says("Wat bewaard is weggooien");
        send(&loket, &address, &address, &[("weggooien", "ja")]).await.assert_leads_to(&toneel.page());
        let empty = loket.get(&address).await;
        empty.assert_silent_on(shown);
        empty.assert_silent_on("is bewaard. Het is nog niet vastgelegd.");
    }
}

#[tokio::test]
async fn the_page_of_the_term_leads_to_a_form_for_each_act() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let page = loket.get(&toneel.below("termijn")).await;
    page.assert_says("De termijn nu");
    for (step, button) in [("vertraging", "Meld de nieuwe datum"), ("ingebrekestelling", "Leg vast")] {
        page.assert_says(&format!("href=\"{}\"", toneel.below(step)));
        loket
            .get(&toneel.below(step))
            .await
            .assert_says(&format!("<button class=\"knop\">{button}</button>"));
    }
}

#[tokio::test]
async fn who_ends_an_assignment_says_why_on_a_page_that_says_whose() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let naam = toneel.request().await.toewijzingen[0].naam.clone();
    let address = toneel.below("deskundigen/1/einde");
    loket.get(&toneel.below("deskundigen")).await.assert_says(&format!("href=\"{address}\""));
    let empty = send(&loket, &address, &address, &[("reden", "")]).await;
    empty.assert_refused();
    empty.assert_says(&naam);
    empty.assert_says("<a href=\"#veld-reden\">Schrijf op waarom deze deskundige geen advies geeft.</a>");
    empty.assert_says("id=\"veld-reden\"");
    let open = toneel.request().await.toewijzingen_open().count();
    let fields = [("reden", "Ziek.")];
    send(&loket, &address, &address, &fields).await.assert_leads_to(&toneel.below("deskundigen"));
    assert_eq!(toneel.request().await.toewijzingen_open().count(), open - 1);
}
