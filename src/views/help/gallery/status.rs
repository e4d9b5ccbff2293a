//! Badges, priorities, saving.

use leptos::prelude::*;

use super::{example, family};
use crate::ui::{Badge, Picture, PriorityBars, SaveState, Saving, Tone};

/// The family of states.
pub fn section() -> AnyView {
    let saving = [Saving::Saving, Saving::Saved, Saving::Safe, Saving::Failed, Saving::MemoryOnly, Saving::ReadOnly];
    family(
        "States",
        "A shape and a word; the colour only repeats them. Priority has no colour, because it is not a status.",
        view! {
            {example("Badges", view! {
                <div class="cluster">
                    <Badge tone=Tone::Slate picture=Some(Picture::New) label="New" />
                    <Badge tone=Tone::Ok picture=Some(Picture::Met) label="Met" />
                    <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label="Due soon" />
                    <Badge tone=Tone::Bad picture=Some(Picture::Breached) label="Breached" />
                    <Badge tone=Tone::Slate picture=Some(Picture::Paused) label="Paused" />
                    <Badge tone=Tone::Slate picture=Some(Picture::OutsideHours) label="Outside hours" />
                    <Badge label="In progress" />
                </div>
            })}
            {example("Plain, for tables", view! {
                <div class="cluster">
                    <Badge plain=true tone=Tone::Ok picture=Some(Picture::Met) label="Met" />
                    <Badge plain=true tone=Tone::Warn picture=Some(Picture::DueSoon) label="24 min left" />
                    <Badge plain=true tone=Tone::Bad picture=Some(Picture::Breached) label="3 h over" />
                    <Badge plain=true tone=Tone::Slate picture=Some(Picture::Paused) label="Paused" />
                </div>
            })}
            {example("Priority", view! {
                <div class="cluster gallery-apart">{(1..=5_u8).map(|level| view! { <PriorityBars level=level /> }).collect_view()}</div>
            })}
            {example("Priority with its name, a scale of four", view! {
                <div class="cluster gallery-apart">
                    <PriorityBars level=1 lowest=4 name="Critical" />
                    <PriorityBars level=4 lowest=4 name="Low" />
                </div>
            })}
            {example("Saving", view! {
                <div class="cluster">{saving.into_iter().map(|saving| view! { <SaveState saving=saving /> }).collect_view()}</div>
            })}
        },
    )
}
