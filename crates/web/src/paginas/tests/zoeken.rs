//! What a child is found by.

use super::*;

#[tokio::test]
async fn a_child_is_found_by_date_of_birth_and_by_its_number_without_the_year() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let all = rows(&ib.get("/kinderen.csv").await);
    let child = all.iter().find(|row| row[0] == nummer.as_str()).unwrap();
    let born: base::Date = child[2].parse().unwrap();
    let (within, name) = (nummer.as_str().split_once('-').unwrap().1, child[1].as_str());
    let short = within.trim_start_matches('0');
    let typed = format!("{}-{}-{}", born.day(), born.month(), born.year());
    let slashes = format!("{:02}/{:02}/{}", born.day(), born.month(), born.year());
    let both = format!("{name} {typed}");
    for sought in [typed.as_str(), slashes.as_str(), within, short, both.as_str()] {
        let found = rows(&ib.post("/zoeken.csv", &[("zoek", sought)]).await);
        assert!(found.iter().any(|row| row[0] == nummer.as_str()), "{sought}: {found:?}");
        ib.post("/zoeken", &[("zoek", sought)]).await.assert_says(&format!("/kind/{nummer}"));
    }
    let by_birth = rows(&ib.post("/zoeken.csv", &[("zoek", typed.as_str())]).await);
    assert!(by_birth.iter().all(|row| row[2] == child[2]), "{by_birth:?}");
    // Another day, other words beside the right day, and the lists of somebody else have it not.
    for sought in ["1-1-1990", &format!("Bestaatniet {typed}"), "0"] {
        assert!(rows(&ib.post("/zoeken.csv", &[("zoek", sought)]).await).is_empty(), "{sought}");
    }
    let stranger = proef.as_(Rol::Deskundige).await;
    for sought in [typed.as_str(), within, short] {
        stranger.post("/zoeken", &[("zoek", sought)]).await.assert_silent_on(&format!("/kind/{nummer}"));
    }
}
