//! Articles as the screens need them: their Markdown as blocks, versions compared, what helps with what is being typed,
//! and a first text from a solved record.

pub mod advice;
pub mod compare;
pub mod draft;
pub mod markdown;
mod numbers;
