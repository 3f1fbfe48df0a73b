//! A substitute holds the role of a colleague from a day to a day.

use app::AppError;
use app::accounts::{Beheer, Logboekwens, NieuweWaarneming};
use app::lijst::Page;
use base::Date;
use dossier::Rol;
use dossier::toegang::Kijker;

use crate::hulp::{moment, refused};
use crate::toneel::{actor, ijsvogel, member, monday, with_schools};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_colleague_does_the_work_from_a_day_to_a_day_and_it_ends_by_itself() {
    let (app, _place) = with_schools().await;
    let reiger = member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let mus = member(&app, "Meester Mus", "mus@school.example", Rol::Leerkracht).await;
    let boss = actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel());
    let rol = app.storage.rollen(&merel).await.unwrap()[0].id;
    let wens = NieuweWaarneming {
        vervangt: merel.clone(),
        rol,
        door: mus.clone(),
        van: day("2026-12-01"),
        tot_en_met: day("2026-12-10"),
    };
    let beheer = Beheer::Persoon(&boss);
    let appoint =
        async |wens: NieuweWaarneming| app.laat_waarnemen(beheer, &ijsvogel(), &wens, monday()).await;
    let wrong = [
        ("van", NieuweWaarneming { van: day("2026-11-01"), ..wens.clone() }),
        ("tot_en_met", NieuweWaarneming { tot_en_met: day("2026-11-30"), ..wens.clone() }),
        ("tot_en_met", NieuweWaarneming { tot_en_met: day("2028-01-01"), ..wens.clone() }),
        ("door", NieuweWaarneming { door: merel.clone(), ..wens.clone() }),
    ];
    for (veld, wens) in wrong {
        assert_eq!(refused(appoint(wens).await).veld, Some(veld));
    }
    let nobody = NieuweWaarneming { rol: 9_999, ..wens.clone() };
    assert!(matches!(appoint(nobody).await, Err(AppError::NotFound)));
    let teacher = actor(&mus, Rol::Leerkracht, &ijsvogel());
    let no_boss = app.laat_waarnemen(Beheer::Persoon(&teacher), &ijsvogel(), &wens, monday()).await;
    assert!(matches!(no_boss, Err(AppError::Forbidden { .. })));
    appoint(wens.clone()).await.unwrap();
    assert_eq!(refused(appoint(wens).await).veld, Some("door"), "once is enough");
    for (on, holds) in
        [("2026-11-30", false), ("2026-12-01", true), ("2026-12-10", true), ("2026-12-11", false)]
    {
        let rollen = app.storage.rollen(&mus).await.unwrap();
        let ib = rollen.iter().any(|rol| rol.rol == Rol::Ib.code() && rol.holds_on(day(on)));
        assert_eq!(ib, holds, "{on}");
    }
    for who in [&merel, &mus] {
        let found = app.waarnemingen(&ijsvogel(), who, monday()).await.unwrap();
        let [one] = &found[..] else { panic!("one") };
        assert_eq!((one.vervangt.as_str(), one.door.as_str()), ("Juf Merel", "Meester Mus"));
    }
    assert!(app.waarnemingen(&ijsvogel(), &reiger, monday()).await.unwrap().is_empty());
    known_on_the_days_themselves(&app, &mus, &merel).await;
    let after = moment("2026-12-11T09:00:00Z");
    assert!(app.waarnemingen(&ijsvogel(), &merel, after).await.unwrap().is_empty());
    let kijker = Kijker { actor: boss.clone(), groep: String::new() };
    let log = app.logboek(&kijker, monday(), &Logboekwens::default(), Page::first(50)).await.unwrap();
    let line = log.rows.iter().find(|row| row.code == "waarneming_gegeven").expect("it is on record");
    assert_eq!(line.onderwerp, "Meester Mus");
    assert!(line.toelichting.ends_with("in plaats van Juf Merel"), "{}", line.toelichting);
    // Ended before its day, it is there no more.
    let held = app.storage.rollen(&mus).await.unwrap();
    let held = held.iter().find(|rol| rol.rol == Rol::Ib.code()).unwrap();
    app.end_rol(beheer, &mus, held.id, day("2026-12-02"), monday()).await.unwrap();
    assert!(app.waarnemingen(&ijsvogel(), &merel, monday()).await.unwrap().is_empty());
}

/// In whose place is known of who does it, from the first day to the last.
async fn known_on_the_days_themselves(app: &app::App, door: &base::PersoonId, vervangt: &base::PersoonId) {
    for (on, known) in [("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-10", 1), ("2026-12-11", 0)] {
        let at = moment(&format!("{on}T09:00:00Z"));
        let found = app.in_plaats_van(door, at).await.unwrap();
        assert_eq!(found.len(), known, "{on}");
        assert!(found.iter().all(|one| one.vervangt == "Juf Merel" && one.rol == Rol::Ib));
        assert!(app.in_plaats_van(vervangt, at).await.unwrap().is_empty());
    }
}

/// Given a substitute, and one who stands in for the substitute later; when all access of who is replaced ends; then both end with it.
#[tokio::test]
async fn a_substitute_ends_with_the_one_who_is_replaced() {
    let (app, _place) = with_schools().await;
    let reiger = member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let mus = member(&app, "Meester Mus", "mus@school.example", Rol::Leerkracht).await;
    let vink = member(&app, "Juf Vink", "vink@school.example", Rol::Leerkracht).await;
    let boss = actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel());
    let beheer = Beheer::Persoon(&boss);
    let appoint = async |vervangt: &base::PersoonId, door: &base::PersoonId, van: &str| {
        let rollen = app.storage.rollen(vervangt).await.unwrap();
        let wens = NieuweWaarneming {
            vervangt: vervangt.clone(),
            rol: rollen.iter().find(|rol| rol.rol == Rol::Ib.code()).unwrap().id,
            door: door.clone(),
            van: day(van),
            tot_en_met: day("2026-12-20"),
        };
        app.laat_waarnemen(beheer, &ijsvogel(), &wens, monday()).await.unwrap();
    };
    appoint(&merel, &mus, "2026-12-01").await;
    appoint(&mus, &vink, "2026-12-10").await;
    app.end_access(beheer, &ijsvogel(), &merel, monday()).await.unwrap();
    for who in [&mus, &vink] {
        let rollen = app.storage.rollen(who).await.unwrap();
        let holds = rollen.iter().any(|rol| rol.rol == Rol::Ib.code() && rol.holds_on(day("2026-12-15")));
        assert!(!holds, "{rollen:?}");
        assert!(
            rollen.iter().any(|rol| rol.rol == Rol::Leerkracht.code() && rol.holds_on(day("2026-12-15")))
        );
        assert!(app.waarnemingen(&ijsvogel(), who, monday()).await.unwrap().is_empty());
    }
}
