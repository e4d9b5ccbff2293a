//! What the browser tells without being asked: other tabs' writes, coming back to the page, keys, dropped files.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Listens on the window for as long as the page lives.
fn listen<E: JsCast + 'static>(name: &str, heard: impl Fn(E) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if let Ok(event) = event.dyn_into::<E>() {
            heard(event);
        }
    });
    let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Another tab wrote (or, with `None`, removed) a key of the local storage; both `None` when it cleared all.
pub fn on_foreign_write(heard: impl Fn(Option<String>, Option<String>) + 'static) {
    listen::<web_sys::StorageEvent>("storage", move |event| heard(event.key(), event.new_value()));
}

/// The page came to the front again, or out of the back-forward cache.
pub fn on_return(heard: impl Fn() + Clone + 'static) {
    let shown = heard.clone();
    listen::<web_sys::Event>("pageshow", move |_| shown());
    listen::<web_sys::Event>("focus", move |_| heard());
}

/// The page is about to go: the last chance to write.
pub fn on_leave(heard: impl Fn() + 'static) {
    listen::<web_sys::Event>("pagehide", move |_| heard());
}

/// The user went back or forward to another address of this page.
pub fn on_history(heard: impl Fn() + 'static) {
    listen::<web_sys::Event>("popstate", move |_| heard());
}

/// A click anywhere on the page, after whatever was clicked has heard of it.
pub fn on_click(heard: impl Fn(&web_sys::MouseEvent) + 'static) {
    listen::<web_sys::MouseEvent>("click", move |event| heard(&event));
}

/// A key pressed anywhere: its name, whether Ctrl or Command was held, and whether somebody was typing.
/// Returns whether it was used, which keeps the browser from using it too.
pub fn on_key(heard: impl Fn(&str, bool, bool) -> bool + 'static) {
    listen::<web_sys::KeyboardEvent>("keydown", move |event| {
        if event.alt_key() || event.default_prevented() {
            return;
        }
        let typing = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
            .is_some_and(|element| takes_text(&element));
        if heard(&event.key(), event.ctrl_key() || event.meta_key(), typing) {
            event.prevent_default();
        }
    });
}

fn takes_text(element: &web_sys::HtmlElement) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
}
