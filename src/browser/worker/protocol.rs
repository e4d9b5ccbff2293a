//! What page and worker say to each other: plain objects, with the bytes transferred instead of copied. Tables and
//! mappings travel as JSON, in the form that `workspace::import` gives them.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// How to import.
#[derive(Clone, Debug, Default)]
pub struct ImportOrder {
    /// The file's name, for the report.
    pub file_name: String,
    /// The instant to import as of, in milliseconds since 1970; `None` takes everything.
    pub as_of_millis: Option<i64>,
    /// The wall clock now, in milliseconds since 1970.
    pub imported_at_millis: i64,
    /// What becomes of the columns; empty for an incident log, whose columns say so themselves.
    pub mapping: String,
}

/// What the worker is asked to do. All but the first two are about the file that was given before.
#[derive(Clone, Debug)]
pub enum Order {
    /// Import an incident log at once.
    Import(ImportOrder, Uint8Array),
    /// Read a table and say what it is.
    Open(Uint8Array),
    /// Read it again, with that separator between cells.
    Reopen(String),
    /// Say what comes of a mapping. The number comes back with the answer.
    Check(String, u32),
    /// Import what was opened.
    Take(ImportOrder),
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
    /// A table was read.
    Opened {
        /// Whether it needs no mapping.
        straight: bool,
        /// What it is: an `Inspection`.
        inspection: String,
    },
    /// What comes of a mapping.
    Checked {
        /// The number of the order.
        serial: u32,
        /// A `Checked`.
        checked: String,
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

fn set_text(object: &Object, name: &str, text: &str) {
    set(object, name, &JsValue::from_str(text));
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

impl ImportOrder {
    fn write(&self, message: &Object) {
        set_text(message, "fileName", &self.file_name);
        set(message, "asOf", &self.as_of_millis.map_or(JsValue::NULL, |millis| JsValue::from_f64(millis as f64)));
        set(message, "importedAt", &JsValue::from_f64(self.imported_at_millis as f64));
        set_text(message, "mapping", &self.mapping);
    }

    fn read(message: &JsValue) -> Option<Self> {
        Some(Self {
            file_name: text(message, "fileName"),
            as_of_millis: get(message, "asOf").as_f64().map(|millis| millis as i64),
            imported_at_millis: get(message, "importedAt").as_f64()? as i64,
            mapping: text(message, "mapping"),
        })
    }
}

impl Order {
    /// The bytes that go along.
    pub(super) fn bytes(&self) -> Option<&Uint8Array> {
        match self {
            Order::Import(_, bytes) | Order::Open(bytes) => Some(bytes),
            Order::Reopen(_) | Order::Check(..) | Order::Take(_) => None,
        }
    }

    pub(super) fn to_message(&self) -> Object {
        let message = Object::new();
        let kind = match self {
            Order::Import(order, _) => {
                order.write(&message);
                "import"
            }
            Order::Open(_) => "open",
            Order::Reopen(separator) => {
                set_text(&message, "separator", separator);
                "reopen"
            }
            Order::Check(mapping, serial) => {
                set_text(&message, "mapping", mapping);
                set(&message, "serial", &JsValue::from_f64(f64::from(*serial)));
                "check"
            }
            Order::Take(order) => {
                order.write(&message);
                "take"
            }
        };
        set_text(&message, "kind", kind);
        if let Some(bytes) = self.bytes() {
            set(&message, "bytes", bytes);
        }
        message
    }

    pub(super) fn from_message(message: &JsValue) -> Option<Self> {
        let bytes = || get(message, "bytes").dyn_into::<Uint8Array>().ok();
        Some(match text(message, "kind").as_str() {
            "import" => Order::Import(ImportOrder::read(message)?, bytes()?),
            "open" => Order::Open(bytes()?),
            "reopen" => Order::Reopen(text(message, "separator")),
            "check" => Order::Check(text(message, "mapping"), get(message, "serial").as_f64()? as u32),
            "take" => Order::Take(ImportOrder::read(message)?),
            _ => return None,
        })
    }
}

impl Answer {
    pub(super) fn to_message(&self) -> Object {
        let message = Object::new();
        let kind = match self {
            Answer::Ready => "ready",
            Answer::Progress { fraction, step } => {
                set(&message, "fraction", &JsValue::from_f64(*fraction));
                set_text(&message, "step", step);
                "progress"
            }
            Answer::Opened { straight, inspection } => {
                set(&message, "straight", &JsValue::from_bool(*straight));
                set_text(&message, "inspection", inspection);
                "opened"
            }
            Answer::Checked { serial, checked } => {
                set(&message, "serial", &JsValue::from_f64(f64::from(*serial)));
                set_text(&message, "checked", checked);
                "checked"
            }
            Answer::Done { kind, bytes } => {
                set_text(&message, "segment", kind);
                set(&message, "bytes", &Uint8Array::from(bytes.as_slice()));
                "done"
            }
            Answer::Fault(sentence) => {
                set_text(&message, "sentence", sentence);
                "fault"
            }
        };
        set_text(&message, "kind", kind);
        message
    }

    pub(super) fn from_message(message: &JsValue) -> Option<Self> {
        Some(match text(message, "kind").as_str() {
            "ready" => Answer::Ready,
            "progress" => Answer::Progress {
                fraction: get(message, "fraction").as_f64().unwrap_or(0.0).clamp(0.0, 1.0),
                step: text(message, "step"),
            },
            "opened" => Answer::Opened {
                straight: get(message, "straight").as_bool().unwrap_or(false),
                inspection: text(message, "inspection"),
            },
            "checked" => {
                Answer::Checked { serial: get(message, "serial").as_f64()? as u32, checked: text(message, "checked") }
            }
            "done" => Answer::Done {
                kind: text(message, "segment"),
                bytes: get(message, "bytes").dyn_into::<Uint8Array>().ok()?.to_vec(),
            },
            "fault" => Answer::Fault(text(message, "sentence")),
            _ => return None,
        })
    }
}
