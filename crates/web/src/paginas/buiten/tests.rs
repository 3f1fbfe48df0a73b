//! Registering at a school without an account, as parents and the school see it.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use testkit::{Brievenbus, TestApp};

use crate::paginas::leven::leerling_tests;
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
    toneel.proef.nobody().get(&link).await.assert_says("Ja, ik bevestig deze aanmelding");
    assert_eq!(toneel.waiting().await, None);
    let confirmed = toneel.proef.nobody().post(&link, &[]).await;
    confirmed.assert_says("De school kreeg uw aanmelding op");
    confirmed.assert_says("Kenmerk: ");
    toneel.proef.nobody().post(&link, &[]).await.assert_says("U bevestigde deze aanmelding op");
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
    let says = |words| told.tekst.contains(words);
    assert!(says("naar uw aanmelding gekeken") && !says("IJsbeer"), "{}", told.tekst);
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
async fn a_school_says_why_it_is_no_registration_and_the_mail_says_no_more_than_that_it_looked() {
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
    assert!(mail.tekst.contains("naar uw aanmelding gekeken"), "{}", mail.tekst);
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
    let (per_place, per_mail) = verband::grenzen::MEESTE_VAN_BUITEN_PER_DAG;
    for nr in 0..per_mail {
        assert_eq!(toneel.writes(&[]).await.status, StatusCode::OK, "{nr}");
    }
    // What is refused uses up nothing: trying on keeps no door shut.
    for _ in 0..per_place {
        toneel.writes(&[]).await.assert_says("al veel aanmeldingen verstuurd");
    }
    for nr in per_mail..per_place {
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
    // Enter in the search looks, as long as no school was chosen, and sends nothing.
    let enter = "aria-hidden=\"true\" name=\"kijk\" value=\"ja\"";
    found.assert_says(enter);
    page.assert_silent_on(enter);
    page.assert_says(&format!("name=\"vestiging\" value=\"{}\" checked", two.vestiging));
}

/// The fields of the form by which a school registers the child that was written about, filled from the open form.
fn taken_over<'a>(van_buiten: &'a str, day: &'a str) -> Vec<(&'a str, &'a str)> {
    let along = [
        ("ouders.1.brondocument", "uittreksel"),
        ("ouders.2.brondocument", "uittreksel"),
        ("van_buiten", van_buiten),
        ("ontvangen_op", day),
    ];
    GESCHREVEN.iter().copied().filter(|(veld, _)| *veld != "e_mail").chain(along).collect()
}

impl Toneel {
    /// One that was written, with other words, and confirmed: its address at the school.
    async fn confirmed(&self, other: &[(&str, &str)]) -> String {
        let link = self.written(other).await;
        self.proef.nobody().post(&link, &[]).await;
        self.waiting().await.expect("it came")
    }
}

/// Given one that was put ready in the form of a school; when it is said to be no registration; then that form is gone too, and what is
/// sent from it all the same records nothing. That it was put ready stands in the log as read.
#[tokio::test]
async fn what_was_put_ready_goes_with_the_registration() {
    let toneel = Toneel::open().await;
    let one = toneel.confirmed(&[]).await;
    let ib = toneel.ib().await;
    let form = ib.post(&format!("{one}/overnemen"), &[]).await.location().to_owned();
    ib.get(&form).await.assert_says("value=\"Pim\"");
    let number = one.rsplit('/').next().unwrap_or_default().to_owned();
    let log = storage::HandelingQuery {
        handeling: Some("van_buiten_gelezen".to_owned()),
        ..storage::HandelingQuery::all(storage::Page::first(50))
    };
    let read = toneel.proef.kit.app.storage.handelingen(&log).await.unwrap().rows;
    assert!(read.iter().any(|act| act.onderwerp == number), "{read:?}");
    // Twice, as a finger does: the second press is harmless and nobody is told twice.
    for _ in 0..2 {
        let done = ib.post(&format!("{one}/geen-aanmelding"), &[("reden", "geen")]).await;
        done.assert_leads_to("/aanmelden/van-buiten");
    }
    assert_eq!(toneel.mails().await.len(), 1);
    ib.get(&form).await.assert_silent_on("value=\"Pim\"");
    let day = toneel.proef.kit.moment().vandaag.to_string();
    let sent = ib.post(&form, &taken_over(&number, &day)).await;
    sent.assert_refused();
    sent.assert_says("rondde haar al af");
}

/// Given one that a school ended as its own, as sent twice, or as none; then the page of the link and the e-mail say the same for each: whoever
/// looks for a child learns from no difference that it is at this school.
#[tokio::test]
async fn whoever_wrote_one_reads_the_same_whatever_came_of_it() {
    let mut told = BTreeSet::new();
    for reden in ["dubbel", "andere_school", "geen"] {
        let toneel = Toneel::open().await;
        let link = toneel.written(&[]).await;
        toneel.proef.nobody().post(&link, &[]).await;
        let one = toneel.waiting().await.expect("it came");
        let before = toneel.proef.nobody().get(&link).await.body;
        assert!(!before.contains("Pim"), "{before}");
        let ib = toneel.ib().await;
        let done = ib.post(&format!("{one}/geen-aanmelding"), &[("reden", reden)]).await;
        done.assert_leads_to("/aanmelden/van-buiten");
        let after = toneel.proef.nobody().get(&link).await.body;
        assert_eq!(before, after, "{reden}");
        let [mail] = &toneel.mails().await[..] else { panic!("one mail") };
        let which =
            mail.tekst.lines().filter(|line| !line.contains("Kenmerk")).collect::<Vec<_>>().join("\n");
        told.insert((mail.onderwerp.clone(), which));
    }
    assert_eq!(told.len(), 1, "{told:?}");
}

/// Given a prepared form in which another child is typed; then it is no registration of that child. Given one in which a slip is put
/// right; then it is.
#[tokio::test]
async fn the_origin_is_of_the_child_that_was_written_about() {
    let toneel = Toneel::open().await;
    let one = toneel.confirmed(&[]).await;
    let ib = toneel.ib().await;
    let form = ib.post(&format!("{one}/overnemen"), &[]).await.location().to_owned();
    let (number, day) =
        (one.rsplit('/').next().unwrap_or_default(), toneel.proef.kit.moment().vandaag.to_string());
    let with = |roepnaam: &'static str, born: &'static str| {
        let mut fields = taken_over(number, &day);
        for (veld, waarde) in &mut fields {
            match *veld {
                "roepnaam" => *waarde = roepnaam,
                "geboortedatum" => *waarde = born,
                _ => {}
            }
        }
        fields
    };
    let other = ib.post(&form, &with("Heel", "5-5-2019")).await;
    other.assert_refused();
    other.assert_says("van de aanmelding van een ander kind");
    ib.post(&form, &with("Pim", "4-6-2020")).await.assert_leads_to("/kind/");
}

/// Given a file of another child at the same school; then a registration is not said to stand in it; and of the child itself only where
/// it was received by the day on which the parents confirmed.
#[tokio::test]
async fn a_registration_goes_into_no_file_of_another_child() {
    let toneel = Toneel::open().await;
    let other = toneel.proef.given(Verhaallijn::NetAangemeld).await;
    let dossier = toneel.proef.kit.dossier(&other).await;
    let ib = toneel.proef.at_registration_of(&other, Rol::Ib).await;
    let toneel = Toneel { school: dossier.aanmeldingen[0].vestiging.to_string(), ..toneel };
    let link = toneel.written(&[]).await;
    toneel.proef.nobody().post(&link, &[]).await;
    let list = ib.get("/aanmelden/van-buiten").await;
    let (_, rest) = list.body.split_once("href=\"/aanmelden/van-buiten/").expect("it came");
    let one = format!("/aanmelden/van-buiten/{}", rest.split('"').next().unwrap_or_default());
    let there = [("dossier", other.as_str())];
    let refused = ib.post(&format!("{one}/al-in-dossier"), &there).await;
    refused.assert_refused();
    refused.assert_says("Dit dossier is van een ander kind");
    assert!(toneel.mails().await.is_empty(), "nobody is told that it was recorded");
    // With one of the two the same, whoever says so is asked.
    let child = dossier.leerling.as_ref().unwrap();
    let born = child.geboortedatum.to_string();
    let link = toneel.written(&[("geboortedatum", &born)]).await;
    toneel.proef.nobody().post(&link, &[]).await;
    let list = ib.get("/aanmelden/van-buiten").await;
    let second = list.body.split("href=\"/aanmelden/van-buiten/").skip(1);
    let mut second =
        second.filter_map(|rest| rest.split('"').next()).map(|nr| format!("/aanmelden/van-buiten/{nr}"));
    let second = second.find(|address| *address != one).expect("two wait");
    let asked = ib.post(&format!("{second}/al-in-dossier"), &there).await;
    asked.assert_refused();
    asked.assert_says("name=\"zelfde\"");
    let said = [("dossier", other.as_str()), ("zelfde", "ja")];
    let unknown = ib.post(&format!("{second}/al-in-dossier"), &said).await;
    unknown.assert_refused();
    unknown.assert_says("name=\"zonder_brief\"");
    let said = [("dossier", other.as_str()), ("zelfde", "ja"), ("zonder_brief", "ja")];
    ib.post(&format!("{second}/al-in-dossier"), &said).await.assert_leads_to("/aanmelden/van-buiten");
    let [told] = &toneel.mails().await[..] else { panic!("one mail") };
    assert!(told.tekst.contains("naar uw aanmelding gekeken"), "{}", told.tekst);
}

/// Given a child that one parent registered by the open form, and the other too; when the school records the second in the file; then whoever
/// wrote it stands there with authority first, and gets the letter that the mail promises.
#[tokio::test]
async fn a_second_parent_who_registers_by_the_open_form_gets_a_letter_of_it() {
    let toneel = Toneel::open().await;
    let alone = [("ouders.2.naam", ""), ("ouders.2.relatie", "")];
    let one = toneel.confirmed(&alone).await;
    let ib = toneel.ib().await;
    let form = ib.post(&format!("{one}/overnemen"), &[]).await.location().to_owned();
    let (number, day) =
        (one.rsplit('/').next().unwrap_or_default(), toneel.proef.kit.moment().vandaag.to_string());
    let mut sent = taken_over(number, &day);
    sent.retain(|(veld, _)| !veld.starts_with("ouders.2"));
    let done = ib.post(&form, &sent).await;
    done.assert_leads_to("/kind/");
    let child = done.location().split('/').take(3).collect::<Vec<_>>().join("/");
    let nummer: base::DossierNummer = child.rsplit('/').next().unwrap_or_default().parse().unwrap();
    toneel.mails().await;
    let other = [("ouders.1.naam", "de heer B. IJsbeer"), ("ouders.2.naam", ""), ("ouders.2.relatie", "")];
    let second = toneel.confirmed(&other).await;
    let there = [("dossier", nummer.as_str())];
    let asked = ib.post(&format!("{second}/al-in-dossier"), &there).await;
    asked.assert_refused();
    asked.assert_says("de heer B. IJsbeer");
    let added = [
        ("naam", "de heer B. IJsbeer"),
        ("relatie", "gezagsouder"),
        ("van", "4-5-2020"),
        ("brondocument", "uittreksel"),
        ("adres", "Snavelstraat 5, 9921 AX Vogelwijk"),
    ];
    ib.fill(&format!("{child}/gegevens/persoon"), &added).await.assert_leads_to(&child);
    let kit = &toneel.proef.kit;
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let file = kit.dossier(&nummer).await;
    let receipts = file.brieven.iter().filter(|one| one.inhoud.soort == "ontvangstbevestiging_aanmelding");
    let to: Vec<Vec<u32>> = receipts.map(|one| one.inhoud.aan_personen.clone()).collect();
    assert_eq!(to, [vec![1], vec![2]]);
    ib.post(&format!("{second}/al-in-dossier"), &there).await.assert_leads_to("/aanmelden/van-buiten");
    let [told] = &toneel.mails().await[..] else { panic!("one mail") };
    assert!(told.tekst.contains("naar uw aanmelding gekeken"), "{}", told.tekst);
}

/// Given a child whose registration at the school has ended; when it is registered anew by the open form; then that is not said to stand in
/// its file, and nothing that was written is thrown away.
#[tokio::test]
async fn a_registration_goes_into_no_file_in_which_none_runs_any_more() {
    let toneel = Toneel::open().await;
    let known = toneel.proef.given(Verhaallijn::AanmeldingIngetrokken).await;
    let dossier = toneel.proef.kit.dossier(&known).await;
    let ib = toneel.proef.at_registration_of(&known, Rol::Ib).await;
    let toneel = Toneel { school: dossier.aanmeldingen[0].vestiging.to_string(), ..toneel };
    let child = dossier.leerling.as_ref().unwrap();
    let born = child.geboortedatum.to_string();
    let written = [
        ("roepnaam", child.roepnaam.as_str()),
        ("voorvoegsel", child.voorvoegsel.as_str()),
        ("achternaam", child.achternaam.as_str()),
        ("geboortedatum", born.as_str()),
    ];
    let link = toneel.written(&written).await;
    toneel.proef.nobody().post(&link, &[]).await;
    let list = ib.get("/aanmelden/van-buiten").await;
    let (_, rest) = list.body.split_once("href=\"/aanmelden/van-buiten/").expect("it came");
    let one = format!("/aanmelden/van-buiten/{}", rest.split('"').next().unwrap_or_default());
    let refused = ib.post(&format!("{one}/al-in-dossier"), &[("dossier", known.as_str())]).await;
    refused.assert_refused();
    refused.assert_says("In dit dossier loopt geen aanmelding bij uw school");
    assert!(toneel.mails().await.is_empty(), "nobody is told that it was recorded");
    ib.get(&one).await.assert_says("o@ijsbeer.example");
}

/// Given a school where nobody opens files; then its form is printed and nothing is kept or told.
#[tokio::test]
async fn a_school_that_nobody_reads_for_is_registered_with_on_paper() {
    let toneel = Toneel::open().await;
    let app = &toneel.proef.kit.app;
    let moment = toneel.proef.kit.moment();
    let school = toneel.school.parse::<base::Vestigingscode>().unwrap().organisatie();
    let day_before = base::dates::plus_days(moment.vandaag, -1).unwrap();
    let query = storage::AccountQuery {
        rol: Some("ib".to_owned()),
        ..storage::AccountQuery::all(school, moment.vandaag, storage::Page::first(50))
    };
    let log = storage::Handeling {
        at: moment.at,
        door: None,
        organisatie: None,
        handeling: "rol_beeindigd".to_owned(),
        onderwerp: "proef".to_owned(),
        toelichting: String::new(),
    };
    for row in app.storage.accounts_of(&query).await.unwrap().rows {
        for rol in row.rollen.iter().filter(|rol| rol.rol == "ib") {
            app.storage.end_rol(rol.id, day_before, &log).await.unwrap();
        }
    }
    let page = toneel.writes(&[]).await;
    page.assert_says("Print dit en breng het naar de school");
    assert!(toneel.mails().await.is_empty());
}

/// Given a child with whom no school could do anything; then it is refused before a mail goes out.
#[tokio::test]
async fn a_child_that_no_school_could_register_is_refused_at_once() {
    let toneel = Toneel::open().await;
    let today = toneel.proef.kit.moment().vandaag.to_string();
    for (veld, waarde) in [
        ("geboortedatum", "1-1-2099"),
        ("geboortedatum", "1-1-1931"),
        ("geboortedatum", today.as_str()),
        ("gewenst_per", "1-1-2001"),
    ] {
        toneel.writes(&[(veld, waarde)]).await.assert_refused();
    }
    toneel.writes(&[("ouders.1.naam", "")]).await.assert_silent_on("brondocument");
    assert!(toneel.mails().await.is_empty());
}

/// Given one row that cannot be read, and one that was dealt with and is put back in the database; then the others are there, the two
/// are in no list, and the page says that something is wrong.
#[tokio::test]
async fn a_row_that_is_damaged_or_was_put_back_takes_no_other_with_it() {
    let toneel = Toneel::open().await;
    let one = toneel.confirmed(&[]).await;
    let ib = toneel.ib().await;
    let app = &toneel.proef.kit.app;
    let school: base::Vestigingscode = toneel.school.parse().unwrap();
    let scope = storage::DraftScope {
        stream: storage::StreamId::school(&school),
        holder: school.organisatie(),
        persoon: None,
    };
    let number = one.rsplit('/').next().unwrap_or_default().to_owned();
    let form = format!("van-buiten/{number}");
    let [kept] = &app.storage.drafts(&scope, &form).await.unwrap()[..] else { panic!("one field") };
    let put = async |formulier: &str, waarde: &[u8]| {
        let draft = storage::NewDraft {
            scope: scope.clone(),
            formulier: formulier.to_owned(),
            veld: "inhoud".to_owned(),
            expected_version: 0,
            waarde: waarde.to_vec(),
            door: "systeem".parse().unwrap(),
            at: toneel.proef.kit.moment().at,
            unless_sent: None,
        };
        app.storage.put_draft(draft).await.unwrap();
    };
    put("van-buiten/kapot", b"{").await;
    let list = ib.get("/aanmelden/van-buiten").await;
    list.assert_says("Pim de IJsbeer");
    list.assert_says("niet te lezen");
    ib.post(&format!("{one}/geen-aanmelding"), &[("reden", "geen")]).await;
    put(&form, &kept.waarde).await;
    ib.get("/aanmelden/van-buiten").await.assert_silent_on("Pim");
    assert!(ib.get(&one).await.status.is_client_error());
}

/// Given one that nobody looks at; then the line on 'Vandaag' is late as a turn is, for who looks at them and for the directie.
#[tokio::test]
async fn what_waits_too_long_is_late_as_a_turn_is() {
    let toneel = Toneel::open().await;
    toneel.confirmed(&[]).await;
    let kit = &toneel.proef.kit;
    let row = async |rol| {
        let page = toneel.proef.as_(rol).await.get("/vandaag").await;
        let card = page.body.split("<h2>Van het open formulier</h2>").nth(1).expect("a card").to_owned();
        card.split("</section>").next().unwrap_or_default().to_owned()
    };
    assert!(!row(Rol::Ib).await.contains("te laat"));
    let days = u64::try_from(verband::grenzen::DAGEN_OM_TE_BEKIJKEN).unwrap();
    kit.zet(kit.moment().at + Duration::from_hours(24 * (days + 1)));
    for (rol, links) in [(Rol::Ib, true), (Rol::Directie, false)] {
        let row = row(rol).await;
        assert!(row.contains("1 dag te laat") && row.contains("een voorstel, geen wet"), "{row}");
        assert_eq!(row.contains("href=\"/aanmelden/van-buiten\""), links, "{row}");
    }
}

/// Given one that the school took over; then the file says that the authority was not looked at, until the school says what it saw.
#[tokio::test]
async fn who_wrote_it_stands_as_not_looked_at_until_the_school_says_what_it_saw() {
    let toneel = Toneel::open().await;
    let one = toneel.confirmed(&[]).await;
    let ib = toneel.ib().await;
    let form = ib.post(&format!("{one}/overnemen"), &[]).await.location().to_owned();
    let (number, day) =
        (one.rsplit('/').next().unwrap_or_default(), toneel.proef.kit.moment().vandaag.to_string());
    let done = ib.post(&form, &taken_over(number, &day)).await;
    done.assert_leads_to("/kind/");
    let child = done.location().split('/').take(3).collect::<Vec<_>>().join("/");
    let unseen = "gezag niet nagekeken";
    ib.get(&format!("{child}/gegevens")).await.assert_says(unseen);
    ib.get(&format!("{child}/aanmelding/1")).await.assert_says("gezag heeft, is nog niet nagekeken");
    ib.get(&format!("{child}/persoon/1/uitnodigen")).await.assert_says("Het gezag is niet nagekeken");
    ib.get("/vandaag").await.assert_says("Nakijken of wie het kind aanmeldde, gezag heeft");
    let check = format!("{child}/gegevens/gezag-nakijken");
    let asked = ib.get(&check).await;
    asked.assert_says("mevrouw O. IJsbeer: uittreksel");
    ib.fill(&check, &[("hoe", "")]).await.assert_refused();
    let seen = [("hoe", "Het paspoort van mevrouw IJsbeer en het gezagsregister.")];
    ib.fill(&check, &seen).await.assert_leads_to(&format!("{child}/gegevens"));
    ib.get(&format!("{child}/gegevens")).await.assert_silent_on(unseen);
    ib.get(&format!("{child}/aanmelding/1")).await.assert_silent_on("nog niet nagekeken");
    ib.get("/vandaag").await.assert_silent_on("Nakijken of wie het kind aanmeldde");
}

/// What a pupil of age writes of themselves; nobody has authority any more.
const ZELF: [(&str, &str); 9] = [
    ("wie", "leerling"),
    ("geboortedatum", "4-5-2008"),
    ("ouders.1.naam", ""),
    ("ouders.1.relatie", ""),
    ("ouders.2.naam", ""),
    ("ouders.2.relatie", ""),
    ("huidige_school", ""),
    ("onderwijs", "vo"),
    ("nu_naar_school", "geen"),
];

/// The form of a school for secondary education.
async fn secondary() -> Toneel {
    let toneel = Toneel::open().await;
    let schools = &toneel.proef.kit.regio.scholen;
    let vo = schools.iter().find(|school| school.school.schoolsoort == dossier::soort::Schoolsoort::Vo);
    let school = vo.expect("a school for secondary education").school.vestiging.to_string();
    Toneel { school, ..toneel }
}

/// What a pupil of age writes, with other words in one field.
fn zelf_met(veld: &'static str, waarde: &'static str) -> Vec<(&'static str, &'static str)> {
    let other = ZELF.iter().copied().filter(move |(known, _)| *known != veld);
    other.chain([(veld, waarde)]).collect()
}

/// A pupil names no people, so that nobody can be ticked and nobody is chosen either; and the form speaks to the pupil.
#[tokio::test]
async fn a_pupil_of_age_is_offered_no_secrecy_for_people_whom_the_form_does_not_ask() {
    let toneel = secondary().await;
    let form = toneel.writes(&zelf_met("straat", "")).await;
    for dead_end in [
        "Ja, voor een of meer van de ouders of voogden",
        "Mijn kind woont",
        "niet mag weten waar uw kind",
        "bij die persoon aan",
    ] {
        form.assert_silent_on(dead_end);
    }
    form.assert_says("Ik woon buiten Nederland");
    let of_one = toneel.writes(&zelf_met("geheim", "personen")).await;
    of_one.assert_refused();
    of_one.assert_says("Bel dan eerst de school en zeg voor wie");
    of_one.assert_silent_on("Vink bij de ouders");
    assert!(toneel.mails().await.is_empty());
}

/// Given a pupil of eighteen who registers; then no parent is asked, the address is, and the letter of receipt goes to the pupil. Given a parent
/// of that pupil; then the parent is told who registers, and given a pupil who is not of age likewise.
#[tokio::test]
async fn a_pupil_of_age_registers_without_parents_and_a_parent_is_told_so() {
    let toneel = secondary().await;
    let parent = toneel.writes(&[("geboortedatum", "4-5-2008"), ("onderwijs", "vo")]).await;
    parent.assert_refused();
    parent.assert_says("Dan meldt de leerling zichzelf aan");
    let young = toneel.writes(&zelf_met("geboortedatum", "4-5-2010")).await;
    young.assert_refused();
    young.assert_says("Wie nog geen 18 is, wordt aangemeld door");
    let nowhere = toneel.writes(&zelf_met("straat", "")).await;
    nowhere.assert_refused();
    nowhere.assert_says("Daar komt de brief van de school");
    nowhere.assert_silent_on("name=\"ouders.1.naam\"");
    let label =
        nowhere.body.split("for=\"veld-straat\"").nth(1).and_then(|rest| rest.split("</label>").next());
    assert!(!label.expect("the address is asked").contains("niet-verplicht"), "{label:?}");
    for words in ["Hier meldt u uw kind", "over uw kind weet", "als 'uzelf'"] {
        nowhere.assert_silent_on(words);
    }
    assert!(toneel.mails().await.is_empty());
    let link = toneel.written(&ZELF).await;
    toneel.proef.nobody().post(&link, &[]).await.assert_says("De school kreeg uw aanmelding op");
    let school: base::Vestigingscode = toneel.school.parse().unwrap();
    let ib = toneel.proef.browser(&toneel.proef.kit.as_at(Rol::Ib, &school.organisatie())).await;
    let list = ib.get("/aanmelden/van-buiten").await;
    let (_, rest) = list.body.split_once("href=\"/aanmelden/van-buiten/").expect("it came");
    let number = rest.split('"').next().unwrap_or_default();
    let one = format!("/aanmelden/van-buiten/{number}");
    let put_aside = ib.get(&one).await;
    put_aside.assert_says("Ik ben zelf de leerling");
    put_aside.assert_silent_on("leest de reden per e-mail");
    let form = ib.post(&format!("{one}/overnemen"), &[]).await.location().to_owned();
    let day = toneel.proef.kit.moment().vandaag.to_string();
    let along = [("van_buiten", number), ("ontvangen_op", day.as_str())];
    let of_school =
        GESCHREVEN.iter().filter(|(veld, _)| ZELF.iter().all(|(own, _)| own != veld) && *veld != "e_mail");
    let sent: Vec<(&str, &str)> = of_school
        .copied()
        .chain(ZELF.iter().copied().filter(|(veld, _)| *veld != "wie"))
        .chain(along)
        .collect();
    let done = ib.post(&form, &sent).await;
    done.assert_leads_to("/kind/");
    let nummer: base::DossierNummer = done.location().split('/').nth(2).unwrap().parse().unwrap();
    // The school invites the pupil, and is offered nothing that it does with parents.
    let receipt = ib.get(done.location()).await;
    receipt.assert_says("De leerling uitnodigen");
    receipt.assert_says(&format!("/kind/{nummer}/persoon/0/uitnodigen"));
    receipt.assert_silent_on("Er staan nog geen ouders in dit dossier");
    let data = ib.get(&format!("/kind/{nummer}/gegevens")).await;
    data.assert_silent_on("Niemand met gezag is bereikbaar");
    data.assert_silent_on("bij pleegouders woont");
    // Nobody claimed to have authority, so that there is nothing to look at.
    ib.get(&format!("/kind/{nummer}/aanmelding/1")).await.assert_silent_on("gezag heeft");
    ib.get("/vandaag").await.assert_silent_on("Nakijken of wie het kind aanmeldde, gezag heeft");
    let kit = &toneel.proef.kit;
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let file = kit.dossier(&nummer).await;
    assert!(file.personen.is_empty(), "nobody has authority");
    let receipt = file.brieven.iter().find(|one| one.inhoud.soort == "ontvangstbevestiging_aanmelding");
    assert!(receipt.is_some(), "the pupil gets the letter of receipt");
    assert_eq!(file.leerling.expect("a pupil").adres.straat, "Snavelstraat 3");
    own_page_names_no_parents(&toneel, &ib, &nummer).await;
}

/// The own page speaks of no parents, who never stood in the file.
async fn own_page_names_no_parents(toneel: &Toneel, ib: &Browser, nummer: &base::DossierNummer) {
    let invite = format!("/kind/{nummer}/persoon/0/uitnodigen");
    let made = ib.fill(&invite, &[("geldig_tot_en_met", "20-12-2026")]).await;
    let code = made.body.split("name=\"code\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let code = (code.expect("a code"), "2008-05-04");
    let own = leerling_tests::with_code(&toneel.proef, code, "zelf@thuis.example").await;
    let page = own.get(&format!("/mijn/{nummer}")).await;
    page.assert_says("U bent meerderjarig en beslist zelf.");
    page.assert_silent_on("ouders lezen dit niet meer");
}
