//! How the first tickets would look.

use leptos::prelude::*;

use super::mapper::Mapper;
use crate::ui::{Panel, Skeleton};

/// The panel.
#[component]
pub fn Preview(mapper: Mapper) -> impl IntoView {
    let table = move || {
        let preview = mapper.checked.with(|checked| checked.preview.clone());
        if preview.heads.is_empty() {
            return view! { <Skeleton label="Reading the first tickets" /> }.into_any();
        }
        if preview.rows.is_empty() {
            return view! { <p class="hint">"No row can be taken yet."</p> }.into_any();
        }
        let heads: Vec<AnyView> =
            preview.heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
        let rows: Vec<AnyView> = preview
            .rows
            .into_iter()
            .map(|row| {
                let cells: Vec<AnyView> = row.into_iter().map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
                view! { <tr>{cells}</tr> }.into_any()
            })
            .collect();
        view! {
            <div class="mapping-scroll" tabindex="0" role="region" aria-label="Preview of the first tickets">
                <table class="mapping-table mapping-preview"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    };
    let notes = move || {
        let notes = mapper.checked.with(|checked| checked.notes.clone());
        let lines: Vec<AnyView> = notes.into_iter().map(|note| view! { <li>{note}</li> }.into_any()).collect();
        (!lines.is_empty()).then(|| view! { <ul class="report">{lines}</ul> })
    };
    view! {
        <Panel title="The first tickets">
            <p class="hint">"As they would become. Times are in UTC."</p>
            {table}
            {notes}
        </Panel>
    }
    .into_any()
}
