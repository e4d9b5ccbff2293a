//! The stored form of a workspace: bytes and strings over a small key-value trait.
//!
//! Nothing here knows a browser, a clock, randomness, or what the payloads mean. `FORMAT.md` beside this
//! crate's manifest describes every key and every byte.

pub mod columns;
mod damage;
pub mod text;

pub use damage::Damage;
