//! The pages, one module per group: each handler parses, calls one use case and renders.

mod aanmelden;
mod aanmelding;
mod aanvraag;
mod activeer;
mod advies;
mod begin;
mod beheer;
mod beleid;
mod besluit;
mod code;
mod demo;
mod gezondheid;
mod inloggen;
pub(crate) mod kind;
mod kinderen;
mod leven;
mod loket;
mod mijn;
mod nee;
mod oso;
pub(crate) mod pakket;
mod processen;
mod register;
mod rol;
mod scholen;
mod sleutels;
mod toegang;
mod vandaag;
mod verwijdering;
mod wet;
mod woorden;
mod zaak;
mod zoeken;

#[cfg(test)]
pub(crate) mod tests;

use app::concepten::{Formulier, LosFormulier};
use app::geopend::Geopend;
use axum::Router;
use dossier::opdracht::Opdrachtnaam;
use web_base::error::Fout;
use web_base::state::WebState;

pub(crate) use self::aanvraag::takes_documents;
use crate::api::vormen::Zaakvorm;
use crate::weg::Los;

pub(crate) use self::advies::ADVIEZEN;
pub(crate) use self::beheer::{ACCOUNTS, given_roles, own_account};
pub(crate) use self::beleid::{free_code, own_swv};
pub(crate) use self::kinderen::KINDEREN;
pub(crate) use self::loket::AANVRAGEN;
pub(crate) use self::oso::may_take_over;
pub(crate) use self::register::{VERKLARINGEN, VERLENGINGEN, ending, may_renew};
pub(crate) use self::scholen::SCHOLEN;
pub(crate) use self::sleutels::{SLEUTELS, own_keys};
pub(crate) use self::vandaag::{BEURTEN, VAN_ANDEREN};

/// Every address of a page, with an example in place of each part that differs: what the tests walk.
pub const ADDRESSES: &[&str] = &[
    "/",
    "/aanmelden",
    "/aanmelden/ingeschreven",
    "/accounts",
    "/accounts.csv",
    "/activeer/0000",
    "/advies",
    "/advies.csv",
    "/api",
    "/beleid",
    "/code",
    "/demo",
    "/gezondheid",
    "/inloggen",
    "/kind/2026-000001",
    "/kind/2026-000001/aanmelding/1",
    "/kind/2026-000001/aanmelding/1/behoefte",
    "/kind/2026-000001/aanmelding/1/bevestiging",
    "/kind/2026-000001/aanmelding/1/weigeren/knop",
    "/kind/2026-000001/aanmelding/1/weigeren/punten",
    "/kind/2026-000001/aanmelding/nieuw",
    "/kind/2026-000001/aanvraag/1",
    "/kind/2026-000001/aanvraag/1/aanvulling",
    "/kind/2026-000001/aanvraag/1/advies",
    "/kind/2026-000001/aanvraag/1/bekendmaken",
    "/kind/2026-000001/aanvraag/1/besluit",
    "/kind/2026-000001/aanvraag/1/categorie",
    "/kind/2026-000001/aanvraag/1/checklist",
    "/kind/2026-000001/aanvraag/1/deskundigen",
    "/kind/2026-000001/aanvraag/1/intrekken",
    "/kind/2026-000001/aanvraag/1/termijn",
    "/kind/2026-000001/aanvraag/1/versturen",
    "/kind/2026-000001/aanvraag/1/zienswijze",
    "/kind/2026-000001/aanvraag/nieuw",
    "/kind/2026-000001/gegevens",
    "/kind/2026-000001/gegevens/verhuizing",
    "/kind/2026-000001/inzage",
    "/kind/2026-000001/inzage.csv",
    "/kind/2026-000001/persoon/1/gezag",
    "/kind/2026-000001/persoon/1/uitnodigen",
    "/kind/2026-000001/schorsing/1",
    "/kind/2026-000001/schorsing/1/inspectie",
    "/kind/2026-000001/schorsing/nieuw",
    "/kind/2026-000001/tijdlijn",
    "/kind/2026-000001/verbeteren/1",
    "/kind/2026-000001/verwijdering/1",
    "/kind/2026-000001/verwijdering/1/horen",
    "/kind/2026-000001/verwijdering/nieuw",
    "/kinderen",
    "/kinderen.csv",
    "/loket",
    "/loket.csv",
    "/mijn",
    "/mijn/2026-000001",
    "/mijn/2026-000001/contact",
    "/mijn/2026-000001/niet-eens",
    "/oso",
    "/register",
    "/register.csv",
    "/register/2026-00001",
    "/rol",
    "/scholen",
    "/scholen.csv",
    "/sleutels",
    "/sleutels.csv",
    "/tlv-controle",
    "/toegang",
    "/uitloggen",
    "/vandaag",
    "/vandaag-anderen.csv",
    "/vandaag.csv",
    "/verlengen",
    "/verlengen.csv",
    "/wet",
    "/wet/aanmelding.beslistermijn",
    "/zoeken",
];

/// Every process, in the order of their cards on the page of a child.
const PROCESPAGINAS: &[processen::Procespagina] =
    &[leven::PAGINA, aanmelding::PAGINA, aanvraag::PAGINA, verwijdering::PAGINA];

/// What the form of an act asks besides its fields.
pub(crate) fn besides(opdracht: Opdrachtnaam) -> impl Iterator<Item = &'static str> {
    let own = PROCESPAGINAS.iter().flat_map(|proces| proces.ernaast).filter(move |(act, _)| *act == opdracht);
    own.flat_map(|(_, fields)| fields.iter().copied())
}

/// The parts of a form without a file.
pub(crate) fn loose_parts(formulier: LosFormulier) -> &'static [Los] {
    match formulier {
        LosFormulier::Aanmelden => aanmelden::AANMELDEN,
        LosFormulier::Ingeschreven => aanmelden::INGESCHREVEN,
        LosFormulier::Beleid => beleid::LOS,
        // Kept by the page itself, field by field.
        LosFormulier::Disciplines => &[],
    }
}

/// What a form asks that only its file tells, for its draft.
pub(crate) async fn questions(open: &Geopend, formulier: &Formulier) -> Result<Vec<String>, Fout> {
    let mut names = Vec::new();
    for proces in PROCESPAGINAS {
        names.extend((proces.vragen)(open, formulier).await?);
    }
    Ok(names)
}

/// How the cases of every process go over the line, in the order of the core.
pub(crate) fn zaakvormen() -> impl Iterator<Item = &'static Zaakvorm> {
    let pages = dossier::proces::PROCESSEN.iter().filter_map(|proces| processen::met_code(proces.code));
    pages.flat_map(|pagina| pagina.vormen)
}

/// The routes of every page.
pub(crate) fn routes() -> Router<WebState> {
    let of_processes = PROCESPAGINAS.iter().map(|proces| (proces.routes)());
    of_processes
        .fold(Router::new(), Router::merge)
        .merge(begin::routes())
        .merge(beheer::routes())
        .merge(scholen::routes())
        .merge(sleutels::routes())
        .merge(zoeken::routes())
        .merge(oso::routes())
        .merge(beleid::routes())
        .merge(kind::routes())
        .merge(aanmelden::routes())
        .merge(crate::weg::concept::routes())
        .merge(kinderen::routes())
        .merge(mijn::routes())
        .merge(demo::routes())
        .merge(inloggen::routes())
        .merge(code::routes())
        .merge(activeer::routes())
        .merge(rol::routes())
        .merge(vandaag::routes())
        .merge(wet::routes())
        .merge(toegang::routes())
        .merge(gezondheid::routes())
}
