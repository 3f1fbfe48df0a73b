//! Somebody at a browser without script: follows links, fills in forms, reads what the page says.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::bladzijde::Bladzijde;

/// How many redirects one click may take.
const MOST_STEPS: usize = 5;

/// A browser that keeps its cookie.
pub(crate) struct Browser {
    host: String,
    cookie: Option<String>,
    pad: String,
    bladzijde: Bladzijde,
}

struct Answer {
    status: u16,
    location: Option<String>,
    cookie: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Browser {
    /// A browser with nothing in it.
    pub(crate) fn new(host: &str) -> Self {
        let bladzijde = Bladzijde::read("");
        Self { host: host.to_owned(), cookie: None, pad: "/".to_owned(), bladzijde }
    }

    /// Opens an address.
    pub(crate) fn go(&mut self, path: &str) -> &mut Self {
        self.request("GET", path, None);
        self
    }

    /// Follows the first link with this text in it.
    pub(crate) fn click(&mut self, text: &str) -> &mut Self {
        let to = self.bladzijde.link(text).unwrap_or_else(|| panic!("{}: no link '{text}'", self.shown()));
        self.go(&to)
    }

    /// Fills in the form with this button and presses it; what is not named keeps what stands there.
    pub(crate) fn press(&mut self, button: &str, typed: &[(&str, &str)]) -> &mut Self {
        let found = self.bladzijde.form(button);
        let (action, fields) = found.unwrap_or_else(|| panic!("{}: no button '{button}'", self.shown()));
        let kept = fields.iter().filter(|(name, _)| !typed.iter().any(|(typed, _)| typed == name));
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(kept).extend_pairs(typed);
        let action = action.unwrap_or_else(|| self.pad.clone());
        self.request("POST", &action, Some(&body.finish()));
        self
    }

    /// The page says this.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.bladzijde.text.contains(text), "'{text}' is not on {}", self.shown());
        self
    }

    /// Opens the first document on the page, and stays on the page.
    pub(crate) fn opens_document(&mut self) -> &mut Self {
        let to =
            self.bladzijde.link_to("/bijlage/").unwrap_or_else(|| panic!("{}: no document", self.shown()));
        let answer = send(&self.host, &self.head("GET", &to, None));
        assert!(answer.status == 200 && !answer.body.is_empty(), "{}: {to}", answer.status);
        self
    }

    /// Opens the first letter on the page, and stays on the page.
    pub(crate) fn opens_letter(&self) -> Vec<u8> {
        let to = self.bladzijde.link_to("/brief/").unwrap_or_else(|| panic!("{}: no letter", self.shown()));
        let answer = send(&self.host, &self.head("GET", &to, None));
        assert_eq!(answer.status, 200, "{to}");
        answer.body
    }

    /// The values among which a group of radio buttons lets choose.
    pub(crate) fn choices(&self, name: &str) -> Vec<String> {
        self.bladzijde.choices.iter().filter(|(of, _)| of == name).map(|(_, value)| value.clone()).collect()
    }

    /// What a page or a machine-readable answer says, as it came.
    pub(crate) fn fetch(host: &str, path: &str, accept: &str) -> (u16, String) {
        let head = format!("GET {path} HTTP/1.0\r\nHost: {host}\r\nAccept: {accept}\r\n\r\n");
        let answer = send(host, &head);
        (answer.status, answer.text())
    }

    fn shown(&self) -> String {
        format!("{}:\n{}", self.pad, self.bladzijde.text)
    }

    fn request(&mut self, method: &str, path: &str, body: Option<&str>) {
        let (mut method, mut path, mut body) = (method, path.to_owned(), body);
        for _ in 0..MOST_STEPS {
            let answer = send(&self.host, &self.head(method, &path, body));
            self.bladzijde = Bladzijde::read(&answer.text());
            if let Some(cookie) = answer.cookie {
                self.cookie = Some(cookie);
            }
            self.pad = path;
            assert!(matches!(answer.status, 200 | 303), "{}: {}", answer.status, self.shown());
            let Some(next) = answer.location else { return };
            (method, path, body) = ("GET", next, None);
        }
        panic!("{} goes on and on", self.pad);
    }

    /// HTTP/1.0, so that the answer comes in one piece and ends with the connection.
    fn head(&self, method: &str, path: &str, body: Option<&str>) -> String {
        let host = &self.host;
        let path = path.split('#').next().unwrap_or_default();
        let mut head = format!("{method} {path} HTTP/1.0\r\nHost: {host}\r\nAccept: text/html\r\n");
        if let Some(cookie) = &self.cookie {
            head.push_str(&format!("Cookie: {cookie}\r\n"));
        }
        let Some(body) = body else { return head + "\r\n" };
        let kind = "application/x-www-form-urlencoded";
        let length = body.len();
        head + &format!(
            "Origin: http://{host}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}"
        )
    }
}

fn send(host: &str, request: &str) -> Answer {
    let mut stream = TcpStream::connect(host).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
    let body = bytes.split_off(end + 4);
    let head = String::from_utf8(bytes).unwrap();
    let header = |name: &str| {
        let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(name))?;
        line.split_once(": ").map(|(_, value)| value.to_owned())
    };
    Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        location: header("location:"),
        cookie: header("set-cookie:").map(|cookie| cookie.split(';').next().unwrap().to_owned()),
        body,
    }
}
