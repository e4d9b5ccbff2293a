//! Shifts that are played for practice. Each is a workspace of its own, beside the user's, which stays open and is not
//! touched.
//!
//! The world itself runs in the worker; here are the run's journal, the page's signals, and the way between the two.
//! An act is saved before anything of its result is shown.
//!
//! `library` knows the scenarios, `runs` what is stored, `engine` the worker, `playing` joins them; `play` is what a page
//! holds, `look_back` what it can ask of a run that was played, and `carry` takes runs to files and back.

mod carry;
mod engine;
mod library;
mod look_back;
mod play;
mod playing;
mod runs;

pub use library::{ScenarioInfo, library};
pub use play::{Play, PlayState};
pub use runs::RunInfo;
