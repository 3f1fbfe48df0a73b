//! What leads to a place is told by each process, so that it can be hidden: a name in a fact that no process tells stays readable for
//! a parent from whom the places of the child are secret.

use std::collections::BTreeSet;

use dossier::{Dossier, Inhoud};
use serde_json::Value;

/// The texts of fields with this name, wherever they stand in a fact; a number of a municipality is no name.
fn under(name: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let text = fields.get(name).and_then(Value::as_str);
            found.extend(text.filter(|text| text.parse::<u32>().is_err()).map(ToOwned::to_owned));
            fields.values().for_each(|field| under(name, field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| under(name, item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn named(dossier: &Dossier, name: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for feit in &dossier.feiten {
        if let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud {
            let stored: Value = serde_json::from_slice(&gebeurtenis.encode().expect("a fact")).expect("JSON");
            under(name, &stored, &mut found);
        }
    }
    found
}

#[test]
fn every_school_and_municipality_that_a_fact_names_is_told_by_a_process() {
    let (mut schools, mut municipalities) = (0, 0);
    for zaak in crate::verhalen::alle() {
        let dossier = &zaak.dossier;
        let told: BTreeSet<String> = dossier.schoolnamen().into_iter().collect();
        let missing: Vec<_> = named(dossier, "schoolnaam").difference(&told).cloned().collect();
        assert!(missing.is_empty(), "no process tells the school {missing:?}");
        schools += told.len();
        let told: BTreeSet<String> = dossier.gemeentenamen().into_iter().collect();
        let missing: Vec<_> = named(dossier, "gemeente").difference(&told).cloned().collect();
        assert!(missing.is_empty(), "no process tells the municipality {missing:?}");
        municipalities += told.len();
    }
    assert!(schools > 10 && municipalities > 0, "{schools} {municipalities}");
}
