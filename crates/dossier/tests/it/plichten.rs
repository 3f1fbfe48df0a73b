//! What the law asks of a removal in one sector and not in another follows from the corpus and is kept with the intention: where the law
//! says otherwise, so does the file, and what ran goes on by the law of its own day.

use std::fs;
use std::path::Path;

use base::Sector;
use dossier::Besluitvorming;
use dossier::soort::Schoolsoort;
use dossier::staat::Verwijdering;
use recht::{FOLDERS, Plicht, Wet};

use crate::gegeven::{LIBEL, WATERJUFFER, WINDVEER, Zaak, directie, kind, schrijf_in, voornemen};

fn collect(folder: &Path, root: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the corpus") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, root, files);
        } else {
            let name = path.strip_prefix(root).expect("below it").to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("a text")));
        }
    }
}

/// The law with the rows of one name in other sectors.
fn wet_met(naam: &str, sectoren: &str) -> Wet {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut files = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &root, &mut files);
    }
    let row = format!("naam = \"{naam}\"\n");
    for (_, text) in &mut files {
        let Some((before, after)) = text.split_once(&row) else { continue };
        let (line, rest) = after.split_once("sectoren = [\"vo\"]").expect("a row of secondary education");
        *text = format!("{before}{row}{line}sectoren = {sectoren}{rest}");
    }
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Wet::parse(&borrowed).expect("it loads")
}

/// Given a pupil of fourteen of this school, and an intention to remove under this law.
fn voorgenomen(school: &str, soort: Schoolsoort, wet: &Wet) -> Zaak {
    let mut zaak = kind("2012-03-12");
    zaak.op_school(schrijf_in(school, soort, "2025-08-01")).als(directie(school));
    let act = voornemen(school, soort.sector()).into();
    let decided = zaak.dossier.decide(&act, &Besluitvorming { wet, ..zaak.ctx() }).expect("an intention");
    for fact in decided {
        zaak.feit(fact.gebeurtenis);
    }
    zaak
}

fn removal(zaak: &Zaak) -> &Verwijdering {
    &zaak.dossier.verwijderingen[0]
}

#[test]
fn the_inspectie_is_consulted_and_told_where_a_row_says_so_and_nowhere_else() {
    let today = Wet::load().expect("the law");
    let by_row = wet_met("verwijdering.inspectie", "[\"po\", \"so\", \"vo\"]");
    for (school, soort) in
        [(WATERJUFFER, Schoolsoort::Basisschool), (LIBEL, Schoolsoort::So), (WINDVEER, Schoolsoort::Vo)]
    {
        let zaak = voorgenomen(school, soort, &today);
        let vo = soort.sector() == Sector::Vo;
        assert_eq!(removal(&zaak).needs_inspectie(zaak.vandaag), vo, "{soort:?}");
        assert_eq!(removal(&zaak).needs_melding_inspectie(), vo, "{soort:?}");
        let zaak = voorgenomen(school, soort, &by_row);
        assert!(removal(&zaak).needs_inspectie(zaak.vandaag), "{soort:?}");
        assert_eq!(removal(&zaak).needs_melding_inspectie(), vo, "{soort:?}");
    }
    let nowhere = wet_met("verwijdering.inspectie_melden", "[\"po\"]");
    assert!(!removal(&voorgenomen(WINDVEER, Schoolsoort::Vo, &nowhere)).needs_melding_inspectie());
}

#[test]
fn who_is_heard_follows_from_the_law_of_the_day_of_the_intention() {
    let zaak = voorgenomen(WINDVEER, Schoolsoort::Vo, &wet_met("verwijdering.horen_leerling", "[\"po\"]"));
    assert!(!removal(&zaak).eist(Plicht::VerwijderingHorenLeerling));
    // The law of today asks it: of another intention.
    assert!(zaak.ctx().wet.eist(Plicht::VerwijderingHorenLeerling, Sector::Vo, zaak.vandaag));
    let zaak = voorgenomen(WATERJUFFER, Schoolsoort::Basisschool, zaak.ctx().wet);
    assert!(removal(&zaak).eist(Plicht::VerwijderingHorenLeraar));
    assert!(!removal(&zaak).eist(Plicht::VerwijderingHorenLeerling));
}
