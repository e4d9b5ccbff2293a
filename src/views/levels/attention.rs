//! What somebody has to look at: reviews that are due, actions that are late, incidents parked in a pause.

use itsm::promise::{PARKED_TOO_LONG, Parked, parked};
use leptos::prelude::*;
use workspace::Workspace;

use super::list::present;
use crate::route::{Practice, Route};
use crate::session::{Session, Zone};
use crate::ui::{Badge, Picture, Tone};
use crate::views::words;

/// Something to look at.
#[derive(Clone, PartialEq)]
struct Item {
    label: &'static str,
    number: String,
    href: String,
    text: String,
}

fn items(workspace: &Workspace, now: chrono::DateTime<chrono::Utc>, zone: Zone) -> Vec<Item> {
    let desk = workspace.desk();
    let mut items = vec![];
    for promise in desk.promises().all() {
        let number = desk.promises().number(promise.id);
        let href = Practice::Levels.at(number.clone()).href();
        if let Some(due) = promise.review_due().filter(|due| *due <= now) {
            let text = [promise.title(), ", since ", &words::date(zone.local(due))].concat();
            items.push(Item { label: "Review due", number: number.clone(), href: href.clone(), text });
        }
        for (.., action) in promise.open_actions().filter(|(.., action)| action.due <= now) {
            let owner = desk.directory().person(action.owner);
            let text = [&action.what, ", ", owner, ", due ", &words::date(zone.local(action.due))].concat();
            items.push(Item { label: "Action late", number: number.clone(), href: href.clone(), text });
        }
    }
    items
}

/// Shows at most so many parked incidents: more are a queue, not a list.
const SHOWN: usize = 8;

#[derive(Clone, Default, PartialEq)]
struct Waiting {
    shown: Vec<Item>,
    all: usize,
}

fn waiting(workspace: &Workspace, now: chrono::DateTime<chrono::Utc>) -> Waiting {
    let desk = workspace.desk();
    let all = parked(desk, now);
    let item = |one: &Parked| {
        let number = desk.incident_number(one.incident);
        let text = [
            &workspace::title(workspace, one.incident),
            ", ",
            one.reason.word(),
            " for ",
            &words::short_span(now - one.since),
        ];
        Item { label: "Parked", href: Route::Incident(number.clone()).href(), number, text: text.concat() }
    };
    Waiting { shown: all.iter().take(SHOWN).map(item).collect(), all: all.len() }
}

/// The panel, while there is something.
#[component]
pub fn Attention() -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let due =
        Memo::new(move |_| session.read(|workspace| items(workspace, present(session), zone)).unwrap_or_default());
    let parked = Memo::new(move |_| session.read(|workspace| waiting(workspace, present(session))).unwrap_or_default());
    let row = |item: Item| {
        view! {
            <li>
                <Badge tone=Tone::Warn picture=Some(Picture::DueSoon) label=item.label />
                " "
                <a href=item.href>{item.number}</a>
                " "
                {item.text}
            </li>
        }
    };
    let days = PARKED_TOO_LONG.num_days().to_string();
    let hint =
        ["On hold for more than ", &days, " days with a clock that stands still: nothing warns of them."].concat();
    let hint = StoredValue::new(hint);
    let more = move || parked.with(|parked| parked.all.saturating_sub(parked.shown.len()));
    let list = move || {
        let due = due.get();
        (!due.is_empty()).then(|| {
            view! {
                <section class="panel levels-attention" aria-labelledby="levels-due">
                    <h2 id="levels-due">"Due now"</h2>
                    <ul class="plain">{due.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    };
    let waits = move || {
        let shown = parked.with(|parked| parked.shown.clone());
        (!shown.is_empty()).then(|| view! {
            <section class="panel levels-attention" aria-labelledby="levels-parked">
                <h2 id="levels-parked">"Parked too long "<span class="count">{words::number(parked.with(|parked| parked.all))}</span></h2>
                <p class="hint">{hint.get_value()}</p>
                <ul class="plain">{shown.into_iter().map(row).collect_view()}</ul>
                {(more() > 0).then(|| view! { <p class="hint">"and "{words::number(more())}" more"</p> })}
            </section>
        })
    };
    view! { {list}{waits} }.into_any()
}
