//! Fields: a label, a hint and an error around one control, tied together for eyes and ears alike.

use leptos::context::Provider;
use leptos::prelude::*;

use super::icon::{Icon, Picture};
use super::id;

/// What a control inside a [`Field`] needs to know of it; it comes through the context.
#[derive(Clone)]
pub struct FieldLink {
    /// The id that the label points to.
    pub id: String,
    /// The id of the label.
    pub label_id: String,
    /// The ids of hint, origin and error, as they are shown.
    pub described_by: Signal<Option<String>>,
    /// Whether there is an error.
    pub invalid: Signal<bool>,
    /// Whether it may not be left empty.
    pub required: Signal<bool>,
}

impl FieldLink {
    /// The link of the field around, or one for a control that stands alone.
    pub fn of_context() -> Self {
        use_context().unwrap_or_else(|| {
            let id = id::fresh("control");
            FieldLink {
                label_id: id::with_suffix(&id, "label"),
                id,
                described_by: Signal::stored(None),
                invalid: Signal::stored(false),
                required: Signal::stored(false),
            }
        })
    }

    /// `aria-invalid`, left out while all is well.
    pub fn aria_invalid(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static {
        let invalid = self.invalid;
        move || invalid.get().then_some("true")
    }

    /// `aria-required`, left out when it may stay empty.
    pub fn aria_required(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static {
        let required = self.required;
        move || required.get().then_some("true")
    }
}

/// A labelled field. Put one control inside; radio groups and the like use `group`.
#[component]
pub fn Field(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer, shown before one does.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with the answer and what would be right; `None` while all is well.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether it may not be left empty. The others are marked as optional, not these with a star.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// Where a value came from that the person did not type ("from the caller's last ticket").
    #[prop(optional, into)]
    prefilled: MaybeProp<String>,
    /// Why a derived value is what it is ("high impact, low urgency"). The control should be a [`DerivedValue`].
    #[prop(optional, into)]
    derived: MaybeProp<String>,
    /// Whether the control is several controls, which need a legend and not a label.
    #[prop(optional)]
    group: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let field = id::fresh("field");
    let part = |name: &str| id::with_suffix(&field, name);
    let (label_id, hint_id, origin_id, error_id) = (part("label"), part("hint"), part("origin"), part("error"));
    let derived_value = move || derived.with(Option::is_some);
    let described_by = {
        let (hint_id, origin_id, error_id) = (hint_id.clone(), origin_id.clone(), error_id.clone());
        Signal::derive(move || {
            let ids = id::classes(&[
                if hint.with(Option::is_some) { &hint_id } else { "" },
                if prefilled.with(Option::is_some) || derived_value() { &origin_id } else { "" },
                if error.with(Option::is_some) { &error_id } else { "" },
            ]);
            (!ids.is_empty()).then_some(ids)
        })
    };
    let link = FieldLink {
        id: field.clone(),
        label_id: label_id.clone(),
        described_by,
        invalid: Signal::derive(move || error.with(Option::is_some)),
        required,
    };
    let origin = move || {
        let id = origin_id.clone();
        let text = derived
            .get()
            .map(|why| ("Worked out: ", why))
            .or_else(|| prefilled.get().map(|from| ("Filled in: ", from)));
        text.map(|(word, text)| view! { <p class="field-origin" id=id><strong>{word}</strong>{text}</p> })
    };
    let label_view = if group {
        view! { <span class="field-label" id=label_id>{label}{optional_mark(required, derived)}</span> }.into_any()
    } else {
        view! { <label class="field-label" id=label_id for=field>{label}{optional_mark(required, derived)}</label> }
            .into_any()
    };
    view! {
        <div class="field" data-invalid=move || error.with(Option::is_some).then_some("true")>
            {label_view}
            {move || {
                let id = hint_id.clone();
                hint.get().map(|hint| view! { <p class="field-hint" id=id>{hint}</p> })
            }}
            <Provider value=link>{children()}</Provider>
            {origin}
            <div aria-live="polite">
                {move || {
                    let id = error_id.clone();
                    error.get().map(|error| view! {
                        <p class="field-error" id=id><Icon picture=Picture::Problem /><span>{error}</span></p>
                    })
                }}
            </div>
        </div>
    }
    .into_any()
}

fn optional_mark(required: Signal<bool>, derived: MaybeProp<String>) -> impl IntoView {
    move || {
        let optional = !required.get() && derived.with(Option::is_none);
        optional.then(|| view! { <span class="field-optional">" (optional)"</span> })
    }
}

/// A value that follows from others and is never typed; the field's `derived` says why.
#[component]
pub fn DerivedValue(
    /// The value.
    children: Children,
) -> impl IntoView {
    let link = FieldLink::of_context();
    view! {
        <output class="derived" id=link.id aria-describedby=link.described_by>{children()}</output>
    }
    .into_any()
}
