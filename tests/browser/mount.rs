//! The app as a browser mounts it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use service_dojo::app::App;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_mounts_with_one_main_heading() {
    leptos::mount::mount_to_body(App);
    leptos::task::tick().await;
    let document = leptos::prelude::document();
    assert_eq!(document.query_selector_all("h1").expect("a valid selector").length(), 1);
}
