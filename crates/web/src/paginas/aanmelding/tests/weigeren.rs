//! Refusing a child: what the law asks stands beside the form, and the core decides.

use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::soort::Schoolsoort;
use dossier::staat::AanmeldingFase;

use super::{ANDERE_SCHOOL, Toneel};

#[tokio::test]
async fn the_points_of_the_law_stand_beside_a_refusal_and_the_core_decides() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let form = toneel.ib.get(&format!("{}/weigeren", toneel.adres)).await;
    form.assert_says("Er ontbreken nog 5 punten.");
    form.assert_says("Er is geen plaats op de school.");
    form.assert_says("data-levend=\"/kind/");
    let refusal: Vec<(&str, &str)> = ANDERE_SCHOOL
        .into_iter()
        .chain([("grond", "andere_school"), ("motivering", "wij kunnen dit niet bieden")])
        .collect();
    let page = toneel.fill("weigeren", &refusal).await;
    page.assert_refused();
    page.assert_says("vastgesteld dat het kind extra ondersteuning nodig heeft");
    page.assert_says("Er ontbreekt nog 1 punt.");
    page.assert_says("wij kunnen dit niet bieden</textarea>");
    page.assert_says("De knop 'Weigeren' komt hier zodra alles er is.");
    toneel
        .fill("behoefte", &[("extra_ondersteuning", "ja"), ("toelichting", "veel hulp")])
        .await
        .assert_leads_to(&toneel.adres);
    let looked: Vec<(&str, &str)> = refusal.iter().copied().chain([("kijk", "ja")]).collect();
    let complete = toneel.fill("weigeren", &looked).await;
    complete.assert_says("Alles is ingevuld.");
    complete.assert_says("<button class=\"knop\">Weigeren</button>");
    toneel.fill("weigeren", &refusal).await.assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::Geweigerd);
    let page = toneel.page().await;
    page.assert_says("Bezwaar maken bij het schoolbestuur, uiterlijk op");
    page.assert_says("De Waterval wil het kind toelaten");
}

#[tokio::test]
async fn of_a_school_that_was_chosen_the_points_know_of_what_kind_it_is() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let need = [("extra_ondersteuning", "ja"), ("toelichting", "veel hulp")];
    toneel.fill("behoefte", &need).await.assert_leads_to(&toneel.adres);
    let own = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].clone();
    let schools: Vec<_> = toneel.proef.kit.regio.scholen.iter().map(|place| &place.school).collect();
    let found = |is: &dyn Fn(&verband::School) -> bool| schools.iter().find(|school| is(school)).unwrap();
    let same = found(&|one| one.schoolsoort == own.schoolsoort && one.vestiging != own.vestiging);
    let other = found(&|one| one.schoolsoort == Schoolsoort::Vo);
    for (school, compleet) in [(same, true), (other, false)] {
        // The kind that was typed beside it does not count.
        let asked: Vec<(&str, &str)> = ANDERE_SCHOOL
            .into_iter()
            .filter(|(name, _)| *name != "schoolnaam" && !name.starts_with("voorwaarde"))
            .chain([("grond", "andere_school"), ("motivering", "wij kunnen dit niet bieden"), ("kijk", "ja")])
            .chain([("andere_vestiging", school.vestiging.as_str())])
            .collect();
        let page = toneel.fill("weigeren", &asked).await;
        assert_eq!(page.body.contains("Alles is ingevuld."), compleet, "{}: {}", school.naam, page.body);
    }
}

#[tokio::test]
async fn an_exception_of_the_law_needs_its_explanation() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let fields = [("grond", "geen_plaatsruimte_po"), ("motivering", "de groep is vol")];
    let page = toneel.fill("weigeren", &fields).await;
    page.assert_refused();
    page.assert_says("href=\"#veld-bewijs_plaatsen\"");
    let unknown = toneel.fill("weigeren", &[("grond", "zomaar"), ("motivering", "x")]).await;
    unknown.assert_refused();
    unknown.assert_says("href=\"#veld-grond\"");
}

#[tokio::test]
async fn the_points_follow_what_is_kept_while_somebody_types() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let naam = "weiger-1";
    let address = format!("/concept?formulier={naam}&dossier={}", toneel.nummer);
    let kept = toneel
        .ib
        .post(&address, &[("veld", "motivering"), ("versie", "0"), ("waarde", "de klas is vol")])
        .await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    assert_eq!(kept.body, "{\"om\":\"10:00\",\"versie\":1}");
    let points = toneel.ib.get(&format!("{}/weigeren/punten", toneel.adres)).await;
    points.assert_says("<div> <p role=\"status\"><b>Er ontbreken nog");
    points.assert_silent_on("<html");
    let form = toneel.ib.get(&format!("{}/weigeren", toneel.adres)).await;
    form.assert_says("de klas is vol</textarea>");
    form.assert_says("Dit formulier is ingevuld met wat er op wo 25 nov 2026 om 10:00 is bewaard.");
    form.assert_says("data-versies=\"{&#34;motivering&#34;:1}\"");
    let other =
        toneel.ib.post(&address, &[("veld", "motivering"), ("versie", "0"), ("waarde", "anders")]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    other.assert_says("\"waarde\":\"de klas is vol\"");
}
