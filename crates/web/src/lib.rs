//! Pages and the JSON interface: parse, call one use case, render, and nothing else.
//!
//! [`router`] is the whole program behind its addresses; [`serve`] lets it answer on a listener. Every page works
//! without script, with a keyboard and on paper. No address, log line or error report holds anything about a child.
//!
//! | module | what |
//! |---|---|
//! | [`paginas`] | one module per group of pages |
//! | [`api`] | the JSON interface |
//! | `weg` | the road of every form |
//! | [`web_base`] | what pages are built from: parts, shell, query, form, session, errors, lists, limits |
//!
//! # How to add a page
//!
//! 1. The use case comes first: one call on [`app::App`] that gives everything the page shows.
//! 2. A template `templates/paginas/NAME.html` that extends `pagina.html` and fills `{% block inhoud %}` with cards
//!    (`<section class="kaart"><h2>`) and parts (`{{ tabel }}`). It shows or leaves out, and decides nothing else.
//! 3. A module in `paginas` with the routes, one struct per template (`pagina: Pagina` and the parts, typed), and
//!    one handler per address:
//!
//! ```ignore
//! pub(super) fn routes() -> Router<WebState> {
//!     Router::new().route("/kinderen", get(list))
//! }
//!
//! #[derive(Template)]
//! #[template(path = "paginas/kinderen.html")]
//! struct Kinderen {
//!     pagina: Pagina,
//!     tabel: Tabel,
//! }
//!
//! async fn list(State(state): State<WebState>, kijker: Kijker, vraag: Vraag) -> Uitkomst {
//!     let found = state.app.kinderen(&kijker.kijker, kijker.moment, &wanted(&vraag)?, vraag.rows()?).await?;
//!     show(&Kinderen { pagina: kijker.page("Kinderen"), tabel: table(&found, &vraag) })
//! }
//! ```
//!
//! 4. A form about a file is a `weg::Stap`: its act, its fields, why the file is looked at, where it leads. The road shows it,
//!    reads it as its act declares, keeps the draft, shows a clash with both sides, and does it once. A form about no file takes
//!    `weg::los`, one act on many files `weg::reeks`. What is typed and is no act, such as a filter or a password, is read with
//!    [`form::Lezer`](web_base::form::Lezer) and goes back with [`pagina::show_refused`](web_base::pagina::show_refused), so that
//!    all typed text is still there. A form with files raises its own limit: `.layer(DefaultBodyLimit::max(limits::UPLOAD_BYTES))`
//!    on its route. An element with `data-levend="ADDRESS"` is fetched again after each field.
//! 5. A line in `paginas::routes` and, where people should find it, in `menu::ENTRIES`. The tests of every
//!    address walk `paginas::addresses`: an example of the address goes there too, and `tidy addresses` says when it does not.
//! 6. A test that renders the template with a sample, and one that asks the page as somebody who may and as somebody
//!    who may not.
// A test names what it looks at.
#![cfg_attr(not(test), deny(clippy::wildcard_enum_match_arm))]

mod accent;
pub mod api;
mod layers;
pub mod paginas;
mod server;
mod verbinding;
mod weg;

use axum::Router;
use axum::routing::get;

use web_base::{assets, error};

pub use server::serve;
pub use web_base::state::{Clock, Settings, WebState};

/// Every address of the program, with everything a request passes through.
pub fn router(state: WebState) -> Router {
    let routes = Router::new()
        .route("/static/{digest}/{*naam}", get(assets::serve))
        .route("/stijl/accent/{naam}", get(accent::serve))
        .merge(api::routes(&state))
        .merge(paginas::routes())
        .fallback(|| async { error::Fout::NietGevonden });
    layers::around(routes, &state).with_state(state)
}
