//! What tells a program's request from a person's: where the JSON interface begins, and which version answers.

use axum::http::HeaderName;

/// Version of the interface, in every answer.
pub const VERSION: &str = "1.0.0";
/// The header that says it.
pub const VERSION_HEADER: HeaderName = HeaderName::from_static("api-version");
/// Where its operations begin.
pub const BASE: &str = "/api/v1";

/// A program asks: it gets problem details where a person gets an error page. The page about the interface is a page.
pub fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}
