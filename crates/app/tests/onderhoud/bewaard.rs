//! What a copy holds and when it is made, whether lists say what files say, and how much one person keeps.

use std::sync::Arc;

use app::concepten::{Bewaard, LosFormulier, MOST_FIELD_BYTES, MOST_FIELDS};
use app::dossiers::Uitvoering;
use app::{App, Letters, Moment};
use base::dates::plus_days;
use base::{OrganisatieId, Timestamp};
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::aanmelding::inleveren::LeverInformatieIn;
use dossier::aanmelding::opdracht::VraagInformatie;
use dossier::soort::Inleverwijze;
use storage::{DraftScope, NewDraft, StreamId};
use storage_sql::testing::Home;
use storage_sql::{Options, Secret, SqlStorage};
use testkit::TestApp;

use crate::hulp::{moment, open, refused, school};
use crate::{child, ijsvogel, listed, monday, person, viewer, with_school};

async fn note(app: &App, at: Moment) -> DraftScope {
    let dossier = child(app, 1, &"p-2".parse().unwrap()).await;
    let scope =
        DraftScope { stream: StreamId::dossier(&dossier), holder: ijsvogel(), persoon: "p-1".parse().ok() };
    for formulier in [app::onderhoud::AANTEKENINGEN, "aanmelding"] {
        let draft = NewDraft {
            scope: scope.clone(),
            formulier: formulier.to_owned(),
            veld: "tekst".to_owned(),
            expected_version: 0,
            waarde: b"vandaag stil".to_vec(),
            door: "p-1".parse().unwrap(),
            at: at.at,
            unless_sent: None,
        };
        app.storage.put_draft(draft).await.unwrap();
    }
    scope
}

#[tokio::test]
async fn notes_for_own_use_go_at_the_end_of_the_school_year_and_other_drafts_stay() {
    let (app, _place) = with_school().await;
    let scope = note(&app, moment("2026-07-31T21:59:59Z")).await;
    assert_eq!(app.expire(moment("2026-07-31T21:59:59Z")).await.unwrap().aantekeningen, 0);
    assert_eq!(app.expire(moment("2026-07-31T22:00:00Z")).await.unwrap().aantekeningen, 1);
    let left = app.storage.draft_forms(&scope).await.unwrap();
    assert_eq!(left.into_iter().map(|(form, _)| form).collect::<Vec<_>>(), ["aanmelding"]);
    // What was never sent goes too, once nobody touched it for four hundred days.
    assert_eq!(app.expire(moment("2027-09-04T21:59:59Z")).await.unwrap().concepten, 0);
    assert_eq!(app.expire(moment("2027-09-05T22:00:00Z")).await.unwrap().concepten, 1);
    assert!(app.storage.draft_forms(&scope).await.unwrap().is_empty());
}

/// Given a file with a child in it, and what somebody was typing; then a backup holds neither in readable form, and does hold what the
/// manual says: accounts.
#[tokio::test]
async fn a_backup_tells_nothing_of_a_child() {
    let (app, _place) = with_school().await;
    person(&app, "Anouk", "anouk@thuis.example").await;
    note(&app, monday()).await;
    let mut backup = Vec::new();
    app.backup(&mut backup, monday(), &|_| ()).await.unwrap();
    let holds = |text: &str| backup.windows(text.len()).any(|part| part == text.as_bytes());
    for readable in ["anouk@thuis.example", "2026-000001", "De IJsvogel"] {
        assert!(holds(readable), "{readable}");
    }
    for hidden in ["Zonnevis", "vandaag stil", "2018-05-04"] {
        assert!(!holds(hidden), "{hidden}");
    }
}

/// Given lists that say what the files say; then nothing is found, also on a later day; and a row that somebody changed or took away
/// is named by its file.
#[tokio::test]
async fn a_list_that_says_something_else_than_its_file_is_found() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let (one, two) = (child(&app, 1, &parent).await, child(&app, 2, &parent).await);
    assert!(app.verify_lists(monday(), &|_| ()).await.unwrap().andere_versie, "nobody made them yet");
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    for day in [monday(), moment("2026-11-25T09:00:00Z")] {
        let found = app.verify_lists(day, &|_| ()).await.unwrap();
        assert_eq!((found.vergeleken + found.wachten, found.anders.as_slice()), (2, [].as_slice()));
    }
    let dossier = app.load_dossier(&one).await.unwrap().unwrap();
    app.storage.replace_projection(&one, dossier.versie, &storage::Projection::default()).await.unwrap();
    assert_eq!(app.verify_lists(monday(), &|_| ()).await.unwrap().anders, [one]);
    app.rebuild_lists(monday(), &|_| ()).await.unwrap();
    assert_eq!(app.verify_lists(monday(), &|_| ()).await.unwrap().anders, []);
    assert!(listed(&app).await.len() == 2 && app.load_dossier(&two).await.unwrap().is_some());
}

/// Given a row of a list whose number nobody can read; when the lists are compared; then it is told and the rest is compared; and when
/// the calendar is followed or they are made anew, also by a start after an upgrade, then it stops nothing, and is gone.
#[tokio::test]
async fn a_row_that_cannot_be_read_stops_nothing_that_mends_it() {
    for upgraded in [false, true] {
        let (app, place) = with_school().await;
        let parent = person(&app, "Anouk", "anouk@thuis.example").await;
        let (one, two) = (child(&app, 1, &parent).await, child(&app, 2, &parent).await);
        app.rebuild_lists(monday(), &|_| ()).await.unwrap();
        storage_sql::testing::unreadable_row(&place.file().unwrap());
        let found = app.verify_lists(monday(), &|_| ()).await.unwrap();
        assert_eq!((found.anders, found.vreemd), (vec![one.clone()], vec![("lijst_dossier", 1)]));
        app.refresh_lists(monday()).await.unwrap();
        if upgraded {
            app.storage.set_lists_made_by("een andere").await.unwrap();
            assert!(app.renew_lists(monday(), &|_| ()).await.unwrap().is_some());
        } else {
            app.rebuild_lists(monday(), &|_| ()).await.unwrap();
        }
        let found = app.verify_lists(monday(), &|_| ()).await.unwrap();
        assert_eq!((found.anders, found.vreemd), (vec![], vec![]));
        assert_eq!(listed(&app).await.len(), 2);
        assert!(app.storage.dossier_row(&two).await.unwrap().is_some());
    }
}

/// Given a file of every story, as they were told and weeks later; then no list says anything else than its file: what is found in a
/// real region is somebody's work and not the calendar's.
#[tokio::test]
async fn lists_follow_their_files_through_every_story() {
    let kit = TestApp::sqlite().await;
    kit.app.renew_lists(kit.moment(), &|_| ()).await.unwrap();
    for story in Verhaallijn::ALL {
        kit.given(*story).await;
    }
    for days in [0, 1, 40] {
        let moment = kit.dagen_later(days);
        kit.app.refresh_lists(moment).await.unwrap();
        let found = kit.app.verify_lists(moment, &|_| ()).await.unwrap();
        assert!(!found.andere_versie && found.vergeleken > 20, "{found:?}");
        assert_eq!(found.anders, [], "{days} days later");
    }
}

/// Given information that was asked for six weeks and handed in the next day, so that nobody has a turn on the day after the time; when
/// that day comes; then the list says how the child stands from it on, though nothing happened.
#[tokio::test]
async fn a_list_follows_a_case_past_a_day_on_which_nobody_has_a_turn() {
    let kit = TestApp::sqlite().await;
    kit.app.renew_lists(kit.moment(), &|_| ()).await.unwrap();
    let (nummer, ouder) = loop {
        let nummer = kit.given(Verhaallijn::NetAangemeld).await;
        if let Some(ouder) = kit.ouder(&nummer).await {
            break (nummer, ouder);
        }
    };
    let ib = kit.as_(Rol::Ib);
    let today = kit.moment().vandaag;
    let asked = VraagInformatie {
        aanmelding: 1,
        wat: vec!["een verslag".to_owned()],
        waarom: "Zonder het verslag weten wij niet wat het kind nodig heeft.".to_owned(),
        tot_en_met: plus_days(today, 42).unwrap(),
    };
    let open = kit.app.open(&ib, &nummer, kit.moment()).await.unwrap();
    open.doe(asked, Uitvoering::default()).await.unwrap();
    kit.zet_dag(plus_days(today, 1).unwrap());
    let handed = LeverInformatieIn {
        aanmelding: 1,
        wijze: Inleverwijze::Hier,
        woorden: "Hierbij wat u vroeg.".to_owned(),
        bijlagen: Vec::new(),
    };
    let open = kit.app.open(&ouder, &nummer, kit.moment()).await.unwrap();
    open.doe(handed, Uitvoering::default()).await.unwrap();
    for days in [20, 41, 42, 43] {
        kit.zet_dag(plus_days(today, days).unwrap());
        let moment = kit.moment();
        kit.app.refresh_lists(moment).await.unwrap();
        assert_eq!(kit.app.verify_lists(moment, &|_| ()).await.unwrap().anders, [], "{days} days later");
    }
}

/// Given a database on a full disk; when a copy is made elsewhere; then it is whole, and says that its line in the log is missing.
#[tokio::test]
async fn a_full_disk_still_gives_a_copy() {
    let place = Home::sqlite().place().await;
    let options = || Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
    let opened = async |options: Options| {
        let store = SqlStorage::open(place.address(), options).await.unwrap();
        App::new(Arc::new(store), Letters::none()).unwrap()
    };
    let app = opened(options()).await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel")], monday()).await.unwrap();
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    child(&app, 1, &parent).await;
    app.storage.close().await;
    let full = opened(options().most_pages(1)).await;
    let mut room = 0;
    while full.backup(&mut Vec::new(), monday(), &|_| ()).await.unwrap().in_logboek {
        room += 1;
        assert!(room < 500, "this disk is never full");
    }
    let (mut backup, mut ring) = (Vec::new(), Vec::new());
    let made = full.backup(&mut backup, monday(), &|_| ()).await.unwrap();
    assert!(!made.in_logboek && made.aantallen.gebeurtenissen == 5, "{made:?}");
    assert!(!full.backup_ring(&mut ring, monday()).await.unwrap());
    let (other, _place) = open().await;
    let restored = other.restore(&mut backup.as_slice(), &mut ring.as_slice(), monday(), &|_| ()).await;
    assert_eq!(restored.unwrap().aantallen, made.aantallen);
}

/// Given somebody who keeps as many fields as one person may; then one more is refused, and what is there can still be changed.
#[tokio::test]
async fn nobody_fills_a_disk_with_what_was_never_sent() {
    let (app, _place) = with_school().await;
    let swv: OrganisatieId = "swv/PO9901".parse().unwrap();
    let kijker = viewer(&"p-1".parse().unwrap(), Rol::DirecteurSwv, &swv);
    let plek = app.los_concept(&kijker, monday(), LosFormulier::Beleid).unwrap();
    app.storage.hurry(true);
    for nr in 0..MOST_FIELDS {
        let kept = plek.bewaar((&format!("veld{nr}"), 0), "x").await.unwrap();
        assert!(matches!(kept, Bewaard::Ja(_)), "{nr}");
    }
    app.storage.hurry(false);
    let changed = plek.bewaar(("veld0", 1), "y").await.unwrap();
    assert!(matches!(changed, Bewaard::Ja(2)), "{changed:?}");
    assert_eq!(refused(plek.bewaar(("erbij", 0), "x").await).veld, Some("veld"));
    let long = "x".repeat(MOST_FIELD_BYTES + 1);
    assert_eq!(refused(plek.bewaar(("veld0", 2), &long).await).veld, Some("veld"));
    assert_eq!(refused(plek.bewaar(("pgn", 0), "123456782").await).veld, Some("veld"));
}

/// Given a server that ended every connection and a second program that was quicker; then the first knows it, and its health says so.
#[tokio::test]
async fn who_lost_the_database_to_another_program_says_so_on_postgres() {
    let Some(home) = Home::postgres() else { return };
    let place = home.place().await;
    let open = async || {
        let options = Options::new(Secret::from_bytes([7; 32]), Timestamp::UNIX_EPOCH);
        let store = SqlStorage::open(place.address(), options).await.unwrap();
        App::new(Arc::new(store), Letters::none()).unwrap()
    };
    let (first, second) = (open().await, open().await);
    assert!(first.keep_alone().await.unwrap() && first.health(0, monday()).await.is_goed());
    storage_sql::testing::end_connections(place.address()).await;
    assert!(second.keep_alone().await.unwrap());
    assert!(!first.keep_alone().await.unwrap());
    let health = first.health(0, monday()).await;
    assert!(health.verdrongen && !health.is_goed(), "{health:?}");
}
