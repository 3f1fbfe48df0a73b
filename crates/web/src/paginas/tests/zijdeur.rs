//! Ways by which somebody would get a role, or a word of another, by a side door: as pages show them.

use dossier::Rol;

use crate::weg::proef::Proef;

#[tokio::test]
async fn an_address_of_a_family_that_nobody_proved_gives_a_link_and_no_offer() {
    let proef = Proef::start().await;
    let boss = proef.browser(&proef.kit.as_(Rol::Organisatiebeheerder)).await;
    let nummer = proef.given(demo::dossiers::Verhaallijn::AanbodOpen).await;
    let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let account = proef.kit.app.storage.account(&kijker.actor.persoon).await.unwrap().unwrap();
    let fields = [("naam", account.naam.as_str()), ("e_mail", account.e_mail.as_str()), ("rol", "ib")];
    let given = boss.post("/accounts", &fields).await;
    given.assert_says("Eenmalige link");
    given.assert_says("Niemand heeft bewezen");
    let parent = proef.browser(&kijker).await;
    parent.get("/rol").await.assert_silent_on("Een rol die u is aangeboden");
    let link = given.body.split("/activeer/").nth(1).unwrap().split(['"', '<', ' ']).next().unwrap();
    let page = format!("/activeer/{link}");
    let stranger = proef.nobody();
    let asked = stranger.get(&page).await;
    asked.assert_says("name=\"e_mail\"");
    asked.assert_silent_on(&account.e_mail);
    let chosen = |e_mail| {
        [("e_mail", e_mail), ("wachtwoord", "de reiger staat stil"), ("nogmaals", "de reiger staat stil")]
    };
    let taken = stranger.post(&page, &chosen(&account.e_mail)).await;
    taken.assert_refused();
    taken.assert_says("hoort al een account");
    stranger.post(&page, &chosen("nina@nieuweling.example")).await.assert_leads_to("/");
}

#[tokio::test]
async fn what_a_school_writes_for_a_parent_stands_beside_the_own_words_and_the_parent_is_asked() {
    let proef = Proef::start().await;
    let nummer = loop {
        let nummer = proef.given(demo::dossiers::Verhaallijn::TlvAangevraagd).await;
        if proef.kit.ouder(&nummer).await.is_some() {
            break nummer;
        }
    };
    let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
    let dossier = proef.kit.dossier(&nummer).await;
    let mine = dossier.personen.iter().find(|one| one.account.as_ref() == Some(&kijker.actor.persoon));
    let van = format!("persoon-{}", mine.unwrap().nr);
    let parent = proef.browser(&kijker).await;
    let (own, page) = (format!("/mijn/{nummer}"), format!("/kind/{nummer}/aanvraag/1"));
    let no = [("eens", "nee"), ("tekst", "Ik ben het er niet mee eens.")];
    parent.fill(&format!("{own}/mening/1"), &no).await.assert_leads_to(&own);
    parent.get(&own).await.assert_silent_on("De school schreef");
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let yes =
        [("van", van.as_str()), ("eens", "ja"), ("tekst", "Moeder belde: zij is nu voor."), ("papier", "ja")];
    ib.fill(&format!("{page}/zienswijze"), &yes).await.assert_leads_to(&page);
    let swv = dossier.aanvragen[0].swv_organisatie();
    let loket = proef.browser(&proef.kit.as_at(Rol::Loket, &swv)).await;
    let read = loket.get(&page).await;
    read.assert_says("niet eens: „Ik ben het er niet mee eens.”");
    read.assert_says("ingevoerd door de school, eens: „Moeder belde");
    let told = parent.get(&own).await;
    told.assert_says("De school schreef op");
    told.assert_says("Moeder belde: zij is nu voor.");
    told.assert_says("Zeg wat u van de aanvraag vindt.");
}
