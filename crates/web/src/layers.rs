//! What every request passes through, outermost first: log line, security headers, error pages, compression, time
//! limit, panic catcher, and the refusal of forms from other sites.

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;
use web_base::api;
use web_base::error::{self, Fout};
use web_base::limits;
use web_base::state::WebState;

use crate::paginas::pakket;

/// Nothing inline, nothing from elsewhere, in nobody's frame.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// The headers of every answer.
///
/// `same-origin` tells no other site anything, as `no-referrer` does, and leaves browsers the `Origin` that shows
/// that a form comes from here: with `no-referrer` they send `null`, and browsers without `Sec-Fetch-Site` could
/// not sign in.
const HEADERS: [(HeaderName, &str); 9] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
];

/// Two years, as browsers ask for their own lists.
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// Puts the layers around the routes.
pub(crate) fn around(routes: Router<WebState>, state: &WebState) -> Router<WebState> {
    let compressed = SizeAbove::new(limits::COMPRESS_BYTES)
        .and(NotForContentType::new("application/pdf"))
        .and(NotForContentType::new("application/zip"))
        .and(NotForContentType::new("application/octet-stream"));
    // `layer` wraps: what is named last is outermost.
    routes
        .layer(middleware::from_fn_with_state(state.clone(), pakket::hold))
        .layer(DefaultBodyLimit::max(limits::FORM_BYTES))
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limits::REQUEST_TIME))
        .layer(middleware::from_fn_with_state(state.clone(), error::show))
        .layer(CompressionLayer::new().compress_when(compressed))
        .layer(middleware::from_fn_with_state(state.clone(), headers))
        .layer(log_lines())
}

fn after_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    // What it says may hold anything, so it goes nowhere; the hook of the program logs where it happened.
    Fout::Intern.into_response()
}

async fn headers(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let for_program = api::is_api(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if state.settings.secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    if for_program {
        headers.insert(api::VERSION_HEADER, HeaderValue::from_static(api::VERSION));
    }
    // Nothing about anybody stays behind in a browser or a cache; what may be kept says so itself.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// How a request becomes its span, and an answer its line.
type LogLines = TraceLayer<
    SharedClassifier<ServerErrorsAsFailures>,
    fn(&Request) -> Span,
    (),
    fn(&Response, Duration, &Span),
    (),
    (),
    (),
>;

/// One line per request: method, route as it is written in the program, status, time. Never the path or the query
/// as sent, never a body: nothing about a child ends up in a log.
fn log_lines() -> LogLines {
    TraceLayer::new_for_http()
        .make_span_with(span as fn(&Request) -> Span)
        .on_request(())
        .on_response(answered as fn(&Response, Duration, &Span))
        .on_body_chunk(())
        .on_eos(())
        .on_failure(())
}

fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("(geen)", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}

fn answered(response: &Response, took: Duration, _: &Span) {
    let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(status = response.status().as_u16(), ms, "answered");
}
