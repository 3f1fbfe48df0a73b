//! The fields and files of a form.

use std::fmt;
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use teksten::fout;

use crate::error::Fout;
use crate::limits;

/// A field in which somebody types a secret. Only such a field is shown as one and read as one, so that no page gives a
/// secret back because it has another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Geheimveld {
    /// A password.
    Wachtwoord,
    /// The same, typed again.
    Nogmaals,
    /// The password of now, where another is chosen.
    Oud,
}

impl Geheimveld {
    const ALL: [Self; 3] = [Self::Wachtwoord, Self::Nogmaals, Self::Oud];

    /// The name of the field.
    pub fn naam(self) -> &'static str {
        match self {
            Self::Wachtwoord => "wachtwoord",
            Self::Nogmaals => "nogmaals",
            Self::Oud => "oud",
        }
    }
}

/// What the names of fields hold of which nothing is given back: passwords, and what a form says of its own draft.
const NOT_PROSE: [&str; 2] = ["wachtwoord", "standen"];

/// The fields of a form that was sent, in order, repetitions included, without spaces around them and without
/// characters that cannot be seen.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Formulier {
    velden: Vec<Ingestuurd>,
    bestanden: Vec<Bestand>,
}

/// A field as it was sent.
#[derive(Clone, PartialEq, Eq)]
struct Ingestuurd {
    naam: String,
    waarde: String,
    /// As typed, where that differs.
    exact: Option<String>,
}

/// A file that was sent along.
#[derive(Clone, PartialEq, Eq)]
pub struct Bestand {
    /// Name of the field.
    pub veld: String,
    /// Name of the file on the sender's machine, without folders.
    pub naam: String,
    /// Its bytes; none of one that is too large.
    pub inhoud: Bytes,
    /// It is larger than the form takes, alone or with those before it: its bytes were not kept.
    pub te_groot: bool,
}

/// How many bytes of files are kept of one form: of one file, and of all of them together. What is more is read and thrown
/// away, so that the page can say so beside its field with everything that was typed. A page that takes files lays it over
/// its addresses, as an extension.
#[derive(Debug, Clone, Copy)]
pub struct Bestandsgrens {
    /// Of one file.
    pub een: usize,
    /// Together.
    pub samen: usize,
}

impl Default for Bestandsgrens {
    fn default() -> Self {
        Self { een: app::aanvraag::MOST_DOCUMENT_BYTES, samen: limits::UPLOAD_BYTES }
    }
}

impl fmt::Debug for Formulier {
    /// Names of fields only: what is typed is about people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.names().collect();
        f.debug_struct("Formulier").field("velden", &names).field("bestanden", &self.bestanden.len()).finish()
    }
}

impl fmt::Debug for Bestand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bestand")
            .field("veld", &self.veld)
            .field("bytes", &self.inhoud.len())
            .finish_non_exhaustive()
    }
}

impl Formulier {
    /// Reads the body of an ordinary form.
    pub fn parse(body: &[u8]) -> Result<Self, Fout> {
        let mut formulier = Self::default();
        formulier.read_pairs(body)?;
        Ok(formulier)
    }

    fn read_pairs(&mut self, body: &[u8]) -> Result<(), Fout> {
        form_urlencoded::parse(body).try_for_each(|(name, value)| self.push(&name, &value))
    }

    /// The value of a field; empty when it is not there.
    pub fn text(&self, naam: &str) -> &str {
        self.all(naam).next().unwrap_or_default()
    }

    /// Every value of a repeated field that is not empty.
    pub fn all(&self, naam: &str) -> impl Iterator<Item = &str> {
        let same = move |veld: &&Ingestuurd| veld.naam == naam && !veld.waarde.is_empty();
        self.velden.iter().filter(same).map(|veld| veld.waarde.as_str())
    }

    /// The value of a field to the last space, for passwords; empty when it is not there.
    pub fn exact(&self, naam: &str) -> &str {
        let veld = self.velden.iter().find(|veld| veld.naam == naam);
        veld.map(|veld| veld.exact.as_ref().unwrap_or(&veld.waarde).as_str()).unwrap_or_default()
    }

    /// The names of the fields, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.velden.iter().map(|veld| veld.naam.as_str())
    }

    /// Everything that was typed, in one text: the same form gives the same text.
    pub fn inhoud(&self) -> String {
        self.inhoud_van(|_| true)
    }

    /// The same of some of the fields.
    pub fn inhoud_van(&self, is_een: impl Fn(&str) -> bool) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let velden = self.velden.iter().filter(|veld| is_een(&veld.naam));
        query.extend_pairs(velden.map(|veld| (veld.naam.as_str(), veld.waarde.as_str())));
        query.finish()
    }

    /// A checkbox that says `ja`, or a button with this name.
    pub fn is_on(&self, naam: &str) -> bool {
        self.all(naam).next().is_some()
    }

    /// Puts a text in a field, in the place of what was typed there.
    pub fn put(&mut self, naam: &str, waarde: &str) {
        self.velden.retain(|veld| veld.naam != naam);
        self.velden.push(Ingestuurd { naam: naam.to_owned(), waarde: clean(waarde), exact: None });
    }

    /// The files of a field.
    pub fn files(&self, naam: &str) -> impl Iterator<Item = &Bestand> {
        self.bestanden.iter().filter(move |bestand| bestand.veld == naam)
    }

    fn push(&mut self, name: &str, value: &str) -> Result<(), Fout> {
        if self.velden.len() >= limits::FIELDS {
            let aantal = &limits::FIELDS.to_string();
            return Err(Fout::Formulier { reden: fout::TeVeelVelden { aantal }.tekst() });
        }
        let waarde = clean(value);
        let exact = (waarde != value).then(|| value.to_owned());
        self.velden.push(Ingestuurd { naam: clean(name), waarde, exact });
        // It was typed all the same: the page that says that it is too long gives it back.
        if value.len() > limits::FIELD_BYTES { Err(Fout::TeGroot) } else { Ok(()) }
    }

    async fn read_multipart(&mut self, mut parts: Multipart, grens: Bestandsgrens) -> Result<(), Fout> {
        while let Some(part) = parts.next_field().await.map_err(|error| broken(&error))? {
            self.push_part(part, grens).await?;
        }
        Ok(())
    }

    async fn push_part(&mut self, part: Field<'_>, grens: Bestandsgrens) -> Result<(), Fout> {
        let name = part.name().map(clean).unwrap_or_default();
        let Some(file) = part.file_name().map(base_name) else {
            let value = part.bytes().await.map_err(|error| broken(&error))?;
            return self.push(&name, &String::from_utf8_lossy(&value));
        };
        let held: usize = self.bestanden.iter().map(|bestand| bestand.inhoud.len()).sum();
        let read = read_file(part, grens.een.min(grens.samen.saturating_sub(held))).await?;
        if file.is_empty() && read.as_ref().is_some_and(Bytes::is_empty) {
            // A file field that was left empty.
            return Ok(());
        }
        if self.bestanden.len() >= limits::FILES {
            let aantal = &limits::FILES.to_string();
            return Err(Fout::Formulier { reden: fout::TeVeelBestanden { aantal }.tekst() });
        }
        let te_groot = read.is_none();
        self.bestanden.push(Bestand { veld: name, naam: file, inhoud: read.unwrap_or_default(), te_groot });
        Ok(())
    }
}

/// The bytes of a file; none of one with more than `most`, which is read to its end all the same.
async fn read_file(mut part: Field<'_>, most: usize) -> Result<Option<Bytes>, Fout> {
    let mut read = Vec::new();
    let mut fits = true;
    while let Some(piece) = part.chunk().await.map_err(|error| broken(&error))? {
        fits = fits && read.len() + piece.len() <= most;
        if fits {
            read.extend_from_slice(&piece);
        } else {
            read = Vec::new();
        }
    }
    Ok(fits.then(|| read.into()))
}

/// Without spaces around it and without control characters; line ends as `\n`.
fn clean(text: &str) -> String {
    let one_line_end = text.replace("\r\n", "\n");
    let seen: String =
        one_line_end.chars().filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()).collect();
    seen.trim().to_owned()
}

/// The name of a file without the folders that some browsers put before it.
fn base_name(path: &str) -> String {
    clean(path.rsplit(['/', '\\']).next().unwrap_or_default()).chars().take(200).collect()
}

fn broken(error: &MultipartError) -> Fout {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Fout::TeGroot
    } else {
        Fout::Formulier { reden: fout::het_is_beschadigd() }
    }
}

/// Where a request keeps what was typed in its form, so that a page that says no gives it back.
#[derive(Clone, Default)]
pub struct Getypt(Arc<OnceLock<Formulier>>);

impl Getypt {
    /// The texts of more than one word, as they were typed; of a form with a secret in it none at all.
    pub fn texts(&self) -> Vec<String> {
        let is_secret = |veld: &Ingestuurd| Geheimveld::ALL.iter().any(|secret| secret.naam() == veld.naam);
        if self.0.get().is_some_and(|formulier| formulier.velden.iter().any(is_secret)) {
            return Vec::new();
        }
        let velden = self.0.get().into_iter().flat_map(|formulier| &formulier.velden);
        let prose = velden.filter(|veld| {
            let is_own = NOT_PROSE.iter().any(|part| veld.naam.contains(part));
            !is_own && veld.waarde.split_whitespace().nth(1).is_some()
        });
        prose.map(|veld| veld.waarde.clone()).collect()
    }
}

impl<S: Send + Sync> FromRequest<S> for Formulier {
    type Rejection = Fout;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fout> {
        let getypt = request.extensions().get::<Getypt>().cloned();
        let mut formulier = Self::default();
        let read = formulier.read(request, state).await;
        if let Some(getypt) = getypt {
            let fields = Self { bestanden: Vec::new(), ..formulier.clone() };
            // The first one stands: a request has one form.
            let _ = getypt.0.set(fields);
        }
        read.map(|()| formulier)
    }
}

impl Formulier {
    /// Reads the form of a request; what was read before something was wrong with it stays.
    async fn read<S: Send + Sync>(&mut self, request: Request, state: &S) -> Result<(), Fout> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "multipart/form-data" => {
                let grens = request.extensions().get::<Bestandsgrens>().copied().unwrap_or_default();
                let parts = Multipart::from_request(request, state).await;
                let parts = parts.map_err(|_| Fout::Formulier { reden: fout::het_is_beschadigd() })?;
                self.read_multipart(parts, grens).await
            }
            "" | "application/x-www-form-urlencoded" => {
                let body = Bytes::from_request(request, state).await;
                self.read_pairs(&body.map_err(|rejection| Fout::body(rejection.status()))?)
            }
            _ => Err(Fout::GeenFormulier),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_trimmed_and_repeated_ones_are_kept() {
        let formulier = Formulier::parse(b"naam=+Sam+&vak=a&vak=&vak=b&tekst=een%0D%0Atwee%00").unwrap();
        assert_eq!(formulier.text("naam"), "Sam");
        assert_eq!(formulier.all("vak").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(formulier.text("tekst"), "een\ntwee");
        assert_eq!(formulier.text("weg"), "");
        assert_eq!(formulier.exact("naam"), " Sam ");
    }

    #[test]
    fn what_was_typed_never_stands_in_a_log_line() {
        let formulier = Formulier::parse(b"naam=Sam+de+Zonnevis").unwrap();
        assert!(!format!("{formulier:?}").contains("Zonnevis"));
    }

    #[test]
    fn what_is_given_back_is_prose_and_never_a_password() {
        let typed = Getypt::default();
        assert!(typed.texts().is_empty());
        let sent =
            b"reden=Sam+gaat+graag%0D%0Anaar+school&nieuw_wachtwoord=paard+batterij+nietje&standen=a:0-1+b:0-2&code=AB";
        assert!(typed.0.set(Formulier::parse(sent).unwrap()).is_ok());
        assert_eq!(typed.texts(), ["Sam gaat graag\nnaar school"]);
        for secret in ["wachtwoord", "nogmaals"] {
            let with_secret = Getypt::default();
            let sent = format!("reden=Sam+gaat+graag&{secret}=paard+batterij+nietje");
            assert!(with_secret.0.set(Formulier::parse(sent.as_bytes()).unwrap()).is_ok());
            assert!(with_secret.texts().is_empty(), "{secret}");
        }
    }

    #[test]
    fn a_form_without_end_is_refused() {
        assert!(Formulier::parse("a=1&".repeat(1_001).as_bytes()).is_err());
        assert!(Formulier::parse(format!("a={}", "b".repeat(70_000)).as_bytes()).is_err());
    }

    #[test]
    fn a_file_keeps_its_name_and_loses_its_folders() {
        assert_eq!(base_name("C:\\Documenten\\opp.pdf"), "opp.pdf");
        assert_eq!(base_name("../../etc/passwd"), "passwd");
    }
}
