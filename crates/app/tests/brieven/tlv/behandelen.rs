//! Letters of a request that goes elsewhere, or nowhere.

use dossier::leven::opdracht::ZetGeheimhouding;
use dossier::soort::Bekendmakingswijze;
use dossier::tlv::behandelen::StelAanvraagBuitenBehandeling;
use dossier::tlv::besluit::Uitspraak;
use dossier::tlv::doorzenden::ZendTlvDoor;
use dossier::tlv::opdracht::VraagAanvulling;

use super::{advised, besluitnemer, decision, granted, made_known, sent};
use crate::letter;
use crate::wereld::{articles, day, ib, loket};

#[tokio::test]
async fn whoever_forwards_a_request_tells_the_school_and_the_parents_who_decides() {
    let mut wereld = sent().await;
    let here = wereld.dossier.inschrijvingen.last_mut().expect("a pupil");
    here.swv = Some("PO9902".parse().unwrap());
    let act = ZendTlvDoor { aanvraag: 1, waarom: "Sam gaat nu naar De Wilg.".into() };
    let letters = wereld.letters(&loket(), act).await;
    assert_eq!(letters.len(), 3, "two parents and the school");
    assert!(letters.iter().all(|letter| letter.van.as_str() == "swv/PO9901"), "the first partnership writes");
    assert_eq!(articles(&letters[0].brief)[0], "art. 2:3 lid 1 Awb");
    let letter = letter!(letters, 0, DoorzendingTlv);
    assert!(letter.naar.as_str().contains("PO9902"), "{}", letter.naar.as_str());
    assert_eq!(letter.aanvraag_van, day("2026-03-03"));
    assert_eq!(letter.redenen.as_slice()[0].as_str(), "Sam gaat nu naar De Wilg.");
}

#[tokio::test]
async fn a_parent_from_whom_places_are_secret_reads_no_typed_word_in_the_letter_of_forwarding() {
    let mut wereld = sent().await;
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    wereld.silently(&ib(), hide);
    wereld.dossier.inschrijvingen.last_mut().expect("a pupil").swv = Some("PO9902".parse().unwrap());
    let waarom = "Het kind woont nu in Verweghem en gaat naar Basisschool De Overkant.".to_owned();
    let letters = wereld.letters(&loket(), ZendTlvDoor { aanvraag: 1, waarom: waarom.clone() }).await;
    let of = |nr: u32| {
        let mine = letters.iter().find(|letter| letter.aan_personen == [nr]).expect("a copy");
        serde_json::to_string(&mine.brief).unwrap()
    };
    assert!(of(1).contains(&waarom));
    let hidden = of(2);
    for word in ["Verweghem", "Overkant", "PO9902"] {
        assert!(!hidden.contains(word), "{word}: {hidden}");
    }
    assert!(hidden.contains("veranderde er iets"), "{hidden}");
}

#[tokio::test]
async fn a_request_that_is_not_dealt_with_is_told_with_what_was_asked_and_how_to_object() {
    let mut wereld = sent().await;
    let asked = VraagAanvulling {
        aanvraag: 1,
        wat: vec!["Het groeidocument".into()],
        waarom: "Wij willen weten wat er al is gedaan.".into(),
        tot_en_met: day("2026-03-16"),
    };
    wereld.silently(&loket(), asked);
    wereld.vandaag = day("2026-03-17");
    let act = StelAanvraagBuitenBehandeling {
        aanvraag: 1,
        reden: "Zonder groeidocument is er geen advies.".into(),
        wijze: Bekendmakingswijze::Post,
    };
    let letters = wereld.letters(&besluitnemer(), act).await;
    assert_eq!(letters.len(), 3, "two parents and the school");
    let found = articles(&letters[0].brief);
    assert_eq!(found[..2], ["art. 4:5 lid 1 Awb", "art. 4:5 lid 4 Awb"]);
    let letter = letter!(letters, 0, AanvraagNietBehandeld);
    assert_eq!(letter.aanleveren_was_uiterlijk, day("2026-03-16"));
    assert_eq!((letter.er_kwam_iets, letter.bekend_binnen.as_str()), (false, "vier weken"));
    assert_eq!(letter.bezwaar.uiterlijk, day("2026-04-28"));
}

#[tokio::test]
async fn an_expert_whose_advice_was_not_followed_hears_so_and_nobody_else() {
    let mut wereld = advised().await;
    let afwijking = "De school kan dit zelf.";
    wereld.silently(&besluitnemer(), decision(Uitspraak::Weiger, afwijking));
    let letters = wereld.letters(&loket(), made_known()).await;
    let told: Vec<_> = letters
        .iter()
        .filter_map(|concept| match &concept.brief {
            documents::Brief::MededelingAfwijking(letter) => Some((concept, letter)),
            _ => None,
        })
        .collect();
    assert!(!told.is_empty());
    for (concept, letter) in told {
        assert_eq!(letter.redenen.as_slice()[0].as_str(), afwijking);
        assert!(concept.aan_personen.is_empty() && concept.aan_organisaties.is_empty());
        assert_eq!(articles(&concept.brief)[0], "art. 3:43 lid 1 Awb");
    }
    let mut followed = advised().await;
    followed.silently(&besluitnemer(), decision(granted(), ""));
    let letters = followed.letters(&loket(), made_known()).await;
    assert!(!letters.iter().any(|concept| concept.brief.soort() == "mededeling_afwijking"));
}

#[tokio::test]
async fn the_decision_says_who_decides_by_code_and_why_that_one_and_that_it_deviates() {
    for (uitspraak, afwijking, cites) in
        [(granted(), "", false), (Uitspraak::Weiger, "De school kan dit zelf.", true)]
    {
        let mut wereld = advised().await;
        wereld.silently(&besluitnemer(), decision(uitspraak, afwijking));
        let letters = wereld.letters(&loket(), made_known()).await;
        let letter = letter!(letters, 0, BesluitTlv);
        assert!(letter.verband.as_str().contains("PO9901"), "{}", letter.verband.as_str());
        assert_eq!(letter.bevoegd.as_str(), "omdat Sam is ingeschreven op een school die bij ons hoort.");
        let cited = articles(&letters[0].brief);
        assert_eq!(cited.contains(&"art. 3:50 Awb".to_owned()), cites, "{cited:?}");
        assert!(
            cited.contains(&"art. 2:13 lid 1 Awb".to_owned()),
            "objection may be made digitally: {cited:?}"
        );
    }
}
