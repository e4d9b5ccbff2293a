//! What only they changed, what they said, and what joining leaves to people.

use std::sync::Arc;

use itsm::catalogue::merge::{Cell, Side};
use leptos::prelude::*;
use workspace::catalogue::merged::Lines;

use super::Desk;
use super::conflicts::{heading, said};
use super::plan::Plan;
use crate::route::{Route, Shelf};
use crate::ui::Panel;

/// What only they changed: each is taken, unless it is left out.
#[component]
pub fn Changes(desk: Desk, plan: Arc<Plan>) -> impl IntoView {
    if plan.changes.is_empty() {
        return ().into_any();
    }
    let each = plan.changes.iter().cloned().map(|(cell, lines)| change(desk, cell, lines)).collect_view();
    view! {
        <Panel title="Only they changed this" class="merge-changes">
            <p class="hint">"It is taken in, except for what you leave out. New services come as drafts: they pass the gates here."</p>
            <ul class="merge-list">{each}</ul>
        </Panel>
    }
    .into_any()
}

fn change(desk: Desk, cell: Cell, lines: Lines) -> impl IntoView {
    let takes = move || desk.chosen.with(|chosen| chosen.get(&cell) != Some(&Side::Mine));
    let switch = move |_| {
        let side = if takes() { Side::Mine } else { Side::Theirs };
        desk.chosen.update(|chosen| {
            chosen.insert(cell, side);
        });
    };
    let legend = heading(&lines);
    let before = (!lines.before.is_empty()).then(|| {
        view! { <div class="merge-before"><span class="merge-whose">"Before"</span>{said(lines.before.clone())}</div> }
    });
    view! {
        <li class="merge-change" data-left-out=move || (!takes()).then_some("true")>
            <label class="merge-take">
                <input type="checkbox" prop:checked=takes on:change=switch />
                <span class="merge-heading">{legend}</span>
            </label>
            <div class="merge-sides">
                {before}
                <div class="merge-after"><span class="merge-whose">"Theirs"</span>{said(lines.theirs)}</div>
            </div>
        </li>
    }
}

/// Comments that come along, and services that their copy does not have.
#[component]
pub fn Notes(plan: Arc<Plan>) -> impl IntoView {
    let comments = (!plan.comments.is_empty()).then(|| {
        let line = |(service, by, text): (String, String, String)| {
            view! { <li><strong>{service}</strong>" · "{by}": "{text}</li> }
        };
        let each = plan.comments.iter().cloned().map(line).collect_view();
        view! { <Panel title="They said to colleagues"><ul class="merge-comments">{each}</ul></Panel> }
    });
    let gone = (!plan.gone.is_empty()).then(|| {
        let names = plan.gone.join(", ");
        view! {
            <Panel title="Not in their copy">
                <p>
                    {names}". Joining takes no service away: its users, data and contracts have to go somewhere first. "
                    <a href=Route::Catalogue(Shelf::Portfolio).href()>"Retire it in the portfolio"</a>
                    ", if that is meant."
                </p>
            </Panel>
        }
    });
    let published = plan.is_published.then(|| {
        view! { <p class="hint">"Their file is a published catalogue: what is meant for colleagues is not in it, and stays here as it is."</p> }
    });
    view! { {published}{comments}{gone} }.into_any()
}
