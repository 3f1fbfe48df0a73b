use axum::http::StatusCode;
use dossier::Rol;

use crate::weg::proef::{Antwoord, Browser, Proef};

mod rijen;

/// A child with one parent, as it is typed.
const KIND: [(&str, &str); 10] = [
    ("roepnaam", "Pim"),
    ("voorvoegsel", "de"),
    ("achternaam", "IJsbeer"),
    ("geboortedatum", "4-5-2020"),
    ("straat", "Snavelstraat 3"),
    ("plaats", "Vogelwijk"),
    ("ouders.1.naam", "mevrouw O. IJsbeer"),
    ("ouders.1.relatie", "gezagsouder"),
    ("ouders.1.brondocument", "uittreksel gezagsregister"),
    ("geheim", "niemand"),
];

async fn register(ib: &Browser, more: &[(&str, &str)]) -> Antwoord {
    let fields: Vec<(&str, &str)> = KIND.into_iter().chain(more.iter().copied()).collect();
    ib.post("/aanmelden", &fields).await
}

#[tokio::test]
async fn a_child_is_registered_and_the_page_says_until_when_and_why() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let form = ib.get("/aanmelden").await;
    form.assert_says("value=\"2026-11-25\"");
    form.assert_says("data-bewaren=\"/concept?formulier=aanmelden\"");
    let more = [
        ("ontvangen_op", "24-11-2026"),
        ("gewenst_per", "7-12-2026"),
        ("andere_scholen", "De Kikker\n\nDe Libel"),
        ("ouders.2.naam", "de heer B. IJsbeer"),
        ("ouders.2.relatie", "gezagsouder"),
        ("ouders.2.brondocument", "zegt het zelf"),
    ];
    let done = register(&ib, &more).await;
    done.assert_leads_to("/kind/2026-");
    ib.get(done.location()).await.assert_says("De ontvangstbrief wordt nu gemaakt.");
    proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
    let page = ib.get(done.location()).await;
    page.assert_says("Pim de IJsbeer is aangemeld bij");
    page.assert_says("Tot wanneer is er tijd om te beslissen?");
    page.assert_says("lid 6 WPO");
    page.assert_says("De aanmelding is gewoon geldig.");
    page.assert_says("Ontvangst van de aanmelding");
    page.assert_says("mevrouw O. IJsbeer");
    page.assert_says("de heer B. IJsbeer");
    page.assert_says("/persoon/2/uitnodigen");
    assert!(!done.location().contains("IJsbeer"), "no name in an address");
}

#[tokio::test]
async fn a_refused_registration_keeps_everything_with_each_error_beside_its_field() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let fields = [
        ("roepnaam", "Pim \"de snelle\""),
        ("geboortedatum", "31-2-2020"),
        ("ouders.1.naam", "mevrouw IJsbeer"),
        ("ouders.2.telefoon", "06-00000000"),
        ("toelichting_ouders", "hij hoort slecht"),
        ("postcode", "99AB"),
    ];
    let page = ib.post("/aanmelden", &fields).await;
    page.assert_refused();
    page.assert_says("value=\"Pim &#34;de snelle&#34;\"");
    page.assert_says("hij hoort slecht</textarea>");
    for field in
        ["achternaam", "geboortedatum", "postcode", "ouders-1-brondocument", "ouders-2-naam", "ontvangen_op"]
    {
        page.assert_says(&format!("href=\"#veld-{field}\""));
    }
    page.assert_says("value=\"06-00000000\"");
    let core = register(&ib, &[("ontvangen_op", "24-11-2026"), ("ouders.1.e_mail", "geen adres")]).await;
    core.assert_refused();
    core.assert_says("href=\"#veld-ouders-1-e_mail\"");
    let early = register(&ib, &[("ontvangen_op", "24-11-2099")]).await;
    early.assert_refused();
    early.assert_says("href=\"#veld-ontvangen_op\"");
}

#[tokio::test]
async fn a_child_that_may_be_known_is_shown_before_a_second_file_is_made() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let first = register(&ib, &[("ontvangen_op", "24-11-2026")]).await;
    first.assert_leads_to("/kind/");
    let known = first.location().split('/').nth(2).unwrap().to_owned();
    let page = register(&ib, &[("ontvangen_op", "25-11-2026"), ("andere_scholen", "De Kikker")]).await;
    page.assert_refused();
    page.assert_says("Is dit kind hier al bekend?");
    page.assert_says(&format!("/kind/{known}/aanmelding/nieuw"));
    page.assert_says("De Kikker</textarea>");
    page.assert_says("href=\"#veld-zeker_nieuw\"");
    let another = register(&ib, &[("ontvangen_op", "25-11-2026"), ("zeker_nieuw", "ja")]).await;
    another.assert_leads_to("/kind/");
    assert!(!another.location().contains(&known));
}

#[tokio::test]
async fn a_child_that_was_typed_a_little_otherwise_is_asked_about_and_twins_stay_two() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let typed = |otherwise: &[(&'static str, &'static str)]| {
        let told = otherwise.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        let kept = KIND.into_iter().filter(|(name, _)| !told.contains(name));
        kept.chain([("ontvangen_op", "24-11-2026")]).chain(otherwise.iter().copied()).collect::<Vec<_>>()
    };
    ib.post("/aanmelden", &typed(&[])).await.assert_leads_to("/kind/");
    let near: [&[(&str, &str)]; 12] = [
        // A longer or shorter given name, names that changed places, a twin: asked, and one tick.
        &[("roepnaam", "Pim Willem")],
        &[("roepnaam", "Pimmetje")],
        &[("roepnaam", "IJsbeer"), ("voorvoegsel", ""), ("achternaam", "Pim")],
        &[("roepnaam", "Roos")],
        // The same parent: another surname, or another day of birth.
        &[("roepnaam", "Willem"), ("voorvoegsel", ""), ("achternaam", "Zeehond")],
        &[("geboortedatum", "9-12-2018")],
        &[("voorvoegsel", "")],
        &[("achternaam", "Ysbeer")],
        &[("achternaam", "IJsber")],
        &[("geboortedatum", "5-4-2020")],
        &[("geboortedatum", "4-5-2021")],
        &[("voorvoegsel", ""), ("achternaam", "d\u{2019}IJsbeer")],
    ];
    for otherwise in near {
        let page = ib.post("/aanmelden", &typed(otherwise)).await;
        page.assert_refused();
        page.assert_says("Is dit kind hier al bekend?");
    }
    // A sister, and another child of that name with other parents.
    let other: [&[(&str, &str)]; 3] = [
        &[("roepnaam", "Roos"), ("geboortedatum", "9-12-2018")],
        &[("geboortedatum", "9-12-2017"), ("ouders.1.naam", "de heer B. Bruinbeer")],
        &[("roepnaam", "Roos"), ("zeker_nieuw", "ja")],
    ];
    for otherwise in other {
        ib.post("/aanmelden", &typed(otherwise)).await.assert_leads_to("/kind/");
    }
    // A twin with nearly the same name is asked about, and is a second child.
    let twin = [("roepnaam", "Pam"), ("zeker_nieuw", "ja")];
    ib.post("/aanmelden", &typed(&twin[..1])).await.assert_refused();
    ib.post("/aanmelden", &typed(&twin)).await.assert_leads_to("/kind/");
}

#[tokio::test]
async fn the_postcode_tells_which_partnerships_follow() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let school = &proef.kit.school().school;
    let postcode = school.postcode.as_ref().unwrap().to_string();
    let page = ib.post("/aanmelden", &[("postcode", &postcode), ("roepnaam", "Pim"), ("kijk", "ja")]).await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("hoort bij Samenwerkingsverband");
    page.assert_says("value=\"Pim\"");
    let unknown = ib.post("/aanmelden", &[("postcode", "1999 ZZ"), ("kijk", "ja")]).await;
    unknown.assert_says("nog niet bekend welk samenwerkingsverband");
}

#[tokio::test]
async fn what_was_typed_without_a_file_is_kept_for_whoever_typed_it() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    ib.post("/aanmelden", &[("roepnaam", "Pim"), ("bewaar", "ja")])
        .await
        .assert_leads_to("/aanmelden?na=bewaard");
    let form = ib.get("/aanmelden").await;
    form.assert_says("value=\"Pim\"");
    form.assert_says("Dit formulier is ingevuld met wat er op");
    ib.post("/aanmelden", &[("weggooien", "ja")]).await.assert_leads_to("/aanmelden");
    ib.get("/aanmelden").await.assert_silent_on("value=\"Pim\"");
    register(&ib, &[("ontvangen_op", "24-11-2026")]).await.assert_leads_to("/kind/");
    ib.get("/aanmelden").await.assert_silent_on("IJsbeer");
}

#[tokio::test]
async fn a_child_that_is_enrolled_already_gets_a_file_without_a_registration() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    ib.get("/aanmelden").await.assert_says("href=\"/aanmelden/ingeschreven/nieuw\"");
    let fields: Vec<(&str, &str)> = KIND.into_iter().chain([("per", "24-8-2026"), ("groep", "3")]).collect();
    let done = ib.post("/aanmelden/ingeschreven", &fields).await;
    done.assert_leads_to("/kind/2026-");
    let page = ib.get(done.location()).await;
    page.assert_says("Het dossier is geopend.");
    page.assert_says("groep 3");
}

#[tokio::test]
async fn only_the_intern_begeleider_of_a_school_opens_files() {
    let proef = Proef::start().await;
    for rol in [Rol::Leerkracht, Rol::Directie, Rol::Loket, Rol::Deskundige] {
        let somebody = proef.as_(rol).await;
        assert_eq!(somebody.get("/aanmelden").await.status, StatusCode::FORBIDDEN, "{rol}");
        let answer = somebody.post("/aanmelden", &KIND).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{rol}");
    }
}

/// How many files of this child the school has.
async fn files(ib: &Browser) -> usize {
    ib.get("/kinderen.csv").await.body.matches("IJsbeer").count()
}

#[tokio::test]
async fn a_registration_that_is_sent_twice_makes_one_file_and_leads_to_the_same_page() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let first = register(&ib, &[("ontvangen_op", "24-11-2026")]).await;
    first.assert_leads_to("/kind/2026-");
    let again = register(&ib, &[("ontvangen_op", "24-11-2026")]).await;
    again.assert_leads_to(first.location());
    assert_eq!(files(&ib).await, 1);
    let enrolled: Vec<(&str, &str)> =
        KIND.into_iter().chain([("per", "24-8-2026"), ("zeker_nieuw", "ja")]).collect();
    let first = ib.post("/aanmelden/ingeschreven", &enrolled).await;
    first.assert_leads_to("/kind/2026-");
    ib.post("/aanmelden/ingeschreven", &enrolled).await.assert_leads_to(first.location());
    assert_eq!(files(&ib).await, 2, "another child of that name");
}

#[tokio::test]
async fn six_identical_registrations_at_once_make_one_file() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let once = || register(&ib, &[("ontvangen_op", "24-11-2026")]);
    let answers: [Antwoord; 6] = tokio::join!(once(), once(), once(), once(), once(), once()).into();
    for answer in &answers {
        answer.assert_leads_to("/kind/2026-");
        assert_eq!(answer.location(), answers[0].location());
    }
    assert_eq!(files(&ib).await, 1);
}

#[tokio::test]
async fn a_registration_is_recorded_for_whoever_opened_the_form() {
    let proef = Proef::start().await;
    let (ib, director) = (proef.as_(Rol::Ib).await, proef.as_(Rol::Directie).await);
    let form = ib.get("/aanmelden").await;
    let merk =
        form.body.split("name=\"merk\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let more = [("ontvangen_op", "24-11-2026"), ("merk", merk.as_str())];
    assert!(register(&director, &more).await.status.is_client_error());
    let other = proef
        .kit
        .regio
        .scholen
        .iter()
        .find(|school| school.school.vestiging != proef.kit.school().school.vestiging);
    let colleague =
        proef.browser(&proef.kit.as_at(Rol::Ib, &other.unwrap().school.vestiging.organisatie())).await;
    let refused = register(&colleague, &more).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.body);
    refused.assert_says("geopend door iemand anders");
    assert_eq!(files(&colleague).await + files(&ib).await, 0);
    register(&ib, &more).await.assert_leads_to("/kind/2026-");
}

#[tokio::test]
async fn a_third_parent_with_authority_is_asked_about() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let three = [
        ("ontvangen_op", "24-11-2026"),
        ("ouders.2.naam", "de heer B. IJsbeer"),
        ("ouders.2.relatie", "gezagsouder"),
        ("ouders.2.brondocument", "zegt het zelf"),
        ("ouders.3.naam", "mevrouw C. IJsbeer"),
        ("ouders.3.relatie", "gezagsouder"),
        ("ouders.3.brondocument", "zegt het zelf"),
    ];
    let asked = register(&ib, &three).await;
    asked.assert_refused();
    asked.assert_says("href=\"#veld-zeker_gezag\"");
    asked.assert_says("art. 245 lid 3");
    let sure: Vec<_> = three.into_iter().chain([("zeker_gezag", "ja")]).collect();
    register(&ib, &sure).await.assert_leads_to("/kind/");
    // A guardian beside two parents is no third parent.
    let guardian = three.map(|(naam, waarde)| match naam {
        "ouders.3.relatie" => (naam, "voogd"),
        "ontvangen_op" => (naam, "23-11-2026"),
        _ => (naam, waarde),
    });
    let other: Vec<_> = guardian.into_iter().chain([("zeker_nieuw", "ja")]).collect();
    register(&ib, &other).await.assert_leads_to("/kind/");
}

#[tokio::test]
async fn who_registers_without_an_address_is_warned_and_led_to_it() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let bare: Vec<(&str, &str)> = KIND.into_iter().filter(|(naam, _)| *naam != "straat").collect();
    let without: Vec<_> = bare.into_iter().chain([("ontvangen_op", "25-11-2026")]).collect();
    let done = ib.post("/aanmelden", &without).await;
    done.assert_leads_to("/kind/");
    let page = ib.get(done.location()).await;
    page.assert_says("kan een brief niet op de post");
    page.assert_says("/gegevens/verhuizing");
}

#[tokio::test]
async fn from_whom_the_places_are_secret_is_asked_and_holds_from_the_first_letter_on() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let second = [
        ("ontvangen_op", "24-11-2026"),
        ("ouders.2.naam", "de heer B. IJsbeer"),
        ("ouders.2.relatie", "gezagsouder"),
        ("ouders.2.brondocument", "zegt het zelf"),
    ];
    // Nothing is chosen beforehand, and nothing goes out before it is answered.
    ib.get("/aanmelden").await.assert_silent_on("checked");
    let more: Vec<_> = second.into_iter().chain([("ouders.2.geheim", "ja")]).collect();
    let unasked: Vec<_> =
        KIND.into_iter().filter(|(naam, _)| *naam != "geheim").chain(more.iter().copied()).collect();
    let page = ib.post("/aanmelden", &unasked).await;
    page.assert_refused();
    page.assert_says("href=\"#veld-geheim\"");
    let contradicts = register(&ib, &more).await;
    contradicts.assert_refused();
    contradicts.assert_says("U vinkte bij een ouder of voogd aan dat het geheim is");
    let secret: Vec<_> = unasked.iter().copied().chain([("geheim", "personen")]).collect();
    let sourceless: Vec<_> = secret.iter().copied().chain([("geheim_bron", "")]).collect();
    let sourceless = ib.post("/aanmelden", &sourceless).await;
    sourceless.assert_refused();
    sourceless.assert_says("href=\"#veld-geheim_bron\"");
    let whole: Vec<_> = secret.into_iter().chain([("geheim_bron", "de moeder")]).collect();
    let done = ib.post("/aanmelden", &whole).await;
    done.assert_leads_to("/kind/2026-");
    let nummer = done.location().split('/').nth(2).unwrap().parse().unwrap();
    let dossier = proef.kit.dossier(&nummer).await;
    assert!(dossier.is_geheim_voor(2) && !dossier.is_geheim_voor(1));
    let at = |soort: &str| {
        let mut facts = dossier.feiten.iter();
        facts.position(
            |feit| matches!(&feit.inhoud, dossier::Inhoud::Leesbaar(event) if event.event_type() == soort),
        )
    };
    assert!(at("geheimhouding_gezet").unwrap() < at("aangemeld").unwrap());
}

#[tokio::test]
async fn a_registration_that_is_added_to_a_file_asks_it_too_unless_the_file_says_it() {
    let proef = Proef::start().await;
    // A pupil of a school for so is registered there for vso.
    let mut schools = proef.kit.regio.scholen.iter().map(|place| &place.school);
    let school = schools.find(|school| school.schoolsoort == dossier::soort::Schoolsoort::SoVso).unwrap();
    let ib = proef.browser(&proef.kit.as_at(Rol::Ib, &school.vestiging.organisatie())).await;
    let pupil = KIND.into_iter().filter(|(naam, _)| *naam != "geboortedatum");
    let pupil: Vec<_> = pupil
        .chain([
            ("geboortedatum", "4-5-2014"),
            ("per", "24-8-2026"),
            ("verklaring", "2024-00017, in het oude dossier"),
        ])
        .collect();
    let first = ib.post("/aanmelden/ingeschreven", &pupil).await;
    let nummer = first.location().split(['/', '?']).nth(2).unwrap().to_owned();
    let address = format!("/kind/{nummer}/aanmelding/nieuw");
    let form = ib.get(&address).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    form.assert_says("Geheim voor mevrouw O. IJsbeer");
    form.assert_silent_on("checked");
    let today = ("ontvangen_op", "25-11-2026");
    ib.fill(&address, &[today]).await.assert_says("href=\"#veld-geheim\"");
    let unnamed = [today, ("onderwijs", "vso"), ("geheim", "personen"), ("geheim_bron", "de moeder")];
    ib.fill(&address, &unnamed).await.assert_says("Vink bij de ouders of voogden aan voor wie het geheim is");
    let named: Vec<_> = unnamed.into_iter().chain([("voor_persoon_1", "ja")]).collect();
    let done = ib.fill(&address, &named).await;
    let dossier = proef.kit.dossier(&nummer.parse().unwrap()).await;
    done.assert_leads_to(&format!("/kind/{nummer}/aanmelding/1/bevestiging"));
    assert!(dossier.is_geheim_voor(1));
    let last: Vec<&str> = dossier.feiten.iter().rev().take(2).map(|feit| feit.inhoud.event_type()).collect();
    assert_eq!(last, ["aangemeld", "geheimhouding_gezet"]);
    ib.get(&address).await.assert_silent_on("name=\"geheim\"");
}

#[tokio::test]
async fn several_children_are_half_registered_side_by_side() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    ib.get("/aanmelden").await.assert_silent_on("andere kinderen");
    let keep = async |address: &str, name: &str| {
        ib.fill(address, &[("roepnaam", name), ("achternaam", "Zeehond"), ("bewaar", "ja")]).await
    };
    keep("/aanmelden", "Sam").await.assert_leads_to("/aanmelden?na=bewaard");
    let first = ib.get("/aanmelden").await;
    first.assert_says("value=\"Sam\"");
    first.assert_says("href=\"/aanmelden/nieuw\">Nog een kind");
    first.assert_says("U gaat verder met wat u bewaarde over Sam Zeehond.");
    ib.get("/aanmelden?bakje=2").await.assert_silent_on("value=\"Sam\"");
    keep("/aanmelden?bakje=2", "Mila").await.assert_leads_to("/aanmelden?bakje=2&na=bewaard");
    let second = ib.get("/aanmelden?bakje=2").await;
    second.assert_says("value=\"Mila\"");
    second.assert_says("href=\"/aanmelden\">Sam Zeehond</a>");
    ib.get("/aanmelden").await.assert_says("href=\"/aanmelden?bakje=2\">Mila Zeehond</a>");
    // Sending the one leaves the other.
    let all: Vec<(&str, &str)> =
        KIND.into_iter().chain([("ontvangen_op", "24-11-2026"), ("onderwijs", "")]).collect();
    ib.fill("/aanmelden?bakje=2", &all).await.assert_leads_to("/kind/");
    ib.get("/aanmelden?bakje=2").await.assert_silent_on("value=\"Mila\"");
    ib.get("/aanmelden").await.assert_says("value=\"Sam\"");
    ib.get("/aanmelden?bakje=9").await.assert_says("iets dat deze pagina niet kent");
}

#[tokio::test]
async fn the_menu_opens_an_empty_form_and_what_was_kept_stands_on_top_of_vandaag() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    ib.get("/vandaag").await.assert_says("href=\"/aanmelden/nieuw\"");
    ib.get("/aanmelden/nieuw").await.assert_leads_to("/aanmelden");
    let keep = async |address: &str, name: &str| {
        ib.fill(address, &[("roepnaam", name), ("achternaam", "Zeehond"), ("bewaar", "ja")]).await
    };
    keep("/aanmelden", "Sam").await.assert_leads_to("/aanmelden?na=bewaard");
    ib.get("/aanmelden/nieuw").await.assert_leads_to("/aanmelden?bakje=2");
    // Of children who are here already the drafts are others.
    ib.get("/aanmelden/ingeschreven/nieuw").await.assert_leads_to("/aanmelden/ingeschreven");
    keep("/aanmelden/ingeschreven", "Mila").await.assert_leads_to("/aanmelden/ingeschreven?na=bewaard");
    let today = ib.get("/vandaag").await;
    today.assert_says(
        "href=\"/aanmelden\">Een kind aanmelden<span class=\"verborgen\"> voor Sam Zeehond</span>",
    );
    today.assert_says("href=\"/aanmelden/ingeschreven\"");
    today.assert_says("Mila Zeehond");
    let place = |words: &str| today.body.find(words).unwrap_or_else(|| panic!("{words}: {}", today.body));
    assert!(place("Bewaard en nog niet vastgelegd") < place("U bent aan zet"));
    // Nobody else has them, and where there is no room for another it is said.
    proef.as_(Rol::Directie).await.get("/vandaag").await.assert_silent_on("Zeehond");
    for nr in 2..=5 {
        keep(&format!("/aanmelden?bakje={nr}"), "Bo").await.assert_leads_to("/aanmelden?bakje=");
    }
    ib.get("/aanmelden/nieuw").await.assert_leads_to("/aanmelden?na=vol");
    ib.get("/aanmelden?na=vol").await.assert_says("U bent al met vijf kinderen bezig");
}

/// Given a child of whom no address is known; then the form that asks for it speaks of no move, and a day stands in it already.
#[tokio::test]
async fn an_address_that_nobody_knew_is_filled_in_and_no_move() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let without = KIND.into_iter().filter(|(veld, _)| !["straat", "plaats"].contains(veld));
    let fields: Vec<(&str, &str)> = without.chain([("ontvangen_op", "24-11-2026")]).collect();
    let done = ib.post("/aanmelden", &fields).await;
    done.assert_leads_to("/kind/");
    let file = done.location().split('/').nth(2).unwrap().to_owned();
    ib.get(done.location()).await.assert_says("Vul het adres aan");
    let address = format!("/kind/{file}/gegevens/verhuizing");
    let form = ib.get(&address).await;
    form.assert_says("<h1>Het adres van het kind aanvullen</h1>");
    form.assert_says("value=\"2026-11-24\"");
    form.assert_silent_on("Het nieuwe adres");
    let given =
        [("per", "24-11-2026"), ("straat", "Dijk 8"), ("postcode", "9901 AB"), ("plaats", "Ochtendstad")];
    ib.fill(&address, &given).await.assert_leads_to("/kind/");
    ib.get(&address).await.assert_says("<h1>Een verhuizing vastleggen</h1>");
}

/// Given parents who ask a place from a Sunday; then the form to admit begins with the Monday after it.
#[tokio::test]
async fn the_first_day_that_is_proposed_is_a_school_day() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    let done = register(&ib, &[("ontvangen_op", "24-11-2026"), ("gewenst_per", "17-1-2027")]).await;
    done.assert_leads_to("/kind/2026-");
    let case = done.location().replace("/bevestiging", "");
    let form = proef.as_(Rol::Directie).await.get(&format!("{case}/toelaten")).await;
    form.assert_says("value=\"2027-01-18\"");
}
