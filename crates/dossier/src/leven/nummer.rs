//! The persoonsgebonden nummer: nine digits of which the last one checks the others.

use base::OrganisatieId;

use crate::algemeen::correctie::effective;
use crate::gebeurtenis::Gebeurtenis;
use crate::refusal::Refusal;
use crate::staat::Dossier;

impl Dossier {
    /// A school recorded this number last, as what it recorded stands now. Spaces do not matter.
    pub fn heeft_nummer(&self, pgn: &str, school: &OrganisatieId) -> bool {
        let mut recorded = self.feiten.iter().rev().filter(|feit| feit.holder == *school);
        let last = recorded.find_map(|feit| {
            let Gebeurtenis::NummerOntvangen(received) = effective(self, feit)? else { return None };
            Some(received)
        });
        last.is_some_and(|last| last.pgn == pgn.replace(' ', ""))
    }
}

/// A number that can be one, without spaces.
pub(crate) fn check_pgn(text: &str) -> Result<String, Refusal> {
    let pgn: String = text.chars().filter(|c| *c != ' ').collect();
    if passes_eleven_test(&pgn) {
        Ok(pgn)
    } else {
        Err(Refusal::field("pgn", sleutels::leven::geen_geldig_nummer()))
    }
}

/// The check digit of BSN and onderwijsnummer: the weighted sum is a multiple of eleven, or for an
/// onderwijsnummer five more than one.
fn passes_eleven_test(number: &str) -> bool {
    if number.len() != 9 || !number.bytes().all(|b| b.is_ascii_digit()) || number == "000000000" {
        return false;
    }
    let weights = [9_i32, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = number.bytes().zip(weights).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    matches!(sum.rem_euclid(11), 0 | 5)
}

#[cfg(test)]
mod tests {
    use super::passes_eleven_test;

    #[test]
    fn numbers_are_checked_by_their_last_digit() {
        assert!(passes_eleven_test("111222333"));
        assert!(!passes_eleven_test("111222334"));
        assert!(!passes_eleven_test("000000000"));
        assert!(!passes_eleven_test("11122233"));
        assert!(!passes_eleven_test("11122233a"));
    }
}
