//! A log line says method, route, status and time, and nothing about anybody. (Of what libraries say at the level
//! `TRACE` nobody can promise that: it is no level to run at.)

use std::io;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use tracing_subscriber::fmt::MakeWriter;

use crate::hulp::Programma;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn no_log_line_holds_an_address_as_sent_or_anything_that_was_typed() {
    let programma = Programma::start().await;
    let lines = Lines::default();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_writer(lines.clone()).finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let mut browser = programma.browser();
    browser.get("/activeer/geheimtoken?naam=Zonnevis").await;
    browser.get("/Zonnevis").await;
    let refused = browser
        .post("/inloggen", &[("e_mail", "zonnevis@school.example"), ("wachtwoord", "geheim geheim")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.post("/wet/thuiszitter.classificatie", &[("geboortedatum", "13-7-2017")]).await;
    drop(guard);
    let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("method=GET") && log.contains("/activeer/{token}") && log.contains("status=422"),
        "{log}"
    );
    // The date whole: a year alone can stand in the time of a line by chance.
    for secret in ["geheim", "onnevis", "7-2017", "2017-07", "school.example"] {
        assert!(!log.contains(secret), "'{secret}' is in the log:\n{log}");
    }
}
