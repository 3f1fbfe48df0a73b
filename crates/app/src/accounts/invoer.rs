//! What people type about accounts and organisations, made clean or refused at its field.

use dossier::Refusal;
use storage::Account;

use crate::AppError;

/// Longest name, in characters.
pub(crate) const NAAM_TEKENS: usize = 100;
/// Longest e-mail address, in characters (RFC 5321).
const E_MAIL_TEKENS: usize = 254;

/// One line that must be there, trimmed, of at most so many characters.
pub(crate) fn line(veld: &'static str, text: &str, most: usize) -> Result<String, AppError> {
    let line = optional_line(veld, text, most)?;
    if line.is_empty() { Err(Refusal::field(veld, teksten::accounts::nog_leeg()).into()) } else { Ok(line) }
}

/// One line that may be empty, trimmed, of at most so many characters.
pub(crate) fn optional_line(veld: &'static str, text: &str, most: usize) -> Result<String, AppError> {
    let text = text.trim();
    if text.chars().nth(most).is_some() {
        return Err(Refusal::field(
            veld,
            teksten::accounts::TeLang { tekens: i32::try_from(most).unwrap_or(i32::MAX) }.tekst(),
        )
        .into());
    }
    if text.chars().any(is_hidden) {
        return Err(Refusal::field(veld, teksten::accounts::verborgen_teken())
            .instead(teksten::accounts::opnieuw_intypen())
            .into());
    }
    Ok(text.to_owned())
}

/// Characters that are not seen and change how the rest is seen or stored.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// An e-mail address, in the form in which it is kept.
pub(crate) fn e_mail(text: &str) -> Result<String, AppError> {
    let address = Account::normalise_e_mail(&line("e_mail", text, E_MAIL_TEKENS)?);
    let wrong = || {
        AppError::from(
            Refusal::field("e_mail", teksten::accounts::geen_e_mailadres())
                .instead(teksten::accounts::adres_zoals()),
        )
    };
    let (local, domain) = address.rsplit_once('@').ok_or_else(wrong)?;
    let label = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let plain =
        !local.is_empty() && !local.contains(|c: char| c.is_whitespace() || "@<>()[],;:\"\\".contains(c));
    let fits = plain && domain.contains('.') && domain.split('.').all(label);
    if fits { Ok(address) } else { Err(wrong()) }
}

/// What stands behind an address that is somebody else's. It holds what no address holds, so that nobody signs in by it.
const BEZET: &str = " (kiest nog een eigen adres)";

/// What stands as the address of who was called by one that is somebody else's, until that person chose one.
pub(crate) fn bezet(address: &str) -> String {
    format!("{address}{BEZET}")
}

/// This person has to choose an address yet.
pub(crate) fn is_bezet(e_mail: &str) -> bool {
    e_mail.ends_with(BEZET)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<T: std::fmt::Debug>(result: Result<T, AppError>) -> Option<&'static str> {
        match result {
            Err(AppError::Refused(refusal)) => refusal.veld,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn addresses_are_cleaned_or_refused() {
        assert_eq!(e_mail(" M.Zonnedauw@School.NL ").unwrap(), "m.zonnedauw@school.nl");
        assert_eq!(e_mail("ib+1@de-ijsvogel.example").unwrap(), "ib+1@de-ijsvogel.example");
        let long = format!("{}@school.nl", "a".repeat(300));
        for wrong in [
            "",
            "m",
            &bezet("m@school.nl"),
            "@school.nl",
            "m@school",
            "m@@school.nl",
            "m@s..nl",
            "a b@school.nl",
            "a\0@s.nl",
            &long,
        ] {
            assert_eq!(field(e_mail(wrong)), Some("e_mail"), "{wrong}");
        }
    }

    #[test]
    fn a_name_has_no_hidden_characters() {
        assert_eq!(line("naam", "  Ëlodie van 't Hóf ", NAAM_TEKENS).unwrap(), "Ëlodie van 't Hóf");
        let long = "x".repeat(101);
        for wrong in ["", "   ", "a\0b", "a\nb", "a\u{202e}b", "a\u{200b}b", &long] {
            assert_eq!(field(line("naam", wrong, NAAM_TEKENS)), Some("naam"), "{wrong:?}");
        }
    }
}
