//! What a template gets to read: the letter as JSON, with the few things worked out that are
//! better done here than in a template.

use serde_json::{Value, json};

use crate::{Brief, Huisstijl};

/// The letter, the house style and the grounds as they are printed.
pub fn printed(brief: &Brief, huisstijl: &Huisstijl) -> Value {
    let wet: Vec<Value> = brief
        .rechtsgronden()
        .into_iter()
        .map(|grond| {
            let sure = grond.vindplaats.zekerheid == base::Zekerheid::Wettekst;
            json!({
                "tekst": grond.tekst,
                "vindplaats": grond.vindplaats.to_string(),
                "zekerheid": (!sure).then(|| grond.vindplaats.zekerheid.word()),
            })
        })
        .collect();
    json!({ "brief": brief, "wet": wet, "huisstijl": huisstijl })
}
