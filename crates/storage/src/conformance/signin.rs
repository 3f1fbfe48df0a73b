//! Signing in.

use super::given::{account, at, day, handeling, persoon, school};
use super::{Bench, fresh, together};
use crate::{Account, Digest, Link, Programmasleutel, Rol, Sessie, Storage, StorageError};

fn token(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

fn link(text: &str) -> Link {
    Link {
        token: token(text),
        soort: "uitnodiging".to_owned(),
        account: Some(persoon("ijsvogel")),
        gegevens: "{}".to_owned(),
        geldig_tot: at(100),
        pogingen: 0,
        gebruikt_op: None,
    }
}

async fn with_account(store: &dyn Storage) {
    store.create_account(&account("ijsvogel"), &handeling("account_gemaakt", "ijsvogel")).await.unwrap();
}

/// Of everybody who uses a link at the same moment one succeeds, and nobody afterwards.
pub async fn a_link_works_once(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_account(&*store).await;
    let log = handeling("link_gemaakt", "ijsvogel");
    store.put_link(&link("a"), &log).await.unwrap();
    assert_eq!(store.put_link(&link("a"), &log).await, Err(StorageError::Taken { what: "link" }));
    assert_eq!(store.link(&token("a")).await.unwrap(), Some(link("a")));
    assert_eq!(store.open_link(&persoon("ijsvogel"), "uitnodiging", at(5)).await.unwrap(), Some(link("a")));
    let a = token("a");
    assert_eq!(store.use_link(&a, "wachtwoord", 3, at(5)).await.unwrap(), None);
    let uses = together((0..6).map(|_| store.use_link(&a, "uitnodiging", 3, at(5))).collect()).await;
    let used: Vec<Link> = uses.into_iter().filter_map(Result::unwrap).collect();
    assert_eq!(used, [Link { gebruikt_op: Some(at(5)), ..link("a") }]);
    assert_eq!(store.use_link(&a, "uitnodiging", 3, at(6)).await.unwrap(), None);
    assert_eq!(store.open_link(&persoon("ijsvogel"), "uitnodiging", at(5)).await.unwrap(), None);
}

/// A link without an account is kept for whoever uses it first: of those who make an account with it at the same moment one
/// gets an account, and the others leave nothing behind.
pub async fn a_link_is_kept_for_one_account(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let log = handeling("account_gemaakt", "ouder");
    let code = Link { account: None, ..link("code") };
    store.put_link(&code, &log).await.unwrap();
    let (token, names) =
        (token("code"), ["meerkoet", "ijsvogel", "zilvermeeuw", "aalscholver", "fuut", "zwaan"]);
    let people = names.map(account);
    let make = people.iter().map(|who| store.create_account_by_link(who, (&token, "uitnodiging"), &log));
    let made: Vec<bool> = together(make.collect()).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(made.iter().filter(|made| **made).count(), 1, "{made:?}");
    for (who, made) in people.iter().zip(&made) {
        assert_eq!(store.account(&who.id).await.unwrap().is_some(), *made, "{:?}", who.id);
        // It is used once, later, by whom it is kept for: they may try again after a failure.
        assert_eq!(store.claim_link(&token, "uitnodiging", &who.id, at(5)).await.unwrap(), *made);
    }
    let winner = people.iter().zip(&made).find(|(_, made)| **made).map(|(who, _)| who.clone()).unwrap();
    assert!(!store.claim_link(&token, "wachtwoord", &winner.id, at(5)).await.unwrap(), "another kind");
    assert!(!store.claim_link(&token, "uitnodiging", &winner.id, at(100)).await.unwrap(), "too old");
    store.use_link(&token, "uitnodiging", 3, at(5)).await.unwrap().unwrap();
    assert!(!store.claim_link(&token, "uitnodiging", &winner.id, at(6)).await.unwrap(), "used");
    let twin = Account { e_mail: winner.e_mail.clone(), ..account("tweede") };
    store.put_link(&Link { token: Digest::of(b"b"), ..code }, &log).await.unwrap();
    let refused = store.create_account_by_link(&twin, (&Digest::of(b"b"), "uitnodiging"), &log).await;
    assert!(matches!(refused, Err(StorageError::Taken { .. })), "{refused:?}");
}

/// A link ends on its last instant and after too many wrong attempts.
pub async fn a_link_dies_of_age_and_of_wrong_attempts(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_account(&*store).await;
    let log = handeling("link_gemaakt", "ijsvogel");
    for name in ["oud", "geraden"] {
        store.put_link(&link(name), &log).await.unwrap();
    }
    assert_eq!(store.use_link(&token("oud"), "uitnodiging", 3, at(100)).await.unwrap(), None);
    for wrong in 1..=3 {
        assert_eq!(store.count_attempt(&token("geraden"), at(5)).await.unwrap(), wrong);
    }
    assert_eq!(store.use_link(&token("geraden"), "uitnodiging", 3, at(5)).await.unwrap(), None);
    assert!(store.use_link(&token("geraden"), "uitnodiging", 4, at(5)).await.unwrap().is_some());
    assert_eq!(store.count_attempt(&token("onbekend"), at(5)).await.unwrap(), 0);
    assert_eq!(store.purge_sign_in(at(100), at(100), at(0)).await.unwrap(), 2);
    assert_eq!(store.link(&token("oud")).await.unwrap(), None);
}

/// A session holds until it expires or is ended; it carries the chosen role.
pub async fn sessions_hold_until_they_end(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    with_account(&*store).await;
    let rol = Rol {
        id: 0,
        account: persoon("ijsvogel"),
        rol: "ib".to_owned(),
        organisatie: school(),
        groep: Some("5a".to_owned()),
        van: day("2026-01-01"),
        tot: None,
        vak: None,
    };
    let rol = store.add_rol(&rol, &handeling("rol_gegeven", "ijsvogel")).await.unwrap();
    let session = |name: &str| Sessie {
        token: token(name),
        account: persoon("ijsvogel"),
        rol: None,
        aangemaakt_op: at(0),
        gezien_op: at(0),
        verloopt_op: at(10),
    };
    for name in ["a", "b", "c"] {
        store.put_session(&session(name)).await.unwrap();
    }
    assert!(store.choose_rol(&token("a"), rol).await.unwrap());
    assert!(store.touch_session(&token("a"), at(9), at(19)).await.unwrap());
    store.close().await;
    let store = site.open().await;
    let expected = Sessie { rol: Some(rol), gezien_op: at(9), verloopt_op: at(19), ..session("a") };
    assert_eq!(store.session(&token("a"), at(18)).await.unwrap(), Some(expected));
    assert_eq!(store.session(&token("a"), at(19)).await.unwrap(), None);
    assert_eq!(store.session(&token("b"), at(10)).await.unwrap(), None);
    let held = async |on| {
        let found = store.sessions_of(&persoon("ijsvogel"), at(on)).await.unwrap();
        found.into_iter().map(|session| session.token).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(held(9).await, ["a", "b", "c"].map(token).into());
    assert_eq!(held(18).await, [token("a")].into());
    assert!(store.sessions_of(&persoon("merel"), at(1)).await.unwrap().is_empty());
    assert!(store.end_session(&token("b")).await.unwrap());
    assert!(!store.end_session(&token("b")).await.unwrap());
    assert!(!store.touch_session(&token("b"), at(9), at(19)).await.unwrap());
    assert_eq!(store.end_sessions(&persoon("ijsvogel")).await.unwrap(), 2);
    assert_eq!(store.session(&token("a"), at(1)).await.unwrap(), None);
}

/// A key of a program works from when its person activates it until it is withdrawn.
pub async fn a_key_sleeps_until_activated_and_dies_when_withdrawn(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_account(&*store).await;
    let log = handeling("sleutel_gemaakt", "k1");
    let key = Programmasleutel {
        id: "k1".to_owned(),
        sleutel: token("geheim"),
        naam: "leerlingsysteem".to_owned(),
        account: persoon("ijsvogel"),
        rol: "ib".to_owned(),
        organisatie: school(),
        aangemaakt_op: at(0),
        tot: Some(day("2026-12-31")),
        actief_op: None,
        ingetrokken_op: None,
    };
    store.put_key(&key, &log).await.unwrap();
    assert_eq!(store.put_key(&key, &log).await, Err(StorageError::Taken { what: "key" }));
    assert_eq!(store.key(&token("geheim")).await.unwrap(), Some(key.clone()));
    assert_eq!(store.key(&token("ander")).await.unwrap(), None);
    assert!(store.activate_key("k1", at(3), &log).await.unwrap());
    assert!(!store.activate_key("k1", at(4), &log).await.unwrap());
    assert!(store.withdraw_key("k1", at(5), &log).await.unwrap());
    assert!(!store.withdraw_key("k1", at(6), &log).await.unwrap());
    assert!(!store.withdraw_key("k2", at(6), &log).await.unwrap());
    let ended = Programmasleutel { actief_op: Some(at(3)), ingetrokken_op: Some(at(5)), ..key };
    assert_eq!(store.keys_of(&persoon("ijsvogel")).await.unwrap(), [ended]);
}

/// Failed attempts count per subject, in a window of time.
pub async fn failed_attempts_are_counted_until_forgotten(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    for seconds in [1, 2, 30] {
        store.sign_in_failed("ijsvogel@school.example", at(seconds)).await.unwrap();
    }
    store.sign_in_failed("10.0.0.1", at(30)).await.unwrap();
    assert_eq!(store.failures_since("ijsvogel@school.example", at(2)).await.unwrap(), 2);
    assert_eq!(store.purge_sign_in(at(2), at(2), at(0)).await.unwrap(), 1);
    // From where somebody signed in is kept longer, and forgotten by a bound of its own.
    let known = format!("{} ijsvogel", crate::BEKEND);
    store.sign_in_failed(&known, at(1)).await.unwrap();
    assert_eq!(store.purge_sign_in(at(2), at(2), at(1)).await.unwrap(), 0);
    assert_eq!(store.failures_since(&known, at(0)).await.unwrap(), 1);
    assert_eq!(store.purge_sign_in(at(2), at(2), at(2)).await.unwrap(), 1);
    store.forget_failures("ijsvogel@school.example").await.unwrap();
    assert_eq!(store.failures_since("ijsvogel@school.example", at(0)).await.unwrap(), 0);
    assert_eq!(store.failures_since("10.0.0.1", at(0)).await.unwrap(), 1);
}
