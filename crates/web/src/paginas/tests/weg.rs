//! What holds for every form on the road: whoever typed is not in their own way, and a form without its version does nothing.

use std::time::Duration;

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use serde_json::json;

use super::api::parsed;
use crate::paginas::aanvraag::tests::hidden;
use crate::weg::proef::{Antwoord, Browser, Proef};

/// What a form sends along without showing it.
struct Verborgen(Vec<(String, String)>);

impl Verborgen {
    fn of(page: &Antwoord) -> Self {
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        Self(hidden(page))
    }

    fn text(&self, naam: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == naam);
        found.map(|(_, text)| text.as_str()).expect("the form says it")
    }

    /// The form as a browser sends it.
    async fn send(&self, browser: &Browser, address: &str, fields: &[(&str, &str)]) -> Antwoord {
        let own = self.0.iter().map(|(naam, text)| (naam.as_str(), text.as_str()));
        let all: Vec<(&str, &str)> = own.chain(fields.iter().copied()).collect();
        browser.post(address, &all).await
    }

    /// One field, as the script keeps it while somebody types.
    async fn keep(
        &self,
        browser: &Browser,
        draft: &str,
        (veld, versie, waarde): (&str, &str, &str),
    ) -> Antwoord {
        let (merk, geopend) = (self.text("merk"), self.text("geopend"));
        let fields =
            [("veld", veld), ("versie", versie), ("waarde", waarde), ("merk", merk), ("geopend", geopend)];
        browser.post(draft, &fields).await
    }
}

/// The clock of a test stands still of itself.
fn later(proef: &Proef) {
    proef.kit.zet(proef.kit.moment().at + Duration::from_secs(1));
}

#[tokio::test]
async fn what_the_script_keeps_between_opening_and_sending_is_no_clash_with_oneself() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let address = format!("/kind/{nummer}/aanmelding/1/verlengen");
    let draft = format!("/concept?formulier=verleng_beslistermijn-1&dossier={nummer}");
    let form = Verborgen::of(&ib.get(&address).await);
    for (versie, text) in [("0", "De toetsen"), ("1", "De toetsen duren")] {
        later(&proef);
        let kept = form.keep(&ib, &draft, ("reden", versie, text)).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    }
    let sent = form.send(&ib, &address, &[("weken", "2"), ("reden", "De toetsen duren langer.")]).await;
    sent.assert_leads_to(&format!("/kind/{nummer}/aanmelding/1"));
}

#[tokio::test]
async fn a_field_that_was_on_its_way_when_its_form_was_sent_is_no_draft_of_what_is_done() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let address = format!("/kind/{nummer}/aanmelding/1/verlengen");
    let draft = format!("/concept?formulier=verleng_beslistermijn-1&dossier={nummer}");
    let form = Verborgen::of(&ib.get(&address).await);
    later(&proef);
    form.send(&ib, &address, &[("weken", "2"), ("reden", "De toetsen duren langer.")])
        .await
        .assert_leads_to("/kind/");
    let late = form.keep(&ib, &draft, ("reden", "0", "De toetsen duren lan")).await;
    assert_eq!(late.status, StatusCode::GONE, "{}", late.body);
    late.assert_says("al verstuurd");
    let kept = ib.get(&format!("/api/v1/dossiers/{nummer}/concepten/verleng_beslistermijn-1")).await;
    assert_eq!(parsed(&kept)["velden"], json!([]));
}

#[tokio::test]
async fn what_was_typed_of_one_child_does_not_come_back_in_the_form_of_the_next() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let draft = "/concept?formulier=aanmelden";
    let child = [
        ("roepnaam", "Pim"),
        ("achternaam", "IJsbeer"),
        ("geboortedatum", "4-5-2020"),
        ("ouders.1.naam", "mevrouw O. IJsbeer"),
        ("ouders.1.relatie", "gezagsouder"),
        ("ouders.1.brondocument", "uittreksel gezagsregister"),
        ("geheim", "niemand"),
        ("ontvangen_op", "24-11-2026"),
    ];
    let form = Verborgen::of(&ib.get("/aanmelden").await);
    later(&proef);
    form.send(&ib, "/aanmelden", &child).await.assert_leads_to("/kind/");
    let late = form.keep(&ib, draft, ("roepnaam", "0", "Pim")).await;
    assert_eq!(late.status, StatusCode::GONE, "{}", late.body);
    later(&proef);
    let next = ib.get("/aanmelden").await;
    next.assert_silent_on("value=\"Pim\"");
    let kept = Verborgen::of(&next).keep(&ib, draft, ("roepnaam", "0", "Bo")).await;
    assert_eq!(kept.status, StatusCode::OK, "the form of the next child keeps: {}", kept.body);
    ib.get("/aanmelden").await.assert_says("value=\"Bo\"");
}

#[tokio::test]
async fn a_form_that_does_not_say_which_version_it_showed_is_refused_and_nothing_is_done() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let before = proef.kit.dossier(&nummer).await.versie;
    let address = format!("/kind/{nummer}/aanmelding/1/verlengen");
    for versie in [None, Some(""), Some("x"), Some("-1"), Some("1.0")] {
        let sent = versie.map(|versie| ("versie", versie)).into_iter();
        let fields: Vec<(&str, &str)> =
            sent.chain([("weken", "2"), ("reden", "De toetsen duren langer.")]).collect();
        let answer = ib.post(&address, &fields).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{versie:?}: {}", answer.body);
        answer.assert_says("bij welke stand van het dossier");
    }
    assert_eq!(proef.kit.dossier(&nummer).await.versie, before);
    ib.fill(&address, &[("weken", "2"), ("reden", "De toetsen duren langer.")])
        .await
        .assert_leads_to("/kind/");
}

const NOTE: [(&str, &str); 3] =
    [("school", "De Strandloper"), ("op", "2-11-2026"), ("gezegd", "Er was geen plaats.")];

#[tokio::test]
async fn what_a_parent_notes_for_themselves_stops_no_form_of_a_school_and_is_told_to_none() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let base = format!("/api/v1/dossiers/{nummer}");
    let (move_, extend) =
        (format!("/kind/{nummer}/gegevens/verhuizing"), format!("/kind/{nummer}/aanmelding/1/verlengen"));
    let (moved, extended) = (Verborgen::of(&ib.get(&move_).await), Verborgen::of(&ib.get(&extend).await));
    let seen = parsed(&ib.get(&base).await)["versie"].clone();
    ouder.fill(&format!("/mijn/{nummer}/contact"), &NOTE).await.assert_leads_to("/mijn/");
    let address =
        [("per", "1-11-2026"), ("straat", "Dijk 8"), ("postcode", "9999ZZ"), ("plaats", "Ochtendstad")];
    moved.send(&ib, &move_, &address).await.assert_leads_to(&format!("/kind/{nummer}/gegevens"));
    // What the school did itself since is another matter: it stands on the same child.
    let late = extended.send(&ib, &extend, &[("weken", "2"), ("reden", "De toetsen duren langer.")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    late.assert_says("Verhuisd");
    late.assert_silent_on("De Strandloper");
    late.assert_silent_on("niet ziet");
    // The same for a program.
    let body =
        json!({ "over": 1, "versie": seen, "velden": { "weken": 2, "reden": "De toetsen duren langer." } });
    let clash = ib.json(&format!("{base}/opdrachten/verleng_beslistermijn"), "een", &body).await;
    assert_eq!(clash.status, StatusCode::CONFLICT, "{}", clash.body);
    let seen = parsed(&ib.get(&base).await)["versie"].clone();
    ouder.fill(&format!("/mijn/{nummer}/contact"), &NOTE).await.assert_leads_to("/mijn/");
    let body =
        json!({ "over": 1, "versie": seen, "velden": { "weken": 2, "reden": "De toetsen duren langer." } });
    let done = ib.json(&format!("{base}/opdrachten/verleng_beslistermijn"), "twee", &body).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
}

#[tokio::test]
async fn what_happens_in_another_case_stops_no_form_and_what_happens_in_the_same_one_is_shown() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::VerwijderingVoorgenomen).await;
    let directie = proef.at_school_of(&nummer, Rol::Directie).await;
    let hear = format!("/kind/{nummer}/verwijdering/1/horen");
    let parents = proef.parents(&nummer).await;
    let came = || parents.iter().map(|name| (name.as_str(), "ja"));
    let mut heard =
        vec![("op", "24-11-2026"), ("ouders", "wij willen dat hij blijft"), ("leraar", "het lukt niet")];
    heard.extend(came());
    let (first, second) =
        (Verborgen::of(&directie.get(&hear).await), Verborgen::of(&directie.get(&hear).await));
    let suspend = [("van", "30-11-2026"), ("tot_en_met", "2-12-2026"), ("redenen", "gevochten op het plein")];
    directie.fill(&format!("/kind/{nummer}/schorsing/nieuw"), &suspend).await.assert_leads_to("/kind/");
    first.send(&directie, &hear, &heard).await.assert_leads_to(&format!("/kind/{nummer}/verwijdering/1"));
    let mut mine = vec![("op", "24-11-2026"), ("ouders", "wij gaan weg"), ("leraar", "het lukt niet")];
    mine.extend(came());
    let late = second.send(&directie, &hear, &mine).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    late.assert_says("wij gaan weg</textarea>");
    late.assert_says("Gehoord over de verwijdering");
    // Both windows are of one person, and the page says so.
    late.assert_says("U wijzigde dit dossier zelf net, in een ander venster");
    late.assert_silent_on("Iemand anders wijzigde dit dossier net");
}

#[tokio::test]
async fn what_the_script_keeps_while_the_form_is_kept_is_no_clash_with_oneself() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let address = format!("/kind/{nummer}/aanmelding/1/verlengen");
    let draft = format!("/concept?formulier=verleng_beslistermijn-1&dossier={nummer}");
    for round in 0..40 {
        let form = Verborgen::of(&ib.get(&address).await);
        let (half, whole) = (format!("De toetsen {round}"), format!("De toetsen duren langer, {round}."));
        let typed = [("reden", whole.as_str()), ("bewaar", "ja")];
        let keep = form.keep(&ib, &draft, ("reden", "0", half.as_str()));
        let (_, kept) = tokio::join!(keep, form.send(&ib, &address, &typed));
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "round {round}: {}", kept.body);
        ib.get(&address).await.assert_says(&whole);
        form.send(&ib, &address, &[("weggooien", "ja")]).await;
    }
}
