//! The stored form of a stream, version 1: what a page keeps and what a person may write by hand.
//!
//! Its types are its own; the stream is built from them with the same checks as by edits.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU16;

use serde::{Deserialize, Serialize, Serializer};

use super::activity::{Activity, Vocabulary};
use super::quantity::{Minutes, Name, Share, StepId, TakenShare, WorkingHours};
use super::refusal::Refusal;
use super::steps::{MOST_STEPS, Placed, Rework, Step, Stream};
use crate::edition::Edition;

const FORMAT: &str = "service-dojo-value-stream";
const VERSION: u32 = 1;

/// The most bytes of a file: a full stream takes less than 30,000.
const MOST_BYTES: usize = 200_000;

/// Why a stored stream was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Larger than any stream.
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// No JSON of this form. Says where.
    Form(String),
    /// Something else than a value stream.
    OtherFormat(String),
    /// Written by a later version of the app.
    OtherVersion(u32),
    /// A value of the stream itself.
    Stream {
        /// The field.
        field: &'static str,
        /// What is wrong.
        why: String,
    },
    /// A value of a step.
    Step {
        /// Its place, from 1.
        place: usize,
        /// The field.
        field: &'static str,
        /// What is wrong.
        why: String,
    },
    /// Steps that do not fit together.
    Together(Refusal),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::TooLarge { bytes } => {
                write!(f, "This is too large for a value stream: {bytes} bytes, at most {MOST_BYTES} are read.")
            }
            ReadError::Form(why) => write!(f, "This is not a value stream as the app writes it: {why}."),
            ReadError::OtherFormat(format) => {
                write!(f, "This is something else: its format is “{format}”, a value stream's is “{FORMAT}”.")
            }
            ReadError::OtherVersion(version) => write!(
                f,
                "This value stream has form {version}; this app reads form {VERSION}. A newer app may have written it."
            ),
            ReadError::Stream { field, why } => write!(f, "Field “{field}”: {why}"),
            ReadError::Step { place, field, why } => write!(f, "Step {place}, field “{field}”: {why}"),
            ReadError::Together(refusal) => refusal.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {}

/// A stream as it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredStream {
    format: String,
    version: u32,
    name: String,
    edition: String,
    #[serde(default = "usual_minutes")]
    minutes_a_day: u16,
    #[serde(default = "usual_days")]
    days_a_week: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    people: Vec<StoredPeople>,
    steps: Vec<StoredStep>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPeople {
    owner: String,
    count: u16,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredStep {
    id: u32,
    name: String,
    activity: String,
    owner: String,
    #[serde(serialize_with = "plainly")]
    touch_minutes: f64,
    #[serde(serialize_with = "plainly")]
    wait_minutes: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rework: Option<StoredRework>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken_share: Option<f64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRework {
    to: u32,
    #[serde(serialize_with = "plainly")]
    share: f64,
}

/// What tells the form apart before anything else is asked of it.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

fn usual_minutes() -> u16 {
    WorkingHours::default().minutes_a_day()
}

fn usual_days() -> u8 {
    WorkingHours::default().days_a_week()
}

/// 15 rather than 15.0.
fn plainly<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 { serializer.serialize_u64(*value as u64) } else { serializer.serialize_f64(*value) }
}

/// Reads a stored stream.
///
/// # Errors
/// Not this form or version, a value beyond its limits, or steps that do not fit together; says where.
pub fn read(text: &str) -> Result<Stream, ReadError> {
    if text.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len() });
    }
    let form = |error: serde_json::Error| ReadError::Form(shortened(&error.to_string()));
    serde_json::from_str::<Head>(text).map_err(form)?.check()?;
    serde_json::from_str::<StoredStream>(text).map_err(form)?.stream()
}

/// What a file says may be quoted in the message, at any length: the place stands at the end.
fn shortened(message: &str) -> String {
    let length = message.chars().count();
    if length <= 200 {
        return message.to_owned();
    }
    let (start, end): (String, String) =
        (message.chars().take(120).collect(), message.chars().skip(length - 60).collect());
    format!("{start} … {end}")
}

/// The text to store.
pub fn store(stream: &Stream) -> String {
    // Names are text and numbers are finite: there is nothing here that JSON could not say.
    serde_json::to_string(&StoredStream::of(stream)).unwrap_or_default()
}

impl Head {
    fn check(self) -> Result<(), ReadError> {
        if self.format != FORMAT {
            return Err(ReadError::OtherFormat(self.format.chars().take(Name::LONGEST).collect()));
        }
        if self.version == VERSION { Ok(()) } else { Err(ReadError::OtherVersion(self.version)) }
    }
}

impl StoredStream {
    fn of(stream: &Stream) -> Self {
        let people =
            stream.people.iter().map(|(owner, count)| StoredPeople { owner: owner.to_string(), count: count.get() });
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: stream.name.to_string(),
            edition: stream.vocabulary.edition().code().to_owned(),
            minutes_a_day: stream.hours.minutes_a_day(),
            days_a_week: stream.hours.days_a_week(),
            people: people.collect(),
            steps: stream.steps.iter().map(StoredStep::of).collect(),
        }
    }

    pub(super) fn stream(self) -> Result<Stream, ReadError> {
        Head { format: self.format, version: self.version }.check()?;
        let edition = Edition::from_code(&self.edition).and_then(Vocabulary::of);
        let vocabulary = edition.ok_or_else(|| ReadError::Stream {
            field: "edition",
            why: "Write \"4\" for the value chain of ITIL 4 or \"5\" for the lifecycle of Version 5.".to_owned(),
        })?;
        let of_stream = |field| move |refusal: Refusal| ReadError::Stream { field, why: refusal.to_string() };
        if self.steps.len() > MOST_STEPS {
            return Err(ReadError::Together(Refusal::TooManySteps));
        }
        let steps = self.steps.into_iter().enumerate();
        Stream {
            name: Name::new(&self.name).map_err(of_stream("name"))?,
            vocabulary,
            hours: WorkingHours::new(self.minutes_a_day, self.days_a_week).map_err(of_stream("minutes_a_day"))?,
            people: people(self.people)?,
            steps: steps.map(|(place, step)| step.placed(vocabulary, place + 1)).collect::<Result<_, _>>()?,
        }
        .checked()
        .map_err(ReadError::Together)
    }
}

fn people(stored: Vec<StoredPeople>) -> Result<BTreeMap<Name, NonZeroU16>, ReadError> {
    let wrong = |why: String| ReadError::Stream { field: "people", why };
    let mut people = BTreeMap::new();
    if stored.len() > MOST_STEPS {
        return Err(wrong("There are more owners than steps. Name each owner once.".to_owned()));
    }
    for StoredPeople { owner, count } in stored {
        let owner = Name::new(&owner).map_err(|refusal| wrong(refusal.to_string()))?;
        if people.keys().any(|known: &Name| known.means(&owner)) {
            return Err(wrong(format!("“{owner}” is there twice. Name each owner once.")));
        }
        let count = NonZeroU16::new(count).ok_or_else(|| wrong(format!("Give “{owner}” at least one person.")))?;
        people.insert(owner, count);
    }
    Ok(people)
}

impl StoredStep {
    fn of(placed: &Placed) -> Self {
        let step = &placed.step;
        Self {
            id: placed.id.0,
            name: step.name.to_string(),
            activity: step.activity.code().to_owned(),
            owner: step.owner.to_string(),
            touch_minutes: step.touch.get(),
            wait_minutes: step.wait.get(),
            rework: step.rework.map(|Rework { to, share }| StoredRework { to: to.0, share: share.get() }),
            taken_share: (step.taken != TakenShare::ALL).then(|| step.taken.get()),
        }
    }

    fn placed(self, vocabulary: Vocabulary, place: usize) -> Result<Placed, ReadError> {
        let of_step = |field| move |refusal: Refusal| ReadError::Step { place, field, why: refusal.to_string() };
        let activity = Activity::from_code(vocabulary, &self.activity).ok_or_else(|| {
            let codes: Vec<_> = vocabulary.activities().iter().map(|activity| activity.code()).collect();
            let why = format!("Write one of {}.", codes.join(", "));
            ReadError::Step { place, field: "activity", why }
        })?;
        let rework = self.rework.map(|StoredRework { to, share }| {
            let share = Share::new(share).map_err(of_step("rework.share"))?;
            Ok(Rework { to: StepId(to), share })
        });
        let taken = self.taken_share.map(Share::new).transpose().map_err(of_step("taken_share"))?;
        let step = Step {
            name: Name::new(&self.name).map_err(of_step("name"))?,
            activity,
            owner: Name::new(&self.owner).map_err(of_step("owner"))?,
            touch: Minutes::new(self.touch_minutes).map_err(of_step("touch_minutes"))?,
            wait: Minutes::new(self.wait_minutes).map_err(of_step("wait_minutes"))?,
            rework: rework.transpose()?,
            taken: taken.unwrap_or(TakenShare::ALL),
        };
        Ok(Placed { id: StepId(self.id), step })
    }
}
