//! What stands where data would: progress, nothing yet, loading, error.

use leptos::prelude::*;

use super::{example, family};
use crate::ui::{Button, EmptyState, ErrorState, Kind, Picture, Progress, Skeleton};

/// The family of waiting.
pub fn section() -> AnyView {
    let cancelled = RwSignal::new(false);
    let value = Signal::derive(move || Some(if cancelled.get() { 0.0 } else { 0.42 }));
    let note = Signal::derive(move || {
        Some(if cancelled.get() { "Cancelled. Nothing was changed." } else { "59,600 of 141,712 events" }.to_owned())
    });
    family(
        "Waiting, empty, wrong",
        "Loading shows the shape of what comes. An empty place teaches the next step. An error says what is safe.",
        view! {
            {example("Progress with cancel", view! {
                <Progress label="Reading the log" value=value note=note on_cancel=move |()| cancelled.set(true) />
            })}
            {example("Progress, length unknown", view! { <Progress label="Opening the file" value=None /> })}
            {example("Loading", view! { <Skeleton label="Loading the incident" lines=5 /> })}
            {example("Empty", view! {
                <EmptyState title="No incidents yet" text="Log the first one, or open a real desk with 24,918 of them." picture=Picture::Desk>
                    <Button label="Log an incident" kind=Kind::Primary on_press=|()| {} />
                    <Button label="Open a real desk" on_press=|()| {} />
                </EmptyState>
            })}
            {example("Error", view! {
                <ErrorState
                    title="The workspace could not be saved"
                    text="The browser's storage for this site is full. Export the workspace, then delete one you no longer need."
                    safe="What you did before is saved."
                >
                    <Button label="Export the workspace" kind=Kind::Primary on_press=|()| {} />
                </ErrorState>
            })}
        },
    )
}
