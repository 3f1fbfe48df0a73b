//! What a pupil reads in an own letter beside that to the parents.

use app::brieven::Conceptbrief;
use dossier::aanmelding::feiten::Weigeringsgrond;
use dossier::aanmelding::opdracht::MeldAan;
use dossier::aanmelding::tijdelijk::PlaatsTijdelijk;
use dossier::soort::{Onderwijskeuze, Schoolsoort};

use crate::aanmelding::{full, refusal, registered, registered_pupil};
use crate::wereld::{Wereld, day, directie, ib, meld_aan, text_of};

#[tokio::test]
async fn a_refused_pupil_reads_what_is_so_of_the_place_of_now() {
    let said = |letters: &[Conceptbrief]| {
        let own = letters.iter().find_map(|letter| match &letter.brief {
            documents::Brief::BesluitLeerling(own) => Some(own),
            _ => None,
        });
        own.expect("a letter to the pupil").betekent.as_slice().last().map(|line| line.as_str().to_owned())
    };
    let mut world = registered_pupil("2014-03-23").await;
    let refused = world.letters(&directie(), refusal(full(), None)).await;
    assert!(said(&refused).expect("a line").contains("Door deze brief verandert daar niets."));
    // On a temporary place here: it ends, and the pupil does not stay.
    let mut world = registered("2026-05-13").await;
    world.dossier.leerling.as_mut().expect("a pupil").geboortedatum = day("2014-03-23");
    let place = PlaatsTijdelijk {
        aanmelding: 1,
        per: day("2026-05-13"),
        groep: "groep 8".to_owned(),
        zonder_verklaring: String::new(),
        ertussen: String::new(),
    };
    world.silently(&ib(), place);
    world.vandaag = day("2026-05-29");
    let refused = world.letters(&directie(), refusal(full(), None)).await;
    assert!(said(&refused).expect("a line").contains("vrijdag 29 mei 2026 is je laatste dag"));
}

/// Who comes of age while there is time to object to a refusal objects in the place of the parents from then on, in secondary education (WVO 2020
/// 8.1): the letters of the refusal say so, and no other comes.
#[tokio::test]
async fn a_refused_pupil_who_comes_of_age_in_the_time_to_object_reads_who_objects_then() {
    for (decided, told) in [("2035-12-03", false), ("2035-12-28", true)] {
        let mut world = Wereld::with_family(decided).await;
        let registration = MeldAan {
            sector: base::Sector::Vo,
            schoolsoort: Schoolsoort::Vo,
            onderwijs: Some(Onderwijskeuze::Vo),
            swv: Some("VO9901".parse().unwrap()),
            gewenst_per: None,
            ..meld_aan(decided)
        };
        world.silently(&ib(), registration);
        let Weigeringsgrond::Uitzondering { onderbouwing, mut bewijs, .. } = full() else { panic!("full") };
        let counted = bewijs.iter_mut().find(|shown| shown.punt == "bewijs_geteld_op").expect("a day");
        decided.clone_into(&mut counted.antwoord);
        let full =
            Weigeringsgrond::Uitzondering { grond: "geen_plaatsruimte_vo".to_owned(), onderbouwing, bewijs };
        let letters = world.letters(&directie(), refusal(full, None)).await;
        let parent = text_of(&letters[0].brief);
        assert_eq!(parent.contains("Dan maakt Sam zelf bezwaar, en niet u."), told, "{parent}");
        let own = text_of(&letters.last().expect("the letter to the pupil").brief);
        assert!(own.contains("besluit_leerling"), "{own}");
        assert_eq!(
            own.contains("6 februari 2036 ben je meerderjarig. Dan maak je zelf bezwaar"),
            told,
            "{own}"
        );
    }
}
