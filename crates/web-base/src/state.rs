//! What every page needs: the program, the clock and the settings of this installation.

use std::fmt;
use std::sync::Arc;

use app::{App, Moment};
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
