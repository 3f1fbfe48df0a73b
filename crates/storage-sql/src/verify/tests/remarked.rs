//! Whoever changed a row in the database does an ordinary act on it: that act says how it found the row.

use storage::{Digest, Voorstelantwoord};

use super::*;

/// Faults as what they are about and what is wrong.
async fn told(store: &SqlStorage) -> Vec<(String, String)> {
    faults(store, None).await.into_iter().map(|fout| (fout.stroom, fout.reden)).collect()
}

/// What is found of one act that was done on a row that was changed before.
fn found_by_an_act(what: &str) -> Vec<(String, String)> {
    let reden = format!("deze handeling vond {what}: dat is daarvoor buiten het programma gewijzigd");
    vec![("handeling".to_owned(), reden)]
}

/// A role as it stands in an answer to an offer.
fn accepted() -> Rol {
    Rol { organisatie: "swv/PO9901".parse().unwrap(), ..rol("besluitnemer") }
}

/// Given an offer that nobody made; when it is accepted; then verification names the act that did.
async fn an_offer_that_nobody_made_stays_a_fault(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    let sql = "INSERT INTO rolvoorstel (id, account, rol, organisatie, van, gedaan_op)
        VALUES (9001, 'p-ijsvogel', 'besluitnemer', 'swv/PO9901', '2026-01-01', 1)";
    execute(&store, sql.to_owned(), Vec::new()).await;
    let role = accepted();
    let yes = Voorstelantwoord::Aanvaard(&role);
    assert!(store.answer_voorstel(9001, yes, &act("rol_aanvaard")).await.unwrap());
    let expected = found_by_an_act("rolvoorstel 9001 zonder dat het logboek ervan wist");
    assert_eq!(told(&store).await, expected);
    store.seal(at(20)).await.unwrap().unwrap();
    assert_eq!(told(&store).await, expected, "a seal covers it and takes nothing away");
    store.close().await;
}

/// An edit of somebody with the database in hand, and what is found of it after an ordinary act on the same row.
const EDITS: [(&str, &str); 5] = [
    (
        "UPDATE link SET gebruikt_op = NULL, pogingen = 0 WHERE gebruikt_op IS NOT NULL",
        "link anders dan het logboek zei",
    ),
    ("UPDATE account SET e_mail = 'evil@x.example'", "account p-ijsvogel anders dan het logboek zei"),
    ("UPDATE account SET wachtwoord = '$argon2id$eigen'", "account p-ijsvogel anders dan het logboek zei"),
    ("UPDATE rol SET organisatie = 'swv/PO9901' WHERE rol = 'ib'", "rol 1 anders dan het logboek zei"),
    ("UPDATE programmasleutel SET tot = '2099-01-01'", "programmasleutel k-1 anders dan het logboek zei"),
];

/// Given a row that was changed in the database; when acts change it too, and one more after that; then verification still
/// names the first of them.
async fn an_act_marks_no_edit_as_its_own(home: Home) {
    for (edit, what) in EDITS {
        let place = home.place().await;
        let (store, _) = filled(place.address()).await;
        execute(&store, edit.to_owned(), Vec::new()).await;
        let who = "p-ijsvogel".parse().unwrap();
        for _ in 0..2 {
            assert!(store.choose_taal(&who, "en", &act("taal_gekozen")).await.unwrap());
            assert!(store.end_rol(1, "2026-12-31".parse().unwrap(), &act("rol_beeindigd")).await.unwrap());
            store.withdraw_key("k-1", at(30), &act("sleutel_ingetrokken")).await.unwrap();
            store.use_link(&Digest::of(b"gebruikt"), "wachtwoord", 9, at(30)).await.unwrap();
        }
        assert_eq!(told(&store).await, found_by_an_act(what), "{edit}");
        store.close().await;
    }
}

/// Given a role that was changed so that it begins later; when it is given once more; then it is found.
async fn a_role_that_is_given_again_marks_no_edit(home: Home) {
    let place = home.place().await;
    let (store, _) = filled(place.address()).await;
    let edit = "UPDATE rol SET van = '2026-06-01' WHERE rol = 'ib'";
    execute(&store, edit.to_owned(), Vec::new()).await;
    assert_eq!(store.add_rol(&rol("ib"), &act("rol_gegeven")).await, Ok(1));
    let expected = found_by_an_act("rol 1 anders dan het logboek zei");
    assert_eq!(told(&store).await, expected);
    store.close().await;
}

/// Given acts of every kind on rows that nobody touched; then nothing is found: people at one moment included.
async fn acts_at_one_moment_are_no_fault(home: Home) {
    let place = home.place().await;
    let (store, file) = filled(place.address()).await;
    let who = "p-ijsvogel".parse().unwrap();
    for round in 0..4 {
        let (role, day) = (rol(&format!("rol-{round}")), "2026-12-31".parse().unwrap());
        let log = act("tegelijk");
        let (taal, given, ended, offered) = tokio::join!(
            store.choose_taal(&who, "en", &log),
            store.add_rol(&role, &log),
            store.end_rol(1, day, &log),
            store.offer_rol(&role, &log),
        );
        assert!(taal.unwrap() && ended.unwrap());
        given.unwrap();
        let yes = Voorstelantwoord::Aanvaard(&role);
        assert!(store.answer_voorstel(offered.unwrap(), yes, &log).await.unwrap());
    }
    assert_eq!(faults(&store, Some(&file)).await, []);
    store.close().await;
}

macro_rules! on_both {
    ($($check:ident => $sqlite:ident, $postgres:ident;)*) => {$(
        #[tokio::test]
        async fn $sqlite() {
            $check(Home::sqlite()).await;
        }

        #[tokio::test]
        async fn $postgres() {
            if let Some(home) = Home::postgres() {
                $check(home).await;
            }
        }
    )*};
}

on_both! {
    an_offer_that_nobody_made_stays_a_fault
        => an_offer_that_nobody_made_is_found_on_sqlite, an_offer_that_nobody_made_is_found_on_postgres;
    an_act_marks_no_edit_as_its_own => no_act_marks_an_edit_on_sqlite, no_act_marks_an_edit_on_postgres;
    a_role_that_is_given_again_marks_no_edit
        => no_gift_marks_an_edit_on_sqlite, no_gift_marks_an_edit_on_postgres;
    acts_at_one_moment_are_no_fault => acts_at_one_moment_on_sqlite, acts_at_one_moment_on_postgres;
}
