//! The cookie of a session. It holds a random token and nothing else; the store keeps its digest.

use std::convert::Infallible;

use app::accounts::{BEKEND_ADRES, Geheim, Sessie};
use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
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

/// The browser that signed in before, over TLS.
const SECURE_DEVICE: &str = "__Host-apparaat";
/// The same without TLS.
const PLAIN_DEVICE: &str = "apparaat";

fn device_name(state: &WebState) -> &'static str {
    if state.settings.secure { SECURE_DEVICE } else { PLAIN_DEVICE }
}

/// What a browser keeps since somebody signed in by it, as it was sent: it may be anything. It opens nothing; by it the
/// wrong attempts of others on the same network are told from those of its person.
pub struct Apparaat(pub Option<String>);

impl FromRequestParts<WebState> for Apparaat {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        let jar = CookieJar::from_headers(&parts.headers);
        Ok(Self(jar.get(device_name(state)).map(|cookie| cookie.value().to_owned())))
    }
}

/// The cookies of a session that began by a password: its own, and that of the browser, which stays as long as it counts.
pub fn start_known(state: &WebState, sessie: &Sessie) -> (CookieJar, Option<CookieJar>) {
    let device = sessie.apparaat.as_ref().map(|apparaat| known_device(state, apparaat));
    (start(state, &sessie.token), device)
}

fn known_device(state: &WebState, apparaat: &Geheim) -> CookieJar {
    let device = Cookie::build((device_name(state), apparaat.expose().to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(state.settings.secure);
    // A length of time that fits, as this one does, always is one of a cookie.
    CookieJar::new().add(match BEKEND_ADRES.try_into() {
        Ok(stays) => device.max_age(stays),
        Err(_) => device,
    })
}

/// The language that somebody chose who is not signed in; for others it stands with the account.
const LANGUAGE: &str = "taal";
/// Most languages that a browser is heard on.
const ASKED_LANGUAGES: usize = 10;

/// The language in the cookie of a request, where one was chosen.
pub(super) fn language(parts: &Parts) -> Option<Taal> {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(LANGUAGE).and_then(|cookie| Taal::from_code(cookie.value()))
}

/// The first language that a browser asks for and that can be chosen here. Browsers name them in their order of wish; a
/// weight of nothing is a refusal.
pub(super) fn asked_language(parts: &Parts) -> Option<Taal> {
    let asked = parts.headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    asked.split(',').take(ASKED_LANGUAGES).find_map(|one| {
        let (range, weight) = one.split_once(';').unwrap_or((one, ""));
        let code = range.trim().split('-').next()?.to_ascii_lowercase();
        let refused =
            weight.trim().strip_prefix("q=0").is_some_and(|rest| rest.trim_matches(['.', '0']).is_empty());
        Taal::KEUZES.into_iter().find(|taal| !refused && taal.code() == code)
    })
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

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn asked(header: &str) -> Option<Taal> {
        let (parts, ()) = Request::get("/").header(ACCEPT_LANGUAGE, header).body(()).unwrap().into_parts();
        asked_language(&parts)
    }

    #[test]
    fn a_browser_is_heard_on_the_first_language_that_is_there() {
        assert_eq!(asked("en-GB,en;q=0.9,nl;q=0.8"), Some(Taal::En));
        assert_eq!(asked("uk, NL-be;q=0.7, en;q=0.3"), Some(Taal::Nl));
        assert_eq!(asked("en;q=0, nl;q=0.5"), Some(Taal::Nl));
        assert_eq!(asked("en;q=0.05"), Some(Taal::En));
        for none in ["", "uk", "*", "english", ";;,,", "he"] {
            assert_eq!(asked(none), None, "{none}");
        }
    }
}
