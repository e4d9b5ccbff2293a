//! Chance, and how to have the same again: one stream of random numbers for each purpose.

mod draw;
mod purpose;
mod stream;

pub use purpose::Purpose;
pub use stream::{Stream, Streams};
