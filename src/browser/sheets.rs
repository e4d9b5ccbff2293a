//! Stylesheets of parts of the program: fetched with the part, so that a first visit does not pay for them.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::tasks;

/// Which of them; `index.html` says where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartSheet {
    /// Practising: the library, the play screen, the debrief.
    Shift,
    /// The body of knowledge.
    Learn,
}

impl PartSheet {
    fn attribute(self) -> &'static str {
        match self {
            PartSheet::Shift => "data-shift-sheet",
            PartSheet::Learn => "data-learn-sheet",
        }
    }
}

/// Fetches a sheet from now on, unless it is here; `false` if it does not come. The next attempt starts anew.
pub fn fetch(sheet: PartSheet) -> impl Future<Output = bool> {
    let (teller, waiting) = tasks::answer();
    match link(sheet, teller.clone()) {
        Some(()) => {}
        // Here already, or the page around names none, as in a test.
        None => teller.tell(true),
    }
    waiting
}

fn link(sheet: PartSheet, teller: tasks::Teller<bool>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let script = document.query_selector(&["script[", sheet.attribute(), "]"].concat()).ok()??;
    let address = script.get_attribute(sheet.attribute())?;
    if document.query_selector(&["link[href=\"", &address, "\"]"].concat()).ok()?.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &address).ok()?;
    let (came, failed) = (teller.clone(), link.clone());
    let came: JsValue = Closure::once_into_js(move || came.tell(true));
    let lost: JsValue = Closure::once_into_js(move || {
        failed.remove();
        teller.tell(false);
    });
    link.add_event_listener_with_callback("load", came.unchecked_ref()).ok()?;
    link.add_event_listener_with_callback("error", lost.unchecked_ref()).ok()?;
    document.head()?.append_child(&link).ok()?;
    Some(())
}
