use axum::http::StatusCode;
use base::DossierNummer;
use demo::dossiers::Verhaallijn;
use dossier::Rol;
use dossier::staat::TlvFase;

use crate::weg::proef::{Antwoord, Browser, Proef};

const PDF: (&str, &str, &[u8]) = ("bijlage", "verslag van juf.pdf", b"%PDF-1.7 een klein document");

struct Toneel {
    proef: Proef,
    nummer: DossierNummer,
    ouder: Browser,
}

impl Toneel {
    async fn of(verhaallijn: Verhaallijn) -> Self {
        let proef = Proef::start().await;
        let nummer = proef.given(verhaallijn).await;
        let kijker = proef.kit.ouder(&nummer).await.expect("a parent with a page");
        let ouder = proef.browser(&kijker).await;
        Self { proef, nummer, ouder }
    }

    /// A form of the own pages with a file, with the version that stands in it.
    async fn send(&self, form: &str, fields: &[(&str, &str)]) -> Antwoord {
        let address = format!("/mijn/{}/{form}/1", self.nummer);
        let page = self.ouder.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let all: Vec<(&str, &str)> =
            std::iter::once(("versie", page.version())).chain(fields.iter().copied()).collect();
        self.ouder.upload(&address, &all, PDF).await
    }
}

/// Where the first document of a page is.
fn document(page: &Antwoord) -> String {
    let after = page.body.split("/bijlage/").nth(1).expect("a document");
    after.chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[tokio::test]
async fn a_parent_hands_in_a_file_and_the_school_reads_it_with_the_registration() {
    let toneel = Toneel::of(Verhaallijn::InformatieOpen).await;
    let own = format!("/mijn/{}", toneel.nummer);
    toneel.ouder.get(&own).await.assert_says("/inleveren/1");
    let sent = toneel.send("inleveren", &[("wijze", "hier"), ("woorden", "Dit is alles.")]).await;
    sent.assert_leads_to(&format!("{own}?na=ingeleverd"));
    let page = toneel.ouder.get(&own).await;
    page.assert_says("Dit is alles.");
    page.assert_says("verslag van juf.pdf");
    let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
    let registration = format!("/kind/{}/aanmelding/1", toneel.nummer);
    let page = ib.get(&registration).await;
    page.assert_says("leverde dit in");
    page.assert_says("Dit is alles.");
    let file = ib.get(&format!("/kind/{}/bijlage/{}", toneel.nummer, document(&page))).await;
    assert_eq!((file.status, file.body.as_bytes()), (StatusCode::OK, PDF.2));
    ib.get(&format!("{registration}/informatie-ontvangen")).await.assert_says("leverde een ouder dit in");
}

#[tokio::test]
async fn a_file_is_kept_with_the_form_and_taken_out_again() {
    let toneel = Toneel::of(Verhaallijn::InformatieOpen).await;
    let kept = toneel.send("inleveren", &[("bewaar", "ja")]).await;
    kept.assert_says("Dit voegde u toe, en is nog niet ingeleverd");
    let address = format!("/mijn/{}/inleveren/1", toneel.nummer);
    let page = toneel.ouder.get(&address).await;
    let blob = document(&page);
    // The school reads nothing of it before it is sent.
    let ib = toneel.proef.at_registration_of(&toneel.nummer, Rol::Ib).await;
    let document = format!("/kind/{}/bijlage/{blob}", toneel.nummer);
    assert_eq!(ib.get(&document).await.status, StatusCode::NOT_FOUND);
    assert_eq!(toneel.ouder.get(&document).await.status, StatusCode::OK);
    toneel.ouder.fill(&address, &[("weg", blob.as_str())]).await.assert_silent_on("verslag van juf.pdf");
    assert_eq!(toneel.ouder.get(&document).await.status, StatusCode::NOT_FOUND);
    let empty = toneel.ouder.fill(&address, &[("wijze", "hier")]).await;
    empty.assert_refused();
    empty.assert_says("Er is niets om in te leveren");
}

#[tokio::test]
async fn what_parents_hand_in_for_a_request_is_read_by_who_decides_once_the_school_adds_it() {
    let toneel = Toneel::of(Verhaallijn::TlvAanvulling).await;
    let sent = toneel.send("aanvulling", &[("wijze", "hier"), ("woorden", "Van de kinderarts.")]).await;
    sent.assert_leads_to(&format!("/mijn/{}?na=aanvulling", toneel.nummer));
    let kit = &toneel.proef.kit;
    let swv = kit.dossier(&toneel.nummer).await.aanvraag(1).unwrap().swv.uitkomst.organisatie();
    let loket = toneel.proef.browser(&kit.as_at(Rol::Loket, &swv)).await;
    let request = format!("/kind/{}/aanvraag/1", toneel.nummer);
    loket.get(&request).await.assert_silent_on("verslag van juf.pdf");
    let ib = toneel.proef.at_school_of(&toneel.nummer, Rol::Ib).await;
    ib.get(&request).await.assert_says("Van de kinderarts.");
    let form = format!("{request}/aanvulling");
    let page = ib.get(&form).await;
    page.assert_says("Van de kinderarts.");
    let blob = page.body.split("name=\"erbij\" value=\"").nth(1).expect("a document to take over");
    let blob: String = blob.chars().take_while(char::is_ascii_alphanumeric).collect();
    let document = format!("/kind/{}/bijlage/{blob}", toneel.nummer);
    assert_eq!(loket.get(&document).await.status, StatusCode::NOT_FOUND);
    ib.fill(&form, &[("erbij", blob.as_str())]).await.assert_silent_on("name=\"erbij\"");
    // Taken out, the parents' document stays theirs and can be added again.
    ib.fill(&form, &[("weg", blob.as_str())]).await.assert_says("name=\"erbij\"");
    assert_eq!(ib.get(&document).await.status, StatusCode::OK);
    ib.fill(&form, &[("erbij", blob.as_str())]).await.assert_says("Toegevoegde documenten");
    ib.fill(&form, &[("antwoorden", "Zie het verslag."), ("versturen", "ja")])
        .await
        .assert_leads_to(&request);
    let dossier = kit.dossier(&toneel.nummer).await;
    assert_ne!(dossier.aanvraag(1).unwrap().fase(), TlvFase::WachtOpAanvulling);
    loket.get(&request).await.assert_says("verslag van juf.pdf");
    assert_eq!(loket.get(&document).await.body.as_bytes(), PDF.2);
}
