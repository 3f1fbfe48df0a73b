//! Parents' codes: in by code and date of birth, once.

use std::sync::Arc;

use app::accounts::{
    Aansluiting, Beheer, Ouder, Ouderaccount, Oudercode, POGINGEN_ADRES, POGINGEN_CODE, poort,
};
use app::{App, AppError, Moment};
use base::{Date, DossierNummer};
use dossier::Rol;
use dossier::algemeen::feiten::DossierGeopend;
use dossier::leven::feiten::{Contactgegevens, OuderAangesloten, OuderUitgenodigd, PersoonVerbonden};
use dossier::soort::Relatie;
use dossier::staat::Adres;
use teksten::Taal;

use crate::hulp::{moment, refused};
use crate::toneel::{PASSWORD, actor, address, ijsvogel, member, monday, sign_in, with_schools};
use crate::vastleggen::record;

const DOSSIER: &str = "2026-000017";

fn nummer() -> DossierNummer {
    DOSSIER.parse().unwrap()
}

pub(crate) fn birth() -> Date {
    "2018-05-04".parse().unwrap()
}

fn last_day() -> Date {
    "2026-12-07".parse().unwrap()
}

/// A file with an invited parent, and the code that goes with the invitation.
pub(crate) async fn invited(app: &App) -> Oudercode {
    let opened = DossierGeopend {
        meerderjarig_per: None,
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
        namens: None,
    };
    let invitation = OuderUitgenodigd { persoon: 1, geldig_tot_en_met: last_day(), werkt_hier: false };
    record(app, &nummer(), monday(), vec![opened.into(), parent.into(), invitation.into()]).await.unwrap();
    code(app, monday()).await
}

/// A new invitation of somebody who works at the school too, as a colleague says, and its code.
pub(crate) async fn invited_colleague(app: &App) -> Oudercode {
    let again = OuderUitgenodigd { persoon: 1, geldig_tot_en_met: last_day(), werkt_hier: true };
    record(app, &nummer(), monday(), vec![again.into()]).await.unwrap();
    code(app, monday()).await
}

async fn code(app: &App, at: Moment) -> Oudercode {
    let ib = actor(&"p-1".parse().unwrap(), Rol::Ib, &ijsvogel());
    app.make_parent_code(&ib, &nummer(), 1, last_day(), at).await.unwrap()
}

fn parent(e_mail: &str) -> Ouder {
    Ouder::Nieuw(Ouderaccount::new("Anouk Zonnevis", e_mail, PASSWORD).unwrap())
}

pub(crate) async fn connect(
    app: &App,
    code: &Oudercode,
    born: Date,
    ouder: Ouder,
    at: Moment,
) -> Result<Aansluiting, AppError> {
    let append = |found: Aansluiting| async move {
        record(
            app,
            &nummer(),
            at,
            vec![OuderAangesloten { persoon: found.persoon, account: found.account }.into()],
        )
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

/// Given somebody at a school, and a parent; then what anybody knows of them makes no password: the school, its place, the child.
#[tokio::test]
async fn a_password_holds_nothing_that_anybody_knows_of_its_owner() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Ib).await;
    assert_eq!(app.bekend_van(&merel, monday()).await.unwrap(), ["De IJsvogel", "Vogelwijk"]);
    let found =
        connect(&app, &invited(&app).await, birth(), parent("anouk@thuis.example"), monday()).await.unwrap();
    assert_eq!(app.bekend_van(&found.account, monday()).await.unwrap(), ["Sam de Zonnevis"]);
    let link = app.new_link(Beheer::Machine, &merel, monday()).await.unwrap();
    for chosen in ["vogelwijk 2026!", "deijsvogel2026"] {
        let refusal = app.open_link(link.expose(), monday()).await.unwrap().choose(chosen);
        assert_eq!(refused(refusal).veld, Some("wachtwoord"), "{chosen}");
    }
}

/// Given a code in the wrong hands, and a new invitation on the same day; then the first opens nothing and stands in no letter.
#[tokio::test]
async fn a_newer_invitation_ends_the_codes_of_before_on_the_same_day() {
    let (app, _place) = with_schools().await;
    let first = invited(&app).await;
    let again = OuderUitgenodigd { persoon: 1, geldig_tot_en_met: last_day(), werkt_hier: false };
    record(&app, &nummer(), monday(), vec![again.into()]).await.unwrap();
    let second = code(&app, monday()).await;
    let tried = connect(&app, &first, birth(), parent("vals@thuis.example"), monday()).await;
    assert_eq!(refused(tried).code, "code_werkt_niet");
    let printed = app.is_code_van(&first, (&nummer(), 1), monday()).await;
    assert!(matches!(printed, Err(AppError::NotFound)), "{printed:?}");
    assert_eq!(app.is_code_van(&second, (&nummer(), 1), monday()).await.unwrap(), last_day());
    connect(&app, &second, birth(), parent("anouk@thuis.example"), monday()).await.unwrap();
}

#[tokio::test]
async fn who_used_a_code_in_a_language_goes_on_in_it() {
    let (app, _place) = with_schools().await;
    let code = invited(&app).await;
    let account = Ouderaccount::new("Anouk Zonnevis", "anouk@thuis.example", PASSWORD).unwrap();
    connect(&app, &code, birth(), Ouder::Nieuw(account.in_taal(Taal::En)), monday()).await.unwrap();
    let session = sign_in(&app, "anouk@thuis.example", PASSWORD, monday()).await.unwrap();
    assert_eq!(app.who(session.token.expose(), monday()).await.unwrap().unwrap().taal, Some(Taal::En));
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
    let again = OuderUitgenodigd { persoon: 1, geldig_tot_en_met: last_day(), werkt_hier: false };
    record(&app, &nummer(), tuesday, vec![again.into()]).await.unwrap();
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
    invited(&app).await;
    let code = invited_colleague(&app).await;
    connect(&app, &code, birth(), Ouder::Bestaand(merel.clone()), monday()).await.unwrap();
    let session = sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    let roles: Vec<Rol> = who.rollen.iter().map(|rol| rol.rol).collect();
    assert_eq!((roles, who.gekozen), (vec![Rol::Ib, Rol::Ouder], None));
}

#[tokio::test]
async fn who_works_where_a_code_is_made_opens_no_page_with_it_until_a_colleague_says_that_they_work_there() {
    let (app, _place) = with_schools().await;
    let merel = member(&app, "Juf Merel", "merel@school.example", Rol::Leerkracht).await;
    let first = invited(&app).await;
    let tried = connect(&app, &first, birth(), Ouder::Bestaand(merel.clone()), monday()).await;
    assert_eq!(refused(tried).code, "account_van_collega");
    assert_eq!(app.storage.rollen(&merel).await.unwrap().len(), 1, "no role of a parent");
    // The code still works for whom it is for, unless it is made anew.
    let said = invited_colleague(&app).await;
    connect(&app, &said, birth(), Ouder::Bestaand(merel), monday()).await.unwrap();
    // Whoever invites comes in with no code, whatever they say of themselves.
    let (app, _place) = with_schools().await;
    invited(&app).await;
    let said = invited_colleague(&app).await;
    let maker = connect(&app, &said, birth(), Ouder::Bestaand("p-1".parse().unwrap()), monday()).await;
    assert_eq!(refused(maker).code, "account_van_werk");
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
    // The account is there, with a role that opens nothing without the fact; signed in with it the code still works.
    let session = sign_in(&app, "anouk@thuis.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!(who.rollen.len(), 1);
    connect(&app, &code, birth(), Ouder::Bestaand(who.account), monday()).await.unwrap();
    let who = app.who(session.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!(who.rollen.iter().map(|held| held.rol).collect::<Vec<_>>(), [Rol::Ouder], "and not twice");
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
