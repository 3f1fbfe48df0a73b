use axum::http::StatusCode;
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::beurt::Zet;

use crate::weg::proef::{Browser, Proef};

mod later;
mod vraagt;

struct Toneel {
    proef: Proef,
    ouder: Browser,
    nummer: DossierNummer,
}

impl Toneel {
    async fn open() -> Self {
        let proef = Proef::start().await;
        let nummer = proef.given(Verhaallijn::NetAangemeld).await;
        let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
        let ouder = proef.browser(&kijker).await;
        Self { proef, ouder, nummer }
    }

    fn address(&self) -> String {
        format!("/mijn/{}/contact", self.nummer)
    }

    async fn contacts(&self) -> usize {
        let dossier = self.proef.kit.dossier(&self.nummer).await;
        dossier.feiten.iter().filter(|feit| feit.inhoud.event_type() == "eerst_contact_gemeld").count()
    }
}

const TALK: [(&str, &str); 3] =
    [("school", "De Strandloper"), ("op", "2-11-2026"), ("gezegd", "Er was geen plaats & geen tijd.")];

#[tokio::test]
async fn a_form_of_a_parent_that_is_pressed_twice_is_done_once() {
    let toneel = Toneel::open().await;
    let form = toneel.ouder.get(&toneel.address()).await;
    let fields: Vec<(&str, &str)> = [("versie", form.version())].into_iter().chain(TALK).collect();
    for _ in 0..2 {
        let done = toneel.ouder.post(&toneel.address(), &fields).await;
        done.assert_leads_to(&format!("/mijn/{}?na=contact", toneel.nummer));
    }
    assert_eq!(toneel.contacts().await, 1);
}

#[tokio::test]
async fn what_a_parent_typed_is_kept_for_that_parent_and_goes_when_it_is_sent() {
    let toneel = Toneel::open().await;
    let kept: Vec<(&str, &str)> = TALK.into_iter().chain([("bewaar", "ja")]).collect();
    toneel.ouder.fill(&toneel.address(), &kept).await.assert_says("value=\"De Strandloper\"");
    assert_eq!(toneel.contacts().await, 0, "kept, not sent");
    let again = toneel.ouder.get(&toneel.address()).await;
    again.assert_says("Er was geen plaats &#38; geen tijd.");
    again.assert_says("Dit formulier is ingevuld met wat u eerder bewaarde.");
    toneel.ouder.fill(&toneel.address(), &TALK).await.assert_leads_to("/mijn/");
    toneel.ouder.get(&toneel.address()).await.assert_silent_on("De Strandloper");
}

#[tokio::test]
async fn what_a_parent_typed_is_still_there_after_a_death_that_was_recorded_by_mistake() {
    let toneel = Toneel::open().await;
    let draft = format!("/concept?formulier=meld_eerste_contact&dossier={}", toneel.nummer);
    let typed = [("veld", "gezegd"), ("versie", "0"), ("waarde", "Er was geen plaats.")];
    assert_eq!(toneel.ouder.post(&draft, &typed).await.status, axum::http::StatusCode::OK);
    let kit = &toneel.proef.kit;
    let file = kit.dossier(&toneel.nummer).await;
    let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
    let child = format!("/kind/{}", toneel.nummer);
    let died = ib.fill(&format!("{child}/gegevens/overlijden"), &[("op", "22-11-2026")]).await;
    died.assert_leads_to(&child);
    let over = toneel.ouder.fill(&toneel.address(), &TALK).await;
    over.assert_says("Er was geen plaats &#38; geen tijd.");
    over.assert_says("de school bellen als u iets wilt vragen");
    let back = format!("{child}/verbeteren/{}", file.versie + 1);
    ib.fill(&back, &[("waarom", "verkeerde leerling")]).await.assert_leads_to(&child);
    toneel.ouder.get(&toneel.address()).await.assert_says("Er was geen plaats.");
}

#[tokio::test]
async fn a_parent_whose_file_changed_meanwhile_is_told_and_keeps_the_text() {
    let toneel = Toneel::open().await;
    let form = toneel.ouder.get(&toneel.address()).await;
    let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
    let need = [("extra_ondersteuning", "nee"), ("toelichting", "Geen zorgen.")];
    let assess = format!("/kind/{}/aanmelding/1/behoefte", toneel.nummer);
    ib.fill(&assess, &need).await.assert_leads_to("/kind/");
    let fields: Vec<(&str, &str)> = [("versie", form.version())].into_iter().chain(TALK).collect();
    let late = toneel.ouder.post(&toneel.address(), &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.assert_says("Er is net iets veranderd");
    late.assert_says("value=\"De Strandloper\"");
    assert_eq!(toneel.contacts().await, 0);
    let empty = toneel.ouder.fill(&toneel.address(), &[("school", "")]).await;
    empty.assert_refused();
    empty.assert_says("Vul in op welke dag het was.");
}

#[tokio::test]
async fn a_form_that_was_kept_is_on_the_own_page_and_can_be_thrown_away_there() {
    let toneel = Toneel::open().await;
    let own = format!("/mijn/{}", toneel.nummer);
    toneel.ouder.get(&own).await.assert_silent_on("Nog niet verstuurd");
    let kept: Vec<(&str, &str)> = TALK.into_iter().chain([("bewaar", "ja")]).collect();
    toneel.ouder.fill(&toneel.address(), &kept).await;
    let page = toneel.ouder.get(&own).await;
    page.assert_says("Nog niet verstuurd");
    page.assert_says(&format!("action=\"{}\"", toneel.address()));
    let gone = toneel.ouder.post(&toneel.address(), &[("weggooien", "ja")]).await;
    gone.assert_leads_to(&own);
    toneel.ouder.get(&own).await.assert_silent_on("Nog niet verstuurd");
}

#[tokio::test]
async fn who_answers_an_offer_that_was_answered_meanwhile_reads_what_was_answered() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::AanbodOpen).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let address = format!("/mijn/{nummer}/aanbod/1");
    let form = ouder.get(&address).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.body);
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let school = format!("/kind/{nummer}/aanmelding/1/antwoord");
    ib.fill(&school, &[("antwoord", "nee"), ("toelichting", "Zij belden.")]).await.assert_leads_to("/kind/");
    let typed = [("versie", form.version()), ("antwoord", "ja"), ("toelichting", "Wij zijn er blij mee.")];
    let late = ouder.post(&address, &typed).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.assert_says("is al nee gezegd op de plek op");
    late.assert_says("Wij zijn er blij mee.</textarea>");
    late.assert_silent_on("name=\"antwoord\"");
}

#[tokio::test]
async fn an_answer_that_is_none_of_the_choices_is_refused_and_what_was_typed_stays() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let address = format!("/mijn/{nummer}/mening/1");
    let views = async || proef.kit.dossier(&nummer).await.aanvraag(1).unwrap().zienswijzen.clone();
    let before = views().await.len();
    let refused = ouder.fill(&address, &[("eens", "misschien"), ("tekst", "Hij houdt van rust.")]).await;
    refused.assert_refused();
    refused.assert_says("kies een van de antwoorden die er staan");
    refused.assert_says("Hij houdt van rust.</textarea>");
    assert_eq!(views().await.len(), before);
    let typed = [("eens", "weet_niet"), ("tekst", "Hij houdt van rust.")];
    ouder.fill(&address, &typed).await.assert_leads_to(&format!("/mijn/{nummer}?na=mening"));
    ouder.get(&format!("/mijn/{nummer}")).await.assert_says("<p class=\"getypt\">Hij houdt van rust.</p>");
    let views = views().await;
    assert_eq!((views.len(), views.last().unwrap().eens), (before + 1, None));
}

#[tokio::test]
async fn who_gave_a_view_is_not_asked_again_while_another_parent_has_not() {
    let proef = Proef::start().await;
    // Another parent has authority too, and has not given one; there is something to read.
    let nummer = loop {
        let nummer = proef.given(Verhaallijn::TlvGestart).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let laid = dossier.aanvraag(1).is_some_and(|aanvraag| aanvraag.ligt_voor().is_some());
        if laid && dossier.gezag_op(proef.kit.moment().vandaag).count() > 1 {
            break nummer;
        }
    };
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let own = format!("/mijn/{nummer}");
    let asked = format!("{own}/mening/1");
    ouder.get(&own).await.assert_says("Zeg wat u van de aanvraag vindt");
    ouder.fill(&asked, &[("eens", "nee"), ("tekst", "Ik vind dit te vroeg.")]).await.assert_leads_to(&own);
    let page = ouder.get(&own).await;
    page.assert_says("niet eens.");
    page.assert_silent_on("Zeg wat u van de aanvraag vindt");
    let ib = proef.at_school_of(&nummer, Rol::Ib).await;
    let form = ib.get(&format!("/kind/{nummer}/aanvraag/1")).await;
    form.assert_says("Ik vind dit te vroeg.");
    form.assert_says("niet eens: ");
}

/// An offer that waits, at a family with so many people who have authority.
async fn offered(proef: &Proef, ouders: usize) -> DossierNummer {
    loop {
        let nummer = proef.given(Verhaallijn::AanbodOpen).await;
        let dossier = proef.kit.dossier(&nummer).await;
        if dossier.beslissen_samen(proef.kit.moment().vandaag).len() == ouders {
            return nummer;
        }
    }
}

#[tokio::test]
async fn who_said_no_to_an_offer_finds_it_again_and_reads_what_was_said() {
    let proef = Proef::start().await;
    let nummer = offered(&proef, 1).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let (own, offer) = (format!("/mijn/{nummer}"), format!("/mijn/{nummer}/aanbod/1"));
    ouder.fill(&offer, &[("antwoord", "nee"), ("toelichting", "Te ver weg.")]).await.assert_leads_to(&own);
    ouder.get(&own).await.assert_says("Wat u zei");
    ouder.get(&own).await.assert_says("<p class=\"getypt\">Te ver weg.</p>");
    ouder.get(&own).await.assert_says("is al nee gezegd op de plek");
    let again = ouder.get(&offer).await;
    assert_eq!(again.status, StatusCode::OK);
    again.assert_says("is al nee gezegd op de plek");
}

#[tokio::test]
async fn the_yes_of_one_parent_is_told_as_a_yes_of_that_parent() {
    let proef = Proef::start().await;
    let nummer = offered(&proef, 2).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let (own, offer) = (format!("/mijn/{nummer}"), format!("/mijn/{nummer}/aanbod/1"));
    ouder.get(&own).await.assert_says("Zeg ja of nee tegen de plek");
    ouder.fill(&offer, &[("antwoord", "ja"), ("toelichting", "Ja, graag.")]).await.assert_leads_to(&own);
    let page = ouder.get(&own).await;
    page.assert_says("<p class=\"getypt\">Ja, graag.</p>");
    page.assert_says("U zei ja. De plek is pas aangenomen als iedere ouder met gezag ja zegt.");
    page.assert_says("Een andere ouder kan antwoorden tot en met");
    page.assert_says("U zei ja op");
    page.assert_silent_on("Zeg ja of nee tegen de plek");
    let dossier = proef.kit.dossier(&nummer).await;
    assert!(dossier.aanmeldingen[0].afloop.is_none(), "one parent is not both");
}

#[tokio::test]
async fn why_a_day_is_that_day_is_told_of_that_day_and_of_no_other() {
    let proef = Proef::start().await;
    // The parents have two weeks, and the school has longer to decide: two days on one page.
    let nummer = loop {
        let nummer = proef.given(Verhaallijn::AanbodOpen).await;
        let dossier = proef.kit.dossier(&nummer).await;
        let decides = dossier.aanmeldingen[0].termijn.uitkomst.uiterlijk;
        let turns = dossier.beurten();
        let answer = turns.iter().find(|beurt| beurt.zet == Zet::AanbodBeantwoorden).expect("a turn");
        if answer.uiterlijk < decides {
            break nummer;
        }
    };
    let ground = "de school heeft een plek op een andere school voorgesteld";
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let own = ouder.get(&format!("/mijn/{nummer}")).await;
    own.assert_says(ground);
    own.assert_silent_on("Ontvangen op:");
    let ib = proef.at_registration_of(&nummer, Rol::Ib).await;
    let case = ib.get(&format!("/kind/{nummer}/aanmelding/1")).await;
    let (turns, _) = case.body.split_once("<dl").expect("facts below the turns");
    assert_eq!((turns.matches(ground).count(), turns.matches("Ontvangen op:").count()), (1, 1));
}

#[tokio::test]
async fn a_form_that_no_process_declares_is_not_there() {
    let toneel = Toneel::open().await;
    for form in ["mening", "contact/1", "aanbod/9", "kleur", "kleur/1"] {
        let address = format!("/mijn/{}/{form}", toneel.nummer);
        assert_eq!(toneel.ouder.get(&address).await.status, StatusCode::NOT_FOUND, "{form}");
        let sent = toneel.ouder.post(&address, &[("versie", "1")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{form}");
        // Another language can be chosen there too; nothing that was typed is lost by it.
        sent.assert_says("action=\"/mijn/taal\"");
    }
}

#[tokio::test]
async fn who_does_not_agree_reads_the_routes_that_fit_and_where_each_is_taken() {
    let proef = Proef::start().await;
    let routes = async |verhaal| {
        let nummer = proef.given(verhaal).await;
        let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
        ouder.get(&format!("/mijn/{nummer}/niet-eens")).await
    };
    let begun = routes(Verhaallijn::NetAangemeld).await;
    begun.assert_says("https://www.onderwijsconsulenten.nl");
    begun.assert_says("https://www.onderwijsgeschillen.nl\"");
    begun.assert_says("niet in de wet");
    begun.assert_says("href=\"tel:");
    begun.assert_says("College voor de Rechten van de Mens");
    begun.assert_says("https://www.mensenrechten.nl");
    begun.assert_says("030 888 38 88");
    // The national committee has a telephone too.
    begun.assert_says("030 280 95 90");
    // Nothing was decided, so there is nothing to object to.
    begun.assert_silent_on("Bezwaar maken");
    begun.assert_silent_on("Naar de rechter");
    // About what the school does there is always the complaints committee.
    begun.assert_says("Klacht bij de klachtencommissie van de school");
    let refused = routes(Verhaallijn::GeweigerdAndereSchool).await;
    refused.assert_says("Bezwaar maken bij het schoolbestuur");
    refused.assert_says("Het besluit geldt ook als u bezwaar maakt.");
    refused.assert_says("https://www.rechtspraak.nl");
    refused.assert_silent_on("Bezwaar maken bij het samenwerkingsverband");
    let declared = routes(Verhaallijn::TlvVerleendBekend).await;
    declared.assert_says("Bezwaar maken bij het samenwerkingsverband");
    declared.assert_says("onderwijsgeschillen.nl/thema/toelaatbaarheidsverklaring");
    declared.assert_silent_on("Bezwaar maken bij het schoolbestuur");
}

/// A suspension lasts no longer than a judge who decides soon takes: the page names the routes of the letter (Awb 3:45, 6:7, 8:81).
#[tokio::test]
async fn after_a_suspension_the_own_page_names_the_court_and_at_a_public_school_objection() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::VerwijderingVoorgenomen).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let page = format!("/mijn/{nummer}/niet-eens");
    ouder.get(&page).await.assert_silent_on("Naar de rechter");
    let directie = proef.at_school_of(&nummer, Rol::Directie).await;
    let suspend = [("van", "30-11-2026"), ("tot_en_met", "2-12-2026"), ("redenen", "gevochten op het plein")];
    directie.fill(&format!("/kind/{nummer}/schorsing/nieuw"), &suspend).await.assert_leads_to("/kind/");
    let told = ouder.get(&page).await;
    told.assert_says("Naar de rechter");
    told.assert_says("Klacht bij de klachtencommissie van de school");
    let object = "Bezwaar maken bij het schoolbestuur";
    if proef.kit.school().school.openbaar {
        told.assert_says(object);
    } else {
        told.assert_silent_on(object);
    }
}

#[tokio::test]
async fn a_parent_changes_the_own_telephone_and_the_school_reads_it() {
    let proef = Proef::start().await;
    let nummer = proef.given(Verhaallijn::TlvGestart).await;
    let ouder = proef.browser(&proef.kit.ouder(&nummer).await.expect("a parent with a page")).await;
    let toneel = Toneel { proef, ouder, nummer };
    let address = format!("/mijn/{}/bereikbaar", toneel.nummer);
    toneel.ouder.get(&format!("/mijn/{}", toneel.nummer)).await.assert_says(&address);
    let typed = [("telefoon", "06-00000042"), ("e_mail", "a.zonnevis@thuis.example"), ("per", "23-11-2026")];
    let sent = toneel.ouder.fill(&address, &typed).await;
    sent.assert_leads_to(&format!("/mijn/{}?na=bereikbaar", toneel.nummer));
    toneel.ouder.get(&address).await.assert_says("06-00000042");
    let ib = toneel.proef.at_school_of(&toneel.nummer, Rol::Ib).await;
    ib.get(&format!("/kind/{}/gegevens", toneel.nummer)).await.assert_says("06-00000042");
    ib.get(&format!("/kind/{}/tijdlijn", toneel.nummer)).await.assert_says("Contactgegevens gewijzigd");
}

/// WPO 43(2): of a registration that is not handled the committee is not named, and no last day of it is told.
#[tokio::test]
async fn the_page_of_routes_says_where_the_law_does_not_name_the_committee() {
    let not_named = "noemt de wet deze commissie niet";
    for (story, named) in
        [(Verhaallijn::GeweigerdAndereSchool, true), (Verhaallijn::BuitenBehandeling, false)]
    {
        let proef = Proef::start().await;
        let nummer = proef.given(story).await;
        let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
        let ouder = proef.browser(&kijker).await;
        let page = ouder.get(&format!("/mijn/{nummer}/niet-eens")).await;
        if named {
            page.assert_silent_on(not_named);
        } else {
            page.assert_says(not_named);
        }
    }
}
