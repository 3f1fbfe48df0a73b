//! A substitute: whose place somebody takes is read where it matters, and who advised is told before deciding.

use app::accounts::{Beheer, NieuweWaarneming};
use demo::dossiers::Verhaallijn;
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};
use testkit::TestApp;

use crate::paginas::aanvraag::tests::Toneel;
use crate::weg::proef::Proef;

/// Somebody stands in for a colleague today and for ten days, in the role of that colleague.
async fn stands_in(kit: &TestApp, door: &Kijker, vervangt: &Kijker) -> Kijker {
    let moment = kit.moment();
    let (rol, organisatie) = (vervangt.actor.rol, vervangt.actor.organisatie.clone());
    let held = kit.app.storage.rollen(&vervangt.actor.persoon).await.unwrap();
    let held = held.iter().find(|held| held.rol == rol.code() && held.organisatie == organisatie).unwrap();
    let wens = NieuweWaarneming {
        vervangt: vervangt.actor.persoon.clone(),
        rol: held.id,
        door: door.actor.persoon.clone(),
        van: moment.vandaag,
        tot_en_met: base::dates::plus_days(moment.vandaag, 10).unwrap(),
    };
    kit.app.laat_waarnemen(Beheer::Machine, &organisatie, &wens, moment).await.unwrap();
    let persoon = door.actor.persoon.clone();
    Kijker { actor: Actor { persoon, rol, organisatie }, groep: String::new() }
}

async fn name_of(kit: &TestApp, kijker: &Kijker) -> String {
    kit.app.storage.account(&kijker.actor.persoon).await.unwrap().unwrap().naam
}

#[tokio::test]
async fn whose_place_somebody_takes_is_read_where_a_role_is_chosen_and_on_vandaag() {
    let proef = Proef::start().await;
    let kit = &proef.kit;
    let (ib, teacher) = (kit.as_(Rol::Ib), kit.as_(Rol::Leerkracht));
    assert_eq!(ib.actor.organisatie, teacher.actor.organisatie, "colleagues");
    let told = format!("U neemt waar voor {}, tot en met ", name_of(kit, &ib).await);
    proef.browser(&teacher).await.get("/rol").await.assert_silent_on("U neemt waar");
    let substitute = stands_in(kit, &teacher, &ib).await;
    let browser = proef.browser(&substitute).await;
    let page = browser.get("/rol").await;
    page.assert_says(&told);
    assert_eq!(page.body.matches("U neemt waar").count(), 1, "of that role alone: {}", page.body);
    browser.get("/vandaag").await.assert_says(&told);
    // In the own role, and of who is replaced, nothing is said.
    proef.browser(&teacher).await.get("/vandaag").await.assert_silent_on("U neemt waar");
    proef.browser(&ib).await.get("/vandaag").await.assert_silent_on("U neemt waar");
}

#[tokio::test]
async fn an_expert_who_stands_in_for_who_decides_is_told_before_anything_is_typed() {
    let toneel = Toneel::of(Verhaallijn::TlvGeadviseerd).await;
    let (kit, decide) = (&toneel.proef.kit, toneel.below("besluit"));
    let decider = kit.as_at(Rol::Besluitnemer, &toneel.swv().await.organisatie());
    let asked = toneel.request().await.toewijzingen[0].persoon.clone();
    let expert =
        Actor { persoon: asked, rol: Rol::Deskundige, organisatie: decider.actor.organisatie.clone() };
    let expert = Kijker { actor: expert, groep: String::new() };
    let substitute = stands_in(kit, &expert, &decider).await;
    let page = toneel.proef.browser(&substitute).await.get(&decide).await;
    page.assert_says("over deze aanvraag zelf advies gegeven");
    page.assert_says("iemand anders laten beslissen");
    page.assert_silent_on("Besluit vastleggen</button>");
    page.assert_silent_on("name=\"reden_besluit\"");
    let own = toneel.proef.browser(&decider).await.get(&decide).await;
    own.assert_says("name=\"reden_besluit\"");
    own.assert_silent_on("zelf advies gegeven");
}
