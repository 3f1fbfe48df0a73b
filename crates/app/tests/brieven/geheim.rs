//! What every letter of these tests would say to a parent from whom it is secret where the child is: no word that somebody typed, and
//! no hole where one stood.

use app::brieven::Conceptbrief;
use dossier::aanmelding::opdracht::{StelBehoefteVast, VerlengBeslistermijn, VraagInformatie};
use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::staat::Dossier;
use dossier::{Gebeurtenis, Inhoud};

use crate::letter;
use crate::wereld::{Wereld, day, ib, meld_aan, text_of};

/// The words that were typed into the facts of a file: sentences and lists, no names of which a letter makes words of its own.
fn typed(dossier: &Dossier) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for feit in &dossier.feiten {
        let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { continue };
        all.extend(gebeurtenis.getypt().into_iter().map(ToOwned::to_owned));
        if let Gebeurtenis::TlvAangevraagd(asked) = gebeurtenis {
            all.extend(asked.antwoorden.iter().map(|antwoord| antwoord.waarde.clone()));
        }
        if let Gebeurtenis::AdviesUitgebracht(given) = gebeurtenis {
            all.push(given.tekst.clone());
        }
    }
    for besluit in dossier.aanvragen.iter().filter_map(|aanvraag| aanvraag.besluit.as_ref()) {
        all.extend([besluit.motivering().to_owned(), besluit.afwijking().to_owned()]);
    }
    let names: Vec<&str> = dossier.personen.iter().map(|persoon| persoon.naam.as_str()).collect();
    let paragraphs = all.iter().flat_map(|words| words.lines()).map(str::trim);
    let sentences = paragraphs.filter(|words| words.contains(' ') && !names.contains(words));
    sentences.map(ToOwned::to_owned).collect()
}

/// Nothing that was typed stands in a letter to somebody from whom the places are secret, and it reads as a letter.
pub(crate) fn nothing_typed(dossier: &Dossier, letters: &[Conceptbrief]) {
    let hidden =
        letters.iter().filter(|letter| letter.aan_personen.iter().any(|nr| dossier.is_geheim_voor(*nr)));
    for letter in hidden {
        let (text, soort) = (text_of(&letter.brief), letter.brief.soort());
        assert!(!text.contains("(niet vermeld)"), "{soort} has a hole: {text}");
        for words in typed(dossier) {
            let words = words.replace('"', "\\\"");
            assert!(!text.contains(&words), "{soort} tells '{words}': {text}");
        }
    }
}

#[tokio::test]
async fn who_may_not_know_where_the_child_is_reads_that_the_reasons_stand_elsewhere() {
    let mut wereld = Wereld::with_family("2026-03-03").await;
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), hide);
    wereld.silently(&ib(), meld_aan("2026-03-03"));
    let typed = "Hij stapt uit bij de halte Kolk, bij buurvrouw Duif.".to_owned();
    let need = StelBehoefteVast {
        aanmelding: 1,
        extra_ondersteuning: true,
        alleen_taal: false,
        toelichting: typed.clone(),
    };
    wereld.silently(&ib(), need);
    let asked = VraagInformatie {
        aanmelding: 1,
        wat: vec!["Een brief van de sportclub aan de Kolk".to_owned()],
        waarom: typed.clone(),
        tot_en_met: day("2026-03-24"),
    };
    let letters = wereld.letters(&ib(), asked).await;
    let [mother, father] =
        [0, 1].map(|at| letter!(letters, at, VerzoekOmInformatie).gevraagd.as_slice()[0].clone());
    assert_eq!(mother.waarom.as_str(), typed);
    assert_eq!(father.wat.as_str(), "Dat staat niet in deze brief.");
    assert_eq!(father.waarom.as_str(), documents::GEEN_UITLEG);
    assert!(documents::GEEN_UITLEG.contains("onderwijsconsulent"), "whom to ask");
    let longer = VerlengBeslistermijn { aanmelding: 1, weken: 2, reden: typed.clone() };
    let letters = wereld.letters(&ib(), longer).await;
    let of = |at: usize| letter!(letters, at, VerlengingBeslistermijn);
    assert_eq!(of(0).redenen.as_slice()[0].as_str(), typed);
    assert_eq!(of(1).redenen.as_slice().len(), 1);
    assert_eq!(of(1).redenen.as_slice()[0].as_str(), documents::GEEN_UITLEG);
    // What was decided and until when stands in both.
    assert_eq!(of(0).beslissen_uiterlijk, of(1).beslissen_uiterlijk);
    assert_eq!(of(1).hoofd.afzender.adres, None, "no line where an address was");
}
