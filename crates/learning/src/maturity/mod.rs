//! How well a practice is established: a self-assessment with evidence.
//!
//! Statements, levels and gaps are data (`public/content/knowledge/maturity.json`), in names and words of our own. What
//! is stored is an [`Assessment`]: a date and answers. Levels, gaps, trend, radar and the next date follow from it.
//! No clock and no store: what the app's journal can tell comes in as [`Evidence`], and only ever suggests an answer.

mod again;
mod assessment;
mod faults;
mod form;
mod gaps;
mod level;
mod prefill;
mod radar;
mod standing;
mod trend;

pub use again::{Due, DueReason};
pub use assessment::{Answer, Answered, Assessment};
pub use form::{About, GapText, LevelText, Maturity, PracticeStatements, Statement, Threshold};
pub use gaps::Gap;
pub use level::Level;
pub use prefill::{Evidence, LEAST_CASES, Prefill, Suggestion};
pub use radar::Axis;
pub use standing::{Progress, Standing};
pub use trend::Trend;

/// The name of the file, beside the app.
pub const FILE: &str = "content/knowledge/maturity.json";
