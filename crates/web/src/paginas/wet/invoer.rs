//! From the fields of the form to the input of a rule, and back to words: the rule itself says what is wrong.

use base::Date;
use recht::openbaar::{self, ToetsFout};
use recht::{Regelkaart, Veld as Invoerveld, Veldfout, Vorm, Wet};
use serde_json::{Map, Value};
use web_base::error::Fout;
use web_base::form::{Formulier, Lezer, parse_date};
use web_base::onderdelen::Fouten;

use super::formulier::{as_checkboxes, rows_sent};
use super::uitkomst::Antwoord;

/// Asks a rule what the form asks: its answer, or what is wrong in the form.
pub(super) fn ask(
    wet: &Wet,
    kaart: &Regelkaart<'_>,
    formulier: &Formulier,
    today: Date,
) -> Result<Result<Antwoord, Fouten>, Fout> {
    let mut lezer = Lezer::of(formulier);
    let op = lezer.date("op").unwrap_or(today);
    let mut fouten = lezer.finish().err().unwrap_or_default();
    let input = Gelezen::read(kaart, formulier);
    match openbaar::toets_json(wet, kaart.naam, &input.value, op) {
        Ok((answer, _)) if fouten.is_empty() => Ok(Ok(Antwoord::new(kaart, &answer))),
        Ok(_) => Ok(Err(fouten)),
        Err(ToetsFout::Invoer(wrong)) => {
            for fout in &wrong.velden {
                fouten.add_named(&input.field_of(&fout.veld), &label_of(&fout.veld), error_words(fout));
            }
            Ok(Err(fouten))
        }
        Err(failure) => {
            tracing::error!(regel = kaart.naam, %failure, "a rule does not fit its description");
            Err(Fout::Intern)
        }
    }
}

/// The input as the rule takes it, and which row of the form each item of a list came from.
struct Gelezen {
    value: Value,
    rows: Vec<(String, Vec<usize>)>,
}

impl Gelezen {
    fn read(kaart: &Regelkaart<'_>, formulier: &Formulier) -> Self {
        let mut read = Self { value: Value::Null, rows: Vec::new() };
        let mut input = Map::new();
        for veld in kaart.invoer {
            if let Some(value) = read.field(kaart.naam, veld, formulier) {
                input.insert(veld.naam.clone(), value);
            }
        }
        read.value = Value::Object(input);
        read
    }

    fn field(&mut self, regel: &str, veld: &Invoerveld, formulier: &Formulier) -> Option<Value> {
        match &veld.vorm {
            Vorm::Groep(velden) => group(velden, &veld.naam, formulier),
            Vorm::Lijst(_) if as_checkboxes(regel, veld) => {
                Some(Value::Array(formulier.all(&veld.naam).map(Value::from).collect()))
            }
            Vorm::Lijst(item) => {
                let rows: Vec<(usize, Value)> = (0..rows_sent(formulier, &veld.naam))
                    .filter_map(|row| Some((row, self::row(item, &veld.naam, row, formulier)?)))
                    .collect();
                self.rows.push((veld.naam.clone(), rows.iter().map(|(row, _)| *row).collect()));
                Some(Value::Array(rows.into_iter().map(|(_, value)| value).collect()))
            }
            vorm @ (Vorm::Datum
            | Vorm::JaNee
            | Vorm::Keuze(_)
            | Vorm::Tekst
            | Vorm::GeheelGetal
            | Vorm::Getal
            | Vorm::Schooljaar) => single(vorm, &veld.naam, formulier.text(&veld.naam)),
        }
    }

    /// The name of the form's field that a path of the rule means: empty rows were passed over.
    fn field_of(&self, path: &str) -> String {
        let renamed = self.rows.iter().find_map(|(list, rows)| {
            let (number, rest) = path.strip_prefix(list.as_str())?.strip_prefix('[')?.split_once(']')?;
            let row = rows.get(number.parse::<usize>().ok()?)?;
            Some(format!("{list}[{row}]{rest}"))
        });
        renamed.unwrap_or_else(|| path.to_owned())
    }
}

fn row(item: &Vorm, list: &str, row: usize, formulier: &Formulier) -> Option<Value> {
    let path = format!("{list}[{row}]");
    match item {
        Vorm::Groep(velden) => group(velden, &path, formulier),
        vorm @ (Vorm::Datum
        | Vorm::JaNee
        | Vorm::Keuze(_)
        | Vorm::Tekst
        | Vorm::GeheelGetal
        | Vorm::Getal
        | Vorm::Schooljaar
        | Vorm::Lijst(_)) => single(vorm, list, formulier.text(&path)),
    }
}

/// An object with the fields that are filled in; none when nothing is.
fn group(velden: &[Invoerveld], path: &str, formulier: &Formulier) -> Option<Value> {
    let filled = velden.iter().filter_map(|veld| {
        let text = formulier.text(&format!("{path}.{}", veld.naam));
        Some((veld.naam.clone(), single(&veld.vorm, &veld.naam, text)?))
    });
    let filled: Map<String, Value> = filled.collect();
    (!filled.is_empty()).then_some(Value::Object(filled))
}

/// What was typed as the rule takes it; what cannot be read goes on as it is, for the rule to refuse.
fn single(vorm: &Vorm, naam: &str, text: &str) -> Option<Value> {
    if text.is_empty() {
        return None;
    }
    let read = match vorm {
        Vorm::Datum => parse_date(text).map(|day| Value::from(day.to_string())),
        Vorm::JaNee => match text {
            "ja" => Some(Value::Bool(true)),
            "nee" => Some(Value::Bool(false)),
            _ => None,
        },
        Vorm::GeheelGetal if is_amount(naam) => parse_euro(text).map(Value::from),
        Vorm::GeheelGetal => text.parse::<i64>().ok().map(Value::from),
        Vorm::Getal => number(text),
        Vorm::Keuze(_) | Vorm::Tekst | Vorm::Schooljaar | Vorm::Lijst(_) | Vorm::Groep(_) => None,
    };
    Some(read.unwrap_or_else(|| Value::from(text)))
}

/// `1,5` or `1.5`.
fn number(text: &str) -> Option<Value> {
    let plain = text.replace(',', ".");
    let shape =
        plain.len() <= 40 && plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let number: serde_json::Number = shape.then(|| plain.parse().ok())??;
    Some(Value::Number(number))
}

/// Whether a field counts eurocents, which people type as euros.
pub(super) fn is_amount(naam: &str) -> bool {
    naam.ends_with("_eurocent")
}

/// `1.250.000`, `99,95`, `€ -3,50`: in cents.
fn parse_euro(text: &str) -> Option<i64> {
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '€').collect();
    let (negative, digits) = bare.strip_prefix('-').map_or((false, bare.as_str()), |rest| (true, rest));
    let (euros, cents) = digits.split_once(',').unwrap_or((digits, ""));
    let groups: Vec<&str> = euros.split('.').collect();
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3)
        && groups.first().is_some_and(|first| groups.len() == 1 || (1..=3).contains(&first.len()));
    let euros = groups.concat();
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !grouped || euros.is_empty() || cents.len() > 2 || !all_digits(&euros) || !all_digits(cents) {
        return None;
    }
    let amount: i64 = format!("{euros}{cents:0<2}").parse().ok()?;
    Some(if negative { -amount } else { amount })
}

/// What is wrong with a field, for somebody who fills in a form.
fn error_words(fout: &Veldfout) -> String {
    let nothing = fout.gegeven == "niets";
    match fout.verwacht.as_str() {
        "true of false" => "Kies ja of nee.".to_owned(),
        date if date.starts_with("een datum als") => if nothing {
            "Vul een datum in."
        } else {
            "Dit is geen datum. Schrijf dag, maand en jaar, zoals 3-3-2026."
        }
        .to_owned(),
        choice if choice.starts_with("een van:") => "Kies een van de mogelijkheden.".to_owned(),
        "een geheel getal, zonder punt of exponent" => "Vul een getal of bedrag in.".to_owned(),
        expected if nothing => format!("Vul dit in. Nodig is: {}.", for_readers(expected)),
        expected => format!("Dit klopt niet. Nodig is: {}.", for_readers(expected)),
    }
}

/// The label of the field at a path: `opschortingen[0].uitnodiging_op` → `Uitnodiging op`.
fn label_of(path: &str) -> String {
    label(path.rsplit('.').next().and_then(|last| last.split('[').next()).unwrap_or_default())
}

/// `ontvangen_op` as a label: `Ontvangen op`.
pub(super) fn label(naam: &str) -> String {
    let words = code_words(naam.strip_suffix("_eurocent").unwrap_or(naam));
    let mut letters = words.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    let label = format!("{first}{}", letters.as_str());
    label.replace("swv", "samenwerkingsverband").replace("Swv", "Samenwerkingsverband")
}

/// A code as words: `kinder_of_jeugdpsycholoog` → `kinder of jeugdpsycholoog`.
pub(super) fn code_words(code: &str) -> String {
    code.replace('_', " ")
}

/// The words of the contract for programs as words for people: a checkbox has no `true`, codes have no underscores,
/// and amounts are asked in euros.
pub(super) fn for_readers(text: &str) -> String {
    let words = [
        ("true:", "Ja:"),
        ("false:", "nee:"),
        ("true", "ja"),
        ("false", "nee"),
        (", in eurocent", ""),
        ("_", " "),
    ];
    words.into_iter().fold(text.to_owned(), |text, (code, word)| text.replace(code, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, cents) in [
            ("99,95", 9_995),
            ("1.250.000", 125_000_000),
            ("12", 1_200),
            ("€ 3,5", 350),
            ("-3,50", -350),
            ("1.234,56", 123_456),
            ("0,01", 1),
        ] {
            assert_eq!(parse_euro(text), Some(cents), "{text}");
        }
        for wrong in
            ["", "1.5", "1,234", "a", "1.2345", ".500", "12.34.567", "-", "9999999999999999999", "1,-5"]
        {
            assert_eq!(parse_euro(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_are_read_with_a_comma_or_a_point() {
        assert_eq!(number("1,5"), number("1.5"));
        for wrong in ["", "1,5,2", "1e5", "-", "NaN", "1.2.3"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
