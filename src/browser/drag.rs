//! Dragging something of the page to another place of it.

use leptos::ev::DragEvent;

/// Begins a drag; some browsers begin none that carries nothing.
pub fn begin(event: &DragEvent, text: &str) {
    if let Some(carried) = event.data_transfer() {
        let _ = carried.set_data("text/plain", text);
        carried.set_effect_allowed("move");
    }
}
