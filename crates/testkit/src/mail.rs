//! A mail server for tests: it keeps what it gets, or is away.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use app::mail::{Mail, MailFout, Mailserver, Mailweg};
use async_trait::async_trait;
use base::Timestamp;

/// What came in.
#[derive(Default)]
pub struct Brievenbus {
    ontvangen: Mutex<Vec<Mail>>,
    weg: AtomicBool,
}

impl Brievenbus {
    /// An empty one, and the road to it.
    pub fn new() -> (Arc<Self>, Mailweg) {
        let server = Arc::new(Self::default());
        let webadres = Some("https://leerrecht.example".to_owned());
        (Arc::clone(&server), Mailweg { server, webadres })
    }

    /// The mails since the last time that this was asked.
    pub fn leeg(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.ontvangen.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on the server is away, or back.
    pub fn zet_weg(&self, weg: bool) {
        self.weg.store(weg, Ordering::Relaxed);
    }
}

#[async_trait]
impl Mailserver for Brievenbus {
    async fn send(&self, mail: &Mail, _at: Timestamp) -> Result<(), MailFout> {
        if self.weg.load(Ordering::Relaxed) {
            return Err(MailFout::Onbereikbaar);
        }
        self.ontvangen.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
        Ok(())
    }
}
