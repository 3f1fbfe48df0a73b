//! Signing in and out, one-time links, roles, and the choice of a role in a demo.

use app::accounts::{Beheer, NieuweRol, Ontvanger};
use axum::http::StatusCode;
use dossier::Rol;
use web::Settings;

use crate::hulp::{PASSWORD, Programma, now, role};

#[tokio::test]
async fn somebody_signs_in_and_out() {
    let programma = Programma::start().await;
    programma.member("Juf Merel", "merel@school.example", Rol::Ib).await;
    let mut browser = programma.browser();
    assert_eq!(browser.get("/").await.location(), "/inloggen");
    let answer =
        browser.post("/inloggen", &[("e_mail", "Merel@School.example"), ("wachtwoord", PASSWORD)]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("sessie="), "{cookie}");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert_eq!(browser.get("/").await.location(), "/vandaag");
    browser.get("/vandaag").await.assert_says("dinsdag 3 maart 2026");
    assert_eq!(browser.post("/uitloggen", &[]).await.location(), "/inloggen?na=uitloggen");
    assert_eq!(browser.get("/vandaag").await.location(), "/inloggen?naar=%2Fvandaag");
    browser.get("/inloggen?na=uitloggen").await.assert_says("U bent uitgelogd.");
}

#[tokio::test]
async fn over_tls_the_cookie_is_bound_to_this_host() {
    let programma = Programma::with(Settings { secure: true, ..Settings::default() }).await;
    programma.member("Juf Merel", "merel@school.example", Rol::Ib).await;
    let mut browser = programma.browser();
    let answer =
        browser.post("/inloggen", &[("e_mail", "merel@school.example"), ("wachtwoord", PASSWORD)]).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-sessie=") && cookie.contains("Secure"), "{cookie}");
    assert_eq!(browser.get("/vandaag").await.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_that_was_asked_for_and_to_no_other_site() {
    let programma = Programma::start().await;
    programma.member("Juf Merel", "merel@school.example", Rol::Ib).await;
    let mut browser = programma.browser();
    assert_eq!(
        browser.get("/vandaag?bladzijde=2").await.location(),
        "/inloggen?naar=%2Fvandaag%3Fbladzijde%3D2"
    );
    browser.get("/inloggen?naar=%2Fvandaag").await.assert_says("name=\"naar\" value=\"/vandaag\"");
    for (naar, expected) in [
        ("/vandaag?bladzijde=2", "/vandaag?bladzijde=2"),
        ("//evil.example/x", "/"),
        ("https://evil.example", "/"),
    ] {
        let fields = [("e_mail", "merel@school.example"), ("wachtwoord", PASSWORD), ("naar", naar)];
        assert_eq!(programma.browser().post("/inloggen", &fields).await.location(), expected);
    }
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_says_what_is_wrong_beside_the_field() {
    let programma = Programma::start().await;
    let page = programma
        .browser()
        .post("/inloggen", &[("e_mail", "\"merel\"@school.example"), ("naar", "/wet")])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.assert_says("<title>Fout: Inloggen · Leerrecht</title>");
    page.assert_says("<h2>Er klopt nog 1 ding niet</h2>");
    page.assert_says("<a href=\"#veld-wachtwoord\">Vul uw wachtwoord in.</a>");
    page.assert_says("value=\"&#34;merel&#34;@school.example\"");
    page.assert_says("name=\"naar\" value=\"/wet\"");
}

#[tokio::test]
async fn a_wrong_password_is_refused_in_the_same_words_whether_or_not_the_account_exists() {
    let programma = Programma::start().await;
    programma.member("Juf Merel", "merel@school.example", Rol::Ib).await;
    for e_mail in ["merel@school.example", "niemand@school.example"] {
        let page = programma
            .browser()
            .post("/inloggen", &[("e_mail", e_mail), ("wachtwoord", "geheim geheim")])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_says("het e-mailadres of het wachtwoord klopt niet");
        assert!(!page.body.contains("geheim geheim"), "a password is never sent back");
    }
}

#[tokio::test]
async fn a_one_time_link_lets_somebody_choose_a_password_once() {
    let programma = Programma::start().await;
    let token = programma.invited("Juf Merel", "merel@school.example", Rol::Ib).await;
    let address = format!("/activeer/{token}");
    let mut browser = programma.browser();
    browser.get(&address).await.assert_says("Welkom, Juf Merel.");
    let different =
        browser.post(&address, &[("wachtwoord", PASSWORD), ("nogmaals", "iets heel anders")]).await;
    different.assert_says("De twee wachtwoorden zijn niet hetzelfde.");
    let short = browser.post(&address, &[("wachtwoord", "kort"), ("nogmaals", "kort")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    short.assert_says("korter dan 12 tekens");
    let done = browser.post(&address, &[("wachtwoord", PASSWORD), ("nogmaals", PASSWORD)]).await;
    assert_eq!(done.location(), "/");
    let inside = browser.get("/vandaag").await;
    assert_eq!(inside.status, StatusCode::OK, "who chose a password a moment ago is in");
    let again = browser.get(&address).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.assert_says("Wat kan wel:");
}

#[tokio::test]
async fn somebody_with_two_roles_chooses_one_and_goes_on_to_where_they_wanted_to_be() {
    let programma = Programma::start().await;
    let id = programma.member("Juf Merel", "merel@school.example", Rol::Ib).await;
    let teacher = NieuweRol { groep: Some("5".to_owned()), ..role(Rol::Leerkracht) };
    programma.app.give_rol(Beheer::Machine, &Ontvanger::Account(id), &teacher, now()).await.unwrap();
    let mut browser = programma.browser();
    browser.post("/inloggen", &[("e_mail", "merel@school.example"), ("wachtwoord", PASSWORD)]).await;
    assert_eq!(browser.get("/vandaag").await.location(), "/rol?naar=%2Fvandaag");
    let page = browser.get("/rol?naar=%2Fvandaag").await;
    page.assert_says("<b>intern begeleider</b>De Regenboog");
    let number =
        page.body.split("name=\"rol\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let chosen = browser.post("/rol", &[("rol", &number), ("naar", "/vandaag")]).await;
    assert_eq!(chosen.location(), "/vandaag");
    browser.get("/vandaag").await.assert_says("<a href=\"/rol\">Andere rol</a>");
    assert_eq!(browser.post("/rol", &[("rol", "999999")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post("/rol", &[("rol", "x")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn in_a_demo_one_chooses_who_to_be_and_elsewhere_that_page_is_not_there() {
    let programma = Programma::with(Settings { demo: true, ..Settings::default() }).await;
    let id = programma.member("M. Zonnedauw", "m.zonnedauw@school.example", Rol::Ib).await;
    let mut browser = programma.browser();
    assert_eq!(browser.get("/").await.location(), "/demo");
    let page = browser.get("/demo").await;
    page.assert_says("<h2>School en bestuur</h2>");
    page.assert_says("<b>M. Zonnedauw</b> intern begeleider · De Regenboog");
    page.assert_says("Alle kinderen, ouders en medewerkers zijn verzonnen.");
    assert_eq!(browser.post("/demo", &[("account", id.as_str())]).await.location(), "/");
    browser.get("/vandaag").await.assert_says("M. Zonnedauw</a> · intern begeleider");

    let real = Programma::start().await;
    let id = real.member("M. Zonnedauw", "m.zonnedauw@school.example", Rol::Ib).await;
    assert_eq!(real.browser().get("/demo").await.status, StatusCode::NOT_FOUND);
    assert_eq!(real.browser().post("/demo", &[("account", id.as_str())]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_colleague_takes_the_work_of_somebody_for_a_time_and_both_read_it() {
    let programma = Programma::start().await;
    let merel = programma.member("Juf Merel", "merel@school.example", Rol::Ib).await;
    let mus = programma.member("Meester Mus", "mus@school.example", Rol::Directie).await;
    let mut boss = programma.signed_in("Dhr. Reiger", Rol::Organisatiebeheerder).await;
    let address = format!("/accounts/{merel}/waarneming");
    boss.get(&format!("/accounts/{merel}")).await.assert_says(&format!("href=\"{address}\""));
    let form = boss.get(&address).await;
    form.assert_says("Meester Mus");
    let mut role = form.body.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let role = role.find(|code| code.parse::<u64>().is_ok()).expect("a role").to_owned();
    let today = now().vandaag.to_string();
    let fields = |until: &'static str| {
        vec![
            ("rol", role.clone()),
            ("door", mus.to_string()),
            ("van", today.clone()),
            ("tot_en_met", until.to_owned()),
        ]
    };
    let send = async |boss: &mut crate::hulp::Browser, fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        boss.post(&address, &fields).await
    };
    let before = send(&mut boss, fields("2020-01-01")).await;
    assert_eq!(before.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", before.body);
    let last = base::dates::plus_days(now().vandaag, 9).unwrap().to_string();
    let mut good = fields("");
    good[3].1 = last;
    let done = send(&mut boss, good).await;
    assert_eq!(done.location(), format!("/accounts/{merel}"), "{}", done.body);
    boss.get(&format!("/accounts/{merel}")).await.assert_says("Meester Mus doet het werk van Juf Merel");
    boss.get("/logboek").await.assert_says("in plaats van Juf Merel");
    let mut replaced = programma.browser();
    replaced.post("/inloggen", &[("e_mail", "merel@school.example"), ("wachtwoord", PASSWORD)]).await;
    replaced.get("/account").await.assert_says("Meester Mus doet het werk van Juf Merel");
}
