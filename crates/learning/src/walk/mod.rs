//! The walk of a service through its life: decisions in five stages, what each is for, and whether an answer holds.
//!
//! Questions, checks and the guided sample are data (`public/content/knowledge/walk.json`), read into a [`Plan`]. What
//! somebody answered is a [`Walk`]; where each decision stands and what the dossier says follow from the two. Records of
//! the workspace are known by reference only: what a check asks of them comes in as [`Facts`]. No clock and no store.

mod answer;
mod check;
mod decision;
mod dossier;
mod plan;
mod standing;
mod stored;
mod walked;
mod way;
mod whole;

pub use answer::{Answer, Person};
pub use check::{Check, Code, Weight};
pub use decision::{Decision, Kind, SampleAnswer, SampleRecord, Way};
pub use dossier::{Chapter, MOST_GATE_LETTERS};
pub use plan::{Artefact, Named, Plan, RecordKind, Sample, SetAside, Stage};
pub use standing::{Facts, Finding, Standing};
pub use walked::{PORTFOLIO_ENTRY, Walk};
pub use way::{Activities, Activity, Part, Stream, StreamStep};

/// Where the file is, beside the app.
pub const WALK_FILE: &str = "content/knowledge/walk.json";
