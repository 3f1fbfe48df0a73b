//! Two people who do the same thing at the samenwerkingsverband, and one who sends a form twice.

use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};

use crate::paginas::aanvraag::tests::{Toneel, hidden};
use crate::weg::proef::{Antwoord, Browser};

/// Somebody else with the same role at the samenwerkingsverband that decides.
async fn colleague(toneel: &Toneel, rol: Rol) -> Browser {
    let (kit, organisatie) = (&toneel.proef.kit, toneel.swv().await.organisatie());
    let first = NieuweRol { rol, organisatie: organisatie.clone(), groep: None, van: None, tot: None };
    let (naam, e_mail) = ("B. Zeester".to_owned(), "b.zeester@swv.example".to_owned());
    let nieuw = NieuwAccount { naam, e_mail, rol: first };
    let given = kit.app.geef_toegang(Beheer::Machine, &nieuw, kit.moment()).await.unwrap();
    toneel.proef.browser(&Kijker::from(Actor { persoon: given.account, rol, organisatie })).await
}

/// Sends what stood hidden in the form of a page, with these fields.
async fn post(browser: &Browser, form: &Antwoord, to: &str, fields: &[(&str, &str)]) -> Antwoord {
    // The address of the draft holds an ampersand, which a browser reads as one.
    let hidden: Vec<(String, String)> =
        hidden(form).into_iter().map(|(name, value)| (name, value.replace("&#38;", "&"))).collect();
    let along = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<(&str, &str)> = along.chain(fields.iter().copied()).collect();
    browser.post(to, &all).await
}

/// One form on a request: the story in which it can be sent, whose it is, its page below the request, and what is typed by the
/// first and by the second.
struct Geval<'a> {
    story: Verhaallijn,
    rol: Rol,
    stap: &'a str,
    first: &'a [(&'a str, &'a str)],
    second: &'a [(&'a str, &'a str)],
    /// What the second typed, as the page gives it back.
    typed: &'a str,
    /// What happened, as the timeline tells it.
    nieuws: &'a str,
}

/// Opened by two: the first sends it twice and is answered alike, the second is told what happened, reads what was typed,
/// and is not asked to send again what cannot be.
async fn once_and_over(geval: &Geval<'_>) -> Antwoord {
    let toneel = Toneel::of(geval.story).await;
    let address = toneel.below(geval.stap);
    let first = toneel.at_swv(geval.rol).await;
    let second = colleague(&toneel, geval.rol).await;
    let (mine, theirs) = (first.get(&address).await, second.get(&address).await);
    assert_eq!((mine.status, theirs.status), (StatusCode::OK, StatusCode::OK), "{address}: {}", mine.body);
    post(&first, &mine, &address, geval.first).await.assert_leads_to(&toneel.page());
    let versie = toneel.proef.kit.dossier(&toneel.nummer).await.versie;
    post(&first, &mine, &address, geval.first).await.assert_leads_to(&toneel.page());
    let late = post(&second, &theirs, &address, geval.second).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    late.assert_says("Iemand anders wijzigde dit dossier net");
    late.assert_says("dit formulier kan nu niet meer worden verstuurd");
    late.assert_says(geval.nieuws);
    late.assert_says(geval.typed);
    late.assert_silent_on("verstuur het formulier opnieuw");
    late.assert_silent_on("<button class=\"knop\">");
    assert_eq!(toneel.proef.kit.dossier(&toneel.nummer).await.versie, versie, "{}", geval.stap);
    late
}

#[tokio::test]
async fn what_came_outside_is_recorded_once_and_the_second_stays_on_the_same_form() {
    let geval = Geval {
        story: Verhaallijn::TlvAanvulling,
        rol: Rol::Loket,
        stap: "aanvulling",
        first: &[("antwoorden", "Het rapport kwam per post."), ("op", "25-11-2026")],
        second: &[("antwoorden", "Het rapport is gebeld door de ib."), ("op", "25-11-2026")],
        typed: "Het rapport is gebeld door de ib.",
        nieuws: "<ul><li>",
    };
    let late = Box::pin(once_and_over(&geval)).await;
    late.assert_says("<h1>Aanvulling verwerken</h1>");
    late.assert_silent_on("Om aanvulling vragen");
}

#[tokio::test]
async fn a_decision_is_made_known_once_and_the_second_is_told_so() {
    let geval = Geval {
        story: Verhaallijn::TlvVerleend,
        rol: Rol::Loket,
        stap: "bekendmaken",
        first: &[("op", "25-11-2026"), ("wijze", "post")],
        second: &[("op", "25-11-2026"), ("wijze", "uitgereikt")],
        typed: "<dd>uitgereikt</dd>",
        nieuws: "<ul><li>",
    };
    Box::pin(once_and_over(&geval)).await.assert_says("<h1>Het besluit bekendmaken</h1>");
}

#[tokio::test]
async fn more_is_asked_once_and_who_is_second_is_not_invited_to_ask_again() {
    let geval = Geval {
        story: Verhaallijn::TlvAangevraagd,
        rol: Rol::Loket,
        stap: "aanvulling",
        first: &[("wat", "Het plan"), ("waarom", "Te weinig ingevuld."), ("tot_en_met", "9-12-2026")],
        second: &[
            ("wat", "De toetsen"),
            ("waarom", "Zonder toetsen kan het niet."),
            ("tot_en_met", "9-12-2026"),
        ],
        typed: "Zonder toetsen kan het niet.",
        nieuws: "<ul><li>",
    };
    let late = Box::pin(once_and_over(&geval)).await;
    late.assert_says("<h1>Om aanvulling vragen</h1>");
    late.assert_says("wacht op aanvulling");
}

#[tokio::test]
async fn a_decision_is_taken_once_and_who_is_second_reads_the_own_reasons() {
    let decision = |reason| {
        [
            ("uitspraak", "weiger"),
            ("reden_besluit", reason),
            ("afwijking", "Het is te vroeg."),
            ("eerder", "De ouders belden: zij zijn het eens."),
            ("beslis", "ja"),
        ]
    };
    let geval = Geval {
        story: Verhaallijn::TlvGeadviseerd,
        rol: Rol::Besluitnemer,
        stap: "besluit",
        first: &decision("Een gewone klas past nu beter."),
        second: &decision("De school kan zelf meer doen."),
        typed: "De school kan zelf meer doen.",
        nieuws: "<ul><li>",
    };
    let toneel = Toneel::of(geval.story).await;
    let address = toneel.below(geval.stap);
    let first = toneel.at_swv(geval.rol).await;
    let second = colleague(&toneel, geval.rol).await;
    let (mine, theirs) = (first.get(&address).await, second.get(&address).await);
    post(&first, &mine, &address, geval.first).await.assert_leads_to(&toneel.page());
    let versie = toneel.proef.kit.dossier(&toneel.nummer).await.versie;
    post(&first, &mine, &address, geval.first).await.assert_leads_to(&toneel.page());
    // Until it is made known a decision can be taken anew: the second is told of the first, and may still decide otherwise.
    let late = post(&second, &theirs, &address, geval.second).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.body);
    for said in ["<h1>Beslissen</h1>", "Iemand anders wijzigde dit dossier net", geval.nieuws, geval.typed] {
        late.assert_says(said);
    }
    assert_eq!(toneel.proef.kit.dossier(&toneel.nummer).await.versie, versie);
}
