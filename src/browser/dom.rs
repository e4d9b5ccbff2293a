//! Elements: what the component kit needs of them that Leptos does not offer. Sizes, scrolling, focus, dialogs, timers.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, FocusEvent, HtmlDialogElement, HtmlElement, ResizeObserver};

/// Opens a `<dialog>`: modal (the rest of the page is inert, Escape closes) or beside the page.
pub fn open_dialog(dialog: &Element, modal: bool) {
    let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() else { return };
    if dialog.open() || !dialog.is_connected() {
        return;
    }
    if modal {
        let _ = dialog.show_modal();
    } else {
        dialog.show();
    }
}

/// Closes a `<dialog>`; the browser gives the focus back to where it was.
pub fn close_dialog(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && dialog.open()
    {
        dialog.close();
    }
}

/// Whether a modal `<dialog>` waits for an answer.
pub fn is_dialog_open() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector("dialog:modal"), Ok(Some(_))))
}

/// Width inside the borders, in CSS pixels.
pub fn inner_width(element: &Element) -> f64 {
    f64::from(element.client_width())
}

/// Height inside the borders, in CSS pixels.
pub fn inner_height(element: &Element) -> f64 {
    f64::from(element.client_height())
}

/// Height as laid out, in fractions of a CSS pixel.
pub fn outer_height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// The width of the window inside, in CSS pixels.
pub fn window_width() -> f64 {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.unwrap_or_default()
}

/// Width as laid out, in CSS pixels, of the element at or around where an event happened that a selector describes.
pub fn width_around(event: &Event, selector: &str) -> Option<f64> {
    let element = event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??;
    Some(element.get_bounding_client_rect().width())
}

/// Where a pointer is, in CSS pixels from the left edge of the element around it that a selector describes.
pub fn x_within(event: &web_sys::PointerEvent, selector: &str) -> Option<f64> {
    let element = event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??;
    Some(f64::from(event.client_x()) - element.get_bounding_client_rect().left())
}

/// Sends all that a pointer does to the element it went down on, until it is let go.
pub fn capture(event: &web_sys::PointerEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// How far the content is scrolled, in CSS pixels.
pub fn scroll_top(element: &Element) -> f64 {
    element.scroll_top() as f64
}

/// Scrolls the content to this many CSS pixels from its top, at once.
pub fn set_scroll_top(element: &Element, top: f64) {
    element.set_scroll_top(top as _);
}

/// Scrolls as little as shows the element.
pub fn show(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the element with this id into view, as little as needed.
pub fn show_id(id: &str) {
    if let Some(element) = by_id(id) {
        show(&element);
    }
}

/// Moves the focus to an element.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id. `false` if there is none.
pub fn focus_id(id: &str) -> bool {
    let element = by_id(id);
    if let Some(element) = &element {
        focus(element);
    }
    element.is_some()
}

/// Whether nothing has the focus: what had it is gone.
pub fn is_focus_lost() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.active_element()).is_none_or(|element| element.tag_name() == "BODY")
}

/// Moves the focus to the element with this id as soon as the page is made, if what had it is gone by then.
pub fn catch_focus(id: impl Into<String>) {
    let id = id.into();
    soon(move || {
        if is_focus_lost() {
            focus_id(&id);
        }
    });
}

/// Whether the `<details>` that an event is about is unfolded.
pub fn is_open(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// The id of what has the focus.
pub fn focused_id() -> Option<String> {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.active_element()).map(|element| element.id())
}

/// Moves the focus to the first control in the element with this id, or to the element itself if it has none.
pub fn focus_within(id: &str) {
    let Some(element) = by_id(id) else { return };
    show(&element);
    let controls = "input, textarea, select, button, [tabindex]";
    match element.query_selector(controls).ok().flatten() {
        Some(control) => focus(&control),
        None => focus(&element),
    }
}

/// Whether an element reaches over the right edge of the window (or comes closer to it than 8 pixels).
pub fn overflows(element: &Element) -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.is_some_and(|width| element.get_bounding_client_rect().right() > width - 8.0)
}

/// How many UTF-16 units of a text field stand before its cursor.
pub fn caret(input: &web_sys::HtmlInputElement) -> usize {
    input.selection_start().ok().flatten().map_or(usize::MAX, |units| units as usize)
}

/// Whether some of a text field's text is selected.
pub fn has_selection(input: &web_sys::HtmlInputElement) -> bool {
    input.selection_start().ok().flatten() != input.selection_end().ok().flatten()
}

/// Puts a text into a text field at once, with the cursor behind so many UTF-16 units.
pub fn put_text(input: &web_sys::HtmlInputElement, text: &str, units: usize) {
    let units = u32::try_from(units).unwrap_or(u32::MAX);
    input.set_value(text);
    let _ = input.set_selection_range(units, units);
}

/// Moves the focus to the first element that a selector describes, and shows it. `false` if there is none.
pub fn focus_at(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = &element {
        focus(element);
    }
    element.is_some()
}

/// Lets the element of an event be dragged to another place of the page. Some browsers begin only once there is
/// something to carry.
pub fn carry(event: &web_sys::DragEvent, text: &str) {
    if let Some(carried) = event.data_transfer() {
        let _ = carried.set_data("text/plain", text);
        carried.set_effect_allowed("move");
    }
}

fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Whether an event came from a control (or from inside of one), which then uses the event itself.
pub fn from_control(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| matches!(element.closest("a, button, input, select, textarea, label"), Ok(Some(_))))
}

/// The id of the element, at or around where an event happened, that a selector describes.
pub fn id_around(event: &Event, selector: &str) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(selector).ok()?.map(|element| element.id())
}

/// Whether an event happened at or inside an element that a selector describes.
pub fn is_inside(event: &Event, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Whether something that a selector describes is inside an element.
pub fn has(element: &Element, selector: &str) -> bool {
    matches!(element.query_selector(selector), Ok(Some(_)))
}

/// Whether the focus, on leaving an element, goes to something inside `container`.
pub fn focus_stays_in(container: &Element, leaving: &FocusEvent) -> bool {
    leaving
        .related_target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok())
        .is_some_and(|node| container.contains(Some(&node)))
}

/// A promise to call back later; dropping it takes the promise back.
pub struct Timer(#[allow(dead_code, reason = "held for its drop")] Timeout);

/// Calls back after this many milliseconds, unless the timer is dropped before.
pub fn after(millis: u32, then: impl FnOnce() + 'static) -> Timer {
    Timer(Timeout::new(millis, then))
}

/// Calls back once everything that is going on has been rendered.
pub fn soon(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// A watch over the sizes of elements; it ends when dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _called: Closure<dyn FnMut()>,
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back at once and then whenever one of the elements changes its size: a window resized, another density,
/// another text size, a rotated phone.
pub fn watch_sizes(elements: &[&Element], changed: impl FnMut() + 'static) -> Option<SizeWatch> {
    let called = Closure::<dyn FnMut()>::new(changed);
    let observer = ResizeObserver::new(called.as_ref().unchecked_ref()).ok()?;
    for element in elements {
        observer.observe(element);
    }
    Some(SizeWatch { observer, _called: called })
}
