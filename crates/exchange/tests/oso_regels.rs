//! The importer against the published schema and business rules, on a thousand changes of a published sample.
//!
//! What the schema and the rules say of each change stands in `oso-regels.tsv`, which `scripts/oso-regels.py` makes with a processor
//! of XSLT; here nothing of that is needed.

use std::path::Path;

use exchange::oso;

const SAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../shared/data/oso-2019.1/Voorbeelddossier_PaO_POSWV_full.xml"
);

struct Change<'t> {
    naam: &'t str,
    van: usize,
    tot: usize,
    door: &'t str,
    /// The schema takes it and no rule says no.
    goed: bool,
}

fn changes() -> Vec<Change<'static>> {
    let lines = include_str!("oso-regels.tsv").lines();
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [naam, van, tot, door, schema, regels] = fields[..] else { panic!("{line}") };
            let goed = schema == "1" && regels == "0";
            Change { naam, van: van.parse().unwrap(), tot: tot.parse().unwrap(), door, goed }
        })
        .collect()
}

/// Where the importer is milder than the published rules, on purpose: the program that made the dossier does not hear it, the person who
/// imports does, and what may not be there does not come in.
const MILDER: [(&str, &str); 5] = [
    (" in dossier/huidigeschool/leerling", "what may not be in this dossier is left out"),
    ("adresgeheim = ", "a secret address is left out"),
    ("/geheim = 'true'", "a secret number is left out"),
    ("'OPT-UIT'", "what parents keep back is left out"),
    ("'VERBODEN'", "what is forbidden is left out"),
];
/// The same without a word: what is changed here lies in something that was left out, or says nothing by itself.
const UNSEEN: [&str; 2] = [
    "leerling/communicatielijst/communicatie/",
    "without dossier/huidigeschool/leerling/toetslijst/toets/afname/",
];
/// Where it is stricter.
const STRICTER: [(&str, &str); 5] = [
    ("postcode = ", "a postcode has one shape"),
    ("geboortedatum = '2030-01-01'", "a child is born before somebody writes of it"),
    ("cat_school = ", "without its school a dossier has no place"),
    ("cat_leerling = ", "without its child too"),
    ("bestandsinhoud = 'QQQ'", "three signs are no document"),
];

fn sample() -> Option<String> {
    std::fs::read_to_string(Path::new(SAMPLE)).ok()
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
fn what_the_published_rules_refuse_is_refused_or_left_out_and_told_and_the_rest_is_taken() {
    let Some(sample) = sample() else {
        eprintln!("SKIPPED: the published sample is not there");
        return;
    };
    let as_it_is = oso::lees(sample.as_bytes()).unwrap();
    let mut wrong = Vec::new();
    let mut counts = [0; 4];
    for Change { naam, van, tot, door, goed } in changes() {
        let said = oso::lees(format!("{}{door}{}", &sample[..van], &sample[tot..]).as_bytes());
        let is = |on_purpose: &[(&str, &str)]| on_purpose.iter().any(|(part, _)| naam.contains(part));
        let (at, fine) = match (&said, goed) {
            (Ok(_), true) => (0, true),
            (Err(_), false) => (1, true),
            (Ok(dossier), false) => {
                let told = dossier.meldingen != as_it_is.meldingen;
                (2, (told && is(&MILDER)) || UNSEEN.iter().any(|part| naam.contains(part)))
            }
            (Err(_), true) => (3, is(&STRICTER)),
        };
        counts[at] += 1;
        if !fine {
            wrong.push(naam);
        }
    }
    assert_eq!(wrong, Vec::<&str>::new());
    // Taken by both, refused by both, milder, stricter: a change of the importer that moves many shows here.
    insta::assert_compact_debug_snapshot!(counts, @"[422, 302, 54, 24]");
}

/// `OSO_GEGEVENSSET` names a checkout of the published set, with all its examples.
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
#[expect(clippy::disallowed_methods, reason = "a test has no configuration but this word of whoever runs it")]
fn every_published_example_for_a_partnership_comes_in_and_every_other_is_refused_by_its_kind() {
    let Ok(set) = std::env::var("OSO_GEGEVENSSET") else {
        eprintln!("SKIPPED: OSO_GEGEVENSSET names no checkout of the published set");
        return;
    };
    let examples = |kind: &str| {
        let files = std::fs::read_dir(Path::new(&set).join(kind).join("examples")).unwrap();
        let texts = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        texts.map(|text| oso::lees(&text)).collect::<Vec<_>>()
    };
    let ours = examples("PaO");
    assert_eq!((ours.len(), ours.iter().filter(|read| read.is_ok()).count()), (4, 4));
    let others = examples("OV");
    assert_eq!(others.len(), 8);
    for refused in others {
        let said = refused.unwrap_err().regels().join("\n");
        assert!(said.contains("samenwerkingsverband (POSWV of VOSWV)"), "{said}");
    }
}
