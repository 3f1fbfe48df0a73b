//! A role for somebody of elsewhere is offered; what somebody has at one organisation can be ended there.

use app::accounts::{Aangemeld, Beheer, NieuwAccount, Ontvanger, Sessie, Uitreiking};
use app::{App, AppError};
use base::{OrganisatieId, PersoonId};
use dossier::{Actor, Rol};

use crate::hulp::{moment, refused};
use crate::toneel::{
    PASSWORD, activate, actor, ijsvogel, member, monday, person, role, sign_in, with_schools,
};

const BOT: &str = "bot@school.example";

fn zonnevis() -> OrganisatieId {
    "school/99ZZ01".parse().unwrap()
}

async fn boss(app: &App) -> Actor {
    let reiger = member(app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel())
}

/// Somebody of the other school.
async fn bot(app: &App) -> PersoonId {
    let there = NieuwAccount { rol: role(Rol::Ib, &zonnevis()), ..person("Juf Bot", BOT, Rol::Ib) };
    let made = app.create_account(Beheer::Machine, &there, monday()).await.unwrap();
    activate(app, &made.link, PASSWORD).await.unwrap()
}

async fn signed_in(app: &App) -> (Sessie, Aangemeld) {
    let sessie = sign_in(app, BOT, PASSWORD, monday()).await.unwrap();
    let who = app.who(sessie.token.expose(), monday()).await.unwrap().unwrap();
    (sessie, who)
}

async fn held_at(app: &App, account: &PersoonId, organisatie: &OrganisatieId) -> usize {
    let rollen = app.storage.rollen(account).await.unwrap();
    rollen.iter().filter(|rol| rol.organisatie == *organisatie && rol.holds_on(monday().vandaag)).count()
}

#[tokio::test]
async fn somebody_of_elsewhere_has_a_role_only_after_a_yes() {
    let (app, _place) = with_schools().await;
    let (boss, bot) = (boss(&app).await, bot(&app).await);
    let beheer = Beheer::Persoon(&boss);
    let asked = person("Juf Bot", BOT, Rol::Begeleider);
    let offered = app.geef_toegang(beheer, &asked, monday()).await.unwrap();
    assert!(offered.aangeboden && !offered.nieuw);
    assert_eq!(held_at(&app, &bot, &ijsvogel()).await, 0);
    // Without a yes the own administrator can still do all of it, and this one nothing.
    assert!(matches!(app.block_account(beheer, &bot, monday()).await, Err(AppError::NotFound)));
    let (_, who) = signed_in(&app).await;
    assert_eq!(who.rollen.len(), 1);
    let open = app.voorstellen(&bot, monday()).await.unwrap();
    assert_eq!(app.openstaande_voorstellen(beheer, &ijsvogel(), monday()).await.unwrap()[0].naam, "Juf Bot");
    let stranger = Aangemeld { account: boss.persoon.clone(), ..who.clone() };
    let theirs = app.beantwoord_voorstel(&stranger, open[0].id, true, monday()).await;
    assert_eq!(refused(theirs).code, "voorstel", "nobody else says yes");
    app.beantwoord_voorstel(&who, open[0].id, true, moment("2026-11-25T09:00:00Z")).await.unwrap();
    let held = app.storage.rollen(&bot).await.unwrap();
    let given = held.iter().find(|rol| rol.organisatie == ijsvogel()).unwrap();
    assert_eq!((given.rol.as_str(), given.van), ("begeleider", "2026-11-25".parse().unwrap()));
    assert_eq!(refused(app.beantwoord_voorstel(&who, open[0].id, false, monday()).await).code, "voorstel");
    // Now of the own organisation: a second role is given at once.
    let second = app.give_rol(beheer, &Ontvanger::Account(bot), &role(Rol::Ib, &ijsvogel()), monday()).await;
    assert!(matches!(second.unwrap(), Uitreiking::Gegeven(_)));
    assert_eq!(app.verify(None, &|_| ()).await.unwrap().fouten, []);
}

#[tokio::test]
async fn an_offer_that_is_declined_or_taken_back_gives_nothing() {
    let (app, _place) = with_schools().await;
    let (boss, bot) = (boss(&app).await, bot(&app).await);
    let beheer = Beheer::Persoon(&boss);
    let (_, who) = signed_in(&app).await;
    for rol in [Rol::Begeleider, Rol::Ib] {
        app.geef_toegang(beheer, &person("Juf Bot", BOT, rol), monday()).await.unwrap();
    }
    let open = app.voorstellen(&bot, monday()).await.unwrap();
    app.beantwoord_voorstel(&who, open[0].id, false, monday()).await.unwrap();
    let elsewhere = actor(&boss.persoon, Rol::Organisatiebeheerder, &zonnevis());
    let theirs = app.trek_voorstel_in(Beheer::Persoon(&elsewhere), &zonnevis(), open[1].id, monday()).await;
    assert!(matches!(theirs, Err(AppError::NotFound)));
    app.trek_voorstel_in(beheer, &ijsvogel(), open[1].id, monday()).await.unwrap();
    assert_eq!(refused(app.beantwoord_voorstel(&who, open[1].id, true, monday()).await).code, "voorstel");
    assert_eq!(
        (held_at(&app, &bot, &ijsvogel()).await, app.voorstellen(&bot, monday()).await.unwrap().len()),
        (0, 0)
    );
}

#[tokio::test]
async fn all_that_somebody_has_at_one_organisation_can_be_ended_there_and_nothing_of_elsewhere() {
    let (app, _place) = with_schools().await;
    let (boss, bot) = (boss(&app).await, bot(&app).await);
    let beheer = Beheer::Persoon(&boss);
    let to = Ontvanger::Account(bot.clone());
    for rol in [Rol::Begeleider, Rol::Leerkracht] {
        app.give_rol(Beheer::Machine, &to, &role(rol, &ijsvogel()), monday()).await.unwrap();
    }
    let later = app::accounts::NieuweRol {
        van: Some("2027-01-04".parse().unwrap()),
        ..role(Rol::Directie, &ijsvogel())
    };
    app.give_rol(Beheer::Machine, &to, &later, monday()).await.unwrap();
    assert_eq!(refused(app.block_account(beheer, &bot, monday()).await).code, "ook_elders");
    app.end_access(beheer, &ijsvogel(), &bot, monday()).await.unwrap();
    let rollen = app.storage.rollen(&bot).await.unwrap();
    let next_year = "2027-02-01".parse().unwrap();
    assert!(rollen.iter().all(|rol| rol.organisatie != ijsvogel() || !rol.holds_on(next_year)), "{rollen:?}");
    assert_eq!((held_at(&app, &bot, &ijsvogel()).await, held_at(&app, &bot, &zonnevis()).await), (0, 1));
    let (_, who) = signed_in(&app).await;
    assert_eq!(who.gekozen.unwrap().actor.organisatie, zonnevis());
    let own = app.end_access(beheer, &ijsvogel(), &boss.persoon, monday()).await;
    assert_eq!(refused(own).code, "eigen_account");
    let elsewhere = app.end_access(beheer, &zonnevis(), &bot, monday()).await;
    assert!(matches!(elsewhere, Err(AppError::Forbidden { .. })));
}
