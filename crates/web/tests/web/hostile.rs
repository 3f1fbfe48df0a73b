//! Whatever is sent to whatever address: never a 5xx, never a panic.

use axum::body::Body;
use axum::http::{HeaderValue, Request, Uri};
use dossier::Rol;
use proptest::prelude::*;
use tokio::runtime::Runtime;
use web::api::examples;
use web::paginas;

use crate::hulp::{Browser, Programma};

const MORE: [&str; 4] = [
    "/wet/thuiszitter.classificatie",
    "/wet/verzuim.melding",
    "/api/v1/regels/verzuim.melding",
    "/api/v1/regels/verzuim.melding/toets",
];

fn addresses() -> impl Strategy<Value = String> {
    let pages = paginas::addresses().chain(MORE).map(str::to_owned);
    let known: Vec<String> = pages.chain(examples().map(|(_, address, _)| address)).collect();
    prop_oneof![4 => prop::sample::select(known), 1 => "/[ -~]{0,40}", 1 => "/wet/[ -~]{0,40}", 1 => "/activeer/[0-9a-f]{64}"]
}

/// Bytes that may be nothing, and bytes that look like the form that is meant.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let names = "(e_mail|wachtwoord|naar|rol|account|op|meer-verzuim|verzuim\\[[0-9]{1,9}\\]\\.uren|schoolweken\\[-?[0-9]{1,20}\\]|geboortedatum)";
    let pair = (names, "[ -~]{0,30}|%00|%ff%fe|9{30}|[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}")
        .prop_map(|(name, value)| format!("{name}={value}"));
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(pair, 0..8).prop_map(|pairs| pairs.join("&").into_bytes()),
        "[\\[\\]{}\":,0-9a-z_-]{0,80}".prop_map(String::into_bytes),
    ]
}

fn kinds() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/json",
        "text/plain; charset=utf-16",
        "",
    ])
}

fn send(runtime: &Runtime, browser: &mut Browser, request: Request<Body>) -> u16 {
    runtime.block_on(browser.send(request)).status.as_u16()
}

#[test]
fn nothing_that_is_sent_breaks_the_program() {
    let runtime = Runtime::new().unwrap();
    let (programma, cookie) = runtime.block_on(async {
        let programma = Programma::start().await;
        let cookie = programma.signed_in("Juf Merel", Rol::Ib).await.cookie;
        (programma, cookie)
    });
    let config = ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() };
    let methods = prop::sample::select(vec!["GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE"]);
    let wanted = (addresses(), "[ -~]{0,60}", methods, kinds(), bodies(), any::<bool>());
    proptest!(config, |((address, query, method, kind, body, signed_in) in wanted)| {
        let Ok(uri) = format!("{address}?{query}").parse::<Uri>() else { return Ok(()) };
        let mut browser = programma.browser();
        browser.cookie = if signed_in { cookie.clone() } else { Some("sessie=\"%00junk".to_owned()) };
        let mut request = Request::builder().method(method).uri(uri);
        if let Ok(kind) = HeaderValue::from_str(kind) {
            request = request.header("content-type", kind);
        }
        let status = send(&runtime, &mut browser, request.body(Body::from(body)).unwrap());
        prop_assert!(status < 500, "{} {} gave {}", method, address, status);
    });
}

#[test]
fn hostile_headers_do_not_break_the_program_either() {
    let runtime = Runtime::new().unwrap();
    let programma = runtime.block_on(Programma::start());
    let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
    let names = prop::sample::select(vec![
        "cookie",
        "authorization",
        "accept",
        "accept-encoding",
        "x-forwarded-for",
        "if-none-match",
        "origin",
        "host",
        "range",
    ]);
    proptest!(config, |(name in names, value in prop::collection::vec(32_u8..=255, 0..80), address in addresses())| {
        let (Ok(value), Ok(uri)) = (HeaderValue::from_bytes(&value), address.parse::<Uri>()) else { return Ok(()) };
        let request = Request::get(uri).header(name, value).body(Body::empty()).unwrap();
        let status = send(&runtime, &mut programma.browser(), request);
        prop_assert!(status < 500, "{} gave {}", address, status);
    });
}
