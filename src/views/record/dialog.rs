//! The dialog in which an action asks for what its command needs.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Dialog, Toaster, open_while};
use crate::views::asking::Asking;

/// Shows the form of the wanted action while one is wanted.
#[component]
pub fn FormDialog<W>(
    /// What is wanted.
    open: RwSignal<Option<W>>,
    /// The dialog's heading.
    title: fn(W) -> &'static str,
    /// The form: an `asking::FormFrame` with fields. It gives its command through the `Asking`.
    form: impl Fn(W, Asking) -> AnyView + Send + Sync + 'static,
) -> impl IntoView
where
    W: Copy + PartialEq + Send + Sync + 'static,
{
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let shown = open_while(open);
    let form = StoredValue::new(form);
    let body = move || {
        let wanted = open.get()?;
        let asking = Asking::new(session, toaster, move || open.set(None));
        Some(form.with_value(|form| form(wanted, asking)))
    };
    let title = Signal::derive(move || open.get().map_or("", title).to_owned());
    view! { <Dialog title open=shown>{body}</Dialog> }.into_any()
}
