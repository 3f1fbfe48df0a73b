//! The query of an address: what a list is narrowed to, how it is sorted, which page is open.
//!
//! A query holds codes, dates and numbers only, never a name: addresses end up in histories and bookmarks.

use std::convert::Infallible;
use std::str::FromStr;

use app::lijst::Direction;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use base::Date;
use teksten::fout;

use crate::error::Fout;
use crate::limits;

/// The keys and values of a query, in order, repetitions included. An empty value counts as none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vraag {
    pairs: Vec<(String, String)>,
}

impl Vraag {
    /// Reads what stands behind the question mark. Refused when it is unreasonably long, or holds what nobody types and
    /// a database need not take.
    pub fn parse(query: &str) -> Result<Self, Fout> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .map(|(key, value)| (key.into_owned(), value.trim().to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        if query.len() > limits::QUERY_BYTES || pairs.len() > limits::QUERY_KEYS {
            return Err(Fout::adres("?", fout::adres_te_lang()));
        }
        if let Some((key, _)) =
            pairs.iter().find(|(key, value)| (key.chars().chain(value.chars())).any(char::is_control))
        {
            return Err(Fout::adres(key, fout::zonder_stuurtekens()));
        }
        Ok(Self { pairs })
    }

    /// The first value of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.all(key).next()
    }

    /// Every value of a key, in order.
    pub fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        self.pairs.iter().filter(move |(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// The value of a key as a code, a number or the like; refused when it is none, or stands there twice.
    pub fn parse_one<T: FromStr>(&self, key: &str, expected: &str) -> Result<Option<T>, Fout> {
        self.read_one(key, expected, |text| text.parse().ok())
    }

    /// Every value of a key as a code; refused when one is none.
    pub fn parse_all<T: FromStr>(&self, key: &str, expected: &str) -> Result<Vec<T>, Fout> {
        self.all(key).map(|text| text.parse().map_err(|_| Fout::vraag(key, expected))).collect()
    }

    /// The value of a key as one of a closed list; refused when it is none of it.
    pub fn code<T>(&self, key: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fout> {
        self.read_one(key, "een van de keuzes van deze lijst", from_code)
    }

    /// The value of a key as a date.
    pub fn date(&self, key: &str) -> Result<Option<Date>, Fout> {
        self.read_one(key, "een datum als 2026-03-02", crate::form::parse_date)
    }

    /// The number of the page that is open, from 1, by its key.
    pub fn page(&self, key: &str) -> Result<u64, Fout> {
        let page = self
            .read_one(key, "een getal vanaf 1", |text| text.parse::<u32>().ok().filter(|page| *page > 0))?;
        Ok(u64::from(page.unwrap_or(1)))
    }

    /// Up, or down when the query says `richting=af`.
    pub fn direction(&self) -> Direction {
        if self.text("richting") == Some("af") { Direction::Down } else { Direction::Up }
    }

    /// By what the list is sorted and in which direction: `sorteer` is one of the keys of the list; without it the
    /// list stands in its usual order.
    pub fn order<T: Copy>(&self, sorts: &[(&str, T)], usual: (T, Direction)) -> Result<(T, Direction), Fout> {
        let sort = self
            .code("sorteer", |code| sorts.iter().find(|(known, _)| *known == code).map(|(_, sort)| *sort))?;
        let direction = self.code("richting", |code| match code {
            "op" => Some(Direction::Up),
            "af" => Some(Direction::Down),
            _ => None,
        })?;
        Ok(match sort {
            Some(sort) => (sort, direction.unwrap_or_default()),
            None => (usual.0, direction.unwrap_or(usual.1)),
        })
    }

    /// Which rows of a list the page that is open shows.
    pub fn rows(&self) -> Result<app::lijst::Page, Fout> {
        self.rows_by("bladzijde", limits::ROWS)
    }

    /// The same for a second list on one page, with a key and a number of rows of its own.
    pub fn rows_by(&self, key: &str, rows: u32) -> Result<app::lijst::Page, Fout> {
        Ok(app::lijst::Page { offset: (self.page(key)? - 1) * u64::from(rows), limit: rows })
    }

    fn read_one<T>(
        &self,
        key: &str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fout> {
        let mut values = self.all(key);
        let Some(first) = values.next() else { return Ok(None) };
        if values.next().is_some() {
            return Err(Fout::adres(key, fout::een_waarde()));
        }
        read(first).map(Some).ok_or_else(|| Fout::vraag(key, expected))
    }

    /// The same query without a key.
    #[must_use]
    pub fn without(&self, key: &str) -> Self {
        Self { pairs: self.pairs.iter().filter(|(known, _)| known != key).cloned().collect() }
    }

    /// The same query with one value for a key.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers hand over numbers, codes and texts alike")]
    pub fn with(&self, key: &str, value: impl ToString) -> Self {
        let mut changed = self.without(key);
        changed.pairs.push((key.to_owned(), value.to_string()));
        changed
    }

    /// A path with this query behind it.
    pub fn address(&self, path: &str) -> String {
        if self.pairs.is_empty() {
            return path.to_owned();
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.pairs);
        format!("{path}?{}", query.finish())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Vraag {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fout> {
        Self::parse(parts.uri.query().unwrap_or_default())
    }
}

/// A path that leads somewhere inside this program, and nowhere else.
///
/// What a request asks to be led back to after signing in comes from outside: only an absolute path passes, no
/// host in any disguise, no control character, nothing endless.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terugpad(Option<String>);

impl Terugpad {
    /// The path, when it is one.
    pub fn of(text: &str) -> Self {
        let local = text.starts_with('/')
            && !text.starts_with("//")
            && text.len() <= limits::RETURN_BYTES
            && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        Self(local.then(|| text.to_owned()))
    }

    /// The path, or another where there is none.
    pub fn or<'a>(&'a self, other: &'a str) -> &'a str {
        self.0.as_deref().unwrap_or(other)
    }

    /// The path, where there is one.
    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// `/inloggen?naar=…`: an address that leads back here afterwards.
    pub fn behind(&self, path: &str) -> String {
        match &self.0 {
            Some(back) => Vraag::default().with("naar", back).address(path),
            None => path.to_owned(),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Terugpad {
    type Rejection = Infallible;

    /// Reads the key `naar` of the query.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let vraag = Vraag::parse(parts.uri.query().unwrap_or_default()).unwrap_or_default();
        Ok(Self::of(vraag.text("naar").unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vraag(query: &str) -> Vraag {
        Vraag::parse(query).unwrap()
    }

    #[test]
    fn repeated_keys_are_kept_and_empty_values_count_as_none() {
        let vraag = vraag("fase=loopt&fase=klaar&groep=&swv=PO9901");
        assert_eq!(vraag.all("fase").collect::<Vec<_>>(), ["loopt", "klaar"]);
        assert_eq!(vraag.text("groep"), None);
        assert_eq!(vraag.text("swv"), Some("PO9901"));
    }

    #[test]
    fn junk_is_refused_with_the_name_of_its_key() {
        let vraag = vraag("bladzijde=-1&op=gisteren&op=2026-03-02&swv=%FF&tot=2026-02-30");
        for (key, error) in [
            ("bladzijde", vraag.page("bladzijde").unwrap_err()),
            ("op", vraag.date("op").unwrap_err()),
            ("swv", vraag.parse_one::<base::SwvCode>("swv", "een code als PO9901").unwrap_err()),
            ("tot", vraag.date("tot").unwrap_err()),
        ] {
            assert!(error.to_string().contains(&format!("'{key}'")), "{error}");
        }
    }

    #[test]
    fn a_list_is_sorted_by_a_key_it_knows_and_else_stands_in_its_usual_order() {
        let order =
            |query: &str| vraag(query).order(&[("naam", 'n'), ("datum", 'd')], ('d', Direction::Down));
        assert_eq!(order("").unwrap(), ('d', Direction::Down));
        assert_eq!(order("sorteer=naam").unwrap(), ('n', Direction::Up));
        assert_eq!(order("sorteer=datum&richting=op").unwrap(), ('d', Direction::Up));
        assert_eq!(order("sorteer=naam&richting=af").unwrap(), ('n', Direction::Down));
        for (junk, key) in [("sorteer=bsn", "'sorteer'"), ("sorteer=naam&richting=om", "'richting'")] {
            assert!(order(junk).unwrap_err().to_string().contains(key), "{junk}");
        }
    }

    #[test]
    fn a_query_without_end_is_refused() {
        assert!(Vraag::parse(&"a=1&".repeat(101)).is_err());
        assert!(Vraag::parse(&"a".repeat(5_000)).is_err());
    }

    #[test]
    fn what_nobody_types_comes_to_no_list() {
        for junk in ["groep=%00", "groep=a%0Ab", "fase=%7F", "%1B=x"] {
            assert!(Vraag::parse(junk).is_err(), "{junk}");
        }
        assert!(Vraag::parse("groep=%20%09").unwrap().text("groep").is_none());
    }

    #[test]
    fn addresses_of_the_same_list_differ_in_one_key() {
        let vraag = vraag("fase=loopt&fase=klaar&bladzijde=3");
        let next = vraag.with("bladzijde", 4).address("/aanvragen");
        assert_eq!(next, "/aanvragen?fase=loopt&fase=klaar&bladzijde=4");
        assert_eq!(Vraag::default().address("/wet"), "/wet");
        assert_eq!(Vraag::default().with("q", "a&b=c").address("/x"), "/x?q=a%26b%3Dc");
    }

    #[test]
    fn one_is_never_led_to_another_site() {
        for right in ["/", "/kinderen/2026-004217", "/aanvragen?fase=loopt"] {
            assert_eq!(Terugpad::of(right).or("/vandaag"), right);
        }
        for wrong in
            ["", "//evil.example", "/\\evil.example", "https://evil.example", "vandaag", "/a\nb", "/é"]
        {
            assert_eq!(Terugpad::of(wrong).or("/vandaag"), "/vandaag", "{wrong}");
        }
        assert_eq!(Terugpad::of(&format!("/{}", "a".repeat(400))).as_deref(), None);
        assert_eq!(Terugpad::of("/a?b=c").behind("/inloggen"), "/inloggen?naar=%2Fa%3Fb%3Dc");
    }
}
