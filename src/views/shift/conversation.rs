//! What was said and done at a case, in order. What the caller does not see says so.

use leptos::prelude::*;
use simulation::shift::view::{Side, Utterance};

use super::words;
use crate::ui::{Icon, Picture};

/// The conversation; what is new is added, what stands stays.
pub fn conversation(talk: Memo<Vec<Utterance>>) -> AnyView {
    let each = move || talk.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <ol class="shift-talk" aria-label="Conversation">
            <For each key=|(index, said)| (*index, said.text.clone()) children=|(_, said)| one(said) />
        </ol>
    }
    .into_any()
}

fn one(Utterance { at, side, who, text, public }: Utterance) -> AnyView {
    let (name, picture) = match side {
        Side::Caller => ("caller", Picture::Person),
        Side::You => ("you", Picture::Reply),
        Side::Colleague => ("colleague", Picture::Group),
        Side::System => ("system", Picture::System),
    };
    let who = if side == Side::You { "You".to_owned() } else { who };
    // A note of the desk itself is never meant for the caller; of people it has to be said.
    let inside = !public && side != Side::System;
    view! {
        <li class="shift-said" data-side=name data-inside=inside.then_some("true")>
            <Icon picture />
            <p class="shift-said-head">
                {(!who.is_empty()).then(|| view! { <strong>{who}</strong> })}
                {inside.then(|| view! { <span class="shift-said-inside">"team only"</span> })}
                <time>{words::clock(at)}</time>
            </p>
            <p class="shift-said-text">{text}</p>
        </li>
    }
    .into_any()
}
