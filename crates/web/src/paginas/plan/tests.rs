//! A plan by its pages: made by the school, agreed to on the own page; and what differs between two versions.

use std::sync::Arc;

use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::plan::staat::PlanFase;

use dossier::plan::feiten::UitstroomBeschreven;
use dossier::plan::staat::Plandelen;
use teksten::Taal;

use super::verschil::verschil;
use crate::weg::proef::Proef;

fn versie(bestemming: &str) -> Plandelen {
    let uitstroom = UitstroomBeschreven {
        plan: 1,
        versie: 1,
        bestemming: bestemming.to_owned(),
        onderbouwing: "Sam leert met de handen.".to_owned(),
        wijkt_af: false,
        afwijkingen: String::new(),
        soort_arbeid: String::new(),
    };
    Plandelen { uitstroom: Some(Arc::new(uitstroom)), ..Plandelen::default() }
}

#[test]
fn only_what_is_other_is_told_with_what_stood_there() {
    let told = verschil(&versie("vmbo"), &versie("havo"), Taal::Nl);
    let told: Vec<_> = told.into_iter().map(|(naam, was, is)| (Taal::Nl.zeg(naam), was, is)).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].1.as_str(), told[0].2.as_str()), ("vmbo", "havo"));
    assert!(verschil(&versie("vmbo"), &versie("vmbo"), Taal::Nl).is_empty());
}

#[tokio::test]
async fn a_school_makes_a_plan_and_a_parent_agrees_to_it_on_the_own_page() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let child = format!("/kind/{nummer}");
    ib.get(&child).await.assert_says("Een plan beginnen");
    ib.fill(&format!("{child}/plan/nieuw"), &[("soort", "opp_licht")])
        .await
        .assert_leads_to(&format!("{child}/plan/1?na=begonnen"));
    let page = format!("{child}/plan/1");
    ib.get(&page).await.assert_says("Wat vraagt de wet?");
    ib.get(&format!("{page}/vaststellen")).await.assert_says("ligt geen versie van het plan bij de ouders");
    let written = [
        ("bestemming", "vmbo"),
        ("onderbouwing", "Leert met de handen."),
        ("belemmerend", "Veel geluid."),
        ("bevorderend", "Vaste gezichten."),
        ("begeleiding", "Drie keer in de week lezen."),
        ("tot_en_met", "31-7-2027"),
        ("cyclus_weken", "0"),
    ];
    ib.fill(&format!("{page}/schrijven"), &written).await.assert_leads_to(&format!("{page}?na=schrijven"));
    let form = format!("/mijn/{nummer}/instemmen/1");
    ouder.get(&format!("/mijn/{nummer}")).await.assert_says("/instemmen/1");
    ouder.get(&form).await.assert_says("Drie keer in de week lezen.");
    ouder
        .fill(&form, &[("handelingsdeel", "1")])
        .await
        .assert_leads_to(&format!("/mijn/{nummer}?na=ingestemd"));
    let plan = proef.kit.dossier(&nummer).await.plannen[0].clone();
    assert_eq!((plan.fase(), plan.stemmen.len()), (PlanFase::Voorgelegd, 1));
    ib.get(&page).await.assert_says("Stemt in");
    ib.get(&format!("/api/v1/dossiers/{nummer}/beeld"))
        .await
        .assert_says("\"begeleiding\":\"Drie keer in de week lezen.\"");
}

#[tokio::test]
async fn a_parent_who_says_no_reads_it_all_in_the_chosen_language_and_gets_a_letter() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::PlanLigtVoor).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    ouder.post("/mijn/taal", &[("taal", "en"), ("terug", "/mijn")]).await;
    let plan = ouder.get(&format!("/kind/{nummer}/plan/1")).await;
    plan.assert_says("What makes learning hard");
    plan.assert_silent_on("Wat vraagt de wet?");
    let form = format!("/mijn/{nummer}/niet-instemmen/1");
    ouder.get(&form).await.assert_silent_on("Wilt u zeggen waarom?");
    let said = [("reden", "Too few hours.")];
    ouder.fill(&form, &said).await.assert_leads_to(&format!("/mijn/{nummer}?na=niet-ingestemd"));
    ouder.get(&format!("/mijn/{nummer}")).await.assert_says("you did not agree to the action part");
    proef.kit.app.make_open_letters(proef.kit.moment()).await.expect("letters");
    let letters = proef.kit.dossier(&nummer).await.brieven;
    let told: Vec<&str> = letters.iter().map(|brief| brief.inhoud.soort.as_str()).collect();
    assert!(told.contains(&"geen_instemming"), "{told:?}");
    // An old form clashes with a help that changed since.
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let changed =
        [("begeleiding", "Elke dag samen lezen."), ("tot_en_met", "31-7-2027"), ("cyclus_weken", "0")];
    ib.fill(&format!("/kind/{nummer}/plan/1/schrijven"), &changed).await.assert_leads_to("/kind/");
    let late = ouder.fill(&format!("/mijn/{nummer}/instemmen/1"), &[("handelingsdeel", "1")]).await;
    late.assert_refused();
}

#[tokio::test]
async fn a_parent_from_whom_places_are_secret_answers_on_the_own_page_and_reads_no_place_there() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::PlanLigtVoor).await;
    let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let dossier = proef.kit.dossier(&nummer).await;
    let own = |one: &&dossier::staat::Persoon| one.account.as_ref() == Some(&kijker.actor.persoon);
    let nr = dossier.personen.iter().find(own).expect("in the file").nr;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let hide = serde_json::json!({
        "versie": dossier.versie,
        "velden": { "geheim": "ja", "voor_personen": [nr], "bron": "beschikking" },
    });
    let set =
        ib.json(&format!("/api/v1/dossiers/{nummer}/opdrachten/zet_geheimhouding"), "geheim", &hide).await;
    assert_eq!(set.status, axum::http::StatusCode::OK, "{}", set.body);
    let parent = proef.browser(&kijker).await;
    let school = &dossier.plannen[0].schoolnaam;
    parent.get(&format!("/mijn/{nummer}")).await.assert_says("/niet-instemmen/1");
    let form = format!("/mijn/{nummer}/niet-instemmen/1");
    parent.get(&form).await.assert_silent_on(school);
    let said = [("reden", "Te weinig uren.")];
    parent.fill(&form, &said).await.assert_leads_to(&format!("/mijn/{nummer}?na=niet-ingestemd"));
    let words = proef.kit.dossier(&nummer).await.plannen[0].stemmen.clone();
    assert_eq!(words.last().map(|said| (said.ja, said.namens)), Some((false, false)));
}

#[tokio::test]
async fn a_talk_with_one_of_two_parents_is_recorded_with_why_and_a_yes_after_a_no_makes_the_help_hold() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::PlanZonderInstemming).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let page = format!("/kind/{nummer}/plan/1");
    ib.get(&page).await.assert_says("geldt nog niet: daar is nog geen instemming voor");
    ib.get(&format!("{page}/overleg"))
        .await
        .assert_says("Komt er met een andere ouder met gezag geen gesprek?");
    let dossier = proef.kit.dossier(&nummer).await;
    let today = proef.kit.moment().vandaag;
    let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let parent = proef.browser(&kijker).await;
    for one in dossier.stemmen_op(today) {
        let known = one.persoon().and_then(|nr| dossier.persoon(nr)).expect("a parent");
        if known.account.as_ref() == Some(&kijker.actor.persoon) {
            parent.get(&format!("/mijn/{nummer}")).await.assert_says("/instemmen/1");
            let said = parent.fill(&format!("/mijn/{nummer}/instemmen/1"), &[]).await;
            said.assert_leads_to(&format!("/mijn/{nummer}?na=ingestemd"));
            continue;
        }
        let voice = dossier::opdracht::velden::VanStem::in_veld(one);
        let said = ib.fill(&format!("{page}/instemming"), &[("van", voice.as_str())]).await;
        said.assert_leads_to(&format!("{page}?na=instemming"));
    }
    ib.fill(&format!("{page}/vaststellen"), &[]).await.assert_leads_to(&format!("{page}?na=vaststellen"));
    ib.get(&page).await.assert_silent_on("geldt nog niet");
    assert_eq!(proef.kit.dossier(&nummer).await.plannen[0].fase(), PlanFase::Vastgesteld);
}

#[tokio::test]
async fn the_page_of_an_adopted_plan_says_of_which_day_the_answer_of_the_law_is_and_asks_nothing() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::PlanRondes).await;
    let plan = proef.kit.dossier(&nummer).await.plannen[0].clone();
    let last = plan.laatst_vastgesteld().expect("adopted").besluit.op;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let page = ib.get(&format!("/kind/{nummer}/plan/1")).await;
    page.assert_says(&format!("Zoals het was op {}", Taal::Nl.korte_dag(last)));
    page.assert_silent_on("Voordat dit plan wordt vastgesteld");
    page.assert_silent_on("geldt nog niet");
}

#[tokio::test]
async fn a_partnership_reads_no_plan_also_not_of_a_child_of_which_it_handles_a_request() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let begun = ib.fill(&format!("/kind/{nummer}/plan/nieuw"), &[("soort", "opp_licht")]).await;
    begun.assert_leads_to(&format!("/kind/{nummer}/plan/1?na=begonnen"));
    let swv = proef.kit.dossier(&nummer).await.aanvragen[0].swv.uitkomst.organisatie();
    for rol in [Rol::Loket, Rol::Besluitnemer] {
        let reader = proef.browser(&proef.kit.as_at(rol, &swv)).await;
        let child = reader.get(&format!("/kind/{nummer}/aanvraag/1")).await;
        assert_eq!(child.status, axum::http::StatusCode::OK, "the request is theirs: {rol:?}");
        let page = reader.get(&format!("/kind/{nummer}/plan/1")).await;
        assert_eq!(page.status, axum::http::StatusCode::NOT_FOUND, "{rol:?}: {}", page.body);
        let beeld = reader.get(&format!("/api/v1/dossiers/{nummer}/beeld")).await;
        beeld.assert_silent_on("\"opp_licht\"");
    }
}

#[tokio::test]
async fn a_talk_sheet_tells_the_plan_in_order_and_to_each_what_they_may_read() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::PlanLigtVoor).await;
    let plan = proef.kit.dossier(&nummer).await.plannen[0].clone();
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    ib.get(&format!("/kind/{nummer}/plan/1")).await.assert_says("/plan/1/praatblad");
    let address = format!("/kind/{nummer}/plan/1/praatblad");
    let sheet = ib.get(&address).await;
    let factors = plan.delen.factoren.as_ref().expect("factors").belemmerend.clone();
    let goals = &plan.delen.handelingsdeel.as_ref().expect("an action part").doelen;
    for told in goals.iter().map(|doel| doel.wat.as_str()).chain([factors.as_str(), "Wat spreken we af?"]) {
        sheet.assert_says(told);
    }
    // Who reads no factors of a plan reads none on its sheet.
    let directie = proef.at_school_of(&nummer, Rol::Directie).await;
    let theirs = directie.get(&format!("/kind/{nummer}/plan/1")).await;
    let reads = theirs.body.contains(&factors);
    assert_eq!(directie.get(&address).await.body.contains(&factors), reads);
    // A child is no other child: nobody reads the sheet of who has none.
    let other = proef.given(Verhaallijn::Ingeschreven).await;
    let page = ib.get(&format!("/kind/{other}/plan/1/praatblad")).await;
    assert_ne!(page.status, axum::http::StatusCode::OK);
}
