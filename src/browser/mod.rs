//! The browser: the only room that touches web-sys and gloo. What leaves it is plain Rust.

pub mod dom;
