//! The log of an organisation: what stands in it, and who reads it.

use app::accounts::{
    Beheer, Handelingsoort, Logboekwens, Logregel, NieuwAccount, Ontvanger, POGINGEN_ACCOUNT,
};
use app::{App, AppError, Moment};
use base::{OrganisatieId, PersoonId};
use dossier::Rol;
use dossier::toegang::Kijker;
use storage::{Handeling, Page};

use crate::hulp::{moment, refused};
use crate::toneel::{PASSWORD, actor, ijsvogel, member, monday, person, role, sign_in, with_schools};

fn viewer(persoon: &PersoonId, rol: Rol, organisatie: &OrganisatieId) -> Kijker {
    Kijker { actor: actor(persoon, rol, organisatie), groep: String::new() }
}

async fn lines(app: &App, kijker: &Kijker, wens: &Logboekwens, at: Moment) -> Vec<Logregel> {
    app.logboek(kijker, at, wens, Page::first(50)).await.unwrap().rows
}

fn codes(lines: &[Logregel]) -> Vec<&str> {
    lines.iter().map(|line| line.code.as_str()).collect()
}

#[tokio::test]
async fn signing_in_failing_and_being_shut_out_stand_in_the_log_of_the_own_organisation() {
    let (app, _place) = with_schools().await;
    let reiger = member(&app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    let boss = viewer(&reiger, Rol::Organisatiebeheerder, &ijsvogel());
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let of_merel = Logboekwens { persoon: Some(merel.clone()), ..Logboekwens::default() };
    let known = lines(&app, &boss, &of_merel, monday()).await;
    assert_eq!(codes(&known), ["rol_gegeven", "wachtwoord_gekozen", "aangemeld"]);
    assert_eq!((known[2].wie.as_str(), known[2].onderwerp.as_str()), ("Juf Merel", "Juf Merel"));
    assert_eq!(known[0].wie, "het programma");
    let tuesday = moment("2026-11-24T09:00:00Z");
    for _ in 0..POGINGEN_ACCOUNT + 3 {
        assert!(sign_in(&app, "merel@school.example", "niet het wachtwoord", tuesday).await.is_err());
    }
    // Nobody with this address: nothing to write in any log.
    assert!(sign_in(&app, "niemand@school.example", "niet het wachtwoord", tuesday).await.is_err());
    let today =
        Logboekwens { van: Some(tuesday.vandaag), tot: Some(tuesday.vandaag), ..Logboekwens::default() };
    let failed = lines(&app, &boss, &today, tuesday).await;
    let mut expected = vec!["aanmelden_mislukt"; usize::try_from(POGINGEN_ACCOUNT - 1).unwrap()];
    expected.push("aanmelden_gesloten");
    assert_eq!(codes(&failed), expected);
    assert!(failed.iter().all(|line| line.persoon.is_none() && line.onderwerp == "Juf Merel"));
    let wednesday = moment("2026-11-25T09:00:00Z");
    app.block_account(Beheer::Persoon(&boss.actor), &merel, wednesday).await.unwrap();
    assert_eq!(refused(sign_in(&app, "merel@school.example", PASSWORD, wednesday).await).code, "geblokkeerd");
    let blocked = Logboekwens { van: Some(wednesday.vandaag), ..Logboekwens::default() };
    let blocked = lines(&app, &boss, &blocked, wednesday).await;
    assert_eq!(codes(&blocked), ["account_geblokkeerd", "aanmelden_geweigerd"]);
    assert_eq!((blocked[0].wie.as_str(), blocked[0].rol.as_str()), ("Dhr. Reiger", "organisatiebeheerder"));
}

#[tokio::test]
async fn a_log_is_for_the_administrator_and_the_privacy_officer_of_its_organisation() {
    let (app, _place) = with_schools().await;
    let zonnevis: OrganisatieId = "school/99ZZ01".parse().unwrap();
    member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let somebody: PersoonId = "p-iemand".parse().unwrap();
    for rol in [Rol::Organisatiebeheerder, Rol::PrivacyOfficer] {
        let here = viewer(&somebody, rol, &ijsvogel());
        assert!(!lines(&app, &here, &Logboekwens::default(), monday()).await.is_empty());
        let there = viewer(&somebody, rol, &zonnevis);
        let theirs = lines(&app, &there, &Logboekwens::default(), monday()).await;
        assert_eq!(codes(&theirs), Vec::<&str>::new(), "{rol}: another school reads nothing of this one");
    }
    for rol in [Rol::Ib, Rol::Directie, Rol::Loket] {
        let kijker = viewer(&somebody, rol, &ijsvogel());
        let asked = app.logboek(&kijker, monday(), &Logboekwens::default(), Page::first(9)).await;
        assert!(matches!(asked, Err(AppError::Forbidden { .. })), "{rol}");
    }
}

#[tokio::test]
async fn nothing_about_a_child_stands_in_the_log_that_is_shown() {
    let (app, _place) = with_schools().await;
    let boss = viewer(&"p-baas".parse().unwrap(), Rol::Organisatiebeheerder, &ijsvogel());
    let ib = viewer(&"p-ib".parse().unwrap(), Rol::Ib, &ijsvogel());
    let swv = "PO9901".parse().unwrap();
    let born = "2016-03-02".parse().unwrap();
    assert!(app.controleer_tlv(&ib, monday(), &swv, "2026-00017", born).await.unwrap().is_none());
    app.log_uitvoer(&ib, "kinderen", monday()).await.unwrap();
    let wens = Logboekwens { soort: Some(Handelingsoort::VerklaringNietGevonden), ..Logboekwens::default() };
    let failed = lines(&app, &boss, &wens, monday()).await;
    assert_eq!(failed.len(), 1);
    assert!(!format!("{failed:?}").contains("00017"), "{failed:?}");
    let exported = Logboekwens { soort: Some(Handelingsoort::LijstOpgehaald), ..Logboekwens::default() };
    let exported = lines(&app, &boss, &exported, monday()).await;
    assert_eq!(exported[0].onderwerp, "kinderen");
}

#[tokio::test]
async fn what_the_program_writes_is_a_kind_that_the_log_knows() {
    let (app, _place) = with_schools().await;
    let made = person("Juf Merel", "merel@school.example", Rol::Ib);
    app.create_account(Beheer::Machine, &made, monday()).await.unwrap();
    app.backup(&mut Vec::new(), monday(), &|_| ()).await.unwrap();
    let all = app.account_log(Beheer::Machine, Page::first(50)).await.unwrap().rows;
    assert!(all.len() > 4, "{all:?}");
    for line in all {
        assert!(Handelingsoort::from_code(&line.handeling).is_some(), "{}", line.handeling);
    }
}

#[tokio::test]
async fn an_employer_does_not_read_that_an_employee_signed_in_as_a_parent() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    let boss = viewer(&"p-baas".parse().unwrap(), Rol::Organisatiebeheerder, &ijsvogel());
    let rol = storage::Rol {
        id: 0,
        account: merel.clone(),
        rol: Rol::Ouder.code().to_owned(),
        organisatie: "gezin/2026-000001".parse().unwrap(),
        groep: None,
        van: monday().vandaag,
        tot: None,
        vak: None,
    };
    let log = Handeling {
        at: monday().at,
        door: None,
        organisatie: None,
        handeling: Handelingsoort::RolGegeven.code().to_owned(),
        onderwerp: merel.to_string(),
        toelichting: String::new(),
    };
    app.storage.add_rol(&rol, &log).await.unwrap();
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    assert!(sign_in(&app, "merel@school.example", "niet het wachtwoord", monday()).await.is_err());
    let told = lines(&app, &boss, &Logboekwens::default(), monday()).await;
    for code in ["aangemeld", "aanmelden_mislukt"] {
        assert!(!codes(&told).contains(&code), "{code}: {:?}", codes(&told));
    }
    // At work it is told, and in words.
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    let work = who.rollen.iter().find(|held| held.rol == Rol::Ib).unwrap().id;
    app.choose_rol(session.token.expose(), work, monday()).await.unwrap();
    let told = lines(&app, &boss, &Logboekwens::default(), monday()).await;
    let chosen = told.iter().find(|line| line.code == "rol_gekozen").expect("a line");
    assert_eq!(chosen.toelichting, "intern begeleider bij De IJsvogel");
}

/// Given an administrator who only wants to know whether an address has an account; then it is told to nobody but the log of the own
/// organisation, which does not say of whom.
#[tokio::test]
async fn whoever_asks_whether_an_address_has_an_account_leaves_a_line() {
    let (app, _place) = with_schools().await;
    let boss = viewer(&"p-baas".parse().unwrap(), Rol::Organisatiebeheerder, &ijsvogel());
    let beheer = Beheer::Persoon(&boss.actor);
    let there = "school/99ZZ01".parse().unwrap();
    let bot = NieuwAccount { rol: role(Rol::Ib, &there), ..person("Juf Bot", "bot@school.example", Rol::Ib) };
    app.create_account(Beheer::Machine, &bot, monday()).await.unwrap();
    let asked = person("Wie is dit", "bot@school.example", Rol::Ib);
    assert_eq!(refused(app.geef_toegang(beheer, &asked, monday()).await).veld, Some("naam"));
    let to = Ontvanger::EMail("niemand@school.example".to_owned());
    let given = app.give_rol(beheer, &to, &role(Rol::Ib, &ijsvogel()), monday()).await;
    assert_eq!(refused(given).veld, Some("e_mail"));
    let wens = Logboekwens { soort: Some(Handelingsoort::AdresNagezocht), ..Logboekwens::default() };
    let told = lines(&app, &boss, &wens, monday()).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(!format!("{told:?}").contains("Bot"), "{told:?}");
}
