//! A chosen, fast part of what people in the demo region see, compared with what they saw before.
//!
//! `cargo xtask beeld FOLDER` writes all of it; this keeps some roles and one or two addresses of each kind, as text.
//! `BEELD=schrijf cargo test -p web --test beeld` writes the files of `gezien` anew: look at the difference.

mod gebied;
mod gezegd;
mod gezin;
mod html;
mod nederlands;
mod ronde;
mod talen;

use std::fs;
use std::path::Path;

use gebied::{Gebied, Mens};
use ronde::Bereik;

/// Files of the region: one of every story and a few more.
const DOSSIERS: usize = 60;
/// The roles that are kept.
const ROLES: [&str; 6] = ["ib", "leerkracht", "directie", "loket", "besluitnemer", "ouder"];
/// One of every kind of address and form.
const CHOSEN: Bereik = Bereik { addresses: 1, forms: 1, seen: true };

/// The first of each role.
fn chosen(mensen: &[Mens]) -> Vec<Mens> {
    let first = |role: &&str| mensen.iter().find(|mens| mens.naam.get(3..) == Some(role)).cloned();
    ROLES.iter().filter_map(first).collect()
}

#[tokio::test]
async fn a_chosen_part_of_what_people_see_is_as_it_was() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let mensen = chosen(&gebied.mensen().await);
    assert_eq!(mensen.len(), ROLES.len(), "{mensen:?}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/beeld/gezien");
    let anew = is_written_anew();
    let mut differences = Vec::new();
    for (naam, text) in ronde::loop_(&gebied, &mensen, CHOSEN).await {
        let file = folder.join(format!("{naam}.txt"));
        if anew {
            fs::write(&file, &text).expect("the file is written");
        }
        let before = fs::read_to_string(&file).unwrap_or_default();
        differences.extend(first_difference(&naam, &before, &text));
    }
    assert!(differences.is_empty(), "what people see changed:\n{}", differences.join("\n"));
}

#[expect(clippy::disallowed_methods, reason = "a test has no configuration but this word of whoever runs it")]
fn is_written_anew() -> bool {
    std::env::var("BEELD").is_ok_and(|what| what == "schrijf")
}

/// The first line that differs, under the address where it stands.
fn first_difference(naam: &str, before: &str, now: &str) -> Option<String> {
    let mut address = "";
    let (mut was, mut is) = (before.lines(), now.lines());
    loop {
        match (was.next(), is.next()) {
            (None, None) => return None,
            (before, now) if before == now => {
                if let Some(line) = now.filter(|line| line.starts_with("=== ")) {
                    address = line;
                }
            }
            (before, now) => {
                return Some(format!("{naam}, {address}\n  before: {before:?}\n  now:    {now:?}"));
            }
        }
    }
}

#[test]
fn a_form_sends_what_stands_in_it() {
    let page = "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"v\" value=\"3\">\
        <input type=\"radio\" name=\"k\" value=\"ja\"><input type=\"radio\" name=\"k\" value=\"nee\" checked>\
        <textarea name=\"t\">\neen &amp; twee</textarea><select name=\"s\"><option value=\"x\">X</option>\
        <option value=\"y\" selected>Y</option></select><button name=\"bewaar\">b</button></form>";
    let forms = html::forms(page, "/hier");
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let fields = vec![field("v", "3"), field("k", "nee"), field("t", "een & twee"), field("s", "y")];
    assert_eq!(forms, [html::Form { action: "/a".to_owned(), posts: true, fields }]);
    assert_eq!(html::forms("<form method=\"post\"></form>", "/hier")[0].action, "/hier");
}
