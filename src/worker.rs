//! Starts the worker: long work away from the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    service_dojo::browser::worker::serve();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
