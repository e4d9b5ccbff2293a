//! Starts the component gallery in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    service_dojo::app::start_gallery();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
