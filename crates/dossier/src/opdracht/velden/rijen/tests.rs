#![expect(unreachable_pub, reason = "the macro declares a group for the whole crate")]

use super::*;
use crate::opdracht::invoer;
use crate::opdracht::velden::{Dag, MagDag, Personen, Tekst as Tekstveld, gelezen, samen};

/// A goal, as somebody types it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NieuwDoel {
    omschrijving: String,
    op: base::Date,
    klaar: Option<base::Date>,
    voor: Vec<u32>,
}

samen!(
    /// The fields of a goal.
    Doel -> NieuwDoel {
        omschrijving: Tekstveld = "omschrijving",
        op: Dag = "op",
        klaar: MagDag = "klaar",
        voor: Personen = "voor",
    }
);

impl Rijgroep for Doel {
    const MINSTENS: u32 = 1;
    const HOOGSTENS: u32 = 3;
    fn rij(nr: u32) -> Tekst {
        Tekst::letterlijk(format!("Doel {nr}"))
    }
}

const HIER: Omgeving<'static> =
    Omgeving { vandaag: base::Date::constant(2026, 3, 2), school: None, actor: None };

fn read(typed: &[(&str, &str)]) -> Result<Vec<Rijwaarde<NieuwDoel>>, Vec<Leesfout>> {
    let bron =
        |naam: &str| typed.iter().find(|(known, _)| *known == naam).map_or("", |(_, text)| text).to_owned();
    let mut fouten = Vec::new();
    let read = Rijen::<Doel>::lees("doelen", &bron, &HIER, &mut fouten);
    gelezen(read, fouten)
}

/// What is wrong, as a form calls its fields.
fn wrong(fouten: &[Leesfout]) -> Vec<String> {
    let name = |fout: &Leesfout| match fout.plek() {
        (Some(rij), inner) => rij.veld(inner.veld),
        (None, inner) => inner.veld.to_owned(),
    };
    fouten.iter().map(name).collect()
}

#[test]
fn rows_are_read_as_they_are_numbered_and_an_empty_one_is_none() {
    let typed = [
        ("doelen.1.omschrijving", "Rustig werken"),
        ("doelen.1.op", "1-3-2026"),
        ("doelen.2.omschrijving", " "),
        ("doelen.3.omschrijving", "Samen spelen"),
        ("doelen.3.op", "2-3-2026"),
        ("doelen.3.voor", "2\n5"),
    ];
    let rows = read(&typed).unwrap();
    let told: Vec<(u32, &str)> =
        rows.iter().map(|row| (row.rij.nr, row.waarde.omschrijving.as_str())).collect();
    assert_eq!(told, [(1, "Rustig werken"), (3, "Samen spelen")]);
    assert_eq!(rows[1].waarde.voor, [2, 5]);
}

#[test]
fn what_is_wrong_names_the_row_and_its_field() {
    let typed = [("doelen.2.omschrijving", "Samen spelen"), ("doelen.2.op", "31-2-2026")];
    let fouten = read(&typed).unwrap_err();
    // The first must be there.
    assert_eq!(wrong(&fouten), ["doelen.1.omschrijving", "doelen.1.op", "doelen.2.op"]);
    assert!(fouten.iter().all(|fout| fout.veld == "doelen"), "each is one of the fields of the act");
    let (rij, inner) = fouten[2].plek();
    assert_eq!(rij.map(|rij| rij.naam.clone()), Some(Tekst::letterlijk("Doel 2")));
    assert_eq!(inner.wat, Mis::GeenDatum("31-2-2026".to_owned()));
}

#[test]
fn a_program_names_its_rows_and_more_than_there_can_be_are_too_many() {
    let named = read(&[("doelen", "1\n2"), ("doelen.1.omschrijving", "x"), ("doelen.1.op", "1-3-2026")]);
    assert_eq!(wrong(&named.unwrap_err()), ["doelen.2.omschrijving", "doelen.2.op"]);
    assert_eq!(wrong(&read(&[("doelen", "1\n2\n3\n4")]).unwrap_err()), ["doelen"]);
    assert_eq!(wrong(&read(&[("doelen", "0")]).unwrap_err()), ["doelen"], "none, and one must be there");
}

#[test]
fn a_field_of_a_form_belongs_to_the_list_by_its_row_and_its_name() {
    let [list] = Rijen::<Doel>::velden("doelen")[..] else { panic!("one field") };
    for own in ["doelen", "doelen.1.omschrijving", "doelen.3.klaar", "doelen.2.voor_persoon_4"] {
        assert!(list.is_van(own), "{own}");
    }
    for strange in [
        "doelen.0.omschrijving",
        "doelen.4.omschrijving",
        "doelen.01.omschrijving",
        "doelen.+1.omschrijving",
        "doelen.1.kleur",
        "doelen.1",
        "doelen.1.omschrijving.2",
        "doelenx.1.omschrijving",
    ] {
        assert!(!list.is_van(strange), "{strange}");
    }
    assert_eq!(list.met_naam("doelen.2.op").map(|veld| veld.soort), Some(Veldsoort::Datum));
}

#[test]
fn a_decision_about_a_row_says_which() {
    let typed = [
        ("doelen.1.omschrijving", "x"),
        ("doelen.1.op", "1-3-2026"),
        ("doelen.3.omschrijving", "y\0"),
        ("doelen.3.op", "1-3-2026"),
    ];
    let rows = read(&typed).unwrap();
    let refusal = per_rij(&rows, |doel| invoer::text("omschrijving", &doel.omschrijving)).unwrap_err();
    assert_eq!(refusal.veldnaam().as_deref(), Some("doelen.3.omschrijving"));
    assert_eq!(refusal.rij.as_ref().map(|rij| rij.naam.clone()), Some(Tekst::letterlijk("Doel 3")));
    let fine = per_rij(&rows[..1], |doel| invoer::text("omschrijving", &doel.omschrijving));
    assert_eq!(fine.unwrap(), ["x"]);
}

#[test]
fn an_act_has_a_list_as_it_has_any_field_and_can_be_tried_with_its_fewest_rows() {
    let tried = Rijen::<Doel>::proef(&HIER).unwrap();
    assert_eq!(tried.len(), 1);
}
