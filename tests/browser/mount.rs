//! The app as a browser mounts it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn starting_takes_the_painted_shell_away_and_shows_one_main_heading() {
    let document = leptos::prelude::document();
    let shell = document.create_element("div").unwrap();
    shell.set_id("shell");
    document.body().unwrap().append_child(&shell).unwrap();

    service_dojo::app::start();
    leptos::task::tick().await;

    assert!(document.get_element_by_id("shell").is_none());
    assert!(document.query_selector("h1").unwrap().is_some());
    assert!(document.query_selector("h1 ~ h1").unwrap().is_none());
}
