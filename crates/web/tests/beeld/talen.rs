//! The family pages in another language: all of it, with the right direction, and only there.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;

use crate::gebied::{Browser, Gebied};
use crate::{DOSSIERS, html};

/// The catalogue of what families never read.
const NOT_FOR_FAMILIES: &str = "beheer.ftl";

/// Every other catalogue of a language, together.
fn catalogues(language: &str) -> &'static str {
    let folder = format!("{}/../../teksten/{language}", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of_families = files.filter(|path| path.file_name().is_some_and(|name| name != NOT_FOR_FAMILIES));
    of_families.map(|path| std::fs::read_to_string(path).unwrap()).collect::<String>().leak()
}

/// Shorter pieces, `van`, may be part of a name.
const PIECE: usize = 12;
/// A piece that a school may write in words of its own.
const ALSO_WRITTEN: &str = "het samenwerkingsverband";

impl Browser {
    /// The same person, who chose a language.
    pub(crate) async fn in_language(self, code: &str) -> Self {
        let chosen = self.post("/mijn/taal", &[("taal".to_owned(), code.to_owned())]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{code}");
        self
    }
}

/// The words of a catalogue between what is filled in.
fn pieces(catalogues: &'static str) -> BTreeSet<&'static str> {
    let lines = catalogues.lines().map(str::trim);
    let said = lines.filter(|line| !line.starts_with('#')).filter_map(|line| {
        let case = line.trim_start_matches('*').starts_with('[');
        line.split_once(if case { "] " } else { " = " }).map(|(_, said)| said)
    });
    let between = said.flat_map(|said| said.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)));
    between.map(str::trim).filter(|piece| piece.chars().count() >= PIECE && *piece != ALSO_WRITTEN).collect()
}

/// What the law says, on a page in any language: the steps of a rule, and a question of the corpus.
const OF_THE_LAW: [&str; 4] = [
    "Bekendgemaakt",
    "Bekendgemaakt op",
    "Ingeschreven",
    "Wat heeft het kind nodig om te leren en mee te doen?",
];

/// Words that only Dutch has: what holds one of them and nothing but words is a Dutch sentence.
const ONLY_DUTCH: [&str; 8] = ["het", "een", "niet", "van", "voor", "wordt", "zijn", "dat"];
/// Pieces of code that say something: the sentences of Rust and of templates, in Dutch as they stand there.
fn sentences_of_code() -> BTreeSet<String> {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting = [here.join("src"), here.join("../web-base/src"), here.join("../../templates")].to_vec();
    let mut found = BTreeSet::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting
                .extend(std::fs::read_dir(&path).expect("a folder").map(|file| file.expect("a file").path()));
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let is_template = path.extension().is_some_and(|ending| ending == "html");
        // Between quotes in Rust, between tags in a template.
        let pieces: Vec<&str> = if is_template {
            text.split('>').map(|piece| piece.split('<').next().unwrap_or_default()).collect()
        } else {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            code.lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .flat_map(|line| line.split('"').skip(1).step_by(2))
                .collect()
        };
        let plain =
            |piece: &&str| piece.chars().all(|letter| letter.is_alphabetic() || " ,.?!:'-".contains(letter));
        let dutch =
            |piece: &&str| piece.split([' ', ',', '.', '?', ':']).any(|word| ONLY_DUTCH.contains(&word));
        let said = pieces.into_iter().map(str::trim).filter(|piece| piece.chars().count() >= PIECE);
        found.extend(said.filter(plain).filter(dutch).map(str::to_owned));
    }
    found
}

/// Every page that somebody of a family is led to, with its address.
async fn pages(browser: &Browser) -> Vec<(String, String)> {
    let first = ["/mijn", "/code", "/rol"].map(str::to_owned);
    let mut waiting = first.to_vec();
    let mut known = BTreeSet::from(first);
    let mut found = Vec::new();
    while let Some(address) = waiting.pop() {
        let answer = browser.get(&address).await;
        let page = answer.text();
        let mut links = html::links(&page);
        links.push(answer.location().to_owned());
        for next in links.into_iter().filter(|next| next.starts_with("/mijn") || next.starts_with("/kind/")) {
            if known.insert(next.clone()) {
                waiting.push(next);
            }
        }
        if answer.status == StatusCode::OK && answer.is_page() {
            found.push((address, page));
        }
    }
    found
}

#[tokio::test]
async fn every_page_that_a_family_is_led_to_is_in_the_language_that_was_chosen() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let all_english = catalogues("en");
    let english = pieces(all_english);
    // An English sentence may keep a Dutch legal noun: that is no Dutch left over.
    let kept = |piece: &str| all_english.contains(piece);
    let of_code = sentences_of_code();
    assert!(of_code.len() > 300, "{}", of_code.len());
    let of_code: Vec<&str> = of_code.iter().map(String::as_str).filter(|piece| !kept(piece)).collect();
    let dutch: Vec<&str> =
        pieces(catalogues("nl")).into_iter().filter(|piece| !kept(piece)).chain(of_code).collect();
    assert!(dutch.len() > 1_000, "{}", dutch.len());
    let dutch: Vec<&str> = dutch.into_iter().filter(|piece| !OF_THE_LAW.contains(piece)).collect();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut ours: BTreeSet<&str> = BTreeSet::new();
    for mens in gebied.mensen().await.iter().filter(|mens| mens.naam.ends_with("-ouder")) {
        for (address, page) in pages(&gebied.als(mens).await.in_language("en").await).await {
            let left: Vec<&str> = dutch.iter().copied().filter(|piece| page.contains(*piece)).collect();
            if !page.contains("<html lang=\"en\">") || !left.is_empty() {
                wrong.push(format!("{address} must be English and holds {left:?}"));
            }
            ours.extend(english.iter().copied().filter(|piece| page.contains(piece)));
            let kind = |part: &str| part.bytes().all(|byte| !byte.is_ascii_digit());
            kinds.insert(address.split('/').filter(|part| kind(part)).collect::<Vec<_>>().join("/"));
        }
    }
    let led_to =
        ["mijn", "kind", "kind/tijdlijn", "kind/inzage", "kind/aanmelding", "kind/aanvraag", "code", "rol"];
    let unseen: Vec<&str> = led_to
        .into_iter()
        .filter(|kind| !kinds.iter().any(|found| found.trim_start_matches('/') == *kind))
        .collect();
    let said = ours.len();
    assert!(
        wrong.is_empty() && unseen.is_empty() && said >= 120,
        "{}\nnot seen: {unseen:?} among {kinds:?}; {said} of {} sentences",
        wrong.join("\n"),
        english.len()
    );
}

/// One of the own pages of a family.
async fn family_page(browser: &Browser) -> (String, String) {
    let own = |(address, _): &(String, String)| address.starts_with("/mijn");
    pages(browser).await.into_iter().find(own).expect("a family page")
}

#[tokio::test]
async fn a_language_is_chosen_on_the_page_and_holds_for_family_pages_alone() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let mensen = gebied.mensen().await;
    let of =
        |naam: &str| mensen.iter().find(|mens| mens.naam.ends_with(naam)).expect("somebody of this role");
    let ouder = gebied.als(of("-ouder")).await;
    let (address, page) = family_page(&ouder).await;
    assert!(page.contains("<html lang=\"nl\">"), "{page}");
    let form = html::forms(&page, &address).into_iter().find(|form| form.action == "/mijn/taal");
    let mut fields = form.expect("the choice of a language").fields;
    fields.retain(|(naam, _)| naam == "terug");
    assert_eq!(fields, [("terug".to_owned(), address.clone())]);
    fields.push(("taal".to_owned(), "en".to_owned()));
    let chosen = ouder.post("/mijn/taal", &fields).await;
    assert_eq!(chosen.location(), address);
    assert_eq!(chosen.header(SET_COOKIE.as_str()), "", "it stands with the account");
    let elsewhere_signed_in = gebied.als(of("-ouder")).await;
    let (_, page) = family_page(&elsewhere_signed_in).await;
    assert!(page.contains("<html lang=\"en\">"), "{page}");
    let nobody = Browser { router: ouder.router.clone(), cookie: String::new() };
    let kept = nobody.post("/mijn/taal", &[("taal".to_owned(), "en".to_owned())]).await;
    assert!(kept.header(SET_COOKIE.as_str()).starts_with("taal=en; "));

    let field = |naam: &str, waarde: &str| (naam.to_owned(), waarde.to_owned());
    let elsewhere = ouder.post("/mijn/taal", &[field("taal", "en"), field("terug", "//evil.example")]).await;
    assert_eq!(elsewhere.location(), "/mijn");
    assert_eq!(ouder.post("/mijn/taal", &[field("taal", "fr")]).await.status, StatusCode::BAD_REQUEST);

    let mirrored = family_page(&gebied.als(of("-ouder")).await.in_language("he").await).await.1;
    assert!(mirrored.contains("<html lang=\"he\" dir=\"rtl\">"), "{mirrored}");

    let ib = gebied.als(of("-ib")).await.in_language("en").await;
    let page = ib.get("/vandaag").await.text();
    assert!(page.contains("<html lang=\"nl\">") && page.contains("Uitloggen"), "{page}");
    assert!(!page.contains("/mijn/taal"));
}

/// The field that says to which version of the file a form belongs.
fn version_in(form: &str) -> (String, String) {
    let version = form.split("name=\"versie\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    ("versie".to_owned(), version.expect("the form says its version").to_owned())
}

#[tokio::test]
async fn a_form_that_is_refused_says_so_in_the_language_of_the_page() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let mensen = gebied.mensen().await;
    let ouder = mensen.iter().find(|mens| mens.naam.ends_with("-ouder")).expect("a parent");
    let english = gebied.als(ouder).await.in_language("en").await;
    let pages = pages(&english).await;
    let (address, form) = pages.iter().find(|(address, _)| address.ends_with("/contact")).expect("the form");
    let refused = english.post(address, &[version_in(form)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    assert!(page.contains("<title>Error: Contact with a school"), "{page}");
    assert!(page.contains("Write down which school it was."), "{page}");
}

#[tokio::test]
async fn what_the_core_refuses_and_what_is_not_there_is_said_in_the_language_of_the_family() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let mensen = gebied.mensen().await;
    let ouder = mensen.iter().find(|mens| mens.naam.ends_with("-ouder")).expect("a parent");
    let english = gebied.als(ouder).await.in_language("en").await;
    let pages = pages(&english).await;
    let (address, form) = pages.iter().find(|(address, _)| address.ends_with("/contact")).expect("the form");
    let field = |naam: &str, waarde: &str| (naam.to_owned(), waarde.to_owned());
    let tomorrow = [
        field("school", "De Roerdomp"),
        field("op", "2026-11-26"),
        field("gezegd", "Er is geen plek."),
        version_in(form),
    ];
    let refused = english.post(address, &tomorrow).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    assert!(page.contains("Thu 26 Nov 2026 is in the future."), "{page}");
    assert!(page.contains("1 thing is not right yet") && !page.contains("Fout:"), "{page}");
    let wrong = english.post(address, &[field("op", "31-2-2026"), version_in(form)]).await.text();
    assert!(wrong.contains("is not a date. Write day, month and year"), "{wrong}");

    let absent = english.get("/mijn/2026-999999").await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    let page = absent.text();
    assert!(page.contains("<html lang=\"en\">") && page.contains("<h1>Not found</h1>"), "{page}");
    assert!(page.contains("This is not there, or it is not for you."), "{page}");
    let other = english.get("/kinderen").await.text();
    assert!(other.contains("<h1>You may not see or do this</h1>"), "{other}");

    let ib = mensen.iter().find(|mens| mens.naam.ends_with("-ib")).expect("somebody at a school");
    let absent = gebied.als(ib).await.in_language("en").await.get("/kind/2026-999999").await.text();
    assert!(absent.contains("<html lang=\"nl\">") && absent.contains("<h1>Niet gevonden</h1>"), "{absent}");
}
