//! What the tests of accounts begin with: two schools, and people who can sign in at them.

use app::accounts::{Beheer, Geheim, NieuwAccount, NieuweRol, Sessie, Uitgenodigd};
use app::{App, AppError, Moment};
use base::{OrganisatieId, PersoonId};
use dossier::{Actor, Rol};
use storage::Digest;

use crate::hulp::{moment, open, school};

pub(crate) const PASSWORD: &str = "de ijsvogel duikt diep";

pub(crate) fn monday() -> Moment {
    moment("2026-11-23T09:00:00Z")
}

pub(crate) fn address() -> Digest {
    Digest::of(b"address")
}

pub(crate) fn ijsvogel() -> OrganisatieId {
    "school/99ZZ00".parse().unwrap()
}

pub(crate) fn role(rol: Rol, organisatie: &OrganisatieId) -> NieuweRol {
    NieuweRol { rol, organisatie: organisatie.clone(), groep: None, van: None, tot: None }
}

pub(crate) fn person(naam: &str, e_mail: &str, rol: Rol) -> NieuwAccount {
    NieuwAccount { naam: naam.to_owned(), e_mail: e_mail.to_owned(), rol: role(rol, &ijsvogel()) }
}

pub(crate) fn actor(persoon: &PersoonId, rol: Rol, organisatie: &OrganisatieId) -> Actor {
    Actor { persoon: persoon.clone(), rol, organisatie: organisatie.clone() }
}

/// A program that knows two schools.
pub(crate) async fn with_schools() -> (std::sync::Arc<App>, storage_sql::testing::Place) {
    let (app, place) = open().await;
    let schools = [school("99ZZ00", "De IJsvogel"), school("99ZZ01", "De Zonnevis")];
    app.make_organisaties(&schools, monday()).await.unwrap();
    (app, place)
}

pub(crate) async fn make(app: &App, naam: &str, e_mail: &str, rol: Rol) -> Uitgenodigd {
    app.create_account(Beheer::Machine, &person(naam, e_mail, rol), monday()).await.unwrap()
}

pub(crate) async fn activate(app: &App, link: &Geheim, password: &str) -> Result<PersoonId, AppError> {
    let chosen = app.open_link(link.expose(), monday()).await?.choose(password)?;
    app.activate(chosen, monday()).await
}

/// Somebody who can sign in.
pub(crate) async fn member(app: &App, naam: &str, e_mail: &str, rol: Rol) -> PersoonId {
    let made = make(app, naam, e_mail, rol).await;
    activate(app, &made.link, PASSWORD).await.unwrap()
}

pub(crate) async fn sign_in(app: &App, e_mail: &str, password: &str, at: Moment) -> Result<Sessie, AppError> {
    app.sign_in(e_mail, password.to_owned(), &address(), at).await
}
