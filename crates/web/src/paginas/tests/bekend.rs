//! Access for somebody who has an account already: a slip in an address would give a wrong colleague files.

use axum::http::StatusCode;
use dossier::Rol;

use crate::weg::proef::Proef;

const ADDRESS: &str = "karekiet@school.example";

#[tokio::test]
async fn who_gets_a_role_is_said_and_asked_first_when_the_account_is_called_otherwise() {
    let proef = Proef::start().await;
    let boss = proef.as_(Rol::Organisatiebeheerder).await;
    let fields = |naam, rol: Rol| [("naam", naam), ("e_mail", ADDRESS), ("rol", rol.code()), ("groep", "")];
    let roles = async || {
        let account = proef.kit.app.storage.account_by_e_mail(ADDRESS).await.unwrap().unwrap();
        proef.kit.app.storage.rollen(&account.id).await.unwrap().len()
    };
    boss.post("/accounts", &fields("Juf Karekiet", Rol::Ib)).await.assert_says("Eenmalige link");

    let other = fields("Heel Andere Naam", Rol::Directie);
    let asked = boss.post("/accounts", &other).await;
    asked.assert_refused();
    asked.assert_says("Bij dit e-mailadres hoort al het account van Juf Karekiet.");
    asked.assert_says("value=\"Heel Andere Naam\"");
    asked.assert_says(&format!("name=\"klopt\" value=\"{ADDRESS}\""));
    let elsewhere = [other.as_slice(), &[("klopt", "merel@school.example")]].concat();
    boss.post("/accounts", &elsewhere).await.assert_refused();
    assert_eq!(roles().await, 1, "nothing was given yet");

    let sure = [other.as_slice(), &[("klopt", ADDRESS)]].concat();
    let given = boss.post("/accounts", &sure).await;
    assert_eq!(given.status, StatusCode::OK);
    let rol = Rol::Directie.label();
    given.assert_says(&format!("Juf Karekiet heeft nu ook de rol {rol}."));
    // The link of before ended with the role that came: here is the new one.
    given.assert_says("De link van eerder werkt niet meer.");
    given.assert_says("Eenmalige link");
    assert_eq!(roles().await, 2);
    let again = boss.post("/accounts", &fields(" juf  karekiet", Rol::Directie)).await;
    assert_eq!(again.status, StatusCode::OK, "the same name is not asked about");
    again.assert_says(&format!("Juf Karekiet had de rol {rol} al. Er is niets veranderd."));
    assert_eq!(roles().await, 2);
}
