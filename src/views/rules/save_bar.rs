//! What stands under every form here: whether something is unsaved, Save, and the way back.

use leptos::prelude::*;

use super::editing::Editing;
use crate::ui::{Button, CommandButton, Icon, Kind, Picture};

/// Notices over the form: what was typed is back, or the ground has changed.
#[component]
pub fn FormNotices(editing: Editing) -> impl IntoView {
    let overtaken = Memo::new(move |_| editing.is_overtaken());
    let restored = Memo::new(move |_| editing.is_restored());
    let notice = move || {
        let (text, label, tone) = if overtaken.get() {
            (
                "These rules have changed since you began. Saving puts yours in their place.",
                "Show what holds now",
                "warn",
            )
        } else if restored.get() {
            ("What you had typed is back. It is not saved yet.", "Begin anew", "")
        } else {
            return ().into_any();
        };
        view! {
            <div class="banner" role="status" data-tone=tone>
                <Icon picture=if tone.is_empty() { Picture::Info } else { Picture::DueSoon } />
                <p>{text}</p>
                <Button label kind=Kind::Quiet on_press=move |()| editing.start_over() />
            </div>
        }
        .into_any()
    };
    notice.into_any()
}

/// The bar. It stays in view while something is unsaved.
#[component]
pub fn SaveBar(
    editing: Editing,
    /// What is wrong with the form as a whole, in a few words; `None` while it can be saved.
    #[prop(into)]
    faults: Signal<usize>,
    /// Sends it.
    #[prop(into)]
    on_save: UnsyncCallback<()>,
) -> impl IntoView {
    let changed = Memo::new(move |_| editing.is_changed());
    let press = move |()| {
        editing.tried.set(true);
        if faults.get_untracked() == 0 {
            on_save.run(());
        }
    };
    let refusal = Signal::derive(move || {
        let faults = faults.get();
        (faults > 0 && editing.tried.get()).then(|| match faults {
            1 => "One entry above has to be put right first.".to_owned(),
            count => count.to_string() + " entries above have to be put right first.",
        })
    });
    let declined = move || editing.declined.get().map(|declined| view! { <p class="error">{declined.sentence()}</p> });
    let inside = move || {
        if changed.get() {
            view! {
                <CommandButton label="Save" kind=Kind::Primary refusal on_press=press />
                <Button label="Discard changes" kind=Kind::Quiet on_press=move |()| editing.start_over() />
                <span class="hint rules-unsaved">"Not saved yet"</span>
            }
            .into_any()
        } else {
            view! { <p class="hint">"Nothing to save: this is what holds now."</p> }.into_any()
        }
    };
    view! {
        <div class="rules-save" data-changed=move || changed.get().then_some("true")>
            <div class="form-error" role="alert">{declined}</div>
            <div class="form-actions">{inside}</div>
        </div>
    }
    .into_any()
}
