//! Documents: whatever process brings one, it is found by its card, and opened by who reads all that may stand in it.

use dossier::rol::ROLLEN;
use dossier::toegang::{Kijker, Matrix};

use crate::gegeven::{SWV_PO, actor};

#[test]
fn whatever_a_fact_brings_besides_a_letter_is_a_document_with_a_name_and_with_parts() {
    let mut found = 0;
    for zaak in crate::verhalen::alle() {
        for fact in zaak.dossier.feiten.iter().filter_map(|feit| feit.gebeurtenis()) {
            for plek in fact.bijlagen() {
                let is_letter = fact.event_type() == "brief_vastgelegd";
                assert_eq!(plek.document.is_none(), is_letter, "{}", fact.event_type());
                if let Some(document) = plek.document {
                    assert!(!document.naam.is_empty() && !document.delen.is_empty(), "{document:?}");
                    found += 1;
                }
            }
        }
    }
    assert!(found > 0, "no story has a document");
}

#[test]
fn a_document_is_opened_by_who_reads_its_fact_and_every_part_that_may_stand_in_it() {
    let matrix = Matrix::load().expect("the matrix");
    let partnership = format!("swv/{SWV_PO}");
    let mut opened = 0;
    for zaak in crate::verhalen::alle() {
        let concerned = zaak.dossier.betrokkenen();
        for (rol, place) in
            ROLLEN.iter().flat_map(|rol| [(*rol, "school/99AA00"), (*rol, partnership.as_str())])
        {
            let kijker = Kijker::from(actor("p-1", rol, place));
            let recht = matrix.leesrecht(&kijker, &zaak.dossier, &concerned, zaak.vandaag);
            let found = zaak.dossier.documenten(&recht, |_| false).count();
            let with_documents = zaak.dossier.feiten.iter().filter(|feit| {
                let brings = feit
                    .gebeurtenis()
                    .is_some_and(|fact| fact.bijlagen().iter().any(|b| b.document.is_some()));
                brings && recht.leest_feit(&zaak.dossier, feit)
            });
            let reads_fact = with_documents.count() > 0;
            let reads_all = dossier::kaart::ALLES_WAT_KAN.iter().all(|deel| recht.leest(*deel));
            assert_eq!(found > 0, reads_fact && reads_all, "{rol} at {place}");
            opened += usize::from(found > 0);
        }
    }
    assert!(opened > 0, "nobody opens it");
}
