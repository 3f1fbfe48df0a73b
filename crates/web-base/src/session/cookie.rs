//! The cookie of a session. It holds a random token and nothing else; the store keeps its digest.

use std::convert::Infallible;

use app::accounts::Geheim;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use teksten::Taal;

use crate::state::WebState;

/// Over TLS: bound to this host, this path and TLS by its prefix.
const SECURE_NAME: &str = "__Host-sessie";
/// On one's own machine, without TLS.
const PLAIN_NAME: &str = "sessie";

fn name(state: &WebState) -> &'static str {
    if state.settings.secure { SECURE_NAME } else { PLAIN_NAME }
}

/// The token of the session of a request, as it was sent: it may be anything.
pub struct Sessietoken(pub Option<String>);

impl Sessietoken {
    pub fn of(parts: &Parts, state: &WebState) -> Option<String> {
        let jar = CookieJar::from_headers(&parts.headers);
        jar.get(name(state)).map(|cookie| cookie.value().to_owned())
    }
}

impl FromRequestParts<WebState> for Sessietoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        Ok(Self(Self::of(parts, state)))
    }
}

fn cookie(state: &WebState, token: String) -> Cookie<'static> {
    // `Lax`, not `Strict`: somebody who follows a link in a mail to a page is still signed in, and a form from
    // another site is refused all the same.
    Cookie::build((name(state), token))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.settings.secure)
        .build()
}

/// Gives the cookie of a new session. It ends with the browser; the session ends by itself much sooner.
pub fn start(state: &WebState, token: &Geheim) -> CookieJar {
    CookieJar::new().add(cookie(state, token.expose().to_owned()))
}

/// Takes the cookie away.
pub fn end(state: &WebState) -> CookieJar {
    let mut gone = cookie(state, String::new());
    gone.make_removal();
    CookieJar::new().add(gone)
}

/// The language that somebody chose who is not signed in; for others it stands with the account.
const LANGUAGE: &str = "taal";

/// The language in the cookie of a request; Dutch where none was chosen.
pub(super) fn language(parts: &Parts) -> Taal {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(LANGUAGE).and_then(|cookie| Taal::from_code(cookie.value())).unwrap_or_default()
}

/// Gives the cookie of a chosen language. It ends with the browser, as that of the session does.
pub fn keep_language(state: &WebState, taal: Taal) -> CookieJar {
    let cookie = Cookie::build((LANGUAGE, taal.code()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.settings.secure);
    CookieJar::new().add(cookie)
}
