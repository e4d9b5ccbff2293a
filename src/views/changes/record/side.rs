//! What a change hangs on: its fields, and the records that it is linked to.

use itsm::change::Change;
use itsm::{ChangeId, Desk, RecordId};
use leptos::prelude::*;
use workspace::Workspace;

use super::super::list::span;
use crate::session::{Session, Zone};
use crate::ui::Panel;
use crate::views::record::{FactsPanel, Related};
use crate::views::words;

fn facts(workspace: &Workspace, id: ChangeId) -> Vec<(&'static str, String)> {
    let desk = workspace.desk();
    let Ok(change) = desk.changes().get(id) else { return vec![] };
    let zone = Zone::of(desk);
    lines(desk, change, zone)
}

fn lines(desk: &Desk, change: &Change, zone: Zone) -> Vec<(&'static str, String)> {
    let directory = desk.directory();
    let template = change.template.and_then(|id| desk.card(RecordId::ChangeTemplate(id)));
    let template = template.map(|card| [&card.number, " ", &card.title].concat());
    let services: Vec<&str> = change.services.iter().map(|id| directory.service(*id)).collect();
    let items: Vec<&str> = change.items.iter().map(|id| directory.item(*id)).collect();
    let or_nobody = |name: Option<&str>| name.unwrap_or("Nobody").to_owned();
    vec![
        ("Planned", change.planned.map(|planned| span(planned, zone)).unwrap_or_else(|| "No time set".to_owned())),
        ("Assigned to", or_nobody(change.assignee.map(|id| directory.person(id)))),
        ("Group", or_nobody(change.group.map(|id| directory.group(id)))),
        ("Requested by", directory.person(change.requested_by).to_owned()),
        ("Template", template.unwrap_or_default()),
        ("Configuration items", items.join(", ")),
        ("Services", services.join(", ")),
        ("Category", change.category.map(|id| directory.category(id).to_owned()).unwrap_or_default()),
        ("Raised by", directory.person(change.opened_by).to_owned()),
        ("Raised", words::date_time(zone.local(change.opened_at))),
    ]
}

/// The side.
#[component]
pub fn Side(id: ChangeId) -> impl IntoView {
    let session = expect_context::<Session>();
    let description = Memo::new(move |_| {
        let read = |w: &Workspace| w.desk().changes().get(id).map(|change| change.description.to_string());
        session.read(|workspace| read(workspace).unwrap_or_default()).unwrap_or_default()
    });
    view! {
        <Show when=move || description.with(|text| !text.is_empty())>
            <Panel title="Description"><p class="prose">{move || description.get()}</p></Panel>
        </Show>
        <FactsPanel lines=move |workspace: &Workspace| facts(workspace, id) />
        <Related record=RecordId::Change(id) />
    }
    .into_any()
}
