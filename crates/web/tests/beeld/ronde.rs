//! A walk along every address that somebody is led to, and what stood there.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::gebied::{Antwoord, Browser, Gebied, Mens};
use crate::html;

/// How far a walk goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bereik {
    /// Most addresses of one kind that are opened: `/kind/#/tijdlijn` is one kind.
    pub(crate) addresses: usize,
    /// Most forms of one kind that are sent as they stand.
    pub(crate) forms: usize,
    /// Only what a person sees is kept, not the page to the letter; pages that everybody sees are kept once.
    pub(crate) seen: bool,
}

/// What stood at each address, per person: a name and one text.
pub(crate) type Beelden = Vec<(String, String)>;

/// Addresses that are no page, or end the walk.
const NOT_FOLLOWED: [&str; 3] = ["/static/", "/stijl/", "/uitloggen"];
/// Pages that everybody sees.
const OF_EVERYBODY: [&str; 3] = ["/wet", "/demo", "/toegang"];
/// Forms that make somebody else of the walker.
const NOT_SENT: [&str; 4] = ["/uitloggen", "/account/overal-uit", "/demo", "/rol"];

/// Walks for everybody: first only looking, then sending every form as it stands, for one after the other.
pub(crate) async fn loop_(gebied: &Gebied, mensen: &[Mens], bereik: Bereik) -> Beelden {
    let mut beelden = vec![("00-onbekende".to_owned(), look(&gebied.onbekende(), false, bereik).await.0)];
    let mut forms = Vec::new();
    for mens in mensen {
        let browser = gebied.als(mens).await;
        let (text, found) = look(&browser, true, bereik).await;
        beelden.push((mens.naam.clone(), text));
        forms.push((mens, browser, found));
    }
    for (mens, browser, found) in forms {
        beelden.push((format!("{}-verstuurd", mens.naam), send(&browser, found, bereik).await));
    }
    beelden
}

/// Opens every address that one is led to from the first page on. The forms that were met come along.
async fn look(browser: &Browser, signed_in: bool, bereik: Bereik) -> (String, Vec<html::Form>) {
    let mut waiting = VecDeque::from(["/".to_owned()]);
    let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut per_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut stood = BTreeMap::new();
    let mut forms = Vec::new();
    while let Some(address) = waiting.pop_front() {
        let answer = browser.get(&address).await;
        let mut found = vec![answer.location().to_owned()];
        if answer.is_page() {
            let page = answer.text();
            found.extend(html::links(&page));
            forms.extend(html::forms(&page, &address));
        }
        let elsewhere = signed_in && bereik.seen && OF_EVERYBODY.iter().any(|page| address.starts_with(page));
        if !elsewhere {
            stood.insert(address, written(&answer, bereik));
        }
        for next in found {
            let followed = next.starts_with('/') && !NOT_FOLLOWED.iter().any(|not| next.starts_with(not));
            if followed && !known.contains(&next) {
                let count = per_kind.entry(kind(&next)).or_default();
                *count += 1;
                if *count <= bereik.addresses {
                    known.insert(next.clone());
                    waiting.push_back(next);
                }
            }
        }
    }
    (joined(stood.into_iter().map(|(address, text)| (format!("GET {address}"), text))), forms)
}

/// Sends some forms of each kind as they stand: what is refused shows every error, what can be done is done.
async fn send(browser: &Browser, forms: Vec<html::Form>, bereik: Bereik) -> String {
    let mut per_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut answers = Vec::new();
    for form in forms.into_iter().filter(|form| form.posts) {
        if NOT_SENT.iter().any(|not| form.action.starts_with(not)) {
            continue;
        }
        let count = per_kind.entry(kind(&form.action)).or_default();
        *count += 1;
        if *count <= bereik.forms {
            let answer = browser.post(&form.action, &form.fields).await;
            answers.push((format!("POST {}", form.action), written(&answer, bereik)));
        }
    }
    joined(answers)
}

fn joined(stood: impl IntoIterator<Item = (String, String)>) -> String {
    let mut text = String::new();
    for (address, said) in stood {
        text.extend(["=== ", &address, " ", said.trim_end(), "\n"]);
    }
    text
}

fn written(answer: &Antwoord, bereik: Bereik) -> String {
    let body = if answer.is_page() && bereik.seen { html::seen(&answer.text()) } else { answer.text() };
    normal(&format!("{}\n{body}", answer.head()))
}

/// An address of which codes and numbers do not matter.
fn kind(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let of_code = |part: &str| part.bytes().any(|byte| byte.is_ascii_digit());
    let part = |part: &str| if of_code(part) { "#".to_owned() } else { part.to_owned() };
    let path: Vec<String> = path.split('/').map(part).collect();
    let keys: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{}?{}", path.join("/"), keys.join("&"))
}

/// Without white space that nobody sees and without what chance or a build made.
fn normal(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = |line: &str| {
        let words = line.split_inclusive(is_border).map(without_chance).collect::<String>();
        without_role_number(&words) + "\n"
    };
    lines.map(line).collect()
}

/// The accounts of the region are made side by side, so the numbers of their roles differ each time.
fn without_role_number(line: &str) -> String {
    let mut same = line.to_owned();
    for field in ["name=\"rol\" value=\"", "name=rol value="] {
        if let Some((before, after)) = same.split_once(field) {
            same = format!(
                "{before}{field}{}",
                after.trim_start_matches(|letter: char| letter.is_ascii_digit())
            );
        }
    }
    same
}

fn is_border(letter: char) -> bool {
    !letter.is_ascii_alphanumeric() && letter != '_' && letter != '-'
}

/// A long run of letters and digits is a token or a digest: another one each time.
fn without_chance(piece: &str) -> &str {
    let word = piece.trim_end_matches(is_border);
    let mixed =
        word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|b| b.is_ascii_lowercase());
    let chance = word.len() >= 32 && mixed || word.len() >= 12 && is_hex(word) || is_code(word);
    if chance { "…" } else { piece }
}

/// A one-time code: `UDZU-NHKU-XF3T-LN9J`.
fn is_code(word: &str) -> bool {
    let group = |group: &str| {
        group.len() == 4 && group.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    word.split('-').count() == 4 && word.split('-').all(group)
}

fn is_hex(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) && word.bytes().any(|b| b >= b'a')
}
