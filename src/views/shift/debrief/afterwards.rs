//! What people and others said of the shift afterwards.

use leptos::prelude::*;
use simulation::debrief::Debrief;

use crate::views::shift::words::clock;

/// The list.
pub fn afterwards(debrief: &Debrief) -> AnyView {
    if debrief.afterwards.is_empty() {
        return view! { <p class="debrief-hint">"Nobody had anything to say afterwards."</p> }.into_any();
    }
    let one = |(at, who, words): &(simulation::scenario::LocalTime, String, String)| {
        view! {
            <li>
                <span class="debrief-moment-at">{clock(*at)}</span>
                <div><p class="debrief-who">{who.clone()}</p><p>{words.clone()}</p></div>
            </li>
        }
    };
    view! { <ol class="debrief-list">{debrief.afterwards.iter().map(one).collect_view()}</ol> }.into_any()
}
