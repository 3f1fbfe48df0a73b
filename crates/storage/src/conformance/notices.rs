//! Notices by e-mail.

use super::given::{account, append, at, day, handeling, nummer, persoon, school};
use super::{Bench, fresh, together};
use crate::{
    Aangeschreven, Aankondiging, Append, Bezoek, HandelingQuery, Inzage, Mailkeuze, Page, Rol, Storage,
    StorageError, StreamId, Wachtende,
};

fn keuze(name: &str) -> Mailkeuze {
    Mailkeuze { account: persoon(name), e_mail: format!("{name}@thuis.example"), sinds: at(1), laatst: None }
}

fn wachtende(name: &str, pogingen: u32) -> Wachtende {
    Wachtende {
        account: persoon(name),
        e_mail: format!("{name}@thuis.example"),
        taal: None,
        geblokkeerd: false,
        pogingen,
    }
}

/// Accounts of which those named chose to be told.
async fn with_accounts(store: &dyn Storage, all: &[&str], chosen: &[&str]) {
    for name in all {
        store.create_account(&account(name), &handeling("account_gemaakt", name)).await.unwrap();
    }
    for name in chosen {
        store.choose_mail(&keuze(name), &handeling("bericht_aan", name)).await.unwrap();
    }
}

/// One event for the n-th file that tells these people, at some seconds.
fn telling(n: u32, expected: u64, seconds: i64, told: &[&str]) -> Append {
    let wie = told.iter().map(|name| Aangeschreven::Persoon(persoon(name))).collect();
    Append {
        recorded_at: at(seconds),
        aankondiging: Aankondiging::Aan { wie, vanaf: at(seconds) },
        ..append(n, expected, "{}")
    }
}

async fn waiting(store: &dyn Storage, seconds: i64) -> Vec<Wachtende> {
    store.waiting_mail(at(seconds), 10).await.unwrap()
}

/// Nobody is told who did not choose it, and who stops is told nothing more.
pub async fn only_who_chose_it_is_told(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    with_accounts(&*store, &["ijsvogel", "meerkoet"], &["ijsvogel"]).await;
    assert_eq!(store.mail_choice(&persoon("meerkoet")).await.unwrap(), None);
    store.append(telling(1, 0, 10, &["ijsvogel", "meerkoet", "onbekend"])).await.unwrap();
    assert!(waiting(&*store, 9).await.is_empty(), "not before it happened");
    store.close().await;
    let store = site.open().await;
    assert_eq!(waiting(&*store, 10).await, [wachtende("ijsvogel", 0)]);
    let moved = Mailkeuze { e_mail: "ander@thuis.example".to_owned(), sinds: at(20), ..keuze("ijsvogel") };
    store.choose_mail(&moved, &handeling("bericht_aan", "ijsvogel")).await.unwrap();
    assert_eq!(store.mail_choice(&persoon("ijsvogel")).await.unwrap(), Some(moved.clone()));
    assert_eq!(waiting(&*store, 20).await, [Wachtende { e_mail: moved.e_mail, ..wachtende("ijsvogel", 0) }]);
    let off = handeling("bericht_uit", "ijsvogel");
    assert!(store.stop_mail(&persoon("ijsvogel"), &off).await.unwrap());
    assert!(!store.stop_mail(&persoon("ijsvogel"), &off).await.unwrap());
    assert_eq!(store.mail_choice(&persoon("ijsvogel")).await.unwrap(), None);
    assert!(waiting(&*store, 20).await.is_empty());
    let lines = store.handelingen(&HandelingQuery::all(Page::first(10))).await.unwrap().rows;
    assert_eq!(lines.iter().filter(|line| **line == off).count(), 1, "logged once, with what it did");
}

/// What its person saw after it came is dropped when it is due, and nothing else.
pub async fn what_was_seen_is_not_told(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_accounts(&*store, &["ijsvogel", "meerkoet", "fuut"], &["ijsvogel", "meerkoet", "fuut"]).await;
    store.append(telling(1, 0, 10, &["ijsvogel", "meerkoet", "fuut"])).await.unwrap();
    let look = |name: &str, seconds: i64, n: u32| Inzage {
        at: at(seconds),
        dossier: nummer(n),
        persoon: persoon(name),
        rol: "ouder".to_owned(),
        organisatie: school(),
        delen: "A".to_owned(),
        doel: "eigen pagina".to_owned(),
    };
    let looks = [look("ijsvogel", 11, 1), look("meerkoet", 9, 1), look("fuut", 12, 2)];
    store.log_reads(&looks).await.unwrap();
    assert_eq!(store.drop_seen_mail(at(5)).await.unwrap(), 0, "not due yet");
    assert_eq!(store.drop_seen_mail(at(20)).await.unwrap(), 1);
    let left: Vec<_> = waiting(&*store, 20).await.into_iter().map(|one| one.account).collect();
    assert_eq!(left, [persoon("fuut"), persoon("meerkoet")]);
}

/// A role at an organisation means everybody who holds it there on that day and chose to be told, each once.
pub async fn a_role_tells_who_holds_it_on_the_day(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    let all = ["ijsvogel", "meerkoet", "fuut", "zwaan"];
    with_accounts(&*store, &all, &["ijsvogel", "meerkoet", "fuut"]).await;
    let held = |name: &str, rol: &str, groep: Option<&str>, tot: Option<&str>| Rol {
        id: 0,
        account: persoon(name),
        rol: rol.to_owned(),
        organisatie: school(),
        groep: groep.map(str::to_owned),
        van: day("2026-01-01"),
        tot: tot.map(day),
        vak: None,
    };
    let log = handeling("rol_gegeven", "ijsvogel");
    let given = [
        held("ijsvogel", "ib", None, None),
        held("ijsvogel", "ib", Some("5a"), None),
        held("meerkoet", "ib", None, Some("2026-02-01")),
        held("fuut", "directie", None, None),
        held("zwaan", "ib", None, None),
    ];
    for rol in &given {
        store.add_rol(rol, &log).await.unwrap();
    }
    let told = Aangeschreven::Rol { rol: "ib".to_owned(), organisatie: school(), on: day("2026-02-01") };
    let aankondiging = Aankondiging::Aan { wie: vec![told], vanaf: at(15) };
    store.append(Append { recorded_at: at(10), aankondiging, ..append(1, 0, "{}") }).await.unwrap();
    assert!(waiting(&*store, 14).await.is_empty(), "what comes until then is told with it");
    assert_eq!(waiting(&*store, 15).await, [wachtende("ijsvogel", 0)]);
}

/// An append that is refused tells nobody, and what waits of a stream goes when nothing may be told of it any more.
pub async fn notices_go_with_the_append(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_accounts(&*store, &["ijsvogel"], &["ijsvogel"]).await;
    store.append(append(1, 0, "{}")).await.unwrap();
    assert!(store.append(telling(1, 0, 10, &["ijsvogel"])).await.is_err());
    assert!(waiting(&*store, 99).await.is_empty());
    store.append(telling(1, 1, 10, &["ijsvogel"])).await.unwrap();
    store.append(Append { aankondiging: Aankondiging::Nooit, ..append(2, 0, "{}") }).await.unwrap();
    assert_eq!(waiting(&*store, 99).await.len(), 1, "that was another stream");
    store.append(Append { aankondiging: Aankondiging::Nooit, ..append(1, 2, "{}") }).await.unwrap();
    assert!(waiting(&*store, 99).await.is_empty());
}

/// Of those who want to send at the same moment one may, and nobody again until that day is over.
pub async fn one_notice_is_sent_for_all_that_waits(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_accounts(&*store, &["ijsvogel"], &["ijsvogel"]).await;
    let who = persoon("ijsvogel");
    store.append(telling(1, 0, 10, &["ijsvogel"])).await.unwrap();
    store.append(telling(2, 0, 11, &["ijsvogel"])).await.unwrap();
    assert_eq!(waiting(&*store, 20).await, [wachtende("ijsvogel", 0)], "two files, one notice");
    let claims = together((0..5).map(|_| store.claim_mail(&who, at(20), at(0))).collect()).await;
    let won = claims.into_iter().filter(|claim| *claim.as_ref().unwrap()).count();
    assert_eq!(won, 1);
    // While it is being sent something more happens in one of them: that is not done.
    store.append(telling(2, 1, 30, &["ijsvogel"])).await.unwrap();
    store.mail_sent(&who, at(20)).await.unwrap();
    assert_eq!(waiting(&*store, 30).await.len(), 1);
    assert!(!store.claim_mail(&who, at(40), at(0)).await.unwrap());
    store.postpone_mail(&who, at(100)).await.unwrap();
    assert!(waiting(&*store, 99).await.is_empty());
    assert_eq!(waiting(&*store, 100).await, [wachtende("ijsvogel", 0)], "waiting is no failure");
    assert!(store.claim_mail(&who, at(100), at(90)).await.unwrap(), "another day");
    store.mail_sent(&who, at(100)).await.unwrap();
    assert!(waiting(&*store, 1_000).await.is_empty());
    assert_eq!(store.mail_choice(&who).await.unwrap().and_then(|keuze| keuze.laatst), Some(at(100)));
}

/// What could not be sent is tried again later, counted, and dropped when somebody gives up.
pub async fn what_could_not_be_sent_is_tried_again(bench: &dyn Bench) {
    let (_site, store) = fresh(bench).await;
    with_accounts(&*store, &["ijsvogel"], &["ijsvogel"]).await;
    let who = persoon("ijsvogel");
    store.append(telling(1, 0, 10, &["ijsvogel"])).await.unwrap();
    for (tries, again) in [(1, 50), (2, 90)] {
        assert!(store.claim_mail(&who, at(again - 30), at(0)).await.unwrap(), "the last one was not sent");
        store.mail_failed(&who, at(again)).await.unwrap();
        assert!(waiting(&*store, again - 1).await.is_empty());
        assert_eq!(waiting(&*store, again).await, [wachtende("ijsvogel", tries)]);
    }
    let again = telling(1, 1, 95, &["ijsvogel"]);
    store.append(again).await.unwrap();
    assert_eq!(waiting(&*store, 95).await, [wachtende("ijsvogel", 2)], "the pauses do not begin anew");
    assert_eq!(store.mail_streams(&who).await.unwrap(), [StreamId::dossier(&nummer(1))]);
    store.drop_mail(&who).await.unwrap();
    assert_eq!(store.mail_streams(&who).await.unwrap(), []);
    assert!(waiting(&*store, 1_000).await.is_empty());
    assert!(store.mail_choice(&who).await.unwrap().is_some());
    let long = Mailkeuze { e_mail: "x".repeat(3_000), ..keuze("ijsvogel") };
    let refused = store.choose_mail(&long, &handeling("bericht_aan", "ijsvogel")).await;
    assert!(matches!(refused, Err(StorageError::TooLarge { .. })));
}

/// When somebody was here before: in each role by itself, and a second look within the time of a visit changes nothing.
pub async fn who_looks_again_soon_is_still_here(bench: &dyn Bench) {
    let (site, store) = fresh(bench).await;
    let look = |rol: &str, seconds: i64| Bezoek {
        persoon: persoon("ijsvogel"),
        rol: rol.to_owned(),
        organisatie: school(),
        at: at(seconds),
    };
    let hour = 3_600;
    let visit = async |store: &dyn Storage, rol: &str, seconds: i64| {
        store.visit(&look(rol, seconds), at(seconds - hour)).await.unwrap()
    };
    assert_eq!(visit(&*store, "ib", hour).await, None, "never before");
    assert_eq!(visit(&*store, "ib", hour + 300).await, None, "still the first visit");
    assert_eq!(visit(&*store, "directie", hour + 301).await, None, "another role");
    store.close().await;
    let store = site.open().await;
    assert_eq!(visit(&*store, "ib", 3 * hour).await, Some(at(hour + 300)));
    assert_eq!(visit(&*store, "ib", 3 * hour + 1).await, Some(at(hour + 300)), "twice in a moment");
    assert_eq!(visit(&*store, "ib", 3 * hour + 900).await, Some(at(hour + 300)));
    assert_eq!(
        visit(&*store, "ib", 4 * hour + 900).await,
        Some(at(3 * hour + 900)),
        "an hour is another visit"
    );
}
