//! The rules of law over HTTP: the same answers as `leerrecht recht regels` and `leerrecht recht toets`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Date;
use recht::openbaar::{self, ToetsFout};
use recht::{Veldfout, Wet};

use crate::error::problem::VeldProbleem;
use crate::error::{Fout, Probleem, Uitkomst};
use crate::query::Vraag;
use crate::session::Nu;
use crate::state::WebState;

/// `GET /api/v1/regels`
pub(super) async fn list(State(state): State<WebState>) -> Uitkomst {
    Ok(Json(openbaar::regels_json(&state.app.wet)).into_response())
}

/// `GET /api/v1/regels/{regel}`
pub(super) async fn one(State(state): State<WebState>, Path(regel): Path<String>) -> Uitkomst {
    let card = openbaar::regel_json_by_name(&state.app.wet, &regel).ok_or(Fout::NietGevonden)?;
    Ok(Json(card).into_response())
}

/// `POST /api/v1/regels/{regel}/toets?op=`
pub(super) async fn toets(
    State(state): State<WebState>,
    Path(regel): Path<String>,
    vraag: Vraag,
    Nu(moment): Nu,
    body: Result<Bytes, BytesRejection>,
) -> Uitkomst {
    let wet = &state.app.wet;
    if openbaar::regel_json_by_name(wet, &regel).is_none() {
        return Err(Fout::NietGevonden);
    }
    let op = read_op(&vraag, moment.vandaag).map_err(|fields| wrong_input(wet, &regel, &fields))?;
    let body = body.map_err(|rejection| Fout::body(rejection.status()))?;
    let tekst =
        str::from_utf8(&body).map_err(|_| Fout::GeenJson { reden: "het is geen UTF-8".to_owned() })?;
    let asked = openbaar::toets_tekst(wet, &regel, tekst, op);
    let (outcome, _) = asked.map_err(|failure| refused(wet, &regel, failure))?;
    Ok(Json(outcome).into_response())
}

fn read_op(vraag: &Vraag, today: Date) -> Result<Date, Vec<Veldfout>> {
    // Given twice it is no date either: the values together say so.
    let given: Vec<&str> = vraag.all("op").collect();
    match given.as_slice() {
        [] => Ok(today),
        given => openbaar::lees_op(&given.join(", ")).map_err(|wrong| wrong.velden),
    }
}

fn refused(wet: &Wet, regel: &str, failure: ToetsFout) -> Fout {
    match failure {
        ToetsFout::OnbekendeRegel { .. } => Fout::NietGevonden,
        ToetsFout::GeenJson { reden } => Fout::GeenJson { reden },
        ToetsFout::Invoer(wrong) => wrong_input(wet, regel, &wrong.velden),
        ToetsFout::Beschrijving { .. } => {
            tracing::error!(regel, "a rule does not fit its description");
            Fout::Intern
        }
    }
}

fn wrong_input(wet: &Wet, regel: &str, velden: &[Veldfout]) -> Fout {
    let lines: Vec<String> = velden.iter().map(ToString::to_string).collect();
    let fields = velden.iter().map(|fout| VeldProbleem {
        veld: fout.veld.clone(),
        gegeven: fout.gegeven.clone(),
        verwacht: fout.verwacht.clone(),
    });
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let problem = Probleem::new(status, "ongeldige_invoer", "De invoer klopt niet", lines.join("\n"));
    let kaarten = wet.regels();
    let kaart = kaarten.iter().find(|kaart| kaart.naam == regel);
    let place = kaart.and_then(|kaart| kaart.vindplaatsen.first()).map(|bron| &bron.vindplaats);
    Fout::Probleem(Box::new(problem.about_rule(regel).at(place).with_fields(fields.collect())))
}
