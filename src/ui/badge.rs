//! Badges: a state in a word, with a shape; the colour only repeats it.

use leptos::prelude::*;

use super::icon::{self, Icon, Picture};

/// What a status means. Indigo is missing on purpose: it is for what can be acted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to say: plain ink.
    #[default]
    Neutral,
    /// Information, paused, new.
    Slate,
    /// As it should be.
    Ok,
    /// Soon not as it should be.
    Warn,
    /// Not as it should be.
    Bad,
}

impl Tone {
    /// The name that the sheets know it by.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Slate => "slate",
            Tone::Ok => "ok",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }
}

/// A state in a word. For one that changes in place, as in tables, see [`BadgeCell`].
#[component]
pub fn Badge(
    /// What the state means.
    #[prop(optional)]
    tone: Tone,
    /// The shape that says the same without colour.
    #[prop(optional_no_strip)]
    picture: Option<Picture>,
    /// The word.
    #[prop(into)]
    label: String,
    /// Without a ground: for tables, where many stand below each other.
    #[prop(optional)]
    plain: bool,
) -> impl IntoView {
    view! {
        <span class=if plain { "badge badge-plain" } else { "badge" } data-tone=tone.name()>
            {picture.map(|picture| view! { <Icon picture /> })}
            <span>{label}</span>
        </span>
    }
    .into_any()
}

/// A cell of a table with a state in it; the state changes in place, so that sorting keeps the elements.
#[component]
pub fn BadgeCell(
    /// The column's class.
    class: &'static str,
    /// What the state means.
    tone: Signal<Tone>,
    /// The shape that says the same without colour.
    picture: Signal<Picture>,
    /// The word.
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div role="gridcell" class=class>
            <span class="badge badge-plain" data-tone=move || tone.get().name()>
                {icon::live(picture)}
                <span>{label}</span>
            </span>
        </div>
    }
    .into_any()
}
