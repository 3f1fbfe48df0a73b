//! What an administrator does with accounts and roles, and the keys of programs.

use app::accounts::{Beheer, NieuwAccount, NieuweRol, NieuweSleutel, Ontvanger, Sleutelfout};
use app::{App, AppError, Moment};
use std::sync::Arc;

use base::{Date, OrganisatieId};
use dossier::{Actor, Rol};
use storage::{AccountQuery, Page};

use crate::hulp::{moment, open, refused, school};
use crate::toneel::{PASSWORD, actor, ijsvogel, make, member, monday, person, role, sign_in, with_schools};

#[tokio::test]
async fn an_administrator_manages_the_own_organisation_and_no_other() {
    let (app, _place) = with_schools().await;
    let boss = actor(
        &member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await,
        Rol::Organisatiebeheerder,
        &ijsvogel(),
    );
    let zonnevis: OrganisatieId = "school/99ZZ01".parse().unwrap();
    let here = person("Juf Merel", "merel@school.example", Rol::Ib);
    let there =
        NieuwAccount { rol: role(Rol::Ib, &zonnevis), ..person("Juf Bot", "bot@school.example", Rol::Ib) };
    let merel = app.create_account(Beheer::Persoon(&boss), &here, monday()).await.unwrap().account;
    let elsewhere = app.create_account(Beheer::Persoon(&boss), &there, monday()).await;
    assert!(matches!(elsewhere, Err(AppError::Forbidden { .. })));
    let ib = Actor { rol: Rol::Ib, ..boss.clone() };
    assert!(matches!(
        app.create_account(Beheer::Persoon(&ib), &here, monday()).await,
        Err(AppError::Forbidden { .. })
    ));
    let everybody = AccountQuery::all(ijsvogel(), monday().vandaag, Page::first(9));
    assert!(matches!(
        app.accounts_of(Beheer::Persoon(&ib), &everybody).await,
        Err(AppError::Forbidden { .. })
    ));
    let list = app.accounts_of(Beheer::Persoon(&boss), &everybody).await.unwrap();
    let names: Vec<&str> = list.rows.iter().map(|row| row.account.naam.as_str()).collect();
    assert_eq!((names, list.total), (vec!["Dhr. Reiger", "Juf Merel"], 2));
    let bot = app.create_account(Beheer::Machine, &there, monday()).await.unwrap().account;
    assert!(matches!(app.new_link(Beheer::Persoon(&boss), &bot, monday()).await, Err(AppError::NotFound)));
    assert!(matches!(
        app.block_account(Beheer::Persoon(&boss), &bot, monday()).await,
        Err(AppError::NotFound)
    ));
    let held = app.storage.rollen(&bot).await.unwrap()[0].id;
    let end = app.end_rol(Beheer::Persoon(&boss), &bot, held, monday().vandaag, monday()).await;
    assert!(matches!(end, Err(AppError::NotFound)));
    app.new_link(Beheer::Persoon(&boss), &merel, monday()).await.unwrap();
}

#[tokio::test]
async fn an_administrator_cannot_take_over_somebody_of_two_organisations() {
    let (app, _place) = with_schools().await;
    let boss = actor(
        &member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await,
        Rol::Organisatiebeheerder,
        &ijsvogel(),
    );
    let zonnevis: OrganisatieId = "school/99ZZ01".parse().unwrap();
    let there =
        NieuwAccount { rol: role(Rol::Ib, &zonnevis), ..person("Juf Bot", "bot@school.example", Rol::Ib) };
    let bot = app.create_account(Beheer::Machine, &there, monday()).await.unwrap().account;
    let by_mail = Ontvanger::EMail("BOT@school.example".to_owned());
    app.give_rol(Beheer::Machine, &by_mail, &role(Rol::Begeleider, &ijsvogel()), monday()).await.unwrap();
    assert_eq!(refused(app.new_link(Beheer::Persoon(&boss), &bot, monday()).await).code, "ook_elders");
    assert_eq!(refused(app.block_account(Beheer::Persoon(&boss), &bot, monday()).await).code, "ook_elders");
    let key = NieuweSleutel { account: bot.clone(), rol: None, naam: "LAS".to_owned(), tot: None };
    assert_eq!(refused(app.make_sleutel(Beheer::Persoon(&boss), &key, monday()).await).code, "ook_elders");
    app.block_account(Beheer::Machine, &bot, monday()).await.unwrap();
}

#[tokio::test]
async fn access_is_given_once_and_lets_nobody_in_before_there_is_a_link() {
    let (app, _place) = with_schools().await;
    let reiger = member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    let boss = actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel());
    let beheer = Beheer::Persoon(&boss);
    let merel = person("Juf Merel", "merel@school.example", Rol::Ib);
    let given = app.geef_toegang(beheer, &merel, monday()).await.unwrap();
    assert!(given.nieuw);
    assert_eq!(app.storage.open_link(&given.account, "uitnodiging", monday().at).await.unwrap(), None);
    let roles = async || app.storage.rollen(&given.account).await.unwrap().len();
    let in_capitals = NieuwAccount { e_mail: " MEREL@school.example".to_owned(), ..merel.clone() };
    let again = app.geef_toegang(beheer, &in_capitals, monday()).await.unwrap();
    assert_eq!((&again.account, again.nieuw, roles().await), (&given.account, false, 1));
    let begeleider = NieuwAccount { rol: role(Rol::Begeleider, &ijsvogel()), ..merel.clone() };
    app.geef_toegang(beheer, &begeleider, monday()).await.unwrap();
    assert_eq!(roles().await, 2);
    // A role that ends is not the same as one without an end.
    let held = app.storage.rollen(&given.account).await.unwrap()[0].id;
    app.end_rol(beheer, &given.account, held, monday().vandaag, monday()).await.unwrap();
    app.geef_toegang(beheer, &merel, monday()).await.unwrap();
    assert_eq!(roles().await, 3);
    let own = person("Dhr. Reiger", "reiger@school.example", Rol::Ib);
    assert_eq!(refused(app.geef_toegang(beheer, &own, monday()).await).code, "eigen_account");
    // An address of somebody elsewhere tells no name, and gives no role to whoever is not called so.
    let there = NieuwAccount {
        rol: role(Rol::Ib, &"school/99ZZ01".parse().unwrap()),
        ..person("Juf Bot", "bot@school.example", Rol::Ib)
    };
    app.create_account(Beheer::Machine, &there, monday()).await.unwrap();
    let guessed = person("Iemand", "bot@school.example", Rol::Leerkracht);
    assert_eq!(refused(app.geef_toegang(beheer, &guessed, monday()).await).veld, Some("naam"));
    let called = NieuwAccount { naam: " juf  BOT".into(), ..guessed };
    let offered = app.geef_toegang(beheer, &called, monday()).await.unwrap();
    assert!(offered.aangeboden && !offered.nieuw, "who belongs elsewhere is asked");
    let wrong = NieuwAccount { e_mail: "geen adres".to_owned(), ..merel };
    assert_eq!(refused(app.geef_toegang(beheer, &wrong, monday()).await).veld, Some("e_mail"));
}

#[tokio::test]
async fn an_administrator_decides_about_others_only() {
    let (app, _place) = with_schools().await;
    let reiger = member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    let boss = actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel());
    let own = Ontvanger::Account(reiger.clone());
    let give = app.give_rol(Beheer::Persoon(&boss), &own, &role(Rol::Ib, &ijsvogel()), monday()).await;
    assert_eq!(refused(give).code, "eigen_account");
    assert_eq!(
        refused(app.block_account(Beheer::Persoon(&boss), &reiger, monday()).await).code,
        "eigen_account"
    );
    let held = app.storage.rollen(&reiger).await.unwrap()[0].id;
    let end = app.end_rol(Beheer::Persoon(&boss), &reiger, held, monday().vandaag, monday()).await;
    assert_eq!(refused(end).code, "eigen_account");
}

#[tokio::test]
async fn a_wrong_field_of_a_new_account_is_named() {
    let (app, _place) = with_schools().await;
    make(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let unknown: OrganisatieId = "school/88YY00".parse().unwrap();
    let family: OrganisatieId = "gezin/2026-000001".parse().unwrap();
    let fine = person("Juf Bot", "bot@school.example", Rol::Ib);
    let group = NieuweRol { groep: Some("5b".to_owned()), ..fine.rol.clone() };
    let reversed = NieuweRol { tot: Some(monday().vandaag), ..fine.rol.clone() };
    for (veld, wrong) in [
        ("naam", NieuwAccount { naam: " \u{202e}".to_owned(), ..fine.clone() }),
        ("naam", NieuwAccount { naam: "x".repeat(1_000_000), ..fine.clone() }),
        ("e_mail", NieuwAccount { e_mail: "bot".to_owned(), ..fine.clone() }),
        ("e_mail", NieuwAccount { e_mail: "MEREL@school.example".to_owned(), ..fine.clone() }),
        ("rol", NieuwAccount { rol: role(Rol::Loket, &ijsvogel()), ..fine.clone() }),
        ("rol", NieuwAccount { rol: role(Rol::Beheerder, &ijsvogel()), ..fine.clone() }),
        ("organisatie", NieuwAccount { rol: role(Rol::Ouder, &family), ..fine.clone() }),
        ("organisatie", NieuwAccount { rol: role(Rol::Ib, &unknown), ..fine.clone() }),
        ("groep", NieuwAccount { rol: group, ..fine.clone() }),
        ("tot", NieuwAccount { rol: reversed, ..fine.clone() }),
    ] {
        let refusal = refused(app.create_account(Beheer::Machine, &wrong, monday()).await);
        assert_eq!(refusal.veld, Some(veld), "{refusal:?}");
    }
    assert!(
        app.storage.account_by_e_mail("bot@school.example").await.unwrap().is_none(),
        "nothing half done"
    );
}

#[tokio::test]
async fn a_blocked_account_is_out_at_once_and_hears_why_with_its_own_password_only() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let link = app.new_link(Beheer::Machine, &merel, monday()).await.unwrap();
    app.block_account(Beheer::Machine, &merel, monday()).await.unwrap();
    assert_eq!(app.who(session.token.expose(), monday()).await.unwrap(), None);
    assert_eq!(refused(app.open_link(link.expose(), monday()).await).code, "link_werkt_niet");
    assert_eq!(refused(app.new_link(Beheer::Machine, &merel, monday()).await).code, "geblokkeerd");
    assert_eq!(
        refused(sign_in(&app, "merel@school.example", "niet het wachtwoord", monday()).await).code,
        "aanmelden_mislukt"
    );
    assert_eq!(refused(sign_in(&app, "merel@school.example", PASSWORD, monday()).await).code, "geblokkeerd");
    app.unblock_account(Beheer::Machine, &merel, monday()).await.unwrap();
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
}

#[tokio::test]
async fn a_role_ends_on_a_day_and_not_in_the_past() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let held = app.storage.rollen(&merel).await.unwrap()[0].id;
    let yesterday: Date = "2026-11-22".parse().unwrap();
    assert_eq!(
        refused(app.end_rol(Beheer::Machine, &merel, held, yesterday, monday()).await).veld,
        Some("tot")
    );
    app.end_rol(Beheer::Machine, &merel, held, monday().vandaag, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!((who.rollen.len(), who.gekozen), (0, None));
}

#[tokio::test]
async fn the_role_chooser_exists_in_a_demo_only() {
    let (app, _place) = with_schools().await;
    let merel = make(&app, "Juf Merel", "merel@school.example", Rol::Ib).await.account;
    assert!(matches!(app.sign_in_as(&merel, monday()).await, Err(AppError::Forbidden { .. })));
    let (demo, _place) = open().await;
    demo.storage.mark_demo("{}").await.unwrap();
    demo.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    let merel = make(&demo, "Juf Merel", "merel@school.example", Rol::Ib).await.account;
    let refused = demo.sign_in_as(&merel, monday()).await;
    assert!(matches!(refused, Err(AppError::Forbidden { .. })), "the program was not started as a demo");
    let demo = App::new(Arc::clone(&demo.storage), app::Letters::none()).unwrap().as_demo();
    let session = demo.sign_in_as(&merel, monday()).await.unwrap();
    assert_eq!(demo.who(session.token.expose(), monday()).await.unwrap().unwrap().account, merel);
    let key = NieuweSleutel { account: merel, rol: None, naam: "LAS".to_owned(), tot: None };
    assert!(demo.make_sleutel(Beheer::Machine, &key, monday()).await.unwrap().actief);
}

#[tokio::test]
async fn a_key_sleeps_until_its_person_wakes_it_and_is_never_more_than_that_person() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let bot = member(&app, "Juf Bot", "bot@school.example", Rol::Ib).await;
    let nieuw = NieuweSleutel { account: merel.clone(), rol: None, naam: "LAS".to_owned(), tot: None };
    let key = app.make_sleutel(Beheer::Machine, &nieuw, monday()).await.unwrap();
    let resolve = |at: Moment| app.resolve_sleutel(key.sleutel.expose(), at);
    assert!(!key.actief);
    assert_eq!(resolve(monday()).await.unwrap(), Err(Sleutelfout::Wacht));
    let other = actor(&bot, Rol::Ib, &ijsvogel());
    assert!(matches!(app.activate_sleutel(&other, &key.id, monday()).await, Err(AppError::NotFound)));
    let own = actor(&merel, Rol::Ib, &ijsvogel());
    app.activate_sleutel(&own, &key.id, monday()).await.unwrap();
    assert_eq!(resolve(monday()).await.unwrap().unwrap().actor, own);
    assert_eq!(
        resolve(moment("2027-11-23T09:00:00Z")).await.unwrap(),
        Err(Sleutelfout::Verlopen),
        "after a year"
    );
    app.block_account(Beheer::Machine, &merel, monday()).await.unwrap();
    assert_eq!(resolve(monday()).await.unwrap(), Err(Sleutelfout::Geblokkeerd));
    app.unblock_account(Beheer::Machine, &merel, monday()).await.unwrap();
    assert!(matches!(app.withdraw_sleutel(&other, &key.id, monday()).await, Err(AppError::NotFound)));
    app.withdraw_sleutel(&own, &key.id, monday()).await.unwrap();
    assert_eq!(resolve(monday()).await.unwrap(), Err(Sleutelfout::Ingetrokken));
    assert_eq!(refused(app.activate_sleutel(&own, &key.id, monday()).await).code, "sleutel");
    assert_eq!(app.sleutels_of(&merel).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_key_ends_with_the_role_and_asks_which_of_two() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let ib = app.storage.rollen(&merel).await.unwrap()[0].id;
    let second = Ontvanger::Account(merel.clone());
    app.give_rol(Beheer::Machine, &second, &role(Rol::Directie, &ijsvogel()), monday()).await.unwrap();
    let nieuw = NieuweSleutel { account: merel.clone(), rol: None, naam: "LAS".to_owned(), tot: None };
    let refusal = refused(app.make_sleutel(Beheer::Machine, &nieuw, monday()).await);
    let instead = app::weigering::wat_wel(teksten::Taal::Nl, &refusal);
    assert!(instead.contains("(intern begeleider bij school/99ZZ00)"), "{instead}");
    let past = NieuweSleutel { rol: Some(ib), tot: Some(monday().vandaag), ..nieuw.clone() };
    assert_eq!(refused(app.make_sleutel(Beheer::Machine, &past, monday()).await).veld, Some("tot"));
    let key =
        app.make_sleutel(Beheer::Machine, &NieuweSleutel { rol: Some(ib), ..nieuw }, monday()).await.unwrap();
    app.activate_sleutel(&actor(&merel, Rol::Ib, &ijsvogel()), &key.id, monday()).await.unwrap();
    assert!(app.resolve_sleutel(key.sleutel.expose(), monday()).await.unwrap().is_ok());
    app.end_rol(Beheer::Machine, &merel, ib, monday().vandaag, monday()).await.unwrap();
    assert_eq!(app.resolve_sleutel(key.sleutel.expose(), monday()).await.unwrap(), Err(Sleutelfout::GeenRol));
}

#[tokio::test]
async fn everything_done_with_an_account_is_logged_without_secrets() {
    let (app, _place) = with_schools().await;
    let reiger = member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    let boss = actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel());
    let nieuw = person("Juf Merel", "merel@school.example", Rol::Ib);
    let made = app.create_account(Beheer::Persoon(&boss), &nieuw, monday()).await.unwrap();
    app.block_account(Beheer::Persoon(&boss), &made.account, monday()).await.unwrap();
    let log = app.account_log(Beheer::Persoon(&boss), Page::first(4)).await.unwrap().rows;
    let acts: Vec<&str> = log.iter().map(|line| line.handeling.as_str()).collect();
    assert_eq!(acts, ["account_geblokkeerd", "link_gemaakt", "rol_gegeven", "account_gemaakt"]);
    assert!(log.iter().all(|line| line.onderwerp == made.account.as_str()));
    assert!(!format!("{log:?}").contains(made.link.expose()));
    assert!(!format!("{made:?}").contains(made.link.expose()));
}
