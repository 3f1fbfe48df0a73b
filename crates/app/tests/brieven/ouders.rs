//! Letters about what those with authority decide together.

use documents::Ouderafloop;
use dossier::aanmelding::afloop::{GaVerderZonderOuder, LaatAanmeldingDoorgaan, TrekAanmeldingIn};
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::soort::GrondZonderOuder;

use crate::letter;
use crate::wereld::{Wereld, day, ib, meld_aan, readers};

fn intrekken(van: u32) -> TrekAanmeldingIn {
    TrekAanmeldingIn { aanmelding: 1, van: Some(van), reden: "Wij gaan verhuizen.".to_owned() }
}

fn doorgaan(van: u32) -> LaatAanmeldingDoorgaan {
    LaatAanmeldingDoorgaan { aanmelding: 1, van: Some(van), reden: "Nee.".to_owned() }
}

/// Given a registration of a child of two parents, and the first who wants to withdraw it.
async fn aangemeld() -> Wereld {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    wereld.vandaag = day("2026-03-10");
    wereld
}

#[tokio::test]
async fn the_first_word_of_one_parent_asks_the_other_by_letter_with_the_last_day() {
    let mut wereld = aangemeld().await;
    let letters = wereld.letters(&ib(), intrekken(1)).await;
    assert_eq!(readers(&letters), [("vraag_andere_ouder", vec![2], vec![])]);
    assert_eq!(letter!(letters, 0, VraagAndereOuder).antwoord_uiterlijk, day("2026-03-24"));
    // A no asks nobody, and all hear of it; and when one of them wants it again, the other is asked again.
    let letters = wereld.letters(&ib(), doorgaan(2)).await;
    let told = [("afloop_door_ouders", vec![1], vec![]), ("afloop_door_ouders", vec![2], vec![])];
    assert_eq!(readers(&letters), told);
    let letter = letter!(letters, 0, AfloopDoorOuders);
    assert_eq!(letter.afloop, Ouderafloop::LooptDoor);
    let another = "Eén ouder wilde de aanmelding intrekken. Een andere ouder wil dat zij doorgaat.";
    assert_eq!(letter.door.as_str(), another);
    assert_eq!(
        readers(&wereld.letters(&ib(), intrekken(1)).await),
        [("vraag_andere_ouder", vec![2], vec![])]
    );
    // Who thought again is told of as such.
    let letters = wereld.letters(&ib(), doorgaan(1)).await;
    let again = "Eén ouder wilde de aanmelding intrekken, en wil nu dat zij doorgaat.";
    assert_eq!(letter!(letters, 1, AfloopDoorOuders).door.as_str(), again);
}

#[tokio::test]
async fn the_end_is_told_to_all_and_says_whose_word_it_was() {
    let mut wereld = aangemeld().await;
    wereld.silently(&ib(), intrekken(1));
    let mut both = aangemeld().await;
    both.silently(&ib(), intrekken(1));
    let letters = both.letters(&ib(), intrekken(2)).await;
    let told = [("afloop_door_ouders", vec![1], vec![]), ("afloop_door_ouders", vec![2], vec![])];
    assert_eq!(readers(&letters), told);
    let letter = letter!(letters, 0, AfloopDoorOuders);
    assert_eq!(letter.afloop, Ouderafloop::Ingetrokken);
    assert_eq!(letter.door.as_str(), "Iedere ouder met gezag zei ja.");
    let grond = GrondZonderOuder::VerblijfOnbekend;
    let reden = "De gemeente kent geen adres meer.".to_owned();
    let alone = GaVerderZonderOuder {
        aanmelding: 1,
        persoon: 2,
        grond,
        reden,
        gerecht: String::new(),
        uitspraak_op: None,
    };
    let letters = wereld.letters(&ib(), alone).await;
    assert_eq!(readers(&letters), told);
    let letter = letter!(letters, 1, AfloopDoorOuders);
    assert_eq!(letter.door.as_str(), "Eén ouder zei ja. Van een andere ouder met gezag is er geen antwoord.");
}

#[tokio::test]
async fn from_whom_it_is_secret_where_the_child_is_nothing_is_asked() {
    let mut wereld = aangemeld().await;
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "de moeder".to_owned() };
    wereld.silently(&ib(), secret);
    assert!(wereld.letters(&ib(), intrekken(1)).await.is_empty());
}
