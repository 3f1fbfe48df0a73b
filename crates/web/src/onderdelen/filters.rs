//! Narrowing a list: a form whose answer is an address that can be kept and sent.

use askama::Template;

use super::Veld;

/// The filters above a list. They hold codes and dates, never a name: what they hold stands in the address.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/filters.html")]
pub struct Filters {
    naam: String,
    adres: String,
    velden: Vec<Veld>,
    vast: Vec<(String, String)>,
    actief: bool,
}

impl Filters {
    /// Filters of the list at `address`; `name` tells them apart for a screen reader.
    pub fn new(name: impl Into<String>, address: impl Into<String>) -> Self {
        Self { naam: name.into(), adres: address.into(), velden: Vec::new(), vast: Vec::new(), actief: false }
    }

    /// Adds a field: a list to choose from, or a date. That it need not be filled in goes without saying.
    #[must_use]
    pub fn with(mut self, veld: Veld) -> Self {
        self.actief |= veld.is_filled();
        self.velden.push(veld.required());
        self
    }

    /// Keeps something that stands in the address already, such as the order of the list.
    #[must_use]
    pub fn keeping(mut self, key: &str, value: Option<&str>) -> Self {
        self.vast.extend(value.map(|value| (key.to_owned(), value.to_owned())));
        self
    }
}

is_html!(Filters);
