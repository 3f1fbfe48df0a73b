//! Accounts and roles.

use super::given::{account, at, day, handeling, other_school, persoon, school};
use super::{Bench, fresh, together};
use crate::{
    Account, AccountQuery, AccountSort, AccountStand, Direction, HandelingQuery, Page, Rol, StorageError,
    Vak, Voorstelantwoord,
};

fn rol(who: &str, van: &str, tot: Option<&str>) -> Rol {
    Rol {
        id: 0,
        account: persoon(who),
        rol: "ib".to_owned(),
        organisatie: school(),
        groep: None,
        van: day(van),
        tot: tot.map(day),
        vak: None,
    }
}

/// An address, in any spelling, belongs to one account; an id too.
pub async fn an_address_belongs_to_one_account(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let log = handeling("account_gemaakt", "zonnedauw");
    let made = Account { e_mail: " M.Zonnedauw@School.example".to_owned(), ..account("zonnedauw") };
    store.create_account(&made, &log).await.unwrap();
    let kept = Account { e_mail: "m.zonnedauw@school.example".to_owned(), ..made.clone() };
    assert_eq!(store.account(&made.id).await.unwrap(), Some(kept.clone()));
    let found = store.account_by_e_mail("M.ZONNEDAUW@school.example ").await.unwrap();
    assert_eq!(found, Some(kept.clone()));
    let twin = Account { e_mail: kept.e_mail.clone(), ..account("ijsvogel") };
    let refused = store.create_account(&twin, &log).await.unwrap_err();
    assert!(matches!(refused, StorageError::Taken { .. }), "{refused}");
    assert!(store.create_account(&account("zonnedauw"), &log).await.is_err());
    store.create_account(&account("ijsvogel"), &log).await.unwrap();
    let blocked =
        Account { geblokkeerd_op: Some(at(5)), wachtwoord: Some("$argon2id$…".to_owned()), ..kept };
    assert!(store.update_account(&blocked, &log).await.unwrap());
    assert_eq!(store.account(&made.id).await.unwrap(), Some(blocked.clone()));
    assert!(!store.update_account(&account("nooit"), &log).await.unwrap());
    let stealing = Account { e_mail: "ijsvogel@school.example".to_owned(), ..blocked };
    assert_eq!(store.update_account(&stealing, &log).await, Err(StorageError::Taken { what: "e_mail" }));
}

/// A language is chosen for one account, is logged, and outlives another change of that account.
pub async fn a_language_belongs_to_an_account(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let made = handeling("account_gemaakt", "ijsvogel");
    for who in ["ijsvogel", "meerkoet"] {
        store.create_account(&account(who), &made).await.unwrap();
    }
    let chosen = handeling("taal_gekozen", "ijsvogel");
    assert!(store.choose_taal(&persoon("ijsvogel"), "en", &chosen).await.unwrap());
    assert!(!store.choose_taal(&persoon("nooit"), "en", &chosen).await.unwrap());
    let taal = async |who: &str| store.account(&persoon(who)).await.unwrap().and_then(|found| found.taal);
    assert_eq!((taal("ijsvogel").await, taal("meerkoet").await), (Some("en".to_owned()), None));
    let log = store.handelingen(&HandelingQuery::all(Page::first(10))).await.unwrap();
    assert_eq!(log.rows.iter().filter(|line| **line == chosen).count(), 1);
    let renamed = Account { naam: "I. Zonnedauw".to_owned(), taal: None, ..account("ijsvogel") };
    assert!(store.update_account(&renamed, &made).await.unwrap());
    assert_eq!(taal("ijsvogel").await, Some("en".to_owned()), "a change of name read the account before");
    let listed = Account { taal: Some("en".to_owned()), ..account("zilvermeeuw") };
    store.create_account(&listed, &made).await.unwrap();
    assert_eq!(store.account_by_e_mail(&listed.e_mail).await.unwrap(), Some(listed));
}

/// A role holds from its first day until the day it ends.
pub async fn roles_hold_from_and_until(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let log = handeling("rol_gegeven", "ijsvogel");
    for who in ["ijsvogel", "meerkoet"] {
        store.create_account(&account(who), &log).await.unwrap();
    }
    let first = store.add_rol(&rol("meerkoet", "2026-01-01", Some("2026-03-01")), &log).await.unwrap();
    let second = store.add_rol(&rol("ijsvogel", "2026-02-01", None), &log).await.unwrap();
    let elsewhere = Rol { organisatie: other_school(), ..rol("ijsvogel", "2025-01-01", None) };
    store.add_rol(&elsewhere, &log).await.unwrap();
    let listed = async |on: &str| {
        let found = store.accounts_of(&AccountQuery::all(school(), day(on), Page::first(10))).await.unwrap();
        found.rows.into_iter().map(|row| (row.account.id.to_string(), row.rollen.len())).collect::<Vec<_>>()
    };
    assert_eq!(listed("2026-02-28").await, [("ijsvogel".to_owned(), 1), ("meerkoet".to_owned(), 1)]);
    assert_eq!(listed("2026-03-01").await, [("ijsvogel".to_owned(), 1)]);
    assert!(store.end_rol(second, day("2026-04-01"), &log).await.unwrap());
    assert!(!store.end_rol(first + second + 100, day("2026-04-01"), &log).await.unwrap());
    assert_eq!(listed("2026-04-01").await, []);
    let rollen = store.rollen(&persoon("ijsvogel")).await.unwrap();
    let periods: Vec<_> = rollen.iter().map(|rol| (rol.organisatie.clone(), rol.tot)).collect();
    assert_eq!(periods, [(other_school(), None), (school(), Some(day("2026-04-01")))]);
    assert!(rollen[1].holds_on(day("2026-03-31")) && !rollen[1].holds_on(day("2026-04-01")));
    assert!(store.add_rol(&rol("nooit-gemaakt", "2026-01-01", None), &log).await.is_err());
}

/// Whoever gives a role, and however many do so at the same moment, it is held once, so that ending it ends it.
pub async fn a_role_is_held_once(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let made = handeling("account_gemaakt", "ijsvogel");
    store.create_account(&account("ijsvogel"), &made).await.unwrap();
    let log = handeling("rol_gegeven", "ijsvogel");
    let open = rol("ijsvogel", "2026-02-01", None);
    let given = together((0..6).map(|_| store.add_rol(&open, &log)).collect()).await;
    let given: Vec<u64> = given.into_iter().map(Result::unwrap).collect();
    assert!(given.iter().all(|id| *id == given[0]), "{given:?}");
    let within = rol("ijsvogel", "2026-03-01", Some("2026-04-01"));
    assert_eq!(store.add_rol(&within, &log).await.unwrap(), given[0], "it is held on those days");
    // One that begins earlier than the one without an end is the same one, from an earlier day.
    assert_eq!(store.add_rol(&rol("ijsvogel", "2026-01-15", None), &log).await.unwrap(), given[0]);
    let rollen = store.rollen(&persoon("ijsvogel")).await.unwrap();
    assert_eq!(rollen, [Rol { id: given[0], ..rol("ijsvogel", "2026-01-15", None) }]);
    let lines = store.handelingen(&HandelingQuery::all(Page::first(10))).await.unwrap().rows;
    assert_eq!(lines.iter().filter(|line| **line == log).count(), 2, "given, and begun earlier");
    // Another group, role or place is another one, and what ended can be given anew.
    let group = Rol { groep: Some("5".to_owned()), ..open.clone() };
    assert_ne!(store.add_rol(&group, &log).await.unwrap(), given[0]);
    assert_ne!(
        store.add_rol(&Rol { organisatie: other_school(), ..open.clone() }, &log).await.unwrap(),
        given[0]
    );
    assert!(store.end_rol(given[0], day("2026-03-01"), &log).await.unwrap());
    assert_ne!(store.add_rol(&rol("ijsvogel", "2026-03-01", None), &log).await.unwrap(), given[0]);
}

/// Accounts are narrowed to a role and to how they stand, and sorted by each column.
pub async fn accounts_are_filtered_and_sorted(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let log = handeling("rol_gegeven", "ijsvogel");
    let blocked = Account { geblokkeerd_op: Some(at(5)), naam: "Zus".to_owned(), ..account("aalscholver") };
    let active = Account { wachtwoord: Some("$argon2id$…".to_owned()), ..account("meerkoet") };
    for made in [blocked, active, account("ijsvogel")] {
        store.create_account(&made, &log).await.unwrap();
        store.add_rol(&rol(made.id.as_str(), "2026-01-01", None), &log).await.unwrap();
    }
    let second = Rol { rol: "directie".to_owned(), ..rol("meerkoet", "2026-01-01", None) };
    store.add_rol(&second, &log).await.unwrap();
    let all = AccountQuery::all(school(), day("2026-02-01"), Page::first(10));
    let listed = async |query: AccountQuery| {
        let found = store.accounts_of(&query).await.unwrap();
        assert_eq!(found.total, found.rows.len() as u64);
        found.rows.into_iter().map(|row| (row.account.id.to_string(), row.stand)).collect::<Vec<_>>()
    };
    let ids = async |query| listed(query).await.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let stands = [
        ("aalscholver", AccountStand::Geblokkeerd),
        ("ijsvogel", AccountStand::ZonderWachtwoord),
        ("meerkoet", AccountStand::Actief),
    ];
    for (id, stand) in stands {
        let query = AccountQuery { stand: Some(stand), ..all.clone() };
        assert_eq!(listed(query).await, [(id.to_owned(), stand)]);
    }
    let heads = AccountQuery { rol: Some("directie".to_owned()), ..all.clone() };
    assert_eq!(ids(heads.clone()).await, ["meerkoet"]);
    assert_eq!(store.accounts_of(&heads).await.unwrap().rows[0].rollen.len(), 2, "with every role");
    let expected = [
        (AccountSort::Naam, ["ijsvogel", "meerkoet", "aalscholver"]),
        (AccountSort::EMail, ["aalscholver", "ijsvogel", "meerkoet"]),
        (AccountSort::Stand, ["meerkoet", "aalscholver", "ijsvogel"]),
    ];
    assert_eq!(expected.map(|(sort, _)| sort), AccountSort::ALL);
    for (sort, mut order) in expected {
        assert_eq!(ids(AccountQuery { sort, ..all.clone() }).await, order, "{sort:?}");
        order.reverse();
        let down = AccountQuery { sort, direction: Direction::Down, ..all.clone() };
        assert_eq!(ids(down).await, order, "{sort:?}");
    }
}

/// Nothing is done to an account without a line that says so, and no line without the deed.
pub async fn what_is_done_to_accounts_is_logged_with_it(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    store.create_account(&account("ijsvogel"), &handeling("account_gemaakt", "ijsvogel")).await.unwrap();
    let failed = store.create_account(&account("ijsvogel"), &handeling("account_gemaakt", "dubbel")).await;
    assert!(failed.is_err());
    store.update_account(&account("nooit"), &handeling("account_gewijzigd", "nooit")).await.unwrap();
    let mut by_machine = handeling("ingelezen", "duo-vestigingen");
    by_machine.door = None;
    by_machine.organisatie = None;
    store.log_handeling(&by_machine).await.unwrap();
    let all = store.handelingen(&HandelingQuery::all(Page::first(10))).await.unwrap();
    assert_eq!(all.total, 2);
    assert_eq!(all.rows, [by_machine, handeling("account_gemaakt", "ijsvogel")]);
    let of_school = store.handelingen(&HandelingQuery::of(school(), Page::first(10))).await.unwrap();
    assert_eq!(of_school.rows, [handeling("account_gemaakt", "ijsvogel")]);
    assert_eq!(
        store.handelingen(&HandelingQuery::of(other_school(), Page::first(10))).await.unwrap().total,
        0
    );
}

/// The log of acts is narrowed to an organisation, a kind, a person and a time, and read from either end.
pub async fn acts_are_filtered(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let signed_in = |who: &str, seconds| crate::Handeling {
        at: at(seconds),
        door: None,
        organisatie: Some(other_school()),
        ..handeling("aangemeld", who)
    };
    for line in [
        handeling("rol_gegeven", "ijsvogel"),
        signed_in("ijsvogel", 5),
        signed_in("meerkoet", 6),
        crate::Handeling { organisatie: None, ..handeling("reservekopie_gemaakt", "gegevens") },
    ] {
        store.log_handeling(&line).await.unwrap();
    }
    let all = HandelingQuery::all(Page::first(10));
    let found = async |query: HandelingQuery| {
        let found = store.handelingen(&query).await.unwrap();
        assert_eq!(found.total, found.rows.len() as u64);
        found.rows.into_iter().map(|line| line.onderwerp).collect::<Vec<_>>()
    };
    assert_eq!(found(all.clone()).await, ["gegevens", "meerkoet", "ijsvogel", "ijsvogel"]);
    let up = HandelingQuery { direction: Direction::Up, ..all.clone() };
    assert_eq!(found(up).await, ["ijsvogel", "ijsvogel", "meerkoet", "gegevens"]);
    let there = HandelingQuery::of(other_school(), Page::first(10));
    assert_eq!(found(there.clone()).await, ["meerkoet", "ijsvogel"]);
    let kind = HandelingQuery { handeling: Some("aangemeld".to_owned()), ..all.clone() };
    assert_eq!(found(kind).await, ["meerkoet", "ijsvogel"]);
    let of_person = |who| HandelingQuery { persoon: Some(persoon(who)), ..all.clone() };
    assert_eq!(found(of_person("meerkoet")).await, ["meerkoet"], "what was done with an account");
    assert_eq!(found(of_person("m-zonnedauw")).await, ["gegevens", "ijsvogel"], "and what somebody did");
    let within = HandelingQuery { van: Some(at(5)), tot: Some(at(6)), ..there };
    assert_eq!(found(within).await, ["ijsvogel"]);
}

/// A role that is offered is held with a yes, and then once; an offer has one answer.
pub async fn a_role_that_was_offered_waits_for_a_yes(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let log = handeling("rol_aangeboden", "ijsvogel");
    for who in ["ijsvogel", "meerkoet"] {
        store.create_account(&account(who), &handeling("account_gemaakt", who)).await.unwrap();
    }
    let offered = rol("ijsvogel", "2026-02-01", None);
    let offers = together((0..4).map(|_| store.offer_rol(&offered, &log)).collect()).await;
    let first = *offers[0].as_ref().unwrap();
    assert!(offers.iter().all(|id| *id == Ok(first)), "{offers:?}");
    let other = store.offer_rol(&Rol { rol: "directie".to_owned(), ..offered.clone() }, &log).await.unwrap();
    store.offer_rol(&rol("meerkoet", "2026-02-01", None), &log).await.unwrap();
    assert_eq!(store.rollen(&persoon("ijsvogel")).await.unwrap(), [], "an offer gives nothing");
    let open = store.voorstellen(&persoon("ijsvogel")).await.unwrap();
    assert_eq!(open.iter().map(|voorstel| voorstel.id).collect::<Vec<_>>(), [first, other]);
    assert_eq!(open[0].rol, offered);
    assert_eq!(store.voorstellen_of(&school()).await.unwrap().len(), 3);
    assert_eq!(store.voorstellen_of(&other_school()).await.unwrap(), []);
    let later = Rol { van: day("2026-02-10"), ..offered };
    let yes = handeling("rol_aanvaard", "ijsvogel");
    let answers = together(
        (0..3).map(|_| store.answer_voorstel(first, Voorstelantwoord::Aanvaard(&later), &yes)).collect(),
    );
    let answers = answers.await;
    assert_eq!(answers.iter().filter(|answer| **answer == Ok(true)).count(), 1, "{answers:?}");
    assert!(store.answer_voorstel(other, Voorstelantwoord::Afgewezen, &yes).await.unwrap());
    assert!(!store.answer_voorstel(other, Voorstelantwoord::Aanvaard(&later), &yes).await.unwrap());
    assert!(!store.answer_voorstel(first + 99, Voorstelantwoord::Ingetrokken, &yes).await.unwrap());
    assert_eq!(store.voorstellen(&persoon("ijsvogel")).await.unwrap(), []);
    let held = store.rollen(&persoon("ijsvogel")).await.unwrap();
    assert_eq!(held, [Rol { id: held[0].id, ..later }]);
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
}

/// As which expert somebody holds a role is recorded with the role and changes nothing else of it.
pub async fn a_role_says_as_which_expert_it_is_held(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let log = handeling("discipline_vastgelegd", "ijsvogel");
    store.create_account(&account("ijsvogel"), &handeling("account_gemaakt", "ijsvogel")).await.unwrap();
    let given = rol("ijsvogel", "2026-01-01", None);
    let id = store.add_rol(&given, &handeling("rol_gegeven", "ijsvogel")).await.unwrap();
    let vak = Vak { discipline: "orthopedagoog".to_owned(), registratie: "NVO 12345".to_owned() };
    assert!(store.set_vak(id, Some(&vak), &log).await.unwrap());
    assert!(!store.set_vak(id + 100, Some(&vak), &log).await.unwrap());
    assert_eq!(store.add_rol(&given, &log).await.unwrap(), id, "given again it stays as it is");
    let with = Rol { id, vak: Some(vak), ..given.clone() };
    assert_eq!(store.rollen(&persoon("ijsvogel")).await.unwrap(), std::slice::from_ref(&with));
    let all = AccountQuery::all(school(), day("2026-02-01"), Page::first(10));
    assert_eq!(store.accounts_of(&all).await.unwrap().rows[0].rollen, [with]);
    assert!(store.set_vak(id, None, &log).await.unwrap());
    assert_eq!(store.rollen(&persoon("ijsvogel")).await.unwrap(), [Rol { id, ..given }]);
    assert_eq!(store.verify(None, &|_| {}).await.unwrap().fouten, []);
}
