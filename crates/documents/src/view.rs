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
            // An article that nobody read for what is said here stands in no letter; the sentence does.
            let known = grond.vindplaats.zekerheid != base::Zekerheid::Kennis;
            json!({
                "tekst": grond.tekst,
                "vindplaats": known.then(|| grond.vindplaats.to_string()),
                "zekerheid": (!sure && known).then(|| grond.vindplaats.zekerheid.word()),
            })
        })
        .collect();
    json!({ "brief": brief, "wet": wet, "huisstijl": huisstijl })
}
