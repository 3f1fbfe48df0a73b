//! A program on an empty SQLite database, with what every test of this folder needs.

use std::fmt::Debug;
use std::sync::Arc;

use app::organisaties::NieuweOrganisatie;
use app::{App, AppError, Letters, Moment};
use base::Timestamp;
use dossier::Refusal;
use storage_sql::testing::{Home, Place};
use storage_sql::{Options, Secret, SqlStorage};
use verband::{School, Schoolsoort};

/// A new program; its database goes with the second value.
pub(crate) async fn open() -> (Arc<App>, Place) {
    let place = Home::sqlite().place().await;
    let options = Options::new(Secret::generate().unwrap(), Timestamp::UNIX_EPOCH);
    let storage = SqlStorage::open(place.address(), options).await.unwrap();
    (Arc::new(App::new(Arc::new(storage), Letters::none()).unwrap()), place)
}

/// `2026-11-23T09:00:00Z`.
pub(crate) fn moment(text: &str) -> Moment {
    Moment::of(text.parse().unwrap())
}

/// The refusal that was expected.
pub(crate) fn refused<T: Debug>(result: Result<T, AppError>) -> Refusal {
    match result {
        Err(AppError::Refused(refusal)) => *refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// A school that somebody enters.
pub(crate) fn school(vestiging: &str, naam: &str) -> NieuweOrganisatie {
    NieuweOrganisatie::School(School {
        vestiging: vestiging.parse().unwrap(),
        naam: naam.to_owned(),
        schoolsoort: Schoolsoort::Basisschool,
        openbaar: true,
        bestuur: Some("40631".parse().unwrap()),
        swv_po: Some("PO9901".parse().unwrap()),
        swv_vo: None,
        postcode: Some("1315AB".parse().unwrap()),
        plaats: "Vogelwijk".to_owned(),
        gemeente: Some("0034".parse().unwrap()),
        adres: "Snavelstraat 1".to_owned(),
        telefoon: String::new(),
    })
}
