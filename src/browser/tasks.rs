//! Work that waits for the browser.

use std::future::Future;

/// Runs a future on the page's own thread.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Lets the browser paint before going on.
pub async fn paint() {
    gloo_timers::future::TimeoutFuture::new(0).await;
}
