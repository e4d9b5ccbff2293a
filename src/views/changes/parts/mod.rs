//! Parts of the forms of changes and templates.

mod boards;
mod questions;
mod several;
mod times;

pub use boards::{Boards, Seats, needed};
pub use questions::{Questions, answers, derived, empty_answers, fields as answer_fields};
pub use several::{Several, ids, joined};
pub use times::{Times, TimesFields};
