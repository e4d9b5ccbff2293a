//! Help: how to use the app, and the gallery of its components.

pub mod components;
mod gallery;
