//! The corpus as it is: embedded whole, described truthfully, and refused when something is wrong with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base::{Date, Sector, Zekerheid};
use recht::openbaar::{ToetsFout, toets_json};
use recht::soort::TlvSoort;
use recht::{Aanwezigheid, CorpusError, Eenheid, FOLDERS, ParameterFout, Veld, Vorm, Wet, render_file_list};
use serde_json::{Value, json};

use super::{OP, d, wet};

fn corpus_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")
}

fn collect(dir: &Path, root: &Path, paths: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, root, paths);
        } else {
            paths.push(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
        }
    }
}

/// Every file on disk with its text.
pub(super) fn files() -> Vec<(String, String)> {
    let root = corpus_dir();
    let mut paths = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &root, &mut paths);
    }
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(root.join(&path)).unwrap())).collect()
}

pub(super) fn parse(files: &[(String, String)]) -> Result<Wet, CorpusError> {
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Wet::parse(&borrowed)
}

#[test]
fn the_embedded_list_is_what_stands_on_disk() {
    let paths: Vec<String> = files().into_iter().map(|(path, _)| path).collect();
    let generated = include_str!("../../src/corpus_files.rs");
    assert!(render_file_list(&paths) == generated, "run `cargo xtask generate`");
}

#[test]
fn the_list_takes_corpus_files_only() {
    let paths = ["regels/b/2.toml", "LEESMIJ.md", "toegang/a.toml", "regels/a/1.toml", "regels/a/1.txt"];
    let list = render_file_list(&paths.map(String::from));
    let lines: Vec<&str> = list.lines().filter(|line| line.contains("include_str!")).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
        ("regels/a/1.toml", include_str!("../../../corpus/regels/a/1.toml")),
        ("regels/b/2.toml", include_str!("../../../corpus/regels/b/2.toml")),
    "#);
}

/// A value of a form; `pick` chooses among codes.
fn sample(vorm: &Vorm, pick: usize) -> Value {
    match vorm {
        Vorm::Datum => json!("2026-01-19"),
        Vorm::JaNee => json!(pick % 2 == 1),
        Vorm::Keuze(codes) => json!(codes[pick % codes.len()]),
        Vorm::Tekst => json!("PO0001"),
        Vorm::GeheelGetal => json!(7),
        Vorm::Getal => json!(0.5),
        Vorm::Schooljaar => json!("2026-2027"),
        Vorm::Lijst(item) => json!([sample(item, pick)]),
        Vorm::Groep(velden) => {
            Value::Object(velden.iter().map(|v| (v.naam.clone(), sample(&v.vorm, pick))).collect())
        }
    }
}

fn sample_input(velden: &[Veld], pick: usize) -> Value {
    Value::Object(velden.iter().map(|veld| (veld.naam.clone(), sample(&veld.vorm, pick))).collect())
}

fn required_input(velden: &[Veld], pick: usize) -> Value {
    let required = velden.iter().filter(|veld| veld.aanwezigheid == Aanwezigheid::Verplicht);
    Value::Object(required.map(|veld| (veld.naam.clone(), sample(&veld.vorm, pick))).collect())
}

#[test]
fn every_description_fits_the_types_of_its_rule_for_every_code() {
    for kaart in wet().regels() {
        for pick in 0..10 {
            for invoer in [sample_input(kaart.invoer, pick), required_input(kaart.invoer, pick)] {
                match toets_json(wet(), kaart.naam, &invoer, d(OP)) {
                    Err(ToetsFout::Beschrijving { naam, reden }) => panic!("{naam} {invoer}: {reden}"),
                    Err(ToetsFout::Invoer(_)) | Ok(_) => {}
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }
}

#[test]
fn every_outcome_has_the_described_fields_and_no_others() {
    let good = super::openbaar::examples();
    for kaart in wet().regels() {
        let invoer = &good.iter().find(|(naam, _)| *naam == kaart.naam).expect("an example of every rule").1;
        let (object, _) = toets_json(wet(), kaart.naam, invoer, d(OP)).unwrap();
        let given: BTreeSet<&str> =
            object["uitkomst"].as_object().unwrap().keys().map(String::as_str).collect();
        let described: BTreeSet<&str> = kaart.uitkomst.iter().map(|veld| veld.naam.as_str()).collect();
        assert_eq!(given, described, "{}", kaart.naam);
    }
}

fn wrong(naam: &str, invoer: &Value) -> Vec<String> {
    match toets_json(wet(), naam, invoer, d(OP)) {
        Err(ToetsFout::Invoer(fout)) => fout.velden.into_iter().map(|fout| fout.veld).collect(),
        other => panic!("{naam} {invoer}: {other:?}"),
    }
}

#[test]
fn absent_null_and_unknown_fields_are_wrong_where_the_description_says_so() {
    for (naam, good) in super::openbaar::examples() {
        let kaart = wet().regels().into_iter().find(|kaart| kaart.naam == naam).unwrap();
        let mut unknown = good.clone();
        unknown["zomaar"] = json!(1);
        assert_eq!(wrong(naam, &unknown), ["zomaar"]);
        for veld in kaart.invoer {
            let mut absent = good.clone();
            absent.as_object_mut().unwrap().remove(&veld.naam);
            let mut null = good.clone();
            null[&veld.naam] = Value::Null;
            match veld.aanwezigheid {
                Aanwezigheid::Verplicht => {
                    assert!(wrong(naam, &absent).contains(&veld.naam), "{naam} {}", veld.naam);
                    assert!(wrong(naam, &null).contains(&veld.naam), "{naam} {}", veld.naam);
                }
                Aanwezigheid::Standaard(_) => {
                    assert!(toets_json(wet(), naam, &absent, d(OP)).is_ok(), "{naam} {}", veld.naam);
                    assert!(wrong(naam, &null).contains(&veld.naam), "{naam} {}", veld.naam);
                }
                Aanwezigheid::MagLeeg => {
                    let same =
                        |invoer: &Value| toets_json(wet(), naam, invoer, d(OP)).map(|(object, _)| object);
                    assert_eq!(same(&absent), same(&null), "{naam} {}", veld.naam);
                }
            }
        }
    }
}

#[test]
fn every_rule_is_in_force_from_the_start_of_passend_onderwijs_and_has_no_end() {
    for kaart in wet().regels() {
        let start = if kaart.naam == "verevening.bedrag" { "2015-08-01" } else { "2014-08-01" };
        assert_eq!(kaart.periode.valid_from, d(start), "{}", kaart.naam);
        assert_eq!(kaart.periode.valid_to, None, "{}", kaart.naam);
        assert!(!kaart.uitleg.is_empty() && !kaart.vindplaatsen.is_empty());
    }
    assert_eq!(wet().regels().len(), 16);
}

#[test]
fn every_source_of_law_has_a_dated_address() {
    for bron in wet().regels().iter().flat_map(|kaart| &kaart.vindplaatsen) {
        let is_law = !bron.vindplaats.bwb.is_empty();
        assert_eq!(bron.address().is_some(), is_law, "{bron:?}");
        assert!(is_law || bron.vindplaats.zekerheid > Zekerheid::Wettekst2015, "{bron:?}");
    }
}

/// The corpus with one file changed (or, with an empty text, left out).
pub(super) fn changed(path: &str, change: impl Fn(&str) -> String) -> Result<Wet, CorpusError> {
    let mut all = files();
    let file = all.iter_mut().find(|(found, _)| found == path).expect("the file is there");
    file.1 = change(&file.1);
    all.retain(|(_, text)| !text.is_empty());
    parse(&all)
}

const SCHORSING: &str = "regels/schorsing.toets/2014-08-01.toml";

#[test]
fn a_file_with_something_wrong_does_not_load() {
    let replace = |from: &'static str, to: &'static str| move |text: &str| text.replacen(from, to, 1);
    let unreadable =
        |result: Result<Wet, CorpusError>| assert!(matches!(result, Err(CorpusError::Unreadable { .. })));
    unreadable(changed(SCHORSING, replace("valid_from = 2014-08-01", "")));
    unreadable(changed(SCHORSING, replace("valid_from = 2014-08-01", "valid_from = 2014-08-01T00:00:00")));
    unreadable(changed(SCHORSING, replace("valid_from = 2014-08-01", "valid_from = \"2014-08-01\"")));
    unreadable(changed(SCHORSING, replace("waarde = 7", "waarde = 7.0")));
    unreadable(changed(SCHORSING, replace("naam = \"hooguit\"", "naam = \"hooguit\"\nvrij = 1")));
    unreadable(changed(SCHORSING, replace("zekerheid = \"wettekst\"", "zekerheid = \"zeker\"")));
    let error = |from, to| changed(SCHORSING, replace(from, to)).unwrap_err();
    assert!(matches!(
        error("valid_from = 2014-08-01", "valid_from = 2014-08-02"),
        CorpusError::Misnamed { .. }
    ));
    assert!(matches!(error("schorsing_1", "schorsing_2"), CorpusError::UnknownAlgorithm { .. }));
    assert!(matches!(
        error("naam = \"hooguit\"", "naam = \"ten_hoogste\""),
        CorpusError::ParameterMissing { .. }
    ));
    assert!(matches!(
        error("eenheid = \"dagen\"", "eenheid = \"weken\""),
        CorpusError::ParameterWrong { .. }
    ));
    assert!(matches!(error("vindplaats = \"wpo\"", "vindplaats = \"wpa\""), CorpusError::BronMissing { .. }));
    assert!(matches!(error("algemeen = true\n", ""), CorpusError::Unused { .. }));
    assert!(matches!(error("versie = 2026-08-01\n", ""), CorpusError::BronIncomplete { .. }));
    assert!(matches!(
        error("valid_from = 2014-08-01", "valid_from = 2014-08-01\nvalid_to = 2014-08-01"),
        CorpusError::EmptyPeriod { .. }
    ));
    assert!(matches!(changed(SCHORSING, |_| String::new()), Err(CorpusError::Missing { .. })));
}

#[test]
fn a_rule_or_folder_that_the_program_does_not_know_does_not_load() {
    let with = |path: &str, text: &str| {
        let mut all = files();
        all.push((path.to_owned(), text.to_owned()));
        parse(&all).unwrap_err()
    };
    assert!(matches!(
        with("regels/vakantie.recht/2014-08-01.toml", "naam = 'x'"),
        CorpusError::UnknownRule { .. }
    ));
    assert!(matches!(with("notities/x.toml", ""), CorpusError::UnknownFolder { .. }));
    let replaces = with(
        "regels/schorsing.toets/2014-08-01-b.toml",
        "vervangt = 'regels/schorsing.toets/1900-01-01.toml'",
    );
    assert!(matches!(replaces, CorpusError::ReplacesNothing { .. }));
}

fn schorsing_text() -> String {
    files().into_iter().find(|(path, _)| path == SCHORSING).unwrap().1
}

fn dagen_allowed(wet: &Wet, op: &str) -> Value {
    let invoer = json!({"van": "2027-01-01", "tot_en_met": "2027-01-10"});
    toets_json(wet, "schorsing.toets", &invoer, d(op)).unwrap().0
}

#[test]
fn a_new_version_starts_where_the_old_one_ends_and_a_stated_overlap_does_not_load() {
    let newer = schorsing_text().replacen("valid_from = 2014-08-01", "valid_from = 2027-08-01", 1).replacen(
        "waarde = 7",
        "waarde = 10",
        1,
    );
    let mut all = files();
    all.push(("regels/schorsing.toets/2027-08-01.toml".to_owned(), newer));
    let wet = parse(&all).unwrap();
    for (op, toegestaan) in [("2027-07-31", false), ("2027-08-01", true)] {
        let object = dagen_allowed(&wet, op);
        assert_eq!(object["uitkomst"]["toegestaan"], toegestaan);
        assert_eq!((&object["geldig_van"], &object["geldig_tot"]), (&json!("2014-08-01"), &Value::Null));
    }
    let old = all.iter_mut().find(|(path, _)| path == SCHORSING).unwrap();
    old.1 = old.1.replacen("valid_from = 2014-08-01", "valid_from = 2014-08-01\nvalid_to = 2028-01-01", 1);
    assert!(matches!(parse(&all), Err(CorpusError::Overlap { .. })));
}

#[test]
fn a_correction_is_a_new_file_that_names_the_one_it_replaces() {
    let corrected =
        format!("vervangt = \"{SCHORSING}\"\n{}", schorsing_text().replacen("waarde = 7", "waarde = 10", 1));
    let mut all = files();
    all.push(("regels/schorsing.toets/2014-08-01-verbeterd.toml".to_owned(), corrected));
    let object = dagen_allowed(&parse(&all).unwrap(), OP);
    assert_eq!(object["uitkomst"]["toegestaan"], true);
    assert_ne!(object["bewijs"]["regels"], dagen_allowed(super::wet(), OP)["bewijs"]["regels"]);
}

#[test]
fn a_rule_that_has_ended_says_so_and_since_when() {
    let wet = changed(SCHORSING, |text| {
        text.replacen("valid_from = 2014-08-01", "valid_from = 2014-08-01\nvalid_to = 2020-01-01", 1)
    })
    .unwrap();
    assert_eq!(dagen_allowed(&wet, "2019-12-31")["status"], "toegepast");
    let ended = dagen_allowed(&wet, "2020-01-01");
    assert_eq!((&ended["status"], &ended["uitkomst"]), (&json!("beeindigd"), &Value::Null));
    assert_eq!((&ended["geldig_van"], &ended["geldig_tot"]), (&json!("2014-08-01"), &json!("2020-01-01")));
    assert_eq!(ended["stappen"][0]["resultaat"], "geldt niet meer sinds wo 1 jan 2020");
}

#[test]
fn figures_of_law_are_looked_up_by_name_and_day() {
    let on = d(OP);
    let lead = wet().parameter("aanmelding.termijn_vooraf", on).unwrap();
    assert_eq!(lead.aantal(Eenheid::Weken), Ok(10));
    assert!(matches!(lead.aantal(Eenheid::Dagen), Err(ParameterFout::AndereEenheid { .. })));
    assert_eq!(lead.to_string(), "10 weken");
    assert_eq!(lead.bron.vindplaats.to_string(), "art. 40 lid 2 WPO");
    let window = wet().parameter("aanmelding.vo_eerste_dag", on).unwrap();
    assert_eq!(window.dag_in(2027), Some(d("2027-03-25")));
    assert_eq!(window.to_string(), "25 maart");
    assert_eq!(wet().parameter("dwangsom.eerste_bedrag", on).unwrap().to_string(), "€ 23,00");
    assert_eq!(wet().parameter("pro.achterstand_van", on).unwrap().to_string(), "0,5");
    assert_eq!(wet().parameter("opr.beroep_binnen", on).unwrap().to_string(), "1 maand");
    assert_eq!(
        wet().parameter("aanmelding.vo_eerste_dag", d("2023-07-31")),
        Err(ParameterFout::NogNietGeldig {
            naam: "aanmelding.vo_eerste_dag".to_owned(),
            vanaf: d("2023-08-01")
        })
    );
    assert!(matches!(wet().parameter("zomaar", on), Err(ParameterFout::Onbekend { .. })));
    assert!(wet().parameters(on).all(|parameter| !parameter.uitleg.is_empty()));
}

#[test]
fn a_term_of_law_moves_past_holidays_and_one_of_a_commission_does_not() {
    // Six weeks after 20 February 2026 is Good Friday.
    let term = |naam| wet().termijn(naam, d("2026-02-20"), d(OP)).unwrap();
    assert_eq!(term("bezwaar.school_indienen"), Some(d("2026-04-07")));
    assert_eq!(term("gpo.indienen"), Some(d("2026-04-03")));
    assert_eq!(term("bewaren.swv_dossier"), Some(d("2029-02-20")));
    assert_eq!(term("opr.beroep_binnen"), Some(d("2026-03-20")));
    assert_eq!(term("dwangsom.eerste_bedrag"), None);
    assert_eq!(term("aanmelding.vo_eerste_dag"), None);
    assert_eq!(wet().termijn("gpo.indienen", d("9999-12-31"), d(OP)), Ok(None));
}

#[test]
fn the_grounds_of_refusal_differ_per_sector() {
    let ids = |sector| -> Vec<&str> {
        wet().gronden_weigering(sector, d(OP)).map(|grond| grond.id.as_str()).collect()
    };
    insta::assert_debug_snapshot!([ids(Sector::Po), ids(Sector::So), ids(Sector::Vo)], @r#"
    [
        [
            "geen_plaatsruimte_po",
            "grondslag_niet_onderschreven_po",
            "grondslag_niet_gerespecteerd_sbo",
            "te_oud_po",
        ],
        [
            "geen_plaatsruimte_so",
            "grondslag_niet_gerespecteerd_so",
            "instelling_cluster_1_2",
            "te_oud_so",
        ],
        [
            "geen_plaatsruimte_vo",
            "grondslag_niet_onderschreven_vo",
            "voldoet_niet_aan_toelatingseisen",
        ],
    ]
    "#);
    assert!(wet().gronden_weigering(Sector::Po, d("2014-07-31")).next().is_none());
}

#[test]
fn agreement_of_the_parents_blocks_only_for_pro_by_the_side_route() {
    let agreement = |soort: TlvSoort, on: Date| -> Vec<(String, bool)> {
        let eisen = wet().eisen_tlv_aanvraag(soort, on).filter(|eis| eis.id.starts_with("instemming_ouders"));
        eisen.map(|eis| (format!("{:?}", eis.voorwaarde), eis.blokkeert)).collect()
    };
    for soort in [TlvSoort::Sbo, TlvSoort::So, TlvSoort::Vso] {
        assert_eq!(agreement(soort, d(OP)), [("Altijd".to_owned(), false)]);
    }
    assert_eq!(agreement(TlvSoort::Pro, d(OP)), [("ProZijroute".to_owned(), true)]);
    assert_eq!(agreement(TlvSoort::Lwoo, d(OP)), []);
}

#[test]
fn every_kind_of_decision_needs_two_experts_and_reasons() {
    for soort in TlvSoort::ALL {
        let ids: Vec<&str> = wet()
            .eisen_tlv_besluit(*soort, d(OP))
            .filter(|eis| eis.blokkeert)
            .map(|eis| eis.id.as_str())
            .collect();
        assert!(ids.iter().any(|id| id.starts_with("twee_deskundigen")), "{soort:?}");
        assert!(ids.contains(&"motivering") && ids.contains(&"bezwaarclausule"), "{soort:?}");
        assert_eq!(ids.contains(&"categorie"), matches!(soort, TlvSoort::So | TlvSoort::Vso), "{soort:?}");
    }
}

#[test]
fn expected_law_is_listed_and_decides_nothing() {
    let ids: Vec<&str> = wet().verwacht().iter().map(|verwacht| verwacht.id.as_str()).collect();
    assert!(ids.contains(&"terugdringen_schoolverzuim") && ids.contains(&"norm_basisondersteuning"));
    assert!(
        wet()
            .verwacht()
            .iter()
            .all(|verwacht| !verwacht.wijzigingen.is_empty() && !verwacht.planning.is_empty())
    );
}

#[test]
fn a_requirement_stands_in_the_article_of_its_own_sector() {
    let artikel = |naam, sector| {
        wet().bepaling(naam, sector, d(OP)).map(|bepaling| bepaling.bron.vindplaats.to_string())
    };
    assert_eq!(artikel("aanmelding.andere_school", Sector::Po).as_deref(), Some("art. 40 lid 4 WPO"));
    assert_eq!(artikel("aanmelding.andere_school", Sector::So).as_deref(), Some("art. 40 lid 5 WEC"));
    assert_eq!(artikel("aanmelding.andere_school", Sector::Vo).as_deref(), Some("art. 8.9 lid 2 WVO 2020"));
    assert_eq!(artikel("verwijdering.inspectie", Sector::Po), None);
    assert_eq!(wet().bepaling("aanmelding.andere_school", Sector::Po, d("2014-07-31")), None);
}
