//! Web Locks: of all tabs, one at a time. `web-sys` has them only as an unstable interface, so they are asked for by
//! name.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

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

/// A name that this tab holds, until this is dropped or another tab takes it away.
#[derive(Debug)]
pub struct Held {
    /// Settles what the lock waits for; nothing where the browser has no locks.
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Takes a name for this tab: only if it is free, or from whoever holds it. `answer` gets it, or `None` if it is not free.
/// `lost` is called if another tab takes it away later. A browser without locks gives every name to everybody.
pub fn hold(name: &str, from_others: bool, answer: impl FnOnce(Option<Held>) + 'static, lost: impl FnOnce() + 'static) {
    let Some((manager, request)) = manager() else { return answer(Some(Held { release: None })) };
    let options = Object::new();
    let how = if from_others { "steal" } else { "ifAvailable" };
    let _ = Reflect::set(&options, &JsValue::from_str(how), &JsValue::TRUE);
    // Whether it was ever ours: a request can also fail at once.
    let answer = Rc::new(RefCell::new(Some(answer)));
    let granted = answer.clone();
    let held = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let Some(answer) = granted.borrow_mut().take() else { return JsValue::UNDEFINED };
        if lock.is_null() {
            answer(None);
            return JsValue::UNDEFINED;
        }
        let mut release = None;
        let until = Promise::new(&mut |resolve, _| release = Some(resolve));
        answer(Some(Held { release }));
        until.into()
    });
    let asked = request.call3(&manager, &JsValue::from_str(name), &options, &held);
    let asked = asked.ok().and_then(|asked| asked.dyn_into::<Promise>().ok());
    wasm_bindgen_futures::spawn_local(async move {
        let ended = match asked {
            Some(asked) => wasm_bindgen_futures::JsFuture::from(asked).await,
            None => Err(JsValue::UNDEFINED),
        };
        let never_answered = answer.borrow_mut().take();
        match (never_answered, ended) {
            // The browser refuses to lock at all: as if it had no locks.
            (Some(answer), _) => answer(Some(Held { release: None })),
            (None, Err(_)) => lost(),
            (None, Ok(_)) => {}
        }
    });
}

fn manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&manager, &JsValue::from_str("request")).ok()?.dyn_into::<Function>().ok()?;
    Some((manager, request))
}
