//! Accounts, signing in, roles, keys and parents' codes, on a real store.

#[path = "accounts/hulp.rs"]
mod hulp;

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;

use app::accounts::{
    Aansluiting, Beheer, Geheim, NieuwAccount, NieuweRol, NieuweSleutel, Ontvanger, Ouder, Ouderaccount,
    Oudercode, POGINGEN_ACCOUNT, POGINGEN_ADRES, POGINGEN_CODE, Sessie, Sleutelfout, Uitgenodigd, Wachtwoord,
    poort,
};
use app::{App, AppError, Moment};
use base::{Date, DossierNummer, OrganisatieId, PersoonId};
use dossier::algemeen::feiten::DossierGeopend;
use dossier::gebeurtenis::Gebeurtenis;
use dossier::leven::feiten::{Contactgegevens, OuderAangesloten, OuderUitgenodigd, PersoonVerbonden};
use dossier::soort::Relatie;
use dossier::staat::Adres;
use dossier::{Actor, Rol};
use hulp::{moment, open, refused, school};
use storage::{AccountQuery, Append, Digest, NewEvent, Page, StreamId};

const PASSWORD: &str = "de ijsvogel duikt diep";

fn monday() -> Moment {
    moment("2026-11-23T09:00:00Z")
}

fn address() -> Digest {
    Digest::of(b"address")
}

fn ijsvogel() -> OrganisatieId {
    "school/99ZZ00".parse().unwrap()
}

fn role(rol: Rol, organisatie: &OrganisatieId) -> NieuweRol {
    NieuweRol { rol, organisatie: organisatie.clone(), groep: None, van: None, tot: None }
}

fn person(naam: &str, e_mail: &str, rol: Rol) -> NieuwAccount {
    NieuwAccount { naam: naam.to_owned(), e_mail: e_mail.to_owned(), rol: role(rol, &ijsvogel()) }
}

fn actor(persoon: &PersoonId, rol: Rol, organisatie: &OrganisatieId) -> Actor {
    Actor { persoon: persoon.clone(), rol, organisatie: organisatie.clone() }
}

/// A program that knows two schools.
async fn with_schools() -> (std::sync::Arc<App>, storage_sql::testing::Place) {
    let (app, place) = open().await;
    let schools = [school("99ZZ00", "De IJsvogel"), school("99ZZ01", "De Zonnevis")];
    app.make_organisaties(&schools, monday()).await.unwrap();
    (app, place)
}

async fn make(app: &App, naam: &str, e_mail: &str, rol: Rol) -> Uitgenodigd {
    app.create_account(Beheer::Machine, &person(naam, e_mail, rol), monday()).await.unwrap()
}

async fn activate(app: &App, link: &Geheim, password: &str) -> Result<PersoonId, AppError> {
    let chosen = app.open_link(link.expose(), monday()).await?.choose(password)?;
    app.activate(chosen, monday()).await
}

/// Somebody who can sign in.
async fn member(app: &App, naam: &str, e_mail: &str, rol: Rol) -> PersoonId {
    let made = make(app, naam, e_mail, rol).await;
    activate(app, &made.link, PASSWORD).await.unwrap()
}

async fn sign_in(app: &App, e_mail: &str, password: &str, at: Moment) -> Result<Sessie, AppError> {
    app.sign_in(e_mail, password.to_owned(), &address(), at).await
}

#[tokio::test]
async fn a_new_account_signs_in_after_choosing_a_password() {
    let (app, _place) = with_schools().await;
    let made = make(&app, "Juf Merel", "Merel@School.example ", Rol::Ib).await;
    assert_eq!(
        refused(sign_in(&app, "merel@school.example", PASSWORD, monday()).await).code,
        "aanmelden_mislukt"
    );
    let link = app.open_link(made.link.expose(), monday()).await.unwrap();
    assert_eq!((link.naam(), link.e_mail(), link.is_reset()), ("Juf Merel", "merel@school.example", false));
    assert_eq!(activate(&app, &made.link, PASSWORD).await.unwrap(), made.account);
    let session = sign_in(&app, " MEREL@school.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!((who.account, who.naam.as_str()), (made.account.clone(), "Juf Merel"));
    assert_eq!(who.gekozen.unwrap().actor, actor(&made.account, Rol::Ib, &ijsvogel()));
}

#[tokio::test]
async fn a_link_works_once_and_not_for_ever() {
    let (app, _place) = with_schools().await;
    let made = make(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let weak = activate(&app, &made.link, "kort").await;
    assert_eq!(refused(weak).veld, Some("wachtwoord"));
    activate(&app, &made.link, PASSWORD).await.unwrap();
    assert_eq!(refused(activate(&app, &made.link, "een ander wachtwoord").await).code, "link_werkt_niet");
    let late = make(&app, "Meester Specht", "specht@school.example", Rol::Ib).await;
    let after = app.open_link(late.link.expose(), moment("2026-11-30T09:00:00Z")).await;
    assert_eq!(refused(after).code, "link_werkt_niet");
    for wrong in ["", "\0", "ÿ", &"0".repeat(64), &"a".repeat(100_000)] {
        assert_eq!(refused(app.open_link(wrong, monday()).await).code, "link_werkt_niet");
    }
}

#[tokio::test]
async fn two_pages_with_one_link_choose_one_password() {
    let (app, _place) = with_schools().await;
    let made = make(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let first = app.open_link(made.link.expose(), monday()).await.unwrap().choose(PASSWORD).unwrap();
    let second = app
        .open_link(made.link.expose(), monday())
        .await
        .unwrap()
        .choose("een heel ander wachtwoord")
        .unwrap();
    app.activate(first, monday()).await.unwrap();
    assert_eq!(refused(app.activate(second, monday()).await).code, "link_werkt_niet");
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
}

#[tokio::test]
async fn a_forgotten_password_ends_sessions_and_older_links() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let first = app.new_link(Beheer::Machine, &merel, monday()).await.unwrap();
    let second = app.new_link(Beheer::Machine, &merel, monday()).await.unwrap();
    assert!(app.open_link(second.expose(), monday()).await.unwrap().is_reset());
    activate(&app, &second, "de merel zingt vroeg").await.unwrap();
    assert_eq!(refused(activate(&app, &first, PASSWORD).await).code, "link_werkt_niet");
    assert_eq!(app.who(session.token.expose(), monday()).await.unwrap(), None);
    assert_eq!(
        refused(sign_in(&app, "merel@school.example", PASSWORD, monday()).await).code,
        "aanmelden_mislukt"
    );
    sign_in(&app, "merel@school.example", "de merel zingt vroeg", monday()).await.unwrap();
}

#[tokio::test]
async fn somebody_changes_the_own_password_by_the_old_one() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let other = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let chosen = Wachtwoord::choose("de merel zingt vroeg", "Juf Merel", "merel@school.example").unwrap();
    let wrong =
        app.begin_sign_in("merel@school.example", &address(), monday()).await.unwrap().check("niet het oude");
    assert_eq!(refused(app.change_password(wrong, chosen.clone(), monday()).await).code, "aanmelden_mislukt");
    let right =
        app.begin_sign_in("merel@school.example", &address(), monday()).await.unwrap().check(PASSWORD);
    let session = app.change_password(right, chosen, monday()).await.unwrap();
    assert!(app.who(session.token.expose(), monday()).await.unwrap().is_some());
    assert_eq!(app.who(other.token.expose(), monday()).await.unwrap(), None);
}

#[tokio::test]
async fn an_unknown_account_gets_the_same_answer_and_the_same_throttle() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    for e_mail in ["merel@school.example", "niemand@school.example"] {
        for _ in 0..POGINGEN_ACCOUNT {
            let refusal = refused(sign_in(&app, e_mail, "niet het wachtwoord", monday()).await);
            assert_eq!(teksten::Taal::Nl.zeg(&refusal.reden), "het e-mailadres of het wachtwoord klopt niet");
        }
        assert_eq!(refused(sign_in(&app, e_mail, PASSWORD, monday()).await).code, "te_veel_pogingen");
    }
    let later = moment("2026-11-23T09:15:01Z");
    sign_in(&app, "merel@school.example", PASSWORD, later).await.unwrap();
}

#[tokio::test]
async fn attempts_side_by_side_are_counted_before_the_password_is_looked_at() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let mut begun = 0;
    for _ in 0..50 {
        begun += u64::from(app.begin_sign_in("merel@school.example", &address(), monday()).await.is_ok());
    }
    assert_eq!(begun, POGINGEN_ACCOUNT);
}

#[tokio::test]
async fn a_crowd_at_the_door_is_worked_on_a_few_at_a_time_and_the_rest_hears_so() {
    let (app, _place) = with_schools().await;
    let (inside, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let mut crowd = tokio::task::JoinSet::new();
    for _ in 0..poort::IN_DE_RIJ + 20 {
        let (app, inside, most) = (app.clone(), inside.clone(), most.clone());
        crowd.spawn(async move {
            let slow = app.langzaam(move || {
                most.fetch_max(inside.fetch_add(1, SeqCst) + 1, SeqCst);
                Wachtwoord::choose(PASSWORD, "Sam", "sam@school.example").unwrap();
                inside.fetch_sub(1, SeqCst);
            });
            slow.await.map_err(|error| refused::<()>(Err(error)).code)
        });
    }
    let answers = crowd.join_all().await;
    assert!(most.load(SeqCst) <= poort::TEGELIJK, "{most:?} at once");
    assert_eq!(answers.iter().filter(|answer| **answer == Err("te_druk")).count(), 20);
    // Afterwards there is room again.
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
}

#[tokio::test]
async fn a_wrong_code_never_comes_to_the_slow_work_of_a_password() {
    let (app, _place) = with_schools().await;
    let (free, held) = std::sync::mpsc::channel::<()>();
    let held = Arc::new(std::sync::Mutex::new(held));
    let mut inside = tokio::task::JoinSet::new();
    for _ in 0..poort::TEGELIJK {
        let (app, held) = (app.clone(), held.clone());
        inside.spawn(async move { app.langzaam(move || held.lock().unwrap().recv().is_err()).await });
    }
    let wrong: Oudercode = "K7QM-2XPA-9DRT-HW4C".parse().unwrap();
    let parent = parent("anouk@thuis.example");
    // Nobody gets in meanwhile, so whoever waited for the gate would wait for ever.
    let answer = app.redeem_parent_code(&wrong, birth(), parent, &address(), monday()).await;
    assert_eq!(refused(answer).code, "code_werkt_niet");
    drop(free);
    inside.join_all().await;
}

#[tokio::test]
async fn one_address_cannot_try_every_account() {
    let (app, _place) = with_schools().await;
    for at in 0..POGINGEN_ADRES {
        let attempt =
            app.begin_sign_in(&format!("nr{at}@school.example"), &address(), monday()).await.unwrap();
        // What the check would give; the hash itself is tested beside it.
        assert!(app.finish_sign_in(attempt.check(&"x".repeat(201)), monday()).await.is_err());
    }
    let refusal = refused(app.begin_sign_in("nog@school.example", &address(), monday()).await);
    assert_eq!(refusal.code, "te_veel_pogingen");
    app.begin_sign_in("nog@school.example", &Digest::of(b"elsewhere"), monday()).await.unwrap();
}

#[tokio::test]
async fn hostile_addresses_and_passwords_are_only_wrong() {
    let (app, _place) = with_schools().await;
    let long = "a".repeat(1_000_000);
    for e_mail in ["", "\0", "a\0b@school.example", "' OR 1=1 --", "🦉@🦉.example", &long] {
        assert_eq!(refused(sign_in(&app, e_mail, &long, monday()).await).code, "aanmelden_mislukt");
    }
    for token in ["", "\0", "zz", &long] {
        assert_eq!(app.who(token, monday()).await.unwrap(), None);
        app.sign_out(token).await.unwrap();
        assert_eq!(app.resolve_sleutel(token, monday()).await.unwrap(), Err(Sleutelfout::Onbekend));
    }
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_at_the_end_of_the_day_anyhow() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let idle = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let token = idle.token.expose();
    assert!(app.who(token, moment("2026-11-23T09:59:59Z")).await.unwrap().is_some());
    assert!(
        app.who(token, moment("2026-11-23T10:59:58Z")).await.unwrap().is_some(),
        "using it makes it last"
    );
    assert!(app.who(token, moment("2026-11-23T11:59:58Z")).await.unwrap().is_none());
    let busy = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    for minute in (0..12 * 60).step_by(59) {
        let at = moment(&format!("2026-11-23T{:02}:{:02}:00Z", 9 + minute / 60, minute % 60));
        let who = app.who(busy.token.expose(), at).await.unwrap().unwrap();
        assert!(who.verloopt_op <= moment("2026-11-23T21:00:00Z").at);
    }
    assert_eq!(app.who(busy.token.expose(), moment("2026-11-23T21:00:00Z")).await.unwrap(), None);
}

#[tokio::test]
async fn signing_out_ends_one_session_or_all() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let mut sessions = Vec::new();
    for _ in 0..3 {
        sessions.push(sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap().token);
    }
    app.sign_out(sessions[0].expose()).await.unwrap();
    assert_eq!(app.who(sessions[0].expose(), monday()).await.unwrap(), None);
    assert_eq!(app.sign_out_everywhere(sessions[1].expose(), monday()).await.unwrap(), 2);
    assert_eq!(app.who(sessions[2].expose(), monday()).await.unwrap(), None);
}

#[tokio::test]
async fn a_person_with_two_roles_chooses_and_the_log_holds_it() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let teacher = NieuweRol {
        groep: Some("5b".to_owned()),
        tot: Some("2026-12-24".parse().unwrap()),
        ..role(Rol::Leerkracht, &ijsvogel())
    };
    let rol =
        app.give_rol(Beheer::Machine, &Ontvanger::Account(merel.clone()), &teacher, monday()).await.unwrap();
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let token = session.token.expose();
    assert_eq!(app.who(token, monday()).await.unwrap().unwrap().gekozen, None);
    let chosen = app.choose_rol(token, rol, monday()).await.unwrap();
    assert_eq!((chosen.actor.rol, chosen.groep.as_str()), (Rol::Leerkracht, "5b"));
    assert_eq!(app.who(token, monday()).await.unwrap().unwrap().gekozen, Some(chosen));
    let log = app.account_log(Beheer::Machine, Page::first(1)).await.unwrap().rows;
    assert_eq!(
        (log[0].handeling.as_str(), log[0].toelichting.as_str()),
        ("rol_gekozen", "leerkracht bij school/99ZZ00")
    );
    assert_eq!(refused(app.choose_rol(token, rol + 100, monday()).await).veld, Some("rol"));
    let christmas = moment("2026-12-24T09:00:00Z");
    let again = sign_in(&app, "merel@school.example", PASSWORD, christmas).await.unwrap();
    assert_eq!(refused(app.choose_rol(again.token.expose(), rol, christmas).await).veld, Some("rol"));
}

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
    app.give_rol(Beheer::Persoon(&boss), &by_mail, &role(Rol::Begeleider, &ijsvogel()), monday())
        .await
        .unwrap();
    assert_eq!(refused(app.new_link(Beheer::Persoon(&boss), &bot, monday()).await).code, "ook_elders");
    assert_eq!(refused(app.block_account(Beheer::Persoon(&boss), &bot, monday()).await).code, "ook_elders");
    let key = NieuweSleutel { account: bot.clone(), rol: None, naam: "LAS".to_owned(), tot: None };
    assert_eq!(refused(app.make_sleutel(Beheer::Persoon(&boss), &key, monday()).await).code, "ook_elders");
    app.block_account(Beheer::Machine, &bot, monday()).await.unwrap();
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
    let log = app.account_log(Beheer::Persoon(&boss), Page::first(9)).await.unwrap().rows;
    let acts: Vec<&str> = log.iter().map(|line| line.handeling.as_str()).collect();
    assert_eq!(acts, ["account_geblokkeerd", "link_gemaakt", "rol_gegeven", "account_gemaakt"]);
    assert!(log.iter().all(|line| line.onderwerp == made.account.as_str()));
    assert!(!format!("{log:?}").contains(made.link.expose()));
    assert!(!format!("{made:?}").contains(made.link.expose()));
}

const DOSSIER: &str = "2026-000017";

fn nummer() -> DossierNummer {
    DOSSIER.parse().unwrap()
}

async fn record(app: &App, at: Moment, events: Vec<Gebeurtenis>) -> Result<(), AppError> {
    let stream = StreamId::dossier(&nummer());
    let new_event = |event: Gebeurtenis| NewEvent {
        event_type: event.event_type().to_owned(),
        event_version: u32::from(event.event_version()),
        on: at.vandaag,
        holder: ijsvogel(),
        actor: storage::Actor {
            persoon: "p-1".parse().unwrap(),
            rol: "ib".to_owned(),
            organisatie: ijsvogel(),
        },
        payload: event.encode().unwrap(),
        blobs: Vec::new(),
    };
    let events = events.into_iter().map(new_event).collect();
    let expected = app.storage.head(&stream).await?;
    app.storage.append(Append::new(stream, expected, at.at, events)).await?;
    Ok(())
}

fn birth() -> Date {
    "2018-05-04".parse().unwrap()
}

fn last_day() -> Date {
    "2026-12-07".parse().unwrap()
}

/// A file with an invited parent, and the code that goes with the invitation.
async fn invited(app: &App) -> Oudercode {
    let opened = DossierGeopend {
        roepnaam: "Sam".to_owned(),
        voorvoegsel: "de".to_owned(),
        achternaam: "Zonnevis".to_owned(),
        geboortedatum: birth(),
        geslacht: None,
        adres: Adres::default(),
    };
    let parent = PersoonVerbonden {
        persoon: 1,
        naam: "mevrouw A. Zonnevis".to_owned(),
        relatie: Relatie::Gezagsouder,
        van: birth(),
        tot: None,
        brondocument: "verklaring".to_owned(),
        contact: Contactgegevens::default(),
    };
    let invitation = OuderUitgenodigd { persoon: 1, geldig_tot_en_met: last_day() };
    record(app, monday(), vec![opened.into(), parent.into(), invitation.into()]).await.unwrap();
    code(app, monday()).await
}

async fn code(app: &App, at: Moment) -> Oudercode {
    let ib = actor(&"p-1".parse().unwrap(), Rol::Ib, &ijsvogel());
    app.make_parent_code(&ib, &nummer(), 1, last_day(), at).await.unwrap()
}

fn parent(e_mail: &str) -> Ouder {
    Ouder::Nieuw(Ouderaccount::new("Anouk Zonnevis", e_mail, PASSWORD).unwrap())
}

async fn connect(
    app: &App,
    code: &Oudercode,
    born: Date,
    ouder: Ouder,
    at: Moment,
) -> Result<Aansluiting, AppError> {
    let append = |found: Aansluiting| async move {
        record(app, at, vec![OuderAangesloten { persoon: found.persoon, account: found.account }.into()])
            .await
    };
    app.connect_parent(code, born, ouder, &address(), at, append).await
}

#[tokio::test]
async fn a_parent_comes_in_by_code_and_birth_date_once() {
    let (app, _place) = with_schools().await;
    let code = invited(&app).await;
    let found = connect(&app, &code, birth(), parent("anouk@thuis.example"), monday()).await.unwrap();
    assert_eq!((found.dossier.as_str(), found.persoon), (DOSSIER, 1));
    let session = sign_in(&app, "anouk@thuis.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!(who.gekozen.unwrap().actor, actor(&found.account, Rol::Ouder, &nummer().gezin()));
    let again = connect(&app, &code, birth(), parent("ander@thuis.example"), monday()).await;
    assert_eq!(refused(again).code, "code_werkt_niet");
    assert!(app.storage.account_by_e_mail("ander@thuis.example").await.unwrap().is_none());
}

#[tokio::test]
async fn a_code_dies_after_five_wrong_birth_dates() {
    let (app, _place) = with_schools().await;
    let code = invited(&app).await;
    let wrong: Date = "2018-05-05".parse().unwrap();
    for _ in 0..POGINGEN_CODE {
        let tried = connect(&app, &code, wrong, parent("anouk@thuis.example"), monday()).await;
        assert_eq!(refused(tried).code, "code_werkt_niet");
    }
    let right = connect(&app, &code, birth(), parent("anouk@thuis.example"), monday()).await;
    assert_eq!(refused(right).code, "code_werkt_niet");
    assert!(app.storage.account_by_e_mail("anouk@thuis.example").await.unwrap().is_none());
}

#[tokio::test]
async fn a_code_works_up_to_and_including_its_last_dutch_day() {
    let (app, _place) = with_schools().await;
    let code = invited(&app).await;
    let after = moment("2026-12-07T23:00:00Z");
    assert_eq!(
        refused(connect(&app, &code, birth(), parent("a@thuis.example"), after).await).code,
        "code_werkt_niet"
    );
    let just_before = moment("2026-12-07T22:59:59Z");
    connect(&app, &code, birth(), parent("a@thuis.example"), just_before).await.unwrap();
}

#[tokio::test]
async fn a_newer_invitation_makes_older_codes_worthless() {
    let (app, _place) = with_schools().await;
    let old = invited(&app).await;
    let tuesday = moment("2026-11-24T09:00:00Z");
    let again = OuderUitgenodigd { persoon: 1, geldig_tot_en_met: last_day() };
    record(&app, tuesday, vec![again.into()]).await.unwrap();
    let new = code(&app, tuesday).await;
    assert_eq!(
        refused(connect(&app, &old, birth(), parent("a@thuis.example"), tuesday).await).code,
        "code_werkt_niet"
    );
    connect(&app, &new, birth(), parent("a@thuis.example"), tuesday).await.unwrap();
}

#[tokio::test]
async fn codes_from_nowhere_are_throttled_by_address() {
    let (app, _place) = with_schools().await;
    let invented: Oudercode = "K7QM-2XPA-9DRT-HW4C".parse().unwrap();
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    for _ in 0..POGINGEN_ADRES {
        let tried = connect(&app, &invented, birth(), Ouder::Bestaand(merel.clone()), monday()).await;
        assert_eq!(refused(tried).code, "code_werkt_niet");
    }
    let tried = connect(&app, &invented, birth(), Ouder::Bestaand(merel), monday()).await;
    assert_eq!(refused(tried).code, "te_veel_pogingen");
}

#[tokio::test]
async fn somebody_with_an_account_connects_it_and_keeps_the_other_roles() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let code = invited(&app).await;
    connect(&app, &code, birth(), Ouder::Bestaand(merel.clone()), monday()).await.unwrap();
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    let roles: Vec<Rol> = who.rollen.iter().map(|rol| rol.rol).collect();
    assert_eq!((roles, who.gekozen), (vec![Rol::Ib, Rol::Ouder], None));
}

#[tokio::test]
async fn a_code_is_not_lost_when_the_file_cannot_be_written() {
    let (app, _place) = with_schools().await;
    let code = invited(&app).await;
    let failing = |_: Aansluiting| async { Err(AppError::Clash { dossier: None }) };
    let first = app
        .connect_parent(&code, birth(), parent("anouk@thuis.example"), &address(), monday(), failing)
        .await;
    assert!(matches!(first, Err(AppError::Clash { .. })));
    // The account is there, without any role; signed in with it the code still works.
    let session = sign_in(&app, "anouk@thuis.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!(who.rollen, []);
    connect(&app, &code, birth(), Ouder::Bestaand(who.account), monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!(who.rollen[0].rol, Rol::Ouder);
}

#[test]
fn what_a_parent_fills_in_is_checked_before_the_code_is() {
    let field =
        |naam: &str, e_mail: &str, password: &str| refused(Ouderaccount::new(naam, e_mail, password)).veld;
    assert_eq!(field("", "anouk@thuis.example", PASSWORD), Some("naam"));
    assert_eq!(field("Anouk\0", "anouk@thuis.example", PASSWORD), Some("naam"));
    assert_eq!(field("Anouk", "anouk", PASSWORD), Some("e_mail"));
    assert_eq!(field("Anouk", "anouk@thuis.example", "te kort"), Some("wachtwoord"));
}
