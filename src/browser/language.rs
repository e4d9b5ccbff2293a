//! What the browser's language makes of a date, an hour and a number.

use js_sys::{Array, Function, Object, Reflect};
use preferences::language::Samples;
use wasm_bindgen::{JsCast, JsValue};

/// 16 May 2016, 14:05 UTC, in milliseconds since 1970.
const MOMENT: f64 = 1_463_407_500_000.0;

/// Samples in the language of the browser. What it cannot write is empty.
pub fn samples() -> Samples {
    let tag = super::page::locale();
    let moment = js_sys::Date::new(&JsValue::from_f64(MOMENT));
    let date = [("year", "numeric"), ("month", "numeric"), ("day", "numeric")];
    Samples {
        date: written(&moment, &tag, &date),
        hour: written(&moment, &tag, &[("hour", "numeric")]),
        number: number().map_or_else(String::new, |number| written(&number, &tag, &[])),
        first_day: first_day(&tag),
        tag,
    }
}

/// 1234567.5 as an object: Reflect takes nothing else.
fn number() -> Option<JsValue> {
    let maker: Function = Reflect::get(&js_sys::global(), &JsValue::from_str("Number")).ok()?.dyn_into().ok()?;
    Reflect::construct(&maker, &Array::of1(&JsValue::from_f64(1_234_567.5))).ok()
}

/// What `toLocaleString` gives; by Reflect, because a language that is none throws.
fn written(what: &JsValue, tag: &str, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    let common = [("timeZone", "UTC"), ("calendar", "gregory"), ("numberingSystem", "latn")];
    for (name, value) in common.iter().chain(parts) {
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let write = Reflect::get(what, &JsValue::from_str("toLocaleString")).ok().and_then(|it| it.dyn_into().ok());
    let text = write.and_then(|write: Function| write.call2(what, &JsValue::from_str(tag), &options).ok());
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// Monday is 1. Not every browser tells; some tell by a method, some by a property.
fn first_day(tag: &str) -> Option<u8> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &JsValue::from_str(name)).ok();
    let intl = get(&js_sys::global(), "Intl")?;
    let maker: Function = get(&intl, "Locale")?.dyn_into().ok()?;
    let locale = Reflect::construct(&maker, &Array::of1(&JsValue::from_str(tag))).ok()?;
    let week = match get(&locale, "getWeekInfo").and_then(|it| it.dyn_into::<Function>().ok()) {
        Some(tell) => tell.call0(&locale).ok()?,
        None => get(&locale, "weekInfo").filter(|it| it.is_object())?,
    };
    get(&week, "firstDay")?.as_f64().map(|day| day as u8)
}
