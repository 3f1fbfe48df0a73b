//! Importing reference data, on a real store. Files of our own making first, public ones after.

#[path = "referenties/gevraagd.rs"]
mod gevraagd;
#[path = "accounts/hulp.rs"]
mod hulp;

use std::path::Path;

use app::organisaties::{Afgeleid, ScholenVraag};
use app::referenties::{Bestand, Gezegd, ImportReport, Inlezen};
use app::{App, Moment};
use exchange::duo::Soort;
use hulp::{moment, open, refused, school};
use storage::Page;
use verband::Schoolsoort;

const HEAD: &str = "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;\
    HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;\
    STRAATNAAM CORRESPONDENTIEADRES;HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES;POSTCODE CORRESPONDENTIEADRES;\
    PLAATSNAAM CORRESPONDENTIEADRES";
const MAY: [&str; 3] = [
    "Flevoland;40631;99ZZ;99ZZ00;De IJsvogel;Snavelstraat;1;1315 AB;VOGELWIJK;34;ALMERE;Openbaar;0360000000; ; ; ; ; ",
    "Flevoland;40631;99ZZ;99ZZ01;De Zonnevis;Vinstraat;2-A;1316 AB;VOGELWIJK;34;ALMERE;Rooms-Katholiek; ; ; ; ; ; ",
    "Flevoland;40631;88YY;88YY00;De Specht;Boomlaan;3;13;VOGELWIJK;34;ALMERE;Openbaar; ; ; ; ; ; ",
];
const PUPILS: &str = "INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;DENOMINATIE_VESTIGING;\
    BEVOEGD_GEZAG_NUMMER;GEMEENTECODE_VESTIGING;GEMEENTENAAM_VESTIGING;LEERLINGEN_2024;LEERLINGEN_2025\n\
    99ZZ;99ZZ00;De IJsvogel, cut;BO;Openbaar;40631;34;ALMERE;100;99\n\
    77AA;77AA00;Het Vlot;SO;Bijzonder;40632;34;ALMERE;40;<5\n\
    66BB;66BB00;Het Wrak;SBO;Openbaar;0;34;ALMERE;12;0\n\
    55CC;55CC00;De Oude School;BO;Openbaar;40631;34;ALMERE;50;50\n";
const POSTCODES: &str =
    "pc4,gemeente_2015,swv_po,swv_vo\n1315,Almere,PO9901,VO9901\n1316,Almere,PO9902,VO9901\n";

fn may() -> Moment {
    moment("2026-05-01T09:00:00Z")
}

fn june() -> Moment {
    moment("2026-06-01T09:00:00Z")
}

fn locations(rows: &[&str]) -> Bestand {
    let text = format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"));
    Bestand::read(Soort::DuoVestigingen, text.as_bytes()).unwrap()
}

fn pupils() -> Bestand {
    Bestand::read(Soort::DuoLeerlingen, PUPILS.as_bytes()).unwrap()
}

fn postcodes() -> Bestand {
    Bestand::read(Soort::Pc4Swv, POSTCODES.as_bytes()).unwrap()
}

/// Read, new, changed, unchanged, ended, unusable.
fn counts(report: &ImportReport) -> [u64; 6] {
    let unusable = u64::try_from(report.onbruikbaar.len()).unwrap();
    assert_eq!(report.gelezen, report.nieuw + report.gewijzigd + report.ongewijzigd + unusable);
    [report.gelezen, report.nieuw, report.gewijzigd, report.ongewijzigd, report.vervallen, unusable]
}

/// Somebody said that so many end.
const VERVALLEN: Inlezen =
    Inlezen::Echt(Gezegd { ook_vervallen: true, ook_ouder: false, ook_verplaatst: false });
/// Somebody said that the older file is meant.
const OUDER: Inlezen = Inlezen::Echt(Gezegd { ook_vervallen: false, ook_ouder: true, ook_verplaatst: false });
/// Somebody said that what moves is right.
const VERPLAATST: Inlezen =
    Inlezen::Echt(Gezegd { ook_vervallen: false, ook_ouder: false, ook_verplaatst: true });

async fn import(app: &App, bestand: &Bestand, at: Moment) -> ImportReport {
    app.import(bestand, "test", Inlezen::GEWOON, at).await.unwrap()
}

#[tokio::test]
async fn the_report_is_the_public_contract() {
    let (app, _place) = open().await;
    let report = import(&app, &locations(&MAY), may()).await;
    assert_eq!(
        serde_json::to_string(&report).unwrap(),
        r#"{"soort":"duo-vestigingen","gelezen":3,"nieuw":2,"gewijzigd":0,"ongewijzigd":0,"vervallen":0,"vervalt":[],"onbruikbaar":[{"regel":4,"kolom":"POSTCODE","waarde":"13","reden":"'13' is geen postcode; verwacht: vier cijfers en twee letters, zoals 1315AB"}],"regels_zonder_code":[],"niet_gebruikt":[]}"#
    );
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing_and_a_trial_writes_nothing() {
    let (app, _place) = open().await;
    let trial = app.import(&locations(&MAY), "test", Inlezen::Proef, may()).await.unwrap();
    assert_eq!(counts(&trial), [3, 2, 0, 0, 0, 1]);
    assert_eq!(app.import_runs(Page::first(1)).await.unwrap().total, 0);
    assert_eq!(app.scholen(&ScholenVraag::all(Page::first(1)), may().vandaag).await.unwrap().total, 0);
    assert_eq!(import(&app, &locations(&MAY), may()).await, trial);
    assert_eq!(counts(&import(&app, &locations(&MAY), may()).await), [3, 0, 0, 2, 0, 1]);
    assert_eq!(counts(&import(&app, &locations(&MAY), june()).await), [3, 0, 0, 2, 0, 1]);
    let history = app.storage.reference_history("duo-vestigingen", "99ZZ00").await.unwrap();
    assert_eq!(history.len(), 1);
}

#[tokio::test]
async fn next_months_file_is_a_delta_and_nothing_is_deleted() {
    let (app, _place) = open().await;
    import(&app, &locations(&MAY), may()).await;
    let moved = MAY[0].replace("Noord", "").replace("0360000000", "0361111111");
    let fresh = MAY[2].replace(";13;", ";1317 AB;");
    assert_eq!(counts(&import(&app, &locations(&[&moved, &fresh]), june()).await), [2, 1, 1, 0, 1, 0]);
    let closed = "99ZZ01".parse().unwrap();
    assert!(app.school(&closed, "2026-05-31".parse().unwrap()).await.unwrap().is_some());
    assert_eq!(app.school(&closed, june().vandaag).await.unwrap(), None);
    assert_eq!(
        app.organisatie_naam(&"school/99ZZ01".parse().unwrap(), june().vandaag).await.unwrap(),
        "De Zonnevis"
    );
    let changed = "99ZZ00".parse().unwrap();
    let before = app.school(&changed, "2026-05-31".parse().unwrap()).await.unwrap().unwrap();
    let after = app.school(&changed, june().vandaag).await.unwrap().unwrap();
    assert_eq!((before.telefoon.as_str(), after.telefoon.as_str()), ("0360000000", "0361111111"));
    // It comes back.
    assert_eq!(
        counts(&import(&app, &locations(&MAY), moment("2026-07-01T09:00:00Z")).await),
        [3, 1, 1, 0, 0, 1]
    );
    assert!(app.school(&closed, "2026-07-01".parse().unwrap()).await.unwrap().is_some());
}

#[tokio::test]
async fn a_location_on_an_unusable_row_has_not_lapsed() {
    let (app, _place) = open().await;
    import(&app, &locations(&MAY), may()).await;
    let broken = MAY[1].replace("1316 AB", "????");
    assert_eq!(counts(&import(&app, &locations(&[MAY[0], &broken]), june()).await), [2, 0, 0, 1, 0, 1]);
    assert!(app.school(&"99ZZ01".parse().unwrap(), june().vandaag).await.unwrap().is_some());
}

#[tokio::test]
async fn a_school_is_put_together_from_what_each_source_knows_best() {
    let (app, _place) = open().await;
    import(&app, &locations(&MAY), may()).await;
    import(&app, &pupils(), may()).await;
    import(&app, &postcodes(), may()).await;
    let kaart = app.schoolkaart(&"99ZZ00".parse().unwrap(), may().vandaag).await.unwrap().unwrap();
    assert_eq!(kaart.school.naam, "De IJsvogel");
    assert_eq!((kaart.school.plaats.as_str(), kaart.school.adres.as_str()), ("Vogelwijk", "Snavelstraat 1"));
    assert_eq!(kaart.school.swv_po.as_ref().unwrap().as_str(), "PO9901");
    assert!(kaart.school.openbaar);
    assert_eq!(kaart.leerlingen, Some((2025, Some(99))));
    assert_eq!(kaart.afgeleid, [Afgeleid::Openbaar, Afgeleid::Swv]);
    assert_eq!(kaart.bronnen, ["test", "test"]);
    let special = app.schoolkaart(&"77AA00".parse().unwrap(), may().vandaag).await.unwrap().unwrap();
    assert_eq!((special.school.schoolsoort, special.leerlingen), (Schoolsoort::So, Some((2025, None))));
    assert!(!special.school.openbaar);
    for (code, why) in
        [("66BB00", "no pupils any more"), ("55CC00", "a basisschool that is not among the locations")]
    {
        assert_eq!(app.school(&code.parse().unwrap(), may().vandaag).await.unwrap(), None, "{why}");
    }
    let of_swv = ScholenVraag { swv: Some("PO9902".parse().unwrap()), ..ScholenVraag::all(Page::first(9)) };
    assert_eq!(app.scholen(&of_swv, may().vandaag).await.unwrap().rows[0].school.naam, "De Zonnevis");
}

#[tokio::test]
async fn a_postcode_tells_its_partnerships() {
    let (app, _place) = open().await;
    assert_eq!(counts(&import(&app, &postcodes(), may()).await), [2, 2, 0, 0, 0, 0]);
    let area = app.postcodegebied(&"1316 AB".parse().unwrap(), may().vandaag).await.unwrap().unwrap();
    assert_eq!(area.swv_po.unwrap().as_str(), "PO9902");
    assert_eq!((area.swv_vo.unwrap().as_str(), area.gemeentenaam.as_str()), ("VO9901", "Almere"));
    assert_eq!(app.postcodegebied(&"9999 ZZ".parse().unwrap(), may().vandaag).await.unwrap(), None);
    let before =
        app.postcodegebied(&"1316 AB".parse().unwrap(), "2015-08-01".parse().unwrap()).await.unwrap();
    assert!(before.is_some(), "before the first table the first table stands");
    assert!(app.knows_organisatie(&"swv/VO9901".parse().unwrap(), may()).await.unwrap());
    assert!(!app.knows_organisatie(&"swv/VO9902".parse().unwrap(), may()).await.unwrap());
}

#[tokio::test]
async fn what_somebody_entered_goes_before_every_file() {
    let (app, _place) = open().await;
    app.make_organisaties(&[school("99ZZ00", "De IJsvogel (ingevoerd)")], may()).await.unwrap();
    import(&app, &locations(&MAY), may()).await;
    import(&app, &postcodes(), may()).await;
    let found = app.schoolkaart(&"99ZZ00".parse().unwrap(), may().vandaag).await.unwrap().unwrap();
    assert_eq!(found.school.naam, "De IJsvogel (ingevoerd)");
    assert_eq!(found.school.swv_vo.unwrap().as_str(), "VO9901", "what nobody entered is filled in");
    import(&app, &locations(&[MAY[1]]), june()).await;
    assert!(app.school(&"99ZZ00".parse().unwrap(), june().vandaag).await.unwrap().is_some());
}

/// So many locations, each with a code of its own.
fn many(number: usize) -> Bestand {
    let row = |nr: usize| {
        let school = format!("9{}ZZ", nr / 100);
        MAY[0].replace("99ZZ00", &format!("{school}{:02}", nr % 100)).replace("99ZZ", &school)
    };
    let rows: Vec<String> = (0..number).map(row).collect();
    locations(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

#[tokio::test]
async fn half_a_file_ends_nothing_unless_somebody_says_that_it_is_whole() {
    let (app, _place) = open().await;
    import(&app, &many(400), may()).await;
    assert_eq!(import(&app, &many(380), june()).await.vervallen, 20, "of a hundred, five");
    let half = many(190);
    let refusal = refused(app.import(&half, "test", Inlezen::GEWOON, june()).await);
    assert_eq!(refusal.code, "te_veel_vervallen");
    assert_eq!(
        teksten::Taal::Nl.zeg(&refusal.reden),
        "in dit bestand ontbreken 190 van de 380 die bekend zijn: die zouden allemaal een einddatum krijgen"
    );
    assert_eq!(app.storage.fingerprints("duo-vestigingen").await.unwrap().len(), 380, "nothing was written");
    let trial = app.import(&half, "test", Inlezen::Proef, june()).await.unwrap();
    assert_eq!(trial.geweigerd, Some("te_veel_vervallen"), "a trial says what the import would");
    let done = app.import(&half, "test", VERVALLEN, june()).await.unwrap();
    assert_eq!(done, ImportReport { geweigerd: None, ..trial });
    assert_eq!(app.storage.fingerprints("duo-vestigingen").await.unwrap().len(), 190);
}

#[tokio::test]
async fn a_file_of_which_no_row_can_be_used_is_refused_and_its_trial_says_so() {
    let (app, _place) = open().await;
    let wrong = MAY[0].replace("99ZZ00", "geen code");
    let of_three = |wrong_rows: usize| {
        let good = (0..3 - wrong_rows).map(|nr| MAY[0].replace("99ZZ00", &format!("99ZZ0{nr}")));
        let rows: Vec<String> = std::iter::repeat_n(wrong.clone(), wrong_rows).chain(good).collect();
        locations(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    for how in [Inlezen::GEWOON, VERVALLEN] {
        assert_eq!(refused(app.import(&of_three(3), "test", how, may()).await).code, "niets_bruikbaar");
    }
    let trial = app.import(&of_three(3), "test", Inlezen::Proef, may()).await.unwrap();
    assert_eq!((trial.geweigerd, trial.onbruikbaar.len()), (Some("niets_bruikbaar"), 3));
    assert!(app.storage.fingerprints("duo-vestigingen").await.unwrap().is_empty(), "nothing was written");
    assert_eq!(import(&app, &of_three(2), may()).await.nieuw, 1, "wrong rows keep nobody out");
}

#[tokio::test]
async fn a_source_needs_a_name() {
    let (app, _place) = open().await;
    for wrong in ["", "\0", "a\nb", &"x".repeat(10_000)] {
        assert_eq!(
            refused(app.import(&locations(&MAY), wrong, Inlezen::GEWOON, may()).await).veld,
            Some("bron")
        );
    }
    assert_eq!(app.storage.fingerprints("duo-vestigingen").await.unwrap().len(), 0);
}

#[tokio::test]
async fn the_three_files_of_locations_stand_side_by_side() {
    let (app, _place) = open().await;
    let of = |column: &str, kind: &str, code: &str| {
        let text = format!("{HEAD};{column}\r\n{};{kind}\r\n", MAY[0].replace("99ZZ00", code));
        Bestand::read(Soort::DuoVestigingen, text.as_bytes()).unwrap()
    };
    import(&app, &locations(&MAY), may()).await;
    import(&app, &pupils(), may()).await;
    let so = import(&app, &of("SOORT PRIMAIR ONDERWIJS;CLUSTER", "(V)SO;4", "99ZZ10"), may()).await;
    let vo = import(&app, &of("ONDERWIJSSTRUCTUUR", "PRO", "99ZZ20"), may()).await;
    assert_eq!((so.soort, counts(&so)), ("duo-vestigingen-so", [1, 1, 0, 0, 0, 0]));
    assert_eq!((vo.soort, counts(&vo)), ("duo-vestigingen-vo", [1, 1, 0, 0, 0, 0]));
    let kind = async |code: &str| {
        let found = app.schoolkaart(&code.parse().unwrap(), may().vandaag).await.unwrap();
        found.map(|card| (card.school.schoolsoort, card.afgeleid.contains(&Afgeleid::Schoolsoort)))
    };
    assert_eq!(kind("99ZZ00").await, Some((Schoolsoort::Basisschool, false)));
    assert_eq!(kind("99ZZ10").await, Some((Schoolsoort::SoVso, false)), "its file says so");
    assert_eq!(kind("99ZZ20").await, Some((Schoolsoort::Vo, true)), "praktijkonderwijs is no basisschool");
    assert_eq!(kind("77AA00").await, None, "so, and not in the file of so");
    // The next file of secondary schools ends those alone.
    import(&app, &of("ONDERWIJSSTRUCTUUR", "VBO", "99ZZ21"), june()).await;
    let gone = app.school(&"99ZZ20".parse().unwrap(), june().vandaag).await.unwrap();
    assert_eq!(gone, None);
    for code in ["99ZZ00", "99ZZ01", "99ZZ10", "99ZZ21"] {
        assert!(app.school(&code.parse().unwrap(), june().vandaag).await.unwrap().is_some(), "{code}");
    }
}

/// A program on a database that takes no more than so many pages, as on a disk that is full.
async fn open_small(pages: u32) -> (App, storage_sql::testing::Place) {
    let place = storage_sql::testing::Home::sqlite().place().await;
    let key = storage_sql::Secret::generate().unwrap();
    let options = storage_sql::Options::new(key, base::Timestamp::UNIX_EPOCH).most_pages(pages);
    let storage = storage_sql::SqlStorage::open(place.address(), options).await.unwrap();
    (App::new(std::sync::Arc::new(storage), app::Letters::none()).unwrap(), place)
}

#[tokio::test]
async fn an_import_that_stops_anywhere_leaves_nothing_and_its_trial_says_so() {
    // Fuller and fuller: the disk is full before, between and after the source and the schools put together.
    let mut stopped = 0;
    for pages in (120..420).step_by(20) {
        let (app, _place) = open_small(pages).await;
        let file = many(90);
        let done = app.import(&file, "test", Inlezen::GEWOON, may()).await;
        let sources = app.storage.fingerprints("duo-vestigingen").await.unwrap().len();
        let schools = app.storage.fingerprints("vestiging").await.unwrap().len();
        let runs = app.import_runs(Page::first(1)).await.unwrap().total;
        let trial = app.import(&file, "test", Inlezen::Proef, may()).await.unwrap();
        if done.is_ok() {
            assert_eq!((sources, schools, runs, trial.ongewijzigd), (90, 90, 2, 90));
        } else {
            stopped += 1;
            assert_eq!((sources, schools, runs, trial.nieuw), (0, 0, 0, 90), "{pages} pages");
        }
    }
    assert!(stopped > 1, "{stopped}");
}

#[tokio::test]
async fn of_two_that_import_at_once_nothing_is_half() {
    let (app, _place) = open().await;
    let (first, second) = (many(30), many(40));
    let (one, two) = tokio::join!(
        app.import(&first, "een", Inlezen::GEWOON, may()),
        app.import(&second, "twee", VERVALLEN, may())
    );
    let runs = app.import_runs(Page::first(9)).await.unwrap();
    let done = [&one, &two].into_iter().filter(|done| done.is_ok()).count();
    for done in [one, two] {
        if done.is_err() {
            assert_eq!(refused(done).code, "tegelijk_ingelezen");
        }
    }
    assert_eq!(runs.total, 2 * u64::try_from(done).unwrap());
    let known = app.storage.fingerprints("duo-vestigingen").await.unwrap();
    let schools = app.storage.fingerprints("vestiging").await.unwrap();
    assert!(known.keys().eq(schools.keys()), "{} and {}", known.len(), schools.len());
}

fn public_file(soort: Soort, path: &str) -> Option<Bestand> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    let Ok(bytes) = std::fs::read(&file) else {
        let line = format!("SKIPPED: {} is not there\n", file.display());
        std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes()).unwrap();
        return None;
    };
    Some(Bestand::read(soort, &bytes).unwrap())
}

#[tokio::test]
async fn the_public_files_of_the_whole_country_go_together() {
    let (app, _place) = open().await;
    let files = [
        public_file(Soort::Pc4Swv, "geo/pc4_master.csv"),
        public_file(Soort::DuoVestigingen, "duo/duo_vestigingen_bo_2026-04.csv"),
        public_file(Soort::DuoLeerlingen, "duo/duo_leerlingen_po_historisch_1996-2025.csv"),
        public_file(Soort::DuoGeo, "duo/duo_scholen_alle_sectoren_geocoded_2024-11-22.geojson"),
    ];
    for bestand in files.iter().flatten() {
        let first = import(&app, bestand, may()).await;
        assert!(first.nieuw > 4_000, "{}", first.soort);
        assert_eq!(import(&app, bestand, may()).await.ongewijzigd, first.nieuw, "{}", first.soort);
    }
    if files.iter().any(Option::is_none) {
        return;
    }
    let almere = ScholenVraag { swv: Some("PO2401".parse().unwrap()), ..ScholenVraag::all(Page::first(200)) };
    let found = app.scholen(&almere, may().vandaag).await.unwrap();
    assert!((75..=110).contains(&found.total), "{} schools in Almere", found.total);
    let gemeente = app.organisatie_naam(&"gemeente/0034".parse().unwrap(), may().vandaag).await.unwrap();
    assert_eq!(gemeente, "gemeente Almere");
    let vo = ScholenVraag { swv: Some("VO2401".parse().unwrap()), ..ScholenVraag::all(Page::first(200)) };
    assert!(
        app.scholen(&vo, may().vandaag)
            .await
            .unwrap()
            .rows
            .iter()
            .any(|k| k.school.schoolsoort == Schoolsoort::Vo)
    );
}

#[tokio::test]
async fn the_first_file_of_locations_and_another_table_of_postcodes_reach_schools_they_do_not_name() {
    let (app, _place) = open().await;
    import(&app, &pupils(), may()).await;
    let old = "55CC00".parse().unwrap();
    assert!(app.school(&old, may().vandaag).await.unwrap().is_some());
    import(&app, &locations(&MAY), june()).await;
    assert_eq!(app.school(&old, june().vandaag).await.unwrap(), None);
    import(&app, &postcodes(), june()).await;
    let found = app.school(&"99ZZ01".parse().unwrap(), june().vandaag).await.unwrap().unwrap();
    assert_eq!(found.swv_po.unwrap().as_str(), "PO9902");
}
