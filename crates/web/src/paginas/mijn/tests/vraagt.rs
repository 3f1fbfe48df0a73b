//! What letters ask of a parent stands on the own page too.

use demo::dossiers::Verhaallijn;
use dossier::Dossier;
use dossier::beurt::Zet;

use crate::weg::proef::Proef;

/// What the letter of a story asks: of this parent on this day, as the core says it for both.
type Vraagt = fn(&Dossier, u32, base::Date) -> bool;

fn turn(dossier: &Dossier, zet: Zet, on: base::Date) -> bool {
    dossier.beurten().iter().any(|beurt| beurt.zet == zet && beurt.is_open(on))
}

/// A story in which a letter asks something of a parent, what that is, and the words of the own page.
const ASKED: [(Verhaallijn, Vraagt, &str); 5] = [
    (
        Verhaallijn::InformatieOpen,
        |dossier, _, on| turn(dossier, Zet::InformatieGeven, on),
        "Geef de informatie die de school nodig heeft.",
    ),
    (
        Verhaallijn::AanbodOpen,
        |dossier, _, on| turn(dossier, Zet::AanbodBeantwoorden, on),
        "Zeg ja of nee tegen de plek op een andere school.",
    ),
    (
        Verhaallijn::TlvVerleendBekend,
        |dossier, _, on| {
            dossier.aanvragen.iter().any(|aanvraag| aanvraag.moet_nog_aanmelden(&dossier.aanmeldingen, on))
        },
        "die u goed vindt. De school van nu helpt u daarbij.",
    ),
    (
        Verhaallijn::Verwijderd,
        |dossier, _, _| dossier.verwijderingen.iter().any(|one| one.bereid.is_some()),
        "Spreek met die school af wanneer",
    ),
    (
        Verhaallijn::TlvGeadviseerd,
        |dossier, persoon, on| {
            let stem = dossier::leven::stem::Stem::Persoon(persoon);
            let tot = |a: &dossier::staat::TlvAanvraag| a.reactie_gevraagd_tot(stem, &dossier.personen, on);
            dossier.aanvragen.iter().any(|aanvraag| tot(aanvraag).is_some())
        },
        "Reageer op het advies van de deskundigen",
    ),
];

/// Files of a story that are tried: not every child is asked the same.
const TRIES: usize = 25;

#[tokio::test]
async fn what_a_letter_asks_of_a_parent_the_own_page_asks_too() {
    let proef = Proef::start().await;
    let on = proef.kit.moment().vandaag;
    let mut found = 0;
    for (story, vraagt, words) in ASKED {
        for _ in 0..TRIES {
            let nummer = proef.given(story).await;
            let Some(kijker) = proef.kit.ouder(&nummer).await else { continue };
            let dossier = proef.kit.dossier(&nummer).await;
            let account = Some(&kijker.actor.persoon);
            let own = dossier.gezag_op(on).find(|persoon| persoon.account.as_ref() == account);
            if !own.is_some_and(|own| vraagt(&dossier, own.nr, on)) {
                continue;
            }
            if dossier.is_geheim_voor_wie(&kijker.actor) {
                continue;
            }
            let page = proef.browser(&kijker).await.get(&format!("/mijn/{nummer}")).await;
            page.assert_says(words);
            page.assert_silent_on("U hoeft nu niets te doen");
            found += 1;
            break;
        }
    }
    assert!(found >= 4, "{found} of these letters ask something today");
}
