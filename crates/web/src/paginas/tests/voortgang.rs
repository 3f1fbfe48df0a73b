//! A request on its way: what parents read before they are asked, an expert who stops, what was taken back, and what comes after.

use app::accounts::Beheer;
use axum::http::StatusCode;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::toegang::Kijker;

use crate::paginas::aanvraag::tests::{Toneel, send};
use crate::weg::proef::Browser;

const NEED: &str = "Rust, en een groep van twaalf.";

async fn parent(toneel: &Toneel) -> Browser {
    let kijker = toneel.proef.kit.ouder(&toneel.nummer).await.expect("a parent with a page");
    toneel.proef.browser(&kijker).await
}

/// The school fills in the need of the child and lays the request before the parents.
async fn lay(toneel: &Toneel, ib: &Browser, need: &str) {
    let typed = [("ondersteuningsbehoefte", need)];
    send(ib, &toneel.page(), &toneel.page(), &typed).await.assert_leads_to(&toneel.page());
    let address = toneel.below("voorleggen");
    ib.get(&address).await.assert_says(need);
    send(ib, &address, &address, &[]).await.assert_leads_to(&toneel.page());
}

#[tokio::test]
async fn a_parent_reads_the_request_before_it_is_sent_and_what_changed_since_is_named() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let (ib, ouder) = (toneel.ib().await, parent(&toneel).await);
    lay(&toneel, &ib, NEED).await;
    ouder.get(&toneel.page()).await.assert_says(NEED);
    let form = format!("/mijn/{}/mening/1", toneel.nummer);
    ouder.get(&form).await.assert_says(NEED);
    let said = [("eens", "ja"), ("tekst", "Dat klopt.")];
    ouder.fill(&form, &said).await.assert_leads_to(&format!("/mijn/{}", toneel.nummer));
    let last = toneel.request().await;
    let version = last.ligt_voor().map(|laid| laid.versie);
    assert_eq!(last.zienswijzen.last().and_then(|view| view.over), version);
    ouder.get(&toneel.page()).await.assert_silent_on("Sindsdien veranderd");
    lay(&toneel, &ib, "Toch iets anders.").await;
    ouder.get(&toneel.page()).await.assert_says("Sindsdien veranderd");
    // Over the interface too.
    let seen = toneel.request().await;
    assert_eq!(seen.veranderd_sinds(seen.zienswijzen.last().unwrap()).len(), 1);
    assert_eq!(toneel.at_swv(Rol::Loket).await.get(&toneel.page()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_other_than_the_parents_read_is_told_before_it_is_sent() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let (ib, ouder) = (toneel.ib().await, parent(&toneel).await);
    lay(&toneel, &ib, NEED).await;
    let form = format!("/mijn/{}/mening/1", toneel.nummer);
    let said = [("eens", "ja"), ("tekst", "Dat klopt.")];
    ouder.fill(&form, &said).await.assert_leads_to(&format!("/mijn/{}", toneel.nummer));
    let last = toneel.below("versturen");
    ib.get(&last).await.assert_silent_on("Veranderd sinds de ouders lazen");
    let other = [("ondersteuningsbehoefte", "Toch iets heel anders.")];
    send(&ib, &toneel.page(), &toneel.page(), &other).await.assert_leads_to(&toneel.page());
    let page = ib.get(&last).await;
    page.assert_says("Veranderd sinds de ouders lazen");
    page.assert_says("Toch iets heel anders.");
    page.assert_says(NEED);
    page.assert_says("Laat het opnieuw lezen");
    page.assert_says(&format!("href=\"{}\"", toneel.below("voorleggen")));
    // Their yes stays to be read, and is no yes to this.
    let form = ib.get(&toneel.page()).await;
    form.assert_says("eens met versie");
}

#[tokio::test]
async fn an_expert_gives_an_assignment_back_and_the_desk_hears_of_it() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let asked = toneel.request().await.toewijzingen[0].persoon.clone();
    let expert = toneel.experts().await.into_iter().find(|kijker| kijker.actor.persoon == asked).unwrap();
    let browser = toneel.proef.browser(&expert).await;
    let address = toneel.below("deskundigen/1/einde");
    browser.get(&toneel.page()).await.assert_says(&format!("href=\"{address}\""));
    assert_eq!(browser.get(&toneel.below("deskundigen/2/einde")).await.status, StatusCode::NOT_FOUND);
    send(&browser, &address, &address, &[("reden", "Ik ken dit gezin.")]).await.assert_leads_to("/advies");
    let loket = toneel.at_swv(Rol::Loket).await;
    loket.get("/vandaag?wat=andere_deskundige_kiezen").await.assert_says(&toneel.page());
}

#[tokio::test]
async fn the_desk_sees_on_vandaag_which_requests_wait_for_an_expert_who_left() {
    let toneel = Toneel::of(Verhaallijn::TlvGeenAdvies).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let kop = "Een deskundige werkt niet meer bij u";
    loket.get("/vandaag").await.assert_silent_on(kop);
    let list = "/api/v1/aanvragen-zonder-deskundige";
    loket.get(list).await.assert_says("\"totaal\":0");
    let asked = toneel.request().await.toewijzingen[0].persoon.clone();
    let kit = &toneel.proef.kit;
    for held in kit.app.storage.rollen(&asked).await.unwrap() {
        let today = kit.moment().vandaag;
        kit.app.end_rol(Beheer::Machine, &asked, held.id, today, kit.moment()).await.unwrap();
    }
    let page = loket.get("/vandaag").await;
    page.assert_says(kop);
    page.assert_says(&format!("href=\"{}\"", toneel.below("deskundigen")));
    let told = loket.get(list).await;
    told.assert_says("\"totaal\":1");
    told.assert_says(&format!("\"deskundige\":\"{asked}\""));
    let other: Kijker = kit.as_at(Rol::Besluitnemer, &toneel.swv().await.organisatie());
    let other = toneel.proef.browser(&other).await;
    other.get("/vandaag").await.assert_silent_on(kop);
    assert_eq!(other.get(list).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_queue_says_how_many_of_the_experts_advised_who_and_for_whom_it_waits() {
    let toneel = Toneel::of(Verhaallijn::TlvEenAdvies).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let request = toneel.request().await;
    let advised = request.adviseurs().next().expect("one advised").naam.clone();
    let waits = request.toewijzingen_open().next().expect("one did not").naam.clone();
    let page = loket.get("/loket").await;
    for told in ["1 van 2", &format!("advies van {advised}"), &format!("wacht op {waits}")] {
        page.assert_says(told);
    }
    loket.get("/loket?adviezen=deel").await.assert_says(&toneel.page());
    for other in ["vragen", "geen", "compleet"] {
        loket.get(&format!("/loket?adviezen={other}")).await.assert_silent_on(&toneel.page());
    }
    loket.get("/loket.csv").await.assert_says(&format!("1 van 2;een deel van de adviezen;{advised};{waits}"));
    let rows = loket.get("/api/v1/aanvragen?adviezen=deel").await;
    for told in ["\"adviezen\":1", "\"adviezen_nodig\":2", "\"stand_adviezen\":\"deel\""] {
        rows.assert_says(told);
    }
    rows.assert_says(&format!("\"wacht_op_advies_van\":\"{waits}\""));
    // The expert who did not advise stops: another has to be asked.
    let number = request.toewijzingen.iter().position(|asked| asked.naam == waits).unwrap() + 1;
    let address = toneel.below(&format!("deskundigen/{number}/einde"));
    send(&loket, &address, &address, &[("reden", "Ziek, en nog weken niet aan het werk.")]).await;
    let page = loket.get("/loket?adviezen=vragen").await;
    page.assert_says("nog een deskundige vragen");
    page.assert_silent_on(&format!("wacht op {waits}"));
}

#[tokio::test]
async fn the_queue_names_the_other_category_that_is_asked() {
    let toneel = Toneel::of(Verhaallijn::TlvAndereCategorie).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    let dossier = toneel.proef.kit.dossier(&toneel.nummer).await;
    let asked = dossier.aanvragen.iter().find_map(|aanvraag| aanvraag.andere_categorie.as_ref());
    let categorie = asked.expect("a request for another category").categorie;
    loket.get("/loket").await.assert_says(&format!(", andere categorie: {categorie}"));
    let rows = loket.get("/api/v1/aanvragen").await;
    rows.assert_says(&format!("\"andere_categorie\":{categorie}"));
}

/// Ends a role of everybody who holds it at an organisation.
async fn end_for_all(toneel: &Toneel, rol: Rol, place: &base::OrganisatieId) {
    let kit = &toneel.proef.kit;
    let today = kit.moment().vandaag;
    for held in kit.regio.medewerkers().iter().filter(|held| held.rol == rol && held.organisatie == *place) {
        for one in kit.app.storage.rollen(&held.account).await.unwrap() {
            if one.rol == rol.code() && one.organisatie == *place {
                kit.app.end_rol(Beheer::Machine, &held.account, one.id, today, kit.moment()).await.unwrap();
            }
        }
    }
}

#[tokio::test]
async fn work_of_a_role_that_nobody_holds_is_told_to_who_can_see_to_it_until_somebody_has_it() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let kit = &toneel.proef.kit;
    let school = toneel.request().await.vestiging.organisatie();
    let said = "Er is bij uw organisatie niemand met de rol intern begeleider.";
    let [head, boss] = [Rol::Directie, Rol::Organisatiebeheerder].map(|rol| kit.as_at(rol, &school));
    let (head, boss) = (toneel.proef.browser(&head).await, toneel.proef.browser(&boss).await);
    head.get("/vandaag").await.assert_silent_on(said);
    boss.get("/accounts").await.assert_silent_on(said);
    let last = kit.as_at(Rol::Ib, &school).actor.persoon;
    let held = kit.app.storage.rollen(&last).await.unwrap()[0].id.to_string();
    let asked = boss.post(&format!("/accounts/{last}/rol-beeindigen"), &[("rol", &held)]).await;
    asked.assert_says("Daarna heeft bij uw organisatie niemand meer deze rol: intern begeleider.");
    end_for_all(&toneel, Rol::Ib, &school).await;
    let page = head.get("/vandaag").await;
    page.assert_says(said);
    page.assert_says("Er wacht 1 beurt, en niemand ziet die op Vandaag.");
    page.assert_says("Vraag de beheerder van uw organisatie om iemand deze rol te geven: ");
    let page = boss.get("/accounts").await;
    page.assert_says(said);
    // Whoever reads no files is told no small count.
    page.assert_says("Er wachten minder dan 5 beurten");
    page.assert_says("/accounts?rol=ib#toegang-geven");
    boss.get("/accounts?rol=ib").await.assert_says("<option value=\"ib\" selected>");
    let anew = [("naam", "R. van der Karekiet"), ("e_mail", "karekiet@school.example"), ("rol", "ib")];
    boss.post("/accounts", &anew).await.assert_says("Eenmalige link");
    boss.get("/accounts").await.assert_silent_on(said);
    head.get("/vandaag").await.assert_silent_on(said);
}

#[tokio::test]
async fn an_advice_is_taken_back_with_why_and_given_anew() {
    let toneel = Toneel::of(Verhaallijn::TlvGeadviseerd).await;
    let signed = toneel.request().await.adviezen[0].door[0].clone();
    let expert = toneel.experts().await.into_iter().find(|kijker| kijker.actor.persoon == signed).unwrap();
    let browser = toneel.proef.browser(&expert).await;
    let address = toneel.below("advies/herzien");
    browser.get(&toneel.page()).await.assert_says("Uw advies herzien");
    let back = [("waarom", "De categorie klopte niet.")];
    send(&browser, &address, &address, &back).await.assert_leads_to(&toneel.below("advies"));
    let page = browser.get(&toneel.page()).await;
    page.assert_says("De categorie klopte niet.");
    page.assert_says("Teruggenomen op");
    assert_eq!(browser.get(&toneel.below("advies")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_request_that_was_taken_back_stays_in_the_queue_with_its_reason() {
    let toneel = Toneel::of(Verhaallijn::TlvAanvraagIngetrokken).await;
    let loket = toneel.at_swv(Rol::Loket).await;
    loket.get("/loket").await.assert_silent_on(&toneel.page());
    loket.get("/loket?fase=tlv_aanvraag_ingetrokken").await.assert_says(&toneel.page());
    let reason = toneel.proef.kit.dossier(&toneel.nummer).await;
    let told = reason.feiten.iter().rev().find_map(|feit| match feit.gebeurtenis() {
        Some(dossier::Gebeurtenis::TlvAanvraagIngetrokken(event)) => Some(event.reden.clone()),
        _ => None,
    });
    loket.get(&toneel.page()).await.assert_says(&told.unwrap());
    let ib = toneel.ib().await;
    let address = toneel.below("vervolg");
    ib.get(&toneel.page()).await.assert_says(&format!("href=\"{address}\""));
    let how = [("hoe", "Met hulp in de klas.")];
    send(&ib, &address, &address, &how).await.assert_leads_to(&toneel.page());
    let page = ib.get(&toneel.page()).await;
    page.assert_says("Met hulp in de klas.");
    page.assert_silent_on(&format!("href=\"{address}\""));
}

#[tokio::test]
async fn a_death_is_told_on_the_pages_of_a_case_and_nothing_is_asked_there() {
    let toneel = Toneel::of(Verhaallijn::TlvGestart).await;
    let ib = toneel.ib().await;
    let child = format!("/kind/{}", toneel.nummer);
    let address = format!("{child}/gegevens/overlijden");
    ib.fill(&address, &[("op", "22-11-2026")]).await.assert_leads_to(&child);
    for page in [&child, &toneel.page()] {
        let seen = ib.get(page).await;
        seen.assert_says("Alles wat liep, is gestopt.");
        seen.assert_silent_on("Aanvraag intrekken");
    }
}
