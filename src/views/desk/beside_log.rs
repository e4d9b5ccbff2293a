//! Beside the form that logs an incident: what is like it, and what the caller has reported before.

use std::sync::Arc;

use itsm::incident::Incident;
use itsm::{CategoryId, ItemId, PersonId, ServiceId};
use leptos::prelude::*;
use workspace::articles::advice::About;
use workspace::query::key_of;
use workspace::similar::{Likeness, Similar, similar};

use super::draft::Draft;
use super::helpful::{Helpful, append};
use crate::browser::clock;
use crate::route::Route;
use crate::session::Session;
use crate::views::configuration::fails::FailsWith;
use crate::views::words;

/// More of a kind are not read during a call.
const MOST: usize = 4;
/// After this pause in typing it is looked for what is alike, in milliseconds.
const PAUSE_MILLIS: u32 = 250;

/// One line of the caller's history.
#[derive(Clone, PartialEq)]
struct Earlier {
    number: String,
    title: String,
    state: String,
    opened: String,
}

/// What the form is about, for what may help.
fn about(draft: Draft) -> Signal<About> {
    let key = |signal: RwSignal<String>| signal.with(|text| key_of(text));
    Signal::derive(move || About {
        text: draft.summary.get() + " " + &draft.description.get(),
        service: key(draft.service).map(ServiceId),
        category: key(draft.category).map(CategoryId),
        item: key(draft.item).map(ItemId),
    })
}

/// What the caller has reported before: how often, and the latest.
#[derive(Clone, Default, PartialEq)]
struct Past {
    count: usize,
    latest: Vec<Earlier>,
}

/// The panels. They are empty, and not there, until there is something to say.
#[component]
pub fn Beside(draft: Draft) -> impl IntoView {
    let session = expect_context::<Session>();
    let Draft { summary, caller, .. } = draft;
    let alike = RwSignal::new(Likeness::default());
    let typed = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let text = summary.get();
        typed.update_value(|count| *count += 1);
        let mine = typed.get_value();
        clock::after(PAUSE_MILLIS, move || {
            if typed.try_get_value() == Some(mine) {
                let found = session.peek(|workspace| similar(workspace, &text, MOST)).unwrap_or_default();
                if alike.try_with_untracked(|before| *before != found) == Some(true) {
                    alike.set(found);
                }
            }
        });
    });
    let past = Memo::new(move |_| past(session, caller.with(|key| key_of(key).map(PersonId))));
    let open = move || alike.with(|alike| alike.open.clone());
    let solved = move || alike.with(|alike| alike.solved.clone());
    view! {
        <aside class="beside-panels" aria-label="While you type" aria-live="polite">
            <Helpful about=about(draft) insert=move |text| append(draft.description, &text) />
            <FailsWith item=Signal::derive(move || draft.item.with(|key| key_of(key).map(ItemId))) />
            {move || section("Perhaps reported already", "Still open. If it is the same failure, add the caller’s words there.", open())}
            {move || section("Solved before", "What helped then may help now.", solved())}
            {move || {
                let past = past.get();
                (past.count > 0).then(|| view! { <CallersPast past /> })
            }}
        </aside>
    }
    .into_any()
}

fn section(title: &'static str, note: &'static str, found: Vec<Similar>) -> AnyView {
    if found.is_empty() {
        return ().into_any();
    }
    let line = |similar: Similar| {
        let href = Route::Incident(similar.number.clone()).href();
        view! {
            <li>
                <a href=href>{similar.number}" "{similar.title}</a>
                {similar.solution.map(|text: Arc<str>| view! { <p class="beside-solution">{text.to_string()}</p> })}
            </li>
        }
    };
    view! {
        <section class="panel">
            <h2>{title}</h2>
            <p class="hint">{note}</p>
            <ul class="beside-list">{found.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn CallersPast(past: Past) -> impl IntoView {
    let line = |earlier: Earlier| {
        let href = Route::Incident(earlier.number.clone()).href();
        view! {
            <li>
                <a href=href>{earlier.number}" "{earlier.title}</a>
                <p class="hint">{earlier.state}", opened "{earlier.opened}</p>
            </li>
        }
    };
    view! {
        <section class="panel">
            <h2>"The caller before"</h2>
            <p class="hint">{words::count(past.count, "incident", "incidents")}</p>
            <ul class="beside-list">{past.latest.into_iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn past(session: Session, caller: Option<PersonId>) -> Past {
    let Some(caller) = caller else { return Past::default() };
    let zone = session.zone();
    let past = session.read(|workspace| {
        let mut of_caller: Vec<&Incident> =
            workspace.desk().incidents().filter(|incident| incident.caller == Some(caller)).collect();
        of_caller.sort_unstable_by_key(|incident| std::cmp::Reverse((incident.opened_at, incident.id)));
        let earlier = |incident: &&Incident| Earlier {
            number: workspace.desk().incident_number(incident.id),
            title: workspace::title::title(workspace, incident.id),
            state: workspace::say::state(incident.state),
            opened: words::date_time(zone.local(incident.opened_at)),
        };
        Past { count: of_caller.len(), latest: of_caller.iter().take(MOST).map(earlier).collect() }
    });
    past.unwrap_or_default()
}
