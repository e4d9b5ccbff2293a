//! What both changed in different ways, side by side, with a choice for each.

use std::sync::Arc;

use itsm::catalogue::merge::{Cell, Side};
use leptos::prelude::*;
use workspace::catalogue::merged::Lines;

use super::Desk;
use super::plan::Plan;
use crate::ui::{Button, Kind, Panel};

/// The panel; nothing where there is no conflict.
#[component]
pub fn Conflicts(desk: Desk, plan: Arc<Plan>) -> impl IntoView {
    if plan.conflicts.is_empty() {
        return ().into_any();
    }
    let cells: Vec<Cell> = plan.conflicts.iter().map(|(cell, _)| *cell).collect();
    let all = move |label: &'static str, side: Side| {
        let cells = cells.clone();
        let choose = move |()| desk.chosen.update(|chosen| chosen.extend(cells.iter().map(|cell| (*cell, side))));
        view! { <Button label kind=Kind::Quiet on_press=choose /> }
    };
    let buttons = [all.clone()("Mine for all", Side::Mine), all("Theirs for all", Side::Theirs)].collect_view();
    let each = plan.conflicts.iter().cloned().enumerate();
    let each = each.map(|(place, (cell, lines))| conflict(desk, place, cell, lines)).collect_view();
    view! {
        <Panel title="Both of you changed this" class="merge-conflicts">
            <div class="merge-all">{buttons}</div>
            <ul class="merge-list">{each}</ul>
        </Panel>
    }
    .into_any()
}

/// The heading of a cell: the service, and where in it.
pub fn heading(lines: &Lines) -> impl IntoView + use<> {
    let service = lines.service.clone().unwrap_or_else(|| "The catalogue itself".to_owned());
    view! { <strong>{service}</strong><span class="merge-place">{lines.place.clone()}</span> }
}

/// What a side says, line by line.
pub fn said(lines: Vec<String>) -> impl IntoView {
    lines.into_iter().map(|line| view! { <span class="merge-line">{line}</span> }).collect_view()
}

fn conflict(desk: Desk, place: usize, cell: Cell, lines: Lines) -> impl IntoView {
    let name = format!("conflict-{place}");
    let legend = heading(&lines);
    let before = (!lines.before.is_empty()).then(|| {
        view! { <div class="merge-before"><span class="merge-whose">"Before"</span>{said(lines.before.clone())}</div> }
    });
    let option = move |side: Side, label: &'static str, words: Vec<String>| {
        let is_chosen = move || desk.chosen.with(|chosen| chosen.get(&cell) == Some(&side));
        let choose = move |_| {
            desk.chosen.update(|chosen| {
                chosen.insert(cell, side);
            });
        };
        view! {
            <label class="merge-option" data-chosen=move || is_chosen().then_some("true")>
                <span class="merge-whose">
                    <input type="radio" name=name.clone() prop:checked=is_chosen on:change=choose />
                    {label}
                </span>
                {said(words)}
            </label>
        }
    };
    let mine = option.clone()(Side::Mine, "Mine", lines.mine);
    let theirs = option(Side::Theirs, "Theirs", lines.theirs);
    view! {
        <li>
            <fieldset class="merge-conflict">
                <legend>{legend}</legend>
                <div class="merge-sides">{before}{mine}{theirs}</div>
            </fieldset>
        </li>
    }
}
