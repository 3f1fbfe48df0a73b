//! The page about the interface: the same declarations as the document, for people, without script.

use askama::Template;
use serde_json::Value;
use web_base::error::Uitkomst;
use web_base::onderdelen::{Kolom, Tabel};
use web_base::pagina::{Pagina, show};
use web_base::session::Bezoeker;

use super::operatie::Operatie;
use super::{BASE, VERSION, document, opdrachten, operaties};

#[derive(Template)]
#[template(path = "paginas/api.html")]
struct ApiPagina {
    pagina: Pagina,
    versie: &'static str,
    groepen: Vec<Blok>,
    opdrachten: Tabellen,
    vormen: Tabellen,
    antwoorden: Tabel,
}

/// Tables of fields, each by its name.
type Tabellen = Vec<(String, Tabel)>;

/// A group of operations.
struct Blok {
    naam: &'static str,
    over: &'static str,
    verzoeken: Vec<Verzoek>,
}

/// An operation.
struct Verzoek {
    methode: String,
    pad: String,
    wat: &'static str,
    uitleg: &'static str,
    open: bool,
    invoer: Option<Tabel>,
    stuurt: String,
    krijgt: String,
    statussen: String,
}

/// `GET /api`
pub(super) async fn page(bezoeker: Bezoeker) -> Uitkomst {
    let document = document::document();
    let groepen = document::groups().into_iter().map(|groep| Blok {
        naam: groep.naam,
        over: groep.over,
        verzoeken: operaties()
            .filter(|operatie| operatie.groep == groep)
            .map(|operatie| Verzoek::of(operatie, document))
            .collect(),
    });
    let (opdrachten, vormen) = shapes(document);
    show(&ApiPagina {
        groepen: groepen.collect(),
        versie: VERSION,
        opdrachten,
        vormen,
        antwoorden: answers(),
        pagina: bezoeker.page("Voor programma's"),
    })
}

impl Verzoek {
    fn of(operatie: &Operatie, document: &Value) -> Self {
        let described = &document["paths"][operatie.pad][operatie.methode];
        let json = "application~1json";
        let body = described.pointer(&format!("/requestBody/content/{json}/schema"));
        let answer = described.pointer(&format!("/responses/200/content/{json}/schema"));
        let statuses: Vec<String> = operatie.statuses().iter().map(ToString::to_string).collect();
        Self {
            methode: operatie.methode.to_uppercase(),
            pad: format!("{BASE}{}", operatie.pad),
            wat: operatie.wat,
            uitleg: operatie.uitleg,
            open: operatie.open,
            invoer: described["parameters"].as_array().map(|all| parameters(all)),
            stuurt: body.map(in_words).unwrap_or_default(),
            krijgt: answer.map(in_words).unwrap_or_default(),
            statussen: statuses.join(", "),
        }
    }
}

fn parameters(all: &[Value]) -> Tabel {
    let kolommen = vec![Kolom::text("Naam").names_row(), Kolom::text("Waar"), Kolom::text("Wat")];
    Tabel::new("Invoer", kolommen, "").rows(all, |parameter| {
        let place = match text(parameter, "in") {
            "path" => "in het adres",
            "query" => "in de vraag",
            _ => "in een kop",
        };
        let optional = if parameter["required"] == true { "" } else { " Hoeft niet." };
        vec![
            text(parameter, "name").into(),
            place.into(),
            format!("{}{optional} ({})", text(parameter, "description"), in_words(&parameter["schema"]))
                .into(),
        ]
    })
}

/// The fields of every act, and those of every other object.
fn shapes(document: &Value) -> (Tabellen, Tabellen) {
    let acts = opdrachten::names();
    let fields = |naam: &str| table(&document["components"]["schemas"][naam]);
    let of_acts: Tabellen =
        acts.iter().map(|act| ((*act).to_owned(), fields(&opdrachten::schema_name(act)))).collect();
    let names = document["components"]["schemas"].as_object().into_iter().flatten().map(|(naam, _)| naam);
    let others = names.filter(|naam| !acts.iter().any(|act| opdrachten::schema_name(act) == **naam));
    (of_acts, others.map(|naam| (naam.clone(), fields(naam))).collect())
}

fn table(schema: &Value) -> Tabel {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let kolommen = vec![Kolom::text("Veld").names_row(), Kolom::text("Soort"), Kolom::text("Wat")];
    let fields: Vec<(&String, &Value)> = schema["properties"].as_object().into_iter().flatten().collect();
    Tabel::new("Velden", kolommen, "Er zijn geen velden.").rows(fields, |(naam, field)| {
        let optional = if required.contains(&naam.as_str()) { "" } else { ", hoeft niet" };
        vec![
            naam.as_str().into(),
            format!("{}{optional}", in_words(field)).into(),
            text(field, "description").into(),
        ]
    })
}

fn answers() -> Tabel {
    let kolommen = vec![Kolom::number("Status").names_row(), Kolom::text("Betekenis")];
    let known = [200, 204, 400, 401, 403, 404, 409, 413, 415, 422, 500, 503];
    Tabel::new("Antwoorden", kolommen, "")
        .rows(known, |status: u16| vec![status.to_string().into(), document::words(status).into()])
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// A schema in a few words: `tekst of niets`, `lijst van Beurt`.
fn in_words(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(all) = schema["anyOf"].as_array() {
        if all.len() > 4 {
            return "een object".to_owned();
        }
        return all.iter().map(in_words).collect::<Vec<_>>().join(" of ");
    }
    if let Some(codes) = schema["enum"].as_array() {
        let codes: Vec<&str> = codes.iter().filter_map(Value::as_str).collect();
        return if codes.len() > 8 {
            "een code".to_owned()
        } else {
            format!("een van: {}", codes.join(", "))
        };
    }
    if let Some(kinds) = schema["type"].as_array() {
        let kinds: Vec<String> =
            kinds.iter().filter_map(Value::as_str).map(|kind| kind_in_words(kind, schema)).collect();
        return kinds.join(" of ");
    }
    kind_in_words(schema["type"].as_str().unwrap_or_default(), schema)
}

fn kind_in_words(kind: &str, schema: &Value) -> String {
    match (kind, schema["format"].as_str()) {
        ("string", Some("date")) => "een dag".to_owned(),
        ("string", Some("date-time")) => "een tijdstip".to_owned(),
        ("string", _) => "tekst".to_owned(),
        ("integer", _) => "een getal".to_owned(),
        ("boolean", _) => "true of false".to_owned(),
        ("array", _) => format!("lijst van {}", in_words(&schema["items"])),
        ("object", _) => "een object".to_owned(),
        ("null", _) => "niets".to_owned(),
        _ => "vrij".to_owned(),
    }
}
