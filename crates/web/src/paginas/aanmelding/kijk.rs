use super::proef::{Antwoord, Proef};
use dossier::Rol;
use testkit::dossiers::Verhaallijn;

fn save(name: &str, page: &Antwoord) {
    let re = page.body.split("href=\"/static/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let body = page.body.replace(&format!("/static/{re}"), "/work/main/static/stijl.css");
    std::fs::write(format!("/tmp/kijk/{name}.html"), body).unwrap();
}

#[tokio::test]
async fn kijk() {
    let proef = Proef::start().await;
    let ib = proef.as_(Rol::Ib).await;
    save("01-aanmelden", &ib.get("/aanmelden").await);
    save(
        "02-fout",
        &ib.post(
            "/aanmelden",
            &[
                ("roepnaam", "Pim"),
                ("geboortedatum", "31-2-2020"),
                ("postcode", "99AB"),
                ("ouder2_telefoon", "06"),
            ],
        )
        .await,
    );
    let n = proef.given(Verhaallijn::NetAangemeld).await;
    let ib = proef.at_registration_of(&n, Rol::Ib).await;
    save("03-aanmelding", &ib.get(&format!("/kind/{n}/aanmelding/1")).await);
    save("04-bevestiging", &ib.get(&format!("/kind/{n}/aanmelding/1/bevestiging")).await);
    save("05-weigeren", &ib.get(&format!("/kind/{n}/aanmelding/1/weigeren")).await);
    save(
        "06-informatie",
        &ib.fill(
            &format!("/kind/{n}/aanmelding/1/informatie"),
            &[("wat", "verslag"), ("tot_en_met", "9-12-2026"), ("kijk", "ja")],
        )
        .await,
    );
    save("07-verlengen", &ib.get(&format!("/kind/{n}/aanmelding/1/verlengen")).await);
    save("08-zonder", &ib.get(&format!("/kind/{n}/aanmelding/1/zonder-besluit")).await);
    save("09-gegevens", &ib.get(&format!("/kind/{n}/gegevens")).await);
    save("10-geheim", &ib.get(&format!("/kind/{n}/gegevens/geheimhouding")).await);
    save("11-overlijden", &ib.get(&format!("/kind/{n}/gegevens/overlijden")).await);
    save("12-verbeteren", &ib.get(&format!("/kind/{n}/verbeteren/1")).await);
    let n = proef.given(Verhaallijn::GeweigerdAndereSchool).await;
    let ib = proef.at_registration_of(&n, Rol::Ib).await;
    save("13-geweigerd", &ib.get(&format!("/kind/{n}/aanmelding/1")).await);
    let n = proef.given(Verhaallijn::InformatieOpen).await;
    let ib = proef.at_registration_of(&n, Rol::Ib).await;
    save("14-stil", &ib.get(&format!("/kind/{n}/aanmelding/1")).await);
    let n = proef.given(Verhaallijn::VerwijderingVoorgenomen).await;
    let d = proef.at_school_of(&n, Rol::Directie).await;
    save("15-verwijdering", &d.get(&format!("/kind/{n}/verwijdering/1")).await);
    save("16-besluit", &d.get(&format!("/kind/{n}/verwijdering/1/besluit")).await);
    let n = proef.given(Verhaallijn::SchorsingTeMelden).await;
    let d = proef.at_school_of(&n, Rol::Directie).await;
    save("17-schorsing", &d.get(&format!("/kind/{n}/schorsing/1")).await);
    save(
        "18-schorsen",
        &d.fill(
            &format!("/kind/{n}/schorsing/nieuw"),
            &[("van", "7-12-2026"), ("tot_en_met", "8-12-2026"), ("kijk", "ja")],
        )
        .await,
    );
    let n = proef.given(Verhaallijn::DoorOuder).await;
    let o = proef.browser(&proef.kit.ouder(&n).await.unwrap()).await;
    save("19-ouder", &o.get(&format!("/kind/{n}/aanmelding/1")).await);
    save(
        "20-ouder-nieuw",
        &o.fill(&format!("/kind/{n}/aanmelding/nieuw"), &[("school_zoeken", "Basisschool"), ("kijk", "ja")])
            .await,
    );
    save("21-ouder-gegevens", &o.get(&format!("/kind/{n}/gegevens")).await);
}
