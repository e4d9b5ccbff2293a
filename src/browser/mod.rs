//! The browser: the only room that touches web-sys and gloo. What leaves it is plain Rust.

pub mod clock;
pub mod disk;
pub mod dom;
pub mod drag;
pub mod events;
pub mod files;
pub mod language;
pub mod location;
pub mod locks;
pub mod page;
pub mod random;
pub mod sheets;
pub mod storage;
pub mod tasks;
pub mod worker;
