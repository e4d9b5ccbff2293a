//! Web Locks: of all tabs, one at a time. `web-sys` has them only as an unstable interface, so they are asked for by
//! name.

use std::future::Future;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Does the work while no other tab does work under this name. If one does, nothing is done: it is being taken care of.
/// A browser without locks (or a page that is not served securely) does the work at once.
pub fn alone(name: &str, work: impl Future<Output = ()> + 'static) {
    match manager() {
        Some((manager, request)) => {
            let options = Object::new();
            let _ = Reflect::set(&options, &JsValue::from_str("ifAvailable"), &JsValue::TRUE);
            // The lock is held until the promise is settled.
            let held = Closure::once_into_js(move |lock: JsValue| -> Promise {
                wasm_bindgen_futures::future_to_promise(async move {
                    if !lock.is_null() {
                        work.await;
                    }
                    Ok(JsValue::UNDEFINED)
                })
            });
            let _ = request.call3(&manager, &JsValue::from_str(name), &options, &held);
        }
        None => wasm_bindgen_futures::spawn_local(work),
    }
}

fn manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&manager, &JsValue::from_str("request")).ok()?.dyn_into::<Function>().ok()?;
    Some((manager, request))
}
