//! What a registration says, and what was decided on it, is put right in the form in which it was recorded.

use axum::http::StatusCode;
use base::dates::plus_days;
use demo::dossiers::Verhaallijn;
use dossier::staat::{AanmeldingFase, Dossier};

use super::Toneel;

#[tokio::test]
async fn a_wrong_day_of_receipt_is_put_right_and_the_terms_with_it() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let before = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].ontvangen_op;
    let right = plus_days(before, -1).unwrap().to_string();
    toneel
        .fill("ontvangstdatum", &[("ontvangen_op", &right), ("waarom", "de brief lag er al")])
        .await
        .assert_leads_to(&toneel.adres);
    assert_eq!(
        toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].ontvangen_op.to_string(),
        right
    );
}

#[tokio::test]
async fn that_a_child_seeks_asylum_is_put_right_on_the_same_form() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let form = toneel.ib.get(&format!("{}/ontvangstdatum", toneel.adres)).await;
    form.assert_says("Is het kind minderjarig, en heeft het kind of een ouder asiel aangevraagd?");
    let before = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].ontvangen_op.to_string();
    let right = [
        ("ontvangen_op", before.as_str()),
        ("minderjarige_asielzoeker", "ja"),
        ("waarom", "niet aangevinkt"),
    ];
    toneel.fill("ontvangstdatum", &right).await.assert_leads_to(&toneel.adres);
    let dossier = toneel.proef.kit.dossier(&toneel.nummer).await;
    assert!(dossier.aanmeldingen[0].minderjarige_asielzoeker);
    assert!(!dossier.aanmeldingen[0].termijn.uitkomst.verlenging_mogelijk);
}

impl Toneel {
    async fn dossier(&self) -> Dossier {
        self.proef.kit.dossier(&self.nummer).await
    }

    /// The form in which the last fact of a kind is put right.
    async fn verbetering(&self, soort: &str) -> String {
        let dossier = self.dossier().await;
        let last = dossier.feiten.iter().rev().find(|feit| feit.inhoud.event_type() == soort).unwrap();
        format!("/kind/{}/verbeteren/{}", self.nummer, last.volgnummer)
    }
}

#[tokio::test]
async fn the_wished_day_and_the_other_schools_of_a_registration_are_put_right_on_that_form_too() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let before = toneel.dossier().await.aanmeldingen[0].ontvangen_op;
    let wished = plus_days(before, 200).unwrap().to_string();
    let right = [
        ("ontvangen_op", &*before.to_string()),
        ("gewenst_per", &wished),
        ("andere_scholen", "De Waterval\nDe Regenwulp"),
        ("waarom", "verkeerd overgetypt"),
    ];
    toneel.fill("ontvangstdatum", &right).await.assert_leads_to(&toneel.adres);
    let now = toneel.dossier().await.aanmeldingen[0].clone();
    assert_eq!(now.gewenst_per.map(|per| per.to_string()), Some(wished));
    assert_eq!(now.andere_scholen, ["De Waterval", "De Regenwulp"]);
    let form = toneel.ib.get(&format!("{}/ontvangstdatum", toneel.adres)).await;
    form.assert_says("De Waterval De Regenwulp</textarea>");
}

#[tokio::test]
async fn the_first_day_of_an_admission_is_put_right_in_its_own_form_and_a_letter_says_so() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let today = toneel.proef.kit.moment().vandaag;
    let [wrong, right] = [7, 14].map(|days| plus_days(today, days).unwrap().to_string());
    toneel.fill("toelaten", &[("per", &wrong), ("groep", "3a")]).await.assert_leads_to(&toneel.adres);
    toneel.proef.kit.app.make_open_letters(toneel.proef.kit.moment()).await.unwrap();
    let letters = toneel.dossier().await.brieven.len();
    let address = toneel.verbetering("toegelaten").await;
    let form = toneel.ib.get(&address).await;
    assert_eq!(form.status, StatusCode::OK);
    form.assert_says(&format!("value=\"{wrong}\""));
    form.assert_says("value=\"3a\"");
    let fields = [("hoe", "vervangen"), ("per", right.as_str()), ("groep", "3b")];
    let without = toneel.ib.fill(&address, &fields).await;
    without.assert_refused();
    without.assert_says("href=\"#veld-waarom\"");
    let all = [&fields[..], &[("waarom", "De eerste week is kamp.")]].concat();
    toneel.ib.fill(&address, &all).await.assert_leads_to(&format!("/kind/{}/gegevens", toneel.nummer));
    let now = toneel.dossier().await;
    assert_eq!(now.aanmeldingen[0].toegelaten_per().map(|per| per.to_string()), Some(right.clone()));
    let place = now.inschrijvingen.last().unwrap();
    assert_eq!((place.van.to_string(), place.groep.as_str()), (right, "3b"));
    toneel.proef.kit.app.make_open_letters(toneel.proef.kit.moment()).await.unwrap();
    let after = toneel.dossier().await.brieven;
    assert!(after.len() > letters, "written anew");
    assert_eq!(after.last().unwrap().inhoud.soort, "toelating");
}

#[tokio::test]
async fn an_offer_is_taken_back_or_put_right_and_what_is_wrong_stands_beside_its_field() {
    let toneel = Toneel::of(Verhaallijn::AanbodOpen).await;
    let address = toneel.verbetering("aanbod_gedaan").await;
    let offer = toneel.dossier().await.aanmeldingen[0].open_aanbod().unwrap().clone();
    toneel.ib.get(&address).await.assert_says(&offer.wat);
    let wrong = toneel.ib.fill(&address, &[("hoe", "vervangen"), ("waarom", "typefout in de plek")]).await;
    wrong.assert_refused();
    wrong.assert_says("Schrijf op wat die school het kind biedt.");
    let back = [("hoe", "terugnemen"), ("waarom", "Dit was voor een ander kind.")];
    toneel.ib.fill(&address, &back).await.assert_leads_to(&format!("/kind/{}/gegevens", toneel.nummer));
    assert!(toneel.dossier().await.aanmeldingen[0].open_aanbod().is_none());
}

#[tokio::test]
async fn the_reasons_of_a_refusal_are_put_right_before_it_left() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let need = [("extra_ondersteuning", "ja"), ("toelichting", "veel hulp")];
    toneel.fill("behoefte", &need).await.assert_leads_to(&toneel.adres);
    let all = [&super::ANDERE_SCHOOL[..], &[("grond", "andere_school"), ("motivering", "Zie het gesprek.")]];
    toneel.fill("weigeren", &all.concat()).await.assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::Geweigerd);
    let address = toneel.verbetering("geweigerd").await;
    let form = toneel.ib.get(&address).await;
    form.assert_says("Zie het gesprek.");
    form.assert_says("De Waterval");
    let right = [
        &super::ANDERE_SCHOOL[..],
        &[("grond", "andere_school"), ("motivering", "De groep is te groot voor Sam."), ("hoe", "vervangen")],
        &[("waarom", "De reden was te kort.")],
    ];
    toneel.ib.fill(&address, &right.concat()).await.assert_leads_to(&format!("/kind/{}", toneel.nummer));
    let dossier = toneel.dossier().await;
    let told = dossier.tijdlijn().into_iter().flat_map(|regel| regel.woorden);
    let told: Vec<String> = told.map(|words| teksten::Taal::Nl.zeg(&words)).collect();
    assert!(told.iter().any(|words| words.contains("te groot voor Sam")), "{told:?}");
}
