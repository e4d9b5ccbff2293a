//! Buttons: what can be done, and why it cannot be done now.

use leptos::prelude::*;

use super::icon::{Icon, Picture};
use super::id;

/// How much a button asks to be pressed. One primary button a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The main action of the screen.
    Primary,
    /// Any other action.
    #[default]
    Plain,
    /// Destroys something.
    Danger,
    /// An action beside others that matter more.
    Quiet,
}

impl Kind {
    /// The classes of a button of this kind.
    pub fn class(self) -> &'static str {
        match self {
            Kind::Primary => "button button-primary",
            Kind::Plain => "button",
            Kind::Danger => "button button-danger",
            Kind::Quiet => "button button-quiet",
        }
    }
}

/// A button for a command that may be refused: it stays reachable and says why, and it shows that it is at work.
#[component]
pub fn CommandButton(
    /// What it does: a verb ("Resolve").
    #[prop(into)]
    label: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    kind: Kind,
    /// The key that does the same ("R").
    #[prop(optional)]
    key_hint: &'static str,
    /// What it costs in the world, shown after the label ("6 min").
    #[prop(optional, into)]
    cost: MaybeProp<String>,
    /// Why the command would be refused now; `None` while it may be given.
    #[prop(optional, into)]
    refusal: MaybeProp<String>,
    /// Whether the command is being carried out; presses are ignored meanwhile.
    #[prop(optional, into)]
    running: Signal<bool>,
    /// Called when it is pressed and neither refused nor running.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    let why_id = id::fresh("why");
    let described_by = why_id.clone();
    let refused = Memo::new(move |_| refusal.with(Option::is_some));
    let press = move |_| {
        if !refused.get_untracked() && !running.get_untracked() {
            on_press.run(());
        }
    };
    view! {
        <div class="command">
            <button
                type="button"
                class=kind.class()
                aria-disabled=move || refused.get().then_some("true")
                aria-busy=move || running.get().then_some("true")
                aria-describedby=move || refused.get().then(|| described_by.clone())
                aria-keyshortcuts=(!key_hint.is_empty()).then_some(key_hint)
                on:click=press
            >
                {move || running.get().then(|| view! { <span class="spinner" aria-hidden="true"></span> })}
                <span>{label}</span>
                {move || cost.get().map(|cost| view! { <span class="button-cost">{cost}</span> })}
                {(!key_hint.is_empty()).then(|| view! { <kbd aria-hidden="true">{key_hint}</kbd> })}
            </button>
            {move || {
                let id = why_id.clone();
                refusal.get().map(|why| view! { <p class="command-why" id=id>{why}</p> })
            }}
        </div>
    }
    .into_any()
}

/// A button for what is never refused: opening, closing, switching.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    kind: Kind,
    /// A drawing before the label.
    #[prop(optional)]
    picture: Option<Picture>,
    /// Shows the drawing alone; the label is still heard, and seen on pointing.
    #[prop(optional)]
    icon_only: bool,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    let class = if icon_only { id::classes(&[kind.class(), "button-icon"]) } else { kind.class().to_owned() };
    view! {
        <button type="button" class=class title=move || icon_only.then(|| label.get()) on:click=move |_| on_press.run(())>
            {picture.map(|picture| view! { <Icon picture /> })}
            <span class=if icon_only { "visually-hidden" } else { "" }>{label}</span>
        </button>
    }
    .into_any()
}

/// A link that looks like a button: it leads somewhere and can be opened in a new tab.
#[component]
pub fn LinkButton(
    /// Where it leads, or what one does there.
    #[prop(into)]
    label: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    kind: Kind,
    /// A drawing before the label.
    #[prop(optional)]
    picture: Option<Picture>,
    /// The address, from the typed `Route`.
    #[prop(into)]
    href: Signal<String>,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=href>
            {picture.map(|picture| view! { <Icon picture /> })}
            <span>{label}</span>
        </a>
    }
    .into_any()
}
