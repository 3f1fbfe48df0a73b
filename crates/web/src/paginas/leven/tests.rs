use axum::http::StatusCode;
use base::DossierNummer;
use base::dates::plus_days;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::leven::feiten::Overledene;
use dossier::soort::Relatie;
use dossier::{Dossier, Gebeurtenis, Inhoud};

use super::handelingen::Doen;
use crate::weg::proef::{Antwoord, Browser, Proef};

pub(super) struct Toneel {
    proef: Proef,
    pub(super) ib: Browser,
    pub(super) nummer: DossierNummer,
}

impl Toneel {
    pub(super) async fn of(verhaallijn: Verhaallijn) -> Self {
        let proef = Proef::start().await;
        let nummer = proef.given(verhaallijn).await;
        let ib = proef.at_school_of(&nummer, Rol::Ib).await;
        Self { proef, ib, nummer }
    }

    /// The same with a parent who uses a page.
    pub(super) async fn with_parent(verhaallijn: Verhaallijn) -> Self {
        let mut toneel = Self::of(verhaallijn).await;
        for _ in 0..20 {
            if toneel.proef.kit.ouder(&toneel.nummer).await.is_some() {
                return toneel;
            }
            toneel.nummer = toneel.proef.given(verhaallijn).await;
            toneel.ib = toneel.proef.at_school_of(&toneel.nummer, Rol::Ib).await;
        }
        panic!("no parent of {verhaallijn:?} has a page");
    }

    pub(super) fn proef(&self) -> &Proef {
        &self.proef
    }

    pub(super) async fn fill(&self, pad: &str, fields: &[(&str, &str)]) -> Antwoord {
        self.ib.fill(&format!("/kind/{}/{pad}", self.nummer), fields).await
    }

    pub(super) async fn page(&self) -> Antwoord {
        self.ib.get(&format!("/kind/{}/gegevens", self.nummer)).await
    }

    pub(super) async fn dossier(&self) -> Dossier {
        self.proef.kit.dossier(&self.nummer).await
    }

    /// Done, and the overview says so.
    pub(super) async fn done(&self, pad: &str, fields: &[(&str, &str)], says: &str) {
        let done = self.fill(pad, fields).await;
        done.assert_leads_to(&format!("/kind/{}/gegevens?na=", self.nummer));
        self.ib.get(done.location()).await.assert_says(says);
    }

    async fn number_of(&self, event_type: &str) -> u64 {
        let dossier = self.dossier().await;
        let last = dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == event_type);
        last.unwrap().volgnummer
    }
}

#[tokio::test]
async fn people_come_and_their_authority_changes() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let before = toneel.dossier().await.personen.len();
    let fields = [
        ("naam", "de heer P. Pelikaan"),
        ("relatie", "pleegouder"),
        ("van", "1-11-2026"),
        ("brondocument", "besluit van de rechter"),
    ];
    toneel.done("gegevens/persoon", &fields, "De persoon is toegevoegd.").await;
    let added = toneel.dossier().await.personen[before].nr;
    let foster = added.to_string();
    toneel
        .done(
            "gegevens/pleegzorg",
            &[("persoon", &foster), ("per", "2-11-2026")],
            "De pleegzorg is vastgelegd.",
        )
        .await;
    let change = [("relatie", "voogd"), ("per", "20-11-2026"), ("brondocument", "beschikking")];
    toneel
        .done(&format!("persoon/{added}/gezag"), &change, "De wijziging van het gezag is vastgelegd.")
        .await;
    assert_eq!(toneel.dossier().await.persoon(added).unwrap().relatie, Relatie::Voogd);
}

#[tokio::test]
async fn a_power_of_attorney_needs_an_end_and_the_text_stays() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let fields = [
        ("naam", "mevrouw T. Tureluur"),
        ("relatie", "gemachtigde"),
        ("van", "1-11-2026"),
        ("tot", ""),
        ("brondocument", "machtiging"),
    ];
    let page = toneel.fill("gegevens/persoon", &fields).await;
    page.assert_refused();
    page.assert_says("href=\"#veld-tot\"");
    page.assert_says("value=\"mevrouw T. Tureluur\"");
}

#[tokio::test]
async fn a_move_shows_the_partnership_and_a_new_name_replaces_the_old_one() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let postcode = toneel.proef.kit.school().school.postcode.as_ref().unwrap().to_string();
    let swv = toneel.proef.kit.school().school.swv_po.as_ref().unwrap().to_string();
    let fields = [
        ("per", "1-11-2026"),
        ("straat", "Dijk 8"),
        ("postcode", postcode.as_str()),
        ("plaats", "Ochtendstad"),
    ];
    let looked: Vec<(&str, &str)> = fields.into_iter().chain([("kijk", "ja")]).collect();
    toneel.fill("gegevens/verhuizing", &looked).await.assert_says("hoort bij Samenwerkingsverband");
    toneel.done("gegevens/verhuizing", &fields, "Dijk 8").await;
    assert_eq!(toneel.dossier().await.leerling.unwrap().adres.swv_po.unwrap().as_str(), swv);
    toneel.fill("gegevens/verhuizing", &[("per", "1-11-2026"), ("postcode", "")]).await.assert_refused();
    let name = [("per", "1-11-2026"), ("roepnaam", "Robin"), ("achternaam", "Zeehond"), ("geslacht", "")];
    toneel.done("gegevens/naam", &name, "Robin Zeehond").await;
}

#[tokio::test]
async fn an_address_is_made_secret_from_one_person_and_the_form_remembers_from_whom() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let nr = toneel.dossier().await.personen[0].nr;
    let from = format!("voor_persoon_{nr}");
    toneel
        .done(
            "gegevens/geheimhouding",
            &[("geheim", "ja"), (&from, "ja"), ("bron", "de ouder zelf")],
            "geheim voor",
        )
        .await;
    assert!(toneel.dossier().await.is_geheim_voor(nr));
    let form = toneel.ib.get(&format!("/kind/{}/gegevens/geheimhouding", toneel.nummer)).await;
    form.assert_says(&format!("name=\"{from}\" value=\"ja\" checked"));
    toneel
        .done(
            "gegevens/geheimhouding",
            &[("geheim", "nee"), ("bron", "de ouder zelf")],
            "De geheimhouding is vastgelegd.",
        )
        .await;
    assert!(toneel.dossier().await.geheimhouding.is_none());
}

#[tokio::test]
async fn above_every_page_of_a_file_stands_from_whom_its_places_are_secret() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let dossier = toneel.dossier().await;
    let of_page =
        dossier.personen.iter().find(|persoon| persoon.account.is_some()).expect("a parent with a page");
    let pages = ["", "/tijdlijn", "/gegevens", "/gegevens/naam", "/aanmelding/1", "/inzage"];
    let pages = pages.map(|below| format!("/kind/{}{below}", toneel.nummer));
    let quiet = "Zeg er niets over";
    for page in &pages {
        toneel.ib.get(page).await.assert_silent_on(quiet);
    }
    let from = format!("voor_persoon_{}", of_page.nr);
    let fields = [("geheim", "ja"), (from.as_str(), "ja"), ("bron", "de andere ouder")];
    toneel.done("gegevens/geheimhouding", &fields, "geheim voor").await;
    let said = format!("waar dit kind woont en naar school gaat, is geheim voor {}. Zeg", of_page.naam);
    let kijker = toneel.proef.kit.ouder(&toneel.nummer).await.unwrap();
    let parent = toneel.proef.browser(&kijker).await;
    for page in &pages {
        let read = toneel.ib.get(page).await;
        assert_eq!(read.status, StatusCode::OK, "{page}");
        read.assert_says(&said);
        parent.get(page).await.assert_silent_on(quiet);
    }
    parent.get(&format!("/mijn/{}", toneel.nummer)).await.assert_silent_on(quiet);
    let from_all = [("geheim", "ja"), ("bron", "de rechter")];
    toneel.done("gegevens/geheimhouding", &from_all, "het adres is geheim").await;
    for page in &pages {
        toneel.ib.get(page).await.assert_says("geheim voor iedereen buiten de school");
    }
}

#[tokio::test]
async fn a_parent_from_whom_the_place_is_secret_reads_the_name_of_no_school() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let kijker = toneel.proef.kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let parent = toneel.proef.browser(&kijker).await;
    let dossier = toneel.dossier().await;
    let own = dossier.personen.iter().find(|p| p.account.as_ref() == Some(&kijker.actor.persoon)).unwrap().nr;
    let school = dossier.aanmeldingen[0].schoolnaam.clone();
    let pages = ["/mijn/", "/kind/"].map(|path| format!("{path}{}", toneel.nummer));
    let timeline = format!("/kind/{}/tijdlijn", toneel.nummer);
    for page in pages.iter().chain([&timeline]) {
        parent.get(page).await.assert_says(&school);
    }
    let from = format!("voor_persoon_{own}");
    let fields = [("geheim", "ja"), (from.as_str(), "ja"), ("bron", "de andere ouder")];
    toneel.done("gegevens/geheimhouding", &fields, "geheim voor").await;
    for page in pages.iter().chain([&timeline]) {
        let read = parent.get(page).await;
        assert_eq!(read.status, StatusCode::OK, "{page}");
        read.assert_silent_on(&school);
        read.assert_says("de school");
    }
    // Lists are not for parents: they would tell it all the same.
    for list in ["/vandaag", "/vandaag.csv", "/vandaag-anderen.csv"] {
        let read = parent.get(list).await;
        read.assert_silent_on(&school);
        read.assert_silent_on(dossier.aanmeldingen[0].vestiging.as_str());
    }
    for list in ["/kinderen", "/kinderen.csv"] {
        assert_eq!(parent.get(list).await.status, StatusCode::FORBIDDEN, "{list}");
    }
    // Without a name it is secret from everybody outside the school and the partnership.
    let from_all = [("geheim", "ja"), ("bron", "de rechter")];
    toneel.done("gegevens/geheimhouding", &from_all, "het adres is geheim").await;
    assert!(toneel.dossier().await.is_geheim_voor(own));
    for page in pages.iter().chain([&timeline]) {
        parent.get(page).await.assert_silent_on(&school);
    }
}

/// Given a foster parent of the child, and somebody who stands by a parent; when the place is made secret from a parent; then that one
/// reads neither name: a carer's name is an address.
#[tokio::test]
async fn a_parent_from_whom_the_place_is_secret_reads_the_name_of_nobody_who_cares() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let kijker = toneel.proef.kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let parent = toneel.proef.browser(&kijker).await;
    let dossier = toneel.dossier().await;
    let own = dossier.personen.iter().find(|p| p.account.as_ref() == Some(&kijker.actor.persoon)).unwrap().nr;
    let from = format!("voor_persoon_{own}");
    let fields = [("geheim", "ja"), (from.as_str(), "ja"), ("bron", "de andere ouder")];
    toneel.done("gegevens/geheimhouding", &fields, "geheim voor").await;
    let carer = [
        ("naam", "mevrouw B. Steenuil-Hoogeland"),
        ("relatie", "pleegouder"),
        ("van", "1-11-2026"),
        ("brondocument", "besluit van de rechter"),
    ];
    toneel.done("gegevens/persoon", &carer, "De persoon is toegevoegd.").await;
    toneel.page().await.assert_says("Steenuil");
    for page in ["", "/gegevens", "/tijdlijn"] {
        let read = parent.get(&format!("/kind/{}{page}", toneel.nummer)).await;
        assert_eq!(read.status, StatusCode::OK, "{page}");
        read.assert_silent_on("Steenuil");
    }
    parent.get(&format!("/mijn/{}", toneel.nummer)).await.assert_silent_on("Steenuil");
}

#[tokio::test]
async fn the_number_of_a_child_is_taken_once_and_shown_nowhere() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let wrong = toneel.fill("gegevens/nummer", &[("pgn", "111222334")]).await;
    wrong.assert_refused();
    wrong.assert_silent_on("data-bewaren");
    toneel.done("gegevens/nummer", &[("pgn", "111 222 333")], "vastgelegd; wordt niet getoond").await;
    toneel.page().await.assert_silent_on("111222333");
    let fact = toneel.number_of("nummer_ontvangen").await;
    let form = toneel.ib.get(&format!("/kind/{}/verbeteren/{fact}", toneel.nummer)).await;
    assert_eq!(form.status, StatusCode::OK);
    form.assert_silent_on("111222333");
}

#[tokio::test]
async fn a_child_changes_group_and_leaves() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let enrolled = toneel.dossier().await.inschrijvingen.last().unwrap().van;
    let later = enrolled.max(toneel.proef.kit.moment().vandaag);
    toneel.proef.kit.zet_dag(later);
    let toneel = Toneel { ib: toneel.proef.at_school_of(&toneel.nummer, Rol::Ib).await, ..toneel };
    let day = later.to_string();
    toneel.done("gegevens/inschrijven", &[("per", &day), ("groep", "7b")], "7b").await;
    let form = toneel.ib.get(&format!("/kind/{}/gegevens/uitschrijven", toneel.nummer)).await;
    form.assert_says("Het kind staat ingeschreven op een andere school");
    form.assert_silent_on("het kind hoeft op die dag niet naar school");
    // Why stands in one law, and from which day in the decree of the school.
    form.assert_says("om een reden die de wet noemt (art. 10 Leerplichtwet 1969)");
    form.assert_says("voor het laatst bezocht, of van 31 juli");
    form.assert_says("(art. 10 Besluit bekostiging WPO 2022)");
    // It is asked, but of one ground: the label says so, and not that it need not be filled in.
    form.assert_says("Wat zag u? <span class=\"niet-verplicht\">(niet na een overlijden)</span>");
    let asked = toneel.dossier().await.personen[0].nr.to_string();
    let seen = "De nieuwe school stuurde een bewijs van inschrijving.";
    let leaves = plus_days(later, 7).unwrap().to_string();
    let filled = [
        ("per", leaves.as_str()),
        ("grond", "andere_school"),
        ("blijkt", seen),
        ("verzoek_van", asked.as_str()),
    ];
    toneel.done("gegevens/uitschrijven", &filled, "Het kind is uitgeschreven.").await;
    // It is a pupil until then: below its name and at its place stands until when.
    for pad in ["", "/gegevens"] {
        let page = toneel.ib.get(&format!("/kind/{}{pad}", toneel.nummer)).await;
        page.assert_says("leerling tot en met");
    }
}

#[tokio::test]
async fn a_death_is_recorded_in_calm_words_and_stops_everything() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let form = toneel.ib.get(&format!("/kind/{}/gegevens/overlijden", toneel.nummer)).await;
    form.assert_says("Wat verdrietig. U hoeft hier alleen de datum in te vullen.");
    let nr = toneel.dossier().await.personen[0].nr;
    toneel
        .done(
            &format!("persoon/{nr}/overlijden"),
            &[("op", "20-11-2026")],
            "Er gaan geen brieven meer naar deze persoon.",
        )
        .await;
    toneel
        .done(
            "gegevens/overlijden",
            &[("op", "22-11-2026")],
            "Er gaan geen brieven of herinneringen meer uit.",
        )
        .await;
    let dossier = toneel.dossier().await;
    assert!(dossier.overleden_op.is_some() && dossier.beurten().is_empty());
    let fact = dossier.feiten.iter().rev().find(|feit| {
        matches!(&feit.inhoud, Inhoud::Leesbaar(Gebeurtenis::Overleden(event)) if event.wie == Overledene::Leerling)
    });
    let back = format!("verbeteren/{}", fact.unwrap().volgnummer);
    toneel.done(&back, &[("waarom", "verkeerde leerling")], "Het is verbeterd.").await;
    assert!(toneel.dossier().await.overleden_op.is_none());
}

#[tokio::test]
async fn a_parent_who_forgot_the_password_gets_in_by_a_new_code_of_the_school() {
    // Given a parent with a page of their own.
    let toneel = Toneel::of(Verhaallijn::TlvVerleendBekend).await;
    let dossier = toneel.dossier().await;
    let parent = dossier.personen.iter().find(|one| one.account.is_some()).expect("one has a page");
    toneel.page().await.assert_says("Wachtwoord vergeten?");
    // When the school makes a code.
    let page = format!("/kind/{}/persoon/{}/wachtwoordcode", toneel.nummer, parent.nr);
    toneel.ib.get(&page).await.assert_says("Code maken");
    let code_on = |made: &Antwoord| {
        let code =
            made.body.split("<b>").find_map(|rest| rest.split("</b>").next().filter(|text| text.len() == 19));
        code.expect("a code").to_owned()
    };
    let earlier = code_on(&toneel.ib.post(&page, &[]).await);
    let made = toneel.ib.post(&page, &[]).await;
    made.assert_says("Deze code staat alleen nu op uw scherm.");
    made.assert_says("leerrecht.example/code/wachtwoord");
    let code = code_on(&made);
    // Then the letter for it is there to print, and is kept nowhere.
    made.assert_says("Brief maken om af te drukken");
    let letter = format!("/kind/{}/persoon/{}/wachtwoordbrief", toneel.nummer, parent.nr);
    let pdf = toneel.ib.post(&letter, &[("code", &code)]).await;
    assert!(pdf.status == StatusCode::OK && pdf.body.starts_with("%PDF"), "{}", pdf.body);
    let junk = toneel.ib.post(&letter, &[("code", "zomaar")]).await;
    assert_eq!(junk.status, StatusCode::UNPROCESSABLE_ENTITY);
    // No letter of the school prints a code that was not made, or that a later one ended.
    for other in ["AAAA-BBBB-CCCC-DDDD", earlier.as_str()] {
        let forged = toneel.ib.post(&letter, &[("code", other)]).await;
        assert_eq!(forged.status, StatusCode::NOT_FOUND, "{other}");
    }
    let born = dossier.leerling.as_ref().unwrap().geboortedatum;
    let (right, wrong) = (born.to_string(), "2001-01-01".to_owned());
    // Then that code and the birth date give a new password and the page, once; an earlier code and a guess do not.
    let at_home = toneel.proef.nobody();
    let choose = async |code: &str, born: &str| {
        let password = "de futen dansen op het water";
        let fields =
            [("code", code), ("geboortedatum", born), ("wachtwoord", password), ("nogmaals", password)];
        at_home.post("/code/wachtwoord", &fields).await
    };
    for (code, born) in [(&code, &wrong), (&earlier, &right)] {
        assert_eq!(choose(code, born).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // Who types it where a first code is asked is led to the form of a new password, and keeps what was typed.
    let led = at_home.post("/code", &[("code", &code), ("geboortedatum", &right)]).await;
    led.assert_says("Dit is een code voor een nieuw wachtwoord.");
    led.assert_says("action=\"/code/wachtwoord\"");
    led.assert_says(&code);
    choose(&code, &right).await.assert_leads_to("/");
    // Then the parent reads on the own page who made it, and that it was used.
    let account = parent.account.clone().unwrap();
    let own = toneel.proef.browser(&toneel.proef.kit.ouder(&toneel.nummer).await.unwrap()).await;
    assert_eq!(toneel.proef.kit.ouder(&toneel.nummer).await.unwrap().actor.persoon, account);
    let page = own.get("/account").await;
    page.assert_says("Codes voor een nieuw wachtwoord");
    page.assert_says("is een nieuw wachtwoord gekozen met een code van");
    assert_eq!(choose(&code, &right).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it works once");
    toneel.page().await.assert_silent_on(&code);
}

#[tokio::test]
async fn a_parent_is_invited_with_a_code_that_is_shown_once_and_a_letter() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let fields = [
        ("naam", "mevrouw T. Tureluur"),
        ("relatie", "voogd"),
        ("van", "1-11-2026"),
        ("brondocument", "beschikking"),
    ];
    toneel.done("gegevens/persoon", &fields, "Uitnodigen").await;
    let invited = toneel.dossier().await.personen.last().unwrap().nr;
    let address = format!("persoon/{invited}/uitnodigen");
    toneel.fill(&address, &[("geldig_tot_en_met", "1-1-2020")]).await.assert_refused();
    let page = toneel.fill(&address, &[("geldig_tot_en_met", "20-12-2026")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("Deze code staat alleen nu op uw scherm.");
    page.assert_says("leerrecht.example/code");
    let code =
        page.body.split("name=\"code\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(code.len(), 19);
    toneel.page().await.assert_silent_on(&code);
    toneel.page().await.assert_says("Opnieuw uitnodigen");
    let letter = format!("/kind/{}/persoon/{invited}/uitnodigingsbrief", toneel.nummer);
    let pdf = toneel.ib.post(&letter, &[("code", &code)]).await;
    assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.body);
    assert!(pdf.body.starts_with("%PDF"));
    let junk = toneel.ib.post(&letter, &[("code", "zomaar")]).await;
    assert_eq!(junk.status, StatusCode::UNPROCESSABLE_ENTITY);
    let forged = toneel.ib.post(&letter, &[("code", "AAAA-BBBB-CCCC-DDDD")]).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_written_down_wrong_is_put_right_with_the_reason() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    toneel.page().await.assert_says("Klopt er iets niet?");
    let opened = toneel.number_of("dossier_geopend").await;
    let path = format!("verbeteren/{opened}");
    let form = toneel.ib.get(&format!("/kind/{}/{path}", toneel.nummer)).await;
    let leerling = toneel.dossier().await.leerling.unwrap();
    form.assert_says(&format!("value=\"{}\"", leerling.achternaam));
    let born = leerling.geboortedatum.to_string();
    let fields = [
        ("roepnaam", "Bo"),
        ("voorvoegsel", ""),
        ("achternaam", "Bonte Kraai"),
        ("geslacht", ""),
        ("geboortedatum", born.as_str()),
        ("straat", "Dijk 8"),
        ("postcode", ""),
        ("plaats", ""),
    ];
    let without = toneel.fill(&path, &fields).await;
    without.assert_refused();
    without.assert_says("href=\"#veld-waarom\"");
    without.assert_says("value=\"Bonte Kraai\"");
    let right: Vec<(&str, &str)> = fields.into_iter().chain([("waarom", "verkeerd overgetypt")]).collect();
    toneel.done(&path, &right, "Bo Bonte Kraai").await;
    let registered = toneel.number_of("aangemeld").await;
    let elsewhere = toneel.ib.get(&format!("/kind/{}/verbeteren/{registered}", toneel.nummer)).await;
    elsewhere.assert_leads_to(&format!("/kind/{}/aanmelding/1/ontvangstdatum", toneel.nummer));
}

#[tokio::test]
async fn whoever_may_not_changes_nothing() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let directie = toneel.proef.at_school_of(&toneel.nummer, Rol::Directie).await;
    let overview = directie.get(&format!("/kind/{}/gegevens", toneel.nummer)).await;
    assert_eq!(overview.status, StatusCode::OK);
    overview.assert_silent_on("Er verandert iets");
    for path in
        ["gegevens/naam", "gegevens/overlijden", "persoon/1/gezag", "persoon/1/uitnodigen", "gegevens/nummer"]
    {
        let address = format!("/kind/{}/{path}", toneel.nummer);
        assert_eq!(directie.get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
        let answer = directie.post(&address, &[("versie", "1")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
    }
    let stranger = toneel.proef.as_(Rol::Loket).await;
    for path in ["gegevens", "gegevens/naam", "verbeteren/1"] {
        let address = format!("/kind/{}/{path}", toneel.nummer);
        assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    for path in ["gegevens/zomaar", "persoon/99/gezag", "persoon/1/zomaar", "verbeteren/9999"] {
        let address = format!("/kind/{}/{path}", toneel.nummer);
        assert_eq!(toneel.ib.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn every_form_about_a_life_opens_and_says_what_it_is() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    for doen in Doen::ALL {
        let form = toneel.ib.get(&format!("/kind/{}/gegevens/{}", toneel.nummer, doen.code())).await;
        assert_eq!(form.status, StatusCode::OK, "{}: {}", doen.code(), form.body);
        form.assert_says(&format!("<h1>{}</h1>", teksten::Taal::Nl.zeg(doen.tekst())));
    }
}

#[tokio::test]
async fn the_same_words_about_another_person_are_another_request() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let added = [
        ("naam", "de heer P. Pelikaan"),
        ("relatie", "pleegouder"),
        ("van", "1-11-2026"),
        ("brondocument", "besluit van de rechter"),
    ];
    toneel.fill("gegevens/persoon", &added).await.assert_leads_to("/kind/");
    let second = toneel.dossier().await.personen.last().unwrap().nr;
    let address = |nr: u32| format!("/kind/{}/persoon/{nr}/gezag", toneel.nummer);
    let form = toneel.ib.get(&address(1)).await;
    let fields = [
        ("versie", form.version()),
        ("relatie", "voogd"),
        ("per", "1-11-2026"),
        ("brondocument", "beschikking van de rechter"),
    ];
    toneel.ib.post(&address(1), &fields).await.assert_leads_to("/kind/");
    toneel.ib.post(&address(1), &fields).await.assert_leads_to("/kind/");
    let other = toneel.ib.post(&address(second), &fields).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.body);
}

#[tokio::test]
async fn a_second_press_on_belongs_no_more_answers_as_the_first() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let nr = toneel.dossier().await.personen[0].nr;
    let address = format!("/kind/{}/persoon/{nr}/gezag", toneel.nummer);
    let form = toneel.ib.get(&address).await;
    let fields = [
        ("versie", form.version()),
        ("relatie", "niet_meer"),
        ("per", "20-11-2026"),
        ("brondocument", "beschikking"),
    ];
    let first = toneel.ib.post(&address, &fields).await;
    first.assert_leads_to(&format!("/kind/{}/gegevens?na=gezag", toneel.nummer));
    let versie = toneel.dossier().await.versie;
    let second = toneel.ib.post(&address, &fields).await;
    second.assert_leads_to(first.location());
    assert_eq!(toneel.dossier().await.versie, versie, "done once");
    let other: Vec<(&str, &str)> = fields.into_iter().filter(|(naam, _)| *naam != "per").collect();
    assert_eq!(
        toneel.ib.post(&address, &other).await.status,
        StatusCode::NOT_FOUND,
        "another form is not that one"
    );
}

#[tokio::test]
async fn a_draft_keeps_the_fields_of_its_form_and_no_other() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let keep = async |form: &str, veld: &str| {
        let address = format!("/concept?formulier={form}&dossier={}", toneel.nummer);
        toneel.ib.post(&address, &[("veld", veld), ("versie", "0"), ("waarde", "x")]).await.status
    };
    for (form, veld) in [
        ("verhuis", "straat"),
        ("zet_geheimhouding", "voor_persoon_1"),
        ("schrijf_uit", "blijkt"),
        ("verbind_persoon", "e_mail"),
    ] {
        assert_eq!(keep(form, veld).await, StatusCode::OK, "{form} {veld}");
        assert_eq!(keep(form, "kleur").await, StatusCode::BAD_REQUEST, "{form}");
    }
    assert_eq!(keep("zet_geheimhouding", "voor_persoon_x").await, StatusCode::BAD_REQUEST);
}
