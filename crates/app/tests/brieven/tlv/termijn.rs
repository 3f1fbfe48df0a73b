//! Letters on the term of a request: that it takes longer, and notices of default.

use documents::Standpunt;
use dossier::opdracht::Vaststelling;
use dossier::soort::Afzender;
use dossier::tlv::besluit::{MeldVertraging, OntvangIngebrekestelling};
use dossier::tlv::besluitfeiten::IngebrekestellingOntvangen;

use super::sent;
use crate::letter;
use crate::wereld::{SCHOOLNAAM, articles, at, day, loket, readers};

#[tokio::test]
async fn a_second_delay_starts_from_the_first() {
    let mut wereld = sent().await;
    wereld.vandaag = day("2026-04-24");
    let delay = |nieuwe_datum: &str| MeldVertraging {
        aanvraag: 1,
        nieuwe_datum: day(nieuwe_datum),
        reden: "De deskundige is ziek.".to_owned(),
    };
    let letters = wereld.letters(&loket(), delay("2026-05-19")).await;
    assert_eq!(readers(&letters).len(), 3);
    let first = letter!(letters, 0, BerichtVanVertraging);
    assert_eq!(articles(&letters[0].brief), ["art. 4:14 lid 3 Awb", "art. 4:13 lid 2 Awb"]);
    assert_eq!((first.eerst_uiterlijk, first.beslissen_uiterlijk), (day("2026-04-28"), day("2026-05-19")));
    wereld.vandaag = day("2026-04-28");
    let letters = wereld.letters(&loket(), delay("2026-06-02")).await;
    let second = letter!(letters, 0, BerichtVanVertraging);
    assert_eq!((second.eerst_uiterlijk, second.beslissen_uiterlijk), (day("2026-05-19"), day("2026-06-02")));
}

#[tokio::test]
async fn a_notice_of_default_is_answered_to_its_sender() {
    for (afzender, van, expected) in [
        (Afzender::Aanvrager, "De directie", ("reactie_ingebrekestelling", vec![], vec!["school/99XX00"])),
        (Afzender::Gezin, "mevrouw i. de zonnevis", ("reactie_ingebrekestelling", vec![1], vec![])),
        (Afzender::Ander, "mr. S. Tern, advocaat", ("reactie_ingebrekestelling", vec![], vec![])),
    ] {
        let mut wereld = sent().await;
        wereld.vandaag = day("2026-05-06");
        let van = van.to_owned();
        let notice = OntvangIngebrekestelling { aanvraag: 1, ontvangen_op: day("2026-05-04"), afzender, van };
        let letters = wereld.letters(&loket(), notice).await;
        assert_eq!(readers(&letters), std::slice::from_ref(&expected));
        let letter = letter!(letters, 0, ReactieIngebrekestelling);
        assert_eq!(letter.beslissen_uiterlijk, day("2026-05-18"));
        let Standpunt::Terecht { had_gemoeten_op, dwangsom_vanaf, .. } = &letter.standpunt else {
            panic!("late")
        };
        let applicant = afzender == Afzender::Aanvrager;
        let from = applicant.then(|| day("2026-05-19"));
        assert_eq!((*had_gemoeten_op, *dwangsom_vanaf), (day("2026-04-28"), from));
        let steps: Vec<_> = letter
            .dwangsom
            .treden
            .as_slice()
            .iter()
            .map(|t| (t.periode.as_str(), t.per_dag_eurocent.0))
            .collect();
        let amounts =
            [("dag 1 tot en met 14", 2300), ("dag 15 tot en met 28", 3500), ("dag 29 tot en met 42", 4500)];
        assert_eq!(steps, amounts);
        assert_eq!(letter.dwangsom.hooguit_eurocent.0, 144_200);
        assert_eq!(letter.dwangsom.aan.is_none(), applicant, "by law the applicant gets it");
    }
}

#[tokio::test]
async fn an_early_notice_of_default_is_told_so() {
    let mut wereld = sent().await;
    wereld.vandaag = day("2026-04-20");
    // The command refuses such a notice; a file from elsewhere may hold one.
    let notice = IngebrekestellingOntvangen {
        aanvraag: 1,
        ontvangen_op: day("2026-04-20"),
        afzender: Afzender::Aanvrager,
        van: SCHOOLNAAM.to_owned(),
        beslissen_uiterlijk: day("2026-05-04"),
        dwangsom: None,
    };
    let decided = [Vaststelling::held_by(day("2026-04-20"), loket().organisatie, notice)];
    let moment = at("2026-04-20");
    let letters = wereld.app.concept_brieven(&wereld.dossier, &decided, &loket(), moment).await.unwrap();
    let letter = letter!(letters, 0, ReactieIngebrekestelling);
    assert!(matches!(letter.standpunt, Standpunt::TeVroeg { .. }));
    assert_eq!(letter.beslissen_uiterlijk, day("2026-04-28"));
}
