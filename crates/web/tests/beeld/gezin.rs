//! A family that reads English, on every page and in every form that it can reach: no Dutch is left, and a page that is
//! there in Dutch alone is announced.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use app::Moment;
use axum::http::StatusCode;
use base::{DossierNummer, Timestamp};
use storage::{Account, Handeling};

use crate::gebied::{Antwoord, Browser, Gebied, MOMENT, Mens};
use crate::gezegd::marked_links;
use crate::nederlands::Nederlands;
use crate::{DOSSIERS, html};

/// Pages that are there in Dutch alone.
const IN_DUTCH: [&str; 4] = ["/wet", "/toegang", "/demo", "/api"];
/// Forms that make somebody else of the walker, or give the pages another language.
const NOT_SENT: [&str; 4] = ["/uitloggen", "/account/overal-uit", "/demo", "/rol"];
/// Fields that a person does not fill in.
const HIDDEN: [&str; 7] = ["versie", "merk", "standen", "concept", "terug", "naar", "rol"];
/// Pages that no link leads a family to, and that an address opens; `#` is the file.
const BY_ADDRESS: [&str; 9] = [
    "/kind/#/gegevens",
    "/kind/#/aanmelding/1/antwoord",
    "/kind/#/aanmelding/1/intrekken",
    "/kind/#/aanmelding/1/zonder-besluit",
    "/kind/#/aanmelding/1/bevestiging",
    "/kind/#/aanmelding/1/toelaten",
    "/kind/#/aanvraag/1/zienswijze",
    "/kind/#/verwijdering/nieuw",
    "/mijn/#/niet-eens",
];
/// Pages of the program that are not for families, or not there.
const ELSEWHERE: [&str; 8] =
    ["/", "/rol", "/code", "/kinderen", "/zoeken", "/accounts", "/bestaat-niet", "/mijn/2026-999999"];

/// What is wrong with the pages of one walk.
struct Wandeling<'a> {
    dutch: &'a Nederlands,
    wrong: Vec<String>,
    kinds: BTreeSet<String>,
}

fn is_in_dutch(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let whole = IN_DUTCH.iter().any(|page| path == *page || path.starts_with(&format!("{page}/")));
    whole || path.contains("/brief/") || path.rsplit('.').next() == Some("csv")
}

/// An address of which numbers do not matter.
fn kind(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let part = |part: &str| {
        if part.bytes().any(|byte| byte.is_ascii_digit()) { "#".to_owned() } else { part.to_owned() }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

impl<'a> Wandeling<'a> {
    fn new(dutch: &'a Nederlands) -> Self {
        Self { dutch, wrong: Vec::new(), kinds: BTreeSet::new() }
    }

    /// Looks at a page: its language, its words, and what it says of its links.
    fn look_at(&mut self, address: &str, answer: &Antwoord) {
        if !answer.is_page() {
            return;
        }
        let page = answer.text();
        let mut wrong = self.dutch.left_on(&page);
        if !page.contains("<html lang=\"en\">") {
            wrong.push("the page says another language".to_owned());
        }
        for (link, marked) in marked_links(&page) {
            if marked != is_in_dutch(&link) && !link.contains("/bijlage/") {
                wrong.push(format!(
                    "the link to {link} {} that it is in Dutch",
                    if marked { "says" } else { "does not say" }
                ));
            }
        }
        self.kinds.insert(format!("{} {}", answer.status.as_u16(), kind(address)));
        self.wrong.extend(wrong.into_iter().map(|what| format!("{address} ({}): {what}", answer.status)));
    }

    /// Opens everything that one is led to from these addresses; the forms that were met, by kind.
    async fn walk(&mut self, browser: &Browser, from: Vec<String>) -> BTreeMap<String, html::Form> {
        let mut waiting = VecDeque::from(from);
        let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
        let mut forms = BTreeMap::new();
        while let Some(address) = waiting.pop_front() {
            let answer = browser.get(&address).await;
            self.look_at(&address, &answer);
            let mut found = vec![answer.location().to_owned()];
            if answer.is_page() {
                let page = answer.text();
                found.extend(marked_links(&page).into_iter().map(|(link, _)| link));
                for form in html::forms(&page, &address).into_iter().filter(|form| form.posts) {
                    forms.entry(kind(&form.action)).or_insert(form);
                }
            }
            for next in found {
                let followed =
                    next.starts_with('/') && !is_in_dutch(&next) && !next.starts_with("/uitloggen");
                if followed && known.insert(next.clone()) {
                    waiting.push_back(next);
                }
            }
        }
        forms
    }

    /// Sends each form wrong: with nothing in it, with nonsense in it, and without what it sends along. What follows is
    /// looked at too.
    async fn send_wrong(&mut self, browser: &Browser, forms: &BTreeMap<String, html::Form>) {
        for form in forms.values().filter(|form| !NOT_SENT.contains(&form.action.as_str())) {
            // What was sent before may have changed the file.
            let page = browser.get(&form.action).await.text();
            let again =
                html::forms(&page, &form.action).into_iter().find(|found| found.action == form.action);
            let form = again.as_ref().unwrap_or(form);
            let with = |typed: &str| {
                let field = |(naam, waarde): &(String, String)| {
                    let own = HIDDEN.contains(&naam.as_str());
                    (naam.clone(), if own { waarde.clone() } else { typed.to_owned() })
                };
                form.fields.iter().map(field).collect::<Vec<_>>()
            };
            let strange = vec![("merk".to_owned(), "van een ander".to_owned())];
            for fields in [with("31-2-2026"), with(""), strange, Vec::new()] {
                let answer = browser.post(&form.action, &fields).await;
                self.look_at(&format!("POST {}", form.action), &answer);
                let led_to = answer.location().to_owned();
                if !led_to.is_empty() {
                    let after = browser.get(&led_to).await;
                    self.look_at(&led_to, &after);
                }
            }
        }
    }

    #[track_caller]
    fn must_have_seen(&self, kinds: &[&str]) {
        let unseen: Vec<&&str> = kinds.iter().filter(|kind| !self.kinds.contains(**kind)).collect();
        assert!(
            self.wrong.is_empty() && unseen.is_empty(),
            "{}\nnot seen: {unseen:?} among {:#?}",
            self.wrong.join("\n"),
            self.kinds
        );
    }
}

impl Gebied {
    /// A pupil of a file. No act of the program gives a pupil an account yet: it is put where the others are.
    async fn leerling(&self, dossier: &DossierNummer) -> Browser {
        let at: Timestamp = MOMENT.parse().expect("an instant");
        let account = Account {
            id: "00000000-0000-4000-8000-00000000001e".parse().expect("a number"),
            naam: "Sam de Zonnevis".to_owned(),
            e_mail: "sam@voorbeeld.example".to_owned(),
            wachtwoord: None,
            aangemaakt_op: at,
            geblokkeerd_op: None,
            taal: None,
        };
        let log = Handeling {
            at,
            door: None,
            organisatie: None,
            handeling: "account_gemaakt".to_owned(),
            onderwerp: account.id.to_string(),
            toelichting: String::new(),
        };
        let rol = storage::Rol {
            id: 0,
            account: account.id.clone(),
            rol: dossier::Rol::Leerling.code().to_owned(),
            organisatie: dossier.gezin(),
            groep: None,
            van: Moment::of(at).vandaag,
            tot: None,
            vak: None,
        };
        self.app.storage.create_account(&account, &log).await.expect("an account");
        self.app.storage.add_rol(&rol, &log).await.expect("a role");
        let fields = vec![("account".to_owned(), account.id.to_string())];
        self.als(&Mens { naam: "leerling".to_owned(), fields }).await
    }
}

/// Where a walk begins: the front door, what an address opens, and what is elsewhere.
fn beginnings(files: &BTreeSet<String>) -> Vec<String> {
    let own = files.iter().flat_map(|file| BY_ADDRESS.iter().map(move |address| address.replace('#', file)));
    ELSEWHERE.iter().map(|address| (*address).to_owned()).chain(own).collect()
}

/// The files of a family.
async fn files(browser: &Browser) -> BTreeSet<String> {
    let list = browser.get("/mijn").await;
    let mut addresses = html::links(&list.text());
    addresses.push(list.location().to_owned());
    let number = |address: String| address.strip_prefix("/mijn/").map(|file| file.chars().take(11).collect());
    addresses.into_iter().filter_map(number).collect()
}

#[tokio::test]
async fn an_english_parent_meets_no_dutch_on_any_page_or_in_any_form() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let dutch = Nederlands::lees();
    let mut walk = Wandeling::new(&dutch);
    for mens in gebied.mensen().await.iter().filter(|mens| mens.naam.ends_with("-ouder")) {
        let browser = gebied.als(mens).await.in_language("en").await;
        let forms = walk.walk(&browser, beginnings(&files(&browser).await)).await;
        walk.send_wrong(&browser, &forms).await;
    }
    walk.must_have_seen(&[
        "200 /mijn/#",
        "200 /mijn/#/contact",
        "200 /kind/#",
        "200 /kind/#/tijdlijn",
        "200 /kind/#/inzage",
        "200 /kind/#/gegevens",
        "200 /kind/#/aanmelding/#",
        "200 /kind/#/aanmelding/nieuw",
        "200 /kind/#/aanmelding/#/antwoord",
        "200 /kind/#/aanmelding/#/intrekken",
        "200 /kind/#/aanmelding/#/zonder-besluit",
        "200 /kind/#/aanmelding/#/bevestiging",
        "200 /kind/#/aanvraag/#",
        "200 /kind/#/aanvraag/#/zienswijze",
        "422 POST /kind/#/aanmelding/nieuw",
        "422 POST /kind/#/aanmelding/#/antwoord",
        "422 POST /kind/#/aanmelding/#/zonder-besluit",
        "422 POST /kind/#/aanvraag/#/zienswijze",
        "422 POST /mijn/#/contact",
        "400 POST /mijn/#/contact",
        "400 POST /mijn/taal",
        "403 /kinderen",
        "404 /bestaat-niet",
    ]);
}

#[tokio::test]
async fn an_english_pupil_meets_no_dutch_on_any_page_or_in_any_form() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let mensen = gebied.mensen().await;
    let ouder = mensen.iter().find(|mens| mens.naam.ends_with("-ouder")).expect("a parent");
    let files = files(&gebied.als(ouder).await).await;
    let own = files.first().expect("a file").parse().expect("a number");
    let browser = gebied.leerling(&own).await.in_language("en").await;
    let dutch = Nederlands::lees();
    let mut walk = Wandeling::new(&dutch);
    let forms = walk.walk(&browser, beginnings(&files)).await;
    walk.send_wrong(&browser, &forms).await;
    walk.must_have_seen(&["200 /mijn", "200 /rol", "200 /code", "404 /bestaat-niet", "400 POST /mijn/taal"]);
    let page = browser.get("/rol").await.text();
    assert!(page.contains("pupil") && !page.contains("leerling"), "{page}");
}

#[tokio::test]
async fn nobody_signed_in_meets_no_dutch_either_nor_does_whoever_was_signed_out() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let dutch = Nederlands::lees();
    let mut walk = Wandeling::new(&dutch);
    let nobody = Browser { cookie: "taal=en".to_owned(), ..gebied.onbekende() };
    let doors = ["/inloggen", "/inloggen?na=uitloggen", "/code", "/activeer/x", "/mijn", "/bestaat-niet"];
    let forms = walk.walk(&nobody, doors.map(str::to_owned).to_vec()).await;
    walk.send_wrong(&nobody, &forms).await;

    // A form whose session was ended in another tab: what was typed comes back after signing in.
    let mensen = gebied.mensen().await;
    let ouder = mensen.iter().find(|mens| mens.naam.ends_with("-ouder")).expect("a parent");
    let browser = gebied.als(ouder).await.in_language("en").await;
    let forms = Wandeling::new(&dutch).walk(&browser, vec!["/mijn".to_owned()]).await;
    let form = forms.get("/mijn/#/contact").expect("the form");
    let ended = nobody.post(&form.action, &form.fields).await;
    assert_eq!(ended.status, StatusCode::UNAUTHORIZED);
    walk.look_at("POST ended", &ended);
    walk.must_have_seen(&[
        "200 /inloggen",
        "200 /code",
        "422 POST /inloggen",
        "422 POST /code",
        "404 /bestaat-niet",
    ]);
}

#[tokio::test]
async fn another_language_can_be_chosen_on_every_page_of_a_family_also_where_something_went_wrong() {
    let gebied = Gebied::maak(DOSSIERS).await;
    let mensen = gebied.mensen().await;
    let ouder = mensen.iter().find(|mens| mens.naam.ends_with("-ouder")).expect("a parent");
    let browser = gebied.als(ouder).await;
    let file = files(&browser).await.first().cloned().expect("a file");
    let nobody = gebied.onbekende();
    let own = [
        "/mijn/#",
        "/kind/#",
        "/kind/#/aanmelding/nieuw",
        "/kind/#/gegevens",
        "/mijn/#/contact",
        "/bestaat-niet",
        "/kinderen",
    ];
    for (who, address) in own.map(|address| (&browser, address)).into_iter().chain([
        (&nobody, "/inloggen"),
        (&nobody, "/code"),
        (&nobody, "/bestaat-niet"),
    ]) {
        let address = address.replace('#', &file);
        let page = who.get(&address).await.text();
        let choice = html::forms(&page, &address).into_iter().find(|form| form.action == "/mijn/taal");
        let choice = choice.unwrap_or_else(|| panic!("{address}: {page}"));
        assert_eq!(choice.fields, [("terug".to_owned(), address.clone())], "{address}");
        assert!(page.contains("value=\"en\" lang=\"en\">English</button>"), "{address}: {page}");
    }
}
