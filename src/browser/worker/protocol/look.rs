//! What is asked of a shift that was played, and what comes back: looking back at it changes nothing.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::{get, number, set_number, set_text, text};

/// What is to be looked at.
#[derive(Clone, Debug)]
pub enum Look {
    /// The debrief of a shift that is over.
    Debrief {
        /// The file of the rules.
        rules: String,
    },
    /// What policies get out of it over so many seeds. Each order plays one more shift, so that others come between.
    Ranges {
        /// How many.
        seeds: u32,
    },
    /// What one saw after its first acts.
    Seek {
        /// How many acts.
        acts: u32,
    },
}

/// What comes of it.
#[derive(Clone, Debug)]
pub enum Looked {
    /// A `Debrief`.
    Debriefed {
        /// As JSON.
        json: String,
    },
    /// So many shifts of so many are played; ask again.
    Ranging {
        /// How many are played.
        done: u32,
        /// Of how many.
        of: u32,
    },
    /// `Ranges`.
    Ranged {
        /// As JSON.
        json: String,
    },
    /// A `View` or null.
    Sought {
        /// As JSON.
        json: String,
    },
}

impl Look {
    pub(super) fn write(&self, message: &Object) {
        let (what, number) = match self {
            Look::Debrief { rules } => {
                set_text(message, "rules", rules);
                ("debrief", 0)
            }
            Look::Ranges { seeds } => ("ranges", *seeds),
            Look::Seek { acts } => ("seek", *acts),
        };
        set_text(message, "look", what);
        set_number(message, "number", number);
    }

    pub(super) fn read(message: &JsValue) -> Option<Self> {
        Some(match text(message, "look").as_str() {
            "debrief" => Look::Debrief { rules: text(message, "rules") },
            "ranges" => Look::Ranges { seeds: number(message, "number")? },
            "seek" => Look::Seek { acts: number(message, "number")? },
            _ => return None,
        })
    }
}

impl Looked {
    pub(super) fn write(&self, message: &Object) {
        let what = match self {
            Looked::Ranging { done, of } => {
                set_number(message, "done", *done);
                set_number(message, "of", *of);
                return set_text(message, "looked", "ranging");
            }
            Looked::Debriefed { json } => ("debriefed", json),
            Looked::Ranged { json } => ("ranged", json),
            Looked::Sought { json } => ("sought", json),
        };
        set_text(message, "looked", what.0);
        set_text(message, "json", what.1);
    }

    pub(super) fn read(message: &JsValue) -> Option<Self> {
        let json = get(message, "json").as_string().unwrap_or_default();
        Some(match text(message, "looked").as_str() {
            "ranging" => Looked::Ranging { done: number(message, "done")?, of: number(message, "of")? },
            "debriefed" => Looked::Debriefed { json },
            "ranged" => Looked::Ranged { json },
            "sought" => Looked::Sought { json },
            _ => return None,
        })
    }
}
