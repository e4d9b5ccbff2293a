//! What came of a run: first a question, then one sentence, three findings, how the shift went, measures, and what one
//! may want to read up. Nothing of it is a score.
//!
//! All that it shows is one [`Debrief`](simulation::debrief::Debrief); what others get out of the same shift is worked
//! out meanwhile and comes later.

mod afterwards;
mod closed;
mod earlier;
mod export;
mod finding;
mod instant;
mod lanes;
pub mod look;
mod lost;
mod matrix;
mod measures;
mod moments;
mod next;
mod question;
pub mod results;
mod run;
mod timeline;
mod tutor;
mod words;

pub use run::page;
