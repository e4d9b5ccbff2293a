//! What the desk's figures propose to improve, each with its reason. What was declined is remembered in this browser
//! and can be looked at again.

use leptos::prelude::*;
use workspace::Workspace;
use workspace::improving::{self, Proposal};
use workspace::measures::ask;

use crate::route::{Practice, Route, Spot};
use crate::session::Session;
use crate::ui::{Button, Kind, LinkButton, Panel};
use crate::views::words;

/// A proposal, ready to be shown.
#[derive(Clone, PartialEq)]
struct Shown {
    key: String,
    reason: String,
    counts: Option<String>,
    register: String,
}

fn shown(proposal: Proposal) -> Shown {
    let parameters = ["propose=", &encoded(&proposal.key)].concat();
    Shown {
        key: proposal.key,
        reason: proposal.reason,
        counts: proposal.counts.map(|typed| Route::Desk(ask::parameters(&typed)).href()),
        register: Route::Practice(Practice::Improvement, Spot::New(parameters)).href(),
    }
}

/// A key as it can stand in an address: it has no other signs than these.
fn encoded(key: &str) -> String {
    key.replace('#', "%23").replace('/', "%2F").replace(':', "%3A")
}

/// The panel; nothing where nothing is proposed.
#[component]
pub fn Proposals() -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| {
        let now = session.turned.get();
        let propose =
            |workspace: &Workspace| improving::proposals(workspace, now).into_iter().map(shown).collect::<Vec<_>>();
        session.read(propose).unwrap_or_default()
    });
    // Not the work itself, so no part of the journal: kept like what is being typed.
    let declined = RwSignal::new(String::new());
    session.keep_draft("improvement-declined", vec![("keys", declined)], None);
    let all = RwSignal::new(false);
    let is_declined = move |key: &str| declined.with(|keys| keys.lines().any(|line| line == key));
    let listed = move || {
        let all = all.get();
        found.get().into_iter().filter(|one| all || !is_declined(&one.key)).collect::<Vec<_>>()
    };
    let hidden = move || found.with(|found| found.iter().filter(|one| is_declined(&one.key)).count());
    let decline = move |key: String| {
        declined.update(|keys| {
            if keys.lines().any(|line| line == key) {
                *keys = keys.lines().filter(|line| *line != key).map(|line| line.to_owned() + "\n").collect();
            } else {
                keys.push_str(&key);
                keys.push('\n');
            }
        });
    };
    let row = move |one: Shown| {
        let key = StoredValue::new(one.key.clone());
        let label = if is_declined(&one.key) { "Propose it again" } else { "Decline" };
        view! {
            <li class="record proposal">
                <div class="proposal-what">
                    <strong>{one.reason}"."</strong>
                    {one.counts.map(|href| view! { <a href=href>"Show what was counted"</a> })}
                </div>
                <div class="form-actions">
                    <LinkButton label="Register" href=one.register />
                    <Button label kind=Kind::Quiet on_press=move |()| decline(key.get_value()) />
                </div>
            </li>
        }
        .into_any()
    };
    let body = move || {
        let listed = listed();
        let note = if listed.is_empty() {
            view! { <p class="hint">"Nothing new: no team or service misses too many targets, and nothing comes back more often than before."</p> }
                .into_any()
        } else {
            view! { <ul class="records" aria-label="Proposals">{listed.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        };
        let toggle = (hidden() > 0).then(|| {
            let label = if all.get() {
                "Hide what was declined".to_owned()
            } else {
                "Show ".to_owned() + &words::count(hidden(), "declined one", "declined ones")
            };
            view! { <Button label kind=Kind::Quiet on_press=move |()| all.update(|all| *all = !*all) /> }
        });
        view! { {note}{toggle} }.into_any()
    };
    view! {
        <Panel title="What the figures propose" class="proposals">
            <p class="hint">"From the last four weeks: resolution targets missed, incidents that came back, and major incidents from which nothing followed."</p>
            {body}
        </Panel>
    }
    .into_any()
}
