//! Whether an answer of the JSON interface is the one that its document promises. Every request that a test sends passes
//! here, so no test can get an answer that is not documented.

use axum::http::HeaderMap;
use serde_json::Value;

use crate::api::document;

/// The operation of a request; none for an address or a method that is not declared.
fn operation(method: &str, path: &str) -> Option<&'static Value> {
    let parts: Vec<&str> = path.strip_prefix("/api/v1/")?.split('/').collect();
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.trim_start_matches('/').split('/').collect();
        pattern.len() == parts.len()
            && pattern.iter().zip(&parts).all(|(pattern, part)| pattern.starts_with('{') || pattern == part)
    };
    let paths = document()["paths"].as_object().unwrap();
    // A path without open parts goes before one with them.
    let (_, found) = paths
        .iter()
        .filter(|(pattern, _)| fits(pattern))
        .min_by_key(|(pattern, _)| pattern.matches('{').count())?;
    found.get(method.to_lowercase())
}

/// Panics unless the answer is the documented one.
#[track_caller]
pub(crate) fn check(method: &str, path: &str, status: u16, headers: &HeaderMap, body: &str) {
    let Some(operation) = operation(method, path) else {
        assert!(matches!(status, 404 | 405), "{method} {path} answers {status} and is not documented");
        return;
    };
    let response = &operation["responses"][status.to_string()];
    assert!(response.is_object(), "{method} {path} answers {status}, which is not documented: {body}");
    let version = headers.get("api-version").map(|value| value.to_str().unwrap());
    assert_eq!(version, Some(web_base::api::VERSION), "{method} {path}");
    let kind = headers.get("content-type").map_or("", |value| value.to_str().unwrap());
    let Some(content) = response["content"].as_object() else {
        assert_eq!(body, "", "{method} {path}");
        return;
    };
    let described =
        content.get(kind).unwrap_or_else(|| panic!("{method} {path} {status}: {kind} is not documented"));
    if kind.ends_with("json") {
        let value: Value = serde_json::from_str(body).unwrap();
        if let Err(wrong) = fits(&described["schema"], &value, "$") {
            panic!("{method} {path} {status}: {wrong}\n{body}");
        }
    }
}

/// Whether a value is what a schema says, for the words that our schemas use.
fn fits(schema: &Value, value: &Value, place: &str) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document().pointer(reference.trim_start_matches('#'));
        return fits(target.ok_or_else(|| format!("{place}: {reference} is nowhere"))?, value, place);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let one = any.iter().any(|schema| fits(schema, value, place).is_ok());
        return if one { Ok(()) } else { Err(format!("{place}: {value} fits none of {any:?}")) };
    }
    if let Some(codes) = schema["enum"].as_array() {
        return if codes.contains(value) {
            Ok(())
        } else {
            Err(format!("{place}: {value} is none of {codes:?}"))
        };
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return Ok(()),
    };
    if !kinds.iter().any(|kind| is_a(value, kind)) {
        return Err(format!("{place}: {value} is no {kinds:?}"));
    }
    match value {
        Value::Object(fields) => object_fits(schema, fields, place),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(nr, item)| fits(&schema["items"], item, &format!("{place}[{nr}]"))),
        Value::String(text) if schema["format"] == "date" => {
            text.parse::<base::Date>().map(|_| ()).map_err(|_| format!("{place}: {text} is no date"))
        }
        _ => Ok(()),
    }
}

fn object_fits(schema: &Value, fields: &serde_json::Map<String, Value>, place: &str) -> Result<(), String> {
    for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(required) {
            return Err(format!("{place}: {required} is missing"));
        }
    }
    for (naam, value) in fields {
        match schema["properties"].get(naam) {
            Some(field) => fits(field, value, &format!("{place}.{naam}"))?,
            None if schema["additionalProperties"] == false => {
                return Err(format!("{place}: {naam} is not documented"));
            }
            None => {}
        }
    }
    Ok(())
}

fn is_a(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}

#[test]
fn what_does_not_fit_is_found() {
    let schema = serde_json::json!({
        "type": "object",
        "properties": { "op": { "type": "string", "format": "date" }, "nr": { "type": ["integer", "null"] } },
        "required": ["op"],
        "additionalProperties": false,
    });
    let right = serde_json::json!({ "op": "2026-03-02", "nr": null });
    assert_eq!(fits(&schema, &right, "$"), Ok(()));
    for wrong in [
        serde_json::json!([]),
        serde_json::json!({}),
        serde_json::json!({ "op": "morgen" }),
        serde_json::json!({ "op": "2026-03-02", "nr": "een" }),
        serde_json::json!({ "op": "2026-03-02", "kleur": 1 }),
    ] {
        assert!(fits(&schema, &wrong, "$").is_err(), "{wrong}");
    }
}
