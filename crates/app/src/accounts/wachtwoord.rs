//! Passwords: long ones, without rules on what they are made of.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use dossier::Refusal;
use storage::StorageError;
use teksten::Tekst;
use unicode_normalization::UnicodeNormalization;

use super::veelgebruikt;
use crate::AppError;

/// Shortest password, in characters.
pub const MINSTENS: usize = 12;
/// Longest password, in characters.
pub const HOOGSTENS: usize = 200;

/// Fewer letters are no word that somebody would be known by.
const KORTSTE_WOORD: usize = 4;
/// What anybody would try at this program.
const HIER: &str = "leerrecht passend onderwijs";

/// Memory in KiB, passes and lanes of argon2id.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// Checked when there is no account or it has no password: takes the same time, never fits.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bGVlcnJlY2h0bmllbWFuZA$QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE";

/// A chosen password, as the store keeps it. Made by [`Wachtwoord::choose`] only.
#[derive(Clone, PartialEq, Eq)]
pub struct Wachtwoord(String);

impl Wachtwoord {
    /// Checks a new password of somebody with this name and address, and hashes it. `bekend` are other words that people know
    /// of this person ([`App::bekend_van`](crate::App::bekend_van)). Slow on purpose: call it where blocking is allowed.
    pub fn choose(tekst: &str, naam: &str, e_mail: &str, bekend: &[String]) -> Result<Self, AppError> {
        check(tekst, naam, e_mail, bekend)?;
        let hashed = argon2()?.hash_password(same_bytes(tekst).as_bytes()).map_err(|error| broken(&error))?;
        Ok(Self(hashed.to_string()))
    }

    pub(super) fn into_stored(self) -> String {
        self.0
    }
}

impl std::fmt::Debug for Wachtwoord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wachtwoord(…)")
    }
}

/// Whether a password is the stored one. Takes as long without a stored one. Slow on purpose.
pub(super) fn fits(stored: Option<&str>, tekst: &str) -> bool {
    // Nobody could choose a longer one; what is compared instead fits nothing.
    let too_long = tekst.chars().nth(HOOGSTENS).is_some();
    let given = if too_long { String::new() } else { same_bytes(tekst) };
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return false };
    let Ok(argon2) = argon2() else { return false };
    argon2.verify_password(given.as_bytes(), &hash).is_ok() && stored.is_some() && !too_long
}

fn argon2() -> Result<Argon2<'static>, AppError> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| broken(&error))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(error: &dyn std::fmt::Display) -> AppError {
    StorageError::Unavailable { reason: format!("hashing a password: {error}") }.into()
}

/// One spelling for what different keyboards send for the same keys.
fn same_bytes(tekst: &str) -> String {
    tekst.nfkc().collect()
}

/// Whether two are one password, however keyboards spell them.
pub(super) fn is_same(een: &str, ander: &str) -> bool {
    same_bytes(een) == same_bytes(ander)
}

/// Refuses a password that is too short, too long, or the first that anybody would try.
pub(super) fn check(tekst: &str, naam: &str, e_mail: &str, bekend: &[String]) -> Result<(), AppError> {
    let wrong =
        |reden: Tekst, wat_wel: Tekst| Err(Refusal::field("wachtwoord", reden).instead(wat_wel).into());
    if tekst.chars().nth(HOOGSTENS).is_some() {
        return wrong(
            teksten::accounts::WachtwoordTeLang { tekens: aantal(HOOGSTENS) }.tekst(),
            teksten::accounts::korter_kiezen(),
        );
    }
    if tekst.chars().nth(MINSTENS - 1).is_none() {
        let reden = teksten::accounts::WachtwoordTeKort { tekens: aantal(MINSTENS) }.tekst();
        return wrong(reden, teksten::accounts::paar_woorden());
    }
    let given = reduce(tekst);
    let local = e_mail.split('@').next().unwrap_or_default();
    let own = [naam, e_mail, local].map(reduce);
    let stem = given.trim_end_matches(|c: char| c.is_ascii_digit());
    if own.iter().any(|own| !own.is_empty() && (*own == given || own == stem)) {
        return wrong(teksten::accounts::eigen_naam(), teksten::accounts::niemand_weet());
    }
    if is_known(&given, bekend.iter().map(String::as_str).chain([naam, local, HIER])) {
        return wrong(teksten::accounts::bekende_woorden(), teksten::accounts::niemand_weet());
    }
    if veelgebruikt::is_common(&given) {
        let reden = teksten::accounts::veelgebruikt();
        return wrong(reden, teksten::accounts::paar_woorden());
    }
    Ok(())
}

/// Nothing is left of it, or next to nothing, without digits and the words that people know of somebody.
fn is_known<'a>(given: &str, bekend: impl Iterator<Item = &'a str>) -> bool {
    let words = bekend.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).map(reduce);
    let mut words: Vec<String> = words.filter(|word| word.chars().count() >= KORTSTE_WOORD).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = given.to_owned();
    for word in &words {
        rest = rest.replace(word.as_str(), "");
    }
    rest.len() < given.len() && rest.chars().filter(|c| !c.is_ascii_digit()).count() < KORTSTE_WOORD
}

fn aantal(tekens: usize) -> i32 {
    i32::try_from(tekens).unwrap_or(i32::MAX)
}

/// Lower case, letters and digits only: `Welkom 123456!` is as well known as `welkom123456`.
fn reduce(tekst: &str) -> String {
    tekst.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(tekst: &str) -> String {
        let bekend = ["De Regenboog".to_owned(), "Almere-Haven".to_owned()];
        match check(tekst, "Sam de Zonnevis", "sam.zonnevis@school.nl", &bekend) {
            Err(AppError::Refused(refusal)) => teksten::Taal::Nl.zeg(&refusal.reden),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn length_counts_and_composition_does_not() {
        assert!(check("alleen kleine letters", "Sam", "s@school.nl", &[]).is_ok());
        assert!(check("één lange zin, mét öre en ñ", "Sam", "s@school.nl", &[]).is_ok());
        assert_eq!(refused("elf tekens!"), "dit wachtwoord is korter dan 12 tekens");
        assert_eq!(refused(&"a1".repeat(101)), "dit wachtwoord is langer dan 200 tekens");
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        for own in ["Sam de Zonnevis", "samdezonnevis2026", "sam.zonnevis@school.nl", "Sam.Zonnevis"] {
            assert_eq!(refused(own), "dit wachtwoord is uw naam of e-mailadres", "{own}");
        }
        for known in ["regenboog 2026!!", "RegenboogAlmere1", "leerrecht12345", "Sam Zonnevis Haven"] {
            assert_eq!(
                refused(known),
                "dit wachtwoord bestaat uit woorden die mensen van u kennen",
                "{known}"
            );
        }
        let common =
            ["Welkom 123456!", "wachtwoord123", "aaaaaaaaaaaaaaaa", "            ", "Zonnebloem-2026"];
        let more =
            ["qwertyqwerty", "2026 football 99", "iloveyouiloveyou", "12345678910111213", "!!!!!!!!!!!!!!"];
        for common in common.into_iter().chain(more) {
            assert_eq!(
                refused(common),
                "dit wachtwoord wordt veel gebruikt en is makkelijk te raden",
                "{common}"
            );
        }
    }

    #[test]
    fn a_sentence_with_a_known_word_in_it_is_a_sentence() {
        for fine in ["de regenboog staat boven zee", "sam leest graag buiten", "mijn zonnebloem is geel"] {
            let bekend = ["De Regenboog".to_owned()];
            assert!(check(fine, "Sam de Zonnevis", "sam@school.nl", &bekend).is_ok(), "{fine}");
        }
    }

    #[test]
    fn a_password_fits_itself_however_the_keyboard_spells_it() {
        let chosen =
            Wachtwoord::choose("de ijsvogel duikt ë", "Sam", "s@school.nl", &[]).unwrap().into_stored();
        assert!(chosen.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits(Some(&chosen), "de ijsvogel duikt e\u{308}"));
        assert!(!fits(Some(&chosen), "de ijsvogel duikt e"));
        assert!(!fits(Some(&chosen), &"x".repeat(1_000)));
        assert!(!fits(Some("not a hash"), "de ijsvogel duikt ë"));
    }

    #[test]
    fn the_hash_of_nobody_costs_what_a_real_one_costs_and_fits_nothing() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let real = Wachtwoord::choose("de ijsvogel duikt", "Sam", "s@school.nl", &[]).unwrap().into_stored();
        let real = PasswordHash::new(&real).unwrap();
        assert_eq!((nobody.algorithm, &nobody.params), (real.algorithm, &real.params));
        assert!(!fits(None, "de ijsvogel duikt"));
        assert!(!fits(None, ""));
    }
}
