//! The form to try a rule with, made from the description of its input.
//!
//! A list has a row for each of its values and empty rows below; a row that is left empty counts as none, so that
//! nothing has to be taken away. A button asks for more rows and sends the form: it works without script.

use base::Date;
use recht::soort::{
    Discipline, IngeschrevenSoort, Onderwijs, OppOnderdeel, OppSchoolsoort, TlvSoort, Vrijstelling,
};
use recht::{Aanwezigheid, Regelkaart, Veld as Invoerveld, Vorm};
use web_base::form::Formulier;
use web_base::onderdelen::{Fouten, Optie, Veld};

use super::invoer;

/// Rows of a list that are there from the start.
const EMPTY_ROWS: usize = 2;
/// Most rows that somebody can ask for.
const MOST_ROWS: usize = 200;
/// Lists in which the same choice may stand twice, so that checkboxes are not enough: one person per discipline.
const WITH_DOUBLES: [(&str, &str); 1] = [("tlv.deskundigen", "disciplines")];
/// Beginning of the name of the button that asks for more rows.
const MORE: &str = "meer-";

/// The form.
pub(super) struct Proefformulier {
    pub(super) delen: Vec<Deel>,
}

/// A part of the form.
pub(super) enum Deel {
    /// A field.
    Veld(Veld),
    /// A list with its rows.
    Lijst(Lijst),
}

/// A list.
pub(super) struct Lijst {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) uitleg: String,
    pub(super) fout: Option<String>,
    pub(super) knop: String,
    pub(super) rijen: Vec<Vec<Veld>>,
}

/// Somebody pressed the button for more rows.
pub(super) fn asks_for_more(formulier: &Formulier) -> bool {
    formulier.names().any(|name| name.starts_with(MORE))
}

/// Whether a list of choices is asked as checkboxes.
pub(super) fn as_checkboxes(regel: &str, veld: &Invoerveld) -> bool {
    matches!(&veld.vorm, Vorm::Lijst(item) if matches!(**item, Vorm::Keuze(_)))
        && !WITH_DOUBLES.contains(&(regel, veld.naam.as_str()))
}

/// How many rows of a list were sent.
pub(super) fn rows_sent(formulier: &Formulier, naam: &str) -> usize {
    let begin = format!("{naam}[");
    let numbers = formulier.names().filter_map(|name| {
        let (number, _) = name.strip_prefix(&begin)?.split_once(']')?;
        number.parse::<usize>().ok().filter(|number| *number < MOST_ROWS)
    });
    numbers.max().map_or(0, |last| last + 1)
}

impl Proefformulier {
    /// Before anything was sent.
    pub(super) fn empty(kaart: &Regelkaart<'_>, today: Date) -> Self {
        Self::build(kaart, today, None, &Fouten::new())
    }

    /// With what was sent.
    pub(super) fn filled(
        kaart: &Regelkaart<'_>,
        today: Date,
        formulier: &Formulier,
        fouten: &Fouten,
    ) -> Self {
        Self::build(kaart, today, Some(formulier), fouten)
    }

    fn build(kaart: &Regelkaart<'_>, today: Date, sent: Option<&Formulier>, fouten: &Fouten) -> Self {
        let filler = Vuller { regel: kaart.naam, sent, fouten };
        let mut delen: Vec<Deel> = kaart.invoer.iter().flat_map(|veld| filler.parts(veld)).collect();
        let op = Veld::date("op", "Volgens het recht van welke dag?").required().value(&today.to_string());
        delen.push(Deel::Veld(filler.fill(op, "op")));
        Self { delen }
    }
}

/// Fills the fields of one form.
struct Vuller<'a> {
    regel: &'a str,
    sent: Option<&'a Formulier>,
    fouten: &'a Fouten,
}

impl Vuller<'_> {
    fn fill(&self, veld: Veld, path: &str) -> Veld {
        let veld = match self.sent {
            Some(sent) => veld.values(&sent.all(path).collect::<Vec<_>>()),
            None => veld,
        };
        veld.error(self.fouten.of(path))
    }

    fn parts(&self, veld: &Invoerveld) -> Vec<Deel> {
        match &veld.vorm {
            Vorm::Groep(velden) => velden
                .iter()
                .map(|inner| Deel::Veld(self.field(inner, &format!("{}.{}", veld.naam, inner.naam))))
                .collect(),
            Vorm::Lijst(_) if as_checkboxes(self.regel, veld) => vec![Deel::Veld(self.checkboxes(veld))],
            Vorm::Lijst(item) => vec![Deel::Lijst(self.list(veld, item))],
            Vorm::Datum
            | Vorm::JaNee
            | Vorm::Keuze(_)
            | Vorm::Tekst
            | Vorm::GeheelGetal
            | Vorm::Getal
            | Vorm::Schooljaar => vec![Deel::Veld(self.field(veld, &veld.naam))],
        }
    }

    fn field(&self, veld: &Invoerveld, path: &str) -> Veld {
        let made =
            base_field(veld, path, &invoer::label(&veld.naam)).hint(invoer::for_readers(&veld.betekenis));
        let made = if veld.aanwezigheid == Aanwezigheid::Verplicht { made.required() } else { made };
        let made = match &veld.aanwezigheid {
            Aanwezigheid::Standaard(value) => made.value(if value == true { "ja" } else { "nee" }).required(),
            Aanwezigheid::Verplicht | Aanwezigheid::MagLeeg => made,
        };
        self.fill(made, path)
    }

    fn checkboxes(&self, veld: &Invoerveld) -> Veld {
        let codes = match &veld.vorm {
            Vorm::Lijst(item) => choices(item),
            Vorm::Datum
            | Vorm::JaNee
            | Vorm::Keuze(_)
            | Vorm::Tekst
            | Vorm::GeheelGetal
            | Vorm::Getal
            | Vorm::Schooljaar
            | Vorm::Groep(_) => Vec::new(),
        };
        let made = Veld::checkboxes(&veld.naam, invoer::label(&veld.naam), codes);
        self.fill(made.hint(invoer::for_readers(&veld.betekenis)).required(), &veld.naam)
    }

    fn list(&self, veld: &Invoerveld, item: &Vorm) -> Lijst {
        let sent = self.sent.map_or(0, |sent| rows_sent(sent, &veld.naam));
        let more = self.sent.is_some_and(|sent| sent.is_on(&format!("{MORE}{}", veld.naam)));
        let rows = (sent + if more { EMPTY_ROWS } else { 0 }).clamp(EMPTY_ROWS, MOST_ROWS);
        Lijst {
            id: Veld::id_of(&veld.naam),
            label: invoer::label(&veld.naam),
            uitleg: invoer::for_readers(&veld.betekenis),
            fout: self.fouten.of(&veld.naam).map(ToOwned::to_owned),
            knop: format!("{MORE}{}", veld.naam),
            rijen: (0..rows).map(|row| self.row(&veld.naam, item, row)).collect(),
        }
    }

    fn row(&self, naam: &str, item: &Vorm, row: usize) -> Vec<Veld> {
        let path = format!("{naam}[{row}]");
        let numbered = |label: String| format!("{label} ({})", row + 1);
        match item {
            Vorm::Groep(velden) => {
                let field = |inner: &Invoerveld| {
                    let at = format!("{path}.{}", inner.naam);
                    let made = base_field(inner, &at, &numbered(invoer::label(&inner.naam)));
                    self.fill(made.hint(invoer::for_readers(&inner.betekenis)).required(), &at)
                };
                velden.iter().map(field).collect()
            }
            vorm @ (Vorm::Datum
            | Vorm::JaNee
            | Vorm::Keuze(_)
            | Vorm::Tekst
            | Vorm::GeheelGetal
            | Vorm::Getal
            | Vorm::Schooljaar
            | Vorm::Lijst(_)) => {
                let single = Invoerveld {
                    naam: naam.to_owned(),
                    vorm: vorm.clone(),
                    aanwezigheid: Aanwezigheid::MagLeeg,
                    betekenis: String::new(),
                };
                vec![self.fill(base_field(&single, &path, &numbered(invoer::label(naam))).required(), &path)]
            }
        }
    }
}

fn base_field(veld: &Invoerveld, path: &str, label: &str) -> Veld {
    match &veld.vorm {
        Vorm::Datum => Veld::date(path, label),
        Vorm::JaNee => Veld::yes_no(path, label),
        Vorm::Keuze(_) => {
            let mut options = vec![Optie::new("", "Kies …")];
            options.extend(choices(&veld.vorm));
            Veld::select(path, label, options)
        }
        Vorm::Schooljaar => Veld::text(path, label).hint("Bijvoorbeeld 2025-2026."),
        Vorm::GeheelGetal if invoer::is_amount(&veld.naam) => {
            Veld::text(path, format!("{label}, in euro")).hint("Bijvoorbeeld 1.250.000 of 99,95.")
        }
        Vorm::Getal => Veld::text(path, label).hint("Bijvoorbeeld 2 of 1,5."),
        Vorm::Tekst | Vorm::GeheelGetal | Vorm::Lijst(_) | Vorm::Groep(_) => Veld::text(path, label),
    }
}

fn choices(vorm: &Vorm) -> Vec<Optie> {
    match vorm {
        Vorm::Keuze(codes) => codes.iter().map(|code| Optie::new(code, choice_words(codes, code))).collect(),
        Vorm::Datum
        | Vorm::JaNee
        | Vorm::Tekst
        | Vorm::GeheelGetal
        | Vorm::Getal
        | Vorm::Schooljaar
        | Vorm::Lijst(_)
        | Vorm::Groep(_) => Vec::new(),
    }
}

/// The word of a code, among the codes with which it can be chosen: of those the law has its words already, and what is a part of an
/// act is called so.
fn choice_words(codes: &[String], code: &str) -> String {
    let lists: [fn(&str) -> Option<&'static str>; 7] = [
        |code| TlvSoort::from_code(code).map(TlvSoort::label),
        |code| Onderwijs::from_code(code).map(Onderwijs::label),
        |code| IngeschrevenSoort::from_code(code).map(IngeschrevenSoort::label),
        |code| OppSchoolsoort::from_code(code).map(OppSchoolsoort::label),
        |code| Discipline::from_code(code).map(Discipline::label),
        |code| OppOnderdeel::from_code(code).map(OppOnderdeel::label),
        |code| Vrijstelling::from_code(code).map(Vrijstelling::label),
    ];
    let known = lists.iter().find(|word| codes.iter().all(|code| word(code).is_some()));
    known.and_then(|word| word(code)).map_or_else(|| invoer::code_words(code), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every choice of every rule, with its words.
    fn all_choices(vorm: &Vorm, found: &mut Vec<(String, String)>) {
        match vorm {
            Vorm::Keuze(_) => {
                found.extend(choices(vorm).into_iter().map(|optie| (optie.code, optie.tekst)));
            }
            Vorm::Lijst(item) => all_choices(item, found),
            Vorm::Groep(velden) => velden.iter().for_each(|veld| all_choices(&veld.vorm, found)),
            _ => {}
        }
    }

    #[test]
    fn what_can_be_chosen_in_a_rule_has_words_and_no_code() {
        let wet = recht::Wet::load().expect("the law");
        let mut found = Vec::new();
        for kaart in wet.regels() {
            kaart.invoer.iter().for_each(|veld| all_choices(&veld.vorm, &mut found));
        }
        assert!(found.len() > 20, "{} choices", found.len());
        for (code, words) in &found {
            assert!(!words.contains('_'), "{code}: {words}");
            // An abbreviation says nothing to who does not know it.
            assert!(words.chars().count() > 4 || words == "arts", "{code}: {words}");
        }
        let word =
            |code: &str| found.iter().find(|(known, _)| known == code).map(|(_, words)| words.as_str());
        assert_eq!(word("kinder_of_jeugdpsycholoog"), Some("kinder- of jeugdpsycholoog"));
    }
}
