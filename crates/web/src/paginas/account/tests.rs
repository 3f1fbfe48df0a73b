//! The own account, as people see it.

use app::accounts::Beheer;
use axum::http::header::SET_COOKIE;
use dossier::Rol;
use dossier::toegang::Kijker;

use crate::weg::proef::{Antwoord, Browser, Proef};

const OLD: &str = "het eerste wachtwoord";
const NEW: &str = "de merel zingt vroeg";

/// Somebody who chose a password, with the address to sign in by.
async fn with_password(proef: &Proef) -> (Kijker, String) {
    let (app, moment) = (&proef.kit.app, proef.kit.moment());
    let kijker = proef.kit.as_(Rol::Ib);
    let link = app.new_link(Beheer::Machine, &kijker.actor.persoon, moment).await.unwrap();
    let chosen = app.open_link(link.expose(), moment).await.unwrap().choose(OLD).unwrap();
    app.activate(chosen, moment).await.unwrap();
    let sessie = app.sign_in_as(&kijker.actor.persoon, moment).await.unwrap();
    let e_mail = app.who(sessie.token.expose(), moment).await.unwrap().unwrap().e_mail;
    app.sign_out(sessie.token.expose()).await.unwrap();
    (kijker, e_mail)
}

async fn sign_in(browser: &Browser, e_mail: &str, password: &str) -> Antwoord {
    browser.post("/inloggen", &[("e_mail", e_mail), ("wachtwoord", password)]).await
}

/// The cookie of the session that an answer begins.
fn cookie(answer: &Antwoord) -> String {
    let value = answer.headers.get(SET_COOKIE).expect("a session").to_str().unwrap();
    value.split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn another_password_is_chosen_by_the_old_one_and_ends_every_other_session() {
    let proef = Proef::start().await;
    let (kijker, e_mail) = with_password(&proef).await;
    let (here, there) = (proef.browser(&kijker).await, proef.browser(&kijker).await);
    here.get("/account").await.assert_says(&e_mail);
    let page = here.get("/account").await;
    page.assert_says("(waar u nu bent)");
    assert_eq!(page.body.matches("Ingelogd op").count(), 2, "{}", page.body);
    let typed = async |old: &str, new: &str, again: &str| {
        let fields = [("oud", old), ("wachtwoord", new), ("nogmaals", again)];
        here.post("/account/wachtwoord", &fields).await
    };
    let wrong = typed("niet het oude", NEW, NEW).await;
    wrong.assert_refused();
    wrong.assert_says("Dit is niet het wachtwoord waarmee u nu inlogt.");
    wrong.assert_silent_on(NEW);
    typed(OLD, NEW, "iets anders dan dat").await.assert_refused();
    let common = typed(OLD, "wachtwoord123", "wachtwoord123").await;
    common.assert_refused();
    common.assert_says("wordt veel gebruikt");
    let done = typed(OLD, NEW, NEW).await;
    done.assert_leads_to("/account?na=wachtwoord");
    there.get("/account").await.assert_leads_to("/inloggen");
    let anew = proef.with_cookie(cookie(&done));
    anew.get("/account?na=wachtwoord").await.assert_says("Uw wachtwoord is gewijzigd.");
    sign_in(&proef.nobody(), &e_mail, OLD).await.assert_refused();
    sign_in(&proef.nobody(), &e_mail, NEW).await.assert_leads_to("/");
}

#[tokio::test]
async fn one_is_out_everywhere_at_once() {
    let proef = Proef::start().await;
    let (kijker, _) = with_password(&proef).await;
    let (here, there) = (proef.browser(&kijker).await, proef.browser(&kijker).await);
    here.post("/account/overal-uit", &[]).await.assert_leads_to("/inloggen");
    there.get("/account").await.assert_leads_to("/inloggen");
}

#[tokio::test]
async fn signing_in_again_ends_the_session_of_before() {
    let proef = Proef::start().await;
    let (kijker, e_mail) = with_password(&proef).await;
    let before = proef.browser(&kijker).await;
    let again = sign_in(&before, &e_mail, OLD).await;
    before.get("/account").await.assert_leads_to("/inloggen");
    proef.with_cookie(cookie(&again)).get("/account").await.assert_says("Uw account");
}
