//! A document that came on paper is named by its day, and words alone are no document.

use demo::dossiers::Verhaallijn;
use dossier::Rol;

use super::{Toneel, begin, send};
use crate::paginas::aanvraag::vragen::is_typed;

/// The documents that the checklist still asks.
async fn documents(toneel: &Toneel) -> Vec<String> {
    let kit = &toneel.proef.kit;
    let school = toneel.request().await.vestiging.organisatie();
    let file = kit.app.open(&kit.as_at(Rol::Ib, &school), &toneel.nummer, kit.moment()).await.unwrap();
    let form = file.aanvraagformulier(1).await.unwrap();
    let missing = form.checklist.ontbreekt().filter(|punt| punt.stuk);
    missing.map(|punt| punt.code.clone()).inspect(|code| assert!(!is_typed(code), "{code}")).collect()
}

#[tokio::test]
async fn a_document_on_paper_is_named_by_its_day() {
    let toneel = Toneel::of(Verhaallijn::Ingeschreven).await;
    let ib = begin(&toneel).await;
    let page = toneel.page();
    ib.get(&page).await.assert_says("Of: op papier ontvangen op (dag)");
    let asked = documents(&toneel).await;
    let code = asked.first().expect("a document is asked").clone();
    send(&ib, &page, &page, &[(&code, "Ja, dat is er.")]).await.assert_leads_to(&page);
    assert!(documents(&toneel).await.contains(&code), "words are no document");
    let today = toneel.proef.kit.moment().vandaag.to_string();
    send(&ib, &page, &page, &[(&code, &today)]).await.assert_leads_to(&page);
    assert!(!documents(&toneel).await.contains(&code));
}
