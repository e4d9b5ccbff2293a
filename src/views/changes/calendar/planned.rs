//! The changes as the calendar sees them.

pub use itsm::change::planned;
