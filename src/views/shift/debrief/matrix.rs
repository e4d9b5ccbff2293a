//! What cases were, against what was made of them.

use leptos::prelude::*;
use simulation::debrief::{Debrief, Matrix};

/// Both matrices: kinds, and priorities.
pub fn matrices(debrief: &Debrief) -> AnyView {
    view! {
        <p class="debrief-lead">"A row is what it was, a column what was made of it. Where both agree, the field is marked."</p>
        <div class="debrief-matrices">
            {matrix("Kind", &debrief.kinds)}
            {matrix("Priority", &debrief.priorities)}
        </div>
    }
    .into_any()
}

fn matrix(caption: &'static str, matrix: &Matrix) -> AnyView {
    if matrix.rows.is_empty() {
        return view! { <p class="debrief-hint">{caption}": nothing was logged."</p> }.into_any();
    }
    let columns = matrix.columns.clone();
    let head = columns.iter().map(|name| view! { <th scope="col" class="number">{name.clone()}</th> }).collect_view();
    let rows = matrix.rows.iter().zip(&matrix.counts).map(|(name, counts)| {
        let cells = columns.iter().zip(counts).map(|(column, count)| {
            // Nothing is a sign, so that what is there is seen.
            let text = if *count == 0 { "·".to_owned() } else { count.to_string() };
            let same = column == name;
            view! { <td class="number" data-same=same.then_some("true") data-off=(!same && *count > 0).then_some("true")>{text}</td> }
        });
        view! { <tr><th scope="row">{name.clone()}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="debrief-scroll" tabindex="0" role="region" aria-label=caption>
            <table class="debrief-matrix">
                <caption>{caption}</caption>
                <thead><tr><th scope="col">"It was"</th>{head}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
