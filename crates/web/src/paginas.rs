//! The pages, one module per group: each handler parses, calls one use case and renders.

mod activeer;
mod begin;
mod beheer;
//mod code;
mod demo;
mod gezondheid;
mod inloggen;
mod kind;
mod kinderen;
mod mijn;
mod rol;
mod toegang;
mod vandaag;
mod wet;

use axum::Router;

use crate::state::WebState;

/// Every address of a page, with an example in place of each part that differs: what the tests walk.
pub const ADDRESSES: &[&str] = &[
    "/",
    "/accounts",
    "/activeer/0000",
    "/code",
    "/demo",
    "/gezondheid",
    "/inloggen",
    "/kind/2026-000001",
    "/kind/2026-000001/inzage",
    "/kind/2026-000001/tijdlijn",
    "/kinderen",
    "/mijn",
    "/mijn/2026-000001",
    "/mijn/2026-000001/contact",
    "/mijn/2026-000001/niet-eens",
    "/rol",
    "/scholen",
    "/sleutels",
    "/toegang",
    "/uitloggen",
    "/vandaag",
    "/wet",
    "/wet/aanmelding.beslistermijn",
];

/// The routes of every page.
pub(crate) fn routes() -> Router<WebState> {
    Router::new()
        .merge(begin::routes())
        .merge(beheer::routes())
        .merge(kind::routes())
        .merge(kinderen::routes())
        .merge(mijn::routes())
        .merge(demo::routes())
        .merge(inloggen::routes())
        .merge(activeer::routes())
        //.merge(code::routes())
        .merge(rol::routes())
        .merge(vandaag::routes())
        .merge(wet::routes())
        .merge(toegang::routes())
        .merge(gezondheid::routes())
}
