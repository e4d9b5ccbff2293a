//! The schema of the catalogue's file says what is written and what is read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::common::schema::{faults, parts};
use proptest::prelude::*;
use serde_json::{Value, json};
use workspace::catalogue::file;

const SCHEMA: &str = include_str!("../../../../public/catalogue.schema.json");
const PLACEHOLDER: &str = include_str!("../../../../public/catalogue.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_field_and_word_that_is_written_stands_in_the_schema(catalogue in crate::common::catalogue::catalogue()) {
        let faults = faults(&schema(), &file::write(&catalogue));
        prop_assert!(faults.is_empty(), "{:?}", faults);
    }
}

#[test]
fn every_word_in_the_schema_is_read() {
    let schema = schema();
    let words = |pointer: &str| schema.pointer(pointer).unwrap().as_array().unwrap().clone();
    let service = |fields: Value| {
        let mut service = json!({"id": 1, "name": "Laptop"});
        service.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let file = json!({"format": "service-dojo-catalogue", "version": 1, "catalogue": {"services": [service]}});
        assert!(faults(&schema, &file).is_empty(), "{file}");
        file::read(&file.to_string()).unwrap_or_else(|faults| panic!("{file}: {faults:?}"));
    };
    let offering = |mut fields: Value| {
        fields["key"] = json!(1);
        service(json!({"offerings": [fields]}));
    };
    words("/$defs/service/properties/status/enum").into_iter().for_each(|word| service(json!({"status": word})));
    words("/$defs/offering/properties/kind/enum").into_iter().for_each(|word| offering(json!({"kind": word})));
    words("/$defs/offering/properties/opens/enum").into_iter().for_each(|word| offering(json!({"opens": word})));
    for word in words("/$defs/price/oneOf/3/properties/per/enum") {
        offering(json!({"price": {"model": "subscription", "amount": 1, "per": word}}));
    }
    for word in words("/$defs/field/oneOf/0/properties/check/enum") {
        let field = json!({"key": 1, "type": "text", "check": word});
        offering(json!({"form": {"sections": [{"key": 1, "fields": [field]}]}}));
    }
    let approval = "/$defs/step/oneOf/0/properties";
    for needs in words(&format!("{approval}/needs/oneOf/0/enum")) {
        for by in words(&format!("{approval}/by/items/oneOf/0/enum")) {
            let step = json!({"key": 1, "type": "approval", "by": [by], "needs": needs});
            offering(json!({"workflow": {"steps": [step]}}));
        }
    }
}

#[test]
fn every_field_of_the_schema_is_described() {
    let schema = schema();
    let mut found = Vec::new();
    parts(&schema, "properties", "", &mut found);
    assert!(found.len() > 20);
    for (at, part) in found {
        for (name, field) in part["properties"].as_object().unwrap() {
            let is_described = field.get("description").or(field.get("$ref")).is_some();
            assert!(is_described, "{at}/{name}");
        }
    }
}

#[test]
fn the_schema_refuses_what_it_does_not_describe() {
    let around = |catalogue: Value| json!({"format": file::FORMAT, "version": file::VERSION, "catalogue": catalogue});
    assert!(faults(&schema(), &around(json!({}))).is_empty());
    assert!(!faults(&schema(), &around(json!({"service": []}))).is_empty());
    assert!(!faults(&schema(), &around(json!({"services": [{"id": 1}]}))).is_empty());
    assert!(!faults(&schema(), &around(json!({"currency": 5}))).is_empty());
}

#[test]
fn the_placeholder_beside_the_app_says_that_there_is_no_catalogue() {
    let reading = file::open(PLACEHOLDER).unwrap();
    assert_eq!((reading.catalogue, reading.ignored.len()), (None, 0));
    assert!(faults(&schema(), &serde_json::from_str(PLACEHOLDER).unwrap()).is_empty());
}
