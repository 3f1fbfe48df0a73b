//! Style sheet, script and mark, inside the program. Their addresses hold a digest of their contents, so that a
//! browser keeps them for ever and still sees a new one at once.

use std::sync::LazyLock;

use app::lijst::Digest;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::Embed;

use crate::error::{Fout, Uitkomst};

#[derive(Embed)]
#[folder = "$CARGO_MANIFEST_DIR/../../static"]
struct Static;

struct Asset {
    naam: String,
    digest: String,
    body: Bytes,
}

static ASSETS: LazyLock<Vec<Asset>> =
    LazyLock::new(|| Static::iter().filter_map(|naam| read(&naam)).collect());

fn read(naam: &str) -> Option<Asset> {
    let body = Bytes::from(Static::get(naam)?.data.into_owned());
    let digest = Digest::of(&body).to_string().chars().take(16).collect();
    Some(Asset { naam: naam.to_owned(), digest, body })
}

/// What a browser keeps until the end of time: the address changes with the contents.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The address of a file of `static/`.
pub fn address(naam: &str) -> String {
    let digest = ASSETS.iter().find(|asset| asset.naam == naam).map_or("0", |asset| asset.digest.as_str());
    format!("/static/{digest}/{naam}")
}

/// Gives a file. One with another digest is given too, for a page that was open while the program changed, and is
/// then not kept.
#[expect(clippy::unused_async, reason = "a handler, which the router awaits")]
pub async fn serve(Path((digest, naam)): Path<(String, String)>, headers: HeaderMap) -> Uitkomst {
    let asset = ASSETS.iter().find(|asset| asset.naam == naam).ok_or(Fout::NietGevonden)?;
    let etag = format!("\"{}\"", asset.digest);
    let kept = if asset.digest == digest { FOR_EVER } else { "no-cache" };
    let known = headers.get(IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == etag.as_bytes());
    let about =
        [(CONTENT_TYPE, media_type(&naam).to_owned()), (ETAG, etag), (CACHE_CONTROL, kept.to_owned())];
    Ok(if known {
        (StatusCode::NOT_MODIFIED, about).into_response()
    } else {
        Response::new(asset.body.clone().into()).with(about)
    })
}

/// A response with headers added.
trait With {
    fn with(self, headers: impl axum::response::IntoResponseParts) -> Response;
}

impl With for Response {
    fn with(self, headers: impl axum::response::IntoResponseParts) -> Response {
        (headers, self).into_response()
    }
}

fn media_type(naam: &str) -> &'static str {
    match naam.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_an_address_that_changes_with_its_contents() {
        for naam in ["stijl.css", "script.js", "merk.svg"] {
            let asset = ASSETS.iter().find(|asset| asset.naam == naam).unwrap();
            assert_eq!(address(naam), format!("/static/{}/{naam}", asset.digest));
            assert_ne!(media_type(naam), "application/octet-stream");
        }
    }
}
