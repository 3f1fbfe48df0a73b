//! The OpenAPI document, made from the declarations of the operations and of their shapes.

use std::sync::OnceLock;

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::{Map, Value, json};
use web_base::error::{Uitkomst, problem};
use web_base::limits;
use web_base::state::WebState;

use super::operatie::{Antwoord, Groep, Herhaalsleutel, Operatie, Sleutel};
use super::schema::{Schemas, described, one_of};
use super::{BASE, VERSION, operaties};

const OVER: Groep = Groep { naam: "Over deze API", over: "Het document dat u nu leest, voor programma's." };

pub(super) const OPERATIES: &[Operatie] =
    &[Operatie::get("/openapi.json", "geefDocument", (OVER, "Dit document"), || get(show))
        .open()
        .geeft(|_| json!({ "type": "object" }))];

/// What the document says of the whole.
const INLEIDING: &str = "Wat de pagina's van Leerrecht bieden, voor programma's. \
Een programma meldt zich met een sleutel (`Authorization: Bearer …`) die hoort bij één persoon, één rol en één organisatie, \
en mag nooit meer dan die persoon op de pagina's. Wat iemand niet mag zien, staat er niet in. \
Wie schrijft, noemt de versie die hij zag: was iemand anders eerder, dan is het antwoord 409 met beide kanten. \
Een herhaalsleutel (`Idempotency-Key`) maakt een verzoek dat twee keer komt onschadelijk. \
Elke fout is een probleembericht (RFC 9457), in het Nederlands, met het veld, de regel en het artikel waar dat kan.";

/// `GET /api/v1/openapi.json`
async fn show(State(state): State<WebState>) -> Uitkomst {
    let mut document = document().clone();
    if let (Some(adres), Some(fields)) = (&state.settings.webadres, document.as_object_mut()) {
        let url = format!("{}{BASE}", adres.trim_end_matches('/'));
        fields.insert("servers".to_owned(), json!([{ "url": url }]));
    }
    Ok(Json(document).into_response())
}

/// The whole document. It follows from the program, so it is made once.
pub(crate) fn document() -> &'static Value {
    static DOCUMENT: OnceLock<Value> = OnceLock::new();
    DOCUMENT.get_or_init(make)
}

fn make() -> Value {
    let mut schemas = Schemas::default();
    let mut paths: Map<String, Value> = Map::new();
    for operatie in operaties() {
        let described = operation(operatie, &mut schemas);
        let path = paths.entry(operatie.pad).or_insert_with(|| json!({}));
        if let Some(path) = path.as_object_mut() {
            path.insert(operatie.methode.to_owned(), described);
        }
    }
    schemas.named("Probleem", |_| problem::schema());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Leerrecht",
            "summary": "Passend onderwijs: dossiers, opdrachten, registers en regels.",
            "description": INLEIDING,
            "version": VERSION,
            "contact": {
                "name": "The authors of Leerrecht",
                "url": "https://leerrecht.example/",
                "email": "api@leerrecht.example",
            },
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": BASE }],
        "security": [{ "sleutel": [] }],
        "tags": tags(),
        "paths": paths,
        "components": {
            "schemas": schemas.all(),
            "headers": headers(),
            "securitySchemes": { "sleutel": {
                "type": "http",
                "scheme": "bearer",
                "description": "Een sleutel die de beheerder maakte en die de persoon zelf aanzette.",
            } },
        },
    })
}

/// The groups of the operations, each once, in their order.
pub(super) fn groups() -> Vec<Groep> {
    let mut groups: Vec<Groep> = Vec::new();
    for operatie in operaties() {
        if !groups.contains(&operatie.groep) {
            groups.push(operatie.groep);
        }
    }
    groups
}

fn tags() -> Vec<Value> {
    groups().iter().map(|groep| json!({ "name": groep.naam, "description": groep.over })).collect()
}

fn headers() -> Value {
    let header = |zegt: &str| json!({ "description": zegt, "schema": { "type": "string" } });
    json!({
        "API-Version": header("De volledige versie van deze API."),
        "WWW-Authenticate": header("Hoe een programma zich meldt."),
        "Retry-After": header("Na hoeveel seconden opnieuw proberen zin heeft."),
        "Content-Disposition": header("De naam van het bestand."),
    })
}

fn operation(operatie: &Operatie, schemas: &mut Schemas) -> Value {
    let mut fields = Map::new();
    let mut set = |key: &str, value: Value| fields.insert(key.to_owned(), value);
    set("operationId", operatie.id.into());
    set("tags", json!([operatie.groep.naam]));
    set("summary", operatie.wat.into());
    if !operatie.uitleg.is_empty() {
        set("description", operatie.uitleg.into());
    }
    if operatie.open {
        set("security", json!([]));
    }
    let parameters = parameters(operatie, schemas);
    if !parameters.is_empty() {
        set("parameters", parameters.into());
    }
    if let Some(schema) = operatie.lichaam {
        set(
            "requestBody",
            json!({ "required": true, "content": { "application/json": { "schema": schema(schemas) } } }),
        );
    }
    let responses: Map<String, Value> = operatie
        .statuses()
        .into_iter()
        .map(|status| (status.to_string(), response(operatie, status, schemas)))
        .collect();
    set("responses", responses.into());
    fields.into()
}

fn parameters(operatie: &Operatie, schemas: &mut Schemas) -> Vec<Value> {
    let mut all: Vec<Value> = operatie.path_parts().filter_map(path_parameter).collect();
    for Sleutel { naam, zegt, schema } in operatie.vraag {
        all.push(json!({ "name": naam, "in": "query", "description": zegt, "schema": schema(schemas) }));
    }
    for (naam, zegt, schema) in (operatie.vraag_van_lijst)() {
        all.push(json!({ "name": naam, "in": "query", "description": zegt, "schema": schema }));
    }
    if operatie.herhaal != Herhaalsleutel::Geen {
        all.push(json!({
            "name": "Idempotency-Key",
            "in": "header",
            "required": operatie.herhaal == Herhaalsleutel::Moet,
            "description": "Een sleutel die u zelf kiest, één per verzoek. Hetzelfde verzoek met dezelfde sleutel gebeurt één keer.",
            "schema": { "type": "string", "minLength": 1, "maxLength": super::opdrachten::KEY_BYTES, "pattern": "^[!-~]+$" },
        }));
    }
    all
}

/// What can stand in a part of a path, by its name; a part of which nothing is known is an example of itself.
pub(super) fn example(naam: &str) -> &str {
    match naam {
        "nummer" => "2026-000001",
        "volgnummer" | "aanvraag" | "rol" => "1",
        "account" | "sleutel" => "00000000-0000-4000-8000-000000000001",
        "bijlage" => "0000000000000000000000000000000000000000000000000000000000000000",
        "naam" => "weiger",
        "formulier" => "weiger-1",
        "los" => "aanmelden",
        "veld" => "motivering",
        "vestigingscode" => "99ZZ00",
        "regel" => "schorsing.toets",
        unknown => unknown,
    }
}

/// A part of a path, by its name.
pub(super) fn path_parameter(naam: &str) -> Option<Value> {
    let text = json!({ "type": "string", "minLength": 1 });
    let (zegt, schema) = match naam {
        "nummer" => {
            ("Nummer van het dossier.", json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{6}$" }))
        }
        "volgnummer" => ("Volgnummer in het dossier.", json!({ "type": "integer", "minimum": 1 })),
        "aanvraag" => ("Nummer van de aanvraag in het dossier.", json!({ "type": "integer", "minimum": 1 })),
        "account" => ("Kenmerk van het account.", text),
        "rol" => ("Nummer waaronder iemand deze rol kreeg.", json!({ "type": "integer", "minimum": 1 })),
        "sleutel" => ("Kenmerk van de sleutel; niet de sleutel zelf.", text),
        "bijlage" => ("Kenmerk van de bijlage, zoals het dossier het noemt.", text),
        "naam" => ("Naam van de opdracht.", one_of(&super::opdrachten::names())),
        "formulier" => (
            "Naam van het formulier: de opdracht, met een streepje en het nummer van de zaak waar het over een zaak gaat, zoals `weiger-1`.",
            text,
        ),
        "los" => (
            "Naam van het formulier.",
            one_of(
                &app::concepten::LosFormulier::all()
                    .map(app::concepten::LosFormulier::naam)
                    .collect::<Vec<_>>(),
            ),
        ),
        "veld" => ("Naam van het veld.", json!({ "type": "string", "pattern": "^[A-Za-z0-9_:.-]{1,80}$" })),
        "vestigingscode" => {
            ("Vestigingscode van de school.", json!({ "type": "string", "pattern": "^[0-9A-Z]{6}$" }))
        }
        "regel" => ("Naam van de regel.", text),
        _ => return None,
    };
    Some(json!({ "name": naam, "in": "path", "required": true, "description": zegt, "schema": schema }))
}

fn response(operatie: &Operatie, status: u16, schemas: &mut Schemas) -> Value {
    let mut named = vec!["API-Version"];
    let content = match (status, operatie.antwoord) {
        (200, Antwoord::Json(schema)) => json!({ "application/json": { "schema": schema(schemas) } }),
        (200, Antwoord::Bytes(kinds)) => {
            named.push("Content-Disposition");
            let bytes =
                |kind: &&str| ((*kind).to_owned(), json!({ "schema": described(&json!({}), "De bytes.") }));
            kinds.iter().map(bytes).collect::<Map<_, _>>().into()
        }
        (204, _) => Value::Null,
        _ => {
            let schema = schemas.named("Probleem", |_| problem::schema());
            json!({ "application/problem+json": { "schema": schema } })
        }
    };
    named.extend((status == 401).then_some("WWW-Authenticate"));
    named.extend((status == 503).then_some("Retry-After"));
    let headers: Map<String, Value> = named
        .into_iter()
        .map(|naam| (naam.to_owned(), json!({ "$ref": format!("#/components/headers/{naam}") })))
        .collect();
    let mut fields = Map::new();
    let words = if status == 413 { too_large(operatie.hooguit) } else { words(status) };
    fields.insert("description".to_owned(), words.into());
    fields.insert("headers".to_owned(), headers.into());
    if !content.is_null() {
        fields.insert("content".to_owned(), content);
    }
    fields.into()
}

fn too_large(most: usize) -> String {
    format!("Het verzoek is te groot; hooguit {most} bytes.")
}

/// What a status means here.
pub(super) fn words(status: u16) -> String {
    match status {
        200 => "Gelukt.".to_owned(),
        204 => "Gelukt; er is niets te zeggen.".to_owned(),
        400 => "Het verzoek is niet te lezen: het adres, de vraag, een kop of de JSON.".to_owned(),
        401 => "Er is geen sleutel, of hij werkt niet (meer); het soort zegt waarom: sleutel_onbekend, sleutel_niet_aangezet, sleutel_verlopen, sleutel_ingetrokken, account_geblokkeerd of sleutel_zonder_rol.".to_owned(),
        403 => "Deze persoon mag dit niet, of het verzoek komt van een andere site.".to_owned(),
        404 => "Dit is er niet, of het is niet voor deze persoon.".to_owned(),
        409 => "Iemand anders was eerder: beide kanten staan in het antwoord. Er is niets vastgelegd.".to_owned(),
        413 => too_large(limits::FORM_BYTES),
        415 => "Het verzoek is geen JSON.".to_owned(),
        422 => "Dit kan nu niet, of een veld klopt niet: het veld, de regel en het artikel staan erbij.".to_owned(),
        503 => "Het programma kan nu even niet, of het duurde te lang. Kijk of het gelukt is voordat u het nog eens doet."
            .to_owned(),
        _ => "Er ging iets mis in het programma. Er is niets half vastgelegd.".to_owned(),
    }
}
