//! The page around the app: its address, title, theme, focus, and the shell it starts from.

use wasm_bindgen::{JsCast, JsValue};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The path that the app is served under, from `<base href>`: `""` at the root, else like `/sub/path`.
pub fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let path = base.and_then(|base| web_sys::Url::new(&base).ok()).map(|url| url.pathname());
    path.unwrap_or_default().trim_end_matches('/').to_owned()
}

/// Takes away the shell that stood in while the app was loading.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading, so that a change of page is announced and the keyboard starts there.
pub fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets (or with `None` removes) an attribute of the root element: theme, density, motion.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Where `boot.js` says the worker's script is.
pub fn worker_address() -> Option<String> {
    let script = document()?.query_selector("script[data-worker]").ok()??;
    script.get_attribute("data-worker")
}

/// The language and region for dates and numbers.
pub fn locale() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_else(|| "en-GB".to_owned())
}

/// What stands behind the `#` of the address; empty for nothing.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// A text as it may stand in an address as one value.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The text that [`encode`] wrote; what nobody wrote so stays as it is.
pub fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

/// Asks the browser to keep this site's data when space gets short. It may say no; nothing depends on it.
pub fn ask_to_persist() {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().storage().persist();
    }
}

/// Where the app is served from, without a path ("https://example.org").
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Puts a text where the user can paste it from. `false` where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    match web_sys::window() {
        Some(window) => {
            wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
        }
        None => false,
    }
}

/// Opens the browser's own dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Shows the crash screen of `boot.js`, which works without the app: the app is taken for dead from then on.
pub fn install_crash_screen() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let screen = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("serviceDojoCrashed"));
        if let Some(screen) = screen.ok().and_then(|screen| screen.dyn_into::<js_sys::Function>().ok()) {
            let _ = screen.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
        }
    }));
}
