//! What holds for every address: headers, forms of other sites, methods, errors as pages.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{Request, StatusCode};
use dossier::Rol;
use web::Settings;
use web::api::examples;
use web::paginas::addresses;

use crate::hulp::Programma;

/// Every address with a method: of a page what a browser sends and what it does not, of programs every operation.
fn every_request() -> Vec<(String, String)> {
    let others = ["/bestaat/niet", "/api/niets"];
    let pages = addresses().chain(others);
    let of_pages =
        pages.flat_map(|address| ["GET", "POST", "DELETE"].map(|method| (method, address.to_owned())));
    let of_programs =
        examples().flat_map(|(method, address, _)| [(method, address.clone()), ("PATCH", address)]);
    of_pages.chain(of_programs).map(|(method, address)| (method.to_uppercase(), address)).collect()
}

/// What everybody may see or send: the way in, what is about nobody, the look of the pages, and what leads on to a page that
/// asks who it is.
const OPEN: [&str; 19] = [
    "/",
    "/aanmelden-bij-een-school",
    "/aanmelden-bij-een-school/0000",
    "/activeer/0000",
    "/api",
    "/code",
    "/code/wachtwoord",
    "/demo",
    "/gezondheid",
    "/inloggen",
    "/loket/toewijzen",
    "/mijn/taal",
    "/static/0/stijl.css",
    "/stijl/accent/0b5a6f.css",
    "/toegang",
    "/uitloggen",
    "/wet",
    "/wet/aanmelding.beslistermijn",
    "/zoeken",
];

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_people() {
    let programma = Programma::start().await;
    for (method, address) in every_request() {
        let request = Request::builder().method(method.as_str()).uri(&address).body(Body::empty()).unwrap();
        let answer = programma.browser().send(request).await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
        ] {
            assert!(policy.contains(part), "{method} {address}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert_eq!(answer.header("strict-transport-security"), "", "no TLS here");
        let kept = answer.header("cache-control");
        let public = address.starts_with("/static/") || address.starts_with("/stijl/");
        assert!(kept == "no-store" || public, "{method} {address}: {kept}");
        assert_eq!(answer.header("api-version") == "1.0.0", address.starts_with("/api/"), "{address}");
    }
}

#[tokio::test]
async fn over_tls_the_browser_is_told_to_stay_there() {
    let programma = Programma::with(Settings { secure: true, ..Settings::default() }).await;
    let answer = programma.browser().get("/wet").await;
    assert!(answer.header("strict-transport-security").starts_with("max-age=63072000"));
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_everywhere() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Juf Merel", Rol::Ib).await;
    for (method, address) in every_request().into_iter().filter(|(method, _)| method != "GET") {
        for (site, origin) in
            [("cross-site", "https://evil.example"), ("same-site", "https://sub.leerrecht.example")]
        {
            let request = Request::builder()
                .method(method.as_str())
                .uri(&address)
                .header(HOST, "leerrecht.example")
                .header(ORIGIN, origin)
                .header("sec-fetch-site", site)
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from("e_mail=x"));
            let answer = browser.send(request.unwrap()).await;
            let expected = if answer.status == StatusCode::METHOD_NOT_ALLOWED
                || answer.status == StatusCode::NOT_FOUND
            {
                answer.status
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(answer.status, expected, "{method} {address} from {site}");
            assert!(answer.status.is_client_error());
        }
    }
}

#[tokio::test]
async fn whoever_is_not_signed_in_gets_nothing_but_the_way_in() {
    let programma = Programma::start().await;
    let mut wrong = Vec::new();
    let pages = addresses().flat_map(|address| ["GET", "POST"].map(|method| (method, address.to_owned())));
    let closed = pages.filter(|(_, address)| !OPEN.contains(&address.as_str()));
    let operations = examples().filter(|(_, _, open)| !open);
    for (method, address) in closed.chain(operations.map(|(method, address, _)| (method, address))) {
        let request = Request::builder().method(method.to_uppercase().as_str()).uri(&address);
        let request = request
            .header(HOST, "leerrecht.example")
            .header(ORIGIN, "https://leerrecht.example")
            .header("sec-fetch-site", "same-origin");
        let answer = programma.browser().send(request.body(Body::empty()).unwrap()).await;
        let sent_to_the_door =
            answer.status == StatusCode::SEE_OTHER && answer.location().starts_with("/inloggen");
        let refused = matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::METHOD_NOT_ALLOWED);
        let program = address.starts_with("/api/");
        if program && answer.status != StatusCode::UNAUTHORIZED || !program && !sent_to_the_door && !refused {
            wrong.push(format!("{method} {address}: {} {}", answer.status, answer.location()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_is_not_there_is_a_page_in_dutch_for_people_and_a_problem_for_programs() {
    let programma = Programma::start().await;
    let page = programma.browser().get("/bestaat/niet").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.assert_says("<h1>Niet gevonden</h1>");
    page.assert_says("Deze pagina is er niet, of zij is niet voor u.");
    let problem = programma.browser().get("/api/v1/kinderen").await;
    assert_eq!(problem.header("content-type"), "application/problem+json");
    insta::assert_snapshot!(problem.body, @r#"{"type":"urn:leerrecht:probleem:niet_gevonden","title":"Niet gevonden","status":404,"detail":"Deze pagina is er niet, of zij is niet voor u."}"#);
}

#[tokio::test]
async fn the_error_page_of_somebody_who_is_signed_in_has_their_menu() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Juf Merel", Rol::Ib).await;
    let page = browser.get("/wet/bestaat.niet").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    page.assert_says("Juf Merel</a> · intern begeleider<span class=\"organisatie\"> · De Regenboog</span>");
    page.assert_says("<a href=\"/vandaag\">Vandaag</a>");
}

#[tokio::test]
async fn a_method_that_a_page_does_not_have_says_which_it_has() {
    let programma = Programma::start().await;
    let request = Request::delete("/wet").body(Body::empty()).unwrap();
    let answer = programma.browser().send(request).await;
    assert_eq!((answer.status, answer.allow()), (StatusCode::METHOD_NOT_ALLOWED, "GET,HEAD"));
    answer.assert_says("<h1>Dit kan hier niet</h1>");
}

#[tokio::test]
async fn junk_in_a_query_is_left_out_of_a_page_that_names_the_key_and_refused_in_a_file() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Juf Merel", Rol::Ib).await;
    for query in ["bladzijde=0", "bladzijde=-1", "bladzijde=abc", "bladzijde=1&bladzijde=2", "bladzijde=%ff"]
    {
        let page = browser.get(&format!("/vandaag?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        page.assert_says("Het adres vroeg bij &#39;bladzijde&#39; iets dat deze pagina niet kent.");
    }
    let file = browser.get("/vandaag.csv?wat=slapen").await;
    assert_eq!(file.status, StatusCode::BAD_REQUEST);
    file.assert_says("&#39;wat&#39; is niet wat er moet staan");
    let far = browser.get("/vandaag?bladzijde=4294967295").await;
    assert_eq!(far.status, StatusCode::OK, "a page beyond the last one is empty");
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused_as_too_large() {
    let programma = Programma::start().await;
    let large = "a".repeat(web_base::limits::FORM_BYTES + 1);
    let page = programma.browser().post("/wet/schorsing.toets", &[("van", &large)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    page.assert_says("<h1>Te groot</h1>");
}

#[tokio::test]
async fn large_pages_are_compressed_and_small_answers_are_not() {
    let programma = Programma::start().await;
    let ask =
        |address: &str| Request::get(address).header("accept-encoding", "gzip").body(Body::empty()).unwrap();
    let page = programma.browser().send(ask("/wet")).await;
    assert_eq!(page.header("content-encoding"), "gzip");
    let small = programma.browser().send(ask("/gezondheid")).await;
    assert_eq!(small.header("content-encoding"), "");
}

#[tokio::test]
async fn health_is_json_for_machines_and_a_page_for_people() {
    let programma = Programma::start().await;
    let machine = programma.browser().send(Request::get("/gezondheid").body(Body::empty()).unwrap()).await;
    assert_eq!(machine.header("content-type"), "application/json");
    let health: serde_json::Value = serde_json::from_str(&machine.body).unwrap();
    assert_eq!((&health["status"], &health["opslag"]), (&"goed".into(), &"goed".into()));
    programma.browser().get("/gezondheid").await.assert_says("<h1>Alles werkt</h1>");
    programma.app.storage.close().await;
    let closed = programma.browser().get("/gezondheid").await;
    assert_eq!(closed.status, StatusCode::SERVICE_UNAVAILABLE);
    closed.assert_says("<h1>Er is een storing</h1>");
}

#[tokio::test]
async fn when_the_storage_is_gone_people_read_what_to_do() {
    let programma = Programma::start().await;
    let mut browser = programma.signed_in("Juf Merel", Rol::Ib).await;
    programma.app.storage.close().await;
    let page = browser.get("/vandaag").await;
    assert_eq!((page.status, page.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "60"));
    page.assert_says("De opslag is nu niet bereikbaar. Er is niets vastgelegd.");
}

#[tokio::test]
async fn the_matrix_of_access_is_there_for_everybody_to_read() {
    let programma = Programma::start().await;
    let page = programma.browser().get("/toegang").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_says("<th scope=\"row\">leerkracht of mentor, van de eigen groep</th>");
    page.assert_says("<span aria-hidden=\"true\">rw*</span><span class=\"verborgen\">lezen en vastleggen, alleen zolang er iets loopt</span>");
}

/// What keeps an address that everybody may send a form to from being tried for ever.
enum Rem {
    /// Wrong tries are counted: with these fields, in a quarter of an hour.
    Geteld(&'static [(&'static str, &'static str)]),
    /// What has to be known is 256 bits of chance: nobody guesses it.
    Toeval,
    /// Each that is sent is counted, by whom, to whom and for whom: a test of its own sends as many as there can be. Without a mail server
    /// nothing comes of it.
    Begrensd,
    /// Nothing comes of it that somebody could want twice: it ends the own session, chooses a language or works out a rule.
    Niets,
}

const PASSWORD_OF_NOBODY: &str = "de futen dansen op het water";

/// Every address to which a stranger can send a form, each with its brake.
const REMMEN: &[(&str, Rem)] = &[
    // `what_is_not_seen_or_too_much_is_refused_and_nobody_sends_without_end`
    ("/aanmelden-bij-een-school", Rem::Begrensd),
    ("/aanmelden-bij-een-school/0000", Rem::Toeval),
    ("/activeer/0000", Rem::Toeval),
    (
        "/code",
        Rem::Geteld(&[
            ("code", "K7QM-2XPA-9DRT-HW4C"),
            ("geboortedatum", "13-7-2017"),
            ("naam", "A. IJsvogel"),
            ("e_mail", "a@thuis.example"),
            ("wachtwoord", PASSWORD_OF_NOBODY),
            ("nogmaals", PASSWORD_OF_NOBODY),
        ]),
    ),
    (
        "/code/wachtwoord",
        Rem::Geteld(&[
            ("code", "K7QM-2XPA-9DRT-HW4C"),
            ("geboortedatum", "13-7-2017"),
            ("wachtwoord", PASSWORD_OF_NOBODY),
            ("nogmaals", PASSWORD_OF_NOBODY),
        ]),
    ),
    ("/inloggen", Rem::Geteld(&[("e_mail", "wie@school.example"), ("wachtwoord", PASSWORD_OF_NOBODY)])),
    ("/mijn/taal", Rem::Niets),
    ("/uitloggen", Rem::Niets),
    ("/wet/aanmelding.beslistermijn", Rem::Niets),
];

#[tokio::test]
async fn whatever_a_stranger_can_send_has_a_brake() {
    let programma = Programma::start().await;
    for address in addresses() {
        let answer = programma.browser().post(address, &[]).await;
        let led_away = answer.status.is_redirection() && answer.location().starts_with("/inloggen");
        let closed = [
            StatusCode::UNAUTHORIZED,
            StatusCode::FORBIDDEN,
            StatusCode::NOT_FOUND,
            StatusCode::METHOD_NOT_ALLOWED,
        ];
        let rem = REMMEN.iter().find(|(of, _)| *of == address).map(|(_, rem)| rem);
        match rem {
            None => assert!(
                led_away || closed.contains(&answer.status),
                "{address}: {} and no brake",
                answer.status
            ),
            Some(Rem::Toeval | Rem::Begrensd | Rem::Niets) => {}
            Some(Rem::Geteld(fields)) => {
                let (programma, mut tries) = (Programma::start().await, 0);
                loop {
                    let tried = programma.browser().post(address, fields).await;
                    assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}: {}", tried.body);
                    if tried.body.contains("te veel mislukte pogingen") {
                        break;
                    }
                    tries += 1;
                    assert!(tries <= 100, "{address} can be tried for ever");
                }
            }
        }
    }
}
