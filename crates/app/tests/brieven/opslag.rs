//! Letters as they are kept and fetched: rendered first, stored with the fact that names them, and
//! opened only by who may see them.

use std::pin::Pin;

use app::aanmelden::{NieuwKind, NieuweAanmelding, NieuweGeheimhouding, NieuweOuder};
use app::dossiers::Uitvoering;
use app::{AppError, Moment};
use base::{DossierNummer, OrganisatieId};
use dossier::aanmelding::afloop::Weiger;
use dossier::aanmelding::opdracht::{MeldEersteContact, StelBehoefteVast, VerlengBeslistermijn};
use dossier::algemeen::correctie::Corrigeer;
use dossier::algemeen::post::VerwerkPost;
use dossier::leven::feiten::{Contactgegevens, NaamOfGeslachtGewijzigd, OuderAangesloten, Overledene};
use dossier::leven::opdracht::{MeldOverlijden, Verhuis, ZetGeheimhouding};
use dossier::leven::stem::Stem;
use dossier::opdracht::Opdracht;
use dossier::soort::{Geheimkring, Poststand, Poststap, Relatie, TlvSoort};
use dossier::tlv::opdracht::{GeefZienswijze, StartTlvAanvraag};
use dossier::toegang::Kijker;
use dossier::{Actor, Gebeurtenis, Rol};
use storage::{Append, NewEvent, StreamId};

use crate::wereld::{SCHOOL, Wereld, actor, at, day, directie, ib, persoon};

fn child() -> NieuwKind {
    let parent = |naam: &str| NieuweOuder {
        naam: naam.to_owned(),
        relatie: Relatie::Gezagsouder,
        brondocument: "uittreksel".to_owned(),
        contact: Contactgegevens::default(),
        taal: String::new(),
        tolk: false,
        geheim: false,
    };
    NieuwKind {
        roepnaam: "Sam".to_owned(),
        voorvoegsel: "de".to_owned(),
        achternaam: "Zonnevis".to_owned(),
        geboortedatum: Some(day("2018-02-06")),
        adres: dossier::staat::Adres {
            straat: "Lijsterlaan 12".to_owned(),
            postcode: Some("9901ZZ".parse().unwrap()),
            plaats: "Ochtendstad".to_owned(),
            ..dossier::staat::Adres::default()
        },
        ouders: vec![parent("mevrouw I. de Zonnevis"), parent("de heer P. Baars")],
        ..NieuwKind::default()
    }
}

/// A file in the store with a registration; two confirmations are in it.
pub(crate) fn stored(uitvoering: Uitvoering) -> Pin<Box<dyn Future<Output = (Wereld, DossierNummer)>>> {
    stored_of(child(), uitvoering)
}

/// The same of a child as the first form gives it.
fn stored_of(
    kind: NieuwKind,
    uitvoering: Uitvoering,
) -> Pin<Box<dyn Future<Output = (Wereld, DossierNummer)>>> {
    Box::pin(async move {
        let wereld = Wereld::on("2026-03-03").await;
        let registration = NieuweAanmelding {
            vestiging: SCHOOL.parse().unwrap(),
            onderwijs: None,
            ontvangen_op: day("2026-03-03"),
            gewenst_per: None,
            andere_scholen: Vec::new(),
            minderjarige_asielzoeker: false,
            toelichting_ouders: String::new(),
        };
        let viewer = Kijker::from(ib());
        let moment = at("2026-03-03");
        let registering =
            wereld.app.meld_nieuw_kind_aan(&viewer, moment, &kind, &registration, true, uitvoering);
        let done = Box::pin(registering).await.unwrap();
        make_letters(&wereld).await;
        (wereld, done.dossier.nummer)
    })
}

/// The letters that are still to be made; every one of them succeeds.
async fn make_letters(wereld: &Wereld) -> usize {
    let ronde = wereld.app.make_open_letters(at("2026-03-04")).await.unwrap();
    assert!(ronde.mislukt.is_empty(), "{:?}", ronde.mislukt);
    ronde.gemaakt
}

pub(crate) async fn run(
    wereld: &Wereld,
    who: Actor,
    nummer: &DossierNummer,
    what: impl Into<Opdracht>,
) -> Result<(), AppError> {
    let viewer = Kijker::from(who);
    let done =
        wereld.app.execute(&viewer, at("2026-03-04"), nummer, vec![what.into()], Uitvoering::default()).await;
    make_letters(wereld).await;
    done.map(|_| ())
}

/// A parent's account is connected, as the one-time code does it.
pub(crate) async fn connect(wereld: &Wereld, nummer: &DossierNummer, nr: u32, account: &str) -> Kijker {
    let parent = actor(account, Rol::Ouder, nummer.gezin().as_str());
    let connected = OuderAangesloten { persoon: nr, account: persoon(account) };
    record(wereld, nummer, (&parent, nummer.gezin()), connected).await;
    Kijker::from(parent)
}

/// A fact that no act of these tests decides.
pub(crate) async fn record(
    wereld: &Wereld,
    nummer: &DossierNummer,
    (who, holder): (&Actor, OrganisatieId),
    fact: impl Into<Gebeurtenis>,
) {
    let (stream, event) = (StreamId::dossier(nummer), fact.into());
    let new = NewEvent {
        event_type: event.event_type().to_owned(),
        event_version: u32::from(event.event_version()),
        on: day("2026-03-03"),
        holder,
        actor: storage::Actor {
            persoon: who.persoon.clone(),
            rol: who.rol.code().to_owned(),
            organisatie: who.organisatie.clone(),
        },
        by: None,
        payload: event.encode().unwrap(),
        blobs: Vec::new(),
    };
    let storage = &wereld.app.storage;
    let head = storage.head(&stream).await.unwrap();
    storage.append(Append::new(stream, head, at("2026-03-03").at, vec![new])).await.unwrap();
}

/// Numbers of the letters in a file, oldest first.
pub(crate) async fn letters(wereld: &Wereld, nummer: &DossierNummer) -> Vec<u64> {
    let dossier = wereld.app.load_dossier(nummer).await.unwrap().unwrap();
    dossier.brieven.iter().map(|brief| brief.volgnummer).collect()
}

#[tokio::test]
async fn letters_are_stored_with_the_facts_that_name_them() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let dossier = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    let kept: Vec<_> =
        dossier.brieven.iter().map(|b| (b.inhoud.soort.as_str(), b.inhoud.aan_personen.clone())).collect();
    let kind = "ontvangstbevestiging_aanmelding";
    assert_eq!(kept, [(kind, vec![1]), (kind, vec![2])]);
    let first = letters(&wereld, &nummer).await[0];
    let (name, bytes) = letter(&wereld, &ib().into(), &nummer, first, at("2026-03-04")).await.unwrap();
    assert_eq!(name, format!("2026-03-03-{kind}-{nummer}.pdf"));
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(u64::try_from(bytes.len()).unwrap(), dossier.brieven[0].inhoud.lengte);
}

#[tokio::test]
async fn what_happened_long_ago_gives_no_letters() {
    let (wereld, nummer) = stored(Uitvoering { zonder_brieven: true, ..Uitvoering::default() }).await;
    assert!(letters(&wereld, &nummer).await.is_empty());
}

/// A letter as somebody fetches it.
pub(crate) async fn letter(
    wereld: &Wereld,
    kijker: &Kijker,
    nummer: &DossierNummer,
    volgnummer: u64,
    moment: Moment,
) -> Result<(String, Vec<u8>), AppError> {
    wereld.app.open(kijker, nummer, moment).await?.brief(volgnummer).await
}

#[tokio::test]
async fn what_is_secret_at_the_first_form_stands_in_no_letter_of_that_registration() {
    let told = async |kring: Geheimkring, secret: bool| {
        let mut kind = child();
        kind.ouders[1].geheim = secret;
        kind.geheim = NieuweGeheimhouding { kring, bron: "de moeder".to_owned() };
        let (wereld, nummer) = stored_of(kind, Uitvoering::default()).await;
        let mut told = Vec::new();
        for volgnummer in letters(&wereld, &nummer).await {
            let read = letter(&wereld, &ib().into(), &nummer, volgnummer, at("2026-03-04")).await.unwrap();
            told.push(String::from_utf8_lossy(&read.1).to_lowercase());
        }
        assert_eq!(told.len(), 2, "each parent gets the own copy");
        told
    };
    let places = ["regenboog", "kievitstraat", "99xx00", "lijsterlaan", "ochtendstad", "zonnedauw"];
    let open = told(Geheimkring::Niemand, false).await;
    assert!(open.iter().all(|text| text.contains("regenboog") && text.contains("lijsterlaan")));
    let by_name = told(Geheimkring::Personen, true).await;
    assert!(by_name[0].contains("regenboog") && by_name[0].contains("lijsterlaan"));
    let from_all = told(Geheimkring::Iedereen, false).await;
    for text in by_name.iter().skip(1).chain(&from_all) {
        for place in places {
            let found = text.find(place).map(|at| &text[at.saturating_sub(60)..]);
            assert_eq!(found, None, "{place}");
        }
    }
}

#[tokio::test]
async fn a_parent_opens_the_own_copy_and_no_other() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let mother = connect(&wereld, &nummer, 1, "ouder-1").await;
    let numbers = letters(&wereld, &nummer).await;
    let moment = at("2026-03-04");
    letter(&wereld, &mother, &nummer, numbers[0], moment).await.unwrap();
    for other in [numbers[1], 1, 999] {
        let refused = letter(&wereld, &mother, &nummer, other, moment).await;
        assert!(matches!(refused, Err(AppError::NotFound)), "{other}");
    }
    let stranger = Kijker::from(actor("vreemd", Rol::Ib, "school/99YY00"));
    let refused = letter(&wereld, &stranger, &nummer, numbers[0], moment).await;
    assert!(matches!(refused, Err(AppError::NotFound)));
}

#[tokio::test]
async fn a_copy_from_before_the_secret_stays_shut_for_who_is_named_in_it() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let father = connect(&wereld, &nummer, 2, "ouder-2").await;
    let mother = connect(&wereld, &nummer, 1, "ouder-1").await;
    let numbers = letters(&wereld, &nummer).await;
    let moment = at("2026-03-04");
    letter(&wereld, &father, &nummer, numbers[1], moment).await.unwrap();
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    run(&wereld, ib(), &nummer, secret).await.unwrap();
    let shut = letter(&wereld, &father, &nummer, numbers[1], moment).await;
    assert!(matches!(shut, Err(AppError::NotFound)));
    let seen = wereld.app.open(&father, &nummer, moment).await.unwrap();
    let beeld = seen.beeld();
    assert!(beeld.brieven.iter().all(|brief| brief.volgnummer != numbers[1]), "no list names it");
    assert!(beeld.tijdlijn.iter().all(|regel| regel.volgnummer != numbers[1]));
    letter(&wereld, &mother, &nummer, numbers[0], moment).await.unwrap();
    let reden = "Wij hebben meer tijd nodig.".to_owned();
    run(&wereld, ib(), &nummer, VerlengBeslistermijn { aanmelding: 1, weken: 4, reden }).await.unwrap();
    let numbers = letters(&wereld, &nummer).await;
    // The confirmation anew for him, and the extension for each of them.
    assert_eq!(numbers.len(), 5);
    letter(&wereld, &father, &nummer, numbers[2], moment).await.unwrap();
    letter(&wereld, &father, &nummer, numbers[4], moment).await.unwrap();
}

#[tokio::test]
async fn a_letter_that_lapsed_because_the_places_became_secret_is_written_anew_without_them() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let father = connect(&wereld, &nummer, 2, "ouder-2").await;
    run(&wereld, ib(), &nummer, extension().remove(0)).await.unwrap();
    let before = letters(&wereld, &nummer).await;
    assert_eq!(before.len(), 4, "two confirmations and two letters of the extension");
    let hide = |geheim| ZetGeheimhouding { geheim, voor_personen: vec![2], bron: "school".to_owned() };
    run(&wereld, ib(), &nummer, hide(true)).await.unwrap();
    let dossier = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    let stand = |nr: u64| dossier.poststand(dossier.brief(nr).unwrap());
    let after = letters(&wereld, &nummer).await;
    assert_eq!(after.len(), 6, "of both letters of the father, and of none of the mother");
    let mut states = after.iter().map(|nr| stand(*nr));
    let lapsed = Poststand::Vervallen;
    let lies = Poststand::TeVerzenden;
    assert_eq!(states.by_ref().collect::<Vec<_>>(), [lies, lapsed, lies, lapsed, lies, lies]);
    let told = |nr: u64| {
        let brief = dossier.brief(nr).unwrap();
        (brief.inhoud.soort.clone(), brief.op, brief.van.clone(), brief.inhoud.aan_personen.clone())
    };
    assert_eq!(
        (told(after[4]), told(after[5])),
        (told(after[1]), told(after[3])),
        "the same, of the same day"
    );
    // It names no place, and the first one stays shut.
    let (_, bytes) = letter(&wereld, &father, &nummer, after[5], at("2026-03-04")).await.unwrap();
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    assert!(!text.contains("regenboog") && !text.contains("lijsterlaan"));
    // Once: saying it again, or that it is over, writes nothing more.
    run(&wereld, ib(), &nummer, hide(true)).await.unwrap();
    run(&wereld, ib(), &nummer, hide(false)).await.unwrap();
    assert_eq!(letters(&wereld, &nummer).await.len(), 6);
}

#[tokio::test]
async fn a_letter_that_left_before_the_places_were_secret_is_not_written_anew() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let sent = letters(&wereld, &nummer).await;
    let post = VerwerkPost { volgnummer: sent[1], stap: Poststap::Post, op: day("2026-03-04") };
    run(&wereld, ib(), &nummer, post).await.unwrap();
    let hide = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    run(&wereld, ib(), &nummer, hide).await.unwrap();
    assert_eq!(letters(&wereld, &nummer).await.len(), 2);
}

#[tokio::test]
async fn a_secret_from_everybody_shuts_older_copies_and_shields_newer_ones() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let father = connect(&wereld, &nummer, 2, "ouder-2").await;
    let before = letters(&wereld, &nummer).await;
    let moment = at("2026-03-04");
    letter(&wereld, &father, &nummer, before[1], moment).await.unwrap();
    let secret = ZetGeheimhouding { geheim: true, voor_personen: Vec::new(), bron: "BRP".to_owned() };
    run(&wereld, ib(), &nummer, secret).await.unwrap();
    let shut = letter(&wereld, &father, &nummer, before[1], moment).await;
    assert!(matches!(shut, Err(AppError::NotFound)));
    let reden = "Wij hebben meer tijd nodig.".to_owned();
    run(&wereld, ib(), &nummer, VerlengBeslistermijn { aanmelding: 1, weken: 4, reden }).await.unwrap();
    let after = letters(&wereld, &nummer).await;
    letter(&wereld, &father, &nummer, after[3], moment).await.unwrap();
}

/// What one parent reads of the own words of the family: first contacts, views, and the timeline.
async fn own_words(wereld: &Wereld, who: &Kijker, nummer: &DossierNummer) -> (usize, usize, usize) {
    let open = wereld.app.open(who, nummer, at("2026-03-04")).await.unwrap();
    let beeld = open.beeld();
    let told = |nr: u64| beeld.tijdlijn.iter().any(|regel| regel.volgnummer == nr);
    let dossier = wereld.app.load_dossier(nummer).await.unwrap().unwrap();
    let words = ["eerst_contact_gemeld", "ouders_reageerden"];
    let lines = dossier.feiten.iter().filter(|feit| words.contains(&feit.inhoud.event_type()));
    let lines = lines.filter(|feit| told(feit.volgnummer)).count();
    (beeld.contacten.len(), beeld.aanvragen[0].zienswijzen.len(), lines)
}

#[tokio::test]
async fn own_words_are_closed_to_a_parent_from_whom_the_places_are_secret() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let (mother, father) =
        (connect(&wereld, &nummer, 1, "ouder-1").await, connect(&wereld, &nummer, 2, "ouder-2").await);
    let contact = |gezegd: &str| MeldEersteContact {
        school: "Basisschool Veilige Haven".to_owned(),
        op: day("2026-03-03"),
        gezegd: gezegd.to_owned(),
    };
    let view = |nr: u32| GeefZienswijze {
        aanvraag: 1,
        van: Stem::Persoon(nr),
        tekst: "Wij wonen nu aan de Parelweg.".to_owned(),
        eens: Some(true),
        namens: false,
    };
    let start = StartTlvAanvraag {
        vestiging: SCHOOL.parse().unwrap(),
        schoolnaam: "De Regenboog".to_owned(),
        soort: TlvSoort::So,
        gevraagde_school_swv: None,
        landelijk_swv: None,
        school_swv_vo: None,
        verlenging_van: None,
    };
    let adres = dossier::staat::Adres { swv_po: Some("PO9901".parse().unwrap()), ..child().adres };
    run(&wereld, ib(), &nummer, Verhuis { per: day("2026-03-04"), adres }).await.unwrap();
    run(&wereld, ib(), &nummer, start).await.unwrap();
    run(&wereld, mother.actor.clone(), &nummer, contact("Wij zitten in de opvang.")).await.unwrap();
    run(&wereld, mother.actor.clone(), &nummer, view(1)).await.unwrap();
    run(&wereld, father.actor.clone(), &nummer, view(2)).await.unwrap();
    assert_eq!(own_words(&wereld, &father, &nummer).await, (1, 2, 3));
    let hide = |geheim| ZetGeheimhouding { geheim, voor_personen: vec![2], bron: "rechtbank".to_owned() };
    run(&wereld, ib(), &nummer, hide(true)).await.unwrap();
    assert_eq!(own_words(&wereld, &father, &nummer).await, (0, 1, 1), "his own view and no more");
    assert_eq!(own_words(&wereld, &mother, &nummer).await, (1, 2, 3));
    run(&wereld, ib(), &nummer, hide(false)).await.unwrap();
    assert_eq!(own_words(&wereld, &father, &nummer).await, (1, 2, 3), "until it is released");
}

#[tokio::test]
async fn nothing_is_recorded_when_a_letter_cannot_be_made() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let need = StelBehoefteVast {
        aanmelding: 1,
        extra_ondersteuning: true,
        alleen_taal: false,
        toelichting: "Sam heeft hulp nodig.".to_owned(),
    };
    run(&wereld, ib(), &nummer, need).await.unwrap();
    // A file from elsewhere can hold a child without the name that every letter says.
    let nameless = NaamOfGeslachtGewijzigd {
        per: day("2026-03-03"),
        roepnaam: String::new(),
        voorvoegsel: String::new(),
        achternaam: "Zonnevis".to_owned(),
        geslacht: None,
    };
    record(&wereld, &nummer, (&ib(), ib().organisatie), nameless).await;
    let before = wereld.app.load_dossier(&nummer).await.unwrap().unwrap().versie;
    let grond = crate::wereld::vol();
    let motivering = "Er is geen plaats.".to_owned();
    let refusal = Weiger { aanmelding: 1, grond, motivering, overleg: None };
    let refused = run(&wereld, directie(), &nummer, refusal).await;
    assert!(matches!(refused, Err(AppError::Letter(_))), "{refused:?}");
    let after = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    assert_eq!(after.versie, before);
}

#[tokio::test]
async fn a_preview_shows_the_letters_and_keeps_nothing() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let reden = "Wij hebben meer tijd nodig.".to_owned();
    let extension = Opdracht::from(VerlengBeslistermijn { aanmelding: 1, weken: 4, reden });
    let viewer = Kijker::from(ib());
    let file = wereld.app.open(&viewer, &nummer, at("2026-03-04")).await.unwrap();
    let shown = file.voorbeeld(&extension).await.unwrap();
    assert_eq!(shown.len(), 2);
    assert_eq!(letters(&wereld, &nummer).await.len(), 2, "only the confirmations");
    let outsider = Kijker::from(actor("regenwulp", Rol::Loket, "swv/PO9901"));
    assert!(wereld.app.open(&outsider, &nummer, at("2026-03-04")).await.is_err());
    let teacher = Kijker::from(actor("juf", Rol::Directie, "school/99YY00"));
    assert!(wereld.app.open(&teacher, &nummer, at("2026-03-04")).await.is_err());
    run(&wereld, ib(), &nummer, extension).await.unwrap();
    assert_eq!(letters(&wereld, &nummer).await.len(), 4);
}

fn extension() -> Vec<Opdracht> {
    vec![
        VerlengBeslistermijn { aanmelding: 1, weken: 4, reden: "Wij hebben meer tijd nodig.".to_owned() }
            .into(),
    ]
}

#[tokio::test]
async fn a_letter_is_made_after_the_command_once_and_dated_on_the_day_of_the_command() {
    let (wereld, nummer) = stored(Uitvoering::default()).await;
    let ib = Kijker::from(ib());
    wereld.app.execute(&ib, at("2026-03-04"), &nummer, extension(), Uitvoering::default()).await.unwrap();
    assert_eq!(letters(&wereld, &nummer).await.len(), 2);
    let ronde = wereld.app.make_open_letters(at("2026-03-09")).await.unwrap();
    assert_eq!((ronde.gemaakt, ronde.mislukt.len()), (2, 0));
    let dossier = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    let kept: Vec<_> = dossier.brieven.iter().map(|brief| (brief.inhoud.soort.as_str(), brief.op)).collect();
    assert_eq!(kept[2..], [("verlenging_beslistermijn", day("2026-03-04")); 2]);
    assert_eq!(make_letters(&wereld).await, 0);
}

#[tokio::test]
async fn a_letter_made_meanwhile_does_not_make_a_form_out_of_date() {
    let (wereld, nummer) = stored(Uitvoering { zonder_brieven: true, ..Uitvoering::default() }).await;
    let ib = Kijker::from(ib());
    let moment = at("2026-03-04");
    let asked = wereld.app.execute(&ib, moment, &nummer, extension(), Uitvoering::default()).await.unwrap();
    make_letters(&wereld).await;
    let seen = |versie| Uitvoering { expected: Some(versie), ..Uitvoering::default() };
    let hide = |geheim| -> Vec<Opdracht> {
        vec![ZetGeheimhouding { geheim, voor_personen: vec![2], bron: "school".to_owned() }.into()]
    };
    wereld.app.execute(&ib, moment, &nummer, hide(true), seen(asked.dossier.versie)).await.unwrap();
    let stale = wereld.app.execute(&ib, moment, &nummer, hide(false), seen(asked.dossier.versie)).await;
    assert!(matches!(stale, Err(AppError::Clash { .. })));
}

/// The letter to the father about an extension: asked for, and made at the very end.
async fn to_the_father(before: Option<Opdracht>, between: Option<Opdracht>) -> Vec<u8> {
    let (wereld, nummer) = stored(Uitvoering { zonder_brieven: true, ..Uitvoering::default() }).await;
    let (ib, moment) = (Kijker::from(ib()), at("2026-03-04"));
    for acts in [before.into_iter().collect(), extension(), between.into_iter().collect()] {
        let acts: Vec<Opdracht> = acts;
        if !acts.is_empty() {
            wereld.app.execute(&ib, moment, &nummer, acts, Uitvoering::default()).await.unwrap();
        }
    }
    make_letters(&wereld).await;
    let father = connect(&wereld, &nummer, 2, "ouder-2").await;
    let dossier = wereld.app.load_dossier(&nummer).await.unwrap().unwrap();
    let own = dossier.brieven.iter().find(|brief| brief.inhoud.aan_personen == [2]).unwrap();
    letter(&wereld, &father, &nummer, own.volgnummer, moment).await.unwrap().1
}

#[tokio::test]
async fn an_address_that_became_secret_before_the_letter_was_made_stays_out_of_it() {
    let secret = ZetGeheimhouding { geheim: true, voor_personen: vec![2], bron: "school".to_owned() };
    let open = Box::pin(to_the_father(None, None)).await;
    let before = Box::pin(to_the_father(Some(secret.clone().into()), None)).await;
    let between = Box::pin(to_the_father(None, Some(secret.into()))).await;
    assert!(open != before, "the letter tells nothing that is secret: this test would prove nothing");
    assert!(between == before);
}

#[tokio::test]
async fn letters_that_a_death_stopped_are_made_when_the_death_was_a_mistake() {
    let (wereld, nummer) = stored(Uitvoering { zonder_brieven: true, ..Uitvoering::default() }).await;
    let (ib, moment) = (Kijker::from(ib()), at("2026-03-04"));
    wereld.app.execute(&ib, moment, &nummer, extension(), Uitvoering::default()).await.unwrap();
    let died = MeldOverlijden { wie: Overledene::Leerling, op: day("2026-03-04") };
    run(&wereld, ib.actor.clone(), &nummer, died).await.unwrap();
    assert!(letters(&wereld, &nummer).await.is_empty(), "nothing is sent about a child that died");
    let death = wereld.app.load_dossier(&nummer).await.unwrap().unwrap().versie;
    let back = Corrigeer { volgnummer: death, waarom: "verkeerd kind".to_owned(), nieuw: None };
    run(&wereld, ib.actor.clone(), &nummer, back).await.unwrap();
    assert_eq!(letters(&wereld, &nummer).await.len(), 2, "each parent hears of the extension");
}
