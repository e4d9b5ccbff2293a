//! Starts the worker: long work away from the page.
fn main() {}
