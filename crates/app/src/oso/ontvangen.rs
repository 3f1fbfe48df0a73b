//! What came in, as it was received: each block in the part of the file to which it belongs.

use dossier::algemeen::feiten::{OntvangenBlok, OntvangenRegel};
use dossier::toegang::Deel;
use exchange::oso::OsoDossier;

/// Every block, for whoever may read its part.
pub(super) fn blocks(oso: &OsoDossier) -> Vec<OntvangenBlok> {
    let block = |blok: &exchange::oso::RuwBlok| OntvangenBlok {
        deel: part(&blok.naam),
        naam: blok.naam.clone(),
        regels: blok
            .regels
            .iter()
            .map(|regel| OntvangenRegel {
                element: regel.element.clone(),
                waarde: regel.waarde.clone(),
                regel: regel.regel,
            })
            .collect(),
    };
    oso.ontvangen.iter().map(block).collect()
}

/// The part of a file that a block tells of. What is not known is as closed as a diagnosis.
fn part(blok: &str) -> Deel {
    match blok.split('[').next().unwrap_or_default() {
        "leerling" | "verzorger" | "aansprakelijkeinstelling" => Deel::A,
        "metadata"
        | "inzage"
        | "school"
        | "schoolloopbaanlijst"
        | "overstapadvies"
        | "voorschools"
        | "vroegschools"
        | "overigdocumentlijst"
        | "tlv"
        | "lwoo"
        | "rvc" => Deel::H,
        "opp" => Deel::C,
        "toetslijst" | "cijferlijstlijst" | "eindtoets_basisonderwijs" => Deel::D,
        "handelingsplan" => Deel::F,
        "arrangement_cluster12" | "arrangement_pao" => Deel::G,
        "verzuim" => Deel::I,
        _ => Deel::E,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_knows_is_as_closed_as_a_diagnosis() {
        assert_eq!((part("verzorger[2]"), part("verzuim"), part("opp")), (Deel::A, Deel::I, Deel::C));
        for medical in ["diagnose[1]", "medicijngebruik", "huisarts", "iets_nieuws"] {
            assert_eq!(part(medical), Deel::E, "{medical}");
        }
    }
}
