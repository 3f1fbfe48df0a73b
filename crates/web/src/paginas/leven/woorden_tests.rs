//! Own words of a family: written on the own page, read by the school, which says so and answers.

use demo::dossiers::Verhaallijn;

use super::tests::Toneel;

#[tokio::test]
async fn a_parent_lets_the_school_know_something_and_reads_that_it_was_read() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let kijker = toneel.proef().kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let parent = toneel.proef().browser(&kijker).await;
    let own = format!("/mijn/{}", toneel.nummer);
    toneel.page().await.assert_silent_on("Lezen wat een ouder of leerling schreef");
    parent.get(&own).await.assert_says("Iets laten weten aan de school");
    let form = format!("{own}/laten-weten");
    parent.fill(&form, &[("woorden", " ")]).await.assert_refused();
    let fields = [("over", "aanmelding-1"), ("woorden", "Wij zijn volgende week op reis.")];
    parent.fill(&form, &fields).await.assert_leads_to(&format!("{own}?na=laten-weten"));
    parent.get(&own).await.assert_says("De school heeft nog niet gezegd dat zij het las.");
    // The school has the turn, reads it, and answers.
    toneel.ib.get("/vandaag").await.assert_says("Lezen wat een ouder of leerling schreef");
    let page = toneel.ib.get(&format!("/kind/{}/gegevens/woorden", toneel.nummer)).await;
    page.assert_says("Wij zijn volgende week op reis.");
    let read = [("woorden", "1"), ("antwoord", "Goede reis.")];
    toneel.done("gegevens/woorden", &read, "Vastgelegd dat uw school het las.").await;
    let told = parent.get(&own).await;
    told.assert_says("De school las het op");
    told.assert_says("Goede reis.");
    toneel.page().await.assert_silent_on("Lezen wat een ouder of leerling schreef");
}

#[tokio::test]
async fn what_somebody_keeps_of_it_says_too_what_it_is_about() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let kijker = toneel.proef().kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    let parent = toneel.proef().browser(&kijker).await;
    let form = format!("/mijn/{}/laten-weten", toneel.nummer);
    parent.get(&form).await.assert_silent_on("checked");
    let kept = [("over", "aanmelding-1"), ("woorden", "Wij zijn op reis."), ("bewaar", "ja")];
    parent.fill(&form, &kept).await.assert_says("Wij zijn op reis.");
    let again = parent.get(&form).await;
    again.assert_says("value=\"aanmelding-1\" checked");
    again.assert_says("Wij zijn op reis.");
    // Something else is no case.
    let other = [("over", "anders"), ("woorden", "Wij zijn op reis.")];
    parent.fill(&form, &other).await.assert_leads_to("/mijn/");
}
