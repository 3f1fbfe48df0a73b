//! What users met: numbers that led nowhere, a page that counts down to nothing, a turn that the request did not show.

use app::dossiers::Uitvoering;
use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::algemeen::post::VerwerkPost;
use dossier::beurt::Zet;
use dossier::soort::{Bekendmakingswijze, Poststap};
use dossier::tlv::besluit::MaakBekend;

use crate::paginas::aanvraag::tests::{Toneel, send};
use crate::weg::proef::Proef;

#[tokio::test]
async fn a_number_of_the_register_opens_what_the_register_knows_also_when_the_file_is_closed() {
    let toneel = Toneel::of(Verhaallijn::TlvVerlopen).await;
    let number = toneel.request().await.verleend().expect("a declaration").nummer.clone();
    let decider = toneel.at_swv(Rol::Besluitnemer).await;
    let file = format!("/kind/{}", toneel.nummer);
    assert_eq!(decider.get(&toneel.page()).await.status, StatusCode::NOT_FOUND, "nothing of it runs there");
    let register = decider.get("/register").await;
    register.assert_says(&format!("/register/{number}"));
    // Of leerwegondersteunend onderwijs a partnership gives an aanwijzing, which stands here too.
    register.assert_says("Register van verklaringen en aanwijzingen");
    let page = decider.get(&format!("/register/{number}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("is voor u gesloten");
    page.assert_says(toneel.nummer.as_str());
    page.assert_silent_on(&file);
    page.assert_silent_on("Trek de verklaring in");
    page.assert_silent_on("is geheim");
    super::geheim::hide(&toneel.proef, &toneel.nummer, Vec::new()).await;
    let page = decider.get(&format!("/register/{number}")).await;
    page.assert_says("waar dit kind woont of naar school gaat, is geheim. Zeg er niets over");
    let query = storage::InzageQuery::newest(toneel.nummer.clone(), app::lijst::Page::first(1));
    let seen = toneel.proef.kit.app.storage.reads(&query).await.unwrap();
    assert_eq!(seen.rows[0].doel, "verklaring", "that somebody looked is on record");
    let desk = toneel.at_swv(Rol::Loket).await;
    desk.get(&format!("/register/{number}")).await.assert_silent_on("Leg vast dat de verklaring is verlopen");
    // Nothing is done with it from there.
    let end = decider.post(&format!("/register/{number}/intrekken"), &[]).await;
    assert!(end.status.is_client_error(), "{}", end.status);
}

#[tokio::test]
async fn a_declaration_in_the_register_says_from_whom_the_places_of_its_child_are_secret() {
    let toneel = Toneel::of(Verhaallijn::TlvGebruikt).await;
    let number = toneel.request().await.verleend().expect("a declaration").nummer.clone();
    let decider = toneel.at_swv(Rol::Besluitnemer).await;
    let page = format!("/register/{number}");
    decider.get(&page).await.assert_silent_on("Zeg er niets over");
    let person = toneel.proef.kit.dossier(&toneel.nummer).await.personen[0].clone();
    super::geheim::hide(&toneel.proef, &toneel.nummer, vec![person.nr]).await;
    let read = decider.get(&page).await;
    read.assert_says("is geheim");
    read.assert_says("Zeg er niets over");
}

#[tokio::test]
async fn a_decision_of_which_no_letter_left_is_called_so_for_who_sends_it_and_for_the_family() {
    let proef = Proef::start().await;
    let (nummer, kijker) = loop {
        let nummer = proef.given(Verhaallijn::TlvVerleend).await;
        if let Some(kijker) = proef.kit.ouder(&nummer).await {
            break (nummer, kijker);
        }
    };
    let (app, moment) = (&proef.kit.app, proef.kit.moment());
    let swv = proef.kit.dossier(&nummer).await.aanvragen[0].swv_organisatie();
    let loket = proef.kit.as_at(Rol::Loket, &swv);
    let known = MaakBekend { aanvraag: 1, op: moment.vandaag, wijze: Bekendmakingswijze::Post };
    app.execute(&loket, moment, &nummer, vec![known.into()], Uitvoering::default()).await.unwrap();
    assert!(app.make_open_letters(moment).await.unwrap().mislukt.is_empty());
    let (desk, parent) = (proef.browser(&loket).await, proef.browser(&kijker).await);
    let page = format!("/kind/{nummer}/aanvraag/1");
    let own = format!("/mijn/{nummer}");
    desk.get(&page).await.assert_says("volgens dit dossier is de brief nog niet weg");
    let read = parent.get(&own).await;
    read.assert_says("De brief is nog niet verstuurd.");
    read.assert_silent_on("Bezwaar maken kan tot en met");
    // One of its letters left: then it is made known, and the time runs.
    let letter = proef.kit.dossier(&nummer).await.brieven.last().expect("a letter").volgnummer;
    let left = VerwerkPost { volgnummer: letter, stap: Poststap::Post, op: moment.vandaag };
    app.execute(&loket, moment, &nummer, vec![left.into()], Uitvoering::default()).await.unwrap();
    desk.get(&page).await.assert_silent_on("nog niet weg");
    parent.get(&own).await.assert_says("Bezwaar maken kan tot en met");
}

#[tokio::test]
async fn a_request_that_was_taken_back_counts_down_to_nothing_and_no_expert_is_asked_about_it() {
    let toneel = Toneel::of(Verhaallijn::TlvAanvraagIngetrokken).await;
    let desk = toneel.at_swv(Rol::Loket).await;
    let page = desk.get(&toneel.page()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("er volgt geen besluit");
    page.assert_silent_on("Beslissen uiterlijk");
    page.assert_silent_on("Beloofd");
    toneel.ib().await.get(&format!("/kind/{}", toneel.nummer)).await.assert_says("er volgt geen besluit");
    let decided = toneel.proef.given(Verhaallijn::TlvVerleend).await;
    let queue = desk.get("/loket?toon=alles").await;
    for nummer in [&toneel.nummer, &decided] {
        queue.assert_silent_on(&format!("name=\"kies\" value=\"{nummer}/1\""));
    }
}

#[tokio::test]
async fn an_assignment_that_is_given_back_is_confirmed_and_the_desk_reads_who_and_why_where_its_turn_is() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let asked = toneel.request().await.toewijzingen[0].clone();
    let me = toneel.experts().await.into_iter().find(|expert| expert.actor.persoon == asked.persoon);
    let expert = toneel.proef.browser(&me.expect("an expert")).await;
    let back = toneel.below("deskundigen/1/einde");
    // The way is on the page to which the list leads, too.
    expert.get(&toneel.below("advies")).await.assert_says(&back);
    let done = expert.fill(&back, &[("reden", "Ik ken het gezin.")]).await;
    done.assert_leads_to("/advies?gedaan=teruggegeven");
    expert.get(done.location()).await.assert_says("De opdracht is teruggegeven.");
    let desk = toneel.at_swv(Rol::Loket).await;
    let page = desk.get(&toneel.page()).await;
    page.assert_says("Een andere deskundige kiezen");
    page.assert_says(&format!("{} ({}) geeft geen advies", asked.naam, asked.discipline.label()));
    page.assert_says("Ik ken het gezin.");
    let school = toneel.ib().await.get(&toneel.page()).await;
    school.assert_silent_on("Ik ken het gezin.");
}

#[tokio::test]
async fn a_form_without_fields_keeps_nothing_and_nothing_is_laid_before_it_was_filled_in() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let ib = toneel.ib().await;
    ib.get(&toneel.below("voorleggen")).await.assert_silent_on("name=\"bewaar\"");
    let page = ib.get(&toneel.page()).await;
    page.assert_says("Zodra u iets hebt ingevuld en bewaard");
    page.assert_silent_on(&toneel.below("voorleggen"));
    let typed = [("ondersteuningsbehoefte", "Een kleine groep.")];
    send(&ib, &toneel.page(), &toneel.page(), &typed).await.assert_leads_to(&toneel.page());
    ib.get(&toneel.page()).await.assert_says(&toneel.below("voorleggen"));
    // A form with fields can be kept as before.
    ib.get(&toneel.below("intrekken")).await.assert_says("name=\"bewaar\"");
}

#[tokio::test]
async fn the_turns_of_two_experts_are_told_apart_and_the_filter_has_what_is_there() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let ib = toneel.ib().await;
    let page = ib.get("/vandaag").await;
    for asked in &toneel.request().await.toewijzingen {
        page.assert_says(asked.discipline.label());
    }
    page.assert_says(&format!("value=\"{}\"", Zet::Adviseren.code()));
    page.assert_silent_on(&format!("value=\"{}\"", Zet::AanmeldingBeslissen.code()));
    let asked = toneel.request().await.toewijzingen[0].persoon.clone();
    let asked = toneel.experts().await.into_iter().find(|expert| expert.actor.persoon == asked);
    let expert = toneel.proef.browser(&asked.expect("an expert")).await;
    let page = expert.get("/vandaag").await;
    page.assert_says(&format!("value=\"{}\"", Zet::Adviseren.code()));
    page.assert_silent_on(&format!("value=\"{}\"", Zet::InspectieMelden.code()));
}

#[tokio::test]
async fn counts_are_told_per_process_in_order_and_lead_to_their_list() {
    let proef = Proef::start().await;
    for story in
        [Verhaallijn::GeweigerdGeenPlaats, Verhaallijn::TlvGeweigerdBekend, Verhaallijn::NetAangemeld]
    {
        proef.given(story).await;
    }
    let head = proef.as_(Rol::Directie).await;
    let page = head.get("/aantallen").await;
    page.assert_says("<h2>Aanmeldingen</h2>");
    let (_, registrations) = page.body.split_once("<h2>Aanmeldingen</h2>").unwrap();
    let begun = registrations.find("/kinderen?fase=aanmelding_ontvangen");
    let refused = registrations.find("/kinderen?fase=aanmelding_geweigerd");
    assert!(begun.is_some() && begun < refused, "{begun:?} {refused:?}");
    let list = head.get("/kinderen").await;
    list.assert_says("Aanmelding: geweigerd");
    list.assert_says("Verklaring: geweigerd");
}

#[tokio::test]
async fn a_privacy_officer_is_led_from_a_name_to_when_and_in_which_files_and_keeps_wrong_dates() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    assert_eq!(loket.get(&toneel.page()).await.status, StatusCode::OK);
    let officer = toneel.at_swv(Rol::PrivacyOfficer).await;
    let page = officer.get("/inzagen").await;
    page.assert_says("value=\"2026-11-25\"");
    let (_, link) = page.body.split_once("href=\"/inzagen/").expect("a name is a link");
    let address = format!("/inzagen/{}", link.split('"').next().unwrap().replace("&#38;", "&"));
    // Which files they are is told once it is on record why that is asked, and by nobody before.
    let before = officer.get(&address).await;
    before.assert_says("Waarom wilt u dit zien?");
    before.assert_silent_on(toneel.nummer.as_str());
    let file = address.replace('?', "/csv?");
    assert_eq!(officer.get(&file).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (path, asked) = address.split_once('?').unwrap();
    let fields: Vec<_> = asked.split('&').filter_map(|pair| pair.split_once('=')).collect();
    for nothing in ["x", ". . . . . . . . . . . .", "een vraag"] {
        let said = officer.post(path, &[&fields[..], &[("reden", nothing)]].concat()).await;
        assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY, "{nothing}");
        said.assert_says("href=\"#veld-reden\"");
    }
    let fields = [&fields[..], &[("reden", "een melding van een ouder")]].concat();
    let sent = officer.post(path, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let person = officer.get(&address).await;
    assert_eq!(person.status, StatusCode::OK, "{}", person.body);
    let logged = officer.get("/logboek?soort=inzagen_gevraagd").await;
    logged.assert_says("gevraagd wanneer iemand in welke dossiers keek");
    logged.assert_says("zonder lijsten");
    logged.assert_silent_on("een melding van een ouder");
    // That reason was for what was asked: with the lines of lists too it is another question.
    officer.get(&format!("{address}&lijsten=ja")).await.assert_says("Waarom wilt u dit zien?");
    person.assert_says(toneel.nummer.as_str());
    person.assert_silent_on(&format!("/kind/{}", toneel.nummer));
    officer.get(&file).await.assert_says("dag;tijd;dossier;wat;buiten_werktijd");
    // Of somebody who never looked for this partnership nothing is told, nor whether there is one.
    let stranger = toneel.proef.kit.as_(Rol::Directie).actor.persoon;
    for id in [stranger.as_str(), "00000000-0000-4000-8000-000000000001"] {
        let unknown = officer.get(&format!("/inzagen/{id}?{asked}")).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{}", unknown.body);
    }
    let long = format!("{path}?rol=loket&van=2020-11-25&tot=2026-11-25");
    let too_long = officer.get(&long).await;
    assert_eq!(too_long.status, StatusCode::UNPROCESSABLE_ENTITY, "{long}: {}", too_long.body);
    officer.get("/inzagen.csv").await.assert_says("naam;rol;dossiers");
    let wrong = officer.get("/inzagen?van=2026-11-20&tot=2026-11-10").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.assert_says("value=\"2026-11-20\"");
    wrong.assert_says("href=\"#veld-tot\"");
    assert_eq!(loket.get(&address).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn parents_are_led_to_a_request_once_it_can_be_read() {
    let proef = Proef::start().await;
    let mut told = std::collections::BTreeSet::new();
    for _ in 0..8 {
        let nummer = proef.given(Verhaallijn::TlvGestart).await;
        let laid = proef.kit.dossier(&nummer).await.aanvraag(1).unwrap().ligt_voor().is_some();
        let Some(kijker) = proef.kit.ouder(&nummer).await else { continue };
        let page = proef.browser(&kijker).await.get(&format!("/mijn/{nummer}")).await;
        let link = format!("/kind/{nummer}/aanvraag/1\"");
        if laid {
            page.assert_says(&link);
        } else {
            page.assert_silent_on(&link);
            page.assert_says("U kunt haar nog niet lezen");
        }
        told.insert(laid);
    }
    assert_eq!(told.len(), 2, "{told:?}: both were looked at");
}

#[tokio::test]
async fn parents_read_who_else_looked_and_find_their_own_looks_when_they_ask() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let parent = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent")).await;
    parent.get(&format!("/kind/{nummer}")).await;
    let list = format!("/kind/{nummer}/inzage");
    let page = parent.get(&list).await;
    page.assert_silent_on("ouders en leerling");
    page.assert_silent_on("<option value=\"beheerder\">");
    parent.get(&format!("{list}?ook-eigen=ja")).await.assert_says("ouders en leerling");
}

#[tokio::test]
async fn no_choice_with_a_meaning_is_made_for_somebody() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::BehoefteVast).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let asked = |body: &str, naam: &str| {
        let (_, at) = body.split_once(&format!("name=\"{naam}\"")).expect("the field");
        at.split_once("<option").expect("a choice").1.starts_with(" value=\"\"")
    };
    let offer = ib.get(&format!("/kind/{nummer}/aanmelding/1/aanbod")).await;
    assert!(asked(&offer.body, "andere_soort"), "{}", offer.body);
    let enrolled = proef.given(Verhaallijn::Ingeschreven).await;
    let ib = proef.at_school_of(&enrolled, Rol::Ib).await;
    let person = ib.get(&format!("/kind/{enrolled}/gegevens/persoon")).await;
    assert!(asked(&person.body, "relatie"), "{}", person.body);
    let boss = proef.as_(Rol::Organisatiebeheerder).await;
    assert!(asked(&boss.get("/accounts").await.body, "rol"));
}

#[tokio::test]
async fn a_college_is_told_its_own_partnership_and_its_own_act() {
    let proef = Proef::start().await;
    let college = proef.kit.regio.scholen.iter().find(|school| school.school.sector() == base::Sector::Vo);
    let organisatie = college.expect("a college").school.vestiging.organisatie();
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &organisatie)).await;
    let postcode = college.unwrap().school.postcode.as_ref().unwrap().to_string();
    let child = [
        ("roepnaam", "Pim"),
        ("achternaam", "IJsbeer"),
        ("geboortedatum", "4-5-2013"),
        ("straat", "Snavelstraat 3"),
        ("postcode", postcode.as_str()),
        ("plaats", "Vogelwijk"),
        ("ontvangen_op", "24-11-2026"),
        ("ouders.1.naam", "mevrouw O. IJsbeer"),
        ("ouders.1.relatie", "gezagsouder"),
        ("ouders.1.brondocument", "zegt het zelf"),
        ("geheim", "niemand"),
    ];
    let done = ib.post("/aanmelden", &child).await;
    let page = ib.get(done.location()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_silent_on("primair onderwijs");
    page.assert_silent_on("WPO");
}

#[tokio::test]
async fn who_asked_for_another_category_stands_on_that_request_and_asks_for_no_second_one() {
    let proef = Proef::start().await;
    let mut used = None;
    for _ in 0..12 {
        let nummer = proef.given(Verhaallijn::TlvGebruikt).await;
        let dossier = proef.kit.dossier(&nummer).await;
        if let Some(now) = dossier.aanvraag(1).and_then(|aanvraag| aanvraag.verleend()?.categorie) {
            used = Some((nummer, now));
            break;
        }
    }
    let (nummer, now) = used.expect("a declaration with a category");
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let page = format!("/kind/{nummer}/aanvraag/1");
    ib.get(&page).await.assert_says("Een andere categorie vragen");
    let other = if now == 2 { "3" } else { "2" };
    let fields = [("categorie", other), ("reden", "De groep is kleiner dan gedacht.")];
    let done = ib.fill(&format!("{page}/categorie"), &fields).await;
    done.assert_leads_to(&format!("/kind/{nummer}/aanvraag/2?gedaan=categorie"));
    ib.get(done.location()).await.assert_says("De groep is kleiner dan gedacht.");
    ib.get(&page).await.assert_silent_on("Een andere categorie vragen");
}
