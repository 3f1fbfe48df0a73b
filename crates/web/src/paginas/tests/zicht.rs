//! What lists tell whom: nothing of a case that the viewer may not know of.

use super::*;

/// The row of a child in a list of children, and what the list of others' turns says of it.
async fn told(browser: &Browser, nummer: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let children = rows(&browser.get("/kinderen.csv").await);
    let others = rows(&browser.get("/vandaag-anderen.csv").await);
    let child = children.into_iter().find(|row| row[0] == nummer).unwrap_or_default();
    (child, others.into_iter().filter(|row| row[2] == nummer).collect())
}

/// The name of the school of the first registration.
async fn first_name(proef: &Proef, nummer: &base::DossierNummer) -> String {
    proef.kit.dossier(nummer).await.aanmeldingen[0].schoolnaam.clone()
}

#[tokio::test]
async fn two_schools_of_registration_hear_nothing_of_each_other() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::DoorOuder).await;
    let first = proef.at_registration_of(&nummer, Rol::Ib).await;
    let (before, _) = told(&first, nummer.as_str()).await;
    let dossier = proef.kit.dossier(&nummer).await;
    let enrolled = dossier.inschrijvingen.iter().map(|i| &i.vestiging);
    let known: Vec<_> = enrolled.chain(dossier.aanmeldingen.iter().map(|a| &a.vestiging)).collect();
    let other =
        proef.kit.regio.scholen.iter().find(|school| !known.contains(&&school.school.vestiging)).unwrap();
    let code = other.school.vestiging.as_str();
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.unwrap()).await;
    let chosen = [
        ("school_zoeken", other.school.naam.as_str()),
        ("vestiging", code),
        ("toelichting_ouders", "hij hoort slecht"),
        ("geheim", "nee"),
    ];
    let done = ouder.fill(&format!("/kind/{nummer}/aanmelding/nieuw"), &chosen).await;
    done.assert_leads_to(&format!("/kind/{nummer}/aanmelding/2"));
    // The second school begins: it assesses the need of the child.
    let second = proef.browser(&proef.kit.as_at(Rol::Ib, &other.school.vestiging.organisatie())).await;
    let assessed = [("extra_ondersteuning", "ja"), ("toelichting", "hulp bij rekenen")];
    second.fill(&format!("/kind/{nummer}/aanmelding/2/behoefte"), &assessed).await.assert_leads_to("/kind/");
    let (child, others) = told(&second, nummer.as_str()).await;
    assert_eq!(child[5], AanmeldingFase::BehoefteVastgesteld.label());
    assert!(others.is_empty(), "{others:?}");
    let (child, others) = told(&first, nummer.as_str()).await;
    assert_eq!(child, before, "nothing changed for the first school");
    assert!(others.is_empty(), "{others:?}");
    let phase = AanmeldingFase::BehoefteVastgesteld.code();
    let filtered = rows(&first.get(&format!("/kinderen.csv?fase={phase}")).await);
    assert!(filtered.iter().all(|row| row[0] != nummer.as_str()), "a filter tells it neither: {filtered:?}");
    // Nor do their pages.
    first.get(&format!("/kind/{nummer}")).await.assert_silent_on(&other.school.naam);
    for (browser, theirs) in [(&first, "aanmelding/2"), (&second, "aanmelding/1")] {
        browser.get(&format!("/kind/{nummer}")).await.assert_silent_on(theirs);
        let closed = browser.get(&format!("/kind/{nummer}/{theirs}")).await;
        assert_eq!(closed.status, StatusCode::NOT_FOUND, "{theirs}");
    }
    // Nor who looked: each has looked by now.
    let own = first_name(&proef, &nummer).await;
    for (browser, theirs) in [(&first, other.school.naam.as_str()), (&second, own.as_str())] {
        for address in [format!("/kind/{nummer}/inzage"), format!("/kind/{nummer}/inzage.csv")] {
            let page = browser.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            let log = page.body.split("<main").last().unwrap_or_default();
            assert!(!log.contains(theirs), "{address} names {theirs}: {log}");
        }
    }
}

#[tokio::test]
async fn a_teacher_has_the_children_of_the_group_and_of_their_cases_the_plan_alone() {
    let proef = Proef::start().await;
    // Enough children that some are in the group of the teacher.
    given(&proef, &[Verhaallijn::TlvGeadviseerd; 12]).await;
    let (ib, teacher) = (proef.as_(Rol::Ib).await, proef.as_(Rol::Leerkracht).await);
    let all = rows(&teacher.get("/kinderen.csv").await);
    let running = rows(&ib.get(&format!("/kinderen.csv?fase={}", TlvFase::Geadviseerd.code())).await);
    assert!(all.iter().any(|row| running.iter().any(|other| other[0] == row[0])), "{running:?}");
    assert!(
        !all.is_empty() && all.iter().all(|row| row[5] == "ingeschreven" && row[6..] == ["", "", ""]),
        "{all:?}"
    );
    for phase in TlvFase::ALL {
        let filtered = rows(&teacher.get(&format!("/kinderen.csv?fase={}", phase.code())).await);
        assert!(filtered.is_empty(), "{phase:?}");
    }
    assert!(rows(&teacher.get("/kinderen.csv?wacht-op=loket").await).is_empty());
    assert!(rows(&teacher.get("/vandaag-anderen.csv").await).is_empty());
    let today = teacher.get("/vandaag").await;
    today.assert_says("De kinderen van uw groep");
    // The school makes a plan for one of them: that, and nothing else, is known to the teacher.
    let child = all.iter().find(|row| running.iter().any(|other| other[0] == row[0])).unwrap()[0].clone();
    let begun = ib.fill(&format!("/kind/{child}/plan/nieuw"), &[("soort", "opp_licht")]).await;
    begun.assert_leads_to(&format!("/kind/{child}/plan/1"));
    let others = rows(&teacher.get("/vandaag-anderen.csv").await);
    assert!(!others.is_empty() && others.iter().all(|row| row[2] == child), "{others:?}");
}
