//! A role for somebody of elsewhere: offered on one page, accepted on another, ended again on the first.

use axum::http::StatusCode;
use dossier::Rol;

use crate::weg::proef::Proef;

#[tokio::test]
async fn a_role_for_somebody_of_elsewhere_waits_for_their_yes() {
    let proef = Proef::start().await;
    let baas = proef.kit.as_(Rol::Organisatiebeheerder);
    let boss = proef.browser(&baas).await;
    let staff = proef.kit.regio.medewerkers();
    let works_here = |account: &base::PersoonId| {
        staff.iter().any(|held| held.account == *account && held.organisatie == baas.actor.organisatie)
    };
    let other = staff.iter().find(|held| held.rol == Rol::Loket && !works_here(&held.account)).unwrap();
    let address = format!("{}@demo.example", other.account);
    let fields = [("naam", other.naam.as_str()), ("e_mail", address.as_str()), ("rol", "begeleider")];
    boss.post("/accounts", &fields).await.assert_says("pas na een ja");
    boss.get("/accounts").await.assert_says("Aangeboden rollen");
    let one = format!("/accounts/{}", other.account);
    assert_eq!(boss.get(&one).await.status, StatusCode::NOT_FOUND, "no account of this organisation yet");
    let them = proef.browser(&proef.kit.as_at(other.rol, &other.organisatie)).await;
    them.get("/vandaag").await.assert_says("Er is u een rol aangeboden");
    let page = them.get("/rol").await;
    page.assert_says("Een rol die u is aangeboden");
    let number = page.body.split("/rol/voorstel/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let answer = format!("/rol/voorstel/{number}");
    assert_eq!(them.post(&answer, &[("antwoord", "misschien")]).await.status, StatusCode::BAD_REQUEST);
    them.post(&answer, &[("antwoord", "ja")]).await.assert_leads_to("/rol");
    them.get("/rol").await.assert_silent_on("Een rol die u is aangeboden");
    boss.get("/accounts").await.assert_silent_on("Aangeboden rollen");
    boss.get(&one).await.assert_says("begeleider");
    let log = boss.get("/logboek?wat=rol_aanvaard").await;
    log.assert_says(&other.naam);
    log.assert_says("begeleider bij ");
    log.assert_silent_on(&format!("begeleider bij {}", baas.actor.organisatie));
    let block = format!("{one}/blokkeren");
    boss.post(&block, &[]).await.assert_says("Wilt u het account van");
    let elsewhere = boss.post(&block, &[("zeker", "ja")]).await;
    assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY, "who works elsewhere too is not blocked");
    let end = format!("{one}/toegang-beeindigen");
    boss.post(&end, &[]).await.assert_says("Wilt u alle toegang");
    assert_eq!(boss.get(&one).await.status, StatusCode::OK, "nothing ends before a yes");
    boss.post(&end, &[("zeker", "ja")]).await.assert_says("geen toegang meer. Beëindigd: begeleider");
    assert_eq!(boss.get(&one).await.status, StatusCode::NOT_FOUND);
    assert_eq!(them.get("/loket").await.status, StatusCode::OK, "what they have elsewhere stays");
}

#[tokio::test]
async fn an_offer_that_is_taken_back_can_be_accepted_no_more() {
    let proef = Proef::start().await;
    let baas = proef.kit.as_(Rol::Organisatiebeheerder);
    let boss = proef.browser(&baas).await;
    let staff = proef.kit.regio.medewerkers();
    let other = staff
        .iter()
        .find(|held| held.rol == Rol::Loket && held.organisatie != baas.actor.organisatie)
        .unwrap();
    let address = format!("{}@demo.example", other.account);
    let body =
        serde_json::json!({ "naam": other.naam, "e_mail": address, "rol": "begeleider", "groep": null });
    let offered = super::api::parsed(&boss.json("/api/v1/accounts", "k", &body).await);
    assert_eq!((&offered["aangeboden"], &offered["stand"]), (&true.into(), &serde_json::Value::Null));
    let them = proef.browser(&proef.kit.as_at(other.rol, &other.organisatie)).await;
    let page = them.get("/rol").await;
    let number = page.body.split("/rol/voorstel/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    boss.post(&format!("/accounts/voorstellen/{number}/intrekken"), &[]).await.assert_leads_to("/accounts");
    let late = them.post(&format!("/rol/voorstel/{number}"), &[("antwoord", "ja")]).await;
    late.assert_refused();
    late.assert_says("aanbod is er niet meer");
}

#[tokio::test]
async fn who_offered_a_role_is_told_that_it_was_refused_and_offers_none_that_is_not_there() {
    let proef = Proef::start().await;
    let baas = proef.kit.as_(Rol::Organisatiebeheerder);
    let boss = proef.browser(&baas).await;
    let page = boss.get("/accounts").await;
    let choices = page.body.split("name=\"rol\"").nth(1).expect("a list of roles");
    let known = app::accounts::roles_at(baas.actor.organisatie.kind());
    for rol in dossier::rol::ROLLEN {
        let offered = choices.contains(&format!("value=\"{}\"", rol.code()));
        assert_eq!(offered, known.contains(&rol), "{rol}");
    }
    page.assert_silent_on("Niet aangenomen rollen");
    let staff = proef.kit.regio.medewerkers();
    let elsewhere = |held: &&demo::regio::Medewerker| {
        held.rol == Rol::Loket && held.organisatie != baas.actor.organisatie
    };
    let other = staff.iter().find(elsewhere).unwrap();
    let address = format!("{}@demo.example", other.account);
    let fields = [("naam", other.naam.as_str()), ("e_mail", address.as_str()), ("rol", "begeleider")];
    boss.post("/accounts", &fields).await.assert_says("pas na een ja");
    let them = proef.browser(&proef.kit.as_at(other.rol, &other.organisatie)).await;
    let page = them.get("/rol").await;
    let number = page.body.split("/rol/voorstel/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    them.post(&format!("/rol/voorstel/{number}"), &[("antwoord", "nee")]).await;
    let told = boss.get("/accounts").await;
    told.assert_says("Niet aangenomen rollen");
    told.assert_says(&format!("{}: begeleider bij ", other.naam));
}
