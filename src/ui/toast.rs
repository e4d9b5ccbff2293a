//! Short messages that come and go. Good news leaves by itself; what went wrong stays until it is dismissed.

use std::sync::Arc;

use leptos::prelude::*;

use super::badge::Tone;
use super::icon::{Icon, Picture};
use crate::browser::dom;

/// How long good news stays, in milliseconds: a slow reader needs some 5 s for 20 words.
const STAY_MILLIS: u32 = 6000;

/// How long it stays with an action beside it, which has to be read, weighed and reached.
const STAY_WITH_ACTION_MILLIS: u32 = 12_000;

/// More would cover the page; the oldest goes first.
const MOST: usize = 3;

/// What an action beside a message does.
pub type Act = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    tone: Tone,
    action: Option<(Label, Act)>,
}

/// What an action is called, and the keys that do the same.
#[derive(Clone)]
struct Label {
    text: String,
    /// As people read them ("Ctrl Z"); empty for none.
    keys: &'static str,
}

/// Where messages are sent; found in the context once [`Toaster::provide`] was called at the root.
#[derive(Clone, Copy)]
pub struct Toaster {
    toasts: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toaster {
    /// Makes the toaster and puts it into the context. Once, in the root component.
    pub fn provide() -> Self {
        let toaster = Self { toasts: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        provide_context(toaster);
        toaster
    }

    /// The toaster of the app; outside of it, one that nobody sees.
    pub fn of_context() -> Self {
        use_context().unwrap_or_else(|| Self { toasts: RwSignal::new(Vec::new()), next: StoredValue::new(0) })
    }

    /// Shows a message. `Tone::Ok` leaves by itself, the others wait to be dismissed.
    pub fn push(self, text: impl Into<String>, tone: Tone) {
        self.add(text.into(), tone, None);
    }

    /// Says that something was done; leaves by itself.
    pub fn ok(self, text: impl Into<String>) {
        self.push(text, Tone::Ok);
    }

    /// Says that something was not done; waits to be dismissed.
    pub fn bad(self, text: impl Into<String>) {
        self.push(text, Tone::Bad);
    }

    /// Shows a message with an action beside it ("Undo", with the keys that do the same), which also dismisses it.
    pub fn push_with(
        self,
        text: impl Into<String>,
        tone: Tone,
        label: impl Into<String>,
        keys: &'static str,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        self.add(text.into(), tone, Some((Label { text: label.into(), keys }, Arc::new(act))));
    }

    /// Takes away what offers an action: it has been overtaken.
    pub fn dismiss_actions(self) {
        self.toasts.try_update(|toasts| toasts.retain(|toast| toast.action.is_none()));
    }

    fn add(self, text: String, tone: Tone, action: Option<(Label, Act)>) {
        let Some(id) = self.next.try_get_value() else { return };
        self.next.set_value(id.wrapping_add(1));
        self.toasts.try_update(|toasts| {
            // The same again takes the place of the first.
            toasts.retain(|toast| toast.text != text);
            toasts.push(Toast { id, text, tone, action });
            let surplus = toasts.len().saturating_sub(MOST);
            toasts.drain(..surplus);
        });
    }

    fn dismiss(self, id: u32) {
        self.toasts.try_update(|toasts| toasts.retain(|toast| toast.id != id));
    }
}

/// Where messages appear. Once, at the end of the page.
#[component]
pub fn ToastRegion(
    /// The app's toaster.
    toaster: Toaster,
) -> impl IntoView {
    view! {
        <section class="toasts" aria-label="Messages">
            <div role="status" aria-live="polite">
                <For each=move || toaster.toasts.get() key=|toast| toast.id children=move |toast| one(toaster, toast) />
            </div>
        </section>
    }
    .into_any()
}

fn one(toaster: Toaster, toast: Toast) -> AnyView {
    let Toast { id, text, tone, action } = toast;
    let timer = StoredValue::new_local(None);
    let stay = if action.is_some() { STAY_WITH_ACTION_MILLIS } else { STAY_MILLIS };
    let start = move || {
        if tone == Tone::Ok {
            timer.set_value(Some(dom::after(stay, move || toaster.dismiss(id))));
        }
    };
    let stop = move || timer.set_value(None);
    start();
    let picture = match tone {
        Tone::Ok => Picture::Met,
        Tone::Warn => Picture::DueSoon,
        Tone::Bad => Picture::Problem,
        Tone::Neutral | Tone::Slate => Picture::Info,
    };
    let action = action.map(|(label, act)| {
        let press = move |_| {
            act();
            toaster.dismiss(id);
        };
        view! {
            <button type="button" class="button toast-action" aria-keyshortcuts=shortcut(label.keys) on:click=press>
                {label.text}
                {(!label.keys.is_empty()).then(|| view! { <kbd aria-hidden="true">{label.keys}</kbd> })}
            </button>
        }
    });
    view! {
        <div
            class="toast"
            data-tone=tone.name()
            on:mouseenter=move |_| stop()
            on:mouseleave=move |_| start()
            on:focusin=move |_| stop()
            on:focusout=move |_| start()
        >
            <Icon picture />
            <p>{text}</p>
            {action}
            <button type="button" class="button button-quiet button-icon" on:click=move |_| toaster.dismiss(id)>
                <Icon picture=Picture::Close />
                <span class="visually-hidden">"Dismiss"</span>
            </button>
        </div>
    }
    .into_any()
}

/// Keys as `aria-keyshortcuts` wants them ("Control+Shift+Z").
fn shortcut(keys: &str) -> Option<String> {
    (!keys.is_empty()).then(|| keys.replace("Ctrl", "Control").replace(' ', "+"))
}
