//! Local storage behind one wrapper that cannot panic.
//!
//! `gloo_storage` panics where storage is blocked or switched off, so it is only asked after web-sys has
//! found the storage to be there. Every access after that returns an error value.

use gloo_storage::{LocalStorage, Storage as _};
use journal::{Store, StoreError};
use wasm_bindgen::JsValue;

/// The browser's local storage.
#[derive(Clone, Copy, Debug)]
pub struct LocalStore {
    _probed: (),
}

const PROBE: &str = "service-dojo/probe";

impl LocalStore {
    /// The local storage, if it is there and takes what is given to it.
    pub fn probe() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        match window.local_storage() {
            Ok(Some(raw)) => match raw.set_item(PROBE, "1") {
                Ok(()) => {
                    let _ = raw.remove_item(PROBE);
                    Ok(Self { _probed: () })
                }
                // A full storage is still a storage: what is in it can be opened and exported.
                Err(error) if is_full(&error) && raw.length().unwrap_or(0) > 0 => Ok(Self { _probed: () }),
                Err(error) => Err(explain(&error)),
            },
            Ok(None) | Err(_) => Err(StoreError::Blocked),
        }
    }
}

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        LocalStorage::raw().get_item(key).map_err(|error| explain(&error))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        LocalStorage::raw().set_item(key, value).map_err(|error| explain(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        LocalStorage::raw().remove_item(key).map_err(|error| explain(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let raw = LocalStorage::raw();
        let length = raw.length().map_err(|error| explain(&error))?;
        let mut keys = Vec::with_capacity(length as usize);
        for index in 0..length {
            if let Some(key) = raw.key(index).map_err(|error| explain(&error))? {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}

/// What was noted for this visit under a key: until the tab is closed.
pub fn noted(key: &str) -> Option<String> {
    web_sys::window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Notes something for this visit. Where the browser does not allow it, it holds until the page is left.
pub fn note(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.session_storage()) {
        let _ = storage.set_item(key, value);
    }
}

fn error_name(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

fn is_full(error: &JsValue) -> bool {
    matches!(error_name(error).as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED")
}

fn explain(error: &JsValue) -> StoreError {
    if is_full(error) {
        return StoreError::Full;
    }
    match error_name(error).as_str() {
        "SecurityError" => StoreError::Blocked,
        name => StoreError::Failed(name.to_owned()),
    }
}
