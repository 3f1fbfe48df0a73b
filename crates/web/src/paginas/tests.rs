//! What holds for every list: its filters filter, its columns sort, its file has the rows of its page, and whoever
//! may not see the one gets neither.

use app::accounts::{Beheer, NieuweSleutel};
use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::staat::{AanmeldingFase, TlvFase};

use crate::weg::proef::{Antwoord, Browser, Proef};

mod afloop;
mod api;
mod api_beheer;
mod api_stukken;
mod bekend;
pub(crate) mod contract;
mod delen;
mod deskundigen;
mod doorsturen;
mod dubbel;
mod gebruik;
mod geheim;
mod inzage;
mod logboek;
mod mogelijk;
mod nieuw;
mod nieuws;
mod opdrachten;
mod opnieuw;
mod optellen;
mod post;
mod registers;
mod tegelijk;
mod verloren;
mod voorstel;
mod voortgang;
mod vreemden;
mod waarneming;
mod weg;
mod zicht;
mod zijdeur;
mod zoeken;

/// A list: its page, its file, and the columns of the file by the key that sorts them. A name is sorted by another
/// form of it than the file has; `None` for those.
struct Lijst {
    page: String,
    csv: String,
    sorts: &'static [(&'static str, Option<usize>)],
}

impl Lijst {
    fn of(page: &str, sorts: &'static [(&'static str, Option<usize>)]) -> Self {
        Self { page: page.to_owned(), csv: format!("{page}.csv"), sorts }
    }

    /// Every column sorts both ways; nothing else does.
    async fn check_sorts(&self, browser: &Browser) {
        let all = rows(&browser.get(&self.csv).await);
        assert!(all.len() > 1, "{}: nothing to sort", self.csv);
        for (key, column) in self.sorts {
            let up = self.sorted(browser, &format!("sorteer={key}"), "ascending").await;
            let down = self.sorted(browser, &format!("sorteer={key}&richting=af"), "descending").await;
            for rows in [&up, &down] {
                assert_eq!(in_order(rows), in_order(&all), "{}: {key}", self.csv);
            }
            if let Some(column) = column {
                let filled = |rows: &[Vec<String>]| -> Vec<String> {
                    rows.iter().map(|row| row[*column].clone()).filter(|cell| !cell.is_empty()).collect()
                };
                let (up, mut down) = (filled(&up), filled(&down));
                assert!(up.is_sorted(), "{} by {key}: {up:?}", self.csv);
                down.reverse();
                assert_eq!(up, down, "{} by {key}", self.csv);
            }
        }
        for wrong in ["sorteer=bsn", "richting=om", "sorteer=naam&sorteer=naam"] {
            leaves_out(browser, &self.page, wrong).await;
            let answer = browser.get(&format!("{}?{wrong}", self.csv)).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}?{wrong}", self.csv);
        }
    }

    async fn sorted(&self, browser: &Browser, query: &str, how: &str) -> Vec<Vec<String>> {
        let page = browser.get(&format!("{}?{query}", self.page)).await;
        assert_eq!(page.status, StatusCode::OK, "{}?{query}", self.page);
        page.assert_says(&format!("aria-sort=\"{how}\""));
        rows(&browser.get(&format!("{}?{query}", self.csv)).await)
    }

    /// The filter leaves some rows and not all; in each of them the column holds the text. Page and file agree.
    async fn check_filter(&self, browser: &Browser, filter: &str, column: usize, text: &str) {
        let all = rows(&browser.get(&self.csv).await).len();
        let some = rows(&browser.get(&format!("{}?{filter}", self.csv)).await);
        assert!(!some.is_empty() && some.len() < all, "{}?{filter}: {} of {all}", self.csv, some.len());
        assert!(some.iter().all(|row| row[column].contains(text)), "{}?{filter}: {some:?}", self.csv);
        let page = browser.get(&format!("{}?{filter}", self.page)).await;
        assert_eq!(shown(&page), some.len(), "{}?{filter}", self.page);
        let (key, _) = filter.split_once('=').unwrap();
        leaves_out(browser, &self.page, &format!("{key}=1;drop")).await;
        let wrong = browser.get(&format!("{}?{key}=1;drop", self.csv)).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "{key}");
        wrong.assert_says(&format!("&#39;{key}&#39; is niet wat er moet staan"));
    }
}

/// A page that does not know what its address asks for is shown without that, and says so.
async fn leaves_out(browser: &Browser, page: &str, wrong: &str) {
    let (key, _) = wrong.split_once('=').unwrap();
    let answer = browser.get(&format!("{page}?{wrong}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{page}?{wrong}");
    answer.assert_says(&format!("Het adres vroeg bij &#39;{key}&#39; iets dat deze pagina niet kent."));
    let plain = browser.get(page).await;
    assert_eq!(shown(&answer), shown(&plain), "{page}?{wrong}: the list without that filter");
    plain.assert_silent_on("deze pagina niet kent");
}

/// The rows of a file, without its heads.
fn rows(answer: &Antwoord) -> Vec<Vec<String>> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let cells = |line: &str| {
        let mut quoted = false;
        let ends = |letter: char| {
            quoted ^= letter == '"';
            letter == ';' && !quoted
        };
        line.split(ends).map(|cell| cell.trim_matches('"').to_owned()).collect()
    };
    answer.body.trim_start_matches('\u{feff}').lines().skip(1).map(cells).collect()
}

fn in_order(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut rows = rows.to_vec();
    rows.sort();
    rows
}

/// How many rows a page shows.
fn shown(page: &Antwoord) -> usize {
    page.body.matches("scope=\"row\"").count()
}

/// How many children what was found shows; schools stand below them.
fn children_in(page: &Antwoord) -> usize {
    page.body.matches("href=\"/kind/").count()
}

async fn given(proef: &Proef, stories: &[Verhaallijn]) {
    for story in stories {
        proef.given(*story).await;
    }
}

/// The expert with the most to do or done.
async fn busiest_expert(proef: &Proef) -> Browser {
    let mut best = None;
    for held in proef.kit.regio.medewerkers().into_iter().filter(|held| held.rol == Rol::Deskundige) {
        let browser = proef.browser(&proef.kit.as_at(held.rol, &held.organisatie)).await;
        let tasks = rows(&browser.get("/advies.csv").await).len();
        if best.as_ref().is_none_or(|(most, _)| tasks > *most) {
            best = Some((tasks, browser));
        }
    }
    best.unwrap().1
}

#[tokio::test]
async fn the_lists_of_a_school_sort_and_filter() {
    let proef = Proef::start().await;
    let stories = [
        Verhaallijn::NetAangemeld,
        Verhaallijn::BehoefteVast,
        Verhaallijn::BehoefteVast,
        Verhaallijn::TlvGestart,
        Verhaallijn::TlvAangevraagd,
        Verhaallijn::TlvGeadviseerd,
    ];
    given(&proef, &stories).await;
    let ib = proef.as_(Rol::Ib).await;
    let children = Lijst::of("/kinderen", &[("naam", None), ("dossier", Some(0)), ("geboren", Some(2))]);
    children.check_sorts(&ib).await;
    let assessed = AanmeldingFase::BehoefteVastgesteld;
    children.check_filter(&ib, &format!("fase={}", assessed.code()), 5, assessed.label()).await;
    let here = proef.kit.school().school.vestiging.clone();
    let own = rows(&ib.get(&format!("/kinderen.csv?vestiging={here}")).await);
    assert!(!own.is_empty() && own.iter().all(|row| row[3] == here.as_str()), "{own:?}");
    assert_eq!(rows(&ib.get("/kinderen.csv?vestiging=99XX99").await), Vec::<Vec<String>>::new());
    let turns = Lijst::of("/vandaag", &[("uiterlijk", Some(0)), ("wat", None), ("naam", None)]);
    turns.check_sorts(&ib).await;
    let assess = rows(&ib.get("/vandaag.csv?wat=aanmelding_beslissen").await);
    assert!(!assess.is_empty() && assess.iter().all(|row| row[1] == "Beslissen op de aanmelding"));
    let last = assess.iter().map(|row| row[0].clone()).min().unwrap();
    let soon = rows(&ib.get(&format!("/vandaag.csv?uiterlijk={last}")).await);
    assert!(!soon.is_empty() && soon.iter().all(|row| !row[0].is_empty() && row[0] <= last), "{soon:?}");
    ib.get("/vandaag?wat=gemeente_melden").await.assert_says("Er is niets dat hierbij past.");
    leaves_out(&ib, "/vandaag", "wat=slapen").await;
    let others = rows(&ib.get("/vandaag-anderen.csv").await);
    assert!(!others.is_empty() && others.iter().all(|row| row[5] != Rol::Ib.label()), "{others:?}");
}

#[tokio::test]
async fn who_looked_is_told_by_day_role_and_part() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let child = format!("/kind/{nummer}");
    proef.as_(Rol::Ib).await.get(&child).await;
    proef.kit.dagen_later(2);
    proef.as_(Rol::Loket).await.get(&child).await;
    let ib = proef.as_(Rol::Ib).await;
    let today = proef.kit.moment().vandaag;
    let log = async |query: &str| rows(&ib.get(&format!("{child}/inzage.csv{query}")).await);
    // Every look at the log is in it the next time.
    let days = |rows: &[Vec<String>]| rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    let all = log("").await;
    let newest_first = days(&all);
    assert_eq!(newest_first[0], today.to_string());
    assert!(newest_first.iter().rev().is_sorted() && newest_first.last() < newest_first.first());
    assert!(days(&log("?sorteer=wanneer").await).is_sorted());
    for wrong in ["sorteer=naam", "richting=om"] {
        let answer = ib.get(&format!("{child}/inzage?{wrong}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{wrong}");
        answer.assert_says("iets dat deze pagina niet kent");
    }
    let both = ib.get(&format!("{child}/inzage?rol=baas&deel=Z&van={today}")).await;
    assert_eq!(
        both.body.matches("iets dat deze pagina niet kent").count(),
        2,
        "each is named, and the day stays"
    );
    both.assert_says(&format!("value=\"{today}\""));
    ib.get(&format!("{child}/inzage?sorteer=wanneer")).await.assert_says("aria-sort=\"ascending\"");
    let by_loket = log("?rol=loket").await;
    assert!(!by_loket.is_empty() && by_loket.iter().all(|row| row[2] == Rol::Loket.label()), "{by_loket:?}");
    let before = log(&format!("?tot={}", base::dates::plus_days(today, -1).unwrap())).await;
    assert!(before.iter().all(|row| row[0] < today.to_string()) && before.len() < all.len());
    let since = log(&format!("?van={today}&rol=loket")).await;
    assert_eq!(since, by_loket);
    assert_eq!(log("?deel=K1").await, Vec::<Vec<String>>::new());
    assert!(!log("?deel=A").await.is_empty());
    ib.get(&format!("{child}/inzage?rol=steunpunt")).await.assert_says("Er heeft niemand gekeken");
    for wrong in ["rol=baas", "deel=Z", "van=gisteren", "tot=1-1"] {
        let answer = ib.get(&format!("{child}/inzage.csv?{wrong}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn the_lists_of_a_partnership_sort_and_filter() {
    let proef = Proef::start().await;
    let stories = [
        Verhaallijn::TlvGeenAdvies,
        Verhaallijn::TlvGeenAdvies,
        Verhaallijn::TlvEenAdvies,
        Verhaallijn::TlvGeadviseerd,
        Verhaallijn::TlvVerleendBekend,
        Verhaallijn::TlvGebruikt,
        Verhaallijn::TlvLooptAf,
        Verhaallijn::TlvLooptAf,
        Verhaallijn::TlvVerlopen,
    ];
    given(&proef, &stories).await;
    let loket = proef.as_(Rol::Loket).await;
    let queue = Lijst::of("/loket", &[("naam", None), ("uiterlijk", Some(7)), ("ontvangen", Some(6))]);
    queue.check_sorts(&loket).await;
    let register = Lijst::of(
        "/register",
        &[
            ("nummer", Some(0)),
            ("kind", None),
            ("soort", Some(4)),
            ("vanaf", Some(6)),
            ("tot", Some(7)),
            ("stand", Some(8)),
        ],
    );
    register.check_sorts(&loket).await;
    register.check_filter(&loket, "stand=verlopen", 8, "verlopen").await;
    let kinds: std::collections::BTreeSet<String> =
        rows(&loket.get("/register.csv").await).into_iter().map(|row| row[4].clone()).collect();
    for kind in &kinds {
        let some = rows(&loket.get(&format!("/register.csv?soort={kind}")).await);
        assert!(!some.is_empty() && some.iter().all(|row| row[4] == *kind), "{kind}: {some:?}");
    }
    leaves_out(&loket, "/register", "soort=alles").await;
}

#[tokio::test]
async fn the_requests_of_an_expert_sort_and_filter() {
    let proef = Proef::start().await;
    let stories = [Verhaallijn::TlvGeenAdvies, Verhaallijn::TlvGeenAdvies, Verhaallijn::TlvEenAdvies];
    given(&proef, &stories).await;
    let expert = busiest_expert(&proef).await;
    let open = rows(&expert.get("/advies.csv").await);
    assert!(!open.is_empty() && open.iter().all(|row| row[6].is_empty()), "{open:?}");
    for wrong in ["sorteer=bsn", "stand=klaar", "soort=alles"] {
        leaves_out(&expert, "/advies", wrong).await;
        let file = expert.get(&format!("/advies.csv?{wrong}")).await;
        assert_eq!(file.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    for (key, column) in [("sinds", 4), ("uiterlijk", 5)] {
        let up = rows(&expert.get(&format!("/advies.csv?sorteer={key}")).await);
        let down = rows(&expert.get(&format!("/advies.csv?sorteer={key}&richting=af")).await);
        assert_eq!(in_order(&up), in_order(&down), "{key}");
        assert!(up.iter().map(|row| &row[column]).is_sorted(), "{key}: {up:?}");
        assert!(down.iter().rev().map(|row| &row[column]).is_sorted(), "{key}: {down:?}");
    }
    let done = rows(&expert.get("/advies.csv?stand=gereed").await);
    assert!(done.iter().all(|row| !row[6].is_empty()), "{done:?}");
}

#[tokio::test]
async fn declarations_that_end_sort_and_filter() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvLooptAf).await;
    proef.given(Verhaallijn::TlvLooptAf).await;
    let school = proef.at_school_of(&nummer, Rol::Ib).await;
    let renewals = rows(&school.get("/verlengen.csv").await);
    let page = school.get("/verlengen").await;
    assert!(!renewals.is_empty(), "a declaration ends within the year");
    assert_eq!(shown(&page), renewals.len());
    // Of a child in the last group it is asked what comes after it.
    let (file, request) = (&renewals[0][0], &renewals[0][1]);
    let chosen = format!("name=\"kies\" value=\"{file}/{request}\"");
    let asked = format!("/kind/{file}/aanvraag/nieuw?verlenging={request}");
    assert!(page.body.contains(&chosen) || page.body.contains(&asked), "{}", page.body);
    school
        .get("/verlengen?einde=2026-12-01")
        .await
        .assert_says("Er is geen verklaring of aanwijzing die hierbij past.");
    for sort in ["kind", "groep", "einde"] {
        let sorted = rows(&school.get(&format!("/verlengen.csv?sorteer={sort}&richting=af")).await);
        assert_eq!(in_order(&sorted), in_order(&renewals), "{sort}");
    }
    assert_eq!(school.get("/verlengen.csv?sorteer=bsn").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_lists_of_who_looks_after_accounts_and_schools_sort_and_filter() {
    let proef = Proef::start().await;
    let boss = proef.as_(Rol::Organisatiebeheerder).await;
    let accounts = Lijst::of("/accounts", &[("naam", Some(0)), ("e_mail", Some(1)), ("stand", None)]);
    accounts.check_sorts(&boss).await;
    let role = Rol::Directie.label();
    accounts.check_filter(&boss, "met-rol=directie", 2, role).await;
    let mut stands = 0;
    for stand in ["actief", "zonder_wachtwoord", "geblokkeerd"] {
        stands += rows(&boss.get(&format!("/accounts.csv?stand={stand}")).await).len();
    }
    assert_eq!(stands, rows(&boss.get("/accounts.csv").await).len(), "each account stands one way");
    leaves_out(&boss, "/accounts", "stand=weg").await;
    let schools =
        Lijst::of("/scholen", &[("naam", None), ("code", Some(0)), ("plaats", Some(2)), ("swv", Some(4))]);
    schools.check_sorts(&boss).await;
    let area = proef.kit.verband().po.clone();
    schools.check_filter(&boss, &format!("swv={area}"), 4, area.as_str()).await;
}

#[tokio::test]
async fn the_keys_of_somebodys_programs_sort_and_filter() {
    let proef = Proef::start().await;
    let (kijker, moment) = (proef.kit.as_(Rol::Ib), proef.kit.moment());
    let ib = proef.browser(&kijker).await;
    ib.get("/sleutels").await.assert_says("Er is geen sleutel voor u gemaakt.");
    let held = proef.kit.app.storage.rollen(&kijker.actor.persoon).await.unwrap();
    let rol = held.iter().find(|held| held.rol == Rol::Ib.code()).map(|held| held.id);
    let account = kijker.actor.persoon.clone();
    let mut made = Vec::new();
    for naam in ["roosters", "aanwezigheid"] {
        let nieuw = NieuweSleutel { account: account.clone(), rol, naam: naam.to_owned(), tot: None };
        made.push(proef.kit.app.make_sleutel(Beheer::Machine, &nieuw, moment).await.unwrap());
    }
    let keys = Lijst::of("/sleutels", &[("naam", Some(0)), ("stand", Some(2)), ("gemaakt", Some(3))]);
    keys.check_sorts(&ib).await;
    ib.post(&format!("/sleutels/{}/intrekken", made[0].id), &[]).await.assert_leads_to("/sleutels");
    keys.check_filter(&ib, "stand=ingetrokken", 2, "ingetrokken").await;
    let file = ib.get("/sleutels.csv").await;
    file.assert_silent_on(made[1].sleutel.expose());
    assert_eq!(rows(&proef.as_(Rol::Directie).await.get("/sleutels.csv").await), Vec::<Vec<String>>::new());
}

#[tokio::test]
async fn nobody_gets_the_file_of_a_list_they_may_not_see() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let (ib, loket) = (proef.as_(Rol::Ib).await, proef.as_(Rol::Loket).await);
    let log = format!("/kind/{nummer}/inzage.csv");
    let director = proef.as_(Rol::DirecteurSwv).await;
    let refused: [(&Browser, &str); 8] = [
        (&ib, "/register.csv"),
        (&ib, "/loket.csv"),
        (&ib, "/advies.csv"),
        (&ib, "/accounts.csv"),
        (&loket, "/verlengen.csv"),
        (&loket, "/advies.csv"),
        (&loket, "/accounts.csv"),
        (&director, &log),
    ];
    for (browser, address) in refused {
        let answer = browser.get(address).await;
        assert!(
            matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
            "{address}: {}",
            answer.status
        );
        answer.assert_silent_on(";");
    }
    for address in ["/kinderen.csv", "/vandaag.csv", "/vandaag-anderen.csv"] {
        assert_eq!(rows(&director.get(address).await), Vec::<Vec<String>>::new(), "{address}");
    }
}

#[tokio::test]
async fn turns_of_others_have_pages_of_their_own() {
    let proef = Proef::start().await;
    for _ in 0..21 {
        proef.given(Verhaallijn::TlvAangevraagd).await;
    }
    let ib = proef.as_(Rol::Ib).await;
    let first = ib.get("/vandaag?wat=deskundigen_toewijzen").await;
    first.assert_says("aria-label=\"Bladzijden van anderen\"");
    first.assert_says("/vandaag?wat=deskundigen_toewijzen&#38;bladzijde-anderen=2");
    let second = ib.get("/vandaag?wat=deskundigen_toewijzen&bladzijde-anderen=2").await;
    assert_eq!((shown(&first), shown(&second)), (20, 1));
    assert_eq!(rows(&ib.get("/vandaag-anderen.csv?wat=deskundigen_toewijzen").await).len(), 21);
    leaves_out(&ib, "/vandaag", "bladzijde-anderen=0").await;
}

#[tokio::test]
async fn the_search_box_finds_children_declarations_and_schools() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvVerleendBekend).await;
    let (ib, loket) = (proef.as_(Rol::Ib).await, proef.as_(Rol::Loket).await);
    let found = async |browser: &Browser, sought: &str| browser.post("/zoeken", &[("zoek", sought)]).await;
    found(&ib, nummer.as_str()).await.assert_leads_to(&format!("/kind/{nummer}"));
    let declaration = rows(&loket.get("/register.csv").await)[0][0].clone();
    found(&loket, &declaration).await.assert_leads_to(&format!("/register/{declaration}"));
    for (browser, number) in
        [(&ib, declaration.as_str()), (&loket, "1999-00001"), (&loket, "-"), (&loket, "")]
    {
        assert_eq!(found(browser, number).await.status, StatusCode::OK, "{number}");
    }
    let school = &proef.kit.school().school;
    for sought in [school.vestiging.as_str(), school.naam.as_str()] {
        let page = found(&loket, sought).await;
        page.assert_says(&format!("/scholen?zoek={}", school.vestiging));
        page.assert_says(&format!("/kinderen?vestiging={}", school.vestiging));
        found(&ib, sought).await.assert_silent_on("/kinderen?vestiging=");
    }
    let there = rows(&loket.get(&format!("/kinderen.csv?vestiging={}", school.vestiging)).await);
    assert_eq!(there.len(), 1, "{there:?}");
    for name in ["Zonne", "S"] {
        let page = found(&ib, name).await;
        let file = rows(&ib.post("/zoeken.csv", &[("zoek", name)]).await);
        assert_eq!(children_in(&page), file.len(), "{name}");
    }
    let nothing = found(&ib, "Bestaatniet").await;
    nothing.assert_says("Er is geen kind gevonden dat u mag zien.");
    nothing.assert_says("vestigingscode");
}

#[tokio::test]
async fn what_is_found_has_pages_without_a_name_in_their_address() {
    let proef = Proef::start().await;
    for _ in 0..51 {
        proef.given(Verhaallijn::NetAangemeld).await;
    }
    let ib = proef.as_(Rol::Ib).await;
    let all = rows(&ib.get("/kinderen.csv").await);
    // The letter with which most names begin.
    let begins = |letter: char| {
        all.iter().filter(|row| row[1].split(' ').any(|word| word.starts_with(letter))).count()
    };
    let letter = ('A'..='Z').chain('a'..='z').max_by_key(|letter| begins(*letter)).unwrap().to_string();
    let page =
        async |number: &str| ib.post("/zoeken", &[("zoek", letter.as_str()), ("bladzijde", number)]).await;
    let file = rows(&ib.post("/zoeken.csv", &[("zoek", letter.as_str())]).await);
    let (first, second) = (page("1").await, page("2").await);
    assert_eq!(children_in(&first), file.len().min(50), "{letter}");
    assert_eq!(children_in(&first) + children_in(&second), file.len(), "{letter}");
    // In another order, and of one phase; page and file agree.
    let by_birth = [("zoek", letter.as_str()), ("sorteer", "geboren")];
    let born: Vec<String> =
        rows(&ib.post("/zoeken.csv", &by_birth).await).into_iter().map(|row| row[2].clone()).collect();
    assert!(born.is_sorted() && born.len() == file.len(), "{born:?}");
    let of_phase = [("zoek", letter.as_str()), ("fase", AanmeldingFase::BehoefteVastgesteld.code())];
    assert_eq!(children_in(&ib.post("/zoeken", &of_phase).await), 0);
    for wrong in [("fase", "x"), ("sorteer", "bsn")] {
        assert_eq!(
            ib.post("/zoeken", &[("zoek", "a"), wrong]).await.status,
            StatusCode::BAD_REQUEST,
            "{wrong:?}"
        );
    }
    for wrong in ["0", "x", "-1"] {
        assert_eq!(page(wrong).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    if file.len() > 50 {
        first.assert_says("Volgende");
        first.assert_silent_on("Vorige");
        second.assert_says("Vorige");
    }
}
