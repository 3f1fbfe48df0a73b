//! What every page needs: the program, the clock and the settings of this installation.

use std::fmt;
use std::sync::Arc;

use app::{App, Moment};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use base::Timestamp;

/// Tells the time. The web has no clock of its own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The state behind every page; cheap to clone.
#[derive(Clone)]
pub struct WebState {
    /// The program.
    pub app: Arc<App>,
    /// The clock.
    pub clock: Clock,
    /// The settings.
    pub settings: Arc<Settings>,
}

/// Settings of this installation.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The database is one of the demo: the role chooser exists and every page says so.
    pub demo: bool,
    /// People come in over TLS: cookies are `Secure` with the `__Host-` prefix, and HSTS is sent.
    pub secure: bool,
    /// A trusted front adds the last address in `X-Forwarded-For`; otherwise that header is ignored.
    pub behind_proxy: bool,
    /// Who helps, at the foot of each page: `bel 030-0000000 of mail hulp@swv.example`; may be empty.
    pub hulp: String,
    /// The address under which people find the program, for letters: `https://leerrecht.swv.example`.
    pub webadres: Option<String>,
}

impl Settings {
    /// Under which name people find the program, without scheme: the address of the settings. Only where nobody entered
    /// one it is the name under which a request asked for it, which the asker chooses.
    pub fn site(&self, headers: &HeaderMap) -> String {
        let asked = || headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("leerrecht");
        let site = self.webadres.as_deref().unwrap_or_else(asked);
        site.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
    }
}

impl WebState {
    /// A state.
    pub fn new(app: Arc<App>, clock: Clock, settings: Settings) -> Self {
        Self { app, clock, settings: Arc::new(settings) }
    }

    /// The moment of a request: read once, at its start.
    pub fn moment(&self) -> Moment {
        Moment::of((self.clock)())
    }
}

impl fmt::Debug for WebState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebState").field("settings", &self.settings).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_a_link_name_the_address_of_the_settings_and_not_what_the_asker_says() {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, "kwaad.example".parse().unwrap());
        let webadres = Some("https://leerrecht.swv.example/".to_owned());
        let known = Settings { webadres, ..Settings::default() };
        assert_eq!(known.site(&headers), "leerrecht.swv.example");
        assert_eq!(Settings::default().site(&headers), "kwaad.example");
    }
}
