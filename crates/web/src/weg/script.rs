//! What the script of a form says while somebody types, in the language of the page.
//!
//! The script knows its words in Dutch; a page in another language gives it that language's, as one attribute.

use std::collections::BTreeMap;

use teksten::{Taal, Tekst, weg};

/// Each sentence by the name that the script has for it, with what the script fills in between braces.
fn sentences() -> [(&'static str, Tekst); 8] {
    [
        ("bewaard", weg::ScriptBewaard { om: "{at}" }.tekst()),
        ("ander", weg::script_ander()),
        ("botsing", weg::ScriptBotsing { wie: "{who}", waarde: "{text}" }.tekst()),
        ("zelfdeVeld", weg::script_zelfde_veld()),
        ("geweigerd", weg::ScriptGeweigerd { waarom: "{why}" }.tekst()),
        ("laadOpnieuw", weg::script_laad_opnieuw()),
        ("uitgelogd", weg::script_uitgelogd()),
        ("mislukt", weg::script_mislukt()),
    ]
}

/// The words for a page in this language, as JSON; none in Dutch, which the script has itself.
pub(super) fn words(taal: Taal) -> Option<String> {
    if !taal.is_translated() {
        return None;
    }
    let said: BTreeMap<&str, String> =
        sentences().into_iter().map(|(naam, tekst)| (naam, taal.zeg(tekst))).collect();
    serde_json::to_string(&said).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_has_the_dutch_of_the_catalogue_and_a_page_in_another_language_all_the_rest() {
        let script = include_str!("../../../../static/script.js");
        for (naam, tekst) in sentences() {
            let line = format!("{naam}: \"{}\",", Taal::Nl.zeg(tekst));
            assert!(script.contains(&line), "{line}");
        }
        assert_eq!(words(Taal::Nl), None);
        let said = words(Taal::En).unwrap();
        for (naam, tekst) in sentences() {
            assert!(said.contains(naam) && !said.contains(&Taal::Nl.zeg(tekst)), "{said}");
        }
    }
}
