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

#[tokio::test]
async fn a_child_is_found_by_its_parents_by_who_may_know_them() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let parent = base::naam::zonder_aanspreking(&dossier.personen[0].naam);
    let surname = parent.split_whitespace().last().unwrap();
    let both = format!("{surname} {}", dossier.leerling.as_ref().unwrap().roepnaam);
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    // Also with how they are addressed, as every page writes them.
    for sought in [parent, surname, both.as_str(), &parent.to_uppercase(), &dossier.personen[0].naam] {
        let found = rows(&ib.post("/zoeken.csv", &[("zoek", sought)]).await);
        assert!(found.iter().any(|row| row[0] == nummer.as_str()), "{sought}: {found:?}");
    }
    let why = "gevonden door wie bij dit kind hoort";
    ib.post("/zoeken", &[("zoek", parent)]).await.assert_says(why);
    let own = dossier.leerling.as_ref().unwrap().roepnaam.clone();
    ib.post("/zoeken", &[("zoek", own.as_str())]).await.assert_silent_on(why);
    // How somebody is addressed finds nobody.
    assert!(rows(&ib.post("/zoeken.csv", &[("zoek", "mevrouw")]).await).is_empty());
    // Whoever is not concerned with the child does not find it.
    let stranger = proef.as_(Rol::Deskundige).await;
    stranger.post("/zoeken", &[("zoek", parent)]).await.assert_silent_on(&format!("/kind/{nummer}"));
}

#[tokio::test]
async fn a_board_chooses_its_schools_by_name() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let board = proef.as_(Rol::BevoegdGezag).await;
    let page = board.get("/kinderen").await;
    let school = &proef.kit.school().school;
    page.assert_says(&format!("<option value=\"{}\">{}</option>", school.vestiging, school.naam));
    let chosen = board.get(&format!("/kinderen?vestiging={}", school.vestiging)).await;
    chosen.assert_says(&format!("<option value=\"{}\" selected>", school.vestiging));
    chosen.assert_says(&format!("/kind/{nummer}"));
    proef.as_(Rol::Ib).await.get("/kinderen").await.assert_silent_on("name=\"vestiging\"");
}
