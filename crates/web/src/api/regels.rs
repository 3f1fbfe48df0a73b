//! The rules of law over HTTP: the same answers as `leerrecht recht regels` and `leerrecht recht toets`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use base::Date;
use recht::openbaar::{self, ToetsFout};
use recht::{Veldfout, Wet};
use serde_json::{Value, json};
use web_base::error::problem::VeldProbleem;
use web_base::error::{Fout, Probleem, Uitkomst};
use web_base::query::Vraag;
use web_base::session::Nu;
use web_base::state::WebState;

use super::operatie::{Groep, Operatie, Sleutel};
use super::schema::{Schemas, Vorm, one_of, or_null};

const REGELS: Groep = Groep {
    naam: "Regels",
    over: "De regels van de wet, voor iedereen: wat zij vragen, waar zij staan, en wat er in een geval uitkomt.",
};

pub(super) const OPERATIES: &[Operatie] = &[
    Operatie::get("/regels", "geefRegels", (REGELS, "Alle regels"), || get(list))
        .open()
        .geeft(|schemas| json!({ "type": "array", "items": rule_schema(schemas) })),
    Operatie::get("/regels/{regel}", "geefRegel", (REGELS, "Eén regel"), || get(one)).open().geeft(rule_schema),
    Operatie::post("/regels/{regel}/toets", "toetsRegel", (REGELS, "Een regel toepassen"), || post(toets))
        .uitleg("Welke velden een regel vraagt, staat bij de regel. Ook een regel die dan niet geldt, geeft antwoord. Er wordt niets bewaard.")
        .open()
        .vraagt(&[Sleutel::of::<Date>("op", "De dag waarvan het recht geldt; anders vandaag.")])
        .neemt(|_| json!({ "type": "object", "description": "De velden van de regel." }))
        .geeft(outcome_schema),
];

fn rule_schema(schemas: &mut Schemas) -> Value {
    schemas.object("Regel", "Een regel.", |schemas| {
        let text = json!({ "type": "string" });
        let field = schemas.object("Invoerveld", "Een veld dat een regel vraagt.", |_| {
            vec![
                ("naam", "Naam.", text.clone()),
                ("type", "Wat erin staat.", text.clone()),
                ("verplicht", "Het moet er zijn.", json!({ "type": "boolean" })),
                ("standaard", "Wat geldt als het er niet is.", json!({})),
                ("betekenis", "Wat het is.", text.clone()),
            ]
        });
        let outcome = schemas.object("Uitkomstveld", "Een veld van de uitkomst.", |_| {
            vec![
                ("naam", "Naam.", text.clone()),
                ("type", "Wat erin staat.", text.clone()),
                ("betekenis", "Wat het is.", text.clone()),
            ]
        });
        vec![
            ("naam", "Naam.", text.clone()),
            ("uitleg", "Wat zij zegt.", text.clone()),
            ("invoer", "Wat zij vraagt.", json!({ "type": "array", "items": field })),
            ("uitkomst", "Wat eruit komt.", json!({ "type": "array", "items": outcome })),
            ("vindplaatsen", "Waar zij staat.", json!({ "type": "array", "items": place_schema(schemas) })),
            ("geldig_van", "Vanaf.", Date::schema(schemas)),
            ("geldig_tot", "Eerste dag waarop zij niet meer geldt.", or_null(Date::schema(schemas))),
        ]
    })
}

fn place_schema(schemas: &mut Schemas) -> Value {
    super::vormen::Plaats::schema(schemas)
}

fn outcome_schema(schemas: &mut Schemas) -> Value {
    schemas.object("Toetsing", "Wat een regel antwoordt.", |schemas| {
        let text = json!({ "type": "string" });
        let step = schemas.object("Toetsstap", "Eén stap.", |_| {
            vec![
                ("omschrijving", "Wat er gedaan is.", text.clone()),
                ("resultaat", "Wat eruit kwam.", text.clone()),
                (
                    "vindplaats",
                    "Welke van de vindplaatsen erbij hoort, vanaf 0.",
                    json!({ "type": ["integer", "null"] }),
                ),
            ]
        });
        let proof = schemas.object("Bewijs", "Vingerafdrukken.", |_| {
            vec![("regels", "Van de regels.", text.clone()), ("invoer", "Van de invoer.", text.clone())]
        });
        let statuses = ["toegepast", "nog_niet_geldig", "beeindigd", "oordeel_nodig"];
        vec![
            ("regel", "De regel.", text.clone()),
            ("op", "De dag waarvan het recht is toegepast.", Date::schema(schemas)),
            ("status", "Of zij is toegepast.", one_of(&statuses)),
            ("geldig_van", "Vanaf.", Date::schema(schemas)),
            ("geldig_tot", "Eerste dag waarop zij niet meer geldt.", or_null(Date::schema(schemas))),
            (
                "uitkomst",
                "De uitkomst; niets als de regel niet geldt.",
                json!({ "type": ["object", "null"] }),
            ),
            ("stappen", "Hoe zij tot stand kwam.", json!({ "type": "array", "items": step })),
            ("vindplaatsen", "Waar het staat.", json!({ "type": "array", "items": place_schema(schemas) })),
            ("bewijs", "Bewijs.", proof),
        ]
    })
}

/// `GET /api/v1/regels`
async fn list(State(state): State<WebState>) -> Uitkomst {
    Ok(Json(openbaar::regels_json(&state.app.wet)).into_response())
}

/// `GET /api/v1/regels/{regel}`
async fn one(State(state): State<WebState>, Path(regel): Path<String>) -> Uitkomst {
    let card = openbaar::regel_json_by_name(&state.app.wet, &regel).ok_or(Fout::NietGevonden)?;
    Ok(Json(card).into_response())
}

/// `POST /api/v1/regels/{regel}/toets?op=`
async fn toets(
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
