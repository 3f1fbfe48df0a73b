//! Letters about who decides: authority that a court limited, and a pupil who comes of age.

use dossier::leven::opdracht::{MeldMeerderjarig, WijzigGezag, ZetGeheimhouding};
use dossier::soort::Relatie;

use crate::letter;
use crate::wereld::{Wereld, day, ib, meld_aan, readers, text_of};

fn gezag(relatie: Relatie) -> WijzigGezag {
    let brondocument = "beschikking van de rechtbank Waterland".to_owned();
    WijzigGezag { persoon: 2, relatie: Some(relatie), per: day("2026-03-03"), brondocument }
}

#[tokio::test]
async fn whose_authority_a_court_limited_hears_that_their_page_is_closed_and_when_that_is_over() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let letters = wereld.letters(&ib(), gezag(Relatie::GezagsouderBeperkt)).await;
    assert_eq!(readers(&letters), [("mededeling_gezag", vec![2], vec![])]);
    let told = letter!(letters, 0, MededelingGezag);
    assert_eq!((told.heeft, told.beperkt), (true, true));
    let letters = wereld.letters(&ib(), gezag(Relatie::Gezagsouder)).await;
    let told = letter!(letters, 0, MededelingGezag);
    assert_eq!((told.heeft, told.beperkt), (true, false), "the page is open again");
    // Another kind of whole authority closes nothing.
    assert_eq!(wereld.letters(&ib(), gezag(Relatie::Voogd)).await, []);
}

/// Given a pupil whose eighteenth birthday is on this day.
async fn pupil(birthday: &str) -> Wereld {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let born = birthday.replacen("2026", "2008", 1);
    wereld.dossier.leerling.as_mut().unwrap().geboortedatum = day(&born);
    wereld.dossier.meerderjarig_per = Some(day(birthday));
    wereld
}

#[tokio::test]
async fn parents_hear_before_and_after_that_the_pupil_decides() {
    for (birthday, over) in [("2026-06-12", false), ("2026-02-12", true)] {
        let mut wereld = pupil(birthday).await;
        wereld.silently(&ib(), meld_aan("2026-03-03"));
        let letters = wereld.letters(&ib(), MeldMeerderjarig { handelingsbekwaam: true }).await;
        assert_eq!(
            readers(&letters),
            [("mededeling_meerderjarig", vec![1], vec![]), ("mededeling_meerderjarig", vec![2], vec![])],
            "{birthday}: to each parent, also where the pupil decides already"
        );
        let told = letter!(letters, 0, MededelingMeerderjarig);
        assert_eq!((told.per, told.voorbij, told.beslist_zelf), (day(birthday), over, true));
        assert_eq!(told.leeftijd.as_str(), "18");
    }
}

#[tokio::test]
async fn of_a_pupil_who_cannot_the_letter_asks_who_does() {
    let mut wereld = pupil("2026-06-12").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let letters = wereld.letters(&ib(), MeldMeerderjarig { handelingsbekwaam: false }).await;
    assert!(!letter!(letters, 0, MededelingMeerderjarig).beslist_zelf);
}

#[tokio::test]
async fn that_letter_names_no_place_to_who_may_not_know_it() {
    let mut wereld = pupil("2026-06-12").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), secret);
    let letters = wereld.letters(&ib(), MeldMeerderjarig { handelingsbekwaam: true }).await;
    let father = text_of(&letters[1].brief).to_lowercase();
    for place in ["regenboog", "kievitstraat", "lijsterlaan", "ochtendstad"] {
        assert!(!father.contains(place), "{place}");
    }
}
