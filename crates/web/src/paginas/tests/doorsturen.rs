//! A request that another partnership decides on now: the desk has a turn with its name, and its lists tell nothing of what comes
//! after.

use app::dossiers::Uitvoering;
use app::referenties::{Bestand, Gezegd, Inlezen};
use dossier::leven::opdracht::{SchrijfUit, Verhuis};
use dossier::soort::Uitschrijfreden;
use dossier::staat::Adres;

use super::*;

/// The name of the other partnership of these tests.
const ELDERS: &str = "Samenwerkingsverband Zonnesluis";

/// The table of postcodes with one of the other partnership.
async fn area(proef: &Proef) {
    let mut table = "pc4,gemeente_2015,swv_po,swv_vo\n9931,Zonnesluis,PO9977,VO9977\n".to_owned();
    for verband in &proef.kit.regio.verbanden {
        for gemeente in &verband.gemeenten {
            for (pc4, _) in &gemeente.postcodes {
                table.push_str(&format!("{pc4},{},{},{}\n", gemeente.naam, verband.po, verband.vo));
            }
        }
    }
    let bestand = Bestand::read(exchange::duo::Soort::Pc4Swv, table.as_bytes()).unwrap();
    let moment = proef.kit.moment();
    proef
        .kit
        .app
        .import(
            &bestand,
            "test",
            Inlezen::Echt(Gezegd { ook_vervallen: true, ook_ouder: true, ook_verplaatst: true }),
            moment,
        )
        .await
        .unwrap();
}

/// Given a request of which the child left its school and moved to the area of another partnership.
async fn moved(proef: &Proef) -> base::DossierNummer {
    let nummer = proef.given(Verhaallijn::TlvAangevraagd).await;
    let other: base::SwvCode = "PO9977".parse().unwrap();
    let known = app::organisaties::NieuweOrganisatie::Andere { id: other.organisatie(), naam: ELDERS.into() };
    proef.kit.app.make_organisaties(&[known], proef.kit.moment()).await.unwrap();
    area(proef).await;
    let vestiging = proef.kit.dossier(&nummer).await.aanvragen[0].vestiging.clone();
    let ib = proef.kit.as_at(Rol::Ib, &vestiging.organisatie());
    let per = proef.kit.moment().vandaag;
    let adres = Adres {
        straat: "Sluiskade 1".into(),
        postcode: "9931AB".parse().ok(),
        plaats: "Zonnesluis".into(),
        ..Adres::default()
    };
    let out = SchrijfUit {
        vestiging,
        per,
        grond: Uitschrijfreden::AndereSchool,
        blijkt: "De nieuwe school stuurde een bewijs van inschrijving.".into(),
        verzoek_van: proef.kit.dossier(&nummer).await.personen.first().map(|persoon| persoon.nr),
    };
    let acts: [dossier::Opdracht; 2] = [Verhuis { per, adres }.into(), out.into()];
    for act in acts {
        let open = proef.kit.app.open(&ib, &nummer, proef.kit.moment()).await.unwrap();
        open.doe(act, Uitvoering::default()).await.unwrap();
    }
    nummer
}

#[tokio::test]
async fn the_desk_forwards_by_a_turn_with_the_name_and_its_lists_count_it_no_more() {
    let proef = Proef::start().await;
    let nummer = Box::pin(moved(&proef)).await;
    let desk = proef.as_(Rol::Loket).await;
    let address = format!("/kind/{nummer}/aanvraag/1");
    let own = |page: &Antwoord| rows(page).into_iter().find(|row| row.contains(&nummer.to_string()));
    let today = desk.get("/vandaag").await;
    today.assert_says(&format!("{ELDERS} gaat er nu over"));
    let page = desk.get(&address).await;
    page.assert_says(&format!("{ELDERS} gaat nu over deze aanvraag."));
    page.assert_silent_on("Deskundigen om advies vragen");
    assert!(own(&desk.get("/loket.csv?toon=alles").await).is_some());
    let before = own(&desk.get("/kinderen.csv").await).expect("a row of the child");
    let form = desk.get(&format!("{address}/doorsturen")).await;
    form.assert_says(&format!("De aanvraag doorsturen naar {ELDERS}"));
    form.assert_silent_on("PO9977");
    let done = desk
        .fill(&format!("{address}/doorsturen"), &[("waarom", "Het kind is verhuisd naar Zonnesluis.")])
        .await;
    done.assert_leads_to(&address);
    let page = desk.get(&address).await;
    page.assert_says(&format!("door naar {ELDERS}. Hieronder staat wat u toen wist."));
    assert_eq!(own(&desk.get("/loket.csv?toon=alles").await), None, "no work, and no news of the other");
    // What the other does is told in no list of the first.
    let after = own(&desk.get("/kinderen.csv").await).expect("a row of the child");
    assert_eq!(after[5], before[5]);
    let school = proef.kit.dossier(&nummer).await.aanvragen[0].vestiging.organisatie();
    let school = proef.browser(&proef.kit.as_at(Rol::Ib, &school)).await;
    school.get(&address).await.assert_says("Eerst ontvangen");
}
