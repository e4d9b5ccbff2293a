//! The open workspace: what joins service management with its stored form.
//!
//! `stored` knows how events are written down, `workspace` folds them into a desk whatever order they arrive
//! in, `query`, `figures` and `say` answer what the screens ask.

pub mod base;
#[cfg(feature = "import")]
pub mod import;
pub mod stored;
