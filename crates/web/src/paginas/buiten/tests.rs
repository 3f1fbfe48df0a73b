//! Registering at a school without an account, as parents and the school see it.

use std::time::Duration;

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use testkit::{Brievenbus, TestApp};

use crate::weg::proef::{Antwoord, Browser, Proef};

const OPEN: &str = "/aanmelden-bij-een-school";

/// What parents write of a child that nobody knows.
const GESCHREVEN: [(&str, &str); 16] = [
    ("roepnaam", "Pim"),
    ("voorvoegsel", "de"),
    ("achternaam", "IJsbeer"),
    ("geboortedatum", "4-5-2020"),
    ("straat", "Snavelstraat 3"),
    ("postcode", "9921 AX"),
    ("plaats", "Vogelwijk"),
    ("ouders.1.naam", "mevrouw O. IJsbeer"),
    ("ouders.1.relatie", "gezagsouder"),
    ("ouders.2.naam", "de heer B. IJsbeer"),
    ("ouders.2.relatie", "gezagsouder"),
    ("geheim", "niemand"),
    ("nu_naar_school", "school"),
    ("huidige_school", "De Kikker, Vogelwijk"),
    ("toelichting_ouders", "hij hoort slecht"),
    ("e_mail", "o@ijsbeer.example"),
];

struct Toneel {
    proef: Proef,
    bus: std::sync::Arc<Brievenbus>,
    school: String,
}

impl Toneel {
    async fn open() -> Self {
        let (bus, weg) = Brievenbus::new();
        let kit = TestApp::sqlite().await.with_mail(weg);
        let school = kit.school().school.vestiging.to_string();
        Self { proef: Proef::on(kit), bus, school }
    }

    /// Sends the form, with other words in some of its fields.
    async fn writes(&self, other: &[(&str, &str)]) -> Antwoord {
        let kept = GESCHREVEN.iter().filter(|(veld, _)| other.iter().all(|(known, _)| known != veld));
        let school = [("vestiging", self.school.as_str())];
        let all: Vec<(&str, &str)> = kept.copied().chain(other.iter().copied()).chain(school).collect();
        self.proef.nobody().post(OPEN, &all).await
    }

    /// The mails that came in.
    async fn mails(&self) -> Vec<app::mail::Mail> {
        self.proef.kit.app.send_mail(self.proef.kit.moment()).await.unwrap();
        self.bus.leeg()
    }

    /// Sends the form; the address of the link that came by mail.
    async fn written(&self, other: &[(&str, &str)]) -> String {
        let sent = self.writes(other).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
        sent.assert_says("Kijk in uw e-mail");
        let [mail] = &self.mails().await[..] else { panic!("one mail") };
        assert_eq!(mail.aan, "o@ijsbeer.example");
        let whole = format!("{}{}", mail.onderwerp, mail.tekst);
        for secret in ["Pim", "IJsbeer", "Vogelwijk", self.school.as_str()] {
            assert!(!whole.contains(secret), "{secret} in {whole}");
        }
        let link = mail.tekst.split("https://leerrecht.example").nth(1).expect("a link");
        link.lines().next().unwrap_or_default().to_owned()
    }

    async fn ib(&self) -> Browser {
        self.proef.as_(Rol::Ib).await
    }

    /// The address at the school of the one that waits there.
    async fn waiting(&self) -> Option<String> {
        let list = self.ib().await.get("/aanmelden/van-buiten").await;
        let (_, rest) = list.body.split_once("href=\"/aanmelden/van-buiten/")?;
        Some(format!("/aanmelden/van-buiten/{}", rest.split('"').next()?))
    }
}

#[tokio::test]
async fn parents_without_a_code_register_and_the_school_takes_it_over_in_its_own_form() {
    let toneel = Toneel::open().await;
    toneel.proef.nobody().get("/inloggen").await.assert_says("href=\"/aanmelden-bij-een-school\"");
    let form = toneel.proef.nobody().get(OPEN).await;
    form.assert_says("Dat is de dag waarop u bevestigt");
    // Of what is the school's to say nothing comes along.
    let link = toneel.written(&[("ouders.1.brondocument", "echt uittreksel"), ("zeker_nieuw", "ja")]).await;
    assert_eq!(toneel.waiting().await, None, "nothing comes to the school before it is confirmed");
    // Looking does nothing: what looks through mail follows links.
    toneel.proef.nobody().get(&link).await.assert_says("Ja, ik meld mijn kind aan");
    assert_eq!(toneel.waiting().await, None);
    toneel.proef.nobody().post(&link, &[]).await.assert_says("De school kreeg uw aanmelding op");
    toneel.proef.nobody().post(&link, &[]).await.assert_says("was al bevestigd");
    let ib = toneel.ib().await;
    ib.get("/vandaag").await.assert_says("1 aanmelding om te bekijken");
    let one = toneel.waiting().await.expect("it came to the school");
    let page = ib.get(&one).await;
    for shown in ["Pim de IJsbeer", "mevrouw O. IJsbeer", "hij hoort slecht", "De Kikker, Vogelwijk"] {
        page.assert_says(shown);
    }
    let ready = ib.post(&format!("{one}/overnemen"), &[]).await;
    let address = ready.location().to_owned();
    assert!(address.starts_with("/aanmelden"), "{address}");
    let form = ib.get(&address).await;
    form.assert_says("value=\"Pim\"");
    form.assert_says("Van het open formulier");
    form.assert_silent_on("echt uittreksel");
    let value = |naam: &str| {
        let after = form.body.split(&format!("name=\"{naam}\" value=\"")).nth(1);
        after.and_then(|rest| rest.split('"').next()).expect("a field").to_owned()
    };
    let (from, day) = (value("van_buiten"), toneel.proef.kit.moment().vandaag.to_string());
    let along = [
        ("ouders.1.brondocument", "uittreksel"),
        ("ouders.2.brondocument", "uittreksel"),
        ("van_buiten", from.as_str()),
        ("ontvangen_op", day.as_str()),
    ];
    let tomorrow = base::dates::plus_days(toneel.proef.kit.moment().vandaag, 1).unwrap().to_string();
    toneel.proef.kit.zet(toneel.proef.kit.moment().at + Duration::from_hours(24));
    let ib = toneel.ib().await;
    let of_school = GESCHREVEN.iter().copied().filter(|(veld, _)| *veld != "e_mail");
    let sent: Vec<(&str, &str)> = of_school.chain(along).collect();
    let mut later = sent.clone();
    *later.last_mut().unwrap() = ("ontvangen_op", tomorrow.as_str());
    let refused = ib.post(&address, &later).await;
    refused.assert_refused();
    refused.assert_says("kwam al eerder bij uw school");
    let done = ib.post(&address, &sent).await;
    done.assert_leads_to("/kind/");
    let nummer = done.location().split('/').nth(2).expect("a number").parse().expect("a number");
    let dossier = toneel.proef.kit.dossier(&nummer).await;
    let registered = &dossier.aanmeldingen[0];
    let from = registered.van_buiten.as_ref().expect("it says where it came from");
    assert_eq!((from.naam.as_str(), from.bevestigd_op), ("mevrouw O. IJsbeer", registered.ontvangen_op));
    assert_eq!(registered.school_nu.school, "De Kikker, Vogelwijk");
    ib.get(&format!("/kind/{nummer}/aanmelding/1")).await.assert_says("schreef dit op de website");
    assert_eq!(toneel.waiting().await, None, "its contents are gone here");
    let [told] = &toneel.mails().await[..] else { panic!("one mail") };
    assert!(told.tekst.contains("vastgelegd") && !told.tekst.contains("IJsbeer"), "{}", told.tekst);
}

#[tokio::test]
async fn whoever_writes_is_answered_the_same_whether_or_not_the_child_is_known() {
    let toneel = Toneel::open().await;
    let nummer = toneel.proef.given(Verhaallijn::NetAangemeld).await;
    let dossier = toneel.proef.kit.dossier(&nummer).await;
    let child = dossier.leerling.as_ref().unwrap();
    let born = child.geboortedatum.to_string();
    let known = [
        ("roepnaam", child.roepnaam.as_str()),
        ("voorvoegsel", child.voorvoegsel.as_str()),
        ("achternaam", child.achternaam.as_str()),
        ("geboortedatum", born.as_str()),
    ];
    let (stranger, familiar) = (toneel.writes(&[]).await, toneel.writes(&known).await);
    assert_eq!((stranger.status, stranger.body), (familiar.status, familiar.body));
    let after = toneel.proef.kit.dossier(&nummer).await;
    assert_eq!(after.versie, dossier.versie, "no file is touched");
}

#[tokio::test]
async fn what_is_not_confirmed_goes_and_its_link_works_no_more() {
    let toneel = Toneel::open().await;
    let link = toneel.written(&[]).await;
    let days = verband::grenzen::DAGEN_OM_TE_BEVESTIGEN;
    toneel.proef.kit.zet(toneel.proef.kit.moment().at + Duration::from_hours(24 * days + 1));
    let gone = toneel.proef.kit.app.expire(toneel.proef.kit.moment()).await.unwrap();
    assert_eq!(gone.concepten, 1, "its contents are gone");
    let late = toneel.proef.nobody().post(&link, &[]).await;
    assert!(late.status.is_client_error(), "{}", late.status);
    late.assert_says("werkt niet, of niet meer");
    assert_eq!(toneel.waiting().await, None);
}

#[tokio::test]
async fn a_school_says_why_it_is_no_registration_and_the_mail_names_nobody() {
    let toneel = Toneel::open().await;
    let link = toneel.written(&[]).await;
    toneel.proef.nobody().post(&link, &[]).await;
    let one = toneel.waiting().await.expect("it came");
    let ib = toneel.ib().await;
    ib.post(&format!("{one}/geen-aanmelding"), &[]).await.assert_refused();
    let file = toneel.proef.given(Verhaallijn::NetAangemeld).await.to_string();
    ib.post(&format!("{one}/al-in-dossier"), &[("dossier", "2026-999999")]).await.assert_refused();
    ib.get(&format!("/kind/{file}")).await.assert_silent_on("IJsbeer");
    let done = ib.post(&format!("{one}/geen-aanmelding"), &[("reden", "andere_school")]).await;
    done.assert_leads_to("/aanmelden/van-buiten");
    let [mail] = &toneel.mails().await[..] else { panic!("one mail") };
    assert!(mail.tekst.contains("voor een andere school bedoeld"), "{}", mail.tekst);
    assert!(!mail.tekst.contains("IJsbeer") && !mail.tekst.contains("Pim"), "{}", mail.tekst);
    assert_eq!(toneel.waiting().await, None);
    // Another school, and a role that opens no files, have nothing to do with it.
    let teacher = toneel.proef.as_(Rol::Leerkracht).await;
    assert!(teacher.get("/aanmelden/van-buiten").await.status.is_client_error());
}

#[tokio::test]
async fn what_is_not_seen_or_too_much_is_refused_and_nobody_sends_without_end() {
    let toneel = Toneel::open().await;
    for hidden in ["Pim\u{202e}", "Pi\u{200b}m"] {
        toneel.writes(&[("roepnaam", hidden)]).await.assert_refused();
    }
    let long = "x".repeat(201);
    toneel.writes(&[("roepnaam", &long)]).await.assert_refused();
    toneel.writes(&[("e_mail", "geen adres")]).await.assert_refused();
    toneel.writes(&[("geheim", "personen")]).await.assert_refused();
    toneel.writes(&[("geheim", "")]).await.assert_says("Kies of er iets geheim is.");
    assert!(toneel.mails().await.is_empty());
    let (per_place, per_mail, _) = verband::grenzen::MEESTE_VAN_BUITEN_PER_DAG;
    for nr in 0..per_mail {
        assert_eq!(toneel.writes(&[]).await.status, StatusCode::OK, "{nr}");
    }
    toneel.writes(&[]).await.assert_says("al veel aanmeldingen verstuurd");
    let sent = per_mail + 1;
    for nr in sent..per_place {
        let address = format!("nr{nr}@thuis.example");
        assert_eq!(toneel.writes(&[("e_mail", &address)]).await.status, StatusCode::OK, "{nr}");
    }
    toneel.writes(&[("e_mail", "ander@thuis.example")]).await.assert_refused();
}

#[tokio::test]
async fn where_no_mail_is_sent_the_form_is_printed_and_nothing_is_kept() {
    let proef = Proef::start().await;
    let school = proef.kit.school().school.vestiging.to_string();
    proef.nobody().get(OPEN).await.assert_says("nog geen e-mail versturen");
    let fields: Vec<(&str, &str)> =
        GESCHREVEN.iter().copied().chain([("vestiging", school.as_str())]).collect();
    let page = proef.nobody().post(OPEN, &fields).await;
    page.assert_says("Print dit en breng het naar de school");
    page.assert_says("Snavelstraat 3");
    let list = proef.as_(Rol::Ib).await.get("/aanmelden/van-buiten").await;
    list.assert_says("Er is nu niets dat u nog moet bekijken.");
    let found = proef.nobody().post(OPEN, &[("school_zoeken", "regenboog"), ("kijk", "ja")]).await;
    assert_eq!(found.status, StatusCode::OK);
    found.assert_says("name=\"vestiging\"");
}

#[tokio::test]
async fn the_open_form_shows_what_everybody_fills_in_and_folds_what_few_need() {
    let toneel = Toneel::open().await;
    let form = toneel.proef.nobody().get(OPEN).await;
    for folded in ["huidige_school", "andere_scholen", "ouders-1-adres"] {
        let before = form.body.split(&format!("id=\"veld-{folded}\"")).next().unwrap();
        let opened = before.rsplit("<details").next().unwrap();
        assert!(opened.starts_with(" class=\"uitklap vouw\"") && !opened.contains("</details>"), "{folded}");
        assert!(!opened.split('>').next().unwrap().contains(" open"), "{folded} is folded");
    }
    form.assert_silent_on("name=\"ouders.2.naam\"");
    let more = toneel.proef.nobody().post(OPEN, &[("rij_erbij", "ouders")]).await;
    more.assert_says("name=\"ouders.2.naam\"");
    // What stands in it, or is wrong with it, is seen.
    let filled = [("kijk", "ja"), ("huidige_school", "De Kikker"), ("ouders.2.naam", "B. IJsbeer")];
    let again = toneel.proef.nobody().post(OPEN, &filled).await;
    again.assert_says("name=\"ouders.2.naam\" value=\"B. IJsbeer\"");
    let before = again.body.split("id=\"veld-huidige_school\"").next().unwrap();
    assert!(before.rsplit("<details").next().unwrap().contains(" open>"));
}

#[tokio::test]
async fn on_the_open_form_a_school_that_gives_two_kinds_of_education_is_a_choice_for_each() {
    let toneel = Toneel::open().await;
    let schools = &toneel.proef.kit.regio.scholen;
    let two = schools.iter().find(|school| school.school.schoolsoort == dossier::soort::Schoolsoort::Vo);
    let two = &two.expect("a school for secondary education").school;
    let words = [("school_zoeken", two.naam.as_str()), ("kijk", "ja")];
    let found = toneel.proef.nobody().post(OPEN, &words).await;
    let choice = format!("{}/pro", two.vestiging);
    found.assert_says(&format!("value=\"{choice}\""));
    let chosen = [("school_zoeken", two.naam.as_str()), ("kijk", "ja"), ("vestiging", choice.as_str())];
    let page = toneel.proef.nobody().post(OPEN, &chosen).await;
    page.assert_says("name=\"onderwijs\" value=\"pro\" checked");
    page.assert_says(&format!("name=\"vestiging\" value=\"{}\" checked", two.vestiging));
}
