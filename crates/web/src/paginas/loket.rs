//! The desk of a samenwerkingsverband: its queue of requests, who advises on them, and the acts that change a term.

pub(super) mod aanvulling;
pub(super) mod behandelen;
mod deskundigen;
mod dwangsom;
mod einde;
mod experts;
mod rij;
mod termijn;
mod toewijzen;
mod verbetering;
mod vervalt;

use axum::Router;
use axum::routing::{get, post};
pub(crate) use rij::AANVRAGEN;
use web_base::state::WebState;

use crate::weg::pagina;

pub(in crate::paginas) use einde::address as give_back;

pub(super) fn routes() -> Router<WebState> {
    Router::new()
        .route("/loket", get(rij::list))
        .route("/loket.csv", get(rij::csv))
        .route("/loket/toewijzen", post(toewijzen::assign_many).get(toewijzen::nothing_chosen))
        .route("/kind/{nummer}/aanvraag/{nr}/deskundigen", get(deskundigen::form).post(deskundigen::assign))
        .route("/kind/{nummer}/aanvraag/{nr}/deskundigen/{toewijzing}/einde", pagina(einde::stap))
        .route("/kind/{nummer}/aanvraag/{nr}/termijn", get(termijn::term_now))
        .route("/kind/{nummer}/aanvraag/{nr}/vertraging", pagina(termijn::later))
        .route("/kind/{nummer}/aanvraag/{nr}/ingebrekestelling", pagina(termijn::in_default))
        .route("/kind/{nummer}/aanvraag/{nr}/aanvulling/vervalt", pagina(vervalt::drop_it))
        .route("/kind/{nummer}/aanvraag/{nr}/aanvulling/genoeg", pagina(behandelen::judge))
        .route("/kind/{nummer}/aanvraag/{nr}/niet-behandelen", pagina(behandelen::stop))
        .route("/kind/{nummer}/aanvraag/{nr}/doorsturen", pagina(behandelen::forward))
        .route("/kind/{nummer}/aanvraag/{nr}/verbetering", pagina(verbetering::judge))
        .route("/kind/{nummer}/aanvraag/{nr}/dwangsom", pagina(dwangsom::fix))
}
