//! What came of a change: its real times, its review, how it was closed.

use itsm::ChangeId;
use itsm::change::{Change, State, caused};
use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::session::{Session, Zone};
use crate::ui::{Fact, Facts, Panel};
use crate::views::words;

/// The panel, ready to be shown.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    lines: Vec<(&'static str, String)>,
    lessons: String,
    number: String,
    is_reviewed: bool,
    incidents: usize,
}

fn yes(answer: bool) -> String {
    if answer { "Yes" } else { "No" }.to_owned()
}

fn lines(change: &Change, who: impl Fn(itsm::PersonId) -> String, zone: Zone) -> Vec<(&'static str, String)> {
    let moment = |at| words::date_time(zone.local(at));
    let mut lines = vec![];
    lines.extend(change.began_at.map(|at| ("Began", moment(at))));
    lines.extend(change.ended_at.map(|at| ("Ended", moment(at))));
    if let Some(review) = &change.review {
        let found = &review.findings;
        lines.push(("Did what it was for", yes(found.objectives_met)));
        lines.push(("Caused incidents", yes(found.caused_incidents)));
        lines.push(("Backed out", yes(found.backed_out)));
        lines.push(("On time", yes(found.on_time)));
        lines.push(("Reviewed by", who(review.by) + ", " + &moment(review.at)));
    }
    if let Some(closure) = &change.closure {
        let how = closure.code.map_or(State::Cancelled.word(), |code| code.word());
        lines.push(("Outcome", how.to_owned()));
        lines.push(("Notes", closure.notes.to_string()));
    }
    lines
}

fn shown(session: Session, id: ChangeId) -> Shown {
    let zone = session.zone();
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let change = desk.changes().get(id).ok()?;
        let lessons = change.review.as_ref().map(|review| review.findings.lessons.to_string());
        Some(Shown {
            lines: lines(change, |id| desk.directory().person(id).to_owned(), zone),
            lessons: lessons.unwrap_or_default(),
            number: desk.changes().number(id),
            is_reviewed: change.review.is_some(),
            incidents: caused(desk, id).count(),
        })
    });
    read.flatten().unwrap_or_default()
}

/// The panel; nothing before there is something to say.
#[component]
pub fn Outcome(id: ChangeId) -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = Memo::new(move |_| shown(session, id));
    let line = |(label, value): (&'static str, String)| view! { <Fact label>{value}</Fact> };
    let body = move || {
        let Shown { lines, lessons, number, is_reviewed, incidents } = shown.get();
        let improve = Route::Practice(Practice::Improvement, Spot::New("from=".to_owned() + &number)).href();
        view! {
            <Facts>{lines.into_iter().map(line).collect_view()}</Facts>
            {(!lessons.is_empty()).then(|| view! {
                <div class="lessons"><h3>"Lessons"</h3><p class="prose">{lessons}</p></div>
            })}
            {(incidents > 0).then(|| view! {
                <p>{words::count(incidents, "incident is", "incidents are")}" linked as caused by it."</p>
            })}
            {is_reviewed.then(|| view! { <p><a href=improve>"Propose an improvement from this"</a></p> })}
        }
        .into_any()
    };
    view! {
        <Show when=move || shown.with(|shown| !shown.lines.is_empty())>
            <Panel title="Implementation and review">{body}</Panel>
        </Show>
    }
    .into_any()
}
