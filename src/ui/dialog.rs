//! Windows over the page: a dialog asks for one decision; a sheet shows more beside the page.
//!
//! Both are the browser's own `<dialog>`: it keeps the focus inside while it is modal, closes on Escape, and gives the
//! focus back. What is inside is made when it opens and gone when it closes.

use leptos::{html, prelude::*};

use super::icon::{Icon, Picture};
use super::id;
use crate::browser::dom;

/// A question or a small form, in the middle of the page.
#[component]
pub fn Dialog(
    /// What it asks ("Resolve INC0031207?").
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open; closing sets it to `false`.
    open: RwSignal<bool>,
    /// The body.
    children: ChildrenFn,
    /// The buttons, the main one first.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    window(title, open, children, actions, "dialog", true)
}

/// A panel at the side (on a phone: from below), for details beside the page.
#[component]
pub fn Sheet(
    /// What it shows.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open; closing sets it to `false`.
    open: RwSignal<bool>,
    /// Whether the page behind waits. A sheet that is not modal leaves the page usable.
    #[prop(default = true)]
    modal: bool,
    /// The body.
    children: ChildrenFn,
    /// The buttons, the main one first.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    window(title, open, children, actions, "sheet", modal)
}

/// Whether a dialog is open, for one that is about something: open while `wanted` is something, and closing it
/// forgets what. Each follows the other and passes on only what differs: signals tell of every setting, equal or not.
pub fn open_while<T: Send + Sync + 'static>(wanted: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let is_wanted = wanted.with(Option::is_some);
        if open.get_untracked() != is_wanted {
            open.set(is_wanted);
        }
    });
    Effect::new(move |_| {
        if !open.get() && wanted.with_untracked(Option::is_some) {
            wanted.set(None);
        }
    });
    open
}

fn window(
    title: Signal<String>,
    open: RwSignal<bool>,
    children: ChildrenFn,
    actions: ViewFn,
    class: &'static str,
    modal: bool,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = id::fresh("dialog");
    let labelled_by = title_id.clone();
    let filled = RwSignal::new(false);
    let unsaved = Unsaved { dialog, open, typed: RwSignal::new(false), asking: RwSignal::new(false) };
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            unsaved.forget();
            filled.set(true);
            // Once the inside is there, so that its first control gets the focus.
            dom::soon(move || {
                if open.try_get_untracked() == Some(true) {
                    dom::open_dialog(&dialog, modal);
                }
            });
        } else {
            // Closed before it is emptied: the focus can only be given back from inside.
            dom::close_dialog(&dialog);
            filled.set(false);
        }
    });
    let inside = move || {
        filled.get().then(|| {
            view! {
                <div class="dialog-inside">
                    <h2 class="dialog-title" id=title_id.clone()>{title}</h2>
                    <div class="dialog-body">{children()}</div>
                    {move || unsaved.asking.get().then(|| unsaved.question())}
                    <div class="dialog-actions">{actions.run()}</div>
                    // Last, so that the focus starts with the body; the sheet puts it into the corner.
                    <button type="button" class="button button-quiet button-icon dialog-close" on:click=move |_| unsaved.close()>
                        <Icon picture=Picture::Close />
                        <span class="visually-hidden">"Close"</span>
                    </button>
                </div>
            }
        })
    };
    view! {
        <dialog
            class=class
            node_ref=dialog
            aria-labelledby=labelled_by
            on:close=move |_| { open.try_set(false); }
            on:input=move |event| unsaved.note(&event)
            on:cancel=move |event: leptos::ev::Event| {
                if unsaved.holds() {
                    event.prevent_default();
                }
            }
            on:keydown=move |event| {
                // Escape closes a sheet that is not modal too.
                if !modal && event.key() == "Escape" {
                    unsaved.close();
                }
            }
        >
            {inside}
        </dialog>
    }
    .into_any()
}

/// What is typed into a form in a window and not given yet: Escape and the cross ask before it is lost. A second Escape
/// discards it, as browsers let no page hold a window open for ever.
#[derive(Clone, Copy)]
struct Unsaved {
    dialog: NodeRef<html::Dialog>,
    open: RwSignal<bool>,
    typed: RwSignal<bool>,
    asking: RwSignal<bool>,
}

impl Unsaved {
    fn forget(self) {
        self.typed.set(false);
        self.asking.set(false);
    }

    /// Notes that something was typed, if it is a field of a form and not one that only searches.
    fn note(self, event: &leptos::ev::Event) {
        if dom::is_inside(event, "form :is(textarea, input)") && !self.typed.get_untracked() {
            self.typed.set(true);
        }
    }

    /// Whether the window has to stay; then it asks.
    fn holds(self) -> bool {
        // A window that goes from a form to a list has given what was typed.
        let has_form = || self.dialog.get_untracked().is_some_and(|dialog| dom::has(&dialog, "form"));
        let typed = self.typed.get_untracked() && has_form();
        if typed {
            self.asking.set(true);
        }
        typed
    }

    fn close(self) {
        if !self.holds() {
            self.open.set(false);
        }
    }

    fn question(self) -> AnyView {
        let stay = NodeRef::<html::Button>::new();
        Effect::new(move |_| {
            if let Some(button) = stay.get() {
                let _ = button.focus();
            }
        });
        view! {
            <div class="dialog-unsaved" role="alert">
                <p>"What you typed here is not saved yet."</p>
                <div class="dialog-unsaved-ways">
                    <button type="button" class="button" node_ref=stay on:click=move |_| self.asking.set(false)>"Go on typing"</button>
                    <button type="button" class="button button-quiet" on:click=move |_| self.open.set(false)>"Discard it"</button>
                </div>
            </div>
        }
        .into_any()
    }
}
