//! What page and worker say to each other: plain objects, with the bytes transferred instead of copied. Tables and
//! mappings travel as JSON, in the form that `workspace::import` gives them.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

mod look;

pub use look::{Look, Looked};

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

/// A shift to begin, and what has been done in it already.
#[derive(Clone, Debug, Default)]
pub struct ShiftOrder {
    /// The file of the world.
    pub world: String,
    /// The file of the pool.
    pub pool: String,
    /// The file of the scenario.
    pub scenario: String,
    /// Seed and help: a `Beginning`.
    pub beginning: String,
    /// What is to be done again: acts.
    pub acts: String,
    /// Whether to say of each of these acts what is to be stored.
    pub wants_lines: bool,
}

/// What came of an order to a shift.
#[derive(Clone, Debug, Default)]
pub struct Came {
    /// What one sees now: a `View` or null.
    pub view: String,
    /// How the last act ended: a `Stopped`.
    pub stopped: String,
    /// The desk's events of this act, as they are stored. Those of the beginning come with the first act.
    pub entries: String,
    /// The hash of the shift.
    pub hash: String,
    /// Of each act that was done again, if wanted: its entries, the hash after it, and how it ended.
    pub lines: String,
}

/// What the worker is asked to do. `Reopen`, `Check` and `Take` are about the file that was given before, `ShiftAct` and
/// `ShiftCoach` about the shift that was begun. Numbers come back with the answers.
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
    /// Begin a shift.
    ShiftBegin(ShiftOrder, u32),
    /// Do something in it: an `Act`.
    ShiftAct(String, u32),
    /// Ask the coach about a case: a key or null.
    ShiftCoach(String, u32),
    /// Look back at it.
    ShiftLook(Look, u32),
    /// Serve so many random customers, so that `scripts/bench` can tell how fast this is.
    Queue(u32),
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
    /// What came of an order to a shift.
    Shift(u32, Came),
    /// It cannot be done; nothing has changed.
    ShiftRefused {
        /// The number of the order.
        serial: u32,
        /// Why, in words.
        because: String,
        /// Which of the acts that were to be done again, from 0.
        at: u32,
    },
    /// What the coach says.
    Coached {
        /// The number of the order.
        serial: u32,
        /// A `Coaching` or null.
        coaching: String,
    },
    /// What comes of looking back at a shift.
    Looked(u32, Looked),
    /// So many random customers were served.
    Queued(u32),
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

impl ShiftOrder {
    fn write(&self, message: &Object) {
        set_text(message, "world", &self.world);
        set_text(message, "pool", &self.pool);
        set_text(message, "scenario", &self.scenario);
        set_text(message, "beginning", &self.beginning);
        set_text(message, "acts", &self.acts);
        set(message, "lines", &JsValue::from_bool(self.wants_lines));
    }

    fn read(message: &JsValue) -> Self {
        Self {
            world: text(message, "world"),
            pool: text(message, "pool"),
            scenario: text(message, "scenario"),
            beginning: text(message, "beginning"),
            acts: text(message, "acts"),
            wants_lines: get(message, "lines").as_bool().unwrap_or(false),
        }
    }
}

impl Came {
    fn write(&self, message: &Object) {
        set_text(message, "view", &self.view);
        set_text(message, "stopped", &self.stopped);
        set_text(message, "entries", &self.entries);
        set_text(message, "hash", &self.hash);
        set_text(message, "lines", &self.lines);
    }

    fn read(message: &JsValue) -> Self {
        Self {
            view: text(message, "view"),
            stopped: text(message, "stopped"),
            entries: text(message, "entries"),
            hash: text(message, "hash"),
            lines: text(message, "lines"),
        }
    }
}

fn set_number(message: &Object, name: &str, number: u32) {
    set(message, name, &JsValue::from_f64(f64::from(number)));
}

fn number(message: &JsValue, name: &str) -> Option<u32> {
    get(message, name).as_f64().map(|number| number as u32)
}

fn set_serial(message: &Object, serial: u32) {
    set_number(message, "serial", serial);
}

fn serial(message: &JsValue) -> Option<u32> {
    number(message, "serial")
}

impl Order {
    /// The bytes that go along.
    pub(super) fn bytes(&self) -> Option<&Uint8Array> {
        match self {
            Order::Import(_, bytes) | Order::Open(bytes) => Some(bytes),
            Order::Reopen(_) | Order::Check(..) | Order::Take(_) => None,
            Order::ShiftBegin(..) | Order::ShiftAct(..) | Order::ShiftCoach(..) | Order::ShiftLook(..) => None,
            Order::Queue(_) => None,
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
                set_serial(&message, *serial);
                "check"
            }
            Order::Take(order) => {
                order.write(&message);
                "take"
            }
            Order::ShiftBegin(order, serial) => {
                order.write(&message);
                set_serial(&message, *serial);
                "shift-begin"
            }
            Order::ShiftAct(act, serial) => {
                set_text(&message, "act", act);
                set_serial(&message, *serial);
                "shift-act"
            }
            Order::ShiftCoach(case, serial) => {
                set_text(&message, "case", case);
                set_serial(&message, *serial);
                "shift-coach"
            }
            Order::ShiftLook(look, serial) => {
                look.write(&message);
                set_serial(&message, *serial);
                "shift-look"
            }
            Order::Queue(customers) => {
                set_number(&message, "customers", *customers);
                "queue"
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
            "check" => Order::Check(text(message, "mapping"), serial(message)?),
            "take" => Order::Take(ImportOrder::read(message)?),
            "shift-begin" => Order::ShiftBegin(ShiftOrder::read(message), serial(message)?),
            "shift-act" => Order::ShiftAct(text(message, "act"), serial(message)?),
            "shift-coach" => Order::ShiftCoach(text(message, "case"), serial(message)?),
            "shift-look" => Order::ShiftLook(Look::read(message)?, serial(message)?),
            "queue" => Order::Queue(number(message, "customers")?),
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
                set_serial(&message, *serial);
                set_text(&message, "checked", checked);
                "checked"
            }
            Answer::Done { kind, bytes } => {
                set_text(&message, "segment", kind);
                set(&message, "bytes", &Uint8Array::from(bytes.as_slice()));
                "done"
            }
            Answer::Shift(serial, came) => {
                came.write(&message);
                set_serial(&message, *serial);
                "shift"
            }
            Answer::ShiftRefused { serial, because, at } => {
                set_text(&message, "because", because);
                set(&message, "at", &JsValue::from_f64(f64::from(*at)));
                set_serial(&message, *serial);
                "shift-refused"
            }
            Answer::Coached { serial, coaching } => {
                set_text(&message, "coaching", coaching);
                set_serial(&message, *serial);
                "coached"
            }
            Answer::Looked(serial, looked) => {
                looked.write(&message);
                set_serial(&message, *serial);
                "looked"
            }
            Answer::Queued(served) => {
                set_number(&message, "served", *served);
                "queued"
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
            "checked" => Answer::Checked { serial: serial(message)?, checked: text(message, "checked") },
            "shift" => Answer::Shift(serial(message)?, Came::read(message)),
            "shift-refused" => Answer::ShiftRefused {
                serial: serial(message)?,
                because: text(message, "because"),
                at: get(message, "at").as_f64().unwrap_or(0.0) as u32,
            },
            "coached" => Answer::Coached { serial: serial(message)?, coaching: text(message, "coaching") },
            "looked" => Answer::Looked(serial(message)?, Looked::read(message)?),
            "queued" => Answer::Queued(number(message, "served")?),
            "done" => Answer::Done {
                kind: text(message, "segment"),
                bytes: get(message, "bytes").dyn_into::<Uint8Array>().ok()?.to_vec(),
            },
            "fault" => Answer::Fault(text(message, "sentence")),
            _ => return None,
        })
    }
}
