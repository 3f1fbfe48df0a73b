//! The real public files, where they are. The numbers were counted apart from this code.

use std::collections::BTreeMap;
use std::path::Path;

use exchange::duo::{self, Aantal, Delta, Import, Onbruikbaar, Rij, SoortVestiging, delta};

/// The bytes of a public file, or `None` with a loud line.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
fn public_file(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("SKIPPED: {name} is not there");
    }
    bytes
}

/// Numbers new, changed, unchanged, lapsed when the file is loaded into nothing and then once more.
fn twice<T: Rij>(import: &Import<T>) -> [[usize; 4]; 2] {
    let counts =
        |d: &Delta<T::Code>| [d.nieuw.len(), d.gewijzigd.len(), d.ongewijzigd.len(), d.vervallen.len()];
    let known: BTreeMap<_, _> = import.rijen.iter().map(|g| (g.rij.code().clone(), g.vingerafdruk)).collect();
    [counts(&delta(&BTreeMap::new(), import)), counts(&delta(&known, import))]
}

fn places(unusable: &[Onbruikbaar]) -> Vec<(u32, &str, &str)> {
    unusable.iter().map(|u| (u.regel, u.kolom.as_str(), u.waarde.as_str())).collect()
}

#[test]
fn every_location_of_a_primary_school_is_usable() {
    let Some(bytes) = public_file("duo/duo_vestigingen_bo_2026-04.csv") else { return };
    let import = duo::vestigingen::lees(&bytes).unwrap();
    assert_eq!((import.gelezen(), import.onbruikbaar.len()), (6107, 0));
    assert_eq!(twice(&import), [[6107, 0, 0, 0], [0, 0, 6107, 0]]);
    assert!(import.onbekende_kolommen.is_empty());
    let without =
        |empty: fn(&duo::VestigingRij) -> bool| import.rijen.iter().filter(|g| empty(&g.rij)).count();
    assert_eq!(without(|r| r.telefoon.is_none()), 50);
    assert_eq!(without(|r| r.website.is_none()), 643);
    assert_eq!(without(|r| r.correspondentie.is_none()), 6);
    let maasparel = import.rijen.iter().find(|g| g.rij.vestiging.as_str() == "00AR00").unwrap();
    assert_eq!(maasparel.rij.naam, "Basisschool \"De Maasparel\"");
    let almere = import.rijen.iter().filter(|g| g.rij.gemeente.as_str() == "0034").count();
    assert_eq!(almere, 74);
    let shouting = import.rijen.iter().filter(|g| {
        let name = &g.rij.plaats.leesbaar;
        name.len() > 2 && !name.chars().any(char::is_lowercase)
    });
    assert_eq!(shouting.count(), 0);
}

#[test]
fn a_changed_column_that_is_not_read_still_makes_a_location_changed() {
    let Some(mut bytes) = public_file("duo/duo_vestigingen_bo_2026-04.csv") else { return };
    let before = duo::vestigingen::lees(&bytes).unwrap();
    let known: BTreeMap<_, _> = before.rijen.iter().map(|g| (g.rij.code().clone(), g.vingerafdruk)).collect();
    let at = bytes.windows(11).position(|part| part == b"Noord-Drent").unwrap();
    bytes[at] = b'n';
    let after = delta(&known, &duo::vestigingen::lees(&bytes).unwrap());
    assert_eq!(
        (after.nieuw.len(), after.gewijzigd.len(), after.ongewijzigd.len(), after.vervallen.len()),
        (0, 1, 6106, 0)
    );
}

#[test]
fn thirty_years_of_pupils_are_read() {
    let Some(bytes) = public_file("duo/duo_leerlingen_po_historisch_1996-2025.csv") else { return };
    let import = duo::leerlingen::lees(&bytes).unwrap();
    assert_eq!((import.gelezen(), import.onbruikbaar.len()), (9737, 0));
    assert_eq!(twice(&import), [[9737, 0, 0, 0], [0, 0, 9737, 0]]);
    let rows = || import.rijen.iter().map(|g| &g.rij);
    let kinds = [
        SoortVestiging::Bo,
        SoortVestiging::Sbo,
        SoortVestiging::So,
        SoortVestiging::SoVso,
        SoortVestiging::Vso,
    ]
    .map(|kind| rows().filter(|r| r.soort == kind).count());
    assert_eq!(kinds, [7971, 497, 347, 355, 567]);
    assert!(rows().all(|r| r.leerlingen.keys().copied().eq(1996..=2025)));
    let few = rows().flat_map(|r| r.leerlingen.values()).filter(|a| **a == Aantal::MinderDanVijf).count();
    assert_eq!(few, 762);
    let pupils_2025: u32 = rows().filter_map(|r| r.leerlingen[&2025].bekend()).sum();
    assert_eq!(pupils_2025, 1_464_167);
    assert_eq!(rows().filter(|r| r.bevoegd_gezag.is_none()).count(), 5);
}

#[test]
fn a_school_with_several_points_keeps_the_first() {
    let Some(bytes) = public_file("duo/duo_scholen_alle_sectoren_geocoded_2024-11-22.geojson") else {
        return;
    };
    let import = duo::geo::lees(&bytes).unwrap();
    assert_eq!((import.gelezen(), import.rijen.len(), import.onbruikbaar.len()), (8717, 8622, 95));
    assert_eq!(twice(&import), [[8622, 0, 0, 0], [0, 0, 8622, 0]]);
    assert!(
        import.onbruikbaar.iter().all(|u| u.kolom == "vestigingscode" && u.reden.contains("de eerste telt"))
    );
    let doubled: std::collections::BTreeSet<&str> =
        import.onbruikbaar.iter().map(|u| u.waarde.as_str()).collect();
    assert_eq!(doubled.len(), 74);
    let first = import.rijen.iter().find(|g| g.rij.vestiging.as_str() == "14YX00").unwrap();
    assert_eq!(first.rij.huisnummer.as_deref(), Some("322"));
    assert_eq!((first.rij.punt.breedte, first.rij.punt.lengte), (52_070_139, 4_514_968));
}

#[test]
fn three_postcodes_of_the_port_have_no_partnership() {
    let Some(bytes) = public_file("swv/swv_pc4_2015.csv") else { return };
    let import = duo::pc4_swv::lees(&bytes).unwrap();
    assert_eq!((import.gelezen(), import.rijen.len()), (4046, 4043));
    assert_eq!(
        places(&import.onbruikbaar),
        [(942, "swv_po", "Europoort"), (943, "swv_po", "Europoort"), (944, "swv_po", "Europoort")]
    );

    let Some(bytes) = public_file("geo/pc4_master.csv") else { return };
    let import = duo::pc4_swv::lees(&bytes).unwrap();
    assert_eq!((import.gelezen(), import.rijen.len()), (4070, 4067));
    assert_eq!(
        places(&import.onbruikbaar),
        [(947, "swv_po", "Europoort"), (948, "swv_po", "Europoort"), (949, "swv_po", "Europoort")]
    );
    let without = |empty: fn(&duo::Pc4Rij) -> bool| import.rijen.iter().filter(|g| empty(&g.rij)).count();
    assert_eq!(without(|r| r.swv_po.is_none()), 24);
    assert_eq!(without(|r| r.punt.is_none()), 21);
    assert_eq!(without(|r| r.gemeente.is_none()), 1);
    assert_eq!(
        import.rijen.iter().filter(|g| g.rij.swv_po.as_ref().is_some_and(|s| s.as_str() == "PO2401")).count(),
        42
    );
}
