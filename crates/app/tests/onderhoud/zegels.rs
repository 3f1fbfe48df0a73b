//! The file of seals outside the database.

use app::Moment;
use app::onderhoud::{Zegelgat, Zegelstand};
use storage::{HandelingQuery, Page, Seal};

use super::{child, monday, person, with_school};
use crate::hulp::open;

#[tokio::test]
async fn a_file_of_seals_that_was_shortened_is_not_filled_up_in_silence() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let mut lines = Vec::new();
    for at in 1..=5 {
        child(&app, at, &parent).await;
        lines.extend(app.seal(u64::from(at) - 1, monday()).await.unwrap());
    }
    assert_eq!(lines.len(), 5);
    let file = |lines: &[String]| lines.join("\n") + "\n";
    let check = async |text: &str| app.check_seals_file(text, monday()).await.unwrap();
    let acts = async || {
        let query = HandelingQuery {
            handeling: Some("zegels_geschonden".to_owned()),
            ..HandelingQuery::all(Page::first(9))
        };
        app.storage.handelingen(&query).await.unwrap().rows
    };
    assert_eq!(check(&file(&lines)).await, None);
    assert_eq!(check(&file(&lines[..3])).await, None, "what a crash leaves out");
    assert!(acts().await.is_empty() && app.health(0, monday()).await.zegels == Zegelstand::Goed);
    assert_eq!(check(&file(&lines[..1])).await, Some((Zegelgat::Ontbreken(4), 5)));
    assert_eq!(check("").await, Some((Zegelgat::Ontbreken(5), 5)));
    let strange = format!("{}xyz\n", file(&lines));
    assert_eq!(check(&strange).await, Some((Zegelgat::GeenZegel(6), 5)));
    let holes = [&lines[..1], &lines[3..]].concat();
    assert_eq!(check(&file(&holes)).await, Some((Zegelgat::Ontbreken(2), 5)), "and then it went on");
    let (other, _other_place) = with_school().await;
    person(&other, "Bo", "bo@thuis.example").await;
    let strange = other.seal(0, monday()).await.unwrap();
    assert_eq!(check(&file(&strange)).await, Some((Zegelgat::Ander(1), 5)));
    assert_eq!(acts().await[0].toelichting, "zegel 1 is niet van deze database");
    assert_eq!(acts().await.len(), 5);
    assert_eq!(app.health(0, monday()).await.zegels, Zegelstand::KloptNiet, "until it starts again");
    assert_eq!(app.all_seals(monday()).await.unwrap(), lines);
}

/// Given a file of seals that took no write; then the health says so, and once it can be written it is filled up at a start, also
/// when more than a few seals are missing; and a file that is shorter than the program left it stays wrong.
#[tokio::test]
async fn a_file_of_seals_that_could_not_be_written_is_said_and_filled_up_later() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    let mut lines = Vec::new();
    for at in 1..=6 {
        child(&app, at, &parent).await;
        lines.extend(app.seal(u64::from(at) - 1, monday()).await.unwrap());
        if at == 2 {
            for _ in 0..3 {
                app.seals_not_written(Some(2), monday()).await.unwrap();
            }
        }
    }
    let stand = async || app.health(0, monday()).await.zegels;
    assert_eq!(stand().await, Zegelstand::NietTeSchrijven);
    let file = |lines: &[String]| lines.join("\n") + "\n";
    let check = async |text: &str| app.check_seals_file(text, monday()).await.unwrap();
    assert_eq!(check(&file(&lines[..2])).await, None, "the program itself said that it could not write");
    let later = Moment::of(monday().at + std::time::Duration::from_mins(1));
    app.seals_written(later).await.unwrap();
    assert_eq!(stand().await, Zegelstand::Goed);
    assert_eq!(check(&file(&lines[..2])).await, Some((Zegelgat::Ontbreken(4), 6)), "it was written since");
    assert_eq!(stand().await, Zegelstand::KloptNiet);
}

/// Given a backup and a seal that was made after it; when it is restored elsewhere and verified against the file that went on, or a new
/// one; then neither is a fault, until the restored one makes a seal itself. In the database that was there a seal that is gone is one.
#[tokio::test]
async fn seals_of_after_a_backup_are_no_fault_of_what_was_restored_from_it() {
    let (app, _place) = with_school().await;
    let parent = person(&app, "Anouk", "anouk@thuis.example").await;
    child(&app, 1, &parent).await;
    let first = app.seal(0, monday()).await.unwrap();
    let (mut backup, mut ring) = (Vec::new(), Vec::new());
    app.backup(&mut backup, monday(), &|_| ()).await.unwrap();
    app.backup_ring(&mut ring, monday()).await.unwrap();
    child(&app, 2, &parent).await;
    let later = app.seal(1, monday()).await.unwrap();
    let went_on = [first, later].concat().join("\n") + "\n";
    let (restored, _elsewhere) = open().await;
    let after = |minutes| Moment::of(monday().at + std::time::Duration::from_mins(minutes));
    restored.restore(&mut backup.as_slice(), &mut ring.as_slice(), after(5), &|_| ()).await.unwrap();
    let verify = async |file: &str| restored.verify(Some(file), &|_| ()).await.unwrap();
    let found = verify(&went_on).await;
    assert_eq!((found.fouten, found.van_na_de_kopie, found.na_het_bestand), (vec![], 1, 0));
    let found = verify("").await;
    assert_eq!((found.fouten, found.van_na_de_kopie, found.na_het_bestand), (vec![], 0, 0));
    assert_eq!(restored.seal(0, after(10)).await.unwrap().len(), 2);
    assert_eq!(verify("").await.na_het_bestand, 2, "its own file is missing now");
    let last: Seal = went_on.lines().last().unwrap().parse().unwrap();
    let one_more = format!("{went_on}{}\n", Seal { nummer: 3, ..last });
    assert_eq!(
        app.verify(Some(&one_more), &|_| ()).await.unwrap().fouten.len(),
        1,
        "nothing was restored here"
    );
}
