//! Signing in and out: links, passwords, sessions, and what keeps strangers out.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;

use app::accounts::{
    Beheer, NieuweRol, Ontvanger, POGINGEN_ACCOUNT, POGINGEN_ADRES, POGINGEN_OVERAL, Sleutelfout, Uitreiking,
    Vanwaar, Wachtwoord, poort,
};
use dossier::Rol;
use storage::{Digest, Page};

use crate::hulp::{moment, refused};
use crate::toneel::{
    PASSWORD, activate, actor, address, ijsvogel, make, member, monday, role, sign_in, with_schools,
};

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
    assert_eq!(refused(app.open_link(first.expose(), monday()).await).code, "link_werkt_niet");
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
    let chosen =
        Wachtwoord::choose("de merel zingt vroeg", "Juf Merel", "merel@school.example", &[]).unwrap();
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
async fn a_stranger_shuts_nobody_out_of_the_own_account() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let try_from = async |place: &[u8]| {
        let from = Digest::of(place);
        let begun = app.begin_sign_in("merel@school.example", &from, monday()).await;
        begun.map(drop).map_err(|error| refused::<()>(Err(error)).code)
    };
    // One stranger is stopped, and many together are too.
    for nr in 0..POGINGEN_OVERAL {
        let place = nr / POGINGEN_ACCOUNT;
        assert_eq!(try_from(&place.to_le_bytes()).await, Ok(()), "{nr}");
    }
    assert_eq!(try_from(&0_u64.to_le_bytes()).await, Err("te_veel_pogingen"));
    assert_eq!(try_from(b"from yet another place").await, Err("te_veel_pogingen"));
    // Whoever signed in from here before still does, and from there in the days after.
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let later = moment("2027-01-18T09:00:00Z");
    app.expire(later).await.unwrap();
    for nr in 0..POGINGEN_OVERAL {
        let from = Digest::of(&(nr / POGINGEN_ACCOUNT).to_le_bytes());
        app.begin_sign_in("merel@school.example", &from, later).await.unwrap();
    }
    sign_in(&app, "merel@school.example", PASSWORD, later).await.unwrap();
}

#[tokio::test]
async fn nobody_on_the_same_network_shuts_somebody_out_of_the_own_browser() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let first = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let kept = first.apparaat.unwrap();
    let here = address();
    // A pupil tries the password of this teacher and of everybody else, from the same network.
    for nr in 0..POGINGEN_ADRES {
        let e_mail = if nr < POGINGEN_ACCOUNT {
            "merel@school.example".to_owned()
        } else {
            format!("nr{nr}@x.example")
        };
        let begun = app.begin_sign_in(&e_mail, &here, monday()).await.unwrap();
        assert!(app.finish_sign_in(begun.check(&"x".repeat(201)), monday()).await.is_err());
    }
    let at_another = app.begin_sign_in("merel@school.example", &here, monday()).await;
    assert_eq!(refused(at_another).code, "te_veel_pogingen");
    let from = Vanwaar { adres: &here, apparaat: Some(kept.expose()) };
    let again = app.sign_in("merel@school.example", PASSWORD.to_owned(), from, monday()).await.unwrap();
    let anew = again.apparaat.unwrap();
    assert_ne!(anew.expose(), kept.expose(), "who laid it there, or copied it, has nothing of it any more");
    assert_eq!(
        refused(app.begin_sign_in("merel@school.example", from, monday()).await).code,
        "te_veel_pogingen"
    );
    let from = Vanwaar { adres: &here, apparaat: Some(anew.expose()) };
    // The own browser has a bound too, and is of no use for another account.
    for _ in 0..POGINGEN_ACCOUNT {
        app.begin_sign_in("merel@school.example", from, monday()).await.unwrap();
    }
    assert_eq!(
        refused(app.begin_sign_in("merel@school.example", from, monday()).await).code,
        "te_veel_pogingen"
    );
    assert_eq!(
        refused(app.begin_sign_in("bot@school.example", from, monday()).await).code,
        "te_veel_pogingen"
    );
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
                Wachtwoord::choose(PASSWORD, "Sam", "sam@school.example", &[]).unwrap();
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
    let log = app.storage.handelingen(&storage::HandelingQuery::all(storage::Page::first(1))).await.unwrap();
    assert_eq!(log.rows[0].handeling, "overal_uitgelogd", "who is thrown out again and again can see it");
    assert_eq!(log.rows[0].organisatie, Some(ijsvogel()));
}

#[tokio::test]
async fn a_password_is_not_replaced_by_itself() {
    let (app, _place) = with_schools().await;
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    let same = (PASSWORD.to_owned(), PASSWORD.to_owned());
    let refusal = refused(app.replace_password(&who, same, &address(), monday()).await);
    assert_eq!(teksten::Taal::Nl.zeg(&refusal.reden), "dit is het wachtwoord dat u al had");
    assert!(app.who(session.token.expose(), monday()).await.unwrap().is_some(), "nothing happened");
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
    let to = Ontvanger::Account(merel.clone());
    let Uitreiking::Gegeven(rol) = app.give_rol(Beheer::Machine, &to, &teacher, monday()).await.unwrap()
    else {
        panic!("the machine offers nothing")
    };
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
