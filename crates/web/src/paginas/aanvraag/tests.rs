//! A request from its first question to a place at a school, over the forms of the pages.

use axum::http::StatusCode;
use base::{Date, DossierNummer, OrganisatieId, SwvCode};
use demo::dossiers::Verhaallijn;
use demo::regio::{Medewerker, Plek as Schoolplek};
use dossier::staat::{TlvAanvraag, TlvFase};
use dossier::toegang::Kijker;
use dossier::{Actor, Rol};

use super::vragen::is_typed;
use crate::weg::proef::{Antwoord, Browser, Proef};

mod botsing;
mod groot;
pub(in crate::paginas) mod lijsten;
mod papier;

const PDF: &[u8] = b"%PDF-1.7 een klein document";

/// The program, a file, and where its request stands.
pub(in crate::paginas) struct Toneel {
    pub(in crate::paginas) proef: Proef,
    pub(in crate::paginas) nummer: DossierNummer,
}

impl Toneel {
    pub(in crate::paginas) async fn of(verhaallijn: Verhaallijn) -> Self {
        let proef = Proef::start().await;
        let nummer = proef.given(verhaallijn).await;
        Self { proef, nummer }
    }

    pub(in crate::paginas) fn page(&self) -> String {
        format!("/kind/{}/aanvraag/1", self.nummer)
    }

    pub(in crate::paginas) fn below(&self, step: &str) -> String {
        format!("{}/{step}", self.page())
    }

    pub(in crate::paginas) async fn request(&self) -> TlvAanvraag {
        self.proef.kit.dossier(&self.nummer).await.aanvraag(1).cloned().unwrap()
    }

    pub(in crate::paginas) async fn swv(&self) -> SwvCode {
        self.request().await.swv.uitkomst.clone()
    }

    pub(in crate::paginas) async fn ib(&self) -> Browser {
        self.proef.at_school_of(&self.nummer, Rol::Ib).await
    }

    /// Somebody of the samenwerkingsverband that decides.
    pub(in crate::paginas) async fn at_swv(&self, rol: Rol) -> Browser {
        let organisatie = self.swv().await.organisatie();
        self.proef.browser(&self.proef.kit.as_at(rol, &organisatie)).await
    }

    /// The experts of the samenwerkingsverband, in the order of the region.
    pub(in crate::paginas) async fn experts(&self) -> Vec<Kijker> {
        let organisatie = self.swv().await.organisatie();
        experts_of(&self.proef, &organisatie)
    }
}

fn experts_of(proef: &Proef, organisatie: &OrganisatieId) -> Vec<Kijker> {
    let staff = proef.kit.regio.medewerkers();
    let held = staff.iter().filter(|held| held.rol == Rol::Deskundige && held.organisatie == *organisatie);
    held.map(as_kijker).collect()
}

fn as_kijker(held: &Medewerker) -> Kijker {
    let (persoon, organisatie) = (held.account.clone(), held.organisatie.clone());
    Kijker::from(Actor { persoon, rol: held.rol, organisatie })
}

/// Everything hidden in the forms of a page, as a browser would send it along.
pub(in crate::paginas) fn hidden(page: &Antwoord) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for input in page.body.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = input.split_once('"').unwrap();
        let value = rest.split_once("value=\"").unwrap().1.split_once('"').unwrap().0;
        found.push((name.to_owned(), value.to_owned()));
    }
    found
}

/// Opens a page and sends its form with these fields.
pub(in crate::paginas) async fn send(
    browser: &Browser,
    page: &str,
    to: &str,
    fields: &[(&str, &str)],
) -> Antwoord {
    let form = browser.get(page).await;
    assert_eq!(form.status, StatusCode::OK, "{page}: {}", form.body);
    let hidden = hidden(&form);
    let along = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<(&str, &str)> = along.chain(fields.iter().copied()).collect();
    browser.post(to, &all).await
}

/// Sends a form with a file from the school of the child.
async fn upload(
    toneel: &Toneel,
    address: &str,
    fields: &[(&str, &str)],
    file: (&str, &str, &[u8]),
) -> StatusCode {
    let kit = &toneel.proef.kit;
    let school = kit.dossier(&toneel.nummer).await.inschrijvingen.last().unwrap().vestiging.organisatie();
    let browser = toneel.proef.browser(&kit.as_at(Rol::Ib, &school)).await;
    browser.upload(address, fields, file).await.status
}

/// Everybody with authority says yes, on paper.
async fn agree(toneel: &Toneel, ib: &Browser) {
    let kit = &toneel.proef.kit;
    let dossier = kit.dossier(&toneel.nummer).await;
    for persoon in dossier.gezag_op(kit.moment().vandaag) {
        let van = format!("persoon-{}", persoon.nr);
        let fields = [
            ("van", van.as_str()),
            ("tekst", "Wij willen dat het goed gaat."),
            ("eens", "ja"),
            ("papier", "ja"),
        ];
        let address = toneel.below("zienswijze");
        send(ib, &address, &address, &fields).await.assert_leads_to(&toneel.page());
    }
}

/// Answers everything that the checklist still asks.
async fn complete(toneel: &Toneel, ib: &Browser) {
    let kit = &toneel.proef.kit;
    let school = toneel.request().await.vestiging.organisatie();
    let file = kit.app.open(&kit.as_at(Rol::Ib, &school), &toneel.nummer, kit.moment()).await.unwrap();
    let form = file.aanvraagformulier(1).await.unwrap();
    let missing: Vec<String> = form.checklist.ontbreekt().map(|punt| punt.code.clone()).collect();
    let typed: Vec<(&str, &str)> = missing
        .iter()
        .filter(|code| is_typed(code))
        .map(|code| {
            (
                code.as_str(),
                if code == "gevraagde_categorie" {
                    "categorie 2 (midden)"
                } else {
                    "Rust en een kleine groep."
                },
            )
        })
        .collect();
    send(ib, &toneel.page(), &toneel.page(), &typed).await.assert_leads_to(&toneel.page());
    for code in missing.iter().filter(|code| !is_typed(code)) {
        let naam = format!("bijlage-{code}");
        let status = upload(toneel, &toneel.page(), &[], (&naam, "plan.pdf", PDF)).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{code}");
    }
}

async fn assign(toneel: &Toneel, loket: &Browser, expert: &Kijker, discipline: &str) {
    let address = toneel.below("deskundigen");
    let fields = [("persoon", expert.actor.persoon.as_str()), ("discipline", discipline)];
    send(loket, &address, &address, &fields).await.assert_leads_to(&address);
}

async fn advise(toneel: &Toneel, expert: &Kijker) {
    let browser = toneel.proef.browser(expert).await;
    let address = toneel.below("advies");
    let fields = [
        ("uitkomst", "toelaatbaar"),
        ("categorie", "2"),
        ("tekst", "Dit kind heeft rust nodig."),
        ("samen", "nee"),
    ];
    send(&browser, &address, &address, &fields).await.assert_leads_to(&toneel.page());
}

fn decision() -> Vec<(&'static str, &'static str)> {
    vec![
        ("uitspraak", "verleen"),
        ("categorie", "2"),
        ("van", "25-11-2026"),
        ("tot_en_met", "31-7-2028"),
        ("reden_besluit", "Een kleine groep past bij dit kind."),
        ("eerder", "De ouders belden: zij zijn het eens."),
        ("beslis", "ja"),
    ]
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_request_goes_from_its_first_question_to_a_place_at_a_school() {
    let toneel = Toneel::of(Verhaallijn::Ingeschreven).await;
    let ib = begin(&toneel).await;
    ib.get(&toneel.page()).await.assert_silent_on("name=\"verder\"");
    ib.get(&toneel.below("versturen")).await.assert_says("Er ontbreekt nog iets");
    let versie = toneel.proef.kit.dossier(&toneel.nummer).await.versie.to_string();
    let early = ib.post(&toneel.below("versturen"), &[("versie", versie.as_str())]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nobody sends what was not read");
    early.assert_says("Er ontbreekt nog iets");
    agree(&toneel, &ib).await;
    complete(&toneel, &ib).await;
    ib.get(&toneel.page()).await.assert_says("name=\"verder\"");
    ib.get(&toneel.below("versturen")).await.assert_says("Klopt alles?");
    let last_look = toneel.below("versturen");
    send(&ib, &last_look, &last_look, &[]).await.assert_leads_to(&toneel.page());
    let read = ib.get(&toneel.page()).await;
    read.assert_says("In het kort");
    read.assert_says("plan.pdf");
    assert_eq!(toneel.request().await.fase(), TlvFase::Aangevraagd);

    let loket = toneel.at_swv(Rol::Loket).await;
    let naam = toneel.proef.kit.dossier(&toneel.nummer).await.naam();
    loket.get("/loket").await.assert_says(&naam);
    loket.get("/loket.csv").await.assert_says(toneel.nummer.as_str());
    let experts = toneel.experts().await;
    assign(&toneel, &loket, &experts[0], "orthopedagoog").await;
    assign(&toneel, &loket, &experts[1], "kinder_of_jeugdpsycholoog").await;
    advise(&toneel, &experts[0]).await;

    let besluitnemer = toneel.at_swv(Rol::Besluitnemer).await;
    let address = toneel.below("besluit");
    let one = send(&besluitnemer, &address, &address, &decision()).await;
    one.assert_refused();
    one.assert_says("Er is nog geen advies van een tweede deskundige uit de wettelijke lijst.");
    one.assert_says("class=\"bron\"");
    one.assert_says("Een kleine groep past bij dit kind.</textarea>");

    advise(&toneel, &experts[1]).await;
    deviating_needs_a_reason(&toneel, &besluitnemer).await;
    send(&besluitnemer, &address, &address, &decision()).await.assert_leads_to(&toneel.page());
    let granted = toneel.request().await.verleend().cloned().unwrap();
    let (nummer, tot_en_met) = (granted.nummer.clone(), granted.tot_en_met);
    assert_eq!(tot_en_met, day("2028-07-31"));

    let known = toneel.below("bekendmaken");
    besluitnemer.get(&known).await.assert_says("Bezwaar");
    send(&besluitnemer, &known, &known, &[("op", "25-11-2026"), ("wijze", "post")])
        .await
        .assert_leads_to(&toneel.page());
    let kit = &toneel.proef.kit;
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    besluitnemer
        .get(&toneel.page())
        .await
        .assert_says("Besluit op de aanvraag<span class=\"verborgen\"> (pdf)</span>");
    besluitnemer.get("/register").await.assert_says(&nummer);
    besluitnemer.get("/register.csv").await.assert_says(&nummer);
    besluitnemer.get(&format!("/register/{nummer}")).await.assert_says("Trek de verklaring in");
    admitted_elsewhere(&toneel, &nummer).await;
    withdrawn_after_it_was_shown(&toneel, &nummer).await;
}

/// Begins a request for special education.
async fn begin(toneel: &Toneel) -> Browser {
    let ib = toneel.ib().await;
    let address = format!("/kind/{}/aanvraag/nieuw", toneel.nummer);
    let page = ib.get(&address).await;
    page.assert_says("Wie beslist?");
    page.assert_says("het kind is ingeschreven op een school van dit samenwerkingsverband");
    send(&ib, &address, &address, &[]).await.assert_refused();
    send(&ib, &address, &address, &[("wat", "so")]).await.assert_leads_to(&toneel.page());
    ib
}

async fn deviating_needs_a_reason(toneel: &Toneel, besluitnemer: &Browser) {
    let address = toneel.below("besluit");
    let mut other = decision();
    other[1] = ("categorie", "3");
    let page = send(besluitnemer, &address, &address, &other).await;
    page.assert_refused();
    page.assert_says("U wijkt af van een advies: schrijf op waarom.");
    page.assert_says("href=\"#veld-afwijking\"");
    page.assert_says("Een kleine groep past bij dit kind.</textarea>");
    let letter = send(besluitnemer, &address, &format!("{address}/voorbeeld"), &decision()).await;
    assert_eq!(letter.status, StatusCode::OK);
    assert!(letter.body.starts_with("%PDF-"));
    let live = besluitnemer.get(&format!("{address}/toets")).await;
    live.assert_says("Twee deskundigen");
}

/// A school elsewhere checks the declaration, which opens nothing. The parents register the child there on paper, which makes a file
/// of its own, and show the declaration: with it the child is admitted, and the file in which it was granted says so.
async fn admitted_elsewhere(toneel: &Toneel, nummer: &str) {
    let kit = &toneel.proef.kit;
    let school = kit.regio.thuisschool(Schoolplek::So).organisatie();
    let ib = toneel.proef.browser(&kit.as_at(Rol::Ib, &school)).await;
    assert_eq!(ib.get(&toneel.page()).await.status, StatusCode::NOT_FOUND);
    let child = kit.dossier(&toneel.nummer).await.leerling.unwrap();
    let born = child.geboortedatum.to_string();
    let swv = toneel.swv().await.to_string();
    let mut fields = vec![("swv", swv.as_str()), ("nummer", nummer), ("geboortedatum", "2011-01-01")];
    ib.post("/tlv-controle", &fields)
        .await
        .assert_says("Er is geen verklaring met dit nummer en deze geboortedatum.");
    fields[2] = ("geboortedatum", &born);
    ib.post("/tlv-controle", &fields).await.assert_says("De verklaring is geldig. Hebben de ouders");
    assert_eq!(ib.get(&toneel.page()).await.status, StatusCode::NOT_FOUND, "a proof is no relation");
    nobody_else_is_meant(&ib, [&child.roepnaam, &child.achternaam], &born, (&swv, nummer)).await;
    admitted_with(
        &ib,
        &registered(&ib, [&child.roepnaam, &child.achternaam.to_uppercase()], &born).await,
        (&swv, nummer),
    )
    .await;
    // What follows in the file of the declaration is open work, as letters are.
    kit.app.make_open_letters(kit.moment()).await.unwrap();
    let request = toneel.request().await;
    assert_eq!(request.fase(), TlvFase::Gebruikt);
    assert_eq!(request.gebruik.unwrap().vestiging.organisatie(), school);
    leaving_school_hears(toneel).await;
    kit.zet_dag(day("2026-12-02"));
    opens_nothing(toneel, &toneel.proef.browser(&kit.as_at(Rol::Ib, &school)).await).await;
}

/// The school that the child leaves hears from which day, and takes it off its list as of that day.
async fn leaving_school_hears(toneel: &Toneel) {
    let leaving = toneel.ib().await;
    let page = leaving.get(&format!("/kind/{}", toneel.nummer)).await;
    page.assert_says("Toegelaten op een andere school vanaf di 1 dec 2026");
    page.assert_says("een andere school liet het kind toe vanaf di 1 dec 2026");
    let form = leaving.get(&format!("/kind/{}/gegevens/uitschrijven", toneel.nummer)).await;
    form.assert_says("value=\"2026-12-01\"");
}

/// Using a declaration opens nothing of the file in which it was granted.
async fn opens_nothing(toneel: &Toneel, ib: &Browser) {
    for closed in [toneel.page(), format!("/kind/{}", toneel.nummer), toneel.below("categorie")] {
        assert_eq!(ib.get(&closed).await.status, StatusCode::NOT_FOUND, "{closed}");
    }
}

/// A neighbour knows the surname and the birth date; a twin has both.
async fn nobody_else_is_meant(
    ib: &Browser,
    [roepnaam, achternaam]: [&str; 2],
    born: &str,
    shown: (&str, &str),
) {
    for guess in [[roepnaam, "Geraden"], ["Tweeling", achternaam]] {
        guessed(ib, guess, born, shown).await;
    }
}

/// The declaration of another child is none for the child of this name.
async fn guessed(ib: &Browser, naam: [&str; 2], born: &str, (swv, nummer): (&str, &str)) {
    let show = format!("{}/aanmelding/1/verklaring", registered(ib, naam, born).await);
    let refused = send(ib, &show, &show, &[("swv", swv), ("nummer", nummer)]).await;
    refused.assert_refused();
    refused.assert_says("href=\"#veld-nummer\"");
}

/// Another school is shown the declaration, and before it admits the child the declaration is withdrawn.
async fn withdrawn_after_it_was_shown(toneel: &Toneel, nummer: &str) {
    let kit = &toneel.proef.kit;
    let kinds = |school: &&demo::regio::Demoschool| Schoolplek::So.is(school);
    let school = kit.regio.scholen.iter().filter(kinds).nth(1).expect("a second school of this kind");
    let ib = toneel.proef.browser(&kit.as_at(Rol::Ib, &school.organisatie())).await;
    let child = kit.dossier(&toneel.nummer).await.leerling.unwrap();
    let swv = toneel.swv().await.to_string();
    let file = registered(&ib, [&child.roepnaam, &child.achternaam], &child.geboortedatum.to_string()).await;
    let show = format!("{file}/aanmelding/1/verklaring");
    let shown = [("swv", swv.as_str()), ("nummer", nummer)];
    send(&ib, &show, &show, &shown).await.assert_leads_to(&file);
    ib.get(&format!("{file}/aanmelding/1"))
        .await
        .assert_says(&format!("nummer {nummer} van samenwerkingsverband"));
    let besluitnemer = toneel.at_swv(Rol::Besluitnemer).await;
    let (page, end) = (format!("/register/{nummer}"), format!("/register/{nummer}/intrekken"));
    let mut fields =
        vec![("per", "2-12-2026"), ("reden", "Terug naar huis."), ("op", "2-12-2026"), ("wijze", "post")];
    let unheard = send(&besluitnemer, &page, &end, &fields).await;
    unheard.assert_refused();
    unheard.assert_says("Schrijf op wat de ouders en de school ervan vinden.");
    fields.push(("gehoord", "De ouders zijn het eens."));
    send(&besluitnemer, &page, &end, &fields).await.assert_leads_to(&page);
    let asked = format!("/kind/{}", toneel.nummer);
    toneel.ib().await.get(&asked).await.assert_says("Toelaatbaarheidsverklaring ingetrokken per");
    let admit = format!("{file}/aanmelding/1/toelaten");
    let refused = send(&ib, &admit, &admit, &[("per", "7-12-2026")]).await;
    refused.assert_refused();
    refused.assert_says("is niet meer te gebruiken");
}

/// Registers a child on paper; answers the address of its file.
async fn registered(ib: &Browser, [roepnaam, achternaam]: [&str; 2], born: &str) -> String {
    let kind = [
        ("roepnaam", roepnaam),
        ("achternaam", achternaam),
        ("geboortedatum", born),
        ("ouders.1.naam", "mevrouw O. IJsbeer"),
        ("ouders.1.relatie", "gezagsouder"),
        ("ouders.1.brondocument", "uittreksel gezagsregister"),
        ("geheim", "niemand"),
        ("ontvangen_op", "24-11-2026"),
        ("zeker_nieuw", "ja"),
    ];
    let mut registered = ib.post("/aanmelden", &kind).await;
    if registered.status != StatusCode::SEE_OTHER {
        // A school for so and vso asks for which of the two.
        registered = ib.post("/aanmelden", &[&kind[..], &[("onderwijs", "so")]].concat()).await;
    }
    registered.assert_leads_to("/kind/2026-");
    registered.location().split("/aanmelding").next().unwrap().to_owned()
}

/// Admits a child that is registered, with a declaration.
async fn admitted_with(ib: &Browser, file: &str, (swv, nummer): (&str, &str)) {
    let admit = format!("{file}/aanmelding/1/toelaten");
    let first = [("per", "1-12-2026")];
    send(ib, &admit, &admit, &first).await.assert_says("is een toelaatbaarheidsverklaring nodig");
    let show = format!("{file}/aanmelding/1/verklaring");
    let wrong = send(ib, &show, &show, &[("swv", swv), ("nummer", "2026-99999")]).await;
    wrong.assert_refused();
    wrong.assert_says("href=\"#veld-nummer\"");
    let shown = send(ib, &show, &show, &[("swv", swv), ("nummer", nummer)]).await;
    shown.assert_leads_to(file);
    send(ib, &admit, &admit, &first).await.assert_leads_to(file);
}

#[tokio::test]
async fn a_request_that_somebody_has_nothing_to_do_with_is_not_there() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let request = toneel.request().await;
    let kit = &toneel.proef.kit;
    let staff = kit.regio.medewerkers();
    let asked: Vec<_> = request.toewijzingen.iter().map(|toewijzing| toewijzing.persoon.clone()).collect();
    for rol in [Rol::Ib, Rol::Loket, Rol::Besluitnemer, Rol::Deskundige] {
        let outsider = staff.iter().find(|held| {
            held.rol == rol
                && held.organisatie != request.vestiging.organisatie()
                && held.organisatie != request.swv_organisatie()
                && !asked.contains(&held.account)
        });
        let browser = toneel.proef.browser(&as_kijker(outsider.unwrap())).await;
        for step in
            ["", "/besluit", "/advies", "/deskundigen", "/termijn", "/versturen", "/intrekken", "/aanvulling"]
        {
            let page = browser.get(&format!("{}{step}", toneel.page())).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{} {step}", rol.label());
        }
    }
}

#[tokio::test]
async fn another_expert_of_the_same_samenwerkingsverband_finds_no_request() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let request = toneel.request().await;
    let experts = toneel.experts().await;
    let other =
        experts.iter().find(|expert| !request.toewijzingen.iter().any(|t| t.persoon == expert.actor.persoon));
    let browser = toneel.proef.browser(other.unwrap()).await;
    assert_eq!(browser.get(&toneel.below("advies")).await.status, StatusCode::NOT_FOUND);
    let own =
        experts.iter().find(|expert| request.toewijzingen.iter().any(|t| t.persoon == expert.actor.persoon));
    let own = toneel.proef.browser(own.unwrap()).await;
    own.get("/advies").await.assert_says(&toneel.below("advies"));
    own.get(&toneel.below("advies")).await.assert_says("Wie tekent?");
}

#[tokio::test]
async fn the_clock_stands_still_while_the_school_completes_a_request() {
    let toneel = Toneel::of(Verhaallijn::TlvAangevraagd).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let address = toneel.below("aanvulling");
    let wrong = send(&loket, &address, &address, &[("wat", "Het plan"), ("tot_en_met", "31-2-2027")]).await;
    wrong.assert_refused();
    wrong.assert_says("Het plan</textarea>");
    let fields = [
        ("wat", "Het plan\nDe toetsen"),
        ("waarom", "Anders weten wij te weinig."),
        ("tot_en_met", "9-12-2026"),
    ];
    send(&loket, &address, &address, &fields).await.assert_leads_to(&toneel.page());
    loket.get(&toneel.page()).await.assert_says("de termijn staat stil");
    let ib = toneel.ib().await;
    ib.get(&address).await.assert_says("<li>De toetsen</li>");
    let status = upload(&toneel, &address, &[("vraag", "aanvulling")], ("bijlage", "toets.exe", b"MZ")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let given = [("antwoorden", "Hierbij het plan."), ("versturen", "ja")];
    send(&ib, &address, &address, &given).await.assert_leads_to(&toneel.page());
    ib.get(&toneel.page()).await.assert_says("Hierbij het plan.");
    assert_eq!(toneel.request().await.fase(), TlvFase::Aangevraagd);
}

#[tokio::test]
async fn a_school_does_not_read_what_was_decided_before_it_is_made_known() {
    let toneel = Toneel::of(Verhaallijn::TlvVerleend).await;
    let ib = toneel.ib().await;
    let page = ib.get(&toneel.page()).await;
    page.assert_says("klaar voor besluit");
    page.assert_silent_on("De aanvraag intrekken");
    let back = ib.fill(&toneel.below("intrekken"), &[("reden", "Het gaat nu veel beter.")]).await;
    back.assert_refused();
    back.assert_says("deze aanvraag is al beslist");
    back.assert_silent_on("verleend, nog bekend te maken");
}
