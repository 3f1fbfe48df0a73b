use axum::http::StatusCode;
use base::dates::plus_days;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::soort::Schoolsoort;
use dossier::staat::AanmeldingFase;

use super::handelingen::Doen;
use crate::weg::proef::{Antwoord, Browser, Proef};

mod concepten;
mod ouders;
mod verbeteren;
mod weigeren;

/// The fields of another school that is willing, and of the talk about it.
const ANDERE_SCHOOL: [(&str, &str); 13] = [
    ("schoolnaam", "De Waterval"),
    ("andere_plaats", "Ochtendstad"),
    ("andere_contact", "mevrouw Regen, 000-000 00 05"),
    ("andere_soort", "instelling_c1_2"),
    ("voorwaarde_op", "25-11-2026"),
    ("voorwaarde", "De commissie vindt het kind passend."),
    ("voorwaarde_ja", "ja"),
    ("voorwaarde_tot_en_met", "31-7-2029"),
    ("bereid_op", "20-11-2026"),
    ("bewijs", "mail van de directeur"),
    ("overleg_op", "20-11-2026"),
    ("overleg_met", "beide ouders"),
    ("overleg_uitkomst", "zij willen er gaan kijken"),
];

struct Toneel {
    proef: Proef,
    ib: Browser,
    adres: String,
    nummer: base::DossierNummer,
}

impl Toneel {
    async fn of(verhaallijn: Verhaallijn) -> Self {
        let proef = Proef::start().await;
        let nummer = proef.given(verhaallijn).await;
        Self::at(proef, nummer).await
    }

    async fn at(proef: Proef, nummer: base::DossierNummer) -> Self {
        let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
        Self { ib, adres: format!("/kind/{nummer}/aanmelding/1"), nummer, proef }
    }

    /// A child of two parents, of whom one has no page.
    async fn of_two_parents(verhaallijn: Verhaallijn) -> Self {
        let proef = Proef::start().await;
        for _ in 0..40 {
            let nummer = proef.given(verhaallijn).await;
            let dossier = proef.kit.dossier(&nummer).await;
            let all = dossier.beslissen_samen(proef.kit.moment().vandaag);
            if all.len() == 2 && all.iter().any(|persoon| !dossier.antwoordt_zelf(persoon)) {
                return Self::at(proef, nummer).await;
            }
        }
        panic!("no such family in forty")
    }

    async fn page(&self) -> Antwoord {
        self.ib.get(&self.adres).await
    }

    async fn fill(&self, stap: &str, fields: &[(&str, &str)]) -> Antwoord {
        self.ib.fill(&format!("{}/{stap}", self.adres), fields).await
    }

    /// The same some days later, signed in anew.
    async fn days_later(self, days: i32) -> Self {
        self.proef.kit.dagen_later(days);
        Self::at(self.proef, self.nummer).await
    }

    /// Those with authority, by number.
    async fn ouders(&self) -> Vec<String> {
        let dossier = self.proef.kit.dossier(&self.nummer).await;
        let all = dossier.beslissen_samen(self.proef.kit.moment().vandaag);
        all.into_iter().map(|persoon| persoon.nr.to_string()).collect()
    }

    /// The word of so many of those with authority: where there are more, the form asks whose it is.
    async fn says(&self, stap: &str, fields: &[(&str, &str)], most: usize) {
        let ouders = self.ouders().await;
        let asked = ouders.len() > 1;
        for nr in ouders.iter().take(most) {
            let van = asked.then_some(("van", nr.as_str()));
            let said: Vec<(&str, &str)> = fields.iter().copied().chain(van).collect();
            self.fill(stap, &said).await.assert_leads_to(&self.adres);
        }
    }

    async fn fase(&self) -> AanmeldingFase {
        self.proef.kit.dossier(&self.nummer).await.aanmeldingen[0].fase()
    }
}

#[tokio::test]
async fn a_registration_says_where_it_stands_whose_turn_it_is_and_what_can_be_done() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let page = toneel.page().await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.assert_says("<b>Aan zet:</b> u");
    page.assert_says("Vaststellen wat het kind nodig heeft");
    page.assert_says("uiterlijk <time");
    page.assert_says("Waarom?");
    page.assert_says("lid 6 WPO");
    page.assert_silent_on("Antwoord geven op het aanbod");
    page.assert_says("<summary>Een plek op een andere school aanbieden</summary>");
}

#[tokio::test]
async fn the_need_is_assessed_and_then_another_school_is_offered() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let done =
        toneel.fill("behoefte", &[("extra_ondersteuning", "ja"), ("toelichting", "hulp bij rekenen")]).await;
    done.assert_leads_to(&format!("{}?na=behoefte", toneel.adres));
    assert_eq!(toneel.fase().await, AanmeldingFase::BehoefteVastgesteld);
    let offer: Vec<(&str, &str)> =
        [("wat", "een kleine klas"), ("per", "1-12-2026")].into_iter().chain(ANDERE_SCHOOL).collect();
    toneel.fill("aanbod", &offer).await.assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::AanbodGedaan);
    toneel.page().await.assert_says("De Waterval");
    let said = [("antwoord", "nee"), ("toelichting", "moeder belde op 24 november")];
    toneel.says("antwoord", &said, 1).await;
    assert_eq!(toneel.fase().await, AanmeldingFase::BehoefteVastgesteld);
}

#[tokio::test]
async fn of_a_school_that_the_register_knows_the_register_says_of_what_kind_it_is() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let sector = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].sector;
    let wrong = if sector == base::Sector::Vo { Schoolsoort::Basisschool } else { Schoolsoort::Vo };
    let schools = toneel.proef.kit.regio.scholen.iter().map(|place| &place.school);
    let school = schools.clone().find(|school| school.schoolsoort == wrong).expect("a school of that kind");
    let offer: Vec<(&str, &str)> = [("wat", "een kleine klas"), ("per", "1-12-2026")]
        .into_iter()
        .chain(ANDERE_SCHOOL)
        .chain([("andere_vestiging", school.vestiging.as_str())])
        .collect();
    let page = toneel.fill("aanbod", &offer).await;
    page.assert_refused();
    page.assert_says("telt hier niet mee als andere school");
    assert_eq!(toneel.fase().await, AanmeldingFase::BehoefteVastgesteld);
}

#[tokio::test]
async fn another_school_is_searched_by_name_and_chosen_and_its_name_comes_from_the_register() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let aanmelding = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].clone();
    let schools = toneel.proef.kit.regio.scholen.iter().map(|place| &place.school);
    let same = |school: &&verband::School| {
        school.schoolsoort == aanmelding.schoolsoort && school.vestiging != aanmelding.vestiging
    };
    let school = schools.clone().find(same).expect("another school of that kind");
    let code = school.vestiging.as_str();
    for (form, act) in [("aanbod", "aanbieden"), ("weigeren", "weigeren")] {
        let empty = toneel.ib.get(&format!("{}/{form}", toneel.adres)).await;
        empty.assert_silent_on("name=\"andere_vestiging\"");
        for words in [school.naam.as_str(), school.plaats.as_str()] {
            let looked = toneel.fill(form, &[("school_zoeken", words), ("kijk", "ja")]).await;
            assert_eq!(looked.status, StatusCode::OK, "{act}: {}", looked.body);
            looked.assert_says(&format!("name=\"andere_vestiging\" value=\"{code}\""));
        }
        let nothing = toneel.fill(form, &[("school_zoeken", "Bestaatniet"), ("kijk", "ja")]).await;
        nothing.assert_silent_on("name=\"andere_vestiging\"");
    }
    let known =
        ANDERE_SCHOOL.into_iter().filter(|(name, _)| *name != "schoolnaam" && *name != "andere_soort");
    let offer: Vec<(&str, &str)> = [("wat", "een kleine klas"), ("per", "1-12-2026"), ("schoolnaam", "")]
        .into_iter()
        .chain(known)
        .chain([("andere_vestiging", code)])
        .collect();
    toneel.fill("aanbod", &offer).await.assert_leads_to(&toneel.adres);
    let offered = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].aanbiedingen[0].clone();
    assert_eq!(offered.school.schoolnaam, school.naam);
    assert_eq!(offered.school.vestiging.as_ref(), Some(&school.vestiging));
    assert_eq!(offered.school.soort, Some(school.schoolsoort.into()));
}

#[tokio::test]
async fn a_name_typed_beside_a_chosen_school_is_not_kept() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let aanmelding = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].clone();
    let mut schools = toneel.proef.kit.regio.scholen.iter().map(|place| &place.school);
    let same = |school: &&verband::School| {
        school.schoolsoort == aanmelding.schoolsoort && school.vestiging != aanmelding.vestiging
    };
    let school = schools.find(same).expect("another school of that kind");
    let offer = |code| -> Vec<(&str, &str)> {
        let known = ANDERE_SCHOOL.into_iter().filter(|(name, _)| *name != "schoolnaam");
        [("wat", "een kleine klas"), ("per", "1-12-2026"), ("schoolnaam", "Verzonnen Naam")]
            .into_iter()
            .chain(known)
            .chain([("andere_vestiging", code)])
            .collect()
    };
    // A code that nobody knows makes no school of a name.
    toneel.fill("aanbod", &offer("98XX77")).await.assert_refused();
    toneel.fill("aanbod", &offer(school.vestiging.as_str())).await.assert_leads_to(&toneel.adres);
    let offered = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].aanbiedingen[0].clone();
    assert_eq!(offered.school.schoolnaam, school.naam);
    toneel.page().await.assert_silent_on("Verzonnen Naam");
}

#[tokio::test]
async fn help_with_language_alone_is_no_extra_support() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    toneel
        .fill("behoefte", &[("extra_ondersteuning", "taal"), ("toelichting", "leert Nederlands")])
        .await
        .assert_leads_to(&toneel.adres);
    toneel.page().await.assert_says("geen extra ondersteuning");
}

#[tokio::test]
async fn asking_for_information_shows_the_last_day_first_and_then_stops_the_clock() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let last = plus_days(toneel.proef.kit.moment().vandaag, 14).unwrap().to_string();
    let fields = [
        ("wat", "onderzoeksverslag"),
        ("waarom", "om te weten welke hulp nodig is"),
        ("tot_en_met", last.as_str()),
    ];
    let looked: Vec<(&str, &str)> = fields.into_iter().chain([("kijk", "ja")]).collect();
    let preview = toneel.fill("informatie", &looked).await;
    assert_eq!(preview.status, StatusCode::OK);
    preview.assert_says("Komt er niets, dan loopt de termijn");
    preview.assert_says("onderzoeksverslag</textarea>");
    toneel.fill("informatie", &fields).await.assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::WachtOpInformatie);
    toneel.page().await.assert_says("termijn staat stil sinds wo 25 nov 2026");
    let refusing = toneel.ib.get(&format!("{}/weigeren", toneel.adres)).await;
    refusing.assert_says("U vroeg de ouders om informatie");
    toneel
        .fill("informatie-ontvangen", &[("compleet", "ja"), ("op", "25-11-2026")])
        .await
        .assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::Ontvangen);
}

#[tokio::test]
async fn a_refused_form_keeps_everything_that_was_typed_with_the_error_beside_its_field() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let page = toneel
        .fill("informatie", &[("wat", "verslag & toets"), ("tot_en_met", "1-1-2030"), ("waarom", "nodig")])
        .await;
    page.assert_refused();
    page.assert_says("href=\"#veld-tot_en_met\"");
    page.assert_says("geef hooguit 6 weken");
    page.assert_says("Wat kan wel: een dag kiezen tot en met");
    page.assert_says("verslag &#38; toets</textarea>");
    page.assert_says("value=\"1-1-2030\"");
    page.assert_says("<title>Fout: ");
    let empty = toneel.fill("informatie", &[("wat", ""), ("waarom", "nodig")]).await;
    empty.assert_refused();
    empty.assert_says("Er kloppen nog 2 dingen niet");
}

#[tokio::test]
async fn extending_shows_the_new_last_day_before_one_confirms_and_can_be_done_once() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let form = toneel.ib.get(&format!("{}/verlengen", toneel.adres)).await;
    form.assert_says("Hoeveel langer hebt u nodig?");
    form.assert_says("4 weken");
    toneel
        .fill("verlengen", &[("weken", "1"), ("reden", "het gesprek is pas volgende week")])
        .await
        .assert_leads_to(&toneel.adres);
    let again = toneel.ib.get(&format!("{}/verlengen", toneel.adres)).await;
    again.assert_says("De termijn is al een keer verlengd");
    toneel.page().await.assert_says("<summary>De termijn verlengen</summary>");
}

#[tokio::test]
async fn without_script_a_form_can_be_kept_and_thrown_away() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let kept = toneel.fill("behoefte", &[("toelichting", "ik moet nog bellen"), ("bewaar", "ja")]).await;
    kept.assert_leads_to(&format!("{}?na=bewaard", toneel.adres));
    let form = toneel.ib.get(&format!("{}/behoefte", toneel.adres)).await;
    form.assert_says("ik moet nog bellen</textarea>");
    toneel.fill("behoefte", &[("weggooien", "ja")]).await.assert_leads_to(&toneel.adres);
    toneel.ib.get(&format!("{}/behoefte", toneel.adres)).await.assert_silent_on("ik moet nog bellen");
    assert_eq!(toneel.fase().await, AanmeldingFase::Ontvangen);
}

#[tokio::test]
async fn what_a_colleague_kept_is_thrown_away_only_after_it_was_said_whose_it_is() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let address = format!("{}/verlengen", toneel.adres);
    toneel.fill("verlengen", &[("weken", "2"), ("reden", "de toetsen duren langer"), ("bewaar", "ja")]).await;
    let head = toneel.proef.at_registration_of(&toneel.nummer, Rol::Directie).await;
    let form = head.get(&address).await;
    form.assert_says("de toetsen duren langer</textarea>");
    form.assert_says("Een deel hiervan schreef ");
    let asked = head.fill(&address, &[("weggooien", "ja")]).await;
    assert_eq!(asked.status, StatusCode::OK);
    asked.assert_says("Er is nog niets weggegooid.");
    asked.assert_says("de toetsen duren langer</textarea>");
    asked.assert_says("name=\"weggooien\" value=\"zeker\">Toch alles weggooien");
    toneel.ib.get(&address).await.assert_says("de toetsen duren langer</textarea>");
    head.fill(&address, &[("weggooien", "zeker")]).await.assert_leads_to(&toneel.adres);
    toneel.ib.get(&address).await.assert_silent_on("de toetsen duren langer");
}

#[tokio::test]
async fn somebody_else_was_first_and_both_are_seen() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let form = toneel.ib.get(&format!("{}/behoefte", toneel.adres)).await;
    let seen = form.version().to_owned();
    toneel
        .fill("verlengen", &[("weken", "2"), ("reden", "drukte in de klas")])
        .await
        .assert_leads_to(&toneel.adres);
    let fields =
        [("versie", seen.as_str()), ("extra_ondersteuning", "ja"), ("toelichting", "mijn eigen tekst")];
    let page = toneel.ib.post(&format!("{}/behoefte", toneel.adres), &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.assert_says("Beslistermijn verlengd");
    page.assert_says("mijn eigen tekst</textarea>");
    let fields = [("versie", page.version()), fields[1], fields[2]];
    toneel.ib.post(&format!("{}/behoefte", toneel.adres), &fields).await.assert_leads_to(&toneel.adres);
}

#[tokio::test]
async fn a_child_is_admitted() {
    let toneel = Toneel::of(Verhaallijn::BehoefteVast).await;
    let born = toneel.proef.kit.dossier(&toneel.nummer).await.leerling.unwrap().geboortedatum;
    let four = base::dates::birthday(born, 4).unwrap().max("2027-01-11".parse().unwrap()).to_string();
    let done = toneel.fill("toelaten", &[("per", &four), ("groep", "1")]).await;
    done.assert_leads_to(&format!("{}?na=toelaten", toneel.adres));
    let page = toneel.ib.get(done.location()).await;
    page.assert_says("Het kind is toegelaten");
    page.assert_silent_on("Wat kunt u nu doen?");
}

#[tokio::test]
async fn a_registration_that_ended_says_so_on_every_form_and_has_no_button() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    toneel.fill("toelaten", &[("per", "25-11-2026")]).await.assert_leads_to(&toneel.adres);
    let mut told = 0;
    for doen in Doen::ALL.iter().filter(|doen| **doen != Doen::Ontvangstdatum && !of_others(**doen)) {
        let form = toneel.ib.get(&format!("{}/{}", toneel.adres, doen.code())).await;
        form.assert_silent_on("<button class=\"knop\">");
        form.assert_says("afgerond");
        told += usize::from(form.status == StatusCode::OK);
    }
    assert!(told > 0, "who may do something all the same reads why not");
}

/// What is done by whoever has the child as a pupil, and by the partnership.
fn of_others(doen: Doen) -> bool {
    matches!(doen, Doen::NietGekomen | Doen::Gekomen | Doen::Opp | Doen::Oppakken | Doen::Herroepen)
}

#[tokio::test]
async fn a_child_that_did_not_come_is_recorded_and_found_again() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let today = toneel.proef.kit.moment().vandaag;
    let last = plus_days(today, 7).unwrap().to_string();
    let today = today.to_string();
    toneel.fill("toelaten", &[("per", &today)]).await.assert_leads_to(&toneel.adres);
    toneel.page().await.assert_says("Vastleggen dat het kind niet kwam");
    let missed = [("sinds", today.as_str()), ("gedaan", "twee keer gebeld"), ("wie", "de moeder")];
    toneel.fill("niet-gekomen", &missed).await.assert_refused();
    let missed: Vec<_> = missed.into_iter().chain([("tot_en_met", last.as_str())]).collect();
    toneel.fill("niet-gekomen", &missed).await.assert_leads_to(&toneel.adres);
    toneel.page().await.assert_says("Uitzoeken waarom het kind niet kwam");
    let over_the_line = format!("/api/v1/dossiers/{}/beeld", toneel.nummer);
    toneel.ib.get(&over_the_line).await.assert_says("\"gedaan\":\"twee keer gebeld\"");
    toneel.fill("gekomen", &[("op", &today)]).await.assert_leads_to(&toneel.adres);
    toneel.page().await.assert_silent_on("Uitzoeken waarom het kind niet kwam");
    let came = toneel.ib.get(&over_the_line).await;
    came.assert_says(&format!("\"gekomen_op\":\"{today}\""));
    came.assert_says("\"niet_gekomen\":null");
}

#[tokio::test]
async fn a_temporary_place_is_a_right_on_its_day_and_not_before() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let form = toneel.ib.get(&format!("{}/tijdelijk", toneel.adres)).await;
    form.assert_says("Dit kan nu niet");
    let toneel = Toneel::of(Verhaallijn::TijdelijkNodig).await;
    toneel.page().await.assert_says("Het kind tijdelijk plaatsen");
    let today = toneel.proef.kit.moment().vandaag.to_string();
    let placed = [("per", today.as_str()), ("groep", "3"), ("ertussen", "Het kind was ziek.")];
    toneel.fill("tijdelijk", &placed).await.assert_leads_to(&toneel.adres);
    assert!(toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].tijdelijke_plaatsing.is_some());
}

#[tokio::test]
async fn turning_a_child_away_without_a_decision_is_recorded_and_the_duty_stays() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let form = toneel.ib.get(&format!("{}/zonder-besluit", toneel.adres)).await;
    form.assert_says("Het is geen besluit.");
    let today = toneel.proef.kit.moment().vandaag.to_string();
    toneel
        .fill("zonder-besluit", &[("op", &today), ("wat", "aan de telefoon gezegd dat er geen plek is")])
        .await
        .assert_leads_to(&toneel.adres);
    let page = toneel.page().await;
    page.assert_says("weggestuurd zonder besluit");
    page.assert_says("Gratis hulp vragen aan het ouder- en jeugdsteunpunt.");
    assert_eq!(toneel.fase().await, AanmeldingFase::Ontvangen);
}

#[tokio::test]
async fn what_did_not_come_in_time_ends_the_registration() {
    let toneel = Toneel::of(Verhaallijn::InformatieVerlopen).await;
    toneel
        .fill("buiten-behandeling", &[("reden", "het verslag kwam niet")])
        .await
        .assert_leads_to(&toneel.adres);
    assert_eq!(toneel.fase().await, AanmeldingFase::BuitenBehandeling);
}

/// Which education is asked only where a school gives more than one.
#[tokio::test]
async fn the_form_of_a_registration_asks_which_education_where_there_is_a_choice() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let asked = |soort| {
        let scholen =
            toneel.proef.kit.regio.scholen.iter().filter(move |school| school.school.schoolsoort == soort);
        let staff = toneel.proef.kit.regio.medewerkers();
        scholen
            .map(demo::regio::Demoschool::organisatie)
            .find(|school| staff.iter().any(|held| held.rol == Rol::Ib && held.organisatie == *school))
    };
    for (soort, choice) in
        [(Schoolsoort::Basisschool, false), (Schoolsoort::Vo, true), (Schoolsoort::SoVso, true)]
    {
        let Some(school) = asked(soort) else { continue };
        let ib = toneel.proef.browser(&toneel.proef.kit.as_at(Rol::Ib, &school)).await;
        let page = ib.get("/aanmelden").await;
        if choice {
            page.assert_says("Voor welk onderwijs vragen de ouders een plek?");
        } else {
            page.assert_silent_on("Voor welk onderwijs vragen de ouders een plek?");
        }
    }
}

#[tokio::test]
async fn whoever_may_not_sees_no_page_and_does_nothing() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    let elsewhere = toneel.proef.kit.regio.scholen.iter().map(demo::regio::Demoschool::organisatie);
    let own = toneel.proef.kit.dossier(&toneel.nummer).await.aanmeldingen[0].vestiging.organisatie();
    let staff = toneel.proef.kit.regio.medewerkers();
    let other = elsewhere
        .filter(|school| *school != own)
        .find(|school| staff.iter().any(|held| held.rol == Rol::Ib && held.organisatie == *school))
        .unwrap();
    let stranger = toneel.proef.browser(&toneel.proef.kit.as_at(Rol::Ib, &other)).await;
    for address in
        [toneel.adres.clone(), format!("{}/behoefte", toneel.adres), format!("{}/bevestiging", toneel.adres)]
    {
        assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let answer =
        stranger.post(&format!("{}/behoefte", toneel.adres), &[("versie", "1"), ("toelichting", "x")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    for (address, status) in [
        (format!("{}/bestaat-niet", toneel.adres), StatusCode::NOT_FOUND),
        (format!("/kind/{}/aanmelding/99", toneel.nummer), StatusCode::NOT_FOUND),
        (format!("/kind/{}/aanmelding/x", toneel.nummer), StatusCode::NOT_FOUND),
        ("/kind/zomaar/aanmelding/1".to_owned(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(toneel.ib.get(&address).await.status, status, "{address}");
    }
    let plain = toneel.ib.post(&format!("{}/behoefte", toneel.adres), &[("toelichting", "x")]).await;
    assert_eq!(plain.status, StatusCode::BAD_REQUEST, "a form without the version of the file");
}

#[tokio::test]
async fn every_form_of_a_registration_opens_and_says_what_it_is() {
    let toneel = Toneel::of(Verhaallijn::NetAangemeld).await;
    for doen in Doen::ALL.iter().filter(|doen| !of_others(**doen)) {
        let form = toneel.ib.get(&format!("{}/{}", toneel.adres, doen.code())).await;
        assert_eq!(form.status, StatusCode::OK, "{}: {}", doen.code(), form.body);
        form.assert_says(&format!("<h1>{}</h1>", teksten::Taal::Nl.zeg(doen.tekst())));
        form.assert_says("Terug zonder vastleggen");
    }
}
