//! Incidents that come again and again and have no problem yet, each group with its reason.

use leptos::prelude::*;
use workspace::recurring::{self, Recurring};
use workspace::{Workspace, title};

use crate::route::Route;
use crate::session::Session;
use crate::ui::{LinkButton, Panel};
use crate::views::words;

const MOST: usize = 5;
/// How many incidents of a group are named.
const NAMED: usize = 3;

/// A group, ready to be shown.
#[derive(Clone, PartialEq)]
struct Proposal {
    reason: String,
    when: String,
    titles: Vec<String>,
    more: usize,
    /// The numbers of its incidents, for the address of the form.
    numbers: String,
}

fn proposal(workspace: &Workspace, session: Session, group: &Recurring) -> Proposal {
    let zone = session.zone();
    let numbers: Vec<String> = group.incidents.iter().map(|id| workspace.desk().incident_number(*id)).collect();
    let open = match group.open {
        0 => String::new(),
        open => ", ".to_owned() + &words::number(open) + " open",
    };
    let last = group.incidents.iter().rev().take(NAMED);
    Proposal {
        reason: group.reason(workspace),
        when: words::date(zone.local(group.first)) + " to " + &words::date(zone.local(group.last)) + &open,
        titles: last.map(|id| title(workspace, *id)).collect(),
        more: group.incidents.len().saturating_sub(NAMED),
        numbers: numbers.join(","),
    }
}

/// The panel; nothing where nothing recurs.
#[component]
pub fn Proposals() -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| {
        let now = session.turned.get();
        let propose = |workspace: &Workspace| {
            let groups = recurring::recurring(workspace, now, MOST);
            groups.iter().map(|group| proposal(workspace, session, group)).collect::<Vec<Proposal>>()
        };
        session.read(propose).unwrap_or_default()
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            view! {
                <Panel title="Recurring, without a problem" class="proposals">
                    <p class="hint">"Incidents of the last quarter that have something in common and no problem yet. Look whether one cause explains them."</p>
                    <ul class="records">{found.into_iter().map(row).collect_view()}</ul>
                </Panel>
            }
        })
    }
}

fn row(proposal: Proposal) -> AnyView {
    let more = (proposal.more > 0).then(|| "and ".to_owned() + &words::count(proposal.more, "more", "more"));
    let title = |title: String| view! { <li>{title}</li> };
    view! {
        <li class="record proposal">
            <div class="proposal-what">
                <strong>{proposal.reason}</strong>
                <span class="hint">{proposal.when}</span>
                <ul class="proposal-titles">
                    {proposal.titles.into_iter().map(title).collect_view()}
                    {more.map(title)}
                </ul>
            </div>
            <LinkButton label="Raise a problem from these" href=Route::NewProblem(proposal.numbers).href() />
        </li>
    }
    .into_any()
}
