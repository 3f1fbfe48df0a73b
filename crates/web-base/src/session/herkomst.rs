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

/// Whose address it is: of the newer kind every connection has networks of its own, of which a household gets 256 (a /56), with more
/// addresses than anybody can count.
pub fn place(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{:x}", d & 0xff00)
        }
    }
}

impl FromRequestParts<WebState> for Herkomst {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let address = if state.settings.behind_proxy { forwarded(parts).or(direct) } else { direct };
        let text = address.map(|ip| place(ip.to_canonical())).unwrap_or_default();
        Ok(Self(Digest::of(text.as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_one_place_however_many_addresses_it_has() {
        let told = |text: &str| place(text.parse::<IpAddr>().expect("an address").to_canonical());
        assert_eq!(told("2001:db8:1:2::1"), told("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assert_eq!(told("2001:db8:1:200::1"), told("2001:db8:1:2ff::1"));
        assert_ne!(told("2001:db8:1:2ff::1"), told("2001:db8:1:300::1"));
        assert_ne!(told("192.0.2.1"), told("192.0.2.2"));
        assert_eq!(told("::ffff:192.0.2.1"), told("192.0.2.1"));
    }
}
