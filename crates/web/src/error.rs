//! What a handler can answer instead of a page, and how it looks.
//!
//! A handler returns [`Fout`]; it travels as a note on an empty response to [`show()`], the one place that knows
//! whether a person or a program asked and who is signed in, and which makes a page or problem details of it. What
//! the layers below refuse themselves (a request from another site, a body that is too large, an unknown address)
//! ends up there too, so that no answer is ever bare.

pub(crate) mod problem;
mod show;

pub use problem::Probleem;
pub(crate) use show::{Schilplek, show};

use std::sync::Arc;

use app::AppError;
use app::lijst::StorageError;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};

use crate::query::Terugpad;

/// The answer of a handler.
pub type Uitkomst = Result<Response, Fout>;

/// Why there is no page. `Display` is for people, in Dutch, and names nobody.
#[derive(Debug, thiserror::Error)]
pub enum Fout {
    /// A use case says no.
    #[error("{0}")]
    App(#[from] AppError),
    /// There is no such page.
    #[error("Deze pagina is er niet, of zij is niet voor u.")]
    NietGevonden,
    /// A key of the query is wrong.
    #[error(
        "Het adres van deze pagina klopt niet: '{sleutel}' is niet wat er moet staan. Verwacht: {verwacht}."
    )]
    Vraag {
        /// The key.
        sleutel: String,
        /// What should stand there.
        verwacht: String,
    },
    /// A form that no browser sends.
    #[error("Dit formulier is niet te lezen: {reden}.")]
    Formulier {
        /// Why not.
        reden: String,
    },
    /// A body of another kind than a form.
    #[error("Dit is geen formulier.")]
    GeenFormulier,
    /// A body of an API call that is no JSON.
    #[error("De invoer is geen leesbare JSON: {reden}.")]
    GeenJson {
        /// What the parser says.
        reden: String,
    },
    /// A form or file that is too large.
    #[error("Dit is te groot. Een bestand mag hooguit 25 MB zijn en een tekst hooguit 64.000 tekens.")]
    TeGroot,
    /// Problem details that an API handler made itself.
    #[error("{}", .0.title())]
    Probleem(Box<Probleem>),
    /// Nobody is signed in; leads there and back.
    #[error("U bent niet ingelogd.")]
    Inloggen(Terugpad),
    /// No role is chosen; leads there and back.
    #[error("Kies eerst in welke rol u werkt.")]
    KiesRol(Terugpad),
    /// What a layer answered: a method that a page does not have, a request from another site, too slow.
    #[error("{}", status_words(*.0))]
    Laag(StatusCode),
    /// A fault of the program.
    #[error(
        "Er ging iets mis in het programma. Er is niets half vastgelegd. Probeer het opnieuw, en meld het als het blijft."
    )]
    Intern,
}

impl Fout {
    /// A key of the query that is wrong.
    pub fn vraag(sleutel: &str, verwacht: &str) -> Self {
        let sleutel = sleutel.chars().take(40).collect();
        Self::Vraag { sleutel, verwacht: verwacht.to_owned() }
    }

    /// A body that could not be read, by the status that the reader gave it.
    pub(crate) fn body(status: StatusCode) -> Self {
        if status == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TeGroot
        } else {
            Self::Formulier { reden: "het is onderweg beschadigd".to_owned() }
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
            Self::Inloggen(_) => StatusCode::UNAUTHORIZED,
            Self::KiesRol(_) => StatusCode::FORBIDDEN,
            Self::Laag(status) => *status,
            Self::Intern => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The heading of the error page.
    pub(crate) fn heading(&self) -> &'static str {
        match self.status().as_u16() {
            401 => "U bent niet ingelogd",
            403 => "Dit mag u niet zien of doen",
            404 => "Niet gevonden",
            405 => "Dit kan hier niet",
            408 | 503 => "Nu even niet",
            409 => "Iemand was u voor",
            413 => "Te groot",
            422 => "Dit kan nu niet",
            500.. => "Er ging iets mis",
            _ => "Dit klopt niet",
        }
    }

    /// The code of the kind of problem, for programs.
    pub(crate) fn code(&self) -> &str {
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
            Self::KiesRol(_) => "geen_rol",
            Self::Laag(_) => "verzoek_geweigerd",
            Self::Intern => "interne_fout",
        }
    }

    /// Where a person is led instead of being shown an error page.
    pub(crate) fn elsewhere(&self) -> Option<String> {
        match self {
            Self::Inloggen(back) => Some(back.behind("/inloggen")),
            Self::KiesRol(back) => Some(back.behind("/rol")),
            _ => None,
        }
    }
}

fn app_status(error: &AppError) -> StatusCode {
    match error {
        AppError::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::Forbidden { .. } => StatusCode::FORBIDDEN,
        AppError::NotFound => StatusCode::NOT_FOUND,
        AppError::Clash { .. } => StatusCode::CONFLICT,
        AppError::Storage(StorageError::TooLarge { .. }) => StatusCode::PAYLOAD_TOO_LARGE,
        AppError::Storage(
            StorageError::DiskFull | StorageError::Unavailable { .. } | StorageError::Closed,
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
        AppError::Storage(StorageError::DiskFull) => "schijf_vol",
        AppError::Storage(_) => "opslag",
        AppError::Unreadable { .. } => "onleesbaar",
        AppError::Corpus(_) => "regels",
        AppError::Letter(_) => "brief",
    }
}

fn status_words(status: StatusCode) -> &'static str {
    match status.as_u16() {
        403 => {
            "Dit verzoek kwam niet van een pagina van Leerrecht. Ga terug naar de pagina, laad die opnieuw en probeer het nog eens."
        }
        404 => "Deze pagina is er niet, of zij is niet voor u.",
        405 => {
            "Dit adres bestaat, maar zo kunt u het niet gebruiken. Ga terug en volg een link of knop op de pagina."
        }
        413 => "Dit is te groot. Een bestand mag hooguit 25 MB zijn en een tekst hooguit 64.000 tekens.",
        415 => "Dit is geen formulier.",
        408 | 503 => "Het duurde te lang. Kijk op de pagina of het gelukt is voordat u het nog eens doet.",
        _ => "Dit verzoek klopt niet.",
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
            (AppError::from(Refusal::new("te_laat", "de termijn is voorbij")), 422),
            (AppError::Forbidden { reden: "dit is van een ander".to_owned() }, 403),
            (AppError::NotFound, 404),
            (AppError::Clash { dossier: None }, 409),
            (AppError::Storage(StorageError::DiskFull), 503),
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
