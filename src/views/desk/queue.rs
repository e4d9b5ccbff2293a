//! The queue: every incident that the filters leave, in the order asked for. The address holds both, so that a
//! queue can be sent to a colleague and found again.

use itsm::{IncidentId, Key};
use leptos::prelude::*;
use workspace::query::{self, Answer, Query, Sort as QuerySort, SortKey};

use super::bulk::BulkBar;
use super::filters::Filters;
use super::gate::WithDesk;
use super::views::Views;
use super::{export, row};
use crate::browser::location::Location;
use crate::browser::{clock, dom};
use crate::keys::{SEARCH, TABLE};
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, Column, EmptyState, Kind, LinkButton, Picture, Selection, Sort, Toaster, VirtualTable};
use crate::views::page;
use crate::views::words;

/// The page.
#[component]
pub fn QueuePage() -> impl IntoView {
    view! { <WithDesk><Queue /></WithDesk> }.into_any()
}

/// Columns of the table and what sorts by them.
const COLUMNS: [(SortKey, Column); 9] = [
    (SortKey::Number, Column::new("number", "Number").sortable()),
    (SortKey::Priority, Column::new("priority", "Priority").sortable()),
    (SortKey::State, Column::new("state", "State").sortable()),
    // Titles are not sorted by: half of them are derived.
    (SortKey::Changed, Column::new("title", "Summary")),
    (SortKey::TimeLeft, Column::new("clock", "Target").sortable()),
    (SortKey::Group, Column::new("group", "Group").sortable()),
    (SortKey::Assignee, Column::new("assignee", "Person").sortable()),
    (SortKey::Caller, Column::new("caller", "Caller").sortable()),
    (SortKey::Opened, Column::new("opened", "Opened").sortable()),
];

fn to_table(sorts: &[QuerySort]) -> Vec<Sort> {
    let latest = [QuerySort::default()];
    let sorts = if sorts.is_empty() { &latest } else { sorts };
    let column = |sort: &QuerySort| {
        let known = COLUMNS.iter().find(|(key, column)| *key == sort.key && column.sortable);
        Sort { column: known.map_or("", |(_, column)| column.id), descending: sort.descending }
    };
    sorts.iter().map(column).collect()
}

fn to_query(sorts: &[Sort]) -> Vec<QuerySort> {
    let key = |sort: &Sort| COLUMNS.iter().find(|(_, column)| column.id == sort.column).map(|(key, _)| *key);
    sorts.iter().filter_map(|sort| Some(QuerySort { key: key(sort)?, descending: sort.descending })).collect()
}

/// The query that an address of the queue asks for.
fn asked(route: &Route) -> Option<Query> {
    match route {
        Route::Desk(parameters) => Some(Query::from_params(parameters)),
        _ => None,
    }
}

#[component]
fn Queue() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let toaster = expect_context::<Toaster>();
    page::title(|| "Desk".to_owned());
    page::announce();
    Effect::new(move |_| {
        if session.searching.try_update_value(std::mem::take) == Some(true) {
            dom::focus_id(SEARCH);
        }
    });

    let query = RwSignal::new(asked(&location.route_untracked()).unwrap_or_default());
    // Back, forward and links change the address; typing and chips change the query. Each follows the other,
    // and only what differs is passed on.
    Effect::new(move |_| {
        // On the way to another page this one is still there.
        let Some(wanted) = asked(&location.route()) else { return };
        if query.with_untracked(|query| query.to_params() != wanted.to_params()) {
            query.set(wanted);
        }
    });
    // What the address says as it stands there: it may have faults, and then says where.
    let typed = RwSignal::new(
        match location.route_untracked() {
            Route::Desk(parameters) => query::typed_in(&parameters).filter(|_| !parameters.contains('&')),
            _ => None,
        }
        .unwrap_or_else(|| query.with_untracked(Query::to_text)),
    );
    let waiting = StoredValue::new(0_u32);
    Effect::new(move |before: Option<String>| {
        let parameters = query.with(Query::to_params);
        session.remember_queue(&parameters);
        if before.as_ref().is_some_and(|before| *before != parameters) {
            // The address follows when typing pauses: the browser limits how often it may change.
            waiting.update_value(|count| *count += 1);
            let mine = waiting.get_value();
            let parameters = parameters.clone();
            clock::after(300, move || {
                if waiting.try_get_value() == Some(mine) {
                    location.replace(&Route::Desk(parameters));
                }
            });
        }
        parameters
    });

    let answer = Memo::new(move |_| {
        let now = session.turned.get();
        let query = query.get();
        session.read(|workspace| query::answer(workspace, &query, now)).unwrap_or_default()
    });
    let rows =
        Memo::new(move |_| answer.with(|answer: &Answer| answer.ids.iter().map(|id| id.0).collect::<Vec<Key>>()));
    let counts = Memo::new(move |_| answer.with(|answer| answer.counts.clone()));

    let sort = RwSignal::new(query.with_untracked(|query| to_table(&query.sort)));
    // Only what a press on a heading changed is passed on: at first the address has the word.
    Effect::new(move |before: Option<Vec<Sort>>| {
        let pressed = sort.get();
        let shown = query.with_untracked(|query| to_table(&query.sort));
        if before.is_some_and(|before| before != pressed) && pressed != shown {
            query.update(|query| {
                query.sort = to_query(&pressed);
                query.settle_sort();
            });
        }
        pressed
    });
    Effect::new(move |_| {
        let shown = query.with(|query| to_table(&query.sort));
        if sort.with_untracked(|sort| *sort != shown) {
            sort.set(shown);
        }
    });

    let active = session.active;
    let selection = Selection::new();
    let open = move |key: Key| {
        if let Some(number) = session.peek(|workspace| workspace.desk().incident_number(IncidentId(key))) {
            location.go(&Route::Incident(number));
        }
    };
    let matching = move || counts.with(|counts| (counts.matching, counts.all));
    let shown = move || {
        let (matching, all) = matching();
        if matching == all {
            words::count(all, "incident", "incidents")
        } else {
            words::number(matching) + " of " + &words::number(all)
        }
    };
    let export_rows = move |()| {
        let done =
            answer.with_untracked(|answer| query.with_untracked(|query| export::export(session, query, &answer.ids)));
        if done {
            toaster
                .ok(answer.with_untracked(|answer| words::count(answer.ids.len(), "row", "rows"))
                    + " handed out as CSV");
        } else {
            toaster.bad("The browser did not take the file. Nothing was changed.");
        }
    };
    let clear = move |()| query.update(|query| *query = query.without_filters());
    let empty = move || {
        let (_, all) = matching();
        if all == 0 {
            view! {
                <EmptyState title="No incidents yet" text="Log the first one: a call, a mail, somebody at the desk.">
                    <LinkButton label="Log an incident" kind=Kind::Primary href=Route::NewIncident.href() />
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <EmptyState title="Nothing matches" text="No incident meets all of these filters. Take one away, or look for fewer words.">
                    <Button label="Clear all filters" on_press=clear />
                </EmptyState>
            }
            .into_any()
        }
    };
    let columns: Vec<Column> = COLUMNS.into_iter().map(|(_, column)| column).collect();
    view! {
        <div class="page page-fill desk">
            <header class="page-head">
                <h1>"Desk "<span class="count" role="status" aria-live="polite">{shown}</span></h1>
                <div class="page-actions">
                    <LinkButton label="Problems" kind=Kind::Quiet href=Route::Problems.href() />
                    <LinkButton label="Reports" kind=Kind::Quiet href=Route::Reports.href() />
                    <Button label="Export these rows" picture=Picture::Download on_press=export_rows />
                    <LinkButton label="Log an incident" kind=Kind::Primary href=Route::NewIncident.href() />
                </div>
            </header>
            <Views query />
            <Filters query counts typed />
            <div class="queue-area">
                <VirtualTable
                    label="Incidents"
                    class="queue"
                    columns=columns
                    rows
                    row=move |key| row::cells(session, key)
                    sort
                    active
                    on_open=open
                    grid_id=TABLE
                    selection
                    empty
                />
                <BulkBar selection rows />
            </div>
        </div>
    }
    .into_any()
}
