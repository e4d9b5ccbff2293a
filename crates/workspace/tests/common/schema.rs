//! As much of JSON Schema (draft 2020-12) as the schema of the catalogue's file uses, and stricter in one point: a field
//! that the schema does not describe is a fault.

use serde_json::Value;

/// What speaks against a value; empty if nothing does.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    check(schema, schema, value, "")
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("no {name} in the schema"));
        faults.extend(check(root, target, value, at));
    }
    let mut note = |is_wrong: bool, what: &str| {
        if is_wrong {
            faults.push(format!("{at}: {what}"));
        }
    };
    note(schema["type"].as_str().is_some_and(|kind| !is_of(kind, value)), "has the wrong type");
    note(schema.get("const").is_some_and(|only| only != value), "is not the one value");
    note(schema["enum"].as_array().is_some_and(|words| !words.contains(value)), "is none of the words");
    let number = value.as_f64();
    let beyond = |limit: &str, is_beyond: fn(f64, f64) -> bool| {
        schema[limit].as_f64().zip(number).is_some_and(|(limit, number)| is_beyond(number, limit))
    };
    note(beyond("minimum", |number, limit| number < limit), "is too small");
    note(beyond("maximum", |number, limit| number > limit), "is too large");
    let longer = |limit: &str, length: Option<usize>| {
        schema[limit].as_u64().zip(length).is_some_and(|(limit, length)| length as u64 > limit)
    };
    note(longer("maxLength", value.as_str().map(|text| text.chars().count())), "is too long");
    note(longer("maxItems", value.as_array().map(Vec::len)), "has too many entries");
    note(longer("maxProperties", value.as_object().map(|fields| fields.len())), "has too many fields");
    let needed = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for name in needed {
        note(value.is_object() && value.get(name).is_none(), &format!("has no {name}"));
    }
    if let Some(not) = schema.get("not") {
        note(check(root, not, value, at).is_empty(), "is what it must not be");
    }
    if let Some(ways) = schema["oneOf"].as_array() {
        let tries: Vec<Vec<String>> = ways.iter().map(|way| check(root, way, value, at)).collect();
        let fitting = tries.iter().filter(|faults| faults.is_empty()).count();
        note(fitting != 1, &format!("fits {fitting} of the ways: {tries:?}"));
    }
    if let (Some(known), Some(fields)) = (schema["properties"].as_object(), value.as_object()) {
        for (name, value) in fields {
            match known.get(name) {
                Some(schema) => faults.extend(check(root, schema, value, &format!("{at}.{name}"))),
                None => faults.push(format!("{at}.{name}: is not described")),
            }
        }
    }
    if let (Some(item), Some(list)) = (schema.get("items"), value.as_array()) {
        let each = list.iter().enumerate();
        faults.extend(each.flat_map(|(index, value)| check(root, item, value, &format!("{at}[{index}]"))));
    }
    faults
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("a type that this does not know: {other}"),
    }
}

/// Every part of a schema that has `name`, with where it stands.
pub fn parts<'a>(schema: &'a Value, name: &str, at: &str, found: &mut Vec<(String, &'a Value)>) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key(name) {
                found.push((at.to_owned(), schema));
            }
            fields.iter().for_each(|(step, part)| parts(part, name, &format!("{at}/{step}"), found));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(step, part)| parts(part, name, &format!("{at}/{step}"), found));
        }
        _ => {}
    }
}
