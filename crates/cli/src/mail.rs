//! Mail over SMTP: the settings of a server, and the one thing that speaks with it.
//!
//! A connection is safe or it is not made: without TLS only to this machine itself. The password stands in a file, and neither it nor
//! an address comes into a line of the log.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use app::mail::{Mail, MailFout, Mailserver, Mailweg};
use base::Timestamp;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde::Deserialize;

use crate::config::Config;
use crate::exit::{Exit, os_reason};

#[cfg(test)]
mod tests;

/// How long a server may take for one step.
const GEDULD: Duration = Duration::from_secs(30);
/// This machine itself: what goes there crosses no network.
const HIER: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// How the connection is kept safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Beveiliging {
    /// Not: for a server on this machine alone.
    Geen,
    /// TLS after the first words; without it no mail goes out.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
}

/// The part about mail of the settings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mailinstelling {
    server: String,
    poort: Option<u16>,
    #[serde(default)]
    tls: Beveiliging,
    gebruiker: Option<String>,
    wachtwoordbestand: Option<PathBuf>,
    afzender: String,
}

/// A server to which mail is handed.
pub(crate) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    afzender: Mailbox,
}

/// How this installation sends mail; nothing where no server is set.
pub(crate) fn weg(config: &Config) -> Result<Option<Mailweg>, Exit> {
    let Some(instelling) = &config.mail else { return Ok(None) };
    let server = Arc::new(Smtp::new(instelling)?);
    Ok(Some(Mailweg { server, webadres: config.webadres.clone() }))
}

impl Smtp {
    fn new(instelling: &Mailinstelling) -> Result<Self, Exit> {
        let Mailinstelling { server, tls, .. } = instelling;
        if *tls == Beveiliging::Geen && !HIER.contains(&server.as_str()) {
            return Err(Exit::refused(
                "mail: tls = \"geen\" kan alleen bij een server op deze computer; kies starttls of tls",
            ));
        }
        if server.is_empty() || server.contains([':', '/', ' ']) && !HIER.contains(&server.as_str()) {
            return Err(Exit::refused(
                "mail: server is de naam van een mailserver, zonder poort of adres erbij, zoals smtp.swv.example; de poort staat bij poort",
            ));
        }
        let address: Address = instelling.afzender.parse().map_err(|_| {
            Exit::refused("mail: afzender is geen e-mailadres, verwacht zoiets als leerrecht@swv.example")
        })?;
        let parameters = || {
            TlsParameters::new(server.clone())
                .map_err(|_| Exit::refused("mail: server is geen naam waarvoor een certificaat kan gelden"))
        };
        let (tls, port) = match tls {
            Beveiliging::Geen => (Tls::None, 25),
            Beveiliging::Starttls => (Tls::Required(parameters()?), 587),
            Beveiliging::Tls => (Tls::Wrapper(parameters()?), 465),
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server)
            .port(instelling.poort.unwrap_or(port))
            .tls(tls)
            .hello_name(ClientId::Domain(address.domain().to_owned()))
            .timeout(Some(GEDULD));
        if let Some(credentials) = credentials(instelling)? {
            transport = transport.credentials(credentials);
        }
        Ok(Self { transport: transport.build(), afzender: Mailbox::new(None, address) })
    }

    fn message(&self, mail: &Mail, at: Timestamp) -> Option<Message> {
        let to: Address = mail.aan.parse().ok()?;
        let mut own = [0_u8; 16];
        getrandom::fill(&mut own).ok()?;
        let id = format!("<{}@{}>", storage::ids::to_hex(&own), self.afzender.email.domain());
        let header =
            |name, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        Message::builder()
            .from(self.afzender.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.onderwerp.as_str())
            .date(SystemTime::from(at))
            .message_id(Some(id))
            // No holiday message comes back for it.
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", mail.taal.code()))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.tekst.clone())
            .ok()
    }
}

/// Who signs in at the server, with a password that only its owner reads.
fn credentials(instelling: &Mailinstelling) -> Result<Option<Credentials>, Exit> {
    match (&instelling.gebruiker, &instelling.wachtwoordbestand) {
        (None, None) => Ok(None),
        (Some(user), Some(path)) => Ok(Some(Credentials::new(user.clone(), password(path)?))),
        _ => Err(Exit::refused("mail: geef gebruiker en wachtwoordbestand allebei, of geen van beide")),
    }
}

fn password(path: &Path) -> Result<String, Exit> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let reason = os_reason(&error);
        Exit::refused(format!("mail: wachtwoordbestand {} is niet te lezen: {reason}", path.display()))
    })?;
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(Exit::refused(format!("mail: wachtwoordbestand {} is leeg", path.display())));
    }
    Ok(line.to_owned())
}

#[async_trait::async_trait]
impl Mailserver for Smtp {
    async fn send(&self, mail: &Mail, at: Timestamp) -> Result<(), MailFout> {
        let message = self.message(mail, at).ok_or(MailFout::Onleesbaar)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // What a server says may name the address: only its code goes on.
            Err(error) => Err(match error.status() {
                Some(code) => MailFout::Geweigerd(u16::from(code)),
                None if error.is_tls() || error.is_client() => MailFout::Onveilig,
                None => MailFout::Onbereikbaar,
            }),
        }
    }
}
