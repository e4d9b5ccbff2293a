//! Differences as they are read: what went is struck through, what came is underlined, and words say both.

use leptos::prelude::*;
use workspace::catalogue::diff::{Difference, Kept, Piece, What};

/// The list, by offering and field.
#[component]
pub fn Differences(differences: Vec<Difference>) -> impl IntoView {
    let one = |difference: Difference| {
        let label = match &difference.offering {
            Some(offering) => [offering, ": ", &difference.label.to_lowercase()].concat(),
            None => difference.label.to_owned(),
        };
        view! { <div class="difference"><dt>{label}</dt><dd>{what(difference.what)}</dd></div> }
    };
    view! { <dl class="differences">{differences.into_iter().map(one).collect_view()}</dl> }.into_any()
}

fn what(what: What) -> AnyView {
    match what {
        What::Instead { before, after } => instead(before, after),
        What::Text(pieces) => {
            view! { <p class="difference-text">{pieces.into_iter().map(piece).collect_view()}</p> }.into_any()
        }
        What::Told(sentences) => {
            let one = |sentence: String| view! { <li>{sentence}</li> };
            view! { <ul class="plain">{sentences.into_iter().map(one).collect_view()}</ul> }.into_any()
        }
    }
}

fn instead(before: String, after: String) -> AnyView {
    let or_nothing = |text: String| if text.is_empty() { "nothing".to_owned() } else { text };
    view! {
        <p class="difference-text">
            {gone(or_nothing(before))}
            <span aria-hidden="true">" → "</span>
            {new(or_nothing(after))}
        </p>
    }
    .into_any()
}

fn piece(piece: Piece) -> AnyView {
    match piece.kept {
        Kept::Same => piece.text.into_any(),
        Kept::Gone => gone(piece.text),
        Kept::New => new(piece.text),
    }
}

fn gone(text: String) -> AnyView {
    view! { <del><span class="visually-hidden">"taken away: "</span>{text}</del> }.into_any()
}

fn new(text: String) -> AnyView {
    view! { <ins><span class="visually-hidden">"new: "</span>{text}</ins> }.into_any()
}
