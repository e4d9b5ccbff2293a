//! A dialog that asks for what a command needs: gives it, shows what was refused beside its field, and confirms.

use itsm::Command;
use leptos::prelude::*;

use crate::session::{Declined, Session};
use crate::ui::{Button, Kind, Toaster};
use crate::views::undo;

/// What every form in a dialog works with.
#[derive(Clone, Copy)]
pub struct Asking {
    /// What was refused, until the next try.
    refusal: RwSignal<Option<Declined>>,
    /// Closes the dialog.
    close: UnsyncCallback<()>,
    session: Session,
    toaster: Toaster,
}

impl Asking {
    /// A form whose dialog closes by `close`.
    pub fn new(session: Session, toaster: Toaster, close: impl Fn() + 'static) -> Self {
        Self { refusal: RwSignal::new(None), close: UnsyncCallback::new(move |()| close()), session, toaster }
    }

    /// Gives the command: closes the dialog and confirms, or keeps it open with the refusal.
    pub fn give(self, command: Command, done: impl Into<String>) {
        self.given(self.session.give(command), done);
    }

    /// The same for what was given already.
    pub fn given<T>(self, given: Result<T, Declined>, done: impl Into<String>) {
        match given {
            Ok(_) => {
                self.close.run(());
                undo::confirm(self.session, self.toaster, done);
            }
            Err(refusal) => self.refusal.set(Some(refusal)),
        }
    }

    /// What is wrong with the field of this name, for the place beside it.
    pub fn error_of(self, name: &'static str) -> Signal<Option<String>> {
        let about = move |declined: &Option<Declined>| {
            declined.as_ref().filter(|declined| declined.is_about(&[name])).map(Declined::sentence)
        };
        Signal::derive(move || self.refusal.with(about))
    }

    /// What is wrong and belongs to none of these fields, for the place above the buttons.
    pub fn error_beside(self, names: &'static [&'static str]) -> Signal<Option<String>> {
        let beside = move |declined: &Option<Declined>| {
            declined.as_ref().filter(|declined| !declined.is_about(names)).map(Declined::sentence)
        };
        Signal::derive(move || self.refusal.with(beside))
    }

    /// Closes the dialog.
    pub fn dismiss(self) {
        self.close.run(());
    }
}

/// A native form that Enter submits, with the refusal and two buttons.
#[component]
pub fn FormFrame(
    /// Which form.
    #[prop(into)]
    form: Asking,
    /// The verb on the main button.
    label: &'static str,
    /// What is wrong and belongs to no single field.
    error: Signal<Option<String>>,
    /// Gives the command.
    submit: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            {children()}
            <div class="form-error" role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">{label}</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=move |()| form.dismiss() />
            </div>
        </form>
    }
    .into_any()
}
