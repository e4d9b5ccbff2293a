//! Starts the app in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    service_dojo::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
