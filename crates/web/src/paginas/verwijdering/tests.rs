use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::staat::VerwijderingFase;

use super::handelingen::Doen;
use crate::weg::proef::{Browser, Proef};

async fn given(verhaallijn: Verhaallijn) -> (Proef, Browser, base::DossierNummer) {
    let proef = Proef::start().await;
    let nummer = proef.given(verhaallijn).await;
    let directie = proef.at_school_of(&nummer, Rol::Directie).await;
    (proef, directie, nummer)
}

async fn phase(proef: &Proef, nummer: &base::DossierNummer) -> VerwijderingFase {
    proef.kit.dossier(nummer).await.verwijderingen[0].fase()
}

#[tokio::test]
async fn a_removal_goes_through_every_step_of_the_law_in_its_order() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let page = format!("/kind/{nummer}/verwijdering/1");
    let first = directie.get(&page).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body);
    first.assert_says("Vastleggen wat er in het gesprek is gezegd");
    first.assert_says("<summary>Besluiten tot verwijdering</summary>");
    first.assert_says("Het gesprek over de verwijdering is nog niet gevoerd.");
    first.assert_says("Ouders uitgenodigd voor");
    // Moving the talk and withdrawing are never the next step.
    let steps = ["horen", "school", "verzetten", "intrekken"]
        .map(|doen| first.body.find(&format!("{page}/{doen}\"")));
    assert!(steps.iter().all(Option::is_some) && steps.is_sorted(), "{steps:?}");
    directie.get(&format!("{page}/horen")).await.assert_says("Wie kwam naar het gesprek");
    let heard =
        [("op", "24-11-2026"), ("ouders", "wij willen dat hij blijft"), ("leraar", "het lukt niet meer")];
    directie.fill(&format!("{page}/horen"), &heard).await.assert_leads_to(&format!("{page}?na=horen"));
    // A second talk can be recorded, and is not the next step.
    let after = directie.get(&page).await.body;
    let at =
        |doen: &str| after.find(&format!("{page}/{doen}\"")).unwrap_or_else(|| panic!("{doen} is offered"));
    assert!(at("school") < at("horen"));
    let school = [
        ("schoolnaam", "De Waterval"),
        ("andere_plaats", "Ochtendstad"),
        ("andere_contact", "mevrouw Regen, 000-000 00 05"),
        ("andere_soort", "instelling_c1_2"),
        ("voorwaarde_op", "25-11-2026"),
        ("voorwaarde", "De commissie vindt het kind passend."),
        ("voorwaarde_ja", "ja"),
        ("voorwaarde_tot_en_met", "31-7-2029"),
        ("bereid_op", "25-11-2026"),
        ("bewijs", "brief"),
    ];
    directie.fill(&format!("{page}/school"), &school).await.assert_leads_to(&page);
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::SchoolGevonden);
    for read in [page.clone(), format!("{page}/besluit")] {
        directie.get(&read).await.assert_says("wij willen dat hij blijft");
    }
    // The letter names the day before it as the last one.
    directie.get(&format!("{page}/besluit")).await.assert_says("geen dag in het weekend of een feestdag");
    let decision = [("per", "1-12-2026"), ("motivering", "zie het gesprek van 24 november")];
    directie.fill(&format!("{page}/besluit"), &decision).await.assert_leads_to(&page);
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::Verwijderd);
    directie.fill(&format!("{page}/gemeente"), &[("gemeente", "Ochtendstad")]).await.assert_leads_to(&page);
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::Gemeld);
    // Nobody has a turn until the pupil leaves: page and list say from when, and no second intention is offered.
    let child = directie.get(&format!("/kind/{nummer}")).await;
    child.assert_says("Er hoeft nu niets te gebeuren. Vanaf");
    child.assert_says("Nagaan of de leerling op een andere school zit");
    child.assert_silent_on("/verwijdering/nieuw");
    directie.get("/vandaag").await.assert_says("Straks bent u aan zet");
    let today = proef.kit.moment().vandaag.to_string();
    directie.get(&page).await.assert_says("Vastleggen dat de leerling op een andere school zit");
    directie.fill(&format!("{page}/elders"), &[("van", &today), ("hoe", "")]).await.assert_refused();
    let seen = [("van", today.as_str()), ("hoe", "De Waterval belde.")];
    directie.fill(&format!("{page}/elders"), &seen).await.assert_leads_to(&format!("{page}?na=elders"));
    directie.get(&page).await.assert_says("De Waterval belde.");
    let told = directie.get(&format!("/api/v1/dossiers/{nummer}/beeld")).await;
    told.assert_says(&format!("\"elders_sinds\":\"{today}\""));
}

#[tokio::test]
async fn who_was_ticked_by_mistake_is_put_right_on_the_page_of_the_data() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingGehoord).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let heard = dossier.feiten.iter().find(|feit| {
        feit.gebeurtenis().is_some_and(|event| event.event_type() == "ouders_en_leraar_gehoord")
    });
    let fact = heard.expect("parents were heard").volgnummer;
    let mend = format!("/kind/{nummer}/verbeteren/{fact}");
    directie.get(&format!("/kind/{nummer}/gegevens")).await.assert_says(&mend);
    directie.fill(&mend, &[("hoe", "terugnemen"), ("waarom", "de verkeerde ouder aangevinkt")]).await;
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::Voorgenomen);
}

#[tokio::test]
async fn nobody_is_removed_before_another_school_is_found_and_the_text_stays() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let address = format!("/kind/{nummer}/verwijdering/1/besluit");
    directie.get(&address).await.assert_says("Dit kan nu niet");
    let page = directie.fill(&address, &[("per", "1-12-2026"), ("motivering", "het gaat niet meer")]).await;
    page.assert_refused();
    page.assert_says("het gaat niet meer</textarea>");
    page.assert_says("eerst het gesprek vastleggen.");
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::Voorgenomen);
    let back = directie
        .fill(&format!("/kind/{nummer}/verwijdering/1/intrekken"), &[("reden", "er is een plan")])
        .await;
    back.assert_leads_to(&format!("/kind/{nummer}/verwijdering/1?na=intrekken"));
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::Ingetrokken);
}

#[tokio::test]
async fn in_secondary_education_the_inspectie_is_consulted_first() {
    let (_proef, directie, nummer) = given(Verhaallijn::VerwijderingGehoord).await;
    let page = format!("/kind/{nummer}/verwijdering/1");
    let shown = directie.get(&page).await;
    shown.assert_says("Overleg met de Inspectie");
    let consulted =
        directie.fill(&format!("{page}/raadplegen"), &[("op", "25-11-2026"), ("uitkomst", "")]).await;
    consulted.assert_refused();
}

#[tokio::test]
async fn a_suspension_can_lean_on_a_consultation_that_began_and_is_ended_on_its_page() {
    let (_proef, directie, nummer) = given(Verhaallijn::VerwijderingGehoord).await;
    // The Inspectie was consulted about that one: off, and intended anew.
    let first = format!("/kind/{nummer}/verwijdering/1/intrekken");
    directie.fill(&first, &[("reden", "er is een plan")]).await;
    let again = format!("/kind/{nummer}/verwijdering/nieuw");
    directie.fill(&again, &[("redenen", "de veiligheid van anderen")]).await;
    let (removal, suspend) =
        (format!("/kind/{nummer}/verwijdering/2"), format!("/kind/{nummer}/schorsing/nieuw"));
    directie.get(&suspend).await.assert_silent_on("tijdens_overleg");
    let begun = directie
        .fill(&format!("{removal}/overleg"), &[("op", "25-11-2026"), ("met", "mevrouw De Inspecteur")])
        .await;
    begun.assert_leads_to(&format!("{removal}?na=overleg"));
    directie.get(begun.location()).await.assert_says("loopt sinds");
    let days = [
        ("van", "25-11-2026"),
        ("tot_en_met", "11-12-2026"),
        ("redenen", "gevochten op het plein"),
        ("tijdens_overleg", "ja"),
    ];
    let done = directie.fill(&suspend, &days).await;
    done.assert_leads_to(&format!("/kind/{nummer}/schorsing/1?na=geschorst"));
    let page = directie.get(done.location()).await;
    page.assert_says("art. 8.14 WVO 2020");
    page.assert_says("art. 8.15 lid 4 WVO 2020");
    page.assert_silent_on("art. 40c WPO");
    let end = format!("/kind/{nummer}/schorsing/1/einde");
    directie.get(&end).await.assert_says("Schorsing beëindigen");
    let ended =
        directie.fill(&end, &[("terug_op", "27-11-2026"), ("reden", "wij hebben goed gepraat")]).await;
    ended.assert_leads_to(&format!("/kind/{nummer}/schorsing/1?na=einde"));
    let page = directie.get(ended.location()).await;
    page.assert_says("weer op school vanaf");
    page.assert_says("wij hebben goed gepraat");
}

#[tokio::test]
async fn an_intention_begins_a_removal_and_a_second_one_is_refused() {
    let (_proef, directie, nummer) = given(Verhaallijn::Toegelaten).await;
    let address = format!("/kind/{nummer}/verwijdering/nieuw");
    directie.fill(&address, &[("redenen", "")]).await.assert_refused();
    let done = directie.fill(&address, &[("redenen", "de veiligheid van anderen")]).await;
    done.assert_leads_to(&format!("/kind/{nummer}/verwijdering/1?na=voornemen"));
    directie.get(&address).await.assert_says("Er loopt al een voornemen tot verwijdering.");
}

#[tokio::test]
async fn a_suspension_shows_the_answer_of_the_rule_before_and_after() {
    let (_proef, directie, nummer) = given(Verhaallijn::Toegelaten).await;
    let address = format!("/kind/{nummer}/schorsing/nieuw");
    let days = [("van", "30-11-2026"), ("tot_en_met", "2-12-2026"), ("redenen", "gevochten op het plein")];
    let looked: Vec<(&str, &str)> = days.into_iter().chain([("kijk", "ja")]).collect();
    directie.fill(&address, &looked).await.assert_says("Dit is een schorsing van 3 dagen");
    let long = [("van", "30-11-2026"), ("tot_en_met", "18-12-2026"), ("redenen", "gevochten op het plein")];
    let refused = directie.fill(&address, &long).await;
    refused.assert_refused();
    refused.assert_says("te lang voor een schorsing");
    refused.assert_says("gevochten op het plein</textarea>");
    let done = directie.fill(&address, &days).await;
    done.assert_leads_to(&format!("/kind/{nummer}/schorsing/1?na=geschorst"));
    let page = directie.get(done.location()).await;
    page.assert_says("schriftelijk melden aan de Inspectie");
    page.assert_says("Vastleggen dat u het de Inspectie hebt gemeld");
    let report = directie.fill(&format!("/kind/{nummer}/schorsing/1/inspectie"), &[]).await;
    report.assert_leads_to(&format!("/kind/{nummer}/schorsing/1?na=gemeld"));
    directie.get(report.location()).await.assert_says("gedaan op");
}

#[tokio::test]
async fn only_the_school_leader_removes_and_suspends() {
    let (proef, _, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let shown = ib.get(&format!("/kind/{nummer}/verwijdering/1")).await;
    assert_eq!(shown.status, StatusCode::OK);
    shown.assert_silent_on("Wat kunt u nu doen?");
    for address in ["verwijdering/1/horen", "verwijdering/nieuw", "schorsing/nieuw"] {
        let address = format!("/kind/{nummer}/{address}");
        assert_eq!(ib.get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
        let answer = ib.post(&address, &[("versie", "1"), ("redenen", "x")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
    }
    let teacher = proef.as_(Rol::Loket).await;
    assert_eq!(teacher.get(&format!("/kind/{nummer}/verwijdering/1")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_form_of_a_removal_opens_and_says_what_it_is() {
    let (_proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    for doen in Doen::ALL {
        let form = directie.get(&format!("/kind/{nummer}/verwijdering/1/{}", doen.code())).await;
        assert_eq!(form.status, StatusCode::OK, "{}: {}", doen.code(), form.body);
        form.assert_says(&format!("<h1>{}</h1>", teksten::Taal::Nl.zeg(doen.tekst())));
    }
}

#[tokio::test]
async fn a_talk_is_moved_on_its_page_and_every_page_tells_the_new_day() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let page = format!("/kind/{nummer}/verwijdering/1");
    let talk = proef.kit.dossier(&nummer).await.verwijderingen[0].dag_van_gesprek();
    let week = base::dates::plus_days(proef.kit.moment().vandaag, 7).unwrap();
    let mut later = base::dates::plus_days(talk.max(week), 1).unwrap();
    while [base::dates::Weekday::Saturday, base::dates::Weekday::Sunday].contains(&later.weekday()) {
        later = base::dates::plus_days(later, 1).unwrap();
    }
    let moved = [("op", later.to_string()), ("reden", "de vader kan die dag niet".to_owned())];
    let moved = moved.each_ref().map(|(veld, text)| (*veld, text.as_str()));
    directie
        .fill(&format!("{page}/verzetten"), &moved)
        .await
        .assert_leads_to(&format!("{page}?na=verzetten"));
    assert_eq!(proef.kit.dossier(&nummer).await.verwijderingen[0].dag_van_gesprek(), later);
    let shown = directie.get(&page).await;
    shown.assert_says(&base::dates::long_nl(later));
    // And which day it was before it, and why it is not any more.
    shown.assert_says(&base::dates::long_nl(talk));
    shown.assert_says("de vader kan die dag niet");
    // No earlier day, unless those who are still to be heard agree.
    let soon = base::dates::plus_days(proef.kit.moment().vandaag, 1).unwrap().to_string();
    let earlier = [("op", soon.as_str()), ("reden", "dat komt ons beter uit")];
    let refused = directie.fill(&format!("{page}/verzetten"), &earlier).await;
    refused.assert_refused();
    refused.assert_says("iedereen die nog gehoord moet worden");
}

/// Given a talk that was moved, of which no letter left; when it is moved again; then the new letter is an invitation, and names no day that nobody
/// was told of.
#[tokio::test]
async fn who_was_told_of_no_day_is_invited_and_reads_of_no_other_day() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let page = format!("/kind/{nummer}/verwijdering/1");
    let talk = proef.kit.dossier(&nummer).await.verwijderingen[0].dag_van_gesprek();
    let mut kinds = Vec::new();
    for weeks in [2, 3] {
        let day = base::dates::plus_days(talk.max(proef.kit.moment().vandaag), 7 * weeks).unwrap();
        let mut day = day;
        while [base::dates::Weekday::Saturday, base::dates::Weekday::Sunday].contains(&day.weekday()) {
            day = base::dates::plus_days(day, 1).unwrap();
        }
        let day = day.to_string();
        let moved = [("op", day.as_str()), ("reden", "de vader kan die dag niet")];
        directie.fill(&format!("{page}/verzetten"), &moved).await.assert_leads_to(&page);
        let before = proef.kit.dossier(&nummer).await.versie;
        proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
        let dossier = proef.kit.dossier(&nummer).await;
        let family = |letter: &&dossier::staat::Brief| !letter.inhoud.aan_personen.is_empty();
        let newest = dossier.brieven.iter().filter(|letter| letter.volgnummer > before).filter(family);
        kinds.push(
            newest.map(|letter| letter.inhoud.soort.clone()).collect::<std::collections::BTreeSet<_>>(),
        );
    }
    let invited = std::collections::BTreeSet::from(["voornemen_verwijdering".to_owned()]);
    assert_eq!(kinds[0], invited, "no letter of before is known here");
    assert_eq!(kinds[1], invited, "the one of before never left");
}

#[tokio::test]
async fn a_suspension_of_a_weekend_is_asked_about_before_it_is_recorded() {
    let (_proef, directie, nummer) = given(Verhaallijn::Toegelaten).await;
    let form = format!("/kind/{nummer}/schorsing/nieuw");
    let days = [("van", "12-12-2026"), ("tot_en_met", "14-12-2026"), ("redenen", "gevochten op het plein")];
    let asked = directie.fill(&form, &days).await;
    asked.assert_refused();
    asked.assert_says("is een dag in het weekend of een feestdag");
    asked.assert_says("name=\"op_vrije_dag\"");
    let meant: Vec<(&str, &str)> = days.into_iter().chain([("op_vrije_dag", "ja")]).collect();
    directie.fill(&form, &meant).await.assert_leads_to(&format!("/kind/{nummer}/schorsing/"));
}

#[tokio::test]
async fn a_removal_is_revoked_and_the_pupil_is_on_the_list_again() {
    let (proef, directie, nummer) = given(Verhaallijn::Verwijderd).await;
    let page = format!("/kind/{nummer}/verwijdering/1");
    directie.get(&page).await.assert_says("De verwijdering herroepen");
    let form = directie.get(&format!("{page}/herroepen")).await;
    form.assert_says("Waardoor herroept u het besluit?");
    let nameless = [("aanleiding", ""), ("reden", "de andere school heeft toch geen plaats")];
    let refused = directie.fill(&format!("{page}/herroepen"), &nameless).await;
    refused.assert_says("Kies waardoor u het besluit herroept.");
    let own = [("aanleiding", "eigen_beweging"), ("reden", "de andere school heeft toch geen plaats")];
    directie.fill(&format!("{page}/herroepen"), &own).await.assert_leads_to(&page);
    assert_eq!(phase(&proef, &nummer).await, VerwijderingFase::Herroepen);
    let dossier = proef.kit.dossier(&nummer).await;
    assert!(dossier.inschrijvingen.iter().any(|place| place.tot.is_none()));
    directie.get(&page).await.assert_says("geldt niet meer: het is herroepen");
    directie.get(&page).await.assert_says("de andere school heeft toch geen plaats");
}

/// Given parents who are heard about a removal; then their own page leads to where they write, and who hears them reads it where it is
/// weighed (WPO 40(11)).
#[tokio::test]
async fn a_parent_writes_about_a_removal_and_who_hears_reads_it_on_its_forms() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    // The day of the story is over: the talk is on another.
    let today = proef.kit.moment().vandaag;
    let mut op = base::dates::plus_days(today, 8).unwrap();
    while [base::dates::Weekday::Saturday, base::dates::Weekday::Sunday].contains(&op.weekday()) {
        op = base::dates::plus_days(op, 1).unwrap();
    }
    let op = op.to_string();
    let moved = [("op", op.as_str()), ("reden", "de vader kon niet komen")];
    let removal = format!("/kind/{nummer}/verwijdering/1");
    directie.fill(&format!("{removal}/verzetten"), &moved).await.assert_leads_to(&removal);
    let parent = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let parent = proef.browser(&parent).await;
    let own = format!("/mijn/{nummer}");
    let form = format!("{own}/laten-weten?over=verwijdering-1");
    parent.get(&own).await.assert_says(&form);
    let page = parent.get(&form).await;
    page.assert_says("value=\"verwijdering-1\" checked");
    let words = [("over", "verwijdering-1"), ("woorden", "Wij willen dat hij op deze school blijft.")];
    parent.fill(&form, &words).await.assert_leads_to(&own);
    let after = parent.get(&own).await;
    after.assert_silent_on(&form);
    after.assert_says("Het ging over de verwijdering.");
    for read in [removal.clone(), format!("{removal}/horen")] {
        directie.get(&read).await.assert_says("Wij willen dat hij op deze school blijft.");
    }
    // The turn is of who hears, and leads to the words.
    let today = directie.get("/vandaag").await;
    today.assert_says("Lezen wat een ouder of leerling schreef over een verwijdering of schorsing");
    today.assert_says(&format!("/kind/{nummer}/gegevens/woorden"));
    directie.get(&format!("/kind/{nummer}/gegevens/woorden")).await.assert_says("over de verwijdering");
}

/// Given a removal of which the day of the talk is over and nothing was recorded; then the parent is asked what they think as long as the
/// school can hear it; who records it has read it, and everywhere stands who was heard.
#[tokio::test]
async fn a_parent_can_write_until_it_is_decided_and_who_records_it_has_read_it() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let parent = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let own_account = parent.actor.persoon.clone();
    let parent = proef.browser(&parent).await;
    let (own, removal) = (format!("/mijn/{nummer}"), format!("/kind/{nummer}/verwijdering/1"));
    let form = format!("{own}/laten-weten?over=verwijdering-1");
    let first = parent.get(&own).await;
    first.assert_says("Zeg wat u van de verwijdering vindt, als u dat wilt.");
    first.assert_says(&form);
    first.assert_silent_on("U hoeft nu niets te doen");
    let words = [("over", "verwijdering-1"), ("woorden", "Wij willen dat hij blijft.")];
    parent.fill(&form, &words).await.assert_leads_to(&own);
    parent.get(&own).await.assert_silent_on(&form);
    let dossier = proef.kit.dossier(&nummer).await;
    let writer = dossier.personen.iter().find(|one| one.account.as_ref() == Some(&own_account)).unwrap();
    let today = proef.kit.moment().vandaag.to_string();
    let ticked = format!("voor_persoon_{}", writer.nr);
    let heard = [
        ("op", today.as_str()),
        (ticked.as_str(), "ja"),
        ("ouders", "zij willen dat hij blijft"),
        ("leraar", "het lukt niet meer"),
    ];
    directie.fill(&format!("{removal}/horen"), &heard).await.assert_leads_to(&removal);
    let read = parent.get(&own).await;
    read.assert_says("De school las het op");
    read.assert_silent_on("De school heeft nog niet gezegd dat zij het las.");
    read.assert_says("heeft gehoord wat u vindt");
    read.assert_silent_on("gepraat");
    directie.get("/vandaag").await.assert_silent_on("Lezen wat een ouder of leerling schreef over");
    let shown = directie.get(&removal).await;
    shown.assert_says(&format!("de ouders ({})", writer.naam));
    shown.assert_silent_on("Gesprek over verwijdering gevoerd");
    directie.get(&format!("{removal}/horen")).await.assert_says(&format!("U hoorde al: {}.", writer.naam));
    directie.get(&format!("{removal}/besluit")).await.assert_says(&format!("de ouders ({})", writer.naam));
}

/// Given a removal with a school that is willing; then what is asked is all that goes on, and the page does not keep silent about it.
#[tokio::test]
async fn a_page_on_which_something_is_asked_and_nothing_runs_says_where_to_read() {
    let (proef, _, nummer) = given(Verhaallijn::Verwijderd).await;
    let parent = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let page = proef.browser(&parent).await.get(&format!("/mijn/{nummer}")).await;
    page.assert_says("Spreek met die school af");
    page.assert_says("Hieronder leest u wat we u vragen.");
}

/// Given a talk that was moved twice; then its page tells each day that it was on, and which letters are sent no more.
#[tokio::test]
async fn a_talk_that_was_moved_twice_tells_each_of_its_days_and_the_letters_that_lapsed() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let page = format!("/kind/{nummer}/verwijdering/1");
    let work_day = |mut day: base::Date| {
        while [base::dates::Weekday::Saturday, base::dates::Weekday::Sunday].contains(&day.weekday()) {
            day = base::dates::plus_days(day, 1).unwrap();
        }
        day
    };
    let mut days = Vec::new();
    for reden in ["de vader kan die dag niet", "de moeder is ziek"] {
        let stood = proef.kit.dossier(&nummer).await.verwijderingen[0].dag_van_gesprek();
        let week = base::dates::plus_days(proef.kit.moment().vandaag, 7).unwrap();
        let op = work_day(base::dates::plus_days(stood.max(week), 1).unwrap()).to_string();
        let moved = [("op", op.as_str()), ("reden", reden)];
        directie.fill(&format!("{page}/verzetten"), &moved).await.assert_leads_to(&page);
        proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
        days.push(stood);
    }
    let shown = directie.get(&page).await;
    for day in days {
        shown.assert_says(&base::dates::long_nl(day));
    }
    shown.assert_says("de vader kan die dag niet");
    shown.assert_says("de moeder is ziek");
    shown.assert_says("vervallen: gaat niet meer weg");
}

/// Given a removal that is intended; then the list of children finds it by its phase and says so; once it is over, it does not.
#[tokio::test]
async fn a_removal_that_runs_is_found_in_the_list_of_children() {
    let (proef, directie, nummer) = given(Verhaallijn::VerwijderingVoorgenomen).await;
    let fase = proef.kit.dossier(&nummer).await.verwijderingen[0].fase().code();
    let list = directie.get(&format!("/kinderen?fase={fase}")).await;
    list.assert_says(&format!("/kind/{nummer}"));
    list.assert_says("voornemen verwijdering");
    let page = format!("/kind/{nummer}/verwijdering/1");
    directie
        .fill(&format!("{page}/intrekken"), &[("reden", "er is een andere oplossing")])
        .await
        .assert_leads_to(&page);
    directie.get(&format!("/kinderen?fase={fase}")).await.assert_silent_on(&format!("/kind/{nummer}"));
    let teacher = proef.at_school_of(&nummer, Rol::Leerkracht).await;
    let page = teacher.get(&format!("/kind/{nummer}")).await;
    page.assert_silent_on("Er loopt nu niets.");
}
