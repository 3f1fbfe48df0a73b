//! Where a request comes from, as a digest: for counting failed attempts, and for nothing else.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use app::lijst::Digest;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::state::WebState;

/// The digest of an address. The address itself is kept nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Herkomst(pub Digest);

/// Behind a trusted front its last word counts: what stands before it, anybody can write.
fn forwarded(parts: &Parts) -> Option<IpAddr> {
    let last = parts.headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

impl FromRequestParts<WebState> for Herkomst {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let address = if state.settings.behind_proxy { forwarded(parts).or(direct) } else { direct };
        let text = address.map(|ip| ip.to_canonical().to_string()).unwrap_or_default();
        Ok(Self(Digest::of(text.as_bytes())))
    }
}
