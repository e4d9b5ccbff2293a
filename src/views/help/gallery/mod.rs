//! The parts of the gallery, a file for each family of components. Examples only: nothing here is stored.

pub mod buttons;
pub mod charts;
pub mod choices;
pub mod clocks;
pub mod fields;
pub mod parts;
pub mod status;
pub mod story;
pub mod table;
pub mod waiting;
pub mod windows;

use leptos::prelude::*;

/// A headed family of examples.
fn family(title: &'static str, note: &'static str, examples: impl IntoView + 'static) -> AnyView {
    family_of(title, note, examples.into_any())
}

fn family_of(title: &'static str, note: &'static str, examples: AnyView) -> AnyView {
    let id = crate::ui::id::fresh("family");
    let labelled_by = id.clone();
    view! {
        <section class="gallery-family" aria-labelledby=labelled_by>
            <h2 id=id>{title}</h2>
            <p class="gallery-note">{note}</p>
            <div class="gallery-examples">{examples}</div>
        </section>
    }
    .into_any()
}

/// One state, with its name.
fn example(name: &'static str, view: impl IntoView + 'static) -> AnyView {
    example_of(name, "gallery-example", view.into_any())
}

/// One state that needs the whole width.
fn wide(name: &'static str, view: impl IntoView + 'static) -> AnyView {
    example_of(name, "gallery-example gallery-wide", view.into_any())
}

fn example_of(name: &'static str, class: &'static str, view: AnyView) -> AnyView {
    view! { <div class=class><p class="gallery-name">{name}</p><div>{view}</div></div> }.into_any()
}
