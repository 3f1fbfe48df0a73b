//! A pupil who is old enough gets an own letter of a decision, in words for the pupil.

use documents::Brief;
use dossier::tlv::besluit::Uitspraak;

use super::{advised, besluitnemer, decision, granted, made_known};
use crate::letter;
use crate::wereld::{Wereld, day, loket, readers, text_of};

/// Given a request on which two experts advised, of a pupil who was born on this day.
async fn born(on: &str) -> Wereld {
    let mut wereld = advised().await;
    wereld.dossier.leerling.as_mut().expect("a pupil").geboortedatum = day(on);
    wereld
}

#[tokio::test]
async fn a_pupil_of_twelve_gets_an_own_letter_of_the_decision_and_a_younger_one_does_not() {
    // Twelve on the day of the letter, and the day after.
    for (on, expected) in [("2014-04-21", 1), ("2014-04-22", 0)] {
        let mut wereld = born(on).await;
        wereld.silently(&besluitnemer(), decision(granted(), ""));
        let letters = wereld.letters(&loket(), made_known()).await;
        let own = letters.iter().filter(|letter| matches!(letter.brief, Brief::BesluitLeerling(_)));
        assert_eq!(own.count(), expected, "born on {on}: {:?}", readers(&letters));
    }
}

/// The pupil reads the same as the parents: where it is registered the school decides, and who has no school leaves none.
#[tokio::test]
async fn the_pupil_is_told_what_follows_as_it_stands() {
    let mut wereld = born("2014-01-06").await;
    wereld.silently(&besluitnemer(), decision(granted(), ""));
    let told = |letters: &[app::brieven::Conceptbrief]| {
        let own = letters.iter().find(|letter| matches!(letter.brief, Brief::BesluitLeerling(_))).unwrap();
        text_of(&own.brief)
    };
    let enrolled = told(&wereld.letters(&loket(), made_known()).await);
    assert!(enrolled.contains("Je ouders melden je aan"), "{enrolled}");
    assert!(enrolled.contains("Je gaat niet meteen weg van je school van nu"), "{enrolled}");

    let mut without = born("2014-01-06").await;
    without.silently(&besluitnemer(), decision(granted(), ""));
    let decided = without.decide(&loket(), made_known());
    without.dossier.inschrijvingen.clear();
    let moment = app::Moment { vandaag: without.vandaag, ..crate::wereld::at("2026-01-01") };
    let letters = without.app.concept_brieven(&without.dossier, &decided, &loket(), moment).await.unwrap();
    let home = told(&letters);
    assert!(!home.contains("je school van nu"), "who has no school leaves none: {home}");
}

#[tokio::test]
async fn the_letter_to_the_pupil_says_you_and_nothing_that_the_parents_said() {
    for (uitspraak, titel) in [
        (granted(), "Je krijgt een toelaatbaarheidsverklaring (TLV)"),
        (Uitspraak::Weiger, "Je krijgt geen toelaatbaarheidsverklaring (TLV)"),
    ] {
        let mut wereld = born("2014-01-06").await;
        let why = "De school kan dit zelf.";
        wereld.silently(&besluitnemer(), decision(uitspraak, why));
        let letters = wereld.letters(&loket(), made_known()).await;
        let at = letters.iter().position(|letter| matches!(letter.brief, Brief::BesluitLeerling(_))).unwrap();
        assert!(letters[at].aan_personen.is_empty(), "to no parent");
        let whole = text_of(&letters[at].brief);
        let letter = letter!(letters, at, BesluitLeerling);
        assert_eq!(letter.titel.as_str(), titel);
        assert_eq!(letter.hoofd.ontvanger.aanhef.as_str(), "Beste Sam");
        assert_eq!(letter.redenen.as_slice()[0].as_str(), "De groep is te groot voor Sam.");
        assert!(!whole.contains("Ik weet het niet"), "a parent's words: {whole}");
        assert!(whole.contains("Vertel hun wat jij vindt"), "{whole}");
    }
}
