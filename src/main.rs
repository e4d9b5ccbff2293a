//! Starts the app in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(service_dojo::app::App);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
