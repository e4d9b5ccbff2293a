//! The advisor: "which should we use?", answered by rules that can be read.
//!
//! Questions and rules are data (`public/content/knowledge/advisor.json`); here are only the ways in which they are
//! weighed. Nothing is hidden in code: each part of an advice names the rule's reason and the answers that led to it.
//! No clock and no store: answers and dates come in, an advice comes out, the same one every time. What is worth keeping
//! are the answers and their date; everything else follows from them.
//!
//! - `form`: what the file says; `faults`: whether it is whole.
//! - `answers`, `asking`: what was said, and what is asked next.
//! - `reasons`: which rules hold, and why.
//! - `weighing`, `choosing`, `roadmap`: the parts of an advice, put together in `advice`.
//! - `sensitivity`, `difference`: what would change it, and what has changed.

mod advice;
mod answers;
mod asking;
mod choosing;
mod difference;
mod faults;
mod form;
mod reasons;
mod roadmap;
mod sensitivity;
mod weighing;

pub use advice::{Advice, Point};
pub use answers::Answers;
pub use asking::Assumption;
pub use choosing::{ChosenPractice, FrameworkVerdict, WAVES};
pub use difference::{Difference, Part};
pub use form::{
    About, Advisor, Choice, Condition, Consideration, Effect, Emphasis, EmphasisText, Extent, ExtentText, Formality,
    Framework, FrameworkUse, Piece, PracticeText, Question, RoadmapText, Rule,
};
pub use reasons::{Given, Reason};
pub use roadmap::{Review, ReviewKind, Roadmap, Step};
pub use sensitivity::{Alternative, Sensitivity};
pub use weighing::{Main, Weighed};

/// The name of the file, beside the app.
pub const FILE: &str = "content/knowledge/advisor.json";
