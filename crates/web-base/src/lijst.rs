//! A list declared once: what it can be narrowed to, in which orders it stands, and what each row says. From that follow
//! what an address may ask, the filters above the page, the file for a spreadsheet, the JSON of the interface and its
//! description. A page adds only how a row looks.

use std::future::Future;

use app::lijst::{Direction, Page, Rows};
use base::Date;
use exchange::tabel::Cel;
use serde_json::{Map, Value, json};

use crate::csv::Csv;
use crate::error::{Fout, Uitkomst};
use crate::onderdelen::{Filters, Optie, Veld};
use crate::query::Vraag;
use crate::session::Kijker;
use crate::state::WebState;

/// A list with rows `R`, asked for by a wish `W`, in one of the orders `S`.
pub struct Lijst<R: 'static, W: 'static, S: Copy + 'static> {
    /// What it is called: the resource of the interface and, with `.csv`, the file.
    pub naam: &'static str,
    /// What it holds, in one sentence for whoever builds on it.
    pub uitleg: &'static str,
    /// What it can be narrowed to, in the order of the page.
    pub filters: &'static [Filter<W>],
    /// Its orders, each by the code that stands in an address.
    pub ordes: &'static [(&'static str, S)],
    /// The order when none is asked for.
    pub gewoon: (S, Direction),
    /// Puts an order into the wish.
    pub orden: fn(&mut W, S, Direction),
    /// What each row says, in the order of the file.
    pub gegevens: &'static [Gegeven<R>],
    /// What programs get besides, or instead of what has the same name: codes, where people read words.
    pub codes: &'static [Gegeven<R>],
}

/// One thing to narrow a list to.
pub struct Filter<W: 'static> {
    /// Its key in an address.
    pub sleutel: &'static str,
    /// The words above its field.
    pub titel: &'static str,
    /// What can be asked, and what that does to the wish.
    pub soort: Filtersoort<W>,
}

/// What a filter takes. Never a name: addresses are kept and passed on.
pub enum Filtersoort<W: 'static> {
    /// One of a closed list: what no choice is called, the codes with their words, and what a code does.
    Keuze(&'static str, fn() -> Vec<(&'static str, &'static str)>, fn(&mut W, &str)),
    /// A day.
    Datum(fn(&mut W, Date)),
    /// A code or short word: what is expected, its pattern, a hint, and whether it could be read.
    Woord(&'static str, &'static str, &'static str, fn(&mut W, &str) -> bool),
}

/// One thing that a row says.
pub struct Gegeven<R: 'static> {
    /// Its head in the file and its name in JSON.
    pub naam: &'static str,
    /// What it is.
    pub soort: Soort,
    /// The value of a row.
    pub waarde: fn(&R) -> Cel,
}

/// The pattern of a word that is no code: anything but nothing, without control characters, as a query takes it.
pub const IETS: &str = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$";
/// The pattern of the code of a school.
pub const SCHOOLCODE: &str = "^[0-9A-Za-z]{6}$";

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// Text or a code.
    Tekst,
    /// A day.
    Datum,
    /// A whole number.
    Getal,
}

impl<R, W: Default, S: Copy> Lijst<R, W, S> {
    /// The wish that the address of a page asks for.
    pub fn wens(&self, vraag: &Vraag) -> Result<W, Fout> {
        self.read(vraag, str::to_owned)
    }

    /// The wish that an address of the interface asks for, whose keys are written differently.
    pub fn wens_of_interface(&self, vraag: &Vraag) -> Result<W, Fout> {
        self.read(vraag, camel)
    }

    fn read(&self, vraag: &Vraag, key: fn(&str) -> String) -> Result<W, Fout> {
        let mut wens = W::default();
        let (sort, direction) = vraag.order(self.ordes, self.gewoon)?;
        (self.orden)(&mut wens, sort, direction);
        for filter in self.filters {
            filter.read(vraag, &key(filter.sleutel), &mut wens)?;
        }
        Ok(wens)
    }

    /// The filters above the page, those of these keys.
    pub fn filters(&self, titel: &str, pad: &str, vraag: &Vraag, sleutels: &[&str]) -> Filters {
        let filters = Filters::new(titel, pad);
        let each = |filters: Filters, filter: &Filter<W>| {
            if sleutels.contains(&filter.sleutel) {
                filters.with(filter.field(vraag))
            } else {
                filters.keeping(filter.sleutel, vraag.text(filter.sleutel))
            }
        };
        self.filters.iter().fold(filters, each).ordered(vraag)
    }

    /// The whole list as a file for a spreadsheet, asked for page by page. That it was made is written down before it is
    /// given out.
    pub async fn csv<E, F>(&self, state: &WebState, kijker: &Kijker, ask: impl Fn(Page) -> F) -> Uitkomst
    where
        F: Future<Output = Result<Rows<R>, E>>,
        Fout: From<E>,
    {
        let heads: Vec<&str> = self.gegevens.iter().map(|gegeven| gegeven.naam).collect();
        let row = |row: &R| self.gegevens.iter().map(|gegeven| (gegeven.waarde)(row)).collect();
        let made = Csv::new(&format!("{}.csv", self.naam), &heads).of_pages(ask, row).await?;
        state.app.log_uitvoer(&kijker.kijker, self.naam, kijker.moment).await?;
        Ok(made)
    }

    /// What programs get of a row.
    pub fn for_programs(&self) -> impl Iterator<Item = &Gegeven<R>> {
        let instead = |gegeven: &&Gegeven<R>| self.codes.iter().any(|code| code.naam == gegeven.naam);
        self.codes.iter().chain(self.gegevens.iter().filter(move |gegeven| !instead(gegeven)))
    }

    /// A page of the list as JSON.
    pub fn json(&self, found: &Rows<R>) -> Value {
        let row = |row: &R| -> Value {
            let pairs =
                self.for_programs().map(|gegeven| (gegeven.naam.to_owned(), cell((gegeven.waarde)(row))));
            Value::Object(pairs.collect::<Map<_, _>>())
        };
        json!({
            "rijen": found.rows.iter().map(row).collect::<Vec<_>>(),
            "totaal": found.total,
            "meer": found.more,
        })
    }

    /// What can be asked in an address of the interface: key, words and schema, the filters first.
    pub fn parameters(&self) -> Vec<(String, &'static str, Value)> {
        let codes: Vec<&str> = self.ordes.iter().map(|(code, _)| *code).collect();
        let filters =
            self.filters.iter().map(|filter| (camel(filter.sleutel), filter.titel, filter.schema()));
        let order = [
            (
                "sorteer".to_owned(),
                "Waarop de lijst is gesorteerd.",
                json!({ "type": "string", "enum": codes }),
            ),
            (
                "richting".to_owned(),
                "Oplopend of aflopend.",
                json!({ "type": "string", "enum": ["op", "af"] }),
            ),
        ];
        filters.chain(order).collect()
    }
}

impl<W> Filter<W> {
    fn read(&self, vraag: &Vraag, sleutel: &str, wens: &mut W) -> Result<(), Fout> {
        match &self.soort {
            Filtersoort::Keuze(_, choices, set) => {
                let known = |code: &str| choices().into_iter().find(|(known, _)| *known == code);
                if let Some((code, _)) = vraag.code(sleutel, known)? {
                    set(wens, code);
                }
            }
            Filtersoort::Datum(set) => {
                if let Some(day) = vraag.date(sleutel)? {
                    set(wens, day);
                }
            }
            Filtersoort::Woord(expected, _, _, set) => {
                let word = vraag.parse_one::<String>(sleutel, expected)?;
                if word.is_some_and(|word| !set(wens, &word)) {
                    return Err(Fout::vraag(sleutel, expected));
                }
            }
        }
        Ok(())
    }

    fn field(&self, vraag: &Vraag) -> Veld {
        let field = match &self.soort {
            Filtersoort::Keuze(none, choices, _) => {
                let choices = choices().into_iter().map(|(code, words)| Optie::new(code, words));
                let all = std::iter::once(Optie::new("", *none)).chain(choices).collect();
                Veld::select(self.sleutel, self.titel, all)
            }
            Filtersoort::Datum(_) => Veld::date(self.sleutel, self.titel),
            Filtersoort::Woord(_, _, "", _) => Veld::text(self.sleutel, self.titel),
            Filtersoort::Woord(_, _, hint, _) => Veld::text(self.sleutel, self.titel).hint(*hint),
        };
        field.value(vraag.text(self.sleutel).unwrap_or_default())
    }

    fn schema(&self) -> Value {
        match &self.soort {
            Filtersoort::Keuze(_, choices, _) => {
                let codes: Vec<&str> = choices().into_iter().map(|(code, _)| code).collect();
                json!({ "type": "string", "enum": codes })
            }
            Filtersoort::Datum(_) => json!({ "type": "string", "format": "date" }),
            Filtersoort::Woord(expected, pattern, ..) => {
                json!({ "type": "string", "description": expected, "pattern": pattern })
            }
        }
    }
}

impl Soort {
    /// The JSON schema of a value.
    pub fn schema(self) -> Value {
        match self {
            Self::Tekst => json!({ "type": ["string", "null"] }),
            Self::Datum => json!({ "type": ["string", "null"], "format": "date" }),
            Self::Getal => json!({ "type": ["integer", "null"] }),
        }
    }
}

fn cell(cel: Cel) -> Value {
    match cel {
        Cel::Tekst(text) if text.is_empty() => Value::Null,
        Cel::Tekst(text) => text.into(),
        Cel::Getal(number) => number.into(),
        Cel::Datum(day) => day.to_string().into(),
        Cel::Leeg => Value::Null,
    }
}

/// `geldig_op` and `wacht-op` as the query of the interface writes them: `geldigOp`, `wachtOp`.
fn camel(naam: &str) -> String {
    let mut words = naam.split(['_', '-']);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut name, word| {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.extend(letters);
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_interface_writes_them() {
        assert_eq!(camel("geldig_op"), "geldigOp");
        assert_eq!(camel("wacht-op"), "wachtOp");
        assert_eq!(camel("naam"), "naam");
    }
}
