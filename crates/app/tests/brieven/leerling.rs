//! What a pupil reads in an own letter beside that to the parents.

use app::brieven::Conceptbrief;
use dossier::aanmelding::tijdelijk::PlaatsTijdelijk;

use crate::aanmelding::{full, refusal, registered, registered_pupil};
use crate::wereld::{day, directie, ib};

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
