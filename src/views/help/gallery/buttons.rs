//! Buttons in all their states.

use leptos::prelude::*;

use super::{example, family};
use crate::route::Route;
use crate::ui::{Button, CommandButton, Kbd, Kind, LinkButton, Picture};

/// The family of buttons.
pub fn section() -> AnyView {
    let presses = RwSignal::new(0_u32);
    let count = move |()| presses.update(|presses| *presses += 1);
    let refusal = Signal::derive(move || {
        presses
            .get()
            .is_multiple_of(2)
            .then(|| "Needs a solution: the next person should not have to solve it again.".to_owned())
    });
    family(
        "Buttons",
        "One primary button a screen. What cannot be done now stays reachable and says why.",
        view! {
            {example("Kinds", view! {
                <div class="cluster">
                    <CommandButton label="Log an incident" kind=Kind::Primary on_press=count />
                    <CommandButton label="Reply" on_press=count />
                    <CommandButton label="Delete workspace" kind=Kind::Danger on_press=count />
                    <CommandButton label="Cancel" kind=Kind::Quiet on_press=count />
                </div>
            })}
            {example("With a key, with a cost", view! {
                <div class="cluster">
                    <CommandButton label="Resolve" kind=Kind::Primary key_hint="R" on_press=count />
                    <CommandButton label="Assign" key_hint="A" on_press=count />
                    <CommandButton label="Reseat headset" cost="6 min" on_press=count />
                </div>
            })}
            {example("Refused, with the reason", view! {
                <CommandButton label="Resolve" kind=Kind::Primary refusal="Needs a solution: the next person should not have to solve it again." on_press=count />
            })}
            {example("Running", view! {
                <div class="cluster">
                    <CommandButton label="Importing" kind=Kind::Primary running=true on_press=count />
                    <CommandButton label="Saving" running=true on_press=count />
                </div>
            })}
            {example("Refused at every second press", view! {
                <div class="cluster">
                    <Button label="Change that" on_press=count />
                    <CommandButton label="Resolve" refusal=refusal on_press=count />
                </div>
            })}
            {example("Plain buttons and links", view! {
                <div class="cluster">
                    <Button label="New filter" picture=Picture::Plus on_press=count />
                    <Button label="More actions" picture=Picture::More icon_only=true on_press=count />
                    <LinkButton label="Open the queue" picture=Picture::Desk href=Route::Desk(String::new()).href() />
                </div>
            })}
            {example("Long text", view! {
                <Button label="Open a real desk with everything that happened in it, as it was on a day you choose" on_press=count />
            })}
            {example("Keys", view! { <Kbd keys="Ctrl K" /> })}
        },
    )
}
