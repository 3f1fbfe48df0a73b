//! What is recorded of the people around a child: a language, who comes along, and that nobody can be reached.

use demo::dossiers::Verhaallijn;

use super::tests::Toneel;

#[tokio::test]
async fn an_interpreter_stands_with_the_person_and_a_person_of_trust_says_for_whom() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let parent = toneel.dossier().await.personen[0].clone();
    let (nr, pad) = (parent.nr.to_string(), format!("persoon/{}/taal", parent.nr));
    toneel.fill(&pad, &[("taal", ""), ("tolk", "ja")]).await.assert_refused();
    let said = [("taal", "Tigrinya"), ("tolk", "ja")];
    toneel.done(&pad, &said, "Praat Tigrinya; bij een gesprek is een tolk nodig").await;
    let fields = [
        ("naam", "mevrouw T. Tureluur"),
        ("relatie", "vertrouwenspersoon"),
        ("van", "1-11-2026"),
        ("tot", "1-11-2027"),
        ("namens", nr.as_str()),
        ("brondocument", "de moeder zegt het"),
    ];
    toneel.done("gegevens/persoon", &fields, "De persoon is toegevoegd.").await;
    toneel.page().await.assert_says(&format!("Voor {}", parent.naam));
}

#[tokio::test]
async fn what_was_tried_to_reach_a_parent_is_recorded_day_by_day() {
    let toneel = Toneel::of(Verhaallijn::Toegelaten).await;
    let tried = |op| [("bereikt", "nee"), ("op", op), ("hoe", "Twee keer gebeld.")];
    toneel
        .done("gegevens/gezocht", &tried("19-11-2026"), "Termijnen lopen door en brieven gaan per post.")
        .await;
    toneel
        .done("gegevens/gezocht", &tried("20-11-2026"), "Termijnen lopen door en brieven gaan per post.")
        .await;
    let form = toneel.ib.get(&format!("/kind/{}/gegevens/gezocht", toneel.nummer)).await;
    form.assert_says("Niemand is bereikt sinds");
    let page = toneel.ib.get(&format!("/kind/{}", toneel.nummer)).await;
    page.assert_says("Verder zoeken naar iemand met gezag");
}
