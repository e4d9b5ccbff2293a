//! All changes: what is open first, then what comes soonest.

use std::cmp::Reverse;

use itsm::RecordId;
use itsm::change::{Change, Span, State, caused};
use leptos::prelude::*;
use workspace::Workspace;

use super::{badges, templates_route};
use crate::route::Practice;
use crate::session::Zone;
use crate::session::format::format;
use crate::ui::{Kind, LinkButton};
use crate::views::record::{Line, RecordList};
use crate::views::words;

const CHIPS: &[&str] = &["Open", "Awaiting approval", "Scheduled", "Review due", "All"];

/// "16 May 2016, 09:00 to 16 May 2016, 11:00"; a span within a day names the day once.
pub fn span(planned: Span, zone: Zone) -> String {
    let (start, end) = (zone.local(planned.start), zone.local(planned.end));
    let until = if start.date() == end.date() { format().time(end) } else { words::date_time(end) };
    [&words::date_time(start), " to ", &until].concat()
}

fn line(workspace: &Workspace, change: &Change) -> Line {
    let desk = workspace.desk();
    let number = desk.changes().number(change.id);
    let zone = Zone::of(desk);
    let mut marks = vec![badges::state(change), badges::kind(change.kind)];
    marks.extend(change.risk.weighed().map(badges::risk));
    marks.extend(badges::caused(caused(desk, change.id).count()));
    let mut texts = vec![change.planned.map_or_else(|| "No time set".to_owned(), |planned| span(planned, zone))];
    let lead = change.assignee.map(|id| desk.directory().person(id).to_owned());
    texts.push(lead.unwrap_or_else(|| "Nobody sees it through".to_owned()));
    Line {
        id: RecordId::Change(change.id),
        href: Practice::Changes.at(number.clone()).href(),
        number,
        title: change.summary.to_string(),
        priority: None,
        marks,
        texts,
        shown_by: vec![
            change.state.is_open(),
            change.awaits_approval(),
            change.state == State::Scheduled,
            change.state == State::Review,
            true,
        ],
    }
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let mut changes: Vec<&Change> = workspace.desk().changes().all().collect();
    // What is open by what comes soonest, and what has no time yet at its end; what is over, the latest first.
    changes.sort_by_key(|change| {
        let soonest = change.planned.map(|planned| planned.start).filter(|_| change.state.is_open());
        (!change.state.is_open(), soonest.is_none(), soonest, Reverse(change.id))
    });
    changes.into_iter().map(|change| line(workspace, change)).collect()
}

/// The page.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton label="Templates" href=templates_route().href() />
            <LinkButton label="Raise a change" kind=Kind::Primary href=Practice::Changes.form().href() />
        }
    };
    let empty = (
        "No changes yet",
        "A change adds, modifies or removes anything that could affect services. Raise one before it is done, so that its risk is weighed.",
    );
    view! { <RecordList title="Changes" lines chips=CHIPS empty actions /> }.into_any()
}
