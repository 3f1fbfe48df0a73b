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

#[tokio::test]
async fn the_discipline_of_an_expert_is_recorded_once_and_taken_from_there() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let experts = toneel.experts().await;
    let [one, two, three, ..] = experts.as_slice() else { panic!("{} experts", experts.len()) };
    let page_of = |expert: &dossier::toegang::Kijker| format!("/deskundigen/{}", expert.actor.persoon);
    loket.get("/deskundigen").await.assert_says("niet nagegaan");
    loket.post(&page_of(one), &[("discipline", ""), ("registratie", "NVO 1")]).await.assert_refused();
    let record = async |expert, discipline, registratie| {
        let fields = [("discipline", discipline), ("registratie", registratie)];
        loket.post(&page_of(expert), &fields).await.assert_leads_to("/deskundigen");
    };
    record(one, "psycholoog", "NIP 4321").await;
    loket.get("/deskundigen").await.assert_says("NIP 4321");
    let form = toneel.below("deskundigen");
    let page = loket.get(&form).await;
    page.assert_says("psycholoog, NIP 4321");
    page.assert_says("Zoals vastgelegd, of kies");
    let persoon = ("persoon", one.actor.persoon.as_str());
    let other = send(&loket, &form, &form, &[persoon, ("discipline", "arts")]).await;
    other.assert_refused();
    other.assert_says("een andere discipline vastgelegd: psycholoog");
    send(&loket, &form, &form, &[persoon, ("discipline", "")]).await.assert_leads_to(&form);
    let asked = toneel.request().await.toewijzingen[0].clone();
    assert_eq!((asked.persoon.clone(), asked.discipline.code()), (one.actor.persoon.clone(), "psycholoog"));
    // A psycholoog is there: an arts makes the pair of the law, an orthopedagoog does not.
    record(two, "orthopedagoog", "").await;
    record(three, "arts", "BIG 7").await;
    let page = loket.get(&form).await;
    let place = |expert: &dossier::toegang::Kijker| {
        page.body.find(&format!("value=\"{}\"", expert.actor.persoon)).unwrap()
    };
    assert!(place(three) < place(two), "{}", page.body);
    page.assert_says("orthopedagoog, registratie niet nagegaan");
}

#[tokio::test]
async fn disciplines_are_recorded_by_the_desk_and_the_administrator_of_the_partnership_alone() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let experts = toneel.experts().await;
    let address = format!("/deskundigen/{}", experts[0].actor.persoon);
    let boss = toneel.at_swv(Rol::Organisatiebeheerder).await;
    let fields = [("discipline", "arts"), ("registratie", "")];
    boss.post(&address, &fields).await.assert_leads_to("/deskundigen");
    for browser in [toneel.ib().await, toneel.at_swv(Rol::Besluitnemer).await] {
        assert_eq!(browser.get("/deskundigen").await.status.as_u16(), 403);
        assert_eq!(browser.post(&address, &fields).await.status.as_u16(), 403);
    }
    // Only of who works here as an expert.
    let desk = toneel.proef.kit.as_at(Rol::Loket, &experts[0].actor.organisatie);
    let address = format!("/deskundigen/{}", desk.actor.persoon);
    assert_eq!(boss.post(&address, &fields).await.status.as_u16(), 404);
}
