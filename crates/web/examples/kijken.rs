//! Looks at the pages.
use std::sync::Arc;
use app::accounts::{Beheer, NieuwAccount, NieuweRol};
use app::organisaties::NieuweOrganisatie;
use app::{App, Moment};
use base::Timestamp;
use dossier::Rol;
use storage_sql::testing::Home;
use storage_sql::{Options, Secret, SqlStorage};
use verband::{School, Schoolsoort};
use web::{Settings, WebState};

#[tokio::main]
async fn main() {
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::generate().unwrap(), Timestamp::UNIX_EPOCH);
    let storage = SqlStorage::open(place.address(), options).await.unwrap();
    let app = Arc::new(App::new(Arc::new(storage)).unwrap());
    app.storage.mark_demo("{}").await.unwrap();
    let at: Timestamp = "2026-03-03T13:02:00Z".parse().unwrap();
    let school = |code: &str, naam: &str| NieuweOrganisatie::School(School {
        vestiging: code.parse().unwrap(), naam: naam.to_owned(), schoolsoort: Schoolsoort::Basisschool, openbaar: true,
        bestuur: Some("40631".parse().unwrap()), swv_po: Some("PO9901".parse().unwrap()), swv_vo: None,
        postcode: Some("1315AB".parse().unwrap()), plaats: "Vogelwijk".to_owned(), gemeente: Some("0034".parse().unwrap()),
        adres: "Snavelstraat 1".to_owned(), telefoon: String::new(),
    });
    let swv = NieuweOrganisatie::Andere { id: "swv/PO9901".parse().unwrap(), naam: "SWV Vogelstreek".to_owned() };
    app.make_organisaties(&[school("99ZZ00", "De Regenboog"), school("99ZZ01", "De IJsvogel"), swv], Moment::of(at)).await.unwrap();
    for (naam, rol, org) in [
        ("M. Zonnedauw", Rol::Ib, "school/99ZZ00"), ("T. Graspieper", Rol::Leerkracht, "school/99ZZ00"),
        ("B. Roerdomp", Rol::Directie, "school/99ZZ01"), ("K. Fuut", Rol::Loket, "swv/PO9901"),
        ("P. Zeelt", Rol::Deskundige, "swv/PO9901"), ("H. Kabeljauw", Rol::Besluitnemer, "swv/PO9901"),
        ("L. Nevel", Rol::Organisatiebeheerder, "swv/PO9901"),
    ] {
        let rol = NieuweRol { rol, organisatie: org.parse().unwrap(), groep: (rol == Rol::Leerkracht).then(|| "5".to_owned()), van: None, tot: None };
        let e_mail = format!("{}@x.example", naam.replace([' ', '.'], "").to_lowercase());
        let made = app.create_account(Beheer::Machine, &NieuwAccount { naam: naam.to_owned(), e_mail, rol }, Moment::of(at)).await.unwrap();
        println!("{} {}", naam, made.link.expose());
    }
    let settings = Settings { demo: true, hulp: "bel 030-0000000 of mail hulp@swv.example".to_owned(), ..Settings::default() };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:7411").await.unwrap();
    let state = WebState::new(app, Arc::new(move || at), settings);
    web::serve(state, listener, std::future::pending()).await.unwrap();
}
