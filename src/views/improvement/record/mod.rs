//! One improvement: what can be done next, the path, and what the measure says before and after.

mod acts;
mod comparison;
mod forms;
mod path;

use itsm::improvement::{Command as Ask, State};
use itsm::{Command, ImprovementId, RecordId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::measures::Period;

use super::shown;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Badge, Picture, PriorityBars, Tone};
use crate::views::desk::ticket::history::History;
use crate::views::record::{FactsPanel, NoteForm, RecordFrame, Related};
use crate::views::words;

use acts::Acts;
use comparison::Compared;
use path::Path;

/// The page.
pub fn page(id: ImprovementId) -> AnyView {
    view! { <Record id /> }.into_any()
}

#[derive(Clone, PartialEq)]
struct Head {
    number: String,
    summary: String,
    priority: u8,
    state: State,
    late: bool,
    opened: String,
}

fn head(session: Session, id: ImprovementId) -> Option<Head> {
    let zone = session.zone();
    let now = session.turned.get();
    session.read(|workspace| {
        let one = workspace.desk().improvements().get(id).ok()?;
        let today = Period::zone_of(workspace).local(now).date();
        Some(Head {
            number: workspace.desk().improvements().number(id),
            summary: one.summary.to_string(),
            priority: one.priority().0,
            state: one.state.clone(),
            late: one.is_late(today),
            opened: words::date_time(zone.local(one.opened_at)),
        })
    })?
}

fn facts(workspace: &Workspace, id: ImprovementId) -> Vec<(&'static str, String)> {
    let desk = workspace.desk();
    let Ok(one) = desk.improvements().get(id) else { return vec![] };
    let unit = one.measure.as_ref().map(workspace::say::improvement::unit).unwrap_or_default();
    let hold = if let State::OnHold(because) = &one.state { because.to_string() } else { String::new() };
    let ending = one.ending.as_ref().map(|text| text.to_string()).unwrap_or_default();
    let is_closed = one.state == State::Closed;
    vec![
        ("Why", one.why.to_string()),
        ("Owner", one.owner.map_or("Nobody", |id| desk.directory().person(id)).to_owned()),
        ("Effort", one.effort.step().to_string() + " of 5"),
        ("Benefit", one.benefit.step().to_string() + " of 5"),
        ("Measure", one.measure.as_ref().map(|of| workspace::say::improvement::measure(desk, of)).unwrap_or_default()),
        ("Baseline", one.baseline.map(shown::when).unwrap_or_default()),
        ("Target", one.target.map(|target| shown::amount(target, unit)).unwrap_or_default()),
        ("Due", one.due.map(shown::day).unwrap_or_default()),
        ("Waits for", hold),
        (if is_closed { "What was learned" } else { "Why it was cancelled" }, ending),
    ]
}

#[component]
fn Record(id: ImprovementId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| head(session, id));
    let number = Signal::derive(move || head.get().map(|head| head.number).unwrap_or_default());
    let title = Signal::derive(move || head.get().map(|head| head.summary).unwrap_or_default());
    let badges = move |head: Head| {
        let stage = head.state.stage();
        view! {
            <Badge tone=shown::tone(stage) picture=Some(shown::picture(stage)) label=stage.word() />
            {head.late.then(|| view! { <Badge tone=Tone::Bad picture=Some(Picture::Breached) label="Overdue" /> })}
            <PriorityBars level=head.priority />
            <span class="ticket-opened">"Registered "{head.opened}</span>
        }
    };
    let line = move || view! { {move || head.get().map(badges)} }.into_any();
    let side = move || {
        view! {
            <FactsPanel lines=move |workspace| facts(workspace, id) />
            <Related record=RecordId::Improvement(id) />
        }
        .into_any()
    };
    let draft = session.peek(|workspace| workspace.desk().improvements().number(id)).unwrap_or_default();
    let note = move |text| Command::Improvement(Ask::Note { improvement: id, text });
    view! {
        <RecordFrame practice="Improvement" list=Practice::Improvement.list() number title line side about="About this improvement">
            <Acts id />
            <Compared id />
            <Path id />
            <NoteForm draft make=note />
            <History record=RecordId::Improvement(id) />
        </RecordFrame>
    }
    .into_any()
}
