//! What a person chooses about how the app shows and hears things: the forms of dates and numbers, and the keys.
//!
//! Pure values, with one of each in force at a time. What is typed into queries, stored, or written to files for other
//! programs keeps its machine form and asks nobody here.

pub mod format;
pub mod keymap;
pub mod language;

pub use format::{Chosen, Dates, FirstDay, Format, Grouping, Hours};
pub use keymap::{Action, Keymap, Place, Stroke, Unfit};
