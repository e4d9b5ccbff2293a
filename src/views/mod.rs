//! The pages. They hold no rules: they show signals, send commands, and show refusals in words.

pub mod help;
