//! Files about which somebody is asked before they are taken over: older, of a month to come, or with schools that go or move.

use app::organisaties::Afgeleid;
use app::referenties::{Bestand, Inlezen, Leeftijd};
use exchange::duo::Soort;
use verband::Schoolsoort;

use crate::hulp::{open, refused};
use crate::{
    HEAD, MAY, OUDER, PUPILS, VERPLAATST, VERVALLEN, import, june, locations, may, postcodes, pupils,
};

#[tokio::test]
async fn an_older_file_needs_somebody_to_say_that_it_is_meant() {
    let (app, _place) = open().await;
    let of = async |bestand: &Bestand, name: &str, how| app.import(bestand, name, how, may()).await;
    of(&locations(&MAY), "vestigingen_2026-04.csv", Inlezen::GEWOON).await.unwrap();
    let older = "vestigingen_2026-03.csv";
    let refusal = refused(of(&locations(&MAY[..1]), older, VERVALLEN).await);
    assert_eq!(refusal.code, "ouder_bestand");
    assert_eq!(
        teksten::Taal::Nl.zeg(&refusal.reden),
        "dit bestand is van 2026-03, en van 2026-04 is er al een ingelezen"
    );
    let trial = of(&locations(&MAY[..1]), older, Inlezen::Proef).await.unwrap();
    assert_eq!(trial.geweigerd, Some("ouder_bestand"));
    assert_eq!(app.storage.fingerprints("duo-vestigingen").await.unwrap().len(), 2);
    of(&locations(&MAY), "vestigingen_2026-04.csv", Inlezen::GEWOON).await.unwrap();
    of(&locations(&MAY), "zonder maand.csv", Inlezen::GEWOON).await.unwrap();
    let refusal = refused(of(&locations(&MAY[..1]), older, VERVALLEN).await);
    assert_eq!(refusal.code, "ouder_bestand", "a file without a month between them says nothing");
    assert_eq!(
        refused(of(&locations(&MAY[..1]), "bo_2012.csv", Inlezen::GEWOON).await).code,
        "ouder_bestand"
    );
    of(&locations(&MAY[..1]), older, OUDER).await.unwrap();
    of(&locations(&MAY[..1]), "vestigingen_2026-03.csv", Inlezen::GEWOON).await.unwrap();
    // Of pupils the columns tell.
    of(&pupils(), "x", Inlezen::GEWOON).await.unwrap();
    let before = PUPILS.replace("LEERLINGEN_2025", "LEERLINGEN_2023");
    let before = Bestand::read(Soort::DuoLeerlingen, before.as_bytes()).unwrap();
    assert_eq!(refused(of(&before, "x", Inlezen::GEWOON).await).code, "ouder_bestand");
    of(&before, "x", OUDER).await.unwrap();
}

#[tokio::test]
async fn a_file_that_changes_nearly_all_and_says_no_month_may_be_older() {
    let (app, _place) = open().await;
    let of = async |bestand: &Bestand, name: &str, how| app.import(bestand, name, how, may()).await;
    let moved = |number: usize, changed: usize| {
        let rows: Vec<String> = (0..number)
            .map(|nr| {
                let row = MAY[0].replace("99ZZ00", &format!("99ZZ{nr:02}"));
                if nr < changed { row.replace("0360000000", "0361111111") } else { row }
            })
            .collect();
        locations(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    of(&moved(40, 0), "vestigingen_2026-04.csv", Inlezen::GEWOON).await.unwrap();
    let refusal = refused(of(&moved(40, 30), "bo.csv", VERVALLEN).await);
    assert_eq!(refusal.code, "te_veel_gewijzigd");
    let trial = of(&moved(40, 20), "bo.csv", Inlezen::Proef).await.unwrap();
    assert_eq!(trial.geweigerd, None, "half of them may change");
    assert_eq!(trial.leeftijd, Leeftijd::Onbekend { bekend: Some("2026-04".to_owned()) });
    let done = of(&moved(40, 30), "vestigingen_2026-05.csv", Inlezen::GEWOON).await.unwrap();
    assert_eq!((done.gewijzigd, done.leeftijd), (30, Leeftijd::Nieuw), "its name says that it is newer");
    of(&moved(40, 0), "bo.csv", OUDER).await.unwrap();
}

#[tokio::test]
async fn a_row_without_a_code_ends_no_school_and_what_ends_is_named() {
    let (app, _place) = open().await;
    import(&app, &locations(&MAY), may()).await;
    let broken = MAY[1].replace("99ZZ01", "99Z;Z01");
    let file = locations(&[MAY[0], &broken, MAY[2]]);
    let refusal = refused(app.import(&file, "test", Inlezen::GEWOON, june()).await);
    assert_eq!(refusal.code, "regel_zonder_code");
    assert_eq!(
        teksten::Taal::Nl.zeg(&refusal.reden),
        "op regel 3 is niet te lezen welke code het is, en 1 die bekend zijn ontbreken: het kan zijn dat een ervan op die regel staat"
    );
    assert!(app.school(&"99ZZ01".parse().unwrap(), june().vandaag).await.unwrap().is_some());
    let trial = app.import(&file, "test", Inlezen::Proef, june()).await.unwrap();
    let named: Vec<_> = trial.vervalt.iter().map(|row| (row.code.as_str(), row.naam.as_str())).collect();
    assert_eq!((named, trial.regels_zonder_code), (vec![("99ZZ01", "De Zonnevis")], vec![3]));
    let done = app.import(&file, "test", VERVALLEN, june()).await.unwrap();
    assert_eq!(done.vervallen, 1);
}

#[tokio::test]
async fn an_institute_for_cluster_1_or_2_is_one_whatever_other_files_call_it_and_is_in_no_partnership() {
    let (app, _place) = open().await;
    import(&app, &postcodes(), may()).await;
    import(&app, &pupils(), may()).await;
    let row = |code: &str, cluster: &str| {
        format!("{};(V)SO;{cluster};SO", MAY[0].replace("99ZZ00", code).replace("99ZZ", &code[..4]))
    };
    let head = format!("{HEAD};SOORT PRIMAIR ONDERWIJS;CLUSTER;ONDERWIJS");
    let text = format!("{head}\r\n{}\r\n{}\r\n", row("77AA00", "2"), row("77AA01", "4"));
    let report = import(&app, &Bestand::read(Soort::DuoVestigingen, text.as_bytes()).unwrap(), may()).await;
    assert_eq!(report.niet_gebruikt, ["ONDERWIJS"]);
    let card =
        async |code: &str| app.schoolkaart(&code.parse().unwrap(), may().vandaag).await.unwrap().unwrap();
    let institute = card("77AA00").await;
    assert_eq!(
        institute.school.schoolsoort,
        Schoolsoort::InstellingC12,
        "the file of pupils calls it a school for so"
    );
    assert_eq!((institute.school.swv_po, institute.school.swv_vo), (None, None));
    assert!(!institute.afgeleid.contains(&Afgeleid::Schoolsoort));
    let school = card("77AA01").await.school;
    assert_eq!((school.schoolsoort, school.swv_po.unwrap().as_str()), (Schoolsoort::SoVso, "PO9901"));
}

/// The file of so and vso with these clusters of one school and its locations.
fn clusters(clusters: &[&str]) -> Bestand {
    let head = format!("{HEAD};SOORT PRIMAIR ONDERWIJS;CLUSTER");
    let rows = clusters.iter().enumerate().map(|(nr, cluster)| {
        let code = format!("77AA0{nr}");
        format!("{};(V)SO;{cluster}\r\n", MAY[0].replace("99ZZ00", &code).replace("99ZZ", "77AA"))
    });
    let text = format!("{head}\r\n{}", rows.collect::<String>());
    Bestand::read(Soort::DuoVestigingen, text.as_bytes()).unwrap()
}

/// Found by an operator: with the column empty institutes were ordinary schools, without a word.
#[tokio::test]
async fn a_school_to_which_another_law_would_apply_is_asked_about() {
    let (app, _place) = open().await;
    import(&app, &clusters(&["2", "4"]), may()).await;
    let without = clusters(&["", "4"]);
    let refusal = refused(app.import(&without, "test", OUDER, may()).await);
    assert_eq!(refusal.code, "andere_wet");
    let trial = app.import(&without, "test", Inlezen::Proef, may()).await.unwrap();
    let moved: Vec<_> = trial.verplaatst.iter().map(|row| (row.code.as_str(), row.andere_wet)).collect();
    assert_eq!((moved, trial.geweigerd), (vec![("77AA00", true)], Some("andere_wet")));
    assert_eq!(app.import(&without, "test", VERPLAATST, may()).await.unwrap().gewijzigd, 1);
    // Without the column it is another file.
    let head = format!("{HEAD};SOORT PRIMAIR ONDERWIJS");
    assert!(Bestand::read(Soort::DuoVestigingen, format!("{head}\r\n").as_bytes()).is_err());
}

/// Found by an operator: two columns sorted apart from the others moved every school to another partnership.
#[tokio::test]
async fn postcodes_that_move_to_another_partnership_all_at_once_are_asked_about() {
    let (app, _place) = open().await;
    let table = |shift: usize| {
        let rows = (0..40).map(|nr| {
            let swv = (nr + shift) % 40;
            format!("11{nr:02},Zonnedauw,PO99{swv:02},VO99{swv:02}\n")
        });
        let text = format!("pc4,gemeente_2015,swv_po,swv_vo\n{}", rows.collect::<String>());
        Bestand::read(Soort::Pc4Swv, text.as_bytes()).unwrap()
    };
    import(&app, &table(0), may()).await;
    let refusal = refused(app.import(&table(1), "pc4_2026-05.csv", OUDER, may()).await);
    assert_eq!(refusal.code, "te_veel_verplaatst");
    let done = app.import(&table(1), "pc4_2026-05.csv", VERPLAATST, may()).await.unwrap();
    let row = &done.verplaatst[0];
    assert_eq!(
        (row.code.as_str(), row.was.as_str(), row.wordt.as_str()),
        ("1100", "PO9900 VO9900", "PO9901 VO9901")
    );
}

#[tokio::test]
async fn a_file_of_a_month_that_is_still_to_come_is_asked_about_and_makes_no_other_older() {
    let (app, _place) = open().await;
    let of = async |name: &str, how| app.import(&locations(&MAY), name, how, may()).await;
    assert_eq!(refused(of("vestigingen_2062-04.csv", Inlezen::GEWOON).await).code, "maand_komt_nog");
    of("vestigingen_2062-04.csv", OUDER).await.unwrap();
    of("vestigingen_2026-05.csv", Inlezen::GEWOON).await.unwrap();
}
