//! Letters of a suspension that ends earlier, and of a removal that asks no other school.

use base::Sector;
use documents::{StandAndereSchool, Vervolgplek};
use dossier::leven::opdracht::MeldMeerderjarig;
use dossier::verwijdering::opdracht::{
    BeginOverleg, HoorOudersEnLeraar, MeldAanBenW, NeemVerwijderingVoor, Schors, TrekVoornemenIn, Verwijder,
};
use verband::Schoolsoort;

use crate::letter;
use crate::school::schors;
use crate::wereld::{SCHOOL, Wereld, articles, day, directie, ib, readers, text_of};

fn voornemen() -> NeemVerwijderingVoor {
    NeemVerwijderingVoor {
        vestiging: SCHOOL.parse().unwrap(),
        sector: Sector::Vo,
        redenen: "Het is niet veilig in de klas.".to_owned(),
    }
}

#[tokio::test]
async fn who_read_of_a_suspension_reads_that_it_is_over() {
    let mut wereld = Wereld::with_family("2026-10-05").await;
    wereld.enrol_at(Schoolsoort::Vo);
    wereld.silently(&directie(), voornemen());
    let met = "mevrouw De Inspecteur".to_owned();
    wereld.silently(&directie(), BeginOverleg { verwijdering: 1, op: day("2026-10-05"), met });
    let suspension = Schors { tijdens_overleg: true, ..schors("2026-10-05", "2026-10-23") };
    wereld.silently(&directie(), suspension);
    // A Friday: back on Monday.
    wereld.vandaag = day("2026-10-09");
    let off = TrekVoornemenIn { verwijdering: 1, reden: "Er is een andere oplossing.".to_owned() };
    let letters = wereld.letters(&directie(), off).await;
    let family = vec!["gezin/2026-004217"];
    // Whoever was told of the intention hears that it is over: the family, and the Inspectie.
    let expected = [
        ("voornemen_ingetrokken", vec![1], vec![]),
        ("voornemen_ingetrokken", vec![2], vec![]),
        ("voornemen_ingetrokken", vec![], family.clone()),
        ("melding_inspectie", vec![], vec![]),
        ("einde_schorsing", vec![1], vec![]),
        ("einde_schorsing", vec![2], vec![]),
        ("einde_schorsing", vec![], family),
    ];
    assert_eq!(readers(&letters), expected);
    let over = letter!(letters, 0, VoornemenIngetrokken);
    assert_eq!((over.voornemen_van, over.gesprek_vervalt), (day("2026-10-05"), Some(day("2026-10-12"))));
    assert!(letter!(letters, 2, VoornemenIngetrokken).aan_leerling);
    let letter = letter!(letters, 4, EindeSchorsing);
    assert_eq!((letter.terug_op, letter.tot_en_met), (day("2026-10-12"), day("2026-10-23")));
    assert!(!letter.nooit_begonnen);
    assert_eq!(articles(&letters[4].brief), ["art. 8.15 lid 4 WVO 2020"]);
    assert!(letter!(letters, 6, EindeSchorsing).aan_leerling);
}

/// Given an intention on a Wednesday, a week before the eighteenth birthday on the day of the talk.
async fn shortly_before_eighteen() -> (Wereld, Vec<app::brieven::Conceptbrief>) {
    let mut wereld = Wereld::with_family("2036-01-30").await;
    wereld.enrol_at(Schoolsoort::Vo);
    let letters = wereld.letters(&directie(), voornemen()).await;
    (wereld, letters)
}

#[tokio::test]
async fn a_pupil_of_seventeen_reads_until_when_the_leerplichtwet_holds_and_not_that_it_does_not() {
    let (_, letters) = shortly_before_eighteen().await;
    let [parent, pupil] = [0, 2].map(|at| {
        let invitation = letter!(letters, at, VoornemenVerwijdering);
        let StandAndereSchool::Uitzondering(why) = &invitation.andere_school else {
            panic!("{invitation:?}")
        };
        why.uitzondering.as_str().to_owned()
    });
    let told = |who: &str| {
        format!(
            "De Leerplichtwet geldt voor {who} niet meer vanaf woensdag 6 februari 2036. Vanaf die dag hoeven wij geen andere school te vinden (art. 8.15 lid 2 WVO 2020)."
        )
    };
    assert_eq!((parent, pupil), (told("Sam"), told("je")));
}

#[tokio::test]
async fn about_a_pupil_whom_the_leerplichtwet_let_go_no_school_is_looked_for_and_no_inspectie_is_asked() {
    let mut wereld = Wereld::with_family("2036-03-03").await;
    wereld.enrol_at(Schoolsoort::Vo);
    wereld.silently(&ib(), MeldMeerderjarig { handelingsbekwaam: true });
    let letters = wereld.letters(&directie(), voornemen()).await;
    assert_eq!(readers(&letters), [("voornemen_verwijdering", vec![], vec!["gezin/2026-004217"])]);
    let invitation = letter!(letters, 0, VoornemenVerwijdering);
    assert!(matches!(invitation.andere_school, StandAndereSchool::Uitzondering(_)), "{invitation:?}");
    assert!(!text_of(&letters[0].brief).contains("Wij zoeken"));
    wereld.vandaag = day("2036-03-10");
    let heard = HoorOudersEnLeraar {
        verwijdering: 1,
        op: day("2036-03-10"),
        kwamen: vec![1],
        leerling_kwam: true,
        ouders: String::new(),
        leraar: String::new(),
        leerling: "Ik wil blijven.".to_owned(),
    };
    wereld.silently(&directie(), heard);
    let removal = Verwijder {
        verwijdering: 1,
        per: day("2036-03-17"),
        motivering: "Sam is niet meer veilig voor anderen.".to_owned(),
        vorderingen: Some(false),
        gezocht_sinds: None,
        gezocht: String::new(),
        zonder_school: None,
        zonder_school_blijkt: String::new(),
        openbaar: false,
    };
    let letters = wereld.letters(&directie(), removal).await;
    let letter = letter!(letters, 0, Verwijdering);
    let Vervolgplek::Uitzondering(exception) = &letter.vervolgplek else { panic!("no school was found") };
    let why = "De Leerplichtwet geldt niet meer voor Sam. Er hoeft geen andere school te zijn (art. 8.15 lid 2 WVO 2020).";
    assert_eq!(exception.uitzondering.as_str(), why);
    let cited = articles(&letters[0].brief);
    for artikel in ["art. 18 lid 1 Leerplichtwet 1969", "art. 8.21 lid 1 WVO 2020"] {
        assert!(cited.iter().any(|cited| cited == artikel), "{artikel}: {cited:?}");
    }
    let told = MeldAanBenW { verwijdering: 1, gemeente: "Ochtendstad".to_owned() };
    let letters = wereld.letters(&directie(), told).await;
    assert_eq!(articles(&letters[0].brief), ["art. 18 lid 1 Leerplichtwet 1969", "art. 8.21 lid 1 WVO 2020"]);
}
