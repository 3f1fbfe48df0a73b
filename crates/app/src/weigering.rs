//! A refusal in words: the core gives key, article and arguments, a language makes one sentence of them.

use dossier::Refusal;
use teksten::{Taal, schil, weg};

/// `Dit kan nu niet: er is nog geen school gevonden (art. 40 lid 4 WPO). Wat kan wel: …`
pub fn voluit(taal: Taal, refusal: &Refusal) -> String {
    let reden = refusal.reden.clone();
    let why = match refusal.vindplaats.as_ref().map(ToString::to_string) {
        Some(artikel) => schil::KanNuNietArtikel { reden, artikel: &artikel }.tekst(),
        None => schil::KanNuNiet { reden }.tekst(),
    };
    let mut sentence = with_row(taal, refusal, taal.zeg(why));
    if let Some(wat_wel) = refusal.wat_wel.as_deref().cloned() {
        sentence.push(' ');
        sentence.push_str(&taal.zeg(schil::WatKanWel { wat_wel }.tekst()));
    }
    sentence
}

/// Says first which row it is about, where it is about one.
fn with_row(taal: Taal, refusal: &Refusal, wat: String) -> String {
    match &refusal.rij {
        Some(rij) => taal.zeg(weg::RijFout { rij: rij.naam.clone(), wat: &wat }.tekst()),
        None => wat,
    }
}

/// The same without its heading, for beside a field: reason with its article, and what can be done instead.
pub fn zonder_kop(taal: Taal, refusal: &Refusal) -> String {
    let reden = taal.zeg(&refusal.reden);
    let mut letters = reden.chars();
    let mut sentence: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    sentence.push_str(letters.as_str());
    if let Some(artikel) = refusal.vindplaats.as_ref().map(ToString::to_string) {
        sentence = format!("{sentence} ({artikel})");
    }
    sentence.push('.');
    if let Some(wat_wel) = refusal.wat_wel.as_deref().cloned() {
        sentence.push(' ');
        sentence.push_str(&taal.zeg(schil::WatKanWel { wat_wel }.tekst()));
    }
    sentence
}

/// What can be done instead, without a full stop; empty when there is nothing.
pub fn wat_wel(taal: Taal, refusal: &Refusal) -> String {
    refusal.wat_wel.as_deref().map(|wat_wel| taal.zeg(wat_wel)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_why_and_what_can_be_done_in_each_language() {
        let refusal = Refusal::new("niet_gehoord", teksten::verwijdering::niet_gehoord())
            .instead(teksten::verwijdering::eerst_gesprek());
        assert_eq!(
            voluit(Taal::Nl, &refusal),
            "Dit kan nu niet: het gesprek over de verwijdering is nog niet gevoerd. Wat kan wel: eerst het gesprek vastleggen"
        );
        assert_eq!(
            zonder_kop(Taal::En, &refusal),
            "The talk about the removal has not been held yet. What is possible: first record the talk"
        );
        assert_eq!(
            voluit(Taal::En, &refusal),
            "This is not possible now: the talk about the removal has not been held yet. What is possible: first record the talk"
        );
    }
}
