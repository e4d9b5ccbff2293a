//! A run of a shift that is played for practice: what its lines tell beside the desk's events, in one more field.
//!
//! Its first line says how it begins, each line after that one act. Whoever does not know the field reads the events
//! and passes it over; so a run is an ordinary workspace. The act itself is not looked into here.
//!
//! ```text
//! {"e":[],"shift":{"begin":{"scenario":"first-morning","seed":"12345","help":"worked"}},"v":3}
//! {"e":[…],"shift":{"n":0,"act":{"act":"wait"},"hash":"09c2…"},"v":3}
//! {"e":[…],"shift":{"n":1,"act":{"act":"finish"},"hash":"7f1a…","over":true},"v":3}
//! ```

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Unreadable;

const FIELD: &str = "shift";

/// What one line tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// How the run begins.
    Begin(Begin),
    /// One act.
    Act(Act),
}

/// How a run begins. With the same acts it goes the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begin {
    /// The scenario's key.
    pub scenario: String,
    /// Which chances.
    pub seed: u64,
    /// The word for how much help there is; `None` where the scenario says it.
    pub help: Option<String>,
}

/// One act.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// How many acts there were before it.
    pub before: usize,
    /// The act.
    pub act: Value,
    /// The hash of the run after it.
    pub hash: String,
    /// Whether the shift was over after it.
    pub over: bool,
}

/// A run, as its lines tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// How it begins.
    pub begin: Begin,
    /// What was done, in order.
    pub acts: Vec<Act>,
}

impl Run {
    /// Reads a run from its lines in their order; `None` if they are not those of a run.
    ///
    /// Where two tabs played at the same instant, the act that was written later counts, and what followed the other
    /// one does not: an act with a number that is taken replaces that one and all after it.
    ///
    /// # Errors
    /// The line that cannot be read: what came after it cannot be told either.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Option<Self>, Unreadable> {
        let mut run: Option<Self> = None;
        for line in lines {
            match (read(line)?, &mut run) {
                (Some(Line::Begin(begin)), None) => run = Some(Self { begin, acts: vec![] }),
                (Some(Line::Act(act)), Some(run)) => run.take(act),
                // A second beginning, or an act before the first: nothing that this app writes.
                _ => {}
            }
        }
        Ok(run)
    }

    fn take(&mut self, act: Act) {
        if act.before <= self.acts.len() {
            self.acts.truncate(act.before);
            self.acts.push(act);
        }
    }

    /// Whether it was played to its end.
    pub fn is_over(&self) -> bool {
        self.acts.last().is_some_and(|act| act.over)
    }
}

/// Adds what a line tells of a run to the [stored form of events](super::write). Text that is none stays as it is.
pub fn write(events: &str, line: &Line) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(events) else { return events.to_owned() };
    let mut shift = Map::new();
    match line {
        Line::Begin(Begin { scenario, seed, help }) => {
            let mut begin = Map::new();
            begin.insert("scenario".into(), scenario.as_str().into());
            // A number of 64 bits is not safe in every reader of JSON.
            begin.insert("seed".into(), seed.to_string().into());
            if let Some(help) = help {
                begin.insert("help".into(), help.as_str().into());
            }
            shift.insert("begin".into(), Value::Object(begin));
        }
        Line::Act(Act { before, act, hash, over }) => {
            shift.insert("n".into(), (*before).into());
            shift.insert("act".into(), act.clone());
            shift.insert("hash".into(), hash.as_str().into());
            if *over {
                shift.insert("over".into(), true.into());
            }
        }
    }
    fields.insert(FIELD.into(), Value::Object(shift));
    Value::Object(fields).to_string()
}

/// The one field of a line that is looked for; its events are passed over.
#[derive(Deserialize)]
struct Found {
    #[serde(default)]
    shift: Option<Value>,
}

/// What a stored line tells of a run; `None` for a line of any other workspace.
///
/// # Errors
/// [`Unreadable`] where it tells something that cannot be understood.
pub fn read(line: &str) -> Result<Option<Line>, Unreadable> {
    let found: Found = serde_json::from_str(line).map_err(|_| Unreadable::NotOurs)?;
    let Some(shift) = found.shift else { return Ok(None) };
    let field = |field| Unreadable::Field { kind: FIELD.to_owned(), field };
    let text = |of: &Value, name| of.get(name).and_then(Value::as_str).map(str::to_owned);
    if let Some(begin) = shift.get("begin") {
        return Ok(Some(Line::Begin(Begin {
            scenario: text(begin, "scenario").ok_or_else(|| field("scenario"))?,
            seed: text(begin, "seed").and_then(|seed| seed.parse().ok()).ok_or_else(|| field("seed"))?,
            help: text(begin, "help"),
        })));
    }
    let before = shift.get("n").and_then(Value::as_u64).and_then(|before| usize::try_from(before).ok());
    Ok(Some(Line::Act(Act {
        before: before.ok_or_else(|| field("n"))?,
        act: shift.get("act").filter(|act| act.is_object()).cloned().ok_or_else(|| field("act"))?,
        hash: text(&shift, "hash").ok_or_else(|| field("hash"))?,
        over: shift.get("over").and_then(Value::as_bool).unwrap_or(false),
    })))
}
