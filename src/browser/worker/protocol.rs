//! What page and worker say to each other: plain objects, with the bytes transferred instead of copied.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// An import that the worker is to carry out.
#[derive(Clone, Debug)]
pub struct ImportOrder {
    /// The file's name, for the report.
    pub file_name: String,
    /// The instant to import as of, in milliseconds since 1970; `None` takes everything.
    pub as_of_millis: Option<i64>,
    /// The wall clock now, in milliseconds since 1970.
    pub imported_at_millis: i64,
}

/// What the worker says.
#[derive(Clone, Debug)]
pub enum Answer {
    /// It can be given work.
    Ready,
    /// How far it is.
    Progress {
        /// From 0 to 1.
        fraction: f64,
        /// What it does just now, for people.
        step: String,
    },
    /// Done: a base segment for the journal.
    Done {
        /// The segment's kind.
        kind: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// It could not be done; nothing has changed.
    Fault(String),
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

impl ImportOrder {
    pub(super) fn to_message(&self, bytes: &Uint8Array) -> Object {
        let message = Object::new();
        set(&message, "bytes", bytes);
        set(&message, "fileName", &JsValue::from_str(&self.file_name));
        set(&message, "asOf", &self.as_of_millis.map_or(JsValue::NULL, |millis| JsValue::from_f64(millis as f64)));
        set(&message, "importedAt", &JsValue::from_f64(self.imported_at_millis as f64));
        message
    }

    pub(super) fn from_message(message: &JsValue) -> Option<(Self, Vec<u8>)> {
        let bytes = get(message, "bytes").dyn_into::<Uint8Array>().ok()?.to_vec();
        let order = Self {
            file_name: text(message, "fileName"),
            as_of_millis: get(message, "asOf").as_f64().map(|millis| millis as i64),
            imported_at_millis: get(message, "importedAt").as_f64()? as i64,
        };
        Some((order, bytes))
    }
}

impl Answer {
    pub(super) fn to_message(&self) -> Object {
        let message = Object::new();
        let kind = match self {
            Answer::Ready => "ready",
            Answer::Progress { fraction, step } => {
                set(&message, "fraction", &JsValue::from_f64(*fraction));
                set(&message, "step", &JsValue::from_str(step));
                "progress"
            }
            Answer::Done { kind, bytes } => {
                set(&message, "segment", &JsValue::from_str(kind));
                set(&message, "bytes", &Uint8Array::from(bytes.as_slice()));
                "done"
            }
            Answer::Fault(sentence) => {
                set(&message, "sentence", &JsValue::from_str(sentence));
                "fault"
            }
        };
        set(&message, "kind", &JsValue::from_str(kind));
        message
    }

    pub(super) fn from_message(message: &JsValue) -> Option<Self> {
        Some(match text(message, "kind").as_str() {
            "ready" => Answer::Ready,
            "progress" => Answer::Progress {
                fraction: get(message, "fraction").as_f64().unwrap_or(0.0).clamp(0.0, 1.0),
                step: text(message, "step"),
            },
            "done" => Answer::Done {
                kind: text(message, "segment"),
                bytes: get(message, "bytes").dyn_into::<Uint8Array>().ok()?.to_vec(),
            },
            "fault" => Answer::Fault(text(message, "sentence")),
            _ => return None,
        })
    }
}
