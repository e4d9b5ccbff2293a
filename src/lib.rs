//! The app: pages over a session over the workspace. Compiled for the browser only; natively it is empty, so
//! that a plain `cargo test` needs no Leptos.
#![cfg(target_arch = "wasm32")]

pub mod app;
pub mod browser;
mod commands;
mod keys;
mod parts;
pub mod route;
pub mod session;
pub mod ui;
pub mod views;
