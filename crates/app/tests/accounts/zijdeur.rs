//! Ways round the front door: an address that nobody proved, an offer of long ago, and a link that was given for less than the account
//! has since.

use app::accounts::{
    Beheer, Logboekwens, NieuwAccount, NieuweSleutel, Ontvanger, Ouder, Ouderaccount, Sleutelfout,
};
use app::{App, Moment};
use base::{OrganisatieId, PersoonId, dates};
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};
use storage::{Mailkeuze, Page};
use verband::grenzen::DAGEN_AANGEBODEN_ROL;

use crate::hulp::{moment, refused};
use crate::ouders::{birth, connect, invited, invited_colleague};
use crate::toneel::{
    PASSWORD, activate, actor, ijsvogel, make, member, monday, person, role, sign_in, with_schools,
};

const COLLEAGUE: &str = "n.nieuweling@school.example";

fn zonnevis() -> OrganisatieId {
    "school/99ZZ01".parse().unwrap()
}

async fn boss(app: &App) -> Actor {
    let reiger = member(app, "Dhr. Reiger", "reiger@school.example", Rol::Organisatiebeheerder).await;
    actor(&reiger, Rol::Organisatiebeheerder, &ijsvogel())
}

/// A parent who made an account by the name and the address of somebody who is to work at the school.
async fn squatter(app: &App) -> PersoonId {
    let code = invited(app).await;
    let account = Ouderaccount::new("N. Nieuweling", COLLEAGUE, PASSWORD).unwrap();
    connect(app, &code, birth(), Ouder::Nieuw(account), monday()).await.unwrap().account
}

async fn offers(app: &App, account: &PersoonId, at: Moment) -> usize {
    app.voorstellen(account, at).await.unwrap().len()
}

#[tokio::test]
async fn an_address_that_a_family_typed_finds_no_account_for_a_school_and_keeps_no_colleague_out() {
    let (app, _place) = with_schools().await;
    let (boss, parent) = (boss(&app).await, squatter(&app).await);
    let beheer = Beheer::Persoon(&boss);
    let nieuw = person("N. Nieuweling", COLLEAGUE, Rol::Ib);
    assert_eq!(app.bekend(beheer, &nieuw, monday()).await.unwrap(), None);
    let by_mail = Ontvanger::EMail(COLLEAGUE.to_owned());
    let given = app.give_rol(beheer, &by_mail, &role(Rol::Ib, &ijsvogel()), monday()).await;
    assert_eq!(refused(given).veld, Some("e_mail"));
    let made = app.geef_toegang(beheer, &nieuw, monday()).await.unwrap();
    assert!(made.nieuw && made.adres_bezet && made.account != parent, "{made:?}");
    assert_eq!(offers(&app, &parent, monday()).await, 0);
    let again = app.geef_toegang(beheer, &nieuw, monday()).await.unwrap();
    assert_eq!((again.nieuw, again.account), (false, made.account.clone()), "repeating is harmless");
    // Whoever gets the link of the school chooses an address that is nobody's, and is in.
    let link = app.new_link(beheer, &made.account, monday()).await.unwrap();
    let open = async || app.open_link(link.expose(), monday()).await.unwrap();
    assert!(open().await.kiest_adres());
    assert_eq!(refused(open().await.choose("de reiger staat stil")).veld, Some("e_mail"));
    assert_eq!(refused(app.met_adres(open().await, COLLEAGUE).await).veld, Some("e_mail"));
    let chosen = app.met_adres(open().await, "nina@nieuweling.example").await.unwrap();
    app.activate(chosen.choose("de reiger staat stil").unwrap(), monday()).await.unwrap();
    let sessie = sign_in(&app, "nina@nieuweling.example", "de reiger staat stil", monday()).await.unwrap();
    let who = app.who(sessie.token.expose(), monday()).await.unwrap().unwrap();
    assert_eq!((who.account, who.rollen[0].rol), (made.account, Rol::Ib));
    let theirs = sign_in(&app, COLLEAGUE, PASSWORD, monday()).await.unwrap();
    let theirs = app.who(theirs.token.expose(), monday()).await.unwrap().unwrap();
    assert!(theirs.rollen.iter().all(|held| held.rol == Rol::Ouder));
}

#[tokio::test]
async fn a_parent_who_proved_the_address_is_offered_a_role_at_work() {
    let (app, _place) = with_schools().await;
    let (boss, parent) = (boss(&app).await, squatter(&app).await);
    let log = storage::Handeling {
        at: monday().at,
        door: None,
        organisatie: None,
        handeling: "bericht_aan".to_owned(),
        onderwerp: parent.to_string(),
        toelichting: String::new(),
    };
    let keuze =
        Mailkeuze { account: parent.clone(), e_mail: COLLEAGUE.to_owned(), sinds: monday().at, laatst: None };
    app.storage.choose_mail(&keuze, &log).await.unwrap();
    let nieuw = person("N. Nieuweling", COLLEAGUE, Rol::Ib);
    let given = app.geef_toegang(Beheer::Persoon(&boss), &nieuw, monday()).await.unwrap();
    assert!(given.aangeboden && given.account == parent, "{given:?}");
}

#[tokio::test]
async fn an_offered_role_lapses_and_can_be_offered_anew() {
    let (app, _place) = with_schools().await;
    let boss = boss(&app).await;
    let beheer = Beheer::Persoon(&boss);
    let there =
        NieuwAccount { rol: role(Rol::Ib, &zonnevis()), ..person("Juf Bot", "bot@school.example", Rol::Ib) };
    let made = app.create_account(Beheer::Machine, &there, monday()).await.unwrap();
    let bot = activate(&app, &made.link, PASSWORD).await.unwrap();
    let asked = person("Juf Bot", "bot@school.example", Rol::Begeleider);
    app.geef_toegang(beheer, &asked, monday()).await.unwrap();
    let at = |days| {
        let day = dates::plus_days(monday().vandaag, days).unwrap();
        moment(&format!("{day}T09:00:00Z"))
    };
    let (last, after) = (at(DAGEN_AANGEBODEN_ROL), at(DAGEN_AANGEBODEN_ROL + 1));
    assert_eq!((offers(&app, &bot, last).await, offers(&app, &bot, after).await), (1, 0));
    let open = app.openstaande_voorstellen(beheer, &ijsvogel(), after).await.unwrap();
    assert_eq!(open, []);
    let lapsed = app.voorstellen(&bot, last).await.unwrap()[0].id;
    let sessie = sign_in(&app, "bot@school.example", PASSWORD, after).await.unwrap();
    let who = app.who(sessie.token.expose(), after).await.unwrap().unwrap();
    assert_eq!(refused(app.beantwoord_voorstel(&who, lapsed, true, after).await).code, "voorstel");
    app.geef_toegang(beheer, &asked, after).await.unwrap();
    let anew = app.voorstellen(&bot, after).await.unwrap();
    assert!(anew.len() == 1 && anew[0].id != lapsed, "{anew:?}");
    app.beantwoord_voorstel(&who, anew[0].id, true, after).await.unwrap();
}

/// A teacher with a password, the link that the administrator of the school made for her, and who she is signed in as.
async fn with_link(app: &App, boss: &Actor) -> (PersoonId, app::accounts::Geheim, app::accounts::Aangemeld) {
    let merel = member(app, "Juf Merel", "merel@school.example", Rol::Leerkracht).await;
    let sessie = sign_in(app, "merel@school.example", PASSWORD, monday()).await.unwrap();
    let who = app.who(sessie.token.expose(), monday()).await.unwrap().unwrap();
    let link = app.new_link(Beheer::Persoon(boss), &merel, monday()).await.unwrap();
    (merel, link, who)
}

#[tokio::test]
async fn a_link_for_a_password_ends_with_every_role_that_the_account_gains() {
    let (app, _place) = with_schools().await;
    let boss = boss(&app).await;
    let (merel, link, who) = with_link(&app, &boss).await;
    let elsewhere = actor(&"p-baas".parse().unwrap(), Rol::Organisatiebeheerder, &zonnevis());
    let asked = NieuwAccount {
        rol: role(Rol::Ib, &zonnevis()),
        ..person("Juf Merel", "merel@school.example", Rol::Ib)
    };
    app.geef_toegang(Beheer::Persoon(&elsewhere), &asked, monday()).await.unwrap();
    app.open_link(link.expose(), monday()).await.unwrap();
    let offered = app.voorstellen(&merel, monday()).await.unwrap()[0].id;
    app.beantwoord_voorstel(&who, offered, true, monday()).await.unwrap();
    assert_eq!(refused(app.open_link(link.expose(), monday()).await).code, "link_werkt_niet");
    // A child of her own is such a role too.
    let vink = make(&app, "Juf Vink", "vink@school.example", Rol::Leerkracht).await;
    invited(&app).await;
    let code = invited_colleague(&app).await;
    connect(&app, &code, birth(), Ouder::Bestaand(vink.account), monday()).await.unwrap();
    assert_eq!(refused(app.open_link(vink.link.expose(), monday()).await).code, "link_werkt_niet");
}

#[tokio::test]
async fn a_link_works_only_while_who_made_it_might_make_it() {
    let (app, _place) = with_schools().await;
    let boss = boss(&app).await;
    let (_, link, _) = with_link(&app, &boss).await;
    let chosen = app.open_link(link.expose(), monday()).await.unwrap();
    let chosen = chosen.choose("de reiger staat stil").unwrap();
    let held = app.storage.rollen(&boss.persoon).await.unwrap()[0].id;
    app.end_rol(Beheer::Machine, &boss.persoon, held, monday().vandaag, monday()).await.unwrap();
    assert_eq!(refused(app.open_link(link.expose(), monday()).await).code, "link_werkt_niet");
    assert_eq!(refused(app.activate(chosen, monday()).await).code, "link_werkt_niet");
    sign_in(&app, "merel@school.example", PASSWORD, monday()).await.unwrap();
}

#[tokio::test]
async fn a_password_by_a_link_ends_the_keys_of_programs() {
    let (app, _place) = with_schools().await;
    let boss = boss(&app).await;
    let (merel, link, who) = with_link(&app, &boss).await;
    let key = NieuweSleutel { account: merel.clone(), rol: None, naam: "LAS".to_owned(), tot: None };
    let key = app.make_sleutel(Beheer::Machine, &key, monday()).await.unwrap();
    app.activate_sleutel(&who.gekozen.unwrap().actor, &key.id, monday()).await.unwrap();
    let works = async || app.resolve_sleutel(key.sleutel.expose(), monday()).await.unwrap();
    assert!(works().await.is_ok());
    activate(&app, &link, "de reiger staat stil").await.unwrap();
    assert_eq!(works().await, Err(Sleutelfout::Ingetrokken));
}

#[tokio::test]
async fn every_employer_reads_by_whose_link_a_password_was_chosen() {
    let (app, _place) = with_schools().await;
    let boss = boss(&app).await;
    let (_, link, _) = with_link(&app, &boss).await;
    activate(&app, &link, "de reiger staat stil").await.unwrap();
    let kijker = Kijker { actor: boss, groep: String::new() };
    let log = app.logboek(&kijker, monday(), &Logboekwens::default(), Page::first(50)).await.unwrap().rows;
    let chosen: Vec<&str> = log
        .iter()
        .filter(|line| line.code == "wachtwoord_gekozen")
        .map(|line| line.toelichting.as_str())
        .collect();
    let by_machine = "met een link van wie het programma draait";
    assert_eq!(chosen, [by_machine, by_machine, "met een link van Dhr. Reiger (De IJsvogel)"]);
}
