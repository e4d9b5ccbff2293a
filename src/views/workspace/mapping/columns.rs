//! What each column of the file becomes.

use leptos::prelude::*;
use workspace::import::{Becomes, ColumnSeen, FIELDS};

use super::mapper::Mapper;
use super::pick;
use crate::ui::{Button, Panel};
use crate::views::words;

/// So many columns are shown at first: those of a whole ServiceNow table would be ninety lists.
const SHOWN: usize = 40;

/// The panel.
#[component]
pub fn Columns(mapper: Mapper) -> impl IntoView {
    let columns = StoredValue::new(mapper.inspection.with_untracked(|seen| seen.columns.clone()));
    let count = columns.with_value(Vec::len);
    let all = RwSignal::new(count <= SHOWN);
    let rows = move || {
        let shown = if all.get() { count } else { SHOWN };
        columns.with_value(|columns| {
            columns.iter().take(shown).enumerate().map(|(place, column)| row(mapper, place, column)).collect::<Vec<_>>()
        })
    };
    view! {
        <Panel title="Columns">
            <p class="hint">"What is kept beside a ticket stays readable under its own name. What is left out is gone from the import, not from your file."</p>
            <table class="mapping-table mapping-columns">
                <thead>
                    <tr><th scope="col">"Column"</th><th scope="col">"In the file"</th><th scope="col">"Becomes"</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <Show when=move || !all.get()>
                <p class="form-actions">
                    <Button label="Show all ".to_owned() + &words::number(count) + " columns" on_press=move |()| all.set(true) />
                </p>
            </Show>
        </Panel>
    }
    .into_any()
}

fn row(mapper: Mapper, place: usize, column: &ColumnSeen) -> AnyView {
    let chosen = mapper.mapping.with_untracked(|mapping| mapping.columns.get(place).cloned().unwrap_or_default().0);
    let kind = column.kind.label();
    let distinct = words::number(column.distinct as usize) + " different";
    let samples = column.samples.join(" · ");
    let empty = samples.is_empty();
    let label = column.name.clone() + " becomes";
    let list = pick(label, "input input-select", choices(), &chosen, move |value| mapper.set_becomes(place, value));
    let used = move || {
        let becomes = mapper.becomes(place);
        if becomes == Becomes::KEPT || becomes == Becomes::DROPPED { None } else { Some("true") }
    };
    view! {
        <tr data-used=used>
            <th scope="row">{column.name.clone()}</th>
            <td>
                <span class="mapping-samples">{samples}</span>
                <span class="mapping-kind">{kind}{(!empty).then(|| ", ".to_owned() + &distinct)}</span>
            </td>
            <td>{list}</td>
        </tr>
    }
    .into_any()
}

fn choices() -> Vec<(String, String)> {
    let fields = FIELDS.iter().map(|(field, label)| (field.name().to_owned(), (*label).to_owned()));
    let others = [(Becomes::KEPT, "Kept beside it"), (Becomes::DROPPED, "Left out")];
    let others = others.into_iter().map(|(value, label)| (value.to_owned(), label.to_owned()));
    others.chain(fields).collect()
}
