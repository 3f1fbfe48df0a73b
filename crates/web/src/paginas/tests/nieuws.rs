//! What somebody sees at a glance: what came since they were here, only filters that find something, and what happened, an act a row.

use std::time::Duration;

use super::*;

/// An hour later, which is another visit.
fn later(proef: &Proef) {
    proef.kit.zet(proef.kit.moment().at + Duration::from_hours(1));
}

#[tokio::test]
async fn vandaag_marks_what_others_brought_since_somebody_was_here() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodOpen).await;
    // An hour is longer than a session lasts without being used.
    let ib = async || proef.at_registration_of(&nummer, Rol::Ib).await;
    ib().await.get("/vandaag").await.assert_silent_on("sinds u hier was");
    later(&proef);
    ib().await.get("/vandaag").await.assert_silent_on("sinds u hier was");
    later(&proef);
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    let no = [("antwoord", "nee"), ("toelichting", "Te ver weg.")];
    ouder.fill(&format!("/mijn/{nummer}/aanbod/1"), &no).await.assert_leads_to("/mijn/");
    let marked = "<span class=\"label\">nieuw</span>";
    let page = ib().await.get("/vandaag").await;
    page.assert_says("sinds u hier was, vandaag om");
    assert_eq!(page.body.matches(marked).count(), 2, "one row, and what the mark means: {}", page.body);
    // As long as the visit lasts it stays marked.
    proef.kit.zet(proef.kit.moment().at + Duration::from_mins(10));
    ib().await.get("/vandaag").await.assert_says(marked);
    // Seen is no longer new.
    later(&proef);
    ib().await.get("/vandaag").await.assert_silent_on(marked);
    // What somebody did themselves is no news to them, but it is to a colleague.
    let longer = [("reden", "Er is meer tijd nodig om te kijken."), ("weken", "2")];
    ib().await
        .fill(&format!("/kind/{nummer}/aanmelding/1/verlengen"), &longer)
        .await
        .assert_leads_to("/kind/");
    ib().await.get("/vandaag").await.assert_silent_on(marked);
}

/// Given a parent who says no to an offer, which ends it; when the school looks again, then a box says what happened and by whom, and
/// what somebody did themselves is not in it.
#[tokio::test]
async fn what_others_ended_stands_in_a_box_since_somebody_was_here() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodOpen).await;
    let ib = async || proef.at_registration_of(&nummer, Rol::Ib).await;
    let said = "<h2>Sinds u hier was</h2>";
    ib().await.get("/vandaag").await.assert_silent_on(said);
    later(&proef);
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    let no = [("antwoord", "nee"), ("toelichting", "Te ver weg.")];
    ouder.fill(&format!("/mijn/{nummer}/aanbod/1"), &no).await.assert_leads_to("/mijn/");
    let dossier = proef.kit.dossier(&nummer).await;
    let told = dossier.tijdlijn().into_iter().find(|regel| regel.door.rol == Rol::Ouder).unwrap();
    later(&proef);
    let page = ib().await.get("/vandaag").await;
    page.assert_says(said);
    page.assert_says(&teksten::Taal::Nl.zeg(&told.tekst));
    page.assert_says(&format!("door {}", told.door.naam.unwrap()));
    page.assert_silent_on("Te ver weg.");
    later(&proef);
    ib().await.get("/vandaag").await.assert_silent_on(said);
}

#[tokio::test]
async fn a_list_names_the_promised_day_with_that_of_the_law_and_marks_default_cases() {
    let proef = Proef::start().await;
    let promised = proef.given(Verhaallijn::TlvAangevraagd).await;
    let default = proef.given(Verhaallijn::TlvInGebreke).await;
    let request = proef.kit.dossier(&promised).await.aanvragen[0].clone();
    let on = proef.kit.moment().vandaag;
    let law = web_base::onderdelen::short_date(request.wettelijke_dag().expect("a promise"), on);
    let mark = "<span class=\"label label-laat\">in gebreke gesteld</span>";
    let swv = request.swv.uitkomst.organisatie();
    let decides = proef.browser(&proef.kit.as_at(Rol::Besluitnemer, &swv)).await;
    for page in [decides.get("/loket").await, decides.get("/vandaag").await] {
        page.assert_says(&format!("volgens de wet {law}"));
        page.assert_says(mark);
        let place = |nummer: &base::DossierNummer| page.body.find(nummer.as_str()).unwrap();
        assert!(place(&default) < place(&promised), "what waits too long comes first: {}", page.body);
    }
    let listed = rows(&decides.get("/loket.csv").await);
    let row = listed.iter().find(|row| row[0] == promised.as_str()).unwrap();
    assert_eq!(row[8], request.wettelijke_dag().unwrap().to_string(), "{row:?}");
    // Who asked waits for it, and is not the one who is late.
    let ib = proef.at_school_of(&default, Rol::Ib).await;
    ib.get("/vandaag").await.assert_says(mark);
}

#[tokio::test]
async fn filters_offer_the_kinds_that_are_there() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodOpen).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let page = ib.get("/vandaag").await;
    page.assert_says("<option value=\"aanbod_beantwoorden\"");
    page.assert_silent_on("<option value=\"behoefte_vaststellen\"");
    page.assert_silent_on("<option value=\"besluit_nemen\"");
    let children = ib.get("/kinderen").await;
    let there: Vec<String> =
        rows(&ib.get("/kinderen.csv").await).into_iter().map(|row| row[5].clone()).collect();
    for (code, label) in crate::paginas::kinderen::phases() {
        let offered = children.body.contains(&format!("<option value=\"{code}\""));
        let same = crate::paginas::kinderen::phases().iter().filter(|(_, other)| *other == label).count();
        assert!(offered <= there.iter().any(|phase| phase == label), "{code}: {there:?}");
        assert!(same > 1 || offered == there.iter().any(|phase| phase == label), "{code}: {there:?}");
    }
    // What an address asks for stays chosen, also where it finds nothing.
    ib.get("/vandaag?wat=besluit_nemen").await.assert_says("<option value=\"besluit_nemen\" selected");
}

#[tokio::test]
async fn what_happened_is_a_row_per_act_with_its_letters_below() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodOpen).await;
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let longer = [("reden", "Er is meer tijd nodig om te kijken."), ("weken", "2")];
    ib.fill(&format!("/kind/{nummer}/aanmelding/1/verlengen"), &longer).await.assert_leads_to("/kind/");
    proef.kit.app.make_open_letters(proef.kit.moment()).await.unwrap();
    let address = format!("/kind/{nummer}/tijdlijn");
    let whole = ib.get(&address).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let lines = dossier.tijdlijn();
    let folded = lines.iter().filter(|regel| regel.handeling(&lines).is_some()).count();
    assert!(folded > 0, "{lines:?}");
    assert!(whole.body.contains("Brief: ") && !whole.body.contains("</time>Brief"), "{}", whole.body);
    let parent = &dossier.personen[0].naam;
    whole.assert_says(&format!(", aan {parent}"));
    // The name of the school that is willing stands in the sentence, and not below it once more.
    let willing = &dossier.aanmeldingen[0].aanbiedingen[0].school.schoolnaam;
    whole.assert_silent_on(&format!("<p class=\"getypt\">{willing}</p>"));
    let of_child = ib.get(&format!("{address}?waarover=kind")).await;
    of_child.assert_silent_on("Plek aangeboden");
    let of_case = ib.get(&format!("{address}?waarover=aanmelding&wat=gebeurd")).await;
    of_case.assert_says("Plek aangeboden");
    assert!(of_case.body.matches("<li><time").count() < whole.body.matches("<li><time").count());
    ib.get(&format!("{address}?wat=verbeterd")).await.assert_says("Er is niets dat hierbij past.");
    for wrong in ["waarover=x", "wat=x"] {
        ib.get(&format!("{address}?{wrong}")).await.assert_says("iets dat deze pagina niet kent");
    }
}
