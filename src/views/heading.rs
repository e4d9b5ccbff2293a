//! Headings of what stands at different depths of an outline.

use leptos::prelude::*;

/// A heading of a level of the page's outline; there are six, so what is deeper is of the sixth.
pub fn heading(level: u8, id: Option<String>, inside: AnyView) -> AnyView {
    match level {
        0 | 1 => view! { <h1 id=id>{inside}</h1> }.into_any(),
        2 => view! { <h2 id=id>{inside}</h2> }.into_any(),
        3 => view! { <h3 id=id>{inside}</h3> }.into_any(),
        4 => view! { <h4 id=id>{inside}</h4> }.into_any(),
        5 => view! { <h5 id=id>{inside}</h5> }.into_any(),
        _ => view! { <h6 id=id>{inside}</h6> }.into_any(),
    }
}
