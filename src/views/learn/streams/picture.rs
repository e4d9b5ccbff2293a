//! A stream's drawing on the page, in the colours of its theme (`style/parts/learn/streams.css`).

use learning::stream::{Area, Drawing, Mark};
use leptos::prelude::*;

/// The drawing; it scrolls by itself where it is wider than the page.
pub fn picture(drawing: Drawing) -> AnyView {
    let Drawing { width, height, id, title, description, marks } = drawing;
    let (title_id, description_id) = ([&id, "-title"].concat(), [&id, "-desc"].concat());
    let labelled_by = [title_id.as_str(), " ", &description_id].concat();
    view! {
        <div class="learn-drawing" tabindex="0" role="group" aria-label="The drawing, to scroll">
            <svg class="vs" role="img" viewBox=format!("0 0 {width} {height}") width=width height=height aria-labelledby=labelled_by>
                <title id=title_id>{title}</title>
                <desc id=description_id>{description}</desc>
                {marks.into_iter().map(mark).collect_view()}
            </svg>
        </div>
    }
    .into_any()
}

fn mark(one: Mark) -> AnyView {
    match one {
        Mark::Text { class, x, y, text } => view! { <text class=class x=x y=y>{text}</text> }.into_any(),
        Mark::Rect { class, area: Area { x, y, width, height }, radius } => {
            view! { <rect class=class x=x y=y width=width height=height rx=radius /> }.into_any()
        }
        Mark::Line { class, points } => view! { <polyline class=class points=points /> }.into_any(),
        Mark::Shape { class, points } => view! { <polygon class=class points=points /> }.into_any(),
        Mark::Named { title, marks } => {
            let marks: Vec<AnyView> = marks.into_iter().map(mark).collect();
            view! { <g><title>{title}</title>{marks}</g> }.into_any()
        }
    }
}
