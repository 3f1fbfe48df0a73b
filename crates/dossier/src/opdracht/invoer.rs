//! Checks that many commands share: texts that are not empty, dates that can be.

use base::{Date, dates};
use verband::grenzen::MOST_MONTHS_PLANNED_AHEAD;

use crate::opdracht::Besluitvorming;
use crate::refusal::Refusal;
use crate::rol::Rol;
use crate::staat::Dossier;
use crate::woord::aantal;

/// Longest name or short line, in characters.
pub const MOST_LINE: usize = 200;
/// Longest text, in characters.
pub const MOST_TEXT: usize = 20_000;
/// Most items in a list that somebody types.
pub const MOST_ITEMS: usize = 30;

/// A line that must be there, trimmed.
pub fn line(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = optional_line(veld, text)?;
    if text.is_empty() { Err(Refusal::field(veld, sleutels::algemeen::nog_leeg())) } else { Ok(text) }
}

/// A line that may be empty, trimmed.
pub fn optional_line(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > MOST_LINE {
        return Err(Refusal::field(veld, sleutels::algemeen::TeLang { tekens: aantal(MOST_LINE) }.tekst()));
    }
    if text.contains(['\n', '\r', '\0']) {
        return Err(Refusal::field(veld, sleutels::algemeen::een_regel()));
    }
    if text.chars().any(base::naam::hides) {
        return Err(Refusal::field(veld, sleutels::algemeen::verkeerd_teken()));
    }
    Ok(text.to_owned())
}

/// A text that must be there, trimmed.
pub fn text(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = optional_text(veld, text)?;
    if text.is_empty() { Err(Refusal::field(veld, sleutels::algemeen::nog_leeg())) } else { Ok(text) }
}

/// Why somebody who does this for their work decides or asks something: as long as the policy asks, so that it says something. No act
/// of a family has one: what they say may be as short as they like ([`words_of_parent`]).
pub fn reason(veld: &'static str, given: &str, ctx: &Besluitvorming<'_>) -> Result<String, Refusal> {
    let given = text(veld, given)?;
    let least = usize::from(ctx.beleid.minste_letters_reden);
    let letters = given.chars().filter(|ch| ch.is_alphanumeric()).count();
    if letters < least {
        return Err(Refusal::field(veld, sleutels::algemeen::RedenTeKort { letters: aantal(least) }.tekst()));
    }
    Ok(given)
}

/// A text that may be empty, trimmed.
pub fn optional_text(veld: &'static str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > MOST_TEXT {
        return Err(Refusal::field(veld, sleutels::algemeen::TeLang { tekens: aantal(MOST_TEXT) }.tekst()));
    }
    if text.contains('\0') {
        return Err(Refusal::field(veld, sleutels::algemeen::verkeerd_teken()));
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
        return Err(Refusal::field(
            veld,
            sleutels::algemeen::TeVeel { hoogstens: aantal(MOST_ITEMS) }.tekst(),
        ));
    }
    Ok(kept)
}

/// A day on which something happened: not in the future, not before `earliest`.
pub fn happened(
    veld: &'static str,
    on: Date,
    earliest: Date,
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    if on > ctx.vandaag {
        return Err(Refusal::field(veld, sleutels::algemeen::DagInDeToekomst { dag: on }.tekst()));
    }
    not_before(veld, on, earliest)
}

/// A day that is not before another.
pub fn not_before(veld: &'static str, on: Date, earliest: Date) -> Result<Date, Refusal> {
    if on < earliest {
        return Err(Refusal::field(veld, sleutels::algemeen::DagVoor { dag: on, eerste: earliest }.tekst()));
    }
    Ok(on)
}

/// A day that is no later than another.
pub fn not_after(veld: &'static str, on: Date, last: Date) -> Result<Date, Refusal> {
    if on <= last {
        return Ok(on);
    }
    Err(Refusal::field(veld, sleutels::algemeen::DagTeVer { dag: on, laatste: last }.tekst())
        .instead(sleutels::algemeen::DagTotEnMet { tot_en_met: last }.tekst()))
}

/// A day that a plan can name: not too far from now.
pub fn plannable(veld: &'static str, on: Date, ctx: &Besluitvorming<'_>) -> Result<Date, Refusal> {
    let last = dates::plus_months(ctx.vandaag, MOST_MONTHS_PLANNED_AHEAD).unwrap_or(Date::MAX);
    not_after(veld, on, last)
}

/// What is missing, as a list in which at least one thing stands.
pub fn missing(veld: &'static str, items: &[String]) -> Result<Vec<String>, Refusal> {
    let wat = lines(veld, items)?;
    if wat.is_empty() { Err(Refusal::field(veld, sleutels::algemeen::wat_ontbreekt())) } else { Ok(wat) }
}

/// Last day of the time that somebody gets to answer: after today, and within so many weeks.
pub fn reply_time(
    veld: &'static str,
    last: Date,
    weken: i32,
    ctx: &Besluitvorming<'_>,
) -> Result<Date, Refusal> {
    if last <= ctx.vandaag {
        return Err(Refusal::field(veld, sleutels::algemeen::geef_tijd()));
    }
    let longest = dates::plus_days(ctx.vandaag, 7 * weken).unwrap_or(Date::MAX);
    if last > longest {
        return Err(Refusal::field(veld, sleutels::algemeen::StaatTeLangStil { weken }.tekst())
            .instead(sleutels::algemeen::DagTotEnMet { tot_en_met: longest }.tekst()));
    }
    Ok(last)
}

/// The next day.
pub fn day_after(day: Date) -> Date {
    dates::plus_days(day, 1).unwrap_or(Date::MAX)
}

/// A parent acts for themselves only: the person with this number has the account of whoever acts.
pub fn own_person(
    veld: &'static str,
    dossier: &Dossier,
    nr: u32,
    ctx: &Besluitvorming<'_>,
) -> Result<(), Refusal> {
    let account = dossier.persoon(nr).and_then(|persoon| persoon.account.as_ref());
    if matches!(ctx.actor.rol, Rol::Ouder | Rol::Leerling) && account != Some(&ctx.actor.persoon) {
        return Err(Refusal::field(veld, sleutels::algemeen::alleen_voor_uzelf()));
    }
    Ok(())
}

/// The words of a parent: what a parent writes may be empty, but a school that records it says how
/// they let it be known.
pub fn words_of_parent(veld: &'static str, text: &str, ctx: &Besluitvorming<'_>) -> Result<String, Refusal> {
    let text = optional_text(veld, text)?;
    if text.is_empty() && !matches!(ctx.actor.rol, Rol::Ouder | Rol::Leerling) {
        return Err(Refusal::field(veld, sleutels::algemeen::hoe_lieten_ouders_weten()));
    }
    Ok(text)
}

/// The next number in a list that counts from 1.
pub fn next_nr(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1) + 1
}
