//! The queue: every incident that the filters leave, in the order asked for. The address holds both, so that a
//! queue can be sent to a colleague and found again.

use itsm::{IncidentId, Key};
use leptos::prelude::*;
use workspace::columns::{Column as Shown, Layout};
use workspace::query::{self, Answer, Query, Sort as QuerySort};

use super::bulk::BulkBar;
use super::filters::Filters;
use super::gate::WithDesk;
use super::views::Views;
use super::{export, groups, layout, row};
use crate::browser::location::Location;
use crate::browser::{clock, dom};
use crate::keys::{SEARCH, TABLE};
use crate::route::Route;
use crate::session::Session;
use crate::ui::{
    Button, Column, EmptyState, Kind, LinkButton, Picture, Selection, Sort, Toaster, VirtualTable, Widths,
};
use crate::views::page;
use crate::views::record::DeskNav;
use crate::views::words;

/// The page.
#[component]
pub fn QueuePage() -> impl IntoView {
    view! { <WithDesk><Queue /></WithDesk> }.into_any()
}

fn to_table(sorts: &[QuerySort]) -> Vec<Sort> {
    let latest = [QuerySort::default()];
    let sorts = if sorts.is_empty() { &latest } else { sorts };
    let column = |sort: &QuerySort| {
        let known = Shown::ALL.into_iter().find(|column| column.sort_key() == Some(sort.key));
        Sort { column: known.map_or("", Shown::word), descending: sort.descending }
    };
    sorts.iter().map(column).collect()
}

fn to_query(sorts: &[Sort]) -> Vec<QuerySort> {
    let key = |sort: &Sort| Shown::named(sort.column).and_then(Shown::sort_key);
    sorts.iter().filter_map(|sort| Some(QuerySort { key: key(sort)?, descending: sort.descending })).collect()
}

fn heading(column: Shown) -> Column {
    let heading = Column::new(column.word(), column.label());
    let heading = if column.sort_key().is_some() { heading.sortable() } else { heading };
    match column {
        Shown::Number => heading.first(),
        Shown::Reopened | Shown::Reassigned => heading.number(),
        _ => heading,
    }
}

/// How wide the columns are, and what dragging an edge does.
fn widths(session: Session) -> Widths {
    let now = Memo::new(move |_| {
        let layout = layout::shown(session);
        layout.columns().map(|column| (column.word(), layout.width(column).unwrap_or_default())).collect::<Vec<_>>()
    });
    let own = Memo::new(move |_| layout::chosen(session).is_some());
    let change = move |(id, width): (&'static str, Option<u16>)| {
        if let Some(column) = Shown::named(id) {
            layout::change(session, |layout| layout.resize(column, width));
        }
    };
    Widths {
        now: now.into(),
        own: own.into(),
        flexible: Shown::Summary.word(),
        limits: (Layout::NARROWEST, Layout::WIDEST),
        on_change: UnsyncCallback::new(change),
    }
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
    let lines = Memo::new(move |_| answer.with(|answer| groups::lines(session, answer)));
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

    layout::follow(session, query);
    let shown_columns = Memo::new(move |_| layout::columns(session));
    let columns =
        Memo::new(move |_| shown_columns.with(|columns| columns.iter().copied().map(heading).collect::<Vec<_>>()));
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
        let done = answer.with_untracked(|answer| {
            query.with_untracked(|query| export::export(session, query, &shown_columns.get_untracked(), &answer.ids))
        });
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
    view! {
        <div class="page page-fill desk">
            <DeskNav />
            <header class="page-head">
                <h1>"Desk "<span class="count" role="status" aria-live="polite">{shown}</span></h1>
                <div class="page-actions">
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
                    columns
                    rows=lines
                    row=move |key| row::cells(session, key, shown_columns)
                    sort
                    active
                    on_open=open
                    grid_id=TABLE
                    selection
                    groups=groups::groups(session, answer, rows)
                    widths=widths(session)
                    empty
                />
                <BulkBar selection rows />
            </div>
        </div>
    }
    .into_any()
}
