//! What stands where data would: nothing yet, something went wrong, on its way.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// Nothing here yet: says what would be here, and the next step.
#[component]
pub fn EmptyState(
    /// What is missing ("No incidents yet").
    #[prop(into)]
    title: Signal<String>,
    /// What to do about it, in at most 30 words.
    #[prop(into)]
    text: Signal<String>,
    /// A drawing above it.
    #[prop(optional)]
    picture: Option<Picture>,
    /// The next steps: buttons, the main one first.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="state">
            {picture.map(|picture| view! { <span class="state-picture"><Icon picture /></span> })}
            <p class="state-title">{title}</p>
            <p class="state-text">{text}</p>
            {children.map(|children| view! { <div class="state-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Something went wrong: what happened, what is safe, what to do.
#[component]
pub fn ErrorState(
    /// What happened.
    #[prop(into)]
    title: Signal<String>,
    /// Why, and what to do.
    #[prop(into)]
    text: Signal<String>,
    /// What is not harmed ("Your work is saved.").
    #[prop(optional, into)]
    safe: MaybeProp<String>,
    /// The ways out: buttons, the main one first.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="state state-error" role="alert">
            <span class="state-picture"><Icon picture=Picture::Problem /></span>
            <p class="state-title">{title}</p>
            <p class="state-text">{text}</p>
            {move || safe.get().map(|safe| view! { <p class="state-safe"><Icon picture=Picture::Safe /><span>{safe}</span></p> })}
            {children.map(|children| view! { <div class="state-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// The shape of text that is on its way.
#[component]
pub fn Skeleton(
    /// What is being loaded, for those who listen.
    #[prop(into)]
    label: Signal<String>,
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    let line = |index| view! { <span class=if index % 3 == 2 { "bone bone-short" } else { "bone bone-long" }></span> };
    view! {
        <div class="skeleton">
            <span class="visually-hidden" role="status">{label}</span>
            <div aria-hidden="true">{(0..lines).map(line).collect_view()}</div>
        </div>
    }
    .into_any()
}
