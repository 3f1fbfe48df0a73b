//! Who asks: the cookie of a session, the key of a program, and the role somebody acts in.
//!
//! A handler takes one of these as an argument and nothing more has to be checked for signing in:
//!
//! | argument | who gets through | who does not |
//! |---|---|---|
//! | [`Bezoeker`] | everybody | – |
//! | [`Aangemeld`] | whoever is signed in | is led to `/inloggen` and back |
//! | [`Kijker`] | whoever chose a role, or a program with a key | is led to `/rol` and back |

mod cookie;
mod herkomst;

pub use cookie::{Apparaat, Sessietoken, end, keep_language, start, start_known};
pub use herkomst::{Herkomst, place};

use std::convert::Infallible;

use app::{Moment, accounts};
use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::Method;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use base::OrganisatieId;
use dossier::toegang;
use teksten::Taal;

use crate::api;
use crate::error::{Fout, Schilplek, Vragerplek, Weggelaten};
use crate::menu;
use crate::pagina::{Pagina, Schil, Wie};
use crate::query::Terugpad;
use crate::state::WebState;

/// Somebody who looks at a page, signed in or not.
#[derive(Debug, Clone)]
pub struct Bezoeker {
    /// Who, when signed in.
    pub wie: Option<accounts::Aangemeld>,
    /// What stands around the page.
    pub schil: Schil,
    /// When the request began.
    pub moment: Moment,
}

/// Somebody who is signed in, with or without a role.
#[derive(Debug, Clone)]
pub struct Aangemeld {
    /// Who.
    pub wie: accounts::Aangemeld,
    /// What stands around the page.
    pub schil: Schil,
    /// When the request began.
    pub moment: Moment,
}

/// Somebody in the role they chose: what every use case asks for.
#[derive(Debug, Clone)]
pub struct Kijker {
    /// Person, role, organisation.
    pub kijker: toegang::Kijker,
    /// What stands around the page.
    pub schil: Schil,
    /// When the request began.
    pub moment: Moment,
}

macro_rules! has_pages {
    ($($who:ty),+) => {
        $(impl $who {
            /// A page for this person.
            pub fn page(&self, titel: impl Into<String>) -> Pagina {
                Pagina::new(titel, self.schil.clone())
            }
        })+
    };
}

has_pages!(Bezoeker, Aangemeld, Kijker);

impl Kijker {
    /// The language in which this person reads pages that are there in more than one: Dutch for who works with files.
    pub fn taal(&self) -> Taal {
        self.schil.taal()
    }
}

/// The session of a request, looked up once.
async fn look_up(parts: &mut Parts, state: &WebState) -> Result<Bezoeker, Fout> {
    if let Some(known) = parts.extensions.get::<Bezoeker>() {
        return Ok(known.clone());
    }
    let moment = state.moment();
    let wie = match Sessietoken::of(parts, state) {
        Some(token) => state.app.who(&token, moment).await?,
        None => None,
    };
    let mut schil = match &wie {
        Some(wie) => signed_in(state, wie, moment, parts.uri.path()).await?,
        None => Schil::anonymous(state).at(parts.uri.path_and_query().map_or("/", |path| path.as_str())),
    };
    schil.gekozen_taal = match &wie {
        Some(wie) => wie.taal.unwrap_or_default(),
        None => language_of_nobody(parts, state, moment).await?,
    };
    schil.lost = parts.extensions.get::<Weggelaten>().map(|lost| lost.0.clone()).unwrap_or_default();
    if let Some(plek) = parts.extensions.get::<Schilplek>() {
        plek.remember(&schil);
    }
    let bezoeker = Bezoeker { wie, schil, moment };
    parts.extensions.insert(bezoeker.clone());
    Ok(bezoeker)
}

/// In which language somebody reads who is not signed in: as they chose, else as whoever's session ended here chose, else
/// as the browser asks.
async fn language_of_nobody(parts: &Parts, state: &WebState, moment: Moment) -> Result<Taal, Fout> {
    if let Some(taal) = cookie::language(parts) {
        return Ok(taal);
    }
    if let Some(token) = Sessietoken::of(parts, state)
        && let Some(taal) = state.app.taal_van_verlopen(&token, moment).await?
    {
        return Ok(taal);
    }
    Ok(cookie::asked_language(parts).unwrap_or_default())
}

async fn signed_in(
    state: &WebState,
    wie: &accounts::Aangemeld,
    moment: Moment,
    path: &str,
) -> Result<Schil, Fout> {
    let rol = wie.gekozen.as_ref().map(|kijker| kijker.actor.rol);
    let organisatie = match &wie.gekozen {
        // A family is no organisation to its own members.
        Some(kijker) if menu::is_family(kijker.actor.rol) => String::new(),
        Some(kijker) => organisation(state, &kijker.actor.organisatie, moment).await?,
        None => String::new(),
    };
    let shown = Wie {
        naam: wie.naam.clone(),
        rol: rol.map(|rol| rol.label().to_owned()).unwrap_or_default(),
        organisatie,
        andere_rollen: wie.rollen.len() > 1,
    };
    let accent = match &wie.gekozen {
        Some(kijker) => accent(state, &kijker.actor.organisatie, moment).await?,
        None => None,
    };
    let mut schil = Schil::signed_in(state, shown, rol, path);
    // Whoever has only their children to choose from is a family before the choice too.
    if rol.is_none() && wie.rollen.iter().all(|held| menu::is_family(held.rol)) {
        schil = schil.reading_as_chosen();
    }
    schil.accent = accent;
    Ok(schil)
}

/// The colour of the region: of the partnership itself, or of the one that a school belongs to.
async fn accent(state: &WebState, id: &OrganisatieId, moment: Moment) -> Result<Option<String>, Fout> {
    let swv = match id.vestiging() {
        Some(vestiging) => {
            let school = state.app.school(&vestiging, moment.vandaag).await?;
            school.as_ref().and_then(verband::School::swv).cloned()
        }
        None => id.swv(),
    };
    let Some(swv) = swv else { return Ok(None) };
    let colour = state.app.accentkleur(&swv).await?;
    Ok(colour.strip_prefix('#').map(str::to_ascii_lowercase))
}

/// An organisation by name.
pub async fn organisation(state: &WebState, id: &OrganisatieId, moment: Moment) -> Result<String, Fout> {
    Ok(state.app.organisatie_naam(id, moment.vandaag).await?)
}

/// Where this request wanted to go: only a page that was asked for, never a form that was sent.
fn way_back(parts: &Parts) -> Terugpad {
    if parts.method != Method::GET {
        return Terugpad::default();
    }
    Terugpad::of(parts.uri.path_and_query().map_or("/", |path| path.as_str()))
}

impl FromRequestParts<WebState> for Bezoeker {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Fout> {
        look_up(parts, state).await
    }
}

impl FromRequestParts<WebState> for Aangemeld {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Fout> {
        let Bezoeker { wie, schil, moment } = look_up(parts, state).await?;
        let wie = wie.ok_or_else(|| Fout::Inloggen(way_back(parts)))?;
        Ok(Self { wie, schil, moment })
    }
}

impl FromRequestParts<WebState> for Kijker {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Fout> {
        if api::is_api(parts.uri.path()) && parts.headers.contains_key(AUTHORIZATION) {
            if let Some(known) = parts.extensions.get::<Self>() {
                return Ok(known.clone());
            }
            let kijker = by_key(parts, state).await?;
            parts.extensions.insert(kijker.clone());
            remember(parts, &kijker);
            return Ok(kijker);
        }
        let Aangemeld { wie, schil, moment } = Aangemeld::from_request_parts(parts, state).await?;
        let kijker = wie.gekozen.ok_or_else(|| Fout::KiesRol(way_back(parts)))?;
        let kijker = Self { kijker, schil, moment };
        remember(parts, &kijker);
        Ok(kijker)
    }
}

/// Keeps who asks for which kind of page, so that a refusal can be written down: the address as it was declared, without the number
/// of a file.
fn remember(parts: &Parts, kijker: &Kijker) {
    if let (Some(plek), Some(pad)) =
        (parts.extensions.get::<Vragerplek>(), parts.extensions.get::<MatchedPath>())
    {
        plek.remember(kijker, pad.as_str());
    }
}

/// A program acts as one person in one role, by its key.
async fn by_key(parts: &Parts, state: &WebState) -> Result<Kijker, Fout> {
    let moment = state.moment();
    let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let key = header.strip_prefix("Bearer ").unwrap_or_default();
    let kijker = state.app.resolve_sleutel(key, moment).await?;
    let kijker = kijker.map_err(Fout::Sleutel)?;
    Ok(Kijker { kijker, schil: Schil::anonymous(state), moment })
}

/// The moment of a request, for handlers that need nobody.
pub struct Nu(pub Moment);

impl FromRequestParts<WebState> for Nu {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        Ok(Self(state.moment()))
    }
}
