//! Checks that many commands share: texts that are not empty, dates that can be.

use base::{Date, dates};

use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;

/// Longest name or short line, in characters.
pub const MOST_LINE: usize = 200;
/// Longest text, in characters.
pub const MOST_TEXT: usize = 20_000;
/// Most items in a list that somebody types.
pub const MOST_ITEMS: usize = 30;

/// A line that must be there, trimmed.
pub fn line(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = optional_line(veld, text)?;
    if text.is_empty() { Err(Refusal::field(veld, "dit is nog leeg")) } else { Ok(text) }
}

/// A line that may be empty, trimmed.
pub fn optional_line(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > MOST_LINE {
        return Err(Refusal::field(veld, format!("dit is langer dan {MOST_LINE} tekens")));
    }
    if text.contains(['\n', '\r', '\0']) {
        return Err(Refusal::field(veld, "dit moet op één regel staan"));
    }
    Ok(text.to_owned())
}

/// A text that must be there, trimmed.
pub fn text(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = optional_text(veld, text)?;
    if text.is_empty() { Err(Refusal::field(veld, "dit is nog leeg")) } else { Ok(text) }
}

/// A text that may be empty, trimmed.
pub fn optional_text(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > MOST_TEXT {
        return Err(Refusal::field(veld, format!("dit is langer dan {MOST_TEXT} tekens")));
    }
    if text.contains('\0') {
        return Err(Refusal::field(veld, "hierin staat een teken dat niet kan"));
    }
    Ok(text.to_owned())
}

/// A list of lines; empty ones left out.
pub fn lines(veld: &'static str, items: &[String]) -> Result<Vec<String>, Refusal> {
    let kept: Vec<String> = items
        .iter()
        .map(|item| optional_line(veld, item))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .filter(|item| !item.is_empty())
        .collect();
    if kept.len() > MOST_ITEMS {
        return Err(Refusal::field(veld, format!("dit zijn er meer dan {MOST_ITEMS}")));
    }
    Ok(kept)
}

/// A day on which something happened: not in the future, not before `earliest`.
pub fn happened(veld: &'static str, on: Date, earliest: Date, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
    if on > ctx.vandaag {
        return Err(Refusal::field(veld, format!("{} ligt in de toekomst", dates::short_nl(on))));
    }
    not_before(veld, on, earliest)
}

/// A day that is not before another.
pub fn not_before(veld: &'static str, on: Date, earliest: Date) -> Result<Date, Refusal> {
    if on < earliest {
        return Err(Refusal::field(
            veld,
            format!("{} ligt voor {}", dates::short_nl(on), dates::short_nl(earliest)),
        ));
    }
    Ok(on)
}

/// A day that a plan can name: at most ten years from now.
pub fn plannable(veld: &'static str, on: Date, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
    let last = dates::plus_months(ctx.vandaag, 120).unwrap_or(Date::MAX);
    if on > last {
        return Err(Refusal::field(veld, format!("{} ligt meer dan tien jaar vooruit", dates::short_nl(on))));
    }
    Ok(on)
}

/// The next number in a list that counts from 1.
pub fn next_nr(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1) + 1
}
