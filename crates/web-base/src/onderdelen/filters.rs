//! Narrowing a list: a form whose answer is an address that can be kept and sent.

use askama::Template;
use teksten::{Taal, schil};

use super::{Optie, Veld};
use crate::query::Vraag;

/// The filters above a list, folded until one is on: the list is what people come for. They hold codes and dates, never a name: what they hold stands in the address.
#[derive(Debug, Clone, Template)]
#[template(path = "onderdelen/filters.html")]
pub struct Filters {
    naam: String,
    adres: String,
    velden: Vec<Veld>,
    vast: Vec<(String, String)>,
    actief: bool,
    taal: Taal,
}

impl Filters {
    /// Filters of the list at `address`; `name` tells them apart for a screen reader.
    pub fn new(name: impl Into<String>, address: impl Into<String>) -> Self {
        Self {
            naam: name.into(),
            adres: address.into(),
            velden: Vec::new(),
            vast: Vec::new(),
            actief: false,
            taal: Taal::Nl,
        }
    }

    /// The same on a page in this language; said before its fields are.
    #[must_use]
    pub fn in_taal(self, taal: Taal) -> Self {
        Self { taal, ..self }
    }

    /// Adds a field: a list to choose from, or a date. That it need not be filled in goes without saying.
    #[must_use]
    pub fn with(mut self, veld: Veld) -> Self {
        self.actief |= veld.is_filled();
        self.velden.push(veld.in_taal(self.taal).required());
        self
    }

    /// Leaves of a list to choose from only what can be found, and what is chosen.
    #[must_use]
    pub fn only(mut self, key: &str, can: impl Fn(&str) -> bool) -> Self {
        self.velden = self.velden.into_iter().map(|veld| veld.only(key, &can)).collect();
        self
    }

    /// Offers the choices of a list in the place of what had to be typed; what the address says is chosen.
    #[must_use]
    pub fn choosing(mut self, veld: Veld) -> Self {
        let veld = veld.in_taal(self.taal).required();
        if let Some(typed) = self.velden.iter_mut().find(|typed| typed.naam() == veld.naam()) {
            *typed = veld;
        }
        self
    }

    /// Adds a list to choose one from, or all of them; what the address says is chosen.
    #[must_use]
    pub fn choice<'a>(
        self,
        vraag: &Vraag,
        key: &str,
        label: &str,
        choices: impl IntoIterator<Item = (&'a str, impl Into<String>)>,
    ) -> Self {
        let choices = choices.into_iter().map(|(code, text)| Optie::new(code, text));
        let all = std::iter::once(Optie::new("", self.taal.zeg(schil::alle()))).chain(choices).collect();
        self.with(Veld::select(key, label, all).value(vraag.text(key).unwrap_or_default()))
    }

    /// Adds a date, with what the address says in it.
    #[must_use]
    pub fn date(self, vraag: &Vraag, key: &str, label: &str) -> Self {
        self.with(Veld::date(key, label).value(vraag.text(key).unwrap_or_default()))
    }

    /// Adds a code to type, with what the address says in it. Never a name.
    #[must_use]
    pub fn text(self, vraag: &Vraag, key: &str, label: &str) -> Self {
        self.with(Veld::text(key, label).value(vraag.text(key).unwrap_or_default()))
    }

    /// Keeps the order of the list.
    #[must_use]
    pub fn ordered(self, vraag: &Vraag) -> Self {
        self.keeping("sorteer", vraag.text("sorteer")).keeping("richting", vraag.text("richting"))
    }

    /// Keeps something that stands in the address already, such as the order of the list.
    #[must_use]
    pub fn keeping(mut self, key: &str, value: Option<&str>) -> Self {
        self.vast.extend(value.map(|value| (key.to_owned(), value.to_owned())));
        self
    }
}

is_html!(Filters);
