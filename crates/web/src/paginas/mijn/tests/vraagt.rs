//! What letters ask of a parent stands on the own page too.

use demo::dossiers::Verhaallijn;

use crate::weg::proef::Proef;

/// A story in which a letter of this kind asks something of a parent, and the beginning of what the own page asks.
const ASKED: [(Verhaallijn, &str, &str); 5] = [
    (Verhaallijn::InformatieOpen, "verzoek_om_informatie", "Geef de informatie"),
    (Verhaallijn::AanbodOpen, "aanbod_andere_school", "ja of nee"),
    (Verhaallijn::TlvVerleendBekend, "besluit_tlv", "die u goed vindt. De school van nu helpt u daarbij."),
    (Verhaallijn::Verwijderd, "verwijdering", "Spreek met die school af"),
    (Verhaallijn::TlvGeadviseerd, "afschrift_deskundigenadvies", "Reageer op het advies"),
];

#[tokio::test]
async fn what_a_letter_asks_of_a_parent_the_own_page_asks_too() {
    let proef = Proef::start().await;
    let on = proef.kit.moment().vandaag;
    for (story, soort, words) in ASKED {
        let nummer = proef.given(story).await;
        let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
        let dossier = proef.kit.dossier(&nummer).await;
        let page = proef.browser(&kijker).await.get(&format!("/mijn/{nummer}")).await;
        // An advice of weeks ago asks nothing more.
        let of_advice = dossier.aanvragen.iter().any(|aanvraag| {
            aanvraag.adviezen.is_empty() || aanvraag.reactietijd_tot().is_some_and(|until| until < on)
        });
        if soort == "afschrift_deskundigenadvies" && of_advice {
            page.assert_silent_on(words);
            continue;
        }
        page.assert_says(words);
        page.assert_silent_on("U hoeft nu niets te doen");
    }
}
