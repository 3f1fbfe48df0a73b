//! Where a child is that must be secret from a parent: every page and every answer for a program is walked, in every story that
//! has such a parent, and nothing in them leads to a place: no name, no code, no group, no partnership.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use base::{DossierNummer, SwvCode};
use demo::dossiers::Verhaallijn;
use dossier::algemeen::feiten::Gecorrigeerd;
use dossier::leven::feiten::GeheimhoudingGezet;
use dossier::soort::Schoolsoort;
use dossier::toegang::Kijker;
use dossier::{Dossier, Feit, Gebeurtenis, Inhoud, Rol};
use serde_json::Value;
use storage::{Append, NewEvent, StreamId};

use crate::api::document;
use crate::weg::proef::{Browser, Proef};

/// What leads to a place in a file.
struct Geheimen {
    /// Plain digests of what a rule was asked: by trying the rule on guesses they tell the input.
    bewijzen: BTreeSet<String>,
    /// Names and codes, as they stand in the facts.
    teksten: BTreeSet<String>,
    /// How pages name a group.
    groepen: BTreeSet<String>,
}

fn stored(feit: &Feit) -> Option<Value> {
    let Inhoud::Leesbaar(gebeurtenis) = &feit.inhoud else { return None };
    serde_json::from_slice(&gebeurtenis.encode().unwrap()).unwrap()
}

/// Every text in a value that stands under a name.
fn under(name: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get(name).and_then(Value::as_str).map(ToOwned::to_owned));
            fields.values().for_each(|field| under(name, field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| under(name, item, found)),
        _ => {}
    }
}

/// Every text that a parent typed in their own name.
fn typed_by(dossier: &Dossier, nr: u32) -> BTreeSet<String> {
    let account = dossier.persoon(nr).and_then(|persoon| persoon.account.as_ref());
    let own = dossier.feiten.iter().filter(|feit| Some(&feit.actor.persoon) == account);
    let own = own.filter_map(|feit| feit.gebeurtenis());
    // With which school a first contact was is typed too, and told by the sentence of its fact.
    let typed = own.flat_map(|fact| match fact {
        Gebeurtenis::EerstContactGemeld(contact) => vec![contact.school.as_str(), contact.gezegd.as_str()],
        _ => fact.getypt(),
    });
    typed.map(ToOwned::to_owned).collect()
}

impl Geheimen {
    async fn of(proef: &Proef, dossier: &Dossier, eigen: u32) -> Self {
        let mut teksten: BTreeSet<String> = dossier.schoolnamen().into_iter().collect();
        let mut groepen = BTreeSet::new();
        let mut bewijzen = BTreeSet::new();
        for value in dossier.feiten.iter().filter_map(|feit| stored(feit)) {
            under("vestiging", &value, &mut teksten);
            under("groep", &value, &mut groepen);
            under("bewijs_invoer", &value, &mut bewijzen);
            // Why a school suspended or means to remove the pupil, and what it found that the child needs: their timeline leaves it out too.
            under("redenen", &value, &mut teksten);
            if value.get("extra_ondersteuning").is_some() {
                under("toelichting", &value, &mut teksten);
            }
            under("gemeente", &value, &mut teksten);
            // What the school filled in of the child, and what it added: nobody looked through that for places.
            under("waarde", &value, &mut teksten);
            for document in value.get("bijlagen").and_then(Value::as_array).into_iter().flatten() {
                under("blob", document, &mut teksten);
                under("naam", document, &mut teksten);
            }
            if value.get("volgnummer").is_some() {
                under("waarom", &value, &mut teksten);
            }
            let text = value.to_string();
            let words = text.split(|c: char| !c.is_ascii_alphanumeric());
            let swv = words.filter_map(|word| word.parse::<SwvCode>().ok());
            for swv in swv.filter(|swv| !dossier.kent_verband_zelf(Some(eigen), swv)) {
                let on = proef.kit.moment().vandaag;
                teksten.insert(proef.kit.app.organisatie_naam(&swv.organisatie(), on).await.unwrap());
                teksten.insert(swv.to_string());
            }
        }
        groepen.remove("");
        // A number of a municipality is no word; and what this parent typed is given back to them as they typed it.
        let own = typed_by(dossier, eigen);
        teksten.retain(|text| text.len() >= 4 && text.parse::<u32>().is_err() && !own.contains(text));
        Self {
            bewijzen,
            teksten,
            groepen: groepen.into_iter().map(|groep| format!("groep {groep}")).collect(),
        }
    }
}

/// Every page about a file that a parent can ask for, and every answer for a program, by the document.
fn addresses(nummer: &DossierNummer, dossier: &Dossier) -> Vec<String> {
    let own = ["", "/niet-eens", "/contact"].map(|below| format!("/mijn/{nummer}{below}"));
    let child = ["", "/tijdlijn", "/inzage", "/inzage.csv"].map(|below| format!("/kind/{nummer}{below}"));
    let mut all: Vec<String> = own.into_iter().chain(child).chain(["/mijn".to_owned()]).collect();
    for onderwerp in dossier.onderwerpen() {
        let (soort, nr) = (onderwerp.soort(), onderwerp.nr());
        all.push(format!("/kind/{nummer}/{soort}/{nr}"));
        for below in ["bevestiging", "antwoord", "intrekken", "zonder-besluit", "zienswijze", "punten"] {
            all.push(format!("/kind/{nummer}/{soort}/{nr}/{below}"));
        }
        for form in ["mening", "aanbod"] {
            all.push(format!("/mijn/{nummer}/{form}/{nr}"));
        }
    }
    for nr in 1..=dossier.versie {
        all.push(format!("/kind/{nummer}/brief/{nr}"));
        all.push(format!("/api/v1/dossiers/{nummer}/brieven/{nr}"));
    }
    let paths = document()["paths"].as_object().unwrap();
    let asked = paths.iter().filter(|(_, operations)| operations.get("get").is_some());
    let filled = asked.map(|(path, _)| path.replace("{nummer}", nummer.as_str()));
    all.extend(filled.filter(|path| !path.contains('{')).map(|path| format!("/api/v1{path}")));
    all
}

/// What a parent is told, address by address; what is for everybody alike tells nothing of this child.
async fn told(parent: &Browser, addresses: &[String]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for address in addresses {
        if address.starts_with("/api/v1/scholen") || address.starts_with("/api/v1/openapi") {
            continue;
        }
        let answer = parent.get(address).await;
        if answer.status == StatusCode::OK {
            all.push((address.clone(), answer.body));
        }
    }
    all
}

/// Records that the places are secret, whoever may do so in this story.
pub(super) async fn hide(proef: &Proef, nummer: &DossierNummer, voor_personen: Vec<u32>) {
    let bron = "beschikking".to_owned();
    record(proef, nummer, GeheimhoudingGezet { geheim: true, voor_personen, bron }.into()).await;
}

/// Records a fact of a family.
async fn record(proef: &Proef, nummer: &DossierNummer, event: Gebeurtenis) {
    let (moment, gezin) = (proef.kit.moment(), nummer.gezin());
    let actor =
        storage::Actor { persoon: "p-1".parse().unwrap(), rol: "ib".to_owned(), organisatie: gezin.clone() };
    let event = NewEvent {
        event_type: event.event_type().to_owned(),
        event_version: u32::from(event.event_version()),
        on: moment.vandaag,
        holder: gezin,
        actor,
        by: None,
        payload: event.encode().unwrap(),
        blobs: Vec::new(),
    };
    let stream = StreamId::dossier(nummer);
    let expected = proef.kit.app.storage.head(&stream).await.unwrap();
    proef.kit.app.storage.append(Append::new(stream, expected, moment.at, vec![event])).await.unwrap();
}

async fn number_of(proef: &Proef, nummer: &DossierNummer, kijker: &Kijker) -> u32 {
    let dossier = proef.kit.dossier(nummer).await;
    let mine = dossier.personen.iter().find(|one| one.account.as_ref() == Some(&kijker.actor.persoon));
    mine.unwrap().nr
}

/// The stories in which a parent with a page has something to be told of a place.
const STORIES: [Verhaallijn; 9] = [
    Verhaallijn::DoorOuder,
    Verhaallijn::AanbodOpen,
    Verhaallijn::AanbodAanvaard,
    Verhaallijn::GeweigerdAndereSchool,
    Verhaallijn::TijdelijkGeplaatst,
    Verhaallijn::VerwijderingGemeld,
    Verhaallijn::SchorsingGemeld,
    Verhaallijn::TlvGebruikt,
    Verhaallijn::TlvEenAdvies,
];

/// A school that is in no register.
const WATERVAL: &[(&str, &str)] = &[
    ("schoolnaam", "De Waterval"),
    ("andere_plaats", "Ochtendstad"),
    ("andere_contact", "mevrouw Regen, 000-000 00 05"),
    ("andere_soort", "instelling_c1_2"),
    ("voorwaarde_op", "25-11-2026"),
    ("voorwaarde", "De commissie vindt het kind passend."),
    ("voorwaarde_ja", "ja"),
    ("voorwaarde_tot_en_met", "31-7-2029"),
    ("bereid_op", "25-11-2026"),
    ("bewijs", "brief van De Waterval"),
];

/// Much in one file: a request and the placement that followed, a removal with a school that was found and a report to the
/// municipality, and two registrations elsewhere by a parent.
async fn much_in_one_file(proef: &Proef) -> DossierNummer {
    let nummer = loop {
        let nummer = proef.given(Verhaallijn::TlvGebruikt).await;
        if proef.kit.ouder(&nummer).await.is_some() {
            break nummer;
        }
    };
    let page = format!("/kind/{nummer}");
    let mut directie = proef.at_school_of(&nummer, Rol::Directie).await;
    let parents = proef.parents(&nummer).await;
    let mut heard = vec![("op", "25-11-2026"), ("ouders", "hij blijft"), ("leraar", "het lukt niet")];
    heard.extend(parents.iter().map(|name| (name.as_str(), "ja")));
    let removal = [
        ("verwijdering/nieuw", vec![("redenen", "de veiligheid van anderen")]),
        ("verwijdering/1/horen", heard),
        ("verwijdering/1/school", WATERVAL.to_vec()),
        ("verwijdering/1/besluit", vec![("per", "9-12-2026"), ("motivering", "zie het gesprek")]),
        ("verwijdering/1/gemeente", vec![("gemeente", "Ochtendstad")]),
    ];
    for (below, fields) in &removal {
        if *below == "verwijdering/1/besluit" {
            // The day for which the parents were invited.
            proef.kit.zet_dag("2026-12-02".parse().unwrap());
            directie = proef.at_school_of(&nummer, Rol::Directie).await;
        }
        directie.fill(&format!("{page}/{below}"), fields).await.assert_leads_to(&page);
    }
    let known = proef.kit.dossier(&nummer).await;
    let known: BTreeSet<_> = known.zaken().filter_map(|zaak| zaak.vestiging().cloned()).collect();
    let parent = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let schools = proef.kit.regio.scholen.iter().map(|place| &place.school);
    for school in schools.filter(|school| !known.contains(&school.vestiging)).take(2) {
        let part = if school.schoolsoort == Schoolsoort::SoVso { "so" } else { "" };
        let chosen = [
            ("school_zoeken", school.naam.as_str()),
            ("vestiging", school.vestiging.as_str()),
            ("onderwijs", part),
            ("geheim", "nee"),
        ];
        parent.fill(&format!("{page}/aanmelding/nieuw"), &chosen).await.assert_leads_to(&page);
    }
    let dossier = proef.kit.dossier(&nummer).await;
    let last =
        dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == "ouders_en_leraar_gehoord");
    let volgnummer = last.expect("a talk").volgnummer;
    let waarom = "Dit was op de boot aan de Kolk.".to_owned();
    record(proef, &nummer, Gecorrigeerd { volgnummer, waarom, nieuw: None }.into()).await;
    nummer
}

/// Walks everything that a parent can ask for before and after the places became secret; answers how much of what must be
/// hidden was told before.
async fn walk(proef: &Proef, nummer: &DossierNummer, story: &str, by_name: bool) -> usize {
    let Some(kijker) = proef.kit.ouder(nummer).await else { return 0 };
    let parent = proef.browser(&kijker).await;
    let nr = number_of(proef, nummer, &kijker).await;
    let before = proef.kit.dossier(nummer).await;
    let secrets = Geheimen::of(proef, &before, nr).await;
    let all = addresses(nummer, &before);
    let open = told(&parent, &all).await;
    for (address, body) in &open {
        let plain = secrets.bewijzen.iter().find(|bewijs| body.contains(bewijs.as_str()));
        assert!(plain.is_none(), "{story}: {address} gives a family the digest of an input");
    }
    let is_told = |secret: &&String| open.iter().any(|(_, body)| body.contains(secret.as_str()));
    let seen_before = secrets.teksten.iter().chain(&secrets.groepen).filter(is_told).count();
    hide(proef, nummer, if by_name { vec![nr] } else { Vec::new() }).await;
    for (address, body) in told(&parent, &all).await {
        for secret in secrets.teksten.iter().chain(&secrets.groepen) {
            assert!(!body.contains(secret.as_str()), "{story}: {address} tells {secret}\n{body}");
        }
        assert!(
            !body.contains("sha256:"),
            "{story}: {address} gives a digest of what leads to a place\n{body}"
        );
        let mut groups = BTreeSet::new();
        under("groep", &serde_json::from_str(&body).unwrap_or_default(), &mut groups);
        assert!(groups.iter().all(String::is_empty), "{story}: {address} tells {groups:?}");
    }
    seen_before
}

#[tokio::test]
async fn nothing_that_a_parent_reads_leads_to_a_place_that_is_secret_from_them() {
    for by_name in [true, false] {
        let proef = Proef::start().await;
        let mut seen_before = 0;
        for story in STORIES {
            let nummer = proef.given(story).await;
            seen_before += walk(&proef, &nummer, &format!("{story:?}"), by_name).await;
        }
        assert!(seen_before > 20, "{seen_before}: what is hidden was to be read before");
    }
}

#[tokio::test]
async fn nothing_in_a_file_with_much_in_it_leads_there_either() {
    for by_name in [true, false] {
        let proef = Proef::start().await;
        let nummer = Box::pin(much_in_one_file(&proef)).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let cases = (dossier.aanmeldingen.len(), dossier.aanvragen.len(), dossier.verwijderingen.len());
        assert!(cases.0 >= 2 && cases.1 == 1 && cases.2 == 1, "{cases:?}");
        let seen_before = walk(&proef, &nummer, "much in one file", by_name).await;
        assert!(seen_before > 5, "{seen_before}: what is hidden was to be read before");
    }
}

#[tokio::test]
async fn a_parent_to_whom_a_file_is_closed_is_led_to_no_form_that_is_refused_and_promised_no_answer() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodOpen).await;
    let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let parent = proef.browser(&kijker).await;
    let own = format!("/mijn/{nummer}");
    let before = parent.get(&own).await;
    before.assert_says("U mag ja of nee zeggen");
    before.assert_says(&format!("/kind/{nummer}/aanmelding/nieuw"));
    hide(&proef, &nummer, vec![number_of(&proef, &nummer, &kijker).await]).await;
    let after = parent.get(&own).await;
    after.assert_silent_on("U mag ja of nee zeggen");
    let links = after.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut followed = 0;
    for link in links.filter(|link| link.contains(nummer.as_str()) && !link.contains("/brief/")) {
        assert_eq!(parent.get(link).await.status, StatusCode::OK, "{link}");
        followed += 1;
    }
    assert!(followed > 3, "{followed}");
}
