//! What happened, oldest first: turns of the incident, what was found, done and decided, what was told.

use itsm::IncidentId;
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Session, Zone};
use crate::ui::{Panel, Timeline, TimelineItem};
use crate::views::words;

#[derive(Clone, PartialEq)]
struct Item {
    place: usize,
    time: String,
    machine: String,
    who: String,
    what: String,
    text: String,
}

fn items(workspace: &Workspace, id: IncidentId, zone: Zone) -> Vec<Item> {
    let steps = workspace::major::timeline(workspace, id).into_iter().enumerate();
    let item = |(place, step): (usize, workspace::major::Step)| Item {
        place,
        time: words::date_time(zone.local(step.at)),
        machine: words::machine(zone.local(step.at)),
        who: workspace.desk().directory().person(step.by).to_owned(),
        what: step.what,
        text: step.text,
    };
    steps.map(item).collect()
}

/// The panel.
#[component]
pub fn Moments(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| {
        let zone = session.zone();
        session.read(|workspace| items(workspace, id, zone)).unwrap_or_default()
    });
    view! {
        <Panel title="Timeline" class="moments">
            <p class="hint">"By when it happened, not by when it was written down. The report is made of it."</p>
            <Timeline label="What happened, the earliest first">
                <For each=move || found.get() key=|item| (item.place, item.machine.clone(), item.what.clone()) let:item>
                    <TimelineItem time=item.time datetime=item.machine who=item.who heading=item.what text=item.text />
                </For>
            </Timeline>
        </Panel>
    }
    .into_any()
}
