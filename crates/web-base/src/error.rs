//! What a handler can answer instead of a page, and how it looks.
//!
//! A handler returns [`Fout`]; it travels as a note on an empty response to [`show()`], the one place that knows
//! whether a person or a program asked and who is signed in, and which makes a page or problem details of it. What
//! the layers below refuse themselves (a request from another site, a body that is too large, an unknown address)
//! ends up there too, so that no answer is ever bare.

pub mod problem;
mod show;

pub use problem::Probleem;
pub use show::{Schilplek, Vragerplek, Weggelaten, show};

use std::sync::Arc;

use app::AppError;
use app::accounts::Sleutelfout;
use app::lijst::StorageError;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use teksten::{Taal, Tekst, fout};

use crate::query::Terugpad;

/// The answer of a handler.
pub type Uitkomst = Result<Response, Fout>;

/// Why there is no page. `Display` is Dutch and names nobody.
#[derive(Debug, thiserror::Error)]
pub enum Fout {
    /// A use case says no.
    App(#[from] AppError),
    /// There is no such page.
    NietGevonden,
    /// A key of the query is wrong.
    Vraag {
        /// The key.
        sleutel: String,
        /// What should stand there.
        verwacht: Tekst,
    },
    /// A form that no browser sends.
    Formulier {
        /// Why not.
        reden: Tekst,
    },
    /// A body of another kind than a form.
    GeenFormulier,
    /// A body of an API call that is no JSON.
    GeenJson {
        /// What the parser says.
        reden: String,
    },
    /// A form or file that is too large.
    TeGroot,
    /// Problem details that an API handler made itself.
    Probleem(Box<Probleem>),
    /// Nobody is signed in; leads there and back.
    Inloggen(Terugpad),
    /// The key of a program does not work.
    Sleutel(Sleutelfout),
    /// No role is chosen; leads there and back.
    KiesRol(Terugpad),
    /// What a layer answered: a method that a page does not have, a request from another site, too slow.
    Laag(StatusCode),
    /// A fault of the program.
    Intern,
}

impl Fout {
    /// A key of the query that is wrong, in the words of a list for who works with files.
    pub fn vraag(sleutel: &str, verwacht: &str) -> Self {
        Self::adres(sleutel, Tekst::letterlijk(verwacht))
    }

    /// The same, where a family can meet it.
    pub fn adres(sleutel: &str, verwacht: Tekst) -> Self {
        let sleutel = sleutel.chars().take(40).collect();
        Self::Vraag { sleutel, verwacht }
    }

    /// A body that could not be read, by the status that the reader gave it.
    pub fn body(status: StatusCode) -> Self {
        if status == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TeGroot
        } else {
            Self::Formulier { reden: fout::het_is_beschadigd() }
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::App(error) => app_status(error),
            Self::NietGevonden => StatusCode::NOT_FOUND,
            Self::Vraag { .. } | Self::Formulier { .. } | Self::GeenJson { .. } => StatusCode::BAD_REQUEST,
            Self::GeenFormulier => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TeGroot => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Probleem(problem) => problem.status(),
            Self::Inloggen(_) | Self::Sleutel(_) => StatusCode::UNAUTHORIZED,
            Self::KiesRol(_) => StatusCode::FORBIDDEN,
            Self::Laag(status) => *status,
            Self::Intern => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Somebody may not see or do this, or it is not there for them: which of the two nobody is told.
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::App(AppError::Forbidden { .. } | AppError::NotFound) | Self::NietGevonden)
    }

    /// The heading of the error page.
    pub fn heading(&self) -> Tekst {
        match self.status().as_u16() {
            401 => fout::kop_inloggen(),
            403 => fout::kop_geen_toegang(),
            404 => fout::kop_niet_gevonden(),
            405 => fout::kop_kan_hier_niet(),
            408 | 503 => fout::kop_even_niet(),
            409 => fout::kop_iemand_voor(),
            413 => fout::kop_te_groot(),
            422 => fout::kop_kan_nu_niet(),
            500.. => fout::kop_mis(),
            _ => fout::kop_klopt_niet(),
        }
    }

    /// What went wrong, in a language.
    pub fn zeg(&self, taal: Taal) -> String {
        taal.zeg(match self {
            Self::App(error) => return error.zeg(taal),
            Self::Probleem(problem) => return problem.title().to_owned(),
            Self::NietGevonden => fout::geen_pagina(),
            Self::Vraag { sleutel, verwacht } => fout::Adres { sleutel, verwacht: verwacht.clone() }.tekst(),
            Self::Formulier { reden } => fout::Formulier { reden: reden.clone() }.tekst(),
            Self::GeenFormulier => fout::geen_formulier(),
            Self::GeenJson { reden } => fout::GeenJson { reden }.tekst(),
            Self::TeGroot => fout::te_groot(),
            Self::Inloggen(_) => fout::niet_ingelogd(),
            Self::Sleutel(wrong) => wrong.tekst(),
            Self::KiesRol(_) => fout::kies_rol(),
            Self::Laag(status) => status_words(*status),
            Self::Intern => fout::intern(),
        })
    }

    /// The code of the kind of problem, for programs.
    pub fn code(&self) -> &str {
        match self {
            Self::App(AppError::Refused(refusal)) => refusal.code,
            Self::App(error) => app_code(error),
            Self::NietGevonden => "niet_gevonden",
            Self::Vraag { .. } => "ongeldige_vraag",
            Self::Formulier { .. } | Self::GeenFormulier => "ongeldig_formulier",
            Self::GeenJson { .. } => "geen_json",
            Self::TeGroot => "te_groot",
            Self::Probleem(problem) => problem.code(),
            Self::Inloggen(_) => "niet_ingelogd",
            Self::Sleutel(wrong) => wrong.code(),
            Self::KiesRol(_) => "geen_rol",
            Self::Laag(_) => "verzoek_geweigerd",
            Self::Intern => "interne_fout",
        }
    }

    /// Where a person is led instead of being shown an error page.
    pub fn elsewhere(&self) -> Option<String> {
        match self {
            Self::Inloggen(back) => Some(back.behind("/inloggen")),
            Self::KiesRol(back) => Some(back.behind("/rol")),
            Self::App(_)
            | Self::NietGevonden
            | Self::Vraag { .. }
            | Self::Formulier { .. }
            | Self::GeenFormulier
            | Self::GeenJson { .. }
            | Self::TeGroot
            | Self::Probleem(_)
            | Self::Sleutel(_)
            | Self::Laag(_)
            | Self::Intern => None,
        }
    }
}

fn app_status(error: &AppError) -> StatusCode {
    match error {
        AppError::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::Forbidden { .. } => StatusCode::FORBIDDEN,
        AppError::NotFound => StatusCode::NOT_FOUND,
        AppError::Clash { .. } | AppError::ConceptVeranderd { .. } => StatusCode::CONFLICT,
        AppError::Storage(StorageError::TooLarge { .. }) => StatusCode::PAYLOAD_TOO_LARGE,
        AppError::Storage(
            StorageError::DiskFull
            | StorageError::ReadOnly
            | StorageError::Unavailable { .. }
            | StorageError::Closed,
        ) => StatusCode::SERVICE_UNAVAILABLE,
        AppError::Storage(_) | AppError::Unreadable { .. } | AppError::Corpus(_) | AppError::Letter(_) => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

fn app_code(error: &AppError) -> &'static str {
    match error {
        AppError::Refused(_) => "geweigerd",
        AppError::Forbidden { .. } => "geen_toegang",
        AppError::NotFound => "niet_gevonden",
        AppError::Clash { .. } => "botsing",
        AppError::ConceptVeranderd { .. } => "concept_veranderd",
        AppError::Storage(StorageError::DiskFull) => "schijf_vol",
        AppError::Storage(StorageError::ReadOnly) => "alleen_lezen",
        AppError::Storage(_) => "opslag",
        AppError::Unreadable { .. } => "onleesbaar",
        AppError::Corpus(_) => "regels",
        AppError::Letter(_) => "brief",
    }
}

fn status_words(status: StatusCode) -> Tekst {
    match status.as_u16() {
        403 => fout::andere_site(),
        404 => fout::geen_pagina(),
        405 => fout::zo_niet(),
        413 => fout::te_groot(),
        415 => fout::geen_formulier(),
        408 | 503 => fout::te_lang(),
        _ => fout::verzoek(),
    }
}

impl std::fmt::Display for Fout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.zeg(Taal::Nl))
    }
}

impl IntoResponse for Fout {
    /// An empty response with the error as a note; [`show()`] makes of it what is seen.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Leads to another address with a GET: the answer to every form that was carried out.
pub fn redirect(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, address.to_owned())]).into_response()
}

#[cfg(test)]
mod tests {
    use dossier::Refusal;

    use super::*;

    #[test]
    fn every_failure_has_the_status_that_says_what_to_do_next() {
        let table = [
            (AppError::from(Refusal::new("te_laat", Tekst::letterlijk("de termijn is voorbij"))), 422),
            (AppError::Forbidden { reden: Tekst::letterlijk("dit is van een ander") }, 403),
            (AppError::NotFound, 404),
            (AppError::Clash { dossier: None }, 409),
            (AppError::Storage(StorageError::DiskFull), 503),
            (AppError::Storage(StorageError::ReadOnly), 503),
            (AppError::Storage(StorageError::Closed), 503),
            (AppError::Storage(StorageError::TooLarge { what: "blob", most: 1 }), 413),
            (AppError::Storage(StorageError::NotEmpty), 500),
            (AppError::Corpus("x".to_owned()), 500),
        ];
        for (error, status) in table {
            assert_eq!(Fout::from(error).status().as_u16(), status);
        }
    }

    #[test]
    fn an_address_is_never_repeated_in_full() {
        assert!(Fout::vraag(&"x".repeat(5_000), "iets anders").to_string().len() < 200);
    }
}
